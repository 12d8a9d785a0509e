#include "sheet_filling.h"

#include "core/spreadsheet.h"

#include "cell_entry.h"
#include "cell_room.h"
#include "cell_value.h"
#include "formula_references.h"
#include "moved_references.h"

namespace naru {

namespace {

Error cannotRepeat(const QString &what)
{
    return Error{Error::Kind::Invalid, u"expected rows that can be repeated but "_s + what, u"fill.row"_s};
}

struct CellMarkup {
    int element = -1;
    int column = 0;
};

struct RowMarkup {
    int element = -1;
    int row = 0;
    QList<CellMarkup> cells;
};

class SheetFiller {
public:
    SheetFiller(const XmlOutline &sheet, const QString &name, const SheetWishes &wishes, const FillingContext &context)
        : m_sheet(sheet)
        , m_name(name)
        , m_wishes(wishes)
        , m_context(context)
        , m_own(context.shifts.value(name.toCaseFolded()))
        , m_room(sheet)
    {
    }

    Result<FilledSheet> fill()
    {
        m_rows = m_sheet.child(0, "sheetData");
        if (m_rows < 0)
            return Error{Error::Kind::Invalid, u"expected rows in sheet '"_s + m_name + u"' but there is no place for any"_s,
                         u"xlsx.damaged"_s};
        m_prefix = m_sheet.at(m_rows).name.chopped(m_sheet.at(m_rows).localName.size()).toByteArray();
        for (const Status &status : {readRows(), readMerges(), fillRows(), moveAround()})
            if (!status)
                return status.error();
        const Result<QByteArray> xml = spliced(m_sheet.xml(), m_splices);
        if (!xml)
            return xml.error();
        return FilledSheet{*xml, m_diagnostics};
    }

private:
    // Rows and cells must stand in order: what is inserted between them would else come to stand elsewhere.
    Status readRows()
    {
        int row = -1;
        for (const int i : m_sheet.children(m_rows, "row")) {
            const QString number = m_sheet.attribute(i, "r");
            RowMarkup read{i, number.isEmpty() ? row + 1 : number.toInt() - 1, {}};
            bool good = read.row > row && read.row < mostRows;
            row = read.row;
            int column = -1;
            for (const int c : m_sheet.children(i, "c")) {
                const XmlSpan name = m_sheet.valueOf(c, "r");
                const std::optional<CellPlace> place
                    = name.begin ? cellPlace(m_sheet.bytes(name.begin, name.end)) : CellPlace{row, column + 1};
                good = good && place && place->row == row && place->column > column && place->column < mostColumns;
                column = place ? place->column : column;
                read.cells.append({c, column});
            }
            if (!good)
                return Error{Error::Kind::Invalid,
                             u"expected the cells of sheet '"_s + m_name + u"' in order but row "_s + QString::number(row + 1)
                                 + u" is not"_s,
                             u"xlsx.damaged"_s};
            m_markup.append(read);
        }
        const int last = m_markup.isEmpty() ? 0 : m_markup.last().row;
        qint64 grown = last;
        for (auto at = m_wishes.copies.begin(); at != m_wishes.copies.end(); ++at)
            grown += at->size();
        if (grown >= mostRows)
            return cannotRepeat(u"sheet '"_s + m_name + u"' has no room for so many"_s);
        return readShared();
    }

    // Shared formulas are written out where rows move: their distances no longer hold.
    Status readShared()
    {
        for (const RowMarkup &row : m_markup)
            for (const CellMarkup &cell : row.cells) {
                const int f = m_sheet.child(cell.element, "f");
                if (f < 0 || m_sheet.attribute(f, "t") != u"shared"_s)
                    continue;
                const QString text = m_sheet.textOf(f);
                if (text.isEmpty())
                    continue;
                m_shared.insert(m_sheet.attribute(f, "si"), {text, row.row, cell.column});
                m_writesOut = m_writesOut || !m_own.movesNothing() || namesMoved(text, m_name, m_context.shifts);
            }
        return {};
    }

