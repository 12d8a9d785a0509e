// Workbooks as Excel, POI, and stranger programs write them, made by hand so that every odd corner is there.
#include "core/format.h"
#include "core/zip_archive.h"

#include <QCryptographicHash>
#include <QPluginLoader>
#include <QTest>

#include <clocale>

using namespace naru;

namespace {

struct Book {
    QByteArray rows; // inside <sheetData>
    QByteArray shared = {}; // inside <sst>
    QByteArray formats = {}; // inside <numFmts>
    QByteArray styles = "<xf/>"; // inside <cellXfs>
    QByteArray after = {}; // after <sheetData>
    QByteArray before = {}; // before it
    QByteArray workbook = {}; // before <sheets>
    QByteArray names = {}; // after <sheets>
    QByteArray sheetTarget = "worksheets/sheet1.xml";
    QByteArray types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    QByteArray state = {};
    QByteArray moreSheets = {}; // <sheet> elements, whose r:id is rId1 again
};

QByteArray archive(const QList<QPair<QString, QByteArray>> &parts)
{
    ZipWriter zip;
    zip.add(u"[Content_Types].xml"_s, "<Types/>");
    for (const auto &[name, bytes] : parts)
        zip.add(name, bytes);
    return *zip.finish();
}

QByteArray made(const Book &book)
{
    const auto relationship = [&book](const QByteArray &id, const QByteArray &type, const QByteArray &target) {
        return "<Relationship Id='" + id + "' Type='" + book.types + '/' + type + "' Target='" + target + "'/>";
    };
    // docProps/app.xml comes first, with a type that also holds the word officeDocument.
    return archive(
        {{u"_rels/.rels"_s, "<Relationships>" + relationship("rId3", "extended-properties", "docProps/app.xml")
                                + relationship("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
         {u"docProps/app.xml"_s, "<Properties/>"},
         {u"xl/_rels/workbook.xml.rels"_s,
          "<Relationships>" + relationship("rId1", "worksheet", book.sheetTarget)
              + relationship("rId2", "sharedStrings", "sharedStrings.xml") + relationship("rId3", "styles", "styles.xml")
              + "</Relationships>"},
         {u"xl/workbook.xml"_s,
          "<workbook xmlns='" + book.main + "' xmlns:r='" + book.types + "'>" + book.workbook + "<sheets><sheet name='Sheet1' "
              + book.state + " sheetId='7' r:id='rId1'/>" + book.moreSheets + "</sheets>" + book.names + "</workbook>"},
         {u"xl/worksheets/sheet1.xml"_s, "<worksheet xmlns='" + book.main + "'>" + book.before + "<sheetData>" + book.rows
                                             + "</sheetData>" + book.after + "</worksheet>"},
         {u"xl/sharedStrings.xml"_s, "<sst xmlns='" + book.main + "'>" + book.shared + "</sst>"},
         {u"xl/styles.xml"_s, "<styleSheet xmlns='" + book.main + "'><numFmts>" + book.formats + "</numFmts><cellStyleXfs>"
                                  "<xf numFmtId='14'/></cellStyleXfs><cellXfs>" + book.styles + "</cellXfs></styleSheet>"}});
}

QByteArray oneCell(const QByteArray &cell, const QByteArray &shared = {}) { return made({"<row r='1'>" + cell + "</row>", shared}); }

// A cell of the number with a format of its own.
QByteArray formatted(const QByteArray &number, const QByteArray &code, const QByteArray &workbook = {})
{
    Book book{"<row r='1'><c r='A1' s='1'><v>" + number + "</v></c></row>"};
    book.formats = "<numFmt numFmtId='164' formatCode='" + code + "'/>";
    book.styles = "<xf numFmtId='0'/><xf numFmtId='164'/>";
    book.workbook = workbook;
    return made(book);
}

QByteArray builtIn(const QByteArray &number, int id, const QByteArray &workbook = {})
{
    Book book{"<row r='1'><c r='A1' s='1'><v>" + number + "</v></c></row>"};
    book.styles = "<xf numFmtId='0'/><xf numFmtId='" + QByteArray::number(id) + "'/>";
    book.workbook = workbook;
    return made(book);
}

const Table &tableIn(const Document &document, int index = 0)
{
    return *std::get<std::shared_ptr<Table>>(document.body.at(index));
}

const Cell *cellAt(const Table &table, int row, int column)
{
    for (const Cell &cell : table.cells)
        if (cell.row == row && cell.column == column)
            return &cell;
    return nullptr;
}

QStringList codes(const Document &document)
{
    QStringList found;
    for (const Diagnostic &one : document.diagnostics)
        found.append(one.code);
    return found;
}

void put16(QByteArray &bytes, qsizetype at, quint16 value)
{
    bytes[at] = char(value & 0xff);
    bytes[at + 1] = char(value >> 8);
}

// A compound file with one directory entry at its 128-byte place.
QByteArray compound(const QStringList &entries, int shift = 0)
{
    QByteArray bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    bytes.resize(1024 + shift, '\0');
    for (const QString &entry : entries) {
        const qsizetype at = bytes.size();
        bytes.append(QByteArray(128, '\0'));
        bytes.replace(at, entry.size() * 2, QByteArray(reinterpret_cast<const char *>(entry.utf16()), entry.size() * 2));
        put16(bytes, at + 64, quint16(entry.size() * 2 + 2));
    }
    return bytes;
}

Cell textCell(int row, int column, const QString &text)
{
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.text = text;
    return cell;
}

Cell valueCell(int row, int column, Value::Kind kind, const QString &text, const QString &format = {})
{
    Cell cell = textCell(row, column, text);
    cell.value = {kind, text, {}, format};
    return cell;
}

Document documentOf(const QList<Cell> &cells, int rows, int columns, const QString &caption = u"인사"_s)
{
    Document document;
    auto table = std::make_shared<Table>();
    table->rows = rows;
    table->columns = columns;
    table->cells = cells;
    table->caption = caption;
    document.body.append(table);
    return document;
}

} // namespace

class TestXlsx : public QObject {
    Q_OBJECT

    const Format *m_format = nullptr;

    Document read(const QByteArray &bytes) const
    {
        const Result<Document> document = m_format->read(bytes, {});
        if (!document)
            qWarning().noquote() << document.error().text;
        return document ? *document : Document();
    }

    QString errorOf(const QByteArray &bytes, const ReadLimits &limits = {}) const
    {
        const Result<Document> document = m_format->read(bytes, limits);
        return document ? u"ok"_s : document.error().code;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto *loader = new QPluginLoader(qEnvironmentVariable("NARU_PLUGINS") + u"/xlsx.so"_s, this);
        m_format = qobject_cast<Format *>(loader->instance());
        QVERIFY2(m_format, qPrintable(loader->errorString()));
    }

    void readsTheValueOfACell_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Value::Kind>("kind");
        QTest::addColumn<QString>("value");
        using Kind = Value::Kind;
        const auto row = [](const char *name, const QByteArray &bytes, const QString &text, Kind kind, const QString &value = {}) {
            QTest::newRow(name) << bytes << text << kind << (value.isNull() ? text : value);
        };
        const QByteArray shared = "<si><t>zero</t></si><si><t/></si>"
                                  "<si><r><rPr><b/></rPr><t>굵은</t></r><r><t xml:space='preserve'> 글</t></r></si>"
                                  "<si><t>漢字</t><rPh sb='0' eb='2'><t>한자</t></rPh><phoneticPr fontId='1'/></si>"
                                  "<si><t>a_x000D_\nb_x005F_x000D_</t></si><si><t xml:space='preserve'> ㎡① &lt;&amp; </t></si>";
        const auto string = [&](int index) { return oneCell("<c r='A1' t='s'><v>" + QByteArray::number(index) + "</v></c>", shared); };
        row("shared string", string(0), u"zero"_s, Kind::Text);
        row("empty shared string", string(1), u""_s, Kind::Text);
        row("rich text", string(2), u"굵은 글"_s, Kind::Text);
        row("phonetic", string(3), u"漢字"_s, Kind::Text);
        row("escapes", string(4), u"a\r\nb_x000D_"_s, Kind::Text);
        row("outer spaces and signs", string(5), u" ㎡① <& "_s, Kind::Text);
        row("string that is not there", string(6), u"#REF!"_s, Kind::Fault);
        row("inline string", oneCell("<c r='A1' t='inlineStr'><is><t>글</t></is></c>"), u"글"_s, Kind::Text);
        row("inline rich text", oneCell("<c r='A1' t='inlineStr'><is><r><t>가</t></r><r><t>나</t></r><rPh><t>x</t></rPh></is></c>"),
            u"가나"_s, Kind::Text);
        row("text 0012", oneCell("<c r='A1' t='inlineStr'><is><t>0012</t></is></c>"), u"0012"_s, Kind::Text);
        row("long text of digits", oneCell("<c r='A1' t='inlineStr'><is><t>12345678901234567890</t></is></c>"),
            u"12345678901234567890"_s, Kind::Text);
        row("whole number", oneCell("<c r='A1'><v>20110234</v></c>"), u"20110234"_s, Kind::Number);
        row("longer than a double holds", oneCell("<c r='A1'><v>12345678901234567890</v></c>"), u"12345678901234567890"_s, Kind::Number);
        row("0.1", oneCell("<c r='A1'><v>0.1</v></c>"), u"0.1"_s, Kind::Number);
        row("0.1 in 17 digits", oneCell("<c r='A1'><v>0.10000000000000001</v></c>"), u"0.1"_s, Kind::Number);
        row("1e-7", oneCell("<c r='A1'><v>9.9999999999999995E-8</v></c>"), u"0.0000001"_s, Kind::Number);
        row("0.30000000000000004", oneCell("<c r='A1'><v>0.30000000000000004</v></c>"), u"0.30000000000000004"_s, Kind::Number);
        row("exponent", oneCell("<c r='A1'><v>1.5E+3</v></c>"), u"1500"_s, Kind::Number);
        row("negative", oneCell("<c r='A1' t='n'><v>-12.50</v></c>"), u"-12.50"_s, Kind::Number);
        row("leading zeros by format", formatted("12", "0000"), u"0012"_s, Kind::Number, u"12"_s);
        row("true", oneCell("<c r='A1' t='b'><v>1</v></c>"), u"TRUE"_s, Kind::Flag, u"true"_s);
        row("false", oneCell("<c r='A1' t='b'><v>0</v></c>"), u"FALSE"_s, Kind::Flag, u"false"_s);
        row("error", oneCell("<c r='A1' t='e'><v>#REF!</v></c>"), u"#REF!"_s, Kind::Fault);
        row("not a number", oneCell("<c r='A1'><v>abc</v></c>"), u"abc"_s, Kind::Text);
        row("formula", oneCell("<c r='A1'><f>SUM(B1:B2)</f><v>3</v></c>"), u"3"_s, Kind::Number);
        row("formula of text", oneCell("<c r='A1' t='str'><f>B1&amp;\"\"</f><v>가</v></c>"), u"가"_s, Kind::Text);
        row("formula of empty text", oneCell("<c r='A1' t='str'><f>\"\"</f><v></v></c>"), u""_s, Kind::Text);
        row("formula without value", oneCell("<c r='A1'><f>SUM(B1:B2)</f></c>"), u"#UNCACHED!"_s, Kind::Fault);
        row("formula with an empty value", oneCell("<c r='A1'><f>SUM(B1:B2)</f><v/></c>"), u"#UNCACHED!"_s, Kind::Fault);
        row("built-in day", builtIn("46232", 14), u"2026-07-29"_s, Kind::Day);
        row("built-in Korean day", builtIn("46232", 31), u"2026-07-29"_s, Kind::Day);
        row("day with a fraction", builtIn("46232.75", 14), u"2026-07-29"_s, Kind::Day);
        row("moment", builtIn("46232.395833333336", 22), u"2026-07-29T09:30:00"_s, Kind::Moment);
        row("just before midnight", builtIn("46231.999999999", 22), u"2026-07-29T00:00:00"_s, Kind::Moment);
        row("time", builtIn("0.39583333333333331", 20), u"09:30:00"_s, Kind::TimeOfDay);
        row("Korean time", builtIn("0.5", 32), u"12:00:00"_s, Kind::TimeOfDay);
        row("more than a day elapsed", builtIn("1.5", 46), u"1.5"_s, Kind::Number);
        row("Korean day", formatted("46232", "yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"), u"2026-07-29"_s, Kind::Day);
        row("Korean day without quotes", formatted("46232", "yyyy년 mm월 dd일"), u"2026-07-29"_s, Kind::Day);
        row("day with a locale", formatted("46232", "[$-ko-KR]yyyy-mm-dd;@"), u"2026-07-29"_s, Kind::Day);
        row("month alone", formatted("46232", "mm&quot;월&quot;"), u"2026-07-29"_s, Kind::Day);
        row("weekday", formatted("46232", "aaaa"), u"2026-07-29"_s, Kind::Day);
        row("era", formatted("46232", "[$-412]ggge&quot;년&quot;m&quot;월&quot;d&quot;일&quot;"), u"2026-07-29"_s, Kind::Day);
        row("d in quotes is no day", formatted("46232", "#,##0&quot;d원&quot;"), u"46232"_s, Kind::Number);
        row("escaped d is no day", formatted("46232", "0\\d"), u"46232"_s, Kind::Number);
        row("colour is no day", formatted("46232", "[Red]0_d;General"), u"46232"_s, Kind::Number);
        row("exponent is no era", formatted("46232", "0.00E+00"), u"46232"_s, Kind::Number);
        row("minutes and seconds", formatted("0.5", "mm:ss.0"), u"12:00:00"_s, Kind::TimeOfDay);
        row("12-hour moment", formatted("46232.5", "yyyy-mm-dd AM/PM hh:mm"), u"2026-07-29T12:00:00"_s, Kind::Moment);
        row("first day", builtIn("1", 14), u"1900-01-01"_s, Kind::Day);
        row("before the day that never was", builtIn("59", 14), u"1900-02-28"_s, Kind::Day);
        row("the day that never was", builtIn("60", 14), u"60"_s, Kind::Number);
        row("after the day that never was", builtIn("61", 14), u"1900-03-01"_s, Kind::Day);
        row("zeroth day", builtIn("0", 14), u"0"_s, Kind::Number);
        row("negative day", builtIn("-1", 14), u"-1"_s, Kind::Number);
        row("last day", builtIn("2958465", 14), u"9999-12-31"_s, Kind::Day);
        row("beyond the last day", builtIn("2958466", 14), u"2958466"_s, Kind::Number);
        row("1904", builtIn("44770", 14, "<workbookPr date1904='1'/>"), u"2026-07-29"_s, Kind::Day);
        row("1904, first day", builtIn("0", 14, "<workbookPr date1904='true'/>"), u"1904-01-01"_s, Kind::Day);
        row("ISO day", oneCell("<c r='A1' t='d'><v>2026-07-29</v></c>"), u"2026-07-29"_s, Kind::Day);
        row("ISO moment", oneCell("<c r='A1' t='d'><v>2026-07-29T09:30:00Z</v></c>"), u"2026-07-29T09:30:00"_s, Kind::Moment);
        row("ISO time", oneCell("<c r='A1' t='d'><v>09:30:00</v></c>"), u"09:30:00"_s, Kind::TimeOfDay);
        row("not ISO", oneCell("<c r='A1' t='d'><v>어제</v></c>"), u"어제"_s, Kind::Text);
        Book prefixed;
        prefixed.rows = "<row r='1'><c r='A1' t='s'><v>0</v></c></row>";
        prefixed.shared = "<si><t>글</t></si>";
        QByteArray strict = made(prefixed);
        prefixed.types = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        prefixed.main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        row("strict", made(prefixed), u"글"_s, Kind::Text);
        prefixed.sheetTarget = "/xl/worksheets/sheet1.xml";
        row("absolute target", made(prefixed), u"글"_s, Kind::Text);
        prefixed.sheetTarget = "/xl/Worksheets/Sheet1.xml";
        row("target in another case", made(prefixed), u"글"_s, Kind::Text);
        prefixed.sheetTarget = "../xl/./worksheets/sheet1.xml";
        row("roundabout target", made(prefixed), u"글"_s, Kind::Text);
        row("prefix", archive({{u"_rels/.rels"_s, "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='workbook.xml'/></Relationships>"},
                               {u"_rels/workbook.xml.rels"_s, "<Relationships><Relationship Id='b' Type='x/worksheet' Target='s.xml'/></Relationships>"},
                               {u"workbook.xml"_s, "<x:workbook xmlns:x='m' xmlns:r='n'><x:sheets><x:sheet name='S' r:id='b'/></x:sheets></x:workbook>"},
                               {u"s.xml"_s, "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>글</x:t></x:is></x:c>"
                                            "</x:row></x:sheetData></x:worksheet>"}}),
            u"글"_s, Kind::Text);
    }

    void readsTheValueOfACell()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, text);
        QFETCH(const Value::Kind, kind);
        QFETCH(const QString, value);
        QVERIFY(m_format->recognises(bytes));

