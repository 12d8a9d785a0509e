// Changing some entries of an archive: what was not changed must be the very bytes that it was.
#include "core/zip_directory.h"
#include "core/zip_patch.h"

#include <QTest>

using namespace naru;

namespace {

QByteArray noise(int size)
{
    QByteArray bytes;
    quint32 seed = 7;
    for (int i = 0; i < size; ++i)
        bytes += char((seed = seed * 1664525 + 1013904223) >> 24);
    return bytes;
}

QByteArray archive()
{
    ZipWriter zip;
    zip.add(u"mimetype"_s, "application/x", ZipWriter::Packing::Stored);
    zip.add(u"첫째.xml"_s, QByteArray(5000, 'a') + noise(300));
    zip.add(u"b.xml"_s, QByteArray(3000, 'b') + noise(200));
    zip.add(u"c.bin"_s, noise(999), ZipWriter::Packing::Stored);
    return *zip.finish();
}

// The packed bytes of an entry, found by its name in a local header.
QByteArray packed(const QByteArray &bytes, const QString &name)
{
    const Result<QList<ZipEntry>> entries = readZipDirectory(bytes, {});
    const QByteArray raw = name.toUtf8();
    qsizetype at = bytes.indexOf("PK\3\4");
    while (at >= 0 && bytes.mid(at + 30, raw.size()) != raw)
        at = bytes.indexOf("PK\3\4", at + 1);
    const qsizetype extra = quint8(bytes[at + 28]) | (quint8(bytes[at + 29]) << 8);
    for (const ZipEntry &entry : *entries)
        if (entry.name == name)
            return bytes.mid(at + 30 + raw.size() + extra, entry.packed);
    return {};
}

} // namespace

class TestZipPatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsThePackedBytesOfWhatIsNotChanged()
    {
        const QByteArray before = archive();

        const auto after = patchZip(before, {{u"b.xml"_s, QByteArray("<new/>")}});

        QVERIFY2(after, after ? "" : qPrintable(after.error().text));
        for (const QString &name : {u"mimetype"_s, u"첫째.xml"_s, u"c.bin"_s}) {
            QVERIFY(!packed(before, name).isEmpty());
            QCOMPARE(packed(*after, name), packed(before, name));
        }
        const auto zip = ZipReader::open(*after);
        QVERIFY(zip);
        QCOMPARE(*zip->read(u"b.xml"_s), "<new/>");
        QCOMPARE(zip->names(), (QStringList{u"mimetype"_s, u"첫째.xml"_s, u"b.xml"_s, u"c.bin"_s}));
    }

    void givesTheSameBytesEveryTime()
    {
        const QList<ZipChange> changes{{u"b.xml"_s, QByteArray("<new/>")}, {u"d.xml"_s, QByteArray("<d/>")}};

        const auto first = patchZip(archive(), changes);
        const auto second = patchZip(archive(), changes);

        QVERIFY(first && second);
        QCOMPARE(*first, *second);
    }

    void givesTheSameBytesInEveryTimeZone()
    {
        const QByteArray zone = qgetenv("TZ");
        const QList<ZipChange> changes{{u"b.xml"_s, QByteArray("<new/>")}};

        qputenv("TZ", "Asia/Seoul");
        const auto seoul = patchZip(archive(), changes);
        qputenv("TZ", "America/Lima");
        const auto lima = patchZip(archive(), changes);
        zone.isNull() ? void(qunsetenv("TZ")) : void(qputenv("TZ", zone));

        QVERIFY(seoul && lima);
        QCOMPARE(*seoul, *lima);
    }

    void keepsWhatWasStoredStored()
    {
        const auto after = patchZip(archive(), {{u"mimetype"_s, QByteArray("application/y")}});

        QVERIFY(after);
        QVERIFY(after->startsWith("PK\3\4"));
        QCOMPARE(after->mid(30, 21), "mimetypeapplication/y");
    }

    void takesEntriesOutAndAddsOthersAtTheEnd()
    {
        const auto after = patchZip(archive(), {{u"첫째.xml"_s, {}}, {u"new.xml"_s, QByteArray("<n/>")}, {u"not there"_s, {}}});

        QVERIFY(after);
        const auto zip = ZipReader::open(*after);
        QVERIFY(zip);
        QCOMPARE(zip->names(), (QStringList{u"mimetype"_s, u"b.xml"_s, u"c.bin"_s, u"new.xml"_s}));
    }

    void refusesWhatIsNoArchive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("PK, but no archive");
        QTest::newRow("cut") << archive().chopped(30);
    }

    void refusesWhatIsNoArchive()
    {
        QFETCH(const QByteArray, bytes);

        const auto after = patchZip(bytes, {{u"a"_s, QByteArray("b")}});

        QVERIFY(!after);
        QCOMPARE(after.error().code, u"zip.damaged"_s);
    }
};

QTEST_GUILESS_MAIN(TestZipPatch)
#include "tst_zip_patch.moc"
