// Filling workbooks: what was meant is there, what follows from it has followed, and nothing else is another byte.
#include "core/form_template.h"
#include "core/zip_archive.h"

#include <QDir>
#include <QPluginLoader>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace naru;

namespace {

using Entry = FormFilling::Entry;
using Parts = QMap<QString, QByteArray>;

constexpr auto main2006 = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr auto relations2006 = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// A form as an office has it: a head with named cells, a row to repeat, a total below it, and another sheet that looks on.
// Styles: 1 "#,##0", 2 day, 3 text, 4 "0000", 5 time, 6 day and time, 7 wrapped text, 8 "0.0%".
Parts formParts()
{
    const QByteArray types = relations2006;
    const auto relation = [&](const QByteArray &id, const QByteArray &type, const QByteArray &target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + types + '/' + type + "\" Target=\"" + target + "\"/>";
    };
    const auto root = [&](const QByteArray &name) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + name + " xmlns=\"" + main2006 + "\" xmlns:r=\""
               + types + "\">";
    };
    Parts parts;
    parts[u"[Content_Types].xml"_s]
        = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
          "<Override PartName=\"/xl/workbook.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
          "<Override PartName=\"/xl/worksheets/sheet2.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
          "<Override PartName=\"/xl/worksheets/sheet3.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
          "<Override PartName=\"/xl/sharedStrings.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
          "<Override PartName=\"/xl/styles.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
          "<Override PartName=\"/xl/calcChain.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml\"/></Types>";
    const QByteArray packages = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    parts[u"_rels/.rels"_s] = packages + relation("rId1", "officeDocument", "xl/workbook.xml")
                              + relation("rId2", "metadata/thumbnail", "docProps/thumbnail.jpeg") + "</Relationships>";
    parts[u"docProps/thumbnail.jpeg"_s] = "the first page";
    parts[u"xl/_rels/workbook.xml.rels"_s]
        = packages + relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId2", "worksheet", "worksheets/sheet2.xml")
          + relation("rId3", "worksheet", "worksheets/sheet3.xml") + relation("rId4", "sharedStrings", "sharedStrings.xml")
          + relation("rId5", "styles", "styles.xml") + relation("rId6", "calcChain", "calcChain.xml") + "</Relationships>";
    parts[u"xl/workbook.xml"_s]
        = root("workbook")
          + "<sheets><sheet name=\"명세\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"요약 1\" sheetId=\"2\" r:id=\"rId2\"/>"
            "<sheet name=\"안내\" sheetId=\"3\" r:id=\"rId3\"/></sheets><definedNames>"
            "<definedName name=\"금액\">명세!$D$5</definedName><definedName name=\"단가\">명세!$C$5</definedName>"
            "<definedName name=\"명세_줄\">명세!$A$5:$D$5</definedName>"
            "<definedName name=\"부서\">명세!$B$2:$C$2</definedName><definedName name=\"비고\" localSheetId=\"1\">'요약 1'!$B$3</definedName>"
            "<definedName name=\"성명\">명세!$A$5</definedName><definedName name=\"수량\">명세!$B$5</definedName>"
            "<definedName name=\"작성일\">명세!$D$2</definedName>"
            "<definedName name=\"합계\">명세!$D$6</definedName>"
            "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">명세!$A$1:$D$7</definedName>"
            "</definedNames><calcPr calcId=\"191029\"/></workbook>";
    parts[u"xl/worksheets/sheet1.xml"_s]
        = root("worksheet")
          + "<dimension ref=\"A1:D7\"/><sheetViews><sheetView workbookViewId=\"0\"><selection activeCell=\"A7\" sqref=\"A7\"/>"
            "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"4\" width=\"12\" customWidth=\"1\"/></cols>"
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
            "<row r=\"2\" spans=\"1:4\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"3\"/><c r=\"C2\" s=\"3\"/><c r=\"D2\" s=\"2\"/></row>"
            "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c><c r=\"B4\" t=\"s\"><v>3</v></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" t=\"s\"><v>5</v></c></row>"
            "<row r=\"5\" ht=\"20\" customHeight=\"1\"><c r=\"A5\" s=\"3\"/><c r=\"B5\" s=\"1\"/><c r=\"C5\" s=\"1\"/>"
            "<c r=\"D5\" s=\"1\"><f>B5*C5</f><v>0</v></c></row>"
            "<row r=\"6\"><c r=\"A6\" t=\"s\"><v>6</v></c><c r=\"D6\" s=\"1\"><f>SUM(D5:D5)</f><v>0</v></c></row>"
            "<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>끝.</t></is></c></row></sheetData>"
            "<mergeCells count=\"3\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A7:D7\"/></mergeCells>"
            "<conditionalFormatting sqref=\"D5\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>D5&gt;$D$6/2</formula></cfRule></conditionalFormatting>"
            "<dataValidations count=\"1\"><dataValidation type=\"whole\" sqref=\"B5\"><formula1>1</formula1></dataValidation></dataValidations>"
            "<rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"6\" max=\"16383\" man=\"1\"/></rowBreaks></worksheet>";
    parts[u"xl/worksheets/sheet2.xml"_s]
        = root("worksheet")
          + "<sheetData><row r=\"1\"><c r=\"A1\"><f>명세!D6</f><v>0</v></c><c r=\"B1\"><f>SUM(명세!D$5:D$5)</f><v>0</v></c></row>"
            "<row r=\"3\"><c r=\"B3\" s=\"7\"/></row></sheetData></worksheet>";
    parts[u"xl/worksheets/sheet3.xml"_s] = root("worksheet") + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    parts[u"xl/sharedStrings.xml"_s]
        = root("sst") + "<si><t>명세서</t></si><si><t>부서</t></si><si><t>성명</t></si><si><t>수량</t></si><si><t>단가</t></si><si><t>금액</t></si><si><t>합계</t></si></sst>";
    parts[u"xl/styles.xml"_s]
        = root("styleSheet")
          + "<numFmts count=\"4\"><numFmt numFmtId=\"164\" formatCode=\"0000\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            "<numFmt numFmtId=\"166\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/><numFmt numFmtId=\"167\" formatCode=\"0.0%\"/></numFmts>"
            "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"맑은 고딕\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
            "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"9\"><xf numFmtId=\"0\"/><xf numFmtId=\"3\"/>"
            "<xf numFmtId=\"165\"/><xf numFmtId=\"49\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/><xf numFmtId=\"166\"/>"
            "<xf numFmtId=\"0\"><alignment wrapText=\"1\"/></xf><xf numFmtId=\"167\"/></cellXfs><dxfs count=\"1\"><dxf/></dxfs></styleSheet>";
    parts[u"xl/calcChain.xml"_s] = root("calcChain") + "<c r=\"D5\" i=\"1\"/><c r=\"D6\" i=\"1\"/></calcChain>";
    return parts;
}

