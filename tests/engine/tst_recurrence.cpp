// Recurrence rules against the published suite of libical, the official lunar days, and hostile rules.
#include "core/calendar.h"
#include "engine/schedule/recurrence.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace naru;
using namespace naru::schedule;

namespace {

QString sharedFolder()
{
    const QString set = qEnvironmentVariable("NARU_SHARED");
    return set.isEmpty() ? qEnvironmentVariable("NARU_SOURCE") + u"/../shared"_s : set;
}

// One case of the suite, as text.
struct SuiteCase {
    QString title;
    QString rule;
    QString start;
    QString startAt;
    QString instances;
};

QList<SuiteCase> suite()
{
    QList<SuiteCase> cases;
    const QDir folder(sharedFolder() + u"/conformance/rrule"_s);
    for (const QString &name : folder.entryList({u"icalrecur_test*.txt"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        SuiteCase one;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            const QString value = line.mid(line.indexOf(u':') + 1).trimmed();
            if (line.startsWith(u'#'))
                one.title = line.mid(1).trimmed();
            else if (line.startsWith(u"RRULE:"_s))
                one = {one.title, value, {}, {}, {}};
            else if (line.startsWith(u"DTSTART:"_s))
                one.start = value;
            else if (line.startsWith(u"START-AT:"_s))
                one.startAt = value;
            else if (line.startsWith(u"INSTANCES:"_s)) {
                one.instances = value;
                one.title = name + u": "_s + one.title + u": "_s + one.rule.left(60) + u' ' + one.start;
                cases.append(one);
                one = {};
            }
        }
    }
    return cases;
}

WallSecond wallOf(const QString &text)
{
    const QTime time = text.size() > 8 ? QTime::fromString(text.mid(9, 6), u"HHmmss"_s) : QTime(0, 0);
    return wallSecond(QDate::fromString(text.left(8), u"yyyyMMdd"_s), time);
}

// As the suite writes it: a date alone, or with Z, as the start does.
QString written(WallSecond at, const QString &start)
{
    const QString date = dateOf(dayOf(at)).toString(u"yyyyMMdd"_s);
    if (start.size() == 8)
        return date;
    return date + u'T' + clockOf(at).toString(u"HHmmss"_s) + (start.endsWith(u'Z') ? u"Z"_s : QString());
}

QStringList momentsFrom(const Recurrence &rule, WallSecond from, const QString &start, int most)
{
    QStringList found;
    Result<std::optional<WallSecond>> next = rule.atOrAfter(from);
    while (next && *next && found.size() < most) {
        found.append(written(**next, start));
        next = rule.atOrAfter(**next + 1);
    }
    return found;
}

Result<Recurrence> recurrenceOf(const QString &text, const QString &start)
{
    const ParsedRule parsed = recurrenceRuleFromText(text);
    if (!parsed.problems.isEmpty())
        return errorOf(parsed.problems);
    return Recurrence::make(parsed.rule, wallOf(start), {}, start.size() == 8);
}

} // namespace

class tst_Recurrence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSuiteOfLibicalIsMet_data();
    void theSuiteOfLibicalIsMet();
    void anyMomentIsFoundWithoutTheOnesBefore_data() { theSuiteOfLibicalIsMet_data(); }
    void anyMomentIsFoundWithoutTheOnesBefore();
    void theSuiteIsWholeAndCounted();
    void dangiDaysAreTheOfficialOnes_data();
    void dangiDaysAreTheOfficialOnes();
    void lunisolarNewYearsAreThePublishedOnes_data();
    void lunisolarNewYearsAreThePublishedOnes();
    void dangiDaysAreThoseOfTheLaw();
    void aRuleComesToPassSo_data();
    void aRuleComesToPassSo();
    void aBadRuleIsRefusedByName_data();
    void aBadRuleIsRefusedByName();
    void everythingWrongIsSaidAtOnce();
    void aHostileRuleEndsSoon_data();
    void aHostileRuleEndsSoon();
};

