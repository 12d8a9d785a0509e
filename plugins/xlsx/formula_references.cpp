#include "formula_references.h"

#include "core/spreadsheet.h"

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace naru {

namespace {

using Corner = FormulaReference::Corner;

bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'\\' || c == u'?' || c.isSurrogate(); }
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isLatin(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

class FormulaScanner {
public:
    explicit FormulaScanner(const QString &formula)
        : m_text(formula)
    {
    }

    FormulaNames scan()
    {
        while (m_at < m_text.size())
            step();
        return m_found;
    }

private:
    QChar at(qsizetype place) const { return place < m_text.size() ? m_text[place] : QChar(); }

    void step()
    {
        const QChar c = at(m_at);
        if (c == u'"') {
            takeText();
        } else if (c == u'\'') {
            takeQuotedSheet();
        } else if (c == u'[') {
            takeBracket();
        } else if (c == u'#') { // an error value, or the mark of a spilled range
            for (++m_at; at(m_at).isLetterOrNumber() || at(m_at) == u'/'; ++m_at) { }
            m_at += at(m_at) == u'!' || at(m_at) == u'?' ? 1 : 0;
        } else if (c == u'$' || isWordPart(c)) {
            if (!takeReference({}, false, false))
                takeWord();
        } else {
            ++m_at;
        }
    }

    void takeText()
    {
        QString text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (at(m_at) == u'"' && at(++m_at) != u'"')
                break;
            text += at(m_at);
        }
        FormulaNames inside;
        if (!text.contains(u'"'))
            inside = FormulaScanner(text).scan();
        if (inside.references.size() == 1 && inside.references[0].end == text.size())
            m_found.spelled.append(text);
    }

    void takeQuotedSheet()
    {
        QString name;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (at(m_at) == u'\'' && at(++m_at) != u'\'')
                break;
            name += at(m_at);
        }
        if (at(m_at) != u'!')
            return;
        ++m_at;
        const bool isElsewhere = name.contains(u']');
        const bool isAcross = name.contains(u':') && !isElsewhere;
        if (!takeReference(name, isElsewhere, isAcross))
            m_found.isOpen = true;
    }

    // "[1]Sheet1!A5" is in another workbook; "Table[Column]" is a table's, which follows by itself.
    void takeBracket()
    {
        int depth = 0;
        const bool isBook = m_at == 0 || !isWordPart(at(m_at - 1));
        do {
            if (at(m_at) == u'\'')
                ++m_at;
            else
                depth += at(m_at) == u'[' ? 1 : at(m_at) == u']' ? -1 : 0;
            ++m_at;
        } while (depth > 0 && m_at < m_text.size());
        m_found.isOpen = m_found.isOpen || !isBook;
        m_afterBook = isBook;
    }

    void takeWord()
    {
        const qsizetype begin = m_at;
        if (isDigit(at(m_at)) || at(m_at) == u'.') {
            takeNumber();
            if (at(m_at) != u'!')
                return;
        }
        while (isWordPart(at(m_at)) || (m_at == begin && at(m_at) == u'$'))
            ++m_at;
        const bool isElsewhere = std::exchange(m_afterBook, false);
        const QString word = m_text.sliced(begin, m_at - begin);
        if (at(m_at) == u'!') {
            ++m_at;
            if (!takeReference(word, isElsewhere, false))
                m_found.isOpen = true;
        } else if (at(m_at) == u':' && m_text.indexOf(u'!', m_at) > 0 && isSheetAhead()) {
            m_at = m_text.indexOf(u'!', m_at) + 1;
            takeReference(word, isElsewhere, true);
        } else if (at(m_at) == u'(') {
            m_found.isOpen = m_found.isOpen || word.compare(u"INDIRECT"_s, Qt::CaseInsensitive) == 0
                             || word.compare(u"OFFSET"_s, Qt::CaseInsensitive) == 0;
        } else if (word.compare(u"TRUE"_s, Qt::CaseInsensitive) != 0 && word.compare(u"FALSE"_s, Qt::CaseInsensitive) != 0) {
            m_found.isOpen = true;
        }
    }

    // Whether a name of a sheet and "!" come behind the colon.
    bool isSheetAhead() const
    {
        qsizetype place = m_at + 1;
        while (isWordPart(at(place)))
            ++place;
        return place > m_at + 1 && at(place) == u'!';
    }

    void takeNumber()
    {
        while (isDigit(at(m_at)) || at(m_at) == u'.')
            ++m_at;
        if (at(m_at).toLower() != u'e')
            return;
        const qsizetype sign = at(m_at + 1) == u'+' || at(m_at + 1) == u'-' ? 2 : 1;
        if (isDigit(at(m_at + sign)))
            for (m_at += sign; isDigit(at(m_at)); ++m_at) { }
    }

    // "$A$5", "A" or "5" alone only where a range is made of them.
    static bool corner(QStringView text, qsizetype &place, Corner &corner)
    {
        const auto at = [&](qsizetype i) { return i < text.size() ? text[i] : QChar(); };
        qsizetype i = place;
        corner = {};
        const bool dollar = at(i) == u'$';
        i += dollar;
        qint64 column = 0;
        const qsizetype letters = i;
        for (; isLatin(at(i)) && i - letters < 4; ++i)
            column = column * 26 + (at(i).toUpper().unicode() - u'A' + 1);
        const bool hasColumn = i > letters;
        corner.columnFixed = hasColumn && dollar;
        corner.rowFixed = !hasColumn && dollar;
        if (hasColumn && at(i) == u'$') {
            corner.rowFixed = true;
            ++i;
        }
        qint64 row = 0;
        const qsizetype digits = i;
        for (; isDigit(at(i)) && i - digits < 8; ++i)
            row = row * 10 + at(i).digitValue();
        const bool hasRow = i > digits;
        if ((corner.rowFixed && !hasRow) || (!hasRow && !hasColumn) || column > mostColumns || row > mostRows
            || (hasRow && row == 0))
            return false;
        corner.row = hasRow ? int(row) - 1 : -1;
        corner.column = hasColumn ? int(column) - 1 : -1;
        place = i;
        return true;
    }

    bool takeReference(const QString &sheet, bool isElsewhere, bool isAcross)
    {
        FormulaReference found;
        found.begin = m_at;
        found.sheet = sheet;
        found.isElsewhere = isElsewhere;
        found.isAcross = isAcross;
        qsizetype place = m_at;
        if (!corner(m_text, place, found.first))
            return false;
        found.last = found.first;
        qsizetype behind = place + 1;
        Corner last;
        if (at(place) == u':' && corner(m_text, behind, last) && (last.row < 0) == (found.first.row < 0)
            && (last.column < 0) == (found.first.column < 0) && ends(behind)) {
            found.last = last;
            found.isRange = true;
            place = behind;
        }
        if (!found.isRange && (found.first.row < 0 || found.first.column < 0))
            return false;
        if (!ends(place))
            return false;
        found.end = m_at = place;
        m_afterBook = false;
        m_found.references.append(found);
        return true;
    }

    // Not in the middle of a name, of a function like LOG10(, or of a sheet's name.
    bool ends(qsizetype place) const
    {
        const QChar c = at(place);
        return !isWordPart(c) && c != u'(' && c != u'!' && c != u'$' && c != u'[';
    }

    QString m_text;
    qsizetype m_at = 0;
    bool m_afterBook = false;
    FormulaNames m_found;
};

