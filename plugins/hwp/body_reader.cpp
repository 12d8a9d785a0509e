#include "body_reader.h"

#include <algorithm>
#include <utility>

namespace naru::hwp {

namespace {

// Characters below 32 (HWP 5.0 §4.2.3, table 6): these stand alone, all others take the room of eight.
constexpr bool isSingle(ushort unit)
{
    return unit == 0 || unit == 10 || unit == 13 || (unit >= 24 && unit < 32);
}
// … and of those, these belong to the paragraph itself; the rest stand for a control.
constexpr bool isInline(ushort unit)
{
    return (unit >= 4 && unit <= 9) || unit == 19 || unit == 20;
}
constexpr qsizetype controlUnits = 8;

} // namespace

BodyReader::BodyReader(Document &document, const QHash<int, QString> &styles, const ReadLimits &limits)
    : m_document(document)
    , m_styles(styles)
    , m_limits(limits)
{
}

Status BodyReader::readSection(const QString &part, const QByteArray &stream)
{
    Result<Records> records = Records::parse(stream, m_limits.depth);
    if (!records)
        return records.error();
    m_records = *std::move(records);
    Flow flow{part + u'!', {}};
    readFlow(flow, 0, m_records.count());
    while (!m_open.isEmpty()) { // never closed: what they hold is their value
        Line none;
        endField(none, m_open.last().kind);
    }
    if (m_refusal)
        return *m_refusal;
    m_document.body.append(flow.blocks);
    m_document.body.append(std::exchange(m_asides, {}));
    return {};
}

void BodyReader::refuse(const Error &error)
{
    if (!m_refusal)
        m_refusal = error;
}

int BodyReader::find(int record, Tag tag) const
{
    for (int i = record + 1; i < m_records.at(record).end; ++i)
        if (m_records.at(i).tag == tag)
            return i;
    return -1;
}

int BodyReader::nextList(int from, int to) const
{
    while (from < to && m_records.at(from).tag != ListTag)
        from = m_records.at(from).end;
    return std::min(from, to);
}

void BodyReader::readFlow(Flow &flow, int from, int to)
{
    for (int i = from; i < to && !m_refusal; i = m_records.at(i).end)
        if (m_records.at(i).tag == ParagraphTag)
            readParagraph(flow, i);
}

void BodyReader::readParagraph(Flow &flow, int paragraph)
{
    Line line;
    line.serial = ++m_serial;
    line.style = flow.style.isEmpty() ? m_styles.value(m_records.body(paragraph).u8(10)) : flow.style;
    line.address = flow.base + u"p["_s + QString::number(flow.paragraphs++) + u']';
    for (OpenField &open : m_open)
        open.field.value += u'\n';
    Body text;
    for (int i = paragraph + 1; i < m_records.at(paragraph).end; i = m_records.at(i).end) {
        if (m_records.at(i).tag == TextTag)
            text = m_records.body(i);
        else if (m_records.at(i).tag == ControlTag)
            line.controls.append(i);
    }
    readText(flow, line, text);
    while (line.nextControl < line.controls.size()) // that the text does not name: better twice than lost
        readControl(flow, line, line.controls[line.nextControl++]);
    const bool isBlank = line.text.isEmpty() && (line.hasTable || !line.shapes.isEmpty());
    if (!isBlank)
        flush(flow, line);
    flow.hasShapes = flow.hasShapes || !line.shapes.isEmpty();
    flow.blocks.append(line.shapes);
}

void BodyReader::readText(Flow &flow, Line &line, Body text)
{
    const qsizetype units = text.size() / 2;
    for (qsizetype at = 0; at < units && !m_refusal;) {
        const ushort unit = text.u16(at * 2);
        if (unit >= 32) {
            qsizetype end = at + 1;
            while (end < units && text.u16(end * 2) >= 32)
                ++end;
            append(line, text.text(at * 2, end - at));
            at = end;
            continue;
        }
        if (unit == 13) // the end of the paragraph
            return;
        const quint32 kind = text.u32((at + 1) * 2);
        at += isSingle(unit) ? 1 : controlUnits;
        if (isSingle(unit) || (isInline(unit) && unit != 4))
            readCharacter(line, unit);
        else if (unit == 4)
            endField(line, kind);
        else if (const int control = take(line, kind); control >= 0)
            readControl(flow, line, control);
    }
}

void BodyReader::readCharacter(Line &line, ushort unit)
{
    if (unit == 9)
        append(line, u"\t");
    else if (unit == 10)
        append(line, u"\n");
    else if (unit == 24)
        append(line, u"-");
    else if (unit == 30 || unit == 31) // blanks that do not break, or are of fixed width
        append(line, u" ");
}

int BodyReader::take(Line &line, quint32 kind) const
{
    for (qsizetype i = line.nextControl; i < line.controls.size(); ++i) {
        if (m_records.body(line.controls[i]).u32(0) != kind)
            continue;
        // One that the text skips is read at the end of the paragraph.
        line.controls.move(i, line.nextControl);
        return line.controls[line.nextControl++];
    }
    return -1;
}

void BodyReader::append(Line &line, QStringView text)
{
    line.text += text;
    for (OpenField &open : m_open)
        open.field.value += text;
}

void BodyReader::flush(Flow &flow, Line &line) const
{
    flow.blocks.append(Paragraph{std::exchange(line.text, {}), line.style, {0, {}, line.address}});
}

} // namespace naru::hwp
