#include "moved_references.h"

#include "core/spreadsheet.h"

#include "formula_references.h"
#include "sheet_reader.h"

namespace naru {

namespace {

Error cannotFollow(const QString &what)
{
    return Error{Error::Kind::Invalid, u"expected a form whose rows can be repeated but "_s + what, u"fill.row"_s};
}

Error isNamed(const QString &what)
{
    return Error{Error::Kind::Invalid, u"expected a row that nothing else names but "_s + what + u" does"_s,
                 rowIsNamed.toString()};
}

bool isOneOf(QByteArrayView name, std::initializer_list<QByteArrayView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QByteArrayView one) { return one == name; });
}

QString rangeText(const CellRange &range, bool isRange)
{
    const QString first = cellName(range.top, range.left);
    return isRange || range.top != range.bottom || range.left != range.right ? first + u':' + cellName(range.bottom, range.right)
                                                                             : first;
}

class Mover {
public:
    Mover(const XmlOutline &part, const QString &sheet, const RowShifts &shifts)
        : m_part(part)
        , m_sheet(sheet)
        , m_shifts(shifts)
        , m_own(shifts.value(sheet.toCaseFolded()))
    {
    }

    Result<QList<XmlSplice>> move(int skipped)
    {
        for (int i = 0; i < m_part.size(); i = i == skipped ? m_part.at(i).after : i + 1) {
            if (i == skipped)
                continue;
            const Status status = moveElement(i);
            if (!status)
                return status.error();
        }
        return m_splices;
    }

private:
    Status moveElement(int i)
    {
        const QByteArrayView name = m_part.at(i).localName;
        if (name == "mergeCells")
            return moveMerges(i);
        if (name == "tableSingleXmlCells" || name == "singleXmlCells")
            return cannotFollow(u"'"_s + m_sheet + u"' has cells that are mapped to XML"_s);
        if (name == "table")
            if (const Status status = checkTable(i); !status)
                return status;
        if (const Status status = moveAttributes(i, name); !status)
            return status;
        return m_part.at(i).after == i + 1 ? moveText(i, name) : Status();
    }

    Status moveAttributes(int i, QByteArrayView name)
    {
        if (isOneOf(name, {"autoFilter", "sortState", "sortCondition", "hyperlink", "table", "location"}))
            if (const Status status = moveRange(i, "ref", m_own); !status)
                return status;
        if (name == "worksheetSource")
            if (const Status status = moveRange(i, "ref", m_shifts.value(m_part.attribute(i, "sheet").toCaseFolded())); !status)
                return status;
        if (isOneOf(name, {"comment", "threadedComment"}))
            moveCell(i, "ref");
        if (isOneOf(name, {"inputCells", "cellWatch"}))
            moveCell(i, "r");
        for (const char *attribute : {"activeCell", "topLeftCell"})
            moveCell(i, attribute);
        if (const XmlSpan list = m_part.valueOf(i, "sqref"); list.begin)
            if (const Status status = moveList(list, name); !status)
                return status;
        if (name == "brk" && m_part.is(m_part.at(i).parent, "rowBreaks"))
            moveBreak(i);
        if (name == "cfvo" && m_part.attribute(i, "type") == u"formula"_s)
            return moveFormula(m_part.valueOf(i, "val"), m_part.attribute(i, "val"));
        if (name == "hyperlink")
            return moveFormula(m_part.valueOf(i, "location"), m_part.attribute(i, "location"));
        if (name == "formControlPr")
            for (const char *attribute : {"fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx"})
                if (const Status status = moveFormula(m_part.valueOf(i, attribute), m_part.attribute(i, attribute)); !status)
                    return status;
        return {};
    }

    Status moveText(int i, QByteArrayView name)
    {
        const XmlElement &element = m_part.at(i);
        const XmlSpan content{element.contentBegin, element.contentEnd};
        if (isOneOf(name, {"f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula", "FmlaLink",
                           "FmlaRange", "FmlaGroup", "FmlaMacro"}))
            return moveFormula(content, m_part.textOf(i));
        if (name == "sqref")
            return moveList(content, name);
        const int parent = element.parent;
        const bool isAnchor = parent >= 0 && (m_part.is(parent, "from") || m_part.is(parent, "to"));
        if ((name == "row" && isAnchor) || (name == "Row" && parent >= 0 && m_part.is(parent, "ClientData"))) {
            bool good = false;
            const int row = m_part.textOf(i).trimmed().toInt(&good);
            if (good && row >= 0 && row < mostRows)
                put(content, QByteArray::number(m_own.moved(row)));
        } else if (name == "Anchor" && parent >= 0 && m_part.is(parent, "ClientData")) {
            moveAnchor(content, m_part.textOf(i));
        }
        return {};
    }

    // "column, offset, row, offset" of two corners.
    void moveAnchor(const XmlSpan &content, const QString &text)
    {
        QStringList numbers = text.split(u',');
        if (numbers.size() != 8)
            return;
        for (const int at : {2, 6})
            numbers[at] = u' ' + QString::number(m_own.moved(std::max(0, numbers[at].trimmed().toInt())));
        put(content, numbers.join(u',').toLatin1());
    }

    void moveBreak(int i)
    {
        const int row = m_part.attribute(i, "id").toInt() - 1; // the break is below it
        if (row >= 0 && row < mostRows)
            put(m_part.valueOf(i, "id"), QByteArray::number(m_own.moved(row + 1)));
    }

    void moveCell(int i, QByteArrayView attribute)
    {
        const XmlSpan span = m_part.valueOf(i, attribute);
        const std::optional<CellRange> cell = cellRange(m_part.bytes(span.begin, span.end));
        if (span.begin && cell)
            put(span, cellName(m_own.moved(cell->top), cell->left).toLatin1());
    }

