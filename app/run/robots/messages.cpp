#include "run/robots/messages.h"

#include "engine/bpmn/execution.h"
#include "run/robots/values.h"

#include <QJsonDocument>

namespace naru::run {

bool isMeant(const Robot &robot, const store::Waiting &waiting, const store::Subscription &what, const store::Wish &message)
{
    // "run/element/number", as waitKey() makes it.
    const QString element = waiting.subscription.key.mid(waiting.run.size() + 1).section(u'/', 0, -2);
    const Result<feel::Value> payload = valueFromJson(QJsonDocument::fromJson(message.body).object().value(u"payload"_s));
    return payload
        && bpmn::carries(robot.definition, element, {what.name, what.correlation, *payload, {}}, waiting.subscription.correlation);
}

Result<QStringList> Messages::deliver(const store::Subscription &what, const store::Wish &wish)
{
    const Result<QList<store::RunStart>> starts = m_starts ? m_starts(what, wish) : QList<store::RunStart>();
    if (!starts)
        return starts.error();
    const auto meant = [this](const store::Waiting &waiting, const store::Subscription &sent, const store::Wish &message) {
        const Result<std::shared_ptr<const Robot>> robot = m_robots.robot(waiting.package);
        return robot && isMeant(**robot, waiting, sent, message);
    };
    return m_runs.deliver(what, wish, meant, *starts);
}

} // namespace naru::run
