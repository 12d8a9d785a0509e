// HWP 5.0 in: what Hancom Office writes is read as the HWPX of the same document is, what nobody would write is
// refused.
#include "support/hwp_writer.h"

#include "run/formats.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <openssl/evp.h>

#include <memory>

using namespace naru;
using namespace naru::made;

namespace {

const Table &tableAt(const Document &document, qsizetype at)
{
    return *std::get<std::shared_ptr<Table>>(document.body.at(at));
}

QStringList textsOf(const Document &document)
{
    QStringList texts;
    for (const Block &block : document.body)
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            texts.append(paragraph->text);
    return texts;
}

// A shape with a text box, at the level of a control.
QByteArray box(int level, const QByteArray &paragraphs, const QByteArray &caption = {})
{
    return control(level, "gso ", QByteArray(40, '\0')) + caption + record(76, level + 1, QByteArray(40, '\0'))
        + record(72, level + 2, u16(1) + QByteArray(10, '\0')) + paragraphs;
}

QByteArray noteOf(int level, const char *kind, const QByteArray &paragraphs)
{
    return control(level, kind, QByteArray(8, '\0')) + record(72, level + 1, u16(1) + QByteArray(14, '\0'))
        + paragraphs;
}

QByteArray clickHere(int level, const QString &name, const QString &prompt, bool isDirty)
{
    const QString command = u"Clickhere:set:%1:Direction:wstring:%2:%3 HelpState:wstring:0:  "_s.arg(prompt.size() + 40)
                                .arg(prompt.size())
                                .arg(prompt);
    return control(level, "%clk", u32(isDirty ? 1U << 15 : 0) + QByteArray(1, '\0') + sized(command) + u32(7))
        + record(87, level + 1, u16(0x021B) + u16(1) + u16(0) + u16(0x4000) + u16(1) + sized(name));
}
QString fieldEnd()
{
    return mark(4, "\tclk");
} // as Hancom Office writes it

// The stream of a distribution document that holds these bytes.
QByteArray scrambled(const QByteArray &packed, quint32 seed)
{
    QByteArray key(256, '\0');
    for (int i = 0; i < key.size(); ++i)
        key[i] = char(i * 7 + 3);
    const QByteArray cipherKey = key.sliced(4 + (seed & 0xF), 16);
    quint32 state = seed;
    const auto next = [&state] { return (state = state * 214013 + 2531011) >> 16 & 0x7FFF; };
    for (int i = 0; i < key.size();) {
        const quint32 mask = next() & 0xFF;
        for (int end = i + int(next() & 0xF) + 1; i < end && i < key.size(); ++i)
            key[i] = char(quint8(key[i]) ^ mask);
    }
    key.replace(0, 4, u32(seed));
    QByteArray plain = packed;
    plain.append((16 - plain.size() % 16) % 16, '\0');
    QByteArray cipher(plain.size() + 32, '\0');
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    int size = 0;
    EVP_EncryptInit_ex(context.get(), EVP_aes_128_ecb(), nullptr,
                       reinterpret_cast<const unsigned char *>(cipherKey.data()), nullptr);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char *>(cipher.data()), &size,
                      reinterpret_cast<const unsigned char *>(plain.data()), int(plain.size()));
    return record(28, 0, key) + cipher.first(size);
}

// One line for each block and cell, without places: what twins must have alike.
void describe(const QList<Block> &blocks, const QString &indent, QStringList &lines)
{
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            lines.append(indent + u"p "_s + paragraph->style + u'|' + paragraph->text);
            continue;
        }
        const Table &table = *std::get<std::shared_ptr<Table>>(block);
        lines.append(indent + u"table %1×%2 "_s.arg(table.rows).arg(table.columns) + table.caption);
        for (const Cell &cell : table.cells) {
            lines.append(indent
                         + u"%1,%2 %3×%4 %5%6|"_s.arg(cell.row)
                               .arg(cell.column)
                               .arg(cell.rowSpan)
                               .arg(cell.columnSpan)
                               .arg(cell.header)
                               .arg(cell.fieldName)
                         + cell.text);
            describe(cell.blocks, indent + u"  "_s, lines);
        }
    }
}

