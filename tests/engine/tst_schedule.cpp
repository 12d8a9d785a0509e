// A schedule as a value: its JSON form, what is wrong with it, and what it says in phrases.
#include "engine/schedule/timetable.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace naru;
using namespace naru::schedule;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

const char *const whole = R"({
    "id": "fifth", "robot": "personnel-order", "inputs": {"folder": "/in", "deep": {"list": [1, "둘", null]}},
    "rule": {"rrule": "FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=9,17;COUNT=30", "rdate": ["2026-12-24T10:00:00"],
             "exdate": ["2026-11-05T09:00:00", "2026-12-05"]},
    "zone": "America/New_York", "start": "2026-11-01T09:00:00", "end": "2027-12-31T18:00:00",
    "holidays": "previous", "misfire": {"policy": "all", "limit": 7, "threshold": 120}, "overlap": "queue-one",
    "jitter": 300, "enabled": false})";

Schedule good()
{
    return scheduleFromJson(object(R"({"id": "a", "robot": "b", "rule": {"cron": "0 9 5 * *"}})")).schedule;
}

QStringList partsOf(const QList<Problem> &problems)
{
    QStringList parts;
    for (const Problem &one : problems)
        parts.append(one.part);
    return parts;
}

} // namespace

class tst_Schedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theJsonFormKeepsEverything();
    void whatIsLeftOutHasTheseDefaults();
    void aMalformedFormIsRefused_data();
    void aMalformedFormIsRefused();
    void everythingWrongIsSaidAtOnce();
    void aBadScheduleIsRefused_data();
    void aBadScheduleIsRefused();
    void hostileTextsEndSoon_data();
    void hostileTextsEndSoon();
    void aScheduleIsSaidInPhrases_data();
    void aScheduleIsSaidInPhrases();
};

void tst_Schedule::theJsonFormKeepsEverything()
{
    const ParsedSchedule parsed = scheduleFromJson(object(whole));

    QVERIFY2(parsed.problems.isEmpty(), parsed.problems.isEmpty() ? "" : qUtf8Printable(parsed.problems.first().text));
    QCOMPARE(toJson(parsed.schedule), object(whole));
    QCOMPARE(problemsOf(parsed.schedule).size(), 0);
    QCOMPARE(toJson(scheduleFromJson(toJson(good())).schedule), toJson(good()));
}

void tst_Schedule::whatIsLeftOutHasTheseDefaults()
{
    const Schedule schedule = good();

    QCOMPARE(schedule.zone, u"Asia/Seoul"_s);
    QCOMPARE(schedule.holidays, HolidayPolicy::AsIs);
    QCOMPARE(schedule.misfire, MisfirePolicy::Once);
    QCOMPARE(schedule.misfireThreshold, 60);
    QCOMPARE(schedule.overlap, OverlapPolicy::Skip);
    QCOMPARE(schedule.jitter, 0);
    QVERIFY(schedule.isEnabled);
}

void tst_Schedule::aMalformedFormIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value, const QString &part) {
        QTest::newRow(name) << field << value << part;
    };
    row("a number for an id", u"id"_s, 7, u"id"_s);
    row("no robot", u"robot"_s, QJsonValue::Undefined, u"robot"_s);
    row("a list for the inputs", u"inputs"_s, QJsonArray(), u"inputs"_s);
    row("no rule", u"rule"_s, QJsonValue::Undefined, u"rule"_s);
    row("a text for a rule", u"rule"_s, u"* * * * *"_s, u"rule"_s);
    row("two rules", u"rule"_s, object(R"({"cron": "* * * * *", "once": "2026-01-01T00:00"})"), u"rule"_s);
    row("an unknown rule", u"rule"_s, object(R"({"cron": "* * * * *", "crom": "* * * * *"})"), u"rule.crom"_s);
    row("an exception that is no date", u"rule"_s, object(R"({"rrule": "FREQ=DAILY", "exdate": ["tomorrow"]})"),
        u"rule.exdate"_s);
    row("an addition that is a bare day", u"rule"_s, object(R"({"rrule": "FREQ=DAILY", "rdate": ["2026-01-01"]})"),
        u"rule.rdate"_s);
    row("a zone that is a number", u"zone"_s, 9, u"zone"_s);
    row("a start with a zone", u"start"_s, u"2026-01-01T00:00:00Z"_s, u"start"_s);
    row("a start on February 30", u"start"_s, u"2026-02-30T00:00:00"_s, u"start"_s);
    row("an unknown holiday policy", u"holidays"_s, u"nxet"_s, u"holidays"_s);
    row("an unknown misfire policy", u"misfire"_s, u"never"_s, u"misfire"_s);
    row("an unknown misfire field", u"misfire"_s, object(R"({"policy": "all", "limt": 3})"), u"misfire.limt"_s);
    row("a broken limit", u"misfire"_s, object(R"({"policy": "all", "limit": 1.5})"), u"misfire.limit"_s);
    row("an unknown overlap policy", u"overlap"_s, true, u"overlap"_s);
    row("a negative jitter", u"jitter"_s, -1, u"jitter"_s);
    row("a text for enabled", u"enabled"_s, u"no"_s, u"enabled"_s);
    row("an unknown field", u"hollidays"_s, u"next"_s, u"hollidays"_s);
}

