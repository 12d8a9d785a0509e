#include "core/zip_patch.h"

#include "core/zip_directory.h"

#include <zip.h>

namespace naru {

namespace {

QString reason(zip_error_t *error) { return QString::fromUtf8(zip_error_strerror(error)); }

struct Discard {
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

bool replaceEntry(zip_t *archive, zip_uint64_t index, const QByteArray &bytes)
{
    zip_stat_t before;
    zip_uint16_t time = 0;
    zip_uint16_t day = 0;
    if (zip_stat_index(archive, index, 0, &before) != 0 || !(before.valid & ZIP_STAT_MTIME))
        return false;
    const auto stamp = static_cast<time_t>(before.mtime);
    std::tm local{};
    localtime_r(&stamp, &local); // the inverse of what libzip did, so no zone enters
    time = zip_uint16_t((local.tm_hour << 11) | (local.tm_min << 5) | (local.tm_sec / 2));
    day = zip_uint16_t(((local.tm_year - 80) << 9) | ((local.tm_mon + 1) << 5) | local.tm_mday);
    zip_source_t *source = zip_source_buffer(archive, bytes.constData(), size_t(bytes.size()), 0);
    if (!source || zip_file_replace(archive, index, source, 0) != 0) {
        zip_source_free(source);
        return false;
    }
    const bool stored = before.comp_method == ZIP_CM_STORE;
    return zip_set_file_compression(archive, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0
           && zip_file_set_dostime(archive, index, time, day, 0) == 0;
}

bool addEntry(zip_t *archive, const QByteArray &name, const QByteArray &bytes)
{
    zip_source_t *source = zip_source_buffer(archive, bytes.constData(), size_t(bytes.size()), 0);
    const zip_int64_t place = source ? zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (place < 0) {
        zip_source_free(source);
        return false;
    }
    constexpr zip_uint16_t firstOf1980 = 0x21; // the same bytes today and tomorrow
    return zip_file_set_dostime(archive, zip_uint64_t(place), 0, firstOf1980, 0) == 0;
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
        return Error{Error::Kind::Failed, u"expected the changed archive but "_s + reason(zip_source_error(source))};
    return bytes;
}

} // namespace

Result<QByteArray> patchZip(const QByteArray &archive, const QList<ZipChange> &changes, const ZipLimits &limits)
{
    const Result<QList<ZipEntry>> entries = readZipDirectory(archive, limits);
    if (!entries)
        return entries.error();
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, Discard> target(
        zip_source_buffer_create(archive.constData(), size_t(archive.size()), 0, &error));
    std::unique_ptr<zip_t, Discard> open(target ? zip_open_from_source(target.get(), 0, &error) : nullptr);
    const QString text = reason(&error);
    zip_error_fini(&error);
    if (!open)
        return Error{Error::Kind::Invalid, u"expected a zip archive but "_s + text, u"zip.damaged"_s};
    zip_source_keep(target.get()); // closing the archive gives one reference back, reading needs another

    bool good = zip_get_num_entries(open.get(), 0) == entries->size();
    for (const ZipChange &change : changes) {
        qsizetype index = 0;
        while (index < entries->size() && entries->at(index).name != change.name)
            ++index;
        const auto place = static_cast<zip_uint64_t>(index);
        if (index == entries->size())
            good = good && (!change.bytes || addEntry(open.get(), change.name.toUtf8(), *change.bytes));
        else
            good = good && (change.bytes ? replaceEntry(open.get(), place, *change.bytes) : zip_delete(open.get(), place) == 0);
    }
    if (!good || zip_close(open.get()) != 0)
        return Error{Error::Kind::Failed, u"expected to change the archive but "_s + reason(zip_get_error(open.get()))};
    open.release(); // closed is freed
    return contentOf(target.get());
}

} // namespace naru
