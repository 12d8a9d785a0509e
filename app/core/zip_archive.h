// The one door to zip containers (HWPX, XLSX, ODS), on libzip, with limits against bombs (RELIABILITY S5, S6).
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace naru {

struct ZipLimits {
    int entries = 10'000;
    qint64 entryBytes = 512LL << 20; // unpacked, counted while inflating; declared sizes lie
    qint64 totalBytes = 1LL << 30;
    int ratio = 100; // unpacked : packed, after the first 100 KiB of an entry
};

class ZipReader {
public:
    // Opens an archive in memory; the bytes are shared, not copied. Invalid, code "zip.damaged" | "zip.encrypted" |
    // "zip.limit" (too many entries, overlapping entries, names that leave the archive, doubles in case or NFC).
    static Result<ZipReader> open(const QByteArray &bytes, const ZipLimits &limits = {});

    ZipReader(ZipReader &&) noexcept;
    ZipReader &operator=(ZipReader &&) noexcept;
    ~ZipReader();

    QStringList names() const; // in the order of the directory
    bool contains(const QString &name) const;

    // The whole entry. NotFound, or Invalid as for open().
    Result<QByteArray> read(const QString &name) const;
    // The entry in blocks of up to 64 KiB; the sink returns false to stop early. Memory stays constant.
    Status stream(const QString &name, const std::function<bool(QByteArrayView)> &sink) const;

private:
    struct Open;
    explicit ZipReader(std::unique_ptr<Open> open);
    std::unique_ptr<Open> m_open;
};

// Writes an archive in memory, entries in the given order, deterministic (fixed time stamps).
class ZipWriter {
public:
    enum class Packing { Stored, Deflated };
    void add(const QString &name, const QByteArray &bytes, Packing packing = Packing::Deflated);
    Result<QByteArray> finish();

private:
    struct Entry {
        QString name;
        QByteArray bytes;
        Packing packing;
    };
    QList<Entry> m_entries;
};

// An entry of an archive that changes.
struct ZipPatch {
    QString name;
    std::optional<QByteArray> bytes; // none: the entry goes
};

// The archive with these changes. Every other entry keeps its place, its packing, and its packed bytes. NotFound
// ("zip.missing") where there is no such entry, else as of ZipReader::open().
Result<QByteArray> patchedZip(const QByteArray &archive, const QList<ZipPatch> &patches, const ZipLimits &limits = {});

} // namespace naru
