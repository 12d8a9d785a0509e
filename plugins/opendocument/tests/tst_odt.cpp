// ODT in: paragraphs, lists, tables with their spans, notes, and fields.
#include "packages.h"

#include "run/formats.h"

#include <QTest>

using namespace naru;
using namespace naru::packages;

namespace {

const Table &tableAt(const Document &document, qsizetype at)
{
    return *std::get<std::shared_ptr<Table>>(document.body.at(at));
}

QStringList linesOf(const Document &document)
{
    QStringList lines;
    for (const Block &block : document.body)
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            lines.append(paragraph->style + u'|' + paragraph->text);
    return lines;
}

QByteArray p(const QByteArray &inside)
{
    return "<text:p>" + inside + "</text:p>";
}

} // namespace

class tst_Odt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recognisesByContent();
    void readsText_data();
    void readsText();
    void readsHeadersAndFooters();
    void readsTables();
    void readsTablesInsideOfCells();
    void notesTablesThatDoNotTile();
    void readsFields_data();
    void readsFields();
    void refuses_data();
    void refuses();
    void survivesMutations();

private:
    Result<Document> read(const QByteArray &bytes) const { return m_format->read(bytes, {}); }

    Formats m_formats;
    const Format *m_format = nullptr;
};

void tst_Odt::initTestCase()
{
    m_format = m_formats.byId(u"odt"_s);
    QVERIFY(m_format);
}

void tst_Odt::recognisesByContent()
{
    QVERIFY(m_formats.recognise(odt(p("가"))) == m_format);
    QVERIFY(m_formats.recognise(ods(sheet({}))) != m_format);
    QVERIFY(!m_format->recognises("application/vnd.oasis.opendocument.text"));
    QCOMPARE(read(odt(p("가")))->format, u"odt"_s);
}

void tst_Odt::readsText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("paragraphs") << p("가") + p({}) + p("나") << QStringList{u"|가"_s, u"|"_s, u"|나"_s};
    QTest::newRow("heading") << QByteArray("<text:h text:outline-level='1'>제목</text:h>")
                             << QStringList{u"heading|제목"_s};
    QTest::newRow("style of the author") << QByteArray(
        "<text:p text:style-name='P1'>가</text:p><text:p text:style-name='P2'>나</text:p>")
                                         << QStringList{u"본문 강조|가"_s, u"title|나"_s};
    QTest::newRow("white space") << p(" 가 \n  나<text:s text:c='3'/>다<text:tab/>라<text:line-break/>마 ")
                                 << QStringList{u"|가 나   다\t라\n마"_s};
    QTest::newRow("spans, links, fields")
        << p("가<text:span>나<text:a>다</text:a></text:span><text:date>2026. 11. 22.</text:date>")
        << QStringList{u"|가나다2026. 11. 22."_s};
    QTest::newRow("list") << "<text:list><text:list-item>" + p("가") + "<text:list><text:list-item>" + p("나")
            + "</text:list-item></text:list></text:list-item></text:list>"
                          << QStringList{u"|가"_s, u"|나"_s};
    QTest::newRow("section") << "<text:section>" + p("가") + "</text:section>" << QStringList{u"|가"_s};
    QTest::newRow("hidden section") << "<text:section text:name='옛' text:display='none'>" + p("옛") + "</text:section>"
            + p("가") << QStringList{u"|가"_s};
    QTest::newRow("deleted text") << "<text:tracked-changes><text:changed-region><text:deletion>" + p("옛")
            + "</text:deletion></text:changed-region></text:tracked-changes>"
            + p("가") << QStringList{u"|가"_s};
    QTest::newRow("notes and comments")
        << p("가<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
             + p("각주") + "</text:note-body></text:note><text:note text:note-class='endnote'><text:note-body>"
             + p("미주") + "</text:note-body></text:note><office:annotation>" + p("메모") + "</office:annotation>나")
            + p("다")
        << QStringList{u"|가나"_s, u"|다"_s, u"footnote|각주"_s, u"endnote|미주"_s, u"comment|메모"_s};
    QTest::newRow("text box") << p("가<draw:frame><draw:text-box>" + p("나") + "</draw:text-box></draw:frame>다")
                              << QStringList{u"|가다"_s, u"|나"_s};
    QTest::newRow("shape at the page") << "<draw:custom-shape>" + p("나") + "</draw:custom-shape>" + p("가")
                                       << QStringList{u"|나"_s, u"|가"_s};
    QTest::newRow("small type above") << p(
        "<text:ruby><text:ruby-base>이민수</text:ruby-base><text:ruby-text>李</text:ruby-text></text:ruby>")
                                      << QStringList{u"|이민수"_s};
}

