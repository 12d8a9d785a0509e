// Processes for tests in a few words, and runs of them that check after every wish that the facts tell all.
#pragma once

#include "engine/bpmn/execution.h"
#include "engine/feel/expression.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

namespace naru::test {

using namespace Qt::StringLiterals;

// "<name id="…" …>inside</name>"
inline QString element(const QString &name, const QString &id, const QString &more = {}, const QString &inside = {})
{
    return u"<%1 id=\"%2\" %3>%4</%1>"_s.arg(name, id, more, inside);
}
inline QString start(const QString &id, const QString &inside = {}, const QString &more = {})
{
    return element(u"startEvent"_s, id, more, inside);
}
inline QString end(const QString &id, const QString &inside = {}) { return element(u"endEvent"_s, id, {}, inside); }
inline QString task(const QString &id, const QString &inside = {}, const QString &more = {})
{
    return element(u"userTask"_s, id, more, inside);
}
inline QString boundary(const QString &id, const QString &on, const QString &inside, bool interrupts = true)
{
    return element(u"boundaryEvent"_s, id,
                   u"attachedToRef=\"%1\" cancelActivity=\"%2\""_s.arg(on, interrupts ? u"true"_s : u"false"_s), inside);
}
inline QString catching(const QString &id, const QString &inside, const QString &more = {})
{
    return element(u"intermediateCatchEvent"_s, id, more, inside);
}
inline QString throwing(const QString &id, const QString &inside)
{
    return element(u"intermediateThrowEvent"_s, id, {}, inside);
}
inline QString condition(const QString &name, const QString &text)
{
    return u"<%1 xsi:type=\"tFormalExpression\">%2</%1>"_s.arg(name, text.toHtmlEscaped());
}
inline QString signal(const QString &name) { return u"<signalEventDefinition signalRef=\"%1\"/>"_s.arg(name); }
inline QString message(const QString &name) { return u"<messageEventDefinition messageRef=\"%1\"/>"_s.arg(name); }
inline QString error(const QString &code = {})
{
    return code.isEmpty() ? u"<errorEventDefinition/>"_s : u"<errorEventDefinition errorRef=\"%1\"/>"_s.arg(code);
}
inline QString escalation(const QString &code) { return u"<escalationEventDefinition escalationRef=\"%1\"/>"_s.arg(code); }
inline QString duration(const QString &text)
{
    return u"<timerEventDefinition>"_s + condition(u"timeDuration"_s, text) + u"</timerEventDefinition>"_s;
}
inline QString cycle(const QString &text)
{
    return u"<timerEventDefinition>"_s + condition(u"timeCycle"_s, text) + u"</timerEventDefinition>"_s;
}
inline QString date(const QString &text)
{
    return u"<timerEventDefinition>"_s + condition(u"timeDate"_s, text) + u"</timerEventDefinition>"_s;
}
inline QString when(const QString &text)
{
    return u"<conditionalEventDefinition>"_s + condition(u"condition"_s, text) + u"</conditionalEventDefinition>"_s;
}
inline QString compensation(const QString &activity = {}, bool waits = true)
{
    return u"<compensateEventDefinition %1 waitForCompletion=\"%2\"/>"_s.arg(
        activity.isEmpty() ? QString() : u"activityRef=\"%1\""_s.arg(activity), waits ? u"true"_s : u"false"_s);
}
// The handler of an activity: a task of its own behind a boundary event.
inline QString undoneBy(const QString &activity, const QString &handler)
{
    return boundary(activity + u"_undo"_s, activity, compensation())
        + task(handler, {}, u"isForCompensation=\"true\""_s)
        + u"<pending id=\"%1_assoc\" associationDirection=\"One\" sourceRef=\"%1_undo\" targetRef=\"%2\"/>"_s.arg(
            activity, handler);
}

// "s-a a-g g-b{x>1} g-c": flows by their ends, without blanks in conditions. A flow's id is "s-a".
inline QString flows(const QString &text)
{
    static const QRegularExpression one(u"^([^-]+)-([^{]+)(?:\\{(.*)\\})?$"_s);
    QString xml;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = one.match(word);
        const QString inside
            = match.captured(3).isEmpty() ? QString() : condition(u"conditionExpression"_s, match.captured(3));
        xml += u"<sequenceFlow id=\"%1-%2\" sourceRef=\"%1\" targetRef=\"%2\">%3</sequenceFlow>"_s.arg(
            match.captured(1), match.captured(2), inside);
    }
    return xml;
}
// Associations stand behind all flow elements of what they are in.
inline QString artifactsLast(QString content)
{
    static const QRegularExpression pending(u"<pending [^>]*/>"_s);
    QString artifacts;
    for (auto match = pending.globalMatch(content); match.hasNext();)
        artifacts += match.next().captured().replace(u"<pending "_s, u"<association "_s);
    return content.remove(pending) + artifacts;
}
inline QString sub(const QString &id, const QString &nodes, const QString &flowText, const QString &more = {},
                   const QString &kind = u"subProcess"_s)
{
    return element(kind, id, more, artifactsLast(nodes + flows(flowText)));
}

