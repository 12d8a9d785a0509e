// A process as its file draws it (BPMN DI), with what a run has made of it. Values: read and put together by a worker.
#pragma once

#include "engine/bpmn/model.h"

#include <QMap>
#include <QPointF>
#include <QRectF>

namespace naru::ui {

struct DiagramShape {
    QString element;
    QString name;
    bpmn::Kind kind = bpmn::Kind::Foreign;
    QString trigger; // of an event: "timer", "message", "error" …; empty: none
    bool isInterrupting = true; // a boundary event
    QRectF bounds;
    QRectF label; // null: inside, or below
};

struct DiagramEdge {
    QString element;
    QString name;
    QString source;
    QString target;
    QList<QPointF> points;
};

struct Diagram {
    QList<DiagramShape> shapes; // in the order of the model
    QList<DiagramEdge> edges;
    QRectF bounds;

    const DiagramShape *shape(const QString &element) const; // null where there is none
    // Where an arrow key leads from an element: along the flows to the right and to the left, else to the nearest shape
    // of that side; the element itself where there is none.
    QString neighbour(const QString &element, Qt::Key arrow) const;
};

// Reads the first diagram of the model; a model without one is laid out from left to right.
Diagram readDiagram(const bpmn::Model &model);

// In the order of what hides what: an incident is seen before anything else.
enum class NodeState { Idle, Done, Active, Waiting, Incident };

struct NodeMark {
    NodeState state = NodeState::Idle;
    int passes = 0; // how often it was done
    int tokens = 0; // that wait in front of it
};

struct DiagramMarks {
    QMap<QString, NodeMark> nodes; // by element
    QMap<QString, int> flows; // how often each was taken
};

QString wordOf(bpmn::Kind kind); // "person's task"
QString wordOf(NodeState state);

} // namespace naru::ui