        int visited = 0;
        const Result<int> count = m_format->readCells(bytes, {}, [&](const QString &, const StreamCell &cell) {
            ++visited;
            [&] {
                QCOMPARE(cell.row, 0);
                QCOMPARE(cell.column, 0);
                QCOMPARE(cell.text, text);
                QCOMPARE(cell.value.text, value);
                QCOMPARE(cell.value.kind, kind);
            }();
            return true;
        });

        QVERIFY(count);
        QCOMPARE(*count, 1);
        QCOMPARE(visited, 1);
        const Document document = read(bytes);
        if (!text.isEmpty()) { // a cell that shows nothing is beyond the used range
            QCOMPARE(tableIn(document).cells.size(), 1);
            QCOMPARE(tableIn(document).cells[0].text, text);
        }
    }

    void keepsFormulasAndFormats()
    {
        const Document document = read(made({"<row r='1'><c r='A1' s='1'><f>SUM(B1:B2)</f><v>3000</v></c></row>", {}, {},
                                             "<xf/><xf numFmtId='3'/>"}));

        QCOMPARE(tableIn(document).cells[0].value.formula, u"SUM(B1:B2)"_s);
        QCOMPARE(tableIn(document).cells[0].value.numberFormat, u"#,##0"_s);
        QCOMPARE(tableIn(document).cells[0].text, u"3000"_s);
    }

    void saysWhatIsOddOnceForEachSheet_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("uncached") << made({"<row r='1'><c r='A1'><f>X</f></c><c r='B1'><f>Y</f></c></row>"}) << u"xlsx.uncached"_s;
        QTest::newRow("no such day") << builtIn("60", 14) << u"xlsx.noSuchDay"_s;
        QTest::newRow("no number") << oneCell("<c r='A1'><v>x</v></c>") << u"xlsx.noNumber"_s;
        QTest::newRow("no string") << oneCell("<c r='A1' t='s'><v>9</v></c>") << u"xlsx.sharedString"_s;
        QTest::newRow("cell twice") << oneCell("<c r='A1'><v>1</v></c><c r='A1'><v>2</v></c>") << u"xlsx.doubleCell"_s;
        QTest::newRow("hidden row") << made({"<row r='1' hidden='1'><c r='A1'><v>1</v></c></row>"}) << u"xlsx.hiddenRows"_s;
        Book hidden{"<row r='1'><c r='A1'><v>1</v></c></row>"};
        hidden.before = "<cols><col min='1' max='2' hidden='1'/></cols>";
        QTest::newRow("hidden column") << made(hidden) << u"xlsx.hiddenColumns"_s;
        Book merged{"<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"};
        merged.after = "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>";
        QTest::newRow("text under merged cells") << made(merged) << u"xlsx.covered"_s;
        merged.rows = "<row r='1'><c r='A1'><v>1</v></c></row><row r='3'><c r='C3'/><c r='D3'><v>2</v></c></row>";
        merged.after = "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='B2:C3'/></mergeCells>";
        QTest::newRow("overlapping merges") << made(merged) << u"xlsx.merge"_s;
        QTest::newRow("far apart") << made({"<row r='1'><c r='A1'><v>1</v></c></row><row r='1000'><c r='ZZ1000'><v>1</v></c></row>"})
                                   << u"xlsx.sparse"_s;
    }

    void saysWhatIsOddOnceForEachSheet()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);

        const Document document = read(bytes);

        QCOMPARE(codes(document), QStringList{code});
        QVERIFY(document.diagnostics[0].text.contains(u"Sheet1"_s));
    }

    void saysNothingOfAnOrdinaryWorkbook()
    {
        QVERIFY(read(oneCell("<c r='A1'><v>1</v></c>")).diagnostics.isEmpty());
    }

    void continuesRowsAndCellsWithoutAddresses()
    {
        const Document document = read(made({"<row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c r='C4'><v>3</v></c><c><v>4</v></c></row>"
                                             "<row><c><v>5</v></c></row>"}));

        const Table &table = tableIn(document);
        QCOMPARE(table.rows, 5);
        QCOMPARE(table.columns, 4);
        QCOMPARE(cellAt(table, 0, 1)->text, u"2"_s);
        QCOMPARE(cellAt(table, 3, 3)->text, u"4"_s);
        QCOMPARE(cellAt(table, 4, 0)->text, u"5"_s);
        QCOMPARE(cellAt(table, 3, 2)->place.address, u"Sheet1!C4"_s);
        QVERIFY(TableGrid(table).tiles());
    }

    void turnsMergedRangesIntoSpans()
    {
        Book book{"<row r='1'><c r='A1' t='inlineStr'><is><t>제목</t></is></c></row>"
                  "<row r='2'><c r='A2'><v>1</v></c><c r='B2'><v>2</v></c><c r='C2'><v>3</v></c></row>"
                  "<row r='3'><c r='B3'><v>4</v></c></row>"};
        book.after = "<mergeCells count='3'><mergeCell ref='A1:XFD1'/><mergeCell ref='A2:A4'/><mergeCell ref='nonsense'/>"
                     "<mergeCell ref='H90:J91'/></mergeCells>";

        const Document document = read(made(book));

        const Table &table = tableIn(document);
        QCOMPARE(table.rows, 4);
        QCOMPARE(table.columns, 3);
        QCOMPARE(cellAt(table, 0, 0)->columnSpan, 3);
        QCOMPARE(cellAt(table, 1, 0)->rowSpan, 3);
        QVERIFY(!cellAt(table, 2, 0));
        QVERIFY(TableGrid(table).tiles());
        QVERIFY(document.diagnostics.isEmpty());
    }

    void doubtsWhatIsHidden()
    {
        const Document document = read(made({"<row r='1'><c r='A1'><v>1</v></c></row><row r='2' hidden='1'><c r='A2'><v>2</v></c></row>"
                                             "<row r='3' hidden='true'><c r='A3'><v>3</v></c></row><row r='4'><c r='A4'><v>4</v></c></row>"}));

        QCOMPARE(tableIn(document).cells[0].place.confidence, 1.0);
        QCOMPARE(tableIn(document).cells[1].place.confidence, 0.5);
        QCOMPARE(tableIn(document).cells[3].place.confidence, 1.0);
        QVERIFY(document.diagnostics[0].text.contains(u"2–3"_s));
    }

    void leavesHiddenSheetsOut_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("hidden") << QByteArray("state='hidden'");
        QTest::newRow("very hidden") << QByteArray("state='veryHidden'");
    }

    void leavesHiddenSheetsOut()
    {
        QFETCH(const QByteArray, state);
        Book book{"<row r='1'><c r='A1'><v>1</v></c></row>"};
        book.moreSheets = "<sheet name='보임' r:id='rId1'/>";
        book.state = state;
        QStringList seen;

        const Document document = read(made(book));
        QVERIFY(m_format->readCells(made(book), {}, [&seen](const QString &sheet, const StreamCell &) {
            seen.append(sheet);
            return true;
        }));

        QCOMPARE(document.body.size(), 1);
        QCOMPARE(tableIn(document).caption, u"보임"_s);
        QCOMPARE(codes(document), QStringList{u"xlsx.hiddenSheet"_s});
        QCOMPARE(seen, QStringList{u"보임"_s});
        book.moreSheets.clear();
        QCOMPARE(read(made(book)).body.size(), 1); // nothing else to see
    }

    void namesItsFieldsAndSheets()
    {
        Book book{"<row r='1'><c r='A1' t='inlineStr'><is><t>이민수</t></is></c></row>"};
        book.names = "<definedNames><definedName name='성명'>Sheet1!$A$1</definedName>"
                     "<definedName name='_xlnm.Print_Area'>Sheet1!$A$1</definedName><definedName name='범위'>Sheet1!$A$1:$B$2</definedName>"
                     "<definedName name='빈칸'>'Sheet1'!$C$9</definedName></definedNames>";

        const QByteArray bytes = made(book);
        const Document document = read(bytes);

        QCOMPARE(document.fields.size(), 2);
        QCOMPARE(document.fields[0].name, u"성명"_s);
        QCOMPARE(document.fields[0].value, u"이민수"_s);
        QCOMPARE(document.fields[0].place.address, u"Sheet1!A1"_s);
        QVERIFY(document.fields[0].filled);
        QVERIFY(!document.fields[1].filled);
        QCOMPARE(document.format, u"xlsx"_s);
        QCOMPARE(document.sha256, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    }

    void stopsWhenTheVisitorHasSeenEnough()
    {
        int visited = 0;

        const Result<int> count = m_format->readCells(made({"<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"}), {},
                                                      [&visited](const QString &, const StreamCell &) { return ++visited < 2; });

        QVERIFY(count);
        QCOMPARE(visited, 2);
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("encrypted") << compound({u"Root Entry"_s, u"EncryptionInfo"_s, u"EncryptedPackage"_s}) << u"xlsx.encrypted"_s;
        QTest::newRow("XLS") << compound({u"Root Entry"_s, u"Workbook"_s}) << u"xls.unsupported"_s;
        QTest::newRow("XLS of Excel 95") << compound({u"Root Entry"_s, u"Book"_s}) << u"xls.unsupported"_s;
        QTest::newRow("XLSB") << archive({{u"_rels/.rels"_s, "<Relationships><Relationship Id='a' Type='x/officeDocument' "
                                                             "Target='xl/workbook.bin'/></Relationships>"},
                                          {u"xl/workbook.bin"_s, "x"}})
                              << u"xlsx.binary"_s;
        QTest::newRow("no main part") << archive({{u"xl/workbook.xml"_s, "<workbook/>"}}) << u"xlsx.damaged"_s;
        Book missing{"<row/>"};
        missing.sheetTarget = "nowhere.xml";
        QTest::newRow("sheet is missing") << made(missing) << u"xlsx.damaged"_s;
        QTest::newRow("DTD in a sheet") << made({"<!DOCTYPE a>"}) << u"xml.dtd"_s;
        QTest::newRow("deep sheet") << made({QByteArray("<a>").repeated(300)}) << u"xml.limit"_s;
        QTest::newRow("cut sheet") << made({"<row><c><v>1</v>"}) << u"xml.malformed"_s;
        QTest::newRow("DTD in the workbook") << archive({{u"xl/workbook.xml"_s, "<workbook/>"}, {u"_rels/.rels"_s, "<!DOCTYPE a><a/>"}})
                                             << u"xml.dtd"_s;
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);

        QVERIFY(m_format->recognises(bytes));
        QCOMPARE(errorOf(bytes), code);
        QVERIFY(!m_format->readCells(bytes, {}, [](const QString &, const StreamCell &) { return true; }));
    }

    void claimsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("HWP 5") << compound({u"Root Entry"_s, u"FileHeader"_s, u"BodyText"_s, u"Workbook"_s});
        QTest::newRow("HWP 5 without sheets") << compound({u"Root Entry"_s, u"FileHeader"_s, u"BodyText"_s});
        QTest::newRow("Word 97 with a sheet in it") << compound({u"Root Entry"_s, u"WordDocument"_s, u"Workbook"_s});
        QTest::newRow("the word in the text") << compound({u"Root Entry"_s, u"Workbook"_s}, 2);
        QTest::newRow("a longer name") << compound({u"Root Entry"_s, u"Workbook2"_s});
        QTest::newRow("HWPX") << archive({{u"mimetype"_s, "application/hwp+zip"}, {u"Contents/content.hpf"_s, "x"}});
        QTest::newRow("DOCX") << archive({{u"word/document.xml"_s, "x"}});
        QTest::newRow("PDF") << QByteArray("%PDF-1.7 xl/workbook.xml");
        QTest::newRow("CSV") << QByteArray("a,b\n1,2\n");
        QTest::newRow("nothing") << QByteArray();
    }

    void claimsNothingElse()
    {
        QFETCH(const QByteArray, bytes);

        QVERIFY(!m_format->recognises(bytes));
    }

    void keepsWithinItsLimits()
    {
        const QByteArray bytes = made({"<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"});
        ReadLimits limits;
        limits.cells = 3;
        QCOMPARE(errorOf(bytes, limits), u"ok"_s);
        limits.cells = 2;
        QCOMPARE(errorOf(bytes, limits), u"limit.cells"_s);
        QVERIFY(!m_format->readCells(bytes, limits, [](const QString &, const StreamCell &) { return true; }));
        limits = {};
        limits.bytes = bytes.size();
        QCOMPARE(errorOf(bytes, limits), u"ok"_s);
        limits.bytes = bytes.size() - 1;
        QCOMPARE(errorOf(bytes, limits), u"limit.bytes"_s);
        QCOMPARE(errorOf(made({"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"})), u"limit.cells"_s);
        QCOMPARE(errorOf(made({"<row r='1048577'><c r='XFE1048577'><v>1</v></c></row>"})), u"ok"_s);
    }

    void ignoresBlankCellsFarOut()
    {
        const Document document = read(made({"<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'>"
                                             "<c r='XFD1048576' t='inlineStr'><is><t xml:space='preserve'> </t></is></c></row>"}));

        QCOMPARE(tableIn(document).cells.size(), 1);
    }

    void survivesTruncation()
    {
        Book book{"<row><c><v>1</v></c><c t='s'><v>0</v></c></row>"};
        book.rows = book.rows.repeated(500);
        book.shared = "<si><t>글</t></si>";
        const QByteArray bytes = made(book);
        for (int part = 0; part < 20; ++part) {
            const QByteArray cut = bytes.first(bytes.size() * part / 20);
            QVERIFY(errorOf(cut) != u"ok"_s);
            QVERIFY(!m_format->readCells(cut, {}, [](const QString &, const StreamCell &) { return true; }));
            m_format->recognises(cut);
        }
        QVERIFY(m_format->recognises(bytes.first(bytes.size() * 19 / 20))); // a damaged workbook is still one
    }

    void survivesDamagedXml()
    {
        const QByteArray sheet = "<row r='1' hidden='1'><c r='A1' s='1' t='s'><f>X</f><v>0</v></c><c r='B1'><v>46000.5</v></c></row>";
        for (qsizetype at = 0; at < sheet.size(); ++at)
            for (const char byte : {'<', '>', '\'', '&', '9', ' ', '\0'}) {
                Book book{sheet};
                book.rows[at] = byte;
                book.shared = "<si><t>x</t></si>";
                book.styles = "<xf/><xf numFmtId='14'/>";
                static_cast<void>(errorOf(made(book)));
            }
    }

    void writesWhatItReadsBack_data()
    {
        QTest::addColumn<Cell>("cell");
        QTest::newRow("text") << valueCell(0, 0, Value::Kind::Text, u"정보화담당관"_s);
        QTest::newRow("digits as text") << valueCell(0, 0, Value::Kind::Text, u"0012"_s);
        QTest::newRow("lines") << valueCell(0, 0, Value::Kind::Text, u"첫 줄\n둘째 줄"_s);
        QTest::newRow("outer spaces") << valueCell(0, 0, Value::Kind::Text, u"  사이  "_s);
        QTest::newRow("signs of XML") << valueCell(0, 0, Value::Kind::Text, u"<a> & \"b\" 'c'"_s);
        QTest::newRow("looks like an escape") << valueCell(0, 0, Value::Kind::Text, u"_x000D_"_s);
        QTest::newRow("control characters") << valueCell(0, 0, Value::Kind::Text, u"a\x01" "b\rc"_s);
        QTest::newRow("beyond the basic plane") << valueCell(0, 0, Value::Kind::Text, u"😀𠀋"_s);
        for (const QString &payload : {u"=1+1"_s, u"+1"_s, u"-1+2"_s, u"@SUM(A1)"_s, u"=HYPERLINK(\"http://x\")"_s, u"{=1}"_s,
                                       u"http://example.com"_s})
            QTest::addRow("formula %s", qPrintable(payload)) << valueCell(0, 0, Value::Kind::Text, payload);
        QTest::newRow("number") << valueCell(0, 0, Value::Kind::Number, u"1234.5"_s);
        QTest::newRow("negative number") << valueCell(0, 0, Value::Kind::Number, u"-7"_s);
        QTest::newRow("15 digits") << valueCell(0, 0, Value::Kind::Number, u"123456789012345"_s);
        QTest::newRow("formatted number") << valueCell(0, 0, Value::Kind::Number, u"1234567"_s, u"#,##0"_s);
        QTest::newRow("day") << valueCell(0, 0, Value::Kind::Day, u"2026-07-29"_s, u"yyyy-mm-dd"_s);
        QTest::newRow("Korean day") << valueCell(0, 0, Value::Kind::Day, u"2026-07-29"_s, u"yyyy\"년\" m\"월\" d\"일\""_s);
        QTest::newRow("moment") << valueCell(0, 0, Value::Kind::Moment, u"2026-07-29T09:30:15"_s, u"yyyy-mm-dd hh:mm:ss"_s);
        QTest::newRow("time") << valueCell(0, 0, Value::Kind::TimeOfDay, u"09:30:15"_s, u"hh:mm:ss"_s);
    }

    void writesWhatItReadsBack()
    {
        QFETCH(const Cell, cell);

        const Result<QByteArray> bytes = m_format->write(documentOf({cell, textCell(0, 1, u"끝"_s)}, 1, 2));
        QVERIFY(bytes);
        const Document document = read(*bytes);

        QCOMPARE(document.diagnostics.size(), 0);
        const Cell *back = cellAt(tableIn(document), 0, 0);
        QVERIFY(back);
        QCOMPARE(back->text, cell.text);
        QCOMPARE(back->value.text, cell.value.text);
        QCOMPARE(back->value.kind, cell.value.kind);
        QCOMPARE(back->value.numberFormat, cell.value.numberFormat);
        QCOMPARE(back->value.formula, QString());
    }

    void keepsAsTextWhatExcelWouldChange_data()
    {
        QTest::addColumn<Cell>("cell");
        QTest::newRow("16 digits") << valueCell(0, 0, Value::Kind::Number, u"1234567890123456"_s);
        QTest::newRow("decimals beyond a double") << valueCell(0, 0, Value::Kind::Number, u"0.1234567890123456"_s);
        QTest::newRow("a day before March 1900") << valueCell(0, 0, Value::Kind::Day, u"1899-12-31"_s);
        QTest::newRow("untyped") << textCell(0, 0, u"20110234"_s);
        QTest::newRow("fault") << valueCell(0, 0, Value::Kind::Fault, u"#REF!"_s);
    }

    void keepsAsTextWhatExcelWouldChange()
    {
        QFETCH(const Cell, cell);

        const Document document = read(*m_format->write(documentOf({cell}, 1, 1)));

        QCOMPARE(tableIn(document).cells[0].value.kind, Value::Kind::Text);
        QCOMPARE(tableIn(document).cells[0].text, cell.text);
    }

    void writesTablesAsSheetsWithParagraphsAboveThem()
    {
        Cell head = textCell(0, 0, u"성명"_s);
        head.header = true;
        head.columnSpan = 2;
        Document document = documentOf({head, textCell(1, 0, u"이민수"_s), textCell(1, 1, u"전보"_s)}, 2, 2, u"인사/발령[1]"_s);
        document.body.prepend(Paragraph{u"아래와 같이 발령합니다."_s, {}, {}});
        document.body.prepend(Paragraph{u"인사발령"_s, {}, {}});
        document.body.append(documentOf({textCell(0, 0, u"x"_s)}, 1, 1, u"인사 발령 1"_s).body[0]);
        document.body.append(Paragraph{u"끝."_s, {}, {}});

        const Document back = read(*m_format->write(document));

        QCOMPARE(back.body.size(), 2);
        const Table &first = tableIn(back);
        QCOMPARE(first.caption, u"인사 발령 1"_s);
        QCOMPARE(tableIn(back, 1).caption, u"인사 발령 1 2"_s);
        QCOMPARE(cellAt(first, 0, 0)->text, u"인사발령"_s);
        QCOMPARE(cellAt(first, 0, 0)->columnSpan, 2);
        QCOMPARE(cellAt(first, 1, 0)->text, u"아래와 같이 발령합니다."_s);
        QCOMPARE(cellAt(first, 2, 0)->text, u"성명"_s);
        QCOMPARE(cellAt(first, 2, 0)->columnSpan, 2);
        QCOMPARE(cellAt(first, 3, 1)->text, u"전보"_s);
        QCOMPARE(cellAt(tableIn(back, 1), 1, 0)->text, u"끝."_s);
        QVERIFY(back.diagnostics.isEmpty());
    }

    void setsUpThePageForPrinting()
    {
        Cell head = textCell(0, 0, u"성명"_s);
        head.header = true;
        const QByteArray bytes = *m_format->write(documentOf({head, textCell(1, 0, u"이민수"_s)}, 2, 1));
        const Result<ZipReader> zip = ZipReader::open(bytes);

        const QByteArray sheet = *zip->read(u"xl/worksheets/sheet1.xml"_s);
        const QByteArray workbook = *zip->read(u"xl/workbook.xml"_s);

        QVERIFY(sheet.contains("paperSize=\"9\""));
        QVERIFY(sheet.contains("state=\"frozen\""));
        QVERIFY(sheet.contains("fitToHeight=\"0\""));
        QVERIFY(workbook.contains("_xlnm.Print_Titles"));
    }

    void writesNumbersWithAPointInEveryLocale()
    {
        if (!std::setlocale(LC_NUMERIC, "de_DE.UTF-8"))
            QSKIP("the locale de_DE.UTF-8 is not installed");

        const Result<QByteArray> bytes = m_format->write(documentOf({valueCell(0, 0, Value::Kind::Number, u"1.5"_s)}, 1, 1));
        std::setlocale(LC_NUMERIC, "C");

        QCOMPARE(tableIn(read(*bytes)).cells[0].text, u"1.5"_s);
    }

    void writesADocumentWithoutTables()
    {
        Document document;
        document.title = u"제목"_s;
        document.body.append(Paragraph{u"글"_s, {}, {}});

        const Document back = read(*m_format->write(document));

        QCOMPARE(back.title, u"제목"_s);
        QCOMPARE(tableIn(back).cells[0].text, u"글"_s);
        QVERIFY(m_format->write({}));
    }

    void refusesWhatASheetCannotHold()
    {
        const auto codeOf = [this](const Document &document) {
            const Result<QByteArray> bytes = m_format->write(document);
            return bytes ? u"ok"_s : bytes.error().code;
        };

        QCOMPARE(codeOf(documentOf({textCell(0, 0, QString(32'767, u'가'))}, 1, 1)), u"ok"_s);
        QCOMPARE(codeOf(documentOf({textCell(0, 0, QString(32'768, u'가'))}, 1, 1)), u"xlsx.tooLong"_s);
        QCOMPARE(codeOf(documentOf({textCell(0, 16'384, u"x"_s)}, 1, 16'385)), u"xlsx.tooLarge"_s);
    }
};

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