    Status readMerges()
    {
        const int merges = m_sheet.child(0, "mergeCells");
        if (merges < 0)
            return {};
        for (const int one : m_sheet.children(merges, "mergeCell"))
            if (const std::optional<CellRange> range = cellRange(m_sheet.attribute(one, "ref").toLatin1()))
                m_merges.append(*range);
        for (auto at = m_wishes.copies.begin(); at != m_wishes.copies.end(); ++at)
            for (const RowWishes &copy : *at)
                for (auto wish = copy.begin(); wish != copy.end(); ++wish)
                    for (const CellRange &merge : m_merges)
                        if (merge.top <= at.key() && merge.bottom >= at.key() && merge.left <= wish.key()
                            && merge.right >= wish.key() && merge.top != merge.bottom)
                            return cannotRepeat(u"'"_s + wish->name + u"' is merged over several rows"_s);
        return {};
    }

    Status fillRows()
    {
        QMap<int, RowWishes> missing = m_wishes.rows;
        for (auto at = m_wishes.copies.begin(); at != m_wishes.copies.end(); ++at)
            missing.insert(at.key(), {});
        for (const RowMarkup &row : m_markup) {
            while (!missing.isEmpty() && missing.firstKey() < row.row)
                if (const Status status = insertRow(missing.firstKey(), m_sheet.at(row.element).begin); !status)
                    return status;
                else
                    missing.remove(missing.firstKey());
            missing.remove(row.row);
            if (const Status status = fillRow(row); !status)
                return status;
        }
        const XmlElement &rows = m_sheet.at(m_rows);
        const bool isClosed = rows.contentBegin == rows.end;
        if (isClosed && !missing.isEmpty())
            put(rows.contentBegin - 2, rows.contentBegin, ">");
        for (auto at = missing.begin(); at != missing.end(); ++at)
            if (const Status status = insertRow(at.key(), rows.contentEnd); !status)
                return status;
        if (isClosed && !missing.isEmpty())
            put(rows.contentEnd, rows.contentEnd, "</" + rows.name.toByteArray() + '>');
        return {};
    }

    // A row that the template does not have yet.
    Status insertRow(int row, qsizetype place)
    {
        const QList<RowWishes> copies = copiesOf(row);
        for (int copy = 0; copy < copies.size(); ++copy) {
            const int to = m_own.moved(row) + copy;
            QByteArray cells;
            for (auto wish = copies[copy].begin(); wish != copies[copy].end(); ++wish) {
                const Result<QByteArray> cell = newCell({row, wish.key()}, to, m_room.columnStyle(wish.key()), *wish, false);
                if (!cell)
                    return cell.error();
                cells += *cell;
            }
            put(place, place, '<' + m_prefix + "row r=\"" + QByteArray::number(to + 1) + "\">" + cells + "</" + m_prefix + "row>");
        }
        return {};
    }

    // What goes into each copy of the row; once for a row that is not repeated.
    QList<RowWishes> copiesOf(int row) const
    {
        const RowWishes shared = m_wishes.rows.value(row);
        const auto repeated = m_wishes.copies.constFind(row);
        if (repeated == m_wishes.copies.constEnd())
            return {shared};
        QList<RowWishes> copies = *repeated;
        for (RowWishes &copy : copies)
            for (auto wish = shared.begin(); wish != shared.end(); ++wish)
                copy.insert(wish.key(), *wish);
        return copies;
    }

    Status fillRow(const RowMarkup &row)
    {
        const XmlElement &element = m_sheet.at(row.element);
        const QList<RowWishes> copies = copiesOf(row.row);
        const bool isRepeated = m_wishes.copies.contains(row.row);
        QByteArray written;
        for (int copy = 0; copy < copies.size(); ++copy) {
            Result<QList<XmlSplice>> splices = rowSplices(row, copies[copy], copy);
            if (!splices)
                return splices.error();
            if (!isRepeated) {
                m_splices += *splices;
                return {};
            }
            for (XmlSplice &one : *splices) {
                one.begin -= element.begin;
                one.end -= element.begin;
            }
            const Result<QByteArray> bytes = spliced(m_sheet.bytes(row.element), *splices);
            if (!bytes)
                return bytes.error();
            written += *bytes;
        }
        put(element.begin, element.end, written);
        return {};
    }

