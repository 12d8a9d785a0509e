// The operators of FEEL on values (DMN 1.5 §10.3.2.15). Null and a warning where the operands do not fit.
#pragma once

#include "engine/feel/evaluation.h"

namespace naru::feel {

enum class Operator : quint8 {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
};
QString textOf(Operator op);

Value arithmetic(Evaluation &evaluation, Operator op, const Value &a, const Value &b);
Value negated(Evaluation &evaluation, const Value &value);
Value compared(Evaluation &evaluation, Operator op, const Value &a, const Value &b);
// A number, or null with a warning where it is infinite or none.
Value checkedNumber(Evaluation &evaluation, const Decimal &number);

// Three-valued: what is neither true nor false counts as null.
Value both(const Value &a, const Value &b);
Value either(const Value &a, const Value &b);
Value opposite(const Value &a);

// Whether the range holds the value; null where they cannot be compared.
Value isWithin(Evaluation &evaluation, const Value &value, const Range &range);
// `value in test` for one evaluated test: a range, a list, or a value to be equal to.
Value satisfies(Evaluation &evaluation, const Value &value, const Value &test);
// The start and the end are of one kind that has an order, and in order; a null end is open.
bool isSoundRange(const Range &range);

// The part of a value that a path names: an entry, a property, or, of a list, those of its elements.
Value memberOf(Evaluation &evaluation, const Value &value, const QString &name);

} // namespace naru::feel
