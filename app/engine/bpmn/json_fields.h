// How facts and states are written in JSON: one description of the fields of each struct serves writing and reading.
// Elements are named by their ids, values are FEEL text, and what is zero or empty is left out. Internal.
#pragma once

#include "engine/bpmn/event.h"
#include "engine/feel/expression.h"

#include <QJsonArray>

#include <type_traits>

namespace naru::bpmn {

// The words of an enumeration in JSON, in its order. Never renamed.
inline const QStringList &wordsOf(Trigger::Type)
{
    static const QStringList words{u"none"_s,       u"message"_s,      u"signal"_s, u"timer"_s, u"conditional"_s, u"error"_s,
                                   u"escalation"_s, u"compensation"_s, u"cancel"_s, u"link"_s,  u"terminate"_s};
    return words;
}
inline const QStringList &wordsOf(Work::Type)
{
    static const QStringList words{u"none"_s, u"user"_s,    u"service"_s, u"script"_s, u"rule"_s,
                                   u"send"_s, u"receive"_s, u"call"_s,    u"signal"_s};
    return words;
}
inline const QStringList &wordsOf(Activity::Phase)
{
    static const QStringList words{u"entering"_s, u"active"_s, u"leaving"_s};
    return words;
}
inline const QStringList &wordsOf(EffectEnded::How)
{
    static const QStringList words{u"done"_s, u"error"_s, u"failed"_s, u"withdrawn"_s};
    return words;
}
inline const QStringList &wordsOf(IncidentClosed::How)
{
    static const QStringList words{u"retried"_s, u"skipped"_s, u"withdrawn"_s};
    return words;
}
inline const QStringList &wordsOf(Incident::Kind)
{
    static const QStringList words{u"expression"_s, u"no path"_s, u"failure"_s, u"uncaught error"_s,
                                   u"limit"_s,      u"data"_s,    u"timer"_s,   u"call"_s};
    return words;
}
inline const QStringList &wordsOf(State::Outcome)
{
    static const QStringList words{u"none"_s,       u"running"_s, u"completed"_s,
                                   u"terminated"_s, u"failed"_s,  u"cancelled"_s};
    return words;
}

template <typename Word>
QString wordOf(Word word)
{
    return wordsOf(word).value(qsizetype(word));
}

class JsonWriter {
public:
    explicit JsonWriter(const Definition &of)
        : definition(of)
    {
    }

    template <typename Number>
    void number(const QString &name, const Number &value)
    {
        if (value != 0)
            json.insert(name, qint64(value));
    }
    template <typename Number>
    void numbers(const QString &name, const QList<Number> &values)
    {
        QJsonArray list;
        for (Number value : values)
            list.append(qint64(value));
        array(name, list);
    }
    void text(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            json.insert(name, value);
    }
    void flag(const QString &name, bool value)
    {
        if (value)
            json.insert(name, true);
    }
    void value(const QString &name, const feel::Value &value)
    {
        if (!value.isNull())
            json.insert(name, feel::toText(value));
    }
    template <typename Word>
    void word(const QString &name, Word word)
    {
        json.insert(name, wordOf(word));
    }
    void node(const QString &name, int index)
    {
        if (index >= 0)
            json.insert(name, definition.node(index).id);
    }
    void nodes(const QString &name, const QList<int> &indices)
    {
        QJsonArray list;
        for (int index : indices)
            list.append(definition.node(index).id);
        array(name, list);
    }
    void body(const QString &name, int index)
    {
        if (index >= 0)
            json.insert(name, definition.body(index).id);
    }
    void flows(const QString &name, const QList<int> &indices)
    {
        QJsonArray list;
        for (int index : indices)
            list.append(definition.flow(index).id);
        array(name, list);
    }
    void tokens(const QString &name, const QList<Tokens> &tokens)
    {
        QJsonArray list;
        for (const Tokens &one : tokens)
            list.append(QJsonArray{definition.flow(one.flow).id, one.count});
        array(name, list);
    }
    void variables(const QString &name, const Variables &variables)
    {
        QJsonObject object;
        for (auto at = variables.cbegin(); at != variables.cend(); ++at)
            object.insert(at.key(), feel::toText(at.value()));
        if (!object.isEmpty())
            json.insert(name, object);
    }
    void plan(const QString &name, const TimerPlan &plan)
    {
        if (plan == TimerPlan())
            return;
        json.insert(name,
                    QJsonObject{{u"anchor"_s, plan.anchor},
                                {u"period"_s, toText(plan.period)},
                                {u"first"_s, plan.first},
                                {u"times"_s, plan.times},
                                {u"zone"_s, plan.zone}});
    }
    void state(const QString &name, const std::shared_ptr<const State> &state)
    {
        json.insert(name, toJson(definition, *state));
    }

