#include "pdf_writer.h"

#include "table_setting.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace naru::pdf {

namespace {

const QColor shade(0xE6, 0xEA, 0xF0);
constexpr double hairline = 0.4; // points
constexpr double outline = 1;

// Fonts whose spaces survive Qt's embedding: NanumGothic and NanumSquare map control characters to the glyph of the
// space and lose it.
QString fontFamily()
{
    const QStringList families = QFontDatabase::families();
    for (const QString &family :
         {u"NanumMyeongjo"_s, u"Nanum Myeongjo"_s, u"나눔명조"_s, u"NanumBarunGothic"_s, u"나눔바른고딕"_s})
        if (families.contains(family))
            return family;
    return {};
}

QFont fontOf(const QString &family, double size, bool bold = false)
{
    QFont font(family);
    font.setPointSizeF(size);
    font.setBold(bold);
    font.setStyleStrategy(QFont::ForceOutline);
    return font;
}

QList<Typeface> cellFaces(QPdfWriter &writer, const QString &family)
{
    QList<Typeface> faces;
    for (const double size : {10.0, 9.0, 8.0, 7.0})
        faces.append(Typeface(fontOf(family, size), &writer));
    return faces;
}

// A table of many columns is printed across, as offices do, before its words break.
bool needsWidePaper(const Document &document, QPdfWriter &writer, const QString &family)
{
    const QList<Typeface> faces = cellFaces(writer, family);
    return std::any_of(document.body.begin(), document.body.end(), [&](const Block &block) {
        const auto *table = std::get_if<std::shared_ptr<Table>>(&block);
        return table && TableSetting::breaksWords(**table, writer.width(), faces);
    });
}

// The paper, filled from top to bottom.
class Sheet {
public:
    Sheet(QPdfWriter &writer, const QString &family);

    void write(const Paragraph &paragraph);
    void write(const Table &table);
    void finish();

private:
    void turnPage();
    void drawRows(const TableSetting &table, int first, int last, double top);
    void drawCell(const TableSetting &table, const SetCell &cell, int first, int last, double top);
    int rowsThatFit(const TableSetting &table, int first, double room) const;

