// The PDF plugin.
#pragma once

#include "core/format.h"

#include <QObject>

namespace naru::pdf {

class PdfFormat : public QObject, public Format {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "plugin.json")
    Q_INTERFACES(naru::Format)

public:
    QString id() const override;
    QStringList extensions() const override;
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
    Result<QImage> render(const QByteArray &bytes, int page, double dpi) const override;
    Result<QByteArray> write(const Document &document) const override;
};

} // namespace naru::pdf
