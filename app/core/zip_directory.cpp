#include "core/zip_directory.h"

#include <QSet>
#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>

namespace naru {

namespace {

// APPNOTE 6.3.10, 4.3.7–4.3.16: sizes and signatures of the fixed parts.
constexpr qint64 localSize = 30;
constexpr qint64 recordSize = 46;
constexpr qint64 endSize = 22;
constexpr qint64 end64Size = 56;
constexpr qint64 locatorSize = 20;
constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 recordSignature = 0x02014b50;
constexpr quint32 endSignature = 0x06054b50;
constexpr quint32 end64Signature = 0x06064b50;
constexpr quint32 locatorSignature = 0x07064b50;

Error damaged(const QString &text) { return Error{Error::Kind::Invalid, text, u"zip.damaged"_s}; }
Error beyond(const QString &text) { return Error{Error::Kind::Invalid, text, u"zip.limit"_s}; }

// Little-endian numbers at proved offsets.
class Bytes {
public:
    explicit Bytes(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    qint64 size() const { return m_bytes.size(); }
    bool holds(qint64 at, qint64 size) const { return at >= 0 && size >= 0 && at <= m_bytes.size() - size; }
    quint16 u16(qint64 at) const { return qFromLittleEndian<quint16>(m_bytes.data() + at); }
    quint32 u32(qint64 at) const { return qFromLittleEndian<quint32>(m_bytes.data() + at); }
    qint64 u64(qint64 at) const { return static_cast<qint64>(qFromLittleEndian<quint64>(m_bytes.data() + at)); }
    QByteArrayView slice(qint64 at, qint64 size) const { return m_bytes.sliced(at, size); }

private:
    QByteArrayView m_bytes;
};

struct Extent {
    qint64 begin = 0;
    qint64 end = 0;
};

struct Directory {
    Extent extent;
    qint64 entries = 0;
};

Result<Directory> findDirectory(const Bytes &bytes)
{
    const qint64 farthest = std::max<qint64>(0, bytes.size() - endSize - 0xffff);
    for (qint64 at = bytes.size() - endSize; at >= farthest; --at) {
        if (bytes.u32(at) != endSignature || at + endSize + bytes.u16(at + 20) != bytes.size())
            continue;
        const qint64 begin = bytes.u32(at + 16);
        Directory found{{begin, begin + bytes.u32(at + 12)}, bytes.u16(at + 10)};
        const qint64 locator = at - locatorSize;
        if (bytes.holds(locator, locatorSize) && bytes.u32(locator) == locatorSignature) {
            const qint64 end64 = bytes.u64(locator + 8);
            if (!bytes.holds(end64, end64Size) || bytes.u32(end64) != end64Signature)
                return damaged(u"expected a zip64 directory but its end record is missing"_s);
            const qint64 begin64 = bytes.u64(end64 + 48);
            const qint64 size64 = bytes.u64(end64 + 40);
            if (!bytes.holds(begin64, size64))
                return damaged(u"expected the zip64 directory inside the archive but it lies beyond"_s);
            found = {{begin64, begin64 + size64}, bytes.u64(end64 + 32)};
        }
        if (!bytes.holds(found.extent.begin, found.extent.end - found.extent.begin) || found.extent.end > at)
            return damaged(u"expected the zip directory inside the archive but it lies beyond"_s);
        return found;
    }
    return damaged(u"expected a zip archive but the end of its directory is missing"_s);
}

// UTF-8 where it is, else what Korean Windows writes.
QString decodeName(QByteArrayView raw)
{
    if (raw.isValidUtf8())
        return QString::fromUtf8(raw);
    QStringDecoder korean("windows-949");
    return korean.isValid() ? QString(korean.decode(raw)) : QString::fromLatin1(raw);
}

bool leavesArchive(const QString &name)
{
    if (name.startsWith(u'/') || name.contains(u'\\') || name.contains(QChar(0)))
        return true;
    if (name.size() > 1 && name.at(1) == u':' && name.at(0).isLetter())
        return true;
    return name.split(u'/').contains(u".."_s);
}

// Sizes and offset that do not fit 32 bits stand in the zip64 extra field, in this order, each only if needed (4.5.3).
Status readZip64(const Bytes &bytes, qint64 at, qint64 end, ZipEntry &entry, qint64 &offset)
{
    for (; at + 4 <= end; at += 4 + bytes.u16(at + 2)) {
        if (bytes.u16(at) != 0x0001)
            continue;
        qint64 value = at + 4;
        const qint64 stop = std::min<qint64>(end, value + bytes.u16(at + 2));
        for (qint64 *field : {&entry.unpacked, &entry.packed, &offset}) {
            if (*field != 0xffffffff)
                continue;
            if (value + 8 > stop)
                return damaged(u"expected the sizes of '"_s + entry.name + u"' but its zip64 field is too short"_s);
            *field = bytes.u64(value);
            value += 8;
        }
    }
    return {};
}

// The bytes from the local header to the end of the packed data.
Result<Extent> localExtent(const Bytes &bytes, const ZipEntry &entry, qint64 offset, qint64 directory)
{
    if (entry.packed < 0 || entry.unpacked < 0 || !bytes.holds(offset, localSize) || bytes.u32(offset) != localSignature)
        return damaged(u"expected entry '"_s + entry.name + u"' at byte "_s + QString::number(offset) + u" but it is not there"_s);
    const qint64 begin = offset + localSize + bytes.u16(offset + 26) + bytes.u16(offset + 28);
    if (begin > directory || entry.packed > directory - begin)
        return damaged(u"expected entry '"_s + entry.name + u"' inside the archive but it reaches beyond"_s);
    return Extent{offset, begin + entry.packed};
}

Result<ZipEntry> readRecord(const Bytes &bytes, qint64 at, qint64 directory, qint64 directoryEnd, Extent &extent)
{
    const qint64 nameSize = bytes.u16(at + 28);
    const qint64 extraSize = bytes.u16(at + 30);
    if (at + recordSize + nameSize + extraSize > directoryEnd)
        return damaged(u"expected a whole zip directory but it is cut"_s);
    ZipEntry entry{decodeName(bytes.slice(at + recordSize, nameSize)), bytes.u32(at + 20), bytes.u32(at + 24),
                   bytes.u16(at + 10)};
    if (entry.name.isEmpty() || leavesArchive(entry.name))
        return beyond(u"expected entry names inside the archive but found '"_s + entry.name + u"'"_s);
    constexpr quint16 encryptedFlags = 0x2041; // traditional, strong, hidden header
    if (bytes.u16(at + 8) & encryptedFlags)
        return Error{Error::Kind::Invalid, u"expected readable entries but '"_s + entry.name + u"' is encrypted"_s,
                     u"zip.encrypted"_s};
    qint64 offset = bytes.u32(at + 42);
    const qint64 extra = at + recordSize + nameSize;
    if (const Status status = readZip64(bytes, extra, extra + extraSize, entry, offset); !status)
        return status.error();
    const Result<Extent> found = localExtent(bytes, entry, offset, directory);
    if (!found)
        return found.error();
    extent = *found;
    return entry;
}

Status checkDisjoint(QList<Extent> extents)
{
    std::sort(extents.begin(), extents.end(), [](const Extent &a, const Extent &b) { return a.begin < b.begin; });
    for (qsizetype i = 1; i < extents.size(); ++i)
        if (extents[i].begin < extents[i - 1].end)
            return beyond(u"expected entries apart from each other but two share byte "_s
                          + QString::number(extents[i].begin));
    return {};
}

} // namespace

Result<QList<ZipEntry>> readZipDirectory(QByteArrayView view, const ZipLimits &limits)
{
    const Bytes bytes(view);
    const Result<Directory> directory = findDirectory(bytes);
    if (!directory)
        return directory.error();

    QList<ZipEntry> entries;
    QList<Extent> extents;
    QSet<QString> folded;
    qint64 declared = 0;
    const qint64 end = directory->extent.end;
    qint64 at = directory->extent.begin;
    while (bytes.holds(at, recordSize) && at + recordSize <= end && bytes.u32(at) == recordSignature) {
        if (entries.size() == limits.entries)
            return beyond(u"expected at most "_s + QString::number(limits.entries) + u" zip entries but there are more"_s);
        Extent extent;
        Result<ZipEntry> entry = readRecord(bytes, at, directory->extent.begin, end, extent);
        if (!entry)
            return entry.error();
        const QString key = entry->name.normalized(QString::NormalizationForm_C).toCaseFolded();
        if (folded.contains(key))
            return beyond(u"expected each entry name once but found '"_s + entry->name + u"' twice"_s);
        folded.insert(key);
        // Declared sizes may lie downwards, but one that owns up to a bomb is refused before a byte is inflated.
        if (entry->unpacked > limits.entryBytes || (declared += entry->unpacked) > limits.totalBytes)
            return beyond(u"expected less to unpack but '"_s + entry->name + u"' declares "_s
                          + QString::number(entry->unpacked) + u" bytes"_s);
        extents.append(extent);
        entries.append(*std::move(entry));
        at += recordSize + bytes.u16(at + 28) + bytes.u16(at + 30) + bytes.u16(at + 32);
    }
    if (at != end || entries.size() != directory->entries)
        return damaged(u"expected "_s + QString::number(directory->entries) + u" zip entries but the directory holds "_s
                       + QString::number(entries.size()));
    if (const Status status = checkDisjoint(extents); !status)
        return status.error();
    return entries;
}

} // namespace naru
