// Tables whose cells are known, and PDFs of them as Qt and LibreOffice make them.
#pragma once

#include "pdf_sheets.h"

#include <QAbstractTextDocumentLayout>
#include <QPageSize>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <map>

namespace naru::known_tables {

struct Known {
    QString name;
    Table table;
    int headRows = 1;
    bool isOpen = false; // no rulings at the outer sides
};

inline void put(Table &table, int row, int column, const QString &text, int rowSpan = 1, int columnSpan = 1)
{
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.rowSpan = rowSpan;
    cell.columnSpan = columnSpan;
    cell.text = text;
    table.cells.append(cell);
    table.rows = std::max(table.rows, row + rowSpan);
    table.columns = std::max(table.columns, column + columnSpan);
}

// An order of so many lines under a head of one row.
inline Known orderOf(const QString &name, int lines, bool isOpen = false)
{
    Known known{name, {}, 1, isOpen};
    for (int column = 0; column < 5; ++column)
        put(known.table, 0, column, pdf_sheets::head[column]);
    const auto rows = pdf_sheets::orderRows(1, lines);
    for (int row = 0; row < lines; ++row)
        for (int column = 0; column < 5; ++column)
            put(known.table, row + 1, column, rows[row][column]);
    return known;
}

// A head of two rows, units over several lines, and a total over several columns.
inline Known spansOf(const QString &name, int groups)
{
    Known known{name, {}, 2, false};
    Table &table = known.table;
    put(table, 0, 0, u"부서"_s, 2);
    put(table, 0, 1, u"정원"_s, 1, 2);
    put(table, 0, 3, u"현원"_s, 1, 2);
    put(table, 0, 5, u"비고"_s, 2);
    const QStringList kinds{u"일반직"_s, u"공무직"_s, u"일반직 현원"_s, u"공무직 현원"_s};
    for (int i = 0; i < 4; ++i)
        put(table, 1, i + 1, kinds[i]);
    const QStringList units{u"총무과"_s, u"정보화담당관"_s, u"상수도사업본부"_s, u"민원여권과"_s};
    for (int group = 0; group < groups; ++group) {
        const int top = 2 + group * 3;
        put(table, top, 0, units[group % 4] + u' ' + QString::number(group + 1), 3);
        for (int line = 0; line < 3; ++line)
            for (int column = 1; column < 6; ++column)
                put(table, top + line, column, column == 5 ? QStringList{u"팀장 포함"_s, u"휴직 1"_s, u"-"_s}[line] : QString::number(group * 7 + line * 3 + column));
    }
    put(table, table.rows, 0, u"합계"_s, 1, 3);
    put(table, table.rows - 1, 3, QString::number(groups * 11));
    put(table, table.rows - 1, 4, QString::number(groups * 13));
    put(table, table.rows - 1, 5, u"이상"_s);
    return known;
}

// Cells of several lines, some that break because they are long, some because they are written so, and empty ones.
inline Known linesOf(const QString &name, int lines)
{
    Known known{name, {}, 1, false};
    const QStringList heads{u"연번"_s, u"지시사항"_s, u"추진상황"_s, u"담당"_s, u"기한"_s};
    for (int column = 0; column < 5; ++column)
        put(known.table, 0, column, heads[column]);
    for (int row = 1; row <= lines; ++row) {
        put(known.table, row, 0, QString::number(row));
        put(known.table, row, 1, u"전통시장 주차장 확충 방안을 마련하여 %1월까지 보고할 것. 주민 의견을 먼저 들을 것."_s.arg(row % 12 + 1));
        put(known.table, row, 2, row % 3 ? u"○ 타당성 조사 완료\n○ 설계 중(%1%)"_s.arg(row * 3 % 100) : u"○ 예산 반영 요청"_s);
        put(known.table, row, 3, row % 4 ? u"교통행정과\n김하나"_s : QString());
        put(known.table, row, 4, u"2026. %1. %2."_s.arg(row % 12 + 1).arg(row % 28 + 1));
    }
    return known;
}

// Sums with empty cells between them.
inline Known sumsOf(const QString &name, int lines)
{
    Known known{name, {}, 1, true};
    const QStringList heads{u"과목"_s, u"예산액"_s, u"집행액"_s, u"잔액"_s, u"집행률"_s};
    for (int column = 0; column < 5; ++column)
        put(known.table, 0, column, heads[column]);
    for (int row = 1; row <= lines; ++row) {
        put(known.table, row, 0, QStringList{u"사무관리비"_s, u"공공운영비"_s, u"국내여비"_s, u"업무추진비"_s}[row % 4] + QString::number(row));
        for (int column = 1; column < 4; ++column)
            put(known.table, row, column, (row + column) % 5 ? QString::number(row * 1'000 + column) + u",000"_s : QString());
        put(known.table, row, 4, u"%1.%2%"_s.arg(row % 100).arg(row % 10));
    }
    return known;
}

inline QList<Known> all()
{
    return {orderOf(u"ruled"_s, 20), orderOf(u"open sides"_s, 18, true), orderOf(u"over four pages"_s, 140), spansOf(u"spans"_s, 6),
            spansOf(u"spans over pages"_s, 24), linesOf(u"lines"_s, 8), linesOf(u"lines over pages"_s, 40), sumsOf(u"sums with gaps"_s, 24)};
}

// The relations of ICDAR 2013: which cell with text stands right of or below which, without spaces, each as often as it is.
using Relations = std::map<std::pair<QString, QString>, int>;

inline Relations relationsOf(const Table &table)
{
    const auto bare = [](const Cell *cell) {
        QString text = cell ? cell->text : QString();
        return text.remove(QRegularExpression(u"\\s"_s));
    };
    const TableGrid grid(table);
    Relations relations;
    for (const Cell &cell : table.cells) {
        const auto relate = [&](const Cell *other, QChar direction) {
            if (!bare(&cell).isEmpty() && !bare(other).isEmpty())
                ++relations[{bare(&cell) + direction, bare(other)}];
        };
        const Cell *before = nullptr;
        for (int row = cell.row; row < cell.row + cell.rowSpan; ++row)
            if (const Cell *right = grid.at(row, cell.column + cell.columnSpan); right && right != std::exchange(before, right))
                relate(right, u'→');
        before = nullptr;
        for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
            if (const Cell *below = grid.at(cell.row + cell.rowSpan, column); below && below != std::exchange(before, below))
                relate(below, u'↓');
    }
    return relations;
}

struct Agreement {
    int known = 0;
    int read = 0;
    int both = 0;
    QStringList missing; // some of them
    double f1() const { return known + read ? 2.0 * both / (known + read) : 0; }
};

inline Agreement agreement(const Table &known, const QList<std::shared_ptr<Table>> &read)
{
    const Relations truth = relationsOf(known);
    Relations found;
    for (const auto &table : read)
        for (const auto &[relation, count] : relationsOf(*table))
            found[relation] += count;
    Agreement result;
    for (const auto &[relation, count] : truth) {
        const int both = std::min(count, found[relation]);
        result.known += count;
        result.both += both;
        if (both < count && result.missing.size() < 12)
            result.missing.append(relation.first + relation.second);
    }
    for (const auto &[relation, count] : found)
        result.read += count;
    return result;
}

// The table on A4 as QTextDocument breaks it, its head repeated on every page.
inline QByteArray pdfByQt(const Known &known, const QString &family)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(300);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter));
        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        QFont font(family);
        font.setPointSizeF(9);
        document.setDefaultFont(font);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        document.setDocumentMargin(0);
        QTextCursor cursor(&document);
        cursor.beginEditBlock(); // else every insertion lays the whole out
        cursor.insertText(u"문서의 제목"_s);
        QTextTableFormat format;
        format.setBorder(known.isOpen ? 0 : 1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(12);
        format.setHeaderRowCount(known.headRows);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        QTextTable *table = cursor.insertTable(known.table.rows, known.table.columns, format);
        for (const Cell &cell : known.table.cells) {
            if (cell.rowSpan > 1 || cell.columnSpan > 1)
                table->mergeCells(cell.row, cell.column, cell.rowSpan, cell.columnSpan);
            QTextTableCell at = table->cellAt(cell.row, cell.column);
            QTextTableCellFormat look = at.format().toTableCellFormat();
            if (known.isOpen) {
                look.setTopBorder(1);
                look.setBottomBorder(1);
                look.setTopBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                look.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                if (cell.column > 0) {
                    look.setLeftBorder(1);
                    look.setLeftBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                }
            }
            at.setFormat(look);
            at.firstCursorPosition().insertText(cell.text);
        }
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u"끝."_s);
        cursor.endEditBlock();
        document.print(&writer);
    }
    return bytes;
}

