// What FEEL computes with (DMN 1.5 §10.3.2): small, cheap to copy, immutable, shareable between threads.
#pragma once

#include "engine/feel/temporal.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <memory>
#include <utility>

namespace naru::feel {

class Context;
class Function;
struct Range;

class Value {
public:
    enum class Kind : quint8 {
        Null,
        Boolean,
        Number,
        Date,
        DaysDuration,
        MonthsDuration,
        String, // from here on behind a counted pointer
        Time,
        DateTime,
        Range,
        List,
        Context,
        Function,
    };

    Value() = default; // null
    Value(const Value &other)
        : m_kind(other.m_kind)
        , m_payload(other.m_payload)
    {
        if (isCounted())
            m_payload.node->references.fetch_add(1, std::memory_order_relaxed);
    }
    Value(Value &&other) noexcept
        : m_kind(std::exchange(other.m_kind, Kind::Null))
        , m_payload(other.m_payload)
    {
    }
    Value &operator=(Value other) noexcept
    {
        std::swap(m_kind, other.m_kind);
        std::swap(m_payload, other.m_payload);
        return *this;
    }
    ~Value()
    {
        if (isCounted())
            release();
    }

    explicit Value(bool truth)
        : m_kind(Kind::Boolean)
    {
        m_payload.truth = truth;
    }
    explicit Value(const void *) = delete; // a pointer is no truth
    explicit Value(const Decimal &number)
        : m_kind(Kind::Number)
    {
        m_payload.words = {number.bits()[0], number.bits()[1]};
    }
    explicit Value(int number)
        : Value(Decimal(number))
    {
    }
    explicit Value(qint64 number)
        : Value(Decimal(number))
    {
    }
    explicit Value(const QString &text);
    explicit Value(const Date &date);
    explicit Value(const Time &time);
    explicit Value(const DateTime &dateTime);
    explicit Value(const DaysDuration &span);
    explicit Value(const MonthsDuration &span);
    explicit Value(Range range);
    explicit Value(QList<Value> list);
    explicit Value(Context context);
    explicit Value(std::shared_ptr<const Function> function); // shared: closures outlive what made them

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isTrue() const { return m_kind == Kind::Boolean && m_payload.truth; }
    bool isFalse() const { return m_kind == Kind::Boolean && !m_payload.truth; }
    bool is(Kind kind) const { return m_kind == kind; }

    // REQUIRES, for each: the value is of that kind.
    bool boolean() const { return m_payload.truth; }
    Decimal number() const { return Decimal::fromBits({m_payload.words.low, m_payload.words.high}); }
    const QString &string() const;
    Date date() const { return m_payload.date; }
    const Time &timeOfDay() const;
    const DateTime &dateTime() const;
    DaysDuration daysDuration() const { return m_payload.days; }
    MonthsDuration monthsDuration() const { return m_payload.months; }
    const Range &range() const;
    const QList<Value> &list() const;
    const Context &context() const;
    const Function &function() const;
    std::shared_ptr<const Function> sharedFunction() const;

    // How deep lists, contexts, and ranges are nested: 0 for a plain value. Bounded by Limits::nesting.
    int nesting() const { return isCounted() ? m_payload.node->nesting : 0; }
    // The bytes that it would take written out: what is shared counts as often as it stands. Bounded by Limits::memory,
    // else forty lines of `[x, x]` would be a value that nobody ever finishes to compare or to print.
    qint64 extent() const { return isCounted() ? m_payload.node->extent : qint64(sizeof(Value)); }

    // Appends to a list: in its place where nobody else has it, else to a copy. REQUIRES: a list.
    void append(const Value &item);

    // Equality as the host needs it: the same kind and the same content; numbers by value, moments by instant, null
    // equals null. FEEL's own three-valued equality is feel::equal.
    friend bool operator==(const Value &a, const Value &b);

    struct Node {
        std::atomic<int> references = 1;
        int nesting = 0;
        qint64 extent = 0;
        virtual ~Node() = default;
    };

private:
    struct Words {
        std::uint64_t low;
        std::uint64_t high;
    };
    union Payload {
        Payload()
            : words{0, 0}
        {
        }
        Words words;
        bool truth;
        Date date;
        DaysDuration days;
        MonthsDuration months;
        Node *node;
    };

    Value(Kind kind, Node *node)
        : m_kind(kind)
    {
        m_payload.node = node;
    }
    bool isCounted() const { return m_kind >= Kind::String; }
    void release();

    Kind m_kind = Kind::Null;
    Payload m_payload;
};

// Entries in the order in which they were put.
class Context {
public:
    using Entry = std::pair<QString, Value>;

    Context() = default;
    Context(std::initializer_list<Entry> entries)
        : m_entries(entries)
    {
    }

    const Value *find(QStringView key) const; // null where there is none
    bool contains(QStringView key) const { return find(key); }
    Value value(QStringView key) const; // null where there is none
    void put(const QString &key, const Value &value); // in its old place, else behind all
    void append(const QString &key, const Value &value) { m_entries.append({key, value}); } // REQUIRES: a new key
    bool remove(QStringView key);
    QStringList keys() const;
    const QList<Entry> &entries() const { return m_entries; }
    qsizetype size() const { return m_entries.size(); }

private:
    QList<Entry> m_entries;
};

// [start..end]; a null end is open. `!= x` is the one test that is no interval.
struct Range {
    Value start;
    Value end;
    bool startIncluded = true;
    bool endIncluded = true;
    enum class Form : quint8 { Interval, Comparison, Equal, Unequal } form = Form::Interval; // how it was written
};

// FEEL's three-valued comparisons: null where the kinds do not fit. Null equals null.
Value equal(const Value &a, const Value &b);
// -1, 0, 1; nothing where the two cannot be ordered.
std::optional<int> order(const Value &a, const Value &b);

// FEEL text that FEEL reads again as an equal value: one line, all digits, strings escaped, date("…") and so on.
// A function is written as its name or text, which FEEL reads only where its names are known.
QString toText(const Value &value);
// What the function string() gives: a string as it is, temporal values in their lexical form, the rest as toText.
QString toString(const Value &value);
// "number", "list", … as the standard names the kinds.
QString nameOf(Value::Kind kind);
// A string as FEEL writes it: in quotes, escaped, without raw line ends.
QString quoted(QStringView text);
// A context key as FEEL reads it: bare where it is a plain name, else quoted.
QString keyText(const QString &key);

} // namespace naru::feel
