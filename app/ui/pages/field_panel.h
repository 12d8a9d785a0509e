// The fields of a form: their names, prompts, and values, and, where the form can be filled, a place to type what goes in.
#pragma once

#include "core/document.h"
#include "ui/printout.h"
#include "ui/shell.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace naru::ui {

class CellModel;
class ListTable;

class FieldPanel : public QWidget {
    Q_OBJECT
public:
    explicit FieldPanel(Shell &shell, QWidget *parent = nullptr);

    // What was typed is dropped. `mayFill`: the document is a form that can be filled.
    void setFields(const QList<FormField> &fields, bool mayFill);
    // What was typed, by the name of the field; fields that were not touched are not there.
    const QMap<QString, QString> &typed() const { return m_typed; }
    ListTable *table() const { return m_table; }
    QPlainTextEdit *editor() const { return m_editor; }
    PrintedTable printed() const;

Q_SIGNALS:
    void fieldChosen(const naru::FormField &field);
    void typedChanged();

private:
    void showRows();
    void showField();
    void takeTyping();

    Shell &m_shell;
    CellModel *m_model;
    ListTable *m_table;
    QLabel *m_label;
    QPlainTextEdit *m_editor;
    QList<FormField> m_fields;
    QMap<QString, QString> m_typed;
    bool m_mayFill = false;
    bool m_isShowing = false;
};

} // namespace naru::ui
