#include "ui/pages/document_page.h"

#include "run/session.h"
#include "ui/pages/document_content.h"
#include "ui/pages/drop_zone.h"
#include "ui/pages/field_panel.h"
#include "ui/pages/grid_view.h"
#include "ui/pages/page_pane.h"
#include "ui/pages/panel.h"
#include "ui/pages/run_cells.h"
#include "ui/words.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int mostRecent = 20;
constexpr double peekDpi = 10;

QString recentKey() { return u"documents/recent"_s; }

QString formatWord(const QString &format)
{
    return format == u"scan"_s ? DocumentPage::tr("Scan") : format.toUpper();
}

} // namespace

DocumentPage::DocumentPage(Shell &theShell)
    : Page(theShell)
    , m_stack(new QStackedWidget(this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_pane(new PagePane(theShell, this))
    , m_content(new DocumentContent(theShell, this))
    , m_recentModel(new CellModel(theShell.theme(), {tr("Document"), tr("Folder")}, this))
    , m_recent(new ListTable(theShell.theme(), tr("Opened last"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(makeStart());
    auto *frame = new QFrame(this);
    frame->setObjectName(u"Panel"_s);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_content);
    m_parts->addWidget(m_pane);
    m_parts->addWidget(frame);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(8);
    m_stack->addWidget(m_parts);
    m_pane->hide();
    setAcceptDrops(true);
    addActions();
    connect(m_content->fields(), &FieldPanel::typedChanged, this, &DocumentPage::showActions);
    connect(m_content, &DocumentContent::placeChosen, m_pane, &PagePane::showPlace);
    connect(m_pane, &PagePane::markChosen, this, [this](const PlacedMark &placed) {
        if (!m_outline)
            return; // another document is being read
        m_content->choose(placed.part, placed.row, placed.column);
        const DocumentPart &part = m_outline->parts[placed.part];
        const naru::Cell *cell = placed.row >= 0 ? m_content->grid()->currentCell() : nullptr;
        m_pane->showPlace(cell ? cell->place : part.place, cell ? cell->text : part.text);
    });
    showRecent();
    showActions();
}

QWidget *DocumentPage::makeStart()
{
    auto *start = new QWidget(this);
    auto *column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *zone = new DropZone(shell().theme(), tr("Drop a document here"),
                              tr("HWPX, HWP, PDF, XLSX, ODS, ODT, CSV, or a scan as PDF, TIFF, PNG, or JPEG. Its text, tables, and "
                                 "fields are shown beside its pages. Nothing is changed in the file."),
                              tr("Choose a file (Ctrl+O)"), start);
    connect(zone, &DropZone::asked, this, &DocumentPage::chooseFile);
    column->addWidget(zone);
    m_recent->setModel(m_recentModel);
    m_recent->setColumns({320, 0});
    m_recent->setEmptyWords(tr("No document has been opened yet."));
    auto *panel = new Panel(tr("Opened last"), start);
    panel->body()->addWidget(m_recent);
    column->addWidget(panel, 1);
    connect(m_recent, &QTableView::activated, this,
            [this](const QModelIndex &index) { read(m_recentModel->row(index.row()).key); });
    return start;
}

// ---- actions

QAction *DocumentPage::addPageAction(const QString &text, const QString &icon, const QString &keys, std::function<void()> act)
{
    auto *action = new QAction(shell().theme().icon(icon), text, this);
    action->setProperty("iconName", icon);
    action->setShortcut(QKeySequence(keys));
    if (act)
        connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    return action;
}

void DocumentPage::addActions()
{
    m_open = addPageAction(tr("Open a document …"), u"open"_s, u"Ctrl+O"_s, [this] { chooseFile(); });
    m_goOn = addPageAction(tr("Read on"), u"refresh"_s, {}, [this] { goOn(); });
    m_fill = addPageAction(tr("Fill in and save …"), u"save"_s, u"Ctrl+S"_s, [this] {
        const QFileInfo form(m_reading->path());
        chooseTarget(tr("Save the filled form"), tr("%1 filled").arg(form.completeBaseName()), {form.suffix().toLower()},
                     [this](const QString &path) { fillForm(path); });
    });
    m_fill->setProperty("primary", true);
    m_own.append(addPageAction(tr("Save as …"), u"save"_s, u"Ctrl+Shift+S"_s, [this] {
        QStringList endings{u"txt"_s, u"json"_s};
        if (const run::Session *session = shell().session())
            for (const FormatManifest &format : session->formats().manifests())
                endings += format.extensions;
        endings.sort();
        chooseTarget(tr("Save the document as"), QFileInfo(m_reading->path()).completeBaseName(), endings,
                     [this](const QString &path) { saveAs(path); });
    }));
    addTableMenu();
    m_own.append(addPageAction(tr("Find"), u"search"_s, u"Ctrl+F"_s, [this] { m_content->startFinding(); }));
    m_own.append(addPageAction(tr("To the list"), u"chevron-left"_s, u"Ctrl+W"_s, [this] { closeDocument(); }));
}

void DocumentPage::addTableMenu()
{
    m_tables = addPageAction(tr("Tables"), u"table"_s, {}, {});
    auto *menu = new QMenu(this);
    QAction *copy = menu->addAction(tr("Copy the chosen cells"), this, [this] { m_content->grid()->copy(); });
    copy->setProperty("iconName", u"copy"_s);
    for (const bool isAll : {false, true}) {
        menu->addSeparator();
        for (const QString &ending : {u"xlsx"_s, u"ods"_s, u"csv"_s}) {
            QAction *action = menu->addAction((isAll ? tr("All tables as %1 …") : tr("This table as %1 …")).arg(ending.toUpper()));
            action->setProperty("iconName", u"table"_s);
            connect(action, &QAction::triggered, this, [this, isAll, ending] {
                const QString name = QFileInfo(m_reading->path()).completeBaseName();
                chooseTarget(tr("Save the tables"), isAll ? tr("%1 tables").arg(name) : tr("%1 table").arg(name), {ending},
                             [this, isAll](const QString &path) { exportTables(isAll, path); });
            });
        }
    }
    m_tables->setMenu(menu);
}

void DocumentPage::showActions()
{
    const bool isShown = showsDocument();
    for (QAction *action : std::as_const(m_own)) {
        action->setVisible(isShown);
        action->setEnabled(isShown && m_document);
    }
    m_own.last()->setEnabled(isShown); // the way back is always there
    m_tables->setVisible(isShown);
    m_tables->setEnabled(m_outline && m_outline->tables > 0);
    m_fill->setVisible(isShown && m_mayFill);
    m_fill->setEnabled(m_mayFill && !m_content->fields()->typed().isEmpty());
    m_goOn->setVisible(isShown && !m_isWhole && !m_isReading);
    m_goOn->setProperty("primary", true);
}

QList<ShortcutHint> DocumentPage::hints() const
{
    if (!showsDocument())
        return {{u"Ctrl+O"_s, tr("open")}, {u"Enter"_s, tr("open again")}};
    return {{u"↑↓"_s, tr("paragraph, cell")}, {u"Ctrl+F"_s, tr("find")}, {u"F3"_s, tr("next")}, {u"Ctrl+C"_s, tr("copy cells")},
            {u"Alt+PgDown"_s, tr("next page")}, {u"Ctrl+W"_s, tr("list")}};
}

bool DocumentPage::showsDocument() const { return m_stack->currentWidget() == m_parts; }

QString DocumentPage::subtitle() const
{
    if (!showsDocument() || !m_reading)
        return {};
    QStringList words{QFileInfo(m_reading->path()).fileName()};
    if (m_document) {
        const QLocale locale;
        words.append(formatWord(m_document->format));
        if (!m_document->pages.isEmpty())
            words.append(tr("%1 pages").arg(locale.toString(m_document->pages.size())));
        if (m_outline->doubtful > 0)
            words.append(tr("%1 places to look at").arg(locale.toString(m_outline->doubtful)));
    }
    return words.join(u" · "_s);
}

QList<PrintChoice> DocumentPage::printChoices() const
{
    if (!showsDocument())
        return {{tr("Opened last"), [this] { return Printout{tr("Opened last"), {}, {m_recent->printed()}}; }}};
    return m_document ? m_content->printChoices(QFileInfo(m_reading->path()).fileName()) : QList<PrintChoice>();
}

// ---- reading

void DocumentPage::open(const RecordRef &record)
{
    if (record.kind == u"file"_s)
        read(record.id);
    else
        closeDocument();
}

void DocumentPage::refresh() { showRecent(); }

void DocumentPage::read(const QString &path)
{
    shell().works().cancel(m_work);
    m_document.reset();
    m_outline.reset();
    m_isWhole = true;
    m_hasPages = false;
    m_mayFill = false;
    arrange();
    m_content->explain(tr("Reading the document …"));
    start(std::make_shared<DocumentReading>(QFileInfo(path).absoluteFilePath()));
    peek(m_reading);
}

void DocumentPage::goOn()
{
    if (m_reading && !m_isReading)
        start(m_reading);
}

void DocumentPage::start(const std::shared_ptr<DocumentReading> &reading)
{
    m_reading = reading;
    m_isReading = true;
    m_stack->setCurrentWidget(m_parts);
    showActions();
    Q_EMIT subtitleChanged();
    m_work = shell().works().start(
        this, tr("Reading %1").arg(QFileInfo(reading->path()).fileName()),
        [reading](const Progress &progress) -> Result<Opened> {
            Result<DocumentRead> read = reading->read(progress);
            if (!read)
                return read.error();
            return Opened{*read, std::make_shared<const DocumentOutline>(outlineOf(*read->document))};
        },
        [this, reading](const Opened &opened) {
            if (reading == m_reading)
                take(opened);
        },
        [this, reading](const Error &error) {
            if (reading == m_reading)
                refuse(error);
        });
}

// Reading a scan takes a while: its first page is there to be looked at meanwhile.
void DocumentPage::peek(const std::shared_ptr<DocumentReading> &reading)
{
    shell().works().start(
        this, tr("Drawing a page"), [reading](const Progress &) { return reading->render(1, peekDpi); },
        [this, reading](const QImage &image) {
            if (reading != m_reading || m_document)
                return;
            m_pane->setDocument(reading, {{1, QSizeF(image.size()) * 72 / peekDpi, 0}}, nullptr);
            m_hasPages = true;
            arrange();
        },
        [](const Error &) {}, true); // it flows, or the reading will say what is wrong
}

void DocumentPage::take(const Opened &opened)
{
    m_isReading = false;
    m_document = opened.read.document;
    m_outline = opened.outline;
    m_isWhole = opened.read.isWhole;
    m_mayFill = mayBeFilled(*m_document);
    m_content->setDocument(m_document, m_outline, m_mayFill);
    m_hasPages = !m_document->pages.isEmpty();
    if (m_hasPages)
        m_pane->setDocument(m_reading, m_document->pages, m_outline);
    arrange();
    remember(m_reading->path());
    showActions();
    Q_EMIT subtitleChanged();
    m_content->focusFirst();
    if (!m_isWhole)
        shell().say(Tone::Warning, tr("Stopped. What has been read is kept; 'Read on' reads the rest."));
    else
        shell().say(Tone::Success, tr("Read: %1 paragraphs and tables.").arg(QLocale().toString(m_outline->parts.size())));
}

void DocumentPage::refuse(const Error &error)
{
    m_isReading = false;
    const QString name = QFileInfo(m_reading->path()).fileName();
    if (!m_document)
        closeDocument();
    showActions();
    shell().complain(error, name);
}

void DocumentPage::closeDocument()
{
    shell().works().cancel(m_work);
    m_reading.reset();
    m_document.reset();
    m_outline.reset();
    m_isReading = false;
    m_stack->setCurrentIndex(0);
    showRecent();
    showActions();
    m_recent->setFocus(Qt::OtherFocusReason);
    Q_EMIT subtitleChanged();
}

// ---- what was opened last

void DocumentPage::remember(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value(recentKey()).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    settings.setValue(recentKey(), QStringList(recent.mid(0, mostRecent)));
}

void DocumentPage::showRecent()
{
    QList<CellRow> rows;
    const QStringList recent = QSettings().value(recentKey()).toStringList();
    for (const QString &path : recent) {
        const QFileInfo file(path);
        rows.append({path, {{file.fileName(), u"document"_s}, {file.path()}}, path});
    }
    m_recentModel->setRows(rows);
    if (m_recent->currentRow() < 0)
        m_recent->setCurrentIndex(m_recentModel->index(0, 0));
}

// ---- files

void DocumentPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a document"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Documents (%1)").arg(u"*.hwpx *.hwp *.pdf *.xlsx *.xls *.ods *.odt *.csv *.tif *.tiff *.png *.jpg *.jpeg"_s),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentPage::read);
    dialog->open();
}

