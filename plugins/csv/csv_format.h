// The plugin for delimited text: comma, semicolon, or tab, in whatever encoding Korean offices send it.
#pragma once

#include "core/format.h"

#include <QObject>

namespace naru {

class CsvFormat : public QObject, public Format {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "plugin.json")
    Q_INTERFACES(naru::Format)

public:
    QString id() const override;
    QStringList extensions() const override;
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
    // Cells with text; the name of the sheet is empty.
    Result<int> readCells(const QByteArray &bytes, const ReadLimits &limits,
                          const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit) const override;
    Result<QByteArray> write(const Document &document) const override;
};

} // namespace naru