QStringList described(const Document &document)
{
    QStringList lines{u"title "_s + document.title};
    describe(document.body, {}, lines);
    for (const FormField &one : document.fields)
        lines.append(u"field %1 %2|%3|%4|%5"_s.arg(int(one.kind)).arg(one.name, one.prompt, one.value).arg(one.filled));
    return lines;
}

struct Count {
    int paragraphs = 0;
    int tables = 0;
    int cells = 0;
    int spans = 0;
    int untiled = 0;
};

void count(const QList<Block> &blocks, Count &found)
{
    for (const Block &block : blocks) {
        const auto *table = std::get_if<std::shared_ptr<Table>>(&block);
        found.paragraphs += table ? 0 : 1;
        if (!table)
            continue;
        ++found.tables;
        found.untiled += TableGrid(**table).tiles() ? 0 : 1;
        for (const Cell &cell : (*table)->cells) {
            ++found.cells;
            found.spans += cell.rowSpan > 1 || cell.columnSpan > 1;
            count(cell.blocks, found);
        }
    }
}

QString samples()
{
    return qEnvironmentVariable("NARU_SHARED", qEnvironmentVariable("NARU_SOURCE") + u"/../shared"_s)
        + u"/samples/hwp/"_s;
}

QByteArray sample(const QString &name)
{
    QFile file(samples() + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Hwp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recognisesByContent_data();
    void recognisesByContent();
    void readsText_data();
    void readsText();
    void keepsNotesApartByStyle();
    void readsTablesByTheAddressesOfTheirCells();
    void readsTablesInsideOfCells();
    void readsFields_data();
    void readsFields();
    void readsAFieldOverTwoParagraphs();
    void readsSectionsInTheOrderOfTheirNumbers();
    void readsDistributionDocuments_data();
    void readsDistributionDocuments();
    void refuses_data();
    void refuses();
    void notesTrackedChanges();
    void refusesEveryTruncation();
    void survivesMutations();
    void twinsAreEqual_data();
    void twinsAreEqual();
    void readsTheSamples_data();
    void readsTheSamples();

private:
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits = {}) const
    {
        return m_format->read(bytes, limits);
    }

    Formats m_formats;
    const Format *m_format = nullptr;
};

void tst_Hwp::initTestCase()
{
    m_format = m_formats.byId(u"hwp"_s);
    QVERIFY(m_format);
}

void tst_Hwp::recognisesByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isHwp");
    QTest::newRow("HWP 5") << hwp(p(0, u"가"_s)) << true;
    QTest::newRow("HWP 3") << QByteArray("HWP Document File V3.00 \x1a\1\2\3\4\5") << true;
    QTest::newRow("cut") << hwp(p(0, u"가"_s)).first(3000) << true;
    QTest::newRow("workbook") << CompoundWriter::write({{u"Workbook"_s, "x"}}) << false;
    QTest::newRow("a Word file about HWP")
        << CompoundWriter::write({{u"WordDocument"_s, "see HWP Document File"}}) << false;
    QTest::newRow("text") << QByteArray("HWP Document") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void tst_Hwp::recognisesByContent()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isHwp);

    QCOMPARE(m_format->recognises(bytes), isHwp);
    QCOMPARE(m_formats.recognise(bytes) == m_format, isHwp);
}

