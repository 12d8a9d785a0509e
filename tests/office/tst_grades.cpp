#include "office/order/grades.h"

#include "core/result.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

class GradesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAGrade_data();
    void readsAGrade();
    void refusesWhatIsNoGrade_data();
    void refusesWhatIsNoGrade();
    void comparesWhatIsStatedWithWhatIsHeld_data();
    void comparesWhatIsStatedWithWhatIsHeld();
};

void GradesTest::readsAGrade_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("series");
    QTest::addColumn<int>("rank");
    QTest::addColumn<bool>("onProbation");

    QTest::newRow("6") << u"지방행정주사"_s << u"행정"_s << 6 << false;
    QTest::newRow("7, not 6") << u"지방행정주사보"_s << u"행정"_s << 7 << false;
    QTest::newRow("9") << u"지방사회복지서기보"_s << u"사회복지"_s << 9 << false;
    QTest::newRow("on probation") << u"지방행정서기보시보"_s << u"행정"_s << 9 << true;
    QTest::newRow("on probation, in brackets") << u"지방행정서기보(시보)"_s << u"행정"_s << 9 << true;
    QTest::newRow("4 of technicians") << u"지방과학기술서기관"_s << QString() << 4 << false;
    QTest::newRow("4") << u"지방서기관"_s << QString() << 4 << false;
    QTest::newRow("spaced") << u"지 방 행 정 주 사"_s << u"행정"_s << 6 << false;
    QTest::newRow("class") << u"6급"_s << QString() << 6 << false;
    QTest::newRow("series and class") << u"행정6급"_s << u"행정"_s << 6 << false;
    QTest::newRow("term") << u"지방공업주사보(일반임기제)"_s << u"공업"_s << 7 << false;
    QTest::newRow("research") << u"지방환경연구사"_s << u"환경"_s << 6 << false;
}

void GradesTest::readsAGrade()
{
    QFETCH(const QString, text);

    const std::optional<Grade> grade = parseGrade(text);

    QVERIFY(grade);
    QTEST(grade->series, "series");
    QTEST(grade->rank, "rank");
    QTEST(grade->onProbation, "onProbation");
}

void GradesTest::refusesWhatIsNoGrade_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "총무과", "이민수", "행정국 총무과", "과장", "정규지방행정서기보", "정규 지방간호서기보",
                             "총무과지방행정주사", "2026. 7. 29."})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void GradesTest::refusesWhatIsNoGrade()
{
    QFETCH(const QString, text);

    QVERIFY(!parseGrade(text));
}

void GradesTest::comparesWhatIsStatedWithWhatIsHeld_data()
{
    QTest::addColumn<QString>("stated");
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("compatible");
    QTest::addColumn<bool>("same");

    QTest::newRow("equal") << u"지방행정주사"_s << u"지방행정주사"_s << true << true;
    QTest::newRow("without 지방") << u"행정주사"_s << u"지방행정주사"_s << true << true;
    QTest::newRow("class") << u"6급"_s << u"지방행정주사"_s << true << false;
    QTest::newRow("class of another rank") << u"7급"_s << u"지방행정주사"_s << false << false;
    QTest::newRow("class of another series") << u"세무6급"_s << u"지방행정주사"_s << false << false;
    QTest::newRow("another rank") << u"지방행정주사보"_s << u"지방행정주사"_s << false << false;
    QTest::newRow("another series") << u"지방세무주사"_s << u"지방행정주사"_s << false << false;
    QTest::newRow("bracket left out") << u"지방공업주사"_s << u"지방공업주사(일반임기제)"_s << true << false;
    QTest::newRow("another bracket") << u"지방공업주사(한시임기제)"_s << u"지방공업주사(일반임기제)"_s << false << false;
    QTest::newRow("probation that is over") << u"지방행정서기보시보"_s << u"지방행정서기보"_s << false << false;
}

void GradesTest::comparesWhatIsStatedWithWhatIsHeld()
{
    QFETCH(const QString, stated);
    QFETCH(const QString, held);

    const std::optional<Grade> a = parseGrade(stated);
    const std::optional<Grade> b = parseGrade(held);

    QVERIFY(a && b);
    QTEST(isCompatible(*a, *b), "compatible");
    QTEST(isSame(*a, *b), "same");
}

QTEST_APPLESS_MAIN(GradesTest)
#include "tst_grades.moc"
