// Scanned documents: pictures of pages as PNG, JPEG, and TIFF; and the reader of such pictures for every other format.
#pragma once

#include "core/format.h"
#include "core/page_reader.h"

#include <QObject>

namespace naru::ocr {

class ScanFormat : public QObject, public Format, public PageReader {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "plugin.json")
    Q_INTERFACES(naru::Format naru::PageReader)

public:
    QString id() const override;
    QStringList extensions() const override;
    bool recognises(const QByteArray &bytes) const override;
    // The pages with their sizes; what stands on them is for readPicture().
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
    Result<QImage> render(const QByteArray &bytes, int page, double dpi) const override;
    Result<Document> readPicture(const QImage &picture, const Request &request) const override;
};

} // namespace naru::ocr
