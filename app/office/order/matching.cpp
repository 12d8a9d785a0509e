#include "office/order/matching.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "office/order/grades.h"

#include <QMap>

#include <algorithm>

namespace naru::office {

namespace {

QString josa(const QString &word, const QString &consonant, const QString &vowel)
{
    return u'\'' + word + u'\'' + particle(word, consonant, vowel);
}

bool isAmending(const QString &kind) { return kind == u"취소"_s || kind == u"정정"_s; }

// "金하나": only the positions that are Hanja are compared.
bool agreesHanja(const QString &stated, const QString &held)
{
    const QString a = stated.normalized(QString::NormalizationForm_C);
    const QString b = held.normalized(QString::NormalizationForm_C);
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i)
        if (isHanja(a[i]) && a[i] != b[i])
            return false;
    return true;
}

QString doubtText(const QString &code)
{
    if (code == u"name"_s)
        return u"성명을 확실하게 읽을 수 없습니다."_s;
    if (code == u"date"_s)
        return u"발령일을 확실하게 읽을 수 없습니다."_s;
    if (code == u"grade"_s)
        return u"직급을 확실하게 읽을 수 없습니다."_s;
    if (code == u"columns"_s)
        return u"표의 칸을 확실하게 나눌 수 없습니다."_s;
    if (code == u"unit"_s)
        return u"발령 부서를 확실하게 읽을 수 없어 가장 비슷한 부서로 읽었습니다."_s;
    return u"발령 사항을 확실하게 읽을 수 없습니다."_s;
}

} // namespace

void ask(MatchedLine &line, const QString &code, const QString &text, const QList<Candidate> &candidates)
{
    line.reasons.append({code, text, candidates});
}

QString toString(LineStatus status)
{
    switch (status) {
    case LineStatus::Ready:
        return u"ready"_s;
    case LineStatus::Question:
        return u"question"_s;
    case LineStatus::NoChange:
        return u"no_change"_s;
    case LineStatus::Rejected:
        break;
    }
    return u"rejected"_s;
}

Matcher::Matcher(const Directory &directory, QDate received)
    : m_directory(directory)
    , m_units(directory)
    , m_received(received)
{
}

QDate Matcher::eve(const MatchedLine &line) const
{
    return (line.effective.isValid() ? line.effective : m_received).addDays(-1);
}

Candidate Matcher::candidate(const Person &person, QDate day) const
{
    const Assignment *post = m_directory.mainPost(person.id, day);
    const Unit *unit = m_directory.unitOn(person.id, day);
    const QString place = unit ? m_directory.path(unit->id) : u"소속 없음"_s;
    return {{{u"emp_no"_s, person.id}},
            place + u' ' + (post ? post->grade : QString()) + u' ' + person.name + u" ("_s + person.id + u')'};
}

Candidate Matcher::candidate(const Unit &unit) const
{
    return {{{u"to_unit"_s, unit.id}}, m_directory.path(unit.id) + u" ("_s + unit.id + u')'};
}

MatchedLine Matcher::match(const ReadLine &given, int number, int source, const Answer &answer) const
{
    MatchedLine line;
    line.number = number;
    line.source = source;
    line.read = isScanned(given) ? asMeant(given) : given;
    const ReadLine &read = line.read;
    line.kind = read.kind;
    // A table with one unit column, no phrase, and no kind: it can only say where people go.
    if (line.kind.isEmpty() && read.unitMayBeTarget && read.act.grade.isEmpty())
        line.kind = u"전보"_s;
    line.name = read.who.name;
    line.grade = read.who.grade;
    line.toGrade = read.act.grade;
    line.outside = read.act.outside;
    line.effective = read.effective;
    line.until = read.until;
    line.confidence = read.place.confidence * (read.kind.isEmpty() ? 0.95 : 0.99);
    for (const QString &doubt : read.doubts) {
        const bool isAnswered = (doubt == u"name"_s && !answer.empNo.isEmpty())
            || (doubt == u"unit"_s && !answer.toUnit.isEmpty());
        if (!isAnswered)
            ask(line, u"reading."_s + doubt, doubtText(doubt));
    }
    const KindTraits *traits = traitsOf(line.kind);
    if (traits && traits->opensPerson && answer.empNo.isEmpty())
        matchNewPerson(line);
    else
        matchPerson(line, answer);
    settleKind(line);
    settleGrade(line);
    matchUnit(line, answer);
    matchEnding(line);
    matchAmendment(line);
    checkDates(line);
    checkMeaning(line);
    if (answer.empNo.isEmpty())
        checkReading(line, answer);
    if (line.status == LineStatus::Rejected)
        return line;
    line.status = line.reasons.isEmpty() ? LineStatus::Ready : LineStatus::Question;
    checkNoChange(line);
    if (answer.skip) {
        line.status = LineStatus::Rejected;
        line.reasons = {{u"skipped"_s, u"사람이 이 줄을 건너뛰기로 했습니다."_s, {}}};
    }
    if (line.status == LineStatus::Question)
        line.confidence = std::min(line.confidence, 0.5);
    return line;
}

