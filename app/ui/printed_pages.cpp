#include "ui/printed_pages.h"

#include "run/documents.h"
#include "ui/theme.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QTextLayout>

#include <algorithm>

namespace naru::ui {

namespace {

// All lengths are tenths of a point: fine enough that rounded advances of letters do not show.
constexpr double perPoint = 10;
constexpr double paperShort = 595.3 * perPoint; // A4
constexpr double paperLong = 841.9 * perPoint;
constexpr double margin = 42 * perPoint;
constexpr double headRoom = 46 * perPoint; // office, day, title
constexpr double footRoom = 22 * perPoint;
constexpr double padding = 3 * perPoint;
constexpr double gap = 9 * perPoint; // before a heading
constexpr double perPixel = 0.62 * perPoint; // a column of the screen on paper
constexpr double leastRest = 150 * perPoint; // less for the open column, and the page is turned

// Paper is light, whatever the theme of the screen.
const Tokens &paper() { return tokens(ThemeName::Light); }

// Fonts whose spaces survive Qt's embedding in a PDF: NanumGothic and NanumSquare lose them.
QString printFamily()
{
    const QStringList families = QFontDatabase::families();
    for (const QString &family : {u"NanumBarunGothic"_s, u"나눔바른고딕"_s, u"Noto Sans CJK KR"_s, u"Noto Sans KR"_s,
                                  u"NanumMyeongjo"_s, u"나눔명조"_s})
        if (families.contains(family))
            return family;
    return {};
}

QFont fontOfSize(const QString &family, double points, bool isBold = false)
{
    QFont font(family);
    font.setPixelSize(qRound(points * perPoint));
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::ForceOutline);
    return font;
}

QStringList broken(const QString &text, const QFont &font, const QFontMetricsF &metrics, double width)
{
    if (!text.contains(u'\n') && metrics.horizontalAdvance(text) <= width)
        return {text};
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

Error cancelled() { return {Error::Kind::Cancelled, u"expected to print but it was cancelled"_s}; }

} // namespace

PrintedPages::PrintedPages(const Printout &printout, const PrintFrame &frame)
    : m_frame(frame)
    , m_title(printout.title)
    , m_subtitle(printout.subtitle)
    , m_family(printFamily())
{
    for (const auto &part : printout.parts)
        if (const auto *table = std::get_if<PrintedTable>(&part)) {
            double fixed = 0;
            bool hasOpen = false;
            for (const PrintedColumn &column : table->columns) {
                fixed += column.width * perPixel;
                hasOpen = hasOpen || column.width == 0;
            }
            m_isWide = m_isWide || fixed + (hasOpen ? leastRest : 0) > paperShort - 2 * margin;
        }
}

Result<PrintedPages> PrintedPages::layOut(const Printout &printout, const PrintFrame &frame, const Progress &progress)
{
    PrintedPages pages(printout, frame);
    if (!pages.breakLines(printout, progress))
        return cancelled();
    pages.place();
    return pages;
}

QPageLayout PrintedPages::pageLayout() const
{
    QPageLayout layout(QPageSize(QPageSize::A4), m_isWide ? QPageLayout::Landscape : QPageLayout::Portrait, {},
                       QPageLayout::Point);
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

QFont PrintedPages::fontOf(Strip::Sort sort) const
{
    switch (sort) {
    case Strip::Sort::Heading: return fontOfSize(m_family, 11, true);
    case Strip::Sort::Line: return fontOfSize(m_family, 10);
    case Strip::Sort::Head: return fontOfSize(m_family, 8.5, true);
    case Strip::Sort::Row: return fontOfSize(m_family, 8.5);
    }
    return {};
}

bool PrintedPages::breakLines(const Printout &printout, const Progress &progress)
{
    const double width = (m_isWide ? paperLong : paperShort) - 2 * margin;
    for (const auto &part : printout.parts) {
        m_columns.append({{margin}, {width}, {false}});
        if (const auto *table = std::get_if<PrintedTable>(&part)) {
            if (!table->heading.isEmpty())
                add(Strip::Sort::Heading, {table->heading}, {width});
            if (table->rows.isEmpty())
                add(Strip::Sort::Line, {table->emptyWords}, {width});
            else if (m_columns.append(Columns()), !breakTable(*table, progress))
                return false;
            continue;
        }
        for (const PrintedLine &line : std::get<PrintedText>(part))
            add(line.isHeading ? Strip::Sort::Heading : Strip::Sort::Line, {line.text}, {width});
    }
    return true;
}

bool PrintedPages::breakTable(const PrintedTable &table, const Progress &progress)
{
    const double width = (m_isWide ? paperLong : paperShort) - 2 * margin;
    double fixed = 0;
    int open = 0;
    for (const PrintedColumn &column : table.columns) {
        fixed += column.width * perPixel;
        open += column.width == 0;
    }
    // Without an open column the table keeps its proportions and fills the page.
    const double factor = open > 0 && fixed < width ? 1 : fixed > 0 ? width / (fixed + open * leastRest) : 1;
    const double rest = open > 0 ? (width - fixed * factor) / open : 0;
    Columns &columns = m_columns.last();
    QStringList heads;
    double left = margin;
    for (const PrintedColumn &column : table.columns) {
        columns.left.append(left);
        columns.width.append(column.width > 0 ? column.width * perPixel * factor : rest);
        columns.isNumber.append(column.isNumber);
        heads.append(column.head);
        left += columns.width.last();
    }
    add(Strip::Sort::Head, heads, columns.width);
    const int all = static_cast<int>(table.rows.size());
    for (int row = 0; row < all; ++row) {
        if (row % 64 == 0 && progress && !progress(row, all))
            return false;
        add(Strip::Sort::Row, table.rows[row], columns.width);
    }
    return true;
}

void PrintedPages::add(Strip::Sort sort, const QStringList &cells, const QList<double> &widths)
{
    const QFont font = fontOf(sort);
    const QFontMetricsF metrics(font);
    Strip strip{sort, static_cast<int>(m_columns.size()) - 1, 0, {}};
    qsizetype lines = 1;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        strip.cells.append(broken(cells[i], font, metrics, widths.value(i) - 2 * padding));
        lines = std::max(lines, strip.cells.last().size());
    }
    const bool isTable = sort == Strip::Sort::Head || sort == Strip::Sort::Row;
    strip.height = static_cast<double>(lines) * metrics.lineSpacing() + (isTable ? 2 * padding : padding)
        + (sort == Strip::Sort::Heading ? gap : 0);
    m_strips.append(strip);
}

// The head of a table is repeated on every page; a heading does not stand alone at the foot.
void PrintedPages::place()
{
    const double top = margin + headRoom;
    const double bottom = (m_isWide ? paperShort : paperLong) - margin - footRoom;
    double y = top;
    qsizetype head = -1;
    m_pages = {{}};
    for (qsizetype i = 0; i < m_strips.size(); ++i) {
        const Strip &strip = m_strips[i];
        if (strip.sort != Strip::Sort::Row)
            head = strip.sort == Strip::Sort::Head ? i : -1;
        const bool leads = strip.sort == Strip::Sort::Heading || strip.sort == Strip::Sort::Head;
        const double needed = strip.height + (leads && i + 1 < m_strips.size() ? m_strips[i + 1].height : 0);
        if (y + needed > bottom && y > top) {
            m_pages.append(QList<Placed>());
            y = top;
            if (head >= 0 && head != i) {
                m_pages.last().append({y, head});
                y += m_strips[head].height;
            }
        }
        m_pages.last().append({y, i});
        y += strip.height;
    }
}

void PrintedPages::paint(QPainter &painter, int page, double dpi) const
{
    painter.save();
    painter.scale(dpi / 72 / perPoint, dpi / 72 / perPoint);
    paintFrame(painter, page);
    for (const Placed &placed : m_pages[page])
        paintStrip(painter, m_strips[placed.strip], placed.top);
    painter.restore();
}

void PrintedPages::paintFrame(QPainter &painter, int page) const
{
    const double right = (m_isWide ? paperLong : paperShort) - margin;
    const double bottom = (m_isWide ? paperShort : paperLong) - margin;
    const auto write = [&](double top, double height, Qt::Alignment side, const QString &text) {
        const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideMiddle, qRound(right - margin));
        painter.drawText(QRectF(margin, top, right - margin, height), static_cast<int>(side | Qt::AlignVCenter | Qt::TextSingleLine), fitting);
    };
    painter.setPen(paper().muted);
    painter.setFont(fontOfSize(m_family, 8.5));
    write(margin, 12 * perPoint, Qt::AlignLeft, m_frame.office);
    write(margin, 12 * perPoint, Qt::AlignRight, m_frame.asOf);
    write(bottom - 12 * perPoint, 12 * perPoint, Qt::AlignLeft, m_frame.printedBy);
    write(bottom - 12 * perPoint, 12 * perPoint, Qt::AlignRight, u"%1/%2"_s.arg(page + 1).arg(count()));
    painter.setPen(paper().text);
    painter.setFont(fontOfSize(m_family, 13, true));
    write(margin + 16 * perPoint, 20 * perPoint, Qt::AlignLeft,
          m_subtitle.isEmpty() ? m_title : u"%1 › %2"_s.arg(m_title, m_subtitle));
    painter.setPen(QPen(paper().borderStrong, 0.5 * perPoint));
    painter.drawLine(QPointF(margin, bottom - 15 * perPoint), QPointF(right, bottom - 15 * perPoint));
}

