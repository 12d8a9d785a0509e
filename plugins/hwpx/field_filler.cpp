#include "field_filler.h"

#include "markup.h"

#include <algorithm>

namespace naru::hwpx {

namespace {

constexpr qint64 sharedId = 2147483648; // Hancom's "no id"

Error refused(const QString &text, const QString &code) { return {Error::Kind::Invalid, text, code}; }

// What XML cannot hold, or no document should: Hancom Office calls a file with one of them damaged.
bool isControl(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\t' && c != u'\n') || (c.unicode() >= 0x7F && c.unicode() < 0xA0)
        || c.unicode() >= 0xFFFE;
}

bool isPrintable(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else if (isControl(text[i]) || text[i].isSurrogate())
            return false;
    }
    return true;
}

} // namespace

FreshIds::FreshIds(const XmlOutline &section)
    : m_section(section)
{
}

QByteArray FreshIds::next()
{
    if (m_last == 0)
        for (int i = 0; i < m_section.size(); ++i)
            if (const qint64 id = m_section.attribute(i, "id").toLongLong(); id < sharedId)
                m_last = std::max(m_last, id);
    return QByteArray::number(++m_last);
}

bool FreshIds::isShared(const QString &id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    return !isNumber || number == 0 || number >= sharedId;
}

QHash<QString, int> letterHeights(const QByteArray &headerXml)
{
    QHash<QString, int> heights;
    const Result<XmlOutline> header = XmlOutline::of(headerXml);
    if (header)
        for (const int letter : header->inside(0, "charPr"))
            heights.insert(header->attribute(letter, "id"), header->attribute(letter, "height").toInt());
    return heights;
}

FieldFiller::FieldFiller(const XmlOutline &section, FreshIds &ids)
    : m_xml(section)
    , m_ids(ids)
{
}

Status FieldFiller::fill(const FieldSite &site, const QStringList &paragraphs)
{
    for (const QString &one : paragraphs)
        if (!isPrintable(one))
            return refused(u"expected a value without control characters but that of '"_s + site.name + u"' has one"_s,
                           u"fill.value"_s);
    const QStringList lines = paragraphs.isEmpty() ? QStringList{QString()} : paragraphs;
    if (site.kind == FormField::Kind::ClickHere)
        return fillClickHere(site, lines);
    if (site.kind == FormField::Kind::NamedCell)
        return fillCell(site, lines);
    return fillCheckbox(site, lines);
}

Result<FieldFiller::ClickHere> FieldFiller::marksOf(const FieldSite &site) const
{
    const auto parent = [&](int element) { return element < 0 ? -1 : m_xml.at(element).parent; };
    ClickHere field{};
    field.beginMark = parent(site.begin);
    field.beginRun = parent(field.beginMark);
    field.beginParagraph = parent(field.beginRun);
    field.endMark = site.end < 0 ? -1 : parent(site.end);
    field.endRun = parent(field.endMark);
    field.endParagraph = parent(field.endRun);
    const auto isWhole = [&](int mark, int run, int paragraph) {
        return paragraph >= 0 && m_xml.is(mark, "ctrl") && m_xml.is(run, "run") && m_xml.is(paragraph, "p");
    };
    if (!isWhole(field.beginMark, field.beginRun, field.beginParagraph)
        || !isWhole(field.endMark, field.endRun, field.endParagraph)
        || parent(field.beginParagraph) != parent(field.endParagraph) || field.beginMark == field.endMark)
        return refused(u"expected a field that begins and ends in the same text but '"_s + site.name + u"' does not"_s,
                       u"fill.field"_s);
    return field;
}

// What lies between the marks goes, so it must not hold what the document needs, nor half of another field.
Status FieldFiller::provePlain(const FieldSite &site, const ClickHere &field) const
{
    QStringList open;
    for (int i = m_xml.at(field.beginMark).after; i < field.endMark; ++i) {
        bool isPlain = !m_xml.is(i, "secPr");
        if (m_xml.is(i, "fieldBegin"))
            open.append(m_xml.attribute(i, "id"));
        else if (m_xml.is(i, "fieldEnd"))
            isPlain = open.removeOne(m_xml.attribute(i, "beginIDRef"));
        if (!isPlain)
            open.append(QString());
    }
    if (!open.isEmpty())
        return refused(u"expected a field for text but '"_s + site.name + u"' holds half of something else"_s,
                       u"fill.field"_s);
    return {};
}

bool FieldFiller::isPrompt(const FieldSite &site, const QString &text) const
{
    if (m_xml.attribute(site.begin, "dirty") == u"1")
        return false;
    for (const int parameter : m_xml.inside(site.begin, "stringParam")) {
        const QString name = m_xml.attribute(parameter, "name");
        const QString value = m_xml.textOf(parameter);
        if ((name == u"Direction" && value == text) || (name == u"Command" && promptOf(value) == text))
            return true;
    }
    return false;
}

