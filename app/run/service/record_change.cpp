#include "run/service/record_change.h"

namespace naru::run {

Change changeBetween(const Row &before, const Row &after, const RecordRef &record)
{
    Change change;
    change.record = record;
    change.verb = before.isEmpty() ? Verb::Create : after.isEmpty() ? Verb::Remove : Verb::Update;
    QStringList names = before.keys() + after.keys();
    names.sort();
    names.removeDuplicates();
    names.removeAll(u"id"_s);
    for (const QString &name : std::as_const(names)) {
        const QJsonValue old = before.contains(name) ? before.value(name) : QJsonValue();
        const QJsonValue now = after.contains(name) ? after.value(name) : QJsonValue();
        if (old != now)
            change.fields.append({name, old, now});
    }
    return change;
}

} // namespace naru::run
