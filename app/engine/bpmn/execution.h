// What a wish makes of an instance: facts, or a reason why not. Pure: no clock, no chance, no settings; the same
// definition, state, and wish give the same facts for ever (BPMN 2.0.2 §13).
#pragma once

#include "engine/bpmn/command.h"
#include "engine/bpmn/event.h"

namespace naru::bpmn {

struct ExecutionLimits {
    int steps = 10'000; // nodes passed in one command; then an incident stops a process that runs in circles
    int instances = 100'000; // of one multi-instance activity
    int depth = 200; // calls and sub-processes in one another
};

// NotFound: what the wish names does not exist in the definition; Conflict: it does not wait for that (any more), or the
// instance has ended; Invalid: the wish makes no sense. What goes wrong inside the process is no error but an incident.
// Migrate gives one fact, which belongs to the new definition.
Result<QList<Event>> decide(const Definition &definition, const State &state, const Command &command,
                            const ExecutionLimits &limits = {});

// Cannot fail: facts are true. REQUIRES: the fact was decided on this definition and state.
void evolve(const Definition &definition, State &state, const Event &event);

// decide() and evolve() in one, for who needs the state at once.
struct Decision {
    QList<Event> facts;
    State state;
};
Result<Decision> decideOn(const Definition &definition, const State &state, const Command &command,
                          const ExecutionLimits &limits = {});

// Whether a message is meant for who waits at the element and wants this of it (Wait::correlation, §8.4.2).
bool carries(const Definition &definition, const QString &element, const DeliverMessage &message, const QString &wanted);
// Whether the wait goes on when its event has occurred.
bool staysOpen(const Definition &definition, const Wait &wait);

// Where something of an instance lives, and where Migrate would take it.
struct Move {
    QString from;
    QString to; // empty: the new definition has no counterpart of its kind
};
// In the order of birth, each element once. REQUIRES: both definitions are sound.
QList<Move> movesOf(const Definition &from, const State &state, const Migrate &wish);

} // namespace naru::bpmn
