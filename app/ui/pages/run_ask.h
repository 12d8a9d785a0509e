// A line that asks for a few words before something is done with a run. Nothing modal.
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

    struct Word {
        QString name; // of the field
        QString text = {}; // what stands in it
    };
    static constexpr int mostWords = 3;

    // Asks; `act` gets what was typed once no field is empty. REQUIRES: one to mostWords words.
    void ask(const QString &text, const QString &deed, const QList<Word> &words, std::function<void(const QStringList &)> act);
    void accept();
    LiveField *field(int number) const { return m_fields[number]; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_text;
    QList<LiveField *> m_fields;
    QPushButton *m_do;
    std::function<void(const QStringList &)> m_act;
};

} // namespace naru::ui