void tst_Hwp::readsText_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<QStringList>("texts");
    const QByteArray number = control(1, "atno", u32(1) + u16(3) + u16(0) + u16(0) + u16(u')'));
    const QByteArray page = control(1, "atno", u32(0) + u16(3) + u16(0) + u16(0) + u16(0));
    QTest::newRow("two paragraphs") << p(0, u"가"_s) + p(0, u"나"_s) << QStringList{u"가"_s, u"나"_s};
    QTest::newRow("blank line") << p(0, u"가"_s) + p(0, {}) << QStringList{u"가"_s, {}};
    QTest::newRow("without a text") << record(66, 0, QByteArray(22, '\0')) << QStringList{QString()};
    QTest::newRow("line break") << p(0, u"가\n나"_s) << QStringList{u"가\n나"_s};
    QTest::newRow("tab") << p(0, u"가"_s + mark(9, "    ") + u"나"_s) << QStringList{u"가\t나"_s};
    QTest::newRow("blanks, hyphen") << p(0, u"가\x1e나\x1f다\x18라"_s) << QStringList{u"가 나 다-라"_s};
    QTest::newRow("section and columns") << p(0, mark(2, "secd") + mark(2, "cold") + u"가"_s,
                                              control(1, "secd") + control(1, "cold"))
                                         << QStringList{u"가"_s};
    QTest::newRow("above the basic plane") << p(0, u"𠮷①㈜"_s) << QStringList{u"𠮷①㈜"_s};
    QTest::newRow("composed characters") << p(0, u"가"_s + mark(23, "tcps"), control(1, "tcps", sized(u"⑪"_s) + u32(0)))
                                         << QStringList{u"가⑪"_s};
    QTest::newRow("small type above") << p(0, mark(23, "tdut"), control(1, "tdut", sized(u"이민수"_s) + sized(u"李"_s)))
                                      << QStringList{u"이민수"_s};
    QTest::newRow("number of a note") << p(0, mark(18, "atno") + u" 가"_s, number) << QStringList{u"3) 가"_s};
    QTest::newRow("number of a page") << p(0, mark(18, "atno") + u"가"_s, page) << QStringList{u"가"_s};
    QTest::newRow("equation") << p(0, u"가"_s + mark(11, "eqed"),
                                   control(1, "eqed") + record(88, 2, u32(0) + sized(u"x over y"_s)))
                              << QStringList{u"가x over y"_s};
    QTest::newRow("text box") << p(0, u"가"_s + mark(11, "gso "), box(1, p(3, u"나"_s) + p(3, u"다"_s))) + p(0, u"라"_s)
                              << QStringList{u"가"_s, u"나"_s, u"다"_s, u"라"_s};
    QTest::newRow("text box alone") << p(0, mark(11, "gso "), box(1, p(3, u"나"_s))) << QStringList{u"나"_s};
    QTest::newRow("caption of a picture")
        << p(0, mark(11, "gso "), box(1, {}, record(72, 2, u16(1) + QByteArray(20, '\0')) + p(2, u"그림"_s)))
        << QStringList{u"그림"_s};
    QTest::newRow("word art") << p(0, mark(11, "gso "),
                                   control(1, "gso ") + record(76, 2, u32(0))
                                       + record(90, 3, QByteArray(32, '\0') + sized(u"제목"_s)))
                              << QStringList{u"제목"_s};
    QTest::newRow("a long record") << p(0, QString(5000, u'가')) << QStringList{QString(5000, u'가')};
    QTest::newRow("a control that the text does not name")
        << p(0, u"가"_s, box(1, p(3, u"나"_s))) << QStringList{u"가"_s, u"나"_s};
    QTest::newRow("a mark without its control") << p(0, mark(11, "tbl ") + u"가"_s) << QStringList{u"가"_s};
}

void tst_Hwp::readsText()
{
    QFETCH(const QByteArray, section);
    QFETCH(const QStringList, texts);

    for (const quint32 flags : {0U, 1U}) { // as it is, packed
        const Result<Document> document = read(hwp(section, flags));

        QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
        QCOMPARE(textsOf(*document), texts);
        QVERIFY(document->diagnostics.isEmpty());
    }
}

void tst_Hwp::keepsNotesApartByStyle()
{
    const QByteArray controls = noteOf(1, "head", p(2, u"머리말"_s)) + noteOf(1, "foot", p(2, u"꼬리말"_s))
        + noteOf(1, "fn  ", p(2, u"각주"_s)) + noteOf(1, "en  ", p(2, u"미주"_s))
        + noteOf(1, "tcmt", p(2, u"숨은 설명"_s));
    const QString marks = mark(16, "head") + mark(16, "foot") + mark(17, "fn  ") + mark(17, "en  ") + mark(15, "tcmt");

    const Result<Document> document = read(hwp(p(0, u"가"_s + marks, controls, 1) + p(0, u"나"_s, {}, 2)));

    QVERIFY(bool(document));
    QStringList found;
    for (const Block &block : document->body) {
        const auto &paragraph = std::get<Paragraph>(block);
        found.append(paragraph.style + u'|' + paragraph.text + u'|' + paragraph.place.address + u'|'
                     + QString::number(paragraph.place.confidence));
    }
    const QString part = u"BodyText/Section0!p[0]"_s;
    const QStringList wanted{u"title|가|"_s + part + u"|1"_s,
                             u"개요 1|나|BodyText/Section0!p[1]|1"_s,
                             u"header|머리말|"_s + part + u"/header[0]/p[0]|1"_s,
                             u"footer|꼬리말|"_s + part + u"/footer[1]/p[0]|1"_s,
                             u"footnote|각주|"_s + part + u"/footnote[2]/p[0]|1"_s,
                             u"endnote|미주|"_s + part + u"/endnote[3]/p[0]|1"_s,
                             u"comment|숨은 설명|"_s + part + u"/comment[4]/p[0]|0.5"_s};
    QCOMPARE(found, wanted);
}

