// What will be printed, page by page, before it goes to a printer or into a PDF. It does not block the window; pages are
// laid out and drawn by a worker.
#pragma once

#include "ui/printed_pages.h"
#include "ui/shell.h"

#include <QDialog>

#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace naru::ui {

class PageView;

class PrintPreview : public QDialog {
    Q_OBJECT
public:
    // The shell and what the choices gather from must outlive the preview. REQUIRES: there is a choice.
    PrintPreview(Shell &shell, QList<PrintChoice> choices, QWidget *parent = nullptr);

    void choose(int choice);
    void turn(int pages);
    void savePdf(const QString &path);
    int pageCount() const { return m_pages ? m_pages->count() : 0; }
    QList<QToolButton *> choices() const { return m_chips; }
    PageView *pageView() const { return m_view; }

private:
    using Pages = std::shared_ptr<const PrintedPages>; // shared with the workers that draw and write

    static Result<PrintFrame> frameOf(run::Session &session, QDate asOf);
    QToolButton *addTool(QHBoxLayout &row, const QString &icon, const QString &text, const QKeySequence &keys,
                         std::function<void()> act);
    void addChips(QHBoxLayout &row);
    void addTools(QHBoxLayout &row);
    void take(const Pages &pages);
    void drawPage();
    void showPosition();
    void explain(const Error &error);
    void choosePdf();
    void choosePrinter();

    Shell &m_shell;
    QList<PrintChoice> m_choices;
    QList<QToolButton *> m_chips; // one for each choice
    QLabel *m_position;
    PageView *m_view;
    QToolButton *m_before = nullptr;
    QToolButton *m_next = nullptr;
    QPushButton *m_save;
    QPushButton *m_print;
    Pages m_pages;
    QString m_title;
    int m_page = 0;
    int m_asked = 0; // the last question; older answers are not shown
};

} // namespace naru::ui
