#include "ui/pages/drop_zone.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace naru::ui {

QStringList localFiles(const QMimeData &data)
{
    QStringList out;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            out.append(url.toLocalFile());
    return out;
}

DropZone::DropZone(const Theme &theme, const QString &title, const QString &detail, const QString &button, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_detail(new QLabel(detail, this))
{
    setObjectName(u"DropZone"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(16);
    auto *icon = new QLabel(this);
    const auto draw = [&theme, icon] { icon->setPixmap(theme.icon(u"drop"_s, Tone::Accent).pixmap(theme.px(32), theme.px(32))); };
    draw();
    connect(&theme, &Theme::changed, icon, draw);
    auto *words = new QVBoxLayout;
    auto *head = new QLabel(title, this);
    head->setProperty("role", u"section"_s);
    m_detail->setProperty("role", u"muted"_s);
    m_detail->setWordWrap(true);
    m_detail->setMinimumWidth(1); // it never widens the window: see resizeEvent
    setToolTip(detail);
    words->addWidget(head);
    words->addWidget(m_detail);
    auto *choose = new QPushButton(button, this);
    connect(choose, &QPushButton::clicked, this, &DropZone::asked);
    row->addWidget(icon);
    row->addLayout(words, 1);
    row->addWidget(choose);
}

// Where the text is large for the window, the lists below need the room more than the explanation, which is in the tip.
void DropZone::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_detail->setVisible(width() >= m_theme.px(620));
}

} // namespace naru::ui
