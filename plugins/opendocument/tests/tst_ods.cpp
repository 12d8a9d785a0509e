// ODS in and out: typed values, merges, what is hidden, repetitions without end, and what LibreOffice makes of ours.
#include "packages.h"

#include "run/formats.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace naru;
using namespace naru::packages;

namespace {

const Table &tableAt(const Document &document, qsizetype at)
{
    return *std::get<std::shared_ptr<Table>>(document.body.at(at));
}

Cell cellOf(int row, int column, const QString &text, const Value &value = {}, int rowSpan = 1, int columnSpan = 1)
{
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.rowSpan = rowSpan;
    cell.columnSpan = columnSpan;
    cell.text = text;
    cell.value = value;
    return cell;
}

// "0,1 2×1 text" for each cell that is no blank.
QStringList cellsOf(const Table &table)
{
    QStringList cells;
    for (const Cell &cell : table.cells)
        if (!cell.text.isEmpty() || cell.rowSpan > 1 || cell.columnSpan > 1)
            cells.append(u"%1,%2 %3×%4 "_s.arg(cell.row).arg(cell.column).arg(cell.rowSpan).arg(cell.columnSpan)
                         + cell.text);
    return cells;
}

// A document with every kind of value, a merged head, and texts that would be formulas.
Document sampleDocument()
{
    auto table = std::make_shared<Table>();
    table->rows = 8;
    table->columns = 4;
    table->caption = u"인사발령 [1]"_s;
    table->cells = {cellOf(0, 0, u"연번"_s, {}, 2),
                    cellOf(0, 1, u"소속"_s, {}, 1, 2),
                    cellOf(0, 3, u"날짜"_s, {}, 2),
                    cellOf(1, 1, u"현"_s),
                    cellOf(1, 2, u"발령"_s),
                    cellOf(2, 0, u"1"_s, {Value::Kind::Number, u"1"_s, {}, {}}),
                    cellOf(2, 1, u"=1+1"_s, {Value::Kind::Text, u"=1+1"_s, {}, {}}),
                    cellOf(2, 2, u"  두  칸\t탭\n둘째 줄 "_s, {Value::Kind::Text, u"  두  칸\t탭\n둘째 줄 "_s, {}, {}}),
                    cellOf(2, 3, u"2026-07-29"_s, {Value::Kind::Day, u"2026-07-29"_s, {}, {}}),
                    cellOf(3, 0, u"1234567.50"_s, {Value::Kind::Number, u"1234567.50"_s, {}, u"#,##0.00"_s}),
                    cellOf(3, 1, u"0.125"_s, {Value::Kind::Number, u"0.125"_s, {}, u"0.0%"_s}),
                    cellOf(3, 2, u"1500000"_s, {Value::Kind::Number, u"1500000"_s, {}, u"[$KRW] #,##0"_s}),
                    cellOf(3, 3, u"2026-07-29T09:30:00"_s, {Value::Kind::Moment, u"2026-07-29T09:30:00"_s, {}, {}}),
                    cellOf(4, 0, u"0012"_s, {Value::Kind::Number, u"12"_s, {}, u"0000"_s}),
                    cellOf(4, 1, u"TRUE"_s, {Value::Kind::Flag, u"true"_s, {}, {}}),
                    cellOf(4, 2, u"09:30:00"_s, {Value::Kind::TimeOfDay, u"09:30:00"_s, {}, {}}),
                    cellOf(4, 3, u"#REF!"_s, {Value::Kind::Fault, u"#REF!"_s, {}, {}}),
                    cellOf(5, 0, u"12345678901234567890"_s, {Value::Kind::Text, u"12345678901234567890"_s, {}, {}}),
                    cellOf(5, 1, u"<&\"'>𠮷①"_s, {Value::Kind::Text, u"<&\"'>𠮷①"_s, {}, {}}, 3, 3),
                    cellOf(6, 0, {}),
                    cellOf(7, 0, u"끝"_s, {Value::Kind::Text, u"끝"_s, {}, {}})};
    for (Cell &cell : table->cells)
        if (cell.row < 2)
            cell.value = {Value::Kind::Text, cell.text, {}, {}};
    Document document;
    document.title = u"인사발령 <통지>"_s;
    document.body = {table};
    return document;
}

} // namespace

