// What a document holds, in reading order and ready to be listed: its paragraphs and its tables, those within cells too;
// and which boxes lie on which page. Made in a worker.
#pragma once

#include "ui/pages/page_view.h"
#include "ui/works.h"

#include <QHash>

#include <memory>

namespace naru::ui {

struct DocumentPart {
    std::shared_ptr<Table> table; // null: a paragraph; shared with the document, and never edited
    QString text; // of the paragraph
    int depth = 0; // of tables in tables
    int tableNumber = 0; // 1-based, over the document
    Provenance place;
    int doubtful = 0; // cells of the table, or 1 for a paragraph, whose reading is not sure
};

// A box on a page and what it belongs to.
struct PlacedMark {
    PageMark mark;
    int part = 0;
    int row = -1; // of the table's cell; -1: the part itself
    int column = -1;
};

struct DocumentOutline {
    QList<DocumentPart> parts;
    QHash<int, QList<PlacedMark>> marks; // by page
    qsizetype cells = 0;
    int tables = 0;
    int doubtful = 0;
};

DocumentOutline outlineOf(const Document &document);

// A place that holds what was looked for.
struct Finding {
    int part = 0;
    int row = -1;
    int column = -1;
    friend bool operator==(const Finding &, const Finding &) = default;
};
// In reading order, without regard to spaces; initial consonants (ㅁㅇㄱ) find syllables. At most `most`; Cancelled where
// `progress` says so. Takes long for a large workbook: for a worker.
Result<QList<Finding>> findIn(const DocumentOutline &outline, const QString &text, int most, const Progress &progress);

// "Table 3 · 12 rows × 5 columns · caption"
QString titleOf(const DocumentPart &part);
// The tables alone, as a document that can be written in any format.
Document tablesOf(const DocumentOutline &outline, const QList<int> &parts);

} // namespace naru::ui
