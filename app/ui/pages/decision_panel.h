// What a person decides about a line: one of the candidates, somebody or some unit that is searched for, or to skip it.
// Nothing is chosen beforehand: a key that slips must not move a person.
#pragma once

#include "ui/live_field.h"
#include "ui/pages/panel.h"
#include "ui/pages/plan_lines.h"
#include "ui/result_list.h"
#include "ui/shell.h"

#include <QJsonObject>

class QButtonGroup;
class QPushButton;
class QRadioButton;
class QScrollArea;

namespace naru::ui {

class ReadingForm;

class DecisionPanel : public Panel {
    Q_OBJECT
public:
    explicit DecisionPanel(Shell &shell, QWidget *parent = nullptr);

    // `mayDecide`: the plan is still a draft.
    void setLine(const PlanLine &line, bool mayDecide);
    void focusChoice(); // the first candidate, or the search
    void decide(); // takes what is chosen
    void skip();
    void correct(); // opens the fields of a line on a scan
    ReadingForm *reading() const { return m_reading; }
    bool hasChoice() const;
    QList<QRadioButton *> choices() const { return m_choices; }
    LiveField *search() const { return m_search; }

Q_SIGNALS:
    void decided(const QJsonObject &answer); // {"emp_no": …} | {"to_unit": …} | {"skip": true} | {"read": {"name": …}}
    void fieldChosen(const naru::ui::ReadField &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoice(const Candidate &candidate, bool isChosen);
    void clearChoices();
    void lookUp(const QString &text);
    void showFound(const QList<Candidate> &found);
    void explain();
    void showReading(bool isShown);

    Shell &m_shell;
    QLabel *m_reason;
    QWidget *m_list;
    QScrollArea *m_scroll;
    QButtonGroup *m_group; // one of them, though each has a parent of its own
    LiveField *m_search;
    ResultList *m_found;
    QPushButton *m_choose;
    QPushButton *m_skip;
    QPushButton *m_correct;
    ReadingForm *m_reading;
    PlanLine m_line;
    QList<Candidate> m_candidates;
    QList<QRadioButton *> m_choices;
    bool m_mayDecide = false;
    int m_asked = 0;
};

} // namespace naru::ui
