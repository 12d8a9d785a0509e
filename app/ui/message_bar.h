// A message above the status line: an icon, words, and at most one thing to do about it. It stays until it is closed, or,
// where it offers an undo, for as many seconds as it counts down.
#pragma once

#include "ui/theme.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace naru::ui {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    void tell(Tone tone, const QString &text);
    // The action is there for `seconds` and then gone, with the bar.
    void offer(Tone tone, const QString &text, const QString &actionText, std::function<void()> action, int seconds);
    // What the button does, where one is shown.
    void act();
    bool offers() const { return m_action != nullptr && !isHidden(); }
    void dismiss();

Q_SIGNALS:
    void dismissed();

private:
    void tick();
    void present(Tone tone, const QString &text);

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_copy;
    std::function<void()> m_action;
    QString m_actionText;
    int m_left = 0;
    QTimer m_timer;
};

} // namespace naru::ui
