// Writes a document as HWPX from nothing but its content: the parts that Hancom Office demands, and no template.
#pragma once

#include "core/document.h"

namespace naru::hwpx {

// Deterministic. Invalid ("table.tiling") where the cells of a table overlap; missing cells become empty ones.
Result<QByteArray> writePackage(const Document &document);

// The package around a section, with our header.xml.
Result<QByteArray> packageOf(const QByteArray &section, const QString &title, const QString &preview);

} // namespace naru::hwpx