void tst_Recurrence::theSuiteOfLibicalIsMet_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("startAt");
    QTest::addColumn<QString>("instances");
    int number = 0;
    for (const SuiteCase &one : suite())
        QTest::newRow(qUtf8Printable(QString::number(++number) + u' ' + one.title))
            << one.rule << one.start << one.startAt << one.instances;
    if (number == 0)
        QSKIP("the suite is not here: NARU_SHARED names no folder with conformance/rrule");
}

void tst_Recurrence::theSuiteOfLibicalIsMet()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, start);
    QFETCH(const QString, startAt);
    QFETCH(const QString, instances);

    const Result<Recurrence> recurrence = recurrenceOf(rule, start);

    if (instances.startsWith(u"***"_s)) {
        QVERIFY(!recurrence);
        return;
    }
    QVERIFY2(recurrence, recurrence ? "" : qUtf8Printable(recurrence.error().text));
    QCOMPARE(momentsFrom(*recurrence, wallOf(start), start, 400).join(u','), instances);
    if (startAt.isEmpty())
        return;
    QStringList tail = instances.split(u',');
    while (!tail.isEmpty() && tail.first() < startAt)
        tail.removeFirst();
    QCOMPARE(momentsFrom(*recurrence, wallOf(startAt), start, 400), tail);
}

void tst_Recurrence::anyMomentIsFoundWithoutTheOnesBefore()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, start);
    QFETCH(const QString, instances);
    if (instances.startsWith(u"***"_s))
        return;
    const Result<Recurrence> recurrence = recurrenceOf(rule, start);
    QVERIFY(recurrence);
    const QStringList all = instances.split(u',');

    for (qsizetype i = 0; i < all.size(); ++i) {
        const Recurrence fresh = *recurrenceOf(rule, start);
        QCOMPARE(momentsFrom(fresh, wallOf(all[i]), start, 1), all.mid(i, 1));
        if (i > 0)
            QCOMPARE(momentsFrom(fresh, wallOf(all[i - 1]) + 1, start, 1), all.mid(i, 1));
    }
}

void tst_Recurrence::theSuiteIsWholeAndCounted()
{
    const QList<SuiteCase> cases = suite();
    if (cases.isEmpty())
        QSKIP("the suite is not here: NARU_SHARED names no folder with conformance/rrule");
    int met = 0;
    for (const SuiteCase &one : cases) {
        const Result<Recurrence> recurrence = recurrenceOf(one.rule, one.start);
        const bool isRefused = one.instances.startsWith(u"***"_s);
        if (recurrence ? momentsFrom(*recurrence, wallOf(one.start), one.start, 400).join(u',') == one.instances
                       : isRefused)
            ++met;
    }

    qInfo("rrule: %d of %d cases", met, int(cases.size()));
    QCOMPARE(cases.size(), 91);
    QCOMPARE(met, 91);
}

void tst_Recurrence::dangiDaysAreTheOfficialOnes_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("name");
    QTest::newRow("설날") << u"BYMONTH=1;BYMONTHDAY=1"_s << u"설날"_s;
    QTest::newRow("부처님오신날") << u"BYMONTH=4;BYMONTHDAY=8"_s << u"부처님오신날"_s;
    QTest::newRow("추석") << u"BYMONTH=8;BYMONTHDAY=15"_s << u"추석"_s;
}

void tst_Recurrence::dangiDaysAreTheOfficialOnes()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, name);
    QStringList official;
    for (int year = 2018; year <= 2027; ++year) {
        QFile file(sharedFolder() + u"/domain/holidays/%1.csv"_s.arg(year));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the official calendars are not here: NARU_SHARED names no folder with domain/holidays");
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
            if (line.section(u',', 1).trimmed() == name
                || (name == u"부처님오신날"_s && line.section(u',', 1).startsWith(u"부처님"_s)))
                official.append(line.section(u',', 0, 0).remove(u'-'));
    }

    const Result<Recurrence> recurrence = recurrenceOf(u"RSCALE=DANGI;FREQ=YEARLY;"_s + rule, u"20180101"_s);

    QVERIFY(recurrence);
    QCOMPARE(official.size(), 10);
    QCOMPARE(momentsFrom(*recurrence, wallOf(u"20180101"_s), u"20180101"_s, 10), official);
}

