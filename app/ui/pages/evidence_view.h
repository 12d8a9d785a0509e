// On what evidence: the document of a line, as the picture of its page with the line's box, or, where the format has no
// pages, as the table itself with the row marked. Everything is read in a worker.
#pragma once

#include "ui/pages/panel.h"
#include "ui/pages/plan_lines.h"
#include "ui/shell.h"

#include <QCache>
#include <QImage>

#include <memory>

class QStackedWidget;
class QToolButton;

namespace naru::ui {

class DocumentGrid;
class ElidedLabel;
class EvidenceSource;
class PageView;

class EvidenceView : public Panel {
    Q_OBJECT
public:
    explicit EvidenceView(Shell &shell, QWidget *parent = nullptr);

    void setSources(const QList<Source> &sources);
    void showLine(const PlanLine &line);
    // Marks the cell of the field alone.
    void showField(const naru::ui::ReadField &field);
    PageView *pageView() const { return m_page; }
    DocumentGrid *grid() const { return m_grid; }
    QList<QAction *> zoomActions() const { return m_actions; }

private:
    QToolButton *addTool(const QString &icon, const QString &text, const QString &keys, std::function<void()> act);
    QString located(const QString &file) const;
    void turn(int pages);
    void showPage(int page);
    void renderPage(int source, int page, bool isShown);
    void showTable();
    void showWords();
    void present(const QImage &image);
    void explain(const QString &why);
    void showPosition();

    Shell &m_shell;
    QStackedWidget *m_stack;
    PageView *m_page;
    DocumentGrid *m_grid;
    QLabel *m_words;
    ElidedLabel *m_position;
    QList<QToolButton *> m_pageTools;
    QList<QAction *> m_actions;
    QList<Source> m_sources;
    QList<std::shared_ptr<EvidenceSource>> m_documents; // shared with the workers that read them
    QCache<QString, QImage> m_images; // "source/page"
    PlanLine m_line;
    int m_shownPage = 0;
};

} // namespace naru::ui
