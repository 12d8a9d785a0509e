#include "engine/dmn/model_reader.h"

#include <QCryptographicHash>

#include <array>

namespace naru::dmn {

namespace {

constexpr std::array<QStringView, 6> languages{
    u"http://www.omg.org/spec/DMN/20151101/dmn.xsd", u"http://www.omg.org/spec/DMN/20180521/MODEL/",
    u"https://www.omg.org/spec/DMN/20191111/MODEL/", u"https://www.omg.org/spec/DMN/20211108/MODEL/",
    u"https://www.omg.org/spec/DMN/20230324/MODEL/", u"https://www.omg.org/spec/DMN/20240513/MODEL/"};

} // namespace

bool isLanguage(QStringView space)
{
    for (const QStringView one : languages)
        if (one == space)
            return true;
    return false;
}

Status ModelReader::read()
{
    while (m_xml.next()) {
        if (m_xml.token() != QXmlStreamReader::StartElement)
            continue;
        if (m_xml.name() != u"definitions" || !isLanguage(m_xml.namespaceUri()))
            return Error{Error::Kind::Invalid,
                         u"expected DMN definitions of version 1.1 to 1.6 but found '%1' of namespace '%2'"_s.arg(
                             m_xml.name(), m_xml.namespaceUri()),
                         u"dmn.language"_s};
        readDefinitions();
    }
    return m_xml.status();
}

QString ModelReader::placeOf(const QString &outer)
{
    const QString id = m_xml.attribute(u"id");
    if (id.isEmpty())
        return outer + u"/%1[%2]"_s.arg(m_xml.name()).arg(m_counts.back().value(m_xml.name().toString(), 1));
    m_model.ids.append(id);
    return id;
}

// The text of an element without children; any child is passed over.
QString ModelReader::rawText()
{
    QString all;
    const int depth = m_xml.depth();
    while (m_xml.next()) {
        if (m_xml.token() == QXmlStreamReader::EndElement && m_xml.depth() == depth)
            break;
        if (m_xml.token() == QXmlStreamReader::StartElement)
            m_xml.skip();
        else if (m_xml.token() == QXmlStreamReader::Characters)
            all += m_xml.text();
    }
    return all;
}

void ModelReader::readDefinitions()
{
    m_model.language = m_xml.namespaceUri().toString();
    m_model.id = m_xml.attribute(u"id");
    m_model.name = m_xml.attribute(u"name");
    m_model.space = m_xml.attribute(u"namespace");
    m_model.expressionLanguage = m_xml.attribute(u"expressionLanguage");
    m_model.place = placeOf({});
    children(m_model.place, [this](const QString &place) { return takeDefinition(place); });
}

bool ModelReader::takeDefinition(const QString &place)
{
    const QStringView name = m_xml.name();
    if (name == u"import")
        m_model.imports.push_back(readImport(place));
    else if (name == u"itemDefinition")
        m_model.types.push_back(readItemDefinition(place));
    else if (name == u"inputData")
        m_model.inputs.push_back(readInputData(place));
    else if (name == u"decision")
        m_model.decisions.push_back(readDecision(place));
    else if (name == u"businessKnowledgeModel")
        m_model.knowledge.push_back(readKnowledgeModel(place));
    else if (name == u"decisionService")
        m_model.services.push_back(readDecisionService(place));
    else if (name == u"knowledgeSource")
        readKnowledgeSource(place);
    else
        return false;
    return true;
}

Import ModelReader::readImport(const QString &outer)
{
    const Import import{placeOf(outer), m_xml.attribute(u"name"), m_xml.attribute(u"namespace"),
                        m_xml.attribute(u"importType")};
    m_xml.skip();
    return import;
}

ItemDefinition ModelReader::readItemDefinition(const QString &outer)
{
    ItemDefinition item;
    item.place = placeOf(outer);
    item.name = m_xml.attribute(u"name");
    const QString collection = m_xml.attribute(u"isCollection");
    item.isCollection = collection == u"true" || collection == u"1";
    children(item.place, [&](const QString &) { return takeOfItem(item); });
    return item;
}

bool ModelReader::takeOfItem(ItemDefinition &item)
{
    const QStringView name = m_xml.name();
    if (name == u"typeRef")
        item.typeRef = rawText().trimmed();
    else if (name == u"allowedValues")
        item.allowedValues = readText(item.place);
    else if (name == u"typeConstraint")
        item.typeConstraint = readText(item.place);
    else if (name == u"itemComponent")
        item.components.push_back(readItemDefinition(item.place));
    else if (name == u"functionItem")
        readFunctionItem(item);
    else
        return false;
    return true;
}

void ModelReader::readFunctionItem(ItemDefinition &item)
{
    item.isFunction = true;
    item.outputTypeRef = m_xml.attribute(u"outputTypeRef");
    children(placeOf(item.place), [&](const QString &place) {
        if (m_xml.name() != u"parameters")
            return false;
        item.parameters.push_back(readItem(place));
        return true;
    });
}

InputData ModelReader::readInputData(const QString &outer)
{
    InputData input;
    input.place = placeOf(outer);
    input.id = m_xml.attribute(u"id");
    input.name = m_xml.attribute(u"name");
    children(input.place, [&](const QString &place) {
        if (m_xml.name() != u"variable")
            return false;
        input.variable = readItem(place);
        return true;
    });
    return input;
}

Decision ModelReader::readDecision(const QString &outer)
{
    Decision decision;
    decision.place = placeOf(outer);
    decision.id = m_xml.attribute(u"id");
    decision.name = m_xml.attribute(u"name");
    children(decision.place, [&](const QString &) { return takeOfDecision(decision); });
    return decision;
}

bool ModelReader::takeOfDecision(Decision &decision)
{
    const QStringView name = m_xml.name();
    if (name == u"variable") {
        decision.variable = readItem(decision.place);
    } else if (name == u"question") {
        decision.question = rawText();
    } else if (name == u"allowedAnswers") {
        decision.allowedAnswers = rawText();
    } else if (name == u"description") {
        decision.description = rawText().trimmed();
    } else if (name == u"informationRequirement" || name == u"knowledgeRequirement") {
        readRequirement(decision.place, decision.requiredDecisions, decision.requiredInputs,
                        decision.requiredKnowledge);
    } else if (name == u"authorityRequirement") {
        const std::size_t before = m_model.authorities.size();
        readAuthority(decision.place);
        for (std::size_t i = before; i < m_model.authorities.size(); ++i)
            decision.authorities.append(m_model.authorities[i].href);
    } else if (boxOf(name) != Expression::Kind::Unknown) {
        decision.logic = readExpression(decision.place);
    } else {
        return false;
    }
    return true;
}

KnowledgeModel ModelReader::readKnowledgeModel(const QString &outer)
{
    KnowledgeModel knowledge;
    knowledge.place = placeOf(outer);
    knowledge.id = m_xml.attribute(u"id");
    knowledge.name = m_xml.attribute(u"name");
    std::vector<Reference> others; // a knowledge model has no information requirements
    children(knowledge.place, [&](const QString &place) {
        if (m_xml.name() == u"variable")
            knowledge.variable = readItem(place);
        else if (m_xml.name() == u"encapsulatedLogic")
            knowledge.logic = readFunction(place);
        else if (m_xml.name() == u"knowledgeRequirement")
            readRequirement(place, others, others, knowledge.requiredKnowledge);
        else if (m_xml.name() == u"authorityRequirement")
            readAuthority(place);
        else
            return false;
        return true;
    });
    return knowledge;
}

DecisionService ModelReader::readDecisionService(const QString &outer)
{
    DecisionService service;
    service.place = placeOf(outer);
    service.id = m_xml.attribute(u"id");
    service.name = m_xml.attribute(u"name");
    children(service.place, [&](const QString &place) {
        const QStringView name = m_xml.name();
        if (name == u"variable")
            service.variable = readItem(place);
        else if (name == u"outputDecision")
            service.outputDecisions.push_back(readReference(place));
        else if (name == u"encapsulatedDecision")
            service.encapsulatedDecisions.push_back(readReference(place));
        else if (name == u"inputDecision")
            service.inputDecisions.push_back(readReference(place));
        else if (name == u"inputData")
            service.inputData.push_back(readReference(place));
        else
            return false;
        return true;
    });
    return service;
}

void ModelReader::readKnowledgeSource(const QString &outer)
{
    const QXmlStreamAttributes &attributes = m_xml.attributes();
    KnowledgeSource source{m_xml.attribute(u"id"), m_xml.attribute(u"name"), {}, m_xml.attribute(u"locationURI"),
                           attributes.value(u"urn:naru:dmn"_s, u"validFrom"_s).toString(),
                           attributes.value(u"urn:naru:dmn"_s, u"validTo"_s).toString()};
    children(placeOf(outer), [&](const QString &place) {
        if (m_xml.name() == u"type")
            source.type = rawText().trimmed();
        else if (m_xml.name() == u"authorityRequirement")
            readAuthority(place);
        else
            return false;
        return true;
    });
    m_model.sources.push_back(source);
}

void ModelReader::readAuthority(const QString &outer)
{
    children(placeOf(outer), [&](const QString &place) {
        m_model.authorities.push_back(readReference(place));
        return true;
    });
}

Reference ModelReader::readReference(const QString &outer)
{
    const Reference reference{outer, m_xml.attribute(u"href")};
    m_xml.skip();
    return reference;
}

void ModelReader::readRequirement(const QString &outer, std::vector<Reference> &decisions,
                                  std::vector<Reference> &inputs, std::vector<Reference> &knowledge)
{
    children(placeOf(outer), [&](const QString &place) {
        if (m_xml.name() == u"requiredDecision")
            decisions.push_back(readReference(place));
        else if (m_xml.name() == u"requiredInput")
            inputs.push_back(readReference(place));
        else if (m_xml.name() == u"requiredKnowledge")
            knowledge.push_back(readReference(place));
        else
            return false;
        return true;
    });
}

InformationItem ModelReader::readItem(const QString &outer)
{
    const InformationItem item{placeOf(outer), m_xml.attribute(u"name"), m_xml.attribute(u"typeRef")};
    m_xml.skip();
    return item;
}

Text ModelReader::readText(const QString &outer)
{
    Text text{placeOf(outer), {}, m_xml.attribute(u"typeRef"), m_xml.attribute(u"expressionLanguage")};
    children(text.place, [&](const QString &) {
        if (m_xml.name() != u"text")
            return false;
        text.text = rawText();
        return true;
    });
    return text;
}

Result<Model> readModel(const QByteArray &bytes, const QString &file)
{
    Model model;
    model.file = file;
    model.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    ModelReader reader(bytes, model);
    if (const Status status = reader.read(); !status)
        return status.error();
    return model;
}

QString modelNamespace(const QByteArray &bytes)
{
    SafeXml xml(bytes);
    while (xml.next())
        if (xml.token() == QXmlStreamReader::StartElement)
            return xml.name() == u"definitions" && isLanguage(xml.namespaceUri()) ? xml.attribute(u"namespace")
                                                                                  : QString();
    return {};
}

} // namespace naru::dmn
