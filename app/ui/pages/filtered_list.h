// A framed list of rows of words with a field that filters it, in Korean order: what the lists of robots share.
#pragma once

#include "ui/pages/panel.h"

namespace naru::ui {

class CellModel;
class LiveField;
class TextFilter;

class FilteredList : public Panel {
    Q_OBJECT
public:
    // What the list and its field are called, for a screen reader too.
    struct Words {
        QString title;
        QString table;
        QString search;
        QString placeholder;
        QString empty;
    };
    // The theme must outlive the list.
    FilteredList(const Theme &theme, CellModel *model, const Words &words, QWidget *parent = nullptr);

    ListTable *table() const { return m_table; }
    TextFilter *filter() const { return m_filter; }
    LiveField *search() const { return m_search; }

private:
    TextFilter *m_filter;
    ListTable *m_table;
    LiveField *m_search;
};

} // namespace naru::ui
