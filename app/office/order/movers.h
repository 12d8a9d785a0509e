// Who moves, by day: the assignments, accounts, and roles of the people whom the ready lines of an order name.
#pragma once

#include "office/order/change_builder.h"
#include "office/order/consequences.h"

#include <QMap>

namespace naru::office {

// One person on one day, whatever the number of lines ("승진" and "전보" take effect as one).
struct Mover {
    QString empNo;
    QString name;
    QDate day;
    QList<const MatchedLine *> lines;
    bool isNew = false;
    bool leaves = false; // the office
    bool isAway = false; // 휴직 파견 정직 …: others do the work meanwhile
    bool isBack = false; // 복직 복귀
    bool isReorganised = false; // 보직재발령: the work goes along
    QString unitBefore;
    QString postBefore;
    QString unitAfter;
    QString postAfter;

    bool changesPlace() const { return !leaves && !unitBefore.isEmpty() && unitBefore != unitAfter; }
    int line() const { return lines.first()->number; }
};

class Movers {
public:
    Movers(const QList<MatchedLine> &lines, const QList<OrderIdentity> &orders, const Directory &directory,
           ChangeBuilder &builder, QList<QStringList> &effects);

    const QList<Mover> &all() const { return m_movers; } // by day, then line
    const Mover *of(const QString &empNo, QDate day) const;
    // Who leads the unit once all lines of that day have taken effect, or an empty text.
    QString headAfter(const QString &unit, QDate day) const;
    // Who takes the seat of somebody who leaves it that day, where the order says so; else an empty text.
    QString successor(const Mover &mover) const;
    QString nameOf(const QString &empNo) const;

    // Of the record that the line becomes.
    QString orderLineId(const MatchedLine &line) const;

private:
    void group(const QList<MatchedLine> &lines);
    void writeOrders(const QList<MatchedLine> &lines);
    void writeLine(const MatchedLine &line, const Mover &mover);
    void moveAll();
    void open(Mover &mover);
    void move(Mover &mover);
    void setMain(Mover &mover, const Assignment &wanted, const MatchedLine &line);
    void amend(Mover &mover, const MatchedLine &line);
    void cancel(Mover &mover, const MatchedLine &line);
    void addSecond(Mover &mover, const MatchedLine &line);
    void end(Mover &mover, const MatchedLine &line);
    void leave(Mover &mover, const MatchedLine &line);
    void prolong(const MatchedLine &line);
    void settleAccount(const Mover &mover);
    void settleRoles(const Mover &mover);
    void grant(const Mover &mover, const QString &role, const QString &unit);
    QList<Assignment> &assignmentsOf(const QString &empNo);
    Assignment *mainOf(const QString &empNo, QDate day);
    QString nextId(const QString &empNo);
    void store(const Assignment &before, const Assignment &after, const QString &reason);
    void add(const Assignment &assignment, const QString &reason);
    void effect(const MatchedLine &line, const QString &text);

    const QList<OrderIdentity> &m_orders;
    const Directory &m_directory;
    ChangeBuilder &m_builder;
    QList<QStringList> &m_effects;
    QList<Mover> m_movers;
    QHash<QString, QList<Assignment>> m_assignments; // as the changes so far leave them
    QHash<QString, QList<RoleGrant>> m_roles;
    QHash<QString, Account> m_accounts; // by login
    QHash<QString, int> m_index; // "emp_no|day" -> m_movers
    QHash<QString, QStringList> m_arrivals; // "unit|day" -> emp_nos
};

} // namespace naru::office
