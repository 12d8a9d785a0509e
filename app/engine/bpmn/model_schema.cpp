#include "engine/bpmn/model_schema.h"

#include "core/result.h"
#include "engine/bpmn/model.h"
#include "engine/bpmn/model_schema_table.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace naru::bpmn {

namespace {

// In the order of Kind.
// clang-format off: many to a line
constexpr std::array<QStringView, 199> names{
    u"", u"activationCondition", u"activity", u"adHocSubProcess", u"artifact", u"assignment", u"association",
    u"auditing", u"baseElement", u"baseElementWithMixedContent", u"boundaryEvent", u"businessRuleTask",
    u"callActivity", u"callChoreography", u"callConversation", u"callableElement", u"cancelEventDefinition",
    u"catchEvent", u"category", u"categoryValue", u"categoryValueRef", u"childLaneSet", u"choreography",
    u"choreographyActivity", u"choreographyRef", u"choreographyTask", u"collaboration", u"compensateEventDefinition",
    u"completionCondition", u"complexBehaviorDefinition", u"complexGateway", u"condition", u"conditionExpression",
    u"conditionalEventDefinition", u"conversation", u"conversationAssociation", u"conversationLink",
    u"conversationNode", u"correlationKey", u"correlationProperty", u"correlationPropertyBinding",
    u"correlationPropertyRef", u"correlationPropertyRetrievalExpression", u"correlationSubscription",
    u"dataAssociation", u"dataInput", u"dataInputAssociation", u"dataInputRefs", u"dataObject",
    u"dataObjectReference", u"dataOutput", u"dataOutputAssociation", u"dataOutputRefs", u"dataPath", u"dataState",
    u"dataStore", u"dataStoreReference", u"definitions", u"documentation", u"endEvent", u"endPoint", u"endPointRef",
    u"error", u"errorEventDefinition", u"errorRef", u"escalation", u"escalationEventDefinition", u"event",
    u"eventBasedGateway", u"eventDefinition", u"eventDefinitionRef", u"exclusiveGateway", u"expression",
    u"extension", u"extensionElements", u"flowElement", u"flowNode", u"flowNodeRef", u"formalExpression", u"from",
    u"gateway", u"globalBusinessRuleTask", u"globalChoreographyTask", u"globalConversation", u"globalManualTask",
    u"globalScriptTask", u"globalTask", u"globalUserTask", u"group", u"humanPerformer", u"implicitThrowEvent",
    u"import", u"inMessageRef", u"inclusiveGateway", u"incoming", u"innerParticipantRef", u"inputDataItem",
    u"inputSet", u"inputSetRefs", u"interface", u"interfaceRef", u"intermediateCatchEvent",
    u"intermediateThrowEvent", u"ioBinding", u"ioSpecification", u"itemDefinition", u"lane", u"laneSet",
    u"linkEventDefinition", u"loopCardinality", u"loopCharacteristics", u"loopCondition", u"loopDataInputRef",
    u"loopDataOutputRef", u"manualTask", u"message", u"messageEventDefinition", u"messageFlow",
    u"messageFlowAssociation", u"messageFlowRef", u"messagePath", u"monitoring", u"multiInstanceLoopCharacteristics",
    u"operation", u"operationRef", u"optionalInputRefs", u"optionalOutputRefs", u"outMessageRef",
    u"outerParticipantRef", u"outgoing", u"outputDataItem", u"outputSet", u"outputSetRefs", u"parallelGateway",
    u"participant", u"participantAssociation", u"participantMultiplicity", u"participantRef", u"partitionElement",
    u"partnerEntity", u"partnerRole", u"performer", u"potentialOwner", u"process", u"property", u"receiveTask",
    u"relationship", u"rendering", u"resource", u"resourceAssignmentExpression", u"resourceParameter",
    u"resourceParameterBinding", u"resourceRef", u"resourceRole", u"rootElement", u"script", u"scriptTask",
    u"sendTask", u"sequenceFlow", u"serviceTask", u"signal", u"signalEventDefinition", u"source", u"sourceRef",
    u"standardLoopCharacteristics", u"startEvent", u"subChoreography", u"subConversation", u"subProcess",
    u"supportedInterfaceRef", u"supports", u"target", u"targetRef", u"task", u"terminateEventDefinition", u"text",
    u"textAnnotation", u"throwEvent", u"timeCycle", u"timeDate", u"timeDuration", u"timerEventDefinition", u"to",
    u"transaction", u"transformation", u"userTask", u"whileExecutingInputRefs", u"whileExecutingOutputRefs",
    u"BPMNDiagram", u"BPMNEdge", u"BPMNLabel", u"BPMNLabelStyle", u"BPMNPlane", u"BPMNShape", u"Bounds",
    u"DiagramElement", u"extension", u"Font", u"waypoint"};
// clang-format on
static_assert(names.size() == kindCount);

// The schema as a value: the lines of the table with the bases folded in.
class Schema {
public:
    Schema()
    {
        for (int i = 1; i < kindCount; ++i)
            m_kinds.insert(key(namespaceOf(Kind(i)), names[size_t(i)]), Kind(i));
        m_types.resize(kindCount);
        m_types.shrink_to_fit();
        m_localTypes.fill(Kind::Foreign, kindCount);
        for (const SchemaLine &line : schemaLines)
            m_types[size_t(named(line.name))] = read(line);
        for (const SchemaLine &line : schemaLines)
            foldBases(m_types[size_t(named(line.name))]);
        for (const TypeRule &type : m_types)
            for (const Particle &particle : type.particles)
                noteLocalType(particle);
    }

