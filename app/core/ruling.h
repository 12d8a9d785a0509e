// The straight lines of a page, drawn for the eye, that tables are made of: from the strokes of a PDF as from the pixels of
// a scan.
#pragma once

#include "core/document.h"

#include <QList>

namespace naru {

// A horizontal or vertical line: `at` is its y (or x), `from` and `to` its extent on the other axis. Points.
struct Ruling {
    double at = 0;
    double from = 0;
    double to = 0;

    double length() const { return to - from; }
};

struct Rulings {
    QList<Ruling> horizontal;
    QList<Ruling> vertical;
};

inline double widthOf(const Box &box)
{
    return box.right - box.left;
}
inline double heightOf(const Box &box)
{
    return box.bottom - box.top;
}
inline double centreX(const Box &box)
{
    return (box.left + box.right) / 2;
}
inline double centreY(const Box &box)
{
    return (box.top + box.bottom) / 2;
}
bool contains(const Box &outer, double x, double y);

// Joins pieces of one line: cells draw their borders one by one, dotted lines are many dashes or dots. What is shorter
// than a dash afterwards is dropped.
QList<Ruling> mergedCollinear(QList<Ruling> pieces);

// Rulings that touch one another, with the tolerance of a double line or of spaced cells. Lone rulings are groups too.
QList<Rulings> connected(const Rulings &rulings);

// Positions that lie so close together that they are one line of a grid, ascending.
QList<double> clustered(QList<double> positions);

// How much of [from, to] the rulings near `at` cover, 0–1.
double coverage(const QList<Ruling> &rulings, double at, double from, double to);

} // namespace naru
