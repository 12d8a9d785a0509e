// The slips of the pen: old, wrong, and unclear unit names, other days, two lines for one person, two people in a cell.
#include "office/sample/moves_pool.h"

#include "core/hangul.h"

#include <array>

namespace naru::office::sample {

namespace {

struct Slips {
    int misspelt, oldName, oldTeam, oldSplit, ended, ambiguous, secondLines, future, late, shared;
};

constexpr Slips slipsOf(OrderSize size)
{
    switch (size) {
    case OrderSize::Small:
        return {0, 1, 0, 0, 0, 0, 0, 1, 0, 0};
    case OrderSize::Medium:
        return {1, 1, 0, 1, 0, 1, 1, 3, 1, 1};
    case OrderSize::Large:
        break;
    }
    return {3, 5, 2, 2, 1, 2, 5, 20, 2, 2};
}

// A vowel that the fingers take for the other: 재정과 -> 제정과.
QString withWrongVowel(const QString &word)
{
    constexpr std::array<std::pair<int, int>, 5> swaps{{{1, 5}, {0, 4}, {8, 13}, {4, 0}, {13, 8}}};
    for (qsizetype i = 1; i + 1 < word.size(); ++i) {
        const int index = word.at(i).unicode() - 0xAC00;
        for (const auto &[from, to] : swaps)
            if (isHangulSyllable(word.at(i)) && index / 28 % 21 == from) {
                QString wrong = word;
                wrong[i] = QChar(static_cast<char16_t>(0xAC00 + index + (to - from) * 28));
                return wrong;
            }
    }
    return word;
}

} // namespace

void MovesPool::useOldName(Move &move, UnitSlip slip)
{
    const Structure &structure = m_roster.structure();
    QHash<QString, QStringList> heirs;
    QSet<QString> living;
    for (const Unit &unit : structure.units) {
        for (const QString &before : unit.predecessors)
            heirs[before].append(unit.id);
        if (!unit.validTo.isValid())
            living.insert(unit.name);
    }
    QList<std::pair<QString, QString>> choices; // the old unit and the unit that it is now
    for (const Unit &unit : structure.units) {
        const QStringList after = heirs.value(unit.id);
        const bool isSplit = heirs.value(structure.divisionOf(unit.id)).size() > 1;
        const QString wantedLevel = slip == UnitSlip::OldTeam ? u"팀"_s : u"과"_s;
        if (!unit.validTo.isValid() || unit.level != wantedLevel
            || living.contains(structure.unit(structure.divisionOf(unit.id))->name))
            continue;
        if ((slip == UnitSlip::OldName && !isSplit && after.size() == 1) || (slip == UnitSlip::OldTeam && isSplit))
            choices.append({unit.id, after.value(0)});
        if ((slip == UnitSlip::OldSplit && isSplit) || (slip == UnitSlip::Ended && after.isEmpty()))
            choices.append({unit.id, QString()});
    }
    if (choices.isEmpty())
        return;
    const auto [before, after] = m_dice.pick(choices);
    const Unit *old = structure.unit(before);
    if (!after.isEmpty() && structure.divisionOf(after) == seat(move.seat).division)
        return;
    move.slip = slip;
    move.toUnit = after;
    move.unitText = old->level == u"팀"_s ? structure.unit(old->parent)->name + u' ' + old->name : old->name;
}

void MovesPool::misspell(Move &move)
{
    QSet<QString> names;
    for (const Unit &unit : m_roster.structure().units)
        names.insert(unit.name);
    for (int tries = 0; tries < 100; ++tries) {
        const Unit *unit = m_roster.structure().unit(anyTarget(seat(move.seat).division));
        const QString wrong = withWrongVowel(unit->name);
        if (unit->nature != u"본청"_s || names.contains(wrong))
            continue;
        move.slip = UnitSlip::Misspelt;
        move.toUnit = unit->id;
        move.unitText = wrong;
        return;
    }
}

void MovesPool::makeAmbiguous(Move &move)
{
    for (const Unit &unit : m_roster.structure().units)
        if (unit.name == u"운영과"_s && !unit.validTo.isValid() && unit.id != seat(move.seat).division) {
            move.slip = UnitSlip::Ambiguous;
            move.toUnit = unit.id;
            move.unitText = unit.name;
            return;
        }
}

void MovesPool::addSecondLines(QList<Move> &moves, int count)
{
    QList<int> promotions;
    for (int i = 0; i < moves.size(); ++i)
        if (moves.at(i).kind == u"승진"_s && moves.at(i).toUnit.isEmpty())
            promotions.append(i);
    for (Move &move : moves) {
        if (count == 0 || promotions.isEmpty())
            return;
        if (move.kind != u"전보"_s || move.isToHead || move.slip != UnitSlip::None || !seat(move.seat).isUnique)
            continue;
        const Move &first = moves.at(promotions.constFirst());
        if (m_roster.structure().divisionOf(move.toUnit) == seat(first.seat).division)
            continue;
        move.seat = first.seat;
        move.grade = first.grade;
        promotions.removeFirst();
        --count;
    }
}

void MovesPool::shareCells(QList<Move> &moves, int count)
{
    for (qsizetype i = moves.size() - 1; i > 0 && count > 0; --i) {
        Move &second = moves[i];
        const Move &first = moves.at(i - 1);
        const auto isPlain = [this](const Move &one) {
            return one.kind == u"전보"_s && one.slip == UnitSlip::None && !one.isToHead && one.effective == orderDay()
                && !one.isSharing && seat(one.seat).isUnique;
        };
        if (!isPlain(first) || !isPlain(second)
            || seat(second.seat).division == m_roster.structure().divisionOf(first.toUnit))
            continue;
        second.toUnit = first.toUnit;
        second.isSharing = true;
        --count;
        i -= 3;
    }
}

void MovesPool::slipUnits(QList<Move> &moves)
{
    const Slips counts = slipsOf(m_size);
    QList<UnitSlip> wanted;
    wanted.insert(wanted.size(), counts.misspelt, UnitSlip::Misspelt);
    wanted.insert(wanted.size(), counts.oldName, UnitSlip::OldName);
    wanted.insert(wanted.size(), counts.oldTeam, UnitSlip::OldTeam);
    wanted.insert(wanted.size(), counts.oldSplit, UnitSlip::OldSplit);
    wanted.insert(wanted.size(), counts.ended, UnitSlip::Ended);
    wanted.insert(wanted.size(), counts.ambiguous, UnitSlip::Ambiguous);
    QList<int> plain;
    for (int i = 0; i < moves.size(); ++i)
        if (moves.at(i).kind == u"전보"_s && !moves.at(i).isToHead && seat(moves.at(i).seat).isUnique)
            plain.append(i);
    m_dice.shuffle(plain);
    while (!plain.isEmpty() && !wanted.isEmpty()) {
        Move &move = moves[plain.takeLast()];
        const UnitSlip slip = wanted.constFirst();
        if (slip == UnitSlip::Misspelt)
            misspell(move);
        else if (slip == UnitSlip::Ambiguous)
            makeAmbiguous(move);
        else
            useOldName(move, slip);
        if (move.slip == slip)
            wanted.removeFirst();
    }
}

void MovesPool::slip(QList<Move> &moves)
{
    const Slips counts = slipsOf(m_size);
    slipUnits(moves);
    addSecondLines(moves, counts.secondLines);
    static const QList<QDate> later{{2026, 8, 3}, {2026, 8, 10}, {2026, 8, 17}, {2026, 9, 1}};
    QList<int> datable;
    for (int i = 0; i < moves.size(); ++i) {
        const Move &move = moves.at(i);
        if (move.slip == UnitSlip::None && move.seat >= 0 && seat(move.seat).isUnique
            && (move.kind == u"전보"_s || move.kind == u"휴직"_s || move.kind == u"파견"_s || move.kind == u"복직"_s))
            datable.append(i);
    }
    m_dice.shuffle(datable);
    for (int i = 0; i < counts.future && !datable.isEmpty(); ++i) {
        Move &move = moves[datable.takeLast()];
        const QDate day = m_dice.pick(later);
        if (move.until.isValid())
            move.until = day.addMonths(6).addDays(-1);
        move.effective = day;
    }
    for (int i = 0; i < counts.late;) {
        if (datable.isEmpty())
            break;
        Move &move = moves[datable.takeLast()];
        if (move.kind != u"전보"_s)
            continue;
        move.effective = QDate(2026, 7, 13);
        move.isLate = true;
        ++i;
    }
    shareCells(moves, counts.shared);
}

} // namespace naru::office::sample
