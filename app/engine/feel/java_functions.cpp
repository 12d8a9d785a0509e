#include "engine/feel/java_functions.h"

#include "engine/feel/arithmetic.h"
#include "engine/feel/java_format.h"
#include "engine/feel/precise.h"

#include <algorithm>

namespace naru::feel {

namespace {

using Arguments = QList<Value>;
using Kind = Value::Kind;
using Call = Value (*)(Evaluation &, const Arguments &);

struct Method {
    QStringView owner;
    QStringView name;
    int count; // of arguments; -1: any
    Call call;
};

Decimal first(const Arguments &given)
{
    return given[0].number();
}

Value absolute(Evaluation &, const Arguments &given)
{
    return Value(first(given).abs());
}

Value greater(Evaluation &, const Arguments &given)
{
    return first(given) < given[1].number() ? given[1] : given[0];
}

Value smaller(Evaluation &, const Arguments &given)
{
    return given[1].number() < first(given) ? given[1] : given[0];
}

Value powered(Evaluation &evaluation, const Arguments &given)
{
    return checkedNumber(evaluation, power(first(given), given[1].number()));
}

Value added(Evaluation &evaluation, const Arguments &given)
{
    return checkedNumber(evaluation, first(given) + given[1].number());
}

Value subtracted(Evaluation &evaluation, const Arguments &given)
{
    return checkedNumber(evaluation, first(given) - given[1].number());
}

Value multiplied(Evaluation &evaluation, const Arguments &given)
{
    return checkedNumber(evaluation, first(given) * given[1].number());
}

template <Decimal (*function)(const Decimal &)> Value of(Evaluation &evaluation, const Arguments &given)
{
    return checkedNumber(evaluation, function(first(given)));
}

template <Decimal::Rounding rounding> Decimal whole(const Decimal &x)
{
    const Decimal result = x.rounded(0, rounding);
    return result.isNaN() ? x : result;
}

Decimal squareRoot(const Decimal &x)
{
    return x.sqrt();
}

Decimal cubeRoot(const Decimal &x)
{
    static const Decimal third = Decimal(1) / Decimal(3);
    const Decimal size = power(x.abs(), third);
    // A third has no 34 digits: a whole root is found by trying.
    const Decimal near = size.rounded(0, Decimal::Rounding::HalfEven);
    const Decimal root = !near.isNaN() && near * near * near == x.abs() ? near : size;
    return x.isNegative() ? -root : root;
}

Decimal tenLogarithm(const Decimal &x)
{
    static const Decimal ten = logarithm(Decimal(10));
    return logarithm(x) / ten;
}

Decimal tangent(const Decimal &x)
{
    return sine(x) / cosine(x);
}

Decimal signOf(const Decimal &x)
{
    return x.isZero() ? Decimal(0) : Decimal(x.isNegative() ? -1 : 1);
}

Decimal degrees(const Decimal &x)
{
    return x * Decimal(180) / pi();
}

Decimal radians(const Decimal &x)
{
    return x * pi() / Decimal(180);
}

Decimal arcSine(const Decimal &x)
{
    const Decimal rest = Decimal(1) - x * x;
    if (rest.isZero())
        return x * pi() / Decimal(2);
    return rest.isNegative() ? Decimal::notANumber() : arcTangent(x / rest.sqrt());
}

Decimal arcCosine(const Decimal &x)
{
    return pi() / Decimal(2) - arcSine(x);
}

Value hypotenuse(Evaluation &evaluation, const Arguments &given)
{
    return checkedNumber(evaluation, (first(given) * first(given) + given[1].number() * given[1].number()).sqrt());
}

Value floorModulo(Evaluation &evaluation, const Arguments &given)
{
    const Decimal divisor = given[1].number();
    if (divisor.isZero())
        return evaluation.warn(Warning::Kind::DivisionByZero, u"expected a divisor but found 0"_s);
    const Decimal rest = first(given).remainder(divisor);
    return checkedNumber(evaluation,
                         rest.isZero() || rest.isNegative() == divisor.isNegative() ? rest : rest + divisor);
}

Value compareNumbers(Evaluation &, const Arguments &given)
{
    return Value(first(given) < given[1].number() ? -1 : given[1].number() < first(given) ? 1 : 0);
}

Value same(Evaluation &, const Arguments &given)
{
    return given[0];
}

Value textOfNumber(Evaluation &evaluation, const Arguments &given)
{
    return evaluation.made(Value(toString(given[0])));
}

Value numberOfText(Evaluation &evaluation, const Arguments &given)
{
    if (given[0].is(Kind::Number))
        return given[0];
    const Result<Decimal> number = Decimal::fromStringRounded(given[0].string());
    if (number && !number->isNaN() && !number->isInfinite())
        return Value(*number);
    return evaluation.warn(Warning::Kind::External, u"expected a number but found "_s + toText(given[0]));
}

Value truthOfText(Evaluation &, const Arguments &given)
{
    return given[0].is(Kind::Boolean) ? given[0] : Value(given[0].string().compare(u"true", Qt::CaseInsensitive) == 0);
}

Value format(Evaluation &evaluation, const Arguments &given)
{
    const Result<QString> text = javaFormat(given[0].string(), given[1].list());
    return text ? evaluation.made(Value(*text)) : evaluation.warn(Warning::Kind::External, text.error().text);
}

Value joined(Evaluation &evaluation, const Arguments &given)
{
    QStringList parts;
    for (const Value &one : given[1].list())
        parts.append(toString(one));
    return evaluation.made(Value(parts.join(given[0].string())));
}

constexpr auto Floor = Decimal::Rounding::Floor;
constexpr auto Ceiling = Decimal::Rounding::Ceiling;
constexpr auto HalfEven = Decimal::Rounding::HalfEven;

// Math.round adds one half and takes the floor.
Decimal halfUp(const Decimal &x)
{
    static const Decimal half = *Decimal::fromString(u"0.5");
    return whole<Floor>(x + half);
}

const Method methods[] = {
    {u"java.lang.Math", u"abs", 1, absolute},
    {u"java.lang.Math", u"max", 2, greater},
    {u"java.lang.Math", u"min", 2, smaller},
    {u"java.lang.Math", u"pow", 2, powered},
    {u"java.lang.Math", u"addExact", 2, added},
    {u"java.lang.Math", u"subtractExact", 2, subtracted},
    {u"java.lang.Math", u"multiplyExact", 2, multiplied},
    {u"java.lang.Math", u"hypot", 2, hypotenuse},
    {u"java.lang.Math", u"floorMod", 2, floorModulo},
    {u"java.lang.Math", u"sqrt", 1, of<squareRoot>},
    {u"java.lang.Math", u"cbrt", 1, of<cubeRoot>},
    {u"java.lang.Math", u"exp", 1, of<exponential>},
    {u"java.lang.Math", u"log", 1, of<logarithm>},
    {u"java.lang.Math", u"log10", 1, of<tenLogarithm>},
    {u"java.lang.Math", u"sin", 1, of<sine>},
    {u"java.lang.Math", u"cos", 1, of<cosine>},
    {u"java.lang.Math", u"tan", 1, of<tangent>},
    {u"java.lang.Math", u"asin", 1, of<arcSine>},
    {u"java.lang.Math", u"acos", 1, of<arcCosine>},
    {u"java.lang.Math", u"atan", 1, of<arcTangent>},
    {u"java.lang.Math", u"toDegrees", 1, of<degrees>},
    {u"java.lang.Math", u"toRadians", 1, of<radians>},
    {u"java.lang.Math", u"signum", 1, of<signOf>},
    {u"java.lang.Math", u"floor", 1, of<whole<Floor>>},
    {u"java.lang.Math", u"ceil", 1, of<whole<Ceiling>>},
    {u"java.lang.Math", u"rint", 1, of<whole<HalfEven>>},
    {u"java.lang.Math", u"round", 1, of<halfUp>},
    {u"java.lang.String", u"format", 2, format},
    {u"java.lang.String", u"join", 2, joined},
    {u"java.lang.String", u"valueOf", 1, textOfNumber},
    {u"java.lang.Boolean", u"valueOf", 1, truthOfText},
    {u"java.lang.Boolean", u"parseBoolean", 1, truthOfText},
    {u"java.lang.Boolean", u"toString", 1, textOfNumber},
    {u"java.math.BigDecimal", u"valueOf", 1, same},
};

// The classes of numbers have these in common.
const Method numberMethods[] = {
    {u"", u"valueOf", 1, numberOfText},
    {u"", u"parseInt", 1, numberOfText},
    {u"", u"parseLong", 1, numberOfText},
    {u"", u"parseShort", 1, numberOfText},
    {u"", u"parseByte", 1, numberOfText},
    {u"", u"parseDouble", 1, numberOfText},
    {u"", u"parseFloat", 1, numberOfText},
    {u"", u"toString", 1, textOfNumber},
    {u"", u"max", 2, greater},
    {u"", u"min", 2, smaller},
    {u"", u"sum", 2, added},
    {u"", u"compare", 2, compareNumbers},
    {u"", u"signum", 1, of<signOf>},
};

const Method *methodOf(const QString &owner, const QString &name, qsizetype count)
{
    static const QStringList numbers{u"java.lang.Integer"_s, u"java.lang.Long"_s,   u"java.lang.Short"_s,
                                     u"java.lang.Byte"_s,    u"java.lang.Double"_s, u"java.lang.Float"_s};
    for (const Method &one : methods)
        if (one.owner == owner && one.name == name && one.count == count)
            return &one;
    if (numbers.contains(owner))
        for (const Method &one : numberMethods)
            if (one.name == name && one.count == count)
                return &one;
    return nullptr;
}

// Whether java.lang.Math has the method for these types: for each of a row's primitive types once, and for no other.
bool hasOverload(const QString &name, const QStringList &types)
{
    static const QStringList any{u"abs"_s, u"max"_s, u"min"_s};
    static const QStringList ofWhole{u"addExact"_s, u"subtractExact"_s, u"multiplyExact"_s, u"floorMod"_s};
    static const QStringList ofReal{u"round"_s, u"signum"_s};
    const QStringList known = any.contains(name) ? QStringList{u"int"_s, u"long"_s, u"float"_s, u"double"_s}
        : ofWhole.contains(name)                 ? QStringList{u"int"_s, u"long"_s}
        : ofReal.contains(name)                  ? QStringList{u"float"_s, u"double"_s}
                                                 : QStringList{u"double"_s};
    return std::all_of(types.begin(), types.end(),
                       [&](const QString &one) { return known.contains(one) && one == types.first(); });
}

// A type of Java's signature that arguments are converted to.
struct JavaType {
    Kind kind = Kind::Null; // Null: any object
    bool isWhole = false; // fractions are cut off
    Decimal least; // of a whole type
    Decimal most;
    bool isCharacter = false;
    bool isArray = false;
};

std::optional<JavaType> javaType(QString name)
{
    JavaType type;
    if (name.endsWith(u"[]") || name.endsWith(u"...")) {
        type.isArray = true;
        name.chop(name.endsWith(u"[]") ? 2 : 3);
    } else if (name.startsWith(u"[L") && name.endsWith(u';')) {
        type.isArray = true;
        name = name.mid(2).chopped(1);
    }
    const auto bounded = [&](int bits) {
        type.kind = Kind::Number;
        type.isWhole = true;
        type.most = Decimal((qint64(1) << (bits - 2)) - 1 + (qint64(1) << (bits - 2)));
        type.least = -type.most - Decimal(1);
    };
    const QString last = name.section(u'.', -1);
    if (last == u"int" || last == u"Integer")
        bounded(32);
    else if (last == u"long" || last == u"Long" || last == u"BigInteger")
        bounded(64);
    else if (last == u"short" || last == u"Short")
        bounded(16);
    else if (last == u"byte" || last == u"Byte")
        bounded(8);
    else if (QStringList{u"double"_s, u"Double"_s, u"float"_s, u"Float"_s, u"BigDecimal"_s, u"Number"_s}.contains(last))
        type.kind = Kind::Number;
    else if (last == u"boolean" || last == u"Boolean")
        type.kind = Kind::Boolean;
    else if (last == u"String" || last == u"CharSequence" || last == u"char" || last == u"Character") {
        type.kind = Kind::String;
        type.isCharacter = last.startsWith(u'c') || last == u"Character";
    } else if (last != u"Object" && last != u"Iterable")
        return {};
    return type;
}

std::optional<Value> converted(const Value &value, const JavaType &type)
{
    if (type.isArray) {
        QList<Value> list;
        for (const Value &one : value.is(Kind::List) ? value.list() : QList<Value>{value}) {
            JavaType element = type;
            element.isArray = false;
            const std::optional<Value> fitting = one.isNull() ? one : converted(one, element);
            if (!fitting)
                return {};
            list.append(*fitting);
        }
        return Value(list);
    }
    if (type.kind == Kind::Null)
        return value;
    if (!value.is(type.kind) || (type.isCharacter && value.string().size() != 1))
        return {};
    if (!type.isWhole)
        return value;
    const Decimal whole = value.number().rounded(0, Decimal::Rounding::Down);
    return whole < type.least || type.most < whole ? std::nullopt : std::optional(Value(whole));
}

class ExternalFunction final : public Function {
public:
    ExternalFunction(const QString &title, const QList<Parameter> &parameters, const Method &method,
                     const QList<JavaType> &types)
        : Function(title, parameters, {})
        , m_method(method)
        , m_types(types)
    {
    }

