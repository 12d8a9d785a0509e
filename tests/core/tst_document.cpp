#include "core/document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace naru;

namespace {

Provenance placed(int page, double left)
{
    return {page, Box{left, 2.25, 100.5, 20}, u"Contents/section0.xml!tbl[0]"_s, 0.875, Provenance::Method::PdfText};
}

Cell cell(int row, int column, int rowSpan = 1, int columnSpan = 1)
{
    Cell out;
    out.row = row;
    out.column = column;
    out.rowSpan = rowSpan;
    out.columnSpan = columnSpan;
    out.text = u"%1,%2"_s.arg(row).arg(column);
    return out;
}

Table table(int rows, int columns, const QList<Cell> &cells)
{
    Table out;
    out.rows = rows;
    out.columns = columns;
    out.cells = cells;
    return out;
}

// A document that sets every field there is to something else than its default.
Document full()
{
    Cell number = cell(0, 0, 2, 1);
    number.header = true;
    number.fieldName = u"성명"_s;
    number.value = {Value::Kind::Number, u"1234.50"_s, u"A1*2"_s, u"#,##0.00"_s};
    number.place = placed(1, 11.25);
    auto inner = std::make_shared<Table>(table(1, 1, {cell(0, 0)}));
    inner->caption = u"안쪽"_s;
    number.blocks = {Paragraph{u"칸 안의 글"_s, u"본문"_s, placed(1, 12)}, inner};
    auto outer = std::make_shared<Table>(table(2, 2, {number, cell(0, 1), cell(1, 1)}));
    outer->caption = u"발령 내역"_s;
    outer->detection = Table::Detection::RuledLattice;
    outer->place = placed(2, 10);

    Document document;
    document.format = u"pdf"_s;
    document.sha256 = QString(64, u'a');
    document.title = u"인사발령 통지서"_s;
    document.pages = {{1, QSizeF(595.28, 841.89), 0}, {2, QSizeF(841.89, 595.28), 300}};
    document.body = {Paragraph{u"2026. 7. 29.자"_s, u"제목"_s, placed(1, 1.5)}, outer};
    FormField field;
    field.kind = FormField::Kind::Checkbox;
    field.name = u"동의"_s;
    field.prompt = u"여기를 누르세요"_s;
    field.value = u"예"_s;
    field.filled = true;
    field.place = placed(2, 5);
    document.fields = {field};
    document.diagnostics = {{u"truncated"_s, u"쪽이 잘렸습니다"_s, 2}, {u"limit"_s, u"많습니다"_s, 0}};
    return document;
}

QByteArray bytes(const Document &document)
{
    return QJsonDocument(toJson(document)).toJson(QJsonDocument::Compact);
}

} // namespace

class tst_Document : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromJson();
    void keepsEveryKindByItsName();
    void refusesWhatIsNoDocument_data();
    void refusesWhatIsNoDocument();
    void tilesTheGrid_data();
    void tilesTheGrid();
    void findsTheCellThatCoversAPosition();
    void survivesTablesThatLie();
    void saysItsPlainText();
    void masksRegistrationNumbersWhereverTheyStand();
    void unitesBoxes();
};

