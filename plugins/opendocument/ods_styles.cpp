#include "ods_styles.h"

#include <QRegularExpression>
#include <QXmlStreamWriter>

#include <algorithm>

namespace naru::opendocument {

namespace {

int decimalsOf(const QString &code)
{
    const qsizetype point = code.indexOf(u'.');
    qsizetype end = point + 1;
    while (point >= 0 && end < code.size() && (code[end] == u'0' || code[end] == u'#'))
        ++end;
    return point < 0 ? 0 : int(end - point - 1);
}

bool isAllZeros(const QString &code)
{
    return !code.isEmpty() && std::all_of(code.begin(), code.end(), [](QChar c) { return c == u'0'; });
}

void number(QXmlStreamWriter &xml, int decimals, bool grouping, int integers = 1)
{
    xml.writeEmptyElement(u"number:number"_s);
    xml.writeAttribute(u"number:decimal-places"_s, QString::number(decimals));
    xml.writeAttribute(u"number:min-decimal-places"_s, QString::number(decimals));
    xml.writeAttribute(u"number:min-integer-digits"_s, QString::number(integers));
    if (grouping)
        xml.writeAttribute(u"number:grouping"_s, u"true"_s);
}

// "year-month-day hours:minutes:seconds", or one half of it.
void clock(QXmlStreamWriter &xml, bool day, bool time)
{
    const auto parts = [&xml](std::initializer_list<const char16_t *> names, const QString &between) {
        bool isFirst = true;
        for (const char16_t *name : names) {
            if (!std::exchange(isFirst, false))
                xml.writeTextElement(u"number:text"_s, between);
            xml.writeEmptyElement(u"number:"_s + QString::fromUtf16(name));
            xml.writeAttribute(u"number:style"_s, u"long"_s);
        }
    };
    if (day)
        parts({u"year", u"month", u"day"}, u"-"_s);
    if (day && time)
        xml.writeTextElement(u"number:text"_s, u" "_s);
    if (time)
        parts({u"hours", u"minutes", u"seconds"}, u":"_s);
}

} // namespace

NumberLook numberLook(const Cell &cell)
{
    using Kind = NumberLook::Kind;
    const QString &code = cell.value.numberFormat;
    static const QRegularExpression currency(u"\\[\\$([^\\]-]+)"_s);
    switch (cell.value.kind) {
    case Value::Kind::Day:
        return {Kind::Day, 0, {}};
    case Value::Kind::Moment:
        return {Kind::Moment, 0, {}};
    case Value::Kind::TimeOfDay:
        return {Kind::TimeOfDay, 0, {}};
    case Value::Kind::Number:
        break;
    default:
        return {};
    }
    if (code.endsWith(u'%'))
        return {Kind::Percentage, decimalsOf(code), {}};
    if (const QRegularExpressionMatch match = currency.match(code); match.hasMatch())
        return {Kind::Currency, decimalsOf(code), match.captured(1).trimmed()};
    if (isAllZeros(code))
        return {Kind::Padded, int(code.size()), {}};
    if (code.contains(u"#,##"_s) || (cell.text.contains(u',') && QString(cell.text).remove(u',') == cell.value.text))
        return {Kind::Grouped, code.isEmpty() ? decimalsOf(cell.value.text) : decimalsOf(code), {}};
    return {};
}

QString OdsStyles::cellStyle(Box box, const NumberLook &look)
{
    QString &name = m_cells[{int(box), look}];
    if (name.isEmpty())
        name = u"ce"_s + QString::number(m_cells.size());
    return name;
}

QString OdsStyles::columnStyle(int width)
{
    QString &name = m_columns[width];
    if (name.isEmpty())
        name = u"co"_s + QString::number(m_columns.size());
    return name;
}

void OdsStyles::write(QXmlStreamWriter &xml) const
{
    constexpr double characterWidth = 0.2; // cm, half width at 10 points
    xml.writeStartElement(u"office:automatic-styles"_s);
    for (auto at = m_columns.begin(); at != m_columns.end(); ++at) {
        xml.writeStartElement(u"style:style"_s);
        xml.writeAttribute(u"style:name"_s, at.value());
        xml.writeAttribute(u"style:family"_s, u"table-column"_s);
        xml.writeEmptyElement(u"style:table-column-properties"_s);
        xml.writeAttribute(u"style:column-width"_s, QString::number(at.key() * characterWidth, 'f', 2) + u"cm"_s);
        xml.writeEndElement();
    }
    for (auto at = m_cells.begin(); at != m_cells.end(); ++at) {
        const bool isNumber = at.key().second.kind != NumberLook::Kind::General;
        const QString name = u"N"_s + at.value();
        if (isNumber)
            writeNumber(xml, at.key().second, name);
        writeCell(xml, Box(at.key().first), at.value(), isNumber ? name : QString());
    }
    xml.writeEndElement();
}

void OdsStyles::writeNumber(QXmlStreamWriter &xml, const NumberLook &look, const QString &name) const
{
    using Kind = NumberLook::Kind;
    const QString element = look.kind == Kind::Percentage     ? u"number:percentage-style"_s
        : look.kind == Kind::Currency                         ? u"number:currency-style"_s
        : look.kind == Kind::Day || look.kind == Kind::Moment ? u"number:date-style"_s
        : look.kind == Kind::TimeOfDay                        ? u"number:time-style"_s
                                                              : u"number:number-style"_s;
    xml.writeStartElement(element);
    xml.writeAttribute(u"style:name"_s, name);
    if (look.kind == Kind::Day || look.kind == Kind::Moment || look.kind == Kind::TimeOfDay)
        clock(xml, look.kind != Kind::TimeOfDay, look.kind != Kind::Day);
    if (look.kind == Kind::Currency) {
        xml.writeTextElement(u"number:currency-symbol"_s, look.currency);
        xml.writeTextElement(u"number:text"_s, u" "_s);
    }
    if (look.kind == Kind::Padded)
        number(xml, 0, false, look.digits);
    else if (look.kind == Kind::Percentage || look.kind == Kind::Currency || look.kind == Kind::Grouped)
        number(xml, look.digits, look.kind != Kind::Percentage);
    if (look.kind == Kind::Percentage)
        xml.writeTextElement(u"number:text"_s, u"%"_s);
    xml.writeEndElement();
}

void OdsStyles::writeCell(QXmlStreamWriter &xml, Box box, const QString &name, const QString &number) const
{
    xml.writeStartElement(u"style:style"_s);
    xml.writeAttribute(u"style:name"_s, name);
    xml.writeAttribute(u"style:family"_s, u"table-cell"_s);
    if (!number.isEmpty())
        xml.writeAttribute(u"style:data-style-name"_s, number);
    xml.writeEmptyElement(u"style:table-cell-properties"_s);
    xml.writeAttribute(u"style:vertical-align"_s, u"middle"_s);
    if (box == Box::Header)
        xml.writeAttribute(u"fo:background-color"_s, u"#e8ecf2"_s);
    if (box == Box::Header || box == Box::Cell) {
        xml.writeAttribute(u"fo:border"_s, u"0.5pt solid #808080"_s);
        xml.writeAttribute(u"fo:wrap-option"_s, u"wrap"_s);
    }
    if (box == Box::Header || box == Box::Title) {
        xml.writeEmptyElement(u"style:paragraph-properties"_s);
        xml.writeAttribute(u"fo:text-align"_s, box == Box::Header ? u"center"_s : u"start"_s);
        xml.writeEmptyElement(u"style:text-properties"_s);
        for (const auto &suffix : {u""_s, u"-asian"_s})
            xml.writeAttribute((suffix.isEmpty() ? u"fo:font-weight"_s : u"style:font-weight"_s) + suffix, u"bold"_s);
    }
    xml.writeEndElement();
}

} // namespace naru::opendocument
