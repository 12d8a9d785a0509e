#include "ui/pages/change_words.h"

#include "office/directory.h"
#include "run/language.h"
#include "ui/pages/plan_model.h"
#include "ui/pages/schedule_fields.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace naru::ui {

namespace {

const RecordTable *tableOfKind(const QString &kind)
{
    static const QList<RecordTable> tables = office::tables();
    for (const RecordTable &table : tables)
        if (table.kind == kind)
            return &table;
    return nullptr;
}

const Field *fieldOfKind(const QString &kind, const QString &field)
{
    const RecordTable *table = tableOfKind(kind);
    return table ? table->field(field) : nullptr;
}

QString refersWords(const QString &kind, const QString &id, const office::Directory *directory)
{
    if (!directory)
        return id;
    if (kind == u"unit"_s) {
        const office::Unit *unit = directory->unit(id);
        return unit ? u"%1 (%2)"_s.arg(directory->path(id), id) : id;
    }
    if (kind == u"person"_s) {
        const office::Person *person = directory->person(id);
        return person ? u"%1 (%2)"_s.arg(person->name, id) : id;
    }
    return id;
}

QString verbWords(Verb verb)
{
    switch (verb) {
    case Verb::Create: return QCoreApplication::translate("naru::ui::ChangeWords", "new");
    case Verb::Update: return QCoreApplication::translate("naru::ui::ChangeWords", "changed");
    case Verb::Remove: return QCoreApplication::translate("naru::ui::ChangeWords", "removed");
    }
    return {};
}

} // namespace

QString kindLabel(const QString &kind)
{
    if (kind == u"run"_s)
        return QCoreApplication::translate("naru::ui::ChangeWords", "Robot run");
    const RecordTable *table = tableOfKind(kind);
    return table ? run::recordLabel(table->label) : kind;
}

QString fieldLabelOf(const QString &kind, const QString &field)
{
    const Field *found = fieldOfKind(kind, field);
    return found ? run::fieldLabel(found->label) : field;
}

QString valueWords(const QString &kind, const QString &field, const QJsonValue &value, const office::Directory *directory)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const Field *found = fieldOfKind(kind, field);
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &one : list)
            parts.append(found && !found->refers.isEmpty() ? refersWords(found->refers, one.toString(), directory)
                                                           : one.toString());
        return parts.join(u", "_s);
    }
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("naru::ui::ChangeWords", "yes")
                              : QCoreApplication::translate("naru::ui::ChangeWords", "no");
    if (value.isDouble())
        return QLocale().toString(value.toInteger());
    if (found && found->secrecy == Secrecy::Secret)
        return u"••••"_s;
    if (kind == office::Schedule::kind() && field == u"definition"_s)
        return ruleWords(schedule::scheduleFromJson(QJsonDocument::fromJson(value.toString().toUtf8()).object()).schedule);
    if (field == u"robot"_s)
        return robotName(value.toString());
    if (found && found->kind == FieldKind::Moment)
        return momentText(QDateTime::fromString(value.toString(), Qt::ISODateWithMs));
    if (found && found->kind == FieldKind::Day)
        return shortDayText(QDate::fromString(value.toString(), Qt::ISODate));
    if (found && !found->refers.isEmpty())
        return refersWords(found->refers, value.toString(), directory);
    return value.toString();
}

ChangeWords wordsOf(const Change &change, const office::Directory *directory)
{
    ChangeWords words{QCoreApplication::translate("naru::ui::ChangeWords", "%1 %2: %3", "kind, number, verb")
                          .arg(kindLabel(change.record.kind), change.record.id, verbWords(change.verb)),
                      {}};
    for (const FieldChange &field : change.fields) {
        if (field.field == u"id"_s)
            continue; // it stands in the title
        words.fields.append({fieldLabelOf(change.record.kind, field.field),
                             valueWords(change.record.kind, field.field, field.before, directory),
                             valueWords(change.record.kind, field.field, field.after, directory)});
    }
    return words;
}

} // namespace naru::ui
