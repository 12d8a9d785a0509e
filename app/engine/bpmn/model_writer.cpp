// Writes a written model as UTF-8.
#include "engine/bpmn/model.h"
#include "engine/bpmn/model_schema.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

void appendEscaped(QString &out, const QString &text, bool isAttribute)
{
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&':
            out += u"&amp;";
            break;
        case u'<':
            out += u"&lt;";
            break;
        case u'>':
            out += u"&gt;"; // "]]>" may not stand in a text
            break;
        case u'\r':
            out += u"&#13;"; // as it is, it would be read as a line feed
            break;
        case u'"':
        case u'\n':
        case u'\t':
            if (isAttribute)
                out += u"&#"_s + QString::number(c.unicode()) + u';'; // as they are, they would be read as blanks
            else
                out += c;
            break;
        default:
            out += c;
        }
    }
}

// Blanks may be added in it: an element of the standard whose type has no text, and that has none.
bool isLaidOut(const Element &element)
{
    const TypeRule *const type = typeOf(element.kind);
    return type && !type->isMixed
        && std::none_of(element.content.begin(), element.content.end(), [](const Content &piece) {
               return piece.type == Content::Type::Text || piece.type == Content::Type::CharacterData;
           });
}

// The children in the order of the schema; what has no place there stays with its neighbour: a comment with the element
// that follows, a foreign element with the one before.
QList<Content> inOrder(const Element &element)
{
    const TypeRule *const type = typeOf(element.kind);
    struct Placed {
        Content piece;
        int place;
    };
    QList<Placed> placed;
    int before = 0;
    for (const Content &piece : element.content) {
        const int own = piece.element && piece.element->kind != Kind::Foreign ? type->placeOf(piece.element->kind) : -1;
        before = own < 0 ? before : own;
        placed.append({piece, before});
    }
    for (qsizetype i = placed.size() - 2; i >= 0; --i)
        if (placed[i].piece.type == Content::Type::Comment)
            placed[i].place = placed[i + 1].place;
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) { return a.place < b.place; });
    QList<Content> out;
    for (const Placed &one : placed)
        out.append(one.piece);
    return out;
}

class Writer {
public:
    explicit Writer(const Model &model)
    {
        m_out = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"_s;
        for (const Content &piece : model.prolog) {
            write(piece);
            m_out += u'\n';
        }
        writeTree(model.definitions());
        m_out += u'\n';
        for (const Content &piece : model.epilog) {
            write(piece);
            m_out += u'\n';
        }
    }

    QByteArray bytes() const { return m_out.toUtf8(); }

private:
    // An element whose start has been written.
    struct Open {
        const Element *element;
        QList<Content> content;
        qsizetype next = 0;
        bool isLaidOut = false;
    };

    void writeTree(const Element &root)
    {
        start(root);
        while (!m_open.empty()) {
            Open &open = m_open.back();
            if (open.next == open.content.size()) {
                finish();
                continue;
            }
            const Content piece = open.content[open.next++];
            if (open.isLaidOut)
                newLine(m_open.size());
            if (piece.element)
                start(*piece.element);
            else
                write(piece);
        }
    }

    void newLine(size_t depth)
    {
        m_out += u'\n';
        m_out += QString(qsizetype(depth) * 2, u' ');
    }

    void start(const Element &element)
    {
        m_out += u'<' + element.name.qualified();
        for (const NamespaceDeclaration &one : element.namespaces) {
            m_out += one.prefix.isEmpty() ? u" xmlns=\""_s : u" xmlns:"_s + one.prefix + u"=\""_s;
            appendEscaped(m_out, one.uri, true);
            m_out += u'"';
        }
        for (const Attribute &one : element.attributes) {
            m_out += u' ' + one.name.qualified() + u"=\""_s;
            appendEscaped(m_out, one.value, true);
            m_out += u'"';
        }
        if (element.content.isEmpty()) {
            m_out += u"/>";
            return;
        }
        m_out += u'>';
        const bool laidOut = isLaidOut(element);
        m_open.push_back({&element, laidOut ? inOrder(element) : element.content, 0, laidOut});
    }

    void finish()
    {
        if (m_open.back().isLaidOut)
            newLine(m_open.size() - 1);
        m_out += u"</"_s + m_open.back().element->name.qualified() + u'>';
        m_open.pop_back();
    }

    // REQUIRES: no element.
    void write(const Content &piece)
    {
        switch (piece.type) {
        case Content::Type::Text:
            appendEscaped(m_out, piece.text, false);
            break;
        case Content::Type::CharacterData:
            m_out += u"<![CDATA["_s + QString(piece.text).replace(u"]]>"_s, u"]]]]><![CDATA[>"_s) + u"]]>"_s;
            break;
        case Content::Type::Comment:
            m_out += u"<!--"_s + piece.text + u"-->"_s;
            break;
        case Content::Type::Instruction:
            m_out += u"<?"_s + piece.text + u"?>"_s;
            break;
        case Content::Type::Element:
            break;
        }
    }

    QString m_out;
    std::vector<Open> m_open;
};

} // namespace

QByteArray writeModel(const Model &model)
{
    return Writer(model).bytes();
}

} // namespace naru::bpmn
