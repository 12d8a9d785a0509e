// HWPX in: what Hancom Office writes is read by its addresses, what nobody would write is refused.
#include "hwpx_parts.h"

#include "run/formats.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace naru;
using namespace naru::parts;

namespace {

int cellsOf(const QList<Block> &blocks, int &tables, int &untiled)
{
    int cells = 0;
    for (const Block &block : blocks) {
        const auto *table = std::get_if<std::shared_ptr<Table>>(&block);
        if (!table)
            continue;
        ++tables;
        untiled += TableGrid(**table).tiles() ? 0 : 1;
        cells += int((*table)->cells.size());
        for (const Cell &cell : (*table)->cells)
            cells += cellsOf(cell.blocks, tables, untiled);
    }
    return cells;
}

} // namespace

class tst_Hwpx : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recognisesByContent_data();
    void recognisesByContent();
    void readsText_data();
    void readsText();
    void placesCellsByTheirAddress();
    void readsTablesInsideOfCells();
    void splitsAParagraphAtItsTable();
    void readsFields_data();
    void readsFields();
    void readsAFieldOverTwoParagraphs();
    void readsNamedCellsAndCheckboxes();
    void readsSectionsInTheOrderOfTheSpine();
    void findsPartsOfOddMakers_data();
    void findsPartsOfOddMakers();
    void refusesWhatIsNotWhole_data();
    void refusesWhatIsNotWhole();
    void notesTablesThatDoNotTile_data();
    void notesTablesThatDoNotTile();
    void refusesTablesBeyondTheLimit_data();
    void refusesTablesBeyondTheLimit();
    void survivesTruncation();
    void survivesChangedBytes();
    void readsTheSamples_data();
    void readsTheSamples();
    void refusesTheEncryptedSample();

private:
    Result<Document> read(const QByteArray &bytes) const { return m_format->read(bytes, {}); }
    QByteArray written(const Document &document) const
    {
        const Result<QByteArray> bytes = m_format->write(document);
        return bytes ? *bytes : QByteArray();
    }
    QByteArray partOf(const Document &document, const QString &name) const
    {
        const Result<ZipReader> zip = ZipReader::open(written(document));
        const Result<QByteArray> part = zip ? zip->read(name) : Result<QByteArray>(zip.error());
        return part ? *part : QByteArray();
    }

    Formats m_formats;
    const Format *m_format = nullptr;
};

void tst_Hwpx::initTestCase()
{
    m_format = m_formats.byId(u"hwpx"_s);
    QVERIFY(m_format);
}

void tst_Hwpx::recognisesByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isHwpx");
    Parts bare = partsOf({p(t(u"가"_s))});
    bare.removeFirst();
    QTest::newRow("with mimetype") << hwpx(p(t(u"가"_s))) << true;
    QTest::newRow("without mimetype") << zipOf(bare) << true;
    QTest::newRow("cut") << hwpx(p(t(u"가"_s))).first(80) << true;
    QTest::newRow("another zip") << zipOf({{u"xl/workbook.xml"_s, "<workbook/>"}}) << false;
    QTest::newRow("EPUB") << zipOf({{u"mimetype"_s, "application/epub+zip"}}) << false;
    QTest::newRow("text") << QByteArray("application/hwp+zip") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void tst_Hwpx::recognisesByContent()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isHwpx);

    QCOMPARE(m_format->recognises(bytes), isHwpx);
    QCOMPARE(m_formats.recognise(bytes) == m_format, isHwpx);
}

