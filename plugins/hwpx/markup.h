// What every part of a written HWPX document shares: its namespaces, its measures, and the ids of header.xml.
#pragma once

#include "core/result.h"

#include <array>

namespace naru::hwpx {

// HWPUNIT is 1/7200 inch: 100 are a point, 283.46 a millimetre.
constexpr int pageWidth = 59528; // A4
constexpr int pageHeight = 84188;
constexpr int sideMargin = 4252; // 15 mm
constexpr int textWidth = pageWidth - 2 * sideMargin;
constexpr int cellPadding = 141; // on each side

constexpr int numbering = 1;
constexpr int noBorder = 1;
constexpr int plainFill = 2;
constexpr int solidBorder = 3;
constexpr int headerBorder = 4; // solid, and shaded
constexpr int lineBelow = 5; // the rule under the subject of an official letter
constexpr int lineAbove = 6; // and the one over its foot

// Sizes of the type in tables, largest first; each has a letter of its own, plain and bold.
inline constexpr std::array tableSizes{1000, 900, 800};
constexpr int firstCellLetter = 4; // charPr
constexpr int firstHeaderLetter = firstCellLetter + int(tableSizes.size());
constexpr int centredCell = 6; // paraPr
constexpr int leftCell = 7;

// What forms are set in, behind the letters of tables.
constexpr int promptLetter = firstHeaderLetter + int(tableSizes.size()); // 누름틀 that nobody has filled: red, slanted
constexpr int officeLetter = promptLetter + 1; // the name of the office
constexpr int nameLetter = promptLetter + 2; // of the form, and of who sends
constexpr int labelLetter = promptLetter + 3;
constexpr int formLetter = promptLetter + 4;
constexpr int smallLetter = promptLetter + 5;

// Items of an official document (시행규칙 2조 1항): each level stands two columns further in, and its lines stand below
// its first letter.
constexpr int itemLevels = 8;
constexpr int firstItem = leftCell + 1; // paraPr
constexpr int looseCentre = firstItem + itemLevels; // with air around it
constexpr int rightCell = looseCentre + 1;

// A paragraph style of ours: in Document::style, in Hancom's list, and the properties that it uses.
struct Style {
    QStringView word;
    QStringView korean;
    QStringView english;
    int paragraph; // paraPr
    int letter; // charPr
};
inline constexpr std::array styles{
    Style{u"", u"바탕글", u"Normal", 0, 0},         Style{u"title", u"제목", u"Title", 1, 1},
    Style{u"heading", u"소제목", u"Heading", 2, 2}, Style{u"body", u"본문", u"Body", 3, 3},
    Style{u"right", u"오른쪽", u"Right", 4, 3},     Style{u"center", u"가운데", u"Center", 5, 3},
    Style{u"item1", u"항목 1", u"Item1", firstItem, 3},
    Style{u"item2", u"항목 2", u"Item2", firstItem + 1, 3},
    Style{u"item3", u"항목 3", u"Item3", firstItem + 2, 3},
    Style{u"item4", u"항목 4", u"Item4", firstItem + 3, 3},
    Style{u"item5", u"항목 5", u"Item5", firstItem + 4, 3},
    Style{u"item6", u"항목 6", u"Item6", firstItem + 5, 3},
    Style{u"item7", u"항목 7", u"Item7", firstItem + 6, 3},
    Style{u"item8", u"항목 8", u"Item8", firstItem + 7, 3},
};

// Text for an attribute or an element: escaped, without the characters that XML cannot hold.
QString escaped(QStringView text);

// ` xmlns:ha="…" …`: Hancom declares all of them at the root of each of its parts, and so do we.
QString namespaces();

QByteArray headerXml();

} // namespace naru::hwpx
