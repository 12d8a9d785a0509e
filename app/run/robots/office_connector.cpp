#include "run/robots/office_connector.h"

#include "core/decimal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace naru::run {

namespace {

Error missing(const QString &name, const QString &kind)
{
    return {Error::Kind::Invalid, u"expected "_s + kind + u" in '"_s + name + u"' but found none"_s, u"office.input"_s};
}

QStringList filesOf(const QJsonObject &input)
{
    const QJsonValue files = input.value(u"files"_s);
    if (files.isString())
        return {files.toString()};
    QStringList out;
    for (const QJsonValue &one : files.toArray())
        out.append(one.toString());
    return out;
}

QString dayOf(const QJsonValue &value)
{
    // A date comes as FEEL text from a form, and as plain text from a trigger.
    const QString text = value.isObject() ? value[u"$feel"_s].toString().section(u'"', 1, 1) : value.toString();
    return text;
}

// Whether any of it was read from a picture: then a person looks, however sure the reading is.
bool isScanned(const Plan &plan)
{
    const auto isPicture = [](const Source &one) { return one.format == u"scan"; };
    const auto isRead = [](const Evidence &one) { return one.place.method == Provenance::Method::Ocr; };
    return std::any_of(plan.sources.begin(), plan.sources.end(), isPicture) || std::any_of(plan.evidence.begin(), plan.evidence.end(), isRead);
}

// What the rule for approving looks at.
QJsonObject summaryOf(const Plan &plan)
{
    const QJsonArray lines = plan.subject.value(u"lines"_s).toArray();
    QSet<QString> kinds;
    QStringList days;
    Decimal lowest(1);
    for (const QJsonValue &line : lines) {
        kinds.insert(line[u"kind"_s].toString());
        if (const QString day = line[u"effective"_s].toString(); !day.isEmpty())
            days.append(day);
        const Result<Decimal> confidence = Decimal::fromStringRounded(QString::number(line[u"confidence"_s].toDouble(), 'f', 4));
        if (confidence && *confidence < lowest)
            lowest = *confidence;
    }
    QStringList sorted(kinds.begin(), kinds.end()); // in any order
    sorted.sort();
    days.sort();
    return {{u"plan"_s, plan.id},
            {u"digest"_s, plan.digest()},
            {u"title"_s, plan.title},
            {u"summary"_s, plan.subject.value(u"summary"_s)},
            {u"lines"_s, lines.size()},
            {u"changeCount"_s, plan.changes.size()},
            {u"questionCount"_s, plan.questions.size()},
            {u"scanned"_s, isScanned(plan)},
            {u"rejectedCount"_s, plan.subject.value(u"summary"_s)[u"rejected"_s]},
            {u"kinds"_s, QJsonArray::fromStringList(sorted)},
            {u"lowestConfidence"_s, QJsonObject{{u"$feel"_s, lowest.normalized().toString()}}},
            {u"firstDay"_s, days.isEmpty() ? QJsonValue() : QJsonValue(QJsonObject{{u"$feel"_s, u"date(\""_s + days.first() + u"\")"_s}})},
            {u"lastDay"_s, days.isEmpty() ? QJsonValue() : QJsonValue(QJsonObject{{u"$feel"_s, u"date(\""_s + days.last() + u"\")"_s}})}};
}

// The name under which a file lies in the folder: its own, or with a part of its content's hash where another has it.
QString placeFor(const QString &file, const QString &folder)
{
    const QFileInfo info(file);
    const QString plain = folder + u'/' + info.fileName();
    QFile source(file);
    if (!QFile::exists(plain) || !source.open(QIODevice::ReadOnly))
        return plain;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&source);
    return folder + u'/' + info.completeBaseName() + u'-' + QString::fromLatin1(hash.result().toHex().left(8)) + u'.' + info.suffix();
}

} // namespace

namespace {

const QList<Operation> &offered()
{
    static const QList<Operation> all{{u"planPersonnelOrder"_s, true, false},
            {u"currentPlan"_s, true, true},
            {u"applyPlan"_s, true, false},
            {u"writeReport"_s, true, false},
            {u"fileDocuments"_s, true, false}};
    return all;
}

} // namespace

QStringList OfficeConnector::operationNames()
{
    QStringList names;
    for (const Operation &one : offered())
        names.append(u"office."_s + one.name);
    return names;
}

QList<Operation> OfficeConnector::operations() const { return offered(); }

Result<Outcome> OfficeConnector::plan(const Effect &effect)
{
    if (effect.operation == u"planPersonnelOrder")
        return planOrder(effect.input, false);
    if (effect.operation == u"currentPlan")
        return currentPlan(effect.input);
    if (effect.operation == u"applyPlan")
        return applyPlan(effect.input, false);
    if (effect.operation == u"writeReport")
        return writeReport(effect.input, false);
    return fileDocuments(effect.input, false);
}

