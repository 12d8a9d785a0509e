// The one model of every document that is read or written, whatever its format (DOCUMENTS: hOCR, ALTO, Docling say the
// same in other words). Geometry is in points from the top left of the page and is double; values keep their exact text.
#pragma once

#include "core/result.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QSizeF>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace naru {

// How sure a reading is, from 0 to 1. It weighs and never counts: no amount is ever made of it.
using Confidence = double;

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    Box united(const Box &other) const;
    friend bool operator==(const Box &, const Box &) = default;
};

// Where something stands in the document, and how sure its reading is.
struct Provenance {
    enum class Method { Native, PdfText, Ocr, Derived };
    int page = 0; // 1-based; 0 for formats that flow
    std::optional<Box> box;
    QString address; // "Contents/section0.xml!tbl[0]/cell[3,4]", "Sheet1!A5", "row 12"
    Confidence confidence = 1; // the minimum over the parts
    Method method = Method::Native;
};

// What a cell of a spreadsheet holds beside its text. `text` of the cell is exactly as read (a decimal string is kept).
struct Value {
    enum class Kind { None, Text, Number, Flag, Day, Moment, TimeOfDay, Fault };
    Kind kind = Kind::None;
    QString text; // canonical: "1234.50", "true", "2026-11-22", "2026-11-22T09:30:00", "09:30:00", "#REF!"
    QString formula; // without "="
    QString numberFormat;
};

struct Paragraph {
    QString text;
    QString style;
    Provenance place;
};

struct Table;
using Block = std::variant<Paragraph, std::shared_ptr<Table>>; // shared: a Document is copied, its tables are not edited

struct Cell {
    int row = 0; // 0-based, absolute; covered positions have no cell
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    bool header = false;
    QString fieldName; // 셀 필드
    QString text; // all paragraphs, joined with line ends
    Value value;
    QList<Block> blocks; // nested content; empty where `text` says it all
    Provenance place;
};

struct Table {
    enum class Detection { Native, RuledLattice, Stream, OcrLattice };
    int rows = 0;
    int columns = 0;
    QList<Cell> cells; // by row, then column
    QString caption; // the sheet's name, the table's caption
    Detection detection = Detection::Native;
    Provenance place;
};

struct FormField {
    enum class Kind { ClickHere, NamedCell, AcroForm, DefinedName, Checkbox };
    Kind kind = Kind::ClickHere;
    QString name;
    QString prompt;
    QString value;
    bool filled = false;
    Provenance place;
};

struct Page {
    int number = 1;
    QSizeF size; // points
    double dpi = 0; // 0 unless it is an image
};

// Something about the reading that a person should know. Codes: "encrypted", "truncated", "curves", "limit" …
struct Diagnostic {
    QString code;
    QString text;
    int page = 0;
};

struct Document {
    QString format; // id of the Format: csv xlsx hwpx hwp ods pdf scan
    QString sha256; // bare hex
    QString title;
    QList<Page> pages;
    QList<Block> body;
    QList<FormField> fields;
    QList<Diagnostic> diagnostics;
};

// Resolves every grid position to its anchor cell and proves that the spans tile the grid exactly once. A table that
// claims more than 16 million positions is not indexed: it does not tile, and every at() walks its cells.
class TableGrid {
public:
    // REQUIRES: the table outlives the grid.
    explicit TableGrid(const Table &table);
    // The cell that covers the position, the first one where several do, or null where none does.
    const Cell *at(int row, int column) const;
    bool tiles() const { return m_tiles; }

private:
    void index();

    const Table &m_table;
    QList<const Cell *> m_anchors; // by row, then column; empty where the table is not indexed
    bool m_tiles = false;
};

// The JSON of `naru document show`. Lossless, but that geometry is kept in hundredths of a point: documentFromJson gives
// the same document back.
QJsonObject toJson(const Document &document);
Result<Document> documentFromJson(const QJsonObject &json);
QJsonObject toJson(const Provenance &place);
Provenance provenanceFromJson(const QJsonObject &json);
QJsonObject toJson(const Diagnostic &diagnostic);
Diagnostic diagnosticFromJson(const QJsonObject &json);

// Masks every resident registration number in the document's texts (개인정보 보호법 24조의2): whoever reads a document gets
// it masked, so that none can be printed, stored, or logged.
void maskRegistrationNumbers(Document &document);

// Every paragraph and cell in reading order, cells of a row joined with tabs: what search and `convert --out x.txt` use.
QString plainText(const Document &document);

} // namespace naru
