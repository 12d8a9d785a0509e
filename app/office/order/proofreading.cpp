#include "office/order/proofreading.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "core/result.h"
#include "office/order/grades.h"
#include "office/order/look.h"
#include "office/order/phrases.h"
#include "office/order/who.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::office {

namespace {

const QStringList &labels()
{
    static const QStringList list = u"소속 직급 직위 성명 이름 사번 비고 기간 한자 현소속 현직급 현직위 발령사항 발령내용 발령구분 발령부서 "
                                    u"발령일자 발령일 임용사항 임용일자 시행일자 파견기관 파견기간 휴직기간"_s.split(u' ');
    return list;
}

const QStringList &verbs()
{
    static const QStringList list = u"명함 보함 임함 처함 면함"_s.split(u' ');
    return list;
}

// Words of phrases, of three syllables at least: shorter ones may be names.
const QStringList &phraseWords()
{
    static const QStringList list =
        u"근무를 복귀를 해제를 연장을 전출을 전입을 전보를 승진을 휴직을 복직을 파견을 겸임을 대기를 파견근무를 직무대리 직무대리를 직무대리에 신규임용 신규임용을 보직재발령 "
        u"재발령 조직개편에 조직개편 육아휴직 육아휴직을 질병휴직 질병휴직을 병역휴직 유학휴직 간병휴직 가사휴직 동반휴직 해외동반휴직 "
        u"가족돌봄휴직 가족돌봄휴직을 고용휴직 파견복귀 시보해제 직위해제 직위해제를 의원면직 명예퇴직 정년퇴직 당연퇴직 겸임해제 "
        u"직무대리해제 파견연장 휴직연장 임기연장 공로연수"_s.split(u' ');
    return list;
}

const QStringList &usualPosts()
{
    static const QStringList list =
        u"담당 담당자 담당관 팀장 과장 국장 실장 소장 원장 관장 단장 처장 센터장 본부장 부장 계장 감사관 대변인 기획관 주무관 팀원"_s.split(u' ');
    return list;
}

// What no model of letters tells from a blank.
bool saysNothing(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(),
                        [](QChar one) { return one.isLetterOrNumber() && one != u'ㅡ' && one != u'ㆍ'; });
}

QString solid(const QString &text)
{
    static const QRegularExpression space(u"\\s+"_s);
    return QString(text).remove(space);
}

// Figures that are part of no day, no period, and no word: "예산1팀", "6급", "3명" say what they are.
bool hasLooseFigures(const QString &text)
{
    static const QRegularExpression words(
        u"제?\\s*[0-9]{4}\\s*-\\s*[0-9]+\\s*호|[0-9]+\\s*(?:급|명|개월|년|월|일|팀|과|호|차|국|동|등|인|단계|본부|단)"_s);
    QString rest = text;
    if (const std::optional<Period> period = findPeriod(rest))
        rest.remove(period->offset, period->length);
    const QList<FoundDate> dates = findKoreanDates(rest);
    for (auto one = dates.crbegin(); one != dates.crend(); ++one)
        rest.remove(one->offset, one->length);
    rest.remove(words);
    return std::any_of(rest.cbegin(), rest.cend(), [](QChar one) { return one.isDigit(); });
}

} // namespace

QStringList knownGrades()
{
    static const QStringList grades = [] {
        const QStringList series =
            u"행정 세무 전산 교육행정 사회복지 사서 속기 방호 공업 농업 녹지 수의 해양수산 보건 식품위생 의료기술 의무 약무 간호 보건진료 환경 "
            u"항공 시설 방재안전 방송통신 통신 위생 조리 간호조무 시설관리 운전 기록 학예 농촌 보건환경"_s.split(u' ');
        QStringList list = u"지방서기관 지방부이사관 지방이사관 지방관리관 지방과학기술서기관"_s.split(u' ');
        for (const QString &one : series)
            for (const QString &rank : {u"서기관"_s, u"사무관"_s, u"주사"_s, u"주사보"_s, u"서기"_s, u"서기보"_s, u"서기보시보"_s,
                                        u"서기시보"_s, u"주사보시보"_s, u"사무관시보"_s, u"연구관"_s, u"연구사"_s, u"지도관"_s, u"지도사"_s})
                list.append(u"지방"_s + one + rank);
        for (int rank = 1; rank <= 9; ++rank)
            list.append(QString::number(rank) + u'급');
        list.sort();
        return list;
    }();
    return grades;
}

