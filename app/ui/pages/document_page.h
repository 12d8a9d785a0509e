// 문서: any document is opened, read in the background, and looked at: its pages with what was recognised on them beside
// its text, tables, fields, and what the reader noticed. It can be searched, printed, copied from, and saved in other
// formats.
#pragma once

#include "ui/page.h"
#include "ui/pages/document_outline.h"
#include "ui/pages/document_reading.h"

class QSplitter;
class QStackedWidget;

namespace naru::ui {

class CellModel;
class DocumentContent;
class ListTable;
class PagePane;

class DocumentPage : public Page {
    Q_OBJECT
public:
    explicit DocumentPage(Shell &shell);

    QString subtitle() const override;
    QList<ShortcutHint> hints() const override;
    void refresh() override;
    void open(const RecordRef &record) override; // "file:/home/…"; any other: the list
    QList<PrintChoice> printChoices() const override;

    void read(const QString &path);
    void goOn(); // with the pages that are not read yet
    void closeDocument();
    void saveAs(const QString &path);
    // The table that is shown, or all of them, as a file of their own.
    void exportTables(bool isAll, const QString &path);
    // The form with what was typed into its fields, as another file.
    void fillForm(const QString &path);
    bool showsDocument() const;
    bool isWhole() const { return m_isWhole; }
    const std::shared_ptr<const Document> &document() const { return m_document; }
    DocumentContent *content() const { return m_content; }
    PagePane *pages() const { return m_pane; }
    ListTable *recent() const { return m_recent; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Opened {
        DocumentRead read;
        std::shared_ptr<const DocumentOutline> outline; // shared with the workers that search and write
    };

    void addActions();
    QAction *addPageAction(const QString &text, const QString &icon, const QString &keys, std::function<void()> act);
    void addTableMenu();
    QWidget *makeStart();
    void arrange();
    void start(const std::shared_ptr<DocumentReading> &reading);
    void peek(const std::shared_ptr<DocumentReading> &reading);
    void take(const Opened &opened);
    void refuse(const Error &error);
    void showActions();
    bool mayBeFilled(const Document &document) const;
    bool mayWrite(const QString &path);
    void showRecent();
    void remember(const QString &path);
    void chooseFile();
    void chooseTarget(const QString &title, const QString &name, const QStringList &endings,
                      std::function<void(const QString &)> write);
    void write(const Document &document, const QString &path);

    QStackedWidget *m_stack;
    QSplitter *m_parts;
    PagePane *m_pane;
    DocumentContent *m_content;
    CellModel *m_recentModel;
    ListTable *m_recent;
    QAction *m_open = nullptr;
    QAction *m_goOn = nullptr;
    QAction *m_fill = nullptr;
    QAction *m_tables = nullptr;
    QList<QAction *> m_own; // only while a document is shown
    std::shared_ptr<DocumentReading> m_reading; // shared with the workers that read and draw
    std::shared_ptr<const Document> m_document;
    std::shared_ptr<const DocumentOutline> m_outline;
    int m_work = 0; // of the reading
    bool m_isReading = false;
    bool m_isWhole = true;
    bool m_hasPages = false;
    bool m_mayFill = false;
};

} // namespace naru::ui