    const TypeRule *typeOf(Kind kind) const
    {
        if (const TypeRule &own = m_types[size_t(kind)]; own.kind != Kind::Foreign)
            return &own;
        const Kind local = m_localTypes[qsizetype(kind)];
        return local == Kind::Foreign ? nullptr : &m_types[size_t(local)];
    }
    Kind kindOf(QStringView uri, QStringView name) const { return m_kinds.value(key(uri, name), Kind::Foreign); }

private:
    static QString key(QStringView uri, QStringView name) { return uri.toString() + u' ' + name.toString(); }

    // The name of a line or of a child in the table.
    Kind named(QStringView name) const
    {
        if (name == u"di:extension")
            return Kind::DiagramExtension;
        for (const QStringView uri : {modelNamespace, diagramNamespace, diNamespace, dcNamespace})
            if (const Kind kind = kindOf(uri, name); kind != Kind::Foreign)
                return kind;
        Q_ASSERT_X(name.isEmpty(), "bpmn::Schema", qUtf8Printable(name.toString()));
        return Kind::Foreign;
    }

    ValueRule value(QStringView text) const
    {
        static const QHash<QString, ValueType> types{
            {u""_s, ValueType::String}, {u"bool"_s, ValueType::Boolean},  {u"integer"_s, ValueType::Integer},
            {u"int"_s, ValueType::Int}, {u"double"_s, ValueType::Double}, {u"uri"_s, ValueType::AnyUri},
            {u"ID"_s, ValueType::Id},   {u"IDREF"_s, ValueType::IdRef},   {u"QName"_s, ValueType::QName},
        };
        ValueRule rule;
        const qsizetype arrow = text.indexOf(u'>');
        if (arrow >= 0)
            rule.target = named(text.sliced(arrow + 1));
        const QString type = (arrow < 0 ? text : text.first(arrow)).toString();
        if (types.contains(type)) {
            rule.type = types.value(type);
        } else {
            rule.choices = type.split(u'|');
            rule.type = rule.choices.removeOne(u"uri"_s) ? ValueType::ChoiceOrUri : ValueType::Choice;
        }
        return rule;
    }

    AttributeRule attribute(QStringView text) const
    {
        AttributeRule rule;
        rule.isRequired = text.endsWith(u'!');
        if (rule.isRequired)
            text.chop(1);
        const qsizetype colon = text.indexOf(u':');
        rule.name = (colon < 0 ? text : text.first(colon)).toString();
        rule.value = value(colon < 0 ? QStringView() : text.sliced(colon + 1));
        return rule;
    }

    static void readCount(QStringView &text, Particle &particle)
    {
        const QChar last = text.back();
        if (last == u'}') {
            const qsizetype brace = text.lastIndexOf(u'{');
            const QString most = text.sliced(brace).chopped(1).toString().section(u',', 1);
            particle.least = text[brace + 1].digitValue();
            particle.most = most.isEmpty() ? Particle::unbounded : most.toInt();
            text.truncate(brace);
        } else if (last == u'?' || last == u'*' || last == u'+') {
            particle.least = last == u'+' ? 1 : 0;
            particle.most = last == u'?' ? 1 : Particle::unbounded;
            text.chop(1);
        }
    }

    Particle particle(QStringView text, int branch) const
    {
        Particle out;
        out.branch = branch;
        readCount(text, out);
        const qsizetype equals = text.indexOf(u'=');
        out.kind = named(equals < 0 ? text : text.first(equals));
        const QStringView type = equals < 0 ? text : text.sliced(equals + 1);
        if (type.startsWith(u"QName") || type.startsWith(u"IDREF"))
            out.value = value(type);
        else
            out.type = named(type);
        return out;
    }

