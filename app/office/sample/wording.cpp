#include "office/sample/wording.h"

#include "core/hangul.h"

namespace naru::office::sample {

namespace {

// One kind of move in words: two sentences of which an office uses one, what stands behind an arrow (nothing: the
// remark), and what stands in a remark column.
struct Phrase {
    const char16_t *kind;
    const char16_t *brief;
    const char16_t *full;
    const char16_t *arrow;
    const char16_t *remark;
};

constexpr Phrase phrases[] = {
    {u"전보", u"{place}", u"{place}", u"{where}", u""},
    {u"승진", u"{grade}에 임함{rest}", u"{grade}에 임함{rest}", u"{grade}{, where}", u"{grade} 승진"},
    {u"보직재발령", u"{place}(보직 재발령)", u"{place}(조직개편에 따른 보직 재발령)", u"{where}", u"보직 재발령"},
    {u"직무대리", u"{where} 직무대리를 명함", u"{where} 직무대리를 명함", u"{where} 직무대리", u"직무대리"},
    {u"직무대리해제", u"{where} 직무대리를 해제함", u"{where} 직무대리 해제를 명함", u"{where} 직무대리 해제",
     u"직무대리 해제"},
    {u"겸임", u"{where} 겸임을 명함", u"{where} 겸임근무를 명함", u"{where} 겸임", u"겸임"},
    {u"겸임해제", u"{where} 겸임을 해제함", u"{where} 겸임근무를 해제함", u"{where} 겸임 해제", u"겸임 해제"},
    {u"파견", u"{body} 파견근무를 명함({period})", u"{body} 파견근무를 명함(기간: {period})", u"{body}({period})",
     u"파견({period})"},
    {u"파견연장", u"{body} 파견기간 연장을 명함({period})", u"{body} 파견기간 연장을 명함(기간: {period})",
     u"{body} 파견 연장({period})", u"파견 연장({period})"},
    {u"파견복귀", u"파견근무 복귀를 명함{rest}", u"파견근무 복귀를 명함{rest}", u"{where}", u"파견 복귀"},
    {u"휴직", u"{leave}을 명함({period})", u"휴직을 명함({leave}, {period})", u"{leave}({period})",
     u"{leave}({period})"},
    {u"휴직연장", u"{leave} 기간 연장을 명함({period})", u"{leave} 기간 연장을 명함(기간: {period})",
     u"{leave} 연장({period})", u"{leave} 연장({period})"},
    {u"복직", u"복직을 명함{rest}", u"복직을 명함{rest}", u"{where}", u"복직"},
    {u"직위해제", u"직위를 해제함", u"직위해제를 명함", u"직위해제", u"직위해제"},
    {u"대기", u"대기를 명함({length})", u"대기를 명함(기간: {length})", u"대기({length})", u"대기({length})"},
    {u"정직", u"정직 {length}에 처함", u"정직 {length}에 처함", u"정직 {length}", u"정직 {length}"},
    {u"공로연수", u"공로연수를 명함({period})", u"공로연수를 명함(기간: {period})", u"공로연수({period})",
     u"공로연수({period})"},
    {u"퇴직", u"{dismissal}", u"{dismissal}", u"{leave}", u"{leave}"},
    {u"강임", u"{grade}에 임함(강임)", u"{grade}에 임함(강임)", u"{grade}", u"{grade} 강임"},
    {u"전직", u"{grade}에 임함(직렬 변경)", u"{to grade} 전직을 명함", u"{grade}", u"{grade} 전직"},
    {u"시보해제", u"시보임용을 해제하고 {grade}에 임함", u"{grade}에 임함(시보 해제)", u"{grade}", u"{grade} 시보해제"},
    {u"신규임용", u"{own grade}에 임함{rest}", u"신규임용{rest}", u"{where}", u"신규임용"},
    {u"전입", u"{outside}에서 전입{rest}", u"{outside}에서 전입{rest}", u"{where}", u"전입"},
    {u"전출", u"{to outside} 전출을 명함", u"{to outside} 전출을 명함", u"{outside}", u"전출"},
};

const Phrase &phraseOf(const QString &kind)
{
    for (const Phrase &one : phrases)
        if (kind == QStringView(one.kind))
            return one;
    return phrases[0];
}

} // namespace

QString koreanDay(QDate day)
{
    return QStringLiteral("%1. %2. %3.").arg(day.year()).arg(day.month()).arg(day.day());
}

QString koreanPeriod(QDate from, QDate until)
{
    return koreanDay(from) + u" ~ "_s + koreanDay(until);
}

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

QString Wording::presentPost(const Move &move) const
{
    return seat(move) ? seat(move)->post : QString();
}

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
    if (move.kind == u"전보"_s && m_dice.chance(40))
        return where + particle(where, u"으로"_s, u"로"_s) + u" 전보를 명함"_s;
    return where + u" 근무를 명함"_s;
}