void tst_Hwp::readsTablesByTheAddressesOfTheirCells()
{
    // Out of order, merged, with a name and a head; its text is before and behind it.
    const QByteArray cells = cell(2, 1, 1, p(2, u"라"_s))
        + cell(2, 0, 0, p(2, u"가"_s) + p(2, u"나"_s), 2, 1, u"성명"_s) + cell(2, 0, 1, p(2, u"다"_s), 1, 1, {}, true);
    const QByteArray caption = record(72, 2, u16(1) + QByteArray(20, '\0')) + p(2, u"표 1  발령"_s);

    const Result<Document> document =
        read(hwp(p(0, u"앞"_s + mark(11, "tbl ") + u"뒤"_s, tbl(1, 2, 2, cells, caption))));

    QVERIFY(bool(document));
    QCOMPARE(described(*document),
             (QStringList{u"title "_s, u"p |앞"_s, u"table 2×2 표 1 발령"_s, u"0,0 2×1 0성명|가\n나"_s,
                          u"0,1 1×1 1|다"_s, u"1,1 1×1 0|라"_s, u"p |뒤"_s, u"field 1 성명||가\n나|1"_s}));
    QCOMPARE(tableAt(*document, 1).cells.at(2).place.address, u"BodyText/Section0!tbl[0]/cell[1,1]"_s);
    QVERIFY(TableGrid(tableAt(*document, 1)).tiles());
    QVERIFY(document->diagnostics.isEmpty());
}

void tst_Hwp::readsTablesInsideOfCells()
{
    const QByteArray inner = tableParagraph(2, 1, 2, cell(4, 0, 0, p(4, u"나"_s)) + cell(4, 0, 1, p(4, u"다"_s)));

    const Result<Document> document = read(hwp(tableParagraph(0, 1, 1, cell(2, 0, 0, p(2, u"가"_s) + inner))));

    QVERIFY(bool(document));
    const Cell &outer = tableAt(*document, 0).cells.first();
    QCOMPARE(outer.text, u"가\n나\t다"_s);
    QCOMPARE(outer.blocks.size(), 2);
    const Table &nested = *std::get<std::shared_ptr<Table>>(outer.blocks.last());
    QCOMPARE(nested.cells.last().place.address, u"BodyText/Section0!tbl[0]/cell[0,0]/tbl[0]/cell[0,1]"_s);
}

void tst_Hwp::readsFields_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("isDirty");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty: the prompt stands there") << u"이름을 쓰시오"_s << false << QString() << u"성명: 끝"_s;
    QTest::newRow("filled") << u"이민수"_s << true << u"이민수"_s << u"성명: 이민수끝"_s;
    QTest::newRow("filled with the prompt")
        << u"이름을 쓰시오"_s << true << u"이름을 쓰시오"_s << u"성명: 이름을 쓰시오끝"_s;
    QTest::newRow("emptied") << QString() << true << QString() << u"성명: 끝"_s;
}

