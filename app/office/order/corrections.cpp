#include "office/order/corrections.h"

#include "core/korean_text.h"
#include "office/order/grades.h"
#include "office/order/line_builder.h"

#include <algorithm>

namespace naru::office {

namespace {

const QStringList &fields()
{
    static const QStringList names{u"name"_s,    u"emp_no"_s,   u"unit"_s,    u"grade"_s, u"kind"_s, u"phrase"_s,
                                   u"to_unit"_s, u"to_grade"_s, u"outside"_s, u"date"_s,  u"until"_s};
    return names;
}

Error wrong(const QString &field, const QString &expected, const QString &text)
{
    return {Error::Kind::Usage, u"expected "_s + expected + u" for what is read as '"_s + field + u"' but got '"_s + text + u'\'',
            u"answer.read"_s};
}

// What the machine has read of the field: the words of its cells, else what the line says.
QString asRead(const ReadLine &line, const QString &field)
{
    QStringList texts;
    for (const ReadCell &cell : line.cells)
        if (fieldOf(cell.column) == field)
            texts.append(cell.text);
    if (!texts.isEmpty())
        return texts.join(u' ');
    const QMap<QString, QString> said{{u"name"_s, line.who.name},        {u"emp_no"_s, line.who.empNo},
                                      {u"unit"_s, line.who.unit},        {u"grade"_s, line.who.grade},
                                      {u"kind"_s, line.kind},            {u"phrase"_s, line.text},
                                      {u"to_unit"_s, line.act.target},   {u"to_grade"_s, line.act.grade},
                                      {u"outside"_s, line.act.outside},  {u"date"_s, line.effective.toString(Qt::ISODate)},
                                      {u"until"_s, line.until.toString(Qt::ISODate)}};
    return said.value(field);
}

// The place of the field's cell, else of the line.
Provenance placeOf(const ReadLine &line, const QString &field)
{
    for (const ReadCell &cell : line.cells)
        if (fieldOf(cell.column) == field)
            return cell.place;
    return line.place;
}

void takePhrase(ReadLine &line, const QString &text)
{
    const QList<Act> acts = readPhrase(text); // a cell may order two things: this line is one of them
    const auto own = std::find_if(acts.begin(), acts.end(), [&](const Act &one) {
        return one.kind == line.act.kind && one.target == line.act.target;
    });
    const Act act = own == acts.end() ? acts.first() : *own;
    line.doubts.removeAll(u"phrase"_s);
    line.act = act;
    line.unitMayBeTarget = false;
    if (!act.kind.isEmpty())
        line.kind = act.kind;
    if (act.day.isValid())
        line.effective = act.day;
    line.until = act.until;
}

void takeTarget(ReadLine &line, const QString &text)
{
    const PlaceText to = readPlaceText(text);
    line.act.target = to.unit;
    line.toTeam = to.team;
    line.unitMayBeTarget = false;
    if (!to.post.isEmpty())
        line.toPost = to.post;
}

// The field itself; a phrase comes before what else is typed, which is the more particular word.
void take(ReadLine &line, const QString &field, const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (field == u"phrase"_s)
        takePhrase(line, text);
    else if (field == u"name"_s)
        line.who.name = QString(text).remove(u' ');
    else if (field == u"emp_no"_s)
        line.who.empNo = text;
    else if (field == u"unit"_s)
        line.who.unit = text;
    else if (field == u"grade"_s)
        line.who.grade = QString(text).remove(u' ');
    else if (field == u"kind"_s)
        line.kind = text;
    else if (field == u"to_unit"_s)
        takeTarget(line, text);
    else if (field == u"to_grade"_s)
        line.act.grade = QString(text).remove(u' ');
    else if (field == u"outside"_s)
        line.act.outside = text;
    else if (field == u"date"_s)
        line.effective = day;
    else
        line.until = day;
    if (field == u"unit"_s)
        line.team.clear(); // it is part of what was typed
}

void settleDoubts(ReadLine &line, const QJsonObject &typed)
{
    for (const QString &field : {u"name"_s, u"date"_s})
        if (typed.contains(field))
            line.doubts.removeAll(field);
    if (typed.contains(u"grade"_s) || typed.contains(u"to_grade"_s))
        line.doubts.removeAll(u"grade"_s);
    if (typed.contains(u"kind"_s) && typed.contains(u"to_unit"_s))
        line.doubts.removeAll(u"phrase"_s);
    if (typed.contains(u"name"_s))
        line.named = 1;
}

// Whether the person has said everything that a line of running text says.
bool isWhole(const ReadLine &line, const QJsonObject &typed)
{
    return typed.contains(u"name"_s) && (typed.contains(u"phrase"_s) || typed.contains(u"to_unit"_s))
        && (line.who.unit.isEmpty() || typed.contains(u"unit"_s)) && (line.who.grade.isEmpty() || typed.contains(u"grade"_s));
}

void settleConfidence(ReadLine &line, const QJsonObject &typed)
{
    Confidence least = line.cells.isEmpty() && !isWhole(line, typed) ? line.place.confidence : 1;
    for (const ReadCell &cell : std::as_const(line.cells)) {
        const QString field = fieldOf(cell.column);
        if (!field.isEmpty() && !typed.contains(field))
            least = std::min(least, cell.place.confidence);
    }
    line.place.confidence = least;
    line.unconfirmed = least;
    if (least >= 1)
        line.doubts.removeAll(u"columns"_s);
    line.place.method = Provenance::Method::Derived;
}

bool isUnderstood(const QString &phrase)
{
    const QList<Act> acts = readPhrase(phrase);
    return !acts.isEmpty() && std::all_of(acts.begin(), acts.end(), [](const Act &one) { return one.isUnderstood; });
}

} // namespace

QString fieldOf(Column column)
{
    static const QMap<Column, QString> names{
        {Column::Name, u"name"_s},         {Column::EmpNo, u"emp_no"_s},    {Column::Grade, u"grade"_s},
        {Column::FromBody, u"unit"_s},     {Column::FromUnit, u"unit"_s},   {Column::FromTeam, u"unit"_s},
        {Column::Phrase, u"phrase"_s},     {Column::ToBody, u"to_unit"_s},  {Column::ToUnit, u"to_unit"_s},
        {Column::ToTeam, u"to_unit"_s},    {Column::ToGrade, u"to_grade"_s}, {Column::Kind, u"kind"_s},
        {Column::Outside, u"outside"_s},   {Column::Date, u"date"_s},       {Column::PeriodFrom, u"date"_s},
        {Column::PeriodTo, u"until"_s},    {Column::Period, u"until"_s}};
    return names.value(column);
}

Status checkTyped(const QJsonObject &typed)
{
    if (typed.isEmpty())
        return wrong({}, u"one of "_s + fields().join(u", "_s), {});
    for (auto at = typed.begin(); at != typed.end(); ++at) {
        const QString text = at.value().toString().trimmed();
        if (!fields().contains(at.key()) || text.isEmpty())
            return wrong(at.key(), u"words for one of "_s + fields().join(u", "_s), text);
        const bool isDay = at.key() == u"date"_s || at.key() == u"until"_s;
        if (isDay && !QDate::fromString(text, Qt::ISODate).isValid())
            return wrong(at.key(), u"a day as 2026-07-29"_s, text);
        if (at.key() == u"kind"_s && !orderKinds().contains(text))
            return wrong(at.key(), u"one of "_s + orderKinds().join(u", "_s), text);
        if (at.key().endsWith(u"grade") && !parseGrade(text))
            return wrong(at.key(), u"a grade as 지방행정주사"_s, text);
        if (at.key() == u"phrase"_s && !isUnderstood(text))
            return wrong(at.key(), u"an order as '총무과 근무를 명함'"_s, text);
    }
    return {};
}

ReadLine corrected(ReadLine line, const QJsonObject &typed)
{
    if (typed.isEmpty())
        return line;
    if (typed.contains(u"phrase"_s))
        take(line, u"phrase"_s, typed.value(u"phrase"_s).toString().trimmed());
    for (auto at = typed.begin(); at != typed.end(); ++at)
        if (at.key() != u"phrase"_s)
            take(line, at.key(), at.value().toString().trimmed());
    settleDoubts(line, typed);
    settleConfidence(line, typed);
    if (!line.until.isValid() && line.effective.isValid() && line.act.months > 0)
        line.until = lastDayOfMonths(line.effective, line.act.months);
    return line;
}

QMap<int, QJsonObject> typedByLine(const QJsonArray &answers)
{
    QMap<int, QJsonObject> byLine;
    for (const QJsonValue &one : answers) {
        const QJsonObject typed = one[u"read"_s].toObject();
        for (auto at = typed.begin(); at != typed.end(); ++at)
            byLine[one[u"line"_s].toInt()].insert(at.key(), at.value());
    }
    return byLine;
}

QJsonArray correctionsOf(const QJsonArray &answers, const QList<ReadLine> &lines, const QList<int> &sources)
{
    QJsonArray out;
    for (const QJsonValue &one : answers) {
        const QJsonObject typed = one[u"read"_s].toObject();
        const int number = one[u"line"_s].toInt();
        for (auto at = typed.begin(); at != typed.end(); ++at) {
            const ReadLine &line = lines[number - 1];
            QJsonObject evidence = naru::toJson(placeOf(line, at.key()));
            evidence.insert(u"line"_s, number);
            evidence.insert(u"source"_s, sources[number - 1]);
            evidence.insert(u"field"_s, at.key());
            evidence.insert(u"read"_s, asRead(line, at.key()));
            evidence.insert(u"typed"_s, at.value());
            evidence.insert(u"by"_s, one[u"by"_s]);
            evidence.insert(u"at"_s, one[u"at"_s]);
            out.append(evidence);
        }
    }
    return out;
}

} // namespace naru::office
