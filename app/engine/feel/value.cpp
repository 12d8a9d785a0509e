#include "engine/feel/value.h"

#include "engine/feel/function.h"

#include <algorithm>
#include <limits>

namespace naru::feel {

namespace {

template <typename Content> struct Holder final : Value::Node {
    explicit Holder(Content given)
        : content(std::move(given))
    {
    }
    Content content;
};

constexpr qint64 ownBytes = 64; // of a value that is held elsewhere
constexpr qint64 mostExtent = std::numeric_limits<qint64>::max() / 4; // two of them can be added

struct Measure {
    int nesting = 0;
    qint64 extent = ownBytes;

    void add(const Value &part)
    {
        nesting = std::max(nesting, part.nesting() + 1);
        extent = std::min(extent + part.extent(), mostExtent);
    }
};

template <typename Content> Value::Node *held(Content content, const Measure &measure = {})
{
    auto *node = new Holder<Content>(std::move(content));
    node->nesting = measure.nesting;
    node->extent = measure.extent;
    return node;
}

template <typename Content> const Content &contentOf(const Value::Node *node)
{
    return static_cast<const Holder<Content> *>(node)->content;
}

Measure measured(const QList<Value> &list)
{
    Measure measure{1};
    for (const Value &one : list)
        measure.add(one);
    return measure;
}

Measure measured(const Context &context)
{
    Measure measure{1};
    for (const Context::Entry &one : context.entries()) {
        measure.add(one.second);
        measure.extent += qint64(sizeof(QChar)) * one.first.size();
    }
    return measure;
}

} // namespace

Value::Value(const QString &text)
    : Value(Kind::String, held(text, {0, ownBytes + qint64(sizeof(QChar)) * text.size()}))
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
    Measure measure{1};
    measure.add(range.start);
    measure.add(range.end);
    m_payload.node = held(std::move(range), measure);
}

Value::Value(QList<Value> list)
    : m_kind(Kind::List)
{
    const Measure measure = measured(list);
    m_payload.node = held(std::move(list), measure);
}

Value::Value(feel::Context context)
    : m_kind(Kind::Context)
{
    const Measure measure = measured(context);
    m_payload.node = held(std::move(context), measure);
}

Value::Value(std::shared_ptr<const feel::Function> function)
    : m_kind(Kind::Function)
{
    const int nesting = function->nesting() + 1;
    m_payload.node = held(std::move(function), {nesting});
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
    Measure measure{m_payload.node->nesting, m_payload.node->extent};
    measure.add(item);
    m_payload.node->nesting = measure.nesting;
    m_payload.node->extent = measure.extent;
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