// ---- how surely it was read

// A hidden row, a cell that was hard to read: below nine in ten a person looks.
void Matcher::checkReading(MatchedLine &line, const Answer &answer) const
{
    constexpr Confidence sure = 0.9;
    if (isScanned(line.read))
        checkScan(line, answer);
    else if (line.read.place.confidence < sure)
        ask(line, u"reading.confidence"_s, doubtText({}));
}

// ---- people

void Matcher::matchNewPerson(MatchedLine &line) const
{
    const QString number = line.read.who.empNo;
    if (!number.isEmpty() && m_directory.person(number)) {
        matchPerson(line, {}); // the office knows the number: somebody who comes back, or a repeated order
        return;
    }
    line.empNo = number;
    if (!number.isEmpty())
        return;
    QList<Candidate> known;
    for (const Person *one : m_directory.personsNamed(line.name)) {
        const bool isHere = m_directory.mainPost(one->id, line.effective);
        for (const OrderLine *order : m_directory.orderLines(one->id))
            if (order->nature == line.kind && order->effective == line.effective && order->state == u"시행"_s) {
                line.person = one;
                line.empNo = one->id;
                return;
            }
        if (isHere)
            known.append(candidate(*one, line.effective));
    }
    if (!known.isEmpty())
        ask(line, u"person.exists"_s,
            u"같은 이름 "_s + josa(line.name, u"이"_s, u"가"_s) + u" 이미 있습니다. 새 사람인지 확인해야 합니다."_s, known);
}

QList<Candidate> Matcher::candidates(const QList<const Person *> &people, QDate day) const
{
    QList<Candidate> list;
    for (const Person *one : people)
        list.append(candidate(*one, day));
    return list;
}

void Matcher::matchPerson(MatchedLine &line, const Answer &answer) const
{
    if (!answer.empNo.isEmpty()) {
        line.person = m_directory.person(answer.empNo);
        if (line.person)
            line.empNo = line.person->id;
        else
            ask(line, u"person.unknownNumber"_s, u"사번 "_s + josa(answer.empNo, u"은"_s, u"는"_s) + u" 없습니다."_s);
        return;
    }
    if (isScanned(line.read))
        takeMeantPerson(line);
    QList<const Person *> here;
    QList<const Person *> gone;
    for (const Person *one : m_directory.personsNamed(line.read.who.name)) {
        const bool isHere = m_directory.mainPost(one->id, eve(line)) || m_directory.mainPost(one->id, line.effective)
            || (isAmending(line.kind) && !m_directory.assignments(one->id).isEmpty());
        (isHere ? here : gone).append(one);
    }
    if (!line.read.who.empNo.isEmpty() && !takeNumber(line, here, gone))
        return;
    if (here.isEmpty() && !gone.isEmpty())
        matchGone(line, gone);
    else
        narrow(line, here);
}

