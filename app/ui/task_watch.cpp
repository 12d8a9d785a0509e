#include "ui/task_watch.h"

#include "ui/pages/task_list.h"
#include "ui/works.h"

namespace naru::ui {

namespace {

constexpr int secondsBetweenLooks = 60;

} // namespace

TaskWatch::TaskWatch(Works &works, run::Session *session, QObject *parent)
    : QObject(parent)
    , m_works(works)
    , m_session(session)
{
    m_clock.setInterval(secondsBetweenLooks * 1000);
    connect(&m_clock, &QTimer::timeout, this, &TaskWatch::look);
    if (session)
        m_clock.start();
}

void TaskWatch::look()
{
    m_isOld = m_isLooking;
    if (!m_session || m_isLooking)
        return;
    m_isLooking = true;
    m_works.start(
        this, tr("Looking for reminders"),
        [session = m_session](const Progress &) -> Result<QList<Notice>> {
            run::RobotDesk desk(*session);
            return taskNotices(desk);
        },
        [this](const QList<Notice> &notices) {
            Q_EMIT seen(notices);
            end();
        },
        [this](const Error &) { end(); }, true); // the next look may find the office again
}

void TaskWatch::end()
{
    m_isLooking = false;
    if (m_isOld)
        look();
}

} // namespace naru::ui
