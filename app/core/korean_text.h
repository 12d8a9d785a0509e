// Dates, periods, and amounts as Korean documents write and read them (행정업무의 운영 및 혁신에 관한 규정 7조,
// 시행규칙 2조).
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace naru {

// "2026. 11. 22."; empty for an invalid date.
QString koreanDate(QDate date);
// "2026. 11. 22.(일)"
QString koreanDateWithWeekday(QDate date);
// "일" for Sunday.
QString koreanWeekday(QDate date);

// "1,234,567"
QString grouped(qint64 number);
// "일십일만삼천오백육십": every digit said, as amounts in documents demand. 0 is "영".
QString koreanNumber(qint64 number);
// "금113,560원(금일십일만삼천오백육십원)"
QString koreanMoney(qint64 won);

// A date inside a text. `length` covers the last dot and a weekday in brackets.
struct FoundDate {
    qsizetype offset = 0;
    qsizetype length = 0;
    QDate date;
    bool weekdayDiffers = false; // "2026. 11. 22.(월)": one of the two is wrong
    friend bool operator==(const FoundDate &, const FoundDate &) = default;
};

// The date that the whole text is: "2026. 7. 29.", "2026.7.29.자", "'26. 7. 29.", "26.7.29", "2026년 7월 29일(수)",
// "2026-07-29", "2026/7/29", "20260729", also with 부, 부터, 까지, or a time of day behind it; full-width digits and
// blanks anywhere. Years of two digits are 1950–2049. Nothing for a day that does not exist or whose weekday is wrong.
std::optional<QDate> parseKoreanDate(QStringView text);

// All dates of a text, in order. More careful than parseKoreanDate: a year has four digits or an apostrophe, and eight
// digits in a row are no date, because staff numbers look the same.
QList<FoundDate> findKoreanDates(QStringView text);

// A period: its days, or its length, or both. What the text does not say is invalid or 0, except that a first day with
// a length gives the last day (민법 159조, 160조; the first day counts, as an order takes effect at 00:00).
struct Period {
    QDate from;
    QDate to; // the last day, included
    int months = 0; // "1년 6개월" is 18
    int days = 0; // "90일간"
    qsizetype offset = 0; // of the part of the text that says so
    qsizetype length = 0;
    friend bool operator==(const Period &, const Period &) = default;
};

// The first period of a text: "2026.1.1.~2026.12.31.", "2026. 7. 1. ~ 12. 31." (the year, and the month, carry over),
// "2026. 7. 1.부터 3개월", "2026. 7. 1. ~", "~ 2026. 12. 31.", "3개월", "1년 6개월", "90일간". Nothing where the last
// day lies before the first. A single date is no period.
std::optional<Period> findPeriod(QStringView text);

// The last day of so many months of which `first` is the first day (민법 160조 2항, 3항).
QDate lastDayOfMonths(QDate first, int months);

} // namespace naru
