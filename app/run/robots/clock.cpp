#include "run/robots/clock.h"

#include <QFile>

#include <ctime>

namespace naru::run {

QDateTime SystemClock::now() const { return QDateTime::currentDateTimeUtc(); }

store::LeaseTime SystemClock::lease() const
{
    static const QString boot = [] {
        QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QStringLiteral("boot");
    }();
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return {boot, qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000};
}

} // namespace naru::run
