// The cells of one table of a document, or its paragraphs where it has no table, as a model: a covered position is empty.
// A position is looked up among the cells, so a table that claims a billion of them costs nothing.
#pragma once

#include "core/document.h"
#include "ui/theme.h"

#include <QAbstractTableModel>

namespace naru::ui {

// Below this a reading is marked, with a sign and in words: somebody should look.
constexpr Confidence sureReading = 0.9;
bool isDoubtful(const Provenance &place);
// "Reading 72 % sure", empty where nothing was guessed.
QString confidenceWords(const Provenance &place);

QString columnLetters(int column); // 0: "A"

class GridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit GridModel(const Theme &theme, QObject *parent = nullptr);

    void setTable(const std::shared_ptr<const Table> &table); // shared with the document, which is not edited
    void setParagraphs(const QStringList &paragraphs);
    // The cell that begins at the position, or null.
    const naru::Cell *cellAt(int row, int column) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Theme &m_theme;
    std::shared_ptr<const Table> m_table;
    QStringList m_paragraphs;
};

} // namespace naru::ui
