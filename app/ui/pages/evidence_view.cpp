#include "ui/pages/evidence_view.h"

#include "run/session.h"
#include "ui/elided_label.h"
#include "ui/pages/document_grid.h"
#include "ui/pages/evidence_source.h"
#include "ui/pages/grid_model.h"
#include "ui/pages/page_view.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

constexpr double pictureDpi = 160;
constexpr int cachedPages = 12;

} // namespace

EvidenceView::EvidenceView(Shell &shell, QWidget *parent)
    : Panel(tr("Evidence"), parent)
    , m_shell(shell)
    , m_stack(new QStackedWidget(this))
    , m_page(new PageView(shell.theme(), this))
    , m_grid(new DocumentGrid(shell.theme(), this))
    , m_words(new QLabel(this))
    , m_position(new ElidedLabel(this))
    , m_images(cachedPages)
{
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    m_words->setProperty("role", u"padded"_s);
    m_words->setTextFormat(Qt::PlainText);
    for (QWidget *one : QList<QWidget *>{m_page, m_grid, m_words}) {
        one->setMinimumHeight(1);
        m_stack->addWidget(one);
    }
    body()->addWidget(m_stack);
    m_position->setProperty("role", u"muted"_s);
    head()->insertWidget(1, m_position, 1);
    addTool(u"chevron-left"_s, tr("Page before"), u"Alt+PgUp"_s, [this] { turn(-1); });
    addTool(u"chevron-right"_s, tr("Next page"), u"Alt+PgDown"_s, [this] { turn(1); });
    addTool(u"zoom-out"_s, tr("Smaller page"), u"Alt+-"_s, [this] { m_page->zoomOut(); });
    addTool(u"zoom-in"_s, tr("Larger page"), u"Alt+="_s, [this] { m_page->zoomIn(); });
    addTool(u"zoom-fit"_s, tr("Whole width"), u"Alt+0"_s, [this] { m_page->fit(); });
    connect(m_page, &PageView::zoomChanged, this, &EvidenceView::showPosition);
    showWords();
}

QToolButton *EvidenceView::addTool(const QString &icon, const QString &text, const QString &keys, std::function<void()> act)
{
    auto *action = new QAction(m_shell.theme().icon(icon), text, this);
    action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setProperty("iconName", icon);
    connect(action, &QAction::triggered, this, std::move(act));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("role", u"tool"_s);
    button->setAccessibleName(text);
    button->setToolTip(u"%1 (%2)"_s.arg(text, keys));
    head()->addWidget(button);
    m_pageTools.append(button);
    m_actions.append(action);
    return button;
}

// A plan that was made on the command line may name its file from another folder: beside the office is the next guess.
QString EvidenceView::located(const QString &file) const
{
    const run::Session *session = m_shell.session();
    if (!session || QFileInfo(file).isAbsolute() || QFileInfo::exists(file))
        return file;
    const QString beside = QFileInfo(session->location()).absolutePath() + u'/' + file;
    return QFileInfo::exists(beside) ? beside : file;
}

void EvidenceView::setSources(const QList<Source> &sources)
{
    const auto same = [](const Source &a, const Source &b) { return a.file == b.file && a.sha256 == b.sha256; };
    if (sources.size() == m_sources.size() && std::equal(sources.begin(), sources.end(), m_sources.begin(), same))
        return; // another revision of the same plan: the pictures stay
    m_sources = sources;
    m_documents.clear();
    m_images.clear();
    for (const Source &source : sources)
        m_documents.append(std::make_shared<EvidenceSource>(located(source.file), source.sha256));
}

void EvidenceView::showLine(const PlanLine &line)
{
    m_line = line;
    m_shownPage = line.place.page;
    if (line.source < 0 || line.source >= m_sources.size())
        showWords();
    else if (line.place.page > 0)
        showPage(line.place.page);
    else
        showTable();
    showPosition();
}

