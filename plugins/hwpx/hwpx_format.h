// HWPX (KS X 6101, OWPML): the documents of Hancom Office, in which a Korean city writes and receives.
#pragma once

#include "core/form_template.h"

#include <QObject>

namespace naru::hwpx {

class HwpxFormat : public QObject, public Format, public FormTemplate {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "plugin.json")
    Q_INTERFACES(naru::Format naru::FormTemplate)

public:
    QString id() const override { return u"hwpx"_s; }
    QStringList extensions() const override { return {u"hwpx"_s}; }
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
    Result<QByteArray> write(const Document &document) const override;

    Result<QList<FormField>> fields(const QByteArray &bytes, const ReadLimits &limits) const override;
    Result<FilledForm> fill(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits) const override;
};

} // namespace naru::hwpx
