// Measures and breaks text for paper. All lengths are dots of the paper's resolution.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QStringList>

class QPaintDevice;

namespace naru::pdf {

constexpr int dotsPerInch = 1200;

constexpr double points(double length)
{
    return length * dotsPerInch / 72;
}

constexpr double millimetres(double length)
{
    return length * dotsPerInch / 25.4;
}

// The words of a line, where it may break. A name of spaced letters (이 지 혜) and a day (2026. 7. 29.) are one word each.
QStringList wordsOf(const QString &line);

// One font at one size on paper.
class Typeface {
public:
    Typeface(const QFont &font, QPaintDevice *paper);

    const QFont &font() const { return m_font; }
    double widthOf(const QString &text) const;
    double ascent() const { return m_metrics.ascent(); }
    double lineHeight() const { return m_metrics.height() * 1.12; }
    // The lines of the text, its own and those that the width demands.
    QStringList broken(const QString &text, double width) const;

private:
    QStringList brokenLine(const QString &line, double width) const;
    QStringList brokenWord(const QString &word, double width) const;

    QFont m_font;
    QFontMetricsF m_metrics;
    QPaintDevice *m_paper; // borrowed
};

} // namespace naru::pdf
