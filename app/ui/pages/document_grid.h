// A document that flows (HWPX, XLSX, CSV) as it stands there: the table in which a line lies, or the paragraphs around it,
// with the row marked.
#pragma once

#include "ui/pages/grid_view.h"

namespace naru::ui {

// The part of a document that an address names.
struct FoundPlace {
    std::shared_ptr<const Table> table; // null: paragraphs
    int row = -1; // of the table, or index of the block
};
FoundPlace findPlace(const Document &document, const QString &address, const QString &text);

class DocumentGrid : public GridView {
    Q_OBJECT
public:
    explicit DocumentGrid(const Theme &theme, QWidget *parent = nullptr);

    // Shows the part of the document where the address lies and marks its row.
    void showPlace(const std::shared_ptr<const Document> &document, const QString &address, const QString &text);
    int markedRow() const { return currentIndex().row(); }
};

} // namespace naru::ui
