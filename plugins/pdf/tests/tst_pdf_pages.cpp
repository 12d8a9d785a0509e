// Tables over several pages, running lines, and pages that are turned.
#include "pdf_sheets.h"

#include <QTest>

using namespace naru;
using namespace naru::pdf_sheets;

class TestPdfPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsATableThatGoesOn_data();
    void joinsATableThatGoesOn();
    void keepsThePageOfEveryCell();
    void joinsATwoRowHeadThatRepeats();
    void keepsRowsThatOnlyLookLikeTheHead();
    void joinsARowThatThePageBreakCuts();
    void joinsACutRowBesideAMergedCell();
    void joinsAMergedCellThatThePageBreakCuts();
    void keepsTablesApartThatATextDivides();
    void keepsTablesOfOtherColumnsApart();
    void keepsSubheadsThatComeAndGo();
    void keepsLinesThatAreOnlyAlike();
    void readsATurnedPageUpright_data();
    void readsATurnedPageUpright();
    void rendersAPage();
};

void TestPdfPages::joinsATableThatGoesOn_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::addColumn<bool>("repeats");
    QTest::addColumn<bool>("running");
    QTest::newRow("ruled, the head once") << Rules::All << false << false;
    QTest::newRow("ruled, the head on every page") << Rules::All << true << false;
    QTest::newRow("ruled, between titles and page numbers") << Rules::All << true << true;
    QTest::newRow("open sides, between titles and page numbers") << Rules::OpenSides << true << true;
    QTest::newRow("ruled between rows") << Rules::RowsOnly << true << true;
    QTest::newRow("ruled between rows, the head once") << Rules::RowsOnly << false << true;
    QTest::newRow("not ruled, the head once") << Rules::None << false << false;
    QTest::newRow("not ruled, between titles and page numbers") << Rules::None << true << true;
}

void TestPdfPages::joinsATableThatGoesOn()
{
    QFETCH(const Rules, rules);
    QFETCH(const bool, repeats);
    QFETCH(const bool, running);
    Paper paper;
    Texts all{head};
    const QList<int> counts{32, 33, 2};
    int number = 1;
    for (int page = 0; page < counts.size(); ++page) {
        if (page > 0)
            paper.newPage();
        const Texts rows = orderRows(number, counts[page]);
        number += counts[page];
        all += rows;
        drawTable(paper, rules, 90, (page == 0 || repeats ? Texts{head} : Texts()) + rows);
        if (running)
            paper.text(250, 40, u"나루시 인사발령(2026. 7. 29.자)"_s);
        if (running)
            paper.text(290, 815, u"%1/3"_s.arg(page + 1));
    }

    const Document document = read(paper.finish());

    const auto tables = tablesOf(document);
    QCOMPARE(tables.size(), 1);
    QCOMPARE(textsOf(*tables.first()), all);
    QVERIFY(TableGrid(*tables.first()).tiles());
    QCOMPARE(paragraphsOf(document), running ? QStringList{u"나루시 인사발령(2026. 7. 29.자)"_s} : QStringList());
}

void TestPdfPages::keepsThePageOfEveryCell()
{
    Paper paper;
    drawTable(paper, Rules::All, 60, Texts{head} + orderRows(1, 30));
    paper.newPage();
    drawTable(paper, Rules::All, 60, Texts{head} + orderRows(31, 5));

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QCOMPARE(tables.first()->rows, 36);
    for (const Cell &cell : tables.first()->cells) {
        QCOMPARE(cell.place.page, cell.row <= 30 ? 1 : 2);
        QCOMPARE(cell.header, cell.row == 0);
    }
    const Cell &first = tables.first()->cells[31 * 5]; // "31", below the head that the page repeats
    QCOMPARE(first.text, u"31"_s);
    QVERIFY(std::abs(first.place.box->top - 80) < 0.5);
}

void TestPdfPages::joinsATwoRowHeadThatRepeats()
{
    Paper paper;
    const auto cell = [&paper](double x1, double y1, double x2, double y2, const QString &text) {
        paper.painter().setPen(QPen(Qt::black, 0.5));
        paper.painter().drawRect(QRectF(QPointF(x1, y1), QPointF(x2, y2)));
        paper.painter().drawText(QRectF(QPointF(x1, y1), QPointF(x2, y2)), Qt::AlignCenter, text);
    };
    for (int page = 0; page < 3; ++page) {
        if (page > 0)
            paper.newPage();
        cell(60, 60, 150, 100, u"성명"_s);
        cell(150, 60, 400, 80, u"현직"_s);
        cell(150, 80, 280, 100, u"소속"_s);
        cell(280, 80, 400, 100, u"직급"_s);
        for (int row = 0; row < 30; ++row)
            for (int column = 0; column < 3; ++column)
                cell(QList{60, 150, 280}[column], 100 + 20 * row, QList{150, 280, 400}[column], 120 + 20 * row,
                     u"%1-%2-%3"_s.arg(page).arg(row).arg(column));
    }

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QCOMPARE(tables.first()->rows, 2 + 90);
    QVERIFY(TableGrid(*tables.first()).tiles());
    QCOMPARE(textsOf(*tables.first())[2 + 60], QStringList({u"2-0-0"_s, u"2-0-1"_s, u"2-0-2"_s}));
    QCOMPARE(tables.first()->cells.count(), 4 + 90 * 3);
}

