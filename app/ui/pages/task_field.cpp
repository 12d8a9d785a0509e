#include "ui/pages/task_field.h"

#include "ui/live_field.h"
#include "ui/still_combo.h"
#include "ui/words.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int mostButtons = 3; // more choices stand in a list

std::optional<feel::Value> numberOf(QString text)
{
    static const QRegularExpression decoration(u"[,\\s원]"_s);
    const Result<Decimal> number = Decimal::fromString(text.remove(decoration));
    return number ? std::optional(feel::Value(*number)) : std::nullopt;
}

// "2026-07-29", "2026. 7. 29.", "20260729".
std::optional<feel::Value> dayOf(const QString &text)
{
    static const QRegularExpression parts(u"^\\s*(\\d{4})\\D{0,2}(\\d{1,2})\\D{0,2}(\\d{1,2})\\D{0,4}$"_s);
    const QRegularExpressionMatch match = parts.match(text);
    const auto day = feel::Date::of(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && day ? std::optional(feel::Value(*day)) : std::nullopt;
}

feel::Value linesOf(const QString &text)
{
    QList<feel::Value> out;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        out.append(feel::Value(line.trimmed()));
    return out.isEmpty() ? feel::Value() : feel::Value(out);
}

} // namespace

QString wordsOf(const feel::Value &value)
{
    using Kind = feel::Value::Kind;
    switch (value.kind()) {
    case Kind::Null: return {};
    case Kind::Boolean:
        return value.isTrue() ? QCoreApplication::translate("naru::ui::TaskField", "Yes")
                              : QCoreApplication::translate("naru::ui::TaskField", "No");
    case Kind::Number: {
        const auto whole = value.number().toWhole();
        return whole ? QLocale().toString(qlonglong(*whole)) : value.number().toString();
    }
    case Kind::Date: return dayText(QDate(value.date().year, value.date().month, value.date().day));
    case Kind::List: {
        QStringList texts;
        for (const feel::Value &one : value.list())
            texts.append(wordsOf(one));
        return texts.join(u'\n');
    }
    default: return feel::toString(value);
    }
}

TaskField::TaskField(const Theme &theme, const run::FormField &field, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(field)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    if (field.isReadOnly)
        makeShown();
    else if (field.field.kind == FieldKind::Choice && field.options.size() > mostButtons)
        makeList();
    else if (field.field.kind == FieldKind::Choice)
        makeChoices();
    else if (field.field.kind == FieldKind::Texts && !field.options.isEmpty())
        makeChecks();
    else if (field.field.kind == FieldKind::Flag)
        makeFlag();
    else if (field.field.kind == FieldKind::LongText || field.field.kind == FieldKind::Texts)
        makeText();
    else
        makeLine();
}

void TaskField::take(QWidget *editor)
{
    m_editor = editor;
    editor->setAccessibleName(m_field.field.label);
    m_column->addWidget(editor);
}

void TaskField::makeShown()
{
    m_shown = new QLabel(this);
    m_shown->setWordWrap(true);
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_shown->setMinimumWidth(1);
    take(m_shown);
}

void TaskField::makeLine()
{
    m_line = new LiveField(this);
    m_line->setMinimumWidth(1);
    if (m_field.field.kind == FieldKind::Day)
        m_line->setPlaceholderText(tr("2026-07-29"));
    connect(m_line, &QLineEdit::textChanged, this, &TaskField::changed);
    connect(m_line, &LiveField::searched, this, &TaskField::changed);
    take(m_line);
}

void TaskField::makeText()
{
    m_text = new QPlainTextEdit(this);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumSize(1, m_theme.px(88));
    m_text->setMaximumHeight(m_theme.px(160));
    if (m_field.field.kind == FieldKind::Texts)
        m_text->setPlaceholderText(tr("One on each line"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &TaskField::changed);
    take(m_text);
}

void TaskField::makeChoices()
{
    m_choices = new QButtonGroup(this);
    for (const run::FormOption &option : std::as_const(m_field.options)) {
        auto *choice = new QRadioButton(option.label, this);
        choice->setProperty("value", option.value);
        choice->setAccessibleDescription(m_field.field.label);
        m_choices->addButton(choice);
        m_column->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, &TaskField::changed);
        if (!m_editor)
            m_editor = choice;
    }
}

void TaskField::makeList()
{
    m_list = new StillCombo(this);
    for (const run::FormOption &option : std::as_const(m_field.options))
        m_list->addItem(option.label, option.value);
    m_list->setCurrentIndex(-1);
    m_list->setPlaceholderText(tr("Choose"));
    m_list->setMinimumWidth(1);
    connect(m_list, &QComboBox::currentIndexChanged, this, &TaskField::changed);
    take(m_list);
}

