#include "ui/pages/task_list.h"

#include "run/particles.h"
#include "ui/pages/day_words.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace naru::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("naru::ui::TaskList", text); }

QDate dayInSeoul(const QDateTime &moment) { return moment.toTimeZone(QTimeZone("Asia/Seoul")).date(); }

// As office::Directory has it: "김하나 (20110234)".
QString nameOf(const QString &empNo, const office::Directory &office)
{
    const office::Person *person = office.person(empNo);
    return person ? u"%1 (%2)"_s.arg(person->name, empNo) : empNo;
}

// The days on which people work, from the day after the one up to the other.
int workingDays(const KoreanCalendar &calendar, QDate after, QDate last)
{
    const Result<int> days = calendar.workingDaysBetween(after.addDays(1), last);
    return days ? *days : 0;
}

std::optional<int> daysLeft(const KoreanCalendar &calendar, const QDateTime &due, QDate today)
{
    if (!due.isValid())
        return {};
    const QDate day = dayInSeoul(due);
    return day < today ? -workingDays(calendar, day, today) : workingDays(calendar, today, day);
}

Cell dueCell(const TaskEntry &entry, QDate today)
{
    const QDateTime &due = entry.item.due;
    if (!due.isValid())
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "No day set")), u"clock"_s, Tone::Muted, QDateTime({9999, 1, 1}, QTime())};
    const QDate day = dayInSeoul(due);
    const int left = entry.daysLeft.value_or(0);
    Cell cell{shortDayWords(day), u"clock"_s, Tone::Text, due};
    cell.spoken = shortDayText(day) + u' ' + dueWords(entry, today);
    if (day < today) {
        cell.icon = u"warning"_s;
        cell.tone = Tone::Danger;
        cell.text += u' ' + (left < 0 ? say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 days over")).arg(-left)
                                      : say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "over")));
    } else if (day == today) {
        cell.tone = Tone::Warning;
        cell.text += u' ' + say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "today"));
    } else {
        cell.text += u' ' + say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 days left")).arg(left);
    }
    return cell;
}

Cell stateCell(const TaskEntry &entry, const QString &actor)
{
    if (entry.item.holder.isEmpty())
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Free")), u"open"_s, Tone::Text};
    if (entry.item.holder == actor)
        return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Mine")), u"person"_s, Tone::Accent};
    return {run::withParticles(say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Held by %1")).arg(entry.holder)), u"lock"_s, Tone::Muted};
}

Result<TaskEntry> entryOf(run::RobotDesk &desk, const store::WorkItem &item)
{
    const Result<std::shared_ptr<const office::Directory>> office = desk.session().directory();
    const Result<KoreanCalendar> calendar = desk.session().calendar();
    if (!office || !calendar)
        return !office ? office.error() : calendar.error();
    const Result<store::RunHead> head = desk.runs().run(item.run);
    TaskEntry entry{item, head ? head->title : item.robot, {}, {}, {}, {}, {}};
    if (!item.holder.isEmpty())
        entry.holder = nameOf(item.holder, **office);
    for (const QString &candidate : item.candidates)
        entry.forWhom.append(candidateWords(candidate, **office));
    entry.daysLeft = daysLeft(*calendar, item.due, desk.session().today());
    const QJsonObject body = QJsonDocument::fromJson(item.body).object();
    fromValue(body.value(u"reminded"_s), entry.reminded);
    fromValue(body.value(u"escalated"_s), entry.escalated);
    return entry;
}

Notice noticeOf(const TaskEntry &entry, QDate today)
{
    const store::WorkItem &item = entry.item;
    const bool isLate = entry.escalated.isValid();
    const QDateTime at = std::max(entry.reminded, entry.escalated);
    const QString what = isLate ? say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Late: %1 – %2")) : say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 – %2"));
    const QString who = entry.holder.isEmpty() ? entry.forWhom.value(0) : entry.holder;
    Notice notice{NoticeLevel::NeedsMe, what.arg(item.title, dueWords(entry, today)), at, u"work"_s, {u"work"_s, item.key}};
    // A second reminder is news again.
    notice.key = u"work:"_s + item.key + u'@' + at.toUTC().toString(Qt::ISODate);
    notice.detail = say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 · since %2 · due %3"))
                        .arg(who, shortDayWords(dayInSeoul(item.made)), momentText(item.due));
    return notice;
}

} // namespace

QStringList taskHeads()
{
    return {say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Due")), say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Task")),
            say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Robot")), say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "State")),
            say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "Came"))};
}

QString dueWords(const TaskEntry &entry, QDate today)
{
    if (!entry.item.due.isValid())
        return {};
    const QDate day = dayInSeoul(entry.item.due);
    const int left = entry.daysLeft.value_or(0);
    if (day == today)
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "due today"));
    if (day > today)
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 working days left")).arg(left);
    return left < 0 ? say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "%1 working days over")).arg(-left)
                    : say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "its day is over"));
}

QString actorWords(const QString &actor, const office::Directory &office)
{
    const QString kind = actor.section(u':', 0, 0);
    if (kind == u"schedule")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "a schedule"));
    if (kind == u"trigger")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "a trigger"));
    return nameOf(actor, office);
}

QString candidateWords(const QString &candidate, const office::Directory &office)
{
    const QString kind = candidate.section(u':', 0, 0);
    const QString name = candidate.section(u':', 1);
    if (kind == u"role" && name.contains(u'@')) // "role:팀장@A010301"
        return office.unitName(name.section(u'@', 1)) + u' ' + name.section(u'@', 0, 0);
    if (kind == u"role")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "who is in charge of %1")).arg(name);
    if (kind == u"unit")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "unit %1")).arg(office.unitName(name));
    if (kind == u"head")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "the head of %1")).arg(candidateWords(name, office));
    if (kind == u"deputy")
        return say(QT_TRANSLATE_NOOP("naru::ui::TaskList", "the deputy of %1")).arg(candidateWords(name, office));
    return name.isEmpty() ? candidate : nameOf(name, office);
}

CellRow taskRow(const TaskEntry &entry, const QString &actor, QDate today)
{
    const store::WorkItem &item = entry.item;
    return {item.key,
            {dueCell(entry, today), {item.title}, {entry.runTitle}, stateCell(entry, actor),
             {shortMomentWords(item.made), {}, Tone::Text, item.made}},
            u"%1\n%2\n%3"_s.arg(item.title, entry.runTitle, dueWords(entry, today)).trimmed()};
}

Result<QList<TaskEntry>> openTasks(run::RobotDesk &desk)
{
    const Result<QList<store::WorkItem>> items = desk.work();
    if (!items)
        return items.error();
    QList<TaskEntry> out;
    for (const store::WorkItem &item : *items) {
        const Result<TaskEntry> entry = entryOf(desk, item);
        if (!entry)
            return entry.error();
        out.append(*entry);
    }
    return out;
}

Result<QList<Notice>> taskNotices(run::RobotDesk &desk)
{
    const Result<QList<TaskEntry>> tasks = openTasks(desk);
    if (!tasks)
        return tasks.error();
    QList<Notice> out;
    for (const TaskEntry &one : *tasks)
        if (one.reminded.isValid() || one.escalated.isValid())
            out.append(noticeOf(one, desk.session().today()));
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
    const Result<TaskEntry> entry = entryOf(desk, *item);
    return entry ? Result<OpenedTask>(OpenedTask{*entry, *form, run::RobotDesk::inputOf(*item)}) : entry.error();
}

} // namespace naru::ui
