// What we write, we read back: every space, every cell, on every page.
#include "pdf_sheets.h"

#include <QTest>

using namespace naru;
using namespace naru::pdf_sheets;

class TestPdfWriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackParagraphs();
    void readsBackATable_data();
    void readsBackATable();
    void repeatsTheHeadAndNumbersThePages();
    void cutsARowThatIsHigherThanAPage();
    void placesParagraphsByTheirStyle();
    void breaksNoWordWhereThereIsRoom_data();
    void breaksNoWordWhereThereIsRoom();
    void keepsTheSpacesInEveryFontItUses();
    void writesAnEmptyDocument();

private:
    static Document written(const Document &document);
    static std::shared_ptr<Table> orderTable(int rows);
    static bool isDark(const QImage &image, const QRect &area);
};

Document TestPdfWriting::written(const Document &document)
{
    const Result<QByteArray> bytes = format().write(document);
    if (!bytes)
        qWarning("%s", qPrintable(bytes.error().text));
    return bytes ? read(*bytes) : Document();
}

// A head of two rows with merged cells, and rows of an order.
std::shared_ptr<Table> TestPdfWriting::orderTable(int rows)
{
    auto table = std::make_shared<Table>();
    table->rows = rows + 2;
    table->columns = 5;
    const auto add = [&table](int row, int column, int rowSpan, int columnSpan, const QString &text, bool header) {
        Cell cell;
        cell.row = row;
        cell.column = column;
        cell.rowSpan = rowSpan;
        cell.columnSpan = columnSpan;
        cell.text = text;
        cell.header = header;
        table->cells.append(cell);
    };
    add(0, 0, 2, 1, u"연번"_s, true);
    add(0, 1, 1, 2, u"현 직"_s, true);
    add(0, 3, 2, 1, u"성 명"_s, true);
    add(0, 4, 2, 1, u"발령사항"_s, true);
    add(1, 1, 1, 1, u"소속"_s, true);
    add(1, 2, 1, 1, u"직급"_s, true);
    const Texts texts = orderRows(1, rows, true);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < 5; ++column)
            add(row + 2, column, 1, 1, texts[row][column], false);
    return table;
}

bool TestPdfWriting::isDark(const QImage &image, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            if (image.pixelColor(x, y).lightness() < 128)
                return true;
    return false;
}

void TestPdfWriting::readsBackParagraphs()
{
    const QStringList texts{u"인 사 발 령 통 지"_s, u"1. 관련: 지방공무원법 제30조의5(2026. 7. 24.)"_s,
                            u"가. “전보” · 겸임 ○ □ △ ※ ① ㎡ 1,531명"_s,
                            u"이 지 혜(李智惠) → 재정관리담당관 근무를 명함.  끝."_s, u"나루시장 ABC def 123-45"_s};
    Document document;
    for (int i = 0; i < texts.size(); ++i)
        document.body.append(Paragraph{texts[i], i == 0 ? u"title"_s : i == 4 ? u"heading"_s : QString(), {}});

    QStringList expected = texts;
    expected[3].replace(u"  "_s, u" "_s); // two spaces are one gap to the eye

    QCOMPARE(paragraphsOf(written(document)), expected);
}

void TestPdfWriting::readsBackATable_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("one page") << 10;
    QTest::newRow("five pages") << 150;
}

void TestPdfWriting::readsBackATable()
{
    QFETCH(const int, rows);
    Document document;
    const std::shared_ptr<Table> table = orderTable(rows);
    document.body.append(Paragraph{u"인사발령"_s, u"title"_s, {}});
    document.body.append(table);
    document.body.append(Paragraph{u"끝."_s, {}, {}});

    const Document back = written(document);

    QCOMPARE(tablesOf(back).size(), 1);
    const Table &read = *tablesOf(back).first();
    QCOMPARE(read.rows, table->rows);
    QCOMPARE(read.cells.size(), table->cells.size());
    for (qsizetype i = 0; i < read.cells.size(); ++i) {
        const Cell &a = read.cells[i];
        const Cell &b = table->cells[i];
        QVERIFY2(a.row == b.row && a.column == b.column && a.rowSpan == b.rowSpan && a.columnSpan == b.columnSpan
                     && a.text == b.text && a.header == b.header,
                 qPrintable(u"cell %1: '%2' is not '%3'"_s.arg(i).arg(a.text, b.text)));
    }
    const QStringList paragraphs = paragraphsOf(back);
    QCOMPARE(paragraphs.first(), u"인사발령"_s);
    QVERIFY(paragraphs.contains(u"끝."_s));
}

void TestPdfWriting::repeatsTheHeadAndNumbersThePages()
{
    Document document;
    document.body.append(orderTable(150));
    const Result<QByteArray> bytes = format().write(document);
    QVERIFY(bytes);
    const int pages = int(read(*bytes).pages.size());
    QVERIFY(pages >= 4);

    for (int page = 1; page <= pages; ++page) {
        const QByteArray one = throughQpdf(*bytes, {}, {u"--pages"_s, u"."_s, QString::number(page), u"--"_s});
        const Document alone = read(one);
        const Result<QImage> picture = format().render(*bytes, page, 72);

        QCOMPARE(tablesOf(alone).size(), 1);
        QVERIFY(picture && isDark(*picture, QRect(285, 800, 25, 35))); // the number, which is not of the body
        QVERIFY(!isDark(*picture, QRect(60, 805, 200, 35)));
        QCOMPARE(textsOf(*tablesOf(alone).first()).first(),
                 QStringList({u"연번"_s, u"현 직"_s, {}, u"성 명"_s, u"발령사항"_s}));
    }
}

