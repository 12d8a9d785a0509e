#include "office/order/line_builder.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "office/order/grades.h"
#include "office/order/line_shapes.h"

#include <QRegularExpression>

namespace naru::office {

namespace {

bool isBlankMark(const QString &text)
{
    static const QRegularExpression mark(u"^[\\s\\-–—―〃\"·.ㆍ]*$"_s);
    return mark.match(text).hasMatch();
}

QString valueOf(const Fields &fields, Column column)
{
    const QString text = oneLine(fields.value(column));
    return isBlankMark(text) ? QString() : text;
}

QString joined(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty() || normalizeForMatch(b).startsWith(normalizeForMatch(a)))
        return b.isEmpty() ? a : b;
    return a + u' ' + b;
}

bool isPostWord(const QString &text)
{
    static const QRegularExpression post(
        u"^(?:[가-힣]{0,8}(?:과장|팀장|국장|실장|본부장|소장|원장|관장|단장|처장|센터장|부장|계장|총괄)|담당관|감사관|담당|담당자|주무관|주무|서무|팀원|직원|실무관|무보직|기획관|대변인)$"_s);
    return post.match(text).hasMatch();
}

// A narrow cell breaks a word anywhere: "과\n장". Other posts keep their blanks.
QString postOf(const QString &text)
{
    const QString plain = QString(text).remove(u' ');
    return isPostWord(plain) ? plain : text;
}

// "도시재생과장", "세정과 시세팀장", "세정과": a post that says where it is, unlike "과장".
bool namesUnit(const QString &post)
{
    static const QRegularExpression seat(
        u"(?:(?:과|팀|국|실|본부|소|원|관|단|처|센터|부)장|과|팀|국|본부|사업소|센터|담당관|감사관|대변인|기획관)$"_s);
    static const QRegularExpression plain(u"^(?:부|연구|상임|전문)?(?:과장|팀장|국장|실장|본부장|소장|원장|관장|단장|처장|센터장|부장|담당관)$"_s);
    const QString word = QString(post).remove(u' ');
    return seat.match(word).hasMatch() && !plain.match(word).hasMatch();
}

// The kind that decides, from the most specific witness to the least.
QString decideKind(const Act &act, const QString &column, const QString &remark, const QString &heading)
{
    if (act.kind == u"취소"_s || act.kind == u"정정"_s)
        return act.kind;
    const bool isGeneral = act.kind.isEmpty() || act.kind == u"전보"_s;
    if (column == u"취소"_s || column == u"정정"_s)
        return column;
    if (!isGeneral && act.kind != u"승진"_s)
        return act.kind;
    for (const QString &one : {column, remark, heading, act.kind})
        if (!one.isEmpty())
            return one;
    return {};
}

// What the grades alone say about a line that gives one.
QString kindByGrades(const QString &present, const QString &given)
{
    const std::optional<Grade> from = parseGrade(present);
    const std::optional<Grade> to = parseGrade(given);
    if (!to)
        return {};
    if (to->onProbation && (!from || isSame(*from, *to)))
        return u"신규임용"_s;
    if (!from)
        return {};
    if (from->onProbation && !to->onProbation && from->rank == to->rank)
        return u"시보해제"_s;
    if (from->rank > 0 && to->rank > 0 && from->rank != to->rank)
        return to->rank < from->rank ? u"승진"_s : u"강임"_s;
    return from->series != to->series ? u"전직"_s : QString();
}

void readTimes(const Fields &fields, const Surroundings &around, ReadLine &line)
{
    const QString dayText = valueOf(fields, Column::Date);
    // A narrow cell breaks a date anywhere.
    std::optional<QDate> day = parseKoreanDate(dayText);
    if (!day)
        day = parseKoreanDate(QString(dayText).remove(u' '));
    if (!day && !dayText.isEmpty()) {
        static const QRegularExpression digit(u"[0-9]"_s);
        const QList<FoundDate> found = findKoreanDates(dayText);
        if (found.size() == 1 && !found.first().weekdayDiffers
            && !QString(dayText).remove(found.first().offset, found.first().length).contains(digit))
            day = found.first().date;
        else
            line.doubts.append(u"date"_s);
    }
    const bool isAmending = line.kind == u"취소"_s || line.kind == u"정정"_s;
    if (isAmending && line.act.day.isValid())
        line.effective = line.act.day;
    else if (day)
        line.effective = *day;
    else if (line.act.day.isValid())
        line.effective = line.act.day;
    else if (line.act.from.isValid() && (!around.date.isValid() || line.act.from > around.date))
        line.effective = line.act.from;
    else
        line.effective = around.date;

    QDate from = line.act.from;
    line.until = line.act.until;
    int months = line.act.months;
    int days = line.act.days;
    const QString periodText = withFullYears(valueOf(fields, Column::Period));
    if (line.kind == u"정직"_s || line.kind == u"감봉"_s) {
        static const QRegularExpression length(u"^([0-9]{1,2})\\s*(?:개\\s*)?월$"_s);
        for (const QString &said : {periodText, line.remark})
            if (const QRegularExpressionMatch match = length.match(said); match.hasMatch() && months == 0)
                months = match.captured(1).toInt();
    }
    if (const std::optional<Period> period = findPeriod(periodText); period && !line.until.isValid()) {
        from = period->from;
        line.until = period->to;
        months = period->months;
        days = period->days;
    }
    if (const std::optional<QDate> to = parseKoreanDate(valueOf(fields, Column::PeriodTo)); to && !line.until.isValid())
        line.until = *to;
    if (const std::optional<QDate> start = parseKoreanDate(valueOf(fields, Column::PeriodFrom)); start) {
        from = *start;
        if (!day && !line.act.day.isValid())
            line.effective = *start;
    }
    const QDate start = from.isValid() ? from : line.effective;
    if (!line.until.isValid() && start.isValid() && months > 0)
        line.until = lastDayOfMonths(start, months);
    if (!line.until.isValid() && start.isValid() && days > 0)
        line.until = start.addDays(days - 1);
}

// The units and posts that columns give, where the phrase leaves them open.
void readTarget(const Fields &fields, const Surroundings &around, ReadLine &line)
{
    const PlaceText to = readPlaceText(joined(valueOf(fields, Column::ToBody), valueOf(fields, Column::ToUnit)));
    if (const QString post = valueOf(fields, Column::ToPost); line.act.target.isEmpty() && to.unit.isEmpty()
        && namesUnit(post)) {
        const std::optional<Grade> rank = parseGrade(line.who.grade);
        line.act.target = post;
        line.act.isPost = rank && rank->rank >= 1 && rank->rank <= 5; // "공보담당관" of others is where they work
    } else if (line.act.target.isEmpty()) {
        line.act.target = to.unit;
        line.toTeam = joined(to.team, valueOf(fields, Column::ToTeam));
        line.toPost = postOf(valueOf(fields, Column::ToPost));
        if (line.toPost.isEmpty())
            line.toPost = to.post;
    }
    if (line.act.grade.isEmpty()) {
        const QString grade = valueOf(fields, Column::ToGrade);
        if (parseGrade(grade))
            line.act.grade = QString(grade).remove(u' ');
        else if (!grade.isEmpty())
            line.doubts.append(u"grade"_s);
    }
    if (line.act.outside.isEmpty())
        line.act.outside = oneLine(QString(fields.value(Column::Outside)).remove(u'\n'));
    const bool hasPhrase = !fields.value(Column::Phrase).trimmed().isEmpty();
    line.unitMayBeTarget = !around.isTwoSided && !hasPhrase && line.act.target.isEmpty() && !line.who.unit.isEmpty();
}

// "팀장(지방행정사무관)", "지방행정사무관(팀장)": one column holds post and grade.
void takeBracket(QString &text, QString &other)
{
    static const QRegularExpression bracket(u"^(\\S.*)\\(([^()]+)\\)$"_s);
    const QRegularExpressionMatch match = bracket.match(text);
    if (!match.hasMatch() || !other.isEmpty())
        return;
    const QString outside = oneLine(match.captured(1));
    const QString inside = oneLine(match.captured(2));
    const bool isGradeFirst = parseGrade(outside) && isPostWord(QString(inside).remove(u' '));
    if (!isGradeFirst && !(parseGrade(inside) && !parseGrade(outside)))
        return;
    text = outside;
    other = inside;
}

Who personOf(Who who, const Fields &fields)
{
    const PlaceText from = readPlaceText(joined(valueOf(fields, Column::FromBody), valueOf(fields, Column::FromUnit)));
    if (!from.unit.isEmpty())
        who.unit = from.unit;
    QString grade = valueOf(fields, Column::Grade);
    QString post = valueOf(fields, Column::FromPost);
    takeBracket(grade, post);
    takeBracket(post, grade);
    if (who.unit.isEmpty() && namesUnit(post))
        who.unit = post;
    who.post = postOf(post);
    if (who.post.isEmpty())
        who.post = from.post;
    if (!grade.isEmpty())
        who.grade = parseGrade(grade) ? QString(grade).remove(u' ') : grade;
    const QString number = QString(valueOf(fields, Column::EmpNo)).remove(u' ').remove(u'-');
    if (!number.isEmpty())
        who.empNo = number;
    const QString hanja = valueOf(fields, Column::Hanja);
    if (!hanja.isEmpty())
        who.hanja = QString(hanja).remove(u' ');
    return who;
}

// A remark fills in what the line leaves open: "지방세무서기 전직", "육아휴직, 2026. 8. 10. ~ 2027. 2. 9.", "2026. 8. 3.자".
// Returns the kind that it says.
QString readRemark(ReadLine &line)
{
    QString kind;
    for (const Act &said : readPhrase(line.remark)) {
        if (said.kind.isEmpty() && !said.day.isValid() && !said.until.isValid())
            continue;
        if (kind.isEmpty())
            kind = said.kind;
        Act &act = line.act;
        if (act.grade.isEmpty())
            act.grade = said.grade;
        if (act.outside.isEmpty())
            act.outside = said.outside;
        if (!act.day.isValid())
            act.day = said.day;
        if (!act.until.isValid() && act.months == 0 && act.days == 0) {
            act.from = said.from;
            act.until = said.until;
            act.months = said.months;
            act.days = said.days;
        }
    }
    return kind;
}

// Where a 파견 or 전출 leads, and from where a 전입 comes, stands where units stand otherwise.
void settleOutside(const Fields &fields, ReadLine &line)
{
    static const QRegularExpression region(u"^\\([^()]*\\)\\s*"_s);
    const bool goesOut = line.kind == u"파견"_s || line.kind == u"전출"_s;
    if (goesOut && line.act.outside.isEmpty() && !line.act.target.isEmpty()) {
        // A narrow cell breaks the name of the body anywhere.
        const QString unit = QString(fields.value(Column::ToUnit)).remove(u'\n');
        line.act.outside = fields.value(Column::ToUnit).contains(u'\n') ? readPlaceText(unit).unit : line.act.target;
        line.act.target.clear();
    }
    if (line.kind == u"전입"_s && line.act.outside.isEmpty() && !line.unitMayBeTarget)
        line.act.outside = line.who.unit;
    line.act.outside.remove(region);
}

ReadLine lineOf(const Who &who, const Act &act, const Fields &fields, const Surroundings &around)
{
    ReadLine line;
    line.who = personOf(who, fields);
    line.act = act;
    line.team = joined(readPlaceText(joined(valueOf(fields, Column::FromBody), valueOf(fields, Column::FromUnit))).team,
                       valueOf(fields, Column::FromTeam));
    line.series = valueOf(fields, Column::Series);
    line.remark = valueOf(fields, Column::Remark);
    const QString kindText = valueOf(fields, Column::Kind);
    QString said = readRemark(line);
    if (said.isEmpty() && normalizeForMatch(line.remark).size() <= 8)
        said = kindOfHeading(line.remark); // "보직 재발\n령"
    line.kind = decideKind(act, kindOfHeading(kindText), said, around.kind);
    if (line.kind.isEmpty() || line.kind == u"전보"_s) {
        // "신규" where the present unit would stand
        if (const QString kind = kindOfHeading(line.who.unit); kind == u"신규임용"_s || kind == u"전입"_s)
            line.kind = kind;
    }
    if (line.who.name.isEmpty() || line.who.isDoubtful)
        line.doubts.append(u"name"_s);
    const std::optional<Grade> present = parseGrade(line.who.grade);
    if (!line.who.grade.isEmpty() && !present)
        line.doubts.append(u"grade"_s);
    if (around.isDoubtful)
        line.doubts.append(u"columns"_s);
    const QString phrase = fields.value(Column::Phrase);
    if (!act.isUnderstood || phrase.count(u'(') > phrase.count(u')')) // an open bracket: the rest was cut off
        line.doubts.append(u"phrase"_s);
    readTarget(fields, around, line);
    if (line.kind.isEmpty())
        line.kind = kindByGrades(line.who.grade, line.act.grade);
    settleOutside(fields, line);
    readTimes(fields, around, line);
    return line;
}

// The fields of the i-th of several people in one record: a cell with as many lines as people has one for each.
Fields fieldsOf(const Fields &fields, qsizetype index, qsizetype people)
{
    Fields own = fields;
    for (auto at = own.begin(); at != own.end(); ++at) {
        const QStringList parts = at.value().split(u'\n', Qt::SkipEmptyParts);
        if (people > 1 && parts.size() == people && at.key() != Column::Name)
            at.value() = parts[index];
    }
    return own;
}

} // namespace

