#include "engine/feel/builtins.h"

#include "engine/feel/lexer.h"

#include <algorithm>

namespace naru::feel {

namespace {

struct KindName {
    QStringView name;
    quint32 mask;
};

constexpr quint32 bit(Value::Kind kind)
{
    return 1u << static_cast<int>(kind);
}

constexpr quint32 nullBit = bit(Value::Kind::Null);
constexpr quint32 everything = ~0u;

quint32 maskOf(QStringView name)
{
    using Kind = Value::Kind;
    static const KindName table[] = {
        {u"any", everything},
        {u"null", nullBit},
        {u"boolean", bit(Kind::Boolean)},
        {u"number", bit(Kind::Number)},
        {u"string", bit(Kind::String)},
        {u"date", bit(Kind::Date)},
        {u"time", bit(Kind::Time)},
        {u"date and time", bit(Kind::DateTime)},
        {u"duration", bit(Kind::DaysDuration) | bit(Kind::MonthsDuration)},
        {u"days and time duration", bit(Kind::DaysDuration)},
        {u"years and months duration", bit(Kind::MonthsDuration)},
        {u"range", bit(Kind::Range)},
        {u"list", bit(Kind::List)},
        {u"context", bit(Kind::Context)},
        {u"function", bit(Kind::Function)},
        {u"point",
         everything & ~(nullBit | bit(Kind::Range) | bit(Kind::List) | bit(Kind::Context) | bit(Kind::Function))},
    };
    const auto found =
        std::find_if(std::begin(table), std::end(table), [name](const KindName &one) { return one.name == name; });
    Q_ASSERT(found != std::end(table));
    return found->mask;
}

struct Slot {
    QString name;
    Type type; // Any where several kinds fit
    quint32 mask = 0;
    bool takesRest = false;
    bool isOptional = false;
};

struct Signature {
    QList<Slot> takes;
    Type gives;
    Value (*call)(Evaluation &, const QList<Value> &) = nullptr;

    bool takesRest() const { return !takes.isEmpty() && takes.last().takesRest; }
};

Slot slotOf(QStringView text)
{
    Slot slot;
    const qsizetype colon = text.indexOf(u':');
    QStringView name = text.left(colon).trimmed();
    slot.takesRest = name.endsWith(u"...");
    slot.name = (slot.takesRest ? name.chopped(3) : name).toString();
    QStringView kinds = text.mid(colon + 1).trimmed();
    if (kinds.endsWith(u'?')) {
        slot.mask |= nullBit;
        slot.isOptional = true;
        kinds.chop(1);
    }
    const QList<QStringView> names = kinds.split(u'|');
    for (const QStringView one : names)
        slot.mask |= maskOf(one.trimmed());
    if (names.size() == 1)
        slot.type = Type::named(kinds.trimmed()).value_or(Type());
    return slot;
}

// "number", "list<string>"
Type resultOf(QStringView text)
{
    const QStringView list = u"list<";
    if (text.startsWith(list) && text.endsWith(u'>'))
        return Type::listOf(resultOf(text.mid(list.size()).chopped(1)));
    return Type::named(text).value_or(Type());
}

quint32 maskOf(const Type &type)
{
    const Type::Kind kind = type.kind();
    if (kind == Type::Kind::Any || kind == Type::Kind::Null)
        return everything;
    const quint32 own = kind == Type::Kind::List ? bit(Value::Kind::List) : maskOf(Type(kind).name());
    // A list of one is taken for its element.
    return kind == Type::Kind::List ? own | maskOf(type.element()) : own;
}

// The argument as the slot takes it: as it is, out of a singleton list, into one, or a date at midnight.
std::optional<Value> fitted(const Value &value, quint32 mask)
{
    using Kind = Value::Kind;
    if (mask & bit(value.kind()))
        return value;
    if (value.isNull())
        return {};
    if (value.is(Kind::List) && value.list().size() == 1 && !value.list().first().isNull()
        && (mask & bit(value.list().first().kind())))
        return value.list().first();
    if (mask & bit(Kind::List))
        return Value(QList<Value>{value});
    if (value.is(Kind::Date) && (mask & bit(Kind::DateTime)))
        return Value(DateTime{value.date(), Time{0, *Zone::ofOffset(0)}});
    return {};
}

class Builtin final : public Function {
public:
    Builtin(const QString &name, const QList<Signature> &signatures)
        : Function(name, parametersOf(signatures.first()), {})
        , m_signatures(signatures)
    {
    }

