#include "engine/bpmn/definition_builder.h"

namespace naru::bpmn {

namespace {

bool isBody(Kind kind) { return derives(kind, Kind::SubProcess) || kind == Kind::Process; }

Work::Type workOf(Kind kind)
{
    switch (kind) {
    case Kind::UserTask:
    case Kind::GlobalUserTask:
        return Work::Type::User;
    case Kind::ServiceTask:
        return Work::Type::Service;
    case Kind::ScriptTask:
    case Kind::GlobalScriptTask:
        return Work::Type::Script;
    case Kind::BusinessRuleTask:
    case Kind::GlobalBusinessRuleTask:
        return Work::Type::Rule;
    case Kind::SendTask:
        return Work::Type::Send;
    case Kind::ReceiveTask:
        return Work::Type::Receive;
    default:
        return Work::Type::None; // §13.3.3: an abstract or manual task completes at once
    }
}

} // namespace

DefinitionBuilder::DefinitionBuilder(std::shared_ptr<const Model> model, const Definition::Options &options)
    : m_model(std::move(model))
    , m_options(options)
{
    m_parts.model = m_model;
    m_parts.imports = m_options.imports;
    for (const Definition::Import &one : m_parts.imports)
        m_imported.insert(&one.model->definitions(), &one);
}

const Definition::Import *DefinitionBuilder::importOf(const Element &element) const
{
    if (m_imported.isEmpty())
        return nullptr;
    const Element *root = &element;
    while (root->parent)
        root = root->parent;
    return m_imported.value(root);
}

const Model &DefinitionBuilder::modelOf(const Element &element) const
{
    const Definition::Import *import = importOf(element);
    return import ? *import->model : *m_model;
}

QList<const Element *> DefinitionBuilder::all(Kind kind) const
{
    QList<const Element *> out = m_model->all(kind);
    for (const Definition::Import &one : m_parts.imports)
        out += one.model->all(kind);
    return out;
}

// What the facts call it: an id is one of its file alone.
QString DefinitionBuilder::ownIdOf(const Element &element) const
{
    const Definition::Import *import = importOf(element);
    return import ? import->module + u':' + idOf(element) : idOf(element);
}

Definition DefinitionBuilder::build()
{
    addProcesses();
    declareData();
    for (Node &node : m_parts.nodes) {
        if (node.isActivity())
            readActivity(node);
        readData(node);
    }
    readEvents();
    enterBodies();
    addStarts();
    addCorrelations();
    readReach();
    m_parts.digest = digest();
    Definition definition;
    definition.m_parts = std::make_shared<const Definition::Parts>(std::move(m_parts));
    return definition;
}

void DefinitionBuilder::problem(const Element &element, const QString &rule, const QString &text)
{
    m_parts.problems.append({ownIdOf(element), rule, text, element.line});
}

// The id, or for what has none: "<id of what is around it>#<which child>".
QString DefinitionBuilder::idOf(const Element &element) const
{
    const QString id = element.id();
    if (!id.isEmpty() || !element.parent)
        return id;
    const QList<const Element *> siblings = element.parent->children();
    return idOf(*element.parent) + u'#' + QString::number(siblings.indexOf(&element));
}

void DefinitionBuilder::addProcesses()
{
    QList<const Element *> processes = m_model->definitions().children(Kind::Process);
    for (const Definition::Import &one : m_parts.imports)
        processes += one.model->definitions().children(Kind::Process);
    for (const Element *process : processes)
        addBody(*process, -1, -1);
    // Flows come last: they name nodes.
    for (int i = 0; i < m_bodyElements.size(); ++i)
        for (const Element *flow : m_bodyElements[i]->children(Kind::SequenceFlow))
            addFlow(*flow, i);
}

int DefinitionBuilder::addBody(const Element &element, int parent, int node)
{
    const int index = int(m_parts.bodies.size());
    Body body;
    body.kind = element.kind;
    body.id = ownIdOf(element);
    body.name = element.label();
    body.parent = parent;
    body.node = node;
    m_bodies.insert(&element, index);
    m_bodyElements.append(&element);
    m_parts.bodyById.insert(body.id, index);
    m_parts.bodies.append(body);
    addContent(element, index);
    return index;
}

void DefinitionBuilder::addContent(const Element &element, int body)
{
    for (const Element *child : element.children(Kind::FlowNode))
        addNode(*child, body);
}

void DefinitionBuilder::addNode(const Element &element, int body)
{
    const int index = int(m_parts.nodes.size());
    Node node;
    node.kind = element.kind;
    node.id = ownIdOf(element);
    node.name = element.label();
    if (const Definition::Import *import = importOf(element))
        node.module = import->module;
    node.body = body;
    node.element = &element;
    m_nodes.insert(&element, index);
    m_parts.nodeById.insert(node.id, index);
    m_parts.nodes.append(node);
    m_parts.bodies[body].nodes.append(index);
    if (isBody(element.kind)) {
        const int inner = addBody(element, body, index);
        m_parts.nodes[index].inner = inner;
        m_parts.nodes[index].isEventSubProcess = element.flag(u"triggeredByEvent", false);
        if (m_parts.nodes[index].isEventSubProcess)
            m_parts.bodies[body].eventSubProcesses.append(index);
    }
}

void DefinitionBuilder::addFlow(const Element &element, int body)
{
    Flow flow;
    flow.id = ownIdOf(element);
    flow.body = body;
    flow.source = m_nodes.value(referred(element, u"sourceRef"), -1);
    flow.target = m_nodes.value(referred(element, u"targetRef"), -1);
    if (flow.source < 0 || flow.target < 0) {
        problem(element, u"reference"_s, u"expected a sequence flow from a node to a node but one of them is missing"_s);
        return;
    }
    if (m_parts.nodes[flow.source].body != body || m_parts.nodes[flow.target].body != body) {
        problem(element, u"flow"_s, u"expected a sequence flow inside one process but it crosses its border"_s);
        return;
    }
    const int index = int(m_parts.flows.size());
    m_parts.flowById.insert(flow.id, index);
    m_parts.nodes[flow.source].outgoing.append(index);
    m_parts.nodes[flow.target].incoming.append(index);
    if (referred(*m_parts.nodes[flow.source].element, u"default") == &element)
        m_parts.nodes[flow.source].defaultFlow = index;
    m_parts.bodies[body].flows.append(index);
    m_parts.flows.append(flow);
    m_flowElements.append(&element);
}

// Conditions are read once the data around them are known.
void DefinitionBuilder::enterBodies()
{
    for (int i = 0; i < m_flowElements.size(); ++i)
        m_parts.flows[i].condition = expressionOf(m_flowElements[i]->child(Kind::ConditionExpression));
    for (Node &node : m_parts.nodes) {
        node.isInstantiating = node.element->flag(u"instantiate", false);
        node.isParallelEvents = node.element->attribute(u"eventGatewayType") == u"Parallel"_s;
        const QStringList own{u"activationCount"_s, u"waitingForStart"_s};
        node.activation = expressionOf(node.element->child(Kind::ActivationCondition), own);
        const bool merges = node.kind == Kind::InclusiveGateway || node.kind == Kind::ComplexGateway;
        if (merges && node.incoming.size() > 1)
            m_parts.bodies[node.body].hasMerge = true;
    }
    for (Body &body : m_parts.bodies) {
        body.entries = entriesOf(body);
        if (body.node >= 0 && body.kind == Kind::AdHocSubProcess)
            readAdHoc(body, *m_parts.nodes[body.node].element);
    }
}

// §13.2: the start events without a trigger; where a body has no start events, all that nothing leads to.
QList<int> DefinitionBuilder::entriesOf(const Body &body) const
{
    QList<int> starts;
    QList<int> loose;
    const bool isInner = body.node >= 0;
    if (isInner && m_parts.nodes[body.node].isEventSubProcess)
        return {};
    bool hasStart = false;
    for (int index : body.nodes) {
        const Node &node = m_parts.nodes[index];
        hasStart |= node.kind == Kind::StartEvent;
        if (node.kind == Kind::StartEvent && (isInner || node.triggers.isEmpty()))
            starts.append(index);
        const bool isLinked = node.kind == Kind::IntermediateCatchEvent && !node.triggers.isEmpty()
            && node.triggers.first().type == Trigger::Type::Link;
        if (node.incoming.isEmpty() && node.kind != Kind::BoundaryEvent && !node.isForCompensation
            && !node.isEventSubProcess && !node.isInstantiating && !isLinked && node.kind != Kind::StartEvent)
            loose.append(index);
    }
    return hasStart ? starts : loose;
}

void DefinitionBuilder::readAdHoc(Body &body, const Element &element)
{
    body.isSequential = element.attribute(u"ordering") == u"Sequential"_s;
    body.cancelsRemaining = element.flag(u"cancelRemainingInstances", true);
    body.completion = expressionOf(element.child(Kind::CompletionCondition));
    body.entries.removeIf([this](int index) { return !m_parts.nodes[index].isActivity(); });
}

void DefinitionBuilder::readActivity(Node &node)
{
    node.isForCompensation = node.element->flag(u"isForCompensation", false);
    readQuantities(node);
    node.work.type = workOf(node.kind);
    if (node.kind == Kind::CallActivity)
        readCall(node);
    else
        readWork(node);
    readLoop(node);
}

void DefinitionBuilder::readQuantities(Node &node)
{
    const auto quantity = [&](const QString &name) {
        const QString text = node.element->attribute(name);
        bool isWhole = true;
        const int value = text.isNull() ? 1 : text.trimmed().toInt(&isWhole);
        if (!isWhole || value < 1)
            problem(*node.element, u"quantity"_s,
                    u"expected "_s + name + u" to be at least 1 but it is '"_s + text + u'\'');
        return value;
    };
    node.startQuantity = quantity(u"startQuantity"_s);
    node.completionQuantity = quantity(u"completionQuantity"_s);
}

void DefinitionBuilder::readWork(Node &node)
{
    const Element &element = *node.element;
    node.work.implementation = element.attribute(u"implementation");
    node.work.format = element.attribute(u"scriptFormat");
    if (const Element *script = element.child(Kind::Script))
        node.work.script = script->trimmedText();
    if (const Element *operation = referred(element, u"operationRef"))
        node.work.operation = idOf(*operation);
    if (node.kind == Kind::SendTask || node.kind == Kind::ReceiveTask) {
        node.work.message.type = Trigger::Type::Message;
        node.work.message.element = node.element;
        nameMessage(node.work.message, element);
    }
    if (node.kind == Kind::ReceiveTask)
        node.triggers = {node.work.message};
}

// §10.3.6: in the model itself, else in what it imports: by the namespace of the name, or by the module that its prefix names.
const Element *DefinitionBuilder::calledFrom(const Element &call, const QString &called) const
{
    const auto callable = [](const Element *one) { return one && one->is(Kind::CallableElement) ? one : nullptr; };
    if (const Element *own = callable(refer(call, called)))
        return own;
    const QString prefix = called.section(u':', 0, -2);
    const QString name = called.section(u':', -1);
    const QString uri = prefix.isEmpty() ? modelOf(call).targetNamespace() : call.namespaceOf(prefix);
    const Definition::Import *caller = importOf(call);
    const QString sees = caller ? caller->sees : QString();
    for (const Definition::Import &one : m_parts.imports) {
        const bool isMeant = (!prefix.isEmpty() && one.module == sees + prefix) || (!uri.isEmpty() && one.model->targetNamespace() == uri);
        if (const Element *found = one.seenFrom == sees && isMeant ? callable(one.model->find(name)) : nullptr)
            return found;
    }
    return nullptr;
}

void DefinitionBuilder::readCall(Node &node)
{
    node.isCall = true;
    const QString called = node.element->attribute(u"calledElement");
    const Element *target = called.isEmpty() ? nullptr : calledFrom(*node.element, called);
    const bool isProcess = target && target->kind == Kind::Process;
    if (isProcess) {
        node.inner = m_bodies.value(target, -1);
        node.isCallIsolated = target->child(Kind::IoSpecification);
        return;
    }
    if (target && target->is(Kind::GlobalTask)) {
        readGlobalTask(node, *target);
        return;
    }
    node.work.type = called.isEmpty() ? Work::Type::None : Work::Type::Call;
    const qsizetype colon = called.indexOf(u':');
    const QString uri = node.element->namespaceOf(QStringView(called).left(qMax(colon, qsizetype(0))));
    node.work.called = uri.isEmpty() || uri == modelOf(*node.element).targetNamespace() || colon < 0
        ? called.mid(colon + 1)
        : u'{' + uri + u'}' + called.mid(colon + 1);
}

void DefinitionBuilder::readGlobalTask(Node &node, const Element &task)
{
    node.work.type = workOf(task.kind);
    node.work.implementation = task.attribute(u"implementation");
    node.work.format = task.attribute(u"scriptLanguage");
    node.work.called = idOf(task);
    if (const Element *script = task.child(Kind::Script))
        node.work.script = script->trimmedText();
}

ExpressionPointer DefinitionBuilder::expressionOf(const Element *element, const QStringList &more)
{
    if (!element)
        return {};
    return expressionOf(*element, element->trimmedText(), element->attribute(u"language"), more);
}

ExpressionPointer DefinitionBuilder::expressionOf(const Element &place, const QString &text, const QString &language,
                                                  const QStringList &more)
{
    if (text.isEmpty())
        return {};
    // XPath is what the schema puts for a model that says nothing: it declares nothing.
    static const QString schemaDefault = u"http://www.w3.org/1999/XPath"_s;
    QString declared = language;
    if (declared.isEmpty() && modelOf(place).definitions().attribute(u"expressionLanguage") != schemaDefault)
        declared = modelOf(place).definitions().attribute(u"expressionLanguage");
    if (!declared.isEmpty() && !isFeel(declared)) {
        problem(place, u"expression"_s, u"expected an expression in FEEL but its language is '"_s + declared + u'\'');
        return {};
    }
    const ExpressionLanguage compile = declared.isEmpty() ? m_options.undeclared : feelLanguage();
    Result<ExpressionPointer> expression = compile(text, declaredAt(place) + more);
    if (expression)
        return *expression;
    problem(place, u"expression"_s, expression.error().text);
    return {};
}

} // namespace naru::bpmn
