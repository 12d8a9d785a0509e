// The office as of any day: units through reorganisations, people, and their assignments, indexed for matching.
#pragma once

#include "office/records.h"

#include <QHash>
#include <QMultiHash>

namespace naru::office {

// All records that the directory and the personnel order need, in order of id.
struct OfficeState {
    QList<Unit> units;
    QList<Post> posts;
    QList<Person> persons;
    QList<Assignment> assignments;
    QList<Account> accounts;
    QList<RoleGrant> roles;
    QList<Deputy> deputies;
    QList<ApprovalLine> approvalLines;
    QList<Task> tasks;
    QList<Directive> directives;
    QList<ApprovalStep> approvalSteps;
    QList<Order> orders;
    QList<OrderLine> orderLines;
};

// Whether a record with validFrom and validTo holds on the day.
template <typename T>
bool isValidOn(const T &record, QDate day)
{
    return (!record.validFrom.isValid() || record.validFrom <= day)
        && (!record.validTo.isValid() || record.validTo >= day);
}

class Directory {
public:
    // Takes the state over; pointers that the directory gives point into it and live as long as the directory.
    explicit Directory(OfficeState state);
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;

    const OfficeState &state() const { return m_state; }

    // ---- units
    const Unit *unit(const QString &code) const;
    QList<const Unit *> unitsNamed(const QString &name) const; // of any day; the spelling does not matter
    QList<const Unit *> children(const QString &code, QDate day) const;
    QList<const Unit *> children(const QString &code) const; // of any day
    QList<const Unit *> successors(const QString &code) const; // the next in the chain, of any day
    // Units valid on the day that took over from this one (itself when it is still valid), by chains of predecessors.
    QList<const Unit *> heirs(const Unit &unit, QDate day) const;
    // The unit and those above it as of the day, nearest first.
    QList<const Unit *> ancestry(const QString &code) const;
    bool isWithin(const QString &code, const QString &ancestor) const;
    // The 기관 that it belongs to, or null for 본청.
    const Unit *institution(const QString &code) const;
    // "행정국 총무과 인사팀": from the 실국 downward.
    QString path(const QString &code) const;
    // The name, for an unknown code the code itself.
    QString unitName(const QString &code) const;

    // ---- people
    const Person *person(const QString &empNo) const;
    QList<const Person *> personsNamed(const QString &name) const; // normalized
    QList<const Assignment *> assignments(const QString &empNo) const; // of any day, in order of validFrom
    QList<const Assignment *> assignmentsOn(const QString &empNo, QDate day) const;
    // The main post (본직) on the day, or null: not yet here, or gone.
    const Assignment *mainPost(const QString &empNo, QDate day) const;
    // The unit of the main post as the organisation of the day has it: an heir, if there is one heir alone.
    const Unit *unitOn(const QString &empNo, QDate day) const;
    // Who has a main post in the unit on the day.
    QList<const Person *> membersOn(const QString &code, QDate day) const;
    // Who leads the unit on the day (과장, 담당관, 팀장 …), or null where it is vacant.
    const Person *headOn(const QString &code, QDate day) const;

    QList<const Account *> accounts(const QString &empNo) const;
    QList<const RoleGrant *> roles(const QString &empNo) const;
    QList<const Deputy *> deputies(const QString &empNo) const; // of the person
    QList<const Deputy *> deputising(const QString &empNo) const; // for others
    QList<const ApprovalLine *> approvalLinesWith(const QString &empNo) const; // owner or step
    QList<const Task *> tasks(const QString &empNo) const;
    QList<const Directive *> directives(const QString &empNo) const;
    QList<const ApprovalStep *> approvalSteps(const QString &empNo) const;
    QList<const OrderLine *> orderLines(const QString &empNo) const;

private:
    template <typename T, typename Key>
    static QHash<QString, QList<const T *>> indexed(const QList<T> &records, Key key);

    OfficeState m_state;
    QHash<QString, const Unit *> m_units;
    QHash<QString, QList<const Unit *>> m_unitsByName;
    QHash<QString, QList<const Unit *>> m_children;
    QHash<QString, QList<const Unit *>> m_successors;
    QHash<QString, const Person *> m_persons;
    QHash<QString, QList<const Person *>> m_personsByName;
    QHash<QString, QList<const Assignment *>> m_assignments;
    QHash<QString, QList<const Assignment *>> m_assignmentsByUnit;
    QHash<QString, QList<const Account *>> m_accounts;
    QHash<QString, QList<const RoleGrant *>> m_roles;
    QHash<QString, QList<const Deputy *>> m_deputies;
    QHash<QString, QList<const Deputy *>> m_deputising;
    QHash<QString, QList<const ApprovalLine *>> m_approvalLines;
    QHash<QString, QList<const Task *>> m_tasks;
    QHash<QString, QList<const Directive *>> m_directives;
    QHash<QString, QList<const ApprovalStep *>> m_approvalSteps;
    QHash<QString, QList<const OrderLine *>> m_orderLines;
};

// Whether the post leads a unit of this name and level: 과장, 담당관, 팀장, 국장, 소장 …
bool isHeadPost(const QString &post);

} // namespace naru::office
