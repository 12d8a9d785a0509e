// HWPX in and out: what Hancom Office writes is read by its addresses, what we write obeys its rules, and what neither
// would write is refused.
#include "run/formats.h"

#include "core/safe_xml.h"
#include "core/zip_archive.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace naru;

namespace {

const QString declaration = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"_s;
const QString spaces = u" xmlns:hp=\"p\" xmlns:hs=\"s\" xmlns:hh=\"h\" xmlns:opf=\"o\""_s;

using Parts = QList<std::pair<QString, QByteArray>>;

QByteArray zipOf(const Parts &parts)
{
    ZipWriter zip;
    for (const auto &[name, bytes] : parts)
        zip.add(name, bytes, name == u"mimetype"_s ? ZipWriter::Packing::Stored : ZipWriter::Packing::Deflated);
    const Result<QByteArray> bytes = zip.finish();
    return bytes ? *bytes : QByteArray();
}

QByteArray section(const QString &body)
{
    return (declaration + u"<hs:sec"_s + spaces + u'>' + body + u"</hs:sec>"_s).toUtf8();
}

// The package of a document with these sections, in this order.
Parts partsOf(const QStringList &sections)
{
    QString items;
    QString spine;
    Parts parts{{u"mimetype"_s, "application/hwp+zip"}, {u"Contents/header.xml"_s, "<head/>"}};
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const QString name = u"section%1"_s.arg(i);
        items += u"<opf:item id=\"%1\" href=\"Contents/%1.xml\"/>"_s.arg(name);
        spine += u"<opf:itemref idref=\"%1\"/>"_s.arg(name);
        parts.append({u"Contents/%1.xml"_s.arg(name), section(sections[i])});
    }
    parts.append({u"Contents/content.hpf"_s,
                  (declaration + u"<opf:package"_s + spaces + u"><opf:manifest>"_s + items + u"</opf:manifest><opf:spine>"_s
                   + spine + u"</opf:spine></opf:package>"_s)
                      .toUtf8()});
    return parts;
}

QByteArray hwpx(const QString &body) { return zipOf(partsOf({body})); }

QString p(const QString &inside) { return u"<hp:p><hp:run>"_s + inside + u"</hp:run></hp:p>"_s; }
QString t(const QString &text) { return u"<hp:t>"_s + text + u"</hp:t>"_s; }
QString tc(int row, int column, const QString &inside, int rowSpan = 1, int columnSpan = 1)
{
    return u"<hp:tc name=\"\" header=\"0\"><hp:subList>%1</hp:subList><hp:cellAddr colAddr=\"%3\" rowAddr=\"%2\"/>"
           u"<hp:cellSpan colSpan=\"%5\" rowSpan=\"%4\"/></hp:tc>"_s
        .arg(inside)
        .arg(row)
        .arg(column)
        .arg(rowSpan)
        .arg(columnSpan);
}
QString tbl(int rows, int columns, const QString &inside)
{
    return u"<hp:tbl rowCnt=\"%1\" colCnt=\"%2\">%3</hp:tbl>"_s.arg(rows).arg(columns).arg(inside);
}

Cell cellOf(int row, int column, const QString &text, int rowSpan = 1, int columnSpan = 1)
{
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.rowSpan = rowSpan;
    cell.columnSpan = columnSpan;
    cell.text = text;
    return cell;
}

const Table &tableAt(const Document &document, qsizetype at) { return *std::get<std::shared_ptr<Table>>(document.body.at(at)); }
const Paragraph &paragraphAt(const Document &document, qsizetype at) { return std::get<Paragraph>(document.body.at(at)); }