void PrintedPages::paintStrip(QPainter &painter, const Strip &strip, double top) const
{
    const Columns &columns = m_columns[strip.part];
    const QFont font = fontOf(strip.sort);
    const QFontMetricsF metrics(font);
    const bool isTable = strip.sort == Strip::Sort::Head || strip.sort == Strip::Sort::Row;
    if (isTable) {
        const QRectF band(margin, top, columns.left.last() + columns.width.last() - margin, strip.height);
        if (strip.sort == Strip::Sort::Head)
            painter.fillRect(band, paper().subtle);
        painter.setPen(QPen(paper().borderStrong, 0.4 * perPoint));
        painter.drawLine(band.bottomLeft(), band.bottomRight());
    }
    painter.setFont(font);
    painter.setPen(paper().text);
    const double first = top + (isTable ? padding : 0) + (strip.sort == Strip::Sort::Heading ? gap : 0) + metrics.ascent();
    for (qsizetype i = 0; i < strip.cells.size(); ++i) {
        double y = first;
        for (const QString &line : strip.cells[i]) {
            double x = columns.left[i] + (isTable ? padding : 0);
            if (columns.isNumber[i])
                x = columns.left[i] + columns.width[i] - padding - metrics.horizontalAdvance(line);
            painter.drawText(QPointF(x, y), line);
            y += metrics.lineSpacing();
        }
    }
}

