#include "office/order/table_rows.h"

#include "core/hangul.h"
#include "office/order/line_shapes.h"
#include "office/order/who.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::office {

namespace {

// A number of the row or a remark that was hard to recognise on a scan says nothing about the order. Neither does a
// hidden column that orders nothing; a hidden staff number must agree with the name anyhow.
bool countsForReading(const Cell &cell, Column column)
{
    const bool isIdle = column == Column::Ignored || column == Column::Unknown;
    if (cell.place.method == Provenance::Method::Ocr)
        return !isIdle && column != Column::Remark;
    return !isIdle && column != Column::EmpNo && column != Column::Hanja;
}

// "Sheet1!A5" … "Sheet1!E5" -> "Sheet1!A5:E5"; for other flows the cell with the name.
void joinAddress(Provenance &place, const QString &first, const QString &last, const TableGrid &grid,
                 const Heads &heads, int row)
{
    static const QRegularExpression spreadsheet(u"^(.*!)([A-Z]+[0-9]+)$"_s);
    const QRegularExpressionMatch to = spreadsheet.match(last);
    if (spreadsheet.match(first).hasMatch() && to.hasMatch()) {
        place.address = first + u':' + to.captured(2);
        return;
    }
    const qsizetype name = heads.columns.indexOf(Column::Name);
    const Cell *cell = name < 0 ? nullptr : grid.at(row, static_cast<int>(name));
    if (cell && !cell->place.address.isEmpty())
        place.address = cell->place.address;
}

} // namespace

bool hasUnreadHead(const Table &table, const TableGrid &grid, const Heads &heads)
{
    constexpr Confidence hardlyRead = 0.3;
    for (int column = 0; heads.rows > 0 && column < table.columns; ++column) {
        const Cell *cell = grid.at(heads.firstRow + heads.rows - 1, column);
        if (cell && heads.columns[column] == Column::Unknown
            && (!oneLine(cell->text).isEmpty() || cell->place.confidence < hardlyRead))
            return true;
    }
    return false;
}

QList<const Cell *> filledCells(const Table &table, const TableGrid &grid, int row)
{
    QList<const Cell *> filled;
    const Cell *last = nullptr;
    for (int column = 0; column < table.columns; ++column) {
        const Cell *cell = grid.at(row, column);
        if (cell && cell != last && cell->row == row && !oneLine(cell->text).isEmpty())
            filled.append(cell);
        last = cell;
    }
    return filled;
}

QList<ReadCell> cellsOf(const TableGrid &grid, const Heads &heads, int row)
{
    QList<ReadCell> cells;
    const Cell *last = nullptr;
    for (int column = 0; column < heads.columns.size(); ++column) {
        const Cell *cell = grid.at(row, column);
        const Column own = heads.columns[column];
        if (cell && cell != last && own != Column::Unknown && own != Column::Ignored)
            cells.append({own, maskRegistrationNumbers(oneLine(cell->text)), cell->place});
        last = cell;
    }
    return cells;
}

bool ordersSomething(const Fields &fields)
{
    int filled = 0;
    for (const Column column : {Column::Grade, Column::ToGrade, Column::FromUnit, Column::ToUnit, Column::Kind})
        filled += fields.value(column).trimmed().isEmpty() ? 0 : 1;
    return filled >= 2;
}

Confidence confidenceOf(const TableGrid &grid, const Heads &heads, int row, Column column)
{
    const qsizetype at = heads.columns.indexOf(column);
    const Cell *cell = at < 0 ? nullptr : grid.at(row, int(at));
    return cell ? cell->place.confidence : 1;
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar one) { return one.isDigit(); });
}

void collect(const TableGrid &grid, const Heads &heads, int row, Fields &fields, QStringList &texts,
             Provenance &place)
{
    const Cell *last = nullptr;
    const Cell *first = nullptr;
    const Cell *end = nullptr;
    for (int column = 0; column < heads.columns.size(); ++column) {
        const Cell *cell = grid.at(row, column);
        if (!cell || cell == last)
            continue;
        last = cell;
        if (!oneLine(cell->text).isEmpty())
            texts.append(oneLine(cell->text));
        const Column own = heads.columns[column];
        if (own != Column::Unknown && own != Column::Ignored) {
            QString &field = fields[own];
            const QString plain = plainText(cell->text);
            field = field.isEmpty() ? plain : field + u' ' + plain;
        }
        const Confidence confidence = countsForReading(*cell, own) ? cell->place.confidence : 1;
        if (!first) {
            first = cell;
            place = cell->place;
            place.confidence = confidence;
        } else {
            place.confidence = std::min(place.confidence, confidence);
            if (place.box && cell->place.box && cell->place.page == place.page && cell->row == row)
                place.box = place.box->united(*cell->place.box);
        }
        end = cell;
    }
    if (first && end && first != end)
        joinAddress(place, first->place.address, end->place.address, grid, heads, row);
}

} // namespace naru::office
