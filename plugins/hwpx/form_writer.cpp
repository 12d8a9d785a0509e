#include "form_writer.h"

#include "markup.h"
#include "package_writer.h"
#include "table_markup.h"

#include <QSet>

#include <numeric>

namespace naru::hwpx {

namespace {

constexpr double unitsPerMillimetre = 283.465;
constexpr int firstFieldId = 1'000'000'000;

struct Setting {
    int letter;
    int line; // paraPr in the text
    int cell; // and in a cell
};

Setting settingOf(FormLine::Look look)
{
    switch (look) {
    case FormLine::Look::Office:
        return {officeLetter, looseCentre, centredCell};
    case FormLine::Look::Name:
        return {nameLetter, looseCentre, centredCell};
    case FormLine::Look::Label:
        return {labelLetter, leftCell, centredCell};
    case FormLine::Look::Centre:
        return {formLetter, centredCell, centredCell};
    case FormLine::Look::Right:
        return {formLetter, rightCell, rightCell};
    case FormLine::Look::Small:
        return {smallLetter, leftCell, leftCell};
    case FormLine::Look::Plain:
        break;
    }
    return {formLetter, 3, leftCell};
}

int borderOf(const FormCell &cell)
{
    switch (cell.border) {
    case FormCell::Border::None:
        return noBorder;
    case FormCell::Border::Below:
        return lineBelow;
    case FormCell::Border::Above:
        return lineAbove;
    case FormCell::Border::All:
        break;
    }
    return cell.isHead ? headerBorder : solidBorder;
}

class FormWriter {
public:
    Result<QByteArray> section(const FormDescription &form);

private:
    void writeLine(const FormLine &line, bool isInCell);
    void writeText(const QString &text, int letter);
    void writeField(const QString &name, const QString &prompt, int letter);
    void writeTable(const FormTable &table);
    void writeCell(const FormCell &cell, const CellFrame &frame);
    void openParagraph(int paragraph);
    QString run(int letter, const QString &inside) const
    {
        return u"<hp:run charPrIDRef=\"%1\">"_s.arg(letter) + inside + u"</hp:run>"_s;
    }

