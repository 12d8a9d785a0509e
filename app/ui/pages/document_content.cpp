#include "ui/pages/document_content.h"

#include "run/diagnostic_words.h"
#include "ui/elided_label.h"
#include "ui/live_field.h"
#include "ui/pages/field_panel.h"
#include "ui/pages/grid_view.h"
#include "ui/pages/panel.h"
#include "ui/pages/part_model.h"
#include "ui/pages/run_cells.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int mostFindings = 10'000;
constexpr qsizetype mostPrintedCells = 200'000; // gathered on the window's thread

} // namespace

DocumentContent::DocumentContent(Shell &shell, QWidget *parent)
    : QTabWidget(parent)
    , m_shell(shell)
    , m_model(new PartModel(shell.theme(), this))
    , m_parts(new QListView(this))
    , m_grid(new GridView(shell.theme(), tr("Table of the document"), this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_words(new QLabel(this))
    , m_place(new ElidedLabel(this))
    , m_search(new LiveField(this))
    , m_count(new QLabel(this))
    , m_fields(new FieldPanel(shell, this))
    , m_noteModel(new CellModel(shell.theme(), {tr("Page"), tr("What happened"), tr("What to do")}, this))
    , m_notes(new ListTable(shell.theme(), tr("What was noticed"), this))
{
    setAccessibleName(tr("What was read"));
    tabBar()->setAccessibleName(tr("What was read"));
    m_notes->setModel(m_noteModel);
    m_notes->setColumns({64, 0, 0});
    m_notes->setEmptyWords(tr("Nothing was noticed: the document is read whole and as it should be."));
    m_notes->setWordWrap(true);
    addTab(makeText(), tr("Content"));
    addTab(m_fields, tr("Fields"));
    addTab(m_notes, tr("Notes"));
    connect(m_parts->selectionModel(), &QItemSelectionModel::currentChanged, this, &DocumentContent::tellPart);
    connect(m_grid, &GridView::cellChosen, this, &DocumentContent::tellCell);
    connect(m_fields, &FieldPanel::fieldChosen, this, [this](const FormField &field) {
        showPlace(field.place);
        Q_EMIT placeChosen(field.place, field.name);
    });
    connect(m_notes, &ListTable::rowChosen, this, [this](int row) {
        if (m_document && row >= 0 && m_document->diagnostics.value(row).page > 0)
            Q_EMIT placeChosen({m_document->diagnostics[row].page, {}, {}}, {});
    });
}

QWidget *DocumentContent::makeText()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFindRow());
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_words->setProperty("role", u"padded"_s);
    column->addWidget(m_words, 1);
    m_parts->setModel(m_model);
    m_parts->setAccessibleName(tr("Paragraphs and tables"));
    m_parts->setWordWrap(true);
    m_parts->setResizeMode(QListView::Adjust);
    m_parts->setLayoutMode(QListView::Batched); // a long text is laid out bit by bit
    m_parts->setBatchSize(60);
    m_parts->setSpacing(2);
    m_parts->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_parts->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_parts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_parts->setMinimumHeight(1);
    m_split->addWidget(m_parts);
    m_split->addWidget(m_grid);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(8);
    column->addWidget(m_split, 1);
    m_place->setProperty("role", u"muted"_s);
    m_place->setContentsMargins(12, 4, 12, 4);
    column->addWidget(m_place);
    return page;
}

QWidget *DocumentContent::makeFindRow()
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(8, 8, 8, 8);
    row->setSpacing(4);
    m_search->setAccessibleName(tr("Find in the document"));
    m_search->setPlaceholderText(tr("Find: words or initial consonants"));
    m_search->addAction(m_shell.theme().icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(1);
    row->addWidget(m_search, 1);
    m_count->setProperty("role", u"muted"_s);
    row->addWidget(m_count);
    for (const auto &[icon, text, keys, step] : {std::tuple{u"chevron-up"_s, tr("Finding before (Shift+F3)"), u"Shift+F3"_s, -1},
                                                 std::tuple{u"chevron-down"_s, tr("Next finding (F3)"), u"F3"_s, 1}}) {
        auto *action = new QAction(m_shell.theme().icon(icon), text, this);
        action->setShortcut(QKeySequence(keys));
        action->setEnabled(false);
        connect(action, &QAction::triggered, this, [this, by = step] { findNext(by); });
        addAction(action);
        auto *button = new QToolButton(holder);
        button->setDefaultAction(action);
        button->setAccessibleName(text);
        button->setProperty("role", u"tool"_s);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        m_steps.append(action);
    }
    connect(m_search, &LiveField::searched, this, &DocumentContent::look);
    connect(m_search, &LiveField::chosen, this, [this] { findNext(1); });
    connect(m_search, &LiveField::stepped, this, [this](int rows) { findNext(rows > 0 ? 1 : -1); });
    connect(m_search, &LiveField::left, this, [this] {
        m_search->clear();
        focusFirst();
    });
    return holder;
}

