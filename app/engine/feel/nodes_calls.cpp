#include "engine/feel/java_functions.h"
#include "engine/feel/nodes.h"

#include <algorithm>

namespace naru::feel {

namespace {

constexpr int callHeight = 4; // what a call itself takes of the stack, in nodes

class CallNode final : public Node {
public:
    CallNode(NodePtr function, const QStringList &names, Nodes arguments)
        : m_function(std::move(function))
        , m_names(names)
        , m_arguments(std::move(arguments))
    {
        type = m_function->type.result();
    }
    Value evaluate(Frame &frame) const override
    {
        const Value function = m_function->evaluate(frame);
        if (!function.is(Value::Kind::Function))
            return warn(frame, Warning::Kind::WrongType, u"expected a function but found "_s + nameOf(function.kind()));
        if (!frame.evaluation.step())
            return {};
        return m_names.isEmpty() ? positional(frame, function.function()) : named(frame, function.function());
    }

private:
    Value positional(Frame &frame, const Function &function) const
    {
        QList<Value> values;
        values.reserve(static_cast<qsizetype>(m_arguments.size()));
        for (const NodePtr &one : m_arguments)
            values.append(one->evaluate(frame));
        frame.evaluation.setPlace(place);
        return function.invoke(frame.evaluation, values);
    }

    Value named(Frame &frame, const Function &function) const
    {
        QList<std::pair<QString, Value>> values;
        for (qsizetype i = 0; i < m_names.size(); ++i)
            values.append({m_names[i], m_arguments[static_cast<std::size_t>(i)]->evaluate(frame)});
        frame.evaluation.setPlace(place);
        return function.invokeNamed(frame.evaluation, values);
    }

    NodePtr m_function;
    QStringList m_names;
    Nodes m_arguments;
};

class BuiltinNode final : public Node {
public:
    BuiltinNode(const Function *builtin, Nodes arguments)
        : m_builtin(builtin)
        , m_arguments(std::move(arguments))
    {
        QList<Type> types;
        for (const NodePtr &one : m_arguments)
            types.append(one->type);
        type = builtin->resultFor(types);
    }
    Value evaluate(Frame &frame) const override
    {
        if (!frame.evaluation.step())
            return {};
        QList<Value> values;
        values.reserve(static_cast<qsizetype>(m_arguments.size()));
        for (const NodePtr &one : m_arguments)
            values.append(one->evaluate(frame));
        frame.evaluation.setPlace(place);
        return m_builtin->invoke(frame.evaluation, values);
    }

private:
    const Function *m_builtin;
    Nodes m_arguments;
};

class FunctionNode final : public Node {
public:
    FunctionNode(std::shared_ptr<const FunctionBody> body, Nodes captures)
        : m_body(std::move(body))
        , m_captures(std::move(captures))
    {
        QList<Type> types;
        for (const Parameter &one : m_body->parameters)
            types.append(one.type);
        type = Type::functionOf(types, m_body->body->type);
    }
    Value evaluate(Frame &frame) const override
    {
        QList<Value> captures;
        captures.reserve(static_cast<qsizetype>(m_captures.size()));
        for (const NodePtr &one : m_captures)
            captures.append(one->evaluate(frame));
        return frame.evaluation.made(
            Value(std::shared_ptr<const Function>(std::make_shared<const Closure>(m_body, std::move(captures)))));
    }

private:
    std::shared_ptr<const FunctionBody> m_body; // shared with the closures that outlive the node
    Nodes m_captures;
};

class SelfNode final : public Node {
public:
    Value evaluate(Frame &frame) const override
    {
        return Value(std::shared_ptr<const Function>(frame.self->shared_from_this()));
    }
};

class ExternalFunctionNode final : public Node {
public:
    ExternalFunctionNode(const QList<Parameter> &parameters, NodePtr mapping)
        : m_parameters(parameters)
        , m_mapping(std::move(mapping))
    {
    }
    Value evaluate(Frame &frame) const override
    {
        const Value mapping = m_mapping->evaluate(frame);
        frame.evaluation.setPlace(place);
        return externalFunction(frame.evaluation, m_parameters, mapping);
    }

private:
    QList<Parameter> m_parameters;
    NodePtr m_mapping;
};

class HostNode final : public Node {
public:
    HostNode(std::shared_ptr<const HostExpression> host, Nodes parts, const std::vector<int> &inputs)
        : m_host(std::move(host))
        , m_parts(std::move(parts))
        , m_inputs(inputs)
    {
        type = m_host->type();
    }
    Value evaluate(Frame &frame) const override
    {
        Call call(*this, frame);
        if (!frame.evaluation.step())
            return {};
        return m_host->evaluate(call);
    }

private:
    class Call final : public HostCall {
    public:
        Call(const HostNode &node, Frame &frame)
            : m_node(node)
            , m_frame(frame)
        {
        }
        Value part(int index) override { return m_node.m_parts[static_cast<std::size_t>(index)]->evaluate(m_frame); }
        Value test(int index, const Value &input) override
        {
            m_frame.locals[m_node.m_inputs[static_cast<std::size_t>(index)]] = input;
            return part(index);
        }
        Evaluation &evaluation() override { return m_frame.evaluation; }

