// The line at the foot: what can be done here, what was done, what is under way (with a way to cancel it), and since when
// everything is saved.
#pragma once

#include "ui/page.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace naru::ui {

class ElidedLabel;

class StatusLine : public QFrame {
    Q_OBJECT
public:
    StatusLine(const Theme &theme, Works &works, QWidget *parent = nullptr);

    void setHints(const QList<ShortcutHint> &hints);
    void say(Tone tone, const QString &text); // gives way to the hints after a while
    void setSaved(const QString &text);
    QPushButton *cancelButton() const { return m_cancel; }
    QString message() const;

private:
    void followWorks();
    void showProgress();

    const Theme &m_theme;
    Works &m_works;
    QLabel *m_icon;
    ElidedLabel *m_text;
    QLabel *m_work;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QLabel *m_saved;
    QString m_hints;
    QTimer m_poll;
    QTimer m_patience; // what is done at once needs no progress bar
    QTimer m_forget;
};

} // namespace naru::ui
