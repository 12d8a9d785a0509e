// The controls of BodyReader: fields, shapes, notes, numbers, and what else stands in a line.
#include "body_reader.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::hwp {

namespace {

constexpr qsizetype mostOpenFields = 32; // at once; more is no document
constexpr quint32 clickHere = controlId("%clk");
constexpr double hiddenConfidence = 0.5; // what is not printed may be left over from another day

// The prompt of a 누름틀 out of its command: "Clickhere:set:48:Direction:wstring:5:수신기관 HelpState:wstring:0:  ".
QString promptOf(const QString &command)
{
    static const QRegularExpression direction(u"Direction:wstring:(\\d+):"_s);
    const QRegularExpressionMatch match = direction.match(command);
    if (!match.hasMatch())
        return {};
    const QString rest = command.mid(match.capturedEnd());
    const qsizetype help = rest.indexOf(u" HelpState:"_s); // the told length is wrong in some documents
    return help >= 0 ? rest.left(help) : rest.left(match.captured(1).toInt());
}

// A property of a form object: "… Name:wstring:9:CheckBox1 … Value:int:1 …".
QString propertyOf(const QString &properties, const QString &name)
{
    const QRegularExpression entry(u"\\b"_s + name + u":(?:(wstring):(\\d+):|(?:int|bool):(-?\\d+))"_s);
    const QRegularExpressionMatch match = entry.match(properties);
    if (!match.hasMatch())
        return {};
    return match.captured(1).isEmpty() ? match.captured(3)
                                       : properties.mid(match.capturedEnd(), match.captured(2).toInt());
}

} // namespace

void BodyReader::readControl(Flow &flow, Line &line, int control)
{
    const Body body = m_records.body(control);
    switch (const quint32 kind = body.u32(0)) {
    case controlId("tbl "):
        return readTable(flow, line, control);
    case controlId("gso "):
        return readShape(line, control);
    case controlId("eqed"):
        return readEquation(line, control);
    case controlId("form"):
        return readCheckbox(line, control);
    case controlId("head"):
        return readAside(line, control, u"header"_s);
    case controlId("foot"):
        return readAside(line, control, u"footer"_s);
    case controlId("fn  "):
        return readAside(line, control, u"footnote"_s);
    case controlId("en  "):
        return readAside(line, control, u"endnote"_s);
    case controlId("tcmt"):
        return readAside(line, control, u"comment"_s);
    case controlId("atno"):
        return readNumber(line, body);
    case controlId("tcps"): // several characters printed as one: ⑪, ㊞
    case controlId("tdut"): // a word with small type above it
        return append(line, body.sizedText(4));
    default:
        if (kind >> 24 == '%')
            beginField(line, control);
    }
}

void BodyReader::beginField(const Line &line, int control)
{
    constexpr quint32 dirtyBit = 1U << 15;
    constexpr qsizetype nameAt = 10; // in the parameter set of the control's data
    const Body body = m_records.body(control);
    OpenField open{body.u32(0), {}, (body.u32(4) & dirtyBit) != 0, line.text.size(), line.serial};
    open.field.prompt = promptOf(body.sizedText(9));
    open.field.place.address = line.address;
    if (const int data = find(control, ControlDataTag); data >= 0)
        open.field.name = m_records.body(data).sizedText(nameAt);
    if (open.kind == clickHere && m_open.size() < mostOpenFields)
        m_open.append(std::move(open));
}

void BodyReader::endField(Line &line, quint32 kind)
{
    constexpr quint32 name = 0xFF'FFFF; // the end of "%clk" says "\tclk"
    const auto found = std::find_if(m_open.rbegin(), m_open.rend(),
                                    [kind](const OpenField &one) { return ((one.kind ^ kind) & name) == 0; });
    if (found == m_open.rend()) // the end of a link, a formula …
        return;
    OpenField open = *found;
    m_open.erase(std::next(found).base());
    // Hancom Office shows the prompt in the place of the missing value, but does not print it.
    if (!open.isDirty && open.field.value == open.field.prompt) {
        open.field.value.clear();
        if (open.serial == line.serial)
            line.text.truncate(open.start);
    }
    open.field.filled = !open.field.value.isEmpty();
    m_document.fields.append(std::move(open.field));
}

// A shape, or a group of them: its texts, then its caption, which stands first in the file.
void BodyReader::readShape(Line &line, int control)
{
    const int end = m_records.at(control).end;
    int shape = control + 1;
    while (shape < end && m_records.at(shape).tag != ShapeTag)
        shape = m_records.at(shape).end;
    const int caption = nextList(control + 1, shape);
    for (int i = shape; i < end; ++i) {
        const Record &record = m_records.at(i);
        if (record.tag == TextArtTag) {
            if (const QString text = m_records.body(i).sizedText(32); !text.isEmpty())
                line.shapes.append(Paragraph{text, {}, {0, {}, line.address}});
        } else if (record.tag == ListTag) {
            // Its paragraphs are its neighbours, up to the next record of a higher level.
            int to = record.end;
            while (to < end && m_records.at(to).level >= record.level && m_records.at(to).tag == ParagraphTag)
                to = m_records.at(to).end;
            readTextBox(line, i, to);
            i = to - 1;
        }
    }
    if (caption < shape)
        readTextBox(line, caption, shape);
}

void BodyReader::readTextBox(Line &line, int list, int to)
{
    Flow box{line.address + u"/shape["_s + QString::number(line.boxes++) + u"]/"_s, {}};
    readFlow(box, m_records.at(list).end, to);
    line.shapes.append(box.blocks);
}

// What is printed elsewhere than in its line, or not at all.
void BodyReader::readAside(Line &line, int control, const QString &kind)
{
    Flow aside{line.address + u'/' + kind + u'[' + QString::number(line.asides++) + u"]/"_s, kind};
    QList<OpenField> outer = std::exchange(m_open, {}); // a note's text is no part of a field around its mark
    readFlow(aside, control + 1, m_records.at(control).end);
    m_open = std::move(outer);
    if (kind == u"comment"_s)
        for (Block &block : aside.blocks)
            if (auto *paragraph = std::get_if<Paragraph>(&block))
                paragraph->place.confidence = hiddenConfidence;
    m_asides.append(aside.blocks);
}

// The number of a note, picture, table, or equation with its decoration: "1)". The number of a page depends on the
// page.
void BodyReader::readNumber(Line &line, Body control)
{
    constexpr quint32 kinds = 0xF;
    if ((control.u32(4) & kinds) == 0)
        return;
    const auto mark = [&](qsizetype at) { return control.u16(at) ? QString(QChar(control.u16(at))) : QString(); };
    append(line, mark(12) + QString::number(control.u16(8)) + mark(14));
}

void BodyReader::readEquation(Line &line, int control)
{
    if (const int equation = find(control, EquationTag); equation >= 0)
        append(line, m_records.body(equation).sizedText(4));
}

void BodyReader::readCheckbox(const Line &line, int control)
{
    const int form = find(control, FormTag);
    const Body body = form < 0 ? Body() : m_records.body(form);
    if (body.u32(0) != controlId("tbc+")) // a button, a list, an edit
        return;
    const QString properties = body.text(14, body.size() / 2);
    const bool isChecked = propertyOf(properties, u"Value"_s) == u"1";
    m_document.fields.append({FormField::Kind::Checkbox,
                              propertyOf(properties, u"Name"_s),
                              propertyOf(properties, u"Caption"_s),
                              isChecked ? u"1"_s : QString(),
                              isChecked,
                              {0, {}, line.address}});
}

} // namespace naru::hwp
