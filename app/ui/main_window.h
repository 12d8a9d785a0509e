// The window: one shell that carries the portal's functions. It holds no truth of its own; pages ask and show.
#pragma once

#include "ui/page.h"
#include "ui/search_box.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

class QStackedWidget;

namespace naru::ui {

class CommandPalette;
class LookMenu;
class MessageBar;
class Navigation;
class NoticeModel;
class NoticePanel;
class PageHeader;
class ShortcutSheet;
class StatusLine;
class TaskWatch;
class TopBar;

// What the window is opened with.
struct WindowStart {
    run::Session *session = nullptr; // borrowed, outlives the window
    QString user; // "정보화담당관 · 김하나"
    QString language = u"ko"_s;
    QDate today;
    QDate asOf;
    SearchSource search = {};
    QList<PageKind> pages = pageKinds();
};

class MainWindow : public QMainWindow, public Shell {
    Q_OBJECT
public:
    // The theme must outlive the window.
    MainWindow(Theme &theme, const WindowStart &start);
    ~MainWindow() override;

    const Theme &theme() const override { return m_theme; }
    Works &works() override { return *m_works; }
    QDate asOf() const override;
    QDate today() const override { return m_start.today; }
    run::Session *session() override { return m_start.session; }
    void say(Tone tone, const QString &text) override;
    void complain(const Error &error, const QString &what) override;
    void offerUndo(const QString &text, std::function<void()> undo) override;
    void notify(const Notice &notice) override;
    void saved() override;
    void openPage(const QString &page, const RecordRef &record = {}) override;

    // Who works here, once it is known.
    void setUser(const QString &text);
    // Asks the page that is shown again; the others ask when they are shown.
    void refresh();
    QString currentPage() const { return m_current; }
    Page *page(const QString &id) const { return m_pages.value(id); }
    QList<QAction *> allActions() const;
    LookMenu *look() const { return m_look; }
    TopBar *top() const { return m_top; }
    Navigation *menu() const { return m_navigation; }
    CommandPalette *commandPalette() const { return m_palette; }
    StatusLine *status() const { return m_status; }
    NoticeModel *notices() const { return m_notices; }
    TaskWatch *watch() const { return m_watch; }
    MessageBar *undoBar() const { return m_undo; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void addActions();
    void addPageActions();
    QAction *addShellAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act);
    void connectParts();
    Page *made(const QString &id);
    void showHeader();
    void walkHistory(int steps);
    void walkRegions();
    void openShortcuts();
    void print();
    QList<ResultItem> pagesFor(const QString &query);
    void fit();

    Theme &m_theme;
    WindowStart m_start;
    Works *m_works;
    TopBar *m_top;
    Navigation *m_navigation;
    PageHeader *m_header;
    QStackedWidget *m_stack;
    MessageBar *m_message;
    MessageBar *m_undo;
    StatusLine *m_status;
    NoticeModel *m_notices;
    NoticePanel *m_noticePanel;
    TaskWatch *m_watch;
    CommandPalette *m_palette;
    ShortcutSheet *m_shortcuts;
    LookMenu *m_look;
    QAction *m_undoAction = nullptr;
    QList<QAction *> m_shellActions;
    QHash<QString, Page *> m_pages;
    QString m_current;
    QStringList m_history;
    int m_historyAt = -1;
};

} // namespace naru::ui
