// The running definition: a written model compiled once for execution. Nodes, flows, and bodies are numbered in the order
// of the file, expressions are parsed, references resolved. Immutable and shareable; the state of an instance refers to it
// by number, the facts in JSON by the elements' ids, and a run pins its digest.
#pragma once

#include "engine/bpmn/check.h"
#include "engine/bpmn/expression_language.h"
#include "engine/bpmn/model.h"
#include "engine/bpmn/problem.h"
#include "engine/bpmn/timer.h"

#include <QHash>

#include <memory>

namespace naru::bpmn {

// One way in which an event is triggered, or what it throws: an event definition.
struct Trigger {
    enum class Type : quint8 {
        None,
        Message,
        Signal,
        Timer,
        Conditional,
        Error,
        Escalation,
        Compensation,
        Cancel,
        Link,
        Terminate,
    };
    Type type = Type::None;
    QString name; // of the message, signal, or link; the code of the error or escalation. Empty: any
    TimerKind timer = TimerKind::Date;
    ExpressionPointer expression; // of a condition; of a timer whose text is no ISO 8601
    QString text; // of a timer, as ISO 8601 writes it
    int activity = -1; // node to compensate, -1: all of the scope
    bool waits = true; // compensation: until it is done
    QString operation; // of a message: "interface.operation", empty for none
    QString message; // id of the message element: what correlation refers to
    const Element *element = nullptr;
};

// A data association (§10.4.2): copies, or transforms, or assigns.
struct DataAssociation {
    QStringList sources; // variables
    QString target; // variable
    ExpressionPointer transformation; // null: a plain copy, or assignments
    struct Assignment {
        ExpressionPointer from;
        QStringList to; // variable, then the entries on the way into it
    };
    QList<Assignment> assignments;
};

struct DataItem {
    QString id;
    QString variable; // its name, or its id where it has none or shares it
    bool isCollection = false;
};

// What an activity, event, or process takes and gives (§10.4.1).
struct DataInterface {
    bool isDeclared = false;
    QList<DataItem> inputs;
    QList<DataItem> outputs;
    struct Set {
        QStringList required; // variables that must be there
        QStringList all; // with those that may be
        friend bool operator==(const Set &, const Set &) = default;
    };
    QList<Set> inputSets; // the first that is complete serves
    QList<Set> outputSets;
    QList<DataAssociation> inward;
    QList<DataAssociation> outward;
};

// §13.3.6 and §13.3.7.
struct Loop {
    enum class Type : quint8 { None, Standard, Sequential, Parallel };
    enum class Behavior : quint8 { All, None, One, Complex };
    Type type = Type::None;
    bool testsBefore = false;
    ExpressionPointer condition; // standard: go on while true; multi-instance: completion condition
    ExpressionPointer cardinality;
    qint64 maximum = -1; // -1: none
    QString collection; // variable with the items, empty: by cardinality
    QString item; // variable of one instance
    QString collected; // variable that the outputs are gathered in
    QString output; // variable of one instance that is gathered
    Behavior behavior = Behavior::All;
    struct Thrown {
        ExpressionPointer condition; // null: always
        Trigger event;
    };
    QList<Thrown> thrown;
};

// What somebody outside does for a task: the runner reads it to perform an effect.
struct Work {
    enum class Type : quint8 {
        None, // nothing: an abstract or manual task
        User,
        Service,
        Script,
        Rule, // a decision
        Send, // a message
        Receive, // waits for a message: no effect
        Call, // a process or global task that this model lacks
        Signal, // broadcast to all other instances; nobody waits for its outcome
    };
    Type type = Type::None;
    QString implementation; // attribute of service, user, rule, send tasks
    QString format; // script format
    QString script;
    QString called; // of a call: the id of the callable element, with its prefix resolved: "{namespace}id" or "id"
    Trigger message; // of Send and Receive
    QString operation;
};
QString toString(Work::Type type);

struct Node {
    Kind kind = Kind::Foreign;
    QString id; // made from the place in the file where the model gives none; in an imported model behind its module: "sub:a"
    QString name;
    QString module; // of the imported model that it stands in; empty: the model itself
    int body = -1; // that it stands in
    QList<int> incoming; // flows, in the order of the file
    QList<int> outgoing;
    int defaultFlow = -1;
    const Element *element = nullptr; // for what the engine does not know: extensions, resources, forms

    // Events
    QList<Trigger> triggers;
    bool isParallelMultiple = false;
    bool interrupts = true; // boundary and start events of event sub-processes
    bool isInterruptionStated = false; // cancelActivity is written in the file
    int attachedTo = -1;
    int linkTarget = -1; // node that a throwing link goes on at

    // Activities
    QList<int> boundary; // events on it
    int inner = -1; // body of a sub-process or of a called process of this model
    bool isCall = false;
    bool isCallIsolated = false; // the called process declares its data: it sees nothing else
    bool isEventSubProcess = false;
    bool isForCompensation = false;
    int compensation = -1; // node of the handler behind its compensation event
    int startQuantity = 1;
    int completionQuantity = 1;
    Loop loop;
    Work work;
    QStringList properties; // variables of its own