QByteArray packed(const Parts &parts)
{
    ZipWriter zip;
    for (auto at = parts.begin(); at != parts.end(); ++at)
        zip.add(at.key(), *at);
    return *zip.finish();
}

QByteArray form() { return packed(formParts()); }

// The form with a text of a part replaced. The text must be there.
QByteArray formWith(const QString &part, const QByteArray &before, const QByteArray &after)
{
    Parts parts = formParts();
    Q_ASSERT(parts[part].contains(before));
    parts[part].replace(before, after);
    return packed(parts);
}

const QString sheet1 = u"xl/worksheets/sheet1.xml"_s;
const QString sheet2 = u"xl/worksheets/sheet2.xml"_s;

QByteArray partOf(const QByteArray &bytes, const QString &part)
{
    const auto zip = ZipReader::open(bytes);
    const auto read = zip ? zip->read(part) : Result<QByteArray>(zip.error());
    return read ? *read : QByteArray();
}

Entry entry(const QString &name, const QString &text) { return {name, {text}}; }

FormFilling rows(int count)
{
    FormFilling filling;
    FormFilling::Repetition repetition{u"명세_줄"_s, {}};
    for (int i = 1; i <= count; ++i)
        repetition.rows.append({entry(u"성명"_s, u"사람"_s + QString::number(i)), entry(u"수량"_s, QString::number(i)),
                                entry(u"단가"_s, u"1,000"_s)});
    filling.repetitions.append(repetition);
    return filling;
}

QStringList codes(const QList<Diagnostic> &diagnostics)
{
    QStringList found;
    for (const Diagnostic &one : diagnostics)
        found.append(one.code);
    return found;
}

} // namespace

class TestXlsxTemplate : public QObject {
    Q_OBJECT

private:
    QPluginLoader m_loader;
    const FormTemplate *m_template = nullptr;
    const Format *m_format = nullptr;

    Result<FilledForm> filled(const QByteArray &bytes, const FormFilling &filling) const { return m_template->fill(bytes, filling, {}); }

    // The cell as the product's own reader sees it.
    QString read(const QByteArray &bytes, const QString &sheet, const QString &address) const
    {
        QString text = u"(none)"_s;
        static_cast<void>(m_format->readCells(bytes, {}, [&](const QString &at, const StreamCell &cell) {
            const QString name = QString(QChar(u'A' + cell.column)) + QString::number(cell.row + 1);
            if (at == sheet && name == address)
                text = cell.text;
            return true;
        }));
        return text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_loader.setFileName(QDir(qEnvironmentVariable("NARU_PLUGINS")).filePath(u"xlsx.so"_s));
        m_format = qobject_cast<Format *>(m_loader.instance());
        m_template = qobject_cast<FormTemplate *>(m_loader.instance());
        QVERIFY2(m_format && m_template, qPrintable(m_loader.errorString()));
    }

    void listsNamedCellsInReadingOrder()
    {
        const auto fields = m_template->fields(form(), {});

        QVERIFY2(fields, fields ? "" : qPrintable(fields.error().text));
        QStringList said;
        for (const FormField &field : *fields)
            said.append(field.name + u'|' + field.place.address + u'|' + field.prompt);
        QCOMPARE(said, (QStringList{u"부서|명세!B2|부서"_s, u"작성일|명세!D2|부서"_s, u"성명|명세!A5|성명"_s, u"수량|명세!B5|수량"_s,
                                    u"단가|명세!C5|단가"_s, u"금액|명세!D5|금액"_s, u"합계|명세!D6|합계"_s, u"비고|'요약 1'!B3|"_s}));
    }