// Side by side: they are short, such as the days of a week.
void TaskField::makeChecks()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    for (const run::FormOption &option : std::as_const(m_field.options)) {
        auto *box = new QCheckBox(option.label, this);
        box->setProperty("value", option.value);
        box->setAccessibleDescription(m_field.field.label);
        connect(box, &QCheckBox::toggled, this, &TaskField::changed);
        row->addWidget(box);
        m_checks.append(box);
    }
    row->addStretch(1);
    m_column->addLayout(row);
    m_editor = m_checks.first();
}

void TaskField::makeFlag()
{
    m_flag = new QCheckBox(m_field.field.label, this);
    connect(m_flag, &QCheckBox::toggled, this, &TaskField::changed);
    take(m_flag);
}

void TaskField::setValue(const feel::Value &value)
{
    const bool isPlainNumber = value.is(feel::Value::Kind::Number) && m_line;
    const QString words = isPlainNumber ? value.number().toString() : wordsOf(value);
    if (m_shown) {
        m_shown->setText(words.isEmpty() ? tr("–") : words);
        m_shown->setAccessibleDescription(words);
    } else if (m_choices) {
        choose(value.is(feel::Value::Kind::String) ? value.string() : QString());
    } else if (m_list) {
        m_list->setCurrentIndex(value.is(feel::Value::Kind::String) ? m_list->findData(value.string()) : -1);
    } else if (!m_checks.isEmpty()) {
        check(value);
    } else if (m_flag) {
        m_flag->setChecked(value.isTrue());
    } else if (m_text) {
        m_text->setPlainText(words);
    } else if (value.is(feel::Value::Kind::Date)) {
        m_line->setText(QDate(value.date().year, value.date().month, value.date().day).toString(Qt::ISODate));
    } else {
        m_line->setText(words);
    }
}

void TaskField::choose(const QString &value)
{
    const QList<QAbstractButton *> choices = m_choices->buttons();
    for (QAbstractButton *choice : choices)
        choice->setChecked(choice->property("value").toString() == value);
}

void TaskField::check(const feel::Value &values)
{
    const QList<feel::Value> chosen = values.is(feel::Value::Kind::List) ? values.list() : QList<feel::Value>();
    for (QCheckBox *box : std::as_const(m_checks)) {
        const QString own = box->property("value").toString();
        box->setChecked(std::any_of(chosen.begin(), chosen.end(), [&own](const feel::Value &one) {
            return one.is(feel::Value::Kind::String) && one.string() == own;
        }));
    }
}

feel::Value TaskField::checked() const
{
    QList<feel::Value> out;
    for (const QCheckBox *box : m_checks)
        if (box->isChecked())
            out.append(feel::Value(box->property("value").toString()));
    return out.isEmpty() ? feel::Value() : feel::Value(out);
}

QString TaskField::typed() const { return m_line ? m_line->liveText() : m_text->toPlainText(); }

std::optional<feel::Value> TaskField::value() const
{
    if (m_flag)
        return feel::Value(m_flag->isChecked());
    if (m_choices)
        return m_choices->checkedButton() ? feel::Value(m_choices->checkedButton()->property("value").toString()) : feel::Value();
    if (m_list)
        return m_list->currentIndex() < 0 ? feel::Value() : feel::Value(m_list->currentData().toString());
    if (!m_checks.isEmpty())
        return checked();
    if (m_shown || typed().trimmed().isEmpty())
        return feel::Value();
    switch (m_field.field.kind) {
    case FieldKind::Whole:
    case FieldKind::Won:
    case FieldKind::Exact: return numberOf(typed());
    case FieldKind::Day: return dayOf(typed());
    case FieldKind::Texts: return linesOf(typed());
    default: return feel::Value(typed().trimmed());
    }
}

void TaskField::commitComposition()
{
    if (m_line)
        m_line->commitComposition();
    if (!m_text)
        return;
    const auto open = [this] { return m_text->textCursor().block().layout()->preeditAreaText(); };
    if (open().isEmpty())
        return;
    QGuiApplication::inputMethod()->commit();
    if (open().isEmpty())
        return;
    QInputMethodEvent commit;
    commit.setCommitString(open());
    QApplication::sendEvent(m_text, &commit);
    QGuiApplication::inputMethod()->reset();
}

} // namespace naru::ui