    // Gateways
    bool isInstantiating = false; // receive tasks too
    bool isParallelEvents = false; // event-based: all must occur
    ExpressionPointer activation; // complex

    DataInterface data;

    bool isActivity() const { return derives(kind, Kind::Activity); }
    bool isEvent() const { return derives(kind, Kind::Event); }
    bool isGateway() const { return derives(kind, Kind::Gateway); }
    bool isCatching() const { return derives(kind, Kind::CatchEvent); }
};

struct Flow {
    QString id;
    int body = -1;
    int source = -1;
    int target = -1;
    ExpressionPointer condition;
};

// A process, or the inside of a sub-process: what a scope is an instance of.
struct Body {
    Kind kind = Kind::Process; // Process, SubProcess, AdHocSubProcess, Transaction
    QString id;
    QString name;
    int parent = -1; // the body around it, -1 for processes
    int node = -1; // the sub-process, -1 for processes
    QList<int> nodes;
    QList<int> flows;
    QList<int> entries; // nodes that get a token when the body is entered without a trigger
    QList<int> eventSubProcesses;
    QStringList variables; // data objects and properties, unset at first
    bool mayCompensate = false; // something in it can be compensated
    bool hasMerge = false; // an inclusive or complex gateway joins in it
    // Ad hoc
    bool isSequential = false;
    bool cancelsRemaining = true;
    ExpressionPointer completion;

    DataInterface data; // of a process
    int handler = -1; // node of its compensation event sub-process
};

// A way to start a process from outside.
struct Start {
    int body = -1;
    int node = -1; // start event, receive task, event-based gateway's target; -1: the process has no start event
    int trigger = -1; // of the node; -1: none
    Trigger event; // type None where it starts on request
};

// What a message or signal must carry to reach one conversation (§8.4.2).
struct CorrelationKey {
    QString id;
    struct Property {
        QString id;
        QHash<QString, ExpressionPointer> retrievals; // message id → path into the payload; asked, never walked through
        ExpressionPointer binding; // over the data of the process, null: taken from the first message
    };
    QList<Property> properties;
};

class Definition {
public:
    // Another model whose processes and global tasks this one calls. Its elements go by "module:id".
    struct Import {
        QString module; // "sub", "leave:sub"
        std::shared_ptr<const Model> model; // shared: nodes point into it
        QString seenFrom = {}; // the name that may call it: "" of the model itself and of all that sees the same
        QString sees = {}; // what its own calls may name
    };
    struct Options {
        ExpressionLanguage undeclared = feelLanguage(); // for expressions of models that declare no language
        QList<Import> imports = {};
    };

    Definition() = default;
    // Compiles the processes of a model. What cannot run is in problems(); such a definition must not be started.
    static Definition compile(std::shared_ptr<const Model> model, const Options &options);
    static Definition compile(std::shared_ptr<const Model> model) { return compile(std::move(model), Options{}); }

    bool isSound() const { return m_parts && m_parts->problems.isEmpty(); }
    const QList<Problem> &problems() const { return m_parts->problems; }
    // sha256, bare hex, of all that decides how it runs: not of the diagram, nor of how the file is laid out.
    const QString &digest() const { return m_parts->digest; }

    const QList<Node> &nodes() const { return m_parts->nodes; }
    const QList<Flow> &flows() const { return m_parts->flows; }
    const QList<Body> &bodies() const { return m_parts->bodies; }
    const Node &node(int index) const { return m_parts->nodes.at(index); }
    const Flow &flow(int index) const { return m_parts->flows.at(index); }
    const Body &body(int index) const { return m_parts->bodies.at(index); }
    const QList<Start> &starts() const { return m_parts->starts; }
    const QList<CorrelationKey> &correlations(int process) const { return m_parts->correlations.at(process); }
    const Model &model() const { return *m_parts->model; }

    // -1 where there is none.
    int nodeOf(const QString &id) const { return m_parts->nodeById.value(id, -1); }
    int flowOf(const QString &id) const { return m_parts->flowById.value(id, -1); }
    int bodyOf(const QString &id) const { return m_parts->bodyById.value(id, -1); }
    // The process that the body belongs to.
    int processOf(int body) const;

    // Whether a token on the flow (in the node) can come to that incoming flow of a merging gateway without passing the
    // gateway (§13.4.3).
    bool flowReaches(int flow, int incoming) const;
    bool nodeReaches(int node, int incoming) const;

private:
    friend class DefinitionBuilder;
    struct Parts {
        std::shared_ptr<const Model> model; // shared: nodes point into it
        QList<Import> imports;
        QList<Node> nodes;
        QList<Flow> flows;
        QList<Body> bodies;
        QList<Start> starts;
        QList<QList<CorrelationKey>> correlations; // per body
        QList<Problem> problems;
        QString digest;
        QHash<QString, int> nodeById; // asked, never walked through
        QHash<QString, int> flowById;
        QHash<QString, int> bodyById;
        QHash<int, std::vector<bool>> flowReach; // per incoming flow of a merging gateway
        QHash<int, std::vector<bool>> nodeReach;
    };
    std::shared_ptr<const Parts> m_parts; // shared by its copies, which are many
};

} // namespace naru::bpmn