    void putsValuesAsTheCellSays_data()
    {
        QTest::addColumn<QByteArray>("style");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("back");
        const auto row = [](const char *name, const QByteArray &style, const QString &text, const QByteArray &rest, const QString &back) {
            QTest::newRow(name) << style << text << "<c r=\"D2\" s=\"" + style + "\"" + rest << back;
        };
        const auto inlined = [](const QByteArray &text) {
            return " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
        };
        row("a number with commas", "1", u"1,234,567"_s, "><v>1234567</v></c>", u"1234567"_s);
        row("a negative number", "1", u"-50"_s, "><v>-50</v></c>", u"-50"_s);
        row("decimals as they are", "1", u"0.10"_s, "><v>0.10</v></c>", u"0.10"_s);
        row("fifteen digits", "1", u"123456789012345"_s, "><v>123456789012345</v></c>", u"123456789012345"_s);
        row("a number in a text cell", "3", u"1234"_s, inlined("1234"), u"1234"_s);
        row("a number in a general cell", "0", u"20110234"_s, inlined("20110234"), u"20110234"_s);
        row("a phone number keeps its zero", "1", u"0212345678"_s, inlined("0212345678"), u"0212345678"_s);
        row("a staff number in a cell of zeros", "4", u"0012"_s, "><v>12</v></c>", u"0012"_s);
        row("a longer one keeps its zeros as text", "4", u"00012"_s, inlined("00012"), u"00012"_s);
        row("commas in the wrong place", "1", u"1,23"_s, inlined("1,23"), u"1,23"_s);
        row("an amount in words", "1", u"12억"_s, inlined("12억"), u"12억"_s);
        row("an exponent", "1", u"1e5"_s, inlined("1e5"), u"1e5"_s);
        row("a day", "2", u"2026-07-29"_s, "><v>46232</v></c>", u"2026-07-29"_s);
        row("a day as people write it", "2", u"2026. 7. 29."_s, "><v>46232</v></c>", u"2026-07-29"_s);
        row("a day in words", "2", u"2026년 7월 29일"_s, "><v>46232</v></c>", u"2026-07-29"_s);
        row("a day of January 1900", "2", u"1900-01-31"_s, "><v>31</v></c>", u"1900-01-31"_s);
        row("a day that does not exist", "2", u"2026-02-30"_s, inlined("2026-02-30"), u"2026-02-30"_s);
        row("a day before Excel", "2", u"1899-12-31"_s, inlined("1899-12-31"), u"1899-12-31"_s);
        row("a time", "5", u"09:30"_s, "><v>0.395833333333333</v></c>", u"09:30:00"_s);
        row("midnight", "5", u"00:00"_s, "><v>0</v></c>", u"00:00:00"_s);
        row("a moment", "6", u"2026-07-29T09:30:00"_s, "><v>46232.395833333333333</v></c>", u"2026-07-29T09:30:00"_s);
        row("hundredths", "8", u"12.5%"_s, "><v>0.125</v></c>", u"0.125"_s);
        row("a formula is text", "0", u"=HYPERLINK(\"http://x\")"_s, inlined("=HYPERLINK(&quot;http://x&quot;)"), u"=HYPERLINK(\"http://x\")"_s);
        row("markup", "3", u"<a & b>"_s, inlined("&lt;a &amp; b&gt;"), u"<a & b>"_s);
        row("outer blanks", "3", u" 가 "_s, inlined(" 가 "), u" 가 "_s);
        row("lines", "3", u"첫째\n둘째"_s, inlined("첫째\n둘째"), u"첫째\n둘째"_s);
        row("what looks escaped", "3", u"_x0041_"_s, inlined("_x005F_x0041_"), u"_x0041_"_s);
        row("an emoji", "3", u"😀"_s, inlined("😀"), u"😀"_s);
        row("nothing", "3", QString(), "/>", u"(none)"_s);
    }

    void putsValuesAsTheCellSays()
    {
        QFETCH(const QByteArray, style);
        QFETCH(const QString, text);
        QFETCH(const QByteArray, cell);
        QFETCH(const QString, back);
        const QByteArray bytes = formWith(sheet1, "<c r=\"D2\" s=\"2\"/>", "<c r=\"D2\" s=\"" + style + "\"/>");

        const auto made = filled(bytes, {{{u"작성일"_s, text.split(u'\n')}}, {}});

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        const QByteArray sheet = partOf(made->bytes, sheet1);
        QVERIFY2(sheet.contains(cell), sheet.mid(sheet.indexOf("<c r=\"D2\""), 120).constData());
        QCOMPARE(read(made->bytes, u"명세"_s, u"D2"_s), back);
    }

    void countsDaysFrom1904WhereTheWorkbookDoes()
    {
        Parts parts = formParts();
        parts[u"xl/workbook.xml"_s].replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");

        const auto made = filled(packed(parts), {{entry(u"작성일"_s, u"2026-07-29"_s)}, {}});

        QVERIFY(made);
        QVERIFY(partOf(made->bytes, sheet1).contains("<v>44770</v>"));
        QCOMPARE(read(made->bytes, u"명세"_s, u"D2"_s), u"2026-07-29"_s);
    }

