// Decides one wish: works on its own copy of the state, which it evolves by each fact that it finds. Internal.
#pragma once

#include "engine/bpmn/execution.h"

#include <deque>
#include <set>

namespace naru::bpmn {

class Execution {
public:
    Execution(const Definition &definition, const State &state, const QDateTime &at, const ExecutionLimits &limits);

    Status wish(const StartInstance &command);
    Status wish(const CompleteEffect &command);
    Status wish(const ThrowError &command);
    Status wish(const Escalate &command);
    Status wish(const FailEffect &command);
    Status wish(const FireTimer &command);
    Status wish(const DeliverMessage &command);
    Status wish(const DeliverSignal &command);
    Status wish(const SetVariables &command);
    Status wish(const BeginActivity &command);
    Status wish(const ResolveIncident &command);
    Status wish(const CancelInstance &command);
    Status wish(const Migrate &command);
    // Lets all go on that can.
    void settle();

    QList<Event> takeFacts() { return std::move(m_facts); }
    State takeState() { return std::move(m_state); }

private:
    // What is to be done next: a token that came to the end of a flow, a node that a scope begins with, a look whether a
    // scope is done, the next instance of a loop, the next record of a compensation.
    struct Step {
        enum class Type { Arrive, Enter, Check, Loop, Compensate };
        Type type = Type::Arrive;
        Id scope = 0; // or the loop, or the compensation
        int index = -1; // flow or node
    };
    using Flows = QList<int>;

    // What went wrong where an activity begins or ends.
    struct Fault {
        Incident::Kind kind = Incident::Kind::Expression;
        QString text;
        QString code = {};
    };

    // execution.cpp
    void emitFact(Event fact);
    Id nextId() const { return m_state.last + 1; }
    const Scope &scope(Id id) const { return *m_state.scopes.find(id); }
    const Activity &activity(Id id) const { return *m_state.activities.find(id); }
    const Node &nodeOf(Id activityId) const { return m_definition.node(activity(activityId).node); }
    const Body &bodyOf(Id scopeId) const { return m_definition.body(scope(scopeId).body); }
    bool lives(Id activityId) const { return m_state.activities.contains(activityId); }
    Result<const Effect *> openEffect(const QString &key) const;
    void raise(Id activityId, const Fault &fault);
    void resume();
    void retry(Id activityId);
    void skip(Id activityId, const feel::Context &variables);

    // execution_flow.cpp: tokens and gateways
    bool step();
    void take(const Step &next, bool isThrow);
    void arrive(Id scopeId, int flow);
    void enterNode(Id scopeId, int node, const Flows &from);
    void pass(Id scopeId, int node, const Flows &from, const Flows &to);
    void send(Id scopeId, const Flows &to);
    void passOn(Id scopeId, int node, const Flows &from);
    Result<Flows> choose(Id owner, int node, const QMap<QString, feel::Value> &own = {}, bool isReset = false);
    Result<bool> holds(const ExpressionPointer &condition, Id owner, const QMap<QString, feel::Value> &own = {});
    void joinParallel(Id scopeId, int node);
    bool mergeOne();
    bool mergeIn(Id scopeId);
    bool mergeInclusive(Id scopeId, int node);
    bool mergeComplex(Id scopeId, int node);
    bool resetComplex(Id activityId);
    bool isExpected(Id scopeId, int gateway, const Flows &empty, const Flows &full) const;
    Flows waitingFlows(Id scopeId, int node) const;
    int tokensOn(Id scopeId, int flow) const;
    void hold(Id activityId, Activity::Phase phase, const Fault &fault);
    bool limitReached();

    // execution_activity.cpp
    void enterActivity(Id scopeId, int node, const Flows &from);
    void begin(Id activityId);
    void beginWaiting(Id activityId);
    void beginInstance(Id activityId);
    void beginWork(Id activityId);
    void ask(Id activityId, Work::Type kind, const QString &name, const feel::Value &input);
    void complete(Id activityId, const feel::Context &result);
    void finishInstance(Id activityId);
    void leave(Id activityId);
    void openScope(int body, Id parent, Id activityId);
    void openWaitsOf(Id scopeId);
    void enterScope(Id scopeId);
    void check(Id scopeId);
    void completeScope(Id scopeId);
    void endInstance(State::Outcome outcome, const QString &code);
    bool stepAdHoc(Id scopeId);
    int depthOf(Id scopeId) const;

    // execution_loop.cpp
    void beginLoop(Id loopId);
    Result<qint64> cardinalityOf(Id loopId);
    void beginLoopInstance(Id loopId);
    void goOnLoop(Id loopId);
    void instanceDone(Id loopId, Id instanceId);
    void goOnStandard(Id loopId);
    void goOnMulti(Id loopId);
    bool throwBehavior(Id loopId);
    void finishLoop(Id loopId);

