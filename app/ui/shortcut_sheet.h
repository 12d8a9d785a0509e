// All shortcuts of the window and of the page that is shown (F1), to read and to leave with Escape.
#pragma once

#include "ui/page.h"

#include <QFrame>
#include <QPointer>

class QGridLayout;
class QScrollArea;

namespace naru::ui {

class ShortcutSheet : public QFrame {
    Q_OBJECT
public:
    ShortcutSheet(const Theme &theme, QWidget *overlay);

    void open(const QList<std::pair<QString, QList<ShortcutHint>>> &groups);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(QGridLayout &grid, const QList<std::pair<QString, QList<ShortcutHint>>> &groups);
    void place();
    void leave();

    const Theme &m_theme;
    QWidget *m_overlay;
    QPointer<QWidget> m_before;
    QScrollArea *m_scroll;
};

} // namespace naru::ui
