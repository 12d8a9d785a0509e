#include "core/plan.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace naru {

namespace {

QJsonObject toJson(const Source &source)
{
    QJsonArray diagnostics;
    for (const Diagnostic &one : source.diagnostics)
        diagnostics.append(naru::toJson(one));
    return {{u"file"_s, source.file},
            {u"sha256"_s, source.sha256},
            {u"format"_s, source.format},
            {u"pages"_s, source.pages},
            {u"diagnostics"_s, diagnostics}};
}

Source sourceFromJson(const QJsonObject &json)
{
    Source source{json.value(u"file"_s).toString(), json.value(u"sha256"_s).toString(),
                  json.value(u"format"_s).toString(), json.value(u"pages"_s).toInt(), {}};
    for (const QJsonValue &one : json.value(u"diagnostics"_s).toArray())
        source.diagnostics.append(diagnosticFromJson(one.toObject()));
    return source;
}

QJsonObject toJson(const Question &question)
{
    QJsonArray candidates;
    for (const Candidate &one : question.candidates)
        candidates.append(QJsonObject{{u"answer"_s, one.answer}, {u"text"_s, one.text}});
    return {{u"line"_s, question.line},
            {u"code"_s, question.code},
            {u"text"_s, question.text},
            {u"candidates"_s, candidates}};
}

Question questionFromJson(const QJsonObject &json)
{
    Question question{json.value(u"line"_s).toInt(), json.value(u"code"_s).toString(), json.value(u"text"_s).toString(), {}};
    for (const QJsonValue &one : json.value(u"candidates"_s).toArray()) {
        const QJsonObject candidate = one.toObject();
        question.candidates.append({candidate.value(u"answer"_s).toObject(), candidate.value(u"text"_s).toString()});
    }
    return question;
}

// Whether the value says a change completely, as toJson writes it.
bool isChange(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    const RecordRef record = RecordRef::fromString(json.value(u"record"_s).toString());
    const QString verb = json.value(u"verb"_s).toString();
    const QJsonValue effective = json.value(u"effective"_s);
    const bool hasDay = effective.isNull() || QDate::fromString(effective.toString(), Qt::ISODate).isValid();
    if (record.kind.isEmpty() || record.id.isEmpty() || !json.value(u"fields"_s).isObject() || !hasDay)
        return false;
    const QJsonObject fields = json.value(u"fields"_s).toObject();
    for (const QJsonValue &pair : fields)
        if (pair.toArray().size() != 2)
            return false;
    return verb == u"create"_s || verb == u"update"_s || verb == u"remove"_s;
}

// Everything that matters to the person who approves.
QJsonObject substance(const Plan &plan)
{
    QJsonArray sources;
    for (const Source &one : plan.sources)
        sources.append(toJson(one));
    QJsonArray evidence;
    for (const Evidence &one : plan.evidence)
        evidence.append(
            QJsonObject{{u"source"_s, one.source}, {u"place"_s, naru::toJson(one.place)}, {u"text"_s, one.text}});
    QJsonArray changes;
    for (const Change &one : plan.changes)
        changes.append(naru::toJson(one));
    QJsonArray questions;
    for (const Question &one : plan.questions)
        questions.append(toJson(one));
    return {{u"robot"_s, plan.robot},
            {u"title"_s, plan.title},
            {u"received"_s, toValue(plan.received)},
            {u"sources"_s, sources},
            {u"evidence"_s, evidence},
            {u"changes"_s, changes},
            {u"questions"_s, questions},
            {u"reverts"_s, toValue(plan.reverts)},
            {u"subject"_s, plan.subject}};
}

} // namespace