    // execution_data.cpp
    Result<feel::Value> evaluate(const ExpressionPointer &expression, Id owner,
                                 const QMap<QString, feel::Value> &own = {});
    feel::Value attribute(Id owner, const QString &name) const;
    void setVariable(Id owner, const QString &name, const feel::Value &value);
    void setVisible(Id owner, const QString &name, const feel::Value &value);
    void setResults(Id activityId, const feel::Context &result);
    std::optional<Fault> takeInputs(Id activityId);
    std::optional<Fault> giveOutputs(Id activityId);
    std::optional<Fault> associate(const DataAssociation &association, Id reads, Id writes, bool isInward,
                                   const QMap<QString, feel::Value> &own = {});
    bool isThere(Id owner, const QStringList &variables) const;
    int setOf(Id activityId, const QList<DataInterface::Set> &sets) const;
    bool hasInputs(Id activityId) const;
    bool serves(Id activityId, const QList<DataInterface::Set> &sets, const QString &variable) const;
    feel::Value inputsOf(const DataInterface &data, Id owner, const QMap<QString, feel::Value> &own = {}) const;
    Result<feel::Value> payloadOf(int node, Id owner);
    void receivePayload(int node, int trigger, Id owner, const feel::Value &payload);
    void settleConditions();
    void settleData();

    // execution_event.cpp
    void enterCatch(Id scopeId, int node, const Flows &from);
    void enterEventGateway(Id scopeId, int node, const Flows &from);
    std::optional<Fault> openWait(Id owner, int node, int trigger);
    std::optional<Fault> openWaits(Id owner, int node);
    void closeWait(Id waitId);
    void closeWaits(const QList<Id> &waits);
    void fire(Id waitId, const feel::Value &payload);
    bool allFired(const Wait &wait);
    bool waitsFor(Id owner, int node, int trigger) const;
    bool repeat(const Wait &wait);
    void fireOwn(const Wait &wait, const feel::Value &payload);
    void fireGateway(const Wait &wait, const feel::Value &payload);
    void fireBoundary(const Wait &wait, const feel::Value &payload);
    void fireStart(const Wait &wait, const feel::Value &payload);
    void takeBoundary(Id activityId, int event, int trigger, bool interrupts, const feel::Value &payload);
    void startEventSubProcess(Id scopeId, int event, int start, int trigger, const feel::Value &payload);
    void broadcast(const QString &name, const feel::Value &payload);

    // execution_conversation.cpp: how an instance begins, and which messages are meant for it
    Status startAt(const StartInstance &command, int body);
    void beginBy(int node, const StartInstance &command);
    void joinConversation(int begun);
    bool isShared(int start);
    QString correlationFor(Id owner, const Trigger &trigger);
    int processOf(Id scopeId) const;
    void correlate(Id scopeId, const QString &message, const feel::Value &payload);

    // execution_throw.cpp
    void throwEvent(Id scopeId, int node, const Flows &from);
    void goOnThrowing(Id activityId);
    bool throwTrigger(Id activityId, const Trigger &trigger);
    void triggerDone(Id activityId);
    bool throwCompensation(Id activityId, const Trigger &trigger);
    bool throwUpwards(Trigger::Type type, Id activityId, Id scopeId, const QString &code, const feel::Value &payload);
    bool catchAt(Trigger::Type type, Id activityId, const QString &code, const feel::Value &payload);
    bool catchIn(Trigger::Type type, Id scopeId, const QString &code, const feel::Value &payload);
    const Node *catcherOf(Trigger::Type type, const QList<int> &events, const QString &code, int &event, int &trigger) const;
    void terminate(Id scopeId);
    void cancelTransaction(Id scopeId);
    void finishCancel(Id scopeId);

    // execution_cancel.cpp
    void cancelActivity(Id activityId);
    void cancelScope(Id scopeId);
    void cancelContent(Id scopeId);
    void discardRecords(Id scopeId);
    void closeIncident(Id incidentId, IncidentClosed::How how);

    // execution_compensation.cpp
    bool compensate(Id scopeId, int node, Id thrower);
    void stepCompensation(Id compensationId);
    void undo(Id compensationId, const CompensationRecord &record);
    Id compensatedScope(Id scopeId) const;
    bool isCompensating(Id scopeId) const;
    void record(Id scopeId, int node, Id kept);
    void recordInstance(const Activity &done);

    const Definition &m_definition;
    State m_state; // a copy that shares all it does not change
    const ExecutionLimits m_limits;
    const qint64 m_now; // milliseconds UTC
    QList<Event> m_facts;
    std::deque<Step> m_steps;
    std::deque<Step> m_throws; // broadcasts wait until every token that can move has come to rest
    std::set<Id> m_merges; // scopes with gateways that may have got their last token
    QMap<Id, int> m_entries; // steps of type Enter that are still to be done, per scope
    int m_passed = 0;
    bool m_isStopped = false;
    bool m_areConditionsDue = false;
    bool m_areDataDue = false;
};

} // namespace naru::bpmn