class tst_Ods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recognisesByContent_data();
    void recognisesByContent();
    void readsValues_data();
    void readsValues();
    void readsFormulas_data();
    void readsFormulas();
    void readsMergesAndRepetitions();
    void leavesHiddenSheetsOutAndDoubtsHiddenCells();
    void streamsCells();
    void refusesRepetitionBombs_data();
    void refusesRepetitionBombs();
    void takesRepeatedBlanksForNothing();
    void refuses_data();
    void refuses();
    void survivesMutations();
    void readsBackWhatItWrites();
    void putsParagraphsAboveAndBelow();
    void writesNoFormula();
    void libreOfficeReadsWhatIsWritten();

private:
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits = {}) const
    {
        return m_format->read(bytes, limits);
    }

    Formats m_formats;
    const Format *m_format = nullptr;
};

void tst_Ods::initTestCase()
{
    m_format = m_formats.byId(u"ods"_s);
    QVERIFY(m_format);
    QVERIFY(m_formats.byExtension(u"ods"_s) == m_format);
}

void tst_Ods::recognisesByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isOds");
    const QByteArray type = "application/vnd.oasis.opendocument.spreadsheet";
    QTest::newRow("spreadsheet") << ods(sheet({})) << true;
    QTest::newRow("template") << packed(type + "-template", content("spreadsheet", {})) << true;
    QTest::newRow("packed type") << packed(type, content("spreadsheet", {}), {}, ZipWriter::Packing::Deflated) << true;
    QTest::newRow("text") << odt({}) << false;
    QTest::newRow("drawing") << packed("application/vnd.oasis.opendocument.graphics", "<a/>") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void tst_Ods::recognisesByContent()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isOds);

    QCOMPARE(m_format->recognises(bytes), isOds);
    QCOMPARE(m_formats.recognise(bytes) == m_format, isOds);
}

