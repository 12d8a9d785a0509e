#include "engine/dmn/model.h"

#include "core/safe_xml.h"

#include <QCryptographicHash>
#include <QMap>

#include <array>

namespace naru::dmn {

namespace {

constexpr std::array<QStringView, 6> languages{
    u"http://www.omg.org/spec/DMN/20151101/dmn.xsd", u"http://www.omg.org/spec/DMN/20180521/MODEL/",
    u"https://www.omg.org/spec/DMN/20191111/MODEL/", u"https://www.omg.org/spec/DMN/20211108/MODEL/",
    u"https://www.omg.org/spec/DMN/20230324/MODEL/", u"https://www.omg.org/spec/DMN/20240513/MODEL/"};

struct Element {
    QStringView name;
    Expression::Kind kind;
};

constexpr std::array<Element, 12> boxes{{{u"literalExpression", Expression::Kind::Literal},
                                         {u"context", Expression::Kind::Context},
                                         {u"decisionTable", Expression::Kind::Table},
                                         {u"functionDefinition", Expression::Kind::Function},
                                         {u"invocation", Expression::Kind::Invocation},
                                         {u"list", Expression::Kind::List},
                                         {u"relation", Expression::Kind::Relation},
                                         {u"conditional", Expression::Kind::Conditional},
                                         {u"filter", Expression::Kind::Filter},
                                         {u"for", Expression::Kind::For},
                                         {u"some", Expression::Kind::Some},
                                         {u"every", Expression::Kind::Every}}};

bool isLanguage(QStringView space)
{
    for (const QStringView one : languages)
        if (one == space)
            return true;
    return false;
}

Expression::Kind boxOf(QStringView name)
{
    for (const Element &one : boxes)
        if (one.name == name)
            return one.kind;
    return Expression::Kind::Unknown;
}

// Reads the elements one by one. A function that reads an element is called on its start and returns on its end.
class Reader {
public:
    Reader(const QByteArray &bytes, Model &model)
        : m_xml(bytes)
        , m_model(model)
    {
    }

    Status read();

private:
    // Calls `take` on the start of each child in a namespace of DMN; what it does not take is passed over.
    template <typename Take>
    void children(const QString &place, const Take &take);
    QString placeOf(const QString &outer);
    QString rawText();

    void readDefinitions();
    bool takeDefinition(const QString &place);
    bool isDrgElement() const;
    Import readImport(const QString &outer);
    ItemDefinition readItemDefinition(const QString &outer);
    bool takeOfItem(ItemDefinition &item);
    void readFunctionItem(ItemDefinition &item);
    InputData readInputData(const QString &outer);
    Decision readDecision(const QString &outer);
    bool takeOfDecision(Decision &decision);
    KnowledgeModel readKnowledgeModel(const QString &outer);
    DecisionService readDecisionService(const QString &outer);
    void readKnowledgeSource(const QString &outer);
    void readAuthority(const QString &outer);
    Reference readReference(const QString &outer);
    void readRequirement(const QString &outer, std::vector<Reference> &decisions, std::vector<Reference> &inputs,
                         std::vector<Reference> &knowledge);
    InformationItem readItem(const QString &outer);
    Text readText(const QString &outer);

    Expression readExpression(const QString &outer);
    bool takeOfExpression(Expression &box);
    bool takeChild(Expression &box);
    Expression readOnly(const QString &outer, QString *typeRef = nullptr);
    Expression readFunction(const QString &outer);
    ContextEntry readContextEntry(const QString &outer);
    ContextEntry readBinding(const QString &outer);
    bool takeOfTable(Expression &box);
    InputClause readInputClause(const QString &outer);
    OutputClause readOutputClause(const QString &outer);
    Rule readRule(const QString &outer);