void tst_Hwpx::readsText_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("texts");
    const auto deleted = [](const QString &text) {
        return u"<hp:deleteBegin Id=\"1\"/>"_s + text + u"<hp:deleteEnd Id=\"1\"/>"_s;
    };
    const auto box = [](const QString &inside) {
        return u"<hp:rect><hp:drawText><hp:subList>"_s + inside
            + u"</hp:subList></hp:drawText><hp:shapeComment>사각형입니다."
              u"</hp:shapeComment></hp:rect>"_s;
    };
    const auto ctrl = [](const QString &name) {
        return u"<hp:ctrl><hp:%1><hp:subList>"_s.arg(name) + p(t(u"밖"_s))
            + u"</hp:subList></hp:%1></hp:ctrl>"_s.arg(name);
    };
    const auto number = [](const QString &kind) {
        return u"<hp:ctrl><hp:autoNum num=\"3\" numType=\"%1\"><hp:autoNumFormat type=\"DIGIT\" prefixChar=\"\" "
               u"suffixChar=\")\"/></hp:autoNum></hp:ctrl>"_s.arg(kind);
    };
    const QString a = t(u"가"_s);
    const QString b = t(u"나"_s);
    QTest::newRow("one paragraph") << p(a) << QStringList{u"가"_s};
    QTest::newRow("two runs") << u"<hp:p><hp:run>%1</hp:run><hp:run>%2</hp:run></hp:p>"_s.arg(a, b)
                              << QStringList{u"가나"_s};
    QTest::newRow("blank line") << p(a) + p({}) + p(b) << QStringList{u"가"_s, {}, u"나"_s};
    QTest::newRow("line break, tab") << p(t(u"가<hp:lineBreak/>나<hp:tab width=\"4000\"/>다"_s))
                                     << QStringList{u"가\n나\t다"_s};
    QTest::newRow("blanks, hyphen") << p(t(u"가<hp:nbSpace/>나<hp:fwSpace/>다<hp:hyphen/>라"_s))
                                    << QStringList{u"가 나 다-라"_s};
    QTest::newRow("entities") << p(t(u"&lt;가&gt; &amp; &#xAC00;"_s)) << QStringList{u"<가> & 가"_s};
    QTest::newRow("outer blanks stay") << p(t(u"  가 "_s)) << QStringList{u"  가 "_s};
    QTest::newRow("marked text") << p(t(u"<hp:markpenBegin/>가<hp:markpenEnd/>나"_s)) << QStringList{u"가나"_s};
    QTest::newRow("inserted text") << p(t(u"<hp:insertBegin/>가<hp:insertEnd/>나"_s)) << QStringList{u"가나"_s};
    QTest::newRow("deleted text") << p(t(u"가"_s + deleted(u"옛"_s) + u"나"_s)) << QStringList{u"가나"_s};
    QTest::newRow("deletion left open") << p(t(u"가<hp:deleteBegin/>옛"_s)) + p(b) << QStringList{u"가"_s, u"나"_s};
    QTest::newRow("switch, read once") << p(
        u"<hp:switch><hp:case>%1</hp:case><hp:default>%1</hp:default></hp:switch>"_s.arg(a))
                                       << QStringList{u"가"_s};
    for (const char *name : {"header", "footer", "footNote", "endNote", "hiddenComment"})
        QTest::newRow(name) << p(a + ctrl(QString::fromLatin1(name)) + b) << QStringList{u"가나"_s, u"밖"_s};
    QTest::newRow("number of a note") << p(ctrl(u"footNote"_s).replace(t(u"밖"_s), t({}) + number(u"FOOTNOTE"_s) + t(u" 밖"_s)))
                                      << QStringList{{}, u"3) 밖"_s};
    QTest::newRow("number of a page") << p(a + number(u"PAGE"_s)) << QStringList{u"가"_s};
    QTest::newRow("equation") << p(a + u"<hp:equation><hp:sz/><hp:script>x over y</hp:script></hp:equation>"_s)
                              << QStringList{u"가x over y"_s};
    QTest::newRow("text box") << p(a + box(p(b) + p(t(u"다"_s)))) << QStringList{u"가"_s, u"나"_s, u"다"_s};
    QTest::newRow("text box alone") << p(box(p(b))) << QStringList{u"나"_s};
    QTest::newRow("boxes in a group") << p(u"<hp:container>%1%2</hp:container>"_s.arg(box(p(a)), box(p(b))))
                                      << QStringList{u"가"_s, u"나"_s};
    QTest::newRow("word art") << p(u"<hp:textart text=\"제목\"/>"_s) << QStringList{u"제목"_s};
    QTest::newRow("composed character") << p(a + u"<hp:compose composeText=\"11\"/>"_s) << QStringList{u"가11"_s};
    QTest::newRow("small type above") << p(
        u"<hp:dutmal><hp:mainText>이민수</hp:mainText><hp:subText>李</hp:subText></hp:dutmal>"_s)
                                      << QStringList{u"이민수"_s};
    QTest::newRow("cached lines")
        << u"<hp:p><hp:run>%1</hp:run><hp:linesegarray><hp:lineseg/></hp:linesegarray></hp:p>"_s.arg(a)
        << QStringList{u"가"_s};
    QTest::newRow("section properties") << p(u"<hp:secPr><hp:pagePr/></hp:secPr>"_s + a) << QStringList{u"가"_s};
    QTest::newRow("a link") << p(
        u"<hp:ctrl><hp:fieldBegin id=\"7\" type=\"HYPERLINK\"><hp:parameters><hp:stringParam name=\"Path\">http</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>%1<hp:ctrl><hp:fieldEnd beginIDRef=\"7\"/></hp:ctrl>"_s
            .arg(a)) << QStringList{u"가"_s};
}

