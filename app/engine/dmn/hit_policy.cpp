#include "engine/dmn/hit_policy.h"

namespace naru::dmn {

namespace {

struct PolicyName {
    QStringView name;
    QStringView letter;
    HitPolicy policy;
};

constexpr PolicyName policyNames[] = {
    {u"UNIQUE", u"U", HitPolicy::Unique},        {u"ANY", u"A", HitPolicy::Any},
    {u"PRIORITY", u"P", HitPolicy::Priority},    {u"FIRST", u"F", HitPolicy::First},
    {u"RULE ORDER", u"R", HitPolicy::RuleOrder}, {u"OUTPUT ORDER", u"O", HitPolicy::OutputOrder},
    {u"COLLECT", u"C", HitPolicy::Collect},
};

constexpr PolicyName aggregationNames[] = {
    {u"SUM", u"+", HitPolicy::Sum},
    {u"MIN", u"<", HitPolicy::Least},
    {u"MAX", u">", HitPolicy::Greatest},
    {u"COUNT", u"#", HitPolicy::Count},
};

} // namespace

std::optional<HitPolicy> hitPolicyOf(const DecisionTable &table)
{
    const QString name = table.hitPolicy.isEmpty() ? u"UNIQUE"_s : table.hitPolicy;
    for (const PolicyName &one : policyNames) {
        if (name != one.name && name != one.letter)
            continue;
        if (one.policy != HitPolicy::Collect || table.aggregation.isEmpty())
            return one.policy;
        for (const PolicyName &aggregation : aggregationNames)
            if (table.aggregation == aggregation.name)
                return aggregation.policy;
    }
    for (const PolicyName &one : aggregationNames) // "C+", as tables are drawn
        if (name.size() == 2 && name.startsWith(u'C') && name.endsWith(one.letter))
            return one.policy;
    return {};
}

bool isListed(HitPolicy policy)
{
    return policy == HitPolicy::RuleOrder || policy == HitPolicy::OutputOrder || policy == HitPolicy::Collect;
}

// A comma inside a test does not part two tests: what cannot be parsed is joined with what follows.
Result<ValueOrder> ValueOrder::parse(const QString &tests, const feel::Scope &scope)
{
    ValueOrder order;
    const QStringList pieces = tests.split(u',');
    QString test;
    std::optional<Error> failed;
    for (const QString &piece : pieces) {
        test += failed ? u',' + piece : piece;
        Result<feel::Expression> expression = feel::Expression::parseUnaryTests(test, scope);
        if (expression) {
            order.m_tests.push_back(*std::move(expression));
            test.clear();
            failed.reset();
        } else {
            failed = expression.error();
        }
    }
    if (failed)
        return *failed;
    return order;
}

int ValueOrder::rank(feel::Evaluation &evaluation, const feel::Value &value) const
{
    for (size_t i = 0; i < m_tests.size(); ++i)
        if (m_tests[i].test(evaluation, value).isTrue())
            return int(i);
    return int(m_tests.size());
}

} // namespace naru::dmn
