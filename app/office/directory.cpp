#include "office/directory.h"

#include "core/hangul.h"

#include <QSet>

#include <algorithm>

namespace naru::office {

template <typename T, typename Key>
QHash<QString, QList<const T *>> Directory::indexed(const QList<T> &records, Key key)
{
    QHash<QString, QList<const T *>> index;
    for (const T &one : records)
        index[key(one)].append(&one);
    return index;
}

Directory::Directory(OfficeState state)
    : m_state(std::move(state))
{
    for (const Unit &one : std::as_const(m_state.units)) {
        m_units.insert(one.id, &one);
        m_unitsByName[normalizeForMatch(one.name)].append(&one);
        if (!one.parent.isEmpty())
            m_children[one.parent].append(&one);
        for (const QString &code : one.predecessors)
            m_successors[code].append(&one);
    }
    for (const Person &one : std::as_const(m_state.persons)) {
        m_persons.insert(one.id, &one);
        m_personsByName[normalizeForMatch(one.name)].append(&one);
    }
    m_assignments = indexed(m_state.assignments, [](const Assignment &one) { return one.person; });
    for (QList<const Assignment *> &list : m_assignments)
        std::stable_sort(list.begin(), list.end(), [](const Assignment *a, const Assignment *b) {
            return a->validFrom < b->validFrom;
        });
    m_assignmentsByUnit = indexed(m_state.assignments, [](const Assignment &one) { return one.unit; });
    m_accounts = indexed(m_state.accounts, [](const Account &one) { return one.person; });
    m_roles = indexed(m_state.roles, [](const RoleGrant &one) { return one.person; });
    m_deputies = indexed(m_state.deputies, [](const Deputy &one) { return one.person; });
    m_deputising = indexed(m_state.deputies, [](const Deputy &one) { return one.deputy; });
    m_tasks = indexed(m_state.tasks, [](const Task &one) { return one.owner; });
    m_directives = indexed(m_state.directives, [](const Directive &one) { return one.owner; });
    m_approvalSteps = indexed(m_state.approvalSteps, [](const ApprovalStep &one) { return one.person; });
    m_orderLines = indexed(m_state.orderLines, [](const OrderLine &one) { return one.person; });
    for (const ApprovalLine &one : std::as_const(m_state.approvalLines)) {
        QSet<QString> people{one.owner};
        for (const QString &step : one.steps)
            people.insert(step.mid(step.indexOf(u':') + 1));
        for (const QString &empNo : std::as_const(people)) // any order: each to a list of its own
            m_approvalLines[empNo].append(&one);
    }
}

const Unit *Directory::unit(const QString &code) const { return m_units.value(code); }

QList<const Unit *> Directory::unitsNamed(const QString &name) const
{
    return m_unitsByName.value(normalizeForMatch(name));
}

QList<const Unit *> Directory::children(const QString &code, QDate day) const
{
    QList<const Unit *> out;
    for (const Unit *one : m_children.value(code))
        if (isValidOn(*one, day))
            out.append(one);
    return out;
}

QList<const Unit *> Directory::children(const QString &code) const { return m_children.value(code); }

QList<const Unit *> Directory::successors(const QString &code) const { return m_successors.value(code); }

QList<const Unit *> Directory::heirs(const Unit &unit, QDate day) const
{
    QList<const Unit *> found;
    QList<const Unit *> open{&unit};
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const Unit *one = open.takeFirst();
        if (seen.contains(one->id))
            continue;
        seen.insert(one->id);
        if (isValidOn(*one, day))
            found.append(one);
        else
            open += m_successors.value(one->id);
    }
    return found;
}

QList<const Unit *> Directory::ancestry(const QString &code) const
{
    QList<const Unit *> line;
    for (const Unit *one = unit(code); one && !line.contains(one); one = unit(one->parent))
        line.append(one);
    return line;
}

bool Directory::isWithin(const QString &code, const QString &ancestor) const
{
    const QList<const Unit *> line = ancestry(code);
    return std::any_of(line.begin(), line.end(), [&](const Unit *one) { return one->id == ancestor; });
}

