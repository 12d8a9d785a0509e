#include "ui/pages/plan_lines.h"

#include "ui/pages/change_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace naru::ui {

namespace {

LineState stateOf(const QString &status)
{
    return status == u"ready"_s ? LineState::Ready
        : status == u"no_change"_s ? LineState::NoChange
        : status == u"rejected"_s  ? LineState::Rejected
                                   : LineState::Question;
}

QList<LineReason> reasonsOf(const QJsonArray &json)
{
    QList<LineReason> out;
    for (const QJsonValue &one : json) {
        const QJsonObject object = one.toObject();
        LineReason reason{object.value(u"code"_s).toString(), object.value(u"text"_s).toString(), {}};
        const QJsonArray candidates = object.value(u"candidates"_s).toArray();
        for (const QJsonValue &each : candidates) {
            QJsonObject answer = each.toObject();
            const QString text = answer.take(u"text"_s).toString();
            reason.candidates.append({answer, text});
        }
        out.append(reason);
    }
    return out;
}

PlanLine lineOf(const QJsonObject &json)
{
    PlanLine line;
    line.number = json.value(u"line"_s).toInt();
    line.state = stateOf(json.value(u"status"_s).toString());
    line.name = json.value(u"name"_s).toString();
    line.empNo = json.value(u"emp_no"_s).toString();
    line.kind = json.value(u"kind"_s).toString();
    line.text = json.value(u"text"_s).toString();
    line.source = json.value(u"source"_s).toInt(-1);
    line.place = provenanceFromJson(json);
    line.confidence = json.value(u"confidence"_s).toDouble(1);
    fromValue(json.value(u"effective"_s), line.effective);
    fromValue(json.value(u"effects"_s), line.effects);
    line.reasons = reasonsOf(json.value(u"reasons"_s).toArray());
    line.isSkipped = !line.reasons.isEmpty() && line.reasons.first().code == u"skipped"_s;
    const bool isOpen = line.state == LineState::Question || line.state == LineState::Rejected;
    line.what = isOpen && !line.reasons.isEmpty() ? line.reasons.first().text
        : !line.effects.isEmpty()                 ? line.effects.first()
        : !line.reasons.isEmpty()                 ? line.reasons.first().text
                                                  : line.text;
    if (!line.kind.isEmpty())
        line.what = line.kind + u" · "_s + line.what;
    return line;
}

QString fieldLabel(const QString &field)
{
    static const QHash<QString, const char *> labels{
        {u"name"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Name")},
        {u"emp_no"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Number")},
        {u"unit"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Present unit")},
        {u"grade"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Grade")},
        {u"kind"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Kind of order")},
        {u"phrase"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Order")},
        {u"to_unit"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "New unit")},
        {u"to_grade"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "New grade")},
        {u"outside"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Other body")},
        {u"date"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Effective day")},
        {u"until"_s, QT_TRANSLATE_NOOP("naru::ui::ReadField", "Last day")},
    };
    return QCoreApplication::translate("naru::ui::ReadField", labels.value(field, ""));
}

// Names, grades, kinds, and days as they were understood; other fields as they stand there.
QString understood(const QJsonObject &read, const QString &field, const QString &text)
{
    if (field == u"name"_s || field == u"emp_no"_s || field == u"grade"_s || field == u"kind"_s)
        return read.value(field).toString();
    if (field == u"date"_s || field == u"until"_s)
        return read.value(field == u"date"_s ? u"effective"_s : u"until"_s).toString();
    if (field == u"to_grade"_s || field == u"outside"_s)
        return read.value(u"act"_s)[field == u"outside"_s ? u"outside"_s : u"grade"_s].toString();
    return text;
}

// A line of running text has no cells: what stands behind the name is the order.
QString phraseOf(const PlanLine &line)
{
    const qsizetype at = line.name.isEmpty() ? -1 : line.text.indexOf(line.name);
    QString rest = at < 0 ? QString() : line.text.mid(at + line.name.size());
    static const QRegularExpression lead(u"^[\\s→|:\\-–]+"_s);
    return rest.remove(lead);
}

QList<ReadField> readingOf(const QJsonObject &read, const PlanLine &line)
{
    QList<ReadField> out;
    const auto add = [&](const QString &field, const QString &text, const Provenance &place) {
        for (ReadField &known : out)
            if (known.field == field) { // a unit in two cells
                known.text += u' ' + text;
                return;
            }
        out.append({field, fieldLabel(field), understood(read, field, text), false, place});
    };
    const QJsonArray cells = read.value(u"cells"_s).toArray();
    for (const QJsonValue &one : cells)
        if (const QString field = one[u"field"_s].toString(); !field.isEmpty())
            add(field, one[u"text"_s].toString(), provenanceFromJson(one.toObject()));
    if (cells.isEmpty()) {
        for (const QString &field : {u"unit"_s, u"grade"_s})
            add(field, read.value(field).toString(), line.place);
        add(u"phrase"_s, phraseOf(line), line.place);
    }
    for (const QString &field : {u"name"_s, u"date"_s})
        if (std::none_of(out.begin(), out.end(), [&](const ReadField &one) { return one.field == field; }))
            add(field, {}, line.place);
    return out;
}

void addReadings(const Plan &plan, QList<PlanLine> &lines)
{
    const QJsonArray read = plan.subject.value(u"read"_s).toArray();
    for (PlanLine &line : lines) {
        const Provenance place = plan.evidence.value(line.number - 1).place;
        if (place.method == Provenance::Method::Ocr)
            line.reading = readingOf(read.at(line.number - 1).toObject(), line);
    }
    const QJsonArray corrections = plan.subject.value(u"corrections"_s).toArray();
    for (const QJsonValue &one : corrections) {
        const int line = one[u"line"_s].toInt() - 1;
        if (line < 0 || line >= lines.size())
            continue;
        for (ReadField &field : lines[line].reading)
            if (field.field == one[u"field"_s].toString()) {
                field.text = one[u"typed"_s].toString();
                field.isTyped = true;
            }
    }
}

// One line for each record that changes, in the order of the changes.
QList<PlanLine> linesOfRecords(const Plan &plan)
{
    QList<PlanLine> lines;
    QHash<QString, int> at;
    for (const Change &change : plan.changes) {
        const QString record = change.record.toString();
        if (!at.contains(record)) {
            PlanLine line;
            line.number = static_cast<int>(lines.size()) + 1;
            line.name = change.record.id;
            line.kind = kindLabel(change.record.kind);
            line.effective = change.effective;
            line.what = change.reason;
            if (change.line >= 1 && change.line <= plan.evidence.size()) {
                const Evidence &evidence = plan.evidence[change.line - 1];
                line.source = evidence.source;
                line.place = evidence.place;
                line.text = evidence.text;
            }
            at.insert(record, static_cast<int>(lines.size()));
            lines.append(line);
        }
        PlanLine &line = lines[at.value(record)];
        if (!line.effects.contains(change.reason))
            line.effects.append(change.reason);
    }
    return lines;
}

} // namespace

QList<PlanLine> linesOf(const Plan &plan)
{
    const QJsonArray json = plan.subject.value(u"lines"_s).toArray();
    if (json.isEmpty())
        return linesOfRecords(plan);
    QList<PlanLine> lines;
    lines.reserve(json.size());
    for (const QJsonValue &one : json)
        lines.append(lineOf(one.toObject()));
    addReadings(plan, lines);
    return lines;
}

QList<Change> changesOf(const Plan &plan, const PlanLine &line)
{
    const bool byRecord = !plan.subject.contains(u"lines"_s);
    QList<Change> out;
    for (const Change &change : plan.changes)
        if (byRecord ? change.record.id == line.name && kindLabel(change.record.kind) == line.kind
                     : change.line == line.number)
            out.append(change);
    return out;
}

StateManner mannerOf(LineState state, bool isSkipped)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::LineState", text); };
    if (isSkipped)
        return {say(QT_TRANSLATE_NOOP("naru::ui::LineState", "Skipped")), u"skipped"_s, Tone::Muted};
    switch (state) {
    case LineState::Question:
        return {say(QT_TRANSLATE_NOOP("naru::ui::LineState", "To decide")), u"question"_s, Tone::Warning};
    case LineState::Rejected:
        return {say(QT_TRANSLATE_NOOP("naru::ui::LineState", "Not possible")), u"rejected"_s, Tone::Danger};
    case LineState::Ready:
        return {say(QT_TRANSLATE_NOOP("naru::ui::LineState", "Ready")), u"ready"_s, Tone::Success};
    case LineState::NoChange:
        return {say(QT_TRANSLATE_NOOP("naru::ui::LineState", "No change")), u"no-change"_s, Tone::Muted};
    }
    return {};
}

} // namespace naru::ui