void tst_Hwpx::readsText()
{
    QFETCH(const QString, body);
    QFETCH(const QStringList, texts);

    const Result<Document> document = read(hwpx(body));

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QStringList found;
    for (qsizetype i = 0; i < document->body.size(); ++i)
        found.append(paragraphAt(*document, i).text);
    QCOMPARE(found, texts);
    QCOMPARE(document->diagnostics.size(), body.contains(u"deleteBegin"_s) ? 1 : 0);
}

void tst_Hwpx::placesCellsByTheirAddress()
{
    // The rows of the XML hold three cells and one; the grid is 2 × 3 with a merged column and the order turned round.
    const QString rows = u"<hp:tr>%1%2%3</hp:tr><hp:tr>%4</hp:tr>"_s.arg(
        tc(0, 2, p(t(u"다"_s))), tc(0, 0, p(t(u"가"_s)), 2), tc(0, 1, p(t(u"나"_s))), tc(1, 1, p(t(u"라"_s)), 1, 2));

    const Result<Document> document = read(hwpx(p(tbl(2, 3, rows))));

    QVERIFY(document && document->diagnostics.isEmpty());
    const Table &table = tableAt(*document, 0);
    const TableGrid grid(table);
    QVERIFY(grid.tiles());
    QCOMPARE(grid.at(1, 0)->text, u"가"_s);
    QCOMPARE(grid.at(1, 2)->text, u"라"_s);
    QCOMPARE(table.cells.first().text, u"가"_s);
    QCOMPARE(grid.at(1, 1)->place.address, u"Contents/section0.xml!tbl[0]/cell[1,1]"_s);
}

void tst_Hwpx::readsTablesInsideOfCells()
{
    const QString deepest = p(tbl(1, 1, u"<hp:tr>%1</hp:tr>"_s.arg(tc(0, 0, p(t(u"속"_s))))));
    const QString inner = p(tbl(1, 2, u"<hp:tr>%1%2</hp:tr>"_s.arg(tc(0, 0, p(t(u"안"_s))), tc(0, 1, deepest))));
    const QString outer = p(tbl(1, 1, u"<hp:tr>%1</hp:tr>"_s.arg(tc(0, 0, p(t(u"겉"_s)) + inner))));

    const Result<Document> document = read(hwpx(p(t(u"앞"_s)) + outer));

    QVERIFY(document && document->diagnostics.isEmpty());
    const Cell &cell = tableAt(*document, 1).cells.first();
    QCOMPARE(cell.text, u"겉\n안\t속"_s);
    QCOMPARE(cell.blocks.size(), 2);
    QCOMPARE(std::get<Paragraph>(cell.blocks.first()).place.address, u"Contents/section0.xml!tbl[0]/cell[0,0]/p[0]"_s);
    const Table &middle = *std::get<std::shared_ptr<Table>>(cell.blocks.last());
    const Cell &last = std::get<std::shared_ptr<Table>>(middle.cells.last().blocks.first())->cells.first();
    QCOMPARE(last.text, u"속"_s);
    QCOMPARE(last.place.address, u"Contents/section0.xml!tbl[0]/cell[0,0]/tbl[0]/cell[0,1]/tbl[0]/cell[0,0]"_s);
}

