#include "engine/feel/value.h"

#include "engine/feel/function.h"

#include <algorithm>

namespace naru::feel {

namespace {

template <typename Content> struct Holder final : Value::Node {
    explicit Holder(Content given)
        : content(std::move(given))
    {
    }
    Content content;
};

template <typename Content> Value::Node *held(Content content, int nesting = 0)
{
    auto *node = new Holder<Content>(std::move(content));
    node->nesting = nesting;
    return node;
}

template <typename Content> const Content &contentOf(const Value::Node *node)
{
    return static_cast<const Holder<Content> *>(node)->content;
}

int nestingOf(const QList<Value> &list)
{
    int most = 0;
    for (const Value &one : list)
        most = std::max(most, one.nesting());
    return most + 1;
}

int nestingOf(const Context &context)
{
    int most = 0;
    for (const Context::Entry &one : context.entries())
        most = std::max(most, one.second.nesting());
    return most + 1;
}

} // namespace

Value::Value(const QString &text)
    : Value(Kind::String, held(text))
{
}

Value::Value(const Date &date)
    : m_kind(Kind::Date)
{
    m_payload.date = date;
}

Value::Value(const Time &time)
    : Value(Kind::Time, held(time))
{
}

Value::Value(const feel::DateTime &dateTime)
    : Value(Kind::DateTime, held(dateTime))
{
}

Value::Value(const feel::DaysDuration &span)
    : m_kind(Kind::DaysDuration)
{
    m_payload.days = span;
}

Value::Value(const feel::MonthsDuration &span)
    : m_kind(Kind::MonthsDuration)
{
    m_payload.months = span;
}

Value::Value(feel::Range range)
    : m_kind(Kind::Range)
{
    const int nesting = std::max(range.start.nesting(), range.end.nesting()) + 1;
    m_payload.node = held(std::move(range), nesting);
}

Value::Value(QList<Value> list)
    : m_kind(Kind::List)
{
    const int nesting = nestingOf(list);
    m_payload.node = held(std::move(list), nesting);
}

Value::Value(feel::Context context)
    : m_kind(Kind::Context)
{
    const int nesting = nestingOf(context);
    m_payload.node = held(std::move(context), nesting);
}

Value::Value(std::shared_ptr<const feel::Function> function)
    : m_kind(Kind::Function)
{
    const int nesting = function->nesting() + 1;
    m_payload.node = held(std::move(function), nesting);
}

void Value::append(const Value &item)
{
    if (m_payload.node->references.load(std::memory_order_acquire) != 1) {
        QList<Value> copy = list();
        copy.append(item);
        *this = Value(std::move(copy));
        return;
    }
    static_cast<Holder<QList<Value>> *>(m_payload.node)->content.append(item);
    m_payload.node->nesting = std::max(m_payload.node->nesting, item.nesting() + 1);
}

void Value::release()
{
    if (m_payload.node->references.fetch_sub(1, std::memory_order_acq_rel) == 1)
        delete m_payload.node;
}

const QString &Value::string() const
{
    return contentOf<QString>(m_payload.node);
}

const feel::Time &Value::timeOfDay() const
{
    return contentOf<feel::Time>(m_payload.node);
}

const feel::DateTime &Value::dateTime() const
{
    return contentOf<feel::DateTime>(m_payload.node);
}

const feel::Range &Value::range() const
{
    return contentOf<feel::Range>(m_payload.node);
}

const QList<Value> &Value::list() const
{
    return contentOf<QList<Value>>(m_payload.node);
}

const feel::Context &Value::context() const
{
    return contentOf<feel::Context>(m_payload.node);
}

const feel::Function &Value::function() const
{
    return *contentOf<std::shared_ptr<const feel::Function>>(m_payload.node);
}

std::shared_ptr<const feel::Function> Value::sharedFunction() const
{
    return contentOf<std::shared_ptr<const feel::Function>>(m_payload.node);
}

const Value *Context::find(QStringView key) const
{
    for (const Entry &one : m_entries)
        if (one.first == key)
            return &one.second;
    return nullptr;
}

Value Context::value(QStringView key) const
{
    const Value *found = find(key);
    return found ? *found : Value();
}

void Context::put(const QString &key, const Value &value)
{
    for (Entry &one : m_entries)
        if (one.first == key) {
            one.second = value;
            return;
        }
    m_entries.append({key, value});
}

bool Context::remove(QStringView key)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].first == key) {
            m_entries.removeAt(i);
            return true;
        }
    return false;
}

QStringList Context::keys() const
{
    QStringList keys;
    for (const Entry &one : m_entries)
        keys.append(one.first);
    return keys;
}

} // namespace naru::feel
