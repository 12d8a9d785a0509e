#include "figure_texts.h"

#include <QRegularExpression>

namespace naru::ocr {

using namespace Qt::StringLiterals;

namespace {

// Behind a figure these syllables are no unit of anything: they are what the model makes of the percent sign.
QString withPercent(QString text)
{
    static const QString lookAlikes = u"웅응옹용"_s;
    if (text.size() >= 2 && lookAlikes.contains(text.back()) && isFigure(text[text.size() - 2]))
        text[text.size() - 1] = u'%';
    return text;
}

// Strokes that stand between figures, in whatever way they were read.
QString withPlainDashes(QString text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        const auto isStroke = [](QChar one) { return one == u'-' || one == u'ㅡ' || one == u'–' || one == u'—'; };
        qsizetype end = i;
        while (end < text.size() && isStroke(text[end]))
            ++end;
        if (end > i && end < text.size() && isFigure(text[i - 1]) && isFigure(text[end]))
            text.replace(i, end - i, u'-');
    }
    return text;
}

// A zero is taken for the brackets that it looks like, and a comma of an amount for another sign: each part but the first
// has three figures, and what parts two of them is a comma.
QString withPlainAmount(const QString &text)
{
    static const QRegularExpression rough(u"^[0-9]{1,3}(?:[.,:;][0-9()]{3,6})+$"_s);
    static const QRegularExpression amount(u"^[0-9]{1,3}(?:[.,:;][0-9]{3})*[,][0-9]{3}$"_s);
    static const QRegularExpression counted(u"^([0-9]{1,3})[.:;]([0-9]{3}) ?([명건개원])$"_s);
    if (const QRegularExpressionMatch match = counted.match(text); match.hasMatch())
        return match.captured(1) + u',' + match.captured(2) + match.captured(3); // nobody counts in thousandths
    if (!rough.match(text).hasMatch())
        return text;
    QString plain = text;
    plain.replace(u"()"_s, u"0"_s).replace(u"(0"_s, u"0"_s).replace(u"0)"_s, u"0"_s);
    if (!amount.match(plain).hasMatch())
        return text;
    for (QChar &one : plain)
        if (!isFigure(one))
            one = u',';
    return plain;
}

// The signs of a day are points, and each stands once.
QString withPlainDays(QString text)
{
    static const QRegularExpression day(
        u"(?<![0-9])((?:19|20)[0-9]{2})([.,:;]{1,2})( ?)(0?[1-9]|1[0-2])([.,:;]{1,2})( ?)(0?[1-9]|[12][0-9]|3[01])"
        u"([.,:;]?)(?= *(?:~|$))"_s);
    for (qsizetype from = 0;;) {
        const QRegularExpressionMatch match = day.match(text, from);
        if (!match.hasMatch())
            return text;
        const QString signs = match.captured(2) + match.captured(5) + match.captured(8);
        const auto part = [&match](int index) { return match.captured(index); };
        const QString plain = part(1) + u'.' + part(3) + part(4) + u'.' + part(6) + part(7)
            + (part(8).isEmpty() ? QString() : u"."_s);
        if (signs.contains(u'.'))
            text.replace(match.capturedStart(), match.capturedLength(), plain);
        from = match.capturedStart() + plain.size();
    }
}

} // namespace

QString withPlainFigures(const QString &text)
{
    return withPercent(withPlainDashes(withPlainDays(withPlainAmount(text))));
}

bool isThousandsOrThousandths(const QString &text)
{
    static const QRegularExpression number(u"^[0-9]{1,3}\\.[0-9]{3}$"_s);
    return number.match(text).hasMatch();
}

} // namespace naru::ocr