void tst_Ods::readsValues_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("format");
    const auto add = [](const char *name, const QByteArray &shown, const QByteArray &attributes, Value::Kind kind,
                        const QString &text, const QString &value, const QString &format = {}) {
        QTest::newRow(name) << cell(shown, attributes) << int(kind) << text << value << format;
    };
    using Kind = Value::Kind;
    add("text", "가", "office:value-type='string'", Kind::Text, u"가"_s, u"가"_s);
    add("text without a type", "가", "", Kind::Text, u"가"_s, u"가"_s);
    add("text of an attribute", "", "office:value-type='string' office:string-value='가'", Kind::Text, u"가"_s,
        u"가"_s);
    add("blanks and lines", "가<text:s text:c='3'/>나<text:tab/>다<text:line-break/>라</text:p><text:p>마 \n 바", "",
        Kind::Text, u"가   나\t다\n라\n마 바"_s, u"가   나\t다\n라\n마 바"_s);
    add("spans and links", "<text:span>가<text:a>나</text:a></text:span>다", "", Kind::Text, u"가나다"_s, u"가나다"_s);
    add("without a comment", "<office:annotation><text:p>메모</text:p></office:annotation>가", "", Kind::Text, u"가"_s,
        u"가"_s);
    add("number", "1234.5", "office:value-type='float' office:value='1234.5'", Kind::Number, u"1234.5"_s, u"1234.5"_s);
    add("number with commas", "1,234", "office:value-type='float' office:value='1234'", Kind::Number, u"1234"_s,
        u"1234"_s, u"#,##0"_s);
    add("exact number", "0.1", "office:value-type='float' office:value='0.10'", Kind::Number, u"0.10"_s, u"0.10"_s);
    add("number with an exponent", "1E-7", "office:value-type='float' office:value='1E-7'", Kind::Number,
        u"0.0000001"_s, u"0.0000001"_s);
    add("large number", "1E+20", "office:value-type='float' office:value='1E+20'", Kind::Number,
        u"100000000000000000000"_s, u"100000000000000000000"_s);
    add("staff number", "0012", "office:value-type='float' office:value='12'", Kind::Number, u"0012"_s, u"12"_s,
        u"0000"_s);
    add("percentage", "12.5%", "office:value-type='percentage' office:value='0.125'", Kind::Number, u"0.125"_s,
        u"0.125"_s, u"0.0%"_s);
    add("currency", "₩1,500", "office:value-type='currency' office:currency='KRW' office:value='1500'", Kind::Number,
        u"1500"_s, u"1500"_s, u"[$KRW] #,##0"_s);
    add("day", "2026년 7월 29일", "office:value-type='date' office:date-value='2026-07-29'", Kind::Day, u"2026-07-29"_s,
        u"2026-07-29"_s);
    add("day and time", "26-7-29 09:30", "office:value-type='date' office:date-value='2026-07-29T09:30:00.000000000'",
        Kind::Moment, u"2026-07-29T09:30:00"_s, u"2026-07-29T09:30:00"_s);
    add("day whose time is not shown", "2026-07-29", "office:value-type='date' office:date-value='2026-07-29T09:30:00'",
        Kind::Day, u"2026-07-29"_s, u"2026-07-29"_s);
    add("time", "9:30", "office:value-type='time' office:time-value='PT09H30M00S'", Kind::TimeOfDay, u"09:30:00"_s,
        u"09:30:00"_s);
    add("more than a day", "36:30", "office:value-type='time' office:time-value='PT36H30M00S'", Kind::Text, u"36:30"_s,
        u"36:30"_s);
    add("true", "참", "office:value-type='boolean' office:boolean-value='true'", Kind::Flag, u"TRUE"_s, u"true"_s);
    add("error", "#REF!", "office:value-type='string' office:string-value='' calcext:value-type='error'", Kind::Fault,
        u"#REF!"_s, u"#REF!"_s);
    add("no such day", "2026-02-30", "office:value-type='date' office:date-value='2026-02-30'", Kind::Text,
        u"2026-02-30"_s, u"2026-02-30"_s);
    add("no number", "가", "office:value-type='float' office:value='가'", Kind::Text, u"가"_s, u"가"_s);
    add("never computed", "", "table:formula='of:=1+1'", Kind::Fault, u"#UNCACHED!"_s, u"#UNCACHED!"_s);
}

void tst_Ods::readsValues()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, value);
    QFETCH(const QString, format);

    const Result<Document> document = read(ods(sheet(row(cell))));

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    const Cell &found = tableAt(*document, 0).cells.first();
    QCOMPARE(found.text, text);
    QCOMPARE(int(found.value.kind), kind);
    QCOMPARE(found.value.text, value);
    QCOMPARE(found.value.numberFormat, format);
    QCOMPARE(found.place.address, u"Sheet1!A1"_s);
}

void tst_Ods::readsFormulas_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("formula");
    QTest::newRow("range") << u"of:=SUM([.A1:.B2])"_s << u"SUM(A1:B2)"_s;
    QTest::newRow("other sheet") << u"of:=[$Sheet2.$C$5]*2"_s << u"$Sheet2!$C$5*2"_s;
    QTest::newRow("without references") << u"=1+1"_s << u"1+1"_s;
}

void tst_Ods::readsFormulas()
{
    QFETCH(const QString, written);
    QFETCH(const QString, formula);

    const Result<Document> document = read(ods(
        sheet(row(cell("2", "office:value-type='float' office:value='2' table:formula='" + written.toUtf8() + '\'')))));

    QVERIFY(bool(document));
    QCOMPARE(tableAt(*document, 0).cells.first().value.formula, formula);
    QCOMPARE(tableAt(*document, 0).cells.first().text, u"2"_s); // as it was computed
}

