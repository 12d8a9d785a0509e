#include "office/order/phrases.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "office/order/grades.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::office {

namespace {

enum class Takes { Nothing, Unit, Post, Outside, OutsideFrom, Grade };

// One row: the pattern of a clause, what it says, and what stands before the words. The first row that matches decides.
struct Row {
    QRegularExpression pattern; // group 1 is what the clause is about
    QString kind;
    Takes takes;
};

Row row(const QString &pattern, const QString &kind, Takes takes)
{
    return {QRegularExpression(pattern), kind, takes};
}

const QList<Row> &rows()
{
    static const QList<Row> table{
        row(u"^(.*?)(?:발령)?\\s*(?:을|를|은)?\\s*취\\s*소(?:\\s*함|한다|\\s*\\(|$)"_s, u"취소"_s, Takes::Nothing),
        row(u"^(.*?)\\s*정\\s*정(?:\\s*함|한다|\\s*\\(|$)"_s, u"정정"_s, Takes::Unit),
        row(u"^(.*?)\\s*직무\\s*대리\\s*(?:지정)?(?:를|을)?\\s*(?:해제|면|종료|해지)"_s, u"직무대리해제"_s, Takes::Post),
        row(u"^(.*?)(?:의|에|로)?\\s*직무\\s*대리"_s, u"직무대리"_s, Takes::Post),
        row(u"^(.*?)\\s*(?:겸임|겸직|겸무|겸보)\\s*(?:근무)?(?:을|를)?\\s*(?:해제|해면|면|해지|종료)"_s, u"겸임해제"_s, Takes::Post),
        row(u"^(.*?)(?:을|를|에|으로|로)?\\s*(?:겸임|겸직|겸무|겸보|겸함)"_s, u"겸임"_s, Takes::Post),
        row(u"^[겸兼]\\s+(.+?)(?:에|으로|로|을|를)?\\s*(?:보|임|명)\\s*(?:함|$)"_s, u"겸임"_s, Takes::Post),
        row(u"^(.*?)(?:에|으로|로|의)?\\s*파견(?:\\s*근무)?\\s*(?:기간)?(?:을|를)?\\s*연장"_s, u"파견연장"_s, Takes::Outside),
        row(u"^(.*?)(?:에서|에|으로|로|의)?\\s*파견(?:\\s*근무)?(?:로부터|에서|을|를)?\\s*(?:복귀|해제|종료|해지)"_s,
            u"파견복귀"_s, Takes::OutsideFrom),
        row(u"^(.*?)원대\\s*복귀"_s, u"파견복귀"_s, Takes::OutsideFrom),
        row(u"^(.*?)(?:에의|으로의|로의|에|으로|로)?\\s*파견"_s, u"파견"_s, Takes::Outside),
        row(u"^(.*?)휴\\s*직\\s*(?:기간)?(?:을|를)?\\s*연장"_s, u"휴직연장"_s, Takes::Nothing),
        row(u"^(.*?)휴\\s*직"_s, u"휴직"_s, Takes::Nothing),
        row(u"^(.*?)복\\s*직"_s, u"복직"_s, Takes::Nothing),
        row(u"^(.*?)직위(?:를|을)?\\s*해제"_s, u"직위해제"_s, Takes::Nothing),
        row(u"^(.*?)대기\\s*(?:발령|근무)?(?:를|을)?\\s*(?:명|함|$|\\()"_s, u"대기"_s, Takes::Unit),
        row(u"^(.*?)(?:으로|로|에)?\\s*강\\s*임"_s, u"강임"_s, Takes::Grade),
        row(u"^(.*?)(?:으로|로|에)?\\s*강\\s*등"_s, u"강등"_s, Takes::Grade),
        row(u"^(.*?)정\\s*직"_s, u"정직"_s, Takes::Nothing),
        row(u"^(.*?)감\\s*봉"_s, u"감봉"_s, Takes::Nothing),
        row(u"^(.*?)견\\s*책"_s, u"견책"_s, Takes::Nothing),
        row(u"^(.*?)공로\\s*연수"_s, u"공로연수"_s, Takes::Nothing),
        row(u"^(.*?)(?:임기|임용\\s*기간|근무\\s*기간|계약\\s*기간)(?:를|을)?.*연장"_s, u"임기연장"_s, Takes::Nothing),
        row(u"^(.*?)(?:면\\s*직|퇴\\s*직|파\\s*면|해임(?:에|을|함|$)|그\\s*직을\\s*면함|본직을\\s*면함|임기\\s*만료|정년\\s*퇴임)"_s,
            u"퇴직"_s, Takes::Nothing),
        row(u"^(.*?)시보(?:\\s*임용|\\s*공무원)?(?:을|를|기간)?\\s*(?:해제|해지|만료)"_s, u"시보해제"_s, Takes::Grade),
        row(u"^정규\\s*(?:직\\s*)?(?:공무원\\s*)?(.+?)(?:으로|로|에)\\s*임"_s, u"시보해제"_s, Takes::Grade),
        row(u"^(.*?)(?:으로|로|에)?\\s*정규\\s*(?:직)?\\s*(?:공무원)?(?:으로|에)?\\s*임"_s, u"시보해제"_s, Takes::Grade),
        row(u"^(.*?)(?:으로|로|에)?\\s*전\\s*직"_s, u"전직"_s, Takes::Grade),
        row(u"^(.*?)(?:에의|으로의|로의|으로|로|에)?\\s*전\\s*출"_s, u"전출"_s, Takes::Outside),
        row(u"^(.*?)(?:에서|으로부터|로부터)?\\s*전\\s*입"_s, u"전입"_s, Takes::OutsideFrom),
        row(u"^(.*?)(?:으로|로|에)?\\s*(?:신규\\s*(?:임용|채용)|신규)"_s, u"신규임용"_s, Takes::Grade),
        row(u"^(.*?)(?:으로|로|에)?\\s*(?:특별|근속|일반)?\\s*승\\s*진"_s, u"승진"_s, Takes::Grade),
        row(u"^(.*?)(?:보직\\s*)?재\\s*(?:발령|보직)"_s, u"보직재발령"_s, Takes::Unit),
        row(u"^(.*?)(?:으로|로|에)?\\s*전\\s*보(?:를|을|함|\\s|$|\\()"_s, u"전보"_s, Takes::Unit),
        row(u"^(.*?)(?:으로|로|에|에서|의)?\\s*근\\s*무\\s*(?:를|을)?\\s*(?:명|지정|함|$|\\()"_s, {}, Takes::Unit),
        row(u"^(.*?)(?:으로|로|에)?\\s*보\\s*(?:(?:직|임)?(?:을|를)?\\s*(?:함|부여|명)|임\\s*$)"_s, {}, Takes::Post),
        row(u"^(.*?)(?:으로|로|에)?\\s*임\\s*(?:용)?\\s*(?:함|을\\s*명|$|\\()"_s, {}, Takes::Grade),
        row(u"^(.*?)(?:으로|로|에|을|를)?\\s*(?:배치|발령|명)(?:을|를)?\\s*(?:함|명|$)"_s, {}, Takes::Unit),
    };
    return table;
}

bool hasVerb(const QString &text)
{
    static const QRegularExpression verb(u"(?:명|보|임|면|해제|처|정정|취소|복귀)함"_s);
    return verb.match(text).hasMatch();
}

// A bracket with figures that were no day and no period: something that nobody read.
bool hasUnreadFigures(const QString &text)
{
    static const QRegularExpression figures(u"\\([^()]*[0-9][^()]*\\)"_s);
    return figures.match(text).hasMatch();
}

// What may stand behind the words of a row without saying anything more: "…를 명함", "…임용함", "…에 처함(2026. 7. 1.)".
bool saysNothingMore(QString text)
{
    static const QRegularExpression bracket(u"\\([^()]*\\)"_s);
    static const QRegularExpression words(
        u"^(?:[\\s.,;:·~\\-\"'”’」』]|함|명|처|을|를|에|임용|근무|발령|지정|보직|하게|직|기간|간|까지|부터|자|부|됨|것|끝|의결|의|으로|로|허가|조치|[0-9]+\\s*(?:개월|월|년|일))*$"_s);
    return words.match(text.remove(bracket)).hasMatch();
}

QString cleaned(QString text)
{
    static const QRegularExpression edges(u"^[\\s,.:;·ㆍ\\-–→⇒▶▷☞「『<〈\\[]+|[\\s,.:;·ㆍ\\-–」』>〉\\]]+$"_s);
    static const QRegularExpression spaces(u"\\s+"_s);
    return text.replace(spaces, u" "_s).remove(edges);
}

// Takes periods and days out of the text and notes them in the act. What stands in brackets and is no date stays.
QString withoutTimes(QString text, Act &act)
{
    if (const std::optional<Period> period = findPeriod(text)) {
        act.from = period->from;
        act.until = period->to;
        act.months = period->months;
        act.days = period->days;
        text.remove(period->offset, period->length);
    }
    const QList<FoundDate> dates = findKoreanDates(text);
    for (auto one = dates.crbegin(); one != dates.crend(); ++one) {
        if (!act.day.isValid() || one == dates.crend() - 1)
            act.day = one->date;
        qsizetype end = one->offset + one->length;
        while (end < text.size() && (text[end] == u'자' || text[end] == u'부' || text[end] == u'.'))
            ++end;
        text.remove(one->offset, end - one->offset);
    }
    static const QRegularExpression left(
        u"\\(\\s*(?:(?:파견|휴직|임용|대리|겸임|근무|정직|임기|연장)?\\s*기간)?\\s*[:：]?\\s*[~∼-]?\\s*(?:까지|부터|간)?\\s*\\)|"
        u"(?:파견|휴직|임용|대리|겸임|근무)?\\s*기간\\s*[:：]\\s*"_s);
    return text.remove(left);
}

// A narrow cell breaks the words of a phrase anywhere: "직 무대리를 명 함".
QString joinedWords(QString text)
{
    static const QList<QRegularExpression> broken = [] {
        QList<QRegularExpression> list;
        for (const QString &word : {u"직무대리"_s, u"직위해제"_s, u"근무를"_s, u"근무"_s, u"전보를"_s, u"파견"_s,
                                    u"휴직"_s, u"복직"_s, u"명함"_s, u"보함"_s, u"임함"_s, u"처함"_s, u"면함"_s, u"해제함"_s,
                                    u"명한다"_s, u"보한다"_s, u"임한다"_s, u"승진"_s, u"임용함"_s,
                                    u"명합니다"_s, u"보합니다"_s, u"임합니다"_s, u"신규임용"_s, u"보직"_s, u"재발령"_s, u"으로"_s, u"개월"_s, u"지정"_s, u"발령함"_s})
            list.append(QRegularExpression(QStringList(word.split(QString(), Qt::SkipEmptyParts)).join(u"\\s?"_s)));
        return list;
    }();
    static const QRegularExpression space(u"\\s"_s);
    for (const QRegularExpression &one : broken)
        for (QRegularExpressionMatch match = one.match(text); match.hasMatch();
             match = one.match(text, match.capturedStart() + 1))
            text.replace(match.capturedStart(), match.capturedLength(), match.captured().remove(space));
    return text;
}

// One spelling of the verbs: "명한다", "보합니다", "명(命)함" end as "명함", "보함"; the old order of words "보 총무과장",
// "任 지방서기관" becomes "총무과장에 보함", "지방서기관에 임함".
QString plainVerbs(QString text)
{
    text.replace(u'\n', u' ');
    static const QList<std::pair<QString, QString>> spelt{
        {u"勤務"_s, u"근무"_s}, {u"命함"_s, u"명함"_s}, {u"補함"_s, u"보함"_s}, {u"任함"_s, u"임함"_s}};
    for (const auto &one : spelt)
        text.replace(one.first, one.second);
    text = joinedWords(withFullYears(text));
    // "지방행정주사보(7급)": the class behind a grade says the same again.
    static const QRegularExpression rankClass(u"(?<=[가-힣])\\(\\s*[1-9]\\s*급\\s*\\)"_s);
    text.remove(rankClass);
    static const QRegularExpression hanja(u"\\([\\x{4E00}-\\x{9FFF}]{1,2}\\)"_s);
    text.remove(hanja);
    static const QRegularExpression choice(u"([을은이])\\([를는가]\\)|\\(으\\)(?=로)"_s); // "을(를)", "(으)로" of a template
    text.replace(choice, u"\\1"_s);
    static const QRegularExpression ending(u"(?<=[가-힣])\\s?(?:한다|합니다|하였음|했음|하였습니다)(?![가-힣])"_s);
    text.replace(ending, u"함"_s);
    static const QRegularExpression old(u"(^|[.,]\\s*)(?:(임|任)|(보|補)|(명|命))\\s+(?=\\S)([^.,]+)"_s);
    if (hasVerb(text))
        return text;
    QString out;
    qsizetype from = 0;
    QRegularExpressionMatchIterator all = old.globalMatch(text);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        const QString verb = match.hasCaptured(2) ? u"에 임함."_s : match.hasCaptured(3) ? u"에 보함."_s : u"을 명함."_s;
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += match.captured(1) + match.captured(5).trimmed() + verb;
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

// The connectives that join two acts become full stops: "복직을 명하고 총무과 근무를 명함".
QStringList clausesOf(const QString &phrase)
{
    QString text = plainVerbs(phrase);
    static const QRegularExpression connective(
        u"(명|해제|면|취소|임|임용|보|처|승진|전보|전직|전입|전출|강임|복직|복귀|휴직|겸|발령|배치|해임|종료)\\s?(?:하고|하며|하여|하되)(?=\\s|,)"_s);
    text.replace(connective, u"\\1함."_s);
    static const QRegularExpression after(u"(복직|복귀|해제|전입|승진)\\s*(?:후|과\\s*동시에|와\\s*동시에)\\s*,?\\s+(?=\\S)"_s);
    text.replace(after, u"\\1함. "_s);
    static const QRegularExpression stop(u"(?<=함|됨|임|것)\\s*[.,;/]\\s*(?!\\s*\\([^()]*\\)\\s*(?:$|[.,;]))|(?<=\\))\\s*\\.\\s+(?=\\S)|(?<=함)\\s+(?=[^\\s(])|(?<=복직|휴직|해제|복귀|전입|승진|임용|전보|전직)\\s*[.,;/]\\s*(?=\\S)"_s);
    // "지방서기관, 기획담당관": the grade, then the place.
    static const QRegularExpression lead(u"^\\s*([^\\s,]+)\\s*(?:으로|로|에)?\\s*[,·/]\\s*(?=\\S)"_s);
    QStringList clauses;
    if (const QRegularExpressionMatch match = lead.match(text); match.hasMatch() && parseGrade(match.captured(1))) {
        clauses.append(match.captured(1));
        text = text.mid(match.capturedEnd());
    }
    qsizetype from = 0;
    const auto take = [&](qsizetype to) {
        if (const QString one = text.mid(from, to - from); !cleaned(one).isEmpty())
            clauses.append(one.trimmed());
    };
    QRegularExpressionMatchIterator stops = stop.globalMatch(text);
    while (stops.hasNext()) {
        const QRegularExpressionMatch match = stops.next();
        // "휴직을 명함(육아휴직, 1년)": what stands in brackets belongs to the clause.
        const QStringView before = QStringView(text).left(match.capturedStart());
        if (before.count(u'(') > before.count(u')'))
            continue;
        take(match.capturedStart());
        from = match.capturedEnd();
    }
    take(text.size());
    return clauses;
}

QString bracketContent(const QString &text)
{
    static const QRegularExpression bracket(u"\\(([^()]*[가-힣][^()]*)\\)"_s);
    return bracket.match(text).captured(1).trimmed();
}

QString withoutBrackets(QString text)
{
    static const QRegularExpression bracket(u"\\([^()]*\\)"_s);
    return text.remove(bracket);
}

// "(세종)행정안전부" -> "행정안전부"
QString withoutRegion(QString text)
{
    static const QRegularExpression region(u"^\\([^()]*\\)\\s*"_s);
    return cleaned(text.remove(region));
}

// "지방행정사무관(직렬 변경)", "지방행정주사보 승진" … the first words that are a grade.
QString gradeIn(const QString &text)
{
    const QString plain = cleaned(text);
    if (parseGrade(plain))
        return QString(plain).remove(u' ');
    const QStringList words = withoutBrackets(plain).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        static const QRegularExpression particle(u"(?:으로|로|에)$"_s);
        const QString bare = QString(word).remove(particle);
        if (parseGrade(bare))
            return bare;
    }
    return {};
}

QString detailOf(const QString &clause)
{
    static const QRegularExpression detail(
        u"(육아|질병|병역|유학|간병|가사|고용|가족돌봄|해외동반|동반|자기개발|노조전임|의원면직|명예퇴직|정년퇴직|조기퇴직|당연퇴직|"
        u"직권면직|파면|해임|임기만료)"_s);
    return detail.match(QString(clause).remove(u' ')).captured(1);
}

void readCorrection(const QString &clause, Act &act)
{
    // "… 발령 중 총무과를 재정과로 정정함", "총무과 → 재정과로 정정"
    static const QRegularExpression shape(
        u"(?:발령\\s*(?:사항)?\\s*중|중)?\\s*[\"'“‘「『]?([^\"'”’」』→]+?)[\"'”’」』]?\\s*(?:을|를|은|는|→|에서)\\s*"
        u"[\"'“‘「『]?([^\"'”’」』]+?)[\"'”’」』]?\\s*(?:으로|로)?\\s*정\\s*정"_s);
    const QRegularExpressionMatch match = shape.match(clause);
    if (!match.hasMatch())
        return;
    static const QRegularExpression lead(u"^.*(?:발령\\s*(?:사항)?\\s*중|중에서|중)\\s*[\"'“‘「『]?"_s);
    static const QRegularExpression tail(u"\\s*(?:으로|로|에)?\\s*(?:의\\s*)?근무(?:를\\s*명함)?[\"'”’」』]?$"_s);
    act.wrong = cleaned(match.captured(1).remove(lead).remove(tail));
    act.target = cleaned(match.captured(2).remove(tail));
}

// "도로과 근무를 명함(보직 재발령)", "지방세무서기에 임함(직렬 변경)": the bracket behind the act says what kind it is.
QString takeBracketKind(QString &text)
{
    static const QRegularExpression bracket(u"(?<=함|명|임)\\s*\\(([^()]*)\\)\\s*$"_s);
    const QRegularExpressionMatch match = bracket.match(text);
    if (!match.hasMatch())
        return {};
    const QString inside = match.captured(1);
    const QString kind = QString(inside).remove(u' ').contains(u"직렬변경"_s) ? u"전직"_s : kindOfHeading(inside);
    if (!kind.isEmpty())
        text.truncate(match.capturedStart());
    return kind;
}

// "정직 1월에 처함": of a penalty, a month is a length (지방공무원법 71조).
void readPenaltyMonths(const QString &clause, Act &act)
{
    static const QRegularExpression months(u"([0-9]{1,2})\\s*(?:개\\s*)?월"_s);
    if (const QRegularExpressionMatch match = months.match(clause); match.hasMatch() && act.months == 0)
        act.months = match.captured(1).toInt();
}

// Where the last words begin that are a grade together: "문화유산과장 지방서기 관", as a line that was too short breaks it.
qsizetype gradeAtEnd(const QString &text)
{
    constexpr int mostWords = 3;
    qsizetype at = text.size();
    for (int words = 0; words < mostWords; ++words) {
        at = text.lastIndexOf(u' ', at - 1);
        if (at <= 0)
            return -1;
        if (parseGrade(text.mid(at + 1)))
            return at;
    }
    return -1;
}

// Without a verb: a place, a grade, or both: "문화유산과장 지방서기관", "지방서기관, 문화유산과장", "문화유산과장(지방서기관)".
void readBare(const QString &text, Act &act)
{
    static const QRegularExpression bracket(u"^(.*\\S)\\s*\\(([^()]*)\\)$"_s);
    act.target = text;
    act.isBare = true;
    if (parseGrade(text)) {
        act.grade = gradeIn(text);
        act.target.clear();
    } else if (const auto match = bracket.match(text); match.hasMatch() && parseGrade(match.captured(2))) {
        act.target = cleaned(match.captured(1));
        act.grade = QString(match.captured(2)).remove(u' ');
    } else if (const qsizetype last = gradeAtEnd(text); last > 0) {
        act.target = cleaned(text.left(last));
        act.grade = text.mid(last).remove(u' ');
    } else if (const qsizetype first = text.indexOf(u' '); first > 0 && parseGrade(text.left(first))) {
        act.target = cleaned(text.mid(first + 1));
        act.grade = text.left(first);
    }
    act.isUnderstood = act.target.size() <= 40;
}

// "생활보장과 - 공항항만과 지방행정주사보 정윤란 : 질병" before 휴직 is no reason for a leave.
bool namesGrade(const QString &about)
{
    static const QRegularExpression particle(u"(?:으로|로|에)$"_s);
    const QStringList words = about.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [](const QString &word) {
        return parseGrade(word) || parseGrade(QString(word).remove(particle));
    });
}

