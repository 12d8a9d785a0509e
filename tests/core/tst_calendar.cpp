// The Korean calendar against the official tables of ten years and the golden dates of the deadlines.
#include "core/calendar.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace naru;

namespace {

QDate date(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QStringList named(const KoreanCalendar &calendar, int year)
{
    QStringList days;
    const Result<QList<Holiday>> holidays = calendar.holidays(year);
    if (holidays)
        for (const Holiday &one : *holidays)
            days.append(one.date.toString(Qt::ISODate) + u',' + one.name);
    days.sort();
    return days;
}

QString sharedPath(const QString &path)
{
    const QString shared = qEnvironmentVariable("NARU_SHARED", qEnvironmentVariable("NARU_SOURCE") + u"/../shared"_s);
    return QDir(shared).filePath(path);
}

} // namespace

class tst_Calendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheOfficialTable_data();
    void equalsTheOfficialTable();
    void knowsTheSubstituteDays_data();
    void knowsTheSubstituteDays();
    void knowsWhatADayIs_data();
    void knowsWhatADayIs();
    void namesTheLawOfEveryHoliday();
    void countsDeadlines_data();
    void countsDeadlines();
    void extendsDeadlines();
    void endsAPeriodOnTheNextDay_data();
    void endsAPeriodOnTheNextDay();
    void movesWhatFallsOnADayOff_data();
    void movesWhatFallsOnADayOff();
    void addsWorkingDays();
    void countsWorkingDays();
    void neverGuessesBeyondItsYears();
    void learnsTheDaysOfAnOffice();
    void passesASaturdayWithASubstitute();
    void refusesOfficeDaysThatAreWrong_data();
    void refusesOfficeDaysThatAreWrong();
};

void tst_Calendar::equalsTheOfficialTable_data()
{
    QTest::addColumn<int>("year");
    for (int year = 2018; year <= 2027; ++year)
        QTest::addRow("%d", year) << year;
}

void tst_Calendar::equalsTheOfficialTable()
{
    QFETCH(const int, year);
    QFile file(sharedPath(u"domain/holidays/%1.csv"_s.arg(year)));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("expected the official tables in domain/holidays of the shared folder but they are absent");
    QStringList official = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    official.removeFirst();
    for (QString &line : official)
        line = line.trimmed();
    official.sort();

    const QStringList ours = named(KoreanCalendar::national(), year);

    QCOMPARE(ours, official);
}

void tst_Calendar::knowsTheSubstituteDays_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("days");
    QTest::newRow("2015, Chuseok on a Sunday") << 2015 << u"09-29"_s;
    QTest::newRow("2017, Seollal on a Sunday, Chuseok meets 개천절") << 2017 << u"01-30 10-06"_s;
    QTest::newRow("2019, before the national days had them") << 2019 << u"05-06"_s;
    QTest::newRow("2021, national days from August on") << 2021 << u"08-16 10-04 10-11"_s;
    QTest::newRow("2023, Buddha's day from May on") << 2023 << u"01-24 05-29"_s;
    QTest::newRow("2025, two on one Monday give one") << 2025 << u"03-03 05-06 10-08"_s;
    QTest::newRow("2026, Chuseok on a Saturday gives none") << 2026 << u"03-02 05-25 08-17 10-05"_s;
    QTest::newRow("2027") << 2027 << u"02-09 05-03 07-19 08-16 10-04 10-11 12-27"_s;
    QTest::newRow("2028, Chuseok is 개천절") << 2028 << u"10-05"_s;
    QTest::newRow("2039, two substitutes meet, twice") << 2039 << u"01-26 05-02 05-03 07-18 10-04 10-05 10-10 12-26"_s;
}

void tst_Calendar::knowsTheSubstituteDays()
{
    QFETCH(const int, year);
    QFETCH(const QString, days);

    const Result<QList<Holiday>> holidays = KoreanCalendar::national().holidays(year);

    QVERIFY(holidays);
    QStringList substitutes;
    for (const Holiday &one : *holidays)
        if (one.kind == Holiday::Kind::Substitute)
            substitutes.append(one.date.toString(u"MM-dd"_s));
    QCOMPARE(substitutes.join(u' '), days);
}

