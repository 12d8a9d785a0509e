// What a line of an order looks like: bullets, arrows, labels of a form, verbs, and lines that order nothing.
#pragma once

#include <QRegularExpression>
#include <QString>

namespace naru::office {

QString oneLine(QString text);

// "이하 여백", "- 이하 빈칸 -", "끝.", totals: rows and lines that order nothing.
bool isFiller(const QString &text);

// "…를 명함", "…에 보한다"
bool hasVerb(const QString &text);

// "→" and its like, with the blanks around.
const QRegularExpression &arrow();

// The line without the mark or the number that it begins with.
QString withoutBullet(const QString &text);

// The labels of a form: "성 명 : 홍 길 동".
const QRegularExpression &label();

// The same with colons where a table of labels without rulings has none: "소 속  정보화담당관  직 급  지방전산주사".
QString withColons(const QString &line);

} // namespace naru::office
