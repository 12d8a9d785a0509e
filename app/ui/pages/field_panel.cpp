#include "ui/pages/field_panel.h"

#include "ui/pages/panel.h"
#include "ui/pages/run_cells.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

QString kindWord(FormField::Kind kind)
{
    switch (kind) {
    case FormField::Kind::ClickHere: return FieldPanel::tr("Click-here field");
    case FormField::Kind::NamedCell: return FieldPanel::tr("Named cell");
    case FormField::Kind::AcroForm: return FieldPanel::tr("PDF field");
    case FormField::Kind::DefinedName: return FieldPanel::tr("Defined name");
    case FormField::Kind::Checkbox: return FieldPanel::tr("Check box");
    }
    return {};
}

} // namespace

FieldPanel::FieldPanel(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(new CellModel(shell.theme(), {tr("Field"), tr("Prompt"), tr("Value"), tr("Filled"), tr("Kind")}, this))
    , m_table(new ListTable(shell.theme(), tr("Fields of the form"), this))
    , m_label(new QLabel(this))
    , m_editor(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_table->setModel(m_model);
    m_table->setColumns({128, 152, 0, 88, 96});
    m_table->setYielding({4, 1});
    m_table->setEmptyWords(tr("This document has no fields to fill in."));
    column->addWidget(m_table, 1);
    m_label->setProperty("role", u"muted"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setContentsMargins(12, 0, 12, 0);
    m_label->setBuddy(m_editor);
    m_editor->setTabChangesFocus(true);
    m_editor->setMaximumHeight(shell.theme().px(120));
    m_editor->setAccessibleName(tr("Value of the field"));
    column->addWidget(m_label);
    column->addWidget(m_editor);
    connect(m_table, &ListTable::rowChosen, this, &FieldPanel::showField);
    connect(m_table, &QTableView::activated, m_editor, [this] { m_editor->setFocus(Qt::OtherFocusReason); });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &FieldPanel::takeTyping);
    setFields({}, false);
}

void FieldPanel::setFields(const QList<FormField> &fields, bool mayFill)
{
    m_fields = fields;
    m_mayFill = mayFill;
    m_typed.clear();
    showRows();
    const QScopedValueRollback<bool> showing(m_isShowing, true); // nobody has chosen it
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_label->setVisible(mayFill);
    m_editor->setVisible(mayFill);
    showField();
}

void FieldPanel::showRows()
{
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    const QString key = m_table->currentIndex().data(CellModel::KeyRole).toString();
    QList<CellRow> rows;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const FormField &field = m_fields[i];
        const bool isTyped = m_typed.contains(field.name);
        const QString value = m_typed.value(field.name, field.value);
        const ui::Cell state = isTyped ? ui::Cell{tr("Typed"), u"edit"_s, Tone::Accent}
            : field.filled             ? ui::Cell{tr("Filled"), u"ready"_s, Tone::Success}
                                       : ui::Cell{tr("Empty"), u"no-change"_s, Tone::Muted};
        rows.append({QString::number(i), {{field.name}, {field.prompt}, {value}, state, {kindWord(field.kind)}}, field.place.address});
    }
    m_model->setRows(rows);
    if (const int row = m_model->rowOf(key); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void FieldPanel::showField()
{
    const FormField field = m_fields.value(m_table->currentRow());
    {
        const QScopedValueRollback<bool> showing(m_isShowing, true);
        const QString value = m_typed.value(field.name, field.value);
        if (m_editor->toPlainText() != value)
            m_editor->setPlainText(value);
    }
    m_editor->setEnabled(m_mayFill && m_table->currentRow() >= 0);
    m_label->setText(field.prompt.isEmpty() ? field.name : u"%1 · %2"_s.arg(field.name, field.prompt));
    m_editor->setAccessibleDescription(m_label->text());
    if (!m_isShowing && m_table->currentRow() >= 0)
        Q_EMIT fieldChosen(field);
}

void FieldPanel::takeTyping()
{
    const int row = m_table->currentRow();
    if (m_isShowing || row < 0)
        return;
    const FormField &field = m_fields[row];
    const QString text = m_editor->toPlainText();
    if (text == field.value)
        m_typed.remove(field.name);
    else
        m_typed.insert(field.name, text);
    showRows();
    Q_EMIT typedChanged();
}

PrintedTable FieldPanel::printed() const { return m_table->printed(tr("Fields")); }

} // namespace naru::ui
