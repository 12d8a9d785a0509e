#include "ui/pages/decision_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

DecisionView::DecisionView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new QWidget(this))
    , m_title(new QLabel(m_bar))
    , m_about(words(tr("About the decision")))
    , m_why(words(tr("Why")))
    , m_model(new CellModel(theme, {}, this))
    , m_table(new ListTable(theme, tr("Rules of the decision"), this))
{
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(12, 4, 6, 0);
    row->addWidget(m_title, 1);
    row->addWidget(tool(u"chevron-left"_s, tr("Decision before"), -1));
    row->addWidget(tool(u"chevron-right"_s, tr("Next decision"), 1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_about);
    column->addWidget(m_table, 1);
    column->addWidget(m_why);
    m_title->setMinimumWidth(1);
    m_table->setModel(m_model);
    m_table->setEmptyWords(tr("No rules have been asked."));
    connect(m_table, &ListTable::rowChosen, this, &DecisionView::showWhy);
    setDecisions({});
}

// Read by eye, by keyboard, and by a screen reader alike.
QLabel *DecisionView::words(const QString &name)
{
    auto *label = new QLabel(this);
    label->setAccessibleName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setProperty("role", u"padded"_s);
    label->setMinimumWidth(1);
    return label;
}

void DecisionView::showWhy(int row)
{
    const QString text = m_decisions.value(m_shown).why.value(row);
    m_why->setText(text);
    m_why->setAccessibleDescription(text);
    m_why->setVisible(!text.isEmpty());
}

QString DecisionView::about() const { return m_about->text(); }

QString DecisionView::why() const { return m_why->text(); }

QToolButton *DecisionView::tool(const QString &icon, const QString &text, int by)
{
    auto *button = new QToolButton(m_bar);
    button->setIcon(m_theme.icon(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setProperty("role", u"tool"_s);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, by] { turn(by); });
    return button;
}

void DecisionView::setDecisions(const QList<DecisionLook> &decisions)
{
    const bool isSame = decisions.size() == m_decisions.size();
    m_decisions = decisions;
    m_bar->setVisible(decisions.size() > 1);
    showDecision(isSame ? m_shown : int(decisions.size()) - 1);
}

void DecisionView::turn(int by) { showDecision(std::clamp(m_shown + by, 0, std::max(0, int(m_decisions.size()) - 1))); }

void DecisionView::showDecision(int number)
{
    m_shown = number;
    const DecisionLook look = m_decisions.value(number);
    m_title->setText(tr("%1 of %2: %3").arg(number + 1).arg(m_decisions.size()).arg(look.title));
    m_model->setHeads(look.heads);
    m_model->setRows(look.rows);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const int fired = look.fired.isEmpty() ? -1 : m_model->rowOf(QString::number(look.fired.first()));
    m_about->setText(look.about.join(u'\n'));
    m_about->setAccessibleDescription(m_about->text());
    m_about->setVisible(!look.about.isEmpty());
    if (fired >= 0)
        m_table->setCurrentIndex(m_model->index(fired, 0));
    showWhy(fired);
}

PrintedTable DecisionView::printed() const { return m_table->printed(tr("Rules of the decision")); }

} // namespace naru::ui
