// What every format of spreadsheets shares: how cells are called, and which part of a document goes on which sheet.
#pragma once

#include "core/document.h"

namespace naru {

inline constexpr int mostRows = 1'048'576;
inline constexpr int mostColumns = 16'384;

// "A5" of 0-based numbers.
QString cellName(int row, int column);
// "Sheet1!A5", "'인사 발령'!A5".
QString cellAddress(const QString &sheet, int row, int column);

struct SheetPlan {
    QString name; // as Excel and LibreOffice allow it, each once
    QStringList above; // paragraphs
    std::shared_ptr<const Table> table; // null for a sheet of paragraphs alone
    QStringList below;
};

QList<SheetPlan> planSheets(const Document &document);

// The text of a cell, its nested blocks included.
QString textOf(const Cell &cell);
// In half-width characters: Hangul and Hanja take two.
int displayWidth(QStringView text);

} // namespace naru
