// The logic of the elements: types of what it sees, boxes, parsing.
#include "engine/dmn/boxes.h"
#include "engine/dmn/linker.h"

namespace naru::dmn {

namespace {

using feel::Parameter;
using feel::Type;

QStringList namesOf(const feel::Scope &scope)
{
    QStringList names;
    for (const Parameter &one : scope.variables)
        names.append(one.name);
    return names;
}

// Goes through every text of an expression, and gathers the names that its boxes bring into scope.
class Texts {
public:
    explicit Texts(const Expression &expression) { visit(expression); }

    struct Entry {
        const Text *text;
        bool isTests;
    };
    std::vector<Entry> entries;
    QList<Parameter> names;

private:
    void visit(const Expression &expression)
    {
        if (expression.kind == Expression::Kind::Literal)
            add(expression.text, false);
        for (const InformationItem &one : expression.items)
            names.append({one.name, {}});
        if (!expression.name.isEmpty())
            names.append({expression.name, {}});
        for (const ContextEntry &one : expression.entries) {
            if (one.variable)
                names.append({one.variable->name, {}});
            visit(one.value);
        }
        for (const Expression &one : expression.children)
            visit(one);
        if (expression.table)
            visit(*expression.table);
    }

    void visit(const DecisionTable &table)
    {
        for (const InputClause &one : table.inputs) {
            add(one.expression, false);
            if (one.values)
                add(*one.values, true);
        }
        for (const OutputClause &one : table.outputs)
            if (one.defaultEntry)
                add(*one.defaultEntry, false);
        for (const Rule &rule : table.rules) {
            for (const Text &one : rule.inputEntries)
                add(one, true);
            for (const Text &one : rule.outputEntries)
                add(one, false);
        }
    }

    void add(const Text &text, bool isTests)
    {
        if (!text.text.trimmed().isEmpty() && isFeel(text.language))
            entries.push_back({&text, isTests});
    }
};

} // namespace

QList<Problem> syntaxProblems(const Expression &expression, const feel::Scope &scope)
{
    const Texts texts(expression);
    feel::Scope wide = scope;
    wide.variables.append(texts.names);
    for (const QString &special : {u"item"_s, u"partial"_s})
        wide.variables.append({special, {}});
    QList<Problem> problems;
    for (const Texts::Entry &entry : texts.entries) {
        const Result<feel::Expression> parsed = entry.isTests
            ? feel::Expression::parseUnaryTests(entry.text->text, wide)
            : feel::Expression::parse(entry.text->text, wide);
        if (!parsed)
            problems.append({entry.text->place, parsed.error().code, parsed.error().text});
    }
    return problems;
}

void Linker::build(int index)
{
    Node &node = m_program->nodes[size_t(index)];
    if (node.kind == Node::Kind::Service) {
        for (const int input : node.inputs) {
            const Node &one = m_program->nodes[size_t(input)];
            node.parameters.append({one.variable, one.type});
        }
        if (node.shown.isAny())
            node.shown = outputType(node);
    } else if (m_logic[size_t(index)].expression) {
        buildLogic(index);
    }
}

Type Linker::outputType(const Node &service) const
{
    if (service.outputs.size() == 1)
        return m_program->nodes[size_t(service.outputs.front())].shown;
    QList<Type::Member> members;
    for (const int output : service.outputs)
        members.append({m_program->nodes[size_t(output)].name, m_program->nodes[size_t(output)].shown});
    return Type::contextOf(members);
}

void Linker::buildLogic(int index)
{
    Node &node = m_program->nodes[size_t(index)];
    const Expression &expression = *m_logic[size_t(index)].expression;
    feel::Scope scope;
    scope.source = node.place;
    scope.types = types(node).types();
    const bool isKnowledge = node.kind == Node::Kind::Knowledge;
    if (isKnowledge)
        for (const InformationItem &one : parametersOf(expression))
            scope.variables.append({one.name, types(node).type(one.typeRef)});
    node.parameters = isKnowledge ? scope.variables : QList<Parameter>();
    const QStringList hiding = namesOf(scope);
    for (const Link &link : node.links) {
        scope.variables.append(scopeEntry(link));
        // Parameters are the nearer names (§10.3.2.11.4); what they hide keeps its place in the order of the values.
        if (hiding.contains(link.name))
            scope.variables.last().name.clear();
    }
    BoxBuilder builder(types(node), namesOf(scope), m_matching);
    for (const Problem &one : builder.faults(expression))
        report(node.unit, one);
    Result<feel::Boxed> boxed = builder.box(expression);
    if (boxed && isKnowledge && boxed->kind == feel::Boxed::Kind::External)
        node.isExternal = true;
    else if (boxed && isKnowledge && boxed->kind == feel::Boxed::Kind::Function)
        boxed = feel::Boxed(boxed->parts.first());
    if (node.isExternal)
        scope.variables.clear();
    parse(index, boxed, scope);
}

void Linker::parse(int index, const Result<feel::Boxed> &boxed, feel::Scope scope)
{
    Node &node = m_program->nodes[size_t(index)];
    const Expression &expression = *m_logic[size_t(index)].expression;
    if (!boxed) {
        if (node.fault.isEmpty())
            node.fault = boxed.error().text;
        for (const Problem &one : syntaxProblems(expression, scope))
            report(node.unit, one);
        return;
    }
    Result<feel::Expression> logic = feel::Expression::build(*boxed, scope);
    if (logic) {
        node.logic = *std::move(logic);
        if (node.shown.isAny() && !node.isExternal)
            node.shown = node.logic.type();
        return;
    }
    QList<Problem> problems = syntaxProblems(expression, scope);
    if (problems.isEmpty())
        problems.append({expression.place, logic.error().code, logic.error().text});
    if (node.fault.isEmpty())
        node.fault = u"cannot be parsed: "_s + problems.first().element + u": "_s + problems.first().text;
    for (const Problem &one : std::as_const(problems))
        report(node.unit, one);
}

// An import is a context of what is required of it.
Parameter Linker::scopeEntry(const Link &link) const
{
    if (link.node >= 0)
        return {link.name, visibleType(link.node)};
    QList<Type::Member> members;
    for (const auto &[name, node] : link.members)
        members.append({name, visibleType(node)});
    return {link.name, Type::contextOf(members)};
}

Type Linker::visibleType(int index) const
{
    const Node &node = m_program->nodes[size_t(index)];
    if (!node.isFunction())
        return node.shown;
    QList<Type> parameters;
    for (const Parameter &one : node.parameters)
        parameters.append(one.type);
    return Type::functionOf(parameters, node.shown);
}

} // namespace naru::dmn
