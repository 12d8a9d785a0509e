#include "run/robots/port.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace naru::run {

namespace {

Error nobodyOffers(const QString &operation)
{
    return {Error::Kind::Invalid, u"expected an operation that a connector offers but found '"_s + operation + u'\'',
            u"run.operation"_s};
}

Effect withOwnName(const Effect &effect)
{
    return {effect.key, effect.operation.section(u'.', 1), effect.input};
}

QString nameOf(const store::Subscription &what) { return what.kind + u':' + what.name; }

QJsonObject inputOf(const store::Subscription &what, const store::Wish &wish)
{
    return {{u"correlation"_s, what.correlation}, {u"body"_s, QJsonDocument::fromJson(wish.body).object()}};
}

} // namespace

void Connectors::add(std::unique_ptr<Connector> connector)
{
    const QString id = connector->id();
    m_connectors[id] = {std::move(connector), std::make_unique<std::mutex>()};
}

QStringList Connectors::operations() const
{
    QStringList out;
    for (const auto &[id, entry] : m_connectors)
        for (const Operation &one : entry.connector->operations())
            out.append(id + u'.' + one.name);
    return out;
}

Connectors::Offer Connectors::offer(const QString &operation) const
{
    const auto entry = m_connectors.find(operation.section(u'.', 0, 0));
    if (entry == m_connectors.end())
        return {};
    for (const Operation &one : entry->second.connector->operations())
        if (one.name == operation.section(u'.', 1))
            return {entry->second.connector.get(), one, entry->second.turn.get()};
    return {};
}

// ---- the performer

Result<Outcome> Performer::perform(const Effect &effect)
{
    const Connectors::Offer offer = m_connectors.offer(effect.operation);
    if (!offer.connector)
        return nobodyOffers(effect.operation);
    const std::scoped_lock turn(*offer.turn);
    return offer.connector->perform(withOwnName(effect));
}

Result<std::optional<Outcome>> Performer::find(const Effect &effect)
{
    const Connectors::Offer offer = m_connectors.offer(effect.operation);
    if (!offer.connector)
        return nobodyOffers(effect.operation);
    const std::scoped_lock turn(*offer.turn);
    return offer.connector->find(withOwnName(effect));
}

bool Performer::isRepeatable(const QString &operation) const
{
    return m_connectors.offer(operation).operation.isRepeatable;
}

Status Performer::send(const store::Subscription &what, const store::Wish &wish)
{
    const Result<QStringList> told = m_messages.deliver(what, wish);
    return told ? Status() : told.error();
}

// ---- the planner

QJsonObject toJson(const PlannedEffect &effect)
{
    QJsonArray changes;
    for (const Change &change : effect.outcome.changes)
        changes.append(naru::toJson(change));
    return {{u"operation"_s, effect.operation},
            {u"input"_s, effect.input},
            {u"result"_s, effect.outcome.result},
            {u"changes"_s, changes},
            {u"touched"_s, QJsonArray::fromStringList(effect.outcome.touched)},
            {u"error"_s, effect.outcome.error}};
}

Result<Outcome> Planner::perform(const Effect &effect)
{
    const Connectors::Offer offer = m_connectors.offer(effect.operation);
    if (!offer.connector)
        return nobodyOffers(effect.operation);
    const std::scoped_lock turn(*offer.turn);
    const Result<Outcome> outcome = offer.connector->plan(withOwnName(effect));
    if (outcome)
        m_planned.append({effect.operation, effect.input, *outcome});
    return outcome;
}

Status Planner::send(const store::Subscription &what, const store::Wish &wish)
{
    m_planned.append({nameOf(what), inputOf(what, wish), {}});
    return {};
}

// ---- the approved port

Result<PlannedEffect> Approved::next(const QString &operation, const QJsonObject &input)
{
    const std::scoped_lock lock(m_mutex);
    for (qsizetype i = 0; i < m_approved.size(); ++i)
        if (m_approved[i].operation == operation && m_approved[i].input == input)
            return m_approved.takeAt(i);
    return Error{Error::Kind::Conflict,
                 u"expected an effect that the approved preview holds but '"_s + operation + u"' is none of them"_s,
                 u"run.notApproved"_s};
}

Result<Outcome> Approved::perform(const Effect &effect)
{
    const Result<PlannedEffect> approved = next(effect.operation, effect.input);
    if (!approved)
        return approved.error();
    Result<Outcome> outcome = m_performer.perform(effect);
    if (outcome && !isSame(*outcome, approved->outcome))
        return Error{Error::Kind::Conflict,
                     u"expected '"_s + effect.operation + u"' to end as the approved preview says but it ended otherwise"_s,
                     u"run.notApproved"_s};
    return outcome;
}

Status Approved::send(const store::Subscription &what, const store::Wish &wish)
{
    const Result<PlannedEffect> approved = next(nameOf(what), inputOf(what, wish));
    return approved ? m_performer.send(what, wish) : approved.error();
}

} // namespace naru::run