// Leaves whom the stated number means in `here`. False, with the question, where number and name do not agree.
bool Matcher::takeNumber(MatchedLine &line, QList<const Person *> &here, const QList<const Person *> &gone) const
{
    const Who &who = line.read.who;
    const Person *numbered = m_directory.person(who.empNo);
    QList<Candidate> named = candidates(here, eve(line));
    if (!numbered) {
        ask(line, u"person.unknownNumber"_s, u"사번 "_s + josa(who.empNo, u"은"_s, u"는"_s) + u" 없습니다."_s, named);
        return false;
    }
    if (normalizeForMatch(numbered->name) != normalizeForMatch(who.name)) {
        named.prepend(candidate(*numbered, eve(line)));
        ask(line, u"person.numberName"_s,
            u"사번 "_s + who.empNo + u"의 성명은 '"_s + numbered->name + u"'이어서 문서의 "_s
                + josa(who.name, u"과"_s, u"와"_s) + u" 다릅니다."_s,
            named);
        return false;
    }
    here.clear();
    if (!gone.contains(numbered))
        here.append(numbered);
    return true;
}

// Nobody of that name is here on the day: not possible, unless it is the very order by which somebody left.
void Matcher::matchGone(MatchedLine &line, const QList<const Person *> &gone) const
{
    for (const Person *one : gone)
        for (const OrderLine *order : m_directory.orderLines(one->id))
            if (order->nature == line.kind && order->effective == line.effective) {
                line.person = one;
                line.empNo = one->id;
            }
    if (line.person)
        return;
    ask(line, u"person.left"_s, josa(line.read.who.name, u"은"_s, u"는"_s) + u" 그날 재직하지 않습니다."_s);
    line.status = LineStatus::Rejected;
}

bool Matcher::holdsGrade(const MatchedLine &line, const Person &person) const
{
    const std::optional<Grade> stated = parseGrade(line.read.who.grade);
    if (!stated)
        return true;
    for (const QDate day : {eve(line), line.effective}) {
        const Assignment *post = m_directory.mainPost(person.id, day);
        const std::optional<Grade> held = post ? parseGrade(post->grade) : std::nullopt;
        if (post && (!held || isCompatible(*stated, *held)))
            return true;
        // An export names the grade that a promotion gives.
        if (held && line.read.unitMayBeTarget && line.kind == u"승진"_s && stated->series == held->series
            && stated->rank > 0 && stated->rank + 1 == held->rank)
            return true;
    }
    if (isAmending(line.kind))
        for (const Assignment *post : m_directory.assignments(person.id)) {
            const std::optional<Grade> held = parseGrade(post->grade);
            if (held && isCompatible(*stated, *held))
                return true;
        }
    return false;
}

bool Matcher::sitsIn(const MatchedLine &line, const Person &person) const
{
    const QString text = line.read.who.unit;
    if (text.isEmpty() && line.read.team.isEmpty())
        return true;
    const QDate day = line.effective.isValid() ? line.effective : m_received;
    const QList<const Unit *> stated = m_units.meanings(text, line.read.team, day);
    const auto agrees = [&](const QString &code) {
        return std::any_of(stated.begin(), stated.end(), [&](const Unit *one) {
            return m_directory.isWithin(code, one->id) || m_directory.isWithin(one->id, code);
        });
    };
    QList<QDate> days{eve(line), day};
    if (isAmending(line.kind))
        days.append(m_received);
    for (const QDate one : std::as_const(days)) {
        for (const Assignment *post : m_directory.assignmentsOn(person.id, one)) {
            if (!post->unit.isEmpty() && (agrees(post->unit)))
                return true;
            if (!post->outside.isEmpty() && normalizeForMatch(post->outside) == normalizeForMatch(text))
                return true;
        }
        const Unit *now = m_directory.unitOn(person.id, one);
        if (now && agrees(now->id))
            return true;
    }
    return false;
}