void DocumentContent::explain(const QString &words)
{
    m_words->setText(words);
    m_words->show();
    m_split->hide();
    m_place->clear();
}

void DocumentContent::setDocument(const std::shared_ptr<const Document> &document,
                                  const std::shared_ptr<const DocumentOutline> &outline, bool mayFill)
{
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    m_document = document;
    m_outline = outline;
    m_findings.clear();
    m_finding = -1;
    m_search->clear();
    showFinding();
    m_model->setOutline(outline);
    const bool isTableAlone = outline->parts.size() == 1 && outline->tables == 1;
    m_parts->setVisible(!isTableAlone);
    m_grid->setVisible(outline->tables > 0);
    m_words->setVisible(outline->parts.isEmpty());
    m_words->setText(tr("No text and no table was found in this document."));
    m_split->setVisible(!outline->parts.isEmpty());
    shareRoom();
    m_fields->setFields(document->fields, mayFill);
    showNotes();
    const QLocale locale;
    setTabText(1, document->fields.isEmpty() ? tr("Fields") : tr("Fields %1").arg(locale.toString(document->fields.size())));
    setTabText(2, document->diagnostics.isEmpty() ? tr("Notes") : tr("Notes %1").arg(locale.toString(document->diagnostics.size())));
    m_grid->showTable(nullptr);
    for (int part = 0; part < outline->parts.size(); ++part)
        if (outline->parts[part].table) { // the first table is in sight from the beginning
            showPart(part);
            break;
        }
    m_parts->setCurrentIndex(m_model->index(0, 0));
    m_place->clear();
}

// A few paragraphs leave the room to the table; many get more than half of it.
void DocumentContent::shareRoom()
{
    int list = 0;
    for (qsizetype i = 0; i < m_outline->parts.size() && list < 550; ++i)
        list += 40 + 24 * static_cast<int>(m_outline->parts[i].text.size() / 40);
    m_split->setSizes({std::clamp(list, 120, 550), 1000 - std::clamp(list, 120, 550)});
}

void DocumentContent::showNotes()
{
    QList<CellRow> rows;
    for (const Diagnostic &one : m_document->diagnostics) {
        const run::DiagnosticWords words = run::wordsOf(one);
        rows.append({QString::number(rows.size()),
                     {{one.page > 0 ? QString::number(one.page) : QString()}, {words.what, u"warning"_s, Tone::Warning}, {words.todo}},
                     words.what + u'\n' + words.todo + u"\n\n"_s + one.code + u": "_s + one.text});
    }
    m_noteModel->setRows(rows);
    m_notes->resizeRowsToContents();
}

int DocumentContent::currentPart() const { return m_parts->currentIndex().row(); }

void DocumentContent::showPart(int part)
{
    if (const auto &table = m_outline->parts[part].table; table && m_grid->table() != table)
        m_grid->showTable(table);
}

void DocumentContent::choose(int part, int row, int column)
{
    if (!m_outline || part < 0 || part >= m_outline->parts.size())
        return;
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    setCurrentIndex(0);
    m_parts->setCurrentIndex(m_model->index(part, 0));
    m_parts->scrollTo(m_parts->currentIndex());
    showPart(part);
    if (row < 0) {
        showPlace(m_outline->parts[part].place);
        return;
    }
    m_grid->choose(row, column);
    if (const naru::Cell *cell = m_grid->currentCell())
        showPlace(cell->place);
}

void DocumentContent::tellPart()
{
    const int part = currentPart();
    if (!m_outline || part < 0)
        return;
    showPart(part);
    if (m_isChoosing)
        return;
    const DocumentPart &one = m_outline->parts[part];
    showPlace(one.place);
    Q_EMIT placeChosen(one.place, one.table ? titleOf(one) : one.text);
}

