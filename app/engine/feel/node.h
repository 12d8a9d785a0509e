// The tree that FEEL text becomes. Nodes are immutable; what changes is in the Frame. Not for hosts: see expression.h.
#pragma once

#include "engine/feel/expression.h"

#include <QVarLengthArray>

namespace naru::feel {

class Closure;

// Where a node came from; kept alive by the program and by the bodies of its functions.
struct Origin {
    QString source;
};

// The variables while a program or the body of a function runs.
struct Frame {
    Evaluation &evaluation;
    const Value *given; // the scope's variables, or what the closure captured
    qsizetype givenCount;
    Value *locals;
    const Closure *self; // null outside functions
};

class Node {
public:
    virtual ~Node() = default;
    virtual Value evaluate(Frame &frame) const = 0;
    // The value where it is known before any evaluation.
    virtual const Value *constant() const { return nullptr; }

    Type type; // as far as known
    Evaluation::Place place;
    int height = 1; // nodes on the longest way down

protected:
    Value warn(Frame &frame, Warning::Kind kind, const QString &text) const
    {
        frame.evaluation.setPlace(place);
        return frame.evaluation.warn(kind, text);
    }
};
using NodePtr = std::unique_ptr<const Node>;

class ConstantNode final : public Node {
public:
    explicit ConstantNode(const Value &value, const QString &warning = {})
        : m_value(value)
        , m_warning(warning)
    {
        type = typeOf(value);
    }
    Value evaluate(Frame &frame) const override
    {
        if (!m_warning.isEmpty())
            warn(frame, Warning::Kind::InvalidValue, m_warning);
        return m_value;
    }
    const Value *constant() const override { return m_warning.isEmpty() ? &m_value : nullptr; }

private:
    Value m_value;
    QString m_warning; // that digits were lost, or that there is no such day
};

class GivenNode final : public Node {
public:
    explicit GivenNode(int index)
        : m_index(index)
    {
    }
    Value evaluate(Frame &frame) const override { return m_index < frame.givenCount ? frame.given[m_index] : Value(); }
    int index() const { return m_index; }

private:
    int m_index;
};

class LocalNode final : public Node {
public:
    explicit LocalNode(int index)
        : m_index(index)
    {
    }
    Value evaluate(Frame &frame) const override { return frame.locals[m_index]; }

private:
    int m_index;
};

// What a closure needs beside its captures. Shared by all closures of one function literal, and with its node.
struct FunctionBody {
    QList<Parameter> parameters;
    NodePtr body;
    int locals = 0; // the parameters come first
    QString name;
    QString text;
    bool isText = false; // the text is the whole of it: equal texts are equal functions
    std::shared_ptr<const Origin> origin;
};

class Closure final : public Function, public std::enable_shared_from_this<Closure> {
public:
    Closure(const std::shared_ptr<const FunctionBody> &body, QList<Value> captures);
    Value call(Evaluation &evaluation, const QList<Value> &arguments) const override;
    Type type() const override;
    QString text() const override { return m_body->text; }
    bool isSameAs(const Function &other) const override;
    int nesting() const override { return m_nesting; }

private:
    std::shared_ptr<const FunctionBody> m_body;
    QList<Value> m_captures;
    int m_nesting = 0;
};

} // namespace naru::feel
