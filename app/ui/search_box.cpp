#include "ui/search_box.h"

#include "ui/works.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

struct Kind {
    const char *title;
    QString icon;
};

// The groups in their fixed order, so that results do not jump while one types.
const QList<std::pair<QString, Kind>> &kinds()
{
    static const QList<std::pair<QString, Kind>> all{
        {u"person"_s, {QT_TRANSLATE_NOOP("naru::ui::SearchBox", "People"), u"person"_s}},
        {u"unit"_s, {QT_TRANSLATE_NOOP("naru::ui::SearchBox", "Units"), u"people"_s}},
        {u"task"_s, {QT_TRANSLATE_NOOP("naru::ui::SearchBox", "Tasks"), u"task"_s}},
        {u"directive"_s, {QT_TRANSLATE_NOOP("naru::ui::SearchBox", "Directives"), u"directive"_s}},
        {u"order"_s, {QT_TRANSLATE_NOOP("naru::ui::SearchBox", "Personnel orders"), u"order"_s}},
        {u"handover"_s, {QT_TRANSLATE_NOOP("naru::ui::SearchBox", "Hand-overs"), u"handover"_s}},
        {u"document"_s, {QT_TRANSLATE_NOOP("naru::ui::SearchBox", "Documents"), u"document"_s}},
    };
    return all;
}

constexpr int fewPerGroup = 3;
constexpr int mostHits = 60;

} // namespace

SearchBox::SearchBox(const Theme &theme, Works &works, QWidget *overlay, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_works(works)
    , m_overlay(overlay)
    , m_field(new LiveField(this))
    , m_popup(new QFrame(overlay))
    , m_list(new ResultList(theme, m_popup))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);
    m_field->setAccessibleName(tr("Search everything"));
    m_field->setPlaceholderText(tr("Search everything   Ctrl+K"));
    m_field->addAction(theme.icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_popup->setObjectName(u"Popup"_s);
    m_popup->hide();
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(2, 6, 2, 6);
    column->addWidget(m_list);

    connect(m_field, &LiveField::searched, this, &SearchBox::search);
    connect(m_field, &LiveField::stepped, m_list, &ResultList::step);
    connect(m_field, &LiveField::chosen, this, [this] { m_list->actCurrent(); });
    connect(m_field, &LiveField::left, this, &SearchBox::dismiss);
    connect(m_list, &ResultList::acted, this, &SearchBox::dismiss);
    m_field->installEventFilter(this);
    overlay->installEventFilter(this);
}

bool SearchBox::isOpen() const { return !m_popup->isHidden(); }

void SearchBox::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchBox::search(const QString &query)
{
    m_query = query.trimmed();
    m_widened.clear();
    if (m_query.isEmpty()) {
        m_popup->hide();
        return;
    }
    const int mine = ++m_running;
    if (!m_source) {
        showFound(m_query, {});
        return;
    }
    // The old results stay until the new ones are there: a list that flashes cannot be read.
    m_works.start(
        this, tr("Search"), [source = m_source, text = m_query](const Progress &) { return source(text, mostHits); },
        [this, mine, text = m_query](const QList<SearchFound> &found) {
            if (mine == m_running)
                showFound(text, found);
        },
        {}, true);
}

QList<ResultGroup> SearchBox::grouped(const QList<SearchFound> &found)
{
    QList<ResultGroup> groups;
    for (const auto &[id, kind] : kinds()) {
        ResultGroup group{tr(kind.title), {}, {}};
        const bool wide = m_widened.contains(id);
        for (const SearchFound &one : found) {
            if (one.group != id)
                continue;
            if (!wide && group.items.size() == fewPerGroup) {
                group.more = [this, found, name = id] {
                    m_widened.append(name);
                    showFound(m_query, found);
                };
                break;
            }
            group.items.append({one.title, one.detail, kind.icon, [this, record = one.record] { Q_EMIT recordChosen(record); }});
        }
        if (!group.items.isEmpty())
            groups.append(group);
    }
    return groups;
}

void SearchBox::showFound(const QString &query, const QList<SearchFound> &found)
{
    QList<ResultGroup> groups = grouped(found);
    const QList<ResultItem> pages = m_pages ? m_pages(query) : QList<ResultItem>();
    if (!pages.isEmpty())
        groups.append({tr("Menu"), pages.mid(0, fewPerGroup)});
    if (groups.isEmpty())
        groups.append({{}, {{tr("Nothing found for “%1”").arg(query), {}, u"info"_s, {}, {}, false}}});
    m_list->setGroups(groups);
    place();
    m_popup->show();
    m_popup->raise();
}

void SearchBox::place()
{
    const QPoint below = m_field->mapTo(m_overlay, QPoint(0, m_field->height() + m_theme.px(4)));
    const int width = std::min(std::max(m_field->width(), m_theme.px(420)), m_overlay->width() - below.x() - 8);
    const int height = m_list->wantedHeight(m_overlay->height() - below.y() - m_theme.px(24)) + 16;
    m_popup->setGeometry(below.x(), below.y(), width, height);
}

void SearchBox::dismiss()
{
    m_popup->hide();
    ++m_running;
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        dismiss();
    if (watched == m_overlay && event->type() == QEvent::Resize && isOpen())
        place();
    return QWidget::eventFilter(watched, event);
}

void SearchBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isOpen())
        place();
}

} // namespace naru::ui
