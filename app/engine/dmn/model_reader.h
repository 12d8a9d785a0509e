// From the XML of a model to its elements, one by one, each by a function that is called on its start and returns on
// its end.
#pragma once

#include "core/safe_xml.h"
#include "engine/dmn/model.h"

#include <QMap>

namespace naru::dmn {

// Whether a namespace is that of a version of DMN.
bool isLanguage(QStringView space);
// Unknown for what is no boxed expression.
Expression::Kind boxOf(QStringView name);

class ModelReader {
public:
    ModelReader(const QByteArray &bytes, Model &model)
        : m_xml(bytes)
        , m_model(model)
    {
    }

    Status read();

private:
    // Calls `take` on the start of each child in a namespace of DMN; what it does not take is passed over.
    template <typename Take> void children(const QString &place, const Take &take);
    QString placeOf(const QString &outer);
    QString rawText();

    void readDefinitions();
    bool takeDefinition(const QString &place);
    bool isDrgElement() const;
    Import readImport(const QString &outer);
    ItemDefinition readItemDefinition(const QString &outer);
    bool takeOfItem(ItemDefinition &item);
    void readFunctionItem(ItemDefinition &item);
    InputData readInputData(const QString &outer);
    Decision readDecision(const QString &outer);
    bool takeOfDecision(Decision &decision);
    KnowledgeModel readKnowledgeModel(const QString &outer);
    DecisionService readDecisionService(const QString &outer);
    void readKnowledgeSource(const QString &outer);
    void readAuthority(const QString &outer);
    Reference readReference(const QString &outer);
    void readRequirement(const QString &outer, std::vector<Reference> &decisions, std::vector<Reference> &inputs,
                         std::vector<Reference> &knowledge);
    InformationItem readItem(const QString &outer);
    Text readText(const QString &outer);

    Expression readExpression(const QString &outer);
    bool takeOfExpression(Expression &box);
    bool takeChild(Expression &box);
    Expression readOnly(const QString &outer, QString *typeRef = nullptr);
    Expression readFunction(const QString &outer);
    ContextEntry readContextEntry(const QString &outer);
    ContextEntry readBinding(const QString &outer);
    bool takeOfTable(Expression &box);
    InputClause readInputClause(const QString &outer);
    OutputClause readOutputClause(const QString &outer);
    Rule readRule(const QString &outer);

    SafeXml m_xml;
    Model &m_model;
    std::vector<QMap<QString, int>> m_counts{{}}; // children of each open element, by name
};

template <typename Take> void ModelReader::children(const QString &place, const Take &take)
{
    m_counts.emplace_back();
    const int depth = m_xml.depth();
    while (m_xml.next()) {
        if (m_xml.token() == QXmlStreamReader::EndElement && m_xml.depth() == depth)
            break;
        if (m_xml.token() != QXmlStreamReader::StartElement)
            continue;
        ++m_counts.back()[m_xml.name().toString()];
        const int inner = m_xml.depth();
        const bool taken = isLanguage(m_xml.namespaceUri()) && take(place);
        if (!taken && m_xml.token() == QXmlStreamReader::StartElement && m_xml.depth() == inner)
            m_xml.skip();
    }
    m_counts.pop_back();
}

} // namespace naru::dmn