// A city's order: title, text, a table with a merged two-row head, a nested table, and what needs escaping.
Document orderDocument(int lines)
{
    auto table = std::make_shared<Table>();
    table->columns = 5;
    table->caption = u"인사발령 명부 <2026>"_s;
    table->cells = {cellOf(0, 0, u"연번"_s, 2), cellOf(0, 1, u"소속"_s, 1, 2), cellOf(0, 3, u"성명"_s, 2),
                    cellOf(0, 4, u"발령사항"_s, 2), cellOf(1, 1, u"현"_s), cellOf(1, 2, u"발령"_s)};
    for (Cell &cell : table->cells)
        cell.header = true;
    for (int i = 0; i < lines; ++i) {
        const int row = i + 2;
        table->cells.append({cellOf(row, 0, QString::number(i + 1)), cellOf(row, 1, u"정보화담당관"_s),
                             cellOf(row, 2, u"재정관리담당관"_s), cellOf(row, 3, u"이민수\n(李民秀)"_s),
                             cellOf(row, 4, u"전보\t<승진 & \"겸임\">"_s)});
    }
    table->rows = lines + 2;
    auto nested = std::make_shared<Table>();
    nested->rows = 1;
    nested->columns = 2;
    nested->cells = {cellOf(0, 0, u"가"_s), cellOf(0, 1, u"나"_s)};
    auto sign = std::make_shared<Table>();
    sign->rows = sign->columns = 1;
    sign->cells = {cellOf(0, 0, u"결재\n가\t나"_s)};
    sign->cells.first().fieldName = u"결재란"_s;
    sign->cells.first().blocks = {Paragraph{u"결재"_s, {}, {}}, nested};
    Document document;
    document.title = u"인사발령 통지"_s;
    document.body = {Paragraph{u"인사발령 통지"_s, u"title"_s, {}},
                     Paragraph{u"2026. 7. 29.자"_s, u"right"_s, {}},
                     Paragraph{u"1. 발령사항"_s, u"heading"_s, {}},
                     Paragraph{u"다음과 같이\n임용한다\t& <끝>"_s, u"body"_s, {}},
                     table,
                     Paragraph{},
                     sign,
                     Paragraph{u"○○시장"_s, u"center"_s, {}}};
    return document;
}

// Without what only one side knows: addresses, the format, and the sum of the bytes.
QByteArray contentOf(Document document)
{
    const std::function<void(QList<Block> &)> strip = [&](QList<Block> &blocks) {
        for (Block &block : blocks) {
            if (auto *paragraph = std::get_if<Paragraph>(&block)) {
                paragraph->place = {};
                continue;
            }
            auto table = std::make_shared<Table>(*std::get<std::shared_ptr<Table>>(block));
            table->place = {};
            for (Cell &cell : table->cells) {
                cell.place = {};
                strip(cell.blocks);
            }
            block = table;
        }
    };
    strip(document.body);
    document.format.clear();
    document.sha256.clear();
    document.fields.clear();
    return QJsonDocument(toJson(document)).toJson();
}

struct Element {
    QString name;
    QHash<QString, QString> attributes;
    int children = 0;
};

// Every element of a part in order, with the number of its children.
QList<Element> elementsOf(const QByteArray &xml)
{
    QList<Element> elements;
    QList<qsizetype> path;
    SafeXml reader(xml);
    while (reader.next()) {
        if (reader.token() == QXmlStreamReader::StartElement) {
            if (!path.isEmpty())
                ++elements[path.last()].children;
            path.append(elements.size());
            Element element{reader.name().toString(), {}, 0};
            for (const QXmlStreamAttribute &one : reader.attributes())
                element.attributes.insert(one.name().toString(), one.value().toString());
            elements.append(element);
        } else if (reader.token() == QXmlStreamReader::EndElement) {
            path.removeLast();
        }
    }
    return reader.status() ? elements : QList<Element>();
}

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
    void readsBackWhatItWrote();
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
    void writesTheMimetypeFirst();
    void writesEveryPartThatItNames();
    void writesReferencesThatResolve();
    void countsItsItems();
    void writesWholeTables();
    void writesBooleansAndNamespacesAsHancomDoes();
    void writesThePreview();
    void fillsTheTextWidthWithEveryTable_data();
    void fillsTheTextWidthWithEveryTable();
    void repeatsAndShadesTheHead();
    void writesWhatXmlCannotHold();
    void fillsHolesAndRefusesOverlaps();
    void writesAnEmptyDocument();
    void writesTheSameBytesTwice();
    void readsAndWritesAWholeCitysOrder();

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

