// Decimal against IBM's decTest (Debian's libpython3.11-testsuite has it), and against what an office needs of it.
#include "core/decimal.h"
#include "core/decimal_context.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>

#include <limits>

using namespace naru;

namespace {

using Rounding = Decimal::Rounding;

// One line of a decTest file: operation, operands, expected result and conditions, and the rounding then in force.
struct Case {
    QString id;
    QString operation;
    QStringList operands;
    QString expected;
    QStringList conditions;
    QString rounding;
};

// Splits at blanks outside quotes; a quote inside quotes is doubled. A comment ends the line.
QStringList words(QStringView line)
{
    QStringList out;
    for (qsizetype at = 0; at < line.size();) {
        if (line[at].isSpace()) {
            ++at;
        } else if (line.mid(at).startsWith(u"--")) {
            break;
        } else if (line[at] == u'\'' || line[at] == u'"') {
            const QChar quote = line[at++];
            QString word;
            for (; at < line.size(); ++at) {
                if (line[at] == quote && (at + 1 == line.size() || line[at + 1] != quote))
                    break;
                at += line[at] == quote ? 1 : 0;
                word += line[at];
            }
            ++at;
            out.append(word);
        } else {
            const qsizetype first = at;
            while (at < line.size() && !line[at].isSpace())
                ++at;
            out.append(line.mid(first, at - first).toString());
        }
    }
    return out;
}

QList<Case> casesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Case> cases;
    QString rounding = u"half_even"_s;
    while (!file.atEnd()) {
        const QStringList line = words(QString::fromUtf8(file.readLine()));
        if (line.size() == 2 && line[0].compare(u"rounding:"_s, Qt::CaseInsensitive) == 0)
            rounding = line[1].toLower();
        const qsizetype arrow = line.indexOf(u"->"_s);
        if (arrow < 3 || arrow + 1 >= line.size())
            continue;
        cases.append(
            {line[0], line[1].toLower(), line.mid(2, arrow - 2), line[arrow + 1], line.mid(arrow + 2), rounding});
    }
    return cases;
}

const QHash<QString, Rounding> &roundings()
{
    static const QHash<QString, Rounding> names{
        {u"half_even"_s, Rounding::HalfEven},
        {u"half_up"_s, Rounding::HalfAwayFromZero},
        {u"half_down"_s, Rounding::HalfDown},
        {u"down"_s, Rounding::Down},
        {u"up"_s, Rounding::Up},
        {u"floor"_s, Rounding::Floor},
        {u"ceiling"_s, Rounding::Ceiling},
    };
    return names;
}

// An operation of decTest in the words of DecimalContext. HalfDown is for those that do not round arithmetic.
struct Operation {
    std::function<Decimal(DecimalContext &, const QList<Decimal> &)> run;
    bool roundsArithmetic = false;
};

template <Decimal (DecimalContext::*Member)(const Decimal &)> Operation unary(bool rounds = false)
{
    return {[](DecimalContext &context, const QList<Decimal> &x) { return (context.*Member)(x[0]); }, rounds};
}

template <Decimal (DecimalContext::*Member)(const Decimal &, const Decimal &)> Operation binary(bool rounds = false)
{
    return {[](DecimalContext &context, const QList<Decimal> &x) { return (context.*Member)(x[0], x[1]); }, rounds};
}