    SafeXml m_xml;
    Model &m_model;
    std::vector<QMap<QString, int>> m_counts{{}}; // children of each open element, by name
};

Status Reader::read()
{
    while (m_xml.next()) {
        if (m_xml.token() != QXmlStreamReader::StartElement)
            continue;
        if (m_xml.name() != u"definitions" || !isLanguage(m_xml.namespaceUri()))
            return Error{Error::Kind::Invalid,
                         u"expected DMN definitions of version 1.1 to 1.6 but found '%1' of namespace '%2'"_s.arg(
                             m_xml.name(), m_xml.namespaceUri()),
                         u"dmn.language"_s};
        readDefinitions();
    }
    return m_xml.status();
}

template <typename Take>
void Reader::children(const QString &place, const Take &take)
{
    m_counts.emplace_back();
    const int depth = m_xml.depth();
    while (m_xml.next()) {
        if (m_xml.token() == QXmlStreamReader::EndElement && m_xml.depth() == depth)
            break;
        if (m_xml.token() != QXmlStreamReader::StartElement)
            continue;
        ++m_counts.back()[m_xml.name().toString()];
        const int inner = m_xml.depth();
        const bool taken = isLanguage(m_xml.namespaceUri()) && take(place);
        if (!taken && m_xml.token() == QXmlStreamReader::StartElement && m_xml.depth() == inner)
            m_xml.skip();
    }
    m_counts.pop_back();
}

QString Reader::placeOf(const QString &outer)
{
    const QString id = m_xml.attribute(u"id");
    if (id.isEmpty())
        return outer + u"/%1[%2]"_s.arg(m_xml.name()).arg(m_counts.back().value(m_xml.name().toString(), 1));
    m_model.ids.append(id);
    return id;
}

// The text of an element without children; any child is passed over.
QString Reader::rawText()
{
    QString all;
    const int depth = m_xml.depth();
    while (m_xml.next()) {
        if (m_xml.token() == QXmlStreamReader::EndElement && m_xml.depth() == depth)
            break;
        if (m_xml.token() == QXmlStreamReader::StartElement)
            m_xml.skip();
        else if (m_xml.token() == QXmlStreamReader::Characters)
            all += m_xml.text();
    }
    return all;
}

void Reader::readDefinitions()
{
    m_model.language = m_xml.namespaceUri().toString();
    m_model.id = m_xml.attribute(u"id");
    m_model.name = m_xml.attribute(u"name");
    m_model.space = m_xml.attribute(u"namespace");
    m_model.expressionLanguage = m_xml.attribute(u"expressionLanguage");
    m_model.place = placeOf({});
    children(m_model.place, [this](const QString &place) { return takeDefinition(place); });
}

bool Reader::takeDefinition(const QString &place)
{
    const QStringView name = m_xml.name();
    if (name == u"import")
        m_model.imports.push_back(readImport(place));
    else if (name == u"itemDefinition")
        m_model.types.push_back(readItemDefinition(place));
    else if (name == u"inputData")
        m_model.inputs.push_back(readInputData(place));
    else if (name == u"decision")
        m_model.decisions.push_back(readDecision(place));
    else if (name == u"businessKnowledgeModel")
        m_model.knowledge.push_back(readKnowledgeModel(place));
    else if (name == u"decisionService")
        m_model.services.push_back(readDecisionService(place));
    else if (name == u"knowledgeSource")
        readKnowledgeSource(place);
    else
        return false;
    return true;
}

Import Reader::readImport(const QString &outer)
{
    const Import import{placeOf(outer), m_xml.attribute(u"name"), m_xml.attribute(u"namespace"),
                        m_xml.attribute(u"importType")};
    m_xml.skip();
    return import;
}

ItemDefinition Reader::readItemDefinition(const QString &outer)
{
    ItemDefinition item;
    item.place = placeOf(outer);
    item.name = m_xml.attribute(u"name");
    const QString collection = m_xml.attribute(u"isCollection");
    item.isCollection = collection == u"true" || collection == u"1";
    children(item.place, [&](const QString &) { return takeOfItem(item); });
    return item;
}

bool Reader::takeOfItem(ItemDefinition &item)
{
    const QStringView name = m_xml.name();
    if (name == u"typeRef")
        item.typeRef = rawText().trimmed();
    else if (name == u"allowedValues")
        item.allowedValues = readText(item.place);
    else if (name == u"typeConstraint")
        item.typeConstraint = readText(item.place);
    else if (name == u"itemComponent")
        item.components.push_back(readItemDefinition(item.place));
    else if (name == u"functionItem")
        readFunctionItem(item);
    else
        return false;
    return true;
}

void Reader::readFunctionItem(ItemDefinition &item)
{
    item.isFunction = true;
    item.outputTypeRef = m_xml.attribute(u"outputTypeRef");
    children(placeOf(item.place), [&](const QString &place) {
        if (m_xml.name() != u"parameters")
            return false;
        item.parameters.push_back(readItem(place));
        return true;
    });
}

InputData Reader::readInputData(const QString &outer)
{
    InputData input;
    input.place = placeOf(outer);
    input.id = m_xml.attribute(u"id");
    input.name = m_xml.attribute(u"name");
    children(input.place, [&](const QString &place) {
        if (m_xml.name() != u"variable")
            return false;
        input.variable = readItem(place);
        return true;
    });
    return input;
}

Decision Reader::readDecision(const QString &outer)
{
    Decision decision;
    decision.place = placeOf(outer);
    decision.id = m_xml.attribute(u"id");
    decision.name = m_xml.attribute(u"name");
    children(decision.place, [&](const QString &) { return takeOfDecision(decision); });
    return decision;
}

bool Reader::takeOfDecision(Decision &decision)
{
    const QStringView name = m_xml.name();
    if (name == u"variable") {
        decision.variable = readItem(decision.place);
    } else if (name == u"question") {
        decision.question = rawText();
    } else if (name == u"allowedAnswers") {
        decision.allowedAnswers = rawText();
    } else if (name == u"informationRequirement" || name == u"knowledgeRequirement") {
        readRequirement(decision.place, decision.requiredDecisions, decision.requiredInputs,
                        decision.requiredKnowledge);
    } else if (name == u"authorityRequirement") {
        readAuthority(decision.place);
    } else if (boxOf(name) != Expression::Kind::Unknown) {
        decision.logic = readExpression(decision.place);
    } else {
        return false;
    }
    return true;
}

KnowledgeModel Reader::readKnowledgeModel(const QString &outer)
{
    KnowledgeModel knowledge;
    knowledge.place = placeOf(outer);
    knowledge.id = m_xml.attribute(u"id");
    knowledge.name = m_xml.attribute(u"name");
    std::vector<Reference> others; // a knowledge model has no information requirements
    children(knowledge.place, [&](const QString &place) {
        if (m_xml.name() == u"variable")
            knowledge.variable = readItem(place);
        else if (m_xml.name() == u"encapsulatedLogic")
            knowledge.logic = readFunction(place);
        else if (m_xml.name() == u"knowledgeRequirement")
            readRequirement(place, others, others, knowledge.requiredKnowledge);
        else if (m_xml.name() == u"authorityRequirement")
            readAuthority(place);
        else
            return false;
        return true;
    });
    return knowledge;
}

DecisionService Reader::readDecisionService(const QString &outer)
{
    DecisionService service;
    service.place = placeOf(outer);
    service.id = m_xml.attribute(u"id");
    service.name = m_xml.attribute(u"name");
    children(service.place, [&](const QString &place) {
        const QStringView name = m_xml.name();
        if (name == u"variable")
            service.variable = readItem(place);
        else if (name == u"outputDecision")
            service.outputDecisions.push_back(readReference(place));
        else if (name == u"encapsulatedDecision")
            service.encapsulatedDecisions.push_back(readReference(place));
        else if (name == u"inputDecision")
            service.inputDecisions.push_back(readReference(place));
        else if (name == u"inputData")
            service.inputData.push_back(readReference(place));
        else
            return false;
        return true;
    });
    return service;
}

void Reader::readKnowledgeSource(const QString &outer)
{
    const QString id = m_xml.attribute(u"id");
    if (!id.isEmpty())
        m_model.knowledgeSources.append(id);
    children(placeOf(outer), [&](const QString &place) {
        if (m_xml.name() != u"authorityRequirement")
            return false;
        readAuthority(place);
        return true;
    });
}

void Reader::readAuthority(const QString &outer)
{
    children(placeOf(outer), [&](const QString &place) {
        m_model.authorities.push_back(readReference(place));
        return true;
    });
}

Reference Reader::readReference(const QString &outer)
{
    const Reference reference{outer, m_xml.attribute(u"href")};
    m_xml.skip();
    return reference;
}

void Reader::readRequirement(const QString &outer, std::vector<Reference> &decisions, std::vector<Reference> &inputs,
                             std::vector<Reference> &knowledge)
{
    children(placeOf(outer), [&](const QString &place) {
        if (m_xml.name() == u"requiredDecision")
            decisions.push_back(readReference(place));
        else if (m_xml.name() == u"requiredInput")
            inputs.push_back(readReference(place));
        else if (m_xml.name() == u"requiredKnowledge")
            knowledge.push_back(readReference(place));
        else
            return false;
        return true;
    });
}

InformationItem Reader::readItem(const QString &outer)
{
    const InformationItem item{placeOf(outer), m_xml.attribute(u"name"), m_xml.attribute(u"typeRef")};
    m_xml.skip();
    return item;
}

Text Reader::readText(const QString &outer)
{
    Text text{placeOf(outer), {}, m_xml.attribute(u"typeRef"), m_xml.attribute(u"expressionLanguage")};
    children(text.place, [&](const QString &) {
        if (m_xml.name() != u"text")
            return false;
        text.text = rawText();
        return true;
    });
    return text;
}

Expression Reader::readExpression(const QString &outer)
{
    Expression box;
    box.kind = boxOf(m_xml.name());
    if (box.kind == Expression::Kind::Literal) {
        box.label = m_xml.attribute(u"label");
        box.text = readText(outer);
        box.place = box.text.place;
        box.typeRef = box.text.typeRef;
        return box;
    }
    if (box.kind == Expression::Kind::Function)
        return readFunction(outer);
    box.place = placeOf(outer);
    box.label = m_xml.attribute(u"label");
    box.typeRef = m_xml.attribute(u"typeRef");
    box.name = box.kind == Expression::Kind::Unknown ? m_xml.name().toString() : m_xml.attribute(u"iteratorVariable");
    if (box.kind == Expression::Kind::Table) {
        box.table = std::make_unique<DecisionTable>();
        box.table->hitPolicy = m_xml.attribute(u"hitPolicy");
        box.table->aggregation = m_xml.attribute(u"aggregation");
        box.table->outputLabel = m_xml.attribute(u"outputLabel");
    }
    if (box.kind == Expression::Kind::Conditional)
        box.children.resize(3);
    else if (box.kind >= Expression::Kind::Filter && box.kind <= Expression::Kind::Every)
        box.children.resize(2);
    children(box.place, [&](const QString &) { return takeOfExpression(box); });
    return box;
}

bool Reader::takeOfExpression(Expression &box)
{
    const QStringView name = m_xml.name();
    switch (box.kind) {
    case Expression::Kind::Context:
        if (name != u"contextEntry")
            return false;
        box.entries.push_back(readContextEntry(box.place));
        return true;
    case Expression::Kind::Invocation:
        if (name == u"binding")
            box.entries.push_back(readBinding(box.place));
        else if (boxOf(name) != Expression::Kind::Unknown)
            box.children.push_back(readExpression(box.place));
        else
            return false;
        return true;
    case Expression::Kind::List:
        if (boxOf(name) == Expression::Kind::Unknown)
            return false;
        box.children.push_back(readExpression(box.place));
        return true;
    case Expression::Kind::Relation:
        if (name == u"column") {
            box.items.push_back(readItem(box.place));
            return true;
        }
        if (name != u"row")
            return false;
        box.children.emplace_back();
        box.children.back().kind = Expression::Kind::List;
        box.children.back().place = placeOf(box.place);
        children(box.children.back().place,
                 [&](const QString &) { return takeOfExpression(box.children.back()); });
        return true;
    case Expression::Kind::Table:
        return takeOfTable(box);
    default:
        return takeChild(box);
    }
}

// The named parts of a conditional, a filter, and an iteration.
bool Reader::takeChild(Expression &box)
{
    const QStringView name = m_xml.name();
    if (box.kind == Expression::Kind::Conditional) {
        const size_t at = name == u"if" ? 0 : name == u"then" ? 1 : name == u"else" ? 2 : 3;
        if (at < 3)
            box.children[at] = readOnly(box.place);
        return at < 3;
    }
    if (box.kind < Expression::Kind::Filter || box.kind > Expression::Kind::Every)
        return false;
    const QStringView second = box.kind == Expression::Kind::Filter ? QStringView(u"match")
        : box.kind == Expression::Kind::For                         ? QStringView(u"return")
                                                                    : QStringView(u"satisfies");
    if (name == u"in")
        box.children[0] = readOnly(box.place, &box.inTypeRef);
    else if (name == second)
        box.children[1] = readOnly(box.place);
    else
        return false;
    return true;
}

// An element that holds one expression.
Expression Reader::readOnly(const QString &outer, QString *typeRef)
{
    Expression only;
    if (typeRef)
        *typeRef = m_xml.attribute(u"typeRef");
    children(placeOf(outer), [&](const QString &place) {
        if (boxOf(m_xml.name()) == Expression::Kind::Unknown)
            return false;
        only = readExpression(place);
        return true;
    });
    return only;
}

Expression Reader::readFunction(const QString &outer)
{
    Expression function;
    function.kind = Expression::Kind::Function;
    function.place = placeOf(outer);
    function.label = m_xml.attribute(u"label");
    function.typeRef = m_xml.attribute(u"typeRef");
    function.functionKind = m_xml.attribute(u"kind");
    children(function.place, [&](const QString &place) {
        if (m_xml.name() == u"formalParameter")
            function.items.push_back(readItem(place));
        else if (boxOf(m_xml.name()) != Expression::Kind::Unknown)
            function.children.push_back(readExpression(place));
        else
            return false;
        return true;
    });
    return function;
}

ContextEntry Reader::readContextEntry(const QString &outer)
{
    ContextEntry entry;
    children(placeOf(outer), [&](const QString &place) {
        if (m_xml.name() == u"variable")
            entry.variable = readItem(place);
        else if (boxOf(m_xml.name()) != Expression::Kind::Unknown)
            entry.value = readExpression(place);
        else
            return false;
        return true;
    });
    return entry;
}

ContextEntry Reader::readBinding(const QString &outer)
{
    ContextEntry binding;
    children(placeOf(outer), [&](const QString &place) {
        if (m_xml.name() == u"parameter")
            binding.variable = readItem(place);
        else if (boxOf(m_xml.name()) != Expression::Kind::Unknown)
            binding.value = readExpression(place);
        else
            return false;
        return true;
    });
    return binding;
}

bool Reader::takeOfTable(Expression &box)
{
    const QStringView name = m_xml.name();
    if (name == u"input") {
        box.table->inputs.push_back(readInputClause(box.place));
    } else if (name == u"output") {
        box.table->outputs.push_back(readOutputClause(box.place));
    } else if (name == u"rule") {
        box.table->rules.push_back(readRule(box.place));
    } else if (name == u"annotation") {
        box.table->annotations.append(m_xml.attribute(u"name"));
        m_xml.skip();
    } else {
        return false;
    }
    return true;
}

InputClause Reader::readInputClause(const QString &outer)
{
    InputClause clause;
    clause.place = placeOf(outer);
    clause.label = m_xml.attribute(u"label");
    children(clause.place, [&](const QString &place) {
        if (m_xml.name() == u"inputExpression")
            clause.expression = readText(place);
        else if (m_xml.name() == u"inputValues")
            clause.values = readText(place);
        else
            return false;
        return true;
    });
    return clause;
}

OutputClause Reader::readOutputClause(const QString &outer)
{
    OutputClause clause;
    clause.place = placeOf(outer);
    clause.name = m_xml.attribute(u"name");
    clause.label = m_xml.attribute(u"label");
    clause.typeRef = m_xml.attribute(u"typeRef");
    children(clause.place, [&](const QString &place) {
        if (m_xml.name() == u"outputValues")
            clause.values = readText(place);
        else if (m_xml.name() == u"defaultOutputEntry")
            clause.defaultEntry = readText(place);
        else
            return false;
        return true;
    });
    return clause;
}

Rule Reader::readRule(const QString &outer)
{
    Rule rule;
    rule.place = placeOf(outer);
    children(rule.place, [&](const QString &place) {
        if (m_xml.name() == u"inputEntry")
            rule.inputEntries.push_back(readText(place));
        else if (m_xml.name() == u"outputEntry")
            rule.outputEntries.push_back(readText(place));
        else if (m_xml.name() == u"annotationEntry")
            rule.annotations.append(readText(place).text);
        else
            return false;
        return true;
    });
    return rule;
}

} // namespace

Result<Model> readModel(const QByteArray &bytes, const QString &file)
{
    Model model;
    model.file = file;
    model.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    Reader reader(bytes, model);
    if (const Status status = reader.read(); !status)
        return status.error();
    return model;
}

QString modelNamespace(const QByteArray &bytes)
{
    SafeXml xml(bytes);
    while (xml.next())
        if (xml.token() == QXmlStreamReader::StartElement)
            return xml.name() == u"definitions" && isLanguage(xml.namespaceUri()) ? xml.attribute(u"namespace") : QString();
    return {};
}

} // namespace naru::dmn
