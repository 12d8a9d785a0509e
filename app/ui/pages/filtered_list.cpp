#include "ui/pages/filtered_list.h"

#include "ui/live_field.h"
#include "ui/pages/run_cells.h"
#include "ui/pages/text_filter.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace naru::ui {

FilteredList::FilteredList(const Theme &theme, CellModel *model, const Words &words, QWidget *parent)
    : Panel(words.title, parent)
    , m_filter(new TextFilter(CellModel::SortRole, CellModel::SearchRole, this))
    , m_table(new ListTable(theme, words.table, this))
    , m_search(new LiveField(this))
{
    m_filter->setSourceModel(model);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->setEmptyWords(words.empty);
    m_search->setMinimumWidth(1);
    m_search->setAccessibleName(words.search);
    m_search->setPlaceholderText(words.placeholder);
    m_search->addAction(theme.icon(u"filter"_s, Tone::Muted), QLineEdit::LeadingPosition);
    head()->addWidget(m_search, 2);
    body()->addWidget(m_table);
    connect(m_search, &LiveField::searched, m_filter, &TextFilter::setText);
    connect(m_search, &LiveField::left, m_search, &QLineEdit::clear);
}

} // namespace naru::ui
