// Values of FEEL: their text, which FEEL reads again; equality; moments at the edges of clocks and calendars; types.
#include "engine/feel/expression.h"

#include <QTest>

using namespace naru;
using namespace naru::feel;

namespace {

struct Row {
    const char *expression;
    const char *expected;
};

QString valueOf(const QString &text)
{
    const Result<Value> value = fromText(text);
    return value ? toText(*value) : value.error().text;
}

template <std::size_t Count> void addRows(const Row (&rows)[Count])
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("expected");
    for (const Row &one : rows)
        QTest::newRow(one.expression) << QString::fromUtf8(one.expression) << QString::fromUtf8(one.expected);
}

// Computed with Python's decimal at 80 digits, rounded half-even to 34.
const Row preciseRows[] = {
    {"exp(1)", "2.718281828459045235360287471352662"},
    {"exp(0.5)", "1.648721270700128146848650787814164"},
    {"exp(-1)", "0.3678794411714423215955237701614609"},
    {"exp(2.302585092994045684017991454684364)", "9.999999999999999999999999999999998"},
    {"exp(100)", "2.688117141816135448412625551580014E+43"},
    {"exp(-230.2585)", "1.000009299447807998496615412764733E-100"},
    {"exp(0.0000000000000000000000000000001)", "1.000000000000000000000000000000100"},
    {"exp(14149.38)", "9.946180862600428374077334706894498E+6144"},
    {"log(2)", "0.6931471805599453094172321214581766"},
    {"log(10)", "2.302585092994045684017991454684364"},
    {"log(0.1)", "-2.302585092994045684017991454684364"},
    {"log(1.000000000000000000000000000000001)", "9.999999999999999999999999999999995E-34"},
    {"log(0.9999999999999999999999999999999999)", "-1.000000000000000000000000000000000E-34"},
    {"log(1234567890.123456789)", "20.93398685926206371720692480264790"},
    {"log(3)", "1.098612288668109691395245236922526"},
    {"log(0.000000000000001)", "-34.53877639491068526026987182026546"},
    {"2 ** 0.5", "1.414213562373095048801688724209698"},
    {"10 ** 0.3333333333333333333333333333333333", "2.154434690031883721759293566519350"},
    {"1.003125 ** -360", "0.3252224591723127419700637978073457"},
    {"1.0000001 ** 1000000", "1.105170912549793416638382709346716"},
    {"0.5 ** -0.5", "1.414213562373095048801688724209698"},
    {"123.456 ** 7.89", "31771028258180977.30906865968220513"},
    {"7 ** -31", "0.000000000000000000000000006338124408909008013335531731966998"},
    {"0.7071 ** 0.0001", "0.9999653422825553718611530049912431"},
    {"sqrt(2)", "1.414213562373095048801688724209698"},
    {"sqrt(3)", "1.732050807568877293527446341505872"},
    {"sqrt(0.1)", "0.3162277660168379331998893544432719"},
    {"sqrt(12345678901234567890)", "3513641828.820144253093654172555782"},
    {"sqrt(1E-1)", "0.3162277660168379331998893544432719"},
};