int FieldFiller::firstText(const FieldSite &site, const ClickHere &field) const
{
    const int flow = m_xml.at(field.beginParagraph).parent;
    for (int i = m_xml.at(field.beginMark).after; i < field.endMark; ++i) {
        if (!m_xml.is(i, "t") || m_xml.at(m_xml.at(m_xml.at(i).parent).parent).parent != flow)
            continue;
        const QString text = m_xml.textOf(i);
        if (!text.isEmpty())
            return isPrompt(site, text) ? -1 : i;
    }
    return -1;
}

// The paragraph that the value begins in. Blank ones before an old value are the layout's, and stay: the body of a real
// 시행문 begins in the line that carries its head table.
int FieldFiller::firstParagraph(const ClickHere &field, int text) const
{
    if (text >= 0)
        return m_xml.around(text, "p");
    const bool carries = m_xml.child(field.beginRun, "tbl") >= 0 || m_xml.child(field.beginRun, "secPr") >= 0;
    const int next = m_xml.at(field.beginParagraph).after;
    return carries && next <= field.endParagraph ? next : field.beginParagraph;
}

Status FieldFiller::fillClickHere(const FieldSite &site, const QStringList &paragraphs)
{
    const Result<ClickHere> found = marksOf(site);
    if (!found)
        return found.error();
    const ClickHere &field = *found;
    if (Status plain = provePlain(site, field); !plain)
        return plain;
    const int text = firstText(site, field);
    const int pattern = firstParagraph(field, text);
    const bool isOpen = pattern == field.beginParagraph; // the value begins behind the mark
    const int patternRun = text >= 0 ? m_xml.at(text).parent : isOpen ? field.beginRun : m_xml.child(pattern, "run");
    const QString letter = m_xml.attribute(patternRun < 0 ? field.beginRun : patternRun, "charPrIDRef");
    const qsizetype from = isOpen ? m_xml.at(field.beginMark).end : m_xml.at(pattern).begin;
    setAttribute(site.begin, "dirty", paragraphs == QStringList{QString()} ? "0" : "1");
    m_splices.append({from, m_xml.at(field.endMark).begin, linesFrom(pattern, isOpen, letter, field, paragraphs)});
    dropLines(field.endParagraph);
    measure(field.beginParagraph, letter);
    return {};
}

// Whether its last paragraph goes on behind the end mark, and so keeps its shape.
bool FieldFiller::hasRest(const ClickHere &field) const
{
    for (int i = m_xml.at(field.endMark).after; i < m_xml.at(field.endParagraph).after; ++i)
        if (m_xml.is(i, "tbl") || (m_xml.is(i, "t") && !m_xml.textOf(i).isEmpty()))
            return true;
    return false;
}

// The paragraphs of a value up to its end mark, in whose run they end.
QByteArray FieldFiller::linesFrom(int pattern, bool isOpen, const QString &letter, const ClickHere &field,
                                  const QStringList &paragraphs)
{
    const QByteArray closeRun = "</" + named(pattern, "run") + '>';
    const QByteArray closeParagraph = "</" + named(pattern, "p") + '>';
    const bool isSameLetter = m_xml.attribute(field.beginRun, "charPrIDRef") == letter;
    const bool isOneRun = isOpen && isSameLetter && paragraphs.size() == 1;
    const bool keepsEnd = field.endParagraph != pattern && hasRest(field);
    QByteArray out;
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        const bool isFirst = i == 0;
        const bool isLast = i + 1 == paragraphs.size();
        if (isFirst && isOpen && isSameLetter)
            out += textMarkup(pattern, paragraphs[i]) + (isOneRun && field.beginRun == field.endRun ? "" : closeRun);
        else if (isFirst && isOpen)
            out += closeRun + runOf(pattern, letter, paragraphs[i]);
        else
            out += paragraphTag(isLast && keepsEnd ? field.endParagraph : pattern, !isFirst)
                + runOf(pattern, letter, paragraphs[i]);
        if (!isLast)
            out += closeParagraph;
    }
    if (!isOneRun || field.beginRun != field.endRun)
        out += m_xml.startTag(field.endRun).toByteArray();
    return out;
}

Status FieldFiller::fillCell(const FieldSite &site, const QStringList &paragraphs)
{
    const int list = m_xml.child(site.begin, "subList");
    const QList<int> old = list < 0 ? QList<int>() : m_xml.children(list, "p");
    if (old.isEmpty() || !m_xml.inside(site.begin, "tbl").isEmpty())
        return refused(u"expected a cell for text but '"_s + site.name
                           + (old.isEmpty() ? u"' has no paragraph"_s : u"' holds a table"_s),
                       u"fill.value"_s);
    int pattern = old.first();
    int patternRun = m_xml.child(pattern, "run");
    bool hasText = false;
    QByteArray kept; // pictures, check boxes, marks
    for (const int paragraph : old)
        for (const int run : m_xml.children(paragraph, "run"))
            for (int i = run + 1; i < m_xml.at(run).after; i = m_xml.at(i).after) {
                if (!m_xml.is(i, "t")) {
                    kept += m_xml.bytes(i).toByteArray();
                } else if (!hasText && !m_xml.textOf(i).isEmpty()) {
                    hasText = true;
                    pattern = paragraph;
                    patternRun = run;
                }
            }
    const QString letter = patternRun < 0 ? u"0"_s : m_xml.attribute(patternRun, "charPrIDRef");
    QByteArray out;
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        out += paragraphTag(pattern, i > 0);
        if (i == 0 && !kept.isEmpty())
            out += '<' + named(pattern, "run") + " charPrIDRef=\"" + escaped(letter).toUtf8() + "\">" + kept + "</"
                + named(pattern, "run") + '>';
        out += runOf(pattern, letter, paragraphs[i]) + "</" + named(pattern, "p") + '>';
    }
    m_splices.append({m_xml.at(old.first()).begin, m_xml.at(old.last()).end, out});
    measure(list, letter);
    return {};
}

