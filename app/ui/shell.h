// What a page may ask of the window that holds it.
#pragma once

#include "core/record.h"
#include "ui/theme.h"

#include <QDate>

#include <functional>

namespace naru::run {
class Session;
}

namespace naru::ui {

class Works;

// How much a notice wants: NeedsMe counts on the bell and stays until it is opened; Log is only there to be looked up.
enum class NoticeLevel { NeedsMe, News, Log };

struct Notice {
    NoticeLevel level = NoticeLevel::News;
    QString text;
    QDateTime at;
    QString page; // where it leads; empty: nowhere
    RecordRef record = {};
    QString key = {}; // of what stands as long as it is so; empty: it has happened, and stays
    QString detail = {}; // the second line; empty: when it happened
};

class Shell {
public:
    virtual ~Shell() = default;

    virtual const Theme &theme() const = 0;
    virtual Works &works() = 0;
    // The day of the question: what a page shows is as of this day.
    virtual QDate asOf() const = 0;
    virtual QDate today() const = 0;
    // The office, or null where the window was opened without one.
    virtual run::Session *session() = 0;

    // A line in the status area that gives way to the next.
    virtual void say(Tone tone, const QString &text) = 0;
    // A message that stays until it is closed: what happened, why, and what to do.
    virtual void complain(const Error &error, const QString &what) = 0;
    // Ten seconds for a second thought.
    virtual void offerUndo(const QString &text, std::function<void()> undo) = 0;
    virtual void notify(const Notice &notice) = 0;
    virtual void saved() = 0; // something has been written: the status line shows when

    // Goes to a page, and there to a record where one is named.
    virtual void openPage(const QString &page, const RecordRef &record = {}) = 0;
};

} // namespace naru::ui