const Unit *Directory::institution(const QString &code) const
{
    const Unit *found = nullptr;
    for (const Unit *one : ancestry(code))
        if (one->level == u"기관"_s && one->nature != u"본청"_s)
            found = one;
    return found;
}

QString Directory::path(const QString &code) const
{
    QStringList names;
    for (const Unit *one : ancestry(code))
        if (one->level != u"기관"_s || one->nature != u"본청"_s || names.isEmpty())
            names.prepend(one->name);
    return names.join(u' ');
}

QString Directory::unitName(const QString &code) const
{
    const Unit *one = unit(code);
    return one ? one->name : code;
}

const Person *Directory::person(const QString &empNo) const { return m_persons.value(empNo); }

QList<const Person *> Directory::personsNamed(const QString &name) const
{
    return m_personsByName.value(normalizeForMatch(name));
}

QList<const Assignment *> Directory::assignments(const QString &empNo) const { return m_assignments.value(empNo); }

QList<const Assignment *> Directory::assignmentsOn(const QString &empNo, QDate day) const
{
    QList<const Assignment *> out;
    for (const Assignment *one : m_assignments.value(empNo))
        if (isValidOn(*one, day))
            out.append(one);
    return out;
}

const Assignment *Directory::mainPost(const QString &empNo, QDate day) const
{
    const Assignment *found = nullptr;
    for (const Assignment *one : m_assignments.value(empNo))
        if (one->nature == u"본직"_s && isValidOn(*one, day))
            found = one;
    return found;
}

const Unit *Directory::unitOn(const QString &empNo, QDate day) const
{
    const Assignment *post = mainPost(empNo, day);
    const Unit *one = post ? unit(post->unit) : nullptr;
    if (!one || isValidOn(*one, day))
        return one;
    const QList<const Unit *> next = heirs(*one, day);
    return next.size() == 1 ? next.first() : one;
}

QList<const Person *> Directory::membersOn(const QString &code, QDate day) const
{
    QList<const Person *> out;
    for (const Assignment *one : m_assignmentsByUnit.value(code))
        if (one->nature == u"본직"_s && isValidOn(*one, day))
            if (const Person *who = person(one->person))
                out.append(who);
    return out;
}

const Person *Directory::headOn(const QString &code, QDate day) const
{
    for (const Assignment *one : m_assignmentsByUnit.value(code))
        if ((one->nature == u"본직"_s || one->nature == u"겸임"_s || one->nature == u"직무대리"_s)
            && isHeadPost(one->post) && isValidOn(*one, day))
            if (const Person *who = person(one->person))
                return who;
    return nullptr;
}

QList<const Account *> Directory::accounts(const QString &empNo) const { return m_accounts.value(empNo); }
QList<const RoleGrant *> Directory::roles(const QString &empNo) const { return m_roles.value(empNo); }
QList<const Deputy *> Directory::deputies(const QString &empNo) const { return m_deputies.value(empNo); }
QList<const Deputy *> Directory::deputising(const QString &empNo) const { return m_deputising.value(empNo); }
QList<const ApprovalLine *> Directory::approvalLinesWith(const QString &empNo) const
{
    return m_approvalLines.value(empNo);
}
QList<const Task *> Directory::tasks(const QString &empNo) const { return m_tasks.value(empNo); }
QList<const Directive *> Directory::directives(const QString &empNo) const { return m_directives.value(empNo); }
QList<const ApprovalStep *> Directory::approvalSteps(const QString &empNo) const
{
    return m_approvalSteps.value(empNo);
}
QList<const OrderLine *> Directory::orderLines(const QString &empNo) const { return m_orderLines.value(empNo); }

bool isHeadPost(const QString &post)
{
    return post.endsWith(u'장') || post.endsWith(u"담당관") || post.endsWith(u"기획관") || post.endsWith(u"대변인")
        || post.endsWith(u"감사관");
}

} // namespace naru::office
