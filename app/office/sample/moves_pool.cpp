#include "office/sample/moves_pool.h"

#include "office/sample/grades.h"

#include <algorithm>

namespace naru::office::sample {

MovesPool::MovesPool(const Roster &roster, OrderSize size, Dice &dice)
    : m_roster(roster)
    , m_size(size)
    , m_dice(dice)
{
    for (int i = 0; i < roster.seats.size(); ++i)
        m_shuffled.append(i);
    dice.shuffle(m_shuffled);
    for (const int index : std::as_const(m_shuffled)) {
        const Seat &one = seat(index);
        if (!one.isUnique && isCareer(one) && isPresent(one) && !one.isHead && !one.isReserved)
            m_homonyms.append(index);
    }
    std::stable_partition(m_homonyms.begin(), m_homonyms.end(), [this](int index) { return hasTwin(seat(index)); });
    if (size == OrderSize::Large)
        std::stable_partition(m_homonyms.begin(), m_homonyms.end(),
                              [this](int index) { return hasTwin(seat(index), seat(index).division); });
    for (const Unit &unit : roster.structure().units) {
        if (unit.level == u"팀"_s && !unit.validTo.isValid())
            m_teams[unit.parent].append(unit.id);
        if (unit.level == u"과"_s && !unit.validTo.isValid() && unit.name != u"비서실"_s) {
            m_targets.append(unit.id);
            if (unit.nature == u"본청"_s)
                m_targets.append(unit.id); // the 본청 takes more people than its many small neighbours
        }
    }
}

// Whether a homonym bears the same grade, in that division where one is named.
bool MovesPool::hasTwin(const Seat &one, const QString &division) const
{
    int same = 0;
    for (const int index : m_roster.byName.value(one.person.name))
        same += seat(index).grade == one.grade && (division.isEmpty() || seat(index).division == division);
    return same > 1;
}

bool MovesPool::isCareer(const Seat &seat) const
{
    return seat.employment == u"일반직"_s && rankOf(seat.grade) > 0;
}

int MovesPool::draw(const Fits &fits)
{
    for (const int index : std::as_const(m_shuffled)) {
        const Seat &one = seat(index);
        if (m_used.contains(index) || one.isReserved || !one.isUnique || !fits(one))
            continue;
        m_used.insert(index);
        return index;
    }
    return -1;
}

// Rather somebody who suits the place.
int MovesPool::drawFor(const QString &unit, const Fits &fits)
{
    const QString division = m_roster.structure().divisionOf(unit);
    const int index = draw([&](const Seat &one) { return fits(one) && suits(one, division); });
    return index < 0 ? draw(fits) : index;
}

int MovesPool::drawHomonym()
{
    while (!m_homonyms.isEmpty()) {
        const int index = m_homonyms.takeFirst();
        bool isFresh = !m_used.contains(index);
        for (const int other : m_roster.byName.value(seat(index).person.name))
            isFresh = isFresh && !m_used.contains(other);
        if (!isFresh)
            continue;
        m_used.insert(index);
        return index;
    }
    return -1;
}

Move MovesPool::base(const QString &kind, int index) const
{
    Move move;
    move.kind = kind;
    move.seat = index;
    if (index >= 0)
        move.grade = seat(index).grade;
    move.effective = orderDay();
    return move;
}

QList<Move> MovesPool::take(const QString &kind, int count)
{
    QList<Move> moves;
    for (int i = 0; i < count; ++i) {
        Move move = base(kind, -1);
        if (!make(move, i, count))
            break;
        moves.append(move);
    }
    std::stable_sort(moves.begin(), moves.end(), [](const Move &a, const Move &b) {
        const auto order = [](const Move &one) { return rankOf(one.grade) > 0 ? rankOf(one.grade) : 10; };
        return order(a) < order(b);
    });
    return moves;
}

bool MovesPool::make(Move &move, int number, int count)
{
    const QString kind = move.kind;
    if (kind == u"승진"_s)
        return promote(move, number, count);
    if (kind == u"전보"_s)
        return transfer(move, number, count);
    if (kind == u"보직재발령"_s)
        return reissue(move, number, count);
    if (kind == u"퇴직"_s || kind == u"공로연수"_s || kind == u"전출"_s)
        return depart(move, number);
    if (kind == u"복직"_s || kind == u"파견복귀"_s)
        return returnBack(move);
    if (kind == u"파견"_s)
        return lend(move, number);
    if (kind == u"휴직"_s)
        return leave(move, number);
    if (kind == u"휴직연장"_s || kind == u"파견연장"_s)
        return extend(move);
    if (kind == u"직무대리"_s)
        return act(move);
    if (kind == u"겸임"_s)
        return serveTwice(move);
    if (kind == u"겸임해제"_s || kind == u"직무대리해제"_s)
        return release(move);
    if (kind == u"시보해제"_s || kind == u"전직"_s || kind == u"강임"_s)
        return changeGrade(move);
    if (kind == u"신규임용"_s || kind == u"전입"_s)
        return welcome(move);
    if (kind == u"정정"_s || kind == u"취소"_s)
        return amend(move, number);
    return discipline(move);
}

// ---- where to

QString MovesPool::anyTarget(const QString &notDivision)
{
    QString target = notDivision;
    while (target == notDivision)
        target = m_dice.pick(m_targets);
    return target;
}

// Whether somebody of that series would be sent there: engineers to engineers, clerks to nearly everywhere, researchers
// and workers not out of their institution.
bool MovesPool::suits(const Seat &one, const QString &division) const
{
    const Structure &structure = m_roster.structure();
    const QString series = structure.series.value(division);
    if (!isCareer(one) && one.employment != u"임기제"_s)
        return structure.bureauOf(division) == structure.bureauOf(one.unit)
            && (series == one.series || !series.endsWith(u"연구"_s));
    if (one.series == u"행정"_s)
        return !series.endsWith(u"연구"_s) && series != u"농촌지도"_s && series != u"수의"_s;
    return one.series == series;
}

// Whether there is another place for the person at all.
bool MovesPool::canMoveWithin(const Seat &one) const
{
    for (const QString &target : m_targets)
        if (target != one.division && suits(one, target))
            return true;
    return false;
}

void MovesPool::aim(Move &move, const Seat *from)
{
    const QString own = from ? from->division : QString();
    move.toUnit = anyTarget(own);
    for (int tries = 0; from && tries < 400 && !suits(*from, move.toUnit); ++tries)
        move.toUnit = anyTarget(own);
    const QStringList teams = m_teams.value(move.toUnit);
    if (!teams.isEmpty() && m_dice.chance(350))
        move.toUnit = m_dice.pick(teams);
}

bool MovesPool::aimAtHead(Move &move, const QString &level, const QString &nature)
{
    for (const QString &free : std::as_const(m_freeHeads)) {
        const Unit *unit = m_roster.structure().unit(free);
        if (unit->level != level || unit->nature != nature)
            continue;
        move.toUnit = free;
        move.isToHead = true;
        m_freeHeads.removeOne(free);
        return true;
    }
    return false;
}

} // namespace naru::office::sample
