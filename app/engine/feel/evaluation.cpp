#include "engine/feel/evaluation.h"

namespace naru::feel {

namespace {

constexpr qsizetype mostWarnings = 1000;

// What a value takes itself, without its parts, which were counted when they were made.
qint64 bytesOf(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::String:
        return 64 + 2 * value.string().size();
    case Value::Kind::List:
        return 64 + qint64(sizeof(Value)) * value.list().size();
    case Value::Kind::Context:
        return 64 + qint64(sizeof(Context::Entry)) * value.context().size();
    case Value::Kind::Range:
    case Value::Kind::Time:
    case Value::Kind::DateTime:
    case Value::Kind::Function:
        return 128;
    default:
        return 0;
    }
}

} // namespace

QString nameOf(Warning::Kind kind)
{
    switch (kind) {
    case Warning::Kind::UnknownName:
        return u"unknown name"_s;
    case Warning::Kind::WrongType:
        return u"wrong type"_s;
    case Warning::Kind::WrongArguments:
        return u"wrong arguments"_s;
    case Warning::Kind::NoSuchEntry:
        return u"no such entry"_s;
    case Warning::Kind::DivisionByZero:
        return u"division by zero"_s;
    case Warning::Kind::NotANumber:
        return u"not a number"_s;
    case Warning::Kind::InvalidValue:
        return u"invalid value"_s;
    case Warning::Kind::Condition:
        return u"condition"_s;
    case Warning::Kind::Limit:
        return u"limit"_s;
    case Warning::Kind::External:
        return u"external"_s;
    }
    return {};
}

Evaluation::Evaluation(const std::optional<DateTime> &now, const Limits &limits)
    : m_now(now)
    , m_limits(limits)
{
}

Value Evaluation::made(Value value)
{
    return allocate(bytesOf(value)) && fits(value) ? value : Value();
}

Value Evaluation::warn(Warning::Kind kind, const QString &text)
{
    Warning warning{kind, text, m_place.line, m_place.column, m_place.source ? *m_place.source : QString()};
    if (m_stopped && kind != Warning::Kind::Limit)
        return {};
    // A loop says the same thing again and again: once is enough.
    for (qsizetype i = m_warnings.size() - 1; i >= 0 && i >= m_warnings.size() - 20; --i) {
        const Warning &one = m_warnings[i];
        if (one.kind == kind && one.line == warning.line && one.column == warning.column && one.text == text
            && one.source == warning.source)
            return {};
    }
    if (m_warnings.size() < mostWarnings)
        m_warnings.append(std::move(warning));
    return {};
}

bool Evaluation::stop(const QString &what, qint64 limit)
{
    if (!m_stopped) {
        warn(Warning::Kind::Limit,
             u"expected at most "_s + QString::number(limit) + u' ' + what + u" but the evaluation needs more"_s);
        m_stopped = true;
    }
    m_steps = m_limits.steps + 1; // whoever counts, stops
    return false;
}

} // namespace naru::feel
