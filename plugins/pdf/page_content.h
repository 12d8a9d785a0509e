// What is on one page: its characters, each with its box, and its lines. Upright, in points from the top left.
#pragma once

#include "core/ruling.h"

#include <QSizeF>

namespace Poppler {
class Page;
}

namespace naru::pdf {

struct Glyph {
    char32_t code = 0;
    int word = 0; // glyphs of one word of the producer have the same number
    bool spaceAfter = false; // the producer, or a gap inside the word, says so
    Box box;
};

// How far the text of a page is turned against the page, clockwise: a wide table printed sideways on an upright sheet.
enum class Turn { None, Right, Left, Over };

struct PageContent {
    int number = 1;
    QSizeF size; // as one reads it: after turning the page so that its text is upright
    Turn turn = Turn::None;
    QList<Glyph> glyphs;
    Rulings rulings; // merged, without underlines
    Rulings paleRulings; // white ones: they are seen between shades
    QList<Box> shades;
    int shapes = 0;
    int pictures = 0;
    double pictureShare = 0; // of the page, of its largest picture, 0–1
    double pictureDpi = 0; // of its largest picture
    int unreadable = 0; // glyphs without a Unicode meaning
    bool tooManyLines = false; // a drawing, not a table: the rulings are left out
    bool isUndrawn = false; // nobody looked for rulings and shades
};

// Whether what the page says is ink alone: letters as curves, or a scan with no more words than a stamp leaves on it.
bool needsOcr(const PageContent &page);

// A box of the upright text, as a box of the page as it is shown. `size` is the one of PageContent.
Box turnedBack(const Box &box, QSizeF size, Turn turn);

// REQUIRES: a QGuiApplication (poppler's painter loads the fonts of the page) and a document whose backend is QPainter.
PageContent readPage(const Poppler::Page &page, int number);
// The same where a picture of so many pixels would have to be unpacked into memory to look for rulings: a page without
// words is taken for that picture, and others have their words alone.
PageContent readWordsOf(const Poppler::Page &page, int number, double pixels);

} // namespace naru::pdf
