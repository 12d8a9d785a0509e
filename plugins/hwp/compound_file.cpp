#include "compound_file.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

namespace naru::hwp {

namespace {

constexpr qint64 headerSize = 512;
constexpr quint32 lastRegular = 0xFFFF'FFFA;
constexpr quint32 endOfChain = 0xFFFF'FFFE;
constexpr quint32 noEntry = 0xFFFF'FFFF;
constexpr qint64 miniSize = 64;
constexpr qint64 miniCutoff = 4096; // smaller streams lie in the mini stream
constexpr int headerTable = 109; // ids of the FAT's sectors in the header itself
constexpr qint64 entrySize = 128;
constexpr qint64 mostEntries = 100'000;

Error damaged(const QString &what)
{
    return {Error::Kind::Invalid, u"expected a sound compound file but "_s + what, u"hwp.damaged"_s};
}

Error truncated()
{
    return {Error::Kind::Invalid, u"expected a whole document but the file ends too early"_s, u"hwp.truncated"_s};
}

} // namespace

Result<CompoundFile> CompoundFile::open(const QByteArray &bytes)
{
    CompoundFile file;
    file.m_bytes = bytes;
    if (bytes.size() < headerSize)
        return truncated();
    file.m_shift = qFromLittleEndian<quint16>(bytes.constData() + 30);
    if (file.m_shift != 9 && file.m_shift != 12)
        return damaged(u"its sectors are of no known size"_s);
    if (const Status read = file.readTables(); !read)
        return read.error();
    if (const Status read = file.readDirectory(); !read)
        return read.error();
    return file;
}

quint32 CompoundFile::word(qint64 at) const
{
    return at + 4 <= m_bytes.size() ? qFromLittleEndian<quint32>(m_bytes.constData() + at) : noEntry;
}

// Sector 0 begins behind the header, which takes a sector of its own; the last one may be cut.
qint64 CompoundFile::sectors() const
{
    return std::max<qint64>(0, ((m_bytes.size() + (1LL << m_shift) - 1) >> m_shift) - 1);
}

Status CompoundFile::addIds(quint32 sector, QList<quint32> &table) const
{
    if (sector >= sectors())
        return truncated();
    const qint64 at = (qint64(sector) + 1) << m_shift;
    for (qint64 i = 0; i < (1LL << m_shift); i += 4)
        table.append(word(at + i));
    return {};
}

// The header names the first sectors of the FAT, a chain of its own the others.
Status CompoundFile::readTables()
{
    for (int i = 0; i < headerTable && m_next.size() < sectors(); ++i) {
        const quint32 sector = word(76 + i * 4);
        if (sector >= lastRegular)
            break;
        if (Status added = addIds(sector, m_next); !added)
            return added;
    }
    qint64 steps = 0;
    for (quint32 sector = word(68); sector < lastRegular && m_next.size() < sectors();) {
        QList<quint32> ids;
        if (++steps > sectors())
            return damaged(u"the table of its tables runs in a circle"_s);
        if (Status added = addIds(sector, ids); !added)
            return added;
        sector = ids.takeLast();
        for (const quint32 one : std::as_const(ids)) {
            if (one >= lastRegular || m_next.size() >= sectors())
                break;
            if (Status added = addIds(one, m_next); !added)
                return added;
        }
    }
    return {};
}

Status CompoundFile::readDirectory()
{
    const Result<QByteArray> directory = chain(word(48), -1);
    if (!directory)
        return directory.error();
    if (directory->size() < entrySize)
        return damaged(u"its directory is empty"_s);
    if (directory->size() / entrySize > mostEntries)
        return Error{Error::Kind::Invalid, u"expected at most %1 streams but there are more"_s.arg(mostEntries),
                     u"limit.entries"_s};
    if (const quint32 start = word(60); start < lastRegular) {
        const Result<QByteArray> table = chain(start, -1);
        if (!table)
            return table.error();
        for (qsizetype at = 0; at + 4 <= table->size(); at += 4)
            m_miniNext.append(qFromLittleEndian<quint32>(table->constData() + at));
        const Result<QByteArray> mini = chain(qFromLittleEndian<quint32>(directory->constData() + 116),
                                              qFromLittleEndian<quint32>(directory->constData() + 120));
        if (!mini)
            return mini.error();
        m_mini = *mini;
    }
    return walk(*directory);
}

// The entries of a storage are a tree by their names; the root entry is the first.
Status CompoundFile::walk(const QByteArray &directory)
{
    struct Place {
        quint32 entry;
        QString folder;
    };
    const qsizetype entries = directory.size() / entrySize;
    std::vector<bool> seen(size_t(entries), false);
    QList<Place> open{{qFromLittleEndian<quint32>(directory.constData() + 76), {}}};
    while (!open.isEmpty()) {
        const Place place = open.takeLast();
        if (place.entry == noEntry)
            continue;
        if (place.entry >= entries || seen[place.entry])
            return damaged(u"its directory is no tree"_s);
        seen[place.entry] = true;
        const char *entry = directory.constData() + place.entry * entrySize;
        const auto at = [entry](int offset) { return qFromLittleEndian<quint32>(entry + offset); };
        const int nameBytes = std::min<int>(qFromLittleEndian<quint16>(entry + 64), 64);
        QString name = place.folder;
        for (int i = 0; i + 2 < nameBytes; i += 2)
            name += QChar(qFromLittleEndian<quint16>(entry + i));
        open.append({at(68), place.folder});
        open.append({at(72), place.folder});
        if (entry[66] == 1)
            open.append({at(76), name + u'/'});
        else if (entry[66] == 2)
            m_streams.insert(name, {at(116), qint64(at(120))});
    }
    return {};
}

Result<QByteArray> CompoundFile::chain(quint32 start, qint64 size) const
{
    const qint64 all = sectors();
    QByteArray content;
    content.reserve(std::min(std::max<qint64>(size, 0), all << m_shift));
    std::vector<bool> seen(size_t(all), false);
    for (quint32 sector = start; sector != endOfChain && (size < 0 || content.size() < size); sector = m_next[sector]) {
        if (sector >= all || sector >= m_next.size())
            return truncated();
        if (seen[sector])
            return damaged(u"a chain of its sectors runs in a circle"_s);
        seen[sector] = true;
        content += QByteArrayView(m_bytes)
                       .sliced((qint64(sector) + 1) << m_shift)
                       .first(std::min<qint64>(1LL << m_shift, m_bytes.size() - ((qint64(sector) + 1) << m_shift)));
    }
    if (size >= 0 && content.size() < size)
        return truncated();
    return size < 0 ? content : content.first(size);
}

Result<QByteArray> CompoundFile::miniChain(quint32 start, qint64 size) const
{
    QByteArray content;
    std::vector<bool> seen(size_t(m_miniNext.size()), false);
    for (quint32 sector = start; content.size() < size; sector = m_miniNext[sector]) {
        const qint64 at = qint64(sector) * miniSize;
        if (sector >= m_miniNext.size() || at >= m_mini.size())
            return truncated();
        if (seen[sector])
            return damaged(u"a chain of its small sectors runs in a circle"_s);
        seen[sector] = true;
        content += QByteArrayView(m_mini).sliced(at).first(std::min(miniSize, m_mini.size() - at));
    }
    return content.first(size);
}

Result<QByteArray> CompoundFile::read(const QString &name) const
{
    const auto found = m_streams.constFind(name);
    if (found == m_streams.cend())
        return Error{Error::Kind::Invalid, u"expected the part '"_s + name + u"' but the document does not hold it"_s,
                     u"hwp.partMissing"_s};
    if (found->size > m_bytes.size())
        return truncated();
    return found->size < miniCutoff ? miniChain(found->start, found->size) : chain(found->start, found->size);
}

} // namespace naru::hwp
