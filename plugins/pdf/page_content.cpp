#include "page_content.h"

#include "ink_recorder.h"

#include <QHash>
#include <QPainter>

#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr qsizetype mostLines = 12'000; // a page of a table has some hundred; a map has more
constexpr qsizetype stamp = 40; // letters: a number of receipt, a page number, the name of a scanner's program
constexpr double letterGap = 0.16; // of the height: a gap inside a word that the eye takes for a space
constexpr double sameGlyph = 0.3; // of the width: shadow and false bold are drawn twice

bool isUnreadable(char32_t code)
{
    return code == 0xFFFD || (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000 || (code < 0x20 && code != '\t');
}

bool isFullWidth(char32_t code)
{
    return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x4E00 && code <= 0x9FFF)
        || (code >= 0x3130 && code <= 0x318F);
}

// Poppler joins letter-spaced text to one word and lets every box reach up to the next letter. The last letter has its
// true width, and full-width letters of one word are equally wide.
void markLetterSpacing(QList<Glyph> &glyphs, qsizetype first)
{
    const Glyph &last = glyphs.last();
    if (glyphs.size() - first < 2 || !isFullWidth(last.code))
        return;
    const double width = widthOf(last.box);
    for (qsizetype i = first; i + 1 < glyphs.size(); ++i) {
        Glyph &glyph = glyphs[i];
        if (!isFullWidth(glyph.code) || widthOf(glyph.box) - width < letterGap * heightOf(glyph.box))
            continue;
        glyph.spaceAfter = true;
        glyph.box.right = glyph.box.left + width;
    }
}

void appendWord(const Poppler::TextBox &word, int number, QList<Glyph> &glyphs)
{
    const qsizetype first = glyphs.size();
    const QList<uint> codes = word.text().toUcs4();
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const QRectF box = word.charBoundingBox(int(i));
        glyphs.append(Glyph{codes[i], number, false, Box{box.left(), box.top(), box.right(), box.bottom()}});
    }
    if (glyphs.size() == first)
        return;
    markLetterSpacing(glyphs, first);
    glyphs.last().spaceAfter = word.hasSpaceAfter();
}

// The same letter at the same place is one letter.
void dropDoubles(QList<Glyph> &glyphs)
{
    QHash<std::pair<uint, qint64>, QList<qsizetype>> seen;
    QList<bool> isDouble(glyphs.size(), false);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const Glyph &glyph = glyphs[i];
        const double tolerance = sameGlyph * widthOf(glyph.box);
        const qint64 row = qint64(std::floor(centreY(glyph.box) / 4));
        for (qint64 near = row - 1; near <= row + 1 && !isDouble[i]; ++near)
            for (const qsizetype k : seen.value({uint(glyph.code), near}))
                isDouble[i] = isDouble[i]
                    || (std::abs(glyphs[k].box.left - glyph.box.left) < tolerance
                        && std::abs(glyphs[k].box.top - glyph.box.top) < tolerance);
        if (!isDouble[i])
            seen[{uint(glyph.code), row}].append(i);
    }
    QList<Glyph> kept;
    kept.reserve(glyphs.size());
    for (qsizetype i = 0; i < glyphs.size(); ++i)
        if (!isDouble[i])
            kept.append(glyphs[i]);
    glyphs = kept;
}

using Words = std::vector<std::unique_ptr<Poppler::TextBox>>;

// The words whose letters stand below or above one another tell how the text is turned.
Turn turnOf(const Words &words)
{
    qsizetype upright = 0;
    qsizetype over = 0;
    qsizetype down = 0;
    qsizetype up = 0;
    for (const std::unique_ptr<Poppler::TextBox> &word : words) {
        const qsizetype last = word->text().size() - 1;
        if (last < 1)
            continue;
        const QPointF way = word->charBoundingBox(int(last)).center() - word->charBoundingBox(0).center();
        const bool lies = std::abs(way.x()) >= std::abs(way.y());
        ++(lies ? (way.x() < 0 ? over : upright) : (way.y() > 0 ? down : up));
    }
    const qsizetype most = 2 * (upright + over + down + up) / 3;
    return over > most ? Turn::Over : down > most ? Turn::Right : up > most ? Turn::Left : Turn::None;
}

Poppler::Page::Rotation rotationFor(Turn turn)
{
    switch (turn) {
    case Turn::Right:
        return Poppler::Page::Rotate270;
    case Turn::Left:
        return Poppler::Page::Rotate90;
    case Turn::Over:
        return Poppler::Page::Rotate180;
    case Turn::None:
        break;
    }
    return Poppler::Page::Rotate0;
}