void tst_Recurrence::lunisolarNewYearsAreThePublishedOnes_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("days");
    QTest::newRow("China, where ICU 72 errs in 2027")
        << u"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"_s << u"20260217,20270206,20280126,20290213,20300203"_s;
    QTest::newRow("Korea, a day later") << u"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"_s
                                        << u"20260217,20270207,20280127,20290213,20300203"_s;
    QTest::newRow("Rosh Hashanah") << u"RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"_s
                                   << u"20260912,20271002,20280921,20290910,20300928"_s;
}

void tst_Recurrence::lunisolarNewYearsAreThePublishedOnes()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, days);

    const Result<Recurrence> recurrence = recurrenceOf(rule, u"20260101"_s);

    QVERIFY(recurrence);
    QCOMPARE(momentsFrom(*recurrence, wallOf(u"20260101"_s), u"20260101"_s, 5).join(u','), days);
}

// Two tables of different descent: the days of the law in core, and the months here.
void tst_Recurrence::dangiDaysAreThoseOfTheLaw()
{
    const KoreanCalendar calendar = KoreanCalendar::national();
    const Result<Recurrence> seollal =
        recurrenceOf(u"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"_s, u"20150101"_s);
    const Result<Recurrence> chuseok =
        recurrenceOf(u"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15"_s, u"20150101"_s);
    QVERIFY(seollal && chuseok);

    for (int year = 2015; year <= 2049; ++year) {
        const auto lunar = seollal->atOrAfter(wallSecond(QDate(year, 1, 1), QTime(0, 0)));
        const auto harvest = chuseok->atOrAfter(wallSecond(QDate(year, 1, 1), QTime(0, 0)));
        QVERIFY(lunar && *lunar && harvest && *harvest);
        QVERIFY2(calendar.holidayName(dateOf(dayOf(**lunar))).split(u", "_s).contains(u"설날"_s),
                 qUtf8Printable(wallText(**lunar)));
        QVERIFY2(calendar.holidayName(dateOf(dayOf(**harvest))).split(u", "_s).contains(u"추석"_s),
                 qUtf8Printable(wallText(**harvest)));
    }
}

void tst_Recurrence::aRuleComesToPassSo_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *name, const QString &rule, const QString &start, const QString &first) {
        QTest::newRow(name) << rule << start << first;
    };
    row("every Friday the 13th of a year", u"FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR"_s, u"20260101"_s,
        u"20260213,20260313,20261113,20270813"_s);
    row("the 20th Monday of the year", u"FREQ=YEARLY;BYDAY=20MO"_s, u"19970519T090000"_s,
        u"19970519T090000,19980518T090000,19990517T090000"_s);
    row("leap day on a Monday over the missing one of 2100", u"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"_s,
        u"20900101"_s, u"21120229"_s);
    row("the last working weekday of the quarter", u"FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"_s,
        u"20260301T180000"_s, u"20260331T180000,20260630T180000,20260930T180000,20261231T180000"_s);
    row("every second of every January of a far year", u"FREQ=SECONDLY;BYMONTH=1"_s, u"20260201T000000"_s,
        u"20270101T000000,20270101T000001"_s);
    row("until a bare date means its whole day", u"FREQ=DAILY;UNTIL=20260103"_s, u"20260101T090000"_s,
        u"20260101T090000,20260102T090000,20260103T090000"_s);
    row("a leap second is the one before", u"FREQ=MINUTELY;BYSECOND=60"_s, u"20260101T000000"_s,
        u"20260101T000059,20260101T000159"_s);
    row("the leap month of 2025", u"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1"_s, u"20200101"_s, u"20250725"_s);
    row("lower case", u"freq=daily;count=2"_s, u"20260101"_s, u"20260101,20260102"_s);
    row("the month after 2038-01-19", u"FREQ=DAILY"_s, u"20380118T031408"_s,
        u"20380118T031408,20380119T031408,20380120T031408"_s);
}