Status FieldFiller::fillCheckbox(const FieldSite &site, const QStringList &paragraphs)
{
    const QString value = paragraphs.join(u'\n').trimmed();
    const bool isOn = value == u"1" || value == u"true" || value == u"예";
    if (!isOn && !value.isEmpty() && value != u"0" && value != u"false" && value != u"아니오")
        return refused(u"expected true or false for the check box '"_s + site.name + u"' but found something else"_s,
                       u"fill.value"_s);
    setAttribute(site.begin, "value", isOn ? "CHECKED" : "UNCHECKED");
    m_room = {};
    return {};
}

// The name with the prefix that this element has.
QByteArray FieldFiller::named(int like, QByteArrayView localName) const
{
    const XmlElement &element = m_xml.at(like);
    return element.name.chopped(element.localName.size()).toByteArray() + localName.toByteArray();
}

QByteArray FieldFiller::paragraphTag(int paragraph, bool isCopy)
{
    const XmlElement &element = m_xml.at(paragraph);
    QList<XmlSplice> changes;
    const auto change = [&](QByteArrayView name, const QByteArray &value) {
        const XmlSpan span = m_xml.valueOf(paragraph, name);
        if (span.begin > 0)
            changes.append({span.begin - element.begin, span.end - element.begin, value});
    };
    if (isCopy) {
        if (!FreshIds::isShared(m_xml.attribute(paragraph, "id")))
            change("id", m_ids.next());
        change("pageBreak", "0");
        change("columnBreak", "0");
    }
    QByteArray tag = *spliced(m_xml.startTag(paragraph), changes);
    if (element.isClosed()) // <p/>
        tag.replace(tag.size() - 2, 2, ">");
    return tag;
}

QByteArray FieldFiller::runOf(int paragraph, const QString &letter, const QString &text) const
{
    const QByteArray run = named(paragraph, "run");
    const QByteArray tag = '<' + run + " charPrIDRef=\"" + escaped(letter).toUtf8() + '"';
    return text.isEmpty() ? tag + "/>" : tag + '>' + textMarkup(paragraph, text) + "</" + run + '>';
}

QByteArray FieldFiller::textMarkup(int like, const QString &text) const
{
    if (text.isEmpty())
        return {};
    const QByteArray t = named(like, "t");
    QByteArray out = '<' + t + '>';
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != u'\n' && text[i] != u'\t')
            continue;
        out += escaped(QStringView(text).sliced(from, i - from)).toUtf8();
        if (i < text.size())
            out += '<' + named(like, text[i] == u'\n' ? "lineBreak" : "tab")
                + (text[i] == u'\n' ? "/>" : " width=\"4000\" leader=\"0\" type=\"1\"/>");
        from = i + 1;
    }
    return out + "</" + t + '>';
}

// The cached layout of a changed paragraph: stale, it draws glyphs on top of each other.
void FieldFiller::dropLines(int paragraph)
{
    for (const int lines : m_xml.children(paragraph, "linesegarray"))
        m_splices.append({m_xml.at(lines).begin, m_xml.at(lines).end, {}});
}

void FieldFiller::setAttribute(int element, QByteArrayView name, const QByteArray &value)
{
    const XmlSpan span = m_xml.valueOf(element, name);
    if (span.begin > 0) {
        m_splices.append({span.begin, span.end, value});
        return;
    }
    const qsizetype behindName = m_xml.at(element).begin + 1 + m_xml.at(element).name.size();
    m_splices.append({behindName, behindName, ' ' + name.toByteArray() + "=\"" + value + '"'});
}

void FieldFiller::measure(int element, const QString &letter)
{
    m_room = {0, 0, letter};
    const int cell = m_xml.around(element, "tc");
    const int size = cell < 0 ? -1 : m_xml.child(cell, "cellSz");
    if (size < 0)
        return;
    m_room.width = m_xml.attribute(size, "width").toInt();
    m_room.height = m_xml.attribute(size, "height").toInt();
    if (const int margin = m_xml.child(cell, "cellMargin"); margin >= 0) {
        m_room.width -= m_xml.attribute(margin, "left").toInt() + m_xml.attribute(margin, "right").toInt();
        m_room.height -= m_xml.attribute(margin, "top").toInt() + m_xml.attribute(margin, "bottom").toInt();
    }
}

} // namespace naru::hwpx