void tst_Calendar::knowsWhatADayIs_data()
{
    using Day = KoreanCalendar::Day;
    QTest::addColumn<QString>("text");
    QTest::addColumn<KoreanCalendar::Day>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("working day") << u"2026-09-28"_s << Day::Working << QString();
    QTest::newRow("Saturday") << u"2026-11-21"_s << Day::Saturday << QString();
    QTest::newRow("Sunday") << u"2026-11-22"_s << Day::Sunday << QString();
    QTest::newRow("holiday on a Saturday") << u"2026-09-26"_s << Day::Holiday << u"추석 다음 날"_s;
    QTest::newRow("holiday on a Sunday") << u"2026-05-24"_s << Day::Holiday << u"부처님 오신 날"_s;
    QTest::newRow("substitute") << u"2026-10-05"_s << Day::Holiday << u"대체공휴일(개천절)"_s;
    QTest::newRow("election") << u"2026-06-03"_s << Day::Holiday << u"전국동시지방선거"_s;
    QTest::newRow("Labour Day before it was one") << u"2025-05-01"_s << Day::Working << QString();
    QTest::newRow("Labour Day") << u"2026-05-01"_s << Day::Holiday << u"노동절"_s;
    QTest::newRow("Constitution Day before it came back") << u"2025-07-17"_s << Day::Working << QString();
    QTest::newRow("Constitution Day") << u"2026-07-17"_s << Day::Holiday << u"제헌절"_s;
    QTest::newRow("two at once") << u"2025-05-05"_s << Day::Holiday << u"부처님 오신 날, 어린이날"_s;
    QTest::newRow("too early") << u"2014-12-31"_s << Day::Unknown << QString();
    QTest::newRow("too late") << u"2051-01-01"_s << Day::Unknown << QString();
    QTest::newRow("no day") << u"2026-02-30"_s << Day::Unknown << QString();
}

void tst_Calendar::knowsWhatADayIs()
{
    QFETCH(const QString, text);
    QFETCH(const KoreanCalendar::Day, kind);
    QFETCH(const QString, name);
    const KoreanCalendar calendar = KoreanCalendar::national();

    QCOMPARE(calendar.day(date(text)), kind);
    QCOMPARE(calendar.holidayName(date(text)), name);
    QCOMPARE(calendar.isWorkingDay(date(text)), kind == KoreanCalendar::Day::Working);
    QCOMPARE(calendar.isHoliday(date(text)),
             kind == KoreanCalendar::Day::Holiday || kind == KoreanCalendar::Day::Sunday);
}

void tst_Calendar::namesTheLawOfEveryHoliday()
{
    const KoreanCalendar calendar = KoreanCalendar::national();
    int count = 0;
    for (int year = calendar.firstYear(); year <= calendar.lastYear(); ++year) {
        const Result<QList<Holiday>> holidays = calendar.holidays(year);
        QVERIFY(holidays);
        for (const Holiday &one : *holidays) {
            QVERIFY2(one.law.contains(u"조"_s), qUtf8Printable(one.name));
            ++count;
        }
    }
    QCOMPARE(calendar.firstYear(), 2015);
    QCOMPARE(calendar.lastYear(), 2050);
    QCOMPARE(calendar.confirmedThrough(), 2027);
    QVERIFY(count > 36 * 16);
}

void tst_Calendar::countsDeadlines_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("days");
    QTest::addColumn<Counting>("counting");
    QTest::addColumn<QString>("end");
    const auto statutory = Counting::Statutory;
    QTest::newRow("disclosure over Chuseok") << u"2026-09-21"_s << 10 << statutory << u"2026-10-07"_s;
    QTest::newRow("disclosure over Labour Day") << u"2026-04-29"_s << 10 << statutory << u"2026-05-14"_s;
    QTest::newRow("disclosure over Seollal") << u"2026-02-13"_s << 10 << statutory << u"2026-03-04"_s;
    QTest::newRow("disclosure over the turn of the year") << u"2026-12-23"_s << 10 << statutory << u"2027-01-07"_s;
    QTest::newRow("disclosure on a Saturday") << u"2026-11-21"_s << 10 << statutory << u"2026-12-04"_s;
    QTest::newRow("statutory, one day") << u"2026-11-20"_s << 1 << statutory << u"2026-11-20"_s;
    QTest::newRow("working days") << u"2026-09-21"_s << 3 << Counting::WorkingDays << u"2026-09-28"_s;
    QTest::newRow("working days from a Saturday") << u"2026-11-21"_s << 1 << Counting::WorkingDays << u"2026-11-23"_s;
    QTest::newRow("calendar days") << u"2026-09-21"_s << 3 << Counting::CalendarDays << u"2026-09-24"_s;
    QTest::newRow("no days") << u"2026-09-21"_s << 0 << statutory << QString();
    QTest::newRow("beyond the years") << u"2050-12-30"_s << 5 << statutory << QString();
    QTest::newRow("calendar days beyond the years") << u"2050-12-30"_s << 5 << Counting::CalendarDays << QString();
    QTest::newRow("from no day") << u"2026-02-30"_s << 5 << Counting::WorkingDays << QString();
}

