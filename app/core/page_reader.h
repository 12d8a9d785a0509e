// The plugin interface of what reads pictures of pages, where the ink alone says what stands there (OCR). A plugin that
// has it says "readsPictures": true in its manifest.
#pragma once

#include "core/document.h"

#include <QImage>
#include <QtPlugin>

namespace naru {

class PageReader {
public:
    virtual ~PageReader() = default;

    struct Request {
        int page = 1; // the number that places get
        double dpi = 300; // of the picture
        int threads = 1; // that may work at the same time
    };

    // The blocks and diagnostics of one page, however it lies; boxes are of the page as the picture shows it, confidence
    // says how sure each text is. Thread-safe.
    virtual Result<Document> readPicture(const QImage &picture, const Request &request) const = 0;
};

} // namespace naru

Q_DECLARE_INTERFACE(naru::PageReader, "kr.naru.PageReader/1")
