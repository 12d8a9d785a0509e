// Each layout of a personnel order, and each trap that a layout has set.
#include "office/order/reader.h"

#include "office/tiny_office.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

Q_DECLARE_METATYPE(naru::Document)

namespace {

// "전보 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29", '-' for what the document does not say.
QString shown(const ReadLine &line)
{
    const auto said = [](const QString &text) { return text.isEmpty() ? u"-"_s : text; };
    const QString to = (line.act.target + u' ' + line.toTeam + u' ' + line.toPost).simplified();
    return said(line.kind) + u' ' + said(line.who.name) + u' ' + said(line.who.unit) + u' ' + said(line.who.grade) + u" > "_s
        + said(to) + (line.act.grade.isEmpty() ? QString() : u' ' + line.act.grade) + u' '
        + said(line.effective.toString(Qt::ISODate));
}

QStringList read(const Document &document)
{
    QStringList out;
    for (const ReadLine &line : readOrder(document, wordsOf(Directory(tiny::office()))).lines)
        out.append(shown(line));
    return out;
}

} // namespace

class ReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheLinesOfALayout_data();
    void readsTheLinesOfALayout();
    void doubtsWhatItCannotRead_data();
    void doubtsWhatItCannotRead();
    void readsMergedCellsForEveryRow();
    void joinsALineThatThePageWraps();
    void joinsALineThatItsColumnWraps();
    void masksRegistrationNumbers();
    void mindsNoHiddenStaffNumber();
    void asksForThePlaceOfRowsWhoseColumnsWereLost();
    void saysWhereALineStands();
};

