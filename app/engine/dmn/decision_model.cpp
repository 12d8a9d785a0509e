#include "engine/dmn/decision_model.h"

#include "engine/dmn/program.h"

#include <QSet>

namespace naru::dmn {

namespace {

using feel::Evaluation;
using feel::Value;

class Recorder : public TableObserver {
public:
    void tableDecided(const TableRun &run) override { tables.append(run); }
    QList<TableRun> tables;
};

// The nodes that a name of the request means: of the main model, and inputs of every model that is imported; also what
// the service takes, whatever it is and wherever it stands.
class Inputs {
public:
    Inputs(const Program &program, const feel::Context &values, const std::vector<int> &ofService)
        : m_program(program)
        , m_ofService(ofService.begin(), ofService.end())
    {
        for (const auto &[name, value] : values.entries())
            assign(program.mainUnit(), name, value);
        for (const auto &[name, value] : values.entries())
            assignToImports(name, value);
    }

    const QMap<int, Value> &given() const { return m_given; }

private:
    bool assign(int unit, const QString &name, const Value &value)
    {
        bool found = false;
        for (size_t i = 0; i < m_program.nodes.size(); ++i) {
            const Node &node = m_program.nodes[i];
            const bool isValue = node.kind == Node::Kind::Input || node.kind == Node::Kind::Decision;
            if (node.unit != unit || !isValue || (node.name != name && node.variable != name))
                continue;
            m_given.insert(int(i), value);
            found = true;
        }
        return found;
    }

    void assignToImports(const QString &name, const Value &value)
    {
        for (const auto &[import, unit] : m_program.units.back().imports) {
            if (import.isEmpty())
                assign(unit, name, value);
            else if (name.startsWith(import + u'.'))
                assign(unit, name.mid(import.size() + 1), value);
            else if (name == import && value.is(Value::Kind::Context))
                for (const auto &[key, member] : value.context().entries())
                    assign(unit, key, member);
        }
        // A bare name reaches what no qualified one has given.
        for (size_t i = 0; i < m_program.nodes.size(); ++i) {
            const Node &node = m_program.nodes[i];
            const bool isInput = node.kind == Node::Kind::Input || m_ofService.contains(int(i));
            if (isInput && node.unit != m_program.mainUnit() && node.name == name && !m_given.contains(int(i)))
                m_given.insert(int(i), value);
        }
    }

