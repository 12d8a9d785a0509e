#include "engine/schedule/rscale.h"

#include "engine/schedule/lunisolar.h"

#include <algorithm>
#include <array>

namespace naru::schedule {

namespace {

constexpr std::array<std::pair<Rscale, QStringView>, 4> names{{
    {Rscale::Gregorian, u"GREGORIAN"},
    {Rscale::Chinese, u"CHINESE"},
    {Rscale::Dangi, u"DANGI"},
    {Rscale::Hebrew, u"HEBREW"},
}};

ScaleYear gregorianYear(int number)
{
    const QDate first(number, 1, 1);
    return {number, dayNumber(first), first.daysInYear(), qint64{number} * 12, 12};
}

// The last of the sorted list that begins on or before the day.
template <typename Part> qsizetype indexOfDay(const QList<Part> &parts, DayNumber day)
{
    const auto after = std::upper_bound(parts.begin(), parts.end(), day,
                                        [](DayNumber one, const Part &part) { return one < part.first; });
    return std::max<qsizetype>(0, after - parts.begin() - 1);
}

} // namespace

std::optional<Rscale> rscaleFromName(QStringView name)
{
    for (const auto &one : names)
        if (one.second.compare(name, Qt::CaseInsensitive) == 0)
            return one.first;
    return std::nullopt;
}

QString nameOf(Rscale scale)
{
    for (const auto &one : names)
        if (one.first == scale)
            return one.second.toString();
    return {};
}

DayNumber firstDayOf(Rscale scale)
{
    if (scale == Rscale::Gregorian)
        return dayNumber(QDate(1, 1, 1));
    const LunisolarTable &table = lunisolarTable(scale);
    return table.years.isEmpty() ? 0 : table.years.first().first;
}

DayNumber lastDayOf(Rscale scale)
{
    if (scale == Rscale::Gregorian)
        return lastGregorianDay;
    const LunisolarTable &table = lunisolarTable(scale);
    return table.years.isEmpty() ? -1 : table.years.last().first + table.years.last().days - 1;
}

ScaleYear yearOf(Rscale scale, DayNumber day)
{
    if (scale == Rscale::Gregorian)
        return gregorianYear(dateOf(day).year());
    const LunisolarTable &table = lunisolarTable(scale);
    return table.years.at(indexOfDay(table.years, day));
}

std::optional<ScaleYear> yearNumbered(Rscale scale, qint64 number)
{
    if (scale == Rscale::Gregorian)
        return number < 1 || number > 9999 ? std::nullopt : std::optional(gregorianYear(static_cast<int>(number)));
    const QList<ScaleYear> &years = lunisolarTable(scale).years;
    const qint64 index = years.isEmpty() ? -1 : number - years.first().number;
    return index < 0 || index >= years.size() ? std::nullopt : std::optional(years.at(index));
}

qint64 monthOf(Rscale scale, DayNumber day)
{
    if (scale != Rscale::Gregorian)
        return indexOfDay(lunisolarTable(scale).months, day);
    const QDate date = dateOf(day);
    return qint64{date.year()} * 12 + date.month() - 1;
}

std::optional<ScaleMonth> monthNumbered(Rscale scale, qint64 running)
{
    if (scale == Rscale::Gregorian) {
        if (running < 12 || running >= 120'000)
            return std::nullopt;
        const QDate first(static_cast<int>(running / 12), static_cast<int>(running % 12) + 1, 1);
        return ScaleMonth{first.month(), false, dayNumber(first), first.daysInMonth()};
    }
    const QList<ScaleMonth> &months = lunisolarTable(scale).months;
    return running < 0 || running >= months.size() ? std::nullopt : std::optional(months.at(running));
}

} // namespace naru::schedule