PlaceText readPlaceText(const QString &text)
{
    PlaceText place;
    QString plain = oneLine(text);
    static const QRegularExpression region(u"^\\([^()]*\\)\\s*"_s);
    plain.remove(region);
    static const QRegularExpression bracket(u"[(（\\[]([^()（）\\[\\]]*)[)）\\]]"_s);
    QRegularExpressionMatchIterator all = bracket.globalMatch(plain);
    while (all.hasNext()) {
        const QString inside = postOf(oneLine(all.next().captured(1)));
        if ((inside.endsWith(u"팀장") || inside.endsWith(u"과장")) && inside.size() > 2) {
            place.team = inside.chopped(1);
            place.post = inside.right(2);
        } else if (isPostWord(inside)) {
            place.post = inside;
        } else if (!inside.isEmpty() && place.team.isEmpty()) {
            place.team = inside;
        }
    }
    plain.remove(bracket);
    static const QRegularExpression separators(u"\\s*[/>·]\\s*|\\s*[-–]\\s+"_s);
    QString unit = oneLine(plain);
    if (unit.contains(u'/') || unit.contains(u'>'))
        unit.replace(separators, u" "_s);
    place.unit = unit;
    return place;
}

QList<ReadLine> linesOf(const Fields &fields, const Surroundings &around, const Provenance &place, const QString &text,
                        const Words &words)
{
    QList<Who> people = readNames(fields.value(Column::Name), words);
    if (people.isEmpty())
        people.append(Who{});
    QList<ReadLine> lines;
    for (qsizetype i = 0; i < people.size(); ++i) {
        const Fields own = fieldsOf(fields, i, people.size());
        QList<Act> acts = readPhrase(own.value(Column::Phrase));
        if (acts.isEmpty())
            acts.append(Act{});
        for (const Act &act : std::as_const(acts)) {
            ReadLine line = lineOf(people[i], act, own, around);
            line.place = place;
            line.text = maskRegistrationNumbers(text);
            lines.append(line);
        }
    }
    return lines;
}

} // namespace naru::office