QImage PrintedPages::picture(int page, double dpi) const
{
    const QSize size = pageLayout().pageSize().sizePixels(qRound(dpi));
    QImage image(m_isWide ? size.transposed() : size, QImage::Format_RGB32);
    image.fill(paper().surface);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paint(painter, page, dpi);
    return image;
}

Status PrintedPages::paintAll(QPagedPaintDevice &device, double dpi, int first, int last, const Progress &progress) const
{
    QPainter painter(&device);
    if (!painter.isActive())
        return Error{Error::Kind::Failed, u"expected the printer to take the pages but it did not"_s, u"print.refused"_s};
    for (int page = first; page <= last; ++page) {
        if (progress && !progress(page - first, last - first + 1))
            return cancelled();
        if (page > first)
            device.newPage();
        paint(painter, page, dpi);
    }
    return {};
}

Status PrintedPages::writePdf(const QString &path, const Progress &progress) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageLayout(pageLayout());
        writer.setResolution(1200);
        writer.setTitle(m_title);
        if (const Status status = paintAll(writer, 1200, 0, count() - 1, progress); !status)
            return status;
    }
    return writeFile(path, bytes);
}

Status PrintedPages::print(QPrinter &printer, const Progress &progress) const
{
    const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), count()) - 1 : count() - 1;
    printer.setPageLayout(pageLayout());
    return paintAll(printer, printer.resolution(), first, last, progress);
}

} // namespace naru::ui
