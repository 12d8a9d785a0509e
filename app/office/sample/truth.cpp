#include "office/sample/truth.h"

#include "office/sample/grades.h"

namespace naru::office::sample {

namespace {

// Whether the shown facts leave only this person.
bool isOnlyOne(const Seat &seat, const Roster &roster, const Shown &shown)
{
    if (shown.number)
        return true;
    int count = 0;
    for (const int index : roster.byName.value(seat.person.name)) {
        const Seat &other = roster.seats.at(index);
        const bool sameGrade =
            shown.shortGrade ? shortGrade(other.grade) == shortGrade(seat.grade) : other.grade == seat.grade;
        const bool sameUnit = shown.team ? other.unit == seat.unit : other.division == seat.division;
        count += (!shown.grade || sameGrade) && (!shown.unit || sameUnit);
    }
    return count == 1;
}

QString unitDoubt(const Move &move)
{
    switch (move.slip) {
    case UnitSlip::OldSplit:
        return u"unit.split"_s;
    case UnitSlip::Ended:
        return u"unit.abolished"_s;
    case UnitSlip::Misspelt:
        return u"unit.unknown"_s;
    case UnitSlip::Ambiguous:
        return u"unit.ambiguous"_s;
    case UnitSlip::None:
    case UnitSlip::OldName:
    case UnitSlip::OldTeam:
        break;
    }
    return {};
}

QString doubt(const Move &move, bool isPersonSure)
{
    if (!isPersonSure)
        return u"person.homonym"_s;
    if (!unitDoubt(move).isEmpty())
        return unitDoubt(move);
    if (move.isLate)
        return u"day.past"_s;
    return move.kind == u"취소"_s && !move.isKnownOrder ? u"order.unknown"_s : QString();
}

} // namespace

Truth truthOf(const Move &move, const Roster &roster, const Shown &shown, const QString &phrase)
{
    const bool isNew = move.seat < 0;
    const Seat *seat = isNew ? nullptr : &roster.seats.at(move.seat);
    const bool isPersonSure = isNew || isOnlyOne(*seat, roster, shown);
    const bool isUnitSure = unitDoubt(move).isEmpty() && !move.toUnit.isEmpty();
    const bool isUnchanged = move.kind == u"보직재발령"_s && seat && move.toUnit == seat->unit;
    const QString grade = shown.shortGrade ? shortGrade(move.grade) : move.grade;
    const bool statesGrade = isNew && (shown.newcomersGradeAsNew || phrase.contains(move.grade + u"에 임함"_s));

    Truth truth;
    truth.because = doubt(move, isPersonSure);
    const QString status = !truth.because.isEmpty() ? u"question"_s : isUnchanged ? u"no_change"_s : u"ready"_s;
    truth.line = {
        {u"kind"_s, move.kind},
        {u"name"_s, isNew ? move.newcomer.name : seat->person.name},
        {u"emp_no"_s, toValue(isPersonSure && seat ? seat->person.id : QString())},
        {u"grade"_s, toValue(!shown.grade || (isNew && shown.newcomersGradeAsNew) ? QString() : grade)},
        {u"to_grade"_s, toValue(statesGrade ? move.grade : move.toGrade)},
        {u"from_unit"_s, toValue(isPersonSure && seat ? seat->unit : QString())},
        {u"to_unit"_s, toValue(isUnitSure ? move.toUnit : QString())},
        {u"to_post"_s, toValue(move.isToHead ? headTitle(*roster.structure().unit(move.toUnit)) : QString())},
        {u"effective"_s, toValue(move.effective)},
        {u"until"_s, toValue(move.until)},
        {u"outside"_s, toValue(move.outside)},
        {u"status"_s, status},
    };
    return truth;
}

} // namespace naru::office::sample