// The same as LibreOffice Writer reads it: flat OpenDocument text.
inline QByteArray flatText(const Known &known, const QString &family)
{
    const auto style = [&](const QString &name, const QString &left, const QString &right) {
        return u"<style:style style:name=\"%1\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.8mm\" "
               "fo:border-top=\"0.5pt solid #000000\" fo:border-bottom=\"0.5pt solid #000000\" fo:border-left=\"%2\" "
               "fo:border-right=\"%3\"/></style:style>"_s.arg(name, left, right);
    };
    const QString line = u"0.5pt solid #000000"_s;
    const QString side = known.isOpen ? u"none"_s : line;
    QString text = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document "
                   "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                   "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                   "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                   "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.2\" "
                   "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles>"
                   "<style:style style:name=\"P\" style:family=\"paragraph\"><style:text-properties style:font-name-asian=\"%1\" "
                   "fo:font-family=\"%1\" style:font-family-asian=\"%1\" fo:font-size=\"9pt\" style:font-size-asian=\"9pt\"/></style:style>"_s.arg(family)
                   + style(u"first"_s, side, line) + style(u"middle"_s, line, line) + style(u"last"_s, line, side)
                   + u"</office:automatic-styles><office:body><office:text><text:p text:style-name=\"P\">문서의 제목</text:p><table:table>"
                     "<table:table-column table:number-columns-repeated=\"%1\"/>"_s.arg(known.table.columns);
    const TableGrid grid(known.table);
    for (int row = 0; row < known.table.rows; ++row) {
        text += (row == 0 ? u"<table:table-header-rows>"_s : QString()) + u"<table:table-row>"_s;
        for (int column = 0; column < known.table.columns; ++column) {
            const Cell *cell = grid.at(row, column);
            if (cell && (cell->row != row || cell->column != column)) {
                text += u"<table:covered-table-cell/>"_s;
                continue;
            }
            const int end = column + (cell ? cell->columnSpan : 1);
            text += u"<table:table-cell table:style-name=\"%1\" table:number-columns-spanned=\"%2\" table:number-rows-spanned=\"%3\">"_s
                        .arg(column == 0 ? u"first"_s : end == known.table.columns ? u"last"_s : u"middle"_s)
                        .arg(cell ? cell->columnSpan : 1)
                        .arg(cell ? cell->rowSpan : 1);
            for (const QString &one : (cell ? cell->text : QString()).split(u'\n'))
                text += u"<text:p text:style-name=\"P\">"_s + one.toHtmlEscaped() + u"</text:p>"_s;
            text += u"</table:table-cell>"_s;
        }
        text += u"</table:table-row>"_s + (row + 1 == known.headRows ? u"</table:table-header-rows>"_s : QString());
    }
    return (text + u"</table:table><text:p text:style-name=\"P\">끝.</text:p></office:text></office:body></office:document>"_s).toUtf8();
}

// What LibreOffice makes of the files, by their names without ending; empty where it is not installed.
inline QMap<QString, QByteArray> pdfByLibreOffice(const QMap<QString, QByteArray> &files)
{
    const QString office = QStandardPaths::findExecutable(u"soffice"_s);
    QTemporaryDir folder;
    if (office.isEmpty() || !folder.isValid())
        return {};
    QStringList arguments{u"-env:UserInstallation=file://"_s + folder.path() + u"/profile"_s, u"--headless"_s, u"--convert-to"_s, u"pdf"_s,
                          u"--outdir"_s, folder.path()};
    for (auto at = files.begin(); at != files.end(); ++at) {
        QFile file(folder.filePath(at.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(*at) != at->size())
            return {};
        arguments.append(file.fileName());
    }
    QProcess convert;
    convert.start(office, arguments);
    convert.waitForFinished(400'000);
    QMap<QString, QByteArray> made;
    for (const QString &name : files.keys()) {
        QFile file(folder.filePath(name.section(u'.', 0, 0) + u".pdf"_s));
        if (file.open(QIODevice::ReadOnly))
            made.insert(name.section(u'.', 0, 0), file.readAll());
    }
    return made;
}

} // namespace naru::known_tables
