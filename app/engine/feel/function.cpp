#include "engine/feel/function.h"

namespace naru::feel {

namespace {

class HostFunction final : public Function {
public:
    using Body = std::function<Value(Evaluation &, const QList<Value> &)>;

    HostFunction(const QString &name, const QList<Parameter> &parameters, const Type &result, const Body &body)
        : Function(name, parameters, result)
        , m_body(body)
    {
    }

    Value call(Evaluation &evaluation, const QList<Value> &arguments) const override
    {
        return m_body(evaluation, arguments);
    }

private:
    Body m_body;
};

QString counted(qsizetype count)
{
    return QString::number(count) + (count == 1 ? u" argument"_s : u" arguments"_s);
}

QString titleOf(const Function &function)
{
    return function.name().isEmpty() ? u"the function"_s : u'\'' + function.name() + u'\'';
}

} // namespace

Type Function::type() const
{
    QList<Type> types;
    for (const Parameter &one : m_parameters)
        types.append(one.type);
    return Type::functionOf(types, m_result);
}

Value Function::invoke(Evaluation &evaluation, const QList<Value> &arguments) const
{
    if (arguments.size() != m_parameters.size())
        return evaluation.warn(Warning::Kind::WrongArguments,
                               u"expected "_s + counted(m_parameters.size()) + u" for "_s + titleOf(*this)
                                   + u" but found "_s + QString::number(arguments.size()));
    QList<Value> fitting = arguments;
    for (qsizetype i = 0; i < fitting.size(); ++i) {
        const Type &type = m_parameters[i].type;
        if (type.isAny() && !type.isConstrained())
            continue;
        if (!evaluation.stepThrough(fitting[i], fitting[i]))
            return {};
        const std::optional<Value> value = coerced(fitting[i], type);
        if (!value)
            return evaluation.warn(Warning::Kind::WrongType,
                                   u"expected "_s + type.name() + u" for '"_s + m_parameters[i].name + u"' of "_s
                                       + titleOf(*this) + u" but found "_s + typeOf(fitting[i]).name());
        fitting[i] = *value;
    }
    const Value result = call(evaluation, fitting);
    if (m_result.isAny() && !m_result.isConstrained())
        return result;
    const std::optional<Value> value = coerced(result, m_result);
    if (!value)
        return evaluation.warn(Warning::Kind::WrongType,
                               u"expected "_s + m_result.name() + u" from "_s + titleOf(*this) + u" but found "_s
                                   + typeOf(result).name());
    return *value;
}

Value Function::invokeNamed(Evaluation &evaluation, const QList<std::pair<QString, Value>> &arguments) const
{
    QList<Value> ordered(m_parameters.size());
    for (const auto &one : arguments) {
        qsizetype at = 0;
        while (at < m_parameters.size() && m_parameters[at].name != one.first)
            ++at;
        if (at == m_parameters.size())
            return evaluation.warn(Warning::Kind::WrongArguments,
                                   u"expected no parameter '"_s + one.first + u"' of "_s + titleOf(*this)
                                       + u" but found it"_s);
        ordered[at] = one.second;
    }
    return invoke(evaluation, ordered);
}

Value hostFunction(const QString &name, const QList<Parameter> &parameters, const Type &result,
                   const std::function<Value(Evaluation &, const QList<Value> &)> &body)
{
    return Value(std::make_shared<const HostFunction>(name, parameters, result, body));
}

} // namespace naru::feel
