#include "office/sample/wording.h"

#include "core/hangul.h"

namespace naru::office::sample {

QString koreanDay(QDate day)
{
    return QStringLiteral("%1. %2. %3.").arg(day.year()).arg(day.month()).arg(day.day());
}

QString koreanPeriod(QDate from, QDate until) { return koreanDay(from) + u" ~ "_s + koreanDay(until); }

QString Wording::name(const Move &move, NameStyle style) const
{
    const Person &one = person(move);
    if (style == NameStyle::WithHanja && !one.hanja.isEmpty())
        return one.name + u'(' + one.hanja + u')';
    if (style != NameStyle::Spaced)
        return one.name;
    QString spaced;
    for (const QChar c : one.name)
        spaced += (spaced.isEmpty() ? QString() : one.name.size() == 2 ? u"   "_s : u" "_s) + c;
    return spaced;
}

// ---- units

QString Wording::path(const QString &unit, bool withTeam, bool withInstitution) const
{
    const Structure &structure = m_roster.structure();
    const Unit *one = structure.unit(unit);
    if (one->level == u"실국"_s || one->level == u"기관"_s)
        return one->name;
    const Unit *division = structure.unit(structure.divisionOf(unit));
    QString text = division->name;
    if (withTeam && one->level == u"팀"_s)
        text += u' ' + one->name;
    const Unit *above = structure.unit(division->parent);
    return withInstitution && one->nature != u"본청"_s ? above->name + u' ' + text : text;
}

QString Wording::headPath(const QString &unit) const
{
    const Structure &structure = m_roster.structure();
    const Unit *one = structure.unit(unit);
    const QString whole = path(unit, true, true);
    return whole.chopped(one->name.size()) + headName(*one);
}

QString Wording::target(const Move &move) const
{
    if (!move.unitText.isEmpty())
        return move.unitText;
    if (move.toUnit.isEmpty())
        return {};
    return move.isToHead ? headPath(move.toUnit) : path(move.toUnit, true, true);
}

// Where the person sat before the reorganisation if that unit lives on in the present one, else the present unit.
QString Wording::formerUnit(const Move &move) const
{
    const Structure &structure = m_roster.structure();
    const Seat *one = seat(move);
    if (move.kind != u"보직재발령"_s || one->before.isEmpty())
        return one->unit;
    const QString division = structure.divisionOf(one->before);
    if (!structure.unit(one->division)->predecessors.contains(division))
        return one->unit;
    return one->unit == one->division ? division : one->before; // who has no team yet is not shown in the old one
}

QString Wording::present(const Move &move, bool withTeam, bool isOld) const
{
    const Seat *one = seat(move);
    if (!one)
        return move.kind == u"전입"_s ? move.outside : u"신규"_s;
    return path(isOld ? formerUnit(move) : one->unit, withTeam, true);
}

QString Wording::institution(const QString &unit) const
{
    if (unit.isEmpty())
        return {};
    const Structure &structure = m_roster.structure();
    const Unit *one = structure.unit(unit);
    return one->nature == u"본청"_s ? m_roster.office->title : structure.unit(structure.bureauOf(unit))->name;
}

QString Wording::withPost(const QString &unit, bool isHead) const
{
    const Structure &structure = m_roster.structure();
    const Unit *one = structure.unit(unit);
    const QString division = path(unit, false, true);
    if (one->level == u"팀"_s)
        return division + u'(' + (isHead ? headName(*one) : one->name) + u')';
    return isHead ? division + u'(' + headTitle(*one) + u')' : division;
}

QString Wording::presentWithPost(const Move &move, bool isOld) const
{
    const Seat *one = seat(move);
    return one ? withPost(isOld ? formerUnit(move) : one->unit, one->isHead) : present(move, false, false);
}

QString Wording::targetWithPost(const Move &move) const
{
    if (move.kind == u"파견"_s || move.kind == u"전출"_s || move.kind == u"파견연장"_s)
        return move.region.isEmpty() ? move.outside : u'(' + move.region + u')' + move.outside;
    if (!move.unitText.isEmpty())
        return move.unitText;
    return move.toUnit.isEmpty() ? u"-"_s : withPost(move.toUnit, move.isToHead);
}

QString Wording::presentPost(const Move &move) const { return seat(move) ? seat(move)->post : QString(); }

QString Wording::targetPost(const Move &move) const
{
    return move.isToHead && !move.toUnit.isEmpty() ? headTitle(*m_roster.structure().unit(move.toUnit)) : QString();
}

// ---- sentences

QString Wording::ownDay(const Move &move) const
{
    const bool hasOwn = move.effective != orderDay() && !move.until.isValid() && !move.quoted.isValid();
    return hasOwn ? u'(' + koreanDay(move.effective) + u"자)"_s : QString();
}

QString Wording::place(const Move &move)
{
    const QString where = target(move);
    if (move.isToHead)
        return where + u"에 보함"_s;
    if (move.kind == u"전보"_s && m_dice.chance(120))
        return where + particle(where, u"으로"_s, u"로"_s) + u" 전보를 명함"_s;
    return where + u" 근무를 명함"_s;
}

QString Wording::amendment(const Move &move) const
{
    if (!move.isKnownOrder)
        return koreanDay(move.quoted) + u"자 전보 발령을 취소함"_s;
    const QString before = path(move.quotedUnit, true, true);
    if (move.kind == u"취소"_s)
        return koreanDay(move.quoted) + u"자 전보("_s + before + u") 발령을 취소함. "_s + target(move) + u" 근무를 명함"_s;
    return koreanDay(move.quoted) + u"자 발령사항 중 ‘"_s + before + u" 근무’를 ‘"_s + target(move) + u" 근무’로 정정함"_s;
}

QString Wording::sentence(const Move &move)
{
    const QString &kind = move.kind;
    const QString where = target(move);
    const QString rest = move.toUnit.isEmpty() && move.unitText.isEmpty() ? QString() : u". "_s + place(move);
    const QString period = move.until.isValid() ? koreanPeriod(move.effective, move.until) : QString();
    const bool isEven = m_dice.chance(500);
    QString text;
    if (kind == u"승진"_s)
        text = move.toGrade + u"에 임함"_s + rest;
    else if (kind == u"전보"_s)
        text = place(move);
    else if (kind == u"보직재발령"_s)
        text = place(move) + (isEven ? u"(보직 재발령)"_s : u"(조직개편에 따른 보직 재발령)"_s);
    else if (kind == u"직무대리"_s)
        text = where + u" 직무대리를 명함"_s;
    else if (kind == u"직무대리해제"_s)
        text = where + (isEven ? u" 직무대리를 해제함"_s : u" 직무대리 해제를 명함"_s);
    else if (kind == u"겸임"_s)
        text = where + (isEven ? u" 겸임을 명함"_s : u" 겸임근무를 명함"_s);
    else if (kind == u"겸임해제"_s)
        text = where + (isEven ? u" 겸임을 해제함"_s : u" 겸임근무를 해제함"_s);
    else if (kind == u"파견"_s)
        text = targetWithPost(move) + u" 파견근무를 명함("_s + (isEven ? u"기간: "_s : QString()) + period + u')';
    else if (kind == u"파견연장"_s)
        text = targetWithPost(move) + u" 파견기간 연장을 명함("_s + period + u')';
    else if (kind == u"파견복귀"_s)
        text = u"파견근무 복귀를 명함"_s + rest;
    else if (kind == u"휴직"_s)
        text = isEven ? move.leave + u"을 명함("_s + period + u')' : u"휴직을 명함("_s + move.leave + u", "_s + period + u')';
    else if (kind == u"휴직연장"_s)
        text = move.leave + u" 기간 연장을 명함("_s + period + u')';
    else if (kind == u"복직"_s)
        text = u"복직을 명함"_s + rest;
    else if (kind == u"직위해제"_s)
        text = u"직위를 해제함"_s;
    else if (kind == u"대기"_s)
        text = u"대기를 명함("_s + move.period + u')';
    else if (kind == u"정직"_s)
        text = u"정직 "_s + move.period + u"에 처함"_s;
    else if (kind == u"공로연수"_s)
        text = u"공로연수를 명함("_s + period + u')';
    else if (kind == u"퇴직"_s)
        text = move.leave == u"면직"_s ? u"원에 의하여 그 직을 면함"_s : move.leave + u"을 명함"_s;
    else if (kind == u"강임"_s)
        text = move.toGrade + u"에 임함(강임)"_s;
    else if (kind == u"전직"_s)
        text = isEven ? move.toGrade + u"에 임함(직렬 변경)"_s
                      : move.toGrade + particle(move.toGrade, u"으로"_s, u"로"_s) + u" 전직을 명함"_s;
    else if (kind == u"시보해제"_s)
        text = isEven ? u"시보임용을 해제하고 "_s + move.toGrade + u"에 임함"_s : move.toGrade + u"에 임함(시보 해제)"_s;
    else if (kind == u"신규임용"_s)
        text = isEven ? move.grade + u"에 임함"_s + rest : u"신규임용"_s + rest;
    else if (kind == u"전입"_s)
        text = move.outside + u"에서 전입"_s + rest;
    else if (kind == u"전출"_s)
        text = move.outside + particle(move.outside, u"으로"_s, u"로"_s) + u" 전출을 명함"_s;
    else
        text = amendment(move);
    return text + ownDay(move);
}

QString Wording::shortForm(const Move &move) const
{
    const QString &kind = move.kind;
    const QString where = target(move);
    const QString period = move.until.isValid() ? u'(' + koreanPeriod(move.effective, move.until) + u')' : QString();
    QString text = where;
    if (kind == u"승진"_s)
        text = where.isEmpty() ? move.toGrade : move.toGrade + u", "_s + where;
    else if (kind == u"직무대리"_s)
        text = where + u" 직무대리"_s;
    else if (kind == u"직무대리해제"_s)
        text = where + u" 직무대리 해제"_s;
    else if (kind == u"겸임"_s)
        text = where + u" 겸임"_s;
    else if (kind == u"겸임해제"_s)
        text = where + u" 겸임 해제"_s;
    else if (kind == u"파견"_s)
        text = targetWithPost(move) + period;
    else if (kind == u"파견연장"_s)
        text = targetWithPost(move) + u" 파견 연장"_s + period;
    else if (kind == u"휴직"_s)
        text = move.leave + period;
    else if (kind == u"휴직연장"_s)
        text = move.leave + u" 연장"_s + period;
    else if (kind == u"직위해제"_s || kind == u"공로연수"_s)
        text = kind + period;
    else if (kind == u"대기"_s)
        text = u"대기("_s + move.period + u')';
    else if (kind == u"정직"_s)
        text = u"정직 "_s + move.period;
    else if (kind == u"퇴직"_s)
        text = move.leave == u"면직"_s ? u"의원면직"_s : move.leave;
    else if (kind == u"강임"_s || kind == u"전직"_s || kind == u"시보해제"_s)
        text = move.toGrade;
    else if (kind == u"전출"_s)
        text = move.outside;
    else if (kind == u"복직"_s || kind == u"파견복귀"_s)
        text = where.isEmpty() ? (kind == u"복직"_s ? kind : u"파견 복귀"_s) : where;
    else if (move.quoted.isValid())
        text = amendment(move);
    return text + ownDay(move);
}

QString Wording::remark(const Move &move) const
{
    const QString &kind = move.kind;
    const QString period = move.until.isValid() ? u'(' + koreanPeriod(move.effective, move.until) + u')' : QString();
    if (kind == u"전보"_s)
        return {};
    if (kind == u"승진"_s)
        return move.toGrade + u" 승진"_s;
    if (kind == u"전직"_s || kind == u"강임"_s)
        return move.toGrade + u' ' + kind;
    if (kind == u"시보해제"_s)
        return move.toGrade + u" 시보해제"_s;
    if (kind == u"휴직"_s)
        return move.leave + period;
    if (kind == u"휴직연장"_s)
        return move.leave + u" 연장"_s + period;
    if (kind == u"파견연장"_s)
        return u"파견 연장"_s + period;
    if (kind == u"파견복귀"_s)
        return u"파견 복귀"_s;
    if (kind == u"퇴직"_s)
        return move.leave == u"면직"_s ? u"의원면직"_s : move.leave;
    if (kind == u"대기"_s)
        return u"대기("_s + move.period + u')';
    if (kind == u"정직"_s)
        return u"정직 "_s + move.period;
    if (kind == u"보직재발령"_s)
        return u"보직 재발령"_s;
    if (kind == u"겸임해제"_s || kind == u"직무대리해제"_s)
        return kind.chopped(2) + u" 해제"_s;
    if (kind == u"정정"_s)
        return u"정정("_s + koreanDay(move.quoted) + u"자 ‘"_s + path(move.quotedUnit, true, true) + u"’ 발령)"_s;
    if (kind == u"취소"_s)
        return u"취소("_s + koreanDay(move.quoted) + u"자 전보 발령)"_s;
    return kind + period;
}

} // namespace naru::office::sample
