// One evaluation: the clock, the limits and what is used of them, and the warnings. One thread at a time.
#pragma once

#include "engine/feel/value.h"

namespace naru::feel {

struct Limits {
    qint64 steps = 20'000'000; // iterations, calls, and elements touched
    int depth = 12'000; // nested parts of expressions in progress, calls included
    qint64 memory = 128LL << 20; // bytes of all values made
    int nesting = 500; // lists in lists in …
};

// Why a result is null, or what else the author should know. The value stands; nothing is thrown.
struct Warning {
    enum class Kind {
        UnknownName,
        WrongType, // "expected … but …": operands, arguments, results
        WrongArguments, // their number or names
        NoSuchEntry,
        DivisionByZero,
        NotANumber, // overflow, logarithm of a negative, …
        InvalidValue, // malformed text, no such day, index out of bounds
        Condition, // an if or filter condition that is neither true nor false
        Limit, // steps, depth, memory, or nesting: the whole evaluation is null
        External, // a host's function failed
    };
    Kind kind = Kind::WrongType;
    QString text;
    int line = 0; // of the expression's text, from 1; 0 where there is none
    int column = 0;
    QString source; // the expression's name, where the host gave one
};
QString nameOf(Warning::Kind kind);

// What a host wants to be told by its own expressions and functions while they are evaluated.
class Observer {
public:
    virtual ~Observer() = default;
};

class Evaluation {
public:
    // `now` is what now() and today() give; without it they are null with a warning.
    explicit Evaluation(const std::optional<DateTime> &now = {}, const Limits &limits = {});

    const std::optional<DateTime> &now() const { return m_now; }
    const Limits &limits() const { return m_limits; }
    const QList<Warning> &warnings() const { return m_warnings; } // at most 1,000; equal ones once
    QList<Warning> takeWarnings() { return std::exchange(m_warnings, {}); }

    // True once a limit was hit: everything gives null from then on.
    bool isStopped() const { return m_stopped; }
    // Each counts, and gives false when the limit is passed.
    bool step(qint64 count = 1)
    {
        m_steps += count;
        return m_steps <= m_limits.steps || stop(u"steps"_s, m_limits.steps);
    }
    bool allocate(qint64 bytes)
    {
        m_memory += bytes;
        return m_memory <= m_limits.memory || stop(u"bytes of memory"_s, m_limits.memory);
    }
    bool enter(int depth)
    {
        m_depth += depth;
        return m_depth <= m_limits.depth || stop(u"levels of depth"_s, m_limits.depth);
    }
    void leave(int depth) { m_depth -= depth; }
    // Counts a step for each 1,024 bytes that a comparison of the two looks at.
    bool stepThrough(const Value &a, const Value &b)
    {
        constexpr qint64 bytesOfStep = 1024;
        return step(std::min(a.extent(), b.extent()) / bytesOfStep);
    }
    // False where the value is nested too deep, or too large written out.
    bool fits(const Value &value)
    {
        return (value.nesting() <= m_limits.nesting || stop(u"levels of nesting"_s, m_limits.nesting))
            && (value.extent() <= m_limits.memory || stop(u"bytes of memory"_s, m_limits.memory));
    }
    // The value, or null where it does not fit. Counts its memory.
    Value made(Value value);

    // Where the evaluation is, for warnings from functions.
    struct Place {
        int line = 0;
        int column = 0;
        const QString *source = nullptr;
    };
    void setPlace(const Place &place) { m_place = place; }
    const Place &place() const { return m_place; }
    // Adds the warning and gives null.
    Value warn(Warning::Kind kind, const QString &text);

    // Borrowed, null for none.
    void setObserver(Observer *observer) { m_observer = observer; }
    Observer *observer() const { return m_observer; }

private:
    bool stop(const QString &what, qint64 limit);

    std::optional<DateTime> m_now;
    Limits m_limits;
    qint64 m_steps = 0;
    qint64 m_memory = 0;
    int m_depth = 0;
    bool m_stopped = false;
    Place m_place;
    Observer *m_observer = nullptr;
    QList<Warning> m_warnings;
};

} // namespace naru::feel