void tst_Schedule::aMalformedFormIsRefused()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, part);
    QJsonObject json = object(whole);
    json.insert(field, value);
    if (value.isUndefined())
        json.remove(field);

    const ParsedSchedule parsed = scheduleFromJson(json);

    QCOMPARE(partsOf(parsed.problems), QStringList{part});
    QVERIFY(parsed.problems.first().text.startsWith(u"expected "_s));
}

void tst_Schedule::everythingWrongIsSaidAtOnce()
{
    Schedule schedule;
    schedule.kind = RuleKind::Rrule;
    schedule.rule = u"FREQ=DAILY;INTERVAL=0;BYHOUR=99"_s;
    schedule.zone = u"Asia/Seoull"_s;
    schedule.misfireLimit = 0;
    schedule.misfireThreshold = 0;
    schedule.jitter = 100'000;

    const Result<Timetable> timetable = Timetable::make(schedule, KoreanCalendar::national());

    QCOMPARE(partsOf(problemsOf(schedule)).join(u' '),
             u"id robot INTERVAL BYHOUR start zone misfire.limit misfire.threshold jitter"_s);
    QVERIFY(!timetable);
    for (const QString &part : {u"robot"_s, u"INTERVAL"_s, u"BYHOUR"_s, u"Asia/Seoull"_s, u"jitter"_s})
        QVERIFY2(timetable.error().text.contains(part), qUtf8Printable(timetable.error().text));
}

void tst_Schedule::aBadScheduleIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value, const QString &code) {
        QTest::newRow(name) << field << value << code;
    };
    const auto rrule = [](const char *text) { return QJsonObject{{u"rrule"_s, QString::fromLatin1(text)}}; };
    row("an empty id", u"id"_s, QString(), u"schedule.no-id"_s);
    row("an end before the start", u"end"_s, u"2020-01-01T00:00:00"_s, u"schedule.end"_s);
    row("a year before computers", u"start"_s, u"1900-01-01T00:00:00"_s, u"schedule.years"_s);
    row("exceptions of a cron", u"rule"_s, object(R"({"cron": "* * * * *", "exdate": ["2026-01-01"]})"),
        u"schedule.dates"_s);
    row("a moment that does not exist", u"rule"_s, object(R"({"once": "2026-02-30T09:00:00"})"), u"schedule.once"_s);
    row("a moment after the end", u"rule"_s, object(R"({"once": "2028-02-20T09:00:00"})"), u"schedule.never"_s);
    row("February 30", u"rule"_s, rrule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), u"rule.never"_s);
    row("February 30 by cron", u"rule"_s, object(R"({"cron": "0 9 30 2 *"})"), u"cron.never"_s);
    row("COUNT 10^9", u"rule"_s, rrule("FREQ=DAILY;COUNT=1000000000"), u"rule.count"_s);
    row("INTERVAL 0", u"rule"_s, rrule("FREQ=DAILY;INTERVAL=0"), u"rule.interval"_s);
    row("after the end", u"rule"_s, rrule("FREQ=YEARLY;BYMONTH=3;INTERVAL=50;BYMONTHDAY=1"), u"schedule.never"_s);
    row("beyond the limit", u"misfire"_s, object(R"({"policy": "all", "limit": 1001})"), u"schedule.number"_s);
}

