// Moves in the words of a personnel office: sentences, table columns, and the short lines of a bulletin.
#pragma once

#include "office/sample/moves.h"

namespace naru::office::sample {

// How names are written.
enum class NameStyle { Plain, Spaced, WithHanja };

class Wording {
public:
    Wording(const Roster &roster, Dice &dice)
        : m_roster(roster)
        , m_dice(dice)
        , m_isBrief(dice.chance(500))
    {
    }

    QString name(const Move &move, NameStyle style) const;
    // "총무과 근무를 명함", "지방행정사무관에 임함. 총무과 서무팀장에 보함".
    QString sentence(const Move &move);
    // What stands behind the arrow of a bulletin: "총무과", "육아휴직(2026. 7. 29. ~ 2027. 7. 28.)".
    QString shortForm(const Move &move);
    // What stands in a remark column, the kind included: "지방행정사무관 승진", empty for a plain 전보.
    QString remark(const Move &move);

    // The unit that the move leads to, as it is written: "대공원사업소 운영과".
    QString target(const Move &move) const;
    // The unit where the person sits, as orders write it; with `isOld` a 보직재발령 shows the name of before.
    QString present(const Move &move, bool withTeam, bool isOld) const;
    // The same with the post in brackets: "총무과(서무팀)", "총무과(과장)".
    QString presentWithPost(const Move &move, bool isOld) const;
    QString targetWithPost(const Move &move) const;
    QString presentPost(const Move &move) const;
    QString targetPost(const Move &move) const;
    // "해람광역시" or the institution.
    QString institution(const QString &unit) const;

    const Seat *seat(const Move &move) const { return move.seat < 0 ? nullptr : &m_roster.seats.at(move.seat); }
    const Person &person(const Move &move) const { return move.seat < 0 ? move.newcomer : seat(move)->person; }

private:
    QString path(const QString &unit, bool withTeam, bool withInstitution) const;
    QString formerUnit(const Move &move) const;
    QString headPath(const QString &unit) const;
    QString place(const Move &move);
    QString withPost(const QString &unit, bool isHead) const;
    QString amendment(const Move &move) const;
    QString ownDay(const Move &move) const;
    QString filled(const char16_t *pattern, const Move &move);

    const Roster &m_roster;
    Dice &m_dice;
    bool m_isBrief; // an office keeps to one wording within a document
};

QString koreanDay(QDate day); // 2026. 7. 29.
QString koreanPeriod(QDate from, QDate until);

} // namespace naru::office::sample
