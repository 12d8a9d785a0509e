// A decision table in execution (DMN 1.5 §8, §10.3.2.10): which rules match, which are hit, what they give together.
#pragma once

#include "engine/dmn/constant_tests.h"
#include "engine/dmn/hit_policy.h"
#include "engine/dmn/type_table.h"
#include "engine/feel/expression.h"

namespace naru::dmn {

// What one evaluation of a table did: for the view that shows which rules fired, and why.
struct TableRun {
    QString place; // of the table
    QList<feel::Value> inputs;
    QList<int> matched; // rules, from 0, in their order
    QList<int> hits; // those of them that made the result, in its order
    feel::Value result;
};

class TableObserver : public feel::Observer {
public:
    virtual void tableDecided(const TableRun &run) = 0;
};

class TableLogic : public feel::HostExpression {
public:
    enum class Matching { Compiled, Interpreted }; // both give the same; the tests compare them

    // The box of a table: its logic and the parts that it asks for. Invalid for an unknown hit policy, a rule with a
    // wrong number of cells, or cells in a language other than FEEL. `names` are those of the scope.
    static Result<feel::Boxed> box(const Expression &expression, const TypeTable &types, const QStringList &names,
                                   Matching matching = Matching::Compiled);

    feel::Value evaluate(feel::HostCall &call) const override;
    feel::Type type() const override;

private:
    struct Input {
        QString place;
        feel::Type type;
        int values = -1; // part
    };
    struct Output {
        QString place;
        QString name;
        ValueOrder order;
        bool isLimited = false; // the order is of the table's own output values
        int defaultEntry = -1; // part
    };

    TableLogic() = default;
    Status readInputs(const DecisionTable &table, const TypeTable &types, feel::Boxed &box);
    Status readOutputs(const DecisionTable &table, const TypeTable &types, feel::Boxed &box);
    Status readRules(const DecisionTable &table, const TypeTable &types, const QStringList &names, feel::Boxed &box);
    Status readAggregation();
    std::optional<QList<feel::Value>> inputs(feel::HostCall &call) const;
    QList<int> matches(feel::HostCall &call, const QList<feel::Value> &inputs) const;
    bool matches(feel::HostCall &call, const QList<feel::Value> &inputs, const std::vector<std::optional<int>> &places,
                 int rule) const;
    feel::Value decide(feel::HostCall &call, TableRun &run) const;
    feel::Value single(feel::HostCall &call, TableRun &run, const QList<feel::Value> &outputs) const;
    QList<int> ordered(feel::HostCall &call, const TableRun &run, const QList<feel::Value> &outputs) const;
    feel::Value aggregated(feel::HostCall &call, const QList<feel::Value> &outputs) const;
    std::optional<feel::Value> output(feel::HostCall &call, int rule) const;
    feel::Value defaults(feel::HostCall &call) const;
    int inputPart(int rule, size_t input) const { return m_firstInputEntry + rule * int(m_inputs.size()) + int(input); }
    feel::Value fail(feel::HostCall &call, const QString &text) const;

    QString m_place;
    HitPolicy m_policy = HitPolicy::Unique;
    Matching m_matching = Matching::Compiled;
    feel::Type m_type;
    int m_rules = 0;
    std::vector<Input> m_inputs;
    std::vector<Output> m_outputs;
    std::vector<ConstantColumn> m_columns;
    int m_firstInputEntry = 0;
    int m_firstOutputEntry = 0;
    feel::Expression m_aggregation; // of the list `outputs`
};

} // namespace naru::dmn