    const Definition &definition;
    QJsonObject json;

private:
    void array(const QString &name, const QJsonArray &list)
    {
        if (!list.isEmpty())
            json.insert(name, list);
    }
};

// Sets each field, to zero or empty where it is absent; remembers what is not as it should be.
class JsonReader {
public:
    JsonReader(const Definition &of, const QJsonObject &from)
        : definition(of)
        , json(from)
    {
    }

    template <typename Number>
    void number(const QString &name, Number &value)
    {
        value = Number(json.value(name).toInteger());
    }
    template <typename Number>
    void numbers(const QString &name, QList<Number> &values)
    {
        for (const QJsonValue one : json.value(name).toArray())
            values.append(Number(one.toInteger()));
    }
    void text(const QString &name, QString &value) { value = json.value(name).toString(); }
    void flag(const QString &name, bool &value) { value = json.value(name).toBool(); }
    void value(const QString &name, feel::Value &value)
    {
        value = json.contains(name) ? valueOf(json.value(name).toString()) : feel::Value();
    }
    template <typename Word>
    void word(const QString &name, Word &word)
    {
        const qsizetype index = wordsOf(word).indexOf(json.value(name).toString());
        if (index < 0)
            fail(name);
        word = Word(qMax(index, qsizetype(0)));
    }
    void node(const QString &name, int &index) { index = nodeOf(json.value(name)); }
    void nodes(const QString &name, QList<int> &indices)
    {
        for (const QJsonValue one : json.value(name).toArray())
            indices.append(nodeOf(one));
    }
    void body(const QString &name, int &index)
    {
        index = json.contains(name) ? definition.bodyOf(json.value(name).toString()) : -1;
        if (json.contains(name) && index < 0)
            fail(json.value(name).toString());
    }
    void flows(const QString &name, QList<int> &indices)
    {
        for (const QJsonValue one : json.value(name).toArray())
            indices.append(flowOf(one));
    }
    void tokens(const QString &name, QList<Tokens> &tokens)
    {
        for (const QJsonValue one : json.value(name).toArray())
            tokens.append({flowOf(one.toArray().at(0)), int(one.toArray().at(1).toInteger())});
        std::sort(tokens.begin(), tokens.end(), [](const Tokens &a, const Tokens &b) { return a.flow < b.flow; });
    }
    void variables(const QString &name, Variables &variables)
    {
        const QJsonObject object = json.value(name).toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            variables.insert(at.key(), valueOf(at.value().toString()));
    }
    void plan(const QString &name, TimerPlan &plan)
    {
        if (!json.contains(name))
            return;
        const QJsonObject object = json.value(name).toObject();
        const Result<Span> period = spanFromText(object.value(u"period"_s).toString());
        if (!period)
            fail(name);
        plan.anchor = object.value(u"anchor"_s).toInteger();
        plan.period = period ? *period : Span();
        plan.first = int(object.value(u"first"_s).toInteger());
        plan.times = int(object.value(u"times"_s).toInteger());
        plan.zone = object.value(u"zone"_s).toString();
    }
    void state(const QString &name, std::shared_ptr<const State> &state)
    {
        Result<State> read = stateFromJson(definition, json.value(name).toObject());
        if (!read)
            fail(name);
        state = std::make_shared<const State>(read ? *std::move(read) : State());
    }

    Status status() const
    {
        if (m_fault.isNull())
            return {};
        return Error{Error::Kind::Invalid, u"expected what the definition knows but found '"_s + m_fault + u'\''};
    }

    const Definition &definition;
    const QJsonObject &json;

private:
    void fail(const QString &what)
    {
        if (m_fault.isNull())
            m_fault = what.isNull() ? u""_s : what;
    }
    int nodeOf(const QJsonValue &id)
    {
        if (id.isUndefined())
            return -1;
        const int index = definition.nodeOf(id.toString());
        if (index < 0)
            fail(id.toString());
        return index;
    }
    int flowOf(const QJsonValue &id)
    {
        const int index = definition.flowOf(id.toString());
        if (index < 0)
            fail(id.toString());
        return qMax(index, 0);
    }
    feel::Value valueOf(const QString &text)
    {
        const Result<feel::Value> value = feel::fromText(text);
        if (!value)
            fail(text);
        return value ? *value : feel::Value();
    }

    QString m_fault;
};

} // namespace naru::bpmn
