#include "row_shift.h"

#include "core/spreadsheet.h"

#include <algorithm>

namespace naru {

bool RowShift::movesNothing() const
{
    return std::all_of(m_copies.begin(), m_copies.end(), [](int copies) { return copies == 1; });
}

int RowShift::moved(int row) const
{
    int to = row;
    for (auto at = m_copies.begin(); at != m_copies.end() && at.key() < row; ++at)
        to += *at - 1;
    return std::clamp(to, 0, mostRows - 1);
}

std::optional<RowSpan> RowShift::moved(RowSpan rows) const
{
    int last = rows.last;
    for (auto at = m_copies.begin(); at != m_copies.end() && at.key() <= rows.last; ++at)
        last += *at - 1;
    const RowSpan to{moved(rows.first), std::min(last, mostRows - 1)};
    // A range down to the end of the sheet stays one.
    return rows.last == mostRows - 1 ? std::optional(RowSpan{to.first, rows.last}) : to.last < to.first ? std::nullopt : std::optional(to);
}

} // namespace naru