QString cornerText(const Corner &corner)
{
    QString text;
    if (corner.column >= 0)
        text += (corner.columnFixed ? u"$"_s : QString()) + cellName(0, corner.column).chopped(1);
    if (corner.row >= 0)
        text += (corner.rowFixed ? u"$"_s : QString()) + QString::number(corner.row + 1);
    return text;
}

enum class Fate { Stays, Lost, Cannot };

// Writes the references anew that `move` has changed.
MovedFormula rewritten(const QString &formula, const std::function<Fate(FormulaReference &)> &move)
{
    MovedFormula moved{formula};
    QList<FormulaReference> references = namesIn(formula).references;
    for (auto at = references.rbegin(); at != references.rend(); ++at) {
        const FormulaReference before = *at;
        const Fate fate = move(*at);
        moved.lost = moved.lost || fate == Fate::Lost;
        moved.cannot = moved.cannot || fate == Fate::Cannot;
        if (fate == Fate::Lost)
            moved.text.replace(before.begin, before.end - before.begin, u"#REF!"_s);
        else if (!(before.first == at->first) || !(before.last == at->last))
            moved.text.replace(before.begin, before.end - before.begin,
                               cornerText(at->first) + (at->isRange ? u':' + cornerText(at->last) : QString()));
    }
    return moved;
}