    QPdfWriter &m_writer;
    QPainter m_painter;
    Typeface m_title;
    Typeface m_heading;
    Typeface m_body;
    Typeface m_number;
    QList<Typeface> m_cells;
    double m_width;
    double m_height;
    double m_y = 0;
    int m_page = 1;
};

Sheet::Sheet(QPdfWriter &writer, const QString &family)
    : m_writer(writer)
    , m_painter(&writer)
    , m_title(fontOf(family, 16, true), &writer)
    , m_heading(fontOf(family, 12.5, true), &writer)
    , m_body(fontOf(family, 11), &writer)
    , m_number(fontOf(family, 9.5), &writer)
    , m_cells(cellFaces(writer, family))
    , m_width(writer.width())
    , m_height(writer.height())
{
    m_painter.setPen(QPen(Qt::black, points(hairline)));
}

// The number stands in the bottom margin.
void Sheet::finish()
{
    const QString number = u"- %1 -"_s.arg(m_page);
    m_painter.setFont(m_number.font());
    m_painter.drawText(QPointF((m_width - m_number.widthOf(number)) / 2, m_height + millimetres(8)), number);
}

void Sheet::turnPage()
{
    finish();
    m_writer.newPage();
    ++m_page;
    m_y = 0;
}

void Sheet::write(const Paragraph &paragraph)
{
    const bool isTitle = paragraph.style == u"title"_s;
    const bool isHeading = paragraph.style == u"heading"_s;
    const Typeface &face = isTitle ? m_title : isHeading ? m_heading : m_body;
    const double leading = isTitle ? points(6) : isHeading ? points(8) : points(1.5);
    if (m_y > 0)
        m_y += leading;
    for (const QString &line : face.broken(paragraph.text, m_width)) {
        if (m_y + face.lineHeight() > m_height)
            turnPage();
        const double spare = m_width - face.widthOf(line);
        const double indent = isTitle || paragraph.style == u"center"_s ? spare / 2
            : paragraph.style == u"right"_s                             ? spare
                                                                        : 0;
        m_painter.setFont(face.font());
        m_painter.drawText(QPointF(indent, m_y + face.ascent()), line);
        m_y += face.lineHeight();
    }
    m_y += isTitle ? points(10) : isHeading ? points(3) : points(1.5);
}

int Sheet::rowsThatFit(const TableSetting &table, int first, double room) const
{
    int last = first;
    while (last < table.rows() && table.height(last) <= room)
        room -= table.height(last++);
    return last;
}

void Sheet::write(const Table &table)
{
    if (table.rows < 1 || table.columns < 1 || table.cells.isEmpty())
        return;
    m_y += points(4);
    const TableSetting setting(table, m_width, m_height * 0.6, m_cells);
    // A head that leaves no room for rows does not repeat.
    const double headHeight = setting.height(0, setting.headerRows());
    const int head = headHeight < m_height * 0.35 ? setting.headerRows() : 0;
    int row = 0;
    while (row < setting.rows()) {
        const bool repeats = row > 0 && head > 0;
        const double room = m_height - m_y - (repeats ? headHeight : 0);
        const int last = rowsThatFit(setting, row, room);
        const bool headAlone = row == 0 && last <= head && last < setting.rows();
        if (last == row || (headAlone && m_y > points(4))) {
            turnPage();
            continue;
        }
        if (repeats)
            drawRows(setting, 0, head, m_y);
        const double top = m_y + (repeats ? headHeight : 0);
        drawRows(setting, row, last, top);
        m_painter.setPen(QPen(Qt::black, points(outline)));
        m_painter.setBrush(Qt::NoBrush);
        const double bottom = top + setting.height(row, last);
        m_painter.drawRect(QRectF(QPointF(0, m_y), QPointF(m_width, bottom)));
        m_y = bottom;
        row = last;
        if (row < setting.rows())
            turnPage();
    }
    m_y += points(6);
}

void Sheet::drawRows(const TableSetting &table, int first, int last, double top)
{
    for (const SetCell &cell : table.cells())
        if (cell.row < last && cell.row + cell.rowSpan > first)
            drawCell(table, cell, first, last, top);
}

// The part of a cell in the rows [first, last); a cell that a page break cuts has its text in the first part.
void Sheet::drawCell(const TableSetting &table, const SetCell &cell, int first, int last, double top)
{
    const int from = std::max(cell.row, first);
    const int to = std::min(cell.row + cell.rowSpan, last);
    const QRectF box(QPointF(table.left(cell.column), top + table.height(first, from)),
                     QPointF(table.left(cell.column + cell.columnSpan), top + table.height(first, to)));
    m_painter.setPen(QPen(Qt::black, points(hairline)));
    m_painter.setBrush(cell.header ? QBrush(shade) : QBrush(Qt::NoBrush));
    m_painter.drawRect(box);
    if (cell.row < first)
        return;
    const Typeface &face = table.face();
    double y = box.top()
        + std::max(TableSetting::padding(), (box.height() - double(cell.lines.size()) * face.lineHeight()) / 2);
    m_painter.setFont(face.font());
    for (const QString &line : cell.lines) {
        const double spare = box.width() - face.widthOf(line);
        const double indent = cell.centred ? spare / 2 : TableSetting::padding();
        if (!line.isEmpty())
            m_painter.drawText(QPointF(box.left() + indent, y + face.ascent()), line);
        y += face.lineHeight();
    }
}

} // namespace

Result<QByteArray> writePdf(const Document &document)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return Error{Error::Kind::Failed, u"expected a QGuiApplication, which loads fonts, but there is none"_s};
    const QString family = fontFamily();
    if (family.isEmpty())
        return Error{Error::Kind::Failed, u"expected the font Nanum Myeongjo but it is not installed"_s, u"pdf.font"_s};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 20, 15, 15),
                                     QPageLayout::Millimeter));
    if (needsWidePaper(document, writer, family))
        writer.setPageOrientation(QPageLayout::Landscape);
    writer.setTitle(document.title);
    writer.setCreator(u"Naru"_s);
    {
        Sheet sheet(writer, family);
        for (const Block &block : document.body) {
            if (const Paragraph *paragraph = std::get_if<Paragraph>(&block))
                sheet.write(*paragraph);
            else
                sheet.write(**std::get_if<std::shared_ptr<Table>>(&block));
        }
        sheet.finish();
    }
    return bytes;
}

} // namespace naru::pdf