void tst_Odt::readsText()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, lines);
    const QByteArray styles = "<style:style style:name='P1' style:parent-style-name='본문_20_강조'/>"
                              "<style:style style:name='P2' style:parent-style-name='Title'/>";

    const Result<Document> document = read(odt(body, styles));

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QCOMPARE(linesOf(*document), lines);
    QCOMPARE(document->diagnostics.size(), body.contains("display='none'") ? 1 : 0);
}

void tst_Odt::readsHeadersAndFooters()
{
    const QByteArray styles = "<office:document-styles" + spaces
        + "><office:master-styles><style:master-page><style:header>" + p("머리말") + "</style:header><style:footer>"
        + p({}) + "</style:footer></style:master-page></office:master-styles></office:document-styles>";

    const Result<Document> document = read(odt(p("가"), {}, {{u"styles.xml"_s, styles}}));

    QVERIFY(bool(document));
    QCOMPARE(linesOf(*document), (QStringList{u"|가"_s, u"header|머리말"_s}));
}

void tst_Odt::readsTables()
{
    const QByteArray head = "<table:table-header-rows>"
        + row("<table:table-cell table:number-columns-spanned='2'>" + p("소속")
              + "</table:table-cell><table:covered-table-cell/>" + cell("비고", ""))
        + "</table:table-header-rows>";
    const QByteArray body = row("<table:table-cell table:number-rows-spanned='2'>" + p("가") + p("나")
                                + "</table:table-cell>" + cell("다", "") + cell("라", ""))
        + row("<table:covered-table-cell/>" + cell("마", "table:number-columns-repeated='2'"));

    const Result<Document> document =
        read(odt(p("앞") + "<table:table><table:table-column table:number-columns-repeated='3'/>" + head + body
                 + "</table:table>" + p("뒤")));

    QVERIFY(bool(document));
    const Table &table = tableAt(*document, 1);
    QStringList cells;
    for (const Cell &cell : table.cells)
        cells.append(
            u"%1,%2 %3×%4 %5|"_s.arg(cell.row).arg(cell.column).arg(cell.rowSpan).arg(cell.columnSpan).arg(cell.header)
            + cell.text);
    QCOMPARE(cells,
             (QStringList{u"0,0 1×2 1|소속"_s, u"0,2 1×1 1|비고"_s, u"1,0 2×1 0|가\n나"_s, u"1,1 1×1 0|다"_s,
                          u"1,2 1×1 0|라"_s, u"2,1 1×1 0|마"_s, u"2,2 1×1 0|마"_s}));
    QCOMPARE(table.cells.last().place.address, u"content.xml!tbl[0]/cell[2,2]"_s);
    QVERIFY(TableGrid(table).tiles());
    QVERIFY(document->diagnostics.isEmpty());
}

void tst_Odt::readsTablesInsideOfCells()
{
    const QByteArray inner = "<table:table>" + row(cell("나", "") + cell("다", "")) + "</table:table>";

    const Result<Document> document = read(
        odt("<table:table>" + row("<table:table-cell>" + p("가") + inner + "</table:table-cell>") + "</table:table>"));

    QVERIFY(bool(document));
    const Cell &outer = tableAt(*document, 0).cells.first();
    QCOMPARE(outer.text, u"가\n나\t다"_s);
    QCOMPARE(std::get<std::shared_ptr<Table>>(outer.blocks.last())->cells.last().place.address,
             u"content.xml!tbl[0]/cell[0,0]/tbl[0]/cell[0,1]"_s);
}

