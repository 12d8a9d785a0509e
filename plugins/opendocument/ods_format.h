// The plugin for OpenDocument spreadsheets (ODS): in and out.
#pragma once

#include "core/format.h"

#include <QObject>

namespace naru::opendocument {

class OdsFormat : public QObject, public Format {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "ods.json")
    Q_INTERFACES(naru::Format)

public:
    QString id() const override { return u"ods"_s; }
    QStringList extensions() const override { return {u"ods"_s}; }
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
    // The number of cells that were seen. Hidden sheets are left out, as they are not on the page.
    Result<int>
    readCells(const QByteArray &bytes, const ReadLimits &limits,
              const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit) const override;
    Result<QByteArray> write(const Document &document) const override;
};

} // namespace naru::opendocument