void tst_Recurrence::aRuleComesToPassSo()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, start);
    QFETCH(const QString, first);

    const Result<Recurrence> recurrence = recurrenceOf(rule, start);

    QVERIFY2(recurrence, recurrence ? "" : qUtf8Printable(recurrence.error().text));
    QCOMPARE(momentsFrom(*recurrence, wallOf(start), start, int(first.count(u',')) + 1).join(u','), first);
}

void tst_Recurrence::aBadRuleIsRefusedByName_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("code");
    const auto row = [](const QString &rule, const QString &code) {
        QTest::newRow(qUtf8Printable(rule.left(60))) << rule << code;
    };
    row(u""_s, u"rule.part"_s);
    row(u"BYDAY=MO"_s, u"rule.frequency"_s);
    row(u"FREQ=FORTNIGHTLY"_s, u"rule.frequency"_s);
    row(u"FREQ=DAILY;INTERVAL=0"_s, u"rule.interval"_s);
    row(u"FREQ=DAILY;INTERVAL=-1"_s, u"rule.interval"_s);
    row(u"FREQ=DAILY;INTERVAL=99999999999999999999"_s, u"rule.interval"_s);
    row(u"FREQ=DAILY;COUNT=1000000000"_s, u"rule.count"_s);
    row(u"FREQ=DAILY;COUNT=0"_s, u"rule.count"_s);
    row(u"FREQ=DAILY;COUNT=1;UNTIL=20260101"_s, u"rule.two-ends"_s);
    row(u"FREQ=DAILY;UNTIL=20260230"_s, u"rule.until"_s);
    row(u"FREQ=DAILY;UNTIL=20260101T250000"_s, u"rule.until"_s);
    row(u"FREQ=DAILY;UNTIL=tomorrow"_s, u"rule.until"_s);
    row(u"FREQ=DAILY;FREQ=DAILY"_s, u"rule.twice"_s);
    row(u"FREQ=DAILY;BYMOON=1"_s, u"rule.unknown-part"_s);
    row(u"FREQ=DAILY;;BYDAY=MO"_s, u"rule.part"_s);
    row(u"FREQ=DAILY;BYDAY="_s, u"rule.part"_s);
    row(u"FREQ=DAILY;BYDAY=MX"_s, u"rule.weekday"_s);
    row(u"FREQ=MONTHLY;BYDAY=0MO"_s, u"rule.weekday"_s);
    row(u"FREQ=MONTHLY;BYDAY=54MO"_s, u"rule.weekday"_s);
    row(u"FREQ=WEEKLY;BYDAY=1MO"_s, u"rule.ordinal"_s);
    row(u"FREQ=MONTHLY;BYMONTHDAY=32"_s, u"rule.number"_s);
    row(u"FREQ=MONTHLY;BYMONTHDAY=0"_s, u"rule.number"_s);
    row(u"FREQ=MONTHLY;BYMONTHDAY=٥"_s, u"rule.number"_s);
    row(u"FREQ=DAILY;BYHOUR=24"_s, u"rule.number"_s);
    row(u"FREQ=DAILY;BYMONTH=13"_s, u"rule.month"_s);
    row(u"FREQ=DAILY;BYMONTH=2L"_s, u"rule.month"_s);
    row(u"FREQ=WEEKLY;BYMONTHDAY=1"_s, u"rule.month-day"_s);
    row(u"FREQ=MONTHLY;BYYEARDAY=1"_s, u"rule.year-day"_s);
    row(u"FREQ=MONTHLY;BYWEEKNO=1"_s, u"rule.week-number"_s);
    row(u"FREQ=MONTHLY;BYSETPOS=1"_s, u"rule.set-position"_s);
    row(u"FREQ=MONTHLY;SKIP=FORWARD"_s, u"rule.skip"_s);
    row(u"RSCALE=RUSSIAN;FREQ=YEARLY"_s, u"rule.scale"_s);
    row(u"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"_s, u"rule.never"_s);
    row(u"FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31"_s, u"rule.never"_s);
    row(u"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"_s, u"rule.never"_s);
    row(u"FREQ=HOURLY;INTERVAL=24;BYHOUR=7"_s, u"rule.never"_s);
    row(u"FREQ=DAILY;UNTIL=20200101"_s, u"rule.never"_s);
    row(u"FREQ=DAILY;BYDAY="_s + u"MO,"_s.repeated(33'000) + u"MO"_s, u"rule.long"_s);
}

void tst_Recurrence::aBadRuleIsRefusedByName()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, code);

    const Result<Recurrence> recurrence = recurrenceOf(rule, u"20260101T090000"_s);

    QVERIFY(!recurrence);
    QCOMPARE(recurrence.error().code, code);
    QCOMPARE(recurrence.error().kind, Error::Kind::Invalid);
    QVERIFY(recurrence.error().text.startsWith(u"expected "_s) && recurrence.error().text.contains(u" but "_s));
    QVERIFY(recurrence.error().text.size() < 400);
}

