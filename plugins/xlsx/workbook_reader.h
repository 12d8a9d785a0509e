// Reads a workbook, as a stream of cells or as a Document with a table for each sheet.
#pragma once

#include "core/format.h"

namespace naru {

using VisitCell = std::function<bool(const QString &sheet, const StreamCell &cell)>;

// The number of cells that were visited. Hidden sheets are left out.
Result<int> visitCells(const QByteArray &bytes, const ReadLimits &limits, const VisitCell &visit);
Result<Document> readWorkbook(const QByteArray &bytes, const ReadLimits &limits);
// Whether the bytes are an Excel workbook of any kind, encrypted and old ones included.
bool isWorkbook(const QByteArray &bytes);

} // namespace naru
