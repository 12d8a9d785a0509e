#include "engine/dmn/check.h"

#include "engine/dmn/constant_tests.h"

#include <functional>

namespace naru::dmn {

namespace {

constexpr int mostPairs = 2'000'000; // of rules times columns
constexpr int mostCombinations = 100'000;
constexpr int mostReports = 20;

bool fits(const Rule &rule, const DecisionTable &table)
{
    return rule.inputEntries.size() == table.inputs.size() && rule.outputEntries.size() == table.outputs.size();
}

// The columns of a table, each with one more row behind the rules: the values that the input may have at all.
class TableSpace {
public:
    explicit TableSpace(const DecisionTable &table)
        : m_rules(int(table.rules.size()))
    {
        for (size_t i = 0; i < table.inputs.size(); ++i) {
            std::vector<std::optional<ConstantTest>> tests;
            for (const Rule &rule : table.rules)
                tests.push_back(fits(rule, table) ? constantTest(rule.inputEntries[i].text) : std::nullopt);
            const std::optional<Text> &values = table.inputs[i].values;
            tests.push_back(constantTest(values ? values->text : QString()));
            m_columns.emplace_back(tests);
            for (size_t row = 0; row <= table.rules.size(); ++row)
                m_isRead = m_isRead && m_columns.back().isRead(row);
        }
    }

    bool isRead() const { return m_isRead && !m_columns.empty() && m_rules > 0; }
    int columns() const { return int(m_columns.size()); }
    const ConstantColumn &column(int at) const { return m_columns[size_t(at)]; }
    bool isPossible(int at, int place) const
    {
        return column(at).isReal(place) && column(at).holds(size_t(m_rules), place);
    }

    // A place in each column that both rules take, empty where there is none.
    std::vector<int> common(int a, int b) const
    {
        std::vector<int> found;
        for (int at = 0; at < columns(); ++at) {
            int place = 0;
            while (
                place < column(at).places()
                && !(isPossible(at, place) && column(at).holds(size_t(a), place) && column(at).holds(size_t(b), place)))
                ++place;
            if (place == column(at).places())
                return {};
            found.push_back(place);
        }
        return found;
    }

    bool isTaken(const std::vector<int> &places) const
    {
        for (int rule = 0; rule < m_rules; ++rule) {
            bool holds = true;
            for (int at = 0; holds && at < columns(); ++at)
                holds = column(at).holds(size_t(rule), places[size_t(at)]);
            if (holds)
                return true;
        }
        return false;
    }

    QString describe(const std::vector<int> &places) const
    {
        QStringList texts;
        for (int at = 0; at < columns(); ++at)
            texts.append(column(at).describe(places[size_t(at)]));
        return texts.join(u" | "_s);
    }

private:
    int m_rules;
    bool m_isRead = true;
    std::vector<ConstantColumn> m_columns;
};

QList<Problem> overlaps(const Expression &expression, const TableSpace &space)
{
    QList<Problem> problems;
    const std::vector<Rule> &rules = expression.table->rules;
    if (qint64(rules.size()) * qint64(rules.size()) * space.columns() > mostPairs)
        return problems;
    for (size_t a = 0; a < rules.size(); ++a)
        for (size_t b = a + 1; b < rules.size() && problems.size() < mostReports; ++b)
            if (const std::vector<int> common = space.common(int(a), int(b)); !common.empty())
                problems.append({rules[b].place, u"dmn.overlap"_s,
                                 u"expected rules that never match together but rules %1 and %2 do, for %3"_s.arg(a + 1)
                                     .arg(b + 1)
                                     .arg(space.describe(common)),
                                 true});
    return problems;
}

// The first combination of inputs that no rule takes.
std::optional<std::vector<int>> gap(const TableSpace &space)
{
    qint64 combinations = 1;
    for (int at = 0; at < space.columns(); ++at)
        if ((combinations *= space.column(at).places()) > mostCombinations)
            return {};
    std::vector<int> places(size_t(space.columns()), 0);
    while (true) {
        bool isPossible = true;
        for (int at = 0; isPossible && at < space.columns(); ++at)
            isPossible = space.isPossible(at, places[size_t(at)]);
        if (isPossible && !space.isTaken(places))
            return places;
        int at = 0;
        while (at < space.columns() && ++places[size_t(at)] == space.column(at).places())
            places[size_t(at++)] = 0;
        if (at == space.columns())
            return {};
    }
}

bool hasDefault(const DecisionTable &table)
{
    for (const OutputClause &one : table.outputs)
        if (one.defaultEntry)
            return true;
    return false;
}

} // namespace

QList<Problem> checkTable(const Expression &expression)
{
    const std::optional<HitPolicy> policy = hitPolicyOf(*expression.table);
    const TableSpace space(*expression.table);
    if (!policy || !space.isRead())
        return {};
    QList<Problem> problems;
    if (*policy == HitPolicy::Unique)
        problems = overlaps(expression, space);
    if (*policy > HitPolicy::First || hasDefault(*expression.table))
        return problems;
    if (const std::optional<std::vector<int>> missing = gap(space))
        problems.append({expression.place, u"dmn.gap"_s,
                         u"expected a rule for every input but none takes "_s + space.describe(*missing), true});
    return problems;
}

} // namespace naru::dmn
