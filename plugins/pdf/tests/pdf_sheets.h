// Draws the PDFs that the tests read: tables ruled in the ways that producers rule them.
#pragma once

#include "core/format.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPageLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QPluginLoader>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace naru::pdf_sheets {

inline const Format &format()
{
    static QPluginLoader loader(qEnvironmentVariable("NARU_PLUGINS") + u"/pdf.so"_s);
    static Format *plugin = qobject_cast<Format *>(loader.instance());
    if (!plugin)
        qFatal("%s", qPrintable(loader.errorString()));
    return *plugin;
}

inline Document read(const QByteArray &bytes)
{
    const Result<Document> document = format().read(bytes, {});
    if (!document)
        qWarning("%s", qPrintable(document.error().text));
    return document ? *document : Document();
}

// A4 in points, written with the painter of Qt.
class Paper {
public:
    explicit Paper(int fontSize = 10)
        : m_buffer(&m_bytes)
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_writer = std::make_unique<QPdfWriter>(&m_buffer);
        m_writer->setResolution(1200);
        m_writer->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
        m_painter.begin(m_writer.get());
        m_painter.scale(1200 / 72.0, 1200 / 72.0);
        setSize(fontSize);
    }

    QPainter &painter() { return m_painter; }
    void setSize(int size)
    {
        QFont font(u"NanumMyeongjo"_s);
        font.setPixelSize(size); // a pixel is a point here
        m_painter.setFont(font);
    }
    void text(double x, double y, const QString &text) { m_painter.drawText(QPointF(x, y), text); }
    void line(double x1, double y1, double x2, double y2, double width = 0.5,
              Qt::GlobalColor colour = Qt::black)
    {
        m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(x1, y1), QPointF(x2, y2));
        m_painter.setPen(Qt::black);
    }
    void newPage() { m_writer->newPage(); }
    QByteArray finish()
    {
        m_painter.end();
        m_writer.reset();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QBuffer m_buffer;
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter;
};

enum class Rules {
    All,
    OpenSides,
    RowsOnly,
    HeadAndFoot,
    None, // which there are
    CellRectangles,
    Rings,
    Dots,
    Dashes,
    Double,
    Pictures,
    White, // how they are drawn
};

constexpr double rowHeight = 20;
inline const QList<double> columnLines{60, 100, 200, 290, 350, 520};

inline void drawLine(Paper &paper, Rules rules, double x1, double y1, double x2, double y2)
{
    const QRectF thin = QRectF(QPointF(x1, y1), QPointF(x2, y2)).adjusted(-0.25, -0.25, 0.25, 0.25);
    QPainter &painter = paper.painter();
    const double length = std::max(x2 - x1, y2 - y1);
    const bool across = y1 == y2;
    switch (rules) {
    case Rules::Dots:
    case Rules::Dashes: {
        const double size = rules == Rules::Dots ? 0.8 : 3;
        for (double at = 0; at < length; at += 2 * size)
            painter.fillRect(across ? QRectF(x1 + at, y1 - 0.4, size, 0.8) : QRectF(x1 - 0.4, y1 + at, 0.8, size),
                             Qt::black);
        break;
    }
    case Rules::Double:
        for (const double off : {-1.0, 1.0})
            paper.line(x1 + (across ? 0 : off), y1 + (across ? off : 0), x2 + (across ? 0 : off),
                       y2 + (across ? off : 0));
        break;
    case Rules::Pictures: {
        QImage ink(4, 4, QImage::Format_RGB32);
        ink.fill(Qt::black);
        painter.drawImage(thin, ink);
        break;
    }
    case Rules::White: // some stroke them, some fill them
        if (across)
            painter.fillRect(thin, Qt::white);
        else
            paper.line(x1, y1, x2, y2, 0.5, Qt::white);
        break;
    default:
        paper.line(x1, y1, x2, y2);
    }
}

// Every cell has borders of its own: four thin rectangles, or one hollow one with space around it.
inline void drawCellBorders(Paper &paper, Rules rules, double top, qsizetype rows)
{
    const double gap = rules == Rules::Rings ? 1 : 0;
    for (qsizetype row = 0; row < rows; ++row)
        for (qsizetype column = 0; column + 1 < columnLines.size(); ++column) {
            const QRectF cell(QPointF(columnLines[column] + gap, top + double(row) * rowHeight + gap),
                              QPointF(columnLines[column + 1] - gap, top + double(row + 1) * rowHeight - gap));
            if (rules == Rules::Rings) {
                QPainterPath path;
                path.addRect(cell);
                path.addRect(cell.adjusted(0.6, 0.6, -0.6, -0.6));
                paper.painter().fillPath(path, Qt::black);
                continue;
            }
            for (const double y : {cell.top(), cell.bottom()})
                paper.painter().fillRect(QRectF(cell.left(), y, cell.width(), 0.6), Qt::black);
            for (const double x : {cell.left(), cell.right()})
                paper.painter().fillRect(QRectF(x, cell.top(), 0.6, cell.height()), Qt::black);
        }
}