Act readClause(const QString &clause)
{
    Act act;
    QString text = withoutTimes(clause, act);
    const QString bracketKind = takeBracketKind(text);
    for (const Row &row : rows()) {
        const QRegularExpressionMatch match = row.pattern.match(text);
        if (!match.hasMatch())
            continue;
        act.kind = row.kind.isEmpty() || row.kind == u"전보"_s ? (bracketKind.isEmpty() ? row.kind : bracketKind) : row.kind;
        act.detail = detailOf(text);
        const QString about = cleaned(match.captured(1));
        switch (row.takes) {
        case Takes::Nothing:
            break;
        case Takes::Unit:
            act.target = about;
            break;
        case Takes::Post:
            act.target = about;
            act.isPost = true;
            break;
        case Takes::Outside:
        case Takes::OutsideFrom:
            act.outside = withoutRegion(about.isEmpty() ? bracketContent(text.mid(match.capturedEnd(1))) : about);
            break;
        case Takes::Grade:
            act.grade = gradeIn(about);
            if (act.grade.isEmpty() && !about.isEmpty())
                act.target = about;
            break;
        }
        // Words that nobody read may change the meaning: "…로 승진 (무엇) 재정과".
        act.isUnderstood = row.takes == Takes::Outside || row.takes == Takes::OutsideFrom || row.kind == u"정정"_s
            || row.kind == u"취소"_s || saysNothingMore(text.mid(match.capturedEnd()));
        act.isUnderstood = act.isUnderstood && !hasUnreadFigures(text)
            && !(row.takes == Takes::Nothing && row.kind != u"취소"_s && (namesGrade(about) || hasVerb(about)));
        if (row.kind == u"정정"_s)
            readCorrection(text, act);
        if (row.kind == u"정직"_s || row.kind == u"감봉"_s)
            readPenaltyMonths(text, act);
        return act;
    }
    readBare(cleaned(text), act);
    return act;
}

