// How many rules of a table may match, and how what they give becomes one result (DMN 1.5 §8.2.10).
#pragma once

#include "engine/dmn/model.h"
#include "engine/feel/expression.h"

namespace naru::dmn {

enum class HitPolicy { Unique, Any, Priority, First, RuleOrder, OutputOrder, Collect, Sum, Least, Greatest, Count };
std::optional<HitPolicy> hitPolicyOf(const DecisionTable &table);
// Whether the result is a list of what the rules give.
bool isListed(HitPolicy policy);

// The tests of a list of values in their order ("\"High\", \"Low\", [1..5]"), each of which a value may satisfy.
class ValueOrder {
public:
    ValueOrder() = default;
    // Invalid where a test cannot be parsed.
    static Result<ValueOrder> parse(const QString &tests, const feel::Scope &scope);

    bool isEmpty() const { return m_tests.empty(); }
    int size() const { return int(m_tests.size()); }
    // The first test that the value satisfies, or their number.
    int rank(feel::Evaluation &evaluation, const feel::Value &value) const;

private:
    std::vector<feel::Expression> m_tests;
};

} // namespace naru::dmn