void tst_Calendar::countsDeadlines()
{
    QFETCH(const QString, start);
    QFETCH(const int, days);
    QFETCH(const Counting, counting);
    QFETCH(const QString, end);

    const Result<QDate> last = KoreanCalendar::national().deadline(date(start), days, counting);

    QCOMPARE(last ? last->toString(Qt::ISODate) : QString(), end);
    if (!last)
        QCOMPARE(last.error().kind, Error::Kind::Invalid);
}

void tst_Calendar::extendsDeadlines()
{
    const KoreanCalendar calendar = KoreanCalendar::national();

    QCOMPARE(*calendar.extended(date(u"2026-10-07"_s), 10, Counting::Statutory), date(u"2026-10-22"_s));
    QCOMPARE(*calendar.extended(date(u"2026-10-07"_s), 2, Counting::WorkingDays), date(u"2026-10-12"_s));
    QCOMPARE(*calendar.extended(date(u"2026-10-07"_s), 2, Counting::CalendarDays), date(u"2026-10-09"_s));
}

void tst_Calendar::endsAPeriodOnTheNextDay_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("moved");
    QTest::newRow("working day stays") << u"2026-09-23"_s << u"2026-09-23"_s;
    QTest::newRow("Chuseok and the weekend") << u"2026-09-24"_s << u"2026-09-28"_s;
    QTest::newRow("Saturday") << u"2026-11-21"_s << u"2026-11-23"_s;
    QTest::newRow("substitute") << u"2026-10-03"_s << u"2026-10-06"_s;
}

void tst_Calendar::endsAPeriodOnTheNextDay()
{
    QFETCH(const QString, end);
    QFETCH(const QString, moved);

    QCOMPARE(*KoreanCalendar::national().endOfPeriod(date(end)), date(moved));
}

void tst_Calendar::movesWhatFallsOnADayOff_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("substitute") << u"2026-10-05"_s << u"2026-10-02"_s << u"2026-10-06"_s;
    QTest::newRow("Sunday") << u"2026-04-05"_s << u"2026-04-03"_s << u"2026-04-06"_s;
    QTest::newRow("Children's Day") << u"2026-05-05"_s << u"2026-05-04"_s << u"2026-05-06"_s;
    QTest::newRow("working day") << u"2026-11-05"_s << u"2026-11-05"_s << u"2026-11-05"_s;
}

void tst_Calendar::movesWhatFallsOnADayOff()
{
    QFETCH(const QString, day);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const KoreanCalendar calendar = KoreanCalendar::national();

    QCOMPARE(**calendar.moved(date(day), OnDayOff::Before), date(before));
    QCOMPARE(**calendar.moved(date(day), OnDayOff::After), date(after));
    QCOMPARE(calendar.moved(date(day), OnDayOff::Skip)->has_value(), before == day);
}

void tst_Calendar::addsWorkingDays()
{
    const KoreanCalendar calendar = KoreanCalendar::national();
    const QDate wednesday = date(u"2026-09-23"_s);

    QCOMPARE(*calendar.nextWorkingDay(wednesday), date(u"2026-09-28"_s));
    QCOMPARE(*calendar.previousWorkingDay(date(u"2026-09-28"_s)), wednesday);
    QCOMPARE(*calendar.addWorkingDays(wednesday, 0), wednesday);
    QCOMPARE(*calendar.addWorkingDays(wednesday, 2), date(u"2026-09-29"_s));
    QCOMPARE(*calendar.addWorkingDays(wednesday, -3), date(u"2026-09-18"_s));
    // The last working day of a quarter is the one before the next quarter.
    QCOMPARE(*calendar.previousWorkingDay(date(u"2027-01-01"_s)), date(u"2026-12-31"_s));
    for (QDate day = date(u"2026-01-01"_s); day.year() == 2026; day = day.addDays(1))
        for (const int n : {1, 7, 30}) {
            const QDate later = *calendar.addWorkingDays(day, n);
            QCOMPARE(*calendar.workingDaysBetween(day.addDays(1), later), n);
        }
}

void tst_Calendar::countsWorkingDays()
{
    const KoreanCalendar calendar = KoreanCalendar::national();

    QCOMPARE(*calendar.workingDaysBetween(date(u"2026-09-21"_s), date(u"2026-09-30"_s)), 6);
    QCOMPARE(*calendar.workingDaysBetween(date(u"2026-09-25"_s), date(u"2026-09-25"_s)), 0);
    QVERIFY(!calendar.workingDaysBetween(date(u"2026-09-25"_s), date(u"2026-09-24"_s)));
}