QString withPlainDates(QString text)
{
    // A narrow cell breaks a figure anywhere: a day ends with a point.
    static const QRegularExpression broken(u"(?<=[0-9])\\s*\\n\\s*(?=[0-9])"_s);
    static const QRegularExpression year(u"(?<![0-9])([12]) (?=[09][0-9]{2}\\s*\\.)|(?<![0-9])(20) (?=[0-9]{2}\\s*\\.\\s*[0-9]{1,2}\\s*\\.)"_s);
    text.remove(broken);
    text.replace(year, u"\\1\\2"_s);
    static const QRegularExpression day(
        u"(?<![0-9])((?:19|20)[0-9]{2})\\s*[.,:;·]+\\s*([0-9]{1,2})\\s*[.,:;·]+\\s*([0-9]{1,2})(?![0-9])\\s*[.,:;·]*"_s);
    static const QRegularExpression monthDay(u"([~∼-])\\s*[.,:;·]*\\s*([0-9]{1,2})\\s*[.,:;·]\\s*([0-9]{1,2})(?![0-9])\\s*[.,:;·]+"_s);
    static const QRegularExpression until(u"(?<=[0-9]\\.)\\s*[~∼]\\s*[.,:;·]*\\s*(?=[0-9])"_s);
    static const QRegularExpression pointLost(u"(?<![0-9])((?:19|20)[0-9]{2}\\.) ?([0-9]{1,2}) ([0-9]{1,2})(?=\\.)"_s);
    text.replace(pointLost, u"\\1 \\2. \\3"_s);
    text.replace(day, u"\\1. \\2. \\3. "_s);
    text.replace(until, u" ~ "_s);
    text.replace(monthDay, u"\\1 \\2. \\3. "_s);
    // Two days beside each other are a period whose dash was not seen.
    static const QRegularExpression dashLost(u"((?:19|20)[0-9]{2}\\. [0-9]{1,2}\\. [0-9]{1,2}\\.) +(?=(?:19|20)[0-9]{2}\\. [0-9]{1,2}\\. [0-9]{1,2}\\.)"_s);
    text.replace(dashLost, u"\\1 ~ "_s);
    static const QRegularExpression gap(u"(?<=[0-9]\\.) +(?=[)자부]|$)"_s);
    return text.remove(gap).trimmed();
}

Proofreader::Proofreader(const Words &words)
    : m_words(words)
{
}

QString Proofreader::grade(const QString &read) const
{
    const QString plain = solid(read);
    static const QRegularExpression edges(u"^[^가-힣0-9]+|[^가-힣0-9)]+$"_s);
    const QString bare = QString(plain).remove(edges);
    if (m_words.grades.contains(bare))
        return bare;
    if (bare.size() == 1 && bare >= u"1"_s && bare <= u"9"_s)
        return bare + u'급';
    return meantWord(bare, m_words.grades).value_or(plain);
}

// The grades of several people stand one below the other; one grade may be broken over lines.
QString Proofreader::grades(const QString &read) const
{
    QStringList several;
    for (const QString &one : read.split(u'\n', Qt::SkipEmptyParts))
        if (const QString meant = grade(one); m_words.grades.contains(meant))
            several.append(meant);
    return several.size() > 1 && several.size() == read.split(u'\n', Qt::SkipEmptyParts).size() ? several.join(u'\n')
                                                                                               : grade(read);
}