void tst_Hwpx::splitsAParagraphAtItsTable()
{
    const QString table = tbl(1, 1, u"<hp:tr>%1</hp:tr>"_s.arg(tc(0, 0, p(t(u"칸"_s)))));

    const Result<Document> document = read(hwpx(p(t(u"앞"_s) + table + t(u"뒤"_s)) + p(table)));

    QVERIFY(document);
    QCOMPARE(document->body.size(), 4); // and no blank paragraph beside the second table
    QCOMPARE(paragraphAt(*document, 0).text, u"앞"_s);
    QCOMPARE(tableAt(*document, 1).cells.first().text, u"칸"_s);
    QCOMPARE(paragraphAt(*document, 2).text, u"뒤"_s);
    QCOMPARE(tableAt(*document, 3).place.address, u"Contents/section0.xml!tbl[1]"_s);
}

void tst_Hwpx::readsFields_data()
{
    QTest::addColumn<QString>("dirty");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("only the prompt") << u"dirty=\"0\""_s << t(u"수신 기관"_s) << QString() << u"수신  끝"_s;
    QTest::newRow("filled") << u"dirty=\"1\""_s << t(u"총무과장"_s) << u"총무과장"_s << u"수신 총무과장 끝"_s;
    QTest::newRow("filled with the words of the prompt")
        << u"dirty=\"1\""_s << t(u"수신 기관"_s) << u"수신 기관"_s << u"수신 수신 기관 끝"_s;
    QTest::newRow("empty") << QString() << QString() << QString() << u"수신  끝"_s;
    QTest::newRow("in two runs") << u"dirty=\"1\""_s << t(u"총무"_s) + u"</hp:run><hp:run>"_s + t(u"과장"_s)
                                 << u"총무과장"_s << u"수신 총무과장 끝"_s;
}

void tst_Hwpx::readsFields()
{
    QFETCH(const QString, dirty);
    QFETCH(const QString, content);
    QFETCH(const QString, value);
    QFETCH(const QString, text);
    // The told length of the prompt is wrong, as some makers have it.
    const QString begin =
        u"<hp:ctrl><hp:fieldBegin id=\"9\" type=\"CLICK_HERE\" name=\"수신자\" %1><hp:parameters cnt=\"1\">"
        u"<hp:integerParam name=\"Prop\">9</hp:integerParam><hp:stringParam name=\"Command\">"
        u"Clickhere:set:48:Direction:wstring:3:수신 기관 HelpState:wstring:0:  </hp:stringParam>"
        u"</hp:parameters></hp:fieldBegin></hp:ctrl>"_s.arg(dirty);
    const QString end = u"<hp:ctrl><hp:fieldEnd beginIDRef=\"9\"/></hp:ctrl>"_s;

    const Result<Document> document = read(hwpx(p(t(u"수신 "_s) + begin + content + end + t(u" 끝"_s))));

    QVERIFY(document);
    QCOMPARE(document->fields.size(), 1);
    const FormField &field = document->fields.first();
    QCOMPARE(field.kind, FormField::Kind::ClickHere);
    QCOMPARE(field.name, u"수신자"_s);
    QCOMPARE(field.prompt, u"수신 기관"_s);
    QCOMPARE(field.value, value);
    QCOMPARE(field.filled, !value.isEmpty());
    QCOMPARE(field.place.address, u"Contents/section0.xml!p[0]"_s);
    QCOMPARE(paragraphAt(*document, 0).text, text);
}

void tst_Hwpx::readsAFieldOverTwoParagraphs()
{
    const QString begin = u"<hp:ctrl><hp:fieldBegin id=\"9\" type=\"CLICK_HERE\" name=\"본문\"/></hp:ctrl>"_s;
    const QString end = u"<hp:ctrl><hp:fieldEnd beginIDRef=\"9\"/></hp:ctrl>"_s;

    const Result<Document> document = read(hwpx(p(begin + t(u"1. 가"_s)) + p(t(u"2. 나"_s) + end) + p(t(u"밖"_s))));

    QVERIFY(document);
    QCOMPARE(document->fields.first().value, u"1. 가\n2. 나"_s);
    QCOMPARE(document->body.size(), 3);
}

