#include "office/order/who.h"

#include "core/hangul.h"
#include "office/order/grades.h"
#include "office/order/phrases.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::office {

namespace {

bool allHangul(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isHangulSyllable);
}

bool hasHanja(QStringView text)
{
    return std::any_of(text.begin(), text.end(), isHanja);
}

QString withoutSpaces(QString text)
{
    static const QRegularExpression spaces(u"[\\s\\x{3000}]+"_s);
    return text.remove(spaces);
}

// The model of a scan's reader knows no Hanja: what it reads for them is nothing.
bool maybePlace(const QString &text)
{
    static const QRegularExpression place(u"[가-힣]{2,}(?:과|팀|관|국|소|실|원|처|단|부|센터|급|사|기|보)(?:장)?$"_s);
    return place.match(text).hasMatch();
}

// What stands in the brackets behind a name.
void takeBracket(const QString &content, Who &who, const Words &words)
{
    static const QRegularExpression number(u"^(?:사번\\s*[:：]?\\s*)?([0-9]{5,12})$"_s);
    const QString plain = withoutSpaces(content);
    if (hasHanja(plain))
        who.hanja = plain;
    else if (const QRegularExpressionMatch match = number.match(plain); match.hasMatch())
        who.empNo = match.captured(1);
    else if (who.grade.isEmpty() && parseGrade(plain))
        who.grade = plain;
    else if (plain != u"여"_s && plain != u"남"_s && who.unit.isEmpty() && (!words.isScanned || maybePlace(plain)))
        who.unit = content.trimmed();
}

Who readName(const QString &text, const Words &words)
{
    Who who;
    static const QRegularExpression bracket(u"[(（\\[]((?:[^()（）\\[\\]]|\\([^()]*\\))*)[)）\\]]"_s);
    QString plain = text.normalized(QString::NormalizationForm_C);
    QRegularExpressionMatchIterator brackets = bracket.globalMatch(plain);
    while (brackets.hasNext())
        takeBracket(brackets.next().captured(1), who, words);
    plain.remove(bracket);
    if (words.isScanned && plain.indexOf(u'(') > 0)
        plain.truncate(plain.indexOf(u'(')); // Hanja again, with a bracket lost
    static const QRegularExpression others(u"\\s*외\\s*[0-9]+\\s*(?:명|인)\\s*$"_s);
    if (others.match(plain).hasMatch()) {
        plain.remove(others);
        who.isDoubtful = true;
    }
    static const QRegularExpression tail(u"\\s*(?:(?<=[가-힣])[0-9]{1,2}\\)|귀하)\\s*$"_s); // a footnote, an address
    plain = withoutSpaces(plain.remove(tail));
    static const QRegularExpression digits(u"[0-9]{5,12}"_s);
    if (const QRegularExpressionMatch match = digits.match(plain); match.hasMatch()) {
        who.empNo = match.captured();
        plain.remove(digits);
    }
    QString name;
    QString foreign;
    for (const QChar c : plain)
        (isHanja(c) ? foreign : name) += c;
    if (!foreign.isEmpty() && who.hanja.isEmpty())
        who.hanja = foreign;
    static const QRegularExpression junk(u"(?<=[가-힣]{2})[^가-힣].*$"_s);
    if (words.isScanned)
        name.remove(junk); // Hanja, with both brackets lost
    static const QRegularExpression marks(u"[*※·,.:;/\\-]+"_s);
    who.name = name.remove(marks);
    // "신규임용" where a name should stand: the columns slipped.
    if (!canBeName(who.name) || orderKinds().contains(who.name))
        who.isDoubtful = true;
    return who;
}

// "김하\n나" is one name that the cell was too narrow for; "김하나\n이민수" are two.
bool areSeveral(const QStringList &parts, const Words &words)
{
    if (parts.size() < 2)
        return false;
    const QString joined = parts.join(QString());
    if (words.names.contains(normalizeForMatch(joined)))
        return false;
    return std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
        const QString name = readName(part, words).name;
        return name.size() >= 2 && canBeName(name);
    });
}

// The brackets of a part may hold a comma; only those outside separate people.
QStringList splitOutsideBrackets(const QString &text, const QString &separators)
{
    QStringList parts;
    QString part;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'(' || c == u'（' ? 1 : c == u')' || c == u'）' ? -1 : 0;
        if (depth == 0 && separators.contains(c)) {
            parts.append(part);
            part.clear();
        } else {
            part += c;
        }
    }
    parts.append(part);
    QStringList out;
    for (const QString &one : parts)
        if (!one.trimmed().isEmpty())
            out.append(one.trimmed());
    return out;
}

struct Token {
    QString text;
    qsizetype end = 0; // in the source text
};

