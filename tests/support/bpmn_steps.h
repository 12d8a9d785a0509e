// Steps of a run in one word each: "a" completes the oldest effect at a, "a{x:1}" with a result, "a!E1" throws, "a?X1"
// escalates, "a~" fails; "@t" fires the timer at t when it is due, "*M1" and "*M1{x:1}" deliver a message, "^S1" a signal,
// "$x=1" sets a variable, "#a" begins a in an ad-hoc sub-process; "retry", "retry{x:1}", "skip", "cancel". A step that is
// refused gives "refused".
#pragma once

#include "support/bpmn_process.h"

namespace naru::test {

inline bpmn::Id ownerOfAdHoc(const Run &run)
{
    bpmn::Id found = 0;
    run.state.scopes.each([&](const bpmn::Scope &scope) {
        if (run.definition.body(scope.body).kind == bpmn::Kind::AdHocSubProcess)
            found = scope.id;
    });
    return found;
}

inline bool fireTimer(Run &run, const QString &node)
{
    for (const bpmn::Wait &wait : bpmn::openTimers(run.state)) {
        if (run.definition.node(wait.node).id != node)
            continue;
        run.now = qMax(run.now, wait.due);
        return run.wish(bpmn::FireTimer{bpmn::waitKey(run.definition, run.state, wait)});
    }
    return false;
}

inline bool settleEffect(Run &run, const QString &node, const QString &sign, const QString &rest)
{
    for (const bpmn::Effect &effect : bpmn::openEffects(run.state)) {
        if (run.definition.node(effect.node).id != node)
            continue;
        const QString key = bpmn::effectKey(run.definition, run.state, effect);
        if (sign == u"!"_s)
            return run.wish(bpmn::ThrowError{key, rest, {}});
        if (sign == u"?"_s)
            return run.wish(bpmn::Escalate{key, rest, {}});
        if (sign == u"~"_s)
            return run.wish(bpmn::FailEffect{key, u"it failed"_s});
        return run.wish(bpmn::CompleteEffect{key, contextOf(rest)});
    }
    return false;
}

inline bool takeStep(Run &run, const QString &step)
{
    static const QRegularExpression shape(u"^([@*^$#]?)(\\w+)([!?~=]?)(.*)$"_s);
    const QRegularExpressionMatch match = shape.match(step);
    const QString sigil = match.captured(1);
    const QString name = match.captured(2);
    const QString rest = match.captured(4);
    if (sigil == u"@"_s)
        return fireTimer(run, name);
    if (sigil == u"*"_s)
        return run.wish(bpmn::DeliverMessage{name, {}, rest.isEmpty() ? feel::Value() : feel::Value(contextOf(rest)), {}});
    if (sigil == u"^"_s)
        return run.wish(bpmn::DeliverSignal{name, {}});
    if (sigil == u"$"_s)
        return run.wish(bpmn::SetVariables{0, {{name, *feel::fromText(rest)}}});
    if (sigil == u"#"_s)
        return run.wish(bpmn::BeginActivity{ownerOfAdHoc(run), name});
    if (name == u"cancel"_s)
        return run.wish(bpmn::CancelInstance{});
    if (name == u"retry"_s || name == u"skip"_s) {
        const QList<bpmn::Incident> incidents = bpmn::openIncidents(run.state);
        using How = bpmn::ResolveIncident::How;
        return !incidents.isEmpty()
            && run.wish(bpmn::ResolveIncident{incidents.first().id, name == u"skip"_s ? How::Skip : How::Retry,
                                              contextOf(rest)});
    }
    return settleEffect(run, name, match.captured(3), rest);
}

// Starts P with the variables and takes the steps; the log of the run.
inline QStringList played(Run &run, const QString &variables, const QString &steps)
{
    bpmn::StartInstance command;
    command.instance = u"i"_s;
    command.process = u"P"_s;
    command.variables = contextOf(variables);
    if (!run.wish(command))
        run.log.append(u"refused:"_s + run.lastError);
    for (const QString &step : steps.split(u' ', Qt::SkipEmptyParts))
        if (!takeStep(run, step))
            run.log.append(u"refused"_s);
    return run.log;
}

} // namespace naru::test