void tst_Recurrence::everythingWrongIsSaidAtOnce()
{
    const ParsedRule parsed = recurrenceRuleFromText(u"FREQ=DAYLY;INTERVAL=0;BYHOUR=24,99;BYDAY=XX;WKST=MON");

    QStringList parts;
    for (const Problem &one : parsed.problems)
        parts.append(one.part);
    QCOMPARE(parts.join(u' '), u"FREQ INTERVAL BYHOUR BYHOUR BYDAY WKST"_s);
}

void tst_Recurrence::aHostileRuleEndsSoon_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("never, of seconds") << u"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"_s;
    QTest::newRow("never, of a week of seconds") << u"FREQ=SECONDLY;INTERVAL=604800;BYDAY=MO;BYMONTH=2;BYMONTHDAY=29"_s;
    QTest::newRow("never, by interval") << u"FREQ=HOURLY;INTERVAL=24;BYHOUR=7;BYYEARDAY=-1"_s;
    QTest::newRow("never, by position") << u"FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=7"_s;
    QTest::newRow("every second of the year as one set") << u"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,"
                                                            u"5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;"
                                                            u"BYSETPOS=-1"_s;
    QTest::newRow("the largest count") << u"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=100000"_s;
    QTest::newRow("the largest count of seconds") << u"FREQ=SECONDLY;COUNT=100000"_s;
    QTest::newRow("a count that is hard to count")
        << u"FREQ=SECONDLY;INTERVAL=7;BYHOUR=0;BYMINUTE=0;BYSECOND=0;COUNT=100000"_s;
    QTest::newRow("the largest interval") << u"FREQ=YEARLY;INTERVAL=1000000000"_s;
    QTest::newRow("a lunar leap month that never is") << u"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12L;BYMONTHDAY=1"_s;
}

void tst_Recurrence::aHostileRuleEndsSoon()
{
    QFETCH(const QString, rule);
    QElapsedTimer timer;
    timer.start();

    const Result<Recurrence> recurrence = recurrenceOf(rule, u"20260101T090000"_s);
    const int found =
        recurrence ? int(momentsFrom(*recurrence, wallOf(u"20990101T000000"_s), u"20260101T090000"_s, 3).size()) : 0;

    QVERIFY(found <= 3);
    QVERIFY2(timer.elapsed() < 2000, qUtf8Printable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(tst_Recurrence)
#include "tst_recurrence.moc"
