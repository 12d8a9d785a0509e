#include "ui/status_line.h"

#include "ui/elided_label.h"

#include "ui/works.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

namespace naru::ui {

StatusLine::StatusLine(const Theme &theme, Works &works, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_works(works)
    , m_icon(new QLabel(this))
    , m_text(new ElidedLabel(this))
    , m_work(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_saved(new QLabel(this))
{
    setObjectName(u"StatusLine"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_work);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addWidget(m_saved);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(theme.px(160));
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setAccessibleName(tr("Cancel what is under way"));
    for (QWidget *widget : QList<QWidget *>{m_icon, m_work, m_bar, m_cancel})
        widget->hide();

    connect(&works, &Works::changed, this, &StatusLine::followWorks);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const QList<Work> shown = m_works.shown();
        if (shown.isEmpty())
            return;
        m_cancel->setEnabled(false); // asked once is enough
        m_works.cancel(shown.first().number);
    });
    m_poll.setInterval(100);
    connect(&m_poll, &QTimer::timeout, this, &StatusLine::showProgress);
    m_patience.setSingleShot(true);
    m_patience.setInterval(400);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_poll.start();
        showProgress();
    });
    m_forget.setSingleShot(true);
    m_forget.setInterval(8000);
    connect(&m_forget, &QTimer::timeout, this, [this] {
        m_icon->hide();
        m_text->setText(m_hints);
    });
}

void StatusLine::setHints(const QList<ShortcutHint> &hints)
{
    QStringList parts;
    for (const ShortcutHint &hint : hints)
        parts.append(hint.keys + u' ' + hint.text);
    m_hints = parts.join(u"  ·  "_s);
    if (!m_forget.isActive())
        m_text->setText(m_hints);
}

void StatusLine::say(Tone tone, const QString &text)
{
    const QString icon = tone == Tone::Success ? u"ready"_s : tone == Tone::Warning ? u"warning"_s
        : tone == Tone::Danger                                                      ? u"rejected"_s
                                                                                    : u"info"_s;
    m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(m_theme.px(16), m_theme.px(16)));
    m_icon->show();
    m_text->setText(text);
    m_text->setToolTip(text);
    m_forget.start();
}

QString StatusLine::message() const { return m_forget.isActive() ? m_text->text() : QString(); }

void StatusLine::setSaved(const QString &text) { m_saved->setText(text); }

void StatusLine::followWorks()
{
    if (m_works.shown().isEmpty()) {
        m_patience.stop();
        m_poll.stop();
        m_work->hide();
        m_bar->hide();
        m_cancel->hide();
    } else if (!m_poll.isActive() && !m_patience.isActive()) {
        m_cancel->setEnabled(true);
        m_patience.start();
    }
}

void StatusLine::showProgress()
{
    const QList<Work> shown = m_works.shown();
    if (shown.isEmpty())
        return;
    const Gauge &gauge = *shown.first().gauge;
    const int total = gauge.total;
    m_work->setText(shown.size() > 1 ? tr("%1 (and %2 more)").arg(shown.first().title).arg(shown.size() - 1)
                                     : shown.first().title);
    m_bar->setRange(0, total); // 0–0 moves to and fro
    m_bar->setValue(gauge.done);
    m_bar->setFixedWidth(m_theme.px(160));
    m_cancel->setText(gauge.cancelled ? tr("Cancelling …") : tr("Cancel"));
    m_cancel->setEnabled(!gauge.cancelled);
    m_work->show();
    m_bar->show();
    m_cancel->show();
}

} // namespace naru::ui
