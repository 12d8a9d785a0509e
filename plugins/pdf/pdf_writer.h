// Writes a Document as the PDF that a city office issues: A4, Nanum Myeongjo, ruled tables whose head repeats.
#pragma once

#include "core/document.h"

#include <QByteArray>

namespace naru::pdf {

// Paragraph styles: "title", "heading", "right", "center", and body for any other. Head rows (Cell::header) are shaded
// and repeated on every page; rows are not split unless they are taller than a page. Failed without a QGuiApplication
// or without the font.
Result<QByteArray> writePdf(const Document &document);

} // namespace naru::pdf
