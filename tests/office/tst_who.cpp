#include "office/order/who.h"

#include "core/result.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

namespace {

const Words words{{u"이민수"_s, u"김하나"_s, u"최윤"_s}, {u"총무과"_s, u"정보화담당관"_s}};

} // namespace

class WhoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheNamesOfACell_data();
    void readsTheNamesOfACell();
    void keepsWhatStandsInBrackets();
    void doubtsWhatCannotBeAName_data();
    void doubtsWhatCannotBeAName();
    void readsWhoALineSpeaksOf_data();
    void readsWhoALineSpeaksOf();
};

void WhoTest::readsTheNamesOfACell_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("names");

    QTest::newRow("plain") << u"이민수"_s << QStringList{u"이민수"_s};
    QTest::newRow("spaced") << u"이  민  수"_s << QStringList{u"이민수"_s};
    QTest::newRow("Hanja") << u"김하나(金하나)"_s << QStringList{u"김하나"_s};
    QTest::newRow("Hanja below") << u"김하나\n(金夏娜)"_s << QStringList{u"김하나"_s};
    QTest::newRow("broken by a narrow cell") << u"김하\n나"_s << QStringList{u"김하나"_s};
    QTest::newRow("two lines") << u"김하나\n이민수"_s << QStringList{u"김하나"_s, u"이민수"_s};
    QTest::newRow("comma") << u"김하나, 이민수"_s << QStringList{u"김하나"_s, u"이민수"_s};
    QTest::newRow("number") << u"이민수(20110234)"_s << QStringList{u"이민수"_s};
    QTest::newRow("two syllables") << u"최 윤"_s << QStringList{u"최윤"_s};
}

void WhoTest::readsTheNamesOfACell()
{
    QFETCH(const QString, cell);

    QStringList names;
    for (const Who &one : readNames(cell, words))
        names.append(one.name);

    QTEST(names, "names");
}

void WhoTest::keepsWhatStandsInBrackets()
{
    QCOMPARE(readNames(u"이민수(20110234)"_s, words).first().empNo, u"20110234"_s);
    QCOMPARE(readNames(u"이민수(李珉秀)"_s, words).first().hanja, u"李珉秀"_s);
    QCOMPARE(readNames(u"이민수(총무과)"_s, words).first().unit, u"총무과"_s);
}

void WhoTest::doubtsWhatCannotBeAName_data()
{
    QTest::addColumn<QString>("cell");
    QTest::newRow("others") << u"김하나 외 2명"_s;
    QTest::newRow("one syllable") << u"김"_s;
    QTest::newRow("a kind of order") << u"신규임용"_s;
    QTest::newRow("number before") << u"1 김하나 7 총무과"_s;
}

void WhoTest::doubtsWhatCannotBeAName()
{
    QFETCH(const QString, cell);

    const QList<Who> people = readNames(cell, words);

    QCOMPARE(people.size(), 1);
    QVERIFY(people.first().isDoubtful);
}

void WhoTest::readsWhoALineSpeaksOf_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("grade");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("rest");

    QTest::newRow("unit grade name") << u"정보화담당관 지방행정주사 이민수"_s << u"이민수"_s << u"지방행정주사"_s
                                     << u"정보화담당관"_s << QString();
    QTest::newRow("spaced behind a class") << u"총무과 농업6급 김  주  진"_s << u"김주진"_s << u"농업6급"_s << u"총무과"_s
                                           << QString();
    QTest::newRow("grade name (unit)") << u"지방행정주사 이민수(정보화담당관)"_s << u"이민수"_s << u"지방행정주사"_s
                                       << u"정보화담당관"_s << QString();
    QTest::newRow("nobody knows the name") << u"조림(해온구, 지방전산주사보)"_s << u"조림"_s << u"지방전산주사보"_s
                                           << u"해온구"_s << QString();
    QTest::newRow("brackets in brackets") << u"지방행정주사 이민수(총무과(서무팀))"_s << u"이민수"_s << u"지방행정주사"_s
                                          << u"총무과(서무팀)"_s << QString();
    QTest::newRow("with what is ordered") << u"지방행정주사 이민수 총무과 근무를 명함"_s << u"이민수"_s << u"지방행정주사"_s
                                          << QString() << u"총무과 근무를 명함"_s;
    QTest::newRow("nobody") << u"총무과 근무를 명함"_s << QString() << QString() << QString() << QString();
}

void WhoTest::readsWhoALineSpeaksOf()
{
    QFETCH(const QString, line);

    QString rest;
    const Who who = readWho(line, words, &rest);

    QTEST(who.name, "name");
    QTEST(who.grade, "grade");
    QTEST(who.unit, "unit");
    if (!who.name.isEmpty())
        QTEST(rest, "rest");
}

QTEST_APPLESS_MAIN(WhoTest)
#include "tst_who.moc"