    private:
        const HostNode &m_node;
        Frame &m_frame;
    };

    std::shared_ptr<const HostExpression> m_host; // shared with the host that gave it
    Nodes m_parts;
    std::vector<int> m_inputs; // the local of `?`, for parts that are unary tests
};

} // namespace

Closure::Closure(const std::shared_ptr<const FunctionBody> &body, QList<Value> captures)
    : Function(body->name, body->parameters, {})
    , m_body(body)
    , m_captures(std::move(captures))
{
    for (const Value &one : m_captures)
        m_nesting = std::max(m_nesting, one.nesting());
}

Value Closure::call(Evaluation &evaluation, const QList<Value> &arguments) const
{
    QVarLengthArray<Value, 8> locals(m_body->locals);
    for (qsizetype i = 0; i < arguments.size(); ++i)
        locals[i] = arguments[i];
    const int height = m_body->body->height + callHeight;
    Value result;
    if (evaluation.enter(height)) {
        const Place before = evaluation.place();
        Frame frame{evaluation, m_captures.constData(), m_captures.size(), locals.data(), this};
        result = m_body->body->evaluate(frame);
        evaluation.setPlace(before);
    }
    evaluation.leave(height);
    return result;
}

Type Closure::type() const
{
    QList<Type> types;
    for (const Parameter &one : m_body->parameters)
        types.append(one.type);
    return Type::functionOf(types, m_body->body->type);
}

bool Closure::isSameAs(const Function &other) const
{
    const auto *closure = dynamic_cast<const Closure *>(&other);
    if (!closure || closure->m_captures != m_captures)
        return false;
    return closure->m_body == m_body
        || (closure->m_body->isText && m_body->isText && closure->m_body->text == m_body->text);
}

NodePtr callNode(const Place &place, NodePtr function, Nodes arguments)
{
    return namedCallNode(place, std::move(function), {}, std::move(arguments));
}

NodePtr namedCallNode(const Place &place, NodePtr function, const QStringList &names, Nodes arguments)
{
    const int height = std::max(function->height, heightOf(arguments));
    return placed(std::make_unique<CallNode>(std::move(function), names, std::move(arguments)), place, height);
}

NodePtr builtinNode(const Place &place, const Function *builtin, Nodes arguments)
{
    // A literal date is a constant: only what depends on nothing but text is evaluated early.
    static const QStringList literals{u"date"_s, u"time"_s, u"date and time"_s, u"duration"_s};
    const bool known = literals.contains(builtin->name()) && arguments.size() == 1 && arguments[0]->constant();
    const int height = heightOf(arguments);
    auto node = placed(std::make_unique<BuiltinNode>(builtin, std::move(arguments)), place, height);
    if (!known)
        return node;
    Evaluation evaluation;
    Frame frame{evaluation, nullptr, 0, nullptr, nullptr};
    const Value value = node->evaluate(frame);
    if (!evaluation.warnings().isEmpty())
        return node;
    return placed(std::make_unique<ConstantNode>(value), place, 0);
}

NodePtr functionNode(const Place &place, std::shared_ptr<const FunctionBody> body, Nodes captures)
{
    const int height = heightOf(captures);
    return placed(std::make_unique<FunctionNode>(std::move(body), std::move(captures)), place, height);
}

NodePtr selfNode(const Place &place)
{
    return placed(std::make_unique<SelfNode>(), place, 0);
}

NodePtr externalFunctionNode(const Place &place, const QList<Parameter> &parameters, NodePtr mapping)
{
    const int height = mapping->height;
    return placed(std::make_unique<ExternalFunctionNode>(parameters, std::move(mapping)), place, height);
}

NodePtr hostNode(const Place &place, std::shared_ptr<const HostExpression> host, Nodes parts,
                 const std::vector<int> &inputs)
{
    const int height = heightOf(parts);
    return placed(std::make_unique<HostNode>(std::move(host), std::move(parts), inputs), place, height);
}

} // namespace naru::feel