bool opensSecond(const QString &kind)
{
    const KindTraits *traits = traitsOf(kind);
    return traits && traits->opensSecond;
}

// Two acts of one phrase are one line when one of them only fills in what the other leaves open.
bool mayMerge(const Act &first, const Act &second)
{
    if (opensSecond(first.kind) != opensSecond(second.kind) && (first.kind.isEmpty() || second.kind.isEmpty()))
        return false;
    // "직무대리를 해제함. 총무과장에 보함", "견책에 처함. 총무과 근무를 명함": what moves nobody takes no place. A cancelled
    // order may say where somebody goes back to.
    const KindTraits *traits = traitsOf(first.kind);
    // "지방서기관에 임함. 명예퇴직을 명함": the grade is an order of its own.
    const KindTraits *other = traitsOf(second.kind);
    if (first.kind.isEmpty() && !first.grade.isEmpty() && other && !other->moves && !other->changesGrade)
        return false;
    if (traits && !traits->moves && first.kind != u"취소"_s && second.kind.isEmpty() && !second.target.isEmpty())
        return false;
    if (!first.kind.isEmpty() && !second.kind.isEmpty() && first.kind != second.kind
        && second.kind != u"전보"_s)
        return first.kind == u"직위해제"_s && second.kind == u"대기"_s;
    return (first.target.isEmpty() || second.target.isEmpty()) && (first.grade.isEmpty() || second.grade.isEmpty());
}

