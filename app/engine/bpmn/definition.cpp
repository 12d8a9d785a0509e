#include "engine/bpmn/definition_builder.h"
#include "engine/bpmn/json_fields.h"

#include <QCryptographicHash>

namespace naru::bpmn {

Definition Definition::compile(std::shared_ptr<const Model> model, const Options &options)
{
    return DefinitionBuilder(std::move(model), options).build();
}

int Definition::processOf(int index) const
{
    while (body(index).parent >= 0)
        index = body(index).parent;
    return index;
}

bool Definition::flowReaches(int flow, int incoming) const
{
    const auto at = m_parts->flowReach.constFind(incoming);
    return at != m_parts->flowReach.constEnd() && at->at(size_t(flow));
}

bool Definition::nodeReaches(int node, int incoming) const
{
    const auto at = m_parts->nodeReach.constFind(incoming);
    return at != m_parts->nodeReach.constEnd() && at->at(size_t(node));
}

void DefinitionBuilder::readReach()
{
    for (int i = 0; i < m_parts.nodes.size(); ++i)
        if (m_parts.nodes[i].linkTarget >= 0)
            m_linkSources[m_parts.nodes[i].linkTarget].append(i);
    for (int i = 0; i < m_parts.nodes.size(); ++i) {
        const Node &node = m_parts.nodes[i];
        const bool merges = node.kind == Kind::InclusiveGateway || node.kind == Kind::ComplexGateway;
        if (merges && node.incoming.size() > 1)
            readReach(i);
    }
}

// Walks backwards from each incoming flow, never through the gateway itself. What is attached to an activity leads on
// from it, and a throwing link leads to its catching one.
void DefinitionBuilder::readReach(int gateway)
{
    for (int incoming : m_parts.nodes[gateway].incoming) {
        std::vector<bool> flows(size_t(m_parts.flows.size()), false);
        std::vector<bool> nodes(size_t(m_parts.nodes.size()), false);
        QList<int> open{m_parts.flows[incoming].source};
        flows[size_t(incoming)] = true;
        while (!open.isEmpty()) {
            const int index = open.takeLast();
            if (index == gateway || nodes[size_t(index)])
                continue;
            nodes[size_t(index)] = true;
            const Node &node = m_parts.nodes[index];
            for (int flow : node.incoming) {
                flows[size_t(flow)] = true;
                open.append(m_parts.flows[flow].source);
            }
            if (node.attachedTo >= 0)
                open.append(node.attachedTo);
            open += m_linkSources.value(index);
        }
        m_parts.flowReach.insert(incoming, std::move(flows));
        m_parts.nodeReach.insert(incoming, std::move(nodes));
    }
}

namespace {

// Names, values, and order of an element and of all in it; not where it stands in the file, nor its prefixes.
void addTo(QCryptographicHash &hash, const Element &element)
{
    const auto add = [&hash](QStringView text) {
        const QByteArray bytes = text.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    add(element.name.uri);
    add(element.name.local);
    QStringList attributes;
    for (const Attribute &attribute : element.attributes)
        attributes.append(attribute.name.uri + u' ' + attribute.name.local + u'=' + attribute.value);
    attributes.sort();
    add(QString::number(attributes.size()));
    for (const QString &attribute : attributes)
        add(attribute);
    for (const Content &content : element.content) {
        if (content.type == Content::Type::Element)
            addTo(hash, *content.element);
        else if (content.type == Content::Type::Text || content.type == Content::Type::CharacterData)
            add(content.text.trimmed());
    }
    add(u"/");
}

} // namespace

QString DefinitionBuilder::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Element *child : m_model->definitions().children())
        if (child->kind != Kind::BpmnDiagram)
            addTo(hash, *child);
    for (const Definition::Import &one : m_parts.imports) {
        hash.addData(one.module.toUtf8() + '\n');
        for (const Element *child : one.model->definitions().children())
            if (child->kind != Kind::BpmnDiagram)
                addTo(hash, *child);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString toString(Work::Type type) { return wordOf(type); }

} // namespace naru::bpmn
