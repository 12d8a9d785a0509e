// The typed values of a cell of OpenDocument (part 1, §19.385): exact decimal text, days, times, and formulas by A1.
#pragma once

#include "core/document.h"

namespace naru::opendocument {

// What the attributes of a cell say.
struct ValueAttributes {
    QString type; // "float" …; empty: text
    QString value; // of the attribute that goes with the type
    QString currency;
    QString formula; // with its prefix
    bool isFault = false; // LibreOffice marks errors so
};

struct SettledCell {
    QString text;
    Value value;
    bool isOdd = false; // the value is not what its type says: the text was kept
};

// `shown` is the text of the cell's paragraphs. Without a value, text, or formula: kind None.
SettledCell settle(const ValueAttributes &attributes, const QString &shown);

// "SUM(A1:B2)" of "of:=SUM([.A1:.B2])".
QString formulaText(const QString &formula);

} // namespace naru::opendocument