void merge(Act &into, const Act &act)
{
    if (into.kind.isEmpty())
        into.kind = act.kind;
    if (into.target.isEmpty()) {
        into.target = act.target;
        into.isPost = act.isPost;
        into.isBare = act.isBare;
    }
    if (into.grade.isEmpty())
        into.grade = act.grade;
    if (into.outside.isEmpty())
        into.outside = act.outside;
    if (!into.until.isValid() && into.months == 0 && into.days == 0) {
        into.from = act.from;
        into.until = act.until;
        into.months = act.months;
        into.days = act.days;
    }
    if (!into.day.isValid())
        into.day = act.day;
    if (into.detail.isEmpty())
        into.detail = act.detail;
    into.isUnderstood = into.isUnderstood && act.isUnderstood;
}

} // namespace

QList<Act> readPhrase(const QString &text)
{
    QList<Act> acts;
    for (const QString &clause : clausesOf(text)) {
        const Act act = readClause(clause);
        if (!acts.isEmpty() && mayMerge(acts.last(), act))
            merge(acts.last(), act);
        else
            acts.append(act);
    }
    return acts;
}

QString withFullYears(QString text)
{
    static const QRegularExpression period(
        u"(?<![0-9.'’‘])([2-4][0-9])(\\.\\s?[01]?[0-9]\\.\\s?[0-3]?[0-9]\\.?\\s*[~∼〜～]\\s*)([2-4][0-9])(?=\\.\\s?[01]?[0-9]\\.\\s?[0-3]?[0-9])"_s);
    return text.replace(period, u"20\\1\\220\\3"_s);
}