QString Plan::digest() const
{
    // A file may be called otherwise tomorrow: its bytes matter, not its name.
    Plan nameless = *this;
    for (Source &one : nameless.sources)
        one.file.clear();
    const QByteArray bytes = QJsonDocument(substance(nameless)).toJson(QJsonDocument::Compact);
    return u"sha256:"_s + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString toString(Verb verb)
{
    switch (verb) {
    case Verb::Create:
        return u"create"_s;
    case Verb::Update:
        return u"update"_s;
    case Verb::Remove:
        break;
    }
    return u"remove"_s;
}

QJsonObject toJson(const Change &change)
{
    QJsonObject fields;
    for (const FieldChange &one : change.fields)
        fields.insert(one.field, QJsonArray{one.before, one.after});
    return {{u"line"_s, change.line ? QJsonValue(change.line) : QJsonValue()},
            {u"record"_s, change.record.toString()},
            {u"verb"_s, toString(change.verb)},
            {u"fields"_s, fields},
            {u"effective"_s, toValue(change.effective)},
            {u"reason"_s, toValue(change.reason)}};
}

Change changeFromJson(const QJsonObject &json)
{
    Change change;
    change.line = json.value(u"line"_s).toInt();
    change.record = RecordRef::fromString(json.value(u"record"_s).toString());
    const QString verb = json.value(u"verb"_s).toString();
    change.verb = verb == u"create"_s ? Verb::Create : verb == u"remove"_s ? Verb::Remove : Verb::Update;
    const QJsonObject fields = json.value(u"fields"_s).toObject();
    for (auto at = fields.constBegin(); at != fields.constEnd(); ++at) {
        const QJsonArray pair = at.value().toArray();
        change.fields.append({at.key(), pair.at(0), pair.at(1)});
    }
    fromValue(json.value(u"effective"_s), change.effective);
    change.reason = json.value(u"reason"_s).toString();
    return change;
}

QJsonObject toJson(const Plan &plan)
{
    QJsonObject json = substance(plan);
    json.insert(u"plan"_s, plan.id);
    json.insert(u"maker"_s, toValue(plan.maker));
    json.insert(u"made"_s, toValue(plan.made));
    return json;
}

Result<Plan> planFromJson(const QJsonObject &json)
{
    if (!json.value(u"changes"_s).isArray() || !json.value(u"robot"_s).isString())
        return Error{Error::Kind::Invalid, u"expected a plan with 'robot' and 'changes' but found neither"_s};
    Plan plan;
    plan.id = json.value(u"plan"_s).toString();
    plan.robot = json.value(u"robot"_s).toString();
    plan.title = json.value(u"title"_s).toString();
    plan.maker = json.value(u"maker"_s).toString();
    fromValue(json.value(u"made"_s), plan.made);
    fromValue(json.value(u"received"_s), plan.received);
    for (const QJsonValue &one : json.value(u"sources"_s).toArray())
        plan.sources.append(sourceFromJson(one.toObject()));
    for (const QJsonValue &one : json.value(u"evidence"_s).toArray()) {
        const QJsonObject evidence = one.toObject();
        plan.evidence.append({evidence.value(u"source"_s).toInt(-1),
                              provenanceFromJson(evidence.value(u"place"_s).toObject()),
                              evidence.value(u"text"_s).toString()});
    }
    for (const QJsonValue &one : json.value(u"changes"_s).toArray()) {
        if (!isChange(one))
            return Error{Error::Kind::Invalid, u"expected change "_s + QString::number(plan.changes.size() + 1)
                                                   + u" of the plan to name its record, verb, and fields but it does not"_s};
        plan.changes.append(changeFromJson(one.toObject()));
    }
    for (const QJsonValue &one : json.value(u"questions"_s).toArray())
        plan.questions.append(questionFromJson(one.toObject()));
    plan.reverts = json.value(u"reverts"_s).toString();
    plan.subject = json.value(u"subject"_s).toObject();
    return plan;
}

QList<Change> inverse(const QList<Change> &changes)
{
    QList<Change> back;
    back.reserve(changes.size());
    for (auto one = changes.crbegin(); one != changes.crend(); ++one) {
        Change change = *one;
        if (one->verb != Verb::Update)
            change.verb = one->verb == Verb::Create ? Verb::Remove : Verb::Create;
        for (FieldChange &field : change.fields)
            std::swap(field.before, field.after);
        back.append(std::move(change));
    }
    return back;
}

} // namespace naru
