// The languages in which a model may state conditions, mappings, cardinalities, and times. A definition compiles each
// expression once; FEEL is the language where the model declares none.
#pragma once

#include "core/result.h"
#include "engine/feel/value.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace naru::bpmn {

// An expression of a definition. Immutable; any number of threads may evaluate it.
class Expression {
public:
    virtual ~Expression() = default;

    // The variables that it reads, each once.
    virtual const QStringList &names() const = 0;
    // `values` are those of names(), in their order, null for what is not set. `now` is the time of the command.
    // Invalid where there is no value, with the reason; null is a value.
    virtual Result<feel::Value> evaluate(const QList<feel::Value> &values, const feel::DateTime &now) const = 0;
};

using ExpressionPointer = std::shared_ptr<const Expression>; // shared by the copies of a definition

// Compiles a text. `declared` are the names that the model declares where the text stands; FEEL needs those with blanks.
using ExpressionLanguage = std::function<Result<ExpressionPointer>(QStringView text, const QStringList &declared)>;

ExpressionLanguage feelLanguage();

// Whether the URI of an expressionLanguage or language attribute names FEEL.
bool isFeel(QStringView uri);

} // namespace naru::bpmn