void tst_Hwpx::readsNamedCellsAndCheckboxes()
{
    QString cell = tc(0, 0, p(t(u"총무과장"_s)));
    cell.replace(u"name=\"\" header=\"0\""_s, u"name=\"수신\" header=\"1\""_s);
    const QString boxes =
        u"<hp:checkBtn name=\"동의\" caption=\"예\" value=\"CHECKED\"/><hp:checkBtn name=\"거부\" value=\"UNCHECKED\"/>"_s;

    const Result<Document> document = read(hwpx(p(tbl(1, 1, u"<hp:tr>%1</hp:tr>"_s.arg(cell))) + p(boxes)));

    QVERIFY(document);
    QVERIFY(tableAt(*document, 0).cells.first().header);
    QCOMPARE(tableAt(*document, 0).cells.first().fieldName, u"수신"_s);
    QCOMPARE(document->fields.size(), 3);
    QCOMPARE(document->fields[0].kind, FormField::Kind::NamedCell);
    QCOMPARE(document->fields[0].value, u"총무과장"_s);
    QCOMPARE(document->fields[0].place.address, u"Contents/section0.xml!tbl[0]/cell[0,0]"_s);
    QVERIFY(document->fields[1].filled && document->fields[1].kind == FormField::Kind::Checkbox);
    QVERIFY(!document->fields[2].filled);
}

void tst_Hwpx::readsSectionsInTheOrderOfTheSpine()
{
    Parts parts = partsOf({p(t(u"첫째"_s)), p(t(u"둘째"_s))});
    QByteArray &root = parts.last().second;
    root.replace("idref=\"section0\"", "idref=\"x\"")
        .replace("idref=\"section1\"", "idref=\"section0\"")
        .replace("idref=\"x\"", "idref=\"section1\"");

    const Result<Document> document = read(zipOf(parts));

    QVERIFY(document);
    QCOMPARE(paragraphAt(*document, 0).text, u"둘째"_s);
    QCOMPARE(paragraphAt(*document, 0).place.address, u"Contents/section1.xml!p[0]"_s);
    QCOMPARE(paragraphAt(*document, 1).text, u"첫째"_s);
}

void tst_Hwpx::findsPartsOfOddMakers_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("as Hancom") << QByteArray() << QByteArray();
    QTest::newRow("from the package document") << QByteArray("href=\"Contents/") << QByteArray("href=\"");
    QTest::newRow("from the root") << QByteArray("href=\"Contents/") << QByteArray("href=\"/Contents/");
    QTest::newRow("from here") << QByteArray("href=\"Contents/") << QByteArray("href=\"./Contents/");
    QTest::newRow("percent-encoded") << QByteArray("href=\"Contents/") << QByteArray("href=\"Contents%2F");
    QTest::newRow("without a spine") << QByteArray("itemref") << QByteArray("other");
}

void tst_Hwpx::findsPartsOfOddMakers()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QStringList sections;
    for (int i = 0; i < 11; ++i) // section10 stands behind section9
        sections.append(p(t(QString::number(i))));
    Parts parts = partsOf(sections);
    if (!from.isEmpty())
        parts.last().second.replace(from, to);

    const Result<Document> document = read(zipOf(parts));

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QCOMPARE(document->body.size(), 11);
    QCOMPARE(paragraphAt(*document, 10).text, u"10"_s);
}

void tst_Hwpx::refusesWhatIsNotWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto without = [](const QString &name) {
        Parts parts = partsOf({p(t(u"가"_s)), p(t(u"나"_s))});
        parts.removeIf([&](const auto &part) { return part.first == name; });
        return zipOf(parts);
    };
    const auto with = [](const QString &name, const QByteArray &bytes) {
        Parts parts = partsOf({p(t(u"가"_s))});
        parts.removeIf([&](const auto &part) { return part.first == name; });
        parts.append({name, bytes});
        return zipOf(parts);
    };
    const QByteArray xml = section(p(t(u"가"_s)));
    const QString section0 = u"Contents/section0.xml"_s;
    QString nested;
    for (int i = 0; i < 1'000'000; ++i) // each other than the next, or the zip would be taken for a bomb
        nested += u"<p%1>"_s.arg(i);
    QTest::newRow("without content.hpf") << without(u"Contents/content.hpf"_s) << u"hwpx.partMissing"_s;
    QTest::newRow("without a section of the spine") << without(u"Contents/section1.xml"_s) << u"hwpx.partMissing"_s;
    QTest::newRow("with an empty section") << with(section0, {}) << u"xml.malformed"_s;
    QTest::newRow("with a section of nothing") << with(section0, section({})) << u"hwpx.partDamaged"_s;
    QTest::newRow("with another root") << with(section0, "<html/>") << u"hwpx.partDamaged"_s;
    QTest::newRow("with half a section") << with(section0, xml.first(xml.size() - 20)) << u"xml.malformed"_s;
    QTest::newRow("with a DTD") << with(
        section0, QByteArray(xml).replace("?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"))
                                << u"xml.dtd"_s;
    QTest::newRow("nested a million deep") << with(section0, section(nested)) << u"xml.limit"_s;
    QTest::newRow("encrypted") << with(u"META-INF/manifest.xml"_s,
                                       "<m xmlns:o=\"u\"><o:file-entry><o:encryption-data/></o:file-entry></m>")
                               << u"hwpx.encrypted"_s;
    QTest::newRow("zip bomb") << with(section0, section(QString(30'000'000, u' '))) << u"zip.limit"_s;
}

