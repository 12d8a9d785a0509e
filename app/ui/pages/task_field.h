// The editor of one field of a form, by its kind. What is only shown can be read with the keyboard, too.
#pragma once

#include "run/robots/form.h"
#include "ui/theme.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace naru::ui {

class LiveField;

class TaskField : public QWidget {
    Q_OBJECT
public:
    TaskField(const Theme &theme, const run::FormField &field, QWidget *parent = nullptr);

    const run::FormField &field() const { return m_field; }
    void setValue(const feel::Value &value);
    // Null where nothing is given; nothing where what is typed is no value of the kind.
    std::optional<feel::Value> value() const;
    void commitComposition(); // takes the syllable that is being composed
    QWidget *editor() const { return m_editor; }

Q_SIGNALS:
    void changed();

private:
    void makeShown();
    void makeLine();
    void makeText();
    void makeChoices();
    void makeList();
    void makeChecks();
    void makeFlag();
    void take(QWidget *editor);
    void choose(const QString &value);
    void check(const feel::Value &values);
    feel::Value checked() const;
    QString typed() const;

    const Theme &m_theme;
    run::FormField m_field;
    QVBoxLayout *m_column;
    QWidget *m_editor = nullptr; // what takes the focus: one of the following
    QLabel *m_shown = nullptr;
    LiveField *m_line = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QCheckBox *m_flag = nullptr;
    QButtonGroup *m_choices = nullptr;
    QComboBox *m_list = nullptr; // of more choices than can be taken in at a glance
    QList<QCheckBox *> m_checks; // of texts that are chosen, not typed
};

// A value in the words of the screen: "2026. 7. 29.(수)", "1,531".
QString wordsOf(const feel::Value &value);

} // namespace naru::ui
