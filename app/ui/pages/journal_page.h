// 기록: what changed, why, on whose word; and whether the chain of entries is whole.
#pragma once

#include "core/journal.h"
#include "ui/page.h"

class QAction;
class QSplitter;

namespace naru::ui {

class ChangesPanel;
class JournalModel;
class ListTable;
class LiveField;
class TextFilter;

class JournalPage : public Page {
    Q_OBJECT
public:
    explicit JournalPage(Shell &shell);

    QString subtitle() const override;
    QList<ShortcutHint> hints() const override;
    void refresh() override;
    void open(const RecordRef &record) override; // shows the history of one record, or of one plan
    QList<PrintChoice> printChoices() const override;
    void verify();
    ListTable *table() const { return m_table; }
    LiveField *search() const { return m_search; }
    ChangesPanel *detail() const { return m_detail; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act);
    void showEntry(int row);

    JournalModel *m_model;
    TextFilter *m_filter;
    ListTable *m_table;
    LiveField *m_search;
    ChangesPanel *m_detail;
    QSplitter *m_parts;
    QAction *m_all = nullptr;
    RecordRef m_record; // whose history is shown; empty: all
    int m_limit = 1000;
};

} // namespace naru::ui
