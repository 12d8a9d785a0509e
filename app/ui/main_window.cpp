#include "ui/main_window.h"

#include "run/particles.h"
#include "ui/about_sheet.h"
#include "ui/as_of_button.h"
#include "ui/command_palette.h"
#include "ui/fuzzy.h"
#include "ui/look_menu.h"
#include "ui/message_bar.h"
#include "ui/navigation.h"
#include "ui/notices.h"
#include "ui/page_header.h"
#include "ui/print_preview.h"
#include "ui/shortcut_sheet.h"
#include "ui/status_line.h"
#include "ui/task_watch.h"
#include "ui/top_bar.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QCloseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace naru::ui {

MainWindow::MainWindow(Theme &theme, const WindowStart &start)
    : m_theme(theme)
    , m_start(start)
    , m_works(new Works(this))
    , m_notices(new NoticeModel(this))
{
    auto *body = new QWidget(this);
    body->setObjectName(u"Canvas"_s);
    setCentralWidget(body);
    m_top = new TopBar(theme, *m_works, start.today, start.asOf, body);
    m_navigation = new Navigation(theme, start.pages, body);
    m_header = new PageHeader(theme, body);
    m_stack = new QStackedWidget(body);
    m_message = new MessageBar(theme, body);
    m_undo = new MessageBar(theme, body);
    m_status = new StatusLine(theme, *m_works, body);
    m_noticePanel = new NoticePanel(theme, *m_notices, body);
    m_watch = new TaskWatch(*m_works, start.session, this);
    m_palette = new CommandPalette(theme, body);
    m_shortcuts = new ShortcutSheet(theme, body);
    m_look = new LookMenu(theme, start.language, this);
    m_top->setUser(start.user, m_look);
    m_top->search()->setSource(start.search);
    m_top->search()->setPages([this](const QString &query) { return pagesFor(query); });
    setWindowTitle(tr("Naru"));
    setWindowIcon(theme.icon(u"naru"_s, Tone::Accent));
    layOut();
    addActions();
    addPageActions();
    connectParts();
    resize(1280, 800);
    m_navigation->setFocus(Qt::OtherFocusReason);
    for (const PageKind &kind : std::as_const(m_start.pages))
        if (kind.make) {
            openPage(kind.id);
            break;
        }
    m_watch->look();
}

// The pages ask their shell while they live: they go before it does.
MainWindow::~MainWindow()
{
    m_works->cancelAll();
    m_header->setActions({}); // they are the page's
    qDeleteAll(m_pages);
}

void MainWindow::layOut()
{
    auto *column = new QVBoxLayout(centralWidget());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    auto *page = new QVBoxLayout;
    page->setContentsMargins(16, 12, 16, 12);
    page->setSpacing(12);
    page->addWidget(m_header);
    page->addWidget(m_stack, 1);
    page->addWidget(m_message);
    page->addWidget(m_undo);
    middle->addLayout(page, 1);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
}

QAction *MainWindow::addShellAction(const QString &text, const QString &icon, const QKeySequence &keys,
                                    std::function<void()> act)
{
    auto *action = new QAction(m_theme.icon(icon), text, this);
    action->setProperty("iconName", icon);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    m_shellActions.append(action);
    return action;
}

void MainWindow::addActions()
{
    addShellAction(tr("Search everything"), u"search"_s, QKeySequence(u"Ctrl+K"_s), [this] { m_top->search()->start(); });
    addShellAction(tr("Command palette"), u"command"_s, QKeySequence(u"Ctrl+Shift+P"_s),
                   [this] { m_palette->open(allActions()); });
    addShellAction(tr("Choose the day"), u"calendar"_s, QKeySequence(u"Ctrl+D"_s), [this] { m_top->asOf()->openCalendar(); });
    addShellAction(tr("Back to today"), u"calendar"_s, QKeySequence(u"Ctrl+Shift+D"_s), [this] {
        m_top->asOf()->setDay(m_start.today);
        refresh();
    });
    addShellAction(tr("Notices"), u"bell"_s, QKeySequence(u"Ctrl+Shift+N"_s), [this] { m_noticePanel->toggle(m_top->bell()); });
    m_undoAction = addShellAction(tr("Undo"), u"undo"_s, QKeySequence::Undo, [this] { m_undo->act(); });
    m_undoAction->setEnabled(false);
    addShellAction(tr("Refresh"), u"refresh"_s, QKeySequence(u"F5"_s), [this] { refresh(); });
    addShellAction(tr("Print …"), u"print"_s, QKeySequence::Print, [this] { print(); });
    addShellAction(tr("Go back"), u"chevron-left"_s, QKeySequence(u"Alt+Left"_s), [this] { walkHistory(-1); });
    addShellAction(tr("Go forward"), u"chevron-right"_s, QKeySequence(u"Alt+Right"_s), [this] { walkHistory(1); });
    addShellAction(tr("Next part of the window"), u"keyboard"_s, QKeySequence(u"F6"_s), [this] { walkRegions(); });
    addShellAction(tr("Shortcuts"), u"keyboard"_s, QKeySequence(u"F1"_s), [this] { openShortcuts(); });
    addShellAction(tr("About Naru"), u"info"_s, {}, [this] { (new AboutSheet(this))->show(); });
    addShellAction(tr("Quit"), u"exit"_s, QKeySequence(u"Ctrl+Q"_s), [this] { close(); });
    m_look->addSeparator();
    m_look->addAction(m_shellActions[m_shellActions.size() - 3]); // the shortcuts
    m_look->addAction(m_shellActions[m_shellActions.size() - 2]);
    m_look->addAction(m_shellActions.last());
    const QList<QAction *> looks = m_look->all();
    for (QAction *action : looks)
        addAction(action); // their shortcuts work while the menu is closed
}