void tst_Hwpx::readsBackWhatItWrote()
{
    const Document document = orderDocument(3);

    const Result<Document> back = read(written(document));

    QVERIFY2(bool(back), back ? "" : qPrintable(back.error().text));
    QCOMPARE(QString::fromUtf8(contentOf(*back)), QString::fromUtf8(contentOf(document)));
    QCOMPARE(tableAt(*back, 4).cells.at(2).place.address, u"Contents/section0.xml!tbl[0]/cell[0,3]"_s);
    QCOMPARE(paragraphAt(*back, 3).place.address, u"Contents/section0.xml!p[3]"_s);
}

void tst_Hwpx::readsText_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("texts");
    const auto deleted = [](const QString &text) { return u"<hp:deleteBegin Id=\"1\"/>"_s + text + u"<hp:deleteEnd Id=\"1\"/>"_s; };
    const auto box = [](const QString &inside) {
        return u"<hp:rect><hp:drawText><hp:subList>"_s + inside + u"</hp:subList></hp:drawText><hp:shapeComment>사각형입니다."
               u"</hp:shapeComment></hp:rect>"_s;
    };
    const auto ctrl = [](const QString &name) {
        return u"<hp:ctrl><hp:%1><hp:subList>"_s.arg(name) + p(t(u"밖"_s)) + u"</hp:subList></hp:%1></hp:ctrl>"_s.arg(name);
    };
    const QString a = t(u"가"_s);
    const QString b = t(u"나"_s);
    QTest::newRow("one paragraph") << p(a) << QStringList{u"가"_s};
    QTest::newRow("two runs") << u"<hp:p><hp:run>%1</hp:run><hp:run>%2</hp:run></hp:p>"_s.arg(a, b) << QStringList{u"가나"_s};
    QTest::newRow("blank line") << p(a) + p({}) + p(b) << QStringList{u"가"_s, {}, u"나"_s};
    QTest::newRow("line break, tab") << p(t(u"가<hp:lineBreak/>나<hp:tab width=\"4000\"/>다"_s)) << QStringList{u"가\n나\t다"_s};
    QTest::newRow("blanks, hyphen") << p(t(u"가<hp:nbSpace/>나<hp:fwSpace/>다<hp:hyphen/>라"_s)) << QStringList{u"가 나 다-라"_s};
    QTest::newRow("entities") << p(t(u"&lt;가&gt; &amp; &#xAC00;"_s)) << QStringList{u"<가> & 가"_s};
    QTest::newRow("outer blanks stay") << p(t(u"  가 "_s)) << QStringList{u"  가 "_s};
    QTest::newRow("marked text") << p(t(u"<hp:markpenBegin/>가<hp:markpenEnd/>나"_s)) << QStringList{u"가나"_s};
    QTest::newRow("inserted text") << p(t(u"<hp:insertBegin/>가<hp:insertEnd/>나"_s)) << QStringList{u"가나"_s};
    QTest::newRow("deleted text") << p(t(u"가"_s + deleted(u"옛"_s) + u"나"_s)) << QStringList{u"가나"_s};
    QTest::newRow("deletion left open") << p(t(u"가<hp:deleteBegin/>옛"_s)) + p(b) << QStringList{u"가"_s, u"나"_s};
    QTest::newRow("switch, read once")
        << p(u"<hp:switch><hp:case>%1</hp:case><hp:default>%1</hp:default></hp:switch>"_s.arg(a)) << QStringList{u"가"_s};
    for (const char *name : {"header", "footer", "footNote", "endNote", "hiddenComment"})
        QTest::newRow(name) << p(a + ctrl(QString::fromLatin1(name)) + b) << QStringList{u"가나"_s};
    QTest::newRow("text box") << p(a + box(p(b) + p(t(u"다"_s)))) << QStringList{u"가"_s, u"나"_s, u"다"_s};
    QTest::newRow("text box alone") << p(box(p(b))) << QStringList{u"나"_s};
    QTest::newRow("boxes in a group") << p(u"<hp:container>%1%2</hp:container>"_s.arg(box(p(a)), box(p(b)))) << QStringList{u"가"_s, u"나"_s};
    QTest::newRow("word art") << p(u"<hp:textart text=\"제목\"/>"_s) << QStringList{u"제목"_s};
    QTest::newRow("composed character") << p(a + u"<hp:compose composeText=\"11\"/>"_s) << QStringList{u"가11"_s};
    QTest::newRow("small type above") << p(u"<hp:dutmal><hp:mainText>이민수</hp:mainText><hp:subText>李</hp:subText></hp:dutmal>"_s) << QStringList{u"이민수"_s};
    QTest::newRow("cached lines") << u"<hp:p><hp:run>%1</hp:run><hp:linesegarray><hp:lineseg/></hp:linesegarray></hp:p>"_s.arg(a) << QStringList{u"가"_s};
    QTest::newRow("section properties") << p(u"<hp:secPr><hp:pagePr/></hp:secPr>"_s + a) << QStringList{u"가"_s};
    QTest::newRow("a link") << p(u"<hp:ctrl><hp:fieldBegin id=\"7\" type=\"HYPERLINK\"><hp:parameters><hp:stringParam name=\"Path\">http</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>%1<hp:ctrl><hp:fieldEnd beginIDRef=\"7\"/></hp:ctrl>"_s.arg(a)) << QStringList{u"가"_s};
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
    QTest::newRow("filled with the words of the prompt") << u"dirty=\"1\""_s << t(u"수신 기관"_s) << u"수신 기관"_s << u"수신 수신 기관 끝"_s;
    QTest::newRow("empty") << QString() << QString() << QString() << u"수신  끝"_s;
    QTest::newRow("in two runs") << u"dirty=\"1\""_s << t(u"총무"_s) + u"</hp:run><hp:run>"_s + t(u"과장"_s) << u"총무과장"_s << u"수신 총무과장 끝"_s;
}

