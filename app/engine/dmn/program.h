// The linked requirement graph behind a DecisionModel: every element of the model and of those that it imports is a
// node, with its parsed logic and the nodes that this logic sees.
#pragma once

#include "engine/dmn/decision_model.h"
#include "engine/dmn/type_table.h"

#include <QHash>

namespace naru::dmn {

// One name in the scope of a logic: a node, or an import with the nodes that are required of it.
struct Link {
    QString name;
    int node = -1;
    std::vector<std::pair<QString, int>> members = {}; // of an import
};

struct Node {
    enum class Kind { Input, Decision, Knowledge, Service };
    Kind kind = Kind::Input;
    int unit = 0;
    QString id;
    QString name;
    QString variable; // the name in scopes
    QString place;
    QString typeRef; // of the variable
    feel::Type type; // of the value; of a function, its result
    feel::Type shown; // the same, or what the logic shows where the model leaves it open
    std::vector<Link> links; // in the order of the logic's scope
    feel::Expression logic;
    bool isExternal = false; // the logic gives the function itself
    QString fault; // why there is no logic; then the value is null
    QList<feel::Parameter> parameters; // of knowledge and services
    std::vector<int> inputs; // of a service: input data, then input decisions
    std::vector<int> outputs;

    bool isFunction() const { return kind == Kind::Knowledge || kind == Kind::Service; }
};

struct Unit {
    Model model;
    TypeTable types;
    QList<std::pair<QString, int>> imports; // names, units
};

struct Program : std::enable_shared_from_this<Program> {
    std::vector<Unit> units; // the main one is last
    std::vector<Node> nodes; // of each unit, in the order of the model
    QHash<QString, int> byReference; // "namespace#id"
    QList<Problem> problems; // of the main unit
    QString digest;

    int mainUnit() const { return int(units.size()) - 1; }
    const Model &mainModel() const { return units.back().model; }
    // The nodes that must have a value before this one: what its logic sees, but for functions.
    std::vector<int> valuesBefore(int node) const;
    // Knowledge or a service as a value of FEEL.
    feel::Value function(int node, feel::Evaluation &evaluation) const;
};

Result<std::shared_ptr<const Program>> link(const ModelSource &source, const QList<ModelSource> &beside,
                                            TableLogic::Matching matching);

// One evaluation of a program: what has been given, what is known by now.
class ProgramRun {
public:
    ProgramRun(const Program &program, feel::Evaluation &evaluation);

    // The value stands for what the node would give; once it is needed it must fit the type, else null and a warning.
    void give(int node, const feel::Value &value) { m_given[size_t(node)] = value; }
    feel::Value valueOf(int node);
    // The value of a service from the inputs given; an input that is not is null.
    feel::Value serviceValue(int node);

private:
    feel::Value compute(int node);
    feel::Value linked(const Link &link);
    feel::Value asRequired(int node, const feel::Value &value);
    feel::Value warn(int node, feel::Warning::Kind kind, const QString &text);

    const Program &m_program;
    feel::Evaluation &m_evaluation;
    std::vector<std::optional<feel::Value>> m_given;
    std::vector<std::optional<feel::Value>> m_values;
};

} // namespace naru::dmn
