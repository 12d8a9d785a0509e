#include "engine/dmn/type_table.h"

#include "engine/feel/expression.h"

#include <QSet>

#include <algorithm>

namespace naru::dmn {

namespace {

using feel::Type;
using feel::Value;

constexpr qint64 constraintSteps = 1'000'000;
constexpr qsizetype deepest = 200; // types within types

// Without the prefix of a QName, as DMN 1.1 writes references.
QString localPart(const QString &typeRef)
{
    return typeRef.mid(typeRef.indexOf(u':') + 1);
}

} // namespace

bool isFeel(const QString &language)
{
    return language.isEmpty() || language.contains(u"feel"_s, Qt::CaseInsensitive);
}

// The definitions by name, and which of them are being built: a type may not contain itself.
struct TypeTable::Building {
    QMap<QString, const ItemDefinition *> items;
    QStringList open;
    QSet<QString> done;
};

TypeTable::TypeTable(const Model &model, const QList<Imported> &imported)
{
    for (const Imported &one : imported)
        for (auto at = one.table->m_types.begin(); at != one.table->m_types.end(); ++at) {
            const QString name = one.name.isEmpty() ? at.key() : one.name + u'.' + at.key();
            m_types.insert(name, at.value());
            if (one.table->m_allowed.contains(at.key()))
                m_allowed.insert(name, one.table->m_allowed.value(at.key()));
        }
    Building building;
    for (const ItemDefinition &item : model.types) {
        if (building.items.contains(item.name))
            report(item.place, u"dmn.name"_s,
                   u"expected one item definition of the name '"_s + item.name + u"' but found another"_s);
        building.items.insert(item.name, &item);
    }
    for (const ItemDefinition &item : model.types)
        if (building.items.value(item.name) == &item)
            referred(item.name, item.place, building);
}

std::optional<QString> TypeTable::find(const QString &typeRef) const
{
    if (m_types.contains(typeRef))
        return typeRef;
    const QString local = localPart(typeRef);
    if (m_types.contains(local))
        return local;
    if (local == typeRef || Type::named(local))
        return {};
    // The prefix of a QName stands for the namespace of an imported model.
    for (auto at = m_types.begin(); at != m_types.end(); ++at)
        if (at.key().endsWith(u'.' + local))
            return at.key();
    return {};
}

Type TypeTable::type(const QString &typeRef) const
{
    if (const std::optional<QString> name = find(typeRef.trimmed()))
        return m_types.value(*name);
    return Type::named(localPart(typeRef.trimmed())).value_or(Type());
}

bool TypeTable::knows(const QString &typeRef) const
{
    return typeRef.isEmpty() || find(typeRef.trimmed()) || Type::named(localPart(typeRef.trimmed()));
}

QString TypeTable::allowedValues(const QString &typeRef) const
{
    const std::optional<QString> name = find(typeRef.trimmed());
    return name ? m_allowed.value(*name) : QString();
}

Type TypeTable::referred(const QString &typeRef, const QString &place, Building &building)
{
    const QString name = building.items.contains(typeRef) ? typeRef : localPart(typeRef);
    // "number" inside a definition of that name is the built-in type.
    const bool isOwn = building.items.contains(name) && !(building.open.contains(name) && Type::named(name));
    if (!isOwn || building.done.contains(name)) {
        if (!knows(typeRef))
            report(place, u"dmn.type"_s, u"expected the name of a type but found '"_s + typeRef + u'\'');
        return type(typeRef);
    }
    if (building.open.contains(name) || building.open.size() > deepest) {
        report(place, u"dmn.type-cycle"_s,
               u"expected types that do not contain themselves, and not too deep, but '"_s + name + u"' does"_s);
        return {};
    }
    const ItemDefinition &item = *building.items.value(name);
    building.open.append(name);
    const Type built = build(item, building);
    building.open.removeLast();
    building.done.insert(name);
    m_types.insert(name, built);
    if (item.allowedValues)
        m_allowed.insert(name, item.allowedValues->text);
    else if (const QString allowed = allowedValues(item.typeRef); !allowed.isEmpty() && item.typeRef != name)
        m_allowed.insert(name, allowed);
    return built;
}

Type TypeTable::build(const ItemDefinition &item, Building &building)
{
    // Allowed values are those of the elements, the type constraint is one of the whole.
    Type type = constrained(base(item, building), item.allowedValues);
    if (item.isCollection)
        type = Type::listOf(type);
    return constrained(type, item.typeConstraint);
}

Type TypeTable::base(const ItemDefinition &item, Building &building)
{
    if (item.isFunction) {
        QList<Type> parameters;
        for (const InformationItem &one : item.parameters)
            parameters.append(one.typeRef.isEmpty() ? Type() : referred(one.typeRef, one.place, building));
        return Type::functionOf(
            parameters, item.outputTypeRef.isEmpty() ? Type() : referred(item.outputTypeRef, item.place, building));
    }
    if (item.components.empty())
        return item.typeRef.isEmpty() ? Type() : referred(item.typeRef, item.place, building);
    QList<Type::Member> members;
    for (const ItemDefinition &one : item.components) {
        const auto isSame = [&one](const Type::Member &member) { return member.first == one.name; };
        if (std::any_of(members.begin(), members.end(), isSame))
            report(one.place, u"dmn.name"_s,
                   u"expected one component of the name '"_s + one.name + u"' but found another"_s);
        else
            members.append({one.name, build(one, building)});
    }
    return Type::contextOf(members);
}

Type TypeTable::constrained(const Type &type, const std::optional<Text> &tests)
{
    if (!tests || tests->text.trimmed().isEmpty())
        return type;
    if (!isFeel(tests->language)) {
        report(tests->place, u"dmn.language"_s, u"expected FEEL but found '"_s + tests->language + u'\'');
        return type;
    }
    feel::Scope scope;
    scope.source = tests->place;
    const Result<feel::Expression> expression = feel::Expression::parseUnaryTests(tests->text, scope, type);
    if (!expression) {
        report(tests->place, expression.error().code, expression.error().text);
        return type;
    }
    return type.constrained([test = *expression](const Value &value) {
        feel::Limits limits;
        limits.steps = constraintSteps;
        feel::Evaluation evaluation({}, limits);
        return test.test(evaluation, value).isTrue();
    });
}

void TypeTable::report(const QString &place, const QString &rule, const QString &text)
{
    m_problems.append({place, rule, text});
}

} // namespace naru::dmn
