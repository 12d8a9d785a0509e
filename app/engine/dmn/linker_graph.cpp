// The requirement graph: references, scopes, order, cycles.
#include "engine/dmn/linker.h"

#include <algorithm>

namespace naru::dmn {

void Linker::resolve(int index)
{
    const Logic &logic = m_logic[size_t(index)];
    if (logic.service) {
        resolveService(index);
        return;
    }
    const int unit = m_program->nodes[size_t(index)].unit;
    for (const std::vector<Reference> *references : logic.references)
        if (references)
            for (const Reference &one : *references)
                if (const int found = target(unit, one); found >= 0)
                    addLink(index, found);
    // Knowledge may call itself, whether it says so or not.
    const auto isSelf = [index](const Link &one) { return one.node == index; };
    const Node &node = m_program->nodes[size_t(index)];
    if (node.kind == Node::Kind::Knowledge && std::none_of(node.links.begin(), node.links.end(), isSelf))
        addLink(index, index);
}

// The node that a reference means, -1 and a problem where there is none in the model or in those that it imports.
int Linker::target(int unit, const Reference &reference)
{
    const Unit &own = m_program->units[size_t(unit)];
    const qsizetype hash = reference.href.indexOf(u'#');
    const QString space = hash > 0 ? reference.href.left(hash) : own.model.space;
    const int found = m_program->byReference.value(space + u'#' + reference.href.mid(hash + 1), -1);
    const auto isTarget = [&](const std::pair<QString, int> &one) {
        return found >= 0 && one.second == m_program->nodes[size_t(found)].unit;
    };
    const bool isOwn = found >= 0 && m_program->nodes[size_t(found)].unit == unit;
    if (isOwn || std::any_of(own.imports.begin(), own.imports.end(), isTarget))
        return found;
    report(unit,
           {reference.place, u"dmn.reference"_s,
            u"expected a reference to an element of the model, or of one that it imports, but found '"_s
                + reference.href + u'\''});
    return -1;
}

void Linker::addLink(int index, int target)
{
    Node &node = m_program->nodes[size_t(index)];
    const Node &to = m_program->nodes[size_t(target)];
    QString import;
    if (to.unit != node.unit)
        for (const auto &[name, unit] : m_program->units[size_t(node.unit)].imports)
            if (unit == to.unit)
                import = name;
    QStringList names{to.name};
    if (to.variable != to.name)
        names.append(to.variable);
    for (const QString &name : std::as_const(names)) {
        if (import.isEmpty()) {
            node.links.push_back({name, target});
            continue;
        }
        auto at = std::find_if(node.links.begin(), node.links.end(),
                               [&](const Link &one) { return one.node < 0 && one.name == import; });
        if (at == node.links.end())
            at = node.links.insert(at, {import});
        at->members.push_back({name, target});
    }
}

void Linker::resolveService(int index)
{
    const DecisionService &service = *m_logic[size_t(index)].service;
    const int unit = m_program->nodes[size_t(index)].unit;
    std::vector<int> inputs;
    std::vector<int> outputs;
    const auto collect = [&](const std::vector<Reference> &references, std::vector<int> &into, Node::Kind kind) {
        for (const Reference &one : references) {
            const int found = target(unit, one);
            if (found >= 0 && m_program->nodes[size_t(found)].kind == kind)
                into.push_back(found);
            else if (found >= 0)
                report(unit,
                       {one.place, u"dmn.reference"_s,
                        u"expected a reference to another kind of element but found '"_s + one.href + u'\''});
        }
    };
    collect(service.inputData, inputs, Node::Kind::Input);
    collect(service.inputDecisions, inputs, Node::Kind::Decision);
    collect(service.outputDecisions, outputs, Node::Kind::Decision);
    std::vector<int> encapsulated;
    collect(service.encapsulatedDecisions, encapsulated, Node::Kind::Decision);
    Node &node = m_program->nodes[size_t(index)];
    node.inputs = std::move(inputs);
    node.outputs = std::move(outputs);
    if (node.outputs.empty()) {
        node.fault = u"expected an output decision but the service '"_s + node.name + u"' has none"_s;
        report(unit, {node.place, u"dmn.service"_s, node.fault});
    }
}

// A service that lists no input data takes all that its decisions ask for, short of its input decisions (§10.4).
void Linker::addInputs(int index)
{
    Node &service = m_program->nodes[size_t(index)];
    if (!m_logic[size_t(index)].service->inputData.empty())
        return;
    std::vector<int> open = service.outputs;
    QList<int> seen;
    std::vector<int> data;
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (seen.contains(at) || std::find(service.inputs.begin(), service.inputs.end(), at) != service.inputs.end())
            continue;
        seen.append(at);
        if (m_program->nodes[size_t(at)].kind == Node::Kind::Input)
            data.push_back(at);
        for (const int before : m_program->valuesBefore(at))
            open.push_back(before);
    }
    std::sort(data.begin(), data.end());
    service.inputs.insert(service.inputs.begin(), data.begin(), data.end());
}

// Everything that must be built before the node.
std::vector<int> Linker::required(int index) const
{
    const Node &node = m_program->nodes[size_t(index)];
    std::vector<int> all = node.outputs;
    all.insert(all.end(), node.inputs.begin(), node.inputs.end());
    for (const Link &link : node.links) {
        if (link.node >= 0)
            all.push_back(link.node);
        for (const auto &member : link.members)
            all.push_back(member.second);
    }
    return all;
}

// Depth first, without recursion: what is required is built before what requires it.
void Linker::orderAndBuild()
{
    enum class State : quint8 { New, Open, Done };
    const size_t count = m_program->nodes.size();
    std::vector<State> states(count, State::New);
    for (size_t root = 0; root < count; ++root) {
        std::vector<int> path;
        std::vector<int> waiting{int(root)};
        while (!waiting.empty()) {
            const int node = waiting.back();
            if (states[size_t(node)] != State::New) {
                waiting.pop_back();
                if (states[size_t(node)] == State::Open && !path.empty() && path.back() == node) {
                    path.pop_back();
                    build(node);
                    states[size_t(node)] = State::Done;
                }
                continue;
            }
            states[size_t(node)] = State::Open;
            path.push_back(node);
            for (const int before : required(node)) {
                if (states[size_t(before)] == State::New)
                    waiting.push_back(before);
                else if (states[size_t(before)] == State::Open)
                    breakCycle(path, before);
            }
        }
    }
}

// Knowledge may call itself; a decision that needs its own value, or a service that calls itself, has no meaning.
void Linker::breakCycle(const std::vector<int> &path, int again)
{
    const auto first = std::find(path.begin(), path.end(), again);
    const bool isKnowledge = std::all_of(
        first, path.end(), [this](int one) { return m_program->nodes[size_t(one)].kind == Node::Kind::Knowledge; });
    if (isKnowledge)
        return;
    QStringList names;
    for (auto at = first; at != path.end(); ++at)
        names.append(m_program->nodes[size_t(*at)].name);
    names.append(names.first());
    for (auto at = first; at != path.end(); ++at) {
        Node &node = m_program->nodes[size_t(*at)];
        node.fault = u"expected requirements without a cycle but found "_s + names.join(u" → "_s);
        report(node.unit, {node.place, u"dmn.cycle"_s, node.fault});
    }
}

} // namespace naru::dmn