// All facts that the line shows must hold: number, name, Hanja, grade, unit. A post only tells apart.
void Matcher::narrow(MatchedLine &line, QList<const Person *> people) const
{
    if (people.isEmpty()) {
        askUnknown(line);
        return;
    }
    const Who &who = line.read.who;
    const bool usesUnit = !line.read.unitMayBeTarget || !traitsOf(line.kind) || !traitsOf(line.kind)->moves;
    QList<const Person *> fitting;
    for (const Person *one : std::as_const(people)) {
        const bool hanja = who.hanja.isEmpty() || one->hanja.isEmpty() || agreesHanja(who.hanja, one->hanja);
        if (hanja && holdsGrade(line, *one) && (!usesUnit || sitsIn(line, *one)))
            fitting.append(one);
    }
    if (fitting.isEmpty()) {
        askContradiction(line, candidates(people, eve(line)), usesUnit);
        return;
    }
    fitting = told(line, fitting);
    if (fitting.size() > 1) {
        ask(line, u"person.homonym"_s,
            u"동명이인 "_s + QString::number(fitting.size()) + u"명 가운데 누구인지 문서로는 알 수 없습니다."_s,
            candidates(fitting, eve(line)));
        return;
    }
    line.person = fitting.first();
    line.empNo = line.person->id;
}

// Near names are looked for where the line says that the person works.
void Matcher::askUnknown(MatchedLine &line) const
{
    const Who &who = line.read.who;
    QStringList names;
    for (const Unit *unit : m_units.meanings(who.unit, line.read.team, eve(line)))
        for (const Person *one : m_directory.membersOn(unit->id, eve(line)))
            names.append(one->name);
    QList<Candidate> near;
    for (const QString &name : nearest(who.name, names, 5))
        near += candidates(m_directory.personsNamed(name), eve(line));
    ask(line, u"person.unknown"_s, josa(who.name, u"이라는"_s, u"라는"_s) + u" 이름의 직원이 없습니다."_s, near);
}

void Matcher::askContradiction(MatchedLine &line, const QList<Candidate> &candidates, bool usesUnit) const
{
    const Who &who = line.read.who;
    const QDate day = line.effective.isValid() ? line.effective : m_received;
    const bool isUnitKnown = who.unit.isEmpty() || !m_units.meanings(who.unit, line.read.team, day).isEmpty();
    if (usesUnit && !isUnitKnown)
        ask(line, u"unit.unknown"_s, u"현 소속 "_s + josa(who.unit, u"이라는"_s, u"라는"_s) + u" 부서가 없습니다."_s, candidates);
    else
        ask(line, u"person.contradiction"_s, u"문서의 소속·직급과 맞는 "_s + josa(who.name, u"이"_s, u"가"_s) + u" 없습니다."_s,
            candidates);
}

// Homonyms told apart by their post, or by a grade that says more than others': "지방세무서기(일반임기제)".
QList<const Person *> Matcher::told(const MatchedLine &line, const QList<const Person *> &fitting) const
{
    const std::optional<Grade> stated = parseGrade(line.read.who.grade);
    const QString stands = normalizeForMatch(line.read.who.post);
    QList<const Person *> seated;
    QList<const Person *> exact;
    for (const Person *one : fitting) {
        const Assignment *post = m_directory.mainPost(one->id, eve(line));
        const std::optional<Grade> held = post ? parseGrade(post->grade) : std::nullopt;
        if (post && !stands.isEmpty() && normalizeForMatch(post->post) == stands)
            seated.append(one);
        if (held && stated && !stated->remark.isEmpty() && isSame(*stated, *held))
            exact.append(one);
    }
    return seated.size() == 1 ? seated : exact.size() == 1 ? exact : fitting;
}

// ---- what is ordered

