// Functions as values: the built-in ones, closures, and what the host provides (business knowledge, services, Java).
#pragma once

#include "engine/feel/evaluation.h"
#include "engine/feel/type.h"

namespace naru::feel {

struct Parameter {
    QString name;
    Type type = {};
};

class Function {
public:
    virtual ~Function() = default;

    const QString &name() const { return m_name; } // empty for a literal without one
    const QList<Parameter> &parameters() const { return m_parameters; }
    const Type &resultType() const { return m_result; }
    virtual Type type() const; // with what is known of the result
    // What a call with arguments of these types gives, as far as that is known before it.
    virtual Type resultFor(const QList<Type> &) const { return type().result(); }

    // REQUIRES: as many arguments as parameters, coerced to their types. Gives null and warns where it fails.
    virtual Value call(Evaluation &evaluation, const QList<Value> &arguments) const = 0;

    // Checks, orders, coerces the arguments and the result around call(); what an invocation in FEEL does. Overridden
    // by what takes several signatures.
    virtual Value invoke(Evaluation &evaluation, const QList<Value> &arguments) const;
    virtual Value invokeNamed(Evaluation &evaluation, const QList<std::pair<QString, Value>> &arguments) const;
    virtual QString text() const { return m_name; } // how toText writes it
    // FEEL's equality of functions: the same parameters, body, and scope.
    virtual bool isSameAs(const Function &other) const { return this == &other; }
    virtual int nesting() const { return 0; } // of the values that it keeps

protected:
    Function(const QString &name, const QList<Parameter> &parameters, const Type &result)
        : m_name(name)
        , m_parameters(parameters)
        , m_result(result)
    {
    }

private:
    QString m_name;
    QList<Parameter> m_parameters;
    Type m_result;
};

// A function of the host. The body runs inside the given evaluation: its limits count, its warnings stay.
Value hostFunction(const QString &name, const QList<Parameter> &parameters, const Type &result,
                   const std::function<Value(Evaluation &, const QList<Value> &)> &body);

} // namespace naru::feel
