// Cells of a decision table that compare with constants only ("-", "< 5", "[1..9], 12", "not(\"A\", \"B\")"): read
// apart from FEEL, so that a rule costs a comparison of two integers. What is not plainly such a cell is left to FEEL.
#pragma once

#include "engine/feel/value.h"

#include <QList>
#include <QStringView>

#include <optional>
#include <vector>

namespace naru::dmn {

// The values of one kind between two ends; an end that is not there is open.
struct ConstantSpan {
    std::optional<feel::Value> low;
    std::optional<feel::Value> high;
    bool lowIncluded = true;
    bool highIncluded = true;
};

struct ConstantTest {
    bool any = false; // "-"
    bool negated = false;
    QList<ConstantSpan> spans; // any of them
    feel::Value::Kind kind = feel::Value::Kind::Null;
};

// Nothing where the text is no list of constants of one kind that has an order. `hidden` are names of the scope: a
// literal that would be one of them (date("…")) is not taken.
std::optional<ConstantTest> constantTest(QStringView text, const QStringList &hidden = {});

// One column: the constants of its cells in order, and each cell as intervals between them. With n constants there are
// 2n + 1 places: 2i + 1 is the constant i, 2i lies before it.
class ConstantColumn {
public:
    // One test for each rule; nothing where FEEL must ask.
    explicit ConstantColumn(const std::vector<std::optional<ConstantTest>> &tests);

    // Where the value stands, nothing where it is of another kind than the constants.
    std::optional<int> placeOf(const feel::Value &value) const;
    // Whether the cell has been read: only then holds() may be asked.
    bool isRead(size_t rule) const { return m_cells[rule].form != Cell::Form::Unread; }
    bool isAny(size_t rule) const { return m_cells[rule].form == Cell::Form::Any; }
    bool holds(size_t rule, int place) const
    {
        const Cell &cell = m_cells[rule];
        switch (cell.form) {
        case Cell::Form::Any:
            return true;
        case Cell::Form::Within:
            return place >= cell.low && place <= cell.high;
        case Cell::Form::Outside:
            return place < cell.low || place > cell.high;
        default:
            return holdsOne(cell, place);
        }
    }

    // For checks: all places, which of them a value can have (whole days and months leave none between), and a text.
    int places() const { return int(m_points.size()) * 2 + 1; }
    bool isReal(int place) const;
    QString describe(int place) const; // "> 5 and < 7", "\"High\""

private:
    struct Cell {
        enum class Form : quint8 { Unread, Any, Within, Outside, OneOf, NoneOf } form = Form::Unread;
        int low = 0; // of OneOf and NoneOf: the first of its intervals
        int high = 0; // and how many there are
    };
    bool holdsOne(const Cell &cell, int place) const;
    Cell cellOf(const ConstantTest &test);
    std::pair<int, int> interval(const ConstantSpan &span) const;

    feel::Value::Kind m_kind = feel::Value::Kind::Null; // Null: no constants
    QList<feel::Value> m_points;
    std::vector<Cell> m_cells;
    std::vector<std::pair<int, int>> m_intervals;
};

} // namespace naru::dmn