void tst_Calendar::neverGuessesBeyondItsYears()
{
    const KoreanCalendar calendar = KoreanCalendar::national();

    QVERIFY(!calendar.coversYear(2014) && calendar.coversYear(2015) && calendar.coversYear(2050)
            && !calendar.coversYear(2051));
    QVERIFY(!calendar.holidays(2051));
    const Result<QDate> next = calendar.nextWorkingDay(date(u"2050-12-31"_s));
    QVERIFY(!next);
    QCOMPARE(next.error().code, u"calendar.years"_s);
    QVERIFY(!calendar.previousWorkingDay(date(u"2015-01-01"_s)));
    QVERIFY(!calendar.addWorkingDays(date(u"2026-01-01"_s), std::numeric_limits<int>::max()));
    QVERIFY(!calendar.addWorkingDays(date(u"2026-01-01"_s), std::numeric_limits<int>::min()));
    QVERIFY(!calendar.addWorkingDays(QDate(), 1));
    QVERIFY(!calendar.moved(date(u"2051-01-05"_s), OnDayOff::Skip));
    QVERIFY(!calendar.workingDaysBetween(date(u"2050-12-01"_s), date(u"2051-01-05"_s)));
}

void tst_Calendar::learnsTheDaysOfAnOffice()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"calendar.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"appointed": [{"date": "2028-04-12", "name": "제23대 국회의원선거", "law": "공직선거법 34조"},
                                 {"date": "2026-06-03", "name": "전국동시지방선거"},
                                 {"date": "2026-08-17", "name": "임시공휴일"}],
                   "closed": [{"day": "07-01", "name": "개청기념일"}], "confirmedThrough": 2028})");
    file.close();

    const Result<KoreanCalendar> office = KoreanCalendar::national().withOfficeFile(path);

    QVERIFY(office);
    QCOMPARE(office->confirmedThrough(), 2028);
    QCOMPARE(office->day(date(u"2028-04-12"_s)), KoreanCalendar::Day::Holiday);
    QCOMPARE(office->holidayName(date(u"2026-06-03"_s)), u"전국동시지방선거"_s);
    // The substitute of 광복절 gives way to the day that the government sets.
    QCOMPARE(office->holidayName(date(u"2026-08-17"_s)), u"임시공휴일"_s);
    QCOMPARE(office->holidayName(date(u"2026-08-18"_s)), u"대체공휴일(광복절)"_s);
    QCOMPARE(office->day(date(u"2026-07-01"_s)), KoreanCalendar::Day::Closed);
    QVERIFY(!office->isWorkingDay(date(u"2026-07-01"_s)) && !office->isHoliday(date(u"2026-07-01"_s)));
    QCOMPARE(*office->deadline(date(u"2026-06-30"_s), 2, Counting::Statutory), date(u"2026-07-01"_s));
    QCOMPARE(*office->deadline(date(u"2026-06-30"_s), 1, Counting::WorkingDays), date(u"2026-07-02"_s));
    QCOMPARE(KoreanCalendar::national().day(date(u"2028-04-12"_s)), KoreanCalendar::Day::Working);
}

void tst_Calendar::passesASaturdayWithASubstitute()
{
    const QByteArray days = R"({"appointed": [{"date": "2028-10-05", "name": "임시공휴일"},
                                              {"date": "2028-10-06", "name": "임시공휴일"}]})";

    const Result<KoreanCalendar> office = KoreanCalendar::national().withOfficeDays(days);

    // Thursday and Friday are taken, Saturday is passed, Monday is 한글날.
    QVERIFY(office);
    QCOMPARE(office->day(date(u"2028-10-07"_s)), KoreanCalendar::Day::Saturday);
    QCOMPARE(office->holidayName(date(u"2028-10-10"_s)), u"대체공휴일(개천절)"_s);
}

void tst_Calendar::refusesOfficeDaysThatAreWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no such day") << QByteArray(R"({"appointed": [{"date": "2026-02-30", "name": "x"}]})");
    QTest::newRow("no name") << QByteArray(R"({"appointed": [{"date": "2026-02-03"}]})");
    QTest::newRow("closing day without a day") << QByteArray(R"({"closed": [{"name": "x"}]})");
    QTest::newRow("closing day that does not exist") << QByteArray(R"({"closed": [{"name": "x", "day": "13-01"}]})");
    QTest::newRow("year beyond") << QByteArray(R"({"appointed": [{"date": "2060-02-03", "name": "x"}]})");
}

void tst_Calendar::refusesOfficeDaysThatAreWrong()
{
    QFETCH(const QByteArray, json);

    const Result<KoreanCalendar> office = KoreanCalendar::national().withOfficeDays(json);

    QVERIFY(!office);
    QCOMPARE(office.error().kind, Error::Kind::Invalid);
    QVERIFY(office.error().text.startsWith(u"expected "_s));
}

QTEST_APPLESS_MAIN(tst_Calendar)
#include "tst_calendar.moc"
