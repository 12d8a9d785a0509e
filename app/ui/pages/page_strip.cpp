#include "ui/pages/page_strip.h"

#include "ui/pages/document_reading.h"
#include "ui/works.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int pictureWidth = 72; // pixels at 100 %
constexpr int keptPictures = 400; // a document of 5,000 pages does not keep them all

} // namespace

PageStrip::PageStrip(Shell &shell, QWidget *parent)
    : QListView(parent)
    , m_shell(shell)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Pages"));
    setViewMode(IconMode);
    setFlow(TopToBottom);
    setWrapping(false);
    setMovement(Static);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(60);
    connect(&m_rest, &QTimer::timeout, this, &PageStrip::fetch);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(&shell.theme(), &Theme::changed, this, &PageStrip::fit);
    fit();
}

void PageStrip::fit()
{
    const Theme &theme = m_shell.theme();
    setIconSize({theme.px(pictureWidth), theme.px(pictureWidth * 14 / 10)});
    setGridSize({theme.px(pictureWidth + 24), theme.px(pictureWidth * 14 / 10 + 36)});
    setFixedWidth(theme.px(pictureWidth + 48));
}

void PageStrip::setPages(const std::shared_ptr<DocumentReading> &reading, const QList<naru::Page> &pages)
{
    m_reading = reading;
    m_pages = pages;
    m_drawn.clear();
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    m_model->clear();
    QPixmap blank(iconSize());
    blank.fill(m_shell.theme().colours().subtle); // until it is drawn
    for (const naru::Page &page : pages) {
        auto *item = new QStandardItem(QIcon(blank), QString::number(page.number));
        item->setData(tr("Page %1").arg(page.number), Qt::AccessibleTextRole);
        item->setTextAlignment(Qt::AlignCenter);
        m_model->appendRow(item);
    }
    m_rest.start();
}

void PageStrip::choose(int page)
{
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    for (int row = 0; row < m_pages.size(); ++row)
        if (m_pages[row].number == page) {
            setCurrentIndex(m_model->index(row, 0));
            scrollTo(currentIndex());
        }
}

void PageStrip::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_isChoosing)
        Q_EMIT pageChosen(m_pages[current.row()].number);
}

void PageStrip::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_rest.start();
}

void PageStrip::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_rest.start();
}

// The next page in sight that has no picture yet; one at a time, so that the page that is read does not wait.
void PageStrip::fetch()
{
    if (m_isFetching || !m_reading || !isVisible())
        return;
    int row = -1;
    for (int one = 0; one < m_pages.size() && row < 0; ++one)
        if (!m_drawn.contains(one) && visualRect(m_model->index(one, 0)).intersects(viewport()->rect()))
            row = one;
    if (row < 0)
        return;
    m_isFetching = true;
    const naru::Page page = m_pages[row];
    // Three times as fine as it is shown: the rules of a table are grey then, not black.
    const double dpi = std::clamp(iconSize().width() * 3 * 72 / std::max(page.size.width(), 1.0), 4.0, 96.0);
    m_shell.works().start(
        this, tr("Drawing a page"),
        [reading = m_reading, page, dpi, size = iconSize()](const Progress &) -> Result<QImage> {
            Result<QImage> picture = reading->render(page.number, dpi);
            return picture ? Result<QImage>(picture->scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation)) : picture;
        },
        [this, row, reading = m_reading](const QImage &image) {
            m_isFetching = false;
            if (reading == m_reading)
                take(row, image);
            fetch();
        },
        [this, row, reading = m_reading](const Error &) { // the blank sheet stays
            m_isFetching = false;
            if (reading == m_reading)
                m_drawn.insert(row);
            fetch();
        },
        true);
}

void PageStrip::take(int row, const QImage &image)
{
    if (m_drawn.size() >= keptPictures) {
        for (const int old : std::as_const(m_drawn)) // any order
            m_model->item(old)->setIcon({});
        m_drawn.clear();
    }
    m_drawn.insert(row);
    QPixmap framed = QPixmap::fromImage(image);
    QPainter painter(&framed);
    painter.setPen(m_shell.theme().colours().border);
    painter.drawRect(framed.rect().adjusted(0, 0, -1, -1));
    painter.end();
    QIcon icon(framed);
    icon.addPixmap(framed, QIcon::Selected); // a chosen page is not tinted
    m_model->item(row)->setIcon(icon);
}

} // namespace naru::ui
