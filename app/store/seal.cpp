#include "store/seal.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace naru::store {

QString sealFileOf(const QString &office) { return office + u".seal"_s; }

Result<Seal> readSealFile(const QString &office)
{
    QFile file(sealFileOf(office));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected a seal at '"_s + file.fileName() + u"' but "_s + file.errorString()};
    const QJsonObject json = QJsonDocument::fromJson(file.read(4096)).object();
    const Seal seal{json.value(u"entries"_s).toInteger(-1),
                    QByteArray::fromHex(json.value(u"head"_s).toString().toLatin1())};
    if (seal.entries < 0 || seal.head.size() != 32)
        return Error{Error::Kind::Invalid, u"expected a seal in '"_s + file.fileName() + u"' but it is something else"_s};
    return seal;
}

Status writeSealFile(const QString &office, const Seal &seal)
{
    QSaveFile file(sealFileOf(office));
    const QJsonObject json{{u"entries"_s, seal.entries}, {u"head"_s, QString::fromLatin1(seal.head.toHex())}};
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n') > 0 && file.commit();
    if (!written)
        return Error{Error::Kind::Failed, u"expected to write '"_s + file.fileName() + u"' but "_s + file.errorString(),
                     u"store.io"_s};
    return {};
}

} // namespace naru::store
