#include "office/order/order_plan.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "office/order/consequences.h"
#include "office/order/corrections.h"
#include "office/order/matching.h"
#include "office/order/proofreading.h"

#include <QMap>

#include <cmath>

namespace naru::office {

namespace {

// ---- what was read is kept in the plan, so that an answer needs no document again

QJsonObject toJson(const Act &act)
{
    return {{u"kind"_s, act.kind},       {u"target"_s, act.target},      {u"is_post"_s, act.isPost},
            {u"is_bare"_s, act.isBare},
            {u"grade"_s, act.grade},     {u"outside"_s, act.outside},    {u"from"_s, toValue(act.from)},
            {u"until"_s, toValue(act.until)}, {u"months"_s, act.months}, {u"days"_s, act.days},
            {u"day"_s, toValue(act.day)}, {u"detail"_s, act.detail},     {u"wrong"_s, act.wrong},
            {u"understood"_s, act.isUnderstood}};
}

Act actFromJson(const QJsonObject &json)
{
    Act act;
    act.kind = json.value(u"kind"_s).toString();
    act.target = json.value(u"target"_s).toString();
    act.isPost = json.value(u"is_post"_s).toBool();
    act.isBare = json.value(u"is_bare"_s).toBool();
    act.grade = json.value(u"grade"_s).toString();
    act.outside = json.value(u"outside"_s).toString();
    fromValue(json.value(u"from"_s), act.from);
    fromValue(json.value(u"until"_s), act.until);
    act.months = json.value(u"months"_s).toInt();
    act.days = json.value(u"days"_s).toInt();
    fromValue(json.value(u"day"_s), act.day);
    act.detail = json.value(u"detail"_s).toString();
    act.wrong = json.value(u"wrong"_s).toString();
    act.isUnderstood = json.value(u"understood"_s).toBool(true);
    return act;
}

// How surely a line was read, kept as places keep it.
QJsonObject surenessOf(const ReadLine &line)
{
    Provenance unconfirmed, named;
    unconfirmed.confidence = std::max<Confidence>(line.unconfirmed, 0);
    named.confidence = line.named;
    return {{u"unconfirmed"_s, naru::toJson(unconfirmed)}, {u"named"_s, naru::toJson(named)}};
}

QJsonArray toJson(const QList<ReadCell> &cells)
{
    QJsonArray out;
    for (const ReadCell &cell : cells) {
        QJsonObject json = naru::toJson(cell.place);
        json.insert(u"column"_s, static_cast<int>(cell.column));
        json.insert(u"field"_s, fieldOf(cell.column));
        json.insert(u"text"_s, cell.text);
        out.append(json);
    }
    return out;
}

QList<ReadCell> cellsFromJson(const QJsonArray &json)
{
    QList<ReadCell> cells;
    for (const QJsonValue &one : json)
        cells.append({static_cast<Column>(one[u"column"_s].toInt()), one[u"text"_s].toString(),
                      naru::provenanceFromJson(one.toObject())});
    return cells;
}

QJsonObject toJson(const ReadLine &line)
{
    return {{u"kind"_s, line.kind},
            {u"name"_s, line.who.name},
            {u"hanja"_s, line.who.hanja},
            {u"emp_no"_s, line.who.empNo},
            {u"grade"_s, line.who.grade},
            {u"unit"_s, line.who.unit},
            {u"post"_s, line.who.post},
            {u"series"_s, line.series},
            {u"act"_s, toJson(line.act)},
            {u"team"_s, line.team},
            {u"to_team"_s, line.toTeam},
            {u"to_post"_s, line.toPost},
            {u"effective"_s, toValue(line.effective)},
            {u"until"_s, toValue(line.until)},
            {u"remark"_s, line.remark},
            {u"sureness"_s, surenessOf(line)},
            {u"cells"_s, toJson(line.cells)},
            {u"unit_may_be_target"_s, line.unitMayBeTarget},
            {u"doubts"_s, QJsonArray::fromStringList(line.doubts)}};
}

ReadLine readLineFromJson(const QJsonObject &json, const Evidence &evidence)
{
    ReadLine line;
    line.place = evidence.place;
    line.text = evidence.text;
    line.kind = json.value(u"kind"_s).toString();
    line.who = {json.value(u"name"_s).toString(),  json.value(u"hanja"_s).toString(), json.value(u"emp_no"_s).toString(),
                json.value(u"grade"_s).toString(), json.value(u"unit"_s).toString(),  json.value(u"post"_s).toString(),
                false};
    line.series = json.value(u"series"_s).toString();
    line.act = actFromJson(json.value(u"act"_s).toObject());
    line.team = json.value(u"team"_s).toString();
    line.toTeam = json.value(u"to_team"_s).toString();
    line.toPost = json.value(u"to_post"_s).toString();
    fromValue(json.value(u"effective"_s), line.effective);
    fromValue(json.value(u"until"_s), line.until);
    line.remark = json.value(u"remark"_s).toString();
    const QJsonObject sureness = json.value(u"sureness"_s).toObject();
    if (!sureness.isEmpty()) {
        line.unconfirmed = naru::provenanceFromJson(sureness.value(u"unconfirmed"_s).toObject()).confidence;
        line.named = naru::provenanceFromJson(sureness.value(u"named"_s).toObject()).confidence;
    }
    line.cells = cellsFromJson(json.value(u"cells"_s).toArray());
    line.unitMayBeTarget = json.value(u"unit_may_be_target"_s).toBool();
    fromValue(json.value(u"doubts"_s), line.doubts);
    return line;
}

// ---- the contract's line

QJsonObject toJson(const MatchedLine &line, const QStringList &effects)
{
    QJsonArray reasons;
    for (const Reason &reason : line.reasons) {
        QJsonArray candidates;
        for (const Candidate &one : reason.candidates) {
            QJsonObject candidate = one.answer;
            candidate.insert(u"text"_s, one.text);
            candidates.append(candidate);
        }
        reasons.append(
            QJsonObject{{u"code"_s, reason.code}, {u"text"_s, reason.text}, {u"candidates"_s, candidates}});
    }
    QJsonObject json = naru::toJson(line.read.place);
    json.remove(u"method"_s);
    json.insert(u"line"_s, line.number);
    json.insert(u"source"_s, line.source);
    json.insert(u"text"_s, line.read.text);
    json.insert(u"kind"_s, toValue(line.kind));
    json.insert(u"name"_s, toValue(line.name));
    json.insert(u"emp_no"_s, toValue(line.empNo));
    json.insert(u"grade"_s, toValue(line.grade));
    json.insert(u"to_grade"_s, toValue(line.toGrade));
    json.insert(u"from_unit"_s, toValue(line.fromUnit));
    json.insert(u"to_unit"_s, toValue(line.toUnit));
    json.insert(u"to_post"_s, toValue(line.toPost));
    json.insert(u"outside"_s, toValue(line.outside));
    json.insert(u"effective"_s, toValue(line.effective));
    json.insert(u"until"_s, toValue(line.until));
    json.insert(u"status"_s, toString(line.status));
    json.insert(u"reasons"_s, reasons);
    json.insert(u"confidence"_s, std::round(line.confidence * 1000) / 1000);
    json.insert(u"effects"_s, QJsonArray::fromStringList(effects));
    return json;
}

QMap<int, Answer> answersByLine(const QJsonArray &answers)
{
    QMap<int, Answer> byLine;
    for (const QJsonValue &one : answers) {
        const QJsonObject json = one.toObject();
        Answer &answer = byLine[json.value(u"line"_s).toInt()];
        if (json.contains(u"emp_no"_s))
            answer.empNo = json.value(u"emp_no"_s).toString();
        if (json.contains(u"to_unit"_s))
            answer.toUnit = json.value(u"to_unit"_s).toString();
        if (json.contains(u"skip"_s))
            answer.skip = json.value(u"skip"_s).toBool();
    }
    return byLine;
}

struct Given {
    QList<ReadLine> lines;
    QList<int> sourceOf;
    QList<OrderIdentity> orders;
};

QString titleOf(const QList<OrderIdentity> &orders, int lines)
{
    const OrderIdentity &first = orders.first();
    const QString day = first.date.isValid() ? koreanDate(first.date) + u"자 인사발령"_s : u"인사발령"_s;
    return day + u" ("_s + QString::number(lines) + u"줄)"_s;
}

Status checkAnswers(const QMap<int, Answer> &answers, qsizetype lines)
{
    for (auto at = answers.begin(); at != answers.end(); ++at)
        if (at.key() < 1 || at.key() > lines)
            return Error{Error::Kind::Usage,
                         u"expected an answer for a line from 1 to "_s + QString::number(lines) + u" but got line "_s
                             + QString::number(at.key()),
                         u"answer.line"_s};
    return {};
}

Status checkReadings(const QJsonArray &answers)
{
    for (const QJsonValue &one : answers)
        if (const QJsonValue typed = one[u"read"_s]; !typed.isUndefined())
            if (const Status status = checkTyped(typed.toObject()); !status)
                return status;
    return {};
}

void writeSubject(Plan &plan, const Given &given, const QList<MatchedLine> &lines, const Consequences &consequences,
                  const QJsonArray &answers)
{
    QJsonArray lineArray, read, orders;
    QMap<QString, int> counts{{u"ready"_s, 0}, {u"question"_s, 0}, {u"no_change"_s, 0}, {u"rejected"_s, 0}};
    for (const MatchedLine &line : lines) {
        lineArray.append(toJson(line, consequences.effects[line.number - 1]));
        read.append(toJson(given.lines[line.number - 1])); // as it was read, whatever a person says about it
        ++counts[toString(line.status)];
    }
    for (qsizetype i = 0; i < given.orders.size(); ++i)
        orders.append(QJsonObject{{u"source"_s, i},
                                  {u"id"_s, given.orders[i].id},
                                  {u"number"_s, toValue(given.orders[i].number)},
                                  {u"title"_s, toValue(given.orders[i].title)},
                                  {u"date"_s, toValue(given.orders[i].date)}});
    QJsonObject summary;
    for (auto at = counts.begin(); at != counts.end(); ++at)
        summary.insert(at.key(), at.value());
    plan.subject = {{u"lines"_s, lineArray}, {u"read"_s, read},       {u"orders"_s, orders},
                    {u"summary"_s, summary}, {u"answers"_s, answers}};
    if (const QJsonArray corrections = correctionsOf(answers, given.lines, given.sourceOf); !corrections.isEmpty())
        plan.subject.insert(u"corrections"_s, corrections);
}

Result<Plan> resolve(Plan plan, const Given &given, const QJsonArray &answers, const Directory &directory,
                     const std::function<bool(int, int)> &progress)
{
    const QMap<int, Answer> byLine = answersByLine(answers);
    if (const Status status = checkAnswers(byLine, given.lines.size()); !status)
        return status.error();
    if (const Status status = checkReadings(answers); !status)
        return status.error();
    const QMap<int, QJsonObject> typed = typedByLine(answers);
    const Matcher matcher(directory, plan.received);
    QList<MatchedLine> lines;
    lines.reserve(given.lines.size());
    plan.evidence.clear();
    const int total = static_cast<int>(given.lines.size());
    for (int i = 0; i < total; ++i) {
        if (progress && i % 100 == 0 && !progress(i, total))
            return Error{Error::Kind::Cancelled, u"expected to plan all lines but it was cancelled"_s};
        lines.append(matcher.match(corrected(given.lines[i], typed.value(i + 1)), i + 1, given.sourceOf[i], byLine.value(i + 1)));
        plan.evidence.append({given.sourceOf[i], given.lines[i].place, given.lines[i].text});
    }
    matcher.compare(lines);
    const Consequences consequences = consequencesOf(lines, given.orders, directory);
    plan.changes = consequences.changes;
    plan.questions.clear();
    for (const MatchedLine &line : lines)
        if (line.status == LineStatus::Question)
            for (const Reason &reason : line.reasons)
                plan.questions.append({line.number, reason.code, reason.text, reason.candidates});
    plan.title = titleOf(given.orders, total);
    writeSubject(plan, given, lines, consequences, answers);
    if (plan.id.isEmpty())
        plan.id = u"p-"_s + plan.digest().mid(7, 12);
    if (progress)
        (void)progress(total, total);
    return plan;
}

} // namespace

Words wordsOf(const Directory &directory)
{
    Words words;
    for (const Person &one : directory.state().persons)
        words.names.insert(normalizeForMatch(one.name));
    for (const Unit &one : directory.state().units)
        words.units.insert(normalizeForMatch(one.name));
    QSet<QString> grades;
    QSet<QString> posts;
    for (const Assignment &one : directory.state().assignments) {
        grades.insert(one.grade);
        grades.insert(QString(one.grade).remove(u' '));
        posts.insert(one.post);
    }
    for (const QString &one : knownGrades())
        grades.insert(one);
    grades.remove(QString());
    posts.remove(QString());
    words.grades = QStringList(grades.cbegin(), grades.cend()); // in any order: sorted below
    words.posts = QStringList(posts.cbegin(), posts.cend()); // in any order: sorted below
    words.grades.sort();
    words.posts.sort();
    return words;
}

Result<Plan> planOrder(const OrderRequest &request, const Directory &directory,
                       const std::function<bool(int done, int total)> &progress)
{
    const Words words = wordsOf(directory);
    Given given;
    Plan plan;
    plan.robot = u"personnel-order"_s;
    plan.maker = request.maker;
    plan.made = request.made;
    plan.received = request.received;
    for (const OrderSource &source : request.sources) {
        const ReadOrder order = readOrder(source.document, words);
        const int number = static_cast<int>(plan.sources.size());
        if (order.lines.isEmpty())
            return Error{Error::Kind::Invalid,
                         u"expected lines of a personnel order in '"_s + source.source.file + u"' but found none"_s,
                         u"order.none"_s};
        for (const ReadLine &line : order.lines) {
            given.lines.append(line);
            given.sourceOf.append(number);
        }
        given.orders.append({u"o-"_s + source.source.sha256.left(12), order.number, order.title, order.date,
                             source.source.sha256, source.source.file.section(u'/', -1)});
        plan.sources.append(source.source);
    }
    if (given.lines.isEmpty())
        return Error{Error::Kind::Invalid, u"expected lines of a personnel order but found none"_s, u"order.none"_s};
    return resolve(std::move(plan), given, request.answers, directory, progress);
}

Result<Plan> replanOrder(const Plan &earlier, const QJsonArray &answers, const Directory &directory)
{
    Given given;
    const QJsonArray read = earlier.subject.value(u"read"_s).toArray();
    for (qsizetype i = 0; i < read.size() && i < earlier.evidence.size(); ++i) {
        given.lines.append(readLineFromJson(read[i].toObject(), earlier.evidence[i]));
        given.sourceOf.append(earlier.evidence[i].source);
    }
    const QJsonArray orders = earlier.subject.value(u"orders"_s).toArray();
    for (const QJsonValue &one : orders) {
        const QJsonObject json = one.toObject();
        OrderIdentity order{json.value(u"id"_s).toString(), json.value(u"number"_s).toString(),
                            json.value(u"title"_s).toString(), {}, {}, {}};
        fromValue(json.value(u"date"_s), order.date);
        const qsizetype source = given.orders.size();
        order.sha256 = earlier.sources.value(source).sha256;
        order.file = earlier.sources.value(source).file.section(u'/', -1);
        given.orders.append(order);
    }
    if (given.lines.isEmpty() || given.orders.isEmpty())
        return Error{Error::Kind::Invalid, u"expected a plan of a personnel order but its lines are missing"_s,
                     u"order.none"_s};
    QJsonArray all = earlier.subject.value(u"answers"_s).toArray();
    for (const QJsonValue &one : answers)
        all.append(one);
    return resolve(earlier, given, all, directory, {});
}

} // namespace naru::office
