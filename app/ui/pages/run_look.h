// Everything that the page of runs shows of one run, gathered by a worker: where it stands, how it came there, what it
// decided by which rules, what it knows, what hinders it.
#pragma once

#include "run/robots/robot_desk.h"
#include "ui/diagram.h"
#include "ui/pages/run_cells.h"

#include <memory>

namespace naru::ui {

// A decision table with one evaluation of it: a row for the values, then the rules.
struct DecisionLook {
    QString title;
    QStringList heads;
    QList<CellRow> rows;
    QList<int> fired; // rules, from 1
    QStringList about = {}; // what is decided, how many rules count, on what law it rests
    QStringList why = {}; // for each row: why the rule fired, or did not
};

struct RunIncident {
    qint64 number = 0;
    QString element;
    QString where; // name of the node
    QString text; // what happened and what to do
    QString reason; // of the log, in English
};

struct RunLook {
    store::RunHead head;
    Diagram diagram;
    DiagramMarks marks;
    QList<CellRow> story; // when, what, who
    QList<CellRow> variables; // key: the name
    QList<DecisionLook> decisions;
    QList<RunIncident> incidents;
    QList<CellRow> evidence; // key: "plan:…" or the path of a file
};

Result<RunLook> lookAt(run::RobotDesk &desk, const QString &run);

// What stopped a run, and what to do about it.
QString incidentWords(bpmn::Incident::Kind kind);

// A state in a word, with an icon and a tone.
Cell stateCell(store::RunState state);

// What a fact of a run says, or an empty row for what needs no telling. The story knows which node each number means.
class RunStory {
public:
    // REQUIRES: both outlive the story.
    RunStory(const bpmn::Definition &definition, const office::Directory &office)
        : m_definition(definition)
        , m_office(office)
    {
    }

    void take(const run::RunFact &fact, const QDateTime &at);
    const QList<CellRow> &rows() const { return m_rows; }
    const DiagramMarks &marks() const { return m_marks; }
    const QMap<QString, std::pair<feel::Value, QDateTime>> &variables() const { return m_variables; }
    const QList<run::DecisionMade> &decisions() const { return m_decisions; }

private:
    void takeEvent(const bpmn::Event &event, const QDateTime &at);
    void tell(const QDateTime &at, const QString &icon, Tone tone, const QString &text, const QString &who = {});
    QString nameOf(int node) const;
    QString nameOfActivity(bpmn::Id id) const { return nameOf(m_nodes.value(id, -1)); }
    QString nameOfKey(const QString &key) const;
    void pass(int node, const QList<int> &from, const QList<int> &to);

    const bpmn::Definition &m_definition;
    const office::Directory &m_office;
    QList<CellRow> m_rows;
    DiagramMarks m_marks;
    QMap<bpmn::Id, int> m_nodes; // of activities
    QMap<QString, std::pair<feel::Value, QDateTime>> m_variables;
    QList<run::DecisionMade> m_decisions;
};

// The tables that a decision rested on, with what was asked and which rules fired.
QList<DecisionLook> decisionLooks(const run::Robot &robot, const run::DecisionMade &made);

} // namespace naru::ui