void tst_Hwpx::readsFields()
{
    QFETCH(const QString, dirty);
    QFETCH(const QString, content);
    QFETCH(const QString, value);
    QFETCH(const QString, text);
    // The told length of the prompt is wrong, as some makers have it.
    const QString begin = u"<hp:ctrl><hp:fieldBegin id=\"9\" type=\"CLICK_HERE\" name=\"수신자\" %1><hp:parameters cnt=\"1\">"
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
    const QString boxes = u"<hp:checkBtn name=\"동의\" caption=\"예\" value=\"CHECKED\"/><hp:checkBtn name=\"거부\" value=\"UNCHECKED\"/>"_s;

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
    root.replace("idref=\"section0\"", "idref=\"x\"").replace("idref=\"section1\"", "idref=\"section0\"").replace("idref=\"x\"", "idref=\"section1\"");

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
    QTest::newRow("with a DTD") << with(section0, QByteArray(xml).replace("?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>")) << u"xml.dtd"_s;
    QTest::newRow("nested a million deep") << with(section0, section(nested)) << u"xml.limit"_s;
    QTest::newRow("encrypted") << with(u"META-INF/manifest.xml"_s, "<m xmlns:o=\"u\"><o:file-entry><o:encryption-data/></o:file-entry></m>") << u"hwpx.encrypted"_s;
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
    QTest::newRow("spans over everything, again and again")
        << tbl(1000, 1000, row(covering));
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

    for (qsizetype at = 0; at < whole.size(); at += 97) { // must end, whatever it answers
        parts[2].second = whole;
        parts[2].second[at] = char(whole[at] ^ 0x15);
        const Result<Document> document = read(zipOf(parts));
        QVERIFY(document || document.error().kind == Error::Kind::Invalid);
    }
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
            QTest::newRow(qPrintable(match.captured(1)))
                << match.captured(1) << match.captured(2).toInt() << match.captured(3).toInt() << match.captured(4).toInt();
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

void tst_Hwpx::writesTheMimetypeFirst()
{
    const QByteArray bytes = written(orderDocument(1));

    QCOMPARE(bytes.mid(30, 27), QByteArray("mimetypeapplication/hwp+zip"));
    QCOMPARE(bytes.mid(8, 2), QByteArray(2, '\0')); // stored
    QCOMPARE(bytes.mid(28, 2), QByteArray(2, '\0')); // no extra field before it
}

void tst_Hwpx::writesEveryPartThatItNames()
{
    const Document document = orderDocument(1);
    const Result<ZipReader> zip = ZipReader::open(written(document));
    QVERIFY(zip);

    for (const QString &part : {u"META-INF/container.xml"_s, u"Contents/content.hpf"_s})
        for (const Element &element : elementsOf(partOf(document, part)))
            for (const QString &name : {u"full-path"_s, u"href"_s})
                if (element.attributes.contains(name))
                    QVERIFY2(zip->contains(element.attributes.value(name)), qPrintable(element.attributes.value(name)));
    for (const QString &name : zip->names())
        if (name.endsWith(u".xml"_s) || name.endsWith(u".hpf"_s) || name.endsWith(u".rdf"_s))
            QVERIFY2(!elementsOf(partOf(document, name)).isEmpty(), qPrintable(name));
    QVERIFY(zip->contains(u"version.xml"_s) && zip->contains(u"META-INF/manifest.xml"_s));
}

void tst_Hwpx::writesReferencesThatResolve()
{
    const Document document = orderDocument(3);
    const QList<Element> header = elementsOf(partOf(document, u"Contents/header.xml"_s));
    const QList<Element> body = elementsOf(partOf(document, u"Contents/section0.xml"_s));
    QSet<QString> targets;
    for (const Element &element : header)
        targets.insert(element.name + u' ' + element.attributes.value(u"id"_s));
    const QHash<QString, QString> kinds{{u"charPrIDRef"_s, u"charPr"_s}, {u"paraPrIDRef"_s, u"paraPr"_s},
                                        {u"styleIDRef"_s, u"style"_s}, {u"nextStyleIDRef"_s, u"style"_s},
                                        {u"borderFillIDRef"_s, u"borderFill"_s}, {u"tabPrIDRef"_s, u"tabPr"_s},
                                        {u"outlineShapeIDRef"_s, u"numbering"_s}};
    int references = 0;

    for (const Element &element : header + body) {
        for (auto it = element.attributes.cbegin(); it != element.attributes.cend(); ++it)
            if (kinds.contains(it.key()) && it.value() != u"4294967295"_s && ++references)
                QVERIFY2(targets.contains(kinds.value(it.key()) + u' ' + it.value()), qPrintable(it.key() + it.value()));
        if (element.name == u"fontRef"_s)
            for (const QString &font : element.attributes)
                QVERIFY(targets.contains(u"font "_s + font));
    }

    QVERIFY(references > 50);
}

void tst_Hwpx::countsItsItems()
{
    int counted = 0;
    for (const Element &element : elementsOf(partOf(orderDocument(1), u"Contents/header.xml"_s)))
        for (const QString &name : {u"itemCnt"_s, u"fontCnt"_s})
            if (element.attributes.contains(name) && ++counted)
                QCOMPARE(element.attributes.value(name).toInt(), element.children);

    QCOMPARE(counted, 14);
}

void tst_Hwpx::writesWholeTables()
{
    const QByteArray xml = partOf(orderDocument(3), u"Contents/section0.xml"_s);
    QHash<QString, int> count;
    for (const Element &element : elementsOf(xml))
        ++count[element.name];

    for (const QString &name : {u"sz"_s, u"pos"_s, u"outMargin"_s, u"inMargin"_s})
        QCOMPARE(count.value(name), count.value(u"tbl"_s));
    for (const QString &name : {u"cellAddr"_s, u"cellSpan"_s, u"cellSz"_s, u"cellMargin"_s})
        QCOMPARE(count.value(name), count.value(u"tc"_s));
    QCOMPARE(count.value(u"subList"_s), count.value(u"tc"_s) + count.value(u"caption"_s));
    QCOMPARE(count.value(u"linesegarray"_s), 0); // disposable, and wrong ones draw text over text
    QCOMPARE(count.value(u"secPr"_s), 1);
    QCOMPARE(count.value(u"tc"_s), 6 + 3 * 5 + 1 + 2); // covered cells do not exist
}

void tst_Hwpx::writesBooleansAndNamespacesAsHancomDoes()
{
    const Document document = orderDocument(1);
    for (const QString &part : {u"Contents/header.xml"_s, u"Contents/section0.xml"_s}) {
        const QByteArray xml = partOf(document, part);

        QVERIFY(!xml.contains("\"true\"") && !xml.contains("\"false\""));
        QVERIFY(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>"));
        const QByteArray root = xml.mid(xml.indexOf("?>") + 2).split('>').first();
        for (const char *name : {"xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\"",
                                 "xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\"",
                                 "xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\"",
                                 "xmlns:hc=\"http://www.hancom.co.kr/hwpml/2011/core\"", "xmlns:hp10=", "xmlns:hm=",
                                 "xmlns:ha=", "xmlns:hhs=", "xmlns:hpf=", "xmlns:opf=", "xmlns:config="})
            QVERIFY2(root.contains(name), name);
    }
    QVERIFY(partOf(document, u"version.xml"_s).contains("tagetApplication=\"WORDPROCESSOR\"")); // their spelling
    QVERIFY(partOf(document, u"Contents/header.xml"_s).contains("targetProgram=\"HWP201X\""));
    QVERIFY(partOf(document, u"Contents/header.xml"_s).contains("함초롬바탕"));
}

void tst_Hwpx::writesThePreview()
{
    const QByteArray preview = partOf(orderDocument(1), u"Preview/PrvText.txt"_s);

    QVERIFY(preview.startsWith("인사발령 통지\n2026. 7. 29.자\n"));
    QVERIFY(partOf(orderDocument(1), u"Contents/content.hpf"_s).contains("<opf:title>인사발령 통지</opf:title>"));
    QVERIFY(QString::fromUtf8(partOf(orderDocument(500), u"Preview/PrvText.txt"_s)).size() <= 1000);
}

void tst_Hwpx::fillsTheTextWidthWithEveryTable_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("length");
    QTest::newRow("one short column") << 1 << 2;
    QTest::newRow("short columns") << 4 << 3;
    QTest::newRow("one long column among short ones") << 5 << 200;
    QTest::newRow("more columns than fit") << 40 << 30;
}

void tst_Hwpx::fillsTheTextWidthWithEveryTable()
{
    QFETCH(const int, columns);
    QFETCH(const int, length);
    auto table = std::make_shared<Table>();
    table->rows = 1;
    table->columns = columns;
    for (int column = 0; column < columns; ++column)
        table->cells.append(cellOf(0, column, QString(column == 0 ? length : 3, u'가')));
    Document document;
    document.body = {table};

    const QByteArray xml = partOf(document, u"Contents/section0.xml"_s);

    int sum = 0;
    QList<int> widths;
    int tableWidth = 0;
    for (const Element &element : elementsOf(xml)) {
        if (element.name == u"cellSz"_s)
            widths.append(element.attributes.value(u"width"_s).toInt());
        if (element.name == u"sz"_s)
            tableWidth = element.attributes.value(u"width"_s).toInt();
    }
    for (const int width : widths) {
        QVERIFY(width > 800);
        sum += width;
    }
    QCOMPARE(sum, 59528 - 2 * 4252);
    QCOMPARE(tableWidth, sum);
    QVERIFY(widths.first() + columns >= widths.last()); // the last one takes what division leaves
    // Three syllables of ten points stay on one line where there is room.
    QVERIFY(columns > 10 || widths.last() >= 3 * 1000 + 2 * 141);
}

void tst_Hwpx::repeatsAndShadesTheHead()
{
    const QByteArray xml = partOf(orderDocument(1), u"Contents/section0.xml"_s);
    QList<Element> heads;
    QList<Element> others;
    for (const Element &element : elementsOf(xml)) {
        if (element.name == u"tbl"_s)
            QCOMPARE(element.attributes.value(u"repeatHeader"_s), u"1"_s);
        if (element.name == u"tc"_s)
            (element.attributes.value(u"header"_s) == u"1"_s ? heads : others).append(element);
    }

    QCOMPARE(heads.size(), 6);
    const QString fill = heads.first().attributes.value(u"borderFillIDRef"_s);
    for (const Element &head : heads)
        QCOMPARE(head.attributes.value(u"borderFillIDRef"_s), fill);
    for (const Element &other : others)
        QVERIFY(other.attributes.value(u"borderFillIDRef"_s) != fill);
    const QString header = QString::fromUtf8(partOf(orderDocument(1), u"Contents/header.xml"_s));
    const QString shaded = header.section(u"<hh:borderFill id=\"%1\""_s.arg(fill), 1).section(u"</hh:borderFill>"_s, 0, 0);
    QVERIFY(shaded.contains(u"faceColor=\"#E5E5E5\""_s));
    QCOMPARE(shaded.count(u"type=\"SOLID\" width=\"0.12 mm\""_s), 4);
}

void tst_Hwpx::writesWhatXmlCannotHold()
{
    Document document;
    document.title = u"<a> & \"b\""_s;
    document.body = {Paragraph{u"가\u0001나\uFFFF다\rㄹ "_s + QChar(0xD800) + u"\U0001F600"_s, {}, {}}};
    auto table = std::make_shared<Table>();
    table->rows = table->columns = 1;
    table->cells = {cellOf(0, 0, u"칸"_s)};
    table->cells.first().fieldName = u"\"결재\" & <인>"_s;
    document.body.append(table);

    const Result<Document> back = read(written(document));

    QVERIFY2(bool(back), back ? "" : qPrintable(back.error().text));
    QCOMPARE(paragraphAt(*back, 0).text, u"가나다ㄹ \U0001F600"_s);
    QCOMPARE(tableAt(*back, 1).cells.first().fieldName, u"\"결재\" & <인>"_s);
    QCOMPARE(back->title, document.title);
}

void tst_Hwpx::fillsHolesAndRefusesOverlaps()
{
    auto table = std::make_shared<Table>();
    table->rows = table->columns = 2;
    table->cells = {cellOf(0, 0, u"가"_s), cellOf(1, 1, u"나"_s)};
    Document document;
    document.body = {table};

    const Result<Document> back = read(written(document));

    QVERIFY(back && back->diagnostics.isEmpty());
    QCOMPARE(tableAt(*back, 0).cells.size(), 4);

    table->cells.append(cellOf(0, 0, u"둘"_s, 2, 2));
    const Result<QByteArray> refused = m_format->write(document);

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"table.tiling"_s);
}

void tst_Hwpx::writesAnEmptyDocument()
{
    const Result<Document> back = read(written({}));

    QVERIFY2(bool(back), back ? "" : qPrintable(back.error().text));
    QCOMPARE(back->body.size(), 1);
    QVERIFY(paragraphAt(*back, 0).text.isEmpty());
}

void tst_Hwpx::writesTheSameBytesTwice()
{
    QCOMPARE(written(orderDocument(5)), written(orderDocument(5)));
}

void tst_Hwpx::readsAndWritesAWholeCitysOrder()
{
    const QByteArray bytes = written(orderDocument(6500));
    QVERIFY(!bytes.isEmpty());

    const Result<Document> document = read(bytes);

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QCOMPARE(tableAt(*document, 4).rows, 6502);
    QVERIFY(document->diagnostics.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Hwpx)
#include "tst_hwpx.moc"
