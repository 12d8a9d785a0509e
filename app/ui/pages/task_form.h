// A form as the window shows it: an editor for each field, those that the rules ask for, and what is wrong beside the
// field that it is wrong with.
#pragma once

#include "run/robots/form.h"
#include "ui/theme.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace naru::ui {

class TaskField;

class TaskForm : public QWidget {
    Q_OBJECT
public:
    explicit TaskForm(const Theme &theme, QWidget *parent = nullptr);

    void setForm(const run::Form &form, const feel::Context &input);
    void clear();
    const run::Form &form() const { return m_form; }
    // What a person gave in the fields that are shown.
    feel::Context values() const;
    // Says what is wrong and goes to the first such field; true where the form may be sent.
    bool check();
    // The same while it is being filled in: says what is wrong with what stands there already, and leaves the focus.
    bool checkTyped();
    void focusFirst(); // the first field that a person fills in
    void commitComposition();

    QStringList shownFields() const { return m_visible; }
    TaskField *field(const QString &name) const; // null where there is none
    QString messageOf(const QString &name) const; // empty: nothing is wrong with it, as far as was said
    // Says of a field what the form itself cannot know. False where it is not shown.
    bool complain(const QString &name, const QString &text);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        TaskField *field;
        QWidget *box;
        QLabel *message;
    };
    void add(const run::FormField &field, const feel::Value &initial);
    void showFields(); // by the rules, for what stands in them now
    void layOut();
    void say(Row &row, const QString &text);
    QString faultOf(const Row &row, const QList<run::FormProblem> &problems) const;

    const Theme &m_theme;
    run::Form m_form;
    feel::Context m_input;
    QList<Row> m_rows;
    QStringList m_visible;
    QGridLayout *m_grid;
    bool m_isFilling = false;
};

} // namespace naru::ui
