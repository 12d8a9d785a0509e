#include "engine/schedule/lunisolar.h"

#include "engine/schedule/lunisolar_years.h"

namespace naru::schedule {

namespace {

class TableMaker {
public:
    TableMaker(int firstYear, DayNumber firstDay)
        : m_nextYear(firstYear)
        , m_nextDay(firstDay)
    {
    }

    void beginYear() { m_table.years.append({m_nextYear++, m_nextDay, 0, m_table.months.size(), 0}); }
    void addMonth(int number, bool isLeap, int days)
    {
        m_table.months.append({number, isLeap, m_nextDay, days});
        m_table.years.last().months += 1;
        m_table.years.last().days += days;
        m_nextDay += days;
    }
    LunisolarTable table() const { return m_table; }

private:
    LunisolarTable m_table;
    int m_nextYear;
    DayNumber m_nextDay;
};

// From the packed years of lunisolar_years.h.
template <std::size_t Size>
LunisolarTable unpacked(int firstYear, DayNumber firstDay, const std::array<std::uint32_t, Size> &years)
{
    TableMaker maker(firstYear, firstDay);
    for (const std::uint32_t packed : years) {
        const auto leap = static_cast<int>(packed >> 16);
        int place = 0;
        const auto add = [&](int number, bool isLeap) {
            maker.addMonth(number, isLeap, packed >> place++ & 1 ? 30 : 29);
        };
        maker.beginYear();
        for (int number = 1; number <= 12; ++number) {
            add(number, false);
            if (number == leap)
                add(number, true);
        }
    }
    return maker.table();
}

bool isHebrewLeapYear(int year)
{
    return (7 * year + 1) % 19 < 7;
}

// The first of Tishri: the new moon of the mean month, put off by the four rules (dehiyyot).
DayNumber hebrewNewYear(int year)
{
    constexpr DayNumber epoch = -2'092'590; // of the first year, in days since 1970-01-01
    const auto elapsed = [](int of) {
        const qint64 months = (235 * qint64{of} - 234) / 19;
        const qint64 parts = 12'084 + 13'753 * months;
        const DayNumber day = 29 * months + parts / 25'920;
        return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
    };
    const DayNumber before = elapsed(year - 1);
    const DayNumber here = elapsed(year);
    const DayNumber after = elapsed(year + 1);
    const int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
    return epoch + here + delay;
}

// RFC 7529 counts from Tishri and calls Adar I, the leap month, "5L".
LunisolarTable hebrewTable()
{
    constexpr int firstYear = 5661;
    constexpr int lastYear = 5860;
    TableMaker maker(firstYear, hebrewNewYear(firstYear));
    for (int year = firstYear; year <= lastYear; ++year) {
        const auto days = static_cast<int>(hebrewNewYear(year + 1) - hebrewNewYear(year));
        const bool isLeap = isHebrewLeapYear(year);
        const int regular = isLeap ? 384 : 354; // a day more or less makes the year full or defective
        maker.beginYear();
        maker.addMonth(1, false, 30);
        maker.addMonth(2, false, days > regular ? 30 : 29);
        maker.addMonth(3, false, days < regular ? 29 : 30);
        maker.addMonth(4, false, 29);
        maker.addMonth(5, false, 30);
        if (isLeap)
            maker.addMonth(5, true, 30);
        for (int number = 6; number <= 12; ++number)
            maker.addMonth(number, false, number % 2 == 0 ? 29 : 30);
    }
    return maker.table();
}

} // namespace

const LunisolarTable &lunisolarTable(Rscale scale)
{
    static const LunisolarTable none;
    static const LunisolarTable chinese = unpacked(firstChineseYear, firstChineseDay, chineseYears);
    static const LunisolarTable dangi = unpacked(firstDangiYear, firstDangiDay, dangiYears);
    static const LunisolarTable hebrew = hebrewTable();
    switch (scale) {
    case Rscale::Gregorian:
        return none;
    case Rscale::Chinese:
        return chinese;
    case Rscale::Dangi:
        return dangi;
    case Rscale::Hebrew:
        return hebrew;
    }
    return none;
}

} // namespace naru::schedule