QString kindOfHeading(const QString &text)
{
    static const QRegularExpression count(u"\\(?\\s*(?:총\\s*)?[0-9,]+\\s*명\\s*\\)?|[0-9]+\\s*[.)]|[0-9·~,\\s]+급(?:\\s*이[상하])?"_s);
    // "대기보전과": a kind inside the name of a unit is none.
    static const QRegularExpression unit(u"[가-힣]*(?:(?<!결|직|승진|전보|파견|임용|전출|전입|겸임|해제|복귀)과|팀|국|실|담당관|센터|사업소|연구소|연구부)(?![가-힣])"_s);
    QString plain = normalizeForMatch(QString(text).remove(count).remove(unit));
    static const QList<std::pair<QString, QString>> words{
        {u"직무대리해제"_s, u"직무대리해제"_s}, {u"직무대리"_s, u"직무대리"_s},   {u"겸임해제"_s, u"겸임해제"_s},
        {u"겸직해제"_s, u"겸임해제"_s},         {u"겸임"_s, u"겸임"_s},           {u"겸직"_s, u"겸임"_s},
        {u"파견연장"_s, u"파견연장"_s},         {u"파견기간연장"_s, u"파견연장"_s}, {u"파견복귀"_s, u"파견복귀"_s},
        {u"파견해제"_s, u"파견복귀"_s},         {u"파견근무복귀"_s, u"파견복귀"_s}, {u"파견"_s, u"파견"_s},
        {u"휴직연장"_s, u"휴직연장"_s},         {u"휴직기간연장"_s, u"휴직연장"_s}, {u"휴직"_s, u"휴직"_s},
        {u"복직"_s, u"복직"_s},                 {u"직위해제"_s, u"직위해제"_s},   {u"대기"_s, u"대기"_s},
        {u"강임"_s, u"강임"_s},                 {u"강등"_s, u"강등"_s},           {u"정직"_s, u"정직"_s},
        {u"감봉"_s, u"감봉"_s},                 {u"견책"_s, u"견책"_s},           {u"공로연수"_s, u"공로연수"_s},
        {u"임기연장"_s, u"임기연장"_s},         {u"임용기간연장"_s, u"임기연장"_s}, {u"의원면직"_s, u"퇴직"_s},
        {u"직권면직"_s, u"퇴직"_s},             {u"면직"_s, u"퇴직"_s},           {u"퇴직"_s, u"퇴직"_s},
        {u"파면"_s, u"퇴직"_s},                 {u"해임"_s, u"퇴직"_s},           {u"시보해제"_s, u"시보해제"_s},
        {u"시보임용해제"_s, u"시보해제"_s},     {u"정규임용"_s, u"시보해제"_s},   {u"전직"_s, u"전직"_s},
        {u"전출"_s, u"전출"_s},                 {u"전입"_s, u"전입"_s},           {u"신규임용"_s, u"신규임용"_s},
        {u"신규"_s, u"신규임용"_s},             {u"승진"_s, u"승진"_s},           {u"보직재발령"_s, u"보직재발령"_s},
        {u"재발령"_s, u"보직재발령"_s},         {u"조직개편"_s, u"보직재발령"_s}, {u"전보"_s, u"전보"_s},
        {u"취소"_s, u"취소"_s},                 {u"정정"_s, u"정정"_s},
    };
    QStringList found;
    for (const auto &word : words) {
        const qsizetype at = plain.indexOf(word.first);
        if (at < 0)
            continue;
        plain.remove(at, word.first.size());
        if (!found.contains(word.second))
            found.append(word.second);
    }
    // "승진·전보", "승진 및 전보": the heading alone does not tell.
    return found.size() == 1 ? found.first() : QString();
}

