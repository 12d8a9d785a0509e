// What an order does, before it is put into words: one move for each line, drawn from the people of the sample office
// in the mix that a city's summer order has, with the slips of the pen that such orders have.
#pragma once

#include "office/sample/dice.h"
#include "office/sample/roster.h"

namespace naru::office::sample {

enum class OrderSize { Small, Medium, Large };
int lineCount(OrderSize size); // 12, 120, 1531

// How the unit that a line leads to is written.
enum class UnitSlip {
    None,
    OldName, // of a unit that lives on under another one: understood
    OldTeam, // of a team whose division was split: understood
    OldSplit, // of a split division without the team
    Ended, // of a unit that was abolished
    Misspelt,
    Ambiguous, // of a division that several institutions have and the 본청 has not
};

struct Move {
    QString kind;
    int seat = -1; // index into Roster::seats, -1 for somebody from outside
    Person newcomer;
    QString grade; // present, or that of the newcomer
    QString toGrade;
    QString toUnit; // truly; empty where it leads nowhere
    QString unitText; // the unit as it is written where that is not its name
    bool isToHead = false; // to the head's seat of toUnit
    UnitSlip slip = UnitSlip::None;
    QString outside;
    QString region; // "서울": written in brackets before the outside body
    QString leave; // 육아휴직, 명예퇴직 …: what the phrase says of the kind
    QString period; // "3개월" where the line gives a length, not two dates
    QDate effective;
    QDate until;
    QDate quoted; // the day of the order that is corrected or cancelled
    QString quotedUnit; // where that order had led to
    bool isKnownOrder = true; // the office knows the order that is cancelled
    bool isLate = false; // the day lies before the one on which the order came in
    bool isSharing = false; // shares its cell with the line before it
};

QDate orderDay();
QList<Move> planMoves(const Roster &roster, OrderSize size, Dice &dice);

} // namespace naru::office::sample
