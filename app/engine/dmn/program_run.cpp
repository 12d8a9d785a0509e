#include "engine/dmn/program.h"

namespace naru::dmn {

namespace {

using feel::Evaluation;
using feel::Value;
using feel::Warning;

constexpr int callDepth = 16; // what a call through a host function weighs, in levels of FEEL

Value warnAt(Evaluation &evaluation, const QString &place, Warning::Kind kind, const QString &text)
{
    Evaluation::Place at;
    at.source = &place;
    evaluation.setPlace(at);
    return evaluation.warn(kind, text);
}

// The body of a business knowledge model: its parameters, then the functions that it may call.
Value callKnowledge(const Program &program, int index, Evaluation &evaluation, const QList<Value> &arguments)
{
    const Node &node = program.nodes[size_t(index)];
    if (!node.fault.isEmpty())
        return warnAt(evaluation, node.place, Warning::Kind::External, node.fault);
    if (!evaluation.enter(callDepth)) {
        evaluation.leave(callDepth);
        return {};
    }
    QList<Value> values = arguments;
    for (const Link &link : node.links) {
        if (link.node >= 0) {
            values.append(program.function(link.node, evaluation));
            continue;
        }
        feel::Context members;
        for (const auto &[name, member] : link.members)
            members.put(name, program.function(member, evaluation));
        values.append(Value(members));
    }
    const Value value = node.logic.evaluate(evaluation, values);
    evaluation.leave(callDepth);
    return value;
}

Value callService(const Program &program, int index, Evaluation &evaluation, const QList<Value> &arguments)
{
    const Node &node = program.nodes[size_t(index)];
    if (!evaluation.enter(callDepth)) {
        evaluation.leave(callDepth);
        return {};
    }
    ProgramRun run(program, evaluation);
    for (size_t i = 0; i < node.inputs.size(); ++i)
        run.give(node.inputs[i], arguments[qsizetype(i)]);
    const Value value = run.serviceValue(index);
    evaluation.leave(callDepth);
    return value;
}

} // namespace

std::vector<int> Program::valuesBefore(int node) const
{
    std::vector<int> before;
    const auto add = [&](int one) {
        if (one >= 0 && !nodes[size_t(one)].isFunction())
            before.push_back(one);
    };
    for (const Link &link : nodes[size_t(node)].links) {
        add(link.node);
        for (const auto &member : link.members)
            add(member.second);
    }
    return before;
}

Value Program::function(int index, Evaluation &evaluation) const
{
    const Node &node = nodes[size_t(index)];
    if (node.isExternal && node.fault.isEmpty())
        return node.logic.evaluate(evaluation);
    const auto call = node.kind == Node::Kind::Service ? callService : callKnowledge;
    // The function may outlive the evaluation as a part of its result, and then keeps the program.
    return feel::hostFunction(
        node.name, node.parameters, node.type,
        [program = shared_from_this(), index, call](Evaluation &inner, const QList<Value> &values) {
            return call(*program, index, inner, values);
        });
}

ProgramRun::ProgramRun(const Program &program, Evaluation &evaluation)
    : m_program(program)
    , m_evaluation(evaluation)
    , m_given(program.nodes.size())
    , m_values(program.nodes.size())
{
}

// Without recursion: a chain of requirements may be as long as the model is large.
Value ProgramRun::valueOf(int target)
{
    std::vector<int> open{target};
    while (!open.empty()) {
        const int node = open.back();
        const size_t waiting = open.size();
        const bool isKnown = m_values[size_t(node)].has_value();
        if (!isKnown && !m_given[size_t(node)] && m_program.nodes[size_t(node)].fault.isEmpty())
            for (const int before : m_program.valuesBefore(node))
                if (!m_values[size_t(before)])
                    open.push_back(before);
        if (open.size() > waiting)
            continue;
        if (!isKnown)
            m_values[size_t(node)] = compute(node);
        open.pop_back();
    }
    return *m_values[size_t(target)];
}

Value ProgramRun::serviceValue(int index)
{
    const Node &service = m_program.nodes[size_t(index)];
    if (!service.fault.isEmpty())
        return warn(index, Warning::Kind::External, service.fault);
    for (const int input : service.inputs)
        if (!m_given[size_t(input)])
            give(input, {});
    if (service.outputs.size() == 1)
        return valueOf(service.outputs.front());
    feel::Context results;
    for (const int output : service.outputs)
        results.put(m_program.nodes[size_t(output)].name, valueOf(output));
    return m_evaluation.made(Value(results));
}

Value ProgramRun::compute(int index)
{
    const Node &node = m_program.nodes[size_t(index)];
    if (m_given[size_t(index)])
        return asRequired(index, *m_given[size_t(index)]);
    if (node.isFunction())
        return m_program.function(index, m_evaluation);
    if (!node.fault.isEmpty())
        return warn(index, Warning::Kind::External, node.fault);
    if (node.kind == Node::Kind::Input)
        return {};
    QList<Value> values;
    for (const Link &link : node.links)
        values.append(linked(link));
    return asRequired(index, node.logic.evaluate(m_evaluation, values));
}

Value ProgramRun::linked(const Link &link)
{
    const auto valueOfNode = [this](int node) {
        return m_program.nodes[size_t(node)].isFunction() ? m_program.function(node, m_evaluation)
                                                          : *m_values[size_t(node)];
    };
    if (link.node >= 0)
        return valueOfNode(link.node);
    feel::Context members;
    for (const auto &[name, node] : link.members)
        members.put(name, valueOfNode(node));
    return Value(members);
}

Value ProgramRun::asRequired(int index, const Value &value)
{
    const Node &node = m_program.nodes[size_t(index)];
    if (std::optional<Value> fitting = feel::coerced(value, node.type))
        return *std::move(fitting);
    return warn(index, Warning::Kind::WrongType,
                u"expected '"_s + node.name + u"' to be of type "_s
                    + (node.typeRef.isEmpty() ? node.type.name() : node.typeRef) + u" but it is "_s
                    + feel::toText(value).left(200));
}

Value ProgramRun::warn(int node, Warning::Kind kind, const QString &text)
{
    return warnAt(m_evaluation, m_program.nodes[size_t(node)].place, kind, text);
}

} // namespace naru::dmn
