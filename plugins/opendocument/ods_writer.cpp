#include "ods_writer.h"

#include "core/decimal.h"
#include "core/spreadsheet.h"
#include "core/zip_archive.h"

#include "ods_styles.h"
#include "ods_text.h"
#include "package.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

namespace naru::opendocument {

namespace {

constexpr int exactDigits = 15; // that a double keeps of any decimal number
constexpr int narrowest = 6;
constexpr int widest = 44;
constexpr std::array spaces{
    std::pair{u"office", u"urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    std::pair{u"table", u"urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    std::pair{u"text", u"urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    std::pair{u"style", u"urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    std::pair{u"number", u"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"},
    std::pair{u"fo", u"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    std::pair{u"meta", u"urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
    std::pair{u"dc", u"http://purl.org/dc/elements/1.1/"},
    std::pair{u"calcext", u"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"}};

void startRoot(QXmlStreamWriter &xml, const QString &name)
{
    xml.writeStartDocument();
    xml.writeStartElement(name);
    for (const auto &[prefix, uri] : spaces)
        xml.writeAttribute(u"xmlns:"_s + QString::fromUtf16(prefix), QString::fromUtf16(uri));
    xml.writeAttribute(u"office:version"_s, u"1.3"_s);
}

int significantDigits(const QString &number)
{
    int digits = 0;
    for (const QChar c : number)
        digits += c.isDigit() && (digits || c != u'0');
    return digits;
}

// "12.5%" of 0.125.
QString percentText(const QString &number, int decimals)
{
    const Result<Decimal> value = Decimal::fromStringRounded(number);
    return value ? (*value * Decimal(100)).rounded(decimals, Decimal::Rounding::HalfAwayFromZero).toString() + u'%'
                 : number;
}

// With exactly so many digits behind the point.
QString withDecimals(const QString &number, int decimals)
{
    const Result<Decimal> value = Decimal::fromStringRounded(number);
    return value ? value->rounded(decimals, Decimal::Rounding::HalfAwayFromZero).toString() : number;
}

// "1,234,567.50".
QString grouped(QString number)
{
    const qsizetype point = number.indexOf(u'.');
    const qsizetype first = number.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? number.size() : point) - 3; at > first; at -= 3)
        number.insert(at, u',');
    return number;
}

class SheetWriter {
public:
    SheetWriter(QXmlStreamWriter &xml, OdsStyles &styles)
        : m_xml(xml)
        , m_styles(styles)
    {
    }

    Status write(const SheetPlan &plan)
    {
        const Table none;
        const Table &table = plan.table ? *plan.table : none;
        int rows = table.rows;
        int columns = table.columns;
        for (const Cell &cell : table.cells) {
            rows = std::max(rows, cell.row + cell.rowSpan);
            columns = std::max(columns, cell.column + cell.columnSpan);
        }
        if (rows + plan.above.size() + plan.below.size() > mostRows || columns > mostColumns)
            return Error{Error::Kind::Invalid,
                         u"expected a table that fits a sheet but '"_s + plan.name + u"' is larger"_s,
                         u"ods.tooLarge"_s};
        m_xml.writeStartElement(u"table:table"_s);
        m_xml.writeAttribute(u"table:name"_s, plan.name);
        writeColumns(table, std::max(columns, 1));
        bool isFirst = true;
        for (const QString &text : plan.above)
            writeParagraph(text,
                           std::exchange(isFirst, false) && plan.table ? OdsStyles::Box::Title : OdsStyles::Box::Plain);
        writeCells(table, rows, columns);
        for (const QString &text : plan.below)
            writeParagraph(text, OdsStyles::Box::Plain);
        if (rows == 0 && plan.above.isEmpty() && plan.below.isEmpty())
            writeParagraph({}, OdsStyles::Box::Plain);
        m_xml.writeEndElement();
        return {};
    }

private:
    void writeColumns(const Table &table, int columns)
    {
        QList<int> widths(columns, narrowest);
        for (const Cell &cell : table.cells)
            if (cell.columnSpan == 1)
                for (const QStringView line : QStringView(cell.text).split(u'\n'))
                    widths[cell.column] = std::clamp(displayWidth(line) + 2, widths[cell.column], widest);
        for (const int width : std::as_const(widths)) {
            m_xml.writeEmptyElement(u"table:table-column"_s);
            m_xml.writeAttribute(u"table:style-name"_s, m_styles.columnStyle(width));
        }
    }

    void writeParagraph(const QString &text, OdsStyles::Box box)
    {
        m_xml.writeStartElement(u"table:table-row"_s);
        m_xml.writeStartElement(u"table:table-cell"_s);
        m_xml.writeAttribute(u"table:style-name"_s, m_styles.cellStyle(box));
        if (!text.isEmpty()) {
            m_xml.writeAttribute(u"office:value-type"_s, u"string"_s);
            writeText(m_xml, text);
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeCells(const Table &table, int rows, int columns)
    {
        QList<const Cell *> cells;
        for (const Cell &cell : table.cells)
            cells.append(&cell);
        std::stable_sort(cells.begin(), cells.end(), [](const Cell *a, const Cell *b) {
            return a->row != b->row ? a->row < b->row : a->column < b->column;
        });
        auto next = cells.cbegin();
        for (int row = 0; row < rows; ++row) {
            m_xml.writeStartElement(u"table:table-row"_s);
            m_active.removeIf([row](const Span &one) { return one.lastRow < row; });
            m_column = 0;
            for (; next != cells.cend() && (*next)->row <= row; ++next) {
                if ((*next)->row < row || (*next)->column < m_column || isCovered((*next)->column))
                    continue; // lies on another
                fillTo((*next)->column);
                writeCell(**next);
            }
            fillTo(columns);
            m_xml.writeEndElement();
        }
    }

    bool isCovered(int column) const
    {
        return std::any_of(m_active.begin(), m_active.end(),
                           [column](const Span &one) { return one.first <= column && column <= one.last; });
    }

    // Blanks, or the positions that a merged cell above covers, up to the column.
    void fillTo(int column)
    {
        while (m_column < column) {
            int end = column;
            bool covered = false;
            for (const Span &one : std::as_const(m_active)) {
                if (one.first <= m_column && m_column <= one.last) {
                    covered = true;
                    end = std::min(column, one.last + 1);
                    break;
                }
                if (one.first > m_column)
                    end = std::min(end, one.first);
            }
            fill(covered ? u"table:covered-table-cell"_s : u"table:table-cell"_s, end - m_column);
            m_column = end;
        }
    }

    void fill(const QString &element, int count)
    {
        m_xml.writeEmptyElement(element);
        if (count > 1)
            m_xml.writeAttribute(u"table:number-columns-repeated"_s, QString::number(count));
    }

    void writeCell(const Cell &cell)
    {
        const bool isExact =
            cell.value.kind != Value::Kind::Number || significantDigits(cell.value.text) <= exactDigits;
        const NumberLook look = isExact ? numberLook(cell) : NumberLook();
        m_xml.writeStartElement(u"table:table-cell"_s);
        m_xml.writeAttribute(u"table:style-name"_s,
                             m_styles.cellStyle(cell.header ? OdsStyles::Box::Header : OdsStyles::Box::Cell, look));
        if (cell.columnSpan > 1 || cell.rowSpan > 1) {
            m_xml.writeAttribute(u"table:number-columns-spanned"_s, QString::number(cell.columnSpan));
            m_xml.writeAttribute(u"table:number-rows-spanned"_s, QString::number(cell.rowSpan));
        }
        if (!isExact || !writeTyped(cell, look))
            writeString(textOf(cell));
        m_xml.writeEndElement();
        m_column = cell.column + 1;
        if (cell.columnSpan > 1)
            fill(u"table:covered-table-cell"_s, cell.columnSpan - 1);
        m_column += cell.columnSpan - 1;
        if (cell.rowSpan > 1)
            m_active.append({cell.column, m_column - 1, cell.row + cell.rowSpan - 1});
    }

    void writeString(const QString &text)
    {
        if (text.isEmpty())
            return;
        m_xml.writeAttribute(u"office:value-type"_s, u"string"_s);
        writeText(m_xml, text);
    }

    bool writeTyped(const Cell &cell, const NumberLook &look)
    {
        const QString &text = cell.value.text;
        const auto type = [this](const QString &kind, const QString &attribute, const QString &value) {
            m_xml.writeAttribute(u"office:value-type"_s, kind);
            m_xml.writeAttribute(attribute, value);
        };
        switch (cell.value.kind) {
        case Value::Kind::Number:
            writeNumber(cell, look);
            return true;
        case Value::Kind::Flag:
            type(u"boolean"_s, u"office:boolean-value"_s, text);
            break;
        case Value::Kind::Day:
        case Value::Kind::Moment:
            type(u"date"_s, u"office:date-value"_s, text);
            break;
        case Value::Kind::TimeOfDay:
            type(u"time"_s, u"office:time-value"_s,
                 u"PT"_s + text.left(2) + u'H' + text.mid(3, 2) + u'M' + text.mid(6, 2) + u'S');
            break;
        case Value::Kind::Fault:
            type(u"string"_s, u"office:string-value"_s, {});
            m_xml.writeAttribute(u"calcext:value-type"_s, u"error"_s);
            break;
        default:
            return false;
        }
        writeText(m_xml, QString(text).replace(u'T', look.kind == NumberLook::Kind::Moment ? u' ' : u'T'));
        return true;
    }

    void writeNumber(const Cell &cell, const NumberLook &look)
    {
        using Kind = NumberLook::Kind;
        const bool isMoney = look.kind == Kind::Currency;
        m_xml.writeAttribute(u"office:value-type"_s,
                             look.kind == Kind::Percentage ? u"percentage"_s
                                 : isMoney                 ? u"currency"_s
                                                           : u"float"_s);
        if (isMoney)
            m_xml.writeAttribute(u"office:currency"_s, look.currency);
        m_xml.writeAttribute(u"office:value"_s, cell.value.text);
        QString shown = look.kind == Kind::Percentage ? percentText(cell.value.text, look.digits) : cell.text;
        if (isMoney || look.kind == Kind::Grouped)
            shown = grouped(withDecimals(cell.value.text, look.digits));
        writeText(m_xml, shown);
    }

    struct Span {
        int first;
        int last;
        int lastRow;
    };
    QXmlStreamWriter &m_xml;
    OdsStyles &m_styles;
    QList<Span> m_active; // merged cells that reach into the row, by column
    int m_column = 0;
};

// The styles stand before the sheets that bring them about.
Result<QByteArray> contentXml(const Document &document)
{
    OdsStyles styles;
    QByteArray sheets;
    QXmlStreamWriter body(&sheets);
    for (const SheetPlan &plan : planSheets(document))
        if (const Status written = SheetWriter(body, styles).write(plan); !written)
            return written.error();
    QByteArray content;
    QXmlStreamWriter xml(&content);
    startRoot(xml, u"office:document-content"_s);
    styles.write(xml);
    xml.writeStartElement(u"office:body"_s);
    xml.writeStartElement(u"office:spreadsheet"_s);
    xml.writeCharacters({}); // closes the tag
    return content + sheets + "</office:spreadsheet></office:body></office:document-content>";
}

QByteArray metaXml(const QString &title)
{
    QByteArray content;
    QXmlStreamWriter xml(&content);
    startRoot(xml, u"office:document-meta"_s);
    xml.writeStartElement(u"office:meta"_s);
    xml.writeTextElement(u"meta:generator"_s, u"Naru"_s);
    if (!title.isEmpty())
        xml.writeTextElement(u"dc:title"_s, xmlText(title));
    xml.writeEndDocument();
    return content;
}

QByteArray manifestXml()
{
    QByteArray content;
    QXmlStreamWriter xml(&content);
    xml.writeStartDocument();
    xml.writeStartElement(u"manifest:manifest"_s);
    xml.writeAttribute(u"xmlns:manifest"_s, u"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"_s);
    xml.writeAttribute(u"manifest:version"_s, u"1.3"_s);
    const auto entry = [&xml](const QString &path, const QString &type) {
        xml.writeEmptyElement(u"manifest:file-entry"_s);
        xml.writeAttribute(u"manifest:full-path"_s, path);
        if (path == u"/"_s)
            xml.writeAttribute(u"manifest:version"_s, u"1.3"_s);
        xml.writeAttribute(u"manifest:media-type"_s, type);
    };
    entry(u"/"_s, QString::fromLatin1(spreadsheetType));
    entry(u"content.xml"_s, u"text/xml"_s);
    entry(u"meta.xml"_s, u"text/xml"_s);
    xml.writeEndDocument();
    return content;
}

} // namespace

Result<QByteArray> writeSpreadsheet(const Document &document)
{
    const Result<QByteArray> content = contentXml(document);
    if (!content)
        return content.error();
    ZipWriter zip;
    zip.add(u"mimetype"_s, spreadsheetType.toByteArray(), ZipWriter::Packing::Stored);
    zip.add(u"content.xml"_s, *content);
    zip.add(u"meta.xml"_s, metaXml(document.title));
    zip.add(u"META-INF/manifest.xml"_s, manifestXml());
    return zip.finish();
}

} // namespace naru::opendocument
