// How nodes are made. Heights and types are set here; the place is the caller's.
#pragma once

#include "engine/feel/arithmetic.h"
#include "engine/feel/builtins.h"
#include "engine/feel/node.h"

#include <vector>

namespace naru::feel {

using Nodes = std::vector<NodePtr>;
using Place = Evaluation::Place;

template <typename Made> std::unique_ptr<Made> placed(std::unique_ptr<Made> node, const Place &place, int height)
{
    node->place = place;
    node->height = height + 1;
    return node;
}
int heightOf(const Nodes &nodes);
int heightOf(std::initializer_list<const Node *> nodes); // null ones count nothing

// Operators.
NodePtr arithmeticNode(const Place &place, Operator op, NodePtr a, NodePtr b);
NodePtr comparisonNode(const Place &place, Operator op, NodePtr a, NodePtr b);
NodePtr negationNode(const Place &place, NodePtr a);
NodePtr bothNode(const Place &place, NodePtr a, NodePtr b);
NodePtr eitherNode(const Place &place, NodePtr a, NodePtr b);
NodePtr betweenNode(const Place &place, NodePtr value, NodePtr low, NodePtr high);
// The conditions of boxes must be true, false, or null: anything else makes the whole null (DMN 1.5 §10.2.2.8 to .10).
enum class Conditions { OfText, OfBoxes };
NodePtr conditionNode(const Place &place, NodePtr condition, NodePtr then, NodePtr otherwise,
                      Conditions conditions = Conditions::OfText);
NodePtr instanceNode(const Place &place, NodePtr value, const std::optional<Type> &type, const QString &typeName);
NodePtr coercionNode(const Place &place, NodePtr value, const Type &type);
// The node, and the origin that its places name.
NodePtr keptNode(const std::shared_ptr<const Origin> &origin, NodePtr node);

// Literals.
NodePtr listNode(const Place &place, Nodes items);
NodePtr rangeNode(const Place &place, Range::Form form, bool startIncluded, NodePtr start, NodePtr end,
                  bool endIncluded);
// Each entry's value also lies in its local, for the entries behind it. With a result, that is the value.
struct ContextEntry {
    QString key;
    int local = 0;
    NodePtr value;
};
NodePtr contextNode(const Place &place, std::vector<ContextEntry> entries, NodePtr result);
NodePtr unknownNameNode(const Place &place, const QString &name);
NodePtr functionNode(const Place &place, std::shared_ptr<const FunctionBody> body, Nodes captures);
NodePtr selfNode(const Place &place);
NodePtr externalFunctionNode(const Place &place, const QList<Parameter> &parameters, NodePtr mapping);

// Paths, filters, and the names inside filters.
NodePtr pathNode(const Place &place, NodePtr value, const QString &name);
// The element lies in the local. An index is looked for where the condition does not ask the element.
NodePtr filterNode(const Place &place, NodePtr value, NodePtr condition, int local, bool asksElement,
                   Conditions conditions = Conditions::OfText);
// The entry of the first element that has it, from the inmost filter outwards, else the fallback. `item` is the element
// itself where no entry has that name.
NodePtr elementNameNode(const Place &place, const QString &name, const Type &type, const QList<int> &locals,
                        NodePtr fallback);
NodePtr itemNode(const Place &place, int local);

// Loops. Iterators are evaluated from left to right, each in the scope of those before it.
struct Iterator {
    int local = 0;
    NodePtr from; // a list, or the start of a range
    NodePtr to; // null for a list
    Type type; // of the variable
};
NodePtr forNode(const Place &place, std::vector<Iterator> iterators, int partial, NodePtr body);
NodePtr quantifierNode(const Place &place, bool every, std::vector<Iterator> iterators, NodePtr condition,
                       Conditions conditions = Conditions::OfText);

// Calls.
NodePtr callNode(const Place &place, NodePtr function, Nodes arguments);
NodePtr namedCallNode(const Place &place, NodePtr function, const QStringList &names, Nodes arguments);
NodePtr builtinNode(const Place &place, const Function *builtin, Nodes arguments);

// Unary tests on the input in the local.
struct UnaryTest {
    NodePtr value;
    bool asksInput = false; // it uses `?`: a boolean is then the answer
};
NodePtr unaryTestsNode(const Place &place, std::vector<UnaryTest> tests, bool negated, int local);
// `value in (tests)`: binds the value to the local first.
NodePtr inNode(const Place &place, NodePtr value, NodePtr tests, int local);

NodePtr hostNode(const Place &place, std::shared_ptr<const HostExpression> host, Nodes parts,
                 const std::vector<int> &inputs);

} // namespace naru::feel
