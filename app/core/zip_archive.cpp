#include "core/zip_archive.h"

#include "core/zip_directory.h"

#include <QHash>

#include <zip.h>

#include <array>

namespace naru {

namespace {

constexpr qsizetype blockSize = 64 << 10;
constexpr qint64 ratioGrace = 100 << 10; // small entries of blanks compress very well without being bombs

Error damaged(const QString &text) { return Error{Error::Kind::Invalid, text, u"zip.damaged"_s}; }
Error beyond(const QString &text) { return Error{Error::Kind::Invalid, text, u"zip.limit"_s}; }
QString reason(zip_error_t *error) { return QString::fromUtf8(zip_error_strerror(error)); }

struct Discard {
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

} // namespace

struct ZipReader::Open {
    QByteArray bytes; // libzip reads from it
    ZipLimits limits;
    QList<ZipEntry> entries;
    QHash<QString, int> places;
    QList<qint64> unpacked; // the most that each entry gave so far: reading one twice is not two bombs
    qint64 total = 0;
    std::unique_ptr<zip_t, Discard> archive;

    Status charge(int place, qint64 size)
    {
        const ZipEntry &entry = entries.at(place);
        if (size > ratioGrace && size / limits.ratio > entry.packed)
            return beyond(u"expected an honest entry but '"_s + entry.name + u"' unpacks to more than "_s
                          + QString::number(limits.ratio) + u" times its size"_s);
        if (size > unpacked[place]) {
            total += size - unpacked[place];
            unpacked[place] = size;
        }
        if (size > limits.entryBytes || total > limits.totalBytes)
            return beyond(u"expected less to unpack but '"_s + entry.name + u"' passes the limit"_s);
        return {};
    }
};

ZipReader::ZipReader(std::unique_ptr<Open> open)
    : m_open(std::move(open))
{
}
ZipReader::ZipReader(ZipReader &&) noexcept = default;
ZipReader &ZipReader::operator=(ZipReader &&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(const QByteArray &bytes, const ZipLimits &limits)
{
    Result<QList<ZipEntry>> entries = readZipDirectory(bytes, limits);
    if (!entries)
        return entries.error();
    auto open = std::make_unique<Open>();
    open->bytes = bytes;
    open->limits = limits;
    open->entries = *std::move(entries);
    open->unpacked.fill(0, open->entries.size());

    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(open->bytes.constData(), size_t(bytes.size()), 0, &error);
    open->archive.reset(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    const QString text = reason(&error);
    zip_error_fini(&error);
    if (!open->archive) {
        zip_source_free(source);
        return damaged(u"expected a zip archive but "_s + text);
    }
    // Two directories in one file are a trick: what was proved must be what libzip walks.
    bool same = zip_get_num_entries(open->archive.get(), 0) == open->entries.size();
    for (int i = 0; same && i < open->entries.size(); ++i) {
        zip_stat_t stat;
        same = zip_stat_index(open->archive.get(), zip_uint64_t(i), 0, &stat) == 0
               && qint64(stat.comp_size) == open->entries[i].packed;
        open->places.insert(open->entries[i].name, i);
    }
    if (!same)
        return damaged(u"expected one zip directory but there are two that differ"_s);
    return ZipReader(std::move(open));
}

QStringList ZipReader::names() const
{
    QStringList names;
    for (const ZipEntry &entry : m_open->entries)
        names.append(entry.name);
    return names;
}

bool ZipReader::contains(const QString &name) const { return m_open->places.contains(name); }

Result<QByteArray> ZipReader::read(const QString &name) const
{
    QByteArray bytes;
    const Status status = stream(name, [&bytes](QByteArrayView block) {
        bytes.append(block);
        return true;
    });
    if (!status)
        return status.error();
    return bytes;
}

Status ZipReader::stream(const QString &name, const std::function<bool(QByteArrayView)> &sink) const
{
    const auto place = m_open->places.constFind(name);
    if (place == m_open->places.constEnd())
        return Error{Error::Kind::NotFound, u"expected entry '"_s + name + u"' in the archive but it is not there"_s,
                     u"zip.missing"_s};
    if (const quint16 method = m_open->entries.at(*place).method; method != ZIP_CM_STORE && method != ZIP_CM_DEFLATE)
        return damaged(u"expected '"_s + name + u"' stored or deflated but it is packed by method "_s
                       + QString::number(method));
    zip_t *archive = m_open->archive.get();
    const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, zip_uint64_t(*place), 0));
    if (!file)
        return damaged(u"expected to read '"_s + name + u"' but "_s + reason(zip_get_error(archive)));

    std::array<char, blockSize> block;
    qint64 size = 0;
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
        if (got < 0)
            return damaged(u"expected to read '"_s + name + u"' but "_s + reason(zip_file_get_error(file.get())));
        if (got == 0)
            return {};
        size += got;
        if (const Status status = m_open->charge(*place, size); !status)
            return status;
        if (!sink(QByteArrayView(block.data(), got)))
            return {};
    }
}

void ZipWriter::add(const QString &name, const QByteArray &bytes, Packing packing)
{
    m_entries.append({name, bytes, packing});
}

namespace {

// The same bytes today and tomorrow, and packed as told.
bool settle(zip_t *archive, zip_uint64_t place, bool deflated)
{
    constexpr zip_uint16_t firstOf1980 = 0x21;
    return zip_set_file_compression(archive, place, deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0
           && zip_file_set_dostime(archive, place, 0, firstOf1980, 0) == 0;
}

// Adds one entry to the open archive; libzip reads the bytes when it closes, so they must live until then.
bool addEntry(zip_t *archive, const QByteArray &name, const QByteArray &bytes, bool deflated)
{
    zip_source_t *source = zip_source_buffer(archive, bytes.constData(), size_t(bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t place = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
        zip_source_free(source);
        return false;
    }
    return settle(archive, static_cast<zip_uint64_t>(place), deflated);
}

Result<QByteArray> contentOf(zip_source_t *source)
{
    zip_stat_t stat;
    QByteArray bytes;
    bool good = zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0;
    if (good) {
        bytes.resize(qsizetype(stat.size));
        good = zip_source_read(source, bytes.data(), stat.size) == zip_int64_t(stat.size);
        zip_source_close(source);
    }
    if (!good)
        return Error{Error::Kind::Failed, u"expected the written archive but "_s + reason(zip_source_error(source))};
    return bytes;
}

} // namespace

Result<QByteArray> ZipWriter::finish()
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, Discard> target(zip_source_buffer_create(nullptr, 0, 0, &error));
    std::unique_ptr<zip_t, Discard> archive(
        target ? zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr);
    const QString text = reason(&error);
    zip_error_fini(&error);
    if (!archive)
        return Error{Error::Kind::Failed, u"expected to begin an archive but "_s + text};
    zip_source_keep(target.get()); // closing the archive gives one reference back, reading needs another

    bool good = true;
    for (const Entry &entry : m_entries)
        good = good && addEntry(archive.get(), entry.name.toUtf8(), entry.bytes, entry.packing == Packing::Deflated);
    if (!good || zip_close(archive.get()) != 0)
        return Error{Error::Kind::Failed, u"expected to write the archive but "_s + reason(zip_get_error(archive.get()))};
    archive.release(); // closed is freed
    return contentOf(target.get());
}

} // namespace naru
