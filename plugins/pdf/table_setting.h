// A table made ready for paper: how wide its columns are, what each cell's lines are, how high its rows are.
#pragma once

#include "typesetting.h"

#include "core/document.h"

namespace naru::pdf {

struct SetCell {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    bool header = false;
    bool centred = true;
    QStringList lines;
};

class TableSetting {
public:
    // Fits the table to the width: in the largest of the typefaces in which no line breaks, else in the largest in which no
    // word does, else in the last, where only the longest words break.
    // Rows higher than `mostHeight` are cut into several. REQUIRES: faces is not empty and outlives the setting.
    TableSetting(const Table &table, double width, double mostHeight, const QList<Typeface> &faces);

    // Whether words of the table break even in the last of the typefaces.
    static bool breaksWords(const Table &table, double width, const QList<Typeface> &faces);

    const QList<SetCell> &cells() const { return m_cells; }
    const Typeface &face() const { return *m_face; }
    int rows() const { return int(m_heights.size()); }
    int headerRows() const { return m_headerRows; }
    double left(int column) const { return m_lefts[column]; } // column may be one past the last
    double height(int row) const { return m_heights[row]; }
    double height(int first, int last) const; // rows [first, last)

    static double padding() { return points(3.5); }

private:
    static QList<double> widthsFor(const Table &table, const Typeface &face, bool words);
    QList<double> chosenWidths(const Table &table, double width, const QList<Typeface> &faces);
    void fitColumns(const QList<double> &widths, double width);
    void breakLines(const Table &table);
    void cutHighRows(double mostHeight);
    void cutRow(int row, qsizetype linesPerRow);
    void fitRows(int rows);

    const Typeface *m_face;
    QList<SetCell> m_cells;
    QList<double> m_lefts;
    QList<double> m_heights;
    int m_headerRows = 0;
};

} // namespace naru::pdf