    const Program &m_program;
    QSet<int> m_ofService; // asked, never walked through
    QMap<int, Value> m_given;
};

int findNode(const Program &program, int unit, QStringView name, Node::Kind kind)
{
    for (const bool byName : {true, false})
        for (size_t i = 0; i < program.nodes.size(); ++i) {
            const Node &node = program.nodes[i];
            if (node.unit == unit && node.kind == kind && (byName ? node.name : node.id) == name)
                return int(i);
        }
    return -1;
}

int findNode(const Program &program, const QString &name, Node::Kind kind)
{
    if (const int own = findNode(program, program.mainUnit(), name, kind); own >= 0)
        return own;
    for (const auto &[import, unit] : program.units.back().imports) {
        const QStringView inner = import.isEmpty() ? QStringView(name) : QStringView(name).mid(import.size() + 1);
        if (import.isEmpty() || name.startsWith(import + u'.'))
            if (const int imported = findNode(program, unit, inner, kind); imported >= 0)
                return imported;
    }
    return -1;
}

Outcome unknown(const QString &what, const QString &name)
{
    Outcome outcome;
    outcome.messages.append({feel::Warning::Kind::UnknownName,
                             u"expected the name of a "_s + what + u" but found '"_s + name + u'\'',
                             {},
                             0,
                             0});
    return outcome;
}

QStringList namesOf(const Program &program, Node::Kind kind)
{
    QStringList names;
    for (const Node &node : program.nodes)
        if (node.kind == kind && node.unit == program.mainUnit())
            names.append(node.name);
    return names;
}

} // namespace

DecisionModel::DecisionModel(std::shared_ptr<const Program> program)
    : m_program(std::move(program))
{
}

Result<DecisionModel> DecisionModel::load(const ModelSource &source, const QList<ModelSource> &beside,
                                          TableLogic::Matching matching)
{
    Result<std::shared_ptr<const Program>> program = link(source, beside, matching);
    if (!program)
        return program.error();
    return DecisionModel(*std::move(program));
}

const Model &DecisionModel::model() const
{
    return m_program->mainModel();
}
QString DecisionModel::digest() const
{
    return m_program->digest;
}
const QList<Problem> &DecisionModel::problems() const
{
    return m_program->problems;
}
QStringList DecisionModel::decisions() const
{
    return namesOf(*m_program, Node::Kind::Decision);
}
QStringList DecisionModel::services() const
{
    return namesOf(*m_program, Node::Kind::Service);
}

QList<feel::Parameter> DecisionModel::inputsOf(const QString &decision) const
{
    QList<feel::Parameter> inputs;
    std::vector<int> open{findNode(*m_program, decision, Node::Kind::Decision)};
    QSet<int> seen{open.front()};
    while (!open.empty() && open.back() >= 0) {
        const int index = open.back();
        const Node &node = m_program->nodes[size_t(index)];
        open.pop_back();
        if (node.kind == Node::Kind::Input)
            inputs.append({node.name, node.type});
        const std::vector<int> before = m_program->valuesBefore(index);
        for (auto at = before.rbegin(); at != before.rend(); ++at)
            if (!seen.contains(*at)) {
                seen.insert(*at);
                open.push_back(*at);
            }
    }
    return inputs;
}

Outcome DecisionModel::evaluateDecision(const QString &name, const Request &request) const
{
    const int node = findNode(*m_program, name, Node::Kind::Decision);
    return node < 0 ? unknown(u"decision"_s, name) : evaluate(node, false, request);
}

Outcome DecisionModel::evaluateService(const QString &name, const Request &request) const
{
    const int node = findNode(*m_program, name, Node::Kind::Service);
    return node < 0 ? unknown(u"decision service"_s, name) : evaluate(node, true, request);
}

Outcome DecisionModel::evaluate(int index, bool asService, const Request &request) const
{
    Evaluation evaluation(request.now, request.limits);
    Recorder recorder;
    evaluation.setObserver(&recorder);
    ProgramRun run(*m_program, evaluation);
    const Node &node = m_program->nodes[size_t(index)];
    const Inputs inputs(*m_program, request.inputs, asService ? node.inputs : std::vector<int>());
    Outcome outcome;
    if (asService) {
        for (const int input : node.inputs)
            if (inputs.given().contains(input))
                run.give(input, inputs.given().value(input));
        outcome.value = run.serviceValue(index);
        if (const std::optional<Value> fitting = feel::coerced(outcome.value, node.type))
            outcome.value = *fitting;
        else
            outcome.value = evaluation.warn(feel::Warning::Kind::WrongType,
                                            u"expected the service to give "_s + node.type.name() + u" but it gives "_s
                                                + feel::toText(outcome.value).left(200));
    } else {
        for (auto at = inputs.given().begin(); at != inputs.given().end(); ++at)
            run.give(at.key(), at.value());
        outcome.value = run.valueOf(index);
    }
    if (evaluation.isStopped())
        outcome.value = {};
    QSet<QString> given;
    for (auto at = inputs.given().begin(); at != inputs.given().end(); ++at)
        given.insert(m_program->nodes[size_t(at.key())].place);
    for (const feel::Warning &one : evaluation.takeWarnings()) {
        const bool isOfInput =
            one.kind == feel::Warning::Kind::WrongType && one.line == 0 && given.contains(one.source);
        outcome.messages.append({one.kind, one.text, one.source, one.line, one.column, isOfInput});
    }
    outcome.tables = std::move(recorder.tables);
    return outcome;
}

} // namespace naru::dmn
