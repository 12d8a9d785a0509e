#include "body_reader.h"

#include "form_fields.h"

#include "core/safe_xml.h"

#include <algorithm>
#include <array>
#include <utility>

namespace naru::hwpx {

namespace {

constexpr qsizetype mostOpenFields = 32; // at once; more is no document
constexpr double hiddenConfidence = 0.5; // what is not printed may be left over from another day
constexpr std::array<QStringView, 11> shapes{u"rect",        u"ellipse",   u"polygon", u"curve", u"arc", u"line",
                                             u"connectLine", u"container", u"textart", u"pic",   u"ole"};

bool isShape(QStringView name)
{
    return std::find(shapes.begin(), shapes.end(), name) != shapes.end();
}

// What is printed elsewhere than in its line, or not at all, and what the style of its paragraphs says.
struct Aside {
    QStringView element;
    QStringView kind;
};
constexpr std::array asides{Aside{u"header", u"header"}, Aside{u"footer", u"footer"}, Aside{u"footNote", u"footnote"},
                            Aside{u"endNote", u"endnote"}, Aside{u"hiddenComment", u"comment"}};

QString asideKind(QStringView element)
{
    for (const Aside &one : asides)
        if (one.element == element)
            return one.kind.toString();
    return {};
}

// Blank lines around a value are the layout's: the body of a 시행문 begins in the line that carries its head table.
QString withoutBlankEnds(QStringView value)
{
    while (value.startsWith(u'\n'))
        value = value.sliced(1);
    while (value.endsWith(u'\n'))
        value.chop(1);
    return value.toString();
}

} // namespace

BodyReader::BodyReader(Document &document, const QHash<QString, QString> &styles, const ReadLimits &limits)
    : m_document(document)
    , m_styles(styles)
    , m_limits(limits)
{
}

Status BodyReader::readSection(const QString &part, const QByteArray &bytes)
{
    XmlLimits limits;
    limits.depth = std::min(limits.depth, m_limits.depth);
    // A table of a whole city's staff is one section.
    limits.bytes = m_limits.bytes;
    limits.elements = std::max(limits.elements, m_limits.cells * 16);
    SafeXml xml(bytes, limits);
    m_xml = &xml;
    m_deleting = 0;
    Flow flow{part + u'!', {}};
    if (xml.next() && !xml.isStart(u"sec"))
        while (xml.next() && !xml.isStart(u"sec")) { }
    if (xml.isStart(u"sec"))
        readFlow(flow);
    while (!m_open.isEmpty()) { // never closed: what they hold is their value
        m_document.fields.append(m_open.takeLast().field);
        m_document.fields.last().filled = !m_document.fields.last().value.isEmpty();
    }
    m_xml = nullptr;
    if (m_refusal)
        return *m_refusal;
    if (Status status = xml.status(); !status)
        return status;
    if (flow.paragraphs == 0)
        return Error{Error::Kind::Invalid, u"expected paragraphs in '"_s + part + u"' but there are none"_s,
                     u"hwpx.partDamaged"_s};
    m_document.body.append(flow.blocks);
    m_document.body.append(std::exchange(m_asides, {}));
    return {};
}

bool BodyReader::nextChild()
{
    while (!m_refusal && m_xml->next()) {
        if (m_xml->token() == QXmlStreamReader::StartElement)
            return true;
        if (m_xml->token() == QXmlStreamReader::EndElement)
            return false;
    }
    return false;
}

void BodyReader::refuse(const QString &text, const QString &code)
{
    if (!m_refusal)
        m_refusal = Error{Error::Kind::Invalid, text, code};
}

void BodyReader::readFlow(Flow &flow)
{
    while (nextChild()) {
        if (m_xml->name() == u"p")
            readParagraph(flow);
        else
            m_xml->skip(); // memo groups and what later versions add
    }
}

void BodyReader::readParagraph(Flow &flow)
{
    Line line;
    line.serial = ++m_serial;
    line.style = flow.style.isEmpty() ? m_styles.value(m_xml->attribute(u"styleIDRef")) : flow.style;
    line.address = flow.base + u"p["_s + QString::number(flow.paragraphs++) + u']';
    m_deleting = 0; // a deletion that is not closed must not swallow the rest
    for (OpenField &open : m_open)
        open.field.value += u'\n';
    while (nextChild()) {
        if (m_xml->name() == u"run")
            readRun(flow, line);
        else
            m_xml->skip(); // cached lines
    }
    const bool isBlank = line.text.isEmpty() && (line.hasTable || !line.shapes.isEmpty());
    if (!isBlank)
        flush(flow, line);
    flow.hasShapes = flow.hasShapes || !line.shapes.isEmpty();
    flow.blocks.append(line.shapes);
}

void BodyReader::flush(Flow &flow, Line &line) const
{
    flow.blocks.append(Paragraph{std::exchange(line.text, {}), line.style, {0, {}, line.address}});
}

void BodyReader::readRun(Flow &flow, Line &line)
{
    while (nextChild())
        readObject(flow, line);
}

void BodyReader::readObject(Flow &flow, Line &line)
{
    const QStringView name = m_xml->name();
    if (name == u"t")
        readText(line);
    else if (name == u"ctrl")
        readControl(line);
    else if (name == u"tbl")
        readTable(flow, line);
    else if (name == u"switch")
        readSwitch(flow, line);
    else if (name == u"checkBtn")
        readCheckbox(line);
    else if (name == u"equation")
        readEquation(line);
    else if (name == u"compose")
        readComposed(line);
    else if (name == u"dutmal") // a word with small type above it
        readRuby(line);
    else if (isShape(name))
        readShape(line);
    else
        m_xml->skip();
}

void BodyReader::readText(Line &line)
{
    int depth = 1;
    while (depth > 0 && m_xml->next()) {
        if (m_xml->token() == QXmlStreamReader::Characters)
            append(line, m_xml->text());
        depth += m_xml->token() == QXmlStreamReader::StartElement ? 1 : 0;
        depth -= m_xml->token() == QXmlStreamReader::EndElement ? 1 : 0;
        if (m_xml->token() == QXmlStreamReader::StartElement)
            readMark(line);
    }
}

// An element inside of text: a character that XML cannot hold, or a mark of the tracked changes.
void BodyReader::readMark(Line &line)
{
    const QStringView name = m_xml->name();
    if (name == u"lineBreak")
        append(line, u"\n");
    else if (name == u"tab")
        append(line, u"\t");
    else if (name == u"nbSpace" || name == u"fwSpace")
        append(line, u" ");
    else if (name == u"hyphen")
        append(line, u"-");
    else if (name == u"deleteBegin")
        ++m_deleting;
    else if (name == u"deleteEnd")
        m_deleting = std::max(0, m_deleting - 1);
    if (name == u"deleteBegin" && !std::exchange(m_hasDeletions, true))
        m_document.diagnostics.append({u"hwpx.trackedChanges"_s,
                                       u"expected a final text but it holds tracked deletions, which are left out"_s,
                                       0});
}

void BodyReader::append(Line &line, QStringView text)
{
    if (m_deleting > 0)
        return;
    line.text += text;
    for (OpenField &open : m_open)
        open.field.value += text;
}

void BodyReader::readControl(Line &line)
{
    while (nextChild()) {
        const QStringView name = m_xml->name();
        if (name == u"fieldBegin") {
            beginField(line);
        } else if (name == u"fieldEnd") {
            const QString id = m_xml->attribute(u"beginIDRef");
            m_xml->skip();
            endField(line, id);
        } else if (name == u"autoNum") {
            readNumber(line);
        } else if (const QString kind = asideKind(name); !kind.isEmpty()) {
            readAside(line, kind);
        } else {
            m_xml->skip(); // columns, page numbers, bookmarks
        }
    }
}

// Stands at the end of its section, apart from the text around its mark.
void BodyReader::readAside(Line &line, const QString &kind)
{
    Flow aside{line.address + u'/' + kind + u'[' + QString::number(line.asides++) + u"]/"_s, kind};
    QList<OpenField> outer = std::exchange(m_open, {});
    while (nextChild()) {
        if (m_xml->name() == u"subList")
            readFlow(aside);
        else
            m_xml->skip();
    }
    m_open = std::move(outer);
    if (kind == u"comment"_s)
        for (Block &block : aside.blocks)
            if (auto *paragraph = std::get_if<Paragraph>(&block))
                paragraph->place.confidence = hiddenConfidence;
    m_asides.append(aside.blocks);
}

// The number of a note, picture, table, or equation with its decoration: "1)". The number of a page depends on the
// page.
void BodyReader::readNumber(Line &line)
{
    const QString number = m_xml->attribute(u"num");
    const QString kind = m_xml->attribute(u"numType");
    QString before;
    QString after;
    while (nextChild()) {
        if (m_xml->name() == u"autoNumFormat") {
            before = m_xml->attribute(u"prefixChar");
            after = m_xml->attribute(u"suffixChar");
        }
        m_xml->skip();
    }
    if (kind != u"PAGE" && kind != u"TOTAL_PAGE")
        append(line, before + number + after);
}

void BodyReader::readEquation(Line &line)
{
    while (nextChild()) {
        if (m_xml->name() == u"script")
            readText(line);
        else
            m_xml->skip();
    }
}

void BodyReader::beginField(const Line &line)
{
    OpenField open{m_xml->attribute(u"id"), {}, m_xml->attribute(u"dirty") == u"1", line.text.size(), line.serial};
    const bool isClickHere = m_xml->attribute(u"type") == u"CLICK_HERE";
    open.field.name = m_xml->attribute(u"name");
    open.field.place.address = line.address;
    QString parameter;
    QString command;
    for (int depth = 1; depth > 0 && m_xml->next();) {
        if (m_xml->token() == QXmlStreamReader::StartElement) {
            ++depth;
            parameter = m_xml->attribute(u"name");
        } else if (m_xml->token() == QXmlStreamReader::EndElement) {
            --depth;
            parameter.clear();
        } else if (m_xml->token() == QXmlStreamReader::Characters && parameter == u"Direction") {
            open.field.prompt += m_xml->text();
        } else if (m_xml->token() == QXmlStreamReader::Characters && parameter == u"Command") {
            command += m_xml->text();
        }
    }
    if (open.field.prompt.isEmpty())
        open.field.prompt = promptOf(command);
    if (isClickHere && m_open.size() < mostOpenFields)
        m_open.append(std::move(open));
}

void BodyReader::endField(Line &line, const QString &id)
{
    const auto found =
        std::find_if(m_open.rbegin(), m_open.rend(), [&id](const OpenField &one) { return one.id == id; });
    if (found == m_open.rend()) // the end of a link, a formula …
        return;
    OpenField open = *found;
    m_open.erase(std::next(found).base());
    open.field.value = withoutBlankEnds(open.field.value);
    // Hancom Office shows the prompt in the place of the missing value, but does not print it.
    const bool isPrompt = !open.isDirty && open.field.value == open.field.prompt;
    if (isPrompt) {
        open.field.value.clear();
        if (open.serial == line.serial)
            line.text.truncate(open.start);
    }
    open.field.filled = !open.field.value.isEmpty();
    m_document.fields.append(std::move(open.field));
}

void BodyReader::readCheckbox(const Line &line)
{
    const bool isChecked = m_xml->attribute(u"value") == u"CHECKED";
    FormField box{FormField::Kind::Checkbox,
                  m_xml->attribute(u"name"),
                  m_xml->attribute(u"caption"),
                  isChecked ? u"1"_s : QString(),
                  isChecked,
                  {0, {}, line.address}};
    m_document.fields.append(std::move(box));
    m_xml->skip();
}

// Several characters printed as one: ⑪, ㊞.
void BodyReader::readComposed(Line &line)
{
    append(line, m_xml->attribute(u"composeText"));
    m_xml->skip();
}

void BodyReader::readRuby(Line &line)
{
    while (nextChild()) {
        if (m_xml->name() == u"mainText")
            readText(line);
        else
            m_xml->skip();
    }
}

// A switch holds the same content twice, for old and new readers: one of them is read.
void BodyReader::readSwitch(Flow &flow, Line &line)
{
    bool isRead = false;
    while (nextChild()) {
        if (std::exchange(isRead, true))
            m_xml->skip();
        else
            readRun(flow, line);
    }
}

void BodyReader::readShape(Line &line)
{
    if (const QString text = m_xml->attribute(u"text"); m_xml->name() == u"textart" && !text.isEmpty())
        line.shapes.append(Paragraph{text, {}, {0, {}, line.address}});
    while (nextChild()) {
        const QStringView name = m_xml->name();
        if (name == u"drawText" || name == u"caption") {
            readTextBox(line);
        } else if (isShape(name)) { // in a group
            readShape(line);
        } else {
            m_xml->skip();
        }
    }
}

void BodyReader::readTextBox(Line &line)
{
    while (nextChild()) {
        if (m_xml->name() != u"subList") {
            m_xml->skip();
            continue;
        }
        Flow box{line.address + u"/shape["_s + QString::number(line.boxes++) + u"]/"_s, {}};
        readFlow(box);
        line.shapes.append(box.blocks);
    }
}

} // namespace naru::hwpx
