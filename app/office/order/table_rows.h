// The rows of order tables: what stands in them by column, and how surely it was read.
#pragma once

#include "office/order/line_builder.h"

namespace naru::office {

// The texts of the row by column, in reading order, and their common place.
void collect(const TableGrid &grid, const Heads &heads, int row, Fields &fields, QStringList &texts, Provenance &place);

// The cells that begin in the row and are not blank.
QList<const Cell *> filledCells(const Table &table, const TableGrid &grid, int row);

// The cells of a scan's row that say something about the order, each with its place.
QList<ReadCell> cellsOf(const TableGrid &grid, const Heads &heads, int row);

// How surely the cell of the column was read; 1 where there is none.
Confidence confidenceOf(const TableGrid &grid, const Heads &heads, int row, Column column);

// A head with ink that nobody understands: the column may say anything.
bool hasUnreadHead(const Table &table, const TableGrid &grid, const Heads &heads);

// A row whose name could not be read still orders something: a person must see it.
bool ordersSomething(const Fields &fields);

bool hasDigit(const QString &text);

} // namespace naru::office
