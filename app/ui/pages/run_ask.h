// A line that asks for one or two words before something is done with a run. Nothing modal.
#pragma once

#include "ui/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace naru::ui {

class LiveField;

class RunAsk : public QFrame {
    Q_OBJECT
public:
    explicit RunAsk(const Theme &theme, QWidget *parent = nullptr);

    // Asks; `act` gets what was typed once it is not empty. `first` stands in the field that is named so; an empty name:
    // one field only.
    void ask(const QString &text, const QString &deed, const QString &firstName, const QString &first,
             const QString &secondName, const QString &second, std::function<void(const QString &, const QString &)> act);
    void accept();
    LiveField *first() const { return m_first; }
    LiveField *second() const { return m_second; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_text;
    LiveField *m_first;
    LiveField *m_second;
    QPushButton *m_do;
    std::function<void(const QString &, const QString &)> m_act;
};

} // namespace naru::ui
