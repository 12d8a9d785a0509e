// Boxed expressions of a model as FEEL takes them: types resolved, decision tables in their boxes, sources named.
#pragma once

#include "engine/dmn/table_logic.h"

namespace naru::dmn {

class BoxBuilder {
public:
    // REQUIRES: the types outlive the builder. `names` are those of the scope in which the expression stands.
    BoxBuilder(const TypeTable &types, const QStringList &names,
               TableLogic::Matching matching = TableLogic::Matching::Compiled)
        : m_types(types)
        , m_names(names)
        , m_matching(matching)
    {
    }

    // Invalid, with the place in the text, for the first thing that cannot be executed whatever FEEL says.
    Result<feel::Boxed> box(const Expression &expression);

    // Every such thing in the expression.
    QList<Problem> faults(const Expression &expression);

private:
    feel::Boxed build(const Expression &expression);
    feel::Boxed literal(const Expression &expression);
    feel::Boxed function(const Expression &expression);
    feel::Boxed relation(const Expression &expression);
    feel::Boxed table(const Expression &expression);
    feel::Boxed typed(feel::Boxed box, const QString &typeRef) const;
    feel::Boxed fault(const QString &place, const QString &rule, const QString &text);
    feel::Parameter parameter(const InformationItem &item);

    const TypeTable &m_types;
    QStringList m_names;
    TableLogic::Matching m_matching;
    QList<Problem> m_faults;
};

// The formal parameters of a function: those written, else the input expressions of its decision table (DMN 1.5
// §10.2.1.7).
std::vector<InformationItem> parametersOf(const Expression &function);

} // namespace naru::dmn
