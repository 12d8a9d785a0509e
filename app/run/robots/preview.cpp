#include "run/robots/preview.h"

#include "run/robots/values.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace naru::run {

namespace {

constexpr int mostEffects = 10'000;

store::Wish wishOf(const QJsonObject &body, const QDateTime &now)
{
    return {0, body.value(u"wish"_s).toString(), now, u"preview"_s, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

// The first task that there is an answer for, answered; false where none has one.
bool answerTask(LiveRun &run, const QMap<QString, feel::Context> &answers, const QDateTime &now)
{
    const bpmn::Definition &definition = run.robot().definition;
    for (const bpmn::Effect &one : bpmn::openEffects(run.data().process)) {
        const QString element = definition.node(one.node).id;
        if (one.kind != bpmn::Work::Type::User || !answers.contains(element))
            continue;
        const QString key = bpmn::effectKey(definition, run.data().process, one);
        run.take(wishOf({{u"wish"_s, u"complete"_s}, {u"key"_s, key}, {u"values"_s, toJson(answers.value(element))}}, now), now);
        // An answer that the form refuses stays open, and must not be given for ever.
        return !run.data().tasks.contains(key);
    }
    return false;
}

void tellEnd(const LiveRun &run, Preview &out)
{
    const bpmn::Definition &definition = run.robot().definition;
    const QList<bpmn::Incident> incidents = bpmn::openIncidents(run.data().process);
    if (!incidents.isEmpty()) {
        out.end = Preview::End::Incident;
        out.text = incidents.first().text;
        return;
    }
    if (!run.data().process.isRunning())
        return;
    out.end = Preview::End::Waits;
    for (const bpmn::Effect &one : bpmn::openEffects(run.data().process))
        if (one.kind == bpmn::Work::Type::User) {
            out.end = Preview::End::Person;
            out.text = definition.node(one.node).name;
        }
}

} // namespace

QString Preview::digest() const
{
    QJsonArray list;
    for (const PlannedEffect &one : effects)
        list.append(toJson(one));
    const QByteArray bytes = QJsonDocument(list).toJson(QJsonDocument::Compact);
    return u"sha256:"_s + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<Preview> preview(std::shared_ptr<const Robot> robot, const feel::Context &variables, const Connectors &connectors,
                        const Clock &clock, const QMap<QString, feel::Context> &answers)
{
    const QDateTime now = clock.now();
    store::RunHead head;
    head.id = u"preview"_s;
    LiveRun run(std::move(robot), head, {});
    Planner planner(connectors);
    run.take(wishOf({{u"wish"_s, u"start"_s}, {u"variables"_s, toJson(variables)}}, now), now);
    run.settle(now);
    for (int done = 0; done < mostEffects; ++done) {
        const QList<LiveRun::Ask> asks = run.asked(now);
        if (asks.isEmpty() && !answerTask(run, answers, now))
            break;
        if (!asks.isEmpty()) {
            const LiveRun::Ask &ask = asks.first();
            if (ask.kind == bpmn::Work::Type::Service) {
                run.answer(ask.effect.key, planner.perform(ask.effect), now);
            } else {
                const Status sent = planner.send(ask.message, wishOf(ask.word(), now));
                run.answer(ask.effect.key, sent ? Result<Outcome>(Outcome{}) : sent.error(), now);
            }
        }
        run.settle(now);
    }
    Preview out;
    out.effects = planner.planned();
    tellEnd(run, out);
    return out;
}

} // namespace naru::run
