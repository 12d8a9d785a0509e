// Tables on one page, ruled in every way that producers rule them, and what is no table.
#include "pdf_sheets.h"

#include <QTest>

using namespace naru;
using namespace naru::pdf_sheets;

class TestPdfTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsATableHoweverItIsRuled_data();
    void readsATableHoweverItIsRuled();
    void keepsTheSpacesThatOneSees();
    void keepsSpacedNamesInOneColumn_data();
    void keepsSpacedNamesInOneColumn();
    void mergesCellsWithoutARulingBetweenThem();
    void joinsTheLinesOfACell();
    void splitsRecordsThatOnlyAFrameHolds();
    void marksAShadedHead();
    void givesEveryCellItsPageAndBox();
    void takesNoFrameForATable_data();
    void takesNoFrameForATable();
    void readsColumnsOfTextOneAfterTheOther();
    void readsTheSameLetterAtTheSamePlaceOnce();
};

void TestPdfTables::readsATableHoweverItIsRuled_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::newRow("all sides") << Rules::All;
    QTest::newRow("open left and right") << Rules::OpenSides;
    QTest::newRow("between rows only") << Rules::RowsOnly;
    QTest::newRow("above, below the head, and below") << Rules::HeadAndFoot;
    QTest::newRow("not at all") << Rules::None;
    QTest::newRow("a filled rectangle for every side of every cell") << Rules::CellRectangles;
    QTest::newRow("a ring around every spaced cell") << Rules::Rings;
    QTest::newRow("dots") << Rules::Dots;
    QTest::newRow("dashes") << Rules::Dashes;
    QTest::newRow("double lines") << Rules::Double;
    QTest::newRow("thin pictures") << Rules::Pictures;
    QTest::newRow("white lines on grey") << Rules::White;
}

void TestPdfTables::readsATableHoweverItIsRuled()
{
    QFETCH(const Rules, rules);
    Paper paper;
    paper.text(240, 80, u"인사발령 통지"_s);
    const Texts rows = Texts{head} + orderRows(1, 12, true);
    drawTable(paper, rules, 120, rows, true);
    paper.text(60, 460, u"끝."_s);

    const Document document = read(paper.finish());

    QCOMPARE(paragraphsOf(document), QStringList({u"인사발령 통지"_s, u"끝."_s}));
    const auto tables = tablesOf(document);
    QCOMPARE(tables.size(), 1);
    QCOMPARE(textsOf(*tables.first()), rows);
    QVERIFY(TableGrid(*tables.first()).tiles());
    QCOMPARE(tables.first()->detection,
             rules == Rules::None ? Table::Detection::Stream : Table::Detection::RuledLattice);
    QVERIFY(document.diagnostics.isEmpty());
}

void TestPdfTables::keepsTheSpacesThatOneSees()
{
    Paper paper;
    const QStringList lines{u"인 사 발 령"_s, u"이 지 혜"_s, u"2026. 7. 29.자 정보화담당관 근무를 명함"_s,
                            u"(재)나루문화재단 7급"_s};
    for (int i = 0; i < lines.size(); ++i)
        paper.text(60, 100 + 40 * i, lines[i]);

    const Document document = read(paper.finish());

    QCOMPARE(paragraphsOf(document), lines);
}

void TestPdfTables::keepsSpacedNamesInOneColumn_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::newRow("between rows only") << Rules::RowsOnly;
    QTest::newRow("not at all") << Rules::None;
}

void TestPdfTables::keepsSpacedNamesInOneColumn()
{
    QFETCH(const Rules, rules);
    Paper paper;
    Texts rows = orderRows(1, 12, true);
    for (QStringList &row : rows)
        row[3].replace(u' ', u"  "_s); // so wide that it might be columns of single letters
    drawTable(paper, rules, 120, rows);

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QCOMPARE(textsOf(*tables.first()), orderRows(1, 12, true));
}

void TestPdfTables::mergesCellsWithoutARulingBetweenThem()
{
    Paper paper;
    const auto box = [&paper](double x1, double y1, double x2, double y2, const QString &text) {
        paper.painter().setPen(QPen(Qt::black, 0.5));
        paper.painter().drawRect(QRectF(QPointF(x1, y1), QPointF(x2, y2)));
        paper.painter().drawText(QRectF(QPointF(x1, y1), QPointF(x2, y2)), Qt::AlignCenter, text);
    };
    box(60, 100, 120, 140, u"성명"_s);
    box(120, 100, 320, 120, u"현직"_s);
    box(120, 120, 220, 140, u"소속"_s);
    box(220, 120, 320, 140, u"직급"_s);
    box(60, 140, 120, 180, u"이지혜"_s);
    box(120, 140, 320, 160, u"총무과"_s);
    box(120, 160, 320, 180, u"민원여권과"_s);

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QStringList cells;
    for (const Cell &cell : tables.first()->cells)
        cells.append(
            u"%1,%2 %3x%4 %5"_s.arg(cell.row).arg(cell.column).arg(cell.rowSpan).arg(cell.columnSpan).arg(cell.text));
    QCOMPARE(cells,
             QStringList({u"0,0 2x1 성명"_s, u"0,1 1x2 현직"_s, u"1,1 1x1 소속"_s, u"1,2 1x1 직급"_s,
                          u"2,0 2x1 이지혜"_s, u"2,1 1x2 총무과"_s, u"3,1 1x2 민원여권과"_s}));
}