    Value call(Evaluation &evaluation, const QList<Value> &arguments) const override
    {
        return invoke(evaluation, arguments);
    }

    Value invoke(Evaluation &evaluation, const QList<Value> &arguments) const override
    {
        for (const Signature &one : m_signatures) {
            const std::optional<QList<Value>> fitting = positional(one, arguments);
            if (fitting)
                return one.call(evaluation, *fitting);
        }
        return refuse(evaluation, arguments);
    }

    // before(point, range) and before(range, point) have the same names: the order in which they are written decides.
    Value invokeNamed(Evaluation &evaluation, const QList<std::pair<QString, Value>> &arguments) const override
    {
        QList<Value> values;
        for (const auto &one : arguments)
            values.append(one.second);
        for (const bool inOrder : {true, false})
            for (const Signature &one : m_signatures) {
                if (isInOrder(one, arguments) != inOrder)
                    continue;
                const std::optional<QList<Value>> fitting = named(one, arguments);
                if (fitting)
                    return one.call(evaluation, *fitting);
            }
        return refuse(evaluation, values);
    }

    Type type() const override { return Type::functionOf(typesOf(m_signatures.first()), m_signatures.first().gives); }

    Type resultFor(const QList<Type> &arguments) const override
    {
        std::optional<Type> common;
        for (const Signature &one : m_signatures) {
            if (!mayTake(one, arguments))
                continue;
            if (common && !(common->conformsTo(one.gives) && one.gives.conformsTo(*common)))
                return {};
            common = one.gives;
        }
        return common.value_or(Type());
    }

private:
    static QList<Type> typesOf(const Signature &signature)
    {
        QList<Type> types;
        for (const Slot &one : signature.takes)
            types.append(one.type);
        return types;
    }

    static QList<Parameter> parametersOf(const Signature &signature)
    {
        QList<Parameter> parameters;
        for (const Slot &one : signature.takes)
            parameters.append({one.name, {}});
        return parameters;
    }

    static bool mayTake(const Signature &signature, const QList<Type> &arguments)
    {
        const qsizetype fixed = signature.takes.size() - (signature.takesRest() ? 1 : 0);
        if (arguments.size() > fixed && !signature.takesRest())
            return false;
        for (qsizetype i = 0; i < fixed; ++i)
            if (i < arguments.size() ? !(maskOf(arguments[i]) & signature.takes[i].mask)
                                     : !signature.takes[i].isOptional)
                return false;
        return true;
    }

    static bool isInOrder(const Signature &signature, const QList<std::pair<QString, Value>> &arguments)
    {
        for (qsizetype i = 0; i < arguments.size(); ++i)
            if (i >= signature.takes.size() || signature.takes[i].name != arguments[i].first)
                return false;
        return true;
    }

    static std::optional<QList<Value>> positional(const Signature &signature, const QList<Value> &arguments)
    {
        const qsizetype fixed = signature.takes.size() - (signature.takesRest() ? 1 : 0);
        if (arguments.size() > fixed && !signature.takesRest())
            return {};
        if (signature.takesRest() && arguments.size() <= fixed)
            return {};
        QList<Value> values;
        values.reserve(signature.takes.size());
        for (qsizetype i = 0; i < fixed; ++i) {
            const Slot &slot = signature.takes[i];
            if (i >= arguments.size() && !slot.isOptional)
                return {};
            const std::optional<Value> value = fitted(i < arguments.size() ? arguments[i] : Value(), slot.mask);
            if (!value)
                return {};
            values.append(*value);
        }
        return signature.takesRest() ? withRest(signature, arguments.mid(fixed), values) : values;
    }

