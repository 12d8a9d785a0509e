// How a document lies on sheets before it is written: which table on which sheet, how wide the columns, how high the rows.
#pragma once

#include "core/document.h"

namespace naru {

struct SheetPlan {
    QString name; // as Excel allows it, each once
    QStringList above; // paragraphs
    std::shared_ptr<const Table> table; // null for a sheet of paragraphs alone
    QStringList below;
};

QList<SheetPlan> planSheets(const Document &document);

struct SheetLayout {
    QList<int> widths; // in characters, one for each column
    QList<int> lines; // of text, one for each row
    int headerRows = 0; // from the top of the table
};

SheetLayout layOut(const Table &table);
// The text of a cell, its nested blocks included.
QString textOf(const Cell &cell);
// In half-width characters: Hangul and Hanja take two.
int displayWidth(QStringView text);

} // namespace naru