Fate follow(FormulaReference &reference, const RowShift &shift)
{
    if (reference.first.row < 0)
        return Fate::Stays;
    if (!reference.isRange) {
        if (shift.copies(reference.first.row) == 0)
            return Fate::Lost;
        reference.first.row = reference.last.row = shift.moved(reference.first.row);
        return Fate::Stays;
    }
    const bool isUpright = reference.first.row <= reference.last.row;
    Corner &top = isUpright ? reference.first : reference.last;
    Corner &bottom = isUpright ? reference.last : reference.first;
    const std::optional<RowSpan> rows = shift.moved(RowSpan{top.row, bottom.row});
    if (!rows)
        return Fate::Lost;
    top.row = rows->first;
    bottom.row = rows->last;
    return Fate::Stays;
}

const RowShift *shiftFor(const FormulaReference &reference, const QString &sheet, const RowShifts &shifts)
{
    if (reference.isElsewhere)
        return nullptr;
    const auto found = shifts.constFind((reference.sheet.isNull() ? sheet : reference.sheet).toCaseFolded());
    return found == shifts.constEnd() || found->movesNothing() ? nullptr : &*found;
}

bool anyMoves(const RowShifts &shifts)
{
    return std::any_of(shifts.begin(), shifts.end(), [](const RowShift &shift) { return !shift.movesNothing(); });
}

// Text of INDIRECT and references over several sheets cannot follow; they may not stand where rows move.
bool cannotFollow(const FormulaNames &names, const QString &sheet, const RowShifts &shifts)
{
    if (!anyMoves(shifts))
        return false;
    for (const FormulaReference &one : names.references)
        if (one.isAcross)
            return true;
    for (const QString &text : names.spelled)
        for (const FormulaReference &one : namesIn(text).references)
            if (names.isOpen && shiftFor(one, sheet, shifts))
                return true;
    return false;
}

} // namespace

FormulaNames namesIn(const QString &formula) { return FormulaScanner(formula).scan(); }

bool namesMoved(const QString &formula, const QString &sheet, const RowShifts &shifts)
{
    const FormulaNames names = namesIn(formula);
    return cannotFollow(names, sheet, shifts)
           || std::any_of(names.references.begin(), names.references.end(),
                          [&](const FormulaReference &one) { return shiftFor(one, sheet, shifts) != nullptr; });
}

MovedFormula movedFormula(const QString &formula, const QString &sheet, const RowShifts &shifts)
{
    MovedFormula moved = rewritten(formula, [&](FormulaReference &one) {
        const RowShift *shift = shiftFor(one, sheet, shifts);
        return shift ? follow(one, *shift) : Fate::Stays;
    });
    moved.cannot = cannotFollow(namesIn(formula), sheet, shifts);
    return moved;
}

MovedFormula copiedFormula(const QString &formula, const QString &sheet, const RowShifts &shifts, int row, int copy)
{
    MovedFormula moved = rewritten(formula, [&](FormulaReference &one) {
        const RowShift *shift = shiftFor(one, sheet, shifts);
        if (!shift || one.first.row < 0)
            return Fate::Stays;
        const bool isOwn = one.sheet.isNull() || one.sheet.compare(sheet, Qt::CaseInsensitive) == 0;
        const auto goesAlong = [row](const Corner &corner) {
            return !corner.rowFixed && (corner.row == row || corner.row == row - 1);
        };
        const bool ends = one.first.row <= row && one.last.row <= row;
        if (!isOwn || !ends || !(goesAlong(one.first) || goesAlong(one.last)))
            return follow(one, *shift);
        for (Corner *corner : {&one.first, &one.last})
            corner->row = shift->moved(corner->row) + (goesAlong(*corner) ? copy : 0);
        return Fate::Stays;
    });
    moved.cannot = cannotFollow(namesIn(formula), sheet, shifts);
    return moved;
}

QString offsetFormula(const QString &formula, int rows, int columns)
{
    return rewritten(formula, [&](FormulaReference &one) {
               for (Corner *corner : {&one.first, &one.last}) {
                   if (corner->row >= 0 && !corner->rowFixed)
                       corner->row = (corner->row + rows + mostRows) % mostRows;
                   if (corner->column >= 0 && !corner->columnFixed)
                       corner->column = (corner->column + columns + mostColumns) % mostColumns;
               }
               return Fate::Stays;
           })
        .text;
}

} // namespace naru