void TestPdfPages::keepsRowsThatOnlyLookLikeTheHead()
{
    Paper paper;
    Texts all{head};
    for (int page = 0; page < 3; ++page) {
        if (page > 0)
            paper.newPage();
        Texts rows = Texts(30, QStringList{QString(), u"총무과"_s, u"지방행정주사"_s, u"이지혜"_s, u"근무를 명함"_s});
        for (int i = 0; i < rows.size(); ++i)
            rows[i][0] = QString::number(30 * page + i + 1); // 1, 31, 61: all but the number is the same
        all += rows;
        drawTable(paper, Rules::All, 90, Texts{head} + rows);
    }

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QCOMPARE(textsOf(*tables.first()), all);
}

void TestPdfPages::joinsARowThatThePageBreakCuts()
{
    Paper paper;
    Texts first = Texts{head} + orderRows(1, 35);
    drawTable(paper, Rules::All, 60, first);
    paper.newPage();
    Texts second = Texts{QStringList{QString(), QString(), QString(), QString(), u"(승진임용)"_s}} + orderRows(36, 4);
    drawTable(paper, Rules::All, 60, second);

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    first.last().last() += u"\n(승진임용)"_s;
    second.removeFirst();
    QCOMPARE(textsOf(*tables.first()), first + second);
}

// The cut row's unit is merged with those of the two rows behind it, so that its rest spans rows too.
void TestPdfPages::joinsACutRowBesideAMergedCell()
{
    Texts first = Texts{head} + orderRows(1, 35);
    Texts second = Texts{head, QStringList{QString(), QString(), QString(), QString(), u"(승진임용)"_s}} + orderRows(36, 4);
    second[2][1].clear();
    second[3][1].clear();
    Paper paper;
    drawTable(paper, Rules::All, 60, first);
    paper.newPage();
    drawTable(paper, Rules::None, 60, second);
    for (int row = 0; row <= 6; ++row) {
        const bool inside = row == 2 || row == 3; // no line below the merged unit
        for (const auto &[left, right] : {std::pair(60, 100), std::pair(100, 200), std::pair(200, 520)})
            if (!inside || left != 100)
                paper.line(left, 60 + 20 * row, right, 60 + 20 * row);
    }
    for (const double x : columnLines)
        paper.line(x, 60, x, 60 + 6 * rowHeight);

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    const Table &table = *tables.first();
    QVERIFY(TableGrid(table).tiles());
    QCOMPARE(table.rows, 40);
    QCOMPARE(TableGrid(table).at(35, 4)->text, first.last().last() + u"\n(승진임용)"_s);
    QCOMPARE(TableGrid(table).at(35, 1)->text, first.last()[1]);
    QCOMPARE(TableGrid(table).at(35, 1)->rowSpan, 3);
    QCOMPARE(TableGrid(table).at(36, 3)->text, second[2][3]);
}

void TestPdfPages::joinsAMergedCellThatThePageBreakCuts()
{
    Paper paper;
    for (int page = 0; page < 2; ++page) {
        if (page > 0)
            paper.newPage();
        for (int row = 0; row <= 36;
             ++row) { // 총무과 stands beside the last four rows and the first two of the next page
            const bool inside = page == 0 ? row > 32 && row < 36 : row == 1;
            paper.line(inside ? 160 : 60, 60 + 20 * row, 400, 60 + 20 * row);
        }
        for (const int x : {60, 160, 400})
            paper.line(x, 60, x, 60 + 36 * 20);
        for (int row = 0; row < 36; ++row) {
            paper.text(170, 73 + 20 * row, u"%1쪽 %2"_s.arg(page + 1).arg(row));
            if (page == 0 ? row <= 32 : row > 1)
                paper.text(70, 73 + 20 * row, page == 0 && row == 32 ? u"총무과"_s : u"민원과"_s);
        }
    }

    const auto tables = tablesOf(read(paper.finish()));

    QCOMPARE(tables.size(), 1);
    QVERIFY(TableGrid(*tables.first()).tiles());
    const Cell *cell = TableGrid(*tables.first()).at(37, 0);
    QVERIFY(cell);
    QCOMPARE(cell->text, u"총무과"_s);
    QCOMPARE(cell->row, 32);
    QCOMPARE(cell->rowSpan, 6);
}

void TestPdfPages::keepsTablesApartThatATextDivides()
{
    Paper paper;
    drawTable(paper, Rules::All, 60, Texts{head} + orderRows(1, 30));
    paper.newPage();
    paper.text(60, 60, u"2. 파견"_s);
    drawTable(paper, Rules::All, 80, Texts{head} + orderRows(31, 5));

    const Document document = read(paper.finish());

    QCOMPARE(tablesOf(document).size(), 2);
    QCOMPARE(paragraphsOf(document), QStringList{u"2. 파견"_s});
}

