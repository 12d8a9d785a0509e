// The container of a HWPX document: an OCF zip with an OPF package inside. Finds its parts, tolerant of the odd makers.
#pragma once

#include "core/document.h"
#include "core/format.h"
#include "core/zip_archive.h"

#include <QHash>

namespace naru::hwpx {

struct Package {
    ZipReader zip;
    QString title;
    QString root; // the package document, usually "Contents/content.hpf"
    QString header; // empty where there is none
    QStringList sections; // names of entries, in the order of the spine
    QHash<QString, QString> styles; // id of a paragraph style -> its name; the default style has none
    QList<Diagnostic> diagnostics;
};

// Invalid: "hwpx.encrypted", "hwpx.partMissing", and what ZipReader and SafeXml say.
Result<Package> openPackage(const QByteArray &bytes, const ReadLimits &limits);

} // namespace naru::hwpx