    Result<QList<XmlSplice>> rowSplices(const RowMarkup &row, RowWishes wishes, int copy)
    {
        QList<XmlSplice> splices;
        const XmlElement &element = m_sheet.at(row.element);
        const int to = m_own.moved(row.row) + copy;
        if (const XmlSpan number = m_sheet.valueOf(row.element, "r"); number.begin && to != row.row)
            splices.append({number.begin, number.end, QByteArray::number(to + 1)});
        widenSpans(row, wishes, splices);
        const bool isClosed = element.contentBegin == element.end;
        const QString rowStyle = m_sheet.attribute(row.element, "customFormat").isEmpty() ? QString()
                                                                                         : m_sheet.attribute(row.element, "s");
        const auto insertUpTo = [&](int column, qsizetype place) -> Status {
            while (!wishes.isEmpty() && wishes.firstKey() < column) {
                const int at = wishes.firstKey();
                const int style = rowStyle.isEmpty() ? m_room.columnStyle(at) : rowStyle.toInt();
                const Result<QByteArray> cell = newCell({row.row, at}, to, style, wishes.take(at), false);
                if (!cell)
                    return cell.error();
                splices.append({place, place, *cell});
            }
            return {};
        };
        for (const CellMarkup &cell : row.cells) {
            if (const Status status = insertUpTo(cell.column, m_sheet.at(cell.element).begin); !status)
                return status.error();
            const bool isComputed = m_sheet.child(cell.element, "f") >= 0;
            if (isComputed && wishes.value(cell.column).sparesFormulas)
                wishes.remove(cell.column);
            const Status status = wishes.contains(cell.column)
                                      ? replaceCell(row, cell, to, wishes.take(cell.column), splices)
                                      : moveCell(row, cell, to, copy, splices);
            if (!status)
                return status.error();
        }
        const bool opens = isClosed && !wishes.isEmpty();
        if (opens)
            splices.append({element.end - 2, element.end, ">"});
        if (const Status status = insertUpTo(mostColumns, element.contentEnd); !status)
            return status.error();
        if (opens)
            splices.append({element.end, element.end, "</" + element.name.toByteArray() + '>'});
        return splices;
    }

    // "spans" promises where the cells of a row lie.
    void widenSpans(const RowMarkup &row, const RowWishes &wishes, QList<XmlSplice> &splices) const
    {
        const XmlSpan span = m_sheet.valueOf(row.element, "spans");
        const QList<QByteArray> ends = m_sheet.bytes(span.begin, span.end).toByteArray().split(':');
        if (!span.begin || wishes.isEmpty() || ends.size() != 2)
            return;
        const int first = std::min(ends[0].toInt(), wishes.firstKey() + 1);
        const int last = std::max(ends[1].toInt(), wishes.lastKey() + 1);
        const QByteArray wide = QByteArray::number(first) + ':' + QByteArray::number(last);
        if (wide != m_sheet.bytes(span.begin, span.end))
            splices.append({span.begin, span.end, wide});
    }

    Status replaceCell(const RowMarkup &row, const CellMarkup &cell, int to, const CellWish &wish, QList<XmlSplice> &splices)
    {
        if (m_sheet.child(cell.element, "f") >= 0)
            return Error{Error::Kind::Invalid,
                         u"expected a cell to fill for '"_s + wish.name + u"' but "_s + cellName(row.row, cell.column)
                             + u" is computed by a formula"_s,
                         u"fill.value"_s};
        const QString style = m_sheet.attribute(cell.element, "s");
        const Result<QByteArray> fresh = newCell({row.row, cell.column}, to, style.isEmpty() ? -1 : style.toInt(), wish,
                                                 m_sheet.attribute(cell.element, "t") == u"b"_s);
        if (!fresh)
            return fresh.error();
        splices.append({m_sheet.at(cell.element).begin, m_sheet.at(cell.element).end, *fresh});
        return {};
    }

    Result<QByteArray> newCell(CellPlace place, int to, int style, const CellWish &wish, bool holdsFlag)
    {
        static const NumberFormat general;
        const bool known = style >= 0 && style < m_context.workbook.styles.size();
        const NumberFormat &format = known ? m_context.workbook.styles.at(style) : general;
        const Result<CellEntry> entry = cellEntry(wish.name, wish.text, format, holdsFlag, m_context.workbook.from1904);
        if (!entry)
            return entry.error();
        judge(place, to, style, wish, *entry, format);
        QByteArray cell = '<' + m_prefix + "c r=\"" + cellName(to, place.column).toLatin1() + '"';
        if (style >= 0)
            cell += " s=\"" + QByteArray::number(style) + '"';
        if (entry->isEmpty())
            return cell + "/>";
        if (!entry->type.isEmpty())
            cell += " t=\"" + entry->type + '"';
        cell += '>';
        if (entry->isText())
            cell += '<' + m_prefix + "is><" + m_prefix + "t xml:space=\"preserve\">" + entry->content + "</" + m_prefix + "t></"
                    + m_prefix + "is>";
        else
            cell += '<' + m_prefix + "v>" + entry->content + "</" + m_prefix + "v>";
        return cell + "</" + m_prefix + "c>";
    }

