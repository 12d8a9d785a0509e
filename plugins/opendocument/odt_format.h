// The plugin for OpenDocument texts (ODT): in only; what Naru writes goes to HWPX.
#pragma once

#include "core/format.h"

#include <QObject>

namespace naru::opendocument {

class OdtFormat : public QObject, public Format {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "odt.json")
    Q_INTERFACES(naru::Format)

public:
    QString id() const override { return u"odt"_s; }
    QStringList extensions() const override { return {}; }
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
};

} // namespace naru::opendocument
