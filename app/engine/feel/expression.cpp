#include "engine/feel/expression.h"

#include "engine/feel/boxed.h"
#include "engine/feel/parser.h"

namespace naru::feel {

struct Expression::Program {
    NodePtr root;
    int locals = 0;
    int input = -1; // the local of `?`
    QStringList names;
    std::shared_ptr<const Origin> origin; // shared with the closures that outlive the program
};

namespace {

void addVariables(NameScope &names, const Scope &scope)
{
    for (const Parameter &one : scope.variables)
        names.addGiven(one.name, one.type);
}

QStringList usedNames(const NameScope &names, const Scope &scope)
{
    QStringList used;
    for (qsizetype i = 0; i < scope.variables.size(); ++i)
        if (names.uses(i) > 0 && !used.contains(scope.variables[i].name))
            used.append(scope.variables[i].name);
    return used;
}

Error sourced(const Error &error, const QString &source)
{
    return source.isEmpty() ? error : Error{error.kind, source + u": "_s + error.text, error.code};
}

constexpr qsizetype mostText = 1 << 20;

std::optional<Error> tooLong(QStringView text)
{
    if (text.size() <= mostText)
        return {};
    return syntaxError(text, 0,
                       u"expected at most "_s + QString::number(mostText) + u" characters but found "_s
                           + QString::number(text.size()));
}

} // namespace

Expression::Expression()
{
    auto program = std::make_shared<Program>();
    program->root = placed(std::make_unique<ConstantNode>(Value()), {}, 0);
    m_program = std::move(program);
}

Expression::Expression(std::shared_ptr<const Program> program)
    : m_program(std::move(program))
{
}

Expression::~Expression() = default;

Result<Expression> Expression::parse(QStringView text, const Scope &scope)
{
    if (const std::optional<Error> error = tooLong(text))
        return sourced(*error, scope.source);
    auto program = std::make_shared<Program>();
    auto origin = std::make_shared<const Origin>(Origin{scope.source});
    NameScope names;
    addVariables(names, scope);
    Result<NodePtr> root = Parser(text, names, scope.types, origin).expression();
    if (!root)
        return sourced(root.error(), scope.source);
    program->root = *std::move(root);
    program->locals = names.locals();
    program->names = usedNames(names, scope);
    program->origin = origin;
    return Expression(std::move(program));
}

Result<Expression> Expression::parseUnaryTests(QStringView text, const Scope &scope, const Type &input)
{
    if (const std::optional<Error> error = tooLong(text))
        return sourced(*error, scope.source);
    auto program = std::make_shared<Program>();
    auto origin = std::make_shared<const Origin>(Origin{scope.source});
    NameScope names;
    addVariables(names, scope);
    program->input = names.addLocal(u"?"_s, input);
    Result<NodePtr> root = Parser(text, names, scope.types, origin).unaryTests(program->input);
    if (!root)
        return sourced(root.error(), scope.source);
    program->root = *std::move(root);
    program->locals = names.locals();
    program->names = usedNames(names, scope);
    program->origin = origin;
    return Expression(std::move(program));
}

Result<Expression> Expression::build(const Boxed &boxed, const Scope &scope)
{
    auto program = std::make_shared<Program>();
    auto origin = std::make_shared<const Origin>(Origin{scope.source});
    NameScope names;
    addVariables(names, scope);
    Result<NodePtr> root = BoxedBuilder(names, scope.types, origin).build(boxed);
    if (!root)
        return root.error();
    program->root = *std::move(root);
    program->locals = names.locals();
    program->names = usedNames(names, scope);
    program->origin = origin;
    return Expression(std::move(program));
}

Value Expression::evaluate(Evaluation &evaluation, const QList<Value> &values) const
{
    return test(evaluation, {}, values);
}

Value Expression::test(Evaluation &evaluation, const Value &input, const QList<Value> &values) const
{
    const Program &program = *m_program;
    if (const Value *known = program.root->constant())
        return *known;
    QVarLengthArray<Value, 8> locals(program.locals);
    if (program.input >= 0)
        locals[program.input] = input;
    Frame frame{evaluation, values.constData(), values.size(), locals.data(), nullptr};
    const Place before = evaluation.place();
    Value result;
    if (evaluation.enter(program.root->height))
        result = program.root->evaluate(frame);
    evaluation.leave(program.root->height);
    evaluation.setPlace(before);
    return evaluation.isStopped() ? Value() : result;
}

const Type &Expression::type() const
{
    return m_program->root->type;
}

QStringList Expression::names() const
{
    return m_program->names;
}

Result<Value> fromText(QStringView text)
{
    const Result<Expression> expression = Expression::parse(text);
    if (!expression)
        return expression.error();
    Evaluation evaluation;
    return expression->evaluate(evaluation);
}

Result<Type> typeFromText(QStringView text, const QMap<QString, Type> &types)
{
    NameScope names;
    return Parser(text, names, types, std::make_shared<const Origin>()).typeExpression();
}

} // namespace naru::feel