void DocumentContent::tellCell()
{
    const naru::Cell *cell = m_grid->currentCell();
    if (!cell)
        return;
    showPlace(cell->place);
    if (!m_isChoosing)
        Q_EMIT placeChosen(cell->place, cell->text);
}

void DocumentContent::showPlace(const Provenance &place)
{
    QStringList words;
    if (place.page > 0)
        words.append(tr("Page %1").arg(place.page));
    if (!place.address.isEmpty())
        words.append(place.address);
    if (const QString sure = confidenceWords(place); !sure.isEmpty())
        words.append(sure);
    m_place->setText(words.join(u" · "_s));
    m_place->setToolTip(m_place->text());
}

QString DocumentContent::placeText() const { return m_place->text(); }

// ---- finding

void DocumentContent::focusFirst()
{
    (m_parts->isHidden() ? static_cast<QWidget *>(m_grid) : m_parts)->setFocus(Qt::OtherFocusReason);
}

void DocumentContent::startFinding()
{
    setCurrentIndex(0);
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void DocumentContent::look(const QString &text)
{
    const int mine = ++m_asked;
    m_findings.clear();
    m_finding = -1;
    showFinding();
    if (text.trimmed().isEmpty() || !m_outline)
        return;
    m_shell.works().start(
        this, tr("Find"),
        [outline = m_outline, text](const Progress &progress) { return findIn(*outline, text, mostFindings, progress); },
        [this, mine](const QList<Finding> &found) {
            if (mine != m_asked)
                return;
            m_findings = found;
            findNext(1);
            showFinding();
        },
        {}, true);
}

void DocumentContent::findNext(int step)
{
    if (m_findings.isEmpty())
        return;
    const int all = static_cast<int>(m_findings.size());
    m_finding = m_finding < 0 ? (step > 0 ? 0 : all - 1) : (m_finding + step + all) % all;
    const Finding &one = m_findings[m_finding];
    choose(one.part, one.row, one.column);
    const DocumentPart &part = m_outline->parts[one.part];
    const naru::Cell *cell = one.row >= 0 ? m_grid->currentCell() : nullptr;
    Q_EMIT placeChosen(cell ? cell->place : part.place, cell ? cell->text : part.text);
    showFinding();
}

void DocumentContent::showFinding()
{
    for (QAction *step : std::as_const(m_steps))
        step->setEnabled(!m_findings.isEmpty());
    const QLocale locale;
    m_count->setText(!m_findings.isEmpty() ? tr("%1 of %2").arg(locale.toString(m_finding + 1),
                                                                locale.toString(m_findings.size())
                                                                    + (m_findings.size() >= mostFindings ? u"+"_s : QString()))
                         : m_search->liveText().trimmed().isEmpty() ? QString()
                                                                    : tr("Not found"));
}

QString DocumentContent::findingText() const { return m_count->text(); }

// ---- paper

QList<PrintChoice> DocumentContent::printChoices(const QString &title) const
{
    QList<PrintChoice> choices;
    if (!m_document)
        return choices;
    if (m_outline->cells <= mostPrintedCells)
        choices.append({tr("Content"), [this, title] { return printedWhole(title); }});
    if (m_grid->table() && m_grid->selectionModel()->hasSelection())
        choices.append({tr("Chosen cells"), [this, title] { return Printout{title, tr("Chosen cells"), {m_grid->printed({})}}; }});
    if (!m_document->fields.isEmpty())
        choices.append({tr("Fields"), [this, title] { return Printout{title, tr("Fields"), {m_fields->printed()}}; }});
    if (!m_document->diagnostics.isEmpty())
        choices.append({tr("Notes"), [this, title] { return Printout{title, tr("Notes"), {m_notes->printed()}}; }});
    return choices;
}

Printout DocumentContent::printedWhole(const QString &title) const
{
    Printout out{title, {}, {}};
    PrintedText text;
    const auto flush = [&out, &text] {
        if (!text.isEmpty())
            out.parts.append(std::exchange(text, {}));
    };
    for (const DocumentPart &part : m_outline->parts) {
        if (!part.table) {
            for (const QString &line : part.text.split(u'\n'))
                text.append({line, false});
            continue;
        }
        flush();
        out.parts.append(printedTable(*part.table, titleOf(part)));
    }
    flush();
    return out;
}

} // namespace naru::ui