void ReaderTest::readsTheLinesOfALayout_data()
{
    QTest::addColumn<Document>("document");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("notice") << tiny::text({u"인사발령 통지서(제2026-15호)"_s, u"발령일자: 2026. 7. 29.자"_s,
                                           u"소속: 정보화담당관  직급: 지방행정주사  성명: 이 민 수"_s,
                                           u"발령사항: 총무과 근무를 명함."_s, u"솔마루시장 (직인)"_s})
                            << QStringList{u"- 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s};
    QTest::newRow("two letters of appointment, each with its day below")
        << tiny::text({u"임 용 장"_s, u"소 속 : 정보화담당관"_s, u"직 급 : 지방행정주사"_s, u"성 명 : 이민수"_s, u"의원면직"_s,
                       u"2026. 7. 29."_s, u"솔마루시장"_s, u"임 용 장"_s, u"소 속 : 총무과"_s, u"성 명 : 최윤"_s,
                       u"시민봉사과 배치"_s, u"2026. 8. 3."_s})
        << QStringList{u"퇴직 이민수 정보화담당관 지방행정주사 > - 2026-07-29"_s, u"- 최윤 총무과 - > 시민봉사과 2026-08-03"_s};
    QTest::newRow("a notice does not take its kind from the one before")
        << tiny::text({u"인사발령 통지서(제1호)"_s, u"성명: 최윤"_s, u"정년퇴직"_s, u"발령일자: 2026. 7. 29."_s, u"인사발령 통지서(제2호)"_s,
                       u"성명: 이민수"_s, u"발령사항: 총무과로 발령함"_s, u"발령일자: 2026. 7. 29."_s})
        << QStringList{u"퇴직 최윤 - - > - 2026-07-29"_s, u"- 이민수 - - > 총무과 2026-07-29"_s};
    QTest::newRow("labels in a sheet, two notices below each other")
        << tiny::table({u"인사발령통지서"_s, u"소 속|정보화담당관|직 급|지방행정주사"_s, u"성 명|이민수|발령일|2026. 7. 29."_s,
                        u"발령내용|총무과 근무를 명함"_s, u"인사발령통지서"_s, u"소 속|총무과"_s, u"성 명|최윤"_s, u"정년퇴직"_s,
                        u"2026. 8. 3."_s})
        << QStringList{u"- 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s, u"퇴직 최윤 총무과 - > - 2026-08-03"_s};
    QTest::newRow("labels without colons")
        << tiny::text({u"소 속  정보화담당관  직 급  지방행정주사"_s, u"성 명  이민수"_s, u"발령사항  총무과 근무를 명함"_s,
                       u"발령일자  2026. 7. 29."_s})
        << QStringList{u"- 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s};
    QTest::newRow("table with sections, a repeated head, and an end mark")
        << tiny::table({u"2026. 7. 29.자 인사발령"_s, u"연번|소속|직급|성명|발령사항"_s, u"승진 (1명)"_s,
                        u"1|정보화담당관|지방행정주사|이민수|지방행정사무관에 임함"_s, u"연번|소속|직급|성명|발령사항"_s, u"전보"_s,
                        u"2|총무과|4급|최 윤|시민봉사과 근무를 명함"_s, u"- 이하 여백 -"_s})
        << QStringList{u"승진 이민수 정보화담당관 지방행정주사 > - 지방행정사무관 2026-07-29"_s,
                       u"전보 최윤 총무과 4급 > 시민봉사과 2026-07-29"_s};
    QTest::newRow("comparison whose first section is named like a head")
        << tiny::table({u"순번|종전 소속|종전 직급|성명|변경 소속|변경 직급|시행일"_s, u"보직재발령"_s,
                        u"1|정보화담당관|지방행정주사|이민수|총무과||2026. 7. 29."_s})
        << QStringList{u"보직재발령 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s};
    QTest::newRow("comparison with seats in brackets and a remark")
        << tiny::table({u"직급|성명|현 소속(직위)|발령 소속(직위)|발령일|비고"_s,
                        u"6급|이민수|정보화담당관|총무과(과/장)|2026. 7. 29.|보직 재발/령"_s})
        << QStringList{u"보직재발령 이민수 정보화담당관 6급 > 총무과 과장 2026-07-29"_s};
    QTest::newRow("phrases alone")
        << tiny::table({u"직급|성명|발령사항|발령일"_s, u"지방행정주사|이민수|지방행정사무관에 임함./총무과장에 보함.|'26. 7. 29."_s})
        << QStringList{u"승진 이민수 - 지방행정주사 > 총무과장 지방행정사무관 2026-07-29"_s};
    QTest::newRow("two rows of heads, their merged cells lost")
        << tiny::table({u"구분|성명|현 직|||발 령|||발령일"_s, u"||소속|직위|직급|소속|직위|직급|"_s,
                        u"승진|이민수|정보화담당관|담당|지방행정주사|총무과|과장|지방행정사무관|20260729"_s})
        << QStringList{u"승진 이민수 정보화담당관 지방행정주사 > 총무과 과장 지방행정사무관 2026-07-29"_s};
    QTest::newRow("export") << tiny::table({u"성명|사번|발령구분|현직급|현부서|발령부서|발령일자"_s,
                                            u"이민수|1001|전보|지방행정주사|정보화담당관|총무과|20260729"_s})
                            << QStringList{u"전보 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s};
    QTest::newRow("bulletin")
        << tiny::text({u"2026. 7. 29.자 인사발령"_s, u"□ 전보(2명)"_s, u" ㅇ 정보화담당관 지방행정주사 이민수 → 총무과"_s,
                       u"  - 총무과 4급 최 윤 -> 2026. 8. 3.자 시민봉사과 근무를 명함"_s, u"□ 파견 : 1명"_s,
                       u"  - 지방행정주사 이민수(정보화담당관) ⇒ 행정안전부 파견을 명함(기간: '26.7.29.~'27.7.28.)"_s, u"끝."_s})
        << QStringList{u"전보 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s,
                       u"전보 최윤 총무과 4급 > 시민봉사과 2026-08-03"_s,
                       u"파견 이민수 정보화담당관 지방행정주사 > - 2026-07-29"_s};
    QTest::newRow("each section with its day")
        << tiny::text({u"2026. 7. 29.자 전보"_s, u"1. 정보화담당관 지방행정주사 이민수 → 총무과"_s, u"2026. 8. 3.자 전보"_s,
                       u"2. 총무과 4급 최윤 → 시민봉사과"_s})
        << QStringList{u"전보 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s,
                       u"전보 최윤 총무과 4급 > 시민봉사과 2026-08-03"_s};
    QTest::newRow("colons instead of arrows")
        << tiny::text({u"2026. 7. 29.자 인사발령"_s, u"■ 승진 : 1명"_s, u"- 이민수(정보화담당관(운영팀), 행정6급) : 지방행정사무관 승진"_s})
        << QStringList{u"승진 이민수 정보화담당관 행정6급 > - 지방행정사무관 2026-07-29"_s};
    QTest::newRow("newspaper") << tiny::text({u"2026. 7. 29.자"_s, u"◇ 전보 ▲총무과장 최윤 ▲정보화담당관 이민수"_s})
                               << QStringList{u"전보 최윤 - - > 총무과장 2026-07-29"_s,
                                              u"전보 이민수 - - > 정보화담당관 2026-07-29"_s};
    QTest::newRow("two people in one cell")
        << tiny::table({u"직급|성명|발령사항|발령일"_s, u"6급/7급|이민수/김하나|총무과 근무를 명함|2026. 7. 29."_s})
        << QStringList{u"- 이민수 - 6급 > 총무과 2026-07-29"_s, u"- 김하나 - 7급 > 총무과 2026-07-29"_s};
    QTest::newRow("two tables of other columns on one sheet")
        << tiny::table({u"2026. 7. 29.자 승진"_s, u"연번|소속|성명|현직급|승진직급"_s, u"1|정보화담당관|이민수|6급|5급"_s, u"전보"_s,
                        u"연번|소속|성명|직급|발령부서"_s, u"1|총무과|최윤|4급|시민봉사과"_s})
        << QStringList{u"승진 이민수 정보화담당관 6급 > - 5급 2026-07-29"_s, u"전보 최윤 총무과 4급 > 시민봉사과 2026-07-29"_s};
    QTest::newRow("two tables beside each other")
        << tiny::table({u"2026. 7. 29.자"_s, u"승진||||||전보"_s, u"연번|성명|현직급|승진직급|비고||연번|성명|직급|발령부서"_s,
                        u"1|이민수|6급|5급|||1|최윤|4급|시민봉사과"_s})
        << QStringList{u"승진 이민수 - 6급 > - 5급 2026-07-29"_s, u"전보 최윤 - 4급 > 시민봉사과 2026-07-29"_s};
    QTest::newRow("posts that say where they are, beside grades in brackets")
        << tiny::table({u"현 보직(직급)|성명|발령 보직|발령일"_s, u"정보화담당관 정보팀장(지방행정주사)|이민수|총무과장|2026. 7. 29."_s,
                        u"팀장(지방행정주사)|오세린|과장|2026. 7. 29."_s})
        << QStringList{u"- 이민수 정보화담당관 정보팀장 지방행정주사 > 총무과장 2026-07-29"_s,
                       u"- 오세린 - 지방행정주사 > 과장 2026-07-29"_s};
    QTest::newRow("a sentence gives all their day")
        << tiny::text({u"2026. 7. 29.자로 시보임용을 해제하고 정규 공무원으로 임용함"_s, u"□ 전보"_s, u"- 정보화담당관 지방행정주사 이민수 → 총무과"_s,
                       u"2026. 7. 20."_s})
        << QStringList{u"전보 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s};
    QTest::newRow("the day of another document, and the day of the order")
        << tiny::text({u"1. 관련: 「정기 인사발령 계획」(2026. 7. 18.)"_s, u"2. 2026. 7. 29.자 인사발령을 알립니다."_s, u"□ 전보"_s,
                       u"- 정보화담당관 지방행정주사 이민수 → 총무과"_s, u"□ 행정사항"_s, u"- 총무과 4급 최윤 (전보)"_s})
        << QStringList{u"전보 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s};
    QTest::newRow("people listed below what is ordered")
        << tiny::text({u"2026. 7. 29.자 인사발령"_s, u"□ 퇴직(2명)"_s, u"- 정보화담당관 지방행정주사 이민수 (의원면직)"_s, u"- 총무과 4급 최윤"_s,
                       u"※ 담당: 총무과 지방행정주사 오세린"_s})
        << QStringList{u"퇴직 이민수 정보화담당관 지방행정주사 > - 2026-07-29"_s, u"퇴직 최윤 총무과 4급 > - 2026-07-29"_s};
    QTest::newRow("the name before a colon, the grades behind")
        << tiny::text({u"2026. 7. 29.자 승진"_s, u"- 정보화담당관 이민수 : 지방행정주사 → 지방행정사무관"_s})
        << QStringList{u"승진 이민수 정보화담당관 지방행정주사 > - 지방행정사무관 2026-07-29"_s};
    QTest::newRow("tabs, wide blanks, and wide signs")
        << tiny::text({u"２０２６．　７．　２９．자 전보"_s, u"1\t정보화담당관\t지방행정주사\t이　민　수\t총무과\u00a0근무를　명함．"_s})
        << QStringList{u"전보 이민수 정보화담당관 지방행정주사 > 총무과 2026-07-29"_s};
    QTest::newRow("a second row for the same person")
        << tiny::table({u"직급|성명|발령사항|발령일"_s, u"6급|이민수|총무과 근무를 명함|2026. 7. 29."_s, u"||인사팀장 겸임을 명함|"_s})
        << QStringList{u"- 이민수 - 6급 > 총무과 2026-07-29"_s, u"겸임 이민수 - 6급 > 인사팀장 2026-07-29"_s};
}

void ReaderTest::readsTheLinesOfALayout()
{
    QFETCH(const Document, document);

    QTEST(read(document), "lines");
}

void ReaderTest::doubtsWhatItCannotRead_data()
{
    QTest::addColumn<Document>("document");
    QTest::addColumn<QString>("doubt");

    const QString head = u"소속|직급|성명|발령사항|발령일"_s;
    QTest::newRow("weekday that is another day's")
        << tiny::table({head, u"총무과|6급|이민수|시민봉사과 근무를 명함|2026. 7. 29.(금)"_s}) << u"date"_s;
    QTest::newRow("day that does not exist")
        << tiny::table({head, u"총무과|6급|이민수|시민봉사과 근무를 명함|2026. 2. 30."_s}) << u"date"_s;
    QTest::newRow("grade") << tiny::table({head, u"총무과|행정주ㅅ|이민수|시민봉사과 근무를 명함|2026. 7. 29."_s}) << u"grade"_s;
    QTest::newRow("others") << tiny::table({head, u"총무과|6급|이민수 외 2명|시민봉사과 근무를 명함|2026. 7. 29."_s}) << u"name"_s;
    QTest::newRow("bracket that stays open")
        << tiny::table({head, u"총무과|6급|이민수|행정안전부 파견을 명함(2026. 7. 29. ~ 2028. 7.|2026. 7. 29."_s}) << u"phrase"_s;
    QTest::newRow("somebody else in what is ordered")
        << tiny::text({u"2026. 7. 29.자 전보"_s, u"- 총무과 4급 최윤 → 시민봉사과 - 시민봉사과 지방행정서기 박서준"_s}) << u"columns"_s;
    QTest::newRow("two columns under one head")
        << tiny::table({u"구분 소속|직급|성명|발령사항|발령일"_s, u"전보 총무과|6급|이민수|시민봉사과 근무를 명함|2026. 7. 29."_s})
        << u"columns"_s;
}

void ReaderTest::doubtsWhatItCannotRead()
{
    QFETCH(const Document, document);
    QFETCH(const QString, doubt);

    const ReadOrder order = readOrder(document, wordsOf(Directory(tiny::office())));

    QCOMPARE(order.lines.size(), 1);
    QVERIFY2(order.lines.first().doubts.contains(doubt), qUtf8Printable(order.lines.first().doubts.join(u' ')));
}

void ReaderTest::readsMergedCellsForEveryRow()
{
    Document document = tiny::table({u"소속|직급|성명|발령사항"_s, u"시민봉사과|8급|박서준|총무과 근무를 명함"_s, u"-|9급|김하나|총무과 근무를 명함"_s});
    Table &table = *std::get<std::shared_ptr<Table>>(document.body.first());
    table.cells.removeIf([](const Cell &cell) { return cell.row == 2 && cell.column == 0; });
    for (Cell &cell : table.cells)
        if (cell.row == 1 && cell.column == 0)
            cell.rowSpan = 2;

    const ReadOrder order = readOrder(document, wordsOf(Directory(tiny::office())));

    QCOMPARE(order.lines.size(), 2);
    QCOMPARE(order.lines[1].who.unit, u"시민봉사과"_s);
}

void ReaderTest::joinsALineThatThePageWraps()
{
    Document document = tiny::text({u"2026. 7. 29.자 전보"_s, u"- 정보화담당관 지방행정주사 이민수 → 행정국 총무과 근"_s, u"무를 명함"_s,
                                    u"- 총무과 4급 최윤 → 시민봉사과"_s, u"솔마루시장"_s});
    const QList<Box> boxes{{50, 100, 200, 111}, {50, 114, 540, 125}, {45, 127, 90, 138}, {50, 141, 300, 152}, {250, 154, 330, 165}};
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        Paragraph &line = std::get<Paragraph>(document.body[i]);
        line.place.page = 1;
        line.place.box = boxes[i];
    }

    QCOMPARE(read(document), (QStringList{u"전보 이민수 정보화담당관 지방행정주사 > 행정국 총무과 2026-07-29"_s,
                                          u"전보 최윤 총무과 4급 > 시민봉사과 2026-07-29"_s}));
}

void ReaderTest::joinsALineThatItsColumnWraps()
{
    Document document = tiny::text({u"2026. 7. 29.자 전보"_s, u"- 지방행정주사 이민수 → 행정국 총무과 근"_s, u"무를 명함"_s, u"- 총무과 4급 최윤"_s,
                                    u"→ 시민봉사과"_s, u"끝."_s});
    const QList<Box> boxes{{50, 100, 200, 111}, {50, 114, 280, 125}, {45, 127, 90, 138},
                           {310, 100, 500, 111}, {310, 114, 400, 125}, {310, 128, 350, 139}};
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        Paragraph &line = std::get<Paragraph>(document.body[i]);
        line.place.page = 1;
        line.place.box = boxes[i];
    }

    QCOMPARE(read(document).value(0), u"전보 이민수 - 지방행정주사 > 행정국 총무과 2026-07-29"_s);
}

void ReaderTest::mindsNoHiddenStaffNumber()
{
    Document document = tiny::table({u"성명|사번|발령사항|발령일"_s, u"이민수|1001|총무과 근무를 명함|2026. 7. 29."_s});
    for (Cell &cell : std::get<std::shared_ptr<Table>>(document.body.first())->cells)
        if (cell.column == 1)
            cell.place.confidence = 0.5;

    const ReadOrder order = readOrder(document, wordsOf(Directory(tiny::office())));

    QCOMPARE(order.lines.size(), 1);
    QCOMPARE(order.lines.first().place.confidence, 1.0);
}

void ReaderTest::asksForThePlaceOfRowsWhoseColumnsWereLost()
{
    Document document = tiny::table({u"발령부서|직급|성명|발령일"_s, u"총무과|6급|이민수|2026. 7. 29."_s});
    document.body += tiny::table({u"4급/6급|최윤/오세린|총무과/총무과"_s, u"7급|김하나|총무과"_s}).body;

    const ReadOrder order = readOrder(document, wordsOf(Directory(tiny::office())));

    QCOMPARE(order.lines.size(), 4);
    QCOMPARE(order.lines[1].who.name, u"최윤"_s);
    QVERIFY(order.lines[1].act.target.isEmpty());
    QVERIFY(!order.lines[1].unitMayBeTarget);
}

void ReaderTest::masksRegistrationNumbers()
{
    const ReadOrder order = readOrder(
        tiny::table({u"성명|주민등록번호|발령사항"_s, u"이민수|900101-1234567|총무과 근무를 명함"_s}), wordsOf(Directory(tiny::office())));

    QCOMPARE(order.lines.size(), 1);
    QVERIFY(!order.lines.first().text.contains(u"1234567"_s));
    QVERIFY(order.lines.first().text.contains(u"900101"_s));
}

void ReaderTest::saysWhereALineStands()
{
    const ReadOrder order = readOrder(tiny::table({u"성명|직급|발령사항"_s, u"이민수|6급|총무과 근무를 명함"_s}),
                                      wordsOf(Directory(tiny::office())));

    QCOMPARE(order.lines.first().place.address, u"Sheet1!A2:C2"_s);
}

QTEST_APPLESS_MAIN(ReaderTest)
#include "tst_reader.moc"
