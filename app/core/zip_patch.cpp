// Changes entries of an archive by copying the bytes of all others. Not libzip's own way: its buffers free twice what an
// archive in memory shares with its successor (1.7.3).
#include "core/zip_archive.h"
#include "core/zip_directory.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>

namespace naru {

namespace {

// APPNOTE 6.3.10, 4.3.7-4.3.16.
constexpr qsizetype localSize = 30;
constexpr qsizetype recordSize = 46;
constexpr qsizetype endSize = 22;
constexpr qsizetype largestDescriptor = 24;
constexpr quint16 hasDescriptor = 0x8;

// A central record with the entry that it tells of, as they stand in an archive.
struct Packed {
    QByteArrayView record;
    QByteArrayView entry; // local header, packed bytes, data descriptor
};

template <typename Number>
Number at(QByteArrayView bytes, qsizetype place)
{
    return qFromLittleEndian<Number>(bytes.data() + place);
}

// REQUIRES: the archive is proved, so the end is there.
qsizetype endRecord(QByteArrayView bytes)
{
    qsizetype place = bytes.size() - endSize;
    while (at<quint32>(bytes, place) != 0x06054b50 || place + endSize + at<quint16>(bytes, place + 20) != bytes.size())
        --place;
    return place;
}

// REQUIRES: the archive is proved and holds as many entries. Empty where it is one of zip64.
QList<Packed> packedEntries(QByteArrayView bytes, qsizetype count)
{
    const qsizetype directory = at<quint32>(bytes, endRecord(bytes) + 16);
    QList<Packed> entries;
    QList<qsizetype> begins{directory};
    for (qsizetype place = directory; entries.size() < count;) {
        if (at<quint32>(bytes, place + 42) == 0xffffffff || at<quint32>(bytes, place + 20) == 0xffffffff)
            return {};
        const qsizetype size = recordSize + at<quint16>(bytes, place + 28) + at<quint16>(bytes, place + 30)
            + at<quint16>(bytes, place + 32);
        entries.append({bytes.sliced(place, size), {}});
        begins.append(at<quint32>(bytes, place + 42));
        place += size;
    }
    std::sort(begins.begin(), begins.end());
    for (Packed &one : entries) {
        const qsizetype begin = at<quint32>(one.record, 42);
        const qsizetype packed =
            localSize + at<quint16>(bytes, begin + 26) + at<quint16>(bytes, begin + 28) + at<quint32>(one.record, 20);
        const qsizetype next = *std::upper_bound(begins.cbegin(), begins.cend(), begin);
        const bool isDescribed = at<quint16>(one.record, 8) & hasDescriptor;
        const qsizetype behind = isDescribed ? std::min(next - begin - packed, largestDescriptor) : 0;
        one.entry = bytes.sliced(begin, packed + behind);
    }
    return entries;
}

QByteArray joined(const QList<Packed> &entries, QByteArrayView comment)
{
    QList<qsizetype> order;
    for (qsizetype i = 0; i < entries.size(); ++i)
        order.append(i);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return at<quint32>(entries[a].record, 42) < at<quint32>(entries[b].record, 42);
    });
    QByteArray bytes;
    QList<quint32> offsets(entries.size());
    for (const qsizetype i : order) {
        offsets[i] = quint32(bytes.size());
        bytes.append(entries[i].entry);
    }
    const auto directory = quint32(bytes.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        bytes.append(entries[i].record);
        qToLittleEndian(offsets[i], bytes.data() + bytes.size() - entries[i].record.size() + 42);
    }
    QByteArray end("PK\x05\x06\0\0\0\0", 8);
    end.resize(endSize);
    qToLittleEndian(quint16(entries.size()), end.data() + 8);
    qToLittleEndian(quint16(entries.size()), end.data() + 10);
    qToLittleEndian(quint32(bytes.size()) - directory, end.data() + 12);
    qToLittleEndian(directory, end.data() + 16);
    qToLittleEndian(quint16(comment.size()), end.data() + 20);
    return bytes.append(end).append(comment);
}

// What is new, packed as the old entries are; empty where nothing is.
Result<QByteArray> packedAnew(const QList<Packed> &entries, const QHash<qsizetype, const ZipPatch *> &changes)
{
    ZipWriter writer;
    bool isEmpty = true;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const ZipPatch *patch = changes.value(i);
        if (!patch || !patch->bytes)
            continue;
        const bool isStored = at<quint16>(entries[i].record, 10) == 0;
        writer.add(patch->name, *patch->bytes, isStored ? ZipWriter::Packing::Stored : ZipWriter::Packing::Deflated);
        isEmpty = false;
    }
    return isEmpty ? Result<QByteArray>(QByteArray()) : writer.finish();
}

} // namespace

Result<QByteArray> patchedZip(const QByteArray &bytes, const QList<ZipPatch> &patches, const ZipLimits &limits)
{
    const Result<ZipReader> reader = ZipReader::open(bytes, limits); // proves it
    if (!reader)
        return reader.error();
    const QStringList names = reader->names();
    QList<Packed> entries = packedEntries(bytes, names.size());
    if (entries.size() != names.size())
        return Error{Error::Kind::Invalid, u"expected an archive below 4 GiB but it is written as a larger one (zip64)"_s,
                     u"zip.limit"_s};
    QHash<qsizetype, const ZipPatch *> changes; // by place
    for (const ZipPatch &patch : patches) {
        if (!names.contains(patch.name))
            return Error{Error::Kind::NotFound,
                         u"expected entry '"_s + patch.name + u"' in the archive but it is not there"_s, u"zip.missing"_s};
        changes.insert(names.indexOf(patch.name), &patch);
    }
    const Result<QByteArray> fresh = packedAnew(entries, changes);
    if (!fresh)
        return fresh.error();

    const qsizetype added = std::count_if(patches.cbegin(), patches.cend(), [](const ZipPatch &one) { return one.bytes.has_value(); });
    QList<Packed> packed = added ? packedEntries(*fresh, added) : QList<Packed>();
    QList<Packed> result;
    QList<QByteArray> records; // of the new ones, which stand where the old ones stood
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const ZipPatch *patch = changes.value(i);
        if (patch && !patch->bytes)
            continue;
        if (patch) {
            const Packed one = packed.takeFirst();
            records.append(one.record.toByteArray());
            qToLittleEndian(at<quint32>(entries[i].record, 42), records.last().data() + 42);
            entries[i] = {records.last(), one.entry};
        }
        result.append(entries[i]);
    }
    const qsizetype end = endRecord(bytes);
    return joined(result, QByteArrayView(bytes).sliced(end + endSize));
}

} // namespace naru