void EvidenceView::showPosition()
{
    const bool hasPages = m_line.source >= 0 && m_line.source < m_sources.size() && m_shownPage > 0;
    for (QToolButton *tool : std::as_const(m_pageTools))
        tool->setVisible(hasPages);
    if (m_line.source < 0 || m_line.source >= m_sources.size()) {
        m_position->clear();
        return;
    }
    const Source &source = m_sources[m_line.source];
    const QString name = QFileInfo(source.file).fileName();
    m_position->setText(hasPages ? tr("page %1 of %2 · %3 % · %4").arg(m_shownPage).arg(source.pages).arg(m_page->zoomPercent()).arg(name)
                                 : u"%1 · %2"_s.arg(name, m_line.place.address));
    m_position->setToolTip(source.file);
    m_pageTools[0]->setEnabled(m_shownPage > 1);
    m_pageTools[1]->setEnabled(m_shownPage < source.pages);
}

void EvidenceView::turn(int pages)
{
    const int wanted = m_shownPage + pages;
    if (m_line.source < 0 || wanted < 1 || wanted > m_sources[m_line.source].pages)
        return;
    m_shownPage = wanted;
    showPage(wanted);
    showPosition();
}

void EvidenceView::showPage(int page)
{
    if (const QImage *image = m_images.object(u"%1/%2"_s.arg(m_line.source).arg(page)))
        present(*image);
    else
        renderPage(m_line.source, page, true);
    if (page < m_sources[m_line.source].pages)
        renderPage(m_line.source, page + 1, false); // whoever reads on does not wait
}

void EvidenceView::renderPage(int source, int page, bool isShown)
{
    const QString key = u"%1/%2"_s.arg(source).arg(page);
    if (m_images.contains(key))
        return;
    m_shell.works().start(
        this, tr("Drawing a page"),
        [document = m_documents[source], page](const Progress &) { return document->render(page, pictureDpi); },
        [this, key, source, page, document = m_documents[source]](const QImage &image) {
            if (source >= m_documents.size() || m_documents[source] != document)
                return; // another plan is shown by now
            m_images.insert(key, new QImage(image));
            if (m_line.source == source && m_shownPage == page)
                present(image);
        },
        [this, isShown](const Error &error) {
            if (isShown)
                explain(sentence(error));
        },
        true);
}

void EvidenceView::present(const QImage &image)
{
    m_stack->setCurrentWidget(m_page);
    m_page->setPage(image, pictureDpi);
    QList<PageMark> marks;
    for (const ReadField &field : std::as_const(m_line.reading))
        if (field.place.page == m_shownPage && field.place.box && field.place.box != m_line.place.box)
            marks.append({*field.place.box, PageMark::Kind::Cell, !field.isTyped && isDoubtful(field.place)});
    m_page->setMarks(marks);
    m_page->setBox(m_shownPage == m_line.place.page ? m_line.place.box : std::optional<naru::Box>(), m_line.text);
    showPosition();
}

void EvidenceView::showField(const ReadField &field)
{
    if (field.place.page == m_shownPage && m_stack->currentWidget() == m_page)
        m_page->setBox(field.place.box, u"%1: %2"_s.arg(field.label, field.text));
}

void EvidenceView::showTable()
{
    m_shell.works().start(
        this, tr("Reading the document"),
        [document = m_documents[m_line.source]](const Progress &) { return document->document(); },
        [this, number = m_line.number](const std::shared_ptr<const Document> &document) {
            if (number != m_line.number)
                return;
            m_stack->setCurrentWidget(m_grid);
            m_grid->showPlace(document, m_line.place.address, m_line.text);
        },
        [this](const Error &error) { explain(sentence(error)); }, true);
}

// Where the document cannot be shown, its words can: they are kept in the plan.
void EvidenceView::explain(const QString &why)
{
    m_words->setText(m_line.text + u"\n\n"_s + why);
    m_stack->setCurrentWidget(m_words);
}

void EvidenceView::showWords()
{
    m_words->setText(m_line.text.isEmpty() ? tr("No document stands behind this line.") : m_line.text);
    m_stack->setCurrentWidget(m_words);
}

} // namespace naru::ui