void Matcher::settleKind(MatchedLine &line) const
{
    const Assignment *post = line.person ? m_directory.mainPost(line.person->id, eve(line)) : nullptr;
    const std::optional<Grade> held = post ? parseGrade(post->grade) : std::nullopt;
    if (line.kind == u"승진"_s && line.toGrade.isEmpty() && line.read.unitMayBeTarget && held) {
        const std::optional<Grade> stated = parseGrade(line.grade);
        if (stated && stated->rank > 0 && stated->rank + 1 == held->rank) {
            line.toGrade = line.grade;
            line.grade.clear();
        }
    }
    if (line.kind == u"승진"_s && line.toGrade.isEmpty()) {
        const QList<Act> remark = readPhrase(line.read.remark);
        for (const Act &act : remark)
            if (parseGrade(act.grade))
                line.toGrade = act.grade;
    }
    if (!line.kind.isEmpty())
        return;
    const std::optional<Grade> given = parseGrade(line.toGrade);
    if (given && held) {
        if (held->onProbation && !given->onProbation && held->rank == given->rank)
            line.kind = u"시보해제"_s;
        else if (given->rank > 0 && held->rank > 0 && given->rank < held->rank)
            line.kind = u"승진"_s;
        else if (given->rank > held->rank && held->rank > 0)
            line.kind = u"강임"_s;
        else if (given->series != held->series)
            line.kind = u"전직"_s;
    }
    const bool hasTarget = !line.read.act.target.isEmpty() || line.read.unitMayBeTarget || !line.read.toTeam.isEmpty();
    if (line.kind.isEmpty() && line.toGrade.isEmpty() && hasTarget)
        line.kind = u"전보"_s;
    if (line.kind.isEmpty() && line.toGrade == line.grade && hasTarget)
        line.kind = u"전보"_s;
    if (line.kind.isEmpty())
        ask(line, u"kind.unknown"_s, u"무엇을 명하는 발령인지 알 수 없습니다."_s);
}

void Matcher::matchUnit(MatchedLine &line, const Answer &answer) const
{
    const KindTraits *traits = traitsOf(line.kind);
    if (!traits || line.kind == u"취소"_s || !traits->ends.isEmpty())
        return;
    if (!answer.toUnit.isEmpty()) {
        takeAnswer(line, answer.toUnit);
        return;
    }
    // 파견 within the city: the body is a unit of the office.
    if (line.kind == u"파견"_s && !line.outside.isEmpty()) {
        if (const ResolvedUnit own = m_units.resolve(line.outside, {}, dayOf(line)); own.unit) {
            line.toUnit = own.unit->id;
            line.outside.clear();
        }
        return;
    }
    if (!traits->moves && !traits->opensSecond && line.kind != u"대기"_s)
        return;
    const bool fromWho = line.read.unitMayBeTarget;
    const QString text = fromWho ? line.read.who.unit : line.read.act.target;
    const QString team = fromWho ? line.read.team : line.read.toTeam;
    const ResolvedUnit found = m_units.resolve(text, team, dayOf(line), line.read.act.isPost);
    if (found.unit)
        takeUnit(line, found);
    else if (found.problem != u"unit.missing"_s)
        askUnit(line, found, text, team);
    else if (traits->needsTarget)
        ask(line, found.problem, u"발령 부서가 적혀 있지 않습니다."_s);
}

QDate Matcher::dayOf(const MatchedLine &line) const { return line.effective.isValid() ? line.effective : m_received; }

void Matcher::takeAnswer(MatchedLine &line, const QString &code) const
{
    const Unit *unit = m_directory.unit(code);
    if (!unit || !isValidOn(*unit, line.effective)) {
        ask(line, u"unit.unknown"_s, u"부서 코드 "_s + josa(code, u"이"_s, u"가"_s) + u" 그날에는 없습니다."_s);
        return;
    }
    line.toUnit = unit->id;
    line.toPost = line.read.toPost;
}

void Matcher::takeUnit(MatchedLine &line, const ResolvedUnit &found) const
{
    line.toUnit = found.unit->id;
    line.toPost = line.read.toPost.isEmpty() ? found.post : line.read.toPost;
    if (line.read.unitMayBeTarget && line.toPost.isEmpty())
        line.toPost = line.read.who.post;
    // "→ 기획담당관" of somebody of the fourth class is the seat, of others the place of work.
    const std::optional<Grade> rank = parseGrade(line.toGrade.isEmpty() ? line.grade : line.toGrade);
    if (line.toPost.isEmpty() && line.read.act.isBare && rank && rank->rank >= 1 && rank->rank <= 4)
        line.toPost = ownSeat(found.unit->name);
}