void DocumentPage::chooseTarget(const QString &title, const QString &name, const QStringList &endings,
                                std::function<void(const QString &)> write)
{
    auto *dialog = new QFileDialog(this, title, QFileInfo(m_reading->path()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const QString &ending : endings)
        filters.append(u"*."_s + ending);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(endings.first());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.mid(2)); });
    dialog->selectFile(name + u'.' + endings.first());
    connect(dialog, &QFileDialog::fileSelected, this, std::move(write));
    dialog->open();
}

void DocumentPage::saveAs(const QString &path)
{
    if (m_document)
        write(*m_document, path);
}

void DocumentPage::exportTables(bool isAll, const QString &path)
{
    if (!m_outline)
        return;
    QList<int> parts;
    for (int part = 0; part < m_outline->parts.size(); ++part)
        if (const auto &table = m_outline->parts[part].table; table && (isAll || table == m_content->grid()->table()))
            parts.append(part);
    write(tablesOf(*m_outline, parts), path);
}

void DocumentPage::write(const Document &document, const QString &path)
{
    if (!mayWrite(path))
        return;
    shell().works().start(
        this, tr("Writing %1").arg(QFileInfo(path).fileName()),
        [document, path](const Progress &) { return writeDocument(document, path); },
        [this, path] { shell().say(Tone::Success, tr("Saved: %1").arg(path)); });
}

