// Reads a PDF: its words and lines, page by page, become paragraphs and tables with their places.
#pragma once

#include "core/format.h"

namespace naru::pdf {

// Invalid: "pdf.damaged", "pdf.encrypted", "limit.bytes", "limit.pages", "limit.cells". Failed without a
// QGuiApplication.
Result<Document> readPdf(const QByteArray &bytes, const ReadLimits &limits);

// The picture of a page. Invalid: as above, "pdf.page" where there is no such page.
Result<QImage> renderPdf(const QByteArray &bytes, int page, double dpi);

} // namespace naru::pdf