QString Proofreader::word(const QString &read) const
{
    static const QRegularExpression particle(u"(?:으로|로|에)$"_s);
    if (m_words.names.contains(read) || m_words.units.contains(read) || phraseWords().contains(read))
        return read;
    if (read.size() >= 4 && lookDistance(read.left(2), u"지방") <= 2) {
        const QString tail = particle.match(read).captured();
        const QString stem = read.chopped(tail.size());
        if (m_words.grades.contains(stem))
            return read;
        // The blank between grade and name is the first that a scan loses.
        for (qsizetype name = 2; name <= 4 && name + 4 < read.size(); ++name)
            if (m_words.names.contains(read.right(name)) && m_words.grades.contains(read.chopped(name)))
                return read.chopped(name) + u' ' + read.right(name);
        for (qsizetype name = 2; name <= 3 && name + 4 < read.size(); ++name)
            if (m_words.grades.contains(read.chopped(name)))
                return read.chopped(name) + u' ' + read.right(name);
        for (qsizetype name = 2; name <= 4 && name + 4 < read.size(); ++name)
            if (const QString held = grade(read.chopped(name)); m_words.names.contains(read.right(name)) && m_words.grades.contains(held))
                return held + u' ' + read.right(name);
        if (m_words.grades.contains(read.chopped(1))) // "지방행정주사장 결"
            return read.chopped(1) + u' ' + read.back();
        if (const std::optional<QString> meant = meantWord(stem, m_words.grades))
            return *meant + tail;
        return read;
    }
    for (const QString &one : phraseWords())
        if (read.size() >= 3 && one.size() == read.size() && lookDistance(read, one) <= (read.size() >= 4 ? 4 : 2))
            return one;
    return read;
}

