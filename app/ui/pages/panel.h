// The furniture of the pages: a framed part with a heading, and a table with the window's row height.
#pragma once

#include "ui/printout.h"
#include "ui/theme.h"

#include <QFrame>
#include <QSet>
#include <QTableView>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace naru::ui {

class Panel : public QFrame {
    Q_OBJECT
public:
    explicit Panel(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QHBoxLayout *head() const { return m_head; } // tools go behind the title
    QVBoxLayout *body() const { return m_body; }

private:
    QLabel *m_title;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
};

// Whole rows, sorted by a click on a head, opened by Enter or a double click (QTableView::activated).
class ListTable : public QTableView {
    Q_OBJECT
public:
    // The theme must outlive the table. The name is what a screen reader calls it.
    ListTable(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    // The widths of the columns at 100 %; 0 takes what is left.
    void setColumns(const QList<int> &widths);
    // The columns that give way, first to last, where the open column would be too narrow to be read. What stands in them
    // stands on the card, or in the detail, too.
    void setYielding(const QList<int> &columns);
    // What is said where there are no rows.
    void setEmptyWords(const QString &words);
    // The chosen row in the model's (or the proxy's) rows, -1 where there is none.
    int currentRow() const;
    // What is shown, as it is filtered and sorted, for the printer.
    PrintedTable printed(const QString &heading = {}) const;

Q_SIGNALS:
    void rowChosen(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void makeRoom();

    const Theme &m_theme;
    QList<int> m_widths;
    QList<int> m_yielding;
    QSet<int> m_yielded; // hidden by makeRoom, not by the page
    QString m_emptyWords;
};

} // namespace naru::ui
