#include "core/journal.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace naru {

QByteArray canonical(const JournalEntry &entry)
{
    const QJsonObject json{{u"sequence"_s, entry.sequence}, {u"at"_s, toValue(entry.at)},
                           {u"actor"_s, entry.actor},       {u"approver"_s, entry.approver},
                           {u"plan"_s, entry.plan},         {u"digest"_s, entry.digest},
                           {u"event"_s, entry.event},       {u"change"_s, toJson(entry.change)},
                           {u"note"_s, entry.note},         {u"previous"_s, entry.previous}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString hashOf(const JournalEntry &entry)
{
    return QString::fromLatin1(QCryptographicHash::hash(canonical(entry), QCryptographicHash::Sha256).toHex());
}

} // namespace naru
