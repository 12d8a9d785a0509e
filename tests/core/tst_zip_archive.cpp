// The door to zip archives: what it gives back, and every way in which an archive may be meant to hurt.
#include "core/zip_archive.h"

#include <QHash>
#include <QTest>
#include <QtEndian>

using namespace naru;

namespace {

// An archive written byte by byte, so that it can lie.
struct RawEntry {
    QByteArray name;
    QByteArray packed; // deflated or stored, as `method` says
    quint32 declared = 0; // unpacked size
    quint16 method = 0;
    quint16 flags = 0x800;
    quint32 crc = 0;
    int sameAs = -1; // shares the local header of that entry
};

void put16(QByteArray &bytes, quint16 value)
{
    value = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), 2);
}

void put32(QByteArray &bytes, quint32 value)
{
    value = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), 4);
}

void putCommon(QByteArray &bytes, const RawEntry &entry)
{
    put16(bytes, entry.flags);
    put16(bytes, entry.method);
    put32(bytes, 0x00210000);
    put32(bytes, entry.crc);
    put32(bytes, quint32(entry.packed.size()));
    put32(bytes, entry.declared);
    put16(bytes, quint16(entry.name.size()));
    put16(bytes, 0);
}

// The local header and the packed bytes of every entry, by name, as they stand in the archive.
QHash<QByteArray, QByteArray> packedEntries(const QByteArray &zip)
{
    QHash<QByteArray, QByteArray> entries;
    const auto u16 = [&](qsizetype at) { return qFromLittleEndian<quint16>(zip.constData() + at); };
    const auto u32 = [&](qsizetype at) { return qFromLittleEndian<quint32>(zip.constData() + at); };
    for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4)) {
        const qsizetype local = u32(at + 42);
        const qsizetype size = 30 + u16(local + 26) + u16(local + 28) + qsizetype(u32(at + 20));
        entries.insert(zip.mid(at + 46, u16(at + 28)), zip.mid(local, size));
    }
    return entries;
}

QByteArray rawZip(const QList<RawEntry> &entries, int counted = -1)
{
    QByteArray bytes;
    QByteArray directory;
    QList<quint32> offsets;
    for (const RawEntry &entry : entries) {
        offsets.append(entry.sameAs < 0 ? quint32(bytes.size()) : offsets[entry.sameAs]);
        if (entry.sameAs < 0) {
            put32(bytes, 0x04034b50);
            put16(bytes, 20);
            putCommon(bytes, entry);
            bytes += entry.name + entry.packed;
        }
        put32(directory, 0x02014b50);
        put16(directory, 20);
        put16(directory, 20);
        putCommon(directory, entry);
        directory.append(QByteArray(10, '\0'));
        put32(directory, offsets.last());
        directory += entry.name;
    }
    const auto begin = quint32(bytes.size());
    bytes += directory;
    put32(bytes, 0x06054b50);
    put32(bytes, 0);
    const auto count = quint16(counted < 0 ? entries.size() : counted);
    put16(bytes, count);
    put16(bytes, count);
    put32(bytes, quint32(directory.size()));
    put32(bytes, begin);
    put16(bytes, 0);
    return bytes;
}

RawEntry stored(const QByteArray &name, const QByteArray &content)
{
    return {name, content, quint32(content.size())};
}

// Deflated bytes without zlib's head and tail.
RawEntry deflated(const QByteArray &name, const QByteArray &content)
{
    const QByteArray packed = qCompress(content, 9);
    return {name, packed.sliced(4 + 2).chopped(4), quint32(content.size()), 8};
}

QByteArray written(const QList<QPair<QString, QByteArray>> &entries)
{
    ZipWriter writer;
    for (const auto &[name, bytes] : entries)
        writer.add(name, bytes);
    return *writer.finish();
}

QByteArray noise(int size)
{
    QByteArray bytes(size, '\0');
    quint32 state = 1;
    for (char &byte : bytes)
        byte = char((state = state * 1664525 + 1013904223) >> 24);
    return bytes;
}

} // namespace

class TestZipArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten()
    {
        const QByteArray big = noise(300'000);
        const QByteArray bytes = written({{u"mimetype"_s, "a"}, {u"큰/파일.xml"_s, big}, {u"empty"_s, {}}});

        const Result<ZipReader> zip = ZipReader::open(bytes);

        QVERIFY(zip);
        QCOMPARE(zip->names(), (QStringList{u"mimetype"_s, u"큰/파일.xml"_s, u"empty"_s}));
        QCOMPARE(*zip->read(u"큰/파일.xml"_s), big);
        QCOMPARE(*zip->read(u"empty"_s), QByteArray());
        QVERIFY(zip->contains(u"mimetype"_s));
        QVERIFY(!zip->contains(u"Mimetype"_s));
        QCOMPARE(zip->read(u"other"_s).error().kind, Error::Kind::NotFound);
    }

    void writesTheSameBytesEachTimeWithTheMimetypeAtByte38()
    {
        const auto write = [] {
            ZipWriter writer;
            writer.add(u"mimetype"_s, "application/hwp+zip", ZipWriter::Packing::Stored);
            writer.add(u"version.xml"_s, QByteArray(1000, 'x'));
            return *writer.finish();
        };

        const QByteArray bytes = write();

        QCOMPARE(bytes.mid(38, 19), QByteArray("application/hwp+zip"));
        QCOMPARE(bytes.mid(0, 4), QByteArray("PK\3\4"));
        QVERIFY(bytes.size() < 1000);
        qputenv("TZ", "America/New_York");
        QCOMPARE(write(), bytes);
        qunsetenv("TZ");
    }

    void changesOneEntryAndLeavesTheBytesOfTheOthers()
    {
        ZipWriter writer;
        writer.add(u"mimetype"_s, "application/hwp+zip", ZipWriter::Packing::Stored);
        writer.add(u"가/본문.xml"_s, QByteArray(5000, 'x'));
        writer.add(u"그림.png"_s, QByteArray(300, 'y'), ZipWriter::Packing::Stored);
        writer.add(u"끝.xml"_s, QByteArray(5000, 'z'));
        const QByteArray before = *writer.finish();

        const Result<QByteArray> after = patchedZip(before, {{u"가/본문.xml"_s, QByteArray(7000, 'w')}, {u"그림.png"_s, {}}});

        QVERIFY2(bool(after), after ? "" : qPrintable(after.error().text));
        const Result<ZipReader> reader = ZipReader::open(*after);
        QVERIFY(reader);
        QCOMPARE(reader->names(), QStringList({u"mimetype"_s, u"가/본문.xml"_s, u"끝.xml"_s}));
        QCOMPARE(*reader->read(u"가/본문.xml"_s), QByteArray(7000, 'w'));
        QVERIFY(after->size() < 1000); // packed as it was
        const auto old = packedEntries(before);
        const auto fresh = packedEntries(*after);
        for (const QString &name : {u"mimetype"_s, u"끝.xml"_s})
            QCOMPARE(fresh.value(name.toUtf8()), old.value(name.toUtf8()));
        QCOMPARE(*patchedZip(before, {{u"그림.png"_s, {}}}), *patchedZip(before, {{u"그림.png"_s, {}}}));
    }

    void changesNothingWhereAnEntryIsMissing()
    {
        ZipWriter writer;
        writer.add(u"a"_s, "b");

        const Result<QByteArray> patched = patchedZip(*writer.finish(), {{u"b"_s, "c"}});

        QVERIFY(!patched);
        QCOMPARE(patched.error().code, u"zip.missing"_s);
        QCOMPARE(patchedZip("PK", {}).error().code, u"zip.damaged"_s);
    }

    void streamsInBlocksAndStopsWhenAsked()
    {
        const QByteArray bytes = written({{u"a"_s, noise(1'000'000)}});
        const Result<ZipReader> zip = ZipReader::open(bytes);
        qsizetype largest = 0;
        int calls = 0;

        const Status status = zip->stream(u"a"_s, [&](QByteArrayView block) {
            largest = std::max(largest, block.size());
            return ++calls < 3;
        });

        QVERIFY(status);
        QCOMPARE(calls, 3);
        QVERIFY(largest <= 64 << 10);
    }

    void readsNamesFromKoreanWindows()
    {
        const QByteArray bytes = rawZip({RawEntry{"\xb9\xab\xbc\xad.txt", "", 0, 0, 0}});

        QCOMPARE(ZipReader::open(bytes)->names(), QStringList{u"무서.txt"_s});
    }

    void refusesHostileDirectories_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const auto named = [](const QByteArray &name) { return rawZip({stored(name, "x")}); };
        QTest::newRow("parent") << named("a/../../b") << u"zip.limit"_s;
        QTest::newRow("parent at the end") << named("a/..") << u"zip.limit"_s;
        QTest::newRow("absolute") << named("/etc/passwd") << u"zip.limit"_s;
        QTest::newRow("backslash") << named("a\\b") << u"zip.limit"_s;
        QTest::newRow("drive letter") << named("C:evil") << u"zip.limit"_s;
        QTest::newRow("zero byte") << named(QByteArray("a\0b", 3)) << u"zip.limit"_s;
        QTest::newRow("no name") << named("") << u"zip.limit"_s;
        QTest::newRow("doubles") << rawZip({stored("a", "x"), stored("a", "y")}) << u"zip.limit"_s;
        QTest::newRow("doubles in case") << rawZip({stored("Doc.xml", "x"), stored("doc.XML", "y")}) << u"zip.limit"_s;
        QTest::newRow("doubles in NFC and NFD")
            << rawZip({stored(u"한"_s.toUtf8(), "x"), stored(u"한"_s.normalized(QString::NormalizationForm_D).toUtf8(), "y")})
            << u"zip.limit"_s;
        RawEntry again = stored("b", "xxxx");
        again.sameAs = 0;
        QTest::newRow("overlap") << rawZip({stored("a", "xxxx"), again}) << u"zip.limit"_s;
        RawEntry secret = stored("secret.xml", "x");
        secret.flags |= 1;
        QTest::newRow("encrypted") << rawZip({secret}) << u"zip.encrypted"_s;
        RawEntry honest = stored("huge", "x");
        honest.declared = 0xfffffff0;
        QTest::newRow("declared too large") << rawZip({honest}) << u"zip.limit"_s;
        QTest::newRow("wrong count") << rawZip({stored("a", "x")}, 2) << u"zip.damaged"_s;
        QTest::newRow("empty file") << QByteArray() << u"zip.damaged"_s;
        QTest::newRow("not a zip") << QByteArray(5000, 'x') << u"zip.damaged"_s;
        QByteArray beyond = rawZip({stored("a", "x")});
        qToLittleEndian<quint32>(0x7fffffff, beyond.data() + beyond.size() - 6);
        QTest::newRow("directory beyond the end") << beyond << u"zip.damaged"_s;
    }

    void refusesHostileDirectories()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);

        const Result<ZipReader> zip = ZipReader::open(bytes);

        QVERIFY(!zip);
        QCOMPARE(zip.error().code, code);
        QCOMPARE(zip.error().kind, Error::Kind::Invalid);
    }

    void namesTheEncryptedEntry()
    {
        RawEntry secret = stored("인사.xml", "x");
        secret.flags |= 1;

        QVERIFY(ZipReader::open(rawZip({secret})).error().text.contains(u"인사.xml"_s));
    }

    void opensAtTheLimitOfEntriesAndNotBeyond()
    {
        QList<RawEntry> entries;
        for (int i = 0; i < 20; ++i)
            entries.append(stored(QByteArray::number(i), {}));
        const QByteArray bytes = rawZip(entries);

        QVERIFY(ZipReader::open(bytes, {.entries = 20}));
        QCOMPARE(ZipReader::open(bytes, {.entries = 19}).error().code, u"zip.limit"_s);
    }

    void refusesAMillionEmptyEntriesBeforeReadingThem()
    {
        QList<RawEntry> entries;
        for (int i = 0; i < 1'000'000; ++i) {
            entries.append(stored(QByteArray::number(i), {}));
            entries.last().sameAs = i ? 0 : -1;
        }
        const QByteArray bytes = rawZip(entries, 1'000'000 % 65536); // all that the end record has room to own up to

        const Result<ZipReader> zip = ZipReader::open(bytes);

        QVERIFY(!zip);
        QVERIFY(zip.error().text.contains(u"at most 10000"_s));
    }

    void refusesEntriesThatUnpackTooFar_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("ratio") << rawZip({deflated("a", QByteArray(8 << 20, '\0'))}) << u"zip.limit"_s;
        RawEntry small = deflated("a", QByteArray(8 << 20, '\0'));
        small.declared = 10;
        QTest::newRow("ratio with a lying size") << rawZip({small}) << u"zip.limit"_s;
        RawEntry lying = deflated("a", noise(5000));
        lying.declared = 4000;
        QTest::newRow("lying size") << rawZip({lying}) << u"zip.damaged"_s;
        QTest::newRow("wrong checksum") << rawZip({stored("a", "text")}) << u"zip.damaged"_s;
        RawEntry broken = deflated("a", noise(5000));
        broken.packed.truncate(2000);
        QTest::newRow("cut data") << rawZip({broken}) << u"zip.damaged"_s;
        RawEntry lzma = stored("a", "text");
        lzma.method = 14;
        QTest::newRow("unusual method") << rawZip({lzma}) << u"zip.damaged"_s;
    }

    void refusesEntriesThatUnpackTooFar()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);
        const Result<ZipReader> zip = ZipReader::open(bytes);
        QVERIFY(zip);
        qint64 seen = 0;

        const Status status = zip->stream(u"a"_s, [&seen](QByteArrayView block) {
            seen += block.size();
            return true;
        });

        QVERIFY(!status);
        QCOMPARE(status.error().code, code);
        QVERIFY(seen < 2 << 20);
    }

    void countsRealBytesOfOneEntryAndOfAll()
    {
        const QByteArray bytes = written({{u"a"_s, noise(1000)}, {u"b"_s, noise(1000)}});

        QVERIFY(ZipReader::open(bytes, {.entryBytes = 1000, .totalBytes = 2000}));
        QCOMPARE(ZipReader::open(bytes, {.entryBytes = 999}).error().code, u"zip.limit"_s);
        QCOMPARE(ZipReader::open(bytes, {.totalBytes = 1999}).error().code, u"zip.limit"_s);
        const Result<ZipReader> zip = ZipReader::open(bytes, {.totalBytes = 2000});
        QVERIFY(zip->read(u"a"_s));
        QVERIFY(zip->read(u"a"_s)); // twice the same is not twice the size
        QVERIFY(zip->read(u"b"_s));
    }

    void countsRealBytesWhereSizesLie()
    {
        RawEntry one = deflated("a", noise(300'000));
        one.declared = 1;
        const Result<ZipReader> zip = ZipReader::open(rawZip({one}), {.entryBytes = 100'000});
        QVERIFY(zip);

        QCOMPARE(zip->read(u"a"_s).error().code, u"zip.limit"_s);
    }

    void survivesEveryCut()
    {
        const QByteArray bytes = written({{u"a"_s, noise(2000)}, {u"b"_s, QByteArray(5000, 'b')}});

        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!ZipReader::open(bytes.first(size)), QByteArray::number(size).constData());
    }

    void survivesEveryFlippedByte()
    {
        const QByteArray whole = written({{u"a"_s, noise(200)}, {u"b"_s, QByteArray(500, 'b')}});
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const char mask : {'\x01', '\x80', '\xff'}) {
                QByteArray bytes = whole;
                bytes[at] = char(bytes[at] ^ mask);
                const Result<ZipReader> zip = ZipReader::open(bytes);
                if (!zip)
                    continue;
                for (const QString &name : zip->names())
                    static_cast<void>(bool(zip->read(name)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestZipArchive)
#include "tst_zip_archive.moc"