void MainWindow::addPageActions()
{
    int number = 0;
    for (const PageKind &kind : std::as_const(m_start.pages)) {
        if (!kind.make)
            continue;
        ++number;
        const QKeySequence keys = number < 10 ? QKeySequence(u"Alt+%1"_s.arg(number)) : QKeySequence();
        addShellAction(tr("Go to: %1").arg(pageText(kind.title)), kind.icon, keys, [this, id = kind.id] { openPage(id); });
    }
}

void MainWindow::connectParts()
{
    connect(m_navigation, &Navigation::pageChosen, this, [this](const QString &page) { openPage(page); });
    connect(m_top->asOf(), &AsOfButton::dayChosen, this, &MainWindow::refresh);
    connect(m_top->bell(), &QToolButton::clicked, this, [this] { m_noticePanel->toggle(m_top->bell()); });
    connect(m_top->search(), &SearchBox::recordChosen, this, [this](const QString &record) {
        const RecordRef ref = RecordRef::fromString(record);
        const bool isOrganisation = ref.kind == u"person"_s || ref.kind == u"unit"_s;
        openPage(isOrganisation ? u"people"_s : u"journal"_s, ref); // what has no page yet has its history
    });
    connect(m_notices, &NoticeModel::countChanged, this, [this] { m_top->setNoticeCount(m_notices->unopened()); });
    connect(m_watch, &TaskWatch::seen, m_notices, &NoticeModel::setStanding);
    connect(m_noticePanel, &NoticePanel::opened, this, [this](const Notice &notice) {
        if (!notice.page.isEmpty())
            openPage(notice.page, notice.record);
    });
    connect(m_works, &Works::failed, this, [this](const QString &title, const Error &error) { complain(error, title); });
    connect(m_undo, &MessageBar::dismissed, this, [this] { m_undoAction->setEnabled(false); });
    connect(&m_theme, &Theme::changed, this, &MainWindow::fit);
}

QDate MainWindow::asOf() const { return m_top->asOf()->day(); }

void MainWindow::say(Tone tone, const QString &text) { m_status->say(tone, run::withParticles(text)); }

void MainWindow::complain(const Error &error, const QString &what)
{
    if (error.kind == Error::Kind::Cancelled) {
        say(Tone::Information, sentence(error));
        return;
    }
    const bool soft = error.kind == Error::Kind::NeedsPerson || error.kind == Error::Kind::Unavailable;
    m_message->tell(soft ? Tone::Warning : Tone::Danger, tr("%1: %2").arg(what, sentence(error)));
}

void MainWindow::offerUndo(const QString &text, std::function<void()> undo)
{
    m_undoAction->setEnabled(true);
    m_undo->offer(Tone::Success, run::withParticles(text), tr("Undo"), std::move(undo), 10);
}

void MainWindow::notify(const Notice &notice) { m_notices->add(notice); }

void MainWindow::saved()
{
    const QTime now = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Asia/Seoul")).time();
    m_status->setSaved(tr("✓ Saved %1").arg(now.toString(u"HH:mm"_s)));
    m_watch->look(); // what was done leaves the bell
}

Page *MainWindow::made(const QString &id)
{
    if (Page *page = m_pages.value(id))
        return page;
    for (const PageKind &kind : std::as_const(m_start.pages)) {
        if (kind.id != id || !kind.make)
            continue;
        Page *page = kind.make(*this);
        m_stack->addWidget(page);
        m_pages.insert(id, page);
        connect(page, &Page::subtitleChanged, this, &MainWindow::showHeader);
        return page;
    }
    return nullptr;
}

