// What was read of a document: its paragraphs and tables, its fields, and what the reader noticed, each behind a tab. What
// is chosen here is told, so that the page can show where it stands; and the other way round.
#pragma once

#include "ui/pages/document_outline.h"
#include "ui/printout.h"
#include "ui/shell.h"

#include <QTabWidget>

class QLabel;
class QListView;
class QSplitter;
class QToolButton;

namespace naru::ui {

class CellModel;
class ElidedLabel;
class FieldPanel;
class GridView;
class ListTable;
class LiveField;
class PartModel;

class DocumentContent : public QTabWidget {
    Q_OBJECT
public:
    explicit DocumentContent(Shell &shell, QWidget *parent = nullptr);

    // Both are shared with the workers that search and write. `mayFill`: the document is a form that can be filled.
    void setDocument(const std::shared_ptr<const Document> &document, const std::shared_ptr<const DocumentOutline> &outline,
                     bool mayFill);
    // Words in the place of a document: it is being read, or it cannot be.
    void explain(const QString &words);
    // Shows a paragraph, or a cell of a table, without telling anybody.
    void choose(int part, int row = -1, int column = -1);
    void focusFirst();
    void startFinding();
    void findNext(int step);
    int currentPart() const;
    QListView *parts() const { return m_parts; }
    GridView *grid() const { return m_grid; }
    FieldPanel *fields() const { return m_fields; }
    ListTable *notes() const { return m_notes; }
    LiveField *search() const { return m_search; }
    QString findingText() const;
    QString placeText() const;
    QList<PrintChoice> printChoices(const QString &title) const;

Q_SIGNALS:
    void placeChosen(const naru::Provenance &place, const QString &words);

private:
    QWidget *makeText();
    QWidget *makeFindRow();
    void showPart(int part);
    void tellPart();
    void tellCell();
    void showPlace(const Provenance &place);
    void showNotes();
    void look(const QString &text);
    void showFinding();
    void shareRoom();
    Printout printedWhole(const QString &title) const;

    Shell &m_shell;
    PartModel *m_model;
    QListView *m_parts;
    GridView *m_grid;
    QSplitter *m_split;
    QLabel *m_words;
    ElidedLabel *m_place;
    LiveField *m_search;
    QLabel *m_count;
    QList<QAction *> m_steps; // to the finding before, and to the next
    FieldPanel *m_fields;
    CellModel *m_noteModel;
    ListTable *m_notes;
    std::shared_ptr<const Document> m_document;
    std::shared_ptr<const DocumentOutline> m_outline;
    QList<Finding> m_findings;
    int m_finding = -1;
    int m_asked = 0;
    bool m_isChoosing = false;
};

} // namespace naru::ui
