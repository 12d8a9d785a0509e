#include "office/order/line_shapes.h"

#include "core/hangul.h"
#include "core/result.h"

namespace naru::office {

QString oneLine(QString text)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    return text.replace(spaces, u" "_s).trimmed();
}

bool isFiller(const QString &text)
{
    static const QRegularExpression filler(u"^[-–―~*·.\\s]*(?:이하여백|이하빈칸|여백|끝|합계|총계|소계|계)[-–―~*·.\\s]*(?:[0-9,]+명?)?$"_s);
    return filler.match(normalizeForMatch(text)).hasMatch();
}

bool hasVerb(const QString &text)
{
    static const QRegularExpression verb(
        u"(?:명|보|임|임\\s*용|면|해\\s*제|처|정\\s*정|취\\s*소|복\\s*귀|복\\s*직|전\\s*보|전\\s*출|전\\s*입|파\\s*견|승\\s*진|강\\s*임)\\s*"
        u"(?:함|한다|합니다|하였음)|을\\s*명\\s*$"_s);
    return verb.match(text).hasMatch();
}

const QRegularExpression &arrow()
{
    static const QRegularExpression pattern(u"\\s*(?:→|⇒|➔|➜|⟶|▶|►|☞|->|=>|⇨|➡)\\s*"_s);
    return pattern;
}

QString withoutBullet(const QString &text)
{
    static const QRegularExpression bullet(
        u"^\\s*(?:[0-9]{1,4}\\t|[0-9]{1,3}\\s+(?=[가-힣]{2})(?!급|명|년|월|일|차|호|개)|[○●◯◦□■◇◆▲△▷▶▪▫ㆍ·•∘❍❏*※ㅇㅁ☐❑➢➤‣⦁\\x{E000}-\\x{F8FF}]+|[oO](?=\\s)|[-–—](?=\\s)|(?!(?:19|20)[0-9]{2}\\s*\\.\\s*[0-9])[0-9]{1,4}\\s*[.)](?=\\s|[가-힣])|[가-하]\\s*[.)](?=\\s)|\\([0-9가-하]+\\)|[①-⑳㉮-㉻])\\s*"_s);
    return QString(text).remove(bullet);
}

const QRegularExpression &label()
{
    static const QRegularExpression pattern(
        u"(현\\s*소\\s*속|현\\s*직\\s*급|현\\s*직\\s*위|소\\s*속|직\\s*급|직\\s*위|직\\s*렬|성\\s*명|이\\s*름|사\\s*번|공무원\\s*번호|직원\\s*번호|"
        u"발\\s*령\\s*(?:사\\s*항|내\\s*용|구\\s*분|부\\s*서|소\\s*속|직\\s*위|직\\s*급)|임\\s*용\\s*(?:사\\s*항|내\\s*용)|"
        u"발\\s*령\\s*일\\s*자?|임\\s*용\\s*일\\s*자?|시\\s*행\\s*일\\s*자?|파견\\s*기관|기\\s*간|(?:파견|휴직|대리|임용)\\s*기간|비\\s*고|한\\s*자)\\s*[:：]\\s*"_s);
    return pattern;
}

QString withColons(const QString &line)
{
    static const QRegularExpression pattern(
        u"(?:^|(?<=\\s))(현?\\s*소\\s*속|현?\\s*직\\s*급|현?\\s*직\\s*위|성\\s*명|발\\s*령\\s*(?:사\\s*항|내\\s*용)|"
        u"임\\s*용\\s*(?:사\\s*항|내\\s*용)|(?:발\\s*령|임\\s*용)\\s*일\\s*자?)\\s+(?=\\S)"_s);
    const QRegularExpressionMatch first = pattern.match(line);
    if (!first.hasMatch() || !QStringView(line).left(first.capturedStart()).trimmed().isEmpty() || line.contains(u':'))
        return line;
    return QString(line).replace(pattern, u"\\1: "_s);
}

} // namespace naru::office
