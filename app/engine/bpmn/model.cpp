#include "engine/bpmn/model.h"

namespace naru::bpmn {

QString Element::attribute(QStringView attributeName) const
{
    for (const Attribute &one : attributes)
        if (one.name.uri.isEmpty() && one.name.local == attributeName)
            return one.value.isNull() ? u""_s : one.value;
    return {};
}

bool Element::flag(QStringView attributeName, bool otherwise) const
{
    const QString value = attribute(attributeName).trimmed();
    if (value == u"true" || value == u"1")
        return true;
    return value == u"false" || value == u"0" ? false : otherwise;
}

QString Element::text() const
{
    QString out;
    for (const Content &piece : content)
        if (piece.type == Content::Type::Text || piece.type == Content::Type::CharacterData)
            out += piece.text;
    return out;
}

QList<const Element *> Element::children() const
{
    QList<const Element *> out;
    for (const Content &piece : content)
        if (piece.element)
            out.append(piece.element);
    return out;
}

QList<const Element *> Element::children(Kind of) const
{
    QList<const Element *> out;
    for (const Content &piece : content)
        if (piece.element && piece.element->is(of))
            out.append(piece.element);
    return out;
}

const Element *Element::child(Kind of) const
{
    for (const Content &piece : content)
        if (piece.element && piece.element->is(of))
            return piece.element;
    return nullptr;
}

QStringList Element::childTexts(Kind of) const
{
    QStringList out;
    for (const Element *one : children(of))
        out.append(one->trimmedText());
    return out;
}

const Element *Element::ancestor(Kind of) const
{
    const Element *at = parent;
    while (at && !at->is(of))
        at = at->parent;
    return at;
}

QString Element::namespaceOf(QStringView prefix) const
{
    if (prefix == u"xml")
        return u"http://www.w3.org/XML/1998/namespace"_s;
    for (const Element *at = this; at; at = at->parent)
        for (const NamespaceDeclaration &one : at->namespaces)
            if (one.prefix == prefix)
                return one.uri.isNull() ? u""_s : one.uri;
    return {};
}

QList<const Element *> Model::elements() const
{
    QList<const Element *> out;
    for (const auto &one : m_elements)
        out.append(one.get());
    return out;
}

QList<const Element *> Model::all(Kind of) const
{
    QList<const Element *> out;
    for (const auto &one : m_elements)
        if (one->is(of))
            out.append(one.get());
    return out;
}

const Element *Model::find(QStringView id) const
{
    return m_byId.value(id.toString());
}

const Element *Model::refer(const Element &from, QStringView reference) const
{
    const QStringView name = reference.trimmed();
    const qsizetype colon = name.indexOf(u':');
    if (colon < 0)
        return find(name);
    return from.namespaceOf(name.first(colon)) == targetNamespace() ? find(name.sliced(colon + 1)) : nullptr;
}

const Element *Model::referred(const Element &from, QStringView attributeName) const
{
    const QString reference = from.attribute(attributeName);
    return reference.isEmpty() ? nullptr : refer(from, reference);
}

Element *Model::append(Element *parent, XmlName name, Kind kind)
{
    m_elements.push_back(std::make_unique<Element>());
    Element *const element = m_elements.back().get();
    element->kind = kind;
    element->name = std::move(name);
    element->parent = parent;
    if (parent)
        parent->content.append({Content::Type::Element, {}, element});
    return element;
}

void Model::index()
{
    m_byId.clear();
    for (const auto &one : m_elements)
        if (const QString id = one->kind == Kind::Foreign ? QString() : one->id();
            !id.isEmpty() && !m_byId.contains(id))
            m_byId.insert(id, one.get());
}

} // namespace naru::bpmn
