// The door to XML: both of its leaves, the pull reader and the scanner, refuse the same things.
#include "core/safe_xml.h"
#include "core/xml_scanner.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

using namespace naru;

namespace {

// What a reader saw, in one line: "<a>text</a>".
class Trace : public XmlVisitor {
public:
    void start(const XmlTag &tag) override { seen += '<' + tag.localName.toByteArray() + '>'; }
    void end(QByteArrayView localName) override { seen += "</" + localName.toByteArray() + '>'; }
    void text(QByteArrayView piece) override { seen.append(piece); }

    QByteArray seen;
};

// Feeds the scanner in blocks of `step` bytes.
Status scan(const QByteArray &xml, XmlVisitor *visitor, const XmlLimits &limits = {}, qsizetype step = 64 << 10)
{
    XmlScanner scanner(visitor, limits);
    for (qsizetype at = 0; at < xml.size(); at += step)
        if (!scanner.feed(QByteArrayView(xml).sliced(at, std::min(step, xml.size() - at))))
            return scanner.status();
    return scanner.finish();
}

QByteArray pull(SafeXml &xml)
{
    QByteArray seen;
    while (xml.next()) {
        if (xml.token() == QXmlStreamReader::StartElement)
            seen += '<' + xml.name().toUtf8() + '>';
        else if (xml.token() == QXmlStreamReader::EndElement)
            seen += "</" + xml.name().toUtf8() + '>';
        else if (xml.token() == QXmlStreamReader::Characters)
            seen += xml.text().toUtf8();
    }
    return seen;
}

QString codeOf(const Status &status) { return status ? u"ok"_s : status.error().code; }

QByteArray utf16(const QString &text)
{
    return QByteArray("\xff\xfe") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

QByteArray nested(int depth) { return QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth); }

QByteArray withAttributes(int count)
{
    QByteArray xml("<a");
    for (int i = 0; i < count; ++i)
        xml += " a" + QByteArray::number(i) + "=''";
    return xml + "/>";
}

} // namespace