    // Says what a person would see at once on the page, and a robot would not.
    void judge(CellPlace place, int to, int style, const CellWish &wish, const CellEntry &entry, const NumberFormat &format)
    {
        const QString where = u" ("_s + cellAddress(m_name, to, place.column) + u')';
        const bool wantsNumber = format.shown != NumberFormat::Shown::Number || format.code.contains(u'#') || format.code.contains(u'0');
        if (entry.isText() && wantsNumber)
            m_diagnostics.append({u"fill.text"_s,
                                  u"expected a number or a date for '"_s + wish.name + u"' but it is neither; it stays text"_s + where, 0});
        CellRange range{place.row, place.column, place.row, place.column};
        for (const CellRange &merge : m_merges)
            if (merge.top == place.row && merge.left == place.column)
                range = merge;
        QString shown = wish.text;
        if (entry.isNumber && format.shown == NumberFormat::Shown::Number && format.code.contains(u','))
            for (qsizetype at = shown.remove(u',').indexOf(u'.') < 0 ? shown.size() : shown.indexOf(u'.'); at > 3; at -= 3)
                shown.insert(at - 3, u',');
        if (!m_room.fits(shown, range, m_context.looks.value(style)))
            m_diagnostics.append({u"fill.long"_s,
                                  u"expected '"_s + wish.name + u"' to fit its cell but it is longer"_s + where, 0});
    }

    Status moveCell(const RowMarkup &row, const CellMarkup &cell, int to, int copy, QList<XmlSplice> &splices)
    {
        if (const XmlSpan name = m_sheet.valueOf(cell.element, "r"); name.begin && to != row.row)
            splices.append({name.begin, name.end, cellName(to, cell.column).toLatin1()});
        const int f = m_sheet.child(cell.element, "f");
        if (f < 0)
            return {};
        forgetValue(cell, splices);
        const QString type = m_sheet.attribute(f, "t");
        if (type == u"dataTable"_s && !m_own.movesNothing())
            return cannotRepeat(u"sheet '"_s + m_name + u"' has a table of what-if values"_s);
        QString formula = m_sheet.textOf(f);
        const bool writesOut = type == u"shared"_s && m_writesOut;
        if (writesOut) {
            const Shared shared = m_shared.value(m_sheet.attribute(f, "si"));
            formula = offsetFormula(shared.text, row.row - shared.row, cell.column - shared.column);
        }
        if (formula.isEmpty())
            return {};
        if (type == u"array"_s)
            if (const Status status = moveArray(f, row.row, to, splices); !status)
                return status;
        const Result<QByteArray> moved = movedCellFormula(formula, row.row, copy);
        if (!moved)
            return moved.error();
        const XmlElement &element = m_sheet.at(f);
        if (writesOut)
            splices.append({element.begin, element.end,
                            '<' + element.name.toByteArray() + '>' + *moved + "</" + element.name.toByteArray() + '>'});
        else if (*moved != formula.toHtmlEscaped().toUtf8())
            splices.append({element.contentBegin, element.contentEnd, *moved});
        return {};
    }

    Result<QByteArray> movedCellFormula(const QString &formula, int row, int copy) const
    {
        if (!m_wishes.copies.contains(row))
            return movedFormulaBytes(formula, m_name, m_context.shifts, m_name);
        const MovedFormula moved = copiedFormula(formula, m_name, m_context.shifts, row, copy);
        if (moved.cannot)
            return cannotRepeat(u"the formula '"_s + formula + u"' in the row cannot follow"_s);
        return moved.text.toHtmlEscaped().toUtf8();
    }

