#include "typesetting.h"

#include <QPaintDevice>
#include <QTextLayout>

#include <algorithm>

namespace naru::pdf {

namespace {

bool isLetter(const QString &word) { return word.size() == 1 && word.at(0).isLetter(); }

bool isPartOfDay(const QString &word)
{
    return word.endsWith(u'.') && word.size() > 1
        && std::all_of(word.begin(), word.end() - 1, [](QChar c) { return c.isDigit(); });
}

} // namespace

QStringList wordsOf(const QString &line)
{
    QStringList words;
    QString before;
    for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
        const bool belongs = (isLetter(before) && isLetter(word)) || (isPartOfDay(before) && isPartOfDay(word));
        if (belongs)
            words.last() += u' ' + word;
        else
            words.append(word);
        before = word;
    }
    return words;
}

Typeface::Typeface(const QFont &font, QPaintDevice *paper)
    : m_font(font)
    , m_metrics(font, paper)
    , m_paper(paper)
{
}

double Typeface::widthOf(const QString &text) const
{
    return m_metrics.horizontalAdvance(text);
}

QStringList Typeface::broken(const QString &text, double width) const
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (widthOf(line) <= width)
            lines.append(line);
        else
            lines += brokenLine(line, width);
    }
    return lines;
}

// Between words (어절), as offices write; inside of one only where it alone is too long. Qt would break between any two
// syllables.
QStringList Typeface::brokenLine(const QString &line, double width) const
{
    QStringList lines;
    QString current;
    for (const QString &word : wordsOf(line)) {
        const QString longer = current.isEmpty() ? word : current + u' ' + word;
        if (widthOf(longer) <= width) {
            current = longer;
            continue;
        }
        if (!current.isEmpty())
            lines.append(current);
        const QStringList pieces = widthOf(word) <= width ? QStringList{word} : brokenWord(word, width);
        lines += pieces.mid(0, pieces.size() - 1);
        current = pieces.last();
    }
    return lines << current;
}

QStringList Typeface::brokenWord(const QString &word, double width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(word, m_font, m_paper);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList pieces;
    for (QTextLine piece = layout.createLine(); piece.isValid(); piece = layout.createLine()) {
        piece.setLineWidth(width);
        pieces.append(word.mid(piece.textStart(), piece.textLength()).trimmed());
    }
    layout.endLayout();
    return pieces;
}

} // namespace naru::pdf