const QStringList &orderKinds()
{
    static const QStringList kinds = [] {
        QStringList names;
        for (const QString &kind :
             {u"신규임용"_s, u"승진"_s,     u"전보"_s,       u"전직"_s,         u"전출"_s,     u"전입"_s,     u"겸임"_s,
              u"겸임해제"_s, u"파견"_s,     u"파견복귀"_s,   u"직무대리"_s,     u"직무대리해제"_s, u"휴직"_s, u"복직"_s,
              u"직위해제"_s, u"대기"_s,     u"강임"_s,       u"정직"_s,         u"퇴직"_s,     u"보직재발령"_s, u"시보해제"_s,
              u"취소"_s,     u"정정"_s,     u"강등"_s,       u"감봉"_s,         u"견책"_s,     u"휴직연장"_s, u"파견연장"_s,
              u"임기연장"_s, u"공로연수"_s})
            names.append(kind);
        return names;
    }();
    return kinds;
}

const KindTraits *traitsOf(const QString &kind)
{
    // kind, moves, needsTarget, opensPerson, leaves, suspends, opensSecond, ends, changesGrade
    static const QList<KindTraits> table{
        {u"신규임용"_s, true, true, true, false, false, false, {}, true},
        {u"전입"_s, true, true, true, false, false, false, {}, false},
        {u"승진"_s, true, false, false, false, false, false, {}, true},
        {u"전보"_s, true, true, false, false, false, false, {}, false},
        {u"전직"_s, true, false, false, false, false, false, {}, true},
        {u"전출"_s, false, false, false, true, false, false, {}, false},
        {u"겸임"_s, false, true, false, false, false, true, {}, false},
        {u"겸임해제"_s, false, false, false, false, false, false, u"겸임"_s, false},
        {u"파견"_s, false, false, false, false, true, true, {}, false},
        {u"파견복귀"_s, true, false, false, false, false, false, u"파견"_s, false},
        {u"파견연장"_s, false, false, false, false, false, false, {}, false},
        {u"직무대리"_s, false, true, false, false, false, true, {}, false},
        {u"직무대리해제"_s, false, false, false, false, false, false, u"직무대리"_s, false},
        {u"휴직"_s, false, false, false, false, true, false, {}, false},
        {u"휴직연장"_s, false, false, false, false, false, false, {}, false},
        {u"복직"_s, true, false, false, false, false, false, u"휴직"_s, false},
        {u"직위해제"_s, false, false, false, false, true, false, {}, false},
        {u"대기"_s, false, false, false, false, true, false, {}, false},
        {u"강임"_s, true, false, false, false, false, false, {}, true},
        {u"강등"_s, true, false, false, false, true, false, {}, true},
        {u"정직"_s, false, false, false, false, true, false, {}, false},
        {u"감봉"_s, false, false, false, false, false, false, {}, false},
        {u"견책"_s, false, false, false, false, false, false, {}, false},
        {u"공로연수"_s, false, false, false, false, true, false, {}, false},
        {u"퇴직"_s, false, false, false, true, false, false, {}, false},
        {u"보직재발령"_s, true, true, false, false, false, false, {}, false},
        {u"시보해제"_s, true, false, false, false, false, false, {}, true},
        {u"임기연장"_s, false, false, false, false, false, false, {}, false},
        {u"취소"_s, false, false, false, false, false, false, {}, false},
        {u"정정"_s, true, true, false, false, false, false, {}, false},
    };
    for (const KindTraits &one : table)
        if (one.kind == kind)
            return &one;
    return nullptr;
}

} // namespace naru::office