QString Proofreader::words(const QString &read) const
{
    static const QRegularExpression verb(u"(?<=을|를|에)(\\s*)([가-힣]{2})(?=\\s*(?:[.,(]|$))"_s);
    static const QRegularExpression run(u"[가-힣]{3,}"_s);
    QString text = read;
    for (QRegularExpressionMatch match = verb.match(text); match.hasMatch();
         match = verb.match(text, match.capturedEnd()))
        for (const QString &one : verbs())
            if (match.captured(2) != one && !verbs().contains(match.captured(2)) && lookDistance(match.captured(2), one) <= 2)
                text.replace(match.capturedStart(2), 2, one);
    QString out;
    qsizetype from = 0;
    QRegularExpressionMatchIterator all = run.globalMatch(text);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += word(match.captured());
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString Proofreader::cell(const QString &read, Column column) const
{
    if (saysNothing(read))
        return {};
    const auto oneOf = [&read](const QStringList &words) {
        const QString plain = solid(read);
        return words.contains(plain) ? plain : meantWord(plain, words).value_or(read);
    };
    switch (column) {
    case Column::Grade:
    case Column::ToGrade:
        return grades(read);
    case Column::EmpNo: {
        QString number = solid(read);
        return number.replace(u'O', u'0').replace(u'o', u'0').replace(u'l', u'1').replace(u'I', u'1').replace(u'|', u'1');
    }
    case Column::Kind:
        return kindOfHeading(read).isEmpty() ? oneOf(orderKinds()) : read;
    case Column::FromPost:
    case Column::ToPost:
        return oneOf(m_words.posts + usualPosts());
    case Column::Date:
    case Column::Period:
    case Column::PeriodFrom:
    case Column::PeriodTo:
        return withPlainDates(read);
    case Column::Phrase:
    case Column::Remark:
        return withPlainDates(words(read));
    default:
        return read;
    }
}

QString Proofreader::line(const QString &read) const
{
    static const QRegularExpression label(u"(?<![가-힣])([가-힣](?:\\s?[가-힣]){1,4})(?=\\s*[:：])"_s);
    static const QRegularExpression bullet(u"^\\s*([-–—])(?=[가-힣]{2})"_s); // whose blank was not seen
    QString text = withPlainDates(read).replace(bullet, u"\\1 "_s);
    for (QRegularExpressionMatch match = label.match(text); match.hasMatch();
         match = label.match(text, match.capturedEnd())) {
        const QString plain = solid(match.captured());
        if (labels().contains(plain))
            continue;
        if (const std::optional<QString> meant = meantWord(plain, labels()))
            text.replace(match.capturedStart(), match.capturedLength(), *meant);
    }
    return withArrow(words(withWholeGrades(text)));
}

// "- 지방행정주사 김희화 ~ 비서실": an arrow is a stroke with a small head, and the first sign that a poor scan loses. A line of a
// list that was not understood would be a line that nobody asks about.
QString Proofreader::withArrow(const QString &text) const
{
    static const QRegularExpression item(u"^\\s*[-–—_ㅡ]\\s*(?=[가-힣]{4})"_s);
    static const QRegularExpression arrow(u"[→⇒➔➜⟶▶►☞⇨➡]|->|=>"_s);
    static const QRegularExpression remains(u"(?<=[가-힣])\\s*(?:[-–—=_]*[~∼*…>»^]+|[-–—=_]+)\\s*(?=[가-힣])"_s);
    constexpr qsizetype shortest = 7; // a grade and a name
    const QRegularExpressionMatch start = item.match(text);
    if (!start.hasMatch() || text.contains(arrow))
        return text;
    if (const QRegularExpressionMatch sign = remains.match(text, start.capturedEnd() + shortest); sign.hasMatch())
        return text.left(sign.capturedStart()) + u" → "_s + text.mid(sign.capturedEnd());
    const QStringList parts = text.mid(start.capturedEnd()).split(u' ', Qt::SkipEmptyParts);
    QString name;
    for (qsizetype i = 1; i + 1 < parts.size() && name.size() < 4 && m_words.grades.contains(parts[0]); ++i) {
        name += parts[i];
        if (m_words.names.contains(name))
            return u"- "_s + parts[0] + u' ' + name + u" → "_s + parts.mid(i + 1).join(u' ');
    }
    return text;
}

// "직급: 지방행정서 기": a blank that the scan's reader sees inside a grade.
QString Proofreader::withWholeGrades(QString text) const
{
    static const QRegularExpression twice(u"지방[가-힣]+ [가-힣]{1,3} [가-힣]{1,3}"_s);
    static const QRegularExpression once(u"지방[가-힣]+ [가-힣]{1,3}"_s);
    for (const QRegularExpression *broken : {&twice, &once})
        for (QRegularExpressionMatch match = broken->match(text); match.hasMatch();
             match = broken->match(text, match.capturedStart() + 1))
            if (m_words.grades.contains(solid(match.captured())))
                text.replace(match.capturedStart(), match.capturedLength(), solid(match.captured()));
    return text;
}

Table Proofreader::heads(const Table &read) const
{
    static const QStringList known = [] {
        QStringList list;
        for (const QString &side : {QString(), u"현"_s, u"발령"_s, u"변경"_s, u"이동"_s, u"임용"_s, u"승진"_s})
            for (const QString &one : headsOfColumns())
                if (one.size() >= 2)
                    list.append(side + one);
        return list;
    }();
    constexpr int mostRows = 5;
    Table table = read;
    QMap<int, int> certain;
    QMap<int, int> filled;
    for (const Cell &cell : read.cells) {
        filled[cell.row] += cell.text.isEmpty() ? 0 : 1;
        certain[cell.row] += !cell.text.isEmpty() && cell.text.size() <= 16 && columnOf({cell.text}) != Column::Unknown ? 1 : 0;
    }
    for (Cell &cell : table.cells) {
        const bool isHead = cell.row < mostRows && certain[cell.row] >= 2 && 2 * certain[cell.row] >= filled[cell.row];
        if (!isHead || cell.text.size() > 16 || columnOf({cell.text}) != Column::Unknown)
            continue;
        static const QRegularExpression bracket(u"\\(.*$"_s);
        const QString word = solid(cell.text);
        if (const std::optional<QString> meant = meantWord(QString(word).remove(bracket), known))
            cell.text = *meant + bracket.match(word).captured();
    }
    return table;
}

bool Proofreader::isUnderstood(const QString &text, Column column) const
{
    const QString plain = solid(text);
    if (plain.isEmpty())
        return true;
    switch (column) {
    case Column::Grade:
    case Column::ToGrade: {
        if (text.contains(u'\n'))
            return true; // of several people
        const std::optional<Grade> said = parseGrade(plain);
        return said && (said->isClassOnly || m_words.grades.contains(plain) || !said->remark.isEmpty());
    }
    case Column::EmpNo:
        return std::all_of(plain.cbegin(), plain.cend(), [](QChar one) { return one.isDigit() || one == u'-'; });
    case Column::Kind:
        return !kindOfHeading(plain).isEmpty();
    case Column::ToPost:
        return m_words.posts.contains(plain) || usualPosts().contains(plain);
    case Column::Period:
        return findPeriod(text).has_value() && !hasLooseFigures(text);
    case Column::Phrase:
    case Column::Remark:
        return !hasLooseFigures(text);
    default:
        return true;
    }
}

} // namespace naru::office
