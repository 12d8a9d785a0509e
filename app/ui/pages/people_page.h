// 조직도·사용자: the organisation of any day, the people in it, and the card of each.
#pragma once

#include "ui/page.h"

#include <memory>

class QAction;
class QSplitter;

namespace naru::office {
class Directory;
}

namespace naru::ui {

class ListTable;
class LiveField;
class Panel;
class PersonCard;
class PersonModel;
class TextFilter;
class UnitModel;
class UnitTree;

class PeoplePage : public Page {
    Q_OBJECT
public:
    explicit PeoplePage(Shell &shell);

    QString subtitle() const override;
    QList<ShortcutHint> hints() const override;
    void refresh() override;
    void open(const RecordRef &record) override; // "person:…", "unit:…"
    QList<PrintChoice> printChoices() const override;

    UnitTree *tree() const { return m_tree; }
    ListTable *table() const { return m_table; }
    LiveField *search() const { return m_search; }
    PersonCard *card() const { return m_card; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void addExports();
    void exportAs(const QString &kind, const QString &ending);
    void readUnits();
    void readPeople();
    void readPerson(const QString &empNo);
    void showUnitCard();
    void showPersonAt(int row);
    QString currentUnit() const;
    void selectWaiting();

    UnitModel *m_units;
    UnitTree *m_tree;
    PersonModel *m_people;
    TextFilter *m_filter;
    ListTable *m_table;
    LiveField *m_search;
    Panel *m_peoplePanel;
    PersonCard *m_card;
    QSplitter *m_parts; // the organisation | the rest
    QSplitter *m_right; // people | card
    std::shared_ptr<const office::Directory> m_directory; // the session's, for names
    QString m_waitingPerson; // to be shown when the list is there
    QString m_waitingUnit;
    int m_asked = 0; // the last question about people
};

} // namespace naru::ui