// "노사상생과 이윤희 : 지방행정서기": a colon or a dash alone is no word.
bool isWord(const QString &token)
{
    return std::any_of(token.begin(), token.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

QList<Token> tokensOf(const QString &text)
{
    QList<Token> tokens;
    static const QRegularExpression word(u"[^\\s,|/(]*\\((?:[^()]|\\([^()]*\\))*\\)[^\\s,|/]*|[^\\s,|/]+"_s);
    QRegularExpressionMatchIterator all = word.globalMatch(text);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        if (isWord(match.captured()))
            tokens.append({match.captured(), match.capturedEnd()});
    }
    return tokens;
}

QString bareOf(const QString &token)
{
    static const QRegularExpression bracket(u"[(（\\[].*$"_s);
    return QString(token).remove(bracket);
}

bool isGradeToken(const QString &token) { return parseGrade(token) || parseGrade(bareOf(token)); }

// "조림(해온구, 지방전산주사보)"
bool hasGradeInBrackets(const QString &token)
{
    const qsizetype open = token.indexOf(u'(');
    if (open < 0)
        return false;
    static const QRegularExpression separator(u"[\\s,/·()]+"_s);
    for (const QString &word : token.mid(open).split(separator, Qt::SkipEmptyParts))
        if (parseGrade(word))
            return true;
    return false;
}

// Which token is the name: behind the grade, or one that the directory knows.
int nameToken(const QList<Token> &tokens, const Words &words, int grade)
{
    const int count = static_cast<int>(tokens.size());
    if (grade >= 0 && grade + 1 < count && canBeName(bareOf(tokens[grade + 1].text)))
        return grade + 1;
    for (int i = 0; i < count; ++i)
        if (words.names.contains(normalizeForMatch(bareOf(tokens[i].text)))
            && !words.units.contains(normalizeForMatch(bareOf(tokens[i].text))))
            return i;
    if (grade > 0 && canBeName(bareOf(tokens[grade - 1].text)))
        return grade - 1;
    for (int i = 0; i < count; ++i)
        if (canBeName(bareOf(tokens[i].text)) && hasGradeInBrackets(tokens[i].text))
            return i;
    return -1;
}

// "지방보건주사보 김현 기": the blanks that a scan's reader sees inside a name.
QString withWholeName(const QString &text, const Words &words)
{
    const QList<Token> tokens = tokensOf(text);
    qsizetype grade = 0;
    while (grade < tokens.size() && !isGradeToken(tokens[grade].text))
        ++grade;
    QString name;
    QString shown;
    for (qsizetype i = grade + 1; i < tokens.size() && i < grade + 4; ++i) {
        name += bareOf(tokens[i].text);
        shown += tokens[i].text;
        const bool isFirst = i == grade + 1;
        if (name.size() > 4 || (isFirst && words.names.contains(name)))
            break;
        const bool isWhole = words.names.contains(name) || (i + 1 == tokens.size() && canBeName(name) && name.size() <= 3);
        if (!isFirst && isWhole)
            return text.left(tokens[grade].end) + u' ' + shown + text.mid(tokens[i].end);
    }
    return text;
}

} // namespace

QString plainText(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        const ushort code = c.unicode();
        if (code == 0x200B || code == 0xFEFF)
            continue;
        if (code >= 0xFF01 && code <= 0xFF5E)
            out += QChar(ushort(code - 0xFEE0));
        else
            out += c != u'\n' && c != u'\t' && c.isSpace() ? QChar(u' ') : c;
    }
    return out;
}

bool canBeName(QStringView text) { return text.size() >= 2 && text.size() <= 5 && allHangul(text); }

QString unspaced(const QString &text)
{
    // A run of single syllables, each with blanks around it; "홍 길 동" or "이  지  혜".
    static const QRegularExpression run(u"(?<![가-힣0-9])(?:[가-힣][ \\t\\x{3000}]+){1,4}[가-힣](?![가-힣])"_s);
    QString out;
    qsizetype from = 0;
    QRegularExpressionMatchIterator all = run.globalMatch(text);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += withoutSpaces(match.captured());
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QList<Who> readNames(const QString &cell, const Words &words)
{
    QList<Who> people;
    QStringList parts = splitOutsideBrackets(cell, u"\n"_s);
    // A Hanja line under the name belongs to it.
    for (qsizetype i = 1; i < parts.size();) {
        const QString plain = withoutSpaces(parts[i]);
        const bool isRemark = plain.startsWith(u'(') || plain.startsWith(u'（')
            || std::all_of(plain.begin(), plain.end(), isHanja);
        if (isRemark)
            parts[i - 1] += plain.startsWith(u'(') ? plain : u'(' + plain + u')', parts.removeAt(i);
        else
            ++i;
    }
    QStringList split;
    for (const QString &part : parts)
        split += splitOutsideBrackets(part, u",、·ㆍ/"_s);
    if (!areSeveral(split, words)) {
        const QString one = parts.join(u' ');
        if (!withoutSpaces(one).isEmpty())
            people.append(readName(one, words));
        return people;
    }
    for (const QString &part : std::as_const(split))
        people.append(readName(part, words));
    return people;
}

Who readWho(const QString &text, const Words &words, QString *rest)
{
    const QString plain = words.isScanned ? withWholeName(unspaced(text), words) : unspaced(text);
    const QList<Token> tokens = tokensOf(plain);
    // "송서기" may be a name: a grade that is no name comes first.
    int grade = -1;
    for (const bool mayBeName : {false, true})
        for (int i = 0; i < tokens.size() && grade < 0; ++i)
            if (isGradeToken(tokens[i].text)
                && (mayBeName || !words.names.contains(normalizeForMatch(bareOf(tokens[i].text)))))
                grade = i;
    const int name = nameToken(tokens, words, grade);
    Who who;
    if (name < 0)
        return who;
    who = readName(tokens[name].text, words);
    const QString bracketed = who.unit;
    who.unit.clear();
    if (grade >= 0 && who.grade.isEmpty())
        who.grade = withoutSpaces(tokens[grade].text);
    QStringList before;
    for (int i = 0; i < std::max(name, grade); ++i)
        if (i != name && i != grade)
            before.append(tokens[i].text);
    who.unit = before.join(u' ');
    if (who.unit.isEmpty() && !bracketed.isEmpty()) {
        // "이민수(정보화담당관 지방행정주사)"
        QStringList inside;
        for (const Token &one : tokensOf(bracketed)) {
            if (who.grade.isEmpty() && isGradeToken(one.text))
                who.grade = one.text;
            else if (!isGradeToken(one.text))
                inside.append(one.text);
        }
        who.unit = inside.join(u' ');
    }
    if (rest)
        *rest = plain.mid(tokens[std::max(name, grade)].end).trimmed();
    return who;
}

} // namespace naru::office
