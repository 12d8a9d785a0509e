// The heads of order tables: which column of a table holds what, whatever the order and the wording.
#pragma once

#include "core/document.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

namespace naru::office {

enum class Column {
    Unknown,
    Ignored, // 연번, 생년월일, 주민등록번호, 발령권자 …
    EmpNo,
    Name,
    Hanja,
    Grade, // stated as the present one
    ToGrade,
    Series,
    ToSeries,
    FromBody, // 기관, beside a column with the unit
    FromUnit,
    FromTeam,
    FromPost,
    ToBody,
    ToUnit,
    ToTeam,
    ToPost,
    Phrase,
    Kind,
    Date,
    Period,
    PeriodFrom,
    PeriodTo,
    Outside,
    Remark,
};

// The words that a document can be checked against, in the spelling of normalizeForMatch.
struct Words {
    QSet<QString> names;
    QSet<QString> units;
    QStringList grades = {}; // as written; those of the law, and those that somebody holds
    QStringList posts = {};
    bool isScanned = false; // the text was read from pixels: blanks are lost and won, letters are taken for others
};

struct Heads {
    int firstRow = 0; // of the head
    int rows = 0; // how many rows the head has; the data begin below
    QList<Column> columns;
    bool isTwoSided = false; // tells the present from the new one (현직 | 발령)
    bool saysPresent = false; // the unit column is that of now by its own words: "현 소속", "전 부서"
    bool isDoubtful = false; // a cell of the head names two columns: the table was not read as it is drawn
    bool has(Column column) const { return columns.contains(column); }
};

// What one head says, from the outermost group to the column's own word: {"현직", "소속"} -> FromUnit.
Column columnOf(const QStringList &path);

// The words that name a column, without its side.
QStringList headsOfColumns();

// The head of the table at or below `fromRow`, or a head with rows == 0 where none is there.
Heads findHeads(const Table &table, const TableGrid &grid, int fromRow);

// Whether most cells of the row are words for columns.
bool isHeadRow(const Table &table, const TableGrid &grid, int row);

// Reads the columns from what stands in them, for a table without a head, or with words that nobody knows.
void inferColumns(const Table &table, const TableGrid &grid, const Words &words, Heads &heads);

// Whether the row repeats the head (at the top of a page).
bool repeatsHead(const TableGrid &grid, const Heads &heads, int row);

} // namespace naru::office