    std::optional<QByteArray> movedRange(QByteArrayView text, const RowShift &shift) const
    {
        const std::optional<CellRange> range = cellRange(text);
        if (!range)
            return text.toByteArray();
        const std::optional<RowSpan> rows = shift.moved(RowSpan{range->top, range->bottom});
        if (!rows)
            return {};
        return rangeText({rows->first, range->left, rows->last, range->right}, text.contains(':')).toLatin1();
    }

    Status moveRange(int i, QByteArrayView attribute, const RowShift &shift)
    {
        const XmlSpan span = m_part.valueOf(i, attribute);
        if (!span.begin)
            return {};
        const std::optional<QByteArray> to = movedRange(m_part.bytes(span.begin, span.end), shift);
        if (!to)
            return isNamed(QString::fromLatin1(m_part.at(i).localName.toByteArray()));
        put(span, *to);
        return {};
    }

    Status moveList(const XmlSpan &span, QByteArrayView name)
    {
        QList<QByteArray> kept;
        for (const QByteArray &one : m_part.bytes(span.begin, span.end).toByteArray().simplified().split(' '))
            if (const std::optional<QByteArray> to = movedRange(one, m_own))
                kept.append(*to);
            else if (name == "selection")
                kept.append(rangeText({m_own.moved(cellRange(one)->top), 0, m_own.moved(cellRange(one)->top), 0}, false).toLatin1());
        if (kept.isEmpty())
            return isNamed(QString::fromLatin1(name.toByteArray()));
        put(span, kept.join(' '));
        return {};
    }

    Status moveFormula(const XmlSpan &span, const QString &formula)
    {
        if (!span.begin || !namesMoved(formula, m_sheet, m_shifts))
            return {};
        const Result<QByteArray> moved = movedFormulaBytes(formula, m_sheet, m_shifts, m_sheet);
        if (!moved)
            return moved.error();
        put(span, *moved);
        return {};
    }

    // A merged range in a repeated row is written with each copy; one that is higher grows.
    Status moveMerges(int container)
    {
        int count = 0;
        for (const int merge : m_part.children(container, "mergeCell")) {
            const XmlElement &element = m_part.at(merge);
            const XmlSpan span = m_part.valueOf(merge, "ref");
            const std::optional<CellRange> range = cellRange(m_part.bytes(span.begin, span.end));
            const bool isCopied = range && range->top == range->bottom && m_own.isRepeated(range->top);
            const int copies = isCopied ? m_own.copies(range->top) : 1;
            count += copies;
            if (!isCopied) {
                const std::optional<QByteArray> to = movedRange(m_part.bytes(span.begin, span.end), m_own);
                if (!to)
                    return isNamed(u"a merged range"_s);
                put(span, *to);
                continue;
            }
            const QByteArrayView before = m_part.bytes(element.begin, span.begin);
            const QByteArrayView after = m_part.bytes(span.end, element.end);
            QByteArray written;
            for (int copy = 0; copy < copies; ++copy) {
                const int row = m_own.moved(range->top) + copy;
                written.append(before).append(rangeText({row, range->left, row, range->right}, true).toLatin1()).append(after);
            }
            put({element.begin, element.end}, written);
        }
        const XmlElement &element = m_part.at(container);
        if (count == 0) {
            m_splices.erase(std::remove_if(m_splices.begin(), m_splices.end(),
                                           [&](const XmlSplice &one) { return one.begin >= element.begin && one.end <= element.end; }),
                            m_splices.end());
            put({element.begin, element.end}, {});
        } else if (const XmlSpan span = m_part.valueOf(container, "count"); span.begin) {
            put(span, QByteArray::number(count));
        }
        return {};
    }

    Status checkTable(int i)
    {
        const std::optional<CellRange> range = cellRange(m_part.attribute(i, "ref").toLatin1());
        if (!range)
            return {};
        const bool hasHead = m_part.attribute(i, "headerRowCount") != u"0"_s;
        const bool hasTotals = m_part.attribute(i, "totalsRowCount").toInt() > 0;
        if ((hasHead && m_own.copies(range->top) != 1) || (hasTotals && m_own.copies(range->bottom) != 1))
            return cannotFollow(u"the row is the head or the total of the table '"_s + m_part.attribute(i, "displayName") + u"'"_s);
        const int first = range->top + hasHead;
        const int last = range->bottom - hasTotals;
        if (first <= last && !m_own.moved(RowSpan{first, last}))
            return isNamed(u"the table '"_s + m_part.attribute(i, "displayName") + u"'"_s);
        return {};
    }

    void put(const XmlSpan &span, const QByteArray &bytes)
    {
        if (m_part.bytes(span.begin, span.end) != bytes)
            m_splices.append({span.begin, span.end, bytes});
    }

    const XmlOutline &m_part;
    const QString &m_sheet;
    const RowShifts &m_shifts;
    const RowShift m_own;
    QList<XmlSplice> m_splices;
};

} // namespace

Result<QList<XmlSplice>> movedReferences(const XmlOutline &part, const QString &sheet, const RowShifts &shifts, int skipped)
{
    return Mover(part, sheet, shifts).move(skipped);
}

Result<QByteArray> movedFormulaBytes(const QString &formula, const QString &sheet, const RowShifts &shifts, const QString &where)
{
    const MovedFormula moved = movedFormula(formula, sheet, shifts);
    if (moved.cannot)
        return cannotFollow(u"the formula '"_s + formula + u"' of "_s + where + u" cannot follow"_s);
    if (moved.lost)
        return isNamed(u"the formula '"_s + formula + u"' of "_s + where);
    return moved.text.toHtmlEscaped().toUtf8();
}

} // namespace naru
