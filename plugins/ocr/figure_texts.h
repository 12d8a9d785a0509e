// Numbers, days, and shares as they are written: what a text of figures must mean, whatever the ink shows.
#pragma once

#include <QString>

namespace naru::ocr {

inline bool isFigure(QChar one)
{
    return one >= u'0' && one <= u'9';
}

// Puts signs right that can be read in one way alone: dashes between figures, percent signs, commas of amounts, points of days.
QString withPlainFigures(const QString &text);

// Whether the text is a number of thousands with a comma, or one with three decimals: a blurred sign does not tell.
bool isThousandsOrThousandths(const QString &text);

} // namespace naru::ocr
