// The clocks of whoever acts: the time of day, and the clock of leases, which never steps. Tests bring their own.
#pragma once

#include "store/runs.h"

namespace naru::run {

class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; // UTC
    virtual store::LeaseTime lease() const = 0;
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override;
    store::LeaseTime lease() const override; // since the boot, sleep included; the era is the boot
};

} // namespace naru::run
