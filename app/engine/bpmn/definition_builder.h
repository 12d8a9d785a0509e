// Compiles a written model into a running definition. Internal to the definition.
#pragma once

#include "engine/bpmn/definition.h"

#include <QMap>

namespace naru::bpmn {

class DefinitionBuilder {
public:
    DefinitionBuilder(std::shared_ptr<const Model> model, const Definition::Options &options);
    Definition build();

private:
    // definition_builder.cpp: bodies, nodes, flows
    void addProcesses();
    int addBody(const Element &element, int parent, int node);
    void addContent(const Element &element, int body);
    void addNode(const Element &element, int body);
    void addFlow(const Element &element, int body);
    void readActivity(Node &node);
    void readQuantities(Node &node);
    void readWork(Node &node);
    void readGlobalTask(Node &node, const Element &task);
    void readCall(Node &node);
    void readAdHoc(Body &body, const Element &element);
    void enterBodies();
    QList<int> entriesOf(const Body &body) const;
    QString idOf(const Element &element) const;
    QString ownIdOf(const Element &element) const;
    const Element *calledFrom(const Element &call, const QString &called) const;
    // Of the file that the element stands in.
    const Definition::Import *importOf(const Element &element) const; // null: of the model itself
    const Model &modelOf(const Element &element) const;
    const Element *refer(const Element &from, QStringView reference) const { return modelOf(from).refer(from, reference); }
    const Element *referred(const Element &from, QStringView attribute) const { return modelOf(from).referred(from, attribute); }
    QList<const Element *> all(Kind kind) const;

    // definition_events.cpp
    void readEvents();
    void readEvent(Node &node);
    QList<Trigger> triggersOf(const Element &event);
    Trigger triggerOf(const Element &definition);
    void readTimer(Trigger &trigger, const Element &definition);
    void nameMessage(Trigger &trigger, const Element &refersToMessage);
    void attachBoundaries();
    void attachHandlers();
    void connectLinks();
    void addStarts();
    void addStart(int node, int body);
    void addCorrelations();
    CorrelationKey correlationOf(const Element &key, const Element &process);

    // definition_data.cpp
    void declareData();
    QString declare(const Element &item, const QStringList &taken);
    void readData(Node &node);
    DataInterface interfaceOf(const Element &owner);
    void readSets(DataInterface &data, const Element &specification);
    DataAssociation associationOf(const Element &association, const Element &owner);
    QString variableOf(const Element &from, const QString &reference) const;
    void readLoop(Node &node);
    void readMultiInstance(Node &node, const Element &loop);
    QStringList declaredAt(const Element &place) const;

    // The expression that the element states; null if there is no element, or it states nothing (which is a problem).
    ExpressionPointer expressionOf(const Element *element, const QStringList &more = {});
    // What a literal text says in the language that the model leaves undeclared.
    ExpressionPointer expressionOf(const Element &place, const QString &text, const QString &language,
                                   const QStringList &more);
    void problem(const Element &element, const QString &rule, const QString &text);

    void readReach();
    void readReach(int gateway);
    QString digest() const;

    std::shared_ptr<const Model> m_model; // shared with the definition that comes out
    Definition::Options m_options;
    Definition::Parts m_parts;
    QHash<const Element *, const Definition::Import *> m_imported; // by root; asked, never walked through
    QHash<const Element *, int> m_nodes; // asked, never walked through
    QHash<const Element *, int> m_bodies;
    QList<const Element *> m_bodyElements; // in the order of the bodies
    QList<const Element *> m_flowElements;
    QHash<int, QList<int>> m_linkSources; // catching link → throwing ones; asked, never walked through
    QHash<const Element *, QString> m_variables; // of data objects, properties, inputs, outputs
};

} // namespace naru::bpmn
