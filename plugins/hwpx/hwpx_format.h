// HWPX (KS X 6101, OWPML): the documents of Hancom Office, in which a Korean city writes and receives.
#pragma once

#include "core/format.h"

#include <QObject>

namespace naru::hwpx {

class HwpxFormat : public QObject, public Format {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "plugin.json")
    Q_INTERFACES(naru::Format)

public:
    QString id() const override { return u"hwpx"_s; }
    QStringList extensions() const override { return {u"hwpx"_s}; }
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
    Result<QByteArray> write(const Document &document) const override;
};

} // namespace naru::hwpx