    QString m_xml;
    int m_paragraphs = 0;
    int m_tables = 0;
    int m_fields = 0;
    bool m_tiles = true;
};

Result<QByteArray> FormWriter::section(const FormDescription &form)
{
    m_xml = u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?><hs:sec"_s + namespaces() + u'>';
    for (const auto &part : form.parts) {
        if (const auto *line = std::get_if<FormLine>(&part))
            writeLine(*line, false);
        else
            writeTable(std::get<FormTable>(part));
    }
    if (!m_tiles)
        return Error{Error::Kind::Invalid, u"expected a table whose cells tile its grid but some do not"_s, u"table.tiling"_s};
    return (m_xml + u"</hs:sec>"_s).toUtf8();
}

void FormWriter::openParagraph(int paragraph)
{
    const bool isFirst = m_paragraphs++ == 0;
    m_xml += u"<hp:p id=\"%1\" paraPrIDRef=\"%2\" styleIDRef=\"0\" pageBreak=\"0\" columnBreak=\"0\" merged=\"0\">"_s.arg(m_paragraphs)
                 .arg(paragraph);
    if (isFirst)
        m_xml += run(0, sectionProperties());
}

void FormWriter::writeLine(const FormLine &line, bool isInCell)
{
    const Setting setting = settingOf(line.look);
    openParagraph(isInCell ? setting.cell : setting.line);
    qsizetype from = 0;
    for (qsizetype open = line.text.indexOf(u'['); open >= 0; open = line.text.indexOf(u'[', from)) {
        const qsizetype close = line.text.indexOf(u']', open);
        const QString field = line.text.sliced(open + 1, close - open - 1);
        writeText(line.text.sliced(from, open - from), setting.letter);
        writeField(field.section(u':', 0, 0), field.section(u':', 1), setting.letter);
        from = close + 1;
    }
    writeText(line.text.sliced(from), setting.letter);
    if (line.text.isEmpty())
        m_xml += u"<hp:run charPrIDRef=\"%1\"/>"_s.arg(setting.letter);
    m_xml += u"</hp:p>"_s;
}

void FormWriter::writeText(const QString &text, int letter)
{
    if (!text.isEmpty())
        m_xml += run(letter, u"<hp:t>"_s + escaped(text) + u"</hp:t>"_s);
}

// As Hancom Office writes a 누름틀 that nobody has filled.
void FormWriter::writeField(const QString &name, const QString &prompt, int letter)
{
    const QString id = QString::number(firstFieldId + ++m_fields);
    const QString direction = u"Direction:wstring:%1:%2 HelpState:wstring:0:  "_s.arg(prompt.size()).arg(prompt);
    const QString command = u"Clickhere:set:%1:"_s.arg(direction.size() - 1) + direction; // Hancom does not count the last blank
    m_xml += run(letter, u"<hp:ctrl><hp:fieldBegin id=\"%1\" type=\"CLICK_HERE\" name=\"%2\" editable=\"1\" dirty=\"0\" zorder=\"-1\""
                         u" fieldid=\"627272811\" metaTag=\"\"><hp:parameters cnt=\"3\" name=\"\"><hp:integerParam name=\"Prop\">9"
                         u"</hp:integerParam><hp:stringParam name=\"Command\" xml:space=\"preserve\">%3</hp:stringParam>"
                         u"<hp:stringParam name=\"Direction\">%4</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>"_s.arg(
                             id, escaped(name), escaped(command), escaped(prompt)))
        + run(promptLetter, u"<hp:t>"_s + escaped(prompt) + u"</hp:t>"_s)
        + run(letter, u"<hp:ctrl><hp:fieldEnd beginIDRef=\"%1\" fieldid=\"627272811\"/></hp:ctrl><hp:t/>"_s.arg(id));
}

void FormWriter::writeCell(const FormCell &cell, const CellFrame &frame)
{
    m_xml += u"<hp:tc name=\"%1\" header=\"%2\" hasMargin=\"0\" protect=\"0\" editable=\"%3\" dirty=\"0\" borderFillIDRef=\"%4\">"_s
                 .arg(escaped(cell.field))
                 .arg(cell.isHead ? 1 : 0)
                 .arg(cell.field.isEmpty() ? 0 : 1)
                 .arg(borderOf(cell))
        + subList();
    const QList<FormLine> lines = cell.lines.isEmpty() ? QList<FormLine>{FormLine{}} : cell.lines;
    for (const FormLine &line : lines)
        writeLine(line, true);
    m_xml += cellEnd(frame);
}

void FormWriter::writeTable(const FormTable &table)
{
    const int parts = std::accumulate(table.widths.cbegin(), table.widths.cend(), 0);
    QList<int> edges{0}; // of the columns
    for (int sum = 0; const int width : table.widths)
        edges.append(int(qint64(textWidth) * (sum += width) / parts));
    QList<int> tops{0};
    for (const FormTable::Row &row : table.rows)
        tops.append(tops.last() + int(row.millimetres * unitsPerMillimetre));
    openParagraph(0);
    const int columns = int(table.widths.size());
    m_xml += u"<hp:run charPrIDRef=\"0\">"_s
        + tableMarkup({++m_tables, int(table.rows.size()), columns, textWidth, tops.last(), noBorder, false}) + innerMargin();
    QSet<std::pair<int, int>> taken;
    for (int row = 0; row < table.rows.size(); ++row) {
        m_xml += u"<hp:tr>"_s;
        int column = 0;
        for (const FormCell &cell : table.rows[row].cells) {
            while (taken.contains({row, column}))
                ++column;
            if (column + cell.columns > columns || row + cell.rows > table.rows.size()) {
                m_tiles = false;
                return;
            }
            for (int i = 0; i < cell.rows * cell.columns; ++i)
                taken.insert({row + i / cell.columns, column + i % cell.columns});
            writeCell(cell, {row, column, cell.rows, cell.columns, edges[column + cell.columns] - edges[column],
                             tops[row + cell.rows] - tops[row]});
            column += cell.columns;
        }
        m_xml += u"</hp:tr>"_s;
    }
    m_tiles = m_tiles && taken.size() == table.rows.size() * columns;
    m_xml += u"</hp:tbl></hp:run></hp:p>"_s;
}

} // namespace

Result<QByteArray> writeForm(const FormDescription &form)
{
    const Result<QByteArray> section = FormWriter().section(form);
    if (!section)
        return section.error();
    return packageOf(*section, form.title, form.title);
}

} // namespace naru::hwpx
