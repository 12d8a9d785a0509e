#include "engine/bpmn/state.h"

#include "engine/bpmn/json_fields.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

QString keyOf(const Definition &definition, const State &state, int node, Id id)
{
    return state.instance + u'/' + definition.node(node).id + u'/' + QString::number(id);
}

// Where the search for a variable goes on: from one instance of a loop to the loop, from an activity to its scope, from a
// scope to the activity whose inside it is. 0: nowhere.
Id outwards(const State &state, Id owner)
{
    if (const Activity *activity = state.activities.find(owner))
        return activity->loop != 0 ? activity->loop : activity->scope;
    const Scope *scope = state.scopes.find(owner);
    if (!scope || scope->parent == 0)
        return 0;
    return state.activities.contains(scope->activity) ? scope->activity : scope->parent;
}

const Variables *variablesOf(const State &state, Id owner)
{
    if (const Activity *activity = state.activities.find(owner))
        return &activity->variables;
    const Scope *scope = state.scopes.find(owner);
    return scope ? &scope->variables : nullptr;
}

QList<Wait> waitsOf(const State &state, Trigger::Type type)
{
    QList<Wait> waits;
    state.waits.each([&](const Wait &wait) {
        if (wait.type == type && !wait.isFired)
            waits.append(wait);
    });
    return waits;
}

} // namespace

QString toString(Incident::Kind kind) { return wordOf(kind); }

QString toString(State::Outcome outcome) { return wordOf(outcome); }

QString effectKey(const Definition &definition, const State &state, const Effect &effect)
{
    return keyOf(definition, state, effect.node, effect.id);
}

QString waitKey(const Definition &definition, const State &state, const Wait &wait)
{
    return keyOf(definition, state, wait.node, wait.id);
}

const Effect *findEffect(const Definition &definition, const State &state, const QString &key)
{
    const Effect *effect = state.effects.find(key.section(u'/', -1).toUInt());
    return effect && effectKey(definition, state, *effect) == key ? effect : nullptr;
}

const Wait *findWait(const Definition &definition, const State &state, const QString &key)
{
    const Wait *wait = state.waits.find(key.section(u'/', -1).toUInt());
    return wait && waitKey(definition, state, *wait) == key ? wait : nullptr;
}

QList<Effect> openEffects(const State &state)
{
    QList<Effect> effects;
    state.effects.each([&](const Effect &effect) { effects.append(effect); });
    return effects;
}

QList<Wait> openTimers(const State &state)
{
    QList<Wait> timers = waitsOf(state, Trigger::Type::Timer);
    std::stable_sort(timers.begin(), timers.end(), [](const Wait &a, const Wait &b) { return a.due < b.due; });
    return timers;
}

QList<Wait> openMessages(const State &state) { return waitsOf(state, Trigger::Type::Message); }

QList<Wait> openSignals(const State &state) { return waitsOf(state, Trigger::Type::Signal); }

QList<Incident> openIncidents(const State &state)
{
    QList<Incident> incidents;
    state.incidents.each([&](const Incident &incident) { incidents.append(incident); });
    return incidents;
}

Id ownerOfVariable(const State &state, Id from, const QString &name)
{
    for (Id owner = from; owner != 0; owner = outwards(state, owner)) {
        const Variables *variables = variablesOf(state, owner);
        if (variables && variables->contains(name))
            return owner;
    }
    return 0;
}

const feel::Value *findVariable(const State &state, Id from, const QString &name)
{
    for (Id owner = from; owner != 0; owner = outwards(state, owner)) {
        const Variables *variables = variablesOf(state, owner);
        if (!variables)
            return nullptr;
        const auto at = variables->constFind(name);
        if (at != variables->constEnd())
            return &*at;
    }
    return nullptr;
}

feel::Context visibleVariables(const State &state, Id from)
{
    Variables all;
    for (Id owner = from; owner != 0; owner = outwards(state, owner))
        if (const Variables *variables = variablesOf(state, owner))
            for (auto at = variables->cbegin(); at != variables->cend(); ++at)
                if (!all.contains(at.key()))
                    all.insert(at.key(), at.value());
    feel::Context context;
    for (auto at = all.cbegin(); at != all.cend(); ++at)
        context.append(at.key(), at.value());
    return context;
}

} // namespace naru::bpmn