const QHash<QString, Operation> &operations()
{
    using C = DecimalContext;
    static const QHash<QString, Operation> table{
        {u"abs"_s, unary<&C::abs>()},
        {u"add"_s, binary<&C::add>(true)},
        {u"apply"_s, {[](C &, const QList<Decimal> &x) { return x[0]; }, true}},
        {u"compare"_s, binary<&C::compare>()},
        {u"comparesig"_s, binary<&C::compareSignal>()},
        {u"comparetotal"_s, {[](C &, const QList<Decimal> &x) { return Decimal(C::compareTotal(x[0], x[1])); }}},
        {u"comparetotmag"_s,
         {[](C &, const QList<Decimal> &x) { return Decimal(C::compareTotalMagnitude(x[0], x[1])); }}},
        {u"copy"_s, {[](C &, const QList<Decimal> &x) { return x[0]; }}},
        {u"copyabs"_s, {[](C &, const QList<Decimal> &x) { return C::copyAbs(x[0]); }}},
        {u"copynegate"_s, {[](C &, const QList<Decimal> &x) { return C::copyNegate(x[0]); }}},
        {u"copysign"_s, {[](C &, const QList<Decimal> &x) { return C::copySign(x[0], x[1]); }}},
        {u"divide"_s, binary<&C::divide>(true)},
        {u"divideint"_s, binary<&C::divideInteger>()},
        {u"fma"_s, {[](C &c, const QList<Decimal> &x) { return c.fma(x[0], x[1], x[2]); }, true}},
        {u"logb"_s, unary<&C::logB>()},
        {u"max"_s, binary<&C::max>()},
        {u"maxmag"_s, binary<&C::maxMagnitude>()},
        {u"min"_s, binary<&C::min>()},
        {u"minmag"_s, binary<&C::minMagnitude>()},
        {u"minus"_s, unary<&C::minus>()},
        {u"multiply"_s, binary<&C::multiply>(true)},
        {u"nextminus"_s, unary<&C::nextMinus>()},
        {u"nextplus"_s, unary<&C::nextPlus>()},
        {u"nexttoward"_s, binary<&C::nextToward>()},
        {u"plus"_s, unary<&C::plus>()},
        {u"quantize"_s, binary<&C::quantize>()},
        {u"reduce"_s, unary<&C::reduce>()},
        {u"remainder"_s, binary<&C::remainder>()},
        {u"remaindernear"_s, binary<&C::remainderNear>()},
        {u"samequantum"_s, {[](C &, const QList<Decimal> &x) { return Decimal(C::sameQuantum(x[0], x[1])); }}},
        {u"scaleb"_s, binary<&C::scaleB>(true)},
        {u"subtract"_s, binary<&C::subtract>(true)},
        {u"tointegralx"_s, unary<&C::toIntegral>()},
        {u"tosci"_s, {[](C &, const QList<Decimal> &x) { return x[0]; }, true}},
    };
    return table;
}

// libbid raises no Rounded, Clamped, or Subnormal.
unsigned expectedConditions(const Case &one)
{
    static const QHash<QString, unsigned> bits{
        {u"inexact"_s, DecimalContext::Inexact},
        {u"overflow"_s, DecimalContext::Overflow},
        {u"underflow"_s, DecimalContext::Underflow},
        {u"division_by_zero"_s, DecimalContext::DivisionByZero},
        {u"invalid_operation"_s, DecimalContext::Invalid},
        {u"conversion_syntax"_s, DecimalContext::Invalid},
        {u"division_impossible"_s, DecimalContext::Invalid},
        {u"division_undefined"_s, DecimalContext::Invalid},
    };
    unsigned expected = 0;
    for (const QString &name : one.conditions)
        expected |= bits.value(name.toLower());
    return expected;
}

// Why the case is not ours, or nothing.
QString reasonToSkip(const Case &one)
{
    const auto operation = operations().constFind(one.operation);
    if (operation == operations().constEnd())
        return one.operation;
    const auto rounding = roundings().constFind(one.rounding);
    if (rounding == roundings().constEnd()
        || (operation->roundsArithmetic && !DecimalContext::roundsArithmetic(*rounding)))
        return one.operation + u" rounding "_s + one.rounding;
    const QStringList texts = one.operands + QStringList{one.expected};
    for (const QString &text : texts)
        if (text.startsWith(u'#'))
            return u"other encoding"_s;
    return {};
}

// "value conditions" of a case as we compute it.
QString outcome(const Case &one)
{
    const Rounding rounding = roundings().value(one.rounding);
    const bool readsRounded = one.operation == u"tosci"_s || one.operation == u"apply"_s;
    DecimalContext reader(readsRounded ? rounding : Rounding::HalfEven);
    QList<Decimal> operands;
    bool malformed = false;
    for (const QString &text : one.operands) {
        const Result<Decimal> operand = reader.parse(text);
        malformed = malformed || !operand;
        operands.append(operand ? *operand : Decimal::notANumber());
    }
    DecimalContext context(rounding);
    const Decimal value = operations().value(one.operation).run(context, operands);
    const unsigned raised =
        context.conditions() | reader.conditions() | (malformed ? unsigned(DecimalContext::Invalid) : 0u);
    return value.toScientificString() + u' ' + QString::number(raised, 16);
}

} // namespace

class tst_Decimal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesDecTest_data();
    void passesDecTest();
    void readsTextExactly_data();
    void readsTextExactly();
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void writesPlainNotation_data();
    void writesPlainNotation();
    void roundsToPlaces_data();
    void roundsToPlaces();
    void turnsIntoWholeNumbers_data();
    void turnsIntoWholeNumbers();
    void comparesByValue();
    void keepsTheQuantumOfMoney();
    void survivesItsOwnText();
};