void tst_Hwp::readsFields()
{
    QFETCH(const QString, content);
    QFETCH(const bool, isDirty);
    QFETCH(const QString, value);
    QFETCH(const QString, text);

    const Result<Document> document = read(hwp(p(0, u"성명: "_s + mark(3, "%clk") + content + fieldEnd() + u"끝"_s,
                                                 clickHere(1, u"성명"_s, u"이름을 쓰시오"_s, isDirty))));

    QVERIFY(bool(document));
    QCOMPARE(document->fields.size(), 1);
    const FormField &field = document->fields.first();
    QCOMPARE(field.name, u"성명"_s);
    QCOMPARE(field.prompt, u"이름을 쓰시오"_s);
    QCOMPARE(field.value, value);
    QCOMPARE(field.filled, !value.isEmpty());
    QCOMPARE(textsOf(*document), QStringList{text});
}

void tst_Hwp::readsAFieldOverTwoParagraphs()
{
    const Result<Document> document =
        read(hwp(p(0, mark(3, "%clk") + u"1. 가"_s, clickHere(1, u"본문"_s, u"본문"_s, true))
                 + p(0, u"2. 나"_s + fieldEnd()) + p(0, u"밖"_s)));

    QVERIFY(bool(document));
    QCOMPARE(document->fields.size(), 1);
    QCOMPARE(document->fields.first().value, u"1. 가\n2. 나"_s);
}

void tst_Hwp::readsSectionsInTheOrderOfTheirNumbers()
{
    QList<QByteArray> sections;
    QStringList texts;
    for (int i = 0; i < 12; ++i) {
        texts.append(QString::number(i));
        sections.append(p(0, texts.last()));
    }

    const Result<Document> document = read(CompoundWriter::write(streamsOf(sections)));

    QVERIFY(bool(document));
    QCOMPARE(textsOf(*document), texts);
}

void tst_Hwp::readsDistributionDocuments_data()
{
    QTest::addColumn<uint>("seed");
    for (const uint seed : {0U, 1U, 0x1234'567FU, 0xFFFF'FFFFU})
        QTest::newRow(qPrintable(QString::number(seed, 16))) << seed;
}

void tst_Hwp::readsDistributionDocuments()
{
    QFETCH(const uint, seed);
    Streams streams = streamsOf({}, 1 | 4);
    streams.append({u"ViewText/Section0"_s, scrambled(deflated(p(0, u"배포용 문서"_s)), seed)});
    streams.append(
        {u"BodyText/Section0"_s, deflated(p(0, u"이 문서는 상위 버전의 배포용 문서입니다"_s))}); // for old readers

    const Result<Document> document = read(CompoundWriter::write(streams));

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QCOMPARE(textsOf(*document), QStringList{u"배포용 문서"_s});
}

