#include "text_reader.h"

#include "package.h"

#include <algorithm>
#include <array>
#include <utility>

namespace naru::opendocument {

namespace {

constexpr double hiddenConfidence = 0.5; // what is not printed may be left over from another day

template <size_t N> bool isOneOf(QStringView name, const std::array<QStringView, N> &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What holds paragraphs without being one.
bool isContainer(QStringView name)
{
    static constexpr std::array<QStringView, 16> containers{
        u"list",           u"list-item",          u"list-header",
        u"section",        u"table-of-content",   u"index-body",
        u"index-title",    u"alphabetical-index", u"illustration-index",
        u"table-index",    u"user-index",         u"object-index",
        u"bibliography",   u"text-box",           u"numbered-paragraph",
        u"content-control"};
    return isOneOf(name, containers);
}

bool isShape(QStringView name)
{
    static constexpr std::array<QStringView, 10> shapes{u"frame",   u"text-box", u"custom-shape", u"rect",     u"g",
                                                        u"ellipse", u"circle",   u"polygon",      u"polyline", u"line"};
    return isOneOf(name, shapes);
}

} // namespace

TextReader::TextReader(Document &document, const ReadLimits &limits)
    : m_document(document)
    , m_limits(limits)
{
}

Status TextReader::readContent(const QByteArray &bytes)
{
    SafeXml xml(bytes, contentLimits(m_limits));
    m_xml = &xml;
    Flow flow{u"content.xml!"_s, {}};
    bool isText = false;
    while (!m_refusal && xml.next()) {
        if (xml.isStart(u"style"))
            readStyle();
        else if (xml.isStart(u"text") && xml.depth() == 3) {
            isText = true;
            readFlow(flow);
        }
    }
    if (m_refusal)
        return *m_refusal;
    if (const Status status = xml.status(); !status)
        return status;
    if (!isText)
        return Error{Error::Kind::Invalid, u"expected a text in 'content.xml' but there is none"_s,
                     u"opendocument.damaged"_s};
    m_document.body.append(flow.blocks);
    m_document.body.append(std::exchange(m_asides, {}));
    return {};
}

Status TextReader::readPageStyles(const QByteArray &bytes)
{
    SafeXml xml(bytes, contentLimits(m_limits));
    m_xml = &xml;
    int number = 0;
    while (!m_refusal && xml.next()) {
        const bool isHeader = xml.isStart(u"header") || xml.isStart(u"header-left") || xml.isStart(u"header-first");
        const bool isFooter = xml.isStart(u"footer") || xml.isStart(u"footer-left") || xml.isStart(u"footer-first");
        if (!isHeader && !isFooter)
            continue;
        const QString kind = isHeader ? u"header"_s : u"footer"_s;
        Flow flow{u"styles.xml!"_s + kind + u'[' + QString::number(number++) + u"]/"_s, kind};
        readFlow(flow);
        const bool isBlank = std::all_of(flow.blocks.begin(), flow.blocks.end(), [](const Block &block) {
            const auto *paragraph = std::get_if<Paragraph>(&block);
            return paragraph && paragraph->text.isEmpty();
        });
        if (!isBlank)
            m_document.body.append(flow.blocks);
    }
    m_document.body.append(std::exchange(m_asides, {}));
    return m_refusal ? Status(*m_refusal) : xml.status();
}

bool TextReader::nextChild()
{
    while (!m_refusal && m_xml->next()) {
        if (m_xml->token() == QXmlStreamReader::StartElement)
            return true;
        if (m_xml->token() == QXmlStreamReader::EndElement)
            return false;
    }
    return false;
}

void TextReader::refuse(const QString &text, const QString &code)
{
    if (!m_refusal)
        m_refusal = Error{Error::Kind::Invalid, text, code};
}

void TextReader::readStyle()
{
    if (const QString parent = m_xml->attribute(u"parent-style-name"); !parent.isEmpty())
        m_parents.insert(m_xml->attribute(u"name"), parent);
    m_xml->skip();
}

// The words of our own model for the styles that every text has; other styles keep the name that their author gave.
QString TextReader::styleOf(const QString &name) const
{
    const QString named = m_parents.value(name, name);
    if (named == u"Standard" || named == u"Text_20_body" || named.isEmpty())
        return {};
    if (named.startsWith(u"Heading"_s))
        return u"heading"_s;
    return named == u"Title" ? u"title"_s : QString(named).replace(u"_20_"_s, u" "_s);
}

void TextReader::readFlow(Flow &flow)
{
    while (nextChild()) {
        const QStringView name = m_xml->name();
        if (name == u"p" || name == u"h") {
            readParagraph(flow);
        } else if (name == u"table") {
            readTable(flow);
        } else if (name == u"section" && m_xml->attribute(u"display") == u"none") {
            m_document.diagnostics.append(
                {u"odt.hiddenSection"_s,
                 u"expected visible sections but '"_s + m_xml->attribute(u"name") + u"' is hidden; it was left out"_s,
                 0});
            m_xml->skip();
        } else if (isContainer(name)) {
            readFlow(flow);
        } else if (isShape(name)) {
            readFrame(flow);
        } else {
            m_xml->skip(); // tracked changes, declarations, sources of an index
        }
    }
}

// A shape that is bound to the page, between paragraphs.
void TextReader::readFrame(Flow &flow)
{
    Line line;
    line.address = flow.base + u"p["_s + QString::number(flow.paragraphs++) + u']';
    readShape(line);
    flow.hasShapes = true;
    flow.blocks.append(line.shapes);
}

void TextReader::readParagraph(Flow &flow)
{
    Line line;
    line.address = flow.base + u"p["_s + QString::number(flow.paragraphs++) + u']';
    const QString own = m_xml->name() == u"h" ? u"heading"_s : styleOf(m_xml->attribute(u"style-name"));
    readInline(line);
    QString text = line.run.take();
    if (!text.isEmpty() || line.shapes.isEmpty())
        flow.blocks.append(Paragraph{
            std::move(text), flow.style.isEmpty() ? own : flow.style, {0, {}, line.address, flow.confidence}});
    flow.hasShapes = flow.hasShapes || !line.shapes.isEmpty();
    flow.blocks.append(line.shapes);
}

void TextReader::readInline(Line &line)
{
    const int outer = m_xml->depth();
    while (!m_refusal && m_xml->next()) {
        if (m_xml->token() == QXmlStreamReader::Characters) {
            line.run.add(m_xml->text());
        } else if (m_xml->token() == QXmlStreamReader::EndElement) {
            endFields(line, m_xml->depth());
            if (m_xml->depth() == outer)
                return;
        } else if (m_xml->token() == QXmlStreamReader::StartElement) {
            readElement(line);
        }
    }
}

// An element inside of a paragraph. Spans, links, and the results of fields are text like any other.
void TextReader::readElement(Line &line)
{
    static constexpr std::array<QStringView, 6> unseen{u"ruby-text",       u"page-number",   u"page-count",
                                                       u"tracked-changes", u"note-citation", u"bookmark"};
    const QStringView name = m_xml->name();
    if (name == u"s")
        line.run.addBlanks(m_xml->attribute(u"c"));
    else if (name == u"tab")
        line.run.addMark(u'\t');
    else if (name == u"line-break")
        line.run.addMark(u'\n');
    else if (name == u"placeholder" || name == u"text-input" || name == u"content-control")
        beginField(line);
    else if (name == u"note")
        readAside(line, m_xml->attribute(u"note-class") == u"endnote" ? u"endnote"_s : u"footnote"_s);
    else if (name == u"annotation")
        readAside(line, u"comment"_s);
    else if (isShape(name))
        readShape(line);
    else if (isOneOf(name, unseen))
        m_xml->skip();
}

void TextReader::readShape(Line &line)
{
    Flow box{line.address + u"/shape["_s + QString::number(line.boxes) + u"]/"_s, {}};
    while (nextChild()) {
        const QStringView name = m_xml->name();
        if (name == u"p" || name == u"h")
            readParagraph(box);
        else if (name == u"table")
            readTable(box);
        else if (name == u"text-box" || name == u"list" || name == u"list-item")
            readFlow(box);
        else if (isShape(name)) // in a group
            readShape(line);
        else
            m_xml->skip();
    }
    if (box.blocks.isEmpty())
        return;
    ++line.boxes;
    line.shapes.append(box.blocks);
}

void TextReader::readAside(Line &line, const QString &kind)
{
    Flow aside{line.address + u'/' + kind + u'[' + QString::number(line.asides++) + u"]/"_s, kind};
    aside.confidence = kind == u"comment"_s ? hiddenConfidence : 1;
    while (nextChild()) {
        const QStringView name = m_xml->name();
        if (name == u"note-body" || name == u"list" || name == u"list-item")
            readFlow(aside);
        else if (name == u"p")
            readParagraph(aside);
        else
            m_xml->skip();
    }
    m_asides.append(aside.blocks);
}

void TextReader::beginField(Line &line)
{
    Field open;
    open.depth = m_xml->depth();
    open.start = line.run.size();
    open.isPrompt = m_xml->name() == u"placeholder" || m_xml->attribute(u"showing-place-holder") == u"true";
    open.field.place.address = line.address;
    for (const QStringView attribute : {u"alias", u"tag", u"description"})
        if (open.field.name.isEmpty())
            open.field.name = m_xml->attribute(attribute);
    line.fields.append(std::move(open));
}

void TextReader::endFields(Line &line, int depth)
{
    while (!line.fields.isEmpty() && line.fields.last().depth >= depth) {
        Field closed = line.fields.takeLast();
        const QString content = line.run.from(std::min(closed.start, line.run.size())).toString();
        if (closed.isPrompt) {
            closed.field.prompt = content;
            line.run.truncate(std::min(closed.start, line.run.size()));
        } else {
            closed.field.value = content;
        }
        if (closed.field.name.isEmpty())
            closed.field.name = QString(closed.field.prompt).remove(u'<').remove(u'>');
        closed.field.filled = !closed.field.value.isEmpty();
        m_document.fields.append(std::move(closed.field));
    }
}

} // namespace naru::opendocument
