// FEEL text and boxed expressions, parsed once with the names of their scope, evaluated many times. An Expression is
// immutable: any number of threads may evaluate it, each with its own Evaluation.
#pragma once

#include "engine/feel/evaluation.h"
#include "engine/feel/function.h"
#include "engine/feel/type.h"

#include <QMap>

namespace naru::feel {

// The names that an expression may use. Names may hold blanks and operators ("Monthly Fee", "a-b"): the longest known
// one wins. Members of contexts are known by the variables' types. `types` are the named types of `instance of` and of
// function parameters ("tLoan", "imported.tLoan").
struct Scope {
    QList<Parameter> variables; // the values are given in this order; a later one hides an earlier one of its name
    QMap<QString, Type> types = {};
    QString source = {}; // named in warnings and errors
};

// Where a syntax error is: inside Error::text as "line:column: …"; the kind is Invalid, the code "feel.syntax".

class HostExpression;

// An expression as DMN boxes it (DMN 1.5 §7.3 and §10.2.2). Parts are built in the scope that their box gives them.
struct Boxed {
    enum class Kind {
        Literal, // text
        UnaryTests, // text; true where the input `?` satisfies it. For parts of Host
        Context, // entries: name (empty: the result, last), type, part
        Invocation, // parts[0] the function, then entries: parameter name and part
        Function, // parameters, parts[0] the body
        External, // parameters, parts[0] a context with class and "method signature", or document and model
        List, // parts
        Relation, // names of columns in `names`, parts row by row
        Conditional, // parts: if, then, else
        Filter, // parts: in, match
        For, // text: the iterator, parts: in, return
        Some, // text: the iterator, parts: in, satisfies
        Every, // likewise
        Host, // host: what FEEL does not know (a decision table); its parts are evaluated by it
    };
    Kind kind = Kind::Literal;
    QString text = {};
    QStringList names = {};
    // What the value is coerced to, Any for none; of Function, what its results are; of UnaryTests, the input's type.
    Type type = {};
    QList<Parameter> parameters = {};
    QList<std::pair<Parameter, Boxed>> entries = {};
    QList<Boxed> parts = {};
    std::shared_ptr<const HostExpression> host = {}; // shared with the expression that is built of it
    QString source = {}; // named in warnings about this part; empty: the enclosing one
};

// What a HostExpression may do while it is evaluated.
class HostCall {
public:
    virtual ~HostCall() = default;
    virtual Value part(int index) = 0; // evaluates parts[index] in the current scope
    // Evaluates parts[index], UnaryTests, with `?` as the input: true, false, or null.
    virtual Value test(int index, const Value &input) = 0;
    virtual Evaluation &evaluation() = 0;
};

class HostExpression {
public:
    virtual ~HostExpression() = default;
    virtual Value evaluate(HostCall &call) const = 0;
    virtual Type type() const { return {}; } // of the result, as far as known: its members are then known names
};

class Expression {
public:
    Expression(); // null
    Expression(const Expression &) = default;
    Expression &operator=(const Expression &) = default;
    Expression(Expression &&) noexcept = default;
    Expression &operator=(Expression &&) noexcept = default;
    ~Expression();

    static Result<Expression> parse(QStringView text, const Scope &scope = {});
    // Unary tests ("< 5, [7..9]", "not(1)", "-", "? > 3"). `input` is the type of `?`.
    static Result<Expression> parseUnaryTests(QStringView text, const Scope &scope = {}, const Type &input = {});
    // The first syntax error of any part fails the whole.
    static Result<Expression> build(const Boxed &boxed, const Scope &scope = {});

    // `values` in the order of scope.variables; missing ones are null.
    Value evaluate(Evaluation &evaluation, const QList<Value> &values = {}) const;
    // For unary tests: whether the input satisfies them.
    Value test(Evaluation &evaluation, const Value &input, const QList<Value> &values = {}) const;

    const Type &type() const; // of the result, as far as it is known before evaluation
    QStringList names() const; // the variables of the scope that it uses, each once, in their order

private:
    struct Program;
    explicit Expression(std::shared_ptr<const Program> program);
    std::shared_ptr<const Program> m_program; // shared between copies, and with the closures it makes
};

// Values for `--context` and persistence: evaluates FEEL text that uses no names. Invalid where it cannot be parsed.
Result<Value> fromText(QStringView text);

// A type as FEEL writes it ("list<number>", "context<age: number>", a name of `types`).
Result<Type> typeFromText(QStringView text, const QMap<QString, Type> &types = {});

} // namespace naru::feel