    TypeRule read(const SchemaLine &line) const
    {
        TypeRule type;
        type.kind = named(line.name);
        type.base = named(line.base);
        type.isAbstract = line.flags & SchemaLine::Abstract;
        type.isMixed = line.flags & SchemaLine::Mixed;
        type.isOpen = line.flags & SchemaLine::Open;
        type.standsForItself = !(line.flags & SchemaLine::Apart);
        type.takesForeignElements = type.kind == Kind::ExtensionElements || type.kind == Kind::DiagramExtension;
        type.takesForeignAttributes = type.kind == Kind::BaseElement || type.kind == Kind::BaseElementWithMixedContent
            || type.kind == Kind::Definitions || type.kind == Kind::DiagramElement;
        for (const QStringView one : QStringView(line.attributes).split(u' ', Qt::SkipEmptyParts))
            type.attributes.append(attribute(one));
        const QList<QStringView> branches = QStringView(line.children).split(u'|');
        for (qsizetype branch = 0; branch < branches.size(); ++branch)
            for (const QStringView one : branches[branch].split(u' ', Qt::SkipEmptyParts))
                type.particles.append(particle(one, branches.size() > 1 ? int(branch) + 1 : 0));
        return type;
    }

    // What a type inherits stands before its own (XML Schema §3.4.2).
    void foldBases(TypeRule &type)
    {
        for (Kind base = type.base; base != Kind::Foreign;) {
            const SchemaLine *line = std::find_if(schemaLines.begin(), schemaLines.end(),
                                                  [&](const SchemaLine &one) { return named(one.name) == base; });
            const TypeRule inherited = read(*line);
            type.attributes = inherited.attributes + type.attributes;
            type.particles = inherited.particles + type.particles;
            type.takesForeignAttributes |= inherited.takesForeignAttributes;
            base = inherited.base;
        }
    }

    // An element without a line of its own has the type that its place gives it, the more general where there are two.
    void noteLocalType(const Particle &particle)
    {
        Kind &local = m_localTypes[qsizetype(particle.kind)];
        if (particle.type == Kind::Foreign || m_types[size_t(particle.kind)].kind != Kind::Foreign)
            return;
        if (local == Kind::Foreign || m_types[size_t(local)].base == particle.type)
            local = particle.type;
    }

    QHash<QString, Kind> m_kinds; // asked, never walked through
    std::vector<TypeRule> m_types; // by Kind
    QList<Kind> m_localTypes; // by Kind
};

const Schema &schema()
{
    static const Schema one;
    return one;
}

} // namespace

const AttributeRule *TypeRule::attribute(QStringView name) const
{
    for (const AttributeRule &one : attributes)
        if (one.name == name)
            return &one;
    return nullptr;
}

int TypeRule::placeOf(Kind child) const
{
    for (int i = 0; i < particles.size(); ++i)
        if (particles[i].kind == child)
            return i;
    for (int i = 0; i < particles.size(); ++i)
        if (derives(child, particles[i].kind) && bpmn::typeOf(child)->standsForItself)
            return i;
    return -1;
}

const TypeRule *typeOf(Kind kind)
{
    return schema().typeOf(kind);
}

const TypeRule *typeNamed(QStringView namespaceUri, QStringView name)
{
    if (namespaceUri == dcNamespace && name == u"Point")
        return typeOf(Kind::Waypoint);
    if (namespaceUri == modelNamespace && name == u"tInputOutputSpecification")
        return typeOf(Kind::IoSpecification);
    if (namespaceUri == modelNamespace && name == u"tInputOutputBinding")
        return typeOf(Kind::IoBinding);
    // The others are named as their elements are, with a "t" before those of the model.
    const bool isModel = namespaceUri == modelNamespace;
    if (isModel && (!name.startsWith(u't') || name.size() < 2))
        return nullptr;
    const Kind kind =
        kindOf(namespaceUri, isModel ? QString(name[1].toLower()) + name.sliced(2).toString() : name.toString());
    const TypeRule *const type = typeOf(kind);
    return type && type->kind == kind ? type : nullptr;
}

Kind kindOf(QStringView namespaceUri, QStringView localName)
{
    return schema().kindOf(namespaceUri, localName);
}

QStringView namespaceOf(Kind kind)
{
    switch (kind) {
    case Kind::Foreign:
        return {};
    case Kind::Bounds:
    case Kind::Font:
        return dcNamespace;
    case Kind::DiagramElement:
    case Kind::DiagramExtension:
    case Kind::Waypoint:
        return diNamespace;
    default:
        return kind >= Kind::BpmnDiagram ? diagramNamespace : modelNamespace;
    }
}

QStringView nameOf(Kind kind)
{
    return names[size_t(kind)];
}

bool derives(Kind kind, Kind base)
{
    if (kind == base)
        return true;
    for (const TypeRule *type = typeOf(kind); type; type = typeOf(type->base))
        if (type->kind == base)
            return true;
    return false;
}

} // namespace naru::bpmn