bool DocumentPage::mayWrite(const QString &path)
{
    if (QFileInfo(path) != QFileInfo(m_reading->path()))
        return true;
    shell().say(Tone::Warning, tr("The document itself is not written over. Choose another name."));
    return false;
}

bool DocumentPage::mayBeFilled(const Document &document) const
{
    const run::Session *session = shell().session();
    if (!session || document.fields.isEmpty())
        return false;
    const QList<FormatManifest> &manifests = session->formats().manifests();
    return std::any_of(manifests.begin(), manifests.end(),
                       [&](const FormatManifest &one) { return one.id == document.format && one.fillsForms; });
}

void DocumentPage::fillForm(const QString &path)
{
    if (!m_reading || !mayWrite(path))
        return;
    FormFilling filling;
    const QMap<QString, QString> &typed = m_content->fields()->typed();
    for (auto at = typed.begin(); at != typed.end(); ++at)
        filling.entries.append({at.key(), at.value().split(u'\n')});
    shell().works().start(
        this, tr("Filling %1").arg(QFileInfo(m_reading->path()).fileName()),
        [reading = m_reading, filling, path](const Progress &) { return reading->fill(filling, path); },
        [this, path](const QList<Diagnostic> &diagnostics) {
            const auto tooLong = std::count_if(diagnostics.begin(), diagnostics.end(),
                                               [](const Diagnostic &one) { return one.code == u"fill.long"_s; });
            if (tooLong > 0)
                shell().say(Tone::Warning, tr("Saved: %1. %2 values are longer than their fields: look at them.").arg(path).arg(tooLong));
            else
                shell().say(Tone::Success, tr("Saved: %1").arg(path));
        });
}

void DocumentPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DocumentPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    read(localFiles(*event->mimeData()).first());
}

// ---- room

// Pages beside the content; on a small window, or with large text, one above the other would leave neither room: the
// pages are then a tab like the others.
void DocumentPage::arrange()
{
    const bool isTab = m_content->indexOf(m_pane) >= 0;
    const bool wantsTab = m_hasPages && width() < shell().theme().px(820);
    if (isTab && !wantsTab)
        m_content->removeTab(m_content->indexOf(m_pane));
    if (wantsTab) {
        if (!isTab)
            m_content->addTab(m_pane, tr("Pages"));
        return;
    }
    if (m_parts->indexOf(m_pane) < 0)
        m_parts->insertWidget(0, m_pane);
    m_pane->setVisible(m_hasPages);
    if (m_hasPages)
        m_parts->setSizes({width() * 48 / 100, width() * 52 / 100});
}

void DocumentPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        arrange();
}

} // namespace naru::ui
