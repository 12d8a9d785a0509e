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

// Sizes of the type in tables, largest first; each has a letter of its own, plain and bold.
inline constexpr std::array tableSizes{1000, 900, 800};
constexpr int firstCellLetter = 4; // charPr
constexpr int firstHeaderLetter = firstCellLetter + int(tableSizes.size());
constexpr int centredCell = 6; // paraPr
constexpr int leftCell = 7;

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
};

// Text for an attribute or an element: escaped, without the characters that XML cannot hold.
QString escaped(QStringView text);

// ` xmlns:ha="…" …`: Hancom declares all of them at the root of each of its parts, and so do we.
QString namespaces();

QByteArray headerXml();

} // namespace naru::hwpx
