#include "run/service/effective_days.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace naru::run {

namespace {

// What was due and whose robots are to begin, written before the bookings: a stop between the two loses no start.
const QString intentSetting = u"service.effective"_s;
constexpr qint64 pauseAfterFailure = 60;
constexpr qint64 pauseAfterConflict = 3600; // a person must look first

QTimeZone seoul() { return QTimeZone("Asia/Seoul"); }

} // namespace

EffectiveDays::EffectiveDays(RobotDesk &desk, const Clock &clock, TellEvent tell)
    : m_desk(desk)
    , m_clock(clock)
    , m_tell(std::move(tell))
{
}

int EffectiveDays::pass()
{
    const QDateTime now = m_clock.now();
    const QDate today = now.toTimeZone(seoul()).date();
    if (m_day == today && !(m_again.isValid() && now >= m_again))
        return 0;
    int applied = 0;
    Status done = applyDue(now, today, applied);
    const Status begun = beginWaiting(now);
    if (done && !begun)
        done = begun;
    m_day = today;
    m_again = {};
    if (done)
        return applied;
    m_again = now.addSecs(done.error().kind == Error::Kind::Conflict ? pauseAfterConflict : pauseAfterFailure);
    if (m_tell)
        m_tell({u"bookings.failed"_s, today.toString(Qt::ISODate), done.error().text, true});
    return applied;
}

Status EffectiveDays::applyDue(const QDateTime &now, QDate today, int &applied)
{
    store::Store &office = m_desk.session().store();
    const Result<QList<store::Booking>> bookings = office.bookings();
    if (!bookings)
        return bookings.error();
    QJsonArray due;
    for (const store::Booking &one : *bookings) {
        const QJsonObject intent{{u"plan"_s, one.plan}, {u"day"_s, one.change.effective.toString(Qt::ISODate)}};
        if (one.change.effective <= today && !due.contains(intent))
            due.append(intent);
    }
    if (due.isEmpty())
        return {};
    if (const Status allowed = m_desk.session().mayDo(u"approve"_s); !allowed)
        return allowed;
    const Result<QList<office::Trigger>> triggers = Triggers(m_desk, m_clock).list();
    if (!triggers)
        return triggers.error();
    const bool isAwaited = std::any_of(triggers->begin(), triggers->end(), [](const office::Trigger &one) { return one.isEnabled && one.nature == effectTrigger(); });
    if (isAwaited)
        if (const Status noted = setIntents(due, now); !noted)
            return noted;
    const Result<QList<store::Receipt>> receipts = office.applyDue(m_desk.session().actor(), now, today);
    m_desk.session().forget();
    if (!receipts)
        return receipts.error();
    for (const store::Receipt &one : *receipts) {
        applied += one.written > 0;
        if (m_tell)
            m_tell({u"bookings.applied"_s, one.plan, QString::number(one.written) + u" changes took effect"_s});
    }
    return {};
}

Status EffectiveDays::setIntents(const QJsonArray &intents, const QDateTime &now)
{
    const QString text = QString::fromUtf8(QJsonDocument(intents).toJson(QJsonDocument::Compact));
    return m_desk.session().store().setSetting(intentSetting, text, m_desk.session().actor(), now);
}

// Begins the robots of what has taken effect. Their causes keep each single.
Status EffectiveDays::beginWaiting(const QDateTime &now)
{
    const Result<QString> text = m_desk.session().store().setting(intentSetting);
    const QJsonArray intents = text ? QJsonDocument::fromJson(text->toUtf8()).array() : QJsonArray();
    if (intents.isEmpty())
        return {};
    const Result<QList<store::Booking>> bookings = m_desk.session().store().bookings();
    const Result<QList<office::Trigger>> triggers = Triggers(m_desk, m_clock).list();
    if (!bookings || !triggers)
        return !bookings ? bookings.error() : triggers.error();
    QJsonArray waiting;
    for (const QJsonValue &intent : intents) {
        const QString plan = intent[u"plan"_s].toString();
        const QString day = intent[u"day"_s].toString();
        const bool isWaiting = std::any_of(bookings->begin(), bookings->end(), [&](const store::Booking &one) {
            return one.plan == plan && one.change.effective.toString(Qt::ISODate) == day;
        });
        if (isWaiting) {
            waiting.append(intent);
            continue;
        }
        for (const office::Trigger &one : *triggers) {
            if (!one.isEnabled || one.nature != effectTrigger())
                continue;
            const Result<RobotDesk::Begin> begin = Triggers::beginOf(one, plan + u':' + day, {{u"plan"_s, feel::Value(plan)}}, plan);
            const Result<QString> begun = begin ? m_desk.begin(*begin) : begin.error();
            if (!begun)
                return begun.error();
            if (m_tell)
                m_tell({u"trigger.started"_s, one.id, plan + u' ' + *begun});
        }
    }
    return setIntents(waiting, now);
}

QDateTime EffectiveDays::next() const
{
    if (!m_day.isValid())
        return m_clock.now();
    const QDateTime midnight = m_day.addDays(1).startOfDay(seoul()).toUTC();
    return m_again.isValid() ? std::min(m_again, midnight) : midnight;
}

} // namespace naru::run
