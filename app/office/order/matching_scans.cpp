// Matching of what was read from a scan: the directory puts right what the eye of a machine cannot know, and what nothing
// confirms is asked.
#include "core/hangul.h"
#include "core/korean_text.h"
#include "office/order/grades.h"
#include "office/order/look.h"
#include "office/order/matching.h"

#include <algorithm>

namespace naru::office {

namespace {

constexpr Confidence sure = 0.9;
constexpr int oneJamo = 2; // lookDistance of texts that one jamo parts, which looks like the other's

// Bodies outside the city that orders lend people to, as the Government Organization Act (정부조직법) names them, and others.
const QStringList &knownBodies()
{
    static const QStringList list =
        u"국무조정실 국무총리비서실 대통령비서실 대통령실 감사원 기획재정부 교육부 과학기술정보통신부 외교부 통일부 법무부 국방부 행정안전부 "
        u"국가보훈부 문화체육관광부 농림축산식품부 산업통상자원부 보건복지부 환경부 고용노동부 여성가족부 국토교통부 해양수산부 중소벤처기업부 "
        u"인사혁신처 법제처 식품의약품안전처 국세청 관세청 조달청 통계청 병무청 방위사업청 경찰청 소방청 국가유산청 농촌진흥청 산림청 특허청 "
        u"질병관리청 기상청 새만금개발청 해양경찰청 재외동포청 우주항공청 국민권익위원회 공정거래위원회 금융위원회 방송통신위원회 "
        u"개인정보보호위원회 원자력안전위원회 국가인권위원회 지방시대위원회 한국지방행정연구원 지방자치인재개발원 시도지사협의회 "
        u"대한민국시도지사협의회 전국시도지사협의회 시군구청장협의회 한국지역정보개발원 한국행정연구원 국회사무처 헌법재판소 "
        u"중앙선거관리위원회"_s.split(u' ');
    return list;
}

bool isSame(const QString &a, const QString &b) { return normalizeForMatch(a) == normalizeForMatch(b); }

// How surely the cells were read that say where the line leads; the line itself where it has none.
Confidence sureOfTarget(const ReadLine &read)
{
    const auto saysWhere = [&read](Column column) {
        return column == Column::ToUnit || column == Column::ToTeam || column == Column::Phrase
            || (read.unitMayBeTarget && (column == Column::FromUnit || column == Column::FromTeam));
    };
    Confidence least = 1;
    bool any = false;
    for (const ReadCell &cell : read.cells)
        if (saysWhere(cell.column)) {
            least = std::min(least, cell.place.confidence);
            any = true;
        }
    return any ? least : read.place.confidence;
}

int differingDigits(const QString &a, const QString &b)
{
    int count = a.size() == b.size() ? 0 : 99;
    for (qsizetype i = 0; i < a.size() && a.size() == b.size(); ++i)
        count += a[i] == b[i] ? 0 : 1;
    return count;
}

} // namespace

bool Matcher::isScanned(const ReadLine &read) { return read.place.method == Provenance::Method::Ocr; }

// The name of a body as it is written, where it is known.
QString Matcher::meantBody(const QString &read) const
{
    QStringList bodies = knownBodies();
    for (const Assignment &one : m_directory.state().assignments)
        if (!one.outside.isEmpty() && !bodies.contains(one.outside))
            bodies.append(one.outside);
    for (const QString &one : std::as_const(bodies))
        if (isSame(one, read))
            return one;
    return meantWord(read, bodies).value_or(QString());
}

// The line with the units and bodies that its texts must mean.
ReadLine Matcher::asMeant(ReadLine read) const
{
    const QDate day = read.effective.isValid() ? read.effective : m_received;
    if (!read.who.unit.isEmpty() && kindOfHeading(read.who.unit).isEmpty()
        && m_units.putRight(read.who.unit, read.team, day) && read.unitMayBeTarget)
        read.doubts.append(u"unit"_s);
    // Nothing but its own text says where a line leads: the document itself may have it wrong.
    if ((!read.act.target.isEmpty() || !read.toTeam.isEmpty()) && m_units.putRight(read.act.target, read.toTeam, day)
        && !read.doubts.contains(u"unit"_s))
        read.doubts.append(u"unit"_s);
    if (read.act.outside.isEmpty())
        return read;
    QString unit = read.act.outside;
    QString none;
    if (m_units.resolve(unit, none, day).unit)
        return read;
    if (const QString body = meantBody(read.act.outside); !body.isEmpty())
        read.act.outside = body;
    return read;
}

// The person whose name, number, grade, and unit agree, but for what the eye takes for one another. The line then says the
// name and the number of that person, and asks: the document itself may have them wrong.
void Matcher::takeMeantPerson(MatchedLine &line) const
{
    Who &who = line.read.who;
    const auto take = [&](const Person &one) {
        const bool isSpelt = isSame(who.name, one.name) && (who.empNo.isEmpty() || who.empNo == one.id);
        // Letters that were hard to read say nothing against the number, the grade, and the unit together.
        const bool isIllegible = line.read.named < sure && who.empNo == one.id && holdsGrade(line, one) && saysUnit(line)
            && sitsIn(line, one);
        if (!isSpelt && !isIllegible)
            ask(line, u"reading.name"_s,
                u"그림에서 읽은 '"_s + QStringList{who.name, who.empNo}.join(u' ').trimmed() + u"'은(는) 명부에 없어 '"_s
                    + one.name + u"'(으)로 읽었습니다. 문서의 오기인지 확인해야 합니다."_s,
                candidates({&one}, eve(line)));
        who.name = one.name;
        line.name = one.name;
        if (!who.empNo.isEmpty())
            who.empNo = one.id;
    };
    const Person *numbered = m_directory.person(who.empNo);
    if (numbered) {
        const bool isNear = lookDistance(who.name, numbered->name) <= 8 || (who.name.size() < 2 && !who.unit.isEmpty());
        if (isNear && (holdsGrade(line, *numbered) || sitsIn(line, *numbered)))
            return take(*numbered);
    }
    QList<const Person *> fitting;
    const bool usesUnit = saysUnit(line);
    for (const Person *one : m_directory.personsNamed(who.name))
        if (m_directory.mainPost(one->id, eve(line)) && holdsGrade(line, *one) && (!usesUnit || sitsIn(line, *one)))
            fitting.append(one);
    if (!fitting.isEmpty()) {
        // A figure of the number was misread where everything else names one person.
        const bool isMisread = !who.empNo.isEmpty() && !numbered && usesUnit && fitting.size() == 1
            && differingDigits(who.empNo, fitting.first()->id) <= 1;
        if (isMisread)
            take(*fitting.first());
        return;
    }
    if (!m_directory.personsNamed(who.name).isEmpty() && !usesUnit)
        return;
    if (const Person *meant = meantPerson(line))
        take(*meant);
}

bool Matcher::saysUnit(const MatchedLine &line) const
{
    const KindTraits *traits = traitsOf(line.kind);
    const bool usesUnit = !line.read.unitMayBeTarget || !traits || !traits->moves;
    return usesUnit && !(line.read.who.unit.isEmpty() && line.read.team.isEmpty());
}

// The one person of the stated grade, and unit where it is stated, whose name looks like the one that was read.
const Person *Matcher::meantPerson(const MatchedLine &line) const
{
    const Who &who = line.read.who;
    const bool usesUnit = saysUnit(line);
    const QDate day = eve(line);
    QList<const Person *> people;
    if (usesUnit) {
        QList<const Unit *> units = m_units.meanings(who.unit, line.read.team, day);
        for (qsizetype i = 0; i < units.size(); ++i) {
            people += m_directory.membersOn(units[i]->id, day);
            units += m_directory.children(units[i]->id, day);
        }
    } else {
        for (const Person &one : m_directory.state().persons)
            if (one.name.size() == who.name.size() && m_directory.mainPost(one.id, day))
                people.append(&one);
    }
    QStringList names;
    QList<const Person *> fitting;
    for (const Person *one : std::as_const(people))
        if (holdsGrade(line, *one) && !fitting.contains(one)) {
            fitting.append(one);
            names.append(one->name);
        }
    const std::optional<qsizetype> found = meantAmong(who.name, names);
    if (!found || names.count(names[*found]) > 1)
        return nullptr;
    // A name alone is little: one jamo may be wrong, and nobody else may be near.
    const auto isNear = [&](const QString &name) { return lookDistance(who.name, name) <= 5 * oneJamo; };
    if (!usesUnit && (lookDistance(who.name, names[*found]) > 2 * oneJamo || std::count_if(names.cbegin(), names.cend(), isNear) > 1))
        return nullptr;
    return fitting[*found];
}

// Who else the name may mean if a jamo of it was misread: of the same grade, and here.
QList<const Person *> Matcher::lookAlikes(const MatchedLine &line) const
{
    QList<const Person *> result;
    const QString &name = line.person->name;
    for (const Person &other : m_directory.state().persons)
        if (other.name.size() == name.size() && other.name != name && lookDistance(other.name, name) <= oneJamo
            && holdsGrade(line, other) && m_directory.mainPost(other.id, eve(line)))
            result.append(&other);
    return result;
}

// The unit that the line leads to is the one that its text spells, by its own name or an old one, and no other name looks
// like it.
bool Matcher::isUnitConfirmed(const MatchedLine &line) const
{
    if (!m_directory.unit(line.toUnit))
        return line.read.act.target.isEmpty();
    const bool fromWho = line.read.unitMayBeTarget;
    const QString text = normalizeForMatch((fromWho ? line.read.who.unit : line.read.act.target)
                                           + (fromWho ? line.read.team : line.read.toTeam));
    if (text.isEmpty())
        return line.ended; // it goes back to where the record says
    QString named;
    for (const Unit &one : m_directory.state().units)
        if (const QString name = normalizeForMatch(one.name); name.size() > named.size()
            && (text.endsWith(name) || text.endsWith(name + u'장') || text.endsWith(name.chopped(1) + u"소장"_s)))
            named = name;
    return !named.isEmpty()
        && std::none_of(m_directory.state().units.begin(), m_directory.state().units.end(), [&](const Unit &other) {
               return normalizeForMatch(other.name) != named && lookDistance(other.name, named) <= oneJamo;
           });
}

// A misprint whose letters the model of letters does not know is read as the name that it almost is, and less surely than
// that name itself. A unit that the line names as the person's own, too, is told twice.
void Matcher::checkTarget(MatchedLine &line) const
{
    constexpr Confidence plainly = 0.92;
    const Unit *unit = m_directory.unit(line.toUnit);
    const bool isAsked = std::any_of(line.reasons.cbegin(), line.reasons.cend(),
                                     [](const Reason &one) { return one.code == u"reading.unit"_s; });
    if (!unit || line.ended || isAsked || sureOfTarget(line.read) >= plainly)
        return;
    const Unit *present = line.person ? m_directory.unitOn(line.person->id, eve(line)) : nullptr;
    if (present && (m_directory.isWithin(present->id, unit->id) || m_directory.isWithin(unit->id, present->id)))
        return;
    ask(line, u"reading.unit"_s, u"발령 부서를 확실하게 읽을 수 없어 '"_s + unit->name + u"'(으)로 읽었습니다."_s, {candidate(*unit)});
}

// What nobody but the document knows must have been read well; what the directory knows must agree.
void Matcher::checkScan(MatchedLine &line, const Answer &answer) const
{
    constexpr Confidence legible = 0.5;
    constexpr Confidence sureOfName = 0.94;
    constexpr Confidence sureOfBody = 0.95;
    const ReadLine &read = line.read;
    const KindTraits *traits = traitsOf(line.kind);
    if (!line.person && traits && traits->opensPerson && read.named < sureOfName)
        ask(line, u"reading.newName"_s, u"새 사람의 성명은 명부로 확인할 수 없어 그림과 견주어 보아야 합니다."_s);
    if (answer.toUnit.isEmpty())
        checkTarget(line);
    const bool isPlainBody = read.place.confidence >= sureOfBody && !line.outside.contains(u' ');
    if (!line.outside.isEmpty() && !isPlainBody && meantBody(line.outside).isEmpty())
        ask(line, u"reading.outside"_s, u"기관 이름 '"_s + line.outside + u"'은(는) 명부로 확인할 수 없습니다."_s);
    const bool isTold = !read.who.empNo.isEmpty() || saysUnit(line);
    if (line.person && !isTold)
        if (const QList<const Person *> alike = lookAlikes(line); !alike.isEmpty())
            ask(line, u"person.lookAlike"_s,
                u"그림에서 읽은 성명이 '"_s + line.name + u"'인지 비슷한 다른 이름인지 확인해야 합니다."_s,
                candidates(QList<const Person *>{line.person} + alike, eve(line)));
    const QList<FoundDate> days = findKoreanDates(read.text);
    if (std::any_of(days.cbegin(), days.cend(), [&](const FoundDate &one) { return one.date > read.effective && one.date != line.until; }))
        ask(line, u"reading.period"_s, u"시행일 뒤의 날짜가 적혀 있으나 어느 기간인지 읽을 수 없습니다."_s);
    const bool isConfirmed = read.place.confidence >= legible && read.unconfirmed >= sure && isUnitConfirmed(line)
        && (line.person ? line.person->name == line.name : true);
    if (read.place.confidence < sure && !isConfirmed)
        ask(line, u"reading.confidence"_s, u"발령 사항을 확실하게 읽을 수 없습니다."_s);
}

// Several orders of one row of a scan: where one of them is doubtful, the row was not read as it stands.
void Matcher::askTogether(QList<MatchedLine> &lines)
{
    const auto isSameRow = [](const MatchedLine &a, const MatchedLine &b) {
        return a.source == b.source && a.read.text == b.read.text && a.read.place.page == b.read.place.page
            && a.read.place.box == b.read.place.box;
    };
    for (qsizetype i = 0; i < lines.size(); ++i)
        for (qsizetype k = std::max<qsizetype>(0, i - 1); k < std::min(lines.size(), i + 2); ++k)
            if (k != i && isScanned(lines[i].read) && lines[i].status == LineStatus::Ready
                && lines[k].status == LineStatus::Question && isSameRow(lines[i], lines[k])) {
                ask(lines[i], u"reading.phrase"_s, u"같은 줄의 다른 발령이 확실하지 않아 함께 확인해야 합니다."_s);
                lines[i].status = LineStatus::Question;
            }
}

} // namespace naru::office
