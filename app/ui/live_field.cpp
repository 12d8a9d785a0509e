#include "ui/live_field.h"

#include <QApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace naru::ui {

LiveField::LiveField(QWidget *parent)
    : QLineEdit(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (liveText() == m_last)
            return;
        m_last = liveText();
        Q_EMIT searched(m_last);
    });
    connect(this, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
}

QString LiveField::liveText() const
{
    QString out = text();
    out.insert(cursorPosition(), m_preedit);
    return out;
}

void LiveField::commitComposition()
{
    if (m_preedit.isEmpty())
        return;
    QGuiApplication::inputMethod()->commit();
    if (m_preedit.isEmpty())
        return;
    // The input method did not do it: the syllable is taken as it stands, and the method starts afresh.
    QInputMethodEvent commit;
    commit.setCommitString(m_preedit);
    QApplication::sendEvent(this, &commit);
    QGuiApplication::inputMethod()->reset();
}

bool LiveField::event(QEvent *event)
{
    // A shortcut acts on what is seen. Letters alone belong to the composition.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        commitComposition();
    return QLineEdit::event(event);
}

void LiveField::focusOutEvent(QFocusEvent *event)
{
    commitComposition();
    QLineEdit::focusOutEvent(event);
}

void LiveField::inputMethodEvent(QInputMethodEvent *event)
{
    m_preedit = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    m_timer.start();
}

void LiveField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: Q_EMIT stepped(1); return;
    case Qt::Key_Up: Q_EMIT stepped(-1); return;
    case Qt::Key_PageDown: Q_EMIT stepped(8); return;
    case Qt::Key_PageUp: Q_EMIT stepped(-8); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            commitComposition();
            Q_EMIT chosen();
            return;
        }
        break;
    case Qt::Key_Escape: Q_EMIT left(); return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace naru::ui
