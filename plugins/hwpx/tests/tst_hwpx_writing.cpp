// HWPX out: what we write obeys the rules of Hancom Office and reads back as it was.
#include "hwpx_parts.h"

#include "run/formats.h"

#include "core/official_text.h"
#include "core/safe_xml.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace naru;
using namespace naru::parts;

namespace {

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

} // namespace

class tst_HwpxWriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsBackWhatItWrote();
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
    void hangsItemsBelowTheirFirstLetter();
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

void tst_HwpxWriting::initTestCase()
{
    m_format = m_formats.byId(u"hwpx"_s);
    QVERIFY(m_format);
}

void tst_HwpxWriting::readsBackWhatItWrote()
{
    const Document document = orderDocument(3);

    const Result<Document> back = read(written(document));

    QVERIFY2(bool(back), back ? "" : qPrintable(back.error().text));
    QCOMPARE(QString::fromUtf8(contentOf(*back)), QString::fromUtf8(contentOf(document)));
    QCOMPARE(tableAt(*back, 4).cells.at(2).place.address, u"Contents/section0.xml!tbl[0]/cell[0,3]"_s);
    QCOMPARE(paragraphAt(*back, 3).place.address, u"Contents/section0.xml!p[3]"_s);
}

void tst_HwpxWriting::writesTheMimetypeFirst()
{
    const QByteArray bytes = written(orderDocument(1));

    QCOMPARE(bytes.mid(30, 27), QByteArray("mimetypeapplication/hwp+zip"));
    QCOMPARE(bytes.mid(8, 2), QByteArray(2, '\0')); // stored
    QCOMPARE(bytes.mid(28, 2), QByteArray(2, '\0')); // no extra field before it
}

void tst_HwpxWriting::writesEveryPartThatItNames()
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

void tst_HwpxWriting::writesReferencesThatResolve()
{
    const Document document = orderDocument(3);
    const QList<Element> header = elementsOf(partOf(document, u"Contents/header.xml"_s));
    const QList<Element> body = elementsOf(partOf(document, u"Contents/section0.xml"_s));
    QSet<QString> targets;
    for (const Element &element : header)
        targets.insert(element.name + u' ' + element.attributes.value(u"id"_s));
    const QHash<QString, QString> kinds{{u"charPrIDRef"_s, u"charPr"_s},         {u"paraPrIDRef"_s, u"paraPr"_s},
                                        {u"styleIDRef"_s, u"style"_s},           {u"nextStyleIDRef"_s, u"style"_s},
                                        {u"borderFillIDRef"_s, u"borderFill"_s}, {u"tabPrIDRef"_s, u"tabPr"_s},
                                        {u"outlineShapeIDRef"_s, u"numbering"_s}};
    int references = 0;

    for (const Element &element : header + body) {
        for (auto it = element.attributes.cbegin(); it != element.attributes.cend(); ++it)
            if (kinds.contains(it.key()) && it.value() != u"4294967295"_s && ++references)
                QVERIFY2(targets.contains(kinds.value(it.key()) + u' ' + it.value()),
                         qPrintable(it.key() + it.value()));
        if (element.name == u"fontRef"_s)
            for (const QString &font : element.attributes)
                QVERIFY(targets.contains(u"font "_s + font));
    }

    QVERIFY(references > 50);
}

void tst_HwpxWriting::countsItsItems()
{
    int counted = 0;
    for (const Element &element : elementsOf(partOf(orderDocument(1), u"Contents/header.xml"_s)))
        for (const QString &name : {u"itemCnt"_s, u"fontCnt"_s})
            if (element.attributes.contains(name) && ++counted)
                QCOMPARE(element.attributes.value(name).toInt(), element.children);

    QCOMPARE(counted, 14);
}

void tst_HwpxWriting::writesWholeTables()
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

void tst_HwpxWriting::writesBooleansAndNamespacesAsHancomDoes()
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