QString Wording::amendment(const Move &move) const
{
    if (!move.isKnownOrder)
        return koreanDay(move.quoted) + u"자 전보 발령을 취소함"_s;
    const QString before = path(move.quotedUnit, true, true);
    if (move.kind == u"취소"_s)
        return koreanDay(move.quoted) + u"자 전보("_s + before + u") 발령을 취소함. "_s + target(move)
            + u" 근무를 명함"_s;
    return koreanDay(move.quoted) + u"자 발령사항 중 ‘"_s + before + u" 근무’를 ‘"_s + target(move)
        + u" 근무’로 정정함"_s;
}

QString Wording::sentence(const Move &move)
{
    const Phrase &phrase = phraseOf(move.kind);
    const QString text = move.quoted.isValid() ? amendment(move) : filled(m_isBrief ? phrase.brief : phrase.full, move);
    return text + ownDay(move);
}

QString Wording::shortForm(const Move &move)
{
    const QString text = move.quoted.isValid() ? amendment(move) : filled(phraseOf(move.kind).arrow, move);
    return (text.isEmpty() ? filled(phraseOf(move.kind).remark, move) : text) + ownDay(move);
}

QString Wording::remark(const Move &move)
{
    if (move.kind == u"정정"_s)
        return u"정정("_s + koreanDay(move.quoted) + u"자 ‘"_s + path(move.quotedUnit, true, true) + u"’ 발령)"_s;
    if (move.kind == u"취소"_s)
        return u"취소("_s + koreanDay(move.quoted) + u"자 전보 발령)"_s;
    return filled(phraseOf(move.kind).remark, move);
}

QString Wording::filled(const char16_t *pattern, const Move &move)
{
    const QString where = target(move);
    const QString period = move.until.isValid() ? koreanPeriod(move.effective, move.until) : QString();
    const bool isAsked = move.leave == u"면직"_s;
    const auto towards = [](const QString &word) { return word + particle(word, u"으로"_s, u"로"_s); };
    QString text = QString::fromUtf16(pattern);
    if (text.contains(u"{place}"_s))
        text.replace(u"{place}"_s, place(move));
    if (text.contains(u"{rest}"_s))
        text.replace(u"{rest}"_s, where.isEmpty() ? QString() : u". "_s + place(move));
    text.replace(u"{, where}"_s, where.isEmpty() ? QString() : u", "_s + where);
    text.replace(u"{where}"_s, where);
    text.replace(u"{grade}"_s, move.toGrade);
    text.replace(u"{to grade}"_s, towards(move.toGrade));
    text.replace(u"{own grade}"_s, move.grade);
    text.replace(u"{body}"_s, targetWithPost(move));
    text.replace(u"{outside}"_s, move.outside);
    text.replace(u"{to outside}"_s, towards(move.outside));
    text.replace(u"{period}"_s, period);
    text.replace(u"{length}"_s, move.period);
    text.replace(u"{dismissal}"_s, isAsked ? u"원에 의하여 그 직을 면함"_s : move.leave + u"을 명함"_s);
    text.replace(u"{leave}"_s, isAsked ? u"의원면직"_s : move.leave);
    return text;
}

} // namespace naru::office::sample
