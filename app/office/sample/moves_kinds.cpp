// The moves kind by kind: who is fit for it and where it leads.
#include "office/sample/moves_pool.h"

#include "office/sample/grades.h"
#include "office/sample/names.h"

#include <algorithm>

namespace naru::office::sample {

namespace {

const QStringList districts{u"중앙구"_s, u"해안구"_s, u"서림구"_s, u"은재구"_s, u"동산구"_s, u"솔내구"_s, u"람천군"_s};

QDate periodEnd(QDate from, int months)
{
    return from.addMonths(months).addDays(-1);
}

} // namespace

bool MovesPool::promote(Move &move, int number, int count)
{
    const int few = count >= 10 ? std::max(1, count / 24) : 0;
    const auto isRank = [this](int rank, bool isHead) {
        return [this, rank, isHead](const Seat &one) {
            return isCareer(one) && isPresent(one) && rankOf(one.grade) == rank && one.isHead == isHead
                && (rank > 6 || one.place->nature == u"본청"_s);
        };
    };
    int rank = 7 + (number % 5 == 4 ? 2 : number % 5 >= 3 ? 1 : 0);
    const bool isToDivision = number < few;
    const bool isToTeam = !isToDivision && number < 2 * few;
    if (isToDivision && aimAtHead(move, u"과"_s, u"본청"_s))
        rank = 5;
    else if (isToTeam && aimAtHead(move, u"팀"_s, u"본청"_s))
        rank = 6;
    move.seat = move.isToHead ? drawFor(move.toUnit, isRank(rank, rank == 5)) : draw(isRank(rank, false));
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    move.toGrade = gradeName(seat(move.seat).series, rank - 1);
    if (rank == 5)
        m_freeHeads.append(seat(move.seat).unit);
    else if (rank > 6 && number % 2 == 0)
        aim(move, &seat(move.seat));
    return true;
}

bool MovesPool::transfer(Move &move, int number, int count)
{
    const int homonyms = count >= 100 ? 24 : count >= 20 ? 4 : 1;
    if (number < homonyms)
        move.seat = drawHomonym();
    const bool isHead = move.seat < 0 && number < homonyms + count / 6;
    if (isHead && aimAtHead(move, u"팀"_s, u"본청"_s)) {
        move.seat = drawFor(move.toUnit, [this](const Seat &one) {
            return one.isHead && isCareer(one) && isPresent(one) && rankOf(one.grade) == 5
                && one.place->level == u"팀"_s;
        });
        if (move.seat >= 0)
            m_freeHeads.append(seat(move.seat).unit); // the next head takes this seat
    }
    if (move.seat < 0) {
        move.toUnit.clear();
        move.isToHead = false;
        const bool isUncommon = number % 25 == 24;
        move.seat = draw([this, isUncommon](const Seat &one) {
            return !one.isHead && isPresent(one) && isCareer(one) != isUncommon && !one.grade.endsWith(u"시보"_s)
                && (!isUncommon || (one.employment != u"별정직"_s && canMoveWithin(one)));
        });
    }
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    if (move.toUnit.isEmpty())
        aim(move, &seat(move.seat));
    return true;
}

bool MovesPool::reissue(Move &move, int number, int count)
{
    const Structure &structure = m_roster.structure();
    const auto isNew = [&structure](const Seat &one) {
        return one.place->validFrom == structure.reorganised && one.place->level != u"실국"_s;
    };
    const auto waits = [&](const Seat &one) {
        return isNew(one) && !one.isHead && structure.reshaped.contains(one.unit) && isPresent(one);
    };
    if (number < count * 45 / 100)
        move.seat = draw(waits);
    if (move.seat < 0)
        move.seat = draw([&](const Seat &one) {
            return isNew(one) && !one.before.isEmpty() && isPresent(one)
                && (one.isHead || !structure.reshaped.contains(one.unit));
        });
    if (move.seat < 0)
        return false;
    const Seat &one = seat(move.seat);
    move.grade = one.grade;
    move.toUnit = one.unit;
    move.isToHead = one.isHead;
    if (!waits(one))
        return true;
    move.toUnit = m_dice.pick(m_teams.value(one.unit));
    return true;
}

bool MovesPool::depart(Move &move, int number)
{
    const bool isRetiring = move.kind != u"전출"_s;
    const QString level = isRetiring && number % 3 == 0 ? u"과"_s : u"팀"_s;
    const bool isHead = isRetiring ? number % 3 < 2 : number % 3 == 0;
    const auto fits = [&](const Seat &one) {
        return isCareer(one) && isPresent(one) && one.isHead == isHead
            && (isHead ? one.place->level == level && one.place->nature == u"본청"_s : rankOf(one.grade) >= 6);
    };
    move.seat = draw(fits);
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    if (isHead)
        m_freeHeads.append(seat(move.seat).unit);
    if (move.kind == u"전출"_s)
        move.outside = m_dice.pick(districts);
    else if (move.kind == u"공로연수"_s)
        move.until = QDate(2026, 12, 31);
    else
        move.leave = isHead ? (number % 2 ? u"의원면직"_s : u"명예퇴직"_s) : (number % 2 ? u"면직"_s : u"의원면직"_s);
    return true;
}

bool MovesPool::returnBack(Move &move)
{
    const QString side = move.kind == u"복직"_s ? u"휴직"_s : u"파견"_s;
    move.seat = draw([&](const Seat &one) { return one.side.nature == side; });
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    if (m_dice.chance(750))
        aim(move, &seat(move.seat));
    return true;
}

bool MovesPool::lend(Move &move, int number)
{
    static const QList<std::pair<QString, QString>> bodies{
        {u"행정안전부"_s, u"세종"_s}, {u"국무조정실"_s, u"세종"_s},     {u"보건복지부"_s, u"세종"_s},
        {u"감사원"_s, u"서울"_s},     {u"국민권익위원회"_s, u"세종"_s}, {u"지방시대위원회"_s, u"세종"_s},
        {u"해람연구원"_s, {}},        {u"해람관광공사"_s, {}},          {u"시도지사협의회"_s, u"서울"_s}};
    move.seat = draw([&](const Seat &one) {
        return isCareer(one) && isPresent(one) && one.isHead == (number % 3 == 0)
            && (!one.isHead || (one.place->level == u"팀"_s && one.place->nature == u"본청"_s))
            && rankOf(one.grade) <= 7;
    });
    if (move.seat < 0)
        return false;
    if (seat(move.seat).isHead)
        m_freeHeads.append(seat(move.seat).unit);
    move.grade = seat(move.seat).grade;
    const auto &[body, region] = m_dice.pick(bodies);
    move.outside = body;
    if (m_dice.chance(400))
        move.region = region;
    move.until = periodEnd(move.effective, m_dice.chance(500) ? 12 : 24);
    return true;
}

bool MovesPool::leave(Move &move, int number)
{
    static const QStringList kinds{u"육아휴직"_s, u"육아휴직"_s,     u"육아휴직"_s, u"육아휴직"_s,
                                   u"질병휴직"_s, u"가족돌봄휴직"_s, u"유학휴직"_s};
    move.seat = draw([&](const Seat &one) {
        return isPresent(one) && one.isHead == (m_size != OrderSize::Small && number % 8 == 1)
            && (!one.isHead || (one.place->level == u"팀"_s && one.place->nature == u"본청"_s))
            && one.employment == u"일반직"_s && !one.grade.endsWith(u"시보"_s);
    });
    if (move.seat < 0)
        return false;
    if (seat(move.seat).isHead)
        m_freeHeads.append(seat(move.seat).unit);
    move.grade = seat(move.seat).grade;
    move.leave = m_dice.pick(kinds);
    move.until = periodEnd(move.effective, m_dice.chance(600) ? 12 : 6);
    return true;
}

bool MovesPool::extend(Move &move)
{
    const bool isLeave = move.kind == u"휴직연장"_s;
    move.seat = draw([&](const Seat &one) { return one.side.nature == (isLeave ? u"휴직"_s : u"파견"_s); });
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    move.leave = isLeave ? u"육아휴직"_s : QString();
    move.outside = isLeave ? QString() : seat(move.seat).side.outside;
    move.until = periodEnd(move.effective, isLeave ? 6 : 12);
    return true;
}

bool MovesPool::act(Move &move)
{
    if (!aimAtHead(move, u"팀"_s, u"본청"_s))
        return false;
    const QString division = m_roster.structure().divisionOf(move.toUnit);
    const auto fits = [this](const Seat &one) {
        return isCareer(one) && isPresent(one) && !one.isHead && rankOf(one.grade) == 6;
    };
    move.seat = draw([&](const Seat &one) { return fits(one) && one.division == division; });
    if (move.seat < 0)
        move.seat = draw(fits);
    if (move.seat >= 0)
        move.grade = seat(move.seat).grade;
    return move.seat >= 0;
}

bool MovesPool::serveTwice(Move &move)
{
    move.seat = draw([this](const Seat &one) { return isCareer(one) && isPresent(one) && !one.isHead; });
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    move.toUnit = anyTarget(seat(move.seat).division);
    return true;
}

bool MovesPool::release(Move &move)
{
    const QString side = move.kind.chopped(2);
    move.seat = draw([&](const Seat &one) { return one.side.nature == side; });
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    move.toUnit = seat(move.seat).side.unit;
    move.isToHead = !seat(move.seat).side.post.isEmpty();
    return true;
}

bool MovesPool::changeGrade(Move &move)
{
    const bool isProbation = move.kind == u"시보해제"_s;
    move.seat = draw([&](const Seat &one) {
        if (isProbation)
            return one.grade.endsWith(u"시보"_s) && isPresent(one);
        return isCareer(one) && isPresent(one) && !one.isHead && one.series == u"행정"_s
            && (move.kind == u"강임"_s ? rankOf(one.grade) == 6 : rankOf(one.grade) >= 7);
    });
    if (move.seat < 0)
        return false;
    static const QStringList series{u"사회복지"_s, u"전산"_s, u"사서"_s, u"세무"_s};
    const Seat &one = seat(move.seat);
    move.grade = one.grade;
    if (isProbation)
        move.toGrade = one.grade.chopped(2);
    else if (move.kind == u"강임"_s)
        move.toGrade = gradeName(one.series, 7);
    else
        move.toGrade = gradeName(m_dice.pick(series), rankOf(one.grade));
    return true;
}

bool MovesPool::discipline(Move &move)
{
    move.seat = draw([this](const Seat &one) { return isCareer(one) && isPresent(one) && !one.isHead; });
    if (move.seat < 0)
        return false;
    move.grade = seat(move.seat).grade;
    if (move.kind == u"직위해제"_s)
        return true;
    const int months = move.kind == u"대기"_s ? 3 : m_dice.between(1, 2);
    move.period = QString::number(months) + (move.kind == u"대기"_s ? u"개월"_s : u"월"_s);
    move.until = periodEnd(move.effective, months);
    return true;
}

bool MovesPool::welcome(Move &move)
{
    static const QStringList series{u"행정"_s, u"행정"_s, u"행정"_s, u"사회복지"_s,
                                    u"시설"_s, u"전산"_s, u"환경"_s, u"간호"_s};
    const bool isNew = move.kind == u"신규임용"_s;
    GivenName name;
    do {
        name = makeName(m_dice, isNew ? m_dice.between(1994, 2004) : m_dice.between(1980, 1996), m_dice.chance(520));
    } while (m_roster.names.contains(name.full()) || m_newNames.contains(name.full()) || isWellKnown(name.full()));
    m_newNames.insert(name.full());
    move.newcomer.name = name.full();
    move.newcomer.hanja = m_dice.chance(340) ? name.hanja : QString();
    move.grade = isNew ? probationGrade(m_dice.pick(series), 9) : gradeName(m_dice.pick(series), m_dice.between(7, 8));
    move.outside = isNew ? QString() : m_dice.pick(districts);
    aim(move, nullptr);
    return true;
}

bool MovesPool::amend(Move &move, int number)
{
    move.isKnownOrder = move.kind == u"정정"_s || number == 0;
    for (int i = 0; i < m_roster.seats.size() && move.isKnownOrder && move.seat < 0; ++i)
        if (!seat(i).earlierLine.isEmpty() && !m_used.contains(i) && seat(i).isUnique)
            move.seat = i;
    if (!move.isKnownOrder)
        move.seat = draw([this](const Seat &one) { return isCareer(one) && isPresent(one) && !one.isHead; });
    if (move.seat < 0)
        return false;
    m_used.insert(move.seat);
    const Seat &one = seat(move.seat);
    move.grade = one.grade;
    move.quoted = move.isKnownOrder ? m_roster.office->orders.constFirst().date : QDate(2026, 5, 11);
    move.quotedUnit = move.isKnownOrder ? one.division : QString();
    move.effective = move.quoted;
    for (int tries = 0; move.kind == u"정정"_s && (tries == 0 || (tries < 400 && !suits(one, move.toUnit))); ++tries)
        move.toUnit = anyTarget(one.division);
    if (move.kind == u"취소"_s && move.isKnownOrder)
        move.toUnit = one.before;
    return true;
}

} // namespace naru::office::sample