void tst_HwpxWriting::writesThePreview()
{
    const QByteArray preview = partOf(orderDocument(1), u"Preview/PrvText.txt"_s);

    QVERIFY(preview.startsWith("인사발령 통지\n2026. 7. 29.자\n"));
    QVERIFY(partOf(orderDocument(1), u"Contents/content.hpf"_s).contains("<opf:title>인사발령 통지</opf:title>"));
    QVERIFY(QString::fromUtf8(partOf(orderDocument(500), u"Preview/PrvText.txt"_s)).size() <= 1000);
}

void tst_HwpxWriting::fillsTheTextWidthWithEveryTable_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("length");
    QTest::newRow("one short column") << 1 << 2;
    QTest::newRow("short columns") << 4 << 3;
    QTest::newRow("one long column among short ones") << 5 << 200;
    QTest::newRow("more columns than fit") << 40 << 30;
}

void tst_HwpxWriting::fillsTheTextWidthWithEveryTable()
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

void tst_HwpxWriting::repeatsAndShadesTheHead()
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
    const QString shaded =
        header.section(u"<hh:borderFill id=\"%1\""_s.arg(fill), 1).section(u"</hh:borderFill>"_s, 0, 0);
    QVERIFY(shaded.contains(u"faceColor=\"#E5E5E5\""_s));
    QCOMPARE(shaded.count(u"type=\"SOLID\" width=\"0.12 mm\""_s), 4);
}

void tst_HwpxWriting::writesWhatXmlCannotHold()
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

void tst_HwpxWriting::fillsHolesAndRefusesOverlaps()
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

void tst_HwpxWriting::hangsItemsBelowTheirFirstLetter()
{
    Document document;
    document.body = numberedItems({{u"관련"_s}, {u"계획"_s, {{u"일시"_s}, {u"장소"_s}}}});
    document.body.append(Paragraph{u"가. 바탕글의 항목"_s, {}, {}});
    document.body.append(Paragraph{u"항목이 아닌 글"_s, {}, {}});
    closeWithEnd(document.body);

    const QByteArray bytes = written(document);

    const Result<Document> back = read(bytes);
    QVERIFY(back);
    QCOMPARE(contentOf(*back), contentOf(document)); // with their styles
    QHash<QString, std::pair<int, int>> margins; // of the first kind of each paraPr: first line, the others
    QString paragraph;
    for (const Element &element : elementsOf(partOf(document, u"Contents/header.xml"_s))) {
        if (element.name == u"paraPr"_s)
            paragraph = element.attributes.value(u"id"_s);
        const int value = element.attributes.value(u"value"_s).toInt();
        if (element.name == u"intent"_s)
            margins[paragraph].second = -value;
        if (element.name == u"left"_s)
            margins[paragraph].first = value;
    }
    QList<int> left;
    QList<int> hanging;
    for (const Element &element : elementsOf(partOf(document, u"Contents/section0.xml"_s)))
        if (element.name == u"p"_s) {
            left.append(margins.value(element.attributes.value(u"paraPrIDRef"_s)).first);
            hanging.append(margins.value(element.attributes.value(u"paraPrIDRef"_s)).second);
        }
    QCOMPARE(left.size(), 6);
    QVERIFY(left[0] == 0 && left[1] == 0 && left[2] > 0 && left[2] == left[3] && left[4] == left[2] && left[5] == 0);
    QVERIFY(hanging[0] > 0 && hanging[2] > hanging[0] && hanging[5] == 0);
}

void tst_HwpxWriting::writesAnEmptyDocument()
{
    const Result<Document> back = read(written({}));

    QVERIFY2(bool(back), back ? "" : qPrintable(back.error().text));
    QCOMPARE(back->body.size(), 1);
    QVERIFY(paragraphAt(*back, 0).text.isEmpty());
}

void tst_HwpxWriting::writesTheSameBytesTwice()
{
    QCOMPARE(written(orderDocument(5)), written(orderDocument(5)));
}

void tst_HwpxWriting::readsAndWritesAWholeCitysOrder()
{
    const QByteArray bytes = written(orderDocument(6500));
    QVERIFY(!bytes.isEmpty());

    const Result<Document> document = read(bytes);

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QCOMPARE(tableAt(*document, 4).rows, 6502);
    QVERIFY(document->diagnostics.isEmpty());
}

QTEST_GUILESS_MAIN(tst_HwpxWriting)
#include "tst_hwpx_writing.moc"