    static std::optional<QList<Value>> withRest(const Signature &signature, const QList<Value> &rest,
                                                QList<Value> values)
    {
        QList<Value> list;
        for (const Value &one : rest) {
            const std::optional<Value> value = fitted(one, signature.takes.last().mask);
            if (!value)
                return {};
            list.append(*value);
        }
        values.append(Value(list));
        return values;
    }

    // What is not named is null, whether the slot admits that or not.
    static std::optional<QList<Value>> named(const Signature &signature,
                                             const QList<std::pair<QString, Value>> &arguments)
    {
        QList<Value> values(signature.takes.size());
        for (const auto &one : arguments) {
            const auto slot = std::find_if(signature.takes.begin(), signature.takes.end(),
                                           [&](const Slot &each) { return each.name == one.first; });
            if (slot == signature.takes.end())
                return {};
            values[slot - signature.takes.begin()] = one.second;
        }
        for (qsizetype i = 0; i < values.size(); ++i) {
            const Slot &slot = signature.takes[i];
            const std::optional<Value> value =
                slot.takesRest ? fitted(values[i], bit(Value::Kind::List)) : fitted(values[i], slot.mask);
            if (!value)
                return {};
            values[i] = *value;
        }
        return values;
    }

    Value refuse(Evaluation &evaluation, const QList<Value> &arguments) const
    {
        QStringList kinds;
        for (const Value &one : arguments)
            kinds.append(nameOf(one.kind()));
        const bool isNull = kinds.contains(u"null"_s);
        return evaluation.warn(isNull ? Warning::Kind::WrongType : Warning::Kind::WrongArguments,
                               u"expected arguments that fit '"_s + name() + u"' but found ("_s + kinds.join(u", "_s)
                                   + u')');
    }

    QList<Signature> m_signatures;
};

struct Named {
    QString name;
    QList<Signature> signatures;
};

void add(std::vector<Named> &all, const BuiltinRow &row)
{
    const QStringView text(row.signature);
    const qsizetype open = text.indexOf(u'(');
    const QString name = text.left(open).toString();
    Signature signature;
    signature.call = row.call;
    const qsizetype arrow = text.lastIndexOf(u") -> ");
    signature.gives = resultOf(text.mid(arrow + 5));
    const QStringView inside = text.mid(open + 1, arrow - open - 1);
    if (!inside.isEmpty())
        for (const QStringView one : inside.split(u','))
            signature.takes.append(slotOf(one.trimmed()));
    const auto found = std::find_if(all.begin(), all.end(), [&](const Named &one) { return one.name == name; });
    if (found == all.end())
        all.push_back({name, {signature}});
    else
        found->signatures.append(signature);
}

std::vector<NamedBuiltin> made()
{
    std::vector<Named> all;
    for (const auto &rows : {numberFunctions(), stringFunctions(), listFunctions(), statisticFunctions(),
                             temporalFunctions(), conversionFunctions(), contextFunctions(), rangeFunctions()})
        for (const BuiltinRow &row : rows)
            add(all, row);
    std::sort(all.begin(), all.end(), [](const Named &a, const Named &b) { return a.name < b.name; });
    std::vector<NamedBuiltin> out;
    for (const Named &one : all)
        out.push_back({nameTokens(one.name), std::make_shared<const Builtin>(one.name, one.signatures)});
    return out;
}

} // namespace

const std::vector<NamedBuiltin> &builtins()
{
    static const std::vector<NamedBuiltin> all = made();
    return all;
}

const NamedBuiltin *builtinNamed(QStringView name)
{
    const auto found =
        std::lower_bound(builtins().begin(), builtins().end(), name,
                         [](const NamedBuiltin &one, QStringView asked) { return one.function->name() < asked; });
    return found != builtins().end() && found->function->name() == name ? &*found : nullptr;
}

Value outOfDomain(Evaluation &evaluation, const QString &text)
{
    return evaluation.warn(Warning::Kind::InvalidValue, text);
}

} // namespace naru::feel
