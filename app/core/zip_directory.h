// The central directory of a zip archive, proved before any library walks it: number, names, and extents of the entries.
// The offsets and sizes of a hostile archive lie; here they must fit the bytes, and no two entries may share any.
#pragma once

#include "core/zip_archive.h"

#include <QByteArrayView>
#include <QList>

namespace naru {

struct ZipEntry {
    QString name;
    qint64 packed = 0; // proved: the archive holds as many bytes for it
    qint64 unpacked = 0; // as declared
    quint16 method = 0; // 0 stored, 8 deflated
};

// The entries in the order of the directory. Invalid with the codes of ZipReader::open().
Result<QList<ZipEntry>> readZipDirectory(QByteArrayView bytes, const ZipLimits &limits);

} // namespace naru