void TestPdfPages::keepsTablesOfOtherColumnsApart()
{
    Paper paper;
    drawTable(paper, Rules::All, 60, Texts{head} + orderRows(1, 30));
    paper.newPage();
    for (const double x : {60, 250, 520})
        paper.line(x, 60, x, 100);
    for (const double y : {60, 80, 100})
        paper.line(60, y, 520, y);
    paper.text(70, 73, u"구분"_s);
    paper.text(260, 73, u"인원"_s);

    QCOMPARE(tablesOf(read(paper.finish())).size(), 2);
}

void TestPdfPages::keepsSubheadsThatComeAndGo()
{
    Paper paper;
    const QStringList subheads{u"[전보]"_s, u"[승진]"_s, u"[전보]"_s, u"[승진]"_s, u"[전보]"_s};
    for (int page = 0; page < subheads.size(); ++page) {
        if (page > 0)
            paper.newPage();
        paper.text(60, 60, subheads[page]);
        drawTable(paper, Rules::All, 80, Texts{head} + orderRows(1 + 10 * page, 10));
        paper.text(290, 815, u"- %1 -"_s.arg(page + 1));
    }

    const Document document = read(paper.finish());

    QCOMPARE(paragraphsOf(document), subheads);
    QCOMPARE(tablesOf(document).size(), 5);
}

void TestPdfPages::keepsLinesThatAreOnlyAlike()
{
    Paper paper;
    QStringList lines;
    for (int page = 0; page < 4; ++page) {
        if (page > 0)
            paper.newPage();
        for (int row = 0; row < 40; ++row) {
            lines.append(u"%1. 총무과 근무를 명함"_s.arg(40 * page + row + 1));
            paper.text(60, 60 + 18 * row, lines.last());
        }
    }

    QCOMPARE(paragraphsOf(read(paper.finish())), lines);
}

void TestPdfPages::readsATurnedPageUpright_data()
{
    QTest::addColumn<double>("drawn"); // degrees that the content is turned
    QTest::addColumn<QString>("shown"); // how the page is turned when it is shown
    QTest::addColumn<Box>("box"); // of the cell "연번", as the page is shown
    QTest::newRow("turned, and shown upright") << -90.0 << u"+90"_s << Box{60, 120, 100, 140};
    QTest::newRow("sideways, shown as drawn") << -90.0 << QString() << Box{120, 742, 140, 782};
    QTest::newRow("sideways the other way") << 90.0 << QString() << Box{455, 60, 475, 100};
    QTest::newRow("upside down") << 180.0 << QString() << Box{495, 702, 535, 722};
}

void TestPdfPages::readsATurnedPageUpright()
{
    QFETCH(const double, drawn);
    QFETCH(const QString, shown);
    QFETCH(const Box, box);
    Paper paper;
    const QSizeF a4(595, 842);
    paper.painter().translate(drawn == -90      ? QPointF(0, a4.height())
                                  : drawn == 90 ? QPointF(a4.width(), 0)
                                                : QPointF(a4.width(), a4.height()));
    paper.painter().rotate(drawn);
    const Texts rows = Texts{head} + orderRows(1, 12, true);
    drawTable(paper, Rules::All, 120, rows);
    QByteArray bytes = paper.finish();
    if (!shown.isEmpty())
        bytes = throughQpdf(bytes, {u"--rotate="_s + shown});

    const auto tables = tablesOf(read(bytes));

    QCOMPARE(tables.size(), 1);
    QCOMPARE(textsOf(*tables.first()), rows);
    const Box read = *tables.first()->cells.first().place.box;
    QVERIFY2(std::abs(read.left - box.left) < 1 && std::abs(read.top - box.top) < 1
                 && std::abs(read.right - box.right) < 1 && std::abs(read.bottom - box.bottom) < 1,
             qPrintable(u"%1 %2 %3 %4"_s.arg(read.left).arg(read.top).arg(read.right).arg(read.bottom)));
}

void TestPdfPages::rendersAPage()
{
    Paper paper;
    paper.painter().fillRect(QRectF(100, 200, 50, 50), Qt::black);
    const QByteArray bytes = paper.finish();

    const Result<QImage> image = format().render(bytes, 1, 144);
    const Result<QImage> missing = format().render(bytes, 2, 144);

    QVERIFY(image);
    QVERIFY(std::abs(image->width() - 1190) <= 2 && std::abs(image->height() - 1684) <= 2);
    QCOMPARE(image->pixelColor(250, 450).lightness(), 0);
    QCOMPARE(image->pixelColor(150, 450).lightness(), 255);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"pdf.page"_s);
}

QTEST_MAIN(TestPdfPages)
#include "tst_pdf_pages.moc"
