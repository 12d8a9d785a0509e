// A line of text that is searched while it is typed, the syllable under composition included (the text of a line edit
// lags behind the input method by one syllable). The open syllable is kept by whatever ends the typing: Enter, a shortcut,
// the way to another field.
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace naru::ui {

class LiveField : public QLineEdit {
    Q_OBJECT
public:
    explicit LiveField(QWidget *parent = nullptr);

    // What stands in the field, with the syllable that is not committed yet.
    QString liveText() const;
    // Takes the syllable under composition into the text.
    void commitComposition();
    void setPause(int milliseconds) { m_timer.setInterval(milliseconds); }

Q_SIGNALS:
    void searched(const QString &text); // after a pause in typing
    void stepped(int rows); // arrow and page keys, for the list below the field
    void chosen(); // Enter
    void left(); // Escape

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer m_timer;
    QString m_preedit;
    QString m_last;
};

} // namespace naru::ui
