// Delimited text as Korean offices send it, and as an attacker would.
#include "core/format.h"
#include "core/zip_archive.h"

#include <QPluginLoader>
#include <QStringEncoder>
#include <QTest>

using namespace naru;

namespace {

QByteArray korean(const QString &text)
{
    QStringEncoder encoder("windows-949");
    return encoder.encode(text);
}

QByteArray utf16(const QString &text, bool big)
{
    QStringEncoder encoder(big ? QStringEncoder::Utf16BE : QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    return encoder.encode(text);
}

const Table &tableIn(const Document &document) { return *std::get<std::shared_ptr<Table>>(document.body.at(0)); }

// The grid in one line: "a|b/c|d".
QString grid(const Document &document)
{
    QString text;
    int row = 0;
    for (const Cell &cell : tableIn(document).cells) {
        if (cell.column)
            text += u'|';
        else if (cell.row)
            text += u'/';
        row = cell.row;
        text += cell.text;
    }
    return row + 1 == tableIn(document).rows ? text : u"rows do not fit"_s;
}

Document documentOf(const QList<QStringList> &rows)
{
    Document document;
    auto table = std::make_shared<Table>();
    table->rows = int(rows.size());
    for (int row = 0; row < rows.size(); ++row)
        for (int column = 0; column < rows[row].size(); ++column) {
            Cell cell;
            cell.row = row;
            cell.column = column;
            cell.text = rows[row][column];
            table->cells.append(cell);
            table->columns = std::max(table->columns, column + 1);
        }
    document.body.append(table);
    return document;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

    const Format *m_format = nullptr;

    QString errorOf(const QByteArray &bytes, const ReadLimits &limits = {}) const
    {
        const Result<Document> document = m_format->read(bytes, limits);
        return document ? u"ok"_s : document.error().code;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto *loader = new QPluginLoader(qEnvironmentVariable("NARU_PLUGINS") + u"/csv.so"_s, this);
        m_format = qobject_cast<Format *>(loader->instance());
        QVERIFY2(m_format, qPrintable(loader->errorString()));
    }

    void readsRecords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("cells");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &cells) { QTest::newRow(name) << bytes << cells; };
        row("comma", "a,b\nc,d\n", u"a|b/c|d"_s);
        row("semicolon", "a;b\nc;1,5\n", u"a|b/c|1,5"_s);
        row("tab", "a\tb, c\nd\te\n", u"a|b, c/d|e"_s);
        row("commas of numbers in tabbed text", "이름\t금액\nA\t1,000\nB\t2,000,000\n", u"이름|금액/A|1,000/B|2,000,000"_s);
        row("told by the first line", "sep=;\r\na,b;c\r\nd;e\r\n", u"|/a,b|c/d|e"_s);
        row("CRLF", "a,b\r\nc,d\r\n", u"a|b/c|d"_s);
        row("CR", "a,b\rc,d\r", u"a|b/c|d"_s);
        row("no line end at the end", "a,b\nc,d", u"a|b/c|d"_s);
        row("empty fields", ",a,\n,,\n", u"|a|/||"_s);
        row("quotes", "\"a,b\",\"c\"\"d\"\n\"\",e\n", u"a,b|c\"d/|e"_s);
        row("line ends in quotes", "\"a\r\nb\",\"c\nd\"\n1,2\n", u"a\nb|c\nd/1|2"_s);
        row("quote within a field", "a\"b,c\nd,e\n", u"a\"b|c/d|e"_s);
        row("text after a closing quote", "\"a\"b,c\nd,e\n", u"ab|c/d|e"_s);
        row("outer spaces", " a , b\nc,d\n", u" a | b/c|d"_s);
        row("leading zeros", "0012,12345678901234567890\n", u"0012|12345678901234567890"_s);
        row("one column", "a\nb\n", u"a/b"_s);
        row("blank line", "a,b\n\nc,d\n", u"a|b/|/c|d"_s);
        row("ragged", "a,b\nc\nd,e,f\n", u"a|b|/c||/d|e|f"_s);
        const QString text = u"이름,부서\n똠방각하,정보화담당관\n"_s;
        const QString cells = u"이름|부서/똠방각하|정보화담당관"_s;
        row("UTF-8", text.toUtf8(), cells);
        row("UTF-8 with a mark", "\xef\xbb\xbf" + text.toUtf8(), cells);
        row("windows-949", korean(text), cells);
        row("UTF-16 little", utf16(text, false), cells);
        row("UTF-16 big", utf16(text, true), cells);
        row("apostrophe before a formula", "'=1+1,'가\n", u"=1+1|'가"_s);
    }

