// A table of a document with its spans, as it stands there. What is selected can be copied into a spreadsheet or a text.
#pragma once

#include "ui/pages/grid_model.h"
#include "ui/printout.h"

#include <QTableView>

class QMimeData;

namespace naru::ui {

// A table as it goes on paper: its first row is the head where it is marked as one, else the letters of the columns are.
PrintedTable printedTable(const Table &table, const QString &heading);

class GridView : public QTableView {
    Q_OBJECT
public:
    // The theme must outlive the view. The name is what a screen reader calls it.
    GridView(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void showTable(const std::shared_ptr<const Table> &table); // shared with the document, which is not edited
    const std::shared_ptr<const Table> &table() const { return m_table; }
    const naru::Cell *currentCell() const; // null where no cell begins
    void choose(int row, int column);
    // The selection, or everything where nothing is selected, as tab separated text and as an HTML table with its spans.
    // Null where there is nothing. The caller owns it.
    QMimeData *copied() const;
    void copy() const; // to the clipboard
    // The selection for the printer.
    PrintedTable printed(const QString &heading) const;

Q_SIGNALS:
    void cellChosen(int row, int column);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    GridModel *grid() const { return m_model; }
    const Theme &theme() const { return m_theme; }

private:
    struct Range {
        int top = 0;
        int left = 0;
        int bottom = -1;
        int right = -1;
    };
    Range chosenRange() const;
    void fitColumns();

    const Theme &m_theme;
    GridModel *m_model;
    std::shared_ptr<const Table> m_table;
    bool m_isChoosing = false; // from outside: nobody is told
};

} // namespace naru::ui
