// What the service tells of itself: one line each.
#pragma once

#include <QString>

#include <functional>

namespace naru::run {

struct ServiceEvent {
    QString what; // "schedule.started", "file.taken", "bookings.applied"
    QString about; // the schedule, trigger, run, or file
    QString text; // English
    bool isProblem = false;
};

using TellEvent = std::function<void(const ServiceEvent &)>;

} // namespace naru::run
