// How much room the cells of a sheet give a text, in characters of half width and in lines.
#pragma once

#include "core/xml_outline.h"

#include "cell_look.h"
#include "sheet_reader.h"

namespace naru {

class CellRoom {
public:
    explicit CellRoom(const XmlOutline &sheet);

    // Whether the text shows whole in the range, a cell or a merged one. A guess: it knows no font.
    bool fits(const QString &text, const CellRange &range, const CellLook &look) const;
    // The style that a new cell of the column gets, -1 where it has none.
    int columnStyle(int column) const;

private:
    struct Columns {
        int first = 0;
        int last = 0;
        double width = 0;
        int style = -1;
    };
    double width(const CellRange &range) const;
    int lines(const CellRange &range, const CellLook &look) const;

    QList<Columns> m_columns;
    QMap<int, double> m_heights; // of rows whose height is fixed, in points
    double m_usualWidth = 8.43;
    double m_usualHeight = 15;
};

} // namespace naru
