#include "office/order/grades.h"

#include "core/hangul.h"
#include "core/result.h"

#include <QRegularExpression>

#include <array>

namespace naru::office {

namespace {

struct Word {
    const char16_t *text;
    int rank;
    const char16_t *scheme;
};

// Longest first, so that 주사보 is not read as 주사.
constexpr std::array<Word, 15> words{{
    {u"과학기술서기관", 4, u"일반직"},
    {u"부이사관", 3, u"일반직"},
    {u"이사관", 2, u"일반직"},
    {u"관리관", 1, u"일반직"},
    {u"서기관", 4, u"일반직"},
    {u"사무관", 5, u"일반직"},
    {u"주사보", 7, u"일반직"},
    {u"주사", 6, u"일반직"},
    {u"서기보", 9, u"일반직"},
    {u"서기", 8, u"일반직"},
    {u"연구관", 5, u"연구직"},
    {u"연구사", 6, u"연구직"},
    {u"지도관", 5, u"지도직"},
    {u"지도사", 6, u"지도직"},
    {u"관리역", 4, u"일반직"},
}};

QString withoutSpaces(QStringView text)
{
    QString out;
    for (const QChar c : text)
        if (!c.isSpace())
            out += c;
    return out.normalized(QString::NormalizationForm_C);
}

// The series before the grade word: Hangul and middle dots, no unit name ends in it.
bool isSeries(QStringView text)
{
    if (text.size() > 7)
        return false;
    for (const QChar c : text)
        if (!isHangulSyllable(c) && c != u'·' && c != u'ㆍ')
            return false;
    // "정규지방간호서기보" is a grade with a word before it.
    if (text.contains(u"지방"_s) || text.startsWith(u"정규"_s))
        return false;
    for (const QStringView tail : {u"과", u"국", u"팀", u"관", u"실"})
        if (text.endsWith(tail) && text.size() > 2)
            return false;
    return true;
}

std::optional<Grade> byWord(const QString &text)
{
    for (const Word &word : words) {
        const QStringView tail(word.text);
        if (!text.endsWith(tail))
            continue;
        QString series = text.chopped(tail.size());
        if (series.startsWith(u"지방"))
            series = series.mid(2);
        if (!isSeries(series))
            return std::nullopt;
        return Grade{{}, series, word.rank, QString::fromUtf16(word.scheme), {}, false, false};
    }
    return std::nullopt;
}

std::optional<Grade> byClass(const QString &text)
{
    static const QRegularExpression shape(u"^(?:지방)?([가-힣]{0,6})([1-9])급(?:상당)?$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Grade{{}, match.captured(1), match.captured(2).toInt(), u"일반직"_s, {}, false, true};
}

std::optional<Grade> byScheme(const QString &text)
{
    static const QRegularExpression expert(u"^(?:지방)?전문경력관(?:[가나다]군)?$"_s);
    static const QRegularExpression term(
        u"^(?:지방)?(?:[가-힣]{0,6})(?:일반|전문|시간선택제|한시)?임기제(?:공무원)?(?:[가-마]급|[1-9]급|[0-9]+호)?$"_s);
    static const QRegularExpression permanent(u"^(?:[가-힣]{0,5})?(?:공무직|무기계약직|청원경찰|기간제)(?:근로자)?$"_s);
    static const QRegularExpression fire(u"^(?:지방)?소방(?:총감|정감|감|준감|정|령|경|위|장|교|사)(?:시보)?$"_s);
    static const QRegularExpression senior(u"^고위공무원(?:단)?(?:[가나]급)?$"_s);
    static const QRegularExpression special(u"^별정직?(?:[1-9]급(?:상당)?)?$"_s);
    const std::array<std::pair<const QRegularExpression *, const char16_t *>, 6> shapes{{{&expert, u"전문경력관"},
                                                                                      {&term, u"임기제"},
                                                                                      {&permanent, u"공무직"},
                                                                                      {&fire, u"소방직"},
                                                                                      {&senior, u"고위공무원단"},
                                                                                      {&special, u"별정직"}}};
    for (const auto &shape : shapes)
        if (shape.first->match(text).hasMatch())
            return Grade{{}, text, 0, QString::fromUtf16(shape.second), {}, false, false};
    return std::nullopt;
}

} // namespace

std::optional<Grade> parseGrade(QStringView text)
{
    QString plain = withoutSpaces(text);
    const QString whole = plain;
    if (plain.isEmpty() || plain.size() > 40)
        return std::nullopt;
    QString remark;
    const qsizetype open = plain.indexOf(u'(');
    if (open > 0 && plain.endsWith(u')')) {
        remark = plain.mid(open + 1, plain.size() - open - 2);
        plain.truncate(open);
    }
    bool onProbation = remark == u"시보"_s;
    if (onProbation)
        remark.clear();
    if (plain.endsWith(u"시보") && plain.size() > 2) {
        onProbation = true;
        plain.chop(2);
    }
    std::optional<Grade> grade = byWord(plain);
    if (!grade)
        grade = byClass(plain);
    if (!grade)
        grade = byScheme(plain);
    if (!grade)
        return std::nullopt;
    grade->text = whole;
    grade->remark = remark;
    grade->onProbation = grade->onProbation || onProbation;
    return grade;
}

bool isCompatible(const Grade &stated, const Grade &held)
{
    if (stated.onProbation != held.onProbation && stated.onProbation)
        return false;
    if (stated.rank != held.rank)
        return false;
    if (stated.isClassOnly || held.isClassOnly) {
        const bool sameSeries = stated.series.isEmpty() || held.series.isEmpty() || stated.series == held.series;
        return stated.rank > 0 && sameSeries;
    }
    if (stated.scheme != held.scheme || stated.series != held.series)
        return false;
    return stated.remark.isEmpty() || held.remark.isEmpty() || stated.remark == held.remark;
}

bool isSame(const Grade &a, const Grade &b)
{
    return a.rank == b.rank && a.series == b.series && a.scheme == b.scheme && a.onProbation == b.onProbation
        && a.remark == b.remark;
}

} // namespace naru::office