void tst_Schedule::aBadScheduleIsRefused()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, code);
    QJsonObject json = object(whole);
    json.insert(field, value);
    const ParsedSchedule parsed = scheduleFromJson(json);
    QCOMPARE(partsOf(parsed.problems), QStringList());

    const Result<Timetable> timetable = Timetable::make(parsed.schedule, KoreanCalendar::national());

    QVERIFY(!timetable);
    QCOMPARE(timetable.error().code, code);
    QCOMPARE(timetable.error().kind, Error::Kind::Invalid);
}

void tst_Schedule::hostileTextsEndSoon_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("zone");
    const QString seoul = u"Asia/Seoul"_s;
    const QString hundred = u"FREQ=DAILY;BYDAY=MO;"_s.repeated(5'000);
    QTest::newRow("100 KB of a rule") << int(RuleKind::Rrule) << hundred << seoul;
    QTest::newRow("100 KB of cron") << int(RuleKind::Cron) << u"1,"_s.repeated(50'000) << seoul;
    QTest::newRow("100 KB of a moment") << int(RuleKind::Once) << u"2026"_s.repeated(25'000) << seoul;
    QTest::newRow("100 KB of a zone") << int(RuleKind::Cron) << u"* * * * *"_s << u"A/"_s.repeated(50'000);
    QTest::newRow("nothing but signs") << int(RuleKind::Rrule) << u"=;"_s.repeated(8'000) << seoul;
    QTest::newRow("zeros and control characters") << int(RuleKind::Cron) << QString(5, QChar(0)) << seoul;
    QTest::newRow("half a character") << int(RuleKind::Cron) << QString(QChar(0xd800)) + u" * * * *"_s << seoul;
}

void tst_Schedule::hostileTextsEndSoon()
{
    QFETCH(const int, kind);
    QFETCH(const QString, rule);
    QFETCH(const QString, zone);
    Schedule schedule = good();
    schedule.kind = static_cast<RuleKind>(kind);
    schedule.rule = rule;
    schedule.zone = zone;
    schedule.start = 0;
    QElapsedTimer timer;
    timer.start();

    const Result<Timetable> timetable = Timetable::make(schedule, KoreanCalendar::national());

    QVERIFY(!timetable);
    QVERIFY2(timer.elapsed() < 1000, qUtf8Printable(QString::number(timer.elapsed())));
}

void tst_Schedule::aScheduleIsSaidInPhrases_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("phrases");
    QTest::newRow("the whole form")
        << object(whole)
        << u"every.month(1) on.month-day(5) on.hour(9,17) times(30) also(1) except(2) "
           u"from(2026-11-01T09:00:00) to(2027-12-31T18:00:00) zone(America/New_York) "
           u"holidays.previous() misfire.all(7) overlap.queue-one() jitter(300) disabled()"_s;
    QTest::newRow("a lunar rule") << object(
        R"({"id": "a", "robot": "b", "start": "2026-01-01T09:00",
            "rule": {"rrule": "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYDAY=-1FR,MO;BYSETPOS=1"}})")
                                  << u"every.year(1) calendar(DANGI) on.month(6L) on.weekday(-1FR,MO) only.position(1) "
                                     u"from(2026-01-01T09:00:00) zone(Asia/Seoul) holidays.as-is() misfire.once(1) "
                                     u"overlap.skip()"_s;
    QTest::newRow("cron") << object(R"({"id": "a", "robot": "b", "rule": {"cron": "0 9 5 * *"}})")
                          << u"cron(0 9 5 * *) zone(Asia/Seoul) holidays.as-is() misfire.once(1) overlap.skip()"_s;
    QTest::newRow("a bad one") << object(R"({"id": "a", "robot": "b", "rule": {"cron": "0 9 5"}})") << u""_s;
}

void tst_Schedule::aScheduleIsSaidInPhrases()
{
    QFETCH(const QJsonObject, json);
    QFETCH(const QString, phrases);

    QStringList found;
    for (const Phrase &one : phrasesOf(scheduleFromJson(json).schedule))
        found.append(one.code + u'(' + one.arguments.join(u',') + u')');

    QCOMPARE(found.join(u' '), phrases);
}

QTEST_APPLESS_MAIN(tst_Schedule)
#include "tst_schedule.moc"
