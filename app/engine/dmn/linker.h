// Makes a Program of models: finds imports by namespace, resolves references and types, orders the requirements, parses
// the logic of each element with the names that it sees.
#pragma once

#include "engine/dmn/program.h"

namespace naru::dmn {

class Linker {
public:
    explicit Linker(TableLogic::Matching matching)
        : m_program(std::make_shared<Program>())
        , m_matching(matching)
    {
    }

    Result<std::shared_ptr<const Program>> link(const ModelSource &source, const QList<ModelSource> &beside);

private:
    struct Logic { // what a node is made from
        const Expression *expression = nullptr;
        const std::vector<Reference> *references[3] = {nullptr, nullptr, nullptr};
        const DecisionService *service = nullptr;
    };

    Result<int> addUnit(const ModelSource &source, const QList<ModelSource> &beside, QStringList &open);
    void addNodes(int unit);
    void addNode(int unit, Node::Kind kind, const QString &place, const QString &id, const QString &name,
                 const std::optional<InformationItem> &variable, const Logic &logic);
    void setDigest();

    void resolve(int node);
    int target(int unit, const Reference &reference);
    void resolveService(int node);
    void addLink(int node, int target);
    void addInputs(int node);
    std::vector<int> required(int node) const;
    void orderAndBuild();
    void breakCycle(const std::vector<int> &open, int again);

    void build(int node);
    void buildLogic(int node);
    void parse(int node, const Result<feel::Boxed> &boxed, feel::Scope scope);
    feel::Parameter scopeEntry(const Link &link) const;
    feel::Type visibleType(int node) const;
    feel::Type outputType(const Node &service) const;

    TypeTable &types(const Node &node) { return m_program->units[size_t(node.unit)].types; }
    void report(int unit, const Problem &problem);

    std::shared_ptr<Program> m_program;
    TableLogic::Matching m_matching;
    std::vector<Logic> m_logic; // for each node
    QHash<QString, int> m_unitOf; // by namespace
};

// Every text of an expression that FEEL cannot parse, with its place. `names` are those of the scope around it.
QList<Problem> syntaxProblems(const Expression &expression, const feel::Scope &scope);

} // namespace naru::dmn