void tst_Ods::readsMergesAndRepetitions()
{
    const QByteArray head =
        row(cell("소속", "office:value-type='string' table:number-columns-spanned='2' table:number-rows-spanned='2'")
            + "<table:covered-table-cell/>" + cell("비고"));
    const QByteArray second = row("<table:covered-table-cell table:number-columns-repeated='2'/>" + cell("나"));
    const QByteArray repeated =
        row("<table:table-cell/>" + cell("같음", "office:value-type='string' table:number-columns-repeated='2'"),
            "table:number-rows-repeated='2'");
    const QByteArray rest =
        row("<table:table-cell table:number-columns-repeated='16384'/>", "table:number-rows-repeated='1048571'");

    const Result<Document> document =
        read(ods("<table:tracked-changes><table:table-row/></table:tracked-changes>"
                 + sheet(head + second + repeated + rest) + sheet(row(cell("둘")), "table:name='둘째 시트'")));

    QVERIFY(bool(document));
    QCOMPARE(document->body.size(), 2);
    const Table &table = tableAt(*document, 0);
    QCOMPARE(cellsOf(table),
             (QStringList{u"0,0 2×2 소속"_s, u"0,2 1×1 비고"_s, u"1,2 1×1 나"_s, u"2,1 1×1 같음"_s, u"2,2 1×1 같음"_s,
                          u"3,1 1×1 같음"_s, u"3,2 1×1 같음"_s}));
    QVERIFY(TableGrid(table).tiles());
    QCOMPARE(tableAt(*document, 1).caption, u"둘째 시트"_s);
    QCOMPARE(tableAt(*document, 1).cells.first().place.address, u"'둘째 시트'!A1"_s);
    QVERIFY(document->diagnostics.isEmpty());
}

void tst_Ods::leavesHiddenSheetsOutAndDoubtsHiddenCells()
{
    const QByteArray style =
        "<style:style style:name='ta1'><style:table-properties table:display='true'/></style:style>"
        "<style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>";
    const QByteArray columns = "<table:table-column/><table:table-column table:visibility='collapse'/>";
    const QByteArray rows = row(cell("가") + cell("나")) + row(cell("다"), "table:visibility='filter'");

    const Result<Document> document =
        read(ods(sheet(columns + rows, "table:name='보임' table:style-name='ta1'")
                     + sheet(row(cell("비밀")), "table:name='숨김' table:style-name='ta2'"),
                 style));

    QVERIFY(bool(document));
    QCOMPARE(document->body.size(), 1);
    QList<double> confidences;
    for (const Cell &cell : tableAt(*document, 0).cells)
        confidences.append(cell.place.confidence);
    QCOMPARE(confidences, (QList<double>{1, 0.5, 0.5, 0.5}));
    QStringList codes;
    for (const Diagnostic &one : document->diagnostics)
        codes.append(one.code);
    QCOMPARE(codes, (QStringList{u"ods.hiddenRows"_s, u"ods.hiddenColumns"_s, u"ods.hiddenSheet"_s}));
}

void tst_Ods::streamsCells()
{
    QStringList seen;
    const auto visit = [&seen](const QString &sheet, const StreamCell &cell) {
        seen.append(sheet + u" %1,%2 "_s.arg(cell.row).arg(cell.column) + cell.text);
        return seen.size() < 3;
    };

    const Result<int> cells = m_format->readCells(
        ods(sheet(row(cell("가") + "<table:table-cell/>" + cell("나")) + row(cell("다") + cell("라")))), {}, visit);

    QVERIFY(bool(cells));
    QCOMPARE(seen, (QStringList{u"Sheet1 0,0 가"_s, u"Sheet1 0,2 나"_s, u"Sheet1 1,0 다"_s}));
}

void tst_Ods::refusesRepetitionBombs_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("code");
    QTest::newRow("columns and rows") << row(
        cell("가", "office:value-type='string' table:number-columns-repeated='1000000000'"),
        "table:number-rows-repeated='1000000000'")
                                      << u"limit.cells"_s;
    QTest::newRow("a million rows of three")
        << row(cell("가") + cell("나") + cell("다"), "table:number-rows-repeated='1048576'") << u"limit.cells"_s;
    QTest::newRow("merged over everything")
        << row(cell("가",
                    "office:value-type='string' table:number-columns-spanned='1024' "
                    "table:number-rows-spanned='1000000000'")
               + "<table:table-cell table:number-columns-repeated='16000'/>" + cell("나"))
            + row("<table:table-cell/>", "table:number-rows-repeated='1048574'") + row(cell("다"))
        << u"limit.cells"_s;
}

