// A robot: a folder with data alone. robot.json names its process (BPMN), its decisions (DMN), its forms, what it takes,
// and what it may do. A run is pinned to all of it by one digest, so that a new version does not disturb it.
#pragma once

#include "engine/bpmn/definition.h"
#include "engine/dmn/decision_model.h"
#include "run/robots/form.h"
#include "store/runs.h"

#include <QJsonObject>
#include <QMap>

#include <memory>

namespace naru::run {

// What is wrong with a robot, all of it at once.
struct RobotProblem {
    QString file;
    QString element;
    QString rule; // "robot.file", "robot.operation", "bpmn.…", "dmn.…"
    QString text;
};

// What a robot wants to be told when it starts.
struct RobotInput {
    QString name;
    QString kind; // "files", "text", "day", "number", "flag"
    QString label;
    bool required = false;
};

// robot.json:
//   {"robot": "personnel-order", "title": {"ko": "…", "en": "…"}, "description": {…},
//    "process": {"model": "order.bpmn", "id": "Order"}, "decisions": ["approval.dmn"], "forms": ["order-review"],
//    "inputs": [{"name": "files", "kind": "files", "label": {…}, "required": true}],
//    "operations": ["office.planPersonnelOrder"], "calls": ["leave"], "limits": {"effects": 1000}}
// A call activity calls a process of the model, of a model in the folder that the model imports, or of another robot that
// "calls" names: calledElement="leave:Process", with xmlns:leave declared. All of them are part of what a run is pinned to.
// Without "process" it has rules alone: they can be asked, but there is nothing to run.
struct Robot {
    QString id;
    QString digest; // of the manifest and every file; what a run is pinned to
    QMap<QString, QByteArray> files; // by name: robot.json, models, decisions, forms
    QJsonObject manifest;
    QString process; // id of the process in the definition
    QString model; // file name
    bpmn::Definition definition;
    QMap<QString, dmn::DecisionModel> decisions; // by file name
    QMap<QString, Form> forms; // by name
    QList<RobotInput> inputs;
    QStringList operations; // that it may ask for
    int effectLimit = 10'000; // of one run
    QMap<QString, std::shared_ptr<const Robot>> called; // by name, shared: a robot is a value; the files are among `files` too
    QList<bpmn::Definition::Import> modules; // the model itself, and all that it can call

    bool hasProcess() const { return !model.isEmpty(); }
    QString title(const QString &language) const;
    QString description(const QString &language) const;
    // The decision by its name or id, and the model that has it; null where none does.
    const dmn::DecisionModel *decisionModel(const QString &decision) const;
    // Whose decisions, forms, and operations a node uses: the robot's own, or those of a robot that it calls.
    const Robot &ownerOf(const bpmn::Node &node) const { return ownerOf(node.module); }
    const Robot &ownerOf(const QString &module) const;
};

// Where robots and forms lie: $NARU_ROBOTS and $NARU_FORMS (folders, as in PATH) if set, else beside the program, else
// where they are installed.
QStringList robotFolders();
QStringList formFolders();

// What loading gives: a robot that may be run where there are no problems.
struct LoadedRobot {
    Robot robot;
    QList<RobotProblem> problems;
};

// Reads a robot's folder. Never fails half-way: everything that is wrong is a problem. `operations` are those that
// the connectors offer.
LoadedRobot loadRobot(const QString &folder, const QStringList &operations);
// Reads what a run was pinned to. NotFound, Invalid as Runs::kept.
Result<Robot> pinnedRobot(const store::Runs &runs, const QString &digest);
// Keeps the robot's files for its runs.
Status pin(store::Runs &runs, const Robot &robot);

// All robots that are installed, by id. The first folder wins.
QList<LoadedRobot> installedRobots(const QStringList &operations);
// NotFound ("robot.none"); Invalid ("robot.unsound") with the first problem.
Result<Robot> findRobot(const QString &id, const QStringList &operations);

} // namespace naru::run