    Status moveArray(int f, int row, int to, QList<XmlSplice> &splices) const
    {
        const XmlSpan span = m_sheet.valueOf(f, "ref");
        const std::optional<CellRange> range = cellRange(m_sheet.bytes(span.begin, span.end));
        if (!range || m_own.movesNothing())
            return {};
        const bool isHigh = range->top != range->bottom;
        const std::optional<RowSpan> rows = m_own.moved(RowSpan{range->top, range->bottom});
        if (isHigh && (!rows || rows->last - rows->first != range->bottom - range->top || m_own.isRepeated(row)))
            return cannotRepeat(u"an array formula of several rows is in the way"_s);
        const int bottom = to + range->bottom - range->top;
        const QByteArray first = cellName(to, range->left).toLatin1();
        const bool isOne = !isHigh && range->left == range->right;
        splices.append({span.begin, span.end, isOne ? first : first + ':' + cellName(bottom, range->right).toLatin1()});
        return {};
    }

    // What was computed for the template is no value of the filled form.
    void forgetValue(const CellMarkup &cell, QList<XmlSplice> &splices) const
    {
        const int v = m_sheet.child(cell.element, "v");
        if (v >= 0)
            splices.append({m_sheet.at(v).begin, m_sheet.at(v).end, {}});
        XmlSpan type = m_sheet.valueOf(cell.element, "t");
        if (!type.begin)
            return;
        const QByteArray &xml = m_sheet.xml();
        while (xml[--type.begin] != 't') { }
        splices.append({type.begin, type.end + 1, {}});
    }

    // The used range, with what was put in.
    void moveDimension()
    {
        const int dimension = m_sheet.child(0, "dimension");
        const XmlSpan span = dimension < 0 ? XmlSpan() : m_sheet.valueOf(dimension, "ref");
        std::optional<CellRange> range = cellRange(m_sheet.bytes(span.begin, span.end));
        if (!span.begin || !range)
            return;
        const auto take = [&range](int row, const RowWishes &wishes) {
            for (auto wish = wishes.begin(); wish != wishes.end(); ++wish)
                range = CellRange{std::min(range->top, row), std::min(range->left, wish.key()), std::max(range->bottom, row),
                                  std::max(range->right, wish.key())};
        };
        for (auto at = m_wishes.rows.begin(); at != m_wishes.rows.end(); ++at)
            take(at.key(), *at);
        for (auto at = m_wishes.copies.begin(); at != m_wishes.copies.end(); ++at)
            for (const RowWishes &copy : *at)
                take(at.key(), copy);
        const RowSpan rows = m_own.moved(RowSpan{range->top, range->bottom}).value_or(RowSpan{0, 0});
        const QByteArray to = (cellName(rows.first, range->left) + u':' + cellName(rows.last, range->right)).toLatin1();
        const QByteArray before = m_sheet.bytes(span.begin, span.end).toByteArray();
        if (to != (before.contains(':') ? before : before + ':' + before))
            put(span.begin, span.end, to);
    }

    Status moveAround()
    {
        moveDimension();
        if (m_context.shifts.isEmpty())
            return {};
        const Result<QList<XmlSplice>> splices = movedReferences(m_sheet, m_name, m_context.shifts, m_rows);
        if (!splices)
            return splices.error();
        m_splices += *splices;
        return {};
    }

    void put(qsizetype begin, qsizetype end, const QByteArray &bytes) { m_splices.append({begin, end, bytes}); }

    struct Shared {
        QString text;
        int row = 0;
        int column = 0;
    };
    const XmlOutline &m_sheet;
    const QString &m_name;
    const SheetWishes &m_wishes;
    const FillingContext &m_context;
    const RowShift m_own;
    const CellRoom m_room;
    int m_rows = -1; // <sheetData>
    QByteArray m_prefix;
    QList<RowMarkup> m_markup;
    QList<CellRange> m_merges;
    QMap<QString, Shared> m_shared; // by "si"
    bool m_writesOut = false;
    QList<XmlSplice> m_splices;
    QList<Diagnostic> m_diagnostics;
};

} // namespace

Result<FilledSheet> filledSheet(const XmlOutline &sheet, const QString &name, const SheetWishes &wishes, const FillingContext &context)
{
    return SheetFiller(sheet, name, wishes, context).fill();
}

QStringList formulasIn(const XmlOutline &sheet)
{
    QStringList formulas;
    for (int i = 0; i < sheet.size(); ++i)
        if (sheet.is(i, "f") && sheet.is(std::max(0, sheet.at(i).parent), "c"))
            formulas.append(sheet.textOf(i));
    return formulas;
}

} // namespace naru
