#include "office/order/unit_resolver.h"

#include "office/tiny_office.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

class UnitResolverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheUnitThatATextMeans_data();
    void findsTheUnitThatATextMeans();
    void offersTheNearestNames();
    void looksBelowWhereManyShareAName();
};

void UnitResolverTest::findsTheUnitThatATextMeans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("team");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("unit"); // code, or the problem
    QTest::addColumn<QString>("post");

    const QDate day = tiny::effective;
    const auto add = [](const char *name, const char16_t *text, const char16_t *team, QDate on, const char16_t *unit,
                        const char16_t *post = u"") {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(team) << on << QString::fromUtf16(unit)
                            << QString::fromUtf16(post);
    };
    add("name", u"총무과", u"", day, u"A11");
    add("path", u"행정국 총무과", u"", day, u"A11");
    add("path without blanks", u"행정국총무과", u"", day, u"A11");
    add("name broken by a cell", u"정보화 담당관", u"", day, u"A13");
    add("city before", u"솔마루시 총무과", u"", day, u"A11");
    add("seat", u"총무과장", u"", day, u"A11", u"과장");
    add("seat of a team", u"총무과 인사팀장", u"", day, u"A111", u"팀장");
    add("seat of a team, broken", u"총무과 인사팀 장", u"", day, u"A111", u"팀장");
    add("seat apart", u"총무과 과장", u"", day, u"A11", u"과장");
    add("seat of an institution", u"상수도사업본부장", u"", day, u"S1", u"본부장");
    add("team", u"총무과 서무팀", u"", day, u"A112");
    add("team in its own column", u"시민봉사과", u"서무팀", day, u"A121");
    add("team of several", u"서무팀", u"", day, u"unit.ambiguous");
    add("team that the unit has not", u"총무과 우주팀", u"", day, u"team.unknown");
    add("team where none is kept", u"정보화담당관 정보팀", u"", day, u"A13");
    add("within an institution", u"상수도사업본부 총무과", u"", day, u"S11");
    add("within an institution, in brackets", u"상수도사업본부", u"총무과", day, u"S11");
    add("in brackets, but not within", u"상수도사업본부", u"시민봉사과", day, u"team.unknown");
    add("in brackets what it is itself", u"정보화담당관", u"정보화담당관", day, u"A13");
    add("in several institutions", u"시설과", u"", day, u"unit.ambiguous");
    add("old name", u"대중교통과", u"", day, u"B21");
    add("old path", u"교통국 대중교통과", u"", day, u"B21");
    add("new name under the old head", u"교통국 도로과", u"", day, u"B22");
    add("old name while it was the name", u"대중교통과", u"", QDate(2026, 6, 1), u"A21");
    add("merged", u"관광과", u"", day, u"B31");
    add("split", u"도로철도과", u"", day, u"unit.split");
    add("split, with the team", u"도로철도과 철도팀", u"", day, u"B231");
    add("abolished", u"혁신추진단", u"", day, u"unit.abolished");
    add("not yet", u"미래전략담당관", u"", day, u"unit.abolished");
    add("from its day", u"미래전략담당관", u"", QDate(2026, 8, 1), u"F1");
    add("misspelt", u"총무괴", u"", day, u"unit.unknown");
    add("two seats", u"총무과장 겸 시민봉사과장", u"", day, u"unit.unknown");
    add("words behind", u"총무과 아무개", u"", day, u"unit.unknown");
    add("nothing", u"", u"", day, u"unit.missing");
}

void UnitResolverTest::findsTheUnitThatATextMeans()
{
    QFETCH(const QString, text);
    QFETCH(const QString, team);
    QFETCH(const QDate, day);
    const Directory directory(tiny::office());

    const ResolvedUnit found = UnitResolver(directory).resolve(text, team, day);

    QTEST(found.unit ? found.unit->id : found.problem, "unit");
    if (found.unit)
        QTEST(found.post, "post");
}

void UnitResolverTest::offersTheNearestNames()
{
    const Directory directory(tiny::office());

    const ResolvedUnit found = UnitResolver(directory).resolve(u"총무괴"_s, {}, tiny::effective);

    QVERIFY(!found.candidates.isEmpty());
    QCOMPARE(found.candidates.first()->name, u"총무과"_s);
}

void UnitResolverTest::looksBelowWhereManyShareAName()
{
    OfficeState state;
    for (int i = 0; i < 40; ++i) {
        const QString code = u'D' + QString::number(i);
        tiny::addUnit(state, code, u"제"_s + QString(QChar(u'가' + static_cast<char16_t>(28 * i))) + u"과"_s, u"과"_s, {});
        tiny::addUnit(state, code + u"T"_s, u"서무팀"_s, u"팀"_s, code);
    }
    const QString name = state.units[2 * 30].name;
    const Directory directory(state);

    const ResolvedUnit found = UnitResolver(directory).resolve(name + u" 서무팀"_s, {}, tiny::effective);

    QVERIFY(found.unit);
    QCOMPARE(found.unit->id, u"D30T"_s);
}

QTEST_APPLESS_MAIN(UnitResolverTest)
#include "tst_unit_resolver.moc"
