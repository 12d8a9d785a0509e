#include "engine/dmn/boxes.h"

namespace naru::dmn {

namespace {

using feel::Boxed;
using feel::Parameter;
using feel::Type;

Boxed::Kind kindOf(Expression::Kind kind)
{
    switch (kind) {
    case Expression::Kind::List:
        return Boxed::Kind::List;
    case Expression::Kind::Conditional:
        return Boxed::Kind::Conditional;
    case Expression::Kind::Filter:
        return Boxed::Kind::Filter;
    case Expression::Kind::For:
        return Boxed::Kind::For;
    case Expression::Kind::Some:
        return Boxed::Kind::Some;
    case Expression::Kind::Every:
        return Boxed::Kind::Every;
    case Expression::Kind::Context:
        return Boxed::Kind::Context;
    case Expression::Kind::Invocation:
        return Boxed::Kind::Invocation;
    default:
        return Boxed::Kind::Literal;
    }
}

Boxed nothing(const QString &place)
{
    Boxed box;
    box.text = u"null"_s;
    box.source = place;
    return box;
}

// The mapping of an external function as FEEL writes it: {java: {class: …}}. The body of a box is the inner context.
Boxed mapping(const Boxed &body, const QString &kind)
{
    for (const auto &entry : body.entries)
        if (entry.first.name == kind)
            return body;
    Boxed outer;
    outer.kind = Boxed::Kind::Context;
    outer.source = body.source;
    outer.entries.append({{kind, {}}, body});
    return outer;
}

} // namespace

std::vector<InformationItem> parametersOf(const Expression &function)
{
    const bool isTable = function.children.size() == 1 && function.children.front().kind == Expression::Kind::Table;
    if (!function.items.empty() || !isTable)
        return function.items;
    std::vector<InformationItem> items;
    for (const InputClause &one : function.children.front().table->inputs)
        items.push_back({one.place, one.expression.text.trimmed(), one.expression.typeRef});
    return items;
}

Result<Boxed> BoxBuilder::box(const Expression &expression)
{
    m_faults.clear();
    Boxed box = build(expression);
    if (m_faults.isEmpty())
        return box;
    const Problem &first = m_faults.first();
    return Error{Error::Kind::Invalid, first.element + u": "_s + first.text, first.rule};
}

QList<Problem> BoxBuilder::faults(const Expression &expression)
{
    m_faults.clear();
    build(expression);
    return m_faults;
}

Boxed BoxBuilder::build(const Expression &expression)
{
    switch (expression.kind) {
    case Expression::Kind::Absent:
        return nothing(expression.place);
    case Expression::Kind::Unknown:
        return fault(expression.place, u"dmn.expression"_s,
                     u"expected a boxed expression but found '"_s + expression.name + u'\'');
    case Expression::Kind::Literal:
        return literal(expression);
    case Expression::Kind::Function:
        return function(expression);
    case Expression::Kind::Relation:
        return relation(expression);
    case Expression::Kind::Table:
        return table(expression);
    default:
        break;
    }
    Boxed box;
    box.kind = kindOf(expression.kind);
    box.source = expression.place;
    box.text = expression.name;
    if (!expression.name.isEmpty())
        m_names.append(expression.name);
    for (const Expression &child : expression.children)
        box.parts.append(build(child));
    if (box.kind == Boxed::Kind::Invocation && box.parts.isEmpty())
        return fault(expression.place, u"dmn.expression"_s, u"expected a function to invoke but found none"_s);
    if (!expression.inTypeRef.isEmpty())
        box.parts.first() = typed(box.parts.first(), expression.inTypeRef);
    for (const ContextEntry &entry : expression.entries)
        box.entries.append({entry.variable ? parameter(*entry.variable) : Parameter{}, build(entry.value)});
    return typed(box, expression.typeRef);
}

Boxed BoxBuilder::literal(const Expression &expression)
{
    if (!isFeel(expression.text.language))
        return fault(expression.place, u"dmn.language"_s,
                     u"expected FEEL but found '"_s + expression.text.language + u'\'');
    Boxed box = nothing(expression.place);
    if (!expression.text.text.trimmed().isEmpty())
        box.text = expression.text.text;
    return typed(box, expression.typeRef);
}

Boxed BoxBuilder::function(const Expression &expression)
{
    Boxed box;
    box.source = expression.place;
    const QString kind = expression.functionKind;
    const bool isFeelKind = kind.isEmpty() || kind == u"FEEL" || kind == u"F";
    const bool isExternal = kind == u"Java" || kind == u"PMML" || kind == u"J" || kind == u"P";
    if (!isFeelKind && !isExternal)
        return fault(expression.place, u"dmn.function-kind"_s,
                     u"expected a function of the kind FEEL, Java, or PMML but found '"_s + kind + u'\'');
    box.kind = isExternal ? Boxed::Kind::External : Boxed::Kind::Function;
    for (const InformationItem &item : parametersOf(expression))
        box.parameters.append(parameter(item));
    box.parts.append(expression.children.empty() ? nothing(expression.place) : build(expression.children.front()));
    if (isExternal)
        box.parts.first() = mapping(box.parts.first(), kind.startsWith(u'J') ? u"java"_s : u"pmml"_s);
    // A function's type may be said as such or by its result.
    const Type type = m_types.type(expression.typeRef);
    const Type result = type.kind() == Type::Kind::Function ? type.result() : type;
    if (isFeelKind && box.parts.first().type.isAny())
        box.parts.first().type = result;
    return box;
}

Boxed BoxBuilder::relation(const Expression &expression)
{
    Boxed box;
    box.kind = Boxed::Kind::Relation;
    box.source = expression.place;
    for (const InformationItem &column : expression.items)
        box.names.append(column.name);
    for (const Expression &row : expression.children) {
        if (row.children.size() != expression.items.size())
            return fault(row.place, u"dmn.cells"_s,
                         u"expected %1 cells but found %2"_s.arg(expression.items.size()).arg(row.children.size()));
        for (size_t i = 0; i < row.children.size(); ++i)
            box.parts.append(typed(build(row.children[i]), expression.items[i].typeRef));
    }
    return typed(box, expression.typeRef);
}

Boxed BoxBuilder::table(const Expression &expression)
{
    Result<Boxed> box = TableLogic::box(expression, m_types, m_names, m_matching);
    if (box)
        return *std::move(box);
    const QString text = box.error().text;
    const qsizetype end = text.indexOf(u": "_s);
    return fault(text.left(end), box.error().code, text.mid(end + 2));
}

// What the box itself says goes before what its surroundings say.
Boxed BoxBuilder::typed(Boxed box, const QString &typeRef) const
{
    if (box.type.isAny() && !typeRef.isEmpty())
        box.type = m_types.type(typeRef);
    return box;
}

Boxed BoxBuilder::fault(const QString &place, const QString &rule, const QString &text)
{
    m_faults.append({place, rule, text});
    return nothing(place);
}

Parameter BoxBuilder::parameter(const InformationItem &item)
{
    m_names.append(item.name);
    return {item.name, m_types.type(item.typeRef)};
}

} // namespace naru::dmn