// A model with the process P, and the signals, messages, errors, and escalations that tests use by one letter and number.
inline QByteArray model(const QString &content, const QString &more = {})
{
    QString roots;
    for (const QString &n : {u"1"_s, u"2"_s})
        roots += u"<signal id=\"S%1\" name=\"S%1\"/><message id=\"M%1\" name=\"M%1\"/>"
                 "<error id=\"E%1\" errorCode=\"E%1\"/><escalation id=\"X%1\" escalationCode=\"X%1\"/>"_s.arg(n);
    return (u"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" targetNamespace=\"urn:test\">%1"
            "<process id=\"P\" isExecutable=\"true\">%2</process>%3</definitions>"_s)
        .arg(roots, artifactsLast(content), more)
        .toUtf8();
}

inline bpmn::Definition compiled(const QByteArray &xml)
{
    Result<bpmn::Model> read = bpmn::readModel(xml);
    if (!read)
        qFatal("expected a model but %s", qUtf8Printable(read.error().text));
    return bpmn::Definition::compile(std::make_shared<const bpmn::Model>(*std::move(read)));
}

inline feel::Context contextOf(const QString &text)
{
    const Result<feel::Value> value = feel::fromText(text.isEmpty() ? u"{}"_s : text);
    if (!value || !value->is(feel::Value::Kind::Context))
        qFatal("expected a context but got %s", qUtf8Printable(text));
    return value->context();
}

// One instance. Its log has "+a" for what was asked at the node a, "-a" for what was withdrawn, "!kind" for an incident,
// "=completed" for the end.
class Run {
public:
    explicit Run(const bpmn::Definition &of)
        : definition(of)
    {
    }

    // Performs the wish, and checks on the way that folding the facts, in memory and through JSON, gives the state that
    // was decided, and that the state survives its bytes. What does not fit is in `faults`.
    bool wish(const decltype(bpmn::Command::wish) &what)
    {
        const bpmn::Command command{moment(), what};
        const Result<bpmn::Decision> decision = bpmn::decideOn(definition, state, command, limits);
        lastError = decision ? QString() : decision.error().text;
        if (!decision)
            return false;
        const Result<bpmn::State> reread = bpmn::stateFromBytes(definition, bpmn::toBytes(definition, state));
        if (!reread || !(*reread == state))
            faults.append(u"the state read back differs"_s + (reread ? QString() : u": "_s + reread.error().text));
        const Result<QList<bpmn::Event>> again = bpmn::decide(definition, reread ? *reread : state, command, limits);
        if (!again || jsonOf(*again) != jsonOf(decision->facts))
            faults.append(u"the state read back decides otherwise"_s);
        for (const bpmn::Event &fact : decision->facts)
            fold(fact);
        if (!(state == decision->state))
            faults.append(u"the facts folded differ from the state decided"_s);
        facts += decision->facts;
        return true;
    }

    // The whole history folded from nothing.
    bpmn::State replayed() const
    {
        bpmn::State fresh;
        for (const bpmn::Event &fact : facts)
            bpmn::evolve(definition, fresh, fact);
        return fresh;
    }

    QDateTime moment() const { return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC); }

    bpmn::Definition definition;
    bpmn::ExecutionLimits limits;
    bpmn::State state;
    QList<bpmn::Event> facts;
    QStringList log;
    QStringList faults;
    QString lastError;
    qint64 now = 1'767'225'600'000; // 2026-01-01T00:00:00Z

private:
    QList<QJsonObject> jsonOf(const QList<bpmn::Event> &list) const
    {
        QList<QJsonObject> json;
        for (const bpmn::Event &fact : list)
            json.append(bpmn::toJson(definition, fact));
        return json;
    }

    void fold(const bpmn::Event &fact)
    {
        const Result<bpmn::Event> read = bpmn::eventFromJson(definition, bpmn::toJson(definition, fact));
        if (!read)
            faults.append(u"a fact cannot be read back: "_s + read.error().text);
        if (const auto *ended = std::get_if<bpmn::EffectEnded>(&fact);
            ended && ended->how == bpmn::EffectEnded::How::Withdrawn)
            log.append(u'-' + definition.node(state.effects.find(ended->id)->node).id);
        bpmn::evolve(definition, state, read ? *read : fact);
        if (const auto *asked = std::get_if<bpmn::EffectAsked>(&fact))
            log.append(u'+' + definition.node(asked->node).id);
        if (const auto *raised = std::get_if<bpmn::IncidentRaised>(&fact))
            log.append(u'!' + bpmn::toString(raised->kind));
        if (const auto *over = std::get_if<bpmn::InstanceEnded>(&fact))
            log.append(u'=' + bpmn::toString(over->outcome) + (over->code.isEmpty() ? QString() : u':' + over->code));
    }
};

} // namespace naru::test
