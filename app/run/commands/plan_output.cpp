#include "run/commands/plan_output.h"

#include "run/commands/command.h"

#include <QJsonArray>

namespace naru::run {

namespace {

QJsonObject sourceJson(const Source &source)
{
    QJsonArray diagnostics;
    for (const Diagnostic &one : source.diagnostics)
        diagnostics.append(toJson(one));
    return {{u"file"_s, source.file},
            {u"sha256"_s, source.sha256},
            {u"format"_s, source.format},
            {u"pages"_s, source.pages},
            {u"diagnostics"_s, diagnostics}};
}

// The contract's JSON of a plan.
QJsonObject planJson(const Plan &plan)
{
    QJsonArray sources, changes, questions;
    for (const Source &one : plan.sources)
        sources.append(sourceJson(one));
    for (const Change &one : plan.changes)
        changes.append(toJson(one));
    for (const Question &one : plan.questions) {
        QJsonArray candidates;
        for (const Candidate &candidate : one.candidates) {
            QJsonObject json = candidate.answer;
            json.insert(u"text"_s, candidate.text);
            candidates.append(json);
        }
        questions.append(QJsonObject{
            {u"line"_s, one.line}, {u"code"_s, one.code}, {u"text"_s, one.text}, {u"candidates"_s, candidates}});
    }
    QJsonObject json{{u"plan"_s, plan.id},
                     {u"digest"_s, plan.digest()},
                     {u"robot"_s, plan.robot},
                     {u"title"_s, plan.title},
                     {u"sources"_s, sources},
                     {u"lines"_s, plan.subject.value(u"lines"_s).toArray()},
                     {u"changes"_s, changes},
                     {u"questions"_s, questions},
                     {u"summary"_s, plan.subject.value(u"summary"_s).toObject()}};
    if (const QJsonValue corrections = plan.subject.value(u"corrections"_s); corrections.isArray())
        json.insert(u"corrections"_s, corrections); // what a person typed where a scan was misread
    return json;
}

QString statusWord(const QString &status)
{
    if (status == u"ready"_s)
        return told(QT_TRANSLATE_NOOP("Command", "ready"));
    if (status == u"question"_s)
        return told(QT_TRANSLATE_NOOP("Command", "question"));
    if (status == u"no_change"_s)
        return told(QT_TRANSLATE_NOOP("Command", "no change"));
    return told(QT_TRANSLATE_NOOP("Command", "rejected"));
}

} // namespace

void printPlan(const Context &context, const Plan &plan)
{
    if (context.json) {
        context.printJson(planJson(plan));
        return;
    }
    const QJsonObject summary = plan.subject.value(u"summary"_s).toObject();
    context.print(plan.title);
    context.print(told(QT_TRANSLATE_NOOP("Command", "Plan %1, digest %2")).arg(plan.id, plan.digest()));
    if (!summary.isEmpty())
        context.print(told(QT_TRANSLATE_NOOP("Command", "%1 ready, %2 questions, %3 without change, %4 rejected; %5 changes"))
                          .arg(summary.value(u"ready"_s).toInt())
                          .arg(summary.value(u"question"_s).toInt())
                          .arg(summary.value(u"no_change"_s).toInt())
                          .arg(summary.value(u"rejected"_s).toInt())
                          .arg(plan.changes.size()));
    else
        context.print(told(QT_TRANSLATE_NOOP("Command", "%1 changes")).arg(plan.changes.size()));
    for (const QJsonValue &one : plan.subject.value(u"lines"_s).toArray()) {
        const QJsonObject line = one.toObject();
        const QString status = line.value(u"status"_s).toString();
        const bool isOpen = status == u"question"_s || status == u"rejected"_s;
        if (!isOpen && !context.verbose)
            continue;
        context.print(u"%1 [%2] %3"_s.arg(line.value(u"line"_s).toInt(), 5)
                          .arg(statusWord(status), line.value(u"text"_s).toString()));
        for (const QJsonValue &reason : line.value(u"reasons"_s).toArray()) {
            context.print(u"        "_s + reason.toObject().value(u"text"_s).toString());
            for (const QJsonValue &candidate : reason.toObject().value(u"candidates"_s).toArray())
                context.print(u"          · "_s + candidate.toObject().value(u"text"_s).toString());
        }
        if (context.verbose)
            for (const QJsonValue &effect : line.value(u"effects"_s).toArray())
                context.print(u"        → "_s + effect.toString());
    }
}

} // namespace naru::run