void tst_Document::comesBackFromJson()
{
    const Document document = full();
    const QByteArray json = bytes(document);

    const Result<Document> back = documentFromJson(QJsonDocument::fromJson(json).object());

    QVERIFY(back);
    QCOMPARE(bytes(*back), json);
    QCOMPARE(back->pages.at(1).dpi, 300.0);
    QCOMPARE(back->pages.at(0).size, document.pages.at(0).size);
    const auto outer = std::get<std::shared_ptr<Table>>(back->body.at(1));
    QCOMPARE(outer->detection, Table::Detection::RuledLattice);
    const Cell &cell = outer->cells.at(0);
    QVERIFY(cell.header);
    QCOMPARE(cell.rowSpan, 2);
    QCOMPARE(cell.value.formula, u"A1*2"_s);
    QCOMPARE(cell.place.box, std::optional(Box{11.25, 2.25, 100.5, 20}));
    QCOMPARE(cell.place.confidence, 0.875);
    QCOMPARE(cell.place.method, Provenance::Method::PdfText);
    QCOMPARE(std::get<Paragraph>(cell.blocks.at(0)).style, u"본문"_s);
    QCOMPARE(std::get<std::shared_ptr<Table>>(cell.blocks.at(1))->caption, u"안쪽"_s);
    QCOMPARE(back->fields.at(0).kind, FormField::Kind::Checkbox);
    QVERIFY(back->fields.at(0).filled);
    QCOMPARE(back->diagnostics.at(0).page, 2);
}

void tst_Document::keepsEveryKindByItsName()
{
    for (int kind = 0; kind <= int(Value::Kind::Fault); ++kind) {
        Document document = full();
        auto one = std::make_shared<Table>(table(1, 1, {cell(0, 0)}));
        one->cells[0].value.kind = Value::Kind(kind);
        one->detection = Table::Detection(kind % 4);
        one->place.method = Provenance::Method(kind % 4);
        document.body = {one};
        document.fields[0].kind = FormField::Kind(kind % 5);

        const Document back = *documentFromJson(toJson(document));

        const auto read = std::get<std::shared_ptr<Table>>(back.body.at(0));
        QCOMPARE(read->cells.at(0).value.kind, Value::Kind(kind));
        QCOMPARE(read->detection, Table::Detection(kind % 4));
        QCOMPARE(read->place.method, Provenance::Method(kind % 4));
        QCOMPARE(back.fields.at(0).kind, FormField::Kind(kind % 5));
    }
}

void tst_Document::refusesWhatIsNoDocument_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("no body") << QByteArray(R"({"format": "pdf"})");
    QTest::newRow("no format") << QByteArray(R"({"body": []})");
    QTest::newRow("body of another type") << QByteArray(R"({"format": "pdf", "body": {}})");
}

void tst_Document::refusesWhatIsNoDocument()
{
    QFETCH(const QByteArray, json);

    const Result<Document> document = documentFromJson(QJsonDocument::fromJson(json).object());

    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
}

void tst_Document::tilesTheGrid_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QList<QList<int>>>("cells"); // row, column, row span, column span
    QTest::addColumn<bool>("tiles");
    using Cells = QList<QList<int>>;
    QTest::newRow("empty") << 0 << 0 << Cells{} << true;
    QTest::newRow("single cells") << 1 << 2 << Cells{{0, 0, 1, 1}, {0, 1, 1, 1}} << true;
    QTest::newRow("one over all") << 3 << 2 << Cells{{0, 0, 3, 2}} << true;
    QTest::newRow("interlocked") << 3 << 3
                                 << Cells{{0, 0, 1, 2}, {0, 2, 2, 1}, {1, 0, 2, 1}, {1, 1, 1, 1}, {2, 1, 1, 2}} << true;
    QTest::newRow("a hole") << 2 << 2 << Cells{{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}} << false;
    QTest::newRow("an overlap") << 2 << 2 << Cells{{0, 0, 2, 2}, {1, 1, 1, 1}} << false;
    QTest::newRow("an overlap of a full grid") << 1 << 2 << Cells{{0, 0, 1, 2}, {0, 0, 1, 1}} << false;
    QTest::newRow("an overlap that hides a hole") << 1 << 3 << Cells{{0, 0, 1, 2}, {0, 1, 1, 1}} << false;
    QTest::newRow("beyond the last column") << 1 << 2 << Cells{{0, 0, 1, 1}, {0, 1, 1, 2}} << false;
    QTest::newRow("beyond the last row") << 1 << 1 << Cells{{0, 0, 2, 1}} << false;
    QTest::newRow("before the first row") << 1 << 1 << Cells{{-1, 0, 2, 1}} << false;
    QTest::newRow("no span") << 1 << 1 << Cells{{0, 0, 1, 1}, {0, 0, 0, 1}} << false;
    QTest::newRow("negative size") << -1 << -1 << Cells{{0, 0, 1, 1}} << false;
}

