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

} // namespace

QStringList eligibilities(const Directory &directory, const QString &empNo, QDate day)
{
    QStringList out;
    if (isAway(directory.assignmentsOn(empNo, day)))
        return out;
    appendOwn(directory, empNo, day, out);
    if (out.isEmpty())
        return out;
    for (const Deputy *one : directory.deputising(empNo))
        if (isValidOn(*one, day))
            appendOwn(directory, one->person, day, out);
    out.removeDuplicates();
    return out;
}

} // namespace naru::office
