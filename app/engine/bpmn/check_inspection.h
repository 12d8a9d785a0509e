// What the rules of check() look at and report to: the model with what follows from it, asked often and worked out
// once.
#pragma once

#include "engine/bpmn/check.h"
#include "engine/bpmn/model_schema.h"

#include <QHash>

namespace naru::bpmn {

class Inspection {
public:
    Inspection(const Model &model, const QList<Imported> &imports);

    const Model &model() const { return m_model; }
    const QList<Imported> &imports() const { return m_imports; }
    Findings findings() const { return m_findings; }

    void problem(const Element &at, QStringView rule, const QString &text);
    void warning(const Element &at, QStringView rule, const QString &text);

    // Where a reference leads: to an element of this model or of an imported one, to nothing, or out of sight (into a
    // file that could not be read, or that is no BPMN).
    struct Target {
        const Element *element = nullptr;
        bool isOutOfSight = false;
    };
    Target target(const Element &from, QStringView reference) const;
    // The element that an attribute refers to, null if none is known.
    const Element *referred(const Element &from, QStringView attribute) const
    {
        return target(from, from.attribute(attribute)).element;
    }

    // Sequence flows by what their sourceRef and targetRef say.
    QList<const Element *> incoming(const Element &node) const { return m_incoming.value(&node); }
    QList<const Element *> outgoing(const Element &node) const { return m_outgoing.value(&node); }
    QList<const Element *> boundaryEvents(const Element &activity) const { return m_boundary.value(&activity); }
    // Associations that begin or end there.
    QList<const Element *> associations(const Element &element) const { return m_associations.value(&element); }
    // Those within the event and those that it refers to.
    QList<const Element *> eventDefinitions(const Element &event) const;
    bool hasDefinition(const Element &event, Kind of) const;

    // The process around it is executable.
    static bool isExecutable(const Element &element);
    // An engine's own extension says how this element is carried out, where the standard would have a reference say it.
    static bool isBoundByExtension(const Element &element);
    // The model names an expression language. Who names none leaves conditions and scripts to whoever runs it.
    bool namesLanguage() const { return !m_model.definitions().attribute(u"expressionLanguage").isEmpty(); }

    // The item definition of an element that carries data, null if it has none.
    const Element *item(const Element &itemAware) const;
    // Both mean the same data: the same item definition, or the same structure.
    bool sameItem(const Element *one, const Element *other) const;

    // The pool in which an element lies, or that it is; the process if no pool shows it; null if it lies in neither.
    const Element *pool(const Element &element) const;

private:
    void collectFlows();
    Problem finding(const Element &at, QStringView rule, const QString &text) const;

    const Model &m_model;
    QList<Imported> m_imports;
    Findings m_findings;
    // Asked, never walked through.
    QHash<const Element *, QList<const Element *>> m_incoming;
    QHash<const Element *, QList<const Element *>> m_outgoing;
    QHash<const Element *, QList<const Element *>> m_boundary;
    QHash<const Element *, QList<const Element *>> m_associations;
    QHash<const Element *, const Element *> m_pools; // of processes
};

// How a message names an element: "task 't1'".
QString called(const Element &element);

// The groups of rules.
void checkSchema(Inspection &inspection);
void checkReferences(Inspection &inspection);
void checkFlow(Inspection &inspection);
void checkGateways(Inspection &inspection);
void checkEvents(Inspection &inspection);
void checkEventDefinitions(Inspection &inspection);
void checkActivities(Inspection &inspection);
void checkTasks(Inspection &inspection);
void checkData(Inspection &inspection);
void checkExpressions(Inspection &inspection);
void checkCollaboration(Inspection &inspection);

} // namespace naru::bpmn