void tst_Hwpx::refusesWhatIsNotWhole()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);

    const Result<Document> document = read(bytes);

    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
    QCOMPARE(document.error().code, code);
    QVERIFY2(document.error().text.startsWith(u"expected "_s), qPrintable(document.error().text));
}

void tst_Hwpx::notesTablesThatDoNotTile_data()
{
    QTest::addColumn<QString>("table");
    const QString a = tc(0, 0, p(t(u"가"_s)));
    const auto row = [](const QString &cells) { return u"<hp:tr>"_s + cells + u"</hp:tr>"_s; };
    QString covering;
    for (int i = 0; i < 2000; ++i) // texts that do not pack, or the zip would be taken for a bomb
        covering += tc(0, 0, p(t(QString::number(quint64(i + 1) * 0x9E37'79B9'7F4A'7C15U))), 1000, 1000);
    QTest::newRow("a hole") << tbl(1, 2, row(a));
    QTest::newRow("two in one place") << tbl(1, 2, row(a + a + tc(0, 1, p({}))));
    QTest::newRow("a span over the edge") << tbl(1, 2, row(tc(0, 0, p({}), 1, 3)));
    QTest::newRow("a cell outside of the grid") << tbl(1, 1, row(a + tc(4, 7, p({}))));
    QTest::newRow("spans over everything, again and again") << tbl(1000, 1000, row(covering));
    QTest::newRow("spans beyond all numbers") << tbl(2, 2, row(tc(0, 0, p({}), 2147483647, 2147483647).repeated(3)));
    QTest::newRow("no cells") << tbl(3, 3, {});
}

void tst_Hwpx::notesTablesThatDoNotTile()
{
    QFETCH(const QString, table);
    QElapsedTimer timer;
    timer.start();

    const Result<Document> document = read(hwpx(p(table)));

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QCOMPARE(document->diagnostics.size(), 1);
    QCOMPARE(document->diagnostics.first().code, u"table.tiling"_s);
    QVERIFY2(timer.elapsed() < 10'000, "each lying span costs a walk over the whole grid");
    for (const Cell &cell : tableAt(*document, 0).cells)
        QVERIFY(cell.row + cell.rowSpan <= tableAt(*document, 0).rows);
}

void tst_Hwpx::refusesTablesBeyondTheLimit_data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("told") << tbl(2147483647, 2147483647, {});
    QTest::newRow("by an address") << tbl(1, 1, u"<hp:tr>%1</hp:tr>"_s.arg(tc(2147483646, 2147483646, p({}))));
    QTest::newRow("by number") << tbl(1, 1, u"<hp:tr>%1</hp:tr>"_s.arg(tc(0, 0, p({})).repeated(101)));
}

void tst_Hwpx::refusesTablesBeyondTheLimit()
{
    QFETCH(const QString, table);
    ReadLimits limits;
    limits.cells = 100;

    const Result<Document> document = m_format->read(hwpx(p(table)), limits);

    QVERIFY(!document);
    QCOMPARE(document.error().code, u"limit.cells"_s);
}

void tst_Hwpx::survivesTruncation()
{
    const QByteArray whole = written(orderDocument(20));

    for (int i = 0; i < 20; ++i) {
        const Result<Document> document = read(whole.first(whole.size() * i / 20));

        QVERIFY(!document);
        QCOMPARE(document.error().kind, Error::Kind::Invalid);
    }
}

void tst_Hwpx::survivesChangedBytes()
{
    const QByteArray whole = partOf(orderDocument(2), u"Contents/section0.xml"_s);
    Parts parts = partsOf({{}});
    quint32 state = 20'261'122;
    const auto next = [&state](qsizetype below) {
        return qsizetype((state = state * 1'664'525 + 1'013'904'223) >> 8) % below;
    };
    const QByteArray words[] = {"<hp:tbl>", "</hp:tc>", "-1", "4294967295", "<hp:ctrl>", "\"", "<hp:p>", "&#x0;"};

    int answered = 0;
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = whole;
        for (qsizetype edits = next(3); edits >= 0; --edits) {
            const qsizetype at = next(bytes.size());
            switch (next(4)) {
            case 0: bytes[at] = char(bytes[at] ^ (1 << next(8))); break;
            case 1: bytes[at] = char('0' + next(10)); break;
            case 2: bytes.insert(at, words[next(8)]); break;
            default: bytes.remove(at, next(30)); break;
            }
        }
        parts[2].second = bytes;
        const Result<Document> document = read(zipOf(parts)); // must end, whatever it answers
        QVERIFY(document || document.error().kind == Error::Kind::Invalid);
        answered += bool(document);
    }

    QVERIFY(answered > 50); // the mutations do reach the reader
}

// The samples are public documents of real offices, which are not part of this repository.

static QString samples()
{
    const QString shared = qEnvironmentVariable("NARU_SHARED", qEnvironmentVariable("NARU_SOURCE") + u"/../shared"_s);
    return shared + u"/samples/hwp/"_s;
}

void tst_Hwpx::readsTheSamples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("paragraphs");
    QTest::addColumn<int>("tables");
    QTest::addColumn<int>("cells");
    QFile manifest(samples() + u"MANIFEST"_s);
    if (!manifest.open(QIODevice::ReadOnly))
        return;
    static const QRegularExpression line(u"^([^\\t]+\\.hwpx)\\t.*\\tparas (\\d+) tables (\\d+) cells (\\d+) "_s);
    while (!manifest.atEnd()) {
        const QRegularExpressionMatch match = line.match(QString::fromUtf8(manifest.readLine()));
        if (match.hasMatch())
            QTest::newRow(qPrintable(match.captured(1))) << match.captured(1) << match.captured(2).toInt()
                                                         << match.captured(3).toInt() << match.captured(4).toInt();
    }
}

void tst_Hwpx::readsTheSamples()
{
    if (!QFile::exists(samples()))
        QSKIP("the sample documents are not here");
    QFETCH(const QString, file);
    QFETCH(const int, paragraphs);
    QFETCH(const int, tables);
    QFETCH(const int, cells);
    QFile sample(samples() + file);
    QVERIFY(sample.open(QIODevice::ReadOnly));

    const Result<Document> document = read(sample.readAll());

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    int foundTables = 0;
    int untiled = 0;
    QCOMPARE(cellsOf(document->body, foundTables, untiled), cells);
    QCOMPARE(foundTables, tables);
    QCOMPARE(untiled, 0);
    // A paragraph gives one block at least, or nothing but its tables.
    QSet<QString> places;
    qsizetype topTables = 0;
    for (const Block &block : document->body) {
        const auto *paragraph = std::get_if<Paragraph>(&block);
        topTables += paragraph ? 0 : 1;
        if (paragraph)
            places.insert(paragraph->place.address.section(u'/', 0, 1));
    }
    QVERIFY(places.size() <= paragraphs);
    QVERIFY(places.size() + topTables >= paragraphs);
    QVERIFY(!plainText(*document).trimmed().isEmpty() || cells == 0 || !document->fields.isEmpty());
}

void tst_Hwpx::refusesTheEncryptedSample()
{
    QFile sample(samples() + u"chrisryugj__HWP5-password-123456.hwpx"_s);
    if (!sample.open(QIODevice::ReadOnly))
        QSKIP("the sample documents are not here");

    const Result<Document> document = read(sample.readAll());

    QVERIFY(!document);
    QCOMPARE(document.error().code, u"hwpx.encrypted"_s);
}

QTEST_GUILESS_MAIN(tst_Hwpx)
#include "tst_hwpx.moc"