void tst_Decimal::passesDecTest_data()
{
    const QDir directory(u"/usr/lib/python3.11/test/decimaltestdata"_s);
    QTest::addColumn<QString>("path");
    for (const QString &name : directory.entryList({u"dq*.decTest"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qUtf8Printable(name)) << directory.filePath(name);
    if (directory.entryList({u"dq*.decTest"_s}).isEmpty())
        QTest::newRow("absent") << QString();
}

void tst_Decimal::passesDecTest()
{
    QFETCH(const QString, path);
    if (path.isEmpty())
        QSKIP("expected decTest in /usr/lib/python3.11/test/decimaltestdata but it is absent: install "
              "libpython3.11-testsuite");

    const QList<Case> cases = casesOf(path);
    int passed = 0;
    QMap<QString, int> skipped;
    QStringList failures;
    for (const Case &one : cases) {
        const QString reason = reasonToSkip(one);
        if (!reason.isEmpty()) {
            ++skipped[reason];
            continue;
        }
        const QString expected = one.expected + u' ' + QString::number(expectedConditions(one), 16);
        const QString actual = outcome(one);
        if (actual == expected)
            ++passed;
        else
            failures.append(one.id + u' ' + one.operation + u' ' + one.operands.join(u' ') + u" ("_s + one.rounding
                            + u"): expected "_s + expected + u" but "_s + actual);
    }

    QString others;
    for (auto at = skipped.constBegin(); at != skipped.constEnd(); ++at)
        others += u" "_s + at.key() + u": "_s + QString::number(at.value()) + u';';
    qInfo("%d passed, %d failed, %d skipped:%s", passed, int(failures.size()),
          int(cases.size() - passed - failures.size()), qUtf8Printable(others));
    QVERIFY(!cases.isEmpty());
    QVERIFY2(failures.isEmpty(), qUtf8Printable(failures.mid(0, 20).join(u'\n')));
}

void tst_Decimal::readsTextExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("whole") << u"12"_s << u"12"_s;
    QTest::newRow("places kept") << u"-12.50"_s << u"-12.50"_s;
    QTest::newRow("plus") << u"+7"_s << u"7"_s;
    QTest::newRow("leading zeros") << u"0007.0"_s << u"7.0"_s;
    QTest::newRow("point first") << u".5"_s << u"0.5"_s;
    QTest::newRow("point last") << u"5."_s << u"5"_s;
    QTest::newRow("exponent") << u"1.25e-1"_s << u"0.125"_s;
    QTest::newRow("34 digits") << u"1234567890123456789012345678901234"_s << u"1234567890123456789012345678901234"_s;
    QTest::newRow("34 digits and zeros before")
        << u"0000.1234567890123456789012345678901234"_s << u"0.1234567890123456789012345678901234"_s;
    QTest::newRow("NaN") << u"NaN"_s << u"NaN"_s;
    QTest::newRow("infinity") << u"-Infinity"_s << u"-Infinity"_s;
}

void tst_Decimal::readsTextExactly()
{
    QFETCH(const QString, text);
    QFETCH(const QString, plain);

    const Result<Decimal> value = Decimal::fromString(text);

    QVERIFY(value);
    QCOMPARE(value->toString(), plain);
}

void tst_Decimal::refusesWhatIsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const QString malformed = u"decimal.malformed"_s;
    const QString digits = u"decimal.digits"_s;
    for (const QString &text : {QString(), u" "_s,        u"1 2"_s, u" 1"_s,  u"1 "_s,  u"1,000"_s, u"1.2.3"_s,
                                u"--1"_s,  u"1E"_s,       u"1E+"_s, u"E5"_s,  u"."_s,   u"1E5.0"_s, u"0x10"_s,
                                u"NaNs"_s, u"infinite"_s, u"１"_s,  u"1원"_s, u"12a"_s, u"+-1"_s,   u"1\n"_s})
        QTest::newRow(qUtf8Printable(u"<"_s + text + u">"_s)) << text << malformed;
    QTest::newRow("35 digits") << u"12345678901234567890123456789012345"_s << digits;
    QTest::newRow("35 digits with a point") << u"1.2345678901234567890123456789012345"_s << digits;
    QTest::newRow("too large") << u"1E+7000"_s << digits;
    QTest::newRow("too small") << u"1E-7000"_s << digits;
    QTest::newRow("exponent of a thousand digits") << u"1E"_s + QString(1000, u'9') << digits;
    QTest::newRow("a million digits") << QString(1'000'000, u'7') << digits;
}

