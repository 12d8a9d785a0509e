// The plugin for Excel workbooks (ECMA-376, transitional and strict): XLSX and XLSM in, XLSX out, forms filled.
#pragma once

#include "core/form_template.h"

#include <QObject>

namespace naru {

class XlsxFormat : public QObject, public Format, public FormTemplate {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "plugin.json")
    Q_INTERFACES(naru::Format naru::FormTemplate)

public:
    QString id() const override;
    QStringList extensions() const override;
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
    // The number of cells that were seen. Hidden sheets are left out, as they are not on the page.
    Result<int> readCells(const QByteArray &bytes, const ReadLimits &limits,
                          const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit) const override;
    Result<QByteArray> write(const Document &document) const override;
    Result<QList<FormField>> fields(const QByteArray &bytes, const ReadLimits &limits) const override;
    Result<FilledForm> fill(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits) const override;
};

} // namespace naru
