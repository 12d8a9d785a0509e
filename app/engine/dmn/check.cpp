#include "engine/dmn/check.h"

#include <QSet>

#include <algorithm>

namespace naru::dmn {

namespace {

class Check {
public:
    explicit Check(const DecisionModel &model)
        : m_model(model.model())
        , m_problems(model.problems())
    {
    }

    QList<Problem> run()
    {
        checkDefinitions();
        checkIds();
        checkNames();
        for (const Decision &one : m_model.decisions) {
            checkVariable(one.place, one.name, one.variable);
            checkExpression(one.logic);
        }
        for (const KnowledgeModel &one : m_model.knowledge) {
            checkVariable(one.place, one.name, one.variable);
            checkExpression(one.logic);
        }
        for (const InputData &one : m_model.inputs)
            checkVariable(one.place, one.name, one.variable);
        return m_problems;
    }

private:
    void checkDefinitions();
    void checkIds();
    void checkNames();
    void checkName(const QString &place, const QString &name, QSet<QString> &seen);
    void checkVariable(const QString &place, const QString &name, const std::optional<InformationItem> &variable);
    void checkExpression(const Expression &expression);
    void checkEntries(const Expression &expression);
    void checkOutputs(const Expression &expression);
    void checkRules(const DecisionTable &table);
    void report(const QString &place, const QString &rule, const QString &text, bool isWarning = false)
    {
        m_problems.append({place, rule, text, isWarning});
    }

    const Model &m_model;
    QList<Problem> m_problems;
};

void Check::checkDefinitions()
{
    if (m_model.space.isEmpty())
        report(m_model.place, u"dmn.namespace"_s, u"expected a namespace of the model but found none"_s);
    QSet<QString> names;
    for (const Import &one : m_model.imports) {
        if (names.contains(one.name))
            report(one.place, u"dmn.name"_s,
                   u"expected imports of different names but found '"_s + one.name + u"' again"_s, one.name.isEmpty());
        names.insert(one.name);
        if (one.space.isEmpty())
            report(one.place, u"dmn.import"_s, u"expected the namespace of an import but found none"_s);
    }
}

void Check::checkIds()
{
    QSet<QString> seen;
    for (const QString &id : m_model.ids) {
        if (seen.contains(id))
            report(id, u"dmn.id"_s, u"expected one element of the id '"_s + id + u"' but found another"_s);
        seen.insert(id);
    }
}

void Check::checkNames()
{
    QSet<QString> seen;
    for (const InputData &one : m_model.inputs)
        checkName(one.place, one.name, seen);
    for (const Decision &one : m_model.decisions)
        checkName(one.place, one.name, seen);
    for (const KnowledgeModel &one : m_model.knowledge)
        checkName(one.place, one.name, seen);
    for (const DecisionService &one : m_model.services)
        checkName(one.place, one.name, seen);
    for (const ItemDefinition &one : m_model.types)
        if (one.name.isEmpty())
            report(one.place, u"dmn.name"_s, u"expected a name but found none"_s);
}

void Check::checkName(const QString &place, const QString &name, QSet<QString> &seen)
{
    if (name.trimmed().isEmpty())
        report(place, u"dmn.name"_s, u"expected a name but found none"_s);
    else if (seen.contains(name))
        report(place, u"dmn.name"_s, u"expected one element of the name '"_s + name + u"' but found another"_s);
    seen.insert(name);
}

void Check::checkVariable(const QString &place, const QString &name, const std::optional<InformationItem> &variable)
{
    if (variable && !variable->name.isEmpty() && variable->name != name)
        report(place, u"dmn.variable"_s,
               u"expected the variable to have the name '"_s + name + u"' but found '"_s + variable->name + u'\'',
               true);
}

void Check::checkExpression(const Expression &expression)
{
    if (expression.kind == Expression::Kind::Table) {
        checkOutputs(expression);
        checkRules(*expression.table);
        m_problems.append(checkTable(expression));
    }
    checkEntries(expression);
    for (const ContextEntry &one : expression.entries)
        checkExpression(one.value);
    for (const Expression &one : expression.children)
        checkExpression(one);
}

void Check::checkEntries(const Expression &expression)
{
    QSet<QString> names;
    for (const ContextEntry &one : expression.entries) {
        if (!one.variable)
            continue;
        if (names.contains(one.variable->name))
            report(one.variable->place, u"dmn.name"_s,
                   u"expected entries of different names but found '"_s + one.variable->name + u"' again"_s);
        names.insert(one.variable->name);
    }
    for (size_t i = 0; expression.kind == Expression::Kind::Context && i + 1 < expression.entries.size(); ++i)
        if (!expression.entries[i].variable)
            report(expression.place, u"dmn.context"_s, u"expected the result entry last but found entries behind it"_s);
}

void Check::checkOutputs(const Expression &expression)
{
    const DecisionTable &table = *expression.table;
    const std::optional<HitPolicy> policy = hitPolicyOf(table);
    if (policy && *policy >= HitPolicy::Sum && table.outputs.size() > 1)
        report(expression.place, u"dmn.aggregation"_s,
               u"expected one output under the aggregation '"_s + table.aggregation + u"' but found several"_s);
    const bool isOrdered = policy == HitPolicy::Priority || policy == HitPolicy::OutputOrder;
    bool hasValues = false;
    QSet<QString> names;
    for (const OutputClause &one : table.outputs) {
        hasValues = hasValues || one.values;
        if (table.outputs.size() > 1 && (one.name.isEmpty() || names.contains(one.name)))
            report(one.place, u"dmn.name"_s, u"expected outputs of different names but found '"_s + one.name + u'\'');
        names.insert(one.name);
    }
    if (isOrdered && !hasValues)
        report(expression.place, u"dmn.output-values"_s,
               u"expected output values, which order the outputs, but found none"_s, true);
}

// Loading a table stops at its first rule of a wrong length; here are the others.
void Check::checkRules(const DecisionTable &table)
{
    for (const Rule &rule : table.rules) {
        const auto isSaid = [&rule](const Problem &one) { return one.element == rule.place; };
        const bool fits =
            rule.inputEntries.size() == table.inputs.size() && rule.outputEntries.size() == table.outputs.size();
        if (!fits && std::none_of(m_problems.begin(), m_problems.end(), isSaid))
            report(rule.place, u"dmn.cells"_s,
                   u"expected %1 input and %2 output entries but found %3 and %4"_s.arg(table.inputs.size())
                       .arg(table.outputs.size())
                       .arg(rule.inputEntries.size())
                       .arg(rule.outputEntries.size()));
    }
}

} // namespace

QList<Problem> check(const DecisionModel &model)
{
    return Check(model).run();
}

} // namespace naru::dmn
