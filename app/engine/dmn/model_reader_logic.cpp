// The boxed expressions of a model.
#include "engine/dmn/model_reader.h"

#include <array>

namespace naru::dmn {

namespace {

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

} // namespace

Expression::Kind boxOf(QStringView name)
{
    for (const Element &one : boxes)
        if (one.name == name)
            return one.kind;
    return Expression::Kind::Unknown;
}

Expression ModelReader::readExpression(const QString &outer)
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

bool ModelReader::takeOfExpression(Expression &box)
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
        children(box.children.back().place, [&](const QString &) { return takeOfExpression(box.children.back()); });
        return true;
    case Expression::Kind::Table:
        return takeOfTable(box);
    default:
        return takeChild(box);
    }
}

// The named parts of a conditional, a filter, and an iteration.
bool ModelReader::takeChild(Expression &box)
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
Expression ModelReader::readOnly(const QString &outer, QString *typeRef)
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

Expression ModelReader::readFunction(const QString &outer)
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

ContextEntry ModelReader::readContextEntry(const QString &outer)
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

ContextEntry ModelReader::readBinding(const QString &outer)
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

bool ModelReader::takeOfTable(Expression &box)
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

InputClause ModelReader::readInputClause(const QString &outer)
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

OutputClause ModelReader::readOutputClause(const QString &outer)
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

Rule ModelReader::readRule(const QString &outer)
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
        else if (m_xml.name() == u"description")
            rule.description = rawText().trimmed();
        else
            return false;
        return true;
    });
    return rule;
}

} // namespace naru::dmn
