// The folders that are watched for the office: each settled file begins the run of its trigger's robot, once per content.
#pragma once

#include "run/service/folder_watch.h"
#include "run/service/service_event.h"
#include "run/service/triggers.h"

#include <map>

namespace naru::run {

class Inbox {
public:
    // REQUIRES: both outlive the inbox. One thread at a time.
    Inbox(RobotDesk &desk, const Clock &clock, TellEvent tell, const FolderWatch::Options &options);

    // The triggers as they stand in the office.
    Status reload();
    // Looks into every folder. How many runs began.
    int pass();
    // Whether files are there that may be taken soon.
    bool isWaiting() const;
    QStringList folders() const;

    // Where the copies of an office lie.
    static QString workFolder(const QString &office);

private:
    struct Watched {
        office::Trigger trigger;
        FolderWatch watch;
        QString trouble; // why the folder cannot be read; told once
    };
    int begin(Watched &watched, const QList<TakenFile> &files);
    void tell(const QString &what, const QString &about, const QString &text, bool isProblem = false) const;

    RobotDesk &m_desk;
    const Clock &m_clock;
    TellEvent m_tell;
    FolderWatch::Options m_options;
    std::map<QString, Watched> m_watched; // by trigger
};

} // namespace naru::run