void MainWindow::openPage(const QString &id, const RecordRef &record)
{
    Page *next = made(id);
    Page *now = m_pages.value(m_current);
    if (!next || (now && now != next && !now->canLeave())) {
        m_navigation->setCurrentPage(m_current);
        return;
    }
    if (next != now) {
        m_current = id;
        m_history = m_history.mid(0, m_historyAt + 1) << id;
        m_historyAt = static_cast<int>(m_history.size()) - 1;
        m_stack->setCurrentWidget(next);
        m_navigation->setCurrentPage(id);
        m_header->setActions(next->actions());
        next->refresh();
    }
    if (!record.id.isEmpty())
        next->open(record);
    showHeader();
}

void MainWindow::walkHistory(int steps)
{
    const int to = m_historyAt + steps;
    if (to < 0 || to >= m_history.size())
        return;
    const QStringList history = m_history;
    openPage(history[to]);
    if (m_current != history[to])
        return; // the page had a reason to stay
    m_history = history;
    m_historyAt = to;
}

void MainWindow::showHeader()
{
    Page *page = m_pages.value(m_current);
    if (!page)
        return;
    for (const PageKind &kind : std::as_const(m_start.pages))
        if (kind.id == m_current) {
            m_header->setTitle(pageText(kind.title), page->subtitle());
            setWindowTitle(tr("%1 – Naru").arg(pageText(kind.title)));
        }
    m_status->setHints(page->hints());
}

void MainWindow::setUser(const QString &text) { m_top->setUser(text, m_look); }

void MainWindow::refresh()
{
    if (Page *page = m_pages.value(m_current))
        page->refresh();
    showHeader();
}

QList<QAction *> MainWindow::allActions() const
{
    QList<QAction *> out;
    if (const Page *page = m_pages.value(m_current)) {
        const QList<QAction *> own = page->actions();
        for (QAction *action : own) {
            out.append(action);
            if (action->menu())
                out.append(action->menu()->actions());
        }
    }
    return out + m_shellActions + m_look->all();
}

QList<ResultItem> MainWindow::pagesFor(const QString &query)
{
    QList<ResultItem> out;
    for (const PageKind &kind : std::as_const(m_start.pages))
        if (kind.make && fuzzyScore(query, pageText(kind.title)) > 0)
            out.append({pageText(kind.title), {}, kind.icon, [this, id = kind.id] { openPage(id); }});
    return out;
}

void MainWindow::walkRegions()
{
    const QList<QWidget *> regions{m_top->search()->field(), m_navigation, m_stack->currentWidget()};
    const QWidget *focus = focusWidget();
    int at = -1;
    for (int i = 0; i < regions.size(); ++i)
        if (focus && regions[i] && (regions[i] == focus || regions[i]->isAncestorOf(focus)))
            at = i;
    QWidget *next = regions[(at + 1) % regions.size()];
    if (!next)
        return;
    if (next != m_stack->currentWidget()) {
        next->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    // The page itself takes no focus: its first control does.
    for (QWidget *one = next->nextInFocusChain(); one != next; one = one->nextInFocusChain())
        if (next->isAncestorOf(one) && one->isVisible() && one->isEnabled() && one->focusPolicy() & Qt::TabFocus) {
            one->setFocus(Qt::ShortcutFocusReason);
            return;
        }
}

void MainWindow::openShortcuts()
{
    QList<ShortcutHint> shell;
    for (const QAction *action : std::as_const(m_shellActions))
        if (!action->shortcut().isEmpty())
            shell.append({action->shortcut().toString(QKeySequence::NativeText), plainActionText(*action)});
    const QList<QAction *> looks = m_look->all();
    for (const QAction *action : looks)
        if (!action->shortcut().isEmpty())
            shell.append({action->shortcut().toString(QKeySequence::NativeText), plainActionText(*action)});
    QList<ShortcutHint> own;
    if (const Page *page = m_pages.value(m_current)) {
        own = page->hints();
        QStringList said;
        for (const ShortcutHint &hint : std::as_const(own))
            said.append(QKeySequence(QString(hint.keys).replace(u"Enter"_s, u"Return"_s)).toString());
        const QList<QAction *> actions = page->actions();
        for (const QAction *action : actions)
            if (!action->shortcut().isEmpty() && !said.contains(action->shortcut().toString()))
                own.append({action->shortcut().toString(QKeySequence::NativeText), plainActionText(*action)});
    }
    m_shortcuts->open({{m_header->title(), own}, {tr("Everywhere"), shell}});
}

void MainWindow::print()
{
    const Page *page = m_pages.value(m_current);
    const QList<PrintChoice> choices = page ? page->printChoices() : QList<PrintChoice>();
    if (choices.isEmpty()) {
        say(Tone::Information, tr("There is nothing to print here."));
        return;
    }
    auto *preview = new PrintPreview(*this, choices, this);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->show();
}

void MainWindow::fit()
{
    m_navigation->setRail(width() < m_theme.px(960));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fit();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Page *page = m_pages.value(m_current);
    if (page && !page->canLeave())
        event->ignore();
    else
        QMainWindow::closeEvent(event);
}

} // namespace naru::ui