void readGlyphs(const Poppler::Page &page, PageContent &content)
{
    Words words = page.textList();
    content.turn = turnOf(words);
    if (content.turn != Turn::None) {
        words = page.textList(rotationFor(content.turn));
        if (content.turn != Turn::Over)
            content.size.transpose();
    }
    int number = 0;
    for (const std::unique_ptr<Poppler::TextBox> &word : words)
        appendWord(*word, ++number, content.glyphs);
    content.unreadable = int(std::count_if(content.glyphs.cbegin(), content.glyphs.cend(),
                                           [](const Glyph &glyph) { return isUnreadable(glyph.code); }));
    dropDoubles(content.glyphs);
}

// A horizontal line right below letters, as long as they are, is an underline; one through them strikes them out.
bool underlines(const Ruling &line, const Rulings &rulings, const QList<Glyph> &glyphs)
{
    for (const Ruling &vertical : rulings.vertical)
        if ((std::abs(vertical.at - line.from) < 2 || std::abs(vertical.at - line.to) < 2)
            && vertical.from < line.at + 2 && vertical.to > line.at - 2)
            return false;
    double left = line.to;
    double right = line.from;
    for (const Glyph &glyph : glyphs) {
        const double height = heightOf(glyph.box);
        if (line.at < glyph.box.top + 0.3 * height || line.at > glyph.box.bottom + 0.15 * height
            || centreX(glyph.box) < line.from || centreX(glyph.box) > line.to)
            continue;
        left = std::min(left, glyph.box.left);
        right = std::max(right, glyph.box.right);
    }
    return left < right && std::abs(left - line.from) < 3 && std::abs(right - line.to) < 3;
}

// Letters that are drawn as rectangles (Type 3 fonts) lie inside the box of their glyph.
bool liesInGlyph(const Box &line, const QList<Glyph> &glyphs)
{
    return std::any_of(glyphs.cbegin(), glyphs.cend(), [&line](const Glyph &glyph) {
        return line.left >= glyph.box.left - 0.5 && line.right <= glyph.box.right + 0.5
            && line.top >= glyph.box.top - 0.5 && line.bottom <= glyph.box.bottom + 0.5;
    });
}

void readRulings(const Poppler::Page &page, PageContent &content)
{
    InkRecorder recorder(content.size);
    QPainter painter(&recorder);
    painter.setClipRect(QRectF(QPointF(0, 0), content.size)); // so that restoring a state always tells us the clip
    page.renderToPainter(&painter, 72, 72, -1, -1, -1, -1, rotationFor(content.turn));
    painter.end();
    content.shapes = recorder.shapes();
    content.pictures = recorder.pictures();
    content.pictureShare = recorder.pictureShare();
    content.pictureDpi = recorder.pictureDpi();
    content.shades = recorder.shades();
    Rulings merged{mergedCollinear(recorder.pieces().horizontal), mergedCollinear(recorder.pieces().vertical)};
    content.tooManyLines = merged.horizontal.size() + merged.vertical.size() > mostLines;
    if (content.tooManyLines)
        return;
    merged.vertical.removeIf([&content](const Ruling &line) {
        return line.length() < 30 && liesInGlyph(Box{line.at, line.from, line.at, line.to}, content.glyphs);
    });
    merged.horizontal.removeIf([&content, &merged](const Ruling &line) {
        return (line.length() < 30 && liesInGlyph(Box{line.from, line.at, line.to, line.at}, content.glyphs))
            || underlines(line, merged, content.glyphs);
    });
    content.rulings = merged;
    if (!content.shades.isEmpty())
        content.paleRulings = {mergedCollinear(recorder.palePieces().horizontal),
                               mergedCollinear(recorder.palePieces().vertical)};
}

} // namespace

bool needsOcr(const PageContent &page)
{
    constexpr double wholePage = 0.6;
    if (page.glyphs.isEmpty())
        return page.shapes + page.pictures > 0;
    return page.glyphs.size() <= stamp && page.pictureShare >= wholePage;
}

Box turnedBack(const Box &box, QSizeF size, Turn turn)
{
    if (turn == Turn::Right)
        return Box{size.height() - box.bottom, box.left, size.height() - box.top, box.right};
    if (turn == Turn::Left)
        return Box{box.top, size.width() - box.right, box.bottom, size.width() - box.left};
    if (turn == Turn::Over)
        return Box{size.width() - box.right, size.height() - box.bottom, size.width() - box.left,
                   size.height() - box.top};
    return box;
}

PageContent readPage(const Poppler::Page &page, int number)
{
    PageContent content;
    content.number = number;
    content.size = page.pageSizeF();
    readGlyphs(page, content);
    readRulings(page, content);
    return content;
}

PageContent readWordsOf(const Poppler::Page &page, int number, double pixels)
{
    PageContent content;
    content.number = number;
    content.size = page.pageSizeF();
    readGlyphs(page, content);
    content.isUndrawn = true;
    if (content.glyphs.size() <= stamp) {
        content.pictures = 1;
        content.pictureShare = 1;
        content.pictureDpi = 72 * std::sqrt(pixels / std::max(1.0, content.size.width() * content.size.height()));
    }
    return content;
}

} // namespace naru::pdf