void tst_Ods::refusesRepetitionBombs()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QString, code);
    ReadLimits limits;
    limits.cells = 20'000;

    const Result<Document> document = read(ods(sheet(rows)), limits);

    QVERIFY(!document);
    QCOMPARE(document.error().code, code);
}

void tst_Ods::takesRepeatedBlanksForNothing()
{
    const QByteArray blank = row("<table:table-cell table:number-columns-repeated='1000000000'/>",
                                 "table:number-rows-repeated='1000000000'");

    const Result<Document> document = read(ods(sheet(row(cell("가")) + blank.repeated(100))));

    QVERIFY(bool(document));
    QCOMPARE(tableAt(*document, 0).rows, 1);
    QCOMPARE(tableAt(*document, 0).columns, 1);
}

void tst_Ods::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray type = "application/vnd.oasis.opendocument.spreadsheet";
    const QByteArray manifest =
        "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    ZipWriter empty;
    empty.add(u"mimetype"_s, type, ZipWriter::Packing::Stored);
    QTest::newRow("encrypted") << packed(type, "x", {{u"META-INF/manifest.xml"_s, manifest}})
                               << u"opendocument.encrypted"_s;
    QTest::newRow("no content") << *empty.finish() << u"opendocument.partMissing"_s;
    QTest::newRow("cut") << ods(sheet(row(cell("가")))).chopped(60) << u"zip.damaged"_s;
    QTest::newRow("cut content") << packed(type, content("spreadsheet", sheet({})).chopped(20)) << u"xml.malformed"_s;
    QTest::newRow("DTD") << packed(type, "<!DOCTYPE a><a/>") << u"xml.dtd"_s;
    QTest::newRow("deep") << packed(type, QByteArray("<a>").repeated(300)) << u"xml.limit"_s;
}

void tst_Ods::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);

    const Result<Document> document = read(bytes);

    QVERIFY(m_format->recognises(bytes));
    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
    QCOMPARE(document.error().code, code);
}

