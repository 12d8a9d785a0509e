// 통합검색 (Ctrl+K): a field in the top bar and the results below it, group by group, while one types.
#pragma once

#include "ui/live_field.h"
#include "ui/result_list.h"

namespace naru::ui {

class Works;

// What a search found, as plain values: made in a worker.
struct SearchFound {
    QString group; // the kind of record: "person", "unit", "task" …
    QString title;
    QString detail;
    QString record; // "person:20110234"
};

using SearchSource = std::function<Result<QList<SearchFound>>(const QString &query, int limit)>;

class SearchBox : public QWidget {
    Q_OBJECT
public:
    // The pages of the menu are always found; `source` brings what the office holds and may be null. It is called from
    // a worker thread. `overlay` is the widget over which the results open.
    SearchBox(const Theme &theme, Works &works, QWidget *overlay, QWidget *parent = nullptr);

    void setSource(SearchSource source) { m_source = std::move(source); }
    void setPages(std::function<QList<ResultItem>(const QString &query)> pages) { m_pages = std::move(pages); }
    LiveField *field() const { return m_field; }
    ResultList *results() const { return m_list; }
    bool isOpen() const;
    void start(); // focus, everything selected

Q_SIGNALS:
    void recordChosen(const QString &record);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void search(const QString &query);
    void showFound(const QString &query, const QList<SearchFound> &found);
    QList<ResultGroup> grouped(const QList<SearchFound> &found);
    void place();
    void dismiss();

    const Theme &m_theme;
    Works &m_works;
    QWidget *m_overlay;
    LiveField *m_field;
    QFrame *m_popup;
    ResultList *m_list;
    SearchSource m_source;
    std::function<QList<ResultItem>(const QString &)> m_pages;
    QStringList m_widened; // groups that show all they have
    QString m_query;
    int m_running = 0; // the number of the last question: late answers to earlier ones are dropped
};

} // namespace naru::ui