QList<Candidate> Matcher::candidates(const QList<const Unit *> &units) const
{
    QList<Candidate> list;
    for (const Unit *one : units)
        list.append(candidate(*one));
    return list;
}

void Matcher::askUnit(MatchedLine &line, const ResolvedUnit &found, const QString &text, const QString &team) const
{
    static const QMap<QString, QString> texts{
        {u"unit.unknown"_s, u" 부서가 그날에는 없습니다. 이름을 확인해야 합니다."_s},
        {u"unit.ambiguous"_s, u" 부서가 여러 기관에 있습니다."_s},
        {u"unit.split"_s, u" 부서는 여러 부서로 나뉘었습니다. 어느 부서인지 확인해야 합니다."_s},
        {u"unit.abolished"_s, u" 부서는 폐지되었고 승계 부서가 없습니다."_s},
        {u"team.unknown"_s, u"에 그런 팀이 없습니다."_s},
    };
    const QString name = text.isEmpty() ? team : text;
    const QString shown = found.problem == u"team.unknown"_s ? name + u' ' + team : name;
    ask(line, found.problem, u'\'' + shown + u'\'' + texts.value(found.problem), candidates(found.candidates));
}

// 겸임해제 직무대리해제 파견복귀 복직: which assignment ends.
void Matcher::matchEnding(MatchedLine &line) const
{
    const KindTraits *traits = traitsOf(line.kind);
    if (!traits || traits->ends.isEmpty())
        return;
    // 복귀 and 복직 may say where to; 해제 says what ends.
    const bool saysWhere = !line.read.act.target.isEmpty() || (traits->moves && !line.read.toTeam.isEmpty());
    if (traits->moves && saysWhere)
        takeReturn(line);
    if (!line.person)
        return;
    QList<const Assignment *> open;
    for (const Assignment *one : m_directory.assignmentsOn(line.person->id, eve(line)))
        if (one->nature == traits->ends)
            open.append(one);
    if (!traits->moves && saysWhere)
        keepThere(line, *traits, open);
    if (open.size() == 1) {
        line.ended = open.first();
        if (!traits->moves && line.toUnit.isEmpty())
            line.toUnit = line.ended->unit;
    } else if (open.size() > 1) {
        ask(line, u"assignment.several"_s, traits->ends + u" 중인 자리가 여럿이어서 어느 것인지 알 수 없습니다."_s);
    }
    // None on record: the office was not told of it; the order still says what is to hold now, except for a release
    // that names no place.
    if (open.isEmpty() && !traits->moves && line.toUnit.isEmpty())
        ask(line, u"assignment.unknown"_s, traits->ends + u" 기록이 없습니다."_s);
}

// Where somebody who comes back is to work.
void Matcher::takeReturn(MatchedLine &line) const
{
    const QString &target = line.read.act.target;
    const ResolvedUnit found = m_units.resolve(target, line.read.toTeam, dayOf(line), line.read.act.isPost);
    if (!found.unit) {
        ask(line, found.problem, u'\'' + target + u"' 부서가 그날에는 없거나 여럿입니다."_s, candidates(found.candidates));
        return;
    }
    line.toUnit = found.unit->id;
    line.toPost = line.read.toPost.isEmpty() ? found.post : line.read.toPost;
}

// Of the open assignments, those in the unit that the release names.
void Matcher::keepThere(MatchedLine &line, const KindTraits &traits, QList<const Assignment *> &open) const
{
    const QString &target = line.read.act.target;
    const ResolvedUnit found = m_units.resolve(target, line.read.toTeam, dayOf(line), true);
    QList<const Assignment *> there;
    for (const Assignment *one : std::as_const(open))
        if (found.unit && one->unit == found.unit->id)
            there.append(one);
    line.toPost = line.read.toPost.isEmpty() ? found.post : line.read.toPost;
    if (!found.unit) {
        ask(line, found.problem, u'\'' + target + u"' 부서를 확인해야 합니다."_s, candidates(found.candidates));
    } else {
        line.toUnit = found.unit->id;
        if (there.isEmpty() && !open.isEmpty())
            ask(line, u"assignment.unknown"_s, u"그 자리의 "_s + traits.ends + u" 기록이 없습니다."_s);
    }
    open = there;
}

