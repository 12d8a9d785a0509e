// A document that flows (HWPX, XLSX, CSV) as it stands there: the table in which a line lies, or the paragraphs around it,
// with the row marked.
#pragma once

#include "core/document.h"
#include "ui/theme.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace naru::ui {

// The part of a document that an address names.
struct FoundPlace {
    std::shared_ptr<const Table> table; // null: paragraphs
    int row = -1; // of the table, or index of the block
};
FoundPlace findPlace(const Document &document, const QString &address, const QString &text);

class GridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const std::shared_ptr<const Table> &table); // shared with the document, which is not edited
    void setParagraphs(const QStringList &paragraphs);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Table> m_table;
    QList<const Cell *> m_anchors; // by position; null where a span covers it
    QStringList m_paragraphs;
};

class DocumentGrid : public QTableView {
    Q_OBJECT
public:
    explicit DocumentGrid(const Theme &theme, QWidget *parent = nullptr);

    // Shows the part of the document where the address lies and marks its row.
    void showPlace(const std::shared_ptr<const Document> &document, const QString &address, const QString &text);
    int markedRow() const { return currentIndex().row(); }

private:
    void fitColumns(const Table &table);
    void showTable(const std::shared_ptr<const Table> &table);

    const Theme &m_theme;
    GridModel *m_model;
    std::shared_ptr<const Table> m_shown;
};

} // namespace naru::ui
