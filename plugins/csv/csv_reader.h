// Delimited text as a Document with one table, or as a stream of cells.
#pragma once

#include "core/format.h"

namespace naru {

using VisitCell = std::function<bool(const QString &sheet, const StreamCell &cell)>;

Result<Document> readCsv(const QByteArray &bytes, const ReadLimits &limits);
Result<int> visitCsv(const QByteArray &bytes, const ReadLimits &limits, const VisitCell &visit);
// Whether this is text that most lines of are divided alike.
bool looksDelimited(const QByteArray &bytes);

} // namespace naru
