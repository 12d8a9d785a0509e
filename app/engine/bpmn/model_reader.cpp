// Reads a BPMN file into its written model.
#include "core/safe_xml.h"
#include "engine/bpmn/model.h"
#include "engine/bpmn/model_schema.h"
#include "engine/bpmn/xml_encoding.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

QString textOf(QStringView view)
{
    return view.isEmpty() ? u""_s : view.toString();
}

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r'; });
}

class Reader {
public:
    explicit Reader(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    Result<Model> read()
    {
        while (m_xml.next())
            take();
        if (const Status status = m_xml.status(); !status)
            return status.error();
        if (m_model.isEmpty() || m_model.definitions().kind != Kind::Definitions)
            return Error{Error::Kind::Invalid, u"expected bpmn:definitions at the root but found another element"_s,
                         u"bpmn.root"_s};
        m_model.index();
        return std::move(m_model);
    }

private:
    void take()
    {
        switch (m_xml.token()) {
        case QXmlStreamReader::StartElement:
            start();
            break;
        case QXmlStreamReader::EndElement:
            dropLayout(*m_open);
            m_open = m_open->parent;
            break;
        case QXmlStreamReader::Characters:
            add(m_xml.current().isCDATA() ? Content::Type::CharacterData : Content::Type::Text, textOf(m_xml.text()));
            break;
        case QXmlStreamReader::Comment:
            add(Content::Type::Comment, textOf(m_xml.text()));
            break;
        case QXmlStreamReader::ProcessingInstruction:
            add(Content::Type::Instruction,
                (textOf(m_xml.current().processingInstructionTarget()) + u' '
                 + textOf(m_xml.current().processingInstructionData()))
                    .trimmed());
            break;
        default:
            break;
        }
    }

    void start()
    {
        const QXmlStreamReader &token = m_xml.current();
        Element *const element =
            m_model.append(m_open, {textOf(token.prefix()), textOf(token.name()), textOf(token.namespaceUri())},
                           kindHere(token.namespaceUri(), token.name()));
        element->line = int(token.lineNumber());
        for (const QXmlStreamNamespaceDeclaration &one : token.namespaceDeclarations())
            element->namespaces.append({textOf(one.prefix()), textOf(one.namespaceUri())});
        for (const QXmlStreamAttribute &one : m_xml.attributes())
            element->attributes.append(
                {{textOf(one.prefix()), textOf(one.name()), textOf(one.namespaceUri())}, textOf(one.value())});
        m_open = element;
    }

    // What stands in a foreign element, or where anything may stand, is foreign whatever its name.
    Kind kindHere(QStringView uri, QStringView name) const
    {
        if (m_open && m_open->kind == Kind::Foreign)
            return Kind::Foreign;
        if (const TypeRule *around = m_open ? typeOf(m_open->kind) : nullptr; around && around->isOpen)
            return Kind::Foreign;
        return kindOf(uri, name);
    }

    void add(Content::Type type, const QString &text)
    {
        QList<Content> &into = m_open ? m_open->content : m_model.isEmpty() ? m_model.prolog : m_model.epilog;
        const bool isText = type == Content::Type::Text || type == Content::Type::CharacterData;
        if (isText && !m_open)
            return; // blanks between what stands beside the root
        if (isText && !into.isEmpty() && into.back().type == type)
            into.back().text += text; // one text may come in several pieces
        else
            into.append({type, text, nullptr});
    }

    static void dropLayout(Element &element)
    {
        const TypeRule *const type = typeOf(element.kind);
        if (!type || type->isMixed)
            return;
        element.content.removeIf(
            [](const Content &piece) { return piece.type == Content::Type::Text && isBlank(piece.text); });
    }

    SafeXml m_xml;
    Model m_model;
    Element *m_open = nullptr;
};

} // namespace

Result<Model> readModel(const QByteArray &bytes)
{
    Result<QByteArray> xml = readableXml(bytes);
    return xml ? Reader(*xml).read() : Result<Model>(xml.error());
}

} // namespace naru::bpmn
