// Draws moves of each kind from the roster: nobody twice, no head's seat twice, homonyms only where they are wanted.
#pragma once

#include "office/sample/moves.h"

#include <functional>

namespace naru::office::sample {

class MovesPool {
public:
    MovesPool(const Roster &roster, OrderSize size, Dice &dice);

    // Up to `count` moves of the kind, fewer where the office has no more people for it.
    QList<Move> take(const QString &kind, int count);
    // Works the slips of the pen into the finished list.
    void slip(QList<Move> &moves);

private:
    using Fits = std::function<bool(const Seat &)>;

    int draw(const Fits &fits);
    int drawFor(const QString &unit, const Fits &fits);
    int drawHomonym();
    Move base(const QString &kind, int seat) const;
    const Seat &seat(int index) const { return m_roster.seats.at(index); }
    bool isCareer(const Seat &seat) const;
    bool isPresent(const Seat &seat) const { return seat.side.id.isEmpty(); }

    QString anyTarget(const QString &notDivision);
    bool hasTwin(const Seat &seat, const QString &division = {}) const;
    bool suits(const Seat &seat, const QString &division) const;
    bool canMoveWithin(const Seat &seat) const;
    void aim(Move &move, const Seat *from);
    bool aimAtHead(Move &move, const QString &level, const QString &nature);

    bool promote(Move &move, int number, int count);
    bool transfer(Move &move, int number, int count);
    bool reissue(Move &move, int number, int count);
    bool depart(Move &move, int number);
    bool returnBack(Move &move);
    bool lend(Move &move, int number);
    bool leave(Move &move, int number);
    bool extend(Move &move);
    bool act(Move &move);
    bool serveTwice(Move &move);
    bool release(Move &move);
    bool changeGrade(Move &move);
    bool discipline(Move &move);
    bool welcome(Move &move);
    bool amend(Move &move, int number);
    bool make(Move &move, int number, int count);

    void slipUnits(QList<Move> &moves);
    void useOldName(Move &move, UnitSlip slip);
    void misspell(Move &move);
    void makeAmbiguous(Move &move);
    void addSecondLines(QList<Move> &moves, int count);
    void shareCells(QList<Move> &moves, int count);

    const Roster &m_roster;
    OrderSize m_size;
    Dice &m_dice;
    QList<int> m_shuffled; // seats in the order in which they are drawn
    QSet<int> m_used;
    QSet<QString> m_newNames;
    QStringList m_targets; // divisions that take people
    QHash<QString, QStringList> m_teams; // of a division
    QStringList m_freeHeads; // units whose head leaves with this order
    QList<int> m_homonyms;
};

} // namespace naru::office::sample