void tst_Odt::notesTablesThatDoNotTile()
{
    const Result<Document> document =
        read(odt("<table:table>" + row(cell("가", "table:number-rows-spanned='5'") + cell("나", ""))
                 + row(cell("다", "")) + "</table:table>"));

    QVERIFY(bool(document));
    QCOMPARE(document->diagnostics.size(), 1);
    QCOMPARE(document->diagnostics.first().code, u"table.tiling"_s);
}

void tst_Odt::readsFields_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("value");
    QTest::newRow("placeholder") << QByteArray(
        "<text:placeholder text:description='성명'>&lt;이름&gt;</text:placeholder>")
                                 << u"성명"_s << u"<이름>"_s << QString();
    QTest::newRow("placeholder without a name")
        << QByteArray("<text:placeholder>&lt;이름&gt;</text:placeholder>") << u"이름"_s << u"<이름>"_s << QString();
    QTest::newRow("input") << QByteArray("<text:text-input text:description='성명'>이민수</text:text-input>")
                           << u"성명"_s << QString() << u"이민수"_s;
    QTest::newRow("control") << QByteArray(
        "<text:content-control text:alias='성명'><text:span>이민수</text:span></text:content-control>")
                             << u"성명"_s << QString() << u"이민수"_s;
}

void tst_Odt::readsFields()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, name);
    QFETCH(const QString, prompt);
    QFETCH(const QString, value);

    const Result<Document> document = read(odt(p("성명: " + field + "끝")));

    QVERIFY(bool(document));
    QCOMPARE(document->fields.size(), 1);
    QCOMPARE(document->fields.first().name, name);
    QCOMPARE(document->fields.first().prompt, prompt);
    QCOMPARE(document->fields.first().value, value);
    QCOMPARE(document->fields.first().filled, !value.isEmpty());
    QCOMPARE(linesOf(*document), QStringList{u"|성명: "_s + value + u"끝"_s});
}

void tst_Odt::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("bomb of rows") << odt(
        "<table:table>"
        + row(cell("가", "table:number-columns-repeated='1000000000'"), "table:number-rows-repeated='1000000000'")
        + "</table:table>") << u"limit.cells"_s;
    QTest::newRow("spreadsheet inside") << packed("application/vnd.oasis.opendocument.text", content("spreadsheet", {}))
                                        << u"opendocument.damaged"_s;
    QTest::newRow("cut") << odt(p("가")).chopped(60) << u"zip.damaged"_s;
    QTest::newRow("deep") << odt(QByteArray("<text:list><text:list-item>").repeated(200)) << u"xml.limit"_s;
}

void tst_Odt::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);

    const Result<Document> document = read(bytes);

    QVERIFY(!document);
    QCOMPARE(document.error().code, code);
}

void tst_Odt::survivesMutations()
{
    const QByteArray whole = content(
        "text",
        p("가<text:note><text:note-body>" + p("각주") + "</text:note-body></text:note><draw:frame><draw:text-box>"
          + p("나") + "</draw:text-box></draw:frame><text:placeholder>x</text:placeholder>")
            + "<table:table>" + row(cell("나", "table:number-rows-spanned='2'") + cell("다", ""))
            + row("<table:covered-table-cell/>" + cell("라", "")) + "</table:table>");
    quint32 state = 20'261'122;
    const auto next = [&state](qsizetype below) {
        return qsizetype((state = state * 1'664'525 + 1'013'904'223) >> 8) % below;
    };

    int answered = 0;
    for (int i = 0; i < 1500; ++i) {
        QByteArray bytes = whole;
        for (qsizetype edits = next(3); edits >= 0; --edits) {
            const qsizetype at = next(bytes.size());
            switch (next(3)) {
            case 0:
                bytes[at] = char(bytes[at] ^ (1 << next(8)));
                break;
            case 1:
                bytes[at] = char('0' + next(10));
                break;
            default:
                bytes.remove(at, next(30));
                break;
            }
        }
        const Result<Document> document = read(packed("application/vnd.oasis.opendocument.text", bytes));
        QVERIFY(document || document.error().kind == Error::Kind::Invalid);
        answered += bool(document);
    }

    QVERIFY(answered > 100);
}

QTEST_GUILESS_MAIN(tst_Odt)
#include "tst_odt.moc"