void tst_Ods::survivesMutations()
{
    const Result<QByteArray> made = m_format->write(sampleDocument());
    QVERIFY(bool(made));
    const Result<ZipReader> zip = ZipReader::open(*made);
    const Result<QByteArray> whole = zip->read(u"content.xml"_s);
    QVERIFY(bool(whole));
    const QByteArray type = "application/vnd.oasis.opendocument.spreadsheet";
    quint32 state = 20'261'122;
    const auto next = [&state](qsizetype below) {
        return qsizetype((state = state * 1'664'525 + 1'013'904'223) >> 8) % below;
    };
    const QByteArray words[] = {"table:table-cell",     "9999999999", "<text:p>", "</table:table-row>", "-1",
                                "number-rows-repeated", "NaN",        "&#x20;"};

    int answered = 0;
    for (int i = 0; i < 1500; ++i) { // a third of them in the container, the others in the content
        QByteArray bytes = i % 3 ? *whole : *made;
        for (qsizetype edits = next(3); edits >= 0; --edits) {
            const qsizetype at = next(bytes.size());
            switch (next(4)) {
            case 0:
                bytes[at] = char(bytes[at] ^ (1 << next(8)));
                break;
            case 1:
                bytes[at] = char('0' + next(10));
                break;
            case 2:
                bytes.insert(at, words[next(8)]);
                break;
            default:
                bytes.remove(at, next(30));
                break;
            }
        }
        const Result<Document> document = read(i % 3 ? packed(type, bytes) : bytes); // must end, whatever it answers
        QVERIFY(document || document.error().kind == Error::Kind::Invalid);
        answered += bool(document);
    }

    QVERIFY(answered > 150); // the mutations do reach the reader
}

void tst_Ods::readsBackWhatItWrites()
{
    const Document written = sampleDocument();

    const Result<QByteArray> bytes = m_format->write(written);
    QVERIFY(bool(bytes));
    const Result<Document> document = read(*bytes);

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QCOMPARE(document->title, written.title);
    QVERIFY(document->diagnostics.isEmpty());
    const Table &table = tableAt(*document, 0);
    const Table &wanted = tableAt(written, 0);
    QCOMPARE(table.caption, u"인사발령 1"_s); // brackets are no part of a sheet's name
    QCOMPARE(table.rows, wanted.rows);
    QCOMPARE(table.columns, wanted.columns);
    QVERIFY(TableGrid(table).tiles());
    for (const Cell &cell : wanted.cells) {
        const Cell *found = TableGrid(table).at(cell.row, cell.column);
        QVERIFY(found);
        QCOMPARE(found->text, cell.text);
        QCOMPARE(int(found->value.kind), int(cell.value.kind));
        QCOMPARE(found->value.text, cell.value.text);
        QCOMPARE(found->value.numberFormat, cell.value.numberFormat);
        QCOMPARE(found->rowSpan, cell.rowSpan);
        QCOMPARE(found->columnSpan, cell.columnSpan);
    }
}

void tst_Ods::putsParagraphsAboveAndBelow()
{
    Document document = sampleDocument();
    document.body.prepend(Paragraph{u"인사발령 통지"_s, {}, {}});
    document.body.append(Paragraph{u"붙임 1부. 끝."_s, {}, {}});

    const Result<QByteArray> bytes = m_format->write(document);
    const Result<Document> found = read(*bytes);

    QVERIFY(bool(found));
    const Table &table = tableAt(*found, 0);
    QCOMPARE(TableGrid(table).at(0, 0)->text, u"인사발령 통지"_s);
    QCOMPARE(TableGrid(table).at(9, 0)->text, u"붙임 1부. 끝."_s);
    QCOMPARE(TableGrid(table).at(1, 0)->text, u"연번"_s);
}

void tst_Ods::writesNoFormula()
{
    Document document = sampleDocument();
    auto table = std::make_shared<Table>(tableAt(document, 0));
    table->cells[7].value.formula = u"SUM(A1:A2)"_s;
    document.body = {table, Paragraph{u"=HYPERLINK(\"http://example.com\")"_s, {}, {}}};

    const Result<QByteArray> bytes = m_format->write(document);
    const Result<ZipReader> zip = ZipReader::open(*bytes);

    QVERIFY(!zip->read(u"content.xml"_s)->contains("formula"));
}

void tst_Ods::libreOfficeReadsWhatIsWritten()
{
    const QString soffice = QStandardPaths::findExecutable(u"soffice"_s);
    if (soffice.isEmpty())
        QSKIP("LibreOffice is not here");
    const QTemporaryDir folder;
    const Result<QByteArray> bytes = m_format->write(sampleDocument());
    QFile file(folder.filePath(u"order.ods"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
    file.close();

    QProcess process;
    process.start(soffice,
                  {u"-env:UserInstallation=file://"_s + folder.filePath(u"profile"_s), u"--headless"_s,
                   u"--convert-to"_s, u"csv:Text - txt - csv (StarCalc):44,34,76"_s, u"--outdir"_s, folder.path(),
                   file.fileName()});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        QSKIP("LibreOffice does not run here");
    QFile csv(folder.filePath(u"order.csv"_s));
    if (!csv.open(QIODevice::ReadOnly))
        QSKIP("LibreOffice has no spreadsheet here");

    const QString text = QString::fromUtf8(csv.readAll());

    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.value(0), u"연번,소속,,날짜"_s);
    QVERIFY2(text.contains(u"1,=1+1,"_s), qPrintable(text));
    QVERIFY2(text.contains(u"\"1,234,567.50\",12.5%,\"KRW 1,500,000\",2026-07-29 09:30:00"_s), qPrintable(text));
    QVERIFY2(text.contains(u"0012,TRUE,09:30:00,#REF!"_s), qPrintable(text));
    QVERIFY2(text.contains(u"12345678901234567890,\"<&\"\"'>𠮷①\""_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(tst_Ods)
#include "tst_ods.moc"