void tst_Decimal::refusesWhatIsNoNumber()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);

    const Result<Decimal> value = Decimal::fromString(text);

    QVERIFY(!value);
    QCOMPARE(value.error().kind, Error::Kind::Invalid);
    QCOMPARE(value.error().code, code);
    QVERIFY(value.error().text.startsWith(u"expected "_s));
    QVERIFY(value.error().text.size() < 200);
}

void tst_Decimal::writesPlainNotation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("scientific");
    QTest::newRow("tenth of a millionth") << u"1E-7"_s << u"0.0000001"_s << u"1E-7"_s;
    QTest::newRow("forty places") << u"1E-40"_s << u"0.0000000000000000000000000000000000000001"_s << u"1E-40"_s;
    QTest::newRow("forty-one places") << u"1E-41"_s << u"1E-41"_s << u"1E-41"_s;
    QTest::newRow("thousands by exponent") << u"1E+3"_s << u"1E+3"_s << u"1E+3"_s;
    QTest::newRow("zero with places") << u"0.00"_s << u"0.00"_s << u"0.00"_s;
    QTest::newRow("negative zero") << u"-0"_s << u"-0"_s << u"-0"_s;
}

void tst_Decimal::writesPlainNotation()
{
    QFETCH(const QString, text);
    QFETCH(const QString, plain);
    QFETCH(const QString, scientific);

    const Decimal value = *Decimal::fromString(text);

    QCOMPARE(value.toString(), plain);
    QCOMPARE(value.toScientificString(), scientific);
}

void tst_Decimal::roundsToPlaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("places");
    QTest::addColumn<Decimal::Rounding>("rounding");
    QTest::addColumn<QString>("expected");
    QTest::newRow("half a won, even") << u"1234.5"_s << 0 << Rounding::HalfEven << u"1234"_s;
    QTest::newRow("half a won, odd") << u"1235.5"_s << 0 << Rounding::HalfEven << u"1236"_s;
    QTest::newRow("half a won, up as in school") << u"1234.5"_s << 0 << Rounding::HalfAwayFromZero << u"1235"_s;
    QTest::newRow("half a won, negative") << u"-1234.5"_s << 0 << Rounding::HalfAwayFromZero << u"-1235"_s;
    QTest::newRow("half down, a tie above an odd digit") << u"1235.5"_s << 0 << Rounding::HalfDown << u"1235"_s;
    QTest::newRow("half down, above a tie") << u"1235.51"_s << 0 << Rounding::HalfDown << u"1236"_s;
    QTest::newRow("half down, above a tie, even") << u"1234.5000001"_s << 0 << Rounding::HalfDown << u"1235"_s;
    QTest::newRow("half down, exact") << u"1235"_s << 0 << Rounding::HalfDown << u"1235"_s;
    QTest::newRow("below ten won is cut") << u"113569.9"_s << -1 << Rounding::Down << u"1.1356E+5"_s;
    QTest::newRow("cut, negative") << u"-9.99"_s << 0 << Rounding::Down << u"-9"_s;
    QTest::newRow("floor, negative") << u"-9.01"_s << 0 << Rounding::Floor << u"-10"_s;
    QTest::newRow("ceiling, negative") << u"-9.99"_s << 0 << Rounding::Ceiling << u"-9"_s;
    QTest::newRow("up") << u"9.01"_s << 0 << Rounding::Up << u"10"_s;
    QTest::newRow("up, negative") << u"-9.01"_s << 0 << Rounding::Up << u"-10"_s;
    QTest::newRow("up, exact") << u"9.00"_s << 0 << Rounding::Up << u"9"_s;
    QTest::newRow("two places added") << u"9"_s << 2 << Rounding::HalfEven << u"9.00"_s;
    QTest::newRow("no room for the places") << u"9"_s << 34 << Rounding::HalfEven << u"NaN"_s;
    QTest::newRow("no such places") << u"9"_s << 9000 << Rounding::HalfEven << u"NaN"_s;
}

void tst_Decimal::roundsToPlaces()
{
    QFETCH(const QString, text);
    QFETCH(const int, places);
    QFETCH(const Decimal::Rounding, rounding);
    QFETCH(const QString, expected);

    QCOMPARE(Decimal::fromString(text)->rounded(places, rounding).toString(), expected);
}

