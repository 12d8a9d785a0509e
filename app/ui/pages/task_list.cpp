#include "ui/pages/task_list.h"

#include "run/particles.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QTimeZone>

namespace naru::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("naru::ui::TaskList", text); }

QDate dayInSeoul(const QDateTime &moment) { return moment.toTimeZone(QTimeZone("Asia/Seoul")).date(); }

Cell dueCell(const QDateTime &due, QDate today)
{
    if (!due.isValid())
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "No day set")), u"clock"_s, Tone::Muted, QDateTime({9999, 1, 1}, QTime())};
    const QDate day = dayInSeoul(due);
    if (day < today)
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 overdue")).arg(shortDayText(day)), u"warning"_s, Tone::Danger, due};
    if (day == today)
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 today")).arg(shortDayText(day)), u"clock"_s, Tone::Warning, due};
    return {shortDayText(day), u"clock"_s, Tone::Text, due};
}

Cell stateCell(const store::WorkItem &item, const QString &actor)
{
    if (item.holder.isEmpty())
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Free")), u"open"_s, Tone::Text};
    if (item.holder == actor)
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Mine")), u"person"_s, Tone::Accent};
    return {run::withParticles(say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Held by %1")).arg(item.holder)), u"lock"_s, Tone::Muted};
}

} // namespace

QStringList taskHeads()
{
    return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Due")), say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Task")),
            say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Robot")), say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "State")),
            say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Came"))};
}

QString candidateWords(const QString &candidate)
{
    const QString kind = candidate.section(u':', 0, 0);
    const QString name = candidate.section(u':', 1);
    if (kind == u"role")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "who is in charge of %1")).arg(name);
    if (kind == u"unit")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "unit %1")).arg(name);
    if (kind == u"head")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "the head of %1")).arg(candidateWords(name));
    if (kind == u"deputy")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "the deputy of %1")).arg(candidateWords(name));
    return name.isEmpty() ? candidate : name;
}

CellRow taskRow(const TaskEntry &entry, const QString &actor, QDate today)
{
    const store::WorkItem &item = entry.item;
    return {item.key,
            {dueCell(item.due, today), {item.title}, {entry.runTitle}, stateCell(item, actor),
             {momentText(item.made), {}, Tone::Text, item.made}}};
}

Result<QList<TaskEntry>> openTasks(run::RobotDesk &desk)
{
    const Result<QList<store::WorkItem>> items = desk.work();
    if (!items)
        return items.error();
    QHash<QString, QString> titles; // asked, never walked through
    QList<TaskEntry> out;
    for (const store::WorkItem &item : *items) {
        if (!titles.contains(item.run)) {
            const Result<store::RunHead> head = desk.runs().run(item.run);
            titles.insert(item.run, head ? head->title : item.robot);
        }
        out.append({item, titles.value(item.run)});
    }
    return out;
}

Result<OpenedTask> openedTask(run::RobotDesk &desk, const QString &key)
{
    const Result<store::WorkItem> item = desk.workItem(key);
    if (!item)
        return item.error();
    const Result<run::Form> form = desk.formOf(*item);
    if (!form)
        return form.error();
    const Result<store::RunHead> head = desk.runs().run(item->run);
    return OpenedTask{{*item, head ? head->title : item->robot}, *form, run::RobotDesk::inputOf(*item)};
}

} // namespace naru::ui