void TestPdfTables::joinsTheLinesOfACell()
{
    Paper paper(8);
    Texts rows = Texts{head} + orderRows(1, 3);
    rows[1][4] = u"승진임용에 임함.\n총무과 근무를 명함."_s;
    rows[2][3] = u"김민수\n이지혜"_s;
    drawTable(paper, Rules::All, 120, rows);

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QCOMPARE(textsOf(*tables.first()), rows);
}

void TestPdfTables::splitsRecordsThatOnlyAFrameHolds()
{
    Paper paper;
    const Texts rows = Texts{head} + orderRows(1, 6);
    drawTable(paper, Rules::HeadAndFoot, 120, rows);
    for (const double x : columnLines)
        paper.line(x, 120, x, 120 + 7 * rowHeight);

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QCOMPARE(textsOf(*tables.first()), rows);
}

void TestPdfTables::marksAShadedHead()
{
    Paper paper;
    drawTable(paper, Rules::All, 120, Texts{head} + orderRows(1, 3), true);

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    for (const Cell &cell : tables.first()->cells)
        QCOMPARE(cell.header, cell.row == 0);
}

void TestPdfTables::givesEveryCellItsPageAndBox()
{
    Paper paper;
    paper.text(60, 100, u"첫 쪽"_s);
    paper.newPage();
    drawTable(paper, Rules::All, 120, Texts{head} + orderRows(1, 3));

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    const Cell &cell = tables.first()->cells[7]; // row 1, column 2
    QCOMPARE(cell.place.page, 2);
    QCOMPARE(cell.place.method, Provenance::Method::PdfText);
    const Box expected{200, 140, 290, 160};
    QVERIFY(cell.place.box);
    QVERIFY(std::abs(cell.place.box->left - expected.left) < 0.5 && std::abs(cell.place.box->top - expected.top) < 0.5);
    QVERIFY(std::abs(cell.place.box->right - expected.right) < 0.5
            && std::abs(cell.place.box->bottom - expected.bottom) < 0.5);
}

void TestPdfTables::takesNoFrameForATable_data()
{
    QTest::addColumn<int>("figure");
    QTest::newRow("a box around the title") << 0;
    QTest::newRow("an underline") << 1;
    QTest::newRow("a frame around the page") << 2;
    QTest::newRow("an empty grid") << 3;
    QTest::newRow("two rules around a letterhead") << 4;
}

void TestPdfTables::takesNoFrameForATable()
{
    QFETCH(const int, figure);
    Paper paper;
    const QStringList lines{u"인사발령 통지"_s, u"정보화담당관 지방행정주사 이지혜"_s, u"총무과 근무를 명함"_s,
                            u"2026. 7. 29."_s};
    for (int i = 0; i < lines.size(); ++i)
        paper.text(80, 100 + 30 * i, lines[i]);
    paper.painter().setPen(QPen(Qt::black, 0.5));
    if (figure == 0)
        paper.painter().drawRect(QRectF(70, 84, 300, 24));
    if (figure == 1)
        paper.line(80, 102, 80 + paper.painter().fontMetrics().horizontalAdvance(lines[0]), 102);
    if (figure == 2)
        paper.painter().drawRect(QRectF(30, 30, 535, 780));
    for (int i = 0; figure == 3 && i < 5; ++i) {
        paper.line(300 + 20 * i, 300, 300 + 20 * i, 380);
        paper.line(300, 300 + 20 * i, 380, 300 + 20 * i);
    }
    if (figure == 4) {
        paper.line(60, 82, 500, 82);
        paper.line(60, 106, 500, 106);
    }

    const Document document = read(paper.finish());

    QVERIFY(tablesOf(document).isEmpty());
    QCOMPARE(paragraphsOf(document), lines);
}

void TestPdfTables::readsColumnsOfTextOneAfterTheOther()
{
    Paper paper;
    QStringList expected{u"나루시 시보 제1234호"_s};
    paper.text(60, 80, expected[0] + QString());
    QStringList right;
    for (int i = 0; i < 12; ++i) {
        const QString left = u"왼쪽 단의 %1째 줄은 여기까지 이어지는 긴 글이다"_s.arg(i);
        expected.append(left);
        paper.text(60, 120 + 16 * i, left);
        right.append(u"오른쪽 단의 %1째 줄도 끝까지 이어지는 긴 글이다"_s.arg(i));
        paper.text(310, 120 + 16 * i, right.last());
    }

    const Document document = read(paper.finish());

    QCOMPARE(paragraphsOf(document), expected + right);
}

void TestPdfTables::readsTheSameLetterAtTheSamePlaceOnce()
{
    Paper paper;
    paper.text(60, 100, u"승진 임용"_s);
    paper.text(62, 101, u"승진 임용"_s); // a shadow

    const Document document = read(paper.finish());

    QCOMPARE(paragraphsOf(document), QStringList{u"승진 임용"_s});
}

QTEST_MAIN(TestPdfTables)
#include "tst_pdf_tables.moc"
