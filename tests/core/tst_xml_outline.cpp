// The outline of an XML text: every element is found where it stands, and a change leaves the other bytes alone.
#include "core/xml_outline.h"

#include <QTest>

using namespace naru;

namespace {

const QByteArray form = "<?xml version=\"1.0\"?><!-- <a> --><s:a xmlns:s='u'>\n <s:b n = \"1 &gt; '0'\" m='>'>가<c/>나</s:b><![CDATA[<d>]]>"
                        "<s:b n=\"\"><e><s:b/></e></s:b ></s:a>";

XmlOutline outlineOf(const QByteArray &xml)
{
    Result<XmlOutline> outline = XmlOutline::of(xml);
    return outline ? *outline : XmlOutline();
}

} // namespace

class TestXmlOutline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryElementWhereItStands()
    {
        const XmlOutline outline = outlineOf(form);

        QCOMPARE(outline.size(), 6);
        QCOMPARE(outline.bytes(1), QByteArrayView("<s:b n = \"1 &gt; '0'\" m='>'>가<c/>나</s:b>"));
        QCOMPARE(outline.at(1).name, QByteArrayView("s:b"));
        QCOMPARE(outline.bytes(outline.at(1).contentBegin, outline.at(1).contentEnd), QByteArrayView("가<c/>나"));
        QCOMPARE(outline.bytes(2), QByteArrayView("<c/>"));
        QVERIFY(outline.at(2).isClosed() && !outline.at(1).isClosed());
        QCOMPARE(outline.bytes(0).first(5), QByteArrayView("<s:a "));
        QCOMPARE(outline.at(0).end, form.size());
        QCOMPARE(outline.at(3).after, 6);
        QCOMPARE(outline.at(1).after, 3);
    }

    void walksByName()
    {
        const XmlOutline outline = outlineOf(form);

        QCOMPARE(outline.children(0, "b"), QList<int>({1, 3}));
        QCOMPARE(outline.inside(0, "b"), QList<int>({1, 3, 5}));
        QCOMPARE(outline.child(0, "e"), -1);
        QCOMPARE(outline.child(3, "e"), 4);
        QCOMPARE(outline.around(5, "b"), 3);
        QCOMPARE(outline.around(5, "x"), -1);
        QCOMPARE(outline.textOf(1), u"가나"_s);
    }

    void readsAttributes()
    {
        const XmlOutline outline = outlineOf(form);

        QCOMPARE(outline.attribute(1, "n"), u"1 > '0'"_s);
        QCOMPARE(outline.attribute(1, "m"), u">"_s);
        QVERIFY(outline.attribute(1, "k").isNull());
        QVERIFY(outline.attribute(3, "n").isEmpty() && !outline.attribute(3, "n").isNull());
        const XmlSpan span = outline.valueOf(1, "n");
        QCOMPARE(outline.bytes(span.begin, span.end), QByteArrayView("1 &gt; '0'"));
    }

    void refusesWhatIsNotWellFormed_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("code");
        QTest::newRow("not closed") << QByteArray("<a><b></a>") << u"xml.malformed"_s;
        QTest::newRow("nothing") << QByteArray() << u"xml.malformed"_s;
        QTest::newRow("a document type") << QByteArray("<!DOCTYPE a><a/>") << u"xml.dtd"_s;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE<\0a\0/\0>\0", 10) << u"xml.encoding"_s;
        QTest::newRow("UTF-16 without a mark") << QByteArray("<\0a\0/\0>\0", 8) << u"xml.encoding"_s;
    }

    void refusesWhatIsNotWellFormed()
    {
        QFETCH(const QByteArray, xml);
        QFETCH(const QString, code);

        const Result<XmlOutline> outline = XmlOutline::of(xml);

        QVERIFY(!outline);
        QCOMPARE(outline.error().code, code);
    }

    void splicesInAnyOrderAndOnlyThere()
    {
        const Result<QByteArray> changed = spliced("0123456789", {{5, 7, "x"}, {0, 0, "a"}, {2, 2, "b"}, {2, 3, "c"}, {10, 10, "z"}});
        QVERIFY(changed);
        QCOMPARE(*changed, QByteArray("a01bc34x789z"));

        const Result<QByteArray> twice = spliced("0123456789", {{1, 4, "x"}, {3, 5, "y"}});
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, u"xml.overlap"_s);
    }
};

QTEST_GUILESS_MAIN(TestXmlOutline)
#include "tst_xml_outline.moc"
