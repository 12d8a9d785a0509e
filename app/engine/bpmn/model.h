// A BPMN 2.0.2 file as it was written: every element with its attributes in their order, the diagrams, documentation,
// namespaces, and whatever is foreign, so that reading and writing lose nothing. Execution, check, the painter of
// diagrams, and an editor read the same tree; what a process does is another matter.
#pragma once

#include "core/result.h"
#include "engine/bpmn/model_kind.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace naru::bpmn {

inline constexpr QStringView modelNamespace = u"http://www.omg.org/spec/BPMN/20100524/MODEL";
inline constexpr QStringView diagramNamespace = u"http://www.omg.org/spec/BPMN/20100524/DI";
inline constexpr QStringView diNamespace = u"http://www.omg.org/spec/DD/20100524/DI";
inline constexpr QStringView dcNamespace = u"http://www.omg.org/spec/DD/20100524/DC";
inline constexpr QStringView instanceNamespace = u"http://www.w3.org/2001/XMLSchema-instance";

struct Element;

// A name as written, "camunda:formKey", and the namespace that its prefix stands for.
struct XmlName {
    QString prefix;
    QString local;
    QString uri; // empty: none
    QString qualified() const { return prefix.isEmpty() ? local : prefix + u':' + local; }
};

struct Attribute {
    XmlName name;
    QString value;
};

struct NamespaceDeclaration {
    QString prefix; // empty: the default namespace
    QString uri;
};

// One piece of what stands between two tags.
struct Content {
    enum class Type { Element, Text, CharacterData, Comment, Instruction };
    Type type = Type::Text;
    QString text; // of anything but an element; an instruction has "target data"
    Element *element = nullptr; // owned by the model
};

// An element of the file. Blanks that only lay out the children of an element of the standard are not kept; all text of
// mixed and of foreign elements is.
struct Element {
    Kind kind = Kind::Foreign;
    XmlName name;
    Element *parent = nullptr; // null at the root
    QList<NamespaceDeclaration> namespaces; // those declared here
    QList<Attribute> attributes;
    QList<Content> content;
    int line = 0; // where it was read; 0: nowhere

    // Value of an attribute of the standard (without namespace), null if absent, not null if empty.
    QString attribute(QStringView attributeName) const;
    // The value of an xsd:boolean attribute, the other if it is absent or none.
    bool flag(QStringView attributeName, bool otherwise) const;
    QString id() const { return attribute(u"id"); }
    // The "name" attribute.
    QString label() const { return attribute(u"name"); }
    // The text that stands directly in it, as written.
    QString text() const;
    // The same without blanks around it: a reference, a number.
    QString trimmedText() const { return text().trimmed(); }

    QList<const Element *> children() const; // elements only, in their order
    QList<const Element *> children(Kind of) const; // of this kind or of one that derives from it
    const Element *child(Kind of) const; // the first of those, null if none
    // The trimmed texts of those children: incoming, outgoing, flowNodeRef, sourceRef …
    QStringList childTexts(Kind of) const;
    // The nearest element around it whose kind derives from this, null if none.
    const Element *ancestor(Kind of) const;
    // What a prefix stands for here, null if nothing.
    QString namespaceOf(QStringView prefix) const;
    bool is(Kind base) const { return derives(kind, base); }
};

class Model {
public:
    Model() = default;
    Model(Model &&) = default;
    Model &operator=(Model &&) = default;

    // REQUIRES: not isEmpty().
    const Element &definitions() const { return *m_elements.front(); }
    bool isEmpty() const { return m_elements.empty(); }
    QString targetNamespace() const { return definitions().attribute(u"targetNamespace"); }

    // Every element, foreign ones too, in the order of the document.
    QList<const Element *> elements() const;
    // Every element of this kind or of one that derives from it, in the order of the document. Not into foreign parts.
    QList<const Element *> all(Kind of) const;
    // The element of the standard with this id, the first if there are several, null if there is none.
    const Element *find(QStringView id) const;
    // The element that a reference (QName or IDREF) written in `from` names in this file. Null if there is none, or if
    // the prefix stands for another namespace than the target namespace.
    const Element *refer(const Element &from, QStringView reference) const;
    // The same for an attribute's value: refer(flow, u"sourceRef").
    const Element *referred(const Element &from, QStringView attributeName) const;

    // Comments and instructions before and behind the root.
    QList<Content> prolog;
    QList<Content> epilog;

    // Adds an element behind all others, as the last child of its parent. REQUIRES: a parent, but for the first.
    Element *append(Element *parent, XmlName name, Kind kind);
    // Makes ids known to find(). To be called once the attributes are there.
    void index();

private:
    std::vector<std::unique_ptr<Element>> m_elements; // in the order of the document; the addresses stay
    QHash<QString, const Element *> m_byId; // asked, never walked through
};

// Reads a file in any encoding that its declaration, or its first bytes, name. Invalid with code "xml.dtd" |
// "xml.limit" | "xml.malformed" | "xml.encoding", or "bpmn.root" if its root is not bpmn:definitions.
Result<Model> readModel(const QByteArray &bytes);

// Writes UTF-8, indented by two blanks where the standard allows it; children stand in the order of the schema.
QByteArray writeModel(const Model &model);

} // namespace naru::bpmn