void tst_Hwp::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray body = p(0, u"가"_s);
    const auto without = [&](const QString &name) {
        Streams streams = streamsOf({body});
        streams.removeIf([&](const auto &one) { return one.first == name; });
        return CompoundWriter::write(streams);
    };
    const auto replaced = [&](const QString &name, const QByteArray &bytes, quint32 flags = 1) {
        Streams streams = streamsOf({body}, flags);
        for (auto &one : streams)
            one.second = one.first == name ? bytes : one.second;
        return CompoundWriter::write(streams);
    };
    const QString section = u"BodyText/Section0"_s;
    QTest::newRow("HWP 3") << QByteArray("HWP Document File V3.00 \x1a\1\2\3\4\5") + QByteArray(2000, 'x')
                           << u"hwp.version3"_s;
    QTest::newRow("password") << hwp(body, 1 | 2) << u"hwp.encrypted"_s;
    QTest::newRow("DRM") << hwp(body, 1 | 16) << u"hwp.drm"_s;
    QTest::newRow("certificate") << hwp(body, 1 | 256) << u"hwp.certificate"_s;
    QTest::newRow("DRM by certificate") << hwp(body, 1 | 1024) << u"hwp.drm"_s;
    QTest::newRow("version 6") << replaced(u"FileHeader"_s, fileHeader(1, 0x06000000)) << u"hwp.version"_s;
    QTest::newRow("no header") << without(u"FileHeader"_s) << u"hwp.partMissing"_s;
    QTest::newRow("no sections") << without(section) << u"hwp.partMissing"_s;
    QTest::newRow("no DocInfo") << without(u"DocInfo"_s) << u"hwp.partMissing"_s;
    QTest::newRow("header of another kind") << replaced(u"FileHeader"_s, QByteArray(256, 'x')) << u"hwp.damaged"_s;
    QTest::newRow("not packed") << replaced(section, QByteArray(100, '\xff')) << u"hwp.damaged"_s;
    QTest::newRow("packed stream cut") << replaced(section, deflated(body).chopped(4)) << u"hwp.truncated"_s;
    QTest::newRow("record cut") << replaced(section, deflated(body.chopped(1))) << u"hwp.truncated"_s;
    QTest::newRow("size of a record cut") << replaced(section, deflated(body + u32(0xFFF0'0043))) << u"hwp.truncated"_s;
    QTest::newRow("levels without end") << replaced(section, deflated(body + record(66, 900, {}))) << u"limit.depth"_s;
    QTest::newRow("bomb") << replaced(section, deflated(QByteArray(300 << 20, '\0'))) << u"limit.bytes"_s;
    QTest::newRow("distribution without its key")
        << CompoundWriter::write(streamsOf({body}, 1 | 4) + Streams{{u"ViewText/Section0"_s, QByteArray(300, 'x')}})
        << u"hwp.damaged"_s;
    QTest::newRow("a table larger than all")
        << hwp(tableParagraph(0, 60000, 60000, cell(2, 0, 0, p(2, u"가"_s)))) << u"limit.cells"_s;
    QByteArray circle = hwp(p(0, QString(40'000, u'가')), 0); // the second sector of the stream leads back to the first
    const qsizetype fat = 512 + 512 * qint64(qFromLittleEndian<quint32>(circle.constData() + 76));
    circle.replace(fat + 4, 4, u32(0));
    QTest::newRow("chain in a circle") << circle << u"hwp.damaged"_s;
    QByteArray tree = hwp(body);
    const qsizetype directory = 512 + 512 * qint64(qFromLittleEndian<quint32>(tree.constData() + 48));
    tree.replace(directory + 128 + 72, 4, u32(1)); // the first entry is its own sibling
    QTest::newRow("directory in a circle") << tree << u"hwp.damaged"_s;
}

void tst_Hwp::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);

    const Result<Document> document = read(bytes);

    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
    QCOMPARE(document.error().code, code);
    QVERIFY(document.error().text.startsWith(u"expected "_s));
}

void tst_Hwp::notesTrackedChanges()
{
    const Result<Document> document = read(hwp(p(0, u"가"_s), 1 | 1U << 14));

    QVERIFY(bool(document));
    QCOMPARE(document->diagnostics.size(), 1);
    QCOMPARE(document->diagnostics.first().code, u"hwp.trackedChanges"_s);
}

void tst_Hwp::refusesEveryTruncation()
{
    const QByteArray whole = hwp(tableOf({{u"성명"_s, u"발령"_s}, {u"이민수"_s, u"전보"_s}}), 0);

    for (qsizetype size = 0; size < whole.size() - 512; size += 61) {
        const Result<Document> document = read(whole.first(size));
        QVERIFY(!document);
        QCOMPARE(document.error().kind, Error::Kind::Invalid);
        QVERIFY(document.error().code == u"hwp.truncated"_s || document.error().code == u"hwp.damaged"_s);
    }
}

void tst_Hwp::survivesMutations()
{
    const QByteArray controls =
        tbl(1, 2, 2,
            cell(2, 0, 0, p(2, u"가"_s), 2, 1, u"성명"_s) + cell(2, 0, 1, p(2, u"나"_s)) + cell(2, 1, 1, p(2, u"다"_s)))
        + clickHere(1, u"성명"_s, u"이름"_s, false) + box(1, p(3, u"라"_s)) + noteOf(1, "fn  ", p(2, u"마"_s));
    const QString text =
        mark(11, "tbl ") + mark(3, "%clk") + u"이름"_s + fieldEnd() + mark(11, "gso ") + mark(17, "fn  ");
    const QByteArray section = p(0, text, controls);
    const QByteArray whole = hwp(section, 0);
    quint32 state = 20'261'122;
    const auto next = [&state](qsizetype below) {
        return qsizetype((state = state * 1'664'525 + 1'013'904'223) >> 8) % below;
    };

    int answered = 0;
    for (int i = 0; i < 6000; ++i) { // half of them in the container, half in the records
        const bool inRecords = i % 2;
        QByteArray bytes = inRecords ? section : whole;
        for (qsizetype edits = next(4); edits >= 0; --edits) {
            const qsizetype at = next(bytes.size());
            switch (next(4)) {
            case 0:
                bytes[at] = char(bytes[at] ^ (1 << next(8)));
                break;
            case 1:
                bytes[at] = char(next(256));
                break;
            case 2:
                bytes.replace(at & ~3, 4, u32(next(2) ? 0xFFFF'FFFF : quint32(next(70'000))));
                break;
            default:
                bytes.remove(at, next(9));
                break;
            }
        }
        const Result<Document> document = read(inRecords ? hwp(bytes, 0) : bytes); // must end, whatever it answers
        QVERIFY(document || document.error().kind == Error::Kind::Invalid);
        answered += bool(document);
    }

    QVERIFY(answered > 500); // the mutations do reach the reader
}

// The samples are public documents of real offices, which are not part of this repository.

void tst_Hwp::twinsAreEqual_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(samples()).entryList({u"*.hwp"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        if (QFile::exists(samples() + file + u'x'))
            QTest::newRow(qPrintable(file.chopped(4))) << file;
}

void tst_Hwp::twinsAreEqual()
{
    if (!QFile::exists(samples()))
        QSKIP("the sample documents are not here");
    QFETCH(const QString, name);
    const Format *hwpx = m_formats.byId(u"hwpx"_s);
    QVERIFY(hwpx);

    const Result<Document> one = read(sample(name));
    const Result<Document> other = hwpx->read(sample(name + u'x'), {});

    QVERIFY2(bool(one), one ? "" : qPrintable(one.error().text));
    QVERIFY2(bool(other), other ? "" : qPrintable(other.error().text));
    const QStringList lines = described(*one);
    const QStringList twin = described(*other);
    for (qsizetype i = 0; i < std::min(lines.size(), twin.size()); ++i)
        QCOMPARE(lines[i], twin[i]);
    QCOMPARE(lines.size(), twin.size());
    Count found;
    count(one->body, found);
    QCOMPARE(found.untiled, 0);
    qInfo("%s: %d paragraphs, %d tables, %d cells, %d spans, %lld fields, all equal", qPrintable(name),
          found.paragraphs, found.tables, found.cells, found.spans, one->fields.size());
}

void tst_Hwp::readsTheSamples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("tables");
    QTest::addColumn<int>("cells");
    QFile manifest(samples() + u"MANIFEST"_s);
    if (!manifest.open(QIODevice::ReadOnly))
        return;
    static const QRegularExpression line(u"^([^\\t]+\\.hwp)\\t.*\\tparas (\\d+) tables (\\d+) cells (\\d+) "_s);
    while (!manifest.atEnd()) {
        const QRegularExpressionMatch match = line.match(QString::fromUtf8(manifest.readLine()));
        if (match.hasMatch())
            QTest::newRow(qPrintable(match.captured(1)))
                << match.captured(1) << match.captured(3).toInt() << match.captured(4).toInt();
    }
}

void tst_Hwp::readsTheSamples()
{
    if (!QFile::exists(samples()))
        QSKIP("the sample documents are not here");
    QFETCH(const QString, file);
    QFETCH(const int, tables);
    QFETCH(const int, cells);

    const Result<Document> document = read(sample(file));

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    QList<Block> body; // the tables of headers and shapes were not counted
    for (const Block &block : document->body) {
        const auto *table = std::get_if<std::shared_ptr<Table>>(&block);
        if (table && !(*table)->place.address.section(u'!', 1).contains(u'/'))
            body.append(block);
    }
    Count found;
    count(body, found);
    Count all;
    count(document->body, all);
    QCOMPARE(found.tables, tables);
    QCOMPARE(found.cells, cells);
    QCOMPARE(all.untiled, 0);
    QVERIFY(!plainText(*document).trimmed().isEmpty() || !document->fields.isEmpty());
    qInfo("%s: %d paragraphs, %d tables, %d cells, %lld fields", qPrintable(file), all.paragraphs, all.tables,
          all.cells, document->fields.size());
}

QTEST_GUILESS_MAIN(tst_Hwp)
#include "tst_hwp.moc"
