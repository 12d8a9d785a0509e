// Plans that were booked take effect at 00:00 in Seoul on their day; robots that wait for that begin with it.
#pragma once

#include "run/service/service_event.h"
#include "run/service/triggers.h"

namespace naru::run {

class EffectiveDays {
public:
    // REQUIRES: both outlive the object. One thread at a time.
    EffectiveDays(RobotDesk &desk, const Clock &clock, TellEvent tell);

    // Writes the bookings whose day has come: the first time, at the beginning of each day, and again a while after a
    // failure. How many plans took effect. Never fails: what goes wrong is told.
    int pass();
    QDateTime next() const; // when pass() has something to do again

private:
    Status applyDue(const QDateTime &now, QDate today, int &applied);
    Status beginWaiting(const QDateTime &now);
    Status setIntents(const QJsonArray &intents, const QDateTime &now);

    RobotDesk &m_desk;
    const Clock &m_clock;
    TellEvent m_tell;
    QDate m_day; // done; invalid: not yet
    QDateTime m_again; // after a failure
};

} // namespace naru::run
