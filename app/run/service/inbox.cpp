#include "run/service/inbox.h"

#include "run/service/pass_lock.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace naru::run {

Inbox::Inbox(RobotDesk &desk, const Clock &clock, TellEvent tell, const FolderWatch::Options &options)
    : m_desk(desk)
    , m_clock(clock)
    , m_tell(std::move(tell))
    , m_options(options)
{
}

void Inbox::tell(const QString &what, const QString &about, const QString &text, bool isProblem) const
{
    if (m_tell)
        m_tell({what, about, text, isProblem});
}

QString Inbox::workFolder(const QString &office)
{
    const QFileInfo file(office);
    return file.absolutePath() + u'/' + file.completeBaseName() + u".inbox"_s;
}

Status Inbox::reload()
{
    const Result<QList<office::Trigger>> triggers = Triggers(m_desk, m_clock).list();
    if (!triggers)
        return triggers.error();
    std::map<QString, Watched> watched;
    for (const office::Trigger &one : *triggers) {
        if (!one.isEnabled || one.nature != folderTrigger())
            continue;
        const auto old = m_watched.find(one.id);
        if (old != m_watched.end() && old->second.trigger.since == one.since)
            watched.insert(m_watched.extract(old));
        else
            watched.insert({one.id, {one, FolderWatch(one.place, workFolder(m_desk.session().location()) + u'/' + one.id, m_options), {}}});
    }
    m_watched = std::move(watched);
    return {};
}

int Inbox::pass()
{
    if (m_watched.empty())
        return 0;
    const std::optional<PassLock> lock = PassLock::take(m_desk.session().location(), u"inboxes"_s);
    if (!lock)
        return 0;
    int begun = 0;
    for (auto &[id, watched] : m_watched) {
        const Result<QList<TakenFile>> files = watched.watch.look(m_clock.lease().milliseconds);
        const QString trouble = files ? QString() : files.error().text;
        if (std::exchange(watched.trouble, trouble) != trouble)
            tell(trouble.isEmpty() ? u"folder.readable"_s : u"folder.unreadable"_s, id, trouble, !trouble.isEmpty());
        const QStringList complaints = watched.watch.takeComplaints();
        for (const QString &one : complaints)
            tell(u"file.refused"_s, id, one, true);
        if (files && !files->isEmpty())
            begun += begin(watched, *files);
    }
    return begun;
}

int Inbox::begin(Watched &watched, const QList<TakenFile> &files)
{
    const QString id = watched.trigger.id;
    const Result<std::shared_ptr<const Robot>> robot = m_desk.robot(watched.trigger.robot);
    const QString input = robot ? filesInput(**robot) : QString();
    int begun = 0;
    for (const TakenFile &file : files) {
        const feel::Context given{{input, feel::Value(QList<feel::Value>{feel::Value(file.path)})}};
        const Result<RobotDesk::Begin> begin = Triggers::beginOf(watched.trigger, file.sha256, given, file.name);
        const Result<QString> run = !robot ? robot.error() : !begin ? begin.error() : m_desk.begin(*begin);
        if (!run) {
            watched.watch.putOff(file, m_clock.lease().milliseconds);
            tell(u"file.waits"_s, id, file.name + u": "_s + run.error().text, true);
            continue;
        }
        watched.watch.putAside(file);
        // The same content again, whose run is long done: nobody will read this copy.
        if (const Result<store::RunHead> head = m_desk.runs().run(*run); head && hasEnded(head->state))
            QFile::remove(file.path);
        tell(u"file.taken"_s, id, file.name + u' ' + file.sha256.left(16) + u' ' + *run);
        ++begun;
    }
    return begun;
}

bool Inbox::isWaiting() const
{
    return std::any_of(m_watched.begin(), m_watched.end(), [](const auto &one) { return one.second.watch.isWaiting(); });
}

QStringList Inbox::folders() const
{
    QStringList out;
    for (const auto &[id, watched] : m_watched)
        out.append(watched.watch.folder());
    return out;
}

} // namespace naru::run
