// Which rows of a sheet are written several times, and where everything on the sheet goes by that. Rows are 0-based.
#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace naru {

struct RowSpan {
    int first = 0;
    int last = 0;

    friend bool operator==(const RowSpan &, const RowSpan &) = default;
};

class RowShift {
public:
    void repeat(int row, int copies) { m_copies.insert(row, copies); }
    bool movesNothing() const;
    bool isRepeated(int row) const { return m_copies.contains(row); }
    int copies(int row) const { return m_copies.value(row, 1); }

    // Where the row goes, or its first copy; where it is taken out, the row that comes after it.
    int moved(int row) const;
    // Grows with the rows inside of it; nothing where all of them are taken out.
    std::optional<RowSpan> moved(RowSpan rows) const;

private:
    QMap<int, int> m_copies;
};

// By the case-folded name of the sheet.
using RowShifts = QMap<QString, RowShift>;

} // namespace naru