    void putsFlagsWhereAFlagWas()
    {
        const QByteArray bytes = formWith(sheet1, "<c r=\"D2\" s=\"2\"/>", "<c r=\"D2\" t=\"b\"><v>0</v></c>");

        const auto made = filled(bytes, {{entry(u"작성일"_s, u"true"_s)}, {}});

        QVERIFY(made);
        QVERIFY(partOf(made->bytes, sheet1).contains("<c r=\"D2\" t=\"b\"><v>1</v></c>"));
    }

    void findsCellsByAnyOfTheirNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QString>("address");
        QTest::newRow("a defined name") << u"부서"_s << u"명세"_s << u"B2"_s;
        QTest::newRow("in another form of Unicode") << u"부서"_s.normalized(QString::NormalizationForm_D) << u"명세"_s << u"B2"_s;
        QTest::newRow("one of a sheet") << u"비고"_s << u"요약 1"_s << u"B3"_s;
        QTest::newRow("one of a sheet, with it") << u"요약 1!비고"_s << u"요약 1"_s << u"B3"_s;
        QTest::newRow("an address") << u"명세!F9"_s << u"명세"_s << u"F9"_s;
        QTest::newRow("an address with dollars") << u"명세!$F$9"_s << u"명세"_s << u"F9"_s;
        QTest::newRow("an address of a quoted sheet") << u"'요약 1'!A2"_s << u"요약 1"_s << u"A2"_s;
        QTest::newRow("an address of a sheet that should be quoted") << u"요약 1!A2"_s << u"요약 1"_s << u"A2"_s;
        QTest::newRow("an address of the first sheet") << u"b3"_s << u"명세"_s << u"B3"_s;
        QTest::newRow("in a row that has other cells") << u"명세!F4"_s << u"명세"_s << u"F4"_s;
        QTest::newRow("between two cells") << u"명세!B6"_s << u"명세"_s << u"B6"_s;
        QTest::newRow("covered by a merge") << u"명세!C2"_s << u"명세"_s << u"B2"_s;
    }

    void findsCellsByAnyOfTheirNames()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, sheet);
        QFETCH(const QString, address);

        const auto made = filled(form(), {{entry(name, u"값"_s)}, {}});

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        QCOMPARE(read(made->bytes, sheet, address), u"값"_s);
    }

    void refusesWhatItCannotPut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("a name that is not there") << form() << u"성 명"_s << u"가"_s << u"fill.name"_s << u"there are 부서, 작성일, 성명"_s;
        QTest::newRow("a sheet that is not there") << form() << u"없음!A1"_s << u"가"_s << u"fill.name"_s << u"없음!A1"_s;
        QTest::newRow("beyond the sheet") << form() << u"명세!XFE1"_s << u"가"_s << u"fill.name"_s << u"XFE1"_s;
        QTest::newRow("a range") << form() << u"명세!A1:B2"_s << u"가"_s << u"fill.name"_s << u"A1:B2"_s;
        QTest::newRow("no name") << form() << QString() << u"가"_s << u"fill.name"_s << u"there are"_s;
        QTest::newRow("a control character") << form() << u"부서"_s << u"가\x01"_s << u"fill.value"_s << u"character 2 is U+0001"_s;
        QTest::newRow("a carriage return") << form() << u"부서"_s << u"가\r나"_s << u"fill.value"_s << u"U+000D"_s;
        QTest::newRow("half a character") << form() << u"부서"_s << QString(QChar(0xd83d)) << u"fill.value"_s << u"U+D83D"_s;
        QTest::newRow("no character") << form() << u"부서"_s << QString(QChar(0xffff)) << u"fill.value"_s << u"U+FFFF"_s;
        QTest::newRow("more text than a cell holds") << form() << u"부서"_s << QString(32'768, u'가') << u"fill.value"_s << u"32,767"_s;
        QTest::newRow("sixteen digits") << form() << u"수량"_s << u"1234567890123456"_s << u"fill.value"_s << u"15 digits"_s;
        QTest::newRow("a formula's cell") << form() << u"합계"_s << u"5"_s << u"fill.value"_s << u"D6 is computed"_s;
        QTest::newRow("no workbook") << QByteArray("PK") << u"부서"_s << u"가"_s << u"zip.damaged"_s << u"zip"_s;
        QTest::newRow("a signed workbook") << [] {
            Parts parts = formParts();
            parts[u"_xmlsignatures/sig1.xml"_s] = "<Signature/>";
            return packed(parts);
        }() << u"부서"_s << u"가"_s << u"fill.value"_s << u"signed"_s;
        QTest::newRow("cells out of order") << formWith(sheet1, "<c r=\"A2\" t=\"s\">", "<c r=\"E2\" t=\"s\">") << u"부서"_s << u"가"_s
                                            << u"xlsx.damaged"_s << u"row 2"_s;
        QTest::newRow("a sheet in UTF-16") << [] {
            Parts parts = formParts();
            const QString text = QString::fromUtf8(parts[sheet1]).replace(u"UTF-8"_s, u"UTF-16"_s);
            parts[sheet1] = QByteArray("\xff\xfe") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
            return packed(parts);
        }() << u"부서"_s << u"가"_s << u"xml.encoding"_s << u"UTF-16"_s;
    }

    void refusesWhatItCannotPut()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        QFETCH(const QString, says);

        const auto made = filled(bytes, {{entry(name, text)}, {}});

        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Invalid);
        QCOMPARE(made.error().code, code);
        QVERIFY2(made.error().text.contains(says), qPrintable(made.error().text));
    }

    void leavesEveryOtherByte()
    {
        const Parts before = formParts();

        const auto made = filled(form(), {{entry(u"부서"_s, u"정보화담당관"_s)}, {}});

        QVERIFY(made);
        for (const QString &part : made->untouchedParts)
            QCOMPARE(partOf(made->bytes, part), before[part]);
        QVERIFY(made->untouchedParts.contains(u"xl/worksheets/sheet3.xml"_s));
        QVERIFY(made->untouchedParts.contains(u"xl/sharedStrings.xml"_s));
        QVERIFY(made->untouchedParts.contains(u"xl/styles.xml"_s));
        QByteArray expected = before[sheet1];
        expected.replace("<c r=\"B2\" s=\"3\"/>", "<c r=\"B2\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">정보화담당관</t></is></c>");
        expected.replace("<f>B5*C5</f><v>0</v>", "<f>B5*C5</f>").replace("<f>SUM(D5:D5)</f><v>0</v>", "<f>SUM(D5:D5)</f>");
        QCOMPARE(partOf(made->bytes, sheet1), expected);
    }

    void changesNothingWhereNothingIsAsked()
    {
        const auto made = filled(form(), {});

        QVERIFY(made);
        QVERIFY(made->changedParts.isEmpty());
        QCOMPARE(made->untouchedParts.size(), formParts().size());
    }

    void letsExcelComputeAnew()
    {
        const auto made = filled(form(), {{entry(u"부서"_s, u"가"_s)}, {}});

        QVERIFY(made);
        QVERIFY(partOf(made->bytes, u"xl/workbook.xml"_s).contains("<calcPr fullCalcOnLoad=\"1\" calcId=\"191029\"/>"));
        QVERIFY(partOf(made->bytes, u"xl/calcChain.xml"_s).isEmpty());
        QVERIFY(!partOf(made->bytes, u"xl/_rels/workbook.xml.rels"_s).contains("calcChain"));
        QVERIFY(!partOf(made->bytes, u"[Content_Types].xml"_s).contains("calcChain"));
        QVERIFY(!partOf(made->bytes, u"_rels/.rels"_s).contains("thumbnail"));
        QVERIFY(partOf(made->bytes, u"docProps/thumbnail.jpeg"_s).isEmpty());
        QVERIFY(codes(made->diagnostics).contains(u"fill.stale"_s));
        QVERIFY2(!partOf(made->bytes, sheet2).contains("<v>"), "a value that was computed for the template");
    }

    void repeatsARowAndEverythingFollows()
    {
        const auto made = filled(form(), rows(3));

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        const QByteArray sheet = partOf(made->bytes, sheet1);
        for (const QByteArray &expected : QList<QByteArray>{
                 "<row r=\"5\" ht=\"20\" customHeight=\"1\"><c r=\"A5\" s=\"3\" t=\"inlineStr\">", "<row r=\"7\" ht=\"20\" customHeight=\"1\"><c r=\"A7\" s=\"3\"",
                 "<c r=\"B7\" s=\"1\"><v>3</v></c><c r=\"C7\" s=\"1\"><v>1000</v></c><c r=\"D7\" s=\"1\"><f>B7*C7</f></c></row>",
                 "<row r=\"8\"><c r=\"A8\" t=\"s\"><v>6</v></c><c r=\"D8\" s=\"1\"><f>SUM(D5:D7)</f></c></row>", "<row r=\"9\"><c r=\"A9\"",
                 "<mergeCells count=\"3\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A9:D9\"/></mergeCells>",
                 "sqref=\"D5:D7\"", "<formula>D5&gt;$D$8/2</formula>", "sqref=\"B5:B7\"", "<brk id=\"8\"", "<dimension ref=\"A1:D9\"/>",
                 "activeCell=\"A9\" sqref=\"A9\""})
            QVERIFY2(sheet.contains(expected), expected + "\n" + sheet);
        const QByteArray other = partOf(made->bytes, sheet2);
        QVERIFY2(other.contains("<f>명세!D8</f>"), other);
        QVERIFY2(other.contains("<f>SUM(명세!D$5:D$7)</f>"), other);
        const QByteArray workbook = partOf(made->bytes, u"xl/workbook.xml"_s);
        for (const QByteArray &expected :
             QList<QByteArray>{"\"금액\">명세!$D$5<", "\"명세_줄\">명세!$A$5:$D$7<", "\"합계\">명세!$D$8<", "명세!$A$1:$D$9<", "\"부서\">명세!$B$2:$C$2<"})
            QVERIFY2(workbook.contains(expected), expected + "\n" + workbook);
        QCOMPARE(read(made->bytes, u"명세"_s, u"A7"_s), u"사람3"_s);
    }

    void putsAnEmptyCellWhereARowHasNoValue()
    {
        FormFilling filling = rows(2);
        filling.repetitions[0].rows[1].removeAt(1);

        const auto made = filled(form(), filling);

        QVERIFY(made);
        QVERIFY(partOf(made->bytes, sheet1).contains("<c r=\"B6\" s=\"1\"/>"));
    }

    void takesARowOutWhereThereAreNone()
    {
        Parts parts = formParts();
        parts[sheet1].replace("<f>SUM(D5:D5)</f>", "<f>SUM(D4:D5)</f>").replace("sqref=\"D5\"", "sqref=\"D4:D6\"").replace("sqref=\"B5\"", "sqref=\"B4:B5\"");
        parts[sheet1].replace("<formula>D5&gt;", "<formula>D4&gt;");
        parts[sheet2].replace("SUM(명세!D$5:D$5)", "1");

        const auto made = filled(packed(parts), rows(0));

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        const QByteArray sheet = partOf(made->bytes, sheet1);
        QVERIFY2(sheet.contains("<row r=\"5\"><c r=\"A5\" t=\"s\"><v>6</v></c><c r=\"D5\" s=\"1\"><f>SUM(D4:D4)</f></c></row>"), sheet);
        QVERIFY(partOf(made->bytes, u"xl/workbook.xml"_s).contains("\"금액\">명세!#REF!<"));
    }

    void keepsARowEmptyThatAFormulaNames()
    {
        const auto made = filled(form(), rows(0));

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        QCOMPARE(codes(made->diagnostics).count(u"fill.row"_s), 1);
        QVERIFY(partOf(made->bytes, sheet1).contains("<f>SUM(D5:D5)</f>"));
    }

    void movesFormulas_data()
    {
        QTest::addColumn<QByteArray>("below"); // in row 6, where row 5 is written three times
        QTest::addColumn<QByteArray>("moved");
        QTest::newRow("a range that ends in the row") << QByteArray("SUM(D4:D5)") << QByteArray("SUM(D4:D7)");
        QTest::newRow("one cell of the row") << QByteArray("D5*2") << QByteArray("D5*2");
        QTest::newRow("cells below") << QByteArray("D7+$D$7") << QByteArray("D9+$D$9");
        QTest::newRow("cells above") << QByteArray("A1+A4") << QByteArray("A1+A4");
        QTest::newRow("whole columns") << QByteArray("SUM(D:D)") << QByteArray("SUM(D:D)");
        QTest::newRow("whole rows") << QByteArray("SUM(5:6)") << QByteArray("SUM(5:8)");
        QTest::newRow("to the end of the sheet") << QByteArray("SUM(D5:D1048576)") << QByteArray("SUM(D5:D1048576)");
        QTest::newRow("in a text") << QByteArray("\"D7\"&amp;D7") << QByteArray("&quot;D7&quot;&amp;D9");
        QTest::newRow("a function that looks like a cell") << QByteArray("LOG10(D7)") << QByteArray("LOG10(D9)");
        QTest::newRow("a number that looks like one") << QByteArray("1E7+D7") << QByteArray("1E7+D9");
        QTest::newRow("a name that begins like one") << QByteArray("D7_금액+D7") << QByteArray("D7_금액+D9");
        QTest::newRow("another sheet") << QByteArray("안내!D7+D7") << QByteArray("안내!D7+D9");
        QTest::newRow("a quoted sheet") << QByteArray("'요약 1'!D7+D7") << QByteArray("&#39;요약 1&#39;!D7+D9");
        QTest::newRow("its own sheet by name") << QByteArray("명세!D7+'명세'!D7") << QByteArray("명세!D9+&#39;명세&#39;!D9");
        QTest::newRow("another workbook") << QByteArray("[1]명세!D7+'[2]명세'!D7+D7") << QByteArray("[1]명세!D7+&#39;[2]명세&#39;!D7+D9");
        QTest::newRow("a column of a table") << QByteArray("SUM(표1[D7])+D7") << QByteArray("SUM(표1[D7])+D9");
        QTest::newRow("an error value") << QByteArray("#REF!+D7") << QByteArray("#REF!+D9");
        QTest::newRow("a range turned round") << QByteArray("SUM(D5:D4)") << QByteArray("SUM(D7:D4)");
        QTest::newRow("lower case") << QByteArray("sum(d4:d5)") << QByteArray("sum(D4:D7)");
    }

    void movesFormulas()
    {
        QFETCH(const QByteArray, below);
        QFETCH(const QByteArray, moved);

        const auto made = filled(formWith(sheet1, "<f>SUM(D5:D5)</f>", "<f>" + below + "</f>"), rows(3));

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        const QByteArray sheet = partOf(made->bytes, sheet1);
        const QByteArray plain = QByteArray(sheet).replace("&#39;", "'").replace("&quot;", "\"");
        const QByteArray expected = QByteArray(moved).replace("&#39;", "'").replace("&quot;", "\"");
        QVERIFY2(plain.contains("<f>" + expected + "</f>"), sheet.mid(sheet.indexOf("<c r=\"D8\""), 100));
    }

    void copiesFormulasOfTheRow_data()
    {
        QTest::addColumn<QByteArray>("formula"); // in row 5
        QTest::addColumn<QByteArray>("third");
        QTest::newRow("of its own row") << QByteArray("B5*C5") << QByteArray("B7*C7");
        QTest::newRow("of the row above") << QByteArray("D4+C5") << QByteArray("D6+C7");
        QTest::newRow("a running sum") << QByteArray("SUM(C$5:C5)") << QByteArray("SUM(C$5:C7)");
        QTest::newRow("a fixed cell") << QByteArray("B5*$D$2") << QByteArray("B7*$D$2");
        QTest::newRow("a cell of the head without dollars") << QByteArray("B5*D2") << QByteArray("B7*D2");
        QTest::newRow("the total below") << QByteArray("C5/D6") << QByteArray("C7/D8");
        QTest::newRow("the whole range") << QByteArray("C5/SUM($C$5:$C$5)") << QByteArray("C7/SUM($C$5:$C$7)");
        QTest::newRow("across the row") << QByteArray("SUM(B5:C5)") << QByteArray("SUM(B7:C7)");
    }

    void copiesFormulasOfTheRow()
    {
        QFETCH(const QByteArray, formula);
        QFETCH(const QByteArray, third);

        const auto made = filled(formWith(sheet1, "<f>B5*C5</f>", "<f>" + formula + "</f>"), rows(3));

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        const QByteArray sheet = partOf(made->bytes, sheet1);
        QVERIFY2(sheet.contains("<c r=\"D7\" s=\"1\"><f>" + third + "</f></c>"), sheet.mid(sheet.indexOf("<c r=\"D7\""), 100));
    }

    void writesSharedFormulasOut()
    {
        Parts parts = formParts();
        parts[sheet1].replace("<c r=\"A7\" t=\"inlineStr\"><is><t>끝.</t></is></c></row>",
                              "<c r=\"B7\"><f t=\"shared\" ref=\"B7:C7\" si=\"0\">D5+A1</f><v>0</v></c><c r=\"C7\"><f t=\"shared\" si=\"0\"/><v>0</v></c></row>");

        const auto made = filled(packed(parts), rows(2));

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        const QByteArray sheet = partOf(made->bytes, sheet1);
        QVERIFY2(sheet.contains("<c r=\"B8\"><f>D5+A1</f></c><c r=\"C8\"><f>E5+B1</f></c>"), sheet);
    }

    void refusesRowsThatCannotBeRepeated_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto sheet = [](const QByteArray &before, const QByteArray &after) { return formWith(sheet1, before, after); };
        QTest::newRow("sheets together") << sheet("SUM(D5:D5)", "SUM(명세:안내!D5)") << u"cannot follow"_s;
        QTest::newRow("INDIRECT of an address") << sheet("SUM(D5:D5)", "INDIRECT(\"D7\")") << u"cannot follow"_s;
        QTest::newRow("a field merged over rows") << sheet("<mergeCell ref=\"A1:D1\"/>", "<mergeCell ref=\"A5:A6\"/>") << u"merged over several rows"_s;
        QTest::newRow("a high array formula") << sheet("<f>SUM(D5:D5)</f>", "<f t=\"array\" ref=\"D5:D6\">B5:B6*2</f>") << u"array formula"_s;
        QTest::newRow("a table of what-if values") << sheet("<f>SUM(D5:D5)</f>", "<f t=\"dataTable\" ref=\"D6\" r1=\"A1\"/>") << u"what-if"_s;
    }

    void refusesRowsThatCannotBeRepeated()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, says);

        const auto made = filled(bytes, rows(2));

        QVERIFY(!made);
        QCOMPARE(made.error().code, u"fill.row"_s);
        QVERIFY2(made.error().text.contains(says), qPrintable(made.error().text));
    }

    void refusesNamesThatAreInNoOneRow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("another row") << u"부서"_s << u"fill.row"_s;
        QTest::newRow("another sheet") << u"비고"_s << u"fill.row"_s;
        QTest::newRow("not there") << u"직급"_s << u"fill.name"_s;
        QTest::newRow("the same again") << u"성명"_s << u"fill.row"_s;
    }

    void refusesNamesThatAreInNoOneRow()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, code);
        FormFilling filling = rows(2);
        filling.repetitions[0].rows[1].append(entry(name, u"가"_s));

        const auto made = filled(form(), filling);

        QVERIFY(!made);
        QCOMPARE(made.error().code, code);
    }

    void refusesARowForNothingThatHasNoName()
    {
        FormFilling filling;
        filling.repetitions.append({u"없는 이름"_s, {}});

        const auto made = filled(form(), filling);

        QVERIFY(!made);
        QCOMPARE(made.error().code, u"fill.row"_s);
    }

    void movesWhatHangsOnTheSheet()
    {
        Parts parts = formParts();
        const auto relation = [](const QByteArray &id, const QByteArray &type, const QByteArray &target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + QByteArray(relations2006) + '/' + type + "\" Target=\"" + target + "\"/>";
        };
        parts[u"xl/worksheets/_rels/sheet1.xml.rels"_s] = "<Relationships>" + relation("rId1", "drawing", "../drawings/drawing1.xml")
                                                          + relation("rId2", "comments", "../comments1.xml") + relation("rId3", "vmlDrawing", "../drawings/vml1.vml")
                                                          + relation("rId4", "table", "../tables/table1.xml") + "</Relationships>";
        parts[u"xl/drawings/_rels/drawing1.xml.rels"_s] = "<Relationships>" + relation("rId1", "chart", "../charts/chart1.xml") + "</Relationships>";
        parts[u"xl/drawings/drawing1.xml"_s] = "<wsDr><twoCellAnchor><from><col>0</col><row>6</row></from><to><col>2</col><row>9</row></to></twoCellAnchor></wsDr>";
        parts[u"xl/charts/chart1.xml"_s] = "<c:chartSpace xmlns:c=\"c\"><c:f>명세!$D$5:$D$5</c:f></c:chartSpace>";
        parts[u"xl/comments1.xml"_s] = "<comments><commentList><comment ref=\"A6\"/></commentList></comments>";
        parts[u"xl/drawings/vml1.vml"_s] = "<xml xmlns:x=\"x\"><x:ClientData><x:Anchor>1, 15, 5, 2, 3, 15, 8, 4</x:Anchor><x:Row>5</x:Row></x:ClientData></xml>";
        parts[u"xl/tables/table1.xml"_s] = "<table displayName=\"표\" ref=\"A4:D5\"><autoFilter ref=\"A4:D5\"/></table>";

        const auto made = filled(packed(parts), rows(3));

        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        QVERIFY(partOf(made->bytes, u"xl/drawings/drawing1.xml"_s).contains("<row>8</row></from><to><col>2</col><row>11</row>"));
        QVERIFY(partOf(made->bytes, u"xl/charts/chart1.xml"_s).contains("명세!$D$5:$D$7"));
        QVERIFY(partOf(made->bytes, u"xl/comments1.xml"_s).contains("ref=\"A8\""));
        QVERIFY(partOf(made->bytes, u"xl/drawings/vml1.vml"_s).contains("<x:Anchor>1, 15, 7, 2, 3, 15, 10, 4</x:Anchor><x:Row>7</x:Row>"));
        QVERIFY(partOf(made->bytes, u"xl/tables/table1.xml"_s).contains("ref=\"A4:D7\"><autoFilter ref=\"A4:D7\"/>"));
    }

    void saysWhatIsLongerThanItsCell_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isLong");
        QTest::newRow("fits two columns") << u"부서"_s << u"정보화담당관"_s << false;
        QTest::newRow("too long for two columns") << u"부서"_s << QString(13, u'가') << true;
        QTest::newRow("a cell that wraps and grows") << u"비고"_s << QString(200, u'가') << false;
        QTest::newRow("digits that become marks") << u"수량"_s << u"123456789012"_s << true;
    }

    void saysWhatIsLongerThanItsCell()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const bool, isLong);

        const auto made = filled(form(), {{entry(name, text)}, {}});

        QVERIFY(made);
        QCOMPARE(codes(made->diagnostics).contains(u"fill.long"_s), isLong);
    }

    void fillsAWorkbookOfPrefixes()
    {
        Parts parts = formParts();
        parts[u"xl/worksheets/sheet3.xml"_s] = "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData/></x:worksheet>";

        const auto made = filled(packed(parts), {{entry(u"안내!B2"_s, u"가"_s)}, {}});

        QVERIFY(made);
        QCOMPARE(read(made->bytes, u"안내"_s, u"B2"_s), u"가"_s);
    }

    void isComputedByLibreOffice()
    {
        const QString office = QStandardPaths::findExecutable(u"soffice"_s);
        if (office.isEmpty())
            QSKIP("LibreOffice is not installed: nobody computes the formulas of a filled form");
        QTemporaryDir folder;
        const auto made = filled(form(), rows(4));
        QVERIFY(made);
        QFile file(folder.filePath(u"form.xlsx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made->bytes) > 0);
        file.close();

        QProcess convert;
        convert.start(office, {u"-env:UserInstallation=file://"_s + folder.path() + u"/profile"_s, u"--headless"_s, u"--convert-to"_s,
                               u"csv:Text - txt - csv (StarCalc):44,34,76,1"_s, u"--outdir"_s, folder.path(), file.fileName()});
        QVERIFY(convert.waitForFinished(120'000));

        QFile csv(folder.filePath(u"form.csv"_s));
        QVERIFY2(csv.open(QIODevice::ReadOnly), convert.readAllStandardError());
        const QString text = QString::fromUtf8(csv.readAll());
        QVERIFY2(text.contains(u"\"사람4\",4,\"1,000\",\"4,000\""_s), qPrintable(text));
        QVERIFY2(text.contains(u"\"합계\",,,\"10,000\""_s), qPrintable(text));
    }

    void isReadByOpenpyxl()
    {
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import openpyxl"_s});
        if (!python.waitForFinished(60'000) || python.exitCode() != 0)
            QSKIP("python3-openpyxl is not installed: no second reader looks at a filled form");
        QTemporaryDir folder;
        const auto made = filled(form(), rows(2));
        QVERIFY(made);
        QFile file(folder.filePath(u"form.xlsx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made->bytes) > 0);
        file.close();

        python.start(u"/usr/bin/python3"_s, {u"-c"_s,
                                    u"import sys, openpyxl\nb = openpyxl.load_workbook(sys.argv[1])\ns = b['명세']\n"
                                    "print(s['A6'].value, s['B6'].value, s['D6'].value, s['D7'].value, s.merged_cells.ranges)"_s,
                                    file.fileName()});
        QVERIFY(python.waitForFinished(60'000));

        const QString said = QString::fromUtf8(python.readAllStandardOutput());
        QVERIFY2(said.startsWith(u"사람2 2 =B6*C6 =SUM(D5:D6)"_s), qPrintable(said + QString::fromUtf8(python.readAllStandardError())));
        QVERIFY2(said.contains(u"A8:D8"_s), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestXlsxTemplate)
#include "tst_xlsx_template.moc"
