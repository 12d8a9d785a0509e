#include "ui/command_palette.h"

#include "run/particles.h"
#include "ui/fuzzy.h"

#include <QAction>
#include <QFocusEvent>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

QString plainActionText(const QAction &action)
{
    QString text = action.text();
    return text.remove(u'&');
}

CommandPalette::CommandPalette(const Theme &theme, QWidget *overlay)
    : QFrame(overlay)
    , m_theme(theme)
    , m_overlay(overlay)
    , m_field(new LiveField(this))
    , m_list(new ResultList(theme, this))
{
    setObjectName(u"Popup"_s);
    setAccessibleName(tr("Command palette"));
    hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_field->setPause(0); // nothing is asked of the office: answer at once
    m_field->setAccessibleName(tr("Command"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->addAction(theme.icon(u"command"_s, Tone::Muted), QLineEdit::LeadingPosition);
    connect(m_field, &LiveField::searched, this, &CommandPalette::refill);
    connect(m_field, &LiveField::stepped, m_list, &ResultList::step);
    connect(m_field, &LiveField::chosen, this, [this] { m_list->actCurrent(); });
    connect(m_field, &LiveField::left, this, &CommandPalette::leave);
    connect(m_list, &ResultList::acted, this, &CommandPalette::leave);
    m_field->installEventFilter(this);
    overlay->installEventFilter(this);
}

void CommandPalette::open(const QList<QAction *> &actions)
{
    m_actions = actions;
    m_before = window()->focusWidget();
    m_field->clear();
    refill({});
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::refill(const QString &typed)
{
    struct Scored {
        int score;
        QAction *action;
    };
    QList<Scored> found;
    for (QAction *action : std::as_const(m_actions)) {
        if (action->isSeparator() || action->menu() || action->text().isEmpty() || !action->isVisible())
            continue;
        int score = fuzzyScore(typed, plainActionText(*action));
        const qsizetype recent = m_recent.indexOf(plainActionText(*action));
        if (score > 0 && recent >= 0)
            score += 500 - static_cast<int>(recent);
        if (score > 0)
            found.append({action->isEnabled() ? score : score - 5000, action});
    }
    std::stable_sort(found.begin(), found.end(), [](const Scored &a, const Scored &b) { return a.score > b.score; });
    ResultGroup group;
    for (const Scored &one : std::as_const(found)) {
        QAction *action = one.action;
        group.items.append({plainActionText(*action), action->shortcut().toString(QKeySequence::NativeText),
                            action->property("iconName").toString(),
                            [this, pointer = QPointer<QAction>(action)] {
                                if (!pointer)
                                    return;
                                m_recent.removeAll(plainActionText(*pointer));
                                m_recent.prepend(plainActionText(*pointer));
                                pointer->trigger();
                            },
                            {}, action->isEnabled()});
    }
    if (group.items.isEmpty())
        group.items.append({run::withParticles(tr("No command is called “%1”").arg(typed)), {}, u"info"_s, {}, {}, false});
    m_list->setGroups({group});
    place();
}

void CommandPalette::place()
{
    const int width = std::min(m_theme.px(560), m_overlay->width() - m_theme.px(32));
    const int top = m_theme.px(64);
    const int field = m_field->sizeHint().height() + m_theme.px(32);
    const int height = field + m_list->wantedHeight(std::min(m_theme.px(400), m_overlay->height() - top - field - 24));
    setGeometry((m_overlay->width() - width) / 2, top, width, height);
}

void CommandPalette::leave()
{
    if (isHidden())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        hide();
    if (watched == m_overlay && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace naru::ui