void tst_Document::tilesTheGrid()
{
    QFETCH(const int, rows);
    QFETCH(const int, columns);
    QFETCH(const QList<QList<int>>, cells);
    QFETCH(const bool, tiles);
    Table one = table(rows, columns, {});
    for (const QList<int> &where : cells)
        one.cells.append(cell(where[0], where[1], where[2], where[3]));

    QCOMPARE(TableGrid(one).tiles(), tiles);
}

void tst_Document::findsTheCellThatCoversAPosition()
{
    const Table one = table(2, 3, {cell(0, 0, 2, 2), cell(0, 2)});
    const TableGrid grid(one);

    for (const auto &[row, column] : {std::pair{0, 0}, {0, 1}, {1, 0}, {1, 1}})
        QCOMPARE(grid.at(row, column), &one.cells[0]);
    QCOMPARE(grid.at(0, 2), &one.cells[1]);
    for (const auto &[row, column] : {std::pair{1, 2}, {-1, 0}, {0, -1}, {2, 0}, {0, 3}})
        QVERIFY(!grid.at(row, column));
    QVERIFY(!grid.tiles());
}

void tst_Document::survivesTablesThatLie()
{
    const int most = std::numeric_limits<int>::max();
    const Table sparse = table(1 << 20, 1 << 14, {cell(0, 0), cell((1 << 20) - 1, (1 << 14) - 1)});
    const Table vast = table(most, most, {cell(0, 0, most, most), cell(most, most, most, most)});

    const TableGrid grid(sparse);

    QCOMPARE(grid.at((1 << 20) - 1, (1 << 14) - 1), &sparse.cells[1]);
    QVERIFY(!grid.at(5, 5));
    QVERIFY(!grid.tiles());
    QVERIFY(!TableGrid(vast).tiles());
    QCOMPARE(TableGrid(vast).at(most - 1, 0), &vast.cells[0]);
    // Many cells that each cover all of a large grid.
    const Table stacked = table(4000, 4000, QList<Cell>(100'000, cell(0, 0, 4000, 4000)));
    QVERIFY(!TableGrid(stacked).tiles());
}

void tst_Document::saysItsPlainText()
{
    Document document;
    auto one = std::make_shared<Table>(table(2, 2, {cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)}));
    one->cells[3].text = u"두\n줄"_s;
    document.body = {Paragraph{u"앞"_s, {}, {}}, one, Paragraph{u"뒤"_s, {}, {}}};

    QCOMPARE(plainText(document), u"앞\n0,0\t0,1\n1,0\t두 줄\n뒤\n"_s);
}

void tst_Document::masksRegistrationNumbersWhereverTheyStand()
{
    const QString number = u"800101-1234567"_s;
    Document document = full();
    auto outer = std::get<std::shared_ptr<Table>>(document.body[1]);
    outer->cells[0].text = number;
    outer->cells[0].value.text = number;
    std::get<Paragraph>(outer->cells[0].blocks[0]).text = number;
    std::get<Paragraph>(document.body[0]).text = number;
    document.fields[0].value = number;
    document.title = number;

    maskRegistrationNumbers(document);

    const QByteArray bytes = QJsonDocument(toJson(document)).toJson();
    QVERIFY(!bytes.contains("1234567"));
    QCOMPARE(bytes.count("800101-1******"), 6);
}

void tst_Document::unitesBoxes()
{
    QCOMPARE((Box{1, 2, 3, 4}.united({0, 3, 2, 9})), (Box{0, 2, 3, 9}));
}

QTEST_APPLESS_MAIN(tst_Document)
#include "tst_document.moc"
