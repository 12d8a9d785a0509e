// The daily backup of an office: a copy while others work, restored once on trial before it counts, and so many of them kept.
#pragma once

#include "run/robots/clock.h"
#include "run/service/service_event.h"
#include "run/session.h"

#include <QTime>

namespace naru::run {

class Backups {
public:
    // REQUIRES: both outlive the object. One thread at a time.
    Backups(Session &session, const Clock &clock, TellEvent tell = {});

    struct Settings {
        bool isOn = true;
        QTime at{2, 30}; // in Seoul
        int keep = 7;
        QString folder; // beside the office unless it is set
    };
    Result<Settings> settings() const;
    // Invalid where the folder is none or fewer than one copy would be kept; Denied without the right to approve.
    Status set(const Settings &settings);

    // Makes the copy of today where it is due. Whether it tried. What went wrong is told, written down, and tried again an hour
    // later; older copies stay until a new one is sound.
    bool care();
    // "2026-11-23 ok office-2026-11-23.naru", or the day and what went wrong; empty before the first.
    static QString resultSetting() { return u"backup.result"_s; }

    struct Copy {
        QString file;
        QDate day;
        qint64 bytes = 0;
    };
    Result<QList<Copy>> copies() const; // the newest first

private:
    Status makeCopy(const Settings &settings, QDate day);
    Status tryCopy(const QString &file, const QString &folder) const;
    void forgetOld(const Settings &settings) const;
    QList<Copy> copiesIn(const QString &folder) const;
    QString baseName() const;

    Session &m_session;
    const Clock &m_clock;
    TellEvent m_tell;
    QDateTime m_nextTry;
};

} // namespace naru::run