// 정정 and 취소 speak of an earlier order.
void Matcher::matchAmendment(MatchedLine &line) const
{
    if (!isAmending(line.kind) || !line.person)
        return;
    QList<const OrderLine *> known;
    for (const OrderLine *one : m_directory.orderLines(line.person->id))
        if (one->effective == line.effective && one->state == u"시행"_s && !isAmending(one->nature))
            known.append(one);
    if (line.kind == u"취소"_s) {
        if (known.size() != 1) {
            ask(line, u"order.unknown"_s,
                known.isEmpty() ? u"취소할 발령이 기록에 없습니다."_s : u"그날의 발령이 여럿이어서 어느 것인지 알 수 없습니다."_s);
            return;
        }
        line.amends = known.first();
        const Assignment *before = m_directory.mainPost(line.person->id, line.effective.addDays(-1));
        if (before)
            line.toUnit = before->unit;
        if (!before && known.first()->nature != u"신규임용"_s && known.first()->nature != u"전입"_s)
            ask(line, u"order.noWayBack"_s, u"되돌아갈 자리가 기록에 없습니다."_s);
        return;
    }
    if (known.size() == 1) {
        line.amends = known.first();
        return;
    }
    const Unit *now = m_directory.unitOn(line.person->id, line.effective);
    const QList<const Unit *> wrong = m_units.meanings(line.read.act.wrong, {}, line.effective);
    const bool agrees = now && std::any_of(wrong.begin(), wrong.end(), [&](const Unit *one) {
        return m_directory.isWithin(now->id, one->id);
    });
    if (!agrees)
        ask(line, u"order.unknown"_s, u"정정할 발령이 기록에 없습니다."_s);
}

// ---- checks

void Matcher::checkDates(MatchedLine &line) const
{
    if (!line.effective.isValid()) {
        ask(line, u"date.missing"_s, u"발령일이 없습니다."_s);
        return;
    }
    if (line.effective < m_received && !isAmending(line.kind))
        ask(line, u"date.past"_s,
            u"발령일 "_s + koreanDate(line.effective) + u"이 접수일보다 앞섭니다(임용일자 소급 금지, 지방공무원 임용령 5조)."_s);
    if (line.until.isValid() && line.until < line.effective)
        ask(line, u"date.period"_s, u"기간의 끝이 발령일보다 앞섭니다."_s);
}

// A comparison shows the grade on both sides, whatever changes: only what differs is given by the line.
void Matcher::settleGrade(MatchedLine &line) const
{
    const KindTraits *traits = traitsOf(line.kind);
    const std::optional<Grade> given = parseGrade(line.toGrade);
    if (!traits || traits->changesGrade || traits->opensPerson || !given)
        return;
    const Assignment *post = line.person ? m_directory.mainPost(line.person->id, eve(line)) : nullptr;
    std::optional<Grade> present = parseGrade(line.grade);
    if (!present && post)
        present = parseGrade(post->grade);
    // A deputy keeps the grade, whatever is resolved about the next one ("5급 승진의결").
    if (traits->opensSecond || (present && (isSame(*present, *given) || isCompatible(*given, *present))))
        line.toGrade.clear();
    else if (present)
        ask(line, u"grade.kind"_s,
            u"발령 종류는 "_s + line.kind + u"인데 직급이 '"_s + present->text + u"'에서 '"_s + given->text + u"'(으)로 바뀝니다."_s);
}