void TestPdfWriting::cutsARowThatIsHigherThanAPage()
{
    Document document;
    auto table = std::make_shared<Table>();
    table->rows = 1;
    table->columns = 2;
    QStringList lines;
    for (int i = 0; i < 200; ++i)
        lines.append(u"줄 %1"_s.arg(i));
    Cell label;
    label.text = u"내용"_s;
    Cell content;
    content.column = 1;
    content.text = lines.join(u'\n');
    table->cells = {label, content};
    document.body.append(table);

    const auto tables = tablesOf(written(document));

    QCOMPARE(tables.size(), 1);
    QStringList read;
    for (const Cell &cell : tables.first()->cells)
        if (cell.column == 1)
            read += cell.text.split(u'\n');

    QCOMPARE(read, lines);
}

void TestPdfWriting::placesParagraphsByTheirStyle()
{
    Document document;
    for (const QString &style : {u"title"_s, u"center"_s, u"right"_s, u"body"_s})
        document.body.append(Paragraph{u"나루시"_s, style, {}});

    QList<Box> boxes;
    for (const Block &block : written(document).body)
        if (const Paragraph *paragraph = std::get_if<Paragraph>(&block); paragraph && paragraph->text == u"나루시"_s)
            boxes.append(*paragraph->place.box);

    QCOMPARE(boxes.size(), 4);
    const double middle = 595 / 2.0;
    QVERIFY(std::abs((boxes[0].left + boxes[0].right) / 2 - middle) < 1);
    QVERIFY(std::abs((boxes[1].left + boxes[1].right) / 2 - middle) < 1);
    QVERIFY(std::abs(boxes[2].right - (595 - 15 * 72 / 25.4)) < 1);
    QVERIFY(std::abs(boxes[3].left - 15 * 72 / 25.4) < 1);
    QVERIFY(boxes[0].bottom - boxes[0].top > 1.3 * (boxes[3].bottom - boxes[3].top));
}

void TestPdfWriting::breaksNoWordWhereThereIsRoom_data()
{
    QTest::addColumn<QStringList>("row");
    QTest::newRow("six columns") << QStringList{u"지방행정사무관"_s, u"정 재 일"_s, u"상수도사업본부 급수운영과 누수방지팀"_s,
                                               u"대공원사업소 시설과 시설운영팀"_s, u"2026. 7. 29."_s, u"지방행정사무관 승진(2026. 7. 29. ~ 2028. 7. 28.)"_s};
    QTest::newRow("thirteen columns") << QStringList{u"박진아"_s, u"20100006"_s, u"담당"_s, u"해람광역시"_s, u"지방행정주사보"_s, u"재정관리담당관 투자심사팀"_s, u"2026-07-29"_s,
                                                    u"승진"_s, u"해람광역시"_s, u"관광마이스과 마이스기획팀"_s, u"팀장"_s, u"지방방재안전주사"_s, u"육아휴직, 2026. 7. 29. ~ 2027. 7. 28."_s};
}

void TestPdfWriting::breaksNoWordWhereThereIsRoom()
{
    QFETCH(const QStringList, row);
    auto table = std::make_shared<Table>();
    table->rows = 3;
    table->columns = int(row.size());
    for (int i = 0; i < 3; ++i)
        for (int column = 0; column < row.size(); ++column) {
            Cell cell;
            cell.row = i;
            cell.column = column;
            cell.text = i == 0 ? u"제목"_s : row[column];
            cell.header = i == 0;
            table->cells.append(cell);
        }
    Document document;
    document.body.append(table);

    const auto tables = tablesOf(written(document));

    QCOMPARE(tables.size(), 1);
    for (const Cell &cell : tables.first()->cells)
        if (cell.row > 0)
            QCOMPARE(QString(cell.text).replace(u'\n', u' '), row[cell.column]); // each line ends where a word does
}

// NanumGothic and NanumSquare lose every space: whoever adds a font to the writer adds it to what is tried here.
void TestPdfWriting::keepsTheSpacesInEveryFontItUses()
{
    const QString spaced = u"가 나 다 ABC 1 2 3 ○ “인사” 끝."_s;
    for (const QString &style : {QString(), u"title"_s, u"heading"_s}) {
        Document document;
        document.body.append(Paragraph{spaced, style, {}});
        const QByteArray bytes = *format().write(document);

        QCOMPARE(paragraphsOf(read(bytes)), QStringList{spaced});
    }
    Document document;
    document.body.append(orderTable(3));
    const QByteArray bytes = *format().write(document);
    QVERIFY2(bytes.contains("NanumMyeongjo"), "the writer uses a font whose spaces nobody has tried");
    QVERIFY(!bytes.contains("NanumGothic") && !bytes.contains("NanumSquare"));
}

void TestPdfWriting::writesAnEmptyDocument()
{
    const Document back = written(Document());

    QCOMPARE(back.pages.size(), 1);
    QVERIFY(back.body.isEmpty()); // the page number is not of the body
}

QTEST_MAIN(TestPdfWriting)
#include "tst_pdf_writing.moc"
