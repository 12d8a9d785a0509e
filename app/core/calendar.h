// The Korean calendar of an office: public holidays by the rules of the law, substitute days, elections, working days,
// and the three ways of counting a deadline. Rules and tables are data (calendar.json); an office adds days in its own
// file.
#pragma once

#include "core/result.h"

#include <QDate>
#include <QList>

#include <memory>
#include <optional>

namespace naru {

struct Holiday {
    enum class Kind {
        Statutory, // named by the law
        Substitute, // 대체공휴일
        Appointed, // set one by one: 임시공휴일, 선거일
        Closed, // the office's own closing day (개청기념일): no public holiday, but no working day either
    };
    QDate date;
    QString name; // "추석 전날", "대체공휴일(광복절)"
    QString law; // "관공서의 공휴일에 관한 규정 2조 9호"
    Kind kind = Kind::Statutory;
};

// How the days of a deadline are counted.
enum class Counting {
    Statutory, // the first day counts, Saturdays and holidays do not (정보공개법 29조 2항)
    WorkingDays, // from the next day on, working days only
    CalendarDays, // from the next day on, every day (민법 157조)
};

// What becomes of a day that is no working day.
enum class OnDayOff { Before, After, Skip };

// A value: cheap to copy, never changes, thread-safe. It knows some years only and never guesses beyond them: questions
// about a day answer Day::Unknown, and arithmetic that would leave those years is an Invalid error "calendar.years".
class KoreanCalendar {
public:
    enum class Day { Unknown, Working, Saturday, Sunday, Holiday, Closed };

    // The calendar of the law, as it comes with the program.
    static KoreanCalendar national();
    // The same with the days of an office's own file: {"appointed": [{"date": "2028-04-12", "name": "…", "law": "…"}],
    // "closed": [{"day": "07-01", "name": "개청기념일"}, {"date": "2026-12-31", "name": "…"}], "confirmedThrough":
    // 2028}. Substitute days follow. Invalid, with the entry, for a date that does not exist or that the calendar does
    // not cover.
    Result<KoreanCalendar> withOfficeDays(const QByteArray &json) const;
    Result<KoreanCalendar> withOfficeFile(const QString &path) const;

    int firstYear() const;
    int lastYear() const;
    // Elections and days that the government sets are known up to this year. Later years lack them.
    int confirmedThrough() const;
    bool coversYear(int year) const { return year >= firstYear() && year <= lastYear(); }

    Day day(QDate date) const;
    // Sundays too, as the law says; false for a day that is unknown.
    bool isHoliday(QDate date) const;
    // No Saturday, no holiday, no closing day; false for a day that is unknown.
    bool isWorkingDay(QDate date) const { return day(date) == Day::Working; }
    // "추석 전날"; several are joined with ", ". Empty for a day without a name, as most Sundays are.
    QString holidayName(QDate date) const;
    // Every named day of the year in order, also those that fall on a Sunday. Invalid for a year that is not covered.
    Result<QList<Holiday>> holidays(int year) const;

    // The first working day after, or the last before, the date.
    Result<QDate> nextWorkingDay(QDate date) const;
    Result<QDate> previousWorkingDay(QDate date) const;
    // The n-th working day after the date, before it for a negative n, the date itself for 0.
    Result<QDate> addWorkingDays(QDate date, int n) const;
    // How many working days there are from the first to the last day, both included. Invalid if last < first.
    Result<int> workingDaysBetween(QDate first, QDate last) const;
    // The day on which something planned for the date happens; nothing where it is skipped: "매월 5일, 휴일이면
    // 앞당김".
    Result<std::optional<QDate>> moved(QDate date, OnDayOff rule) const;

    // The last day of a deadline of so many days (> 0) that begins with an event on `start`. Closing days are no
    // working days, but they are no holidays: Statutory and CalendarDays count them.
    Result<QDate> deadline(QDate start, int days, Counting counting) const;
    // The same prolonged: the new days are counted from the day after the end (정보공개법 11조 2항).
    Result<QDate> extended(QDate end, int days, Counting counting) const;
    // The end of a period that falls on a Saturday or a holiday is the next day that is neither (민법 161조).
    Result<QDate> endOfPeriod(QDate end) const;

private:
    struct Tables;
    explicit KoreanCalendar(std::shared_ptr<const Tables> tables);
    // The n-th day from `from` on (n > 0), in steps of one day, for which `counts` holds.
    template <typename Counts> Result<QDate> nth(QDate from, int step, int n, Counts counts) const;
    bool isSaturdayOrHoliday(QDate date) const;

    std::shared_ptr<const Tables> m_tables; // shared because values are copied and the tables never change
};

} // namespace naru