void Matcher::checkMeaning(MatchedLine &line) const
{
    const KindTraits *traits = traitsOf(line.kind);
    if (!traits)
        return;
    const Assignment *post = line.person ? m_directory.mainPost(line.person->id, eve(line)) : nullptr;
    // What is corrected or cancelled is where the earlier order put the person.
    const QDate before = isAmending(line.kind) ? line.effective : eve(line);
    if (const Unit *unit = line.person ? m_directory.unitOn(line.person->id, before) : nullptr)
        line.fromUnit = unit->id;
    if (line.kind == u"승진"_s && line.toGrade.isEmpty())
        ask(line, u"grade.missing"_s, u"승진할 직급이 적혀 있지 않습니다."_s);
    // Blanks inside a grade are the layout's, unless the directory writes them, too: "전문경력관 다군".
    if (post && normalizeForMatch(post->grade) == normalizeForMatch(line.grade))
        line.grade = post->grade;
    const std::optional<Grade> held = post ? parseGrade(post->grade) : std::nullopt;
    const std::optional<Grade> given = parseGrade(line.toGrade);
    if (line.kind == u"승진"_s && held && given && held->rank > 0 && given->rank > 0 && given->rank > held->rank)
        ask(line, u"grade.order"_s, u"승진할 직급이 지금 직급보다 낮습니다."_s);
    if ((line.kind == u"전출"_s || line.kind == u"파견"_s) && line.outside.isEmpty() && line.toUnit.isEmpty())
        ask(line, u"outside.missing"_s, u"어느 기관인지 적혀 있지 않습니다."_s);
    if (!line.person || isAmending(line.kind) || !traits->moves || !line.effective.isValid())
        return;
    for (const Assignment *later : m_directory.assignments(line.person->id))
        if (later->nature == u"본직"_s && later->validFrom > line.effective) {
            ask(line, u"order.later"_s,
                koreanDate(later->validFrom) + u"자의 뒤 발령이 이미 있어 그보다 앞선 발령은 확인해야 합니다."_s);
            break;
        }
}

bool Matcher::isRepeated(const MatchedLine &line) const
{
    if (!line.person)
        return false;
    for (const OrderLine *one : m_directory.orderLines(line.person->id))
        if (one->nature == line.kind && one->effective == line.effective && one->state == u"시행"_s
            && one->unit == line.toUnit && one->grade == line.toGrade
            && (one->post == line.toPost || line.toPost.isEmpty()))
            return true;
    return false;
}

// What the line orders holds on its day without it.
bool Matcher::isAlreadySo(const MatchedLine &line) const
{
    const KindTraits *traits = traitsOf(line.kind);
    if (!traits || !line.person || isAmending(line.kind))
        return false;
    const Assignment *post = m_directory.mainPost(line.person->id, line.effective);
    if (!post)
        return false;
    if (traits->moves && traits->ends.isEmpty() && !traits->opensPerson) {
        const Unit *unit = m_directory.unitOn(line.person->id, line.effective);
        const bool sameUnit = line.toUnit.isEmpty() || (unit && unit->id == line.toUnit);
        const bool samePost = line.toPost.isEmpty() || normalizeForMatch(post->post) == normalizeForMatch(line.toPost);
        const std::optional<Grade> held = parseGrade(post->grade);
        const std::optional<Grade> given = parseGrade(line.toGrade);
        const bool sameGrade = !given || (held && isSame(*held, *given));
        return sameUnit && samePost && sameGrade && (!line.toUnit.isEmpty() || given);
    }
    if (traits->opensSecond || line.kind == u"휴직"_s || line.kind == u"정직"_s || line.kind == u"직위해제"_s)
        for (const Assignment *one : m_directory.assignmentsOn(line.person->id, line.effective))
            if (one->nature == line.kind && one->unit == line.toUnit && one->outside == line.outside
                && one->validFrom <= line.effective)
                return true;
    return false;
}

void Matcher::checkNoChange(MatchedLine &line) const
{
    if (isRepeated(line)) {
        line.status = LineStatus::NoChange;
        line.reasons = {{u"order.repeated"_s, u"이미 시행되었거나 예약된 발령입니다."_s, {}}};
    } else if (line.status == LineStatus::Ready && isAlreadySo(line)) {
        line.status = LineStatus::NoChange;
        line.reasons = {{u"already"_s, u"이미 그렇게 되어 있습니다."_s, {}}};
    }
}

} // namespace naru::office