inline void drawRules(Paper &paper, Rules rules, double top, qsizetype rows)
{
    const QList<double> &xs = columnLines;
    const double bottom = top + double(rows) * rowHeight;
    if (rules == Rules::None)
        return;
    if (rules == Rules::CellRectangles || rules == Rules::Rings)
        return drawCellBorders(paper, rules, top, rows);
    for (qsizetype row = 0; row <= rows; ++row)
        if (rules != Rules::HeadAndFoot || row <= 1 || row == rows)
            drawLine(paper, rules, xs.first(), top + double(row) * rowHeight, xs.last(), top + double(row) * rowHeight);
    if (rules == Rules::RowsOnly || rules == Rules::HeadAndFoot)
        return;
    for (qsizetype column = 0; column < xs.size(); ++column)
        if (rules != Rules::OpenSides || (column > 0 && column + 1 < xs.size()))
            drawLine(paper, rules, xs[column], top, xs[column], bottom);
}

using Texts = QList<QStringList>;

// The texts, one row for every list, in the columns; rules on top.
inline void drawTable(Paper &paper, Rules rules, double top, const Texts &rows, bool greyHead = false)
{
    if (rules == Rules::White)
        paper.painter().fillRect(QRectF(QPointF(columnLines.first(), top),
                                        QPointF(columnLines.last(), top + double(rows.size()) * rowHeight)),
                                 QColor(220, 225, 235));
    else if (greyHead)
        paper.painter().fillRect(QRectF(columnLines.first(), top, columnLines.last() - columnLines.first(), rowHeight),
                                 QColor(220, 220, 220));
    for (qsizetype row = 0; row < rows.size(); ++row)
        for (qsizetype column = 0; column < rows[row].size(); ++column) {
            const QStringList lines = rows[row][column].split(u'\n');
            for (qsizetype i = 0; i < lines.size(); ++i)
                paper.text(columnLines[column] + 4,
                           top + double(row) * rowHeight + (lines.size() > 1 ? 8.5 + 9 * double(i) : 13), lines[i]);
        }
    drawRules(paper, rules, top, rows.size());
}

inline const QStringList head{u"연번"_s, u"소속"_s, u"직급"_s, u"성명"_s, u"발령사항"_s};

// Rows of an order, numbered from `first`.
inline Texts orderRows(int first, int count, bool spaced = false)
{
    const QStringList units{u"정보화담당관"_s, u"총무과"_s, u"상수도사업본부"_s, u"민원여권과"_s, u"재정관리담당관"_s};
    const QStringList grades{u"지방행정주사"_s, u"지방행정서기보"_s, u"지방시설주사보"_s};
    const QStringList names{u"이지혜"_s, u"김민수"_s, u"박하나"_s, u"최도윤"_s, u"정서준"_s, u"한가람"_s, u"오세영"_s};
    Texts rows;
    for (int i = first; i < first + count; ++i) {
        QString name = names[i % 7];
        if (spaced)
            name = QStringList{name.mid(0, 1), name.mid(1, 1), name.mid(2, 1)}.join(u' ');
        rows.append(
            {QString::number(i), units[i % 5], grades[i % 3], name, units[(i * 3 + 1) % 5] + u" 근무를 명함"_s});
    }
    return rows;
}

inline QList<std::shared_ptr<Table>> tablesOf(const Document &document)
{
    QList<std::shared_ptr<Table>> tables;
    for (const Block &block : document.body)
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block))
            tables.append(*table);
    return tables;
}

inline QStringList paragraphsOf(const Document &document)
{
    QStringList texts;
    for (const Block &block : document.body)
        if (const Paragraph *paragraph = std::get_if<Paragraph>(&block))
            texts.append(paragraph->text);
    return texts;
}

// The texts as a grid; covered positions are empty.
inline Texts textsOf(const Table &table)
{
    Texts rows;
    for (int row = 0; row < table.rows; ++row)
        rows.append(QStringList(table.columns));
    for (const Cell &cell : table.cells)
        rows[cell.row][cell.column] = cell.text;
    return rows;
}

// Runs qpdf on the bytes with these arguments before the file names.
inline QByteArray throughQpdf(const QByteArray &bytes, const QStringList &before, const QStringList &after = {})
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(u"in.pdf"_s);
    const QString out = folder.filePath(u"out.pdf"_s);
    QFile file(in);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    file.close();
    QProcess::execute(u"qpdf"_s, before + QStringList{in} + after + QStringList{out});
    QFile result(out);
    return result.open(QIODevice::ReadOnly) ? result.readAll() : QByteArray();
}

} // namespace naru::pdf_sheets