class TestSafeXml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWellFormedXml_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QByteArray>("seen");
        QTest::newRow("elements") << QByteArray("<a><b/>x<c>y</c ></a>") << QByteArray("<a><b></b>x<c>y</c></a>");
        QTest::newRow("declaration") << QByteArray("<?xml version='1.0' encoding='UTF-8'?>\n<a/>\n") << QByteArray("<a></a>");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf<a/>") << QByteArray("<a></a>");
        QTest::newRow("prefix") << QByteArray("<x:a xmlns:x='u'><x:b/></x:a>") << QByteArray("<a><b></b></a>");
        QTest::newRow("entities") << QByteArray("<a>&lt;&gt;&amp;&quot;&apos;&#44032;&#xAC01;&#x1F600;</a>")
                                  << QByteArray("<a>") + u"<>&\"'가각😀"_s.toUtf8() + "</a>";
        QTest::newRow("CDATA") << QByteArray("<a>x<![CDATA[<b>&amp;]]]]>y</a>") << QByteArray("<a>x<b>&amp;]]y</a>");
        QTest::newRow("comments and instructions")
            << QByteArray("<!-- <!DOCTYPE --><a>x<!-- - ->-->y<?p <a> ?></a><!---->")
            << QByteArray("<a>xy</a>");
        QTest::newRow("line ends") << QByteArray("<a>1\r\n2\r3\n4</a>") << QByteArray("<a>1\n2\n3\n4</a>");
        QTest::newRow("Korean names") << u"<가 나='다'>라</가>"_s.toUtf8() << u"<가>라</가>"_s.toUtf8();
        QTest::newRow("quotes in values") << QByteArray("<a b='\"&gt;>' c=\"'\">x</a>") << QByteArray("<a>x</a>");
        QTest::newRow("UTF-16") << utf16(u"<?xml version='1.0' encoding='UTF-16'?><a>한글😀</a>"_s)
                                << u"<a>한글😀</a>"_s.toUtf8();
    }

    void readsWellFormedXml()
    {
        QFETCH(const QByteArray, xml);
        QFETCH(const QByteArray, seen);

        SafeXml reader(xml);
        QCOMPARE(pull(reader), seen);
        QCOMPARE(codeOf(reader.status()), u"ok"_s);
        for (const qsizetype step : {1, 2, 3, 7, 100000}) {
            Trace trace;
            QCOMPARE(codeOf(scan(xml, &trace, {}, step)), u"ok"_s);
            QCOMPARE(trace.seen, seen);
        }
    }

    void refusesWhatItMustNotRead_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("code");
        QTest::newRow("external entity")
            << QByteArray("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>")
            << u"xml.dtd"_s;
        QTest::newRow("parameter entity")
            << QByteArray("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]><a/>") << u"xml.dtd"_s;
        QTest::newRow("external DTD") << QByteArray("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>") << u"xml.dtd"_s;
        QTest::newRow("empty DTD") << QByteArray("<!DOCTYPE a><a/>") << u"xml.dtd"_s;
        QTest::newRow("DTD that never ends") << QByteArray("<!DOCTYPE a [") << u"xml.dtd"_s;
        QTest::newRow("DTD in UTF-16") << utf16(u"<!DOCTYPE a><a/>"_s) << u"xml.dtd"_s;
        QTest::newRow("billion laughs")
            << QByteArray("<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;'>]><a>&m;</a>")
            << u"xml.dtd"_s;
        QTest::newRow("unknown entity") << QByteArray("<a>&nbsp;</a>") << u"xml.malformed"_s;
        QTest::newRow("unknown entity in an attribute") << QByteArray("<a b='&x;'/>") << u"xml.malformed"_s;
        QTest::newRow("unfinished entity") << QByteArray("<a>&amp</a>") << u"xml.malformed"_s;
        QTest::newRow("no character") << QByteArray("<a>&#0;</a>") << u"xml.malformed"_s;
        QTest::newRow("surrogate") << QByteArray("<a>&#xD800;</a>") << u"xml.malformed"_s;
        QTest::newRow("wrong end") << QByteArray("<a></b>") << u"xml.malformed"_s;
        QTest::newRow("end before start") << QByteArray("</a>") << u"xml.malformed"_s;
        QTest::newRow("two roots") << QByteArray("<a/><b/>") << u"xml.malformed"_s;
        QTest::newRow("text beside the root") << QByteArray("<a/>x") << u"xml.malformed"_s;
        QTest::newRow("nothing") << QByteArray() << u"xml.malformed"_s;
        QTest::newRow("cut in text") << QByteArray("<a>x") << u"xml.malformed"_s;
        QTest::newRow("cut in a tag") << QByteArray("<a><b c='d") << u"xml.malformed"_s;
        QTest::newRow("cut in a comment") << QByteArray("<a><!-- ") << u"xml.malformed"_s;
        QTest::newRow("attribute twice") << QByteArray("<a b='' b=''/>") << u"xml.malformed"_s;
        QTest::newRow("attribute without blank") << QByteArray("<a b=''c=''/>") << u"xml.malformed"_s;
        QTest::newRow("attribute without quotes") << QByteArray("<a b=c/>") << u"xml.malformed"_s;
        QTest::newRow("'<' in an attribute") << QByteArray("<a b='<'/>") << u"xml.malformed"_s;
        QTest::newRow("not UTF-8") << QByteArray("<a>\xb0\xa1</a>") << u"xml.malformed"_s;
        QTest::newRow("half a character") << QByteArray("<a>\xed\x95") + "</a>" << u"xml.malformed"_s;
        QTest::newRow("another encoding") << QByteArray("<?xml version='1.0' encoding='EUC-KR'?><a/>") << u"xml.malformed"_s;
        QTest::newRow("UTF-16 that is not") << QByteArray("<?xml version='1.0' encoding='UTF-16'?><a/>") << u"xml.malformed"_s;
        QTest::newRow("UTF-32") << QByteArray("\xff\xfe\0\0<\0\0\0a\0\0\0/\0\0\0>\0\0\0", 20) << u"xml.malformed"_s;
        QTest::newRow("not XML") << QByteArray("plain text") << u"xml.malformed"_s;
    }

    void refusesWhatItMustNotRead()
    {
        QFETCH(const QByteArray, xml);
        QFETCH(const QString, code);

        SafeXml reader(xml);
        pull(reader);
        QCOMPARE(codeOf(reader.status()), code);
        QCOMPARE(reader.status().error().kind, Error::Kind::Invalid);
        for (const qsizetype step : {2, 3, 5, 100000})
            QCOMPARE(codeOf(scan(xml, nullptr, {}, step)), code);
    }

    void readsUpToEachLimitAndNotBeyond_data()
    {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("depth") << nested(256) << nested(257);
        QTest::newRow("attributes") << withAttributes(256) << withAttributes(257);
        QTest::newRow("name") << '<' + QByteArray(1024, 'n') + "/>" << '<' + QByteArray(1025, 'n') + "/>";
        QTest::newRow("attribute's name") << "<a " + QByteArray(1024, 'n') + "=''/>"
                                          << "<a " + QByteArray(1025, 'n') + "=''/>";
        QTest::newRow("elements") << "<a>" + QByteArray("<b/>").repeated(9'999) + "</a>"
                                  << "<a>" + QByteArray("<b/>").repeated(10'000) + "</a>";
        const QByteArray text(1 << 20, 't');
        QTest::newRow("text") << "<a>" + text + "</a>" << "<a>" + text + "t</a>";
        QTest::newRow("CDATA") << "<a><![CDATA[" + text + "]]></a>" << "<a><![CDATA[" + text + "t]]></a>";
        QTest::newRow("comment") << "<a><!--" + text + "--></a>" << "<a><!--" + text + "t--></a>";
        const QByteArray filler = ("<b>" + QByteArray(1000, 't') + "</b>").repeated(2000);
        const QByteArray rest((2 << 20) - filler.size() - 7, 't');
        QTest::newRow("bytes") << "<a>" + filler + rest + "</a>" << "<a>" + filler + rest + "t</a>";
    }

    void readsUpToEachLimitAndNotBeyond()
    {
        QFETCH(const QByteArray, good);
        QFETCH(const QByteArray, bad);
        XmlLimits limits; // depth, attributes, and names as they are
        limits.bytes = 2 << 20;
        limits.elements = 10'000;
        limits.text = 1 << 20;

        SafeXml goodReader(good, limits);
        while (goodReader.next()) { }
        QCOMPARE(codeOf(goodReader.status()), u"ok"_s);
        QCOMPARE(codeOf(scan(good, nullptr, limits)), u"ok"_s);
        SafeXml badReader(bad, limits);
        while (badReader.next()) { }
        QCOMPARE(codeOf(badReader.status()), u"xml.limit"_s);
        QCOMPARE(codeOf(scan(bad, nullptr, limits)), u"xml.limit"_s);
    }

    void refusesTagsThatNeverEnd_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("value") << "<a b='" + QByteArray(8 << 20, 'x');
        QTest::newRow("attributes") << withAttributes(2'000'000);
        QTest::newRow("blanks") << "<a" + QByteArray(8 << 20, ' ');
        QTest::newRow("end tag") << "<a></a" + QByteArray(8 << 20, ' ');
        QTest::newRow("instruction") << "<?a " + QByteArray(8 << 20, ' ');
    }

    void refusesTagsThatNeverEnd()
    {
        QFETCH(const QByteArray, xml);
        QElapsedTimer timer;
        timer.start();

        SafeXml reader(xml);
        while (reader.next()) { }

        QCOMPARE(codeOf(reader.status()), u"xml.limit"_s);
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
    }

    void refusesAMillionLevelsAtOnce()
    {
        const QByteArray xml = nested(1'000'000);
        const auto peak = [] {
            rusage usage;
            getrusage(RUSAGE_SELF, &usage);
            return usage.ru_maxrss;
        };
        const long before = peak();
        QElapsedTimer timer;
        timer.start();

        SafeXml reader(xml);
        while (reader.next()) { }

        QVERIFY2(timer.elapsed() < 50, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(peak() - before < 20'000);
        QCOMPARE(codeOf(reader.status()), u"xml.limit"_s);
    }

    void readsFromADevice()
    {
        QByteArray xml("<a>" + QByteArray("<b c='1'>text</b>").repeated(100'000) + "</a>");
        QBuffer buffer(&xml);
        buffer.open(QIODevice::ReadOnly);
        int found = 0;

        SafeXml reader(&buffer);
        while (reader.next())
            found += reader.isStart(u"b") && reader.attribute(u"c") == u"1"_s;

        QCOMPARE(found, 100'000);
        QVERIFY(reader.status());
    }

    void skipsAnElementWithAllThatIsInIt()
    {
        SafeXml reader("<a><b><b><c/></b>x</b><d e='' p:f='2' xmlns:p='urn:p'/></a>");
        reader.next(); // start of the document
        reader.next();
        reader.next();
        QVERIFY(reader.isStart(u"b"));
        QCOMPARE(reader.depth(), 2);

        reader.skip();

        QVERIFY(reader.isEnd(u"b"));
        QVERIFY(reader.next());
        QVERIFY(reader.isStart(u"d"));
        QCOMPARE(reader.depth(), 2);
        QVERIFY(!reader.attribute(u"e").isNull());
        QVERIFY(reader.attribute(u"g").isNull());
        QCOMPARE(reader.attribute(u"f"), u"2"_s);
        QCOMPARE(reader.attributes().value(u"urn:p"_s, u"f"_s), u"2"_s);
    }

    void namesTheLineOfAnError()
    {
        SafeXml reader("<a>\n<b>\n</c>\n</a>");
        while (reader.next()) { }

        QVERIFY2(reader.status().error().text.endsWith(u"line 3"_s), qPrintable(reader.status().error().text));
    }

    void givesAttributesOfATag()
    {
        struct Attributes : XmlVisitor {
            void start(const XmlTag &tag) override
            {
                raw = tag.raw("r").toByteArray();
                decoded = tag.value("id");
                absent = tag.value("nothing").isNull();
                blank = !tag.value("blank").isNull() && tag.value("blank").isEmpty();
            }
            void end(QByteArrayView) override { }
            void text(QByteArrayView) override { }
            QByteArray raw;
            QString decoded;
            bool absent = false;
            bool blank = false;
        } visitor;

        QVERIFY(scan(u"<a r='A5' x:id='&lt;가&#10;\n나&#x1F600;다&amp;' blank=''/>"_s.toUtf8(), &visitor));

        QCOMPARE(visitor.raw, QByteArray("A5"));
        QCOMPARE(visitor.decoded, u"<가\n 나😀다&"_s);
        QVERIFY(visitor.absent);
        QVERIFY(visitor.blank);
    }

    void stopsWhenTheVisitorHasSeenEnough()
    {
        struct Once : XmlVisitor {
            void start(const XmlTag &) override
            {
                ++starts;
                scanner->stop();
            }
            void end(QByteArrayView) override { ++ends; }
            void text(QByteArrayView) override { }
            XmlScanner *scanner = nullptr;
            int starts = 0;
            int ends = 0;
        } visitor;
        XmlScanner scanner(&visitor);
        visitor.scanner = &scanner;

        QVERIFY(!scanner.feed("<a/><<<"));

        QCOMPARE(visitor.starts, 1);
        QCOMPARE(visitor.ends, 0);
        QVERIFY(scanner.finish());
    }

    void survivesEveryFlippedByteAndEveryCut()
    {
        const QByteArray whole = u"<?xml version='1.0'?><!-- c --><a b='&lt;'>가&#x41;<![CDATA[x]]><c d=\"e\"/>\r\n</a>"_s.toUtf8();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            Trace cut;
            QVERIFY(!scan(whole.first(at), &cut));
            for (int value = 0; value < 256; value += 5) {
                QByteArray xml = whole;
                xml[at] = char(value);
                Trace trace;
                const bool good = bool(scan(xml, &trace, {}, 5));
                SafeXml reader(xml);
                const QByteArray seen = pull(reader);
                if (reader.status()) // what Qt reads, the scanner has passed, and has read the same
                    QVERIFY2(good && seen == trace.seen, xml.constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSafeXml)
#include "tst_safe_xml.moc"
