#include "ui/pages/page_pane.h"

#include "ui/elided_label.h"
#include "ui/pages/document_reading.h"
#include "ui/pages/page_strip.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

constexpr double pictureDpi = 160;
constexpr int cachedPages = 12;

} // namespace

PagePane::PagePane(Shell &shell, QWidget *parent)
    : Panel(tr("Page"), parent)
    , m_shell(shell)
    , m_strip(new PageStrip(shell, this))
    , m_view(new PageView(shell.theme(), this))
    , m_position(new ElidedLabel(this))
    , m_images(cachedPages)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_strip);
    row->addWidget(m_view, 1);
    body()->addLayout(row);
    m_view->setMinimumHeight(1);
    m_position->setProperty("role", u"muted"_s);
    head()->insertWidget(1, m_position, 1);
    addTools();
    connect(m_strip, &PageStrip::pageChosen, this, &PagePane::showPage);
    connect(m_view, &PageView::zoomChanged, this, &PagePane::showPosition);
    connect(m_view, &PageView::markChosen, this, [this](int mark) {
        if (m_outline)
            Q_EMIT markChosen(m_outline->marks.value(m_page).value(mark));
    });
}

void PagePane::addTools()
{
    m_before = addTool(u"chevron-left"_s, tr("Page before"), u"Alt+PgUp"_s, [this] { turn(-1); });
    m_after = addTool(u"chevron-right"_s, tr("Next page"), u"Alt+PgDown"_s, [this] { turn(1); });
    addTool(u"zoom-out"_s, tr("Smaller page"), u"Alt+-"_s, [this] { m_view->zoomOut(); });
    addTool(u"zoom-in"_s, tr("Larger page"), u"Alt+="_s, [this] { m_view->zoomIn(); });
    addTool(u"zoom-fit"_s, tr("Whole width"), u"Alt+0"_s, [this] { m_view->fit(); });
    m_boxes = addTool(u"table"_s, tr("Show what was recognised"), u"Alt+B"_s, [this] { showMarks(); });
    m_boxes->setCheckable(true);
    m_boxes->setChecked(true);
}

QAction *PagePane::addTool(const QString &icon, const QString &text, const QString &keys, std::function<void()> act)
{
    auto *action = new QAction(m_shell.theme().icon(icon), text, this);
    action->setShortcut(QKeySequence(keys));
    action->setProperty("iconName", icon);
    connect(action, &QAction::triggered, this, std::move(act));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("role", u"tool"_s);
    button->setAccessibleName(text);
    button->setToolTip(u"%1 (%2)"_s.arg(text, keys));
    head()->addWidget(button);
    m_actions.append(action);
    return action;
}

void PagePane::setDocument(const std::shared_ptr<DocumentReading> &reading, const QList<naru::Page> &pages,
                           const std::shared_ptr<const DocumentOutline> &outline)
{
    const bool isOther = reading != m_reading;
    m_reading = reading;
    m_outline = outline;
    m_pages = pages;
    m_place = {};
    m_words.clear();
    if (isOther) {
        m_images.clear();
        m_drawing.clear();
        m_page = 0;
        m_view->clear(QString());
    }
    m_strip->setPages(reading, pages);
    m_strip->setVisible(pages.size() > 1 && width() >= m_shell.theme().px(420));
    if (!pages.isEmpty())
        showPage(m_page > 0 ? m_page : pages.first().number);
}

void PagePane::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    m_strip->setVisible(m_pages.size() > 1 && width() >= m_shell.theme().px(420));
}

void PagePane::turn(int pages)
{
    if (m_page + pages >= 1 && m_page + pages <= m_pages.size())
        showPage(m_page + pages);
}

void PagePane::showPlace(const Provenance &place, const QString &words)
{
    m_place = place;
    m_words = words;
    if (place.page > 0)
        showPage(place.page);
}

void PagePane::showPage(int page)
{
    m_page = page;
    m_strip->choose(page);
    if (const QImage *image = m_images.object(page))
        present(*image);
    else
        draw(page);
    if (page < m_pages.size())
        draw(page + 1); // whoever reads on does not wait
    showPosition();
}

void PagePane::draw(int page)
{
    if (m_images.contains(page) || m_drawing.contains(page) || !m_reading)
        return;
    m_drawing.insert(page);
    m_shell.works().start(
        this, tr("Drawing a page"), [reading = m_reading, page](const Progress &) { return reading->render(page, pictureDpi); },
        [this, page, reading = m_reading](const QImage &image) {
            if (reading != m_reading)
                return; // another document is shown by now
            m_drawing.remove(page);
            m_images.insert(page, new QImage(image));
            if (m_page == page)
                present(image);
        },
        [this, page, reading = m_reading](const Error &error) {
            if (reading != m_reading)
                return;
            m_drawing.remove(page);
            if (m_page == page)
                m_view->clear(sentence(error));
        },
        true);
}

void PagePane::present(const QImage &image)
{
    m_view->setPage(image, pictureDpi);
    showMarks();
    m_view->setBox(m_page == m_place.page ? m_place.box : std::optional<naru::Box>(), m_words);
    showPosition();
}

void PagePane::showMarks()
{
    QList<PageMark> marks;
    if (m_outline)
        for (const PlacedMark &placed : m_outline->marks.value(m_page))
            marks.append(placed.mark);
    m_view->setMarks(m_boxes->isChecked() ? marks : QList<PageMark>());
}

void PagePane::showPosition()
{
    m_before->setEnabled(m_page > 1);
    m_after->setEnabled(m_page < m_pages.size());
    m_position->setText(m_pages.isEmpty() ? QString()
                                          : tr("%1 of %2 · %3 %").arg(m_page).arg(m_pages.size()).arg(m_view->zoomPercent()));
}

} // namespace naru::ui
