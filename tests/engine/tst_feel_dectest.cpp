// FEEL's operators and numeric functions against IBM's decTest (Debian's libpython3.11-testsuite): through the text of
// an expression and back, for every case of the operations that FEEL has and of operands that FEEL can write.
#include "engine/feel/expression.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

using namespace naru;
using namespace naru::feel;

namespace {

const QString folder = u"/usr/lib/python3.11/test/decimaltestdata"_s;

// The expression of an operation, with %1 and %2 for its operands.
const QMap<QString, QString> &operations()
{
    static const QMap<QString, QString> table{
        {u"add"_s, u"(%1) + (%2)"_s},
        {u"subtract"_s, u"(%1) - (%2)"_s},
        {u"multiply"_s, u"(%1) * (%2)"_s},
        {u"divide"_s, u"(%1) / (%2)"_s},
        {u"minus"_s, u"-(%1)"_s},
        {u"abs"_s, u"abs(%1)"_s},
        {u"max"_s, u"max(%1, %2)"_s},
        {u"min"_s, u"min(%1, %2)"_s},
        {u"squareroot"_s, u"sqrt(%1)"_s},
        {u"plus"_s, u"0 + (%1)"_s},
        {u"reduce"_s, u"(%1)"_s},
        {u"tointegralx"_s, u"decimal(%1, 0)"_s},
        {u"compare"_s, u"if (%1) < (%2) then -1 else if (%1) > (%2) then 1 else 0"_s},
    };
    return table;
}

struct Case {
    QString id;
    QString operation;
    QStringList operands;
    QString expected;
};

QString unquoted(const QString &word)
{
    return word.size() > 1 && word.startsWith(u'\'') && word.endsWith(u'\'') ? word.mid(1).chopped(1) : word;
}

// Half-even only: FEEL rounds no other way. Infinite and undefined operands cannot be written in FEEL.
QList<Case> casesOf(const QString &path)
{
    QFile file(path);
    QList<Case> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    bool isHalfEven = true;
    while (!file.atEnd()) {
        const QStringList words = QString::fromUtf8(file.readLine()).simplified().split(u' ');
        if (words.size() == 2 && words[0].compare(u"rounding:"_s, Qt::CaseInsensitive) == 0)
            isHalfEven = words[1].compare(u"half_even"_s, Qt::CaseInsensitive) == 0;
        const qsizetype arrow = words.indexOf(u"->"_s);
        if (!isHalfEven || arrow < 3 || arrow + 1 >= words.size() || words[0].startsWith(u"--")
            || !operations().contains(words[1].toLower()))
            continue;
        Case one{words[0], words[1].toLower(), {}, unquoted(words[arrow + 1])};
        bool writable = !one.expected.startsWith(u'#');
        for (const QString &word : words.mid(2, arrow - 2)) {
            const Result<Decimal> number = Decimal::fromString(unquoted(word));
            writable = writable && number && !number->isNaN() && !number->isInfinite();
            one.operands.append(number ? toText(Value(*number)) : QString());
        }
        if (writable)
            cases.append(one);
    }
    return cases;
}

// By value: FEEL has no -0, and null for what is no number.
bool isRight(const Value &value, const QString &expected)
{
    const Result<Decimal> number = Decimal::fromStringRounded(expected);
    if (!number || number->isNaN() || number->isInfinite())
        return value.isNull();
    return value.is(Value::Kind::Number) && value.number() == *number;
}

} // namespace

class tst_FeelDecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void computesAsTheStandardSays_data();
    void computesAsTheStandardSays();
};

void tst_FeelDecTest::computesAsTheStandardSays_data()
{
    QTest::addColumn<QString>("path");
    const QStringList names = QDir(folder).entryList({u"dq*.decTest"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        if (!casesOf(folder + u'/' + name).isEmpty())
            QTest::newRow(qUtf8Printable(name)) << QString(folder + u'/' + name);
    if (names.isEmpty())
        QTest::newRow("absent") << QString();
}

void tst_FeelDecTest::computesAsTheStandardSays()
{
    QFETCH(const QString, path);
    if (path.isEmpty())
        QSKIP("expected decTest in /usr/lib/python3.11/test/decimaltestdata but it is absent: install "
              "libpython3.11-testsuite");

    QStringList failures;
    const QList<Case> cases = casesOf(path);
    for (const Case &one : cases) {
        QString text = operations().value(one.operation);
        for (qsizetype i = 0; i < one.operands.size(); ++i)
            text.replace(u'%' + QString::number(i + 1), one.operands[i]);
        const Result<Expression> expression = Expression::parse(text);
        Evaluation evaluation;
        const Value value = expression ? expression->evaluate(evaluation) : Value();
        // What is written is read again: the digits survive.
        const Result<Value> again = fromText(toText(value));
        if (!expression || !again || !(*again == value) || !isRight(value, one.expected))
            failures.append(one.id + u' ' + text + u": expected "_s + one.expected + u" but found "_s + toText(value));
    }

    qInfo("%d cases", int(cases.size()));
    QVERIFY2(failures.isEmpty(), qUtf8Printable(failures.mid(0, 10).join(u'\n')));
}

QTEST_APPLESS_MAIN(tst_FeelDecTest)
#include "tst_feel_dectest.moc"
