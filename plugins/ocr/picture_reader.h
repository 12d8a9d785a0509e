// A page of ink becomes lines and tables.
#pragma once

#include "core/page_reader.h"

namespace naru::ocr {

Result<Document> readPicture(const QImage &picture, const PageReader::Request &request);

} // namespace naru::ocr