    void readsRecords()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, cells);

        const Result<Document> document = m_format->read(bytes, {});

        QVERIFY(document);
        QCOMPARE(grid(*document), cells);
        QVERIFY(TableGrid(tableIn(*document)).tiles());
    }

    void namesTheRowOfEveryCell()
    {
        const Result<Document> document = m_format->read("a,\"b\nb\"\n\nc,d\n", {});

        QCOMPARE(tableIn(*document).cells[1].place.address, u"row 1"_s);
        QCOMPARE(tableIn(*document).cells[4].place.address, u"row 3"_s);
        QCOMPARE(tableIn(*document).cells[4].value.kind, Value::Kind::Text);
        QVERIFY(document->diagnostics.isEmpty());
        QCOMPARE(document->format, u"csv"_s);
        QCOMPARE(document->sha256.size(), 64);
    }

    void saysThatRowsDifferInLength()
    {
        const Result<Document> document = m_format->read("a,b\nc,d\ne\n", {});

        QCOMPARE(document->diagnostics.size(), 1);
        QCOMPARE(document->diagnostics[0].code, u"csv.ragged"_s);
        QVERIFY(document->diagnostics[0].text.contains(u"row 3"_s));
    }

    void streamsCellsWithText()
    {
        QStringList seen;

        const Result<int> count = m_format->readCells("a,b\n,c\nd,e\n", {}, [&seen](const QString &sheet, const StreamCell &cell) {
            seen.append(u"%1%2,%3=%4"_s.arg(sheet).arg(cell.row).arg(cell.column).arg(cell.text));
            return seen.size() < 4;
        });

        QVERIFY(count);
        QCOMPARE(seen, (QStringList{u"0,0=a"_s, u"0,1=b"_s, u"1,1=c"_s, u"2,0=d"_s}));
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("quote never closed") << QByteArray("a,b\nc,\"d\ne,f\n") << u"csv.quote"_s << u"row 2"_s;
        QTest::newRow("quote at the very end") << QByteArray("a,b\n\"") << u"csv.quote"_s << u"row 2"_s;
        QTest::newRow("cut within a character") << u"이름,부서"_s.toUtf8().chopped(1) << u"csv.truncated"_s << u"character"_s;
        QTest::newRow("no text at all") << QByteArray("a,b\n\x81\x20\xff\xff,c\n") << u"csv.encoding"_s << u"other bytes"_s;
        QTest::newRow("zero byte") << QByteArray("a,b\0,c\n", 7) << u"csv.encoding"_s << u"zero byte"_s;
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);
        QFETCH(const QString, said);

        const Result<Document> document = m_format->read(bytes, {});

        QVERIFY(!document);
        QCOMPARE(document.error().code, code);
        QCOMPARE(document.error().kind, Error::Kind::Invalid);
        QVERIFY2(document.error().text.contains(said), qPrintable(document.error().text));
    }

    void keepsWithinItsLimits()
    {
        const QByteArray bytes = "a,b\nc,d\n";
        ReadLimits limits;
        limits.cells = 4;
        QCOMPARE(errorOf(bytes, limits), u"ok"_s);
        limits.cells = 3;
        QCOMPARE(errorOf(bytes, limits), u"limit.cells"_s);
        QVERIFY(!m_format->readCells(bytes, limits, [](const QString &, const StreamCell &) { return true; }));
        limits = {};
        limits.bytes = 8;
        QCOMPARE(errorOf(bytes, limits), u"ok"_s);
        limits.bytes = 7;
        QCOMPARE(errorOf(bytes, limits), u"limit.bytes"_s);
        limits = {};
        limits.cells = 1000; // one long row would make a grid of 100 × 501
        QCOMPARE(errorOf(QByteArray("a\n").repeated(99) + QByteArray(500, ',') + "\n", limits), u"limit.cells"_s);
    }

    void recognisesDelimitedText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("expected");
        QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << true;
        QTest::newRow("semicolon") << QByteArray("a;b\n1;2\n") << true;
        QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << true;
        QTest::newRow("windows-949") << korean(u"이름,부서\n김하나,총무과\n"_s) << true;
        QTest::newRow("windows-949, long") << korean(u"이름,부서\n김하나,총무과\n"_s.repeated(10'000)) << true;
        QTest::newRow("UTF-8, long") << u"이름,부서\n김하나,총무과\n"_s.repeated(10'000).toUtf8() << true;
        QTest::newRow("UTF-16") << utf16(u"이름,부서\n김하나,총무과\n"_s, false) << true;
        QTest::newRow("UTF-16, long") << utf16(u"이름,부서\n김하나,총무과\n"_s.repeated(10'000), false) << true;
        QTest::newRow("UTF-16 big, long") << utf16(u"이름,부서\n김하나,총무과\n"_s.repeated(10'000), true) << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("blanks") << QByteArray(" \n\n") << false;
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\na,b\nc,d\n") << false;
        ZipWriter zip;
        zip.add(u"a,b"_s, "x,y\n");
        QTest::newRow("zip") << *zip.finish() << false;
        QTest::newRow("OLE2") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1,a,b\n") << false;
        QTest::newRow("XML") << QByteArray("<?xml version='1.0'?>\n<a b='1,2'/>\n") << false;
        QTest::newRow("HTML after blanks") << QByteArray("\xef\xbb\xbf\n <html>a,b\nc,d") << false;
        QTest::newRow("binary") << QByteArray("a,b\n\x01\x02,c\n") << false;
        QTest::newRow("zero bytes") << QByteArray("a,b\n\0,c\n", 8) << false;
        QTest::newRow("prose") << u"시청은 오늘, 인사를 냈다.\n끝이다.\n더 없다.\n정말이다.\n"_s.toUtf8() << false;
        QTest::newRow("one column") << QByteArray("a\nb\nc\n") << false;
    }

    void recognisesDelimitedText()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, expected);

        QCOMPARE(m_format->recognises(bytes), expected);
    }

    void writesWhatItReadsBack_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"이민수"_s, u"0012"_s, u"a,b"_s, u"a\"b"_s, u"\"\""_s, u"첫 줄\n둘째 줄"_s, u" 사이 "_s, u"a;b"_s, u"a\tb"_s, u"'"_s,
              u"'가"_s, u"-12.50"_s, u"😀"_s, u"=1+1"_s, u"=HYPERLINK(\"http://x\",\"y\")"_s, u"+82-10"_s, u"-1+2"_s, u"@SUM(A1)"_s,
              u"\t=1"_s, u"＝1+1"_s, u"＋1"_s, u"－1"_s, u"＠x"_s, u"'=1"_s, u"''=1"_s, u"--1"_s, u"-"_s, u"-.5"_s, u"=cmd|'/C calc'!A0"_s})
            QTest::addRow("%s", qPrintable(text)) << text;
    }

    void writesWhatItReadsBack()
    {
        QFETCH(const QString, text);

        const Result<QByteArray> bytes = m_format->write(documentOf({{u"머리"_s, u"글"_s}, {text, u"끝"_s}}));
        QVERIFY(bytes);
        const Result<Document> document = m_format->read(*bytes, {});

        QVERIFY(bytes->startsWith("\xef\xbb\xbf"));
        QVERIFY(bytes->endsWith("\r\n"));
        QCOMPARE(grid(*document), u"머리|글/"_s + text + u"|끝"_s);
    }

    void writesNoFieldThatASpreadsheetWouldCompute_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"=1+1"_s, u"+1"_s, u"-1+2"_s, u"@A1"_s, u"\t=1"_s, u"\r=1"_s, u"＝1"_s, u"－x"_s, u"-2+3+cmd|' /C calc'!A0"_s})
            QTest::addRow("%s", qPrintable(text)) << text;
    }

    void writesNoFieldThatASpreadsheetWouldCompute()
    {
        QFETCH(const QString, text);

        const QByteArray bytes = *m_format->write(documentOf({{text}}));

        QVERIFY2(bytes.mid(3).startsWith("\"'"), bytes.constData());
    }

    void writesNumbersAsTheyAre()
    {
        QCOMPARE(m_format->write(documentOf({{u"-5"_s, u"-12.50"_s, u"7"_s}}))->mid(3), QByteArray("-5,-12.50,7\r\n"));
    }

    void writesSpansAsBlanksAndParagraphsAsRows()
    {
        Document document = documentOf({{u"가"_s, u"나"_s, u"다"_s}, {u"라"_s}});
        auto &table = *std::get<std::shared_ptr<Table>>(document.body[0]);
        table.cells.removeAt(1);
        table.cells[0].columnSpan = 2;
        document.body.prepend(Paragraph{u"제목, 하나"_s, {}, {}});
        document.body.append(documentOf({{u"x"_s}}).body[0]);

        QCOMPARE(m_format->write(document)->mid(3), u"\"제목, 하나\"\r\n가,,다\r\n라,,\r\n\r\nx\r\n"_s.toUtf8());
    }

    void survivesEveryCutAndFlip()
    {
        const QByteArray whole = u"이름,\"부\"\"서\"\r\n'=1,\"a\nb\"\n"_s.toUtf8();
        for (qsizetype at = 0; at <= whole.size(); ++at) {
            static_cast<void>(errorOf(whole.first(at)));
            for (int value = 0; at < whole.size() && value < 256; value += 3) {
                QByteArray bytes = whole;
                bytes[at] = char(value);
                static_cast<void>(errorOf(bytes));
                m_format->recognises(bytes);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
