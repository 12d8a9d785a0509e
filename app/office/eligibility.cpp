#include "office/eligibility.h"

#include <algorithm>

namespace naru::office {

namespace {

// Who is away altogether acts for nobody, not even for themself.
bool isAway(const QList<const Assignment *> &assignments)
{
    static const QStringList away{u"휴직"_s, u"정직"_s, u"직위해제"_s};
    return std::any_of(assignments.begin(), assignments.end(), [](const Assignment *one) { return away.contains(one->nature); });
}

void appendOwn(const Directory &directory, const QString &empNo, QDate day, QStringList &out)
{
    const QList<const Assignment *> assignments = directory.assignmentsOn(empNo, day);
    if (assignments.isEmpty())
        return;
    out.append(u"person:"_s + empNo);
    for (const RoleGrant *one : directory.roles(empNo)) {
        if (!isValidOn(*one, day))
            continue;
        out.append(u"role:"_s + one->role);
        if (!one->unit.isEmpty())
            out.append(u"role:"_s + one->role + u'@' + one->unit);
    }
    for (const Assignment *one : assignments)
        for (const Unit *unit : directory.ancestry(one->unit))
            out.append(u"unit:"_s + unit->id);
}

void appendAs(const QString &prefix, const Directory &directory, const QString &empNo, QDate day, QStringList &out)
{
    QStringList theirs;
    appendOwn(directory, empNo, day, theirs);
    for (const QString &one : std::as_const(theirs))
        if (!one.startsWith(u"unit:"))
            out.append(prefix + one);
}

// What comes to somebody as the head of units.
void appendAsHead(const Directory &directory, const QString &empNo, QDate day, QStringList &out)
{
    const auto isHead = [&](const QString &unit) {
        const Person *head = directory.headOn(unit, day);
        return head && head->id == empNo;
    };
    for (const Assignment *one : directory.assignmentsOn(empNo, day)) {
        if (!isHead(one->unit))
            continue;
        out.append(u"head:unit:"_s + one->unit);
        for (const Person *member : directory.membersOn(one->unit, day))
            if (member->id != empNo)
                appendAs(u"head:"_s, directory, member->id, day, out);
        for (const Unit *below : directory.children(one->unit, day))
            if (const Person *head = directory.headOn(below->id, day); head && head->id != empNo)
                appendAs(u"head:"_s, directory, head->id, day, out);
    }
}

} // namespace

QStringList eligibilities(const Directory &directory, const QString &empNo, QDate day)
{
    QStringList out;
    if (isAway(directory.assignmentsOn(empNo, day)))
        return out;
    appendOwn(directory, empNo, day, out);
    if (out.isEmpty())
        return out;
    appendAsHead(directory, empNo, day, out);
    for (const Deputy *one : directory.deputising(empNo))
        if (isValidOn(*one, day)) {
            appendOwn(directory, one->person, day, out);
            appendAs(u"deputy:"_s, directory, one->person, day, out);
            appendAsHead(directory, one->person, day, out);
        }
    out.removeDuplicates();
    return out;
}

} // namespace naru::office