const Row momentRows[] = {
    // The clocks of Paris jump from 2:00 to 3:00 on 2021-03-28, and from 3:00 to 2:00 on 2021-10-31.
    {"@\"2021-03-28T01:30:00@Europe/Paris\" + @\"PT1H\"", "date and time(\"2021-03-28T03:30:00@Europe/Paris\")"},
    {"@\"2021-03-28T02:30:00@Europe/Paris\" = @\"2021-03-28T01:30:00Z\"", "true"},
    {"@\"2021-03-28T02:30:00@Europe/Paris\" = @\"2021-03-28T03:30:00@Europe/Paris\"", "true"},
    {"@\"2021-10-31T02:30:00@Europe/Paris\" = @\"2021-10-31T00:30:00Z\"", "true"},
    {"@\"2021-10-31T02:30:00@Europe/Paris\" + @\"PT1H\"", "date and time(\"2021-10-31T02:30:00@Europe/Paris\")"},
    {"@\"2021-10-31T04:00:00@Europe/Paris\" - @\"2021-10-31T00:00:00@Europe/Paris\"", "duration(\"PT5H\")"},
    {"@\"2021-07-01T00:00:00@Europe/Paris\".time offset", "duration(\"PT2H\")"},
    {"@\"2421-07-01T00:00:00@Europe/Paris\".time offset", "duration(\"PT2H\")"},
    {"@\"999999999-07-01T00:00:00@Europe/Paris\".time offset", "duration(\"PT2H\")"},
    {"@\"2021-01-01T10:00:00+09:00\" = @\"2021-01-01T10:00:00@Asia/Seoul\"", "true"},
    {"@\"2021-01-01T10:00:00\" < @\"2021-01-01T09:00:00+09:00\"", "false"},
    {"@\"10:00:00\" + @\"PT15H\"", "time(\"01:00:00\")"},
    {"@\"01:00:00\" - @\"PT2H\"", "time(\"23:00:00\")"},
    {"@\"10:00:00+09:00\" = @\"01:00:00Z\"", "true"},
    {"@\"2021-01-31\" + @\"P1M\"", "date(\"2021-02-28\")"},
    {"@\"2020-02-29\" - @\"P1Y\"", "date(\"2019-02-28\")"},
    {"@\"2021-01-31\" + @\"P1D\"", "date(\"2021-02-01\")"},
    {"@\"2021-01-31\" + @\"PT23H\"", "date(\"2021-01-31\")"},
    {"@\"2021-01-01\" - @\"2020-01-01\"", "duration(\"P366D\")"},
    {"@\"999999999-12-31\" + @\"P1D\"", "null"},
    {"@\"-999999999-01-01\" - @\"P1M\"", "null"},
    {"@\"-0001-12-31\" + @\"P1D\"", "date(\"0000-01-01\")"},
    {"@\"2021-01-01T10:00:00\" - @\"2021-01-01T10:00:00Z\"", "null"},
    {"@\"P1DT12H\" * 1.5", "duration(\"P2DT6H\")"},
    {"@\"P10Y11M\" / 2.5", "duration(\"P4Y4M\")"},
    {"@\"P10D\" / @\"P4D\"", "2.5"},
    {"@\"P10D\" / 0", "null"},
    {"@\"-P1DT1H\".hours", "-1"},
    {"@\"P1Y2M\".months", "2"},
    {"@\"P1Y\".days", "null"},
    {"@\"2018-12-10\".weekday", "1"},
    {"@\"10:30:01.25\".second", "1.25"},
    {"@\"P99999999999999D\"", "duration(\"P99999999999999D\")"},
    {"@\"P999999999999999999D\"", "null"},
};

const char *const texts[] = {
    "null",
    "true",
    "-0.00",
    "1.10",
    "1234567890123456789012345678901234",
    "1E+6000",
    "1E-6143",
    "\"a \\\"quoted\\\" \\\\ line\\nend\\r\\t\\u2028 한글 🐎\"",
    "date(\"-0044-03-15\")",
    "time(\"23:59:59.999999999@Asia/Seoul\")",
    "date and time(\"999999999-12-31T23:59:59+18:00\")",
    "duration(\"-P3DT4H5M6.789S\")",
    "duration(\"-P1Y2M\")",
    "[1, [2, {a: [], \"b c\": {}, \"if\": null, 나: @\"P1D\"}]]",
    "[1..2)",
    "(<5)",
    "(>=@\"2020-01-01\")",
    "(=7)",
    "(!=7)",
};

} // namespace

class tst_FeelValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areRoundedRightInTheLastDigit_data() { addRows(preciseRows); }
    void areRoundedRightInTheLastDigit();
    void knowClocksAndCalendars_data() { addRows(momentRows); }
    void knowClocksAndCalendars();
    void readTheirOwnText_data();
    void readTheirOwnText();
    void areCoercedToTypes_data();
    void areCoercedToTypes();
    void keepConstraintsOfTheirTypes();
    void growInPlaceOnlyWhereNobodyElseLooks();
    void conformToTypes_data();
    void conformToTypes();
};

void tst_FeelValues::areRoundedRightInTheLastDigit()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);

    const Result<Value> value = fromText(expression);

    QVERIFY(value);
    QVERIFY(value->is(Value::Kind::Number));
    QCOMPARE(value->number().normalized().toScientificString(),
             Decimal::fromString(expected)->normalized().toScientificString());
}

void tst_FeelValues::knowClocksAndCalendars()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);
    QCOMPARE(valueOf(expression), expected);
}

void tst_FeelValues::readTheirOwnText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *one : texts)
        QTest::newRow(one) << QString::fromUtf8(one);
}

void tst_FeelValues::readTheirOwnText()
{
    QFETCH(const QString, text);
    const Result<Value> value = fromText(text);
    QVERIFY2(value, value ? "" : qUtf8Printable(value.error().text));

    const QString written = toText(*value);
    const Result<Value> again = fromText(written);

    QVERIFY2(again, qUtf8Printable(written));
    QVERIFY2(*again == *value, qUtf8Printable(written));
    QCOMPARE(toText(*again), written);
    QVERIFY(!written.contains(u'\n') && !written.contains(u'\r'));
}