Result<Outcome> OfficeConnector::perform(const Effect &effect)
{
    if (effect.operation == u"planPersonnelOrder")
        return planOrder(effect.input, true);
    if (effect.operation == u"currentPlan")
        return currentPlan(effect.input);
    if (effect.operation == u"applyPlan")
        return applyPlan(effect.input, true);
    if (effect.operation == u"writeReport")
        return writeReport(effect.input, true);
    return fileDocuments(effect.input, true);
}

// All operations may be asked again; none keeps a book of keys.
Result<std::optional<Outcome>> OfficeConnector::find(const Effect &) { return std::optional<Outcome>(); }

Result<Plan> OfficeConnector::planOf(const QString &id)
{
    const auto previewed = m_previewed.find(id);
    return previewed != m_previewed.end() ? Result<Plan>(previewed->second) : m_session.plan(id);
}

Result<Outcome> OfficeConnector::planOrder(const QJsonObject &input, bool keeps)
{
    const QStringList files = filesOf(input);
    if (files.isEmpty())
        return missing(u"files"_s, u"the path of a document"_s);
    const QDate received = QDate::fromString(dayOf(input.value(u"received"_s)), Qt::ISODate);
    const Result<Plan> plan = keeps ? m_session.planPersonnelOrder(files, received) : m_session.draftPersonnelOrder(files, received);
    if (!plan && plan.error().kind == Error::Kind::Invalid)
        return Outcome{{{u"reason"_s, plan.error().text}}, {}, {}, plan.error().code}; // the process may catch it
    if (!plan)
        return plan.error();
    if (!keeps)
        m_previewed[plan->id] = *plan;
    return Outcome{summaryOf(*plan), plan->changes, {}, {}};
}

Result<Outcome> OfficeConnector::currentPlan(const QJsonObject &input)
{
    const Result<Plan> plan = planOf(input.value(u"plan"_s).toString());
    return plan ? Result<Outcome>(Outcome{summaryOf(*plan), {}, {}, {}}) : plan.error();
}

Result<Outcome> OfficeConnector::applyPlan(const QJsonObject &input, bool writes)
{
    const QString id = input.value(u"plan"_s).toString();
    const QString digest = input.value(u"digest"_s).toString();
    if (id.isEmpty() || digest.isEmpty())
        return missing(u"plan"_s, u"a plan and its digest"_s);
    const Result<Plan> plan = planOf(id);
    if (!plan)
        return plan.error();
    const auto later = [&](const Change &one) { return one.effective.isValid() && one.effective > m_session.today(); };
    const qsizetype booked = std::count_if(plan->changes.begin(), plan->changes.end(), later);
    Outcome outcome{{{u"written"_s, plan->changes.size() - booked}, {u"booked"_s, booked}}, plan->changes, {}, {}};
    if (!plan->questions.isEmpty())
        return Outcome{{{u"reason"_s, u"the plan has open questions"_s}}, {}, {}, u"plan.questions"_s};
    if (!writes)
        return outcome;
    const Result<store::Receipt> receipt = m_session.applyPlan(id, digest, input.value(u"approver"_s).toString());
    if (!receipt && receipt.error().kind == Error::Kind::Conflict)
        return Outcome{{{u"reason"_s, receipt.error().text}}, {}, {}, u"plan.conflict"_s};
    return receipt ? Result<Outcome>(outcome) : receipt.error();
}

Result<Outcome> OfficeConnector::writeReport(const QJsonObject &input, bool writes)
{
    const QString id = input.value(u"plan"_s).toString();
    const QString folder = input.value(u"folder"_s).toString();
    if (id.isEmpty() || folder.isEmpty())
        return missing(u"folder"_s, u"a plan and a folder"_s);
    const QString file = folder + u'/' + id + u".pdf"_s;
    if (writes) {
        if (!QDir().mkpath(folder))
            return Error{Error::Kind::Unavailable, u"expected to make the folder '"_s + folder + u"' but could not"_s, u"office.folder"_s};
        if (const Status written = m_session.writeReport(id, file); !written)
            return written.error();
    }
    return Outcome{{{u"report"_s, file}}, {}, {file}, {}};
}

Result<Outcome> OfficeConnector::fileDocuments(const QJsonObject &input, bool writes)
{
    const QString folder = input.value(u"folder"_s).toString();
    if (folder.isEmpty())
        return missing(u"folder"_s, u"a folder"_s);
    if (writes && !QDir().mkpath(folder))
        return Error{Error::Kind::Unavailable, u"expected to make the folder '"_s + folder + u"' but could not"_s, u"office.folder"_s};
    QStringList places;
    for (const QString &file : filesOf(input)) {
        const QString place = placeFor(file, folder);
        places.append(place);
        // Asked again after a stop: it lies there already.
        const bool isDone = !QFile::exists(file) && QFile::exists(folder + u'/' + QFileInfo(file).fileName());
        if (writes && !isDone && !QFile::rename(file, place))
            return Error{Error::Kind::Unavailable, u"expected to move '"_s + file + u"' to '"_s + place + u"' but could not"_s, u"office.file"_s};
    }
    return Outcome{{{u"filed"_s, QJsonArray::fromStringList(places)}}, {}, places, {}};
}

} // namespace naru::run