void tst_Decimal::turnsIntoWholeNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<qint64>("whole");
    QTest::newRow("zero") << u"0"_s << true << qint64(0);
    QTest::newRow("negative zero") << u"-0"_s << true << qint64(0);
    QTest::newRow("places of nothing") << u"12.00"_s << true << qint64(12);
    QTest::newRow("exponent") << u"1E+3"_s << true << qint64(1000);
    QTest::newRow("largest") << u"9223372036854775807"_s << true << std::numeric_limits<qint64>::max();
    QTest::newRow("smallest") << u"-9223372036854775808"_s << true << std::numeric_limits<qint64>::min();
    QTest::newRow("one too many") << u"9223372036854775808"_s << false << qint64(0);
    QTest::newRow("a fraction") << u"12.01"_s << false << qint64(0);
    QTest::newRow("NaN") << u"NaN"_s << false << qint64(0);
    QTest::newRow("infinity") << u"Infinity"_s << false << qint64(0);
}

void tst_Decimal::turnsIntoWholeNumbers()
{
    QFETCH(const QString, text);
    QFETCH(const bool, fits);
    QFETCH(const qint64, whole);

    const Result<qint64> value = Decimal::fromString(text)->toWhole();

    QCOMPARE(bool(value), fits);
    if (fits)
        QCOMPARE(*value, whole);
    else
        QCOMPARE(value.error().kind, Error::Kind::Invalid);
}

void tst_Decimal::comparesByValue()
{
    const Decimal one = *Decimal::fromString(u"1.0");

    QVERIFY(one == *Decimal::fromString(u"1.00"));
    QVERIFY(one == Decimal(1));
    QVERIFY(Decimal() == *Decimal::fromString(u"-0.000"));
    QVERIFY(Decimal(-1) < one && one > Decimal(-1) && one <= one && one >= one && !(one < one));
    const Decimal nan = Decimal::notANumber();
    QVERIFY(!(nan == nan) && !(nan < one) && !(nan > one) && !(nan <= nan));
    QVERIFY(nan.isNaN() && !nan.isZero() && !nan.isInfinite());
}

void tst_Decimal::keepsTheQuantumOfMoney()
{
    const Decimal price = *Decimal::fromString(u"12.30");

    QCOMPARE((price + price).toString(), u"24.60"_s);
    QCOMPARE((price * Decimal(3)).toString(), u"36.90"_s);
    QCOMPARE((price - price).toString(), u"0.00"_s);
    QCOMPARE((-price).toString(), u"-12.30"_s);
    QCOMPARE((-(price - price)).toString(), u"0.00"_s);
    QCOMPARE((Decimal(1) / Decimal(3)).toString(), u"0.3333333333333333333333333333333333"_s);
    QCOMPARE((Decimal(1) / Decimal(0)).toString(), u"Infinity"_s);
    QVERIFY((Decimal(0) / Decimal(0)).isNaN());
    QCOMPARE(Decimal(-7).remainder(Decimal(3)).toString(), u"-1"_s);
    QCOMPARE(Decimal(2).sqrt().toString(), u"1.414213562373095048801688724209698"_s);
    QCOMPARE(Decimal::fromString(u"120.00")->normalized().toString(), u"1.2E+2"_s);
    QCOMPARE(Decimal(-5).abs().toString(), u"5"_s);
    QCOMPARE(Decimal::fromStringRounded(u"12345678901234567890123456789012345")->toString(),
             u"1.234567890123456789012345678901234E+34"_s);
}

void tst_Decimal::survivesItsOwnText()
{
    for (const QString &text : {u"0"_s, u"-0.00"_s, u"1E+6111"_s, u"1E-6176"_s, u"NaN"_s, u"-sNaN7"_s, u"-Infinity"_s,
                                u"9.999999999999999999999999999999999E+6144"_s, u"1E-41"_s, u"0E-6176"_s}) {
        const Result<Decimal> value = Decimal::fromString(text);
        QVERIFY2(value, qUtf8Printable(text));

        const Result<Decimal> again = Decimal::fromString(value->toString());

        QVERIFY2(again, qUtf8Printable(text));
        QCOMPARE(again->bits(), value->bits());
    }
}

QTEST_APPLESS_MAIN(tst_Decimal)
#include "tst_decimal.moc"
