#include "typesetting.h"

#include <QPaintDevice>
#include <QTextLayout>

namespace naru::pdf {

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

QStringList Typeface::brokenLine(const QString &line, double width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(line, m_font, m_paper);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine piece = layout.createLine(); piece.isValid(); piece = layout.createLine()) {
        piece.setLineWidth(width);
        lines.append(line.mid(piece.textStart(), piece.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace naru::pdf
