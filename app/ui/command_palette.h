// The command palette (Ctrl+Shift+P): every action of the window and of the page that is shown, by a few letters of its
// name, initial consonants (ㄷㄷㄹㄱ → 되돌리기) included.
#pragma once

#include "ui/live_field.h"
#include "ui/result_list.h"

#include <QPointer>

class QAction;

namespace naru::ui {

class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(const Theme &theme, QWidget *overlay);

    // Opens over the window with these actions; what was used last comes first.
    void open(const QList<QAction *> &actions);
    LiveField *field() const { return m_field; }
    ResultList *results() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill(const QString &typed);
    void place();
    void leave();

    const Theme &m_theme;
    QWidget *m_overlay;
    QPointer<QWidget> m_before; // gets the focus back
    LiveField *m_field;
    ResultList *m_list;
    QList<QAction *> m_actions;
    QStringList m_recent;
};

// "&Open…" -> "Open…"
QString plainActionText(const QAction &action);

} // namespace naru::ui