    Value call(Evaluation &evaluation, const QList<Value> &arguments) const override
    {
        QList<Value> fitting;
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            const std::optional<Value> value = converted(arguments[i], m_types[i]);
            if (!value)
                return evaluation.warn(Warning::Kind::External,
                                       u"expected an argument that fits '"_s + name() + u"' but found "_s
                                           + nameOf(arguments[i].kind()));
            fitting.append(*value);
        }
        return m_method.call(evaluation, fitting);
    }
    bool isSameAs(const Function &other) const override
    {
        const auto *external = dynamic_cast<const ExternalFunction *>(&other);
        return external && external->name() == name();
    }

private:
    const Method &m_method;
    QList<JavaType> m_types;
};

} // namespace

Value externalFunction(Evaluation &evaluation, const QList<Parameter> &parameters, const Value &mapping)
{
    // Text says {java: {…}}; a box says the inside alone.
    const bool isBoxed = mapping.is(Kind::Context) && mapping.context().contains(u"class");
    const Value java = isBoxed ? mapping : mapping.is(Kind::Context) ? mapping.context().value(u"java") : Value();
    const Value owner = java.is(Kind::Context) ? java.context().value(u"class") : Value();
    const Value signature = java.is(Kind::Context) ? java.context().value(u"method signature") : Value();
    if (!owner.is(Kind::String) || !signature.is(Kind::String))
        return evaluation.warn(Warning::Kind::External,
                               u"expected {java: {class, method signature}} but found "_s + toText(mapping));
    const QString text = signature.string().simplified();
    const qsizetype open = text.indexOf(u'(');
    QList<JavaType> types;
    QStringList names;
    bool known = open > 0 && text.endsWith(u')');
    const QString inside = known ? text.mid(open + 1).chopped(1) : QString();
    for (const QString &one : inside.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<JavaType> type = javaType(one.trimmed());
        known = known && type;
        types.append(type.value_or(JavaType()));
        names.append(one.trimmed());
    }
    if (owner.string().trimmed() == u"java.lang.Math")
        known = known && hasOverload(text.left(open).trimmed(), names);
    const Method *method = known && types.size() == parameters.size()
        ? methodOf(owner.string().trimmed(), text.left(open).trimmed(), types.size())
        : nullptr;
    if (!method)
        return evaluation.warn(Warning::Kind::External,
                               u"expected a known method of Java but found "_s + owner.string() + u'.' + text);
    const QString title = owner.string().trimmed() + u'.' + text;
    return Value(
        std::shared_ptr<const Function>(std::make_shared<const ExternalFunction>(title, parameters, *method, types)));
}

} // namespace naru::feel
