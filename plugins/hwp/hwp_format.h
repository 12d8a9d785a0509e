// HWP 5.0: what Hancom Office wrote before HWPX, and what most offices still send. Read only: write HWPX instead.
// 본 제품은 한글과컴퓨터의 ᄒᆞᆫ글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.
#pragma once

#include "core/format.h"

#include <QObject>

namespace naru::hwp {

class HwpFormat : public QObject, public Format {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "kr.naru.Format/1" FILE "plugin.json")
    Q_INTERFACES(naru::Format)

public:
    QString id() const override { return u"hwp"_s; }
    QStringList extensions() const override { return {}; }
    bool recognises(const QByteArray &bytes) const override;
    Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const override;
};

} // namespace naru::hwp