void tst_FeelValues::areCoercedToTypes_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("expected");
    QTest::newRow("same") << u"1"_s << u"number"_s << u"1"_s;
    QTest::newRow("null") << u"null"_s << u"number"_s << u"null"_s;
    QTest::newRow("out of a list") << u"[1]"_s << u"number"_s << u"1"_s;
    QTest::newRow("into a list") << u"1"_s << u"list<number>"_s << u"[1]"_s;
    QTest::newRow("two are too many") << u"[1, 2]"_s << u"number"_s << u"-"_s;
    QTest::newRow("wrong element") << u"[\"a\"]"_s << u"number"_s << u"-"_s;
    QTest::newRow("wrong kind") << u"\"1\""_s << u"number"_s << u"-"_s;
    QTest::newRow("date to midnight") << u"@\"2020-01-01\""_s << u"date and time"_s
                                      << u"date and time(\"2020-01-01T00:00:00Z\")"_s;
    QTest::newRow("more entries") << u"{a: 1, b: 2}"_s << u"context<a: number>"_s << u"{a: 1, b: 2}"_s;
    QTest::newRow("missing entry") << u"{b: 2}"_s << u"context<a: number>"_s << u"-"_s;
    QTest::newRow("anything") << u"[1]"_s << u"Any"_s << u"[1]"_s;
}

void tst_FeelValues::areCoercedToTypes()
{
    QFETCH(const QString, value);
    QFETCH(const QString, type);
    QFETCH(const QString, expected);
    const Result<Type> target = typeFromText(type);
    QVERIFY(target);

    const std::optional<Value> result = coerced(*fromText(value), *target);

    QCOMPARE(result ? toText(*result) : u"-"_s, expected);
}

void tst_FeelValues::keepConstraintsOfTheirTypes()
{
    const Type number(Type::Kind::Number);
    const Type positive = number.constrained([](const Value &value) { return Decimal(0) < value.number(); });
    const Type small = positive.constrained([](const Value &value) { return value.number() < Decimal(10); });

    QVERIFY(small.holds(Value(5)));
    QVERIFY(!small.holds(Value(-5)));
    QVERIFY(!small.holds(Value(50)));
    QVERIFY(!small.holds(Value(u"5"_s)));
    QVERIFY(!Type::listOf(small).holds(Value(QList<Value>{Value(5), Value(50)})));
}

void tst_FeelValues::growInPlaceOnlyWhereNobodyElseLooks()
{
    Value list(QList<Value>{Value(1)});
    const Value before = list;

    list.append(Value(QList<Value>{Value(2)}));

    QCOMPARE(toText(before), u"[1]"_s);
    QCOMPARE(toText(list), u"[1, [2]]"_s);
    QCOMPARE(list.nesting(), 2);
}

void tst_FeelValues::conformToTypes_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("conforms");
    QTest::newRow("any") << u"number"_s << u"Any"_s << true;
    QTest::newRow("null") << u"Null"_s << u"string"_s << true;
    QTest::newRow("other") << u"string"_s << u"date"_s << false;
    QTest::newRow("date to date and time") << u"date"_s << u"date and time"_s << false;
    QTest::newRow("list") << u"list<number>"_s << u"list<Any>"_s << true;
    QTest::newRow("narrower list") << u"list<Any>"_s << u"list<number>"_s << false;
    QTest::newRow("range") << u"range<number>"_s << u"range<string>"_s << false;
    QTest::newRow("wider context") << u"context<a: number, b: string>"_s << u"context<a: number>"_s << true;
    QTest::newRow("smaller context") << u"context<a: number>"_s << u"context<a: number, b: string>"_s << false;
    QTest::newRow("contravariant") << u"function<Any>->number"_s << u"function<number>->Any"_s << true;
    QTest::newRow("not covariant") << u"function<number>->number"_s << u"function<Any>->number"_s << false;
    QTest::newRow("arity") << u"function<number>->number"_s << u"function<number, number>->number"_s << false;
}

void tst_FeelValues::conformToTypes()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, conforms);

    const Result<Type> left = typeFromText(one);
    const Result<Type> right = typeFromText(other);

    QVERIFY(left && right);
    QCOMPARE(left->conformsTo(*right), conforms);
    QCOMPARE(left->name(), one);
}

QTEST_APPLESS_MAIN(tst_FeelValues)
#include "tst_feel_values.moc"
