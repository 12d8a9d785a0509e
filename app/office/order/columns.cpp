#include "office/order/columns.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "office/order/grades.h"
#include "office/order/phrases.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::office {

namespace {

enum class Side { None, From, To };

struct HeadWord {
    Column column; // as on the from side
    QStringList words;
};

// The columns' own words; the first row that contains one decides, so the long ones come first.
const QList<HeadWord> &headWords()
{
    static const QList<HeadWord> table{
        {Column::Ignored, {u"주민등록번호"_s, u"주민번호"_s, u"생년월일"_s, u"성별"_s, u"발령권자"_s, u"임용권자"_s, u"임명권자"_s,
                           u"호봉"_s, u"연락처"_s, u"전화"_s, u"근거"_s, u"문서번호"_s, u"발령번호"_s, u"최초임용"_s, u"나이"_s}},
        {Column::EmpNo, {u"사번"_s, u"사원번호"_s, u"직원번호"_s, u"공무원번호"_s, u"개인번호"_s, u"개인식별번호"_s, u"인사번호"_s,
                         u"행정번호"_s, u"식별번호"_s, u"직번"_s}},
        {Column::Period, {u"파견기간"_s, u"휴직기간"_s, u"임용기간"_s, u"대리기간"_s, u"겸임기간"_s, u"정직기간"_s, u"기간"_s}},
        {Column::PeriodFrom, {u"시작일"_s, u"개시일"_s, u"부터"_s}},
        {Column::PeriodTo, {u"종료일"_s, u"만료일"_s, u"종료예정일"_s, u"까지"_s}},
        {Column::Outside, {u"파견기관"_s, u"파견처"_s, u"파견지"_s, u"전출기관"_s, u"전입기관"_s, u"상대기관"_s, u"전출처"_s, u"전입처"_s,
                           u"대상기관"_s}},
        {Column::Date, {u"발령일"_s, u"임용일"_s, u"시행일"_s, u"발령년월일"_s, u"발령연월일"_s, u"임용년월일"_s, u"임용연월일"_s,
                        u"적용일"_s, u"퇴직일"_s, u"승진일"_s, u"전보일"_s, u"일자"_s, u"휴직일"_s, u"복직일"_s}},
        {Column::Kind, {u"발령구분"_s, u"발령종류"_s, u"발령유형"_s, u"임용구분"_s, u"임용종류"_s, u"인사구분"_s, u"발령종별"_s, u"임용유형"_s,
                        u"구분"_s, u"종류"_s, u"유형"_s}},
        {Column::Phrase, {u"발령사항"_s, u"發令事項"_s, u"發令內容"_s, u"발령내용"_s, u"인사발령"_s, u"임용사항"_s, u"임용내용"_s, u"명령사항"_s, u"발령문"_s,
                          u"발령문구"_s, u"인사사항"_s, u"인사내용"_s, u"변동사항"_s, u"내용"_s, u"사항"_s}},
        {Column::Remark, {u"비고"_s, u"備考"_s, u"참고"_s, u"사유"_s, u"기타"_s, u"메모"_s}},
        {Column::Hanja, {u"한자"_s}},
        {Column::Name, {u"성명"_s, u"姓名"_s, u"이름"_s, u"대상자"_s, u"직원명"_s, u"성함"_s, u"발령자"_s}},
        {Column::Grade, {u"직급"_s, u"職級"_s, u"계급"_s, u"급수"_s, u"직렬(급)"_s}},
        {Column::Series, {u"직렬"_s, u"직류"_s, u"직군"_s}},
        {Column::FromPost, {u"직위"_s, u"職位"_s, u"보직"_s, u"직책"_s}},
        {Column::FromTeam, {u"팀명"_s, u"팀"_s, u"담당"_s}},
        {Column::FromUnit, {u"소속"_s, u"所屬"_s, u"부서"_s, u"근무지"_s, u"근무처"_s, u"실과"_s, u"과명"_s, u"국과"_s}},
        {Column::FromBody, {u"기관"_s, u"실국"_s, u"국명"_s, u"본부"_s}},
        {Column::Ignored, {u"연번"_s, u"순번"_s, u"일련번호"_s, u"번호"_s, u"番號"_s, u"no"_s, u"no."_s, u"순"_s, u"번"_s, u"#"_s}},
    };
    return table;
}

// Many a name begins like a side (전보람, 변경희, 이동수, 현나진, 신옥혜): what follows must be the word of a column, or nothing.
Side sideOf(const QString &word)
{
    static const QString what(
        u"(?=$|후|소속|부서|직위|직급|직렬|보직|기관|계급|근무|예정|직책|직$|재직|실국|과명|팀|\\()"_s);
    static const QRegularExpression to(
        u"^(?:재?발령|변경|변동|이동|이후|임용|승진|전보|신규?|새|후|배치|예정|명받은|조정후|개편후|전입부서)"_s + what);
    static const QRegularExpression toEnd(u"(?:발령후|변경후|임용후|예정|발령)$"_s);
    static const QRegularExpression from(u"^(?:현재?|전(?=\\()|구(?=\\()|종전|기존|이전|당초)"_s + what);
    static const QRegularExpression fromStart(
        u"^(?:변경전|발령전|임용전|이동전|조정전|개편전|전소속|전부서|전직위|전직급|전근무|구소속|구부서|원소속|(?:당초|종전|기존)[가-힣]*기간)"_s);
    static const QRegularExpression fromEnd(u"(?:발령전|변경전|임용전|\\(전\\)|\\(현\\))$"_s);
    if (from.match(word).hasMatch() || fromStart.match(word).hasMatch() || fromEnd.match(word).hasMatch()
        || word == u"전"_s)
        return Side::From;
    if (to.match(word).hasMatch() || toEnd.match(word).hasMatch())
        return Side::To;
    return Side::None;
}

// A word of one syllable is the whole head ("순": many a name ends in it), one of two may have something before it.
bool isHeadWord(const QString &word, const QString &text)
{
    if (text.size() > 2 || text == u"한자"_s)
        return word.contains(text);
    if (word == text || (word.startsWith(text) && word[text.size()] == u'('))
        return true;
    return text.size() == 2 && word.endsWith(text) && word.size() <= 6;
}

Column ownColumn(const QString &head)
{
    static const QRegularExpression bracket(u"\\(([^)]*)\\)"_s);
    const QString bare = QString(head).remove(bracket);
    // "전(소속)": where the word itself is none, the one in brackets.
    for (const QString &word : {bare.isEmpty() ? head : bare, bracket.match(head).captured(1)})
        for (const HeadWord &one : headWords())
            for (const QString &text : one.words)
                if (!word.isEmpty() && isHeadWord(word, text))
                    return one.column;
    return Column::Unknown;
}

Column onToSide(Column column)
{
    switch (column) {
    case Column::Grade:
        return Column::ToGrade;
    case Column::Series:
        return Column::ToSeries;
    case Column::FromBody:
        return Column::ToBody;
    case Column::FromUnit:
        return Column::ToUnit;
    case Column::FromTeam:
        return Column::ToTeam;
    case Column::FromPost:
        return Column::ToPost;
    default:
        return column;
    }
}

// "실·국" and "실국" are one word.
QString headText(const Cell &cell)
{
    static const QRegularExpression dots(u"[·ㆍ‧∙]"_s);
    return normalizeForMatch(cell.text).remove(dots);
}

// Where merged cells are lost (CSV), a group stands over its first column alone: "현직,,,발령,,". A blank cell with a word
// below belongs to the group at its left, when that has a word below, too.
const Cell *groupOf(const TableGrid &grid, int row, int end, int column)
{
    const auto textAt = [&](int r, int c) {
        const Cell *cell = grid.at(r, c);
        return cell && cell->row == r && cell->rowSpan == 1 ? headText(*cell) : QString();
    };
    const Cell *own = grid.at(row, column);
    if (row + 1 >= end || textAt(row + 1, column).isEmpty() || (own && !headText(*own).isEmpty()))
        return nullptr;
    for (int left = column - 1; left >= 0 && !textAt(row + 1, left).isEmpty(); --left)
        if (!textAt(row, left).isEmpty())
            return grid.at(row, left);
    return nullptr;
}

QStringList pathAt(const TableGrid &grid, int firstRow, int rows, int column)
{
    QStringList path;
    const Cell *last = nullptr;
    for (int row = firstRow; row < firstRow + rows; ++row) {
        const Cell *cell = grid.at(row, column);
        if (const Cell *group = groupOf(grid, row, firstRow + rows, column))
            cell = group;
        if (!cell || cell == last)
            continue;
        last = cell;
        const QString text = headText(*cell);
        if (!text.isEmpty())
            path.append(text);
    }
    return path;
}

// How many cells of a row are heads, and how many are not.
std::pair<int, int> headCells(const Table &table, const TableGrid &grid, int row)
{
    int heads = 0;
    int others = 0;
    const Cell *last = nullptr;
    for (int column = 0; column < table.columns; ++column) {
        const Cell *cell = grid.at(row, column);
        if (!cell || cell == last)
            continue;
        last = cell;
        const QString text = headText(*cell);
        if (text.isEmpty())
            continue;
        const bool isHead = text.size() <= 16 && (ownColumn(text) != Column::Unknown || sideOf(text) != Side::None)
            && !parseGrade(text) && findKoreanDates(text).isEmpty();
        ++(isHead ? heads : others);
    }
    return {heads, others};
}

// Below a head row stands another when a group cell has its own words under it.
bool continuesHead(const Table &table, const TableGrid &grid, int row)
{
    const std::pair<int, int> count = headCells(table, grid, row);
    return count.first >= 2 && count.second == 0; // one cell alone is a section: "승진", "보직 재발령"
}

// "구분 소속": the words of two columns in one cell. Places of one person may stand together: "소속 직위".
bool namesTwoColumns(const QString &text)
{
    static const QRegularExpression gap(u"\\s+"_s);
    static const QRegularExpression bracket(u"\\([^)]*\\)"_s);
    QList<Column> found;
    for (const QString &word : QString(text).remove(bracket).split(gap, Qt::SkipEmptyParts)) {
        const QString plain = normalizeForMatch(word);
        const Column own = plain.size() < 2 ? Column::Unknown : ownColumn(plain);
        const bool isPlace = own == Column::FromBody || own == Column::FromUnit || own == Column::FromTeam
            || own == Column::FromPost;
        const Column group = isPlace ? Column::FromUnit : own;
        if (own != Column::Unknown && !found.contains(group))
            found.append(group);
    }
    return found.size() > 1;
}

} // namespace

QStringList headsOfColumns()
{
    QStringList words;
    for (const HeadWord &one : headWords())
        words += one.words;
    return words;
}

bool isHeadRow(const Table &table, const TableGrid &grid, int row)
{
    const std::pair<int, int> count = headCells(table, grid, row);
    return count.first >= 2 && count.first >= 3 * count.second;
}

Column columnOf(const QStringList &path)
{
    Side side = Side::None;
    Column own = Column::Unknown;
    for (const QString &one : path) {
        const QString word = normalizeForMatch(one);
        if (side == Side::None)
            side = sideOf(word);
        const Column column = ownColumn(word);
        if (column == Column::Unknown)
            continue;
        if (own == Column::Phrase && side == Side::None)
            side = Side::To; // "발령사항" over "소속 | 직위": what becomes of them
        own = column;
    }
    if (own == Column::Unknown && side != Side::None && !path.isEmpty()) {
        // "현직" | "발령" alone, without a word for what: the place where somebody is, or goes.
        const QString word = normalizeForMatch(path.last());
        own = word == u"발령"_s ? Column::Phrase : Column::FromUnit;
    }
    // "당초 휴직기간": what no longer holds.
    if (side == Side::From && (own == Column::Period || own == Column::PeriodFrom || own == Column::PeriodTo))
        return Column::Ignored;
    return side == Side::To ? onToSide(own) : own;
}

namespace {

// "소속 | 직급 | 성명 | 소속 | 직급": where nothing says which side is meant, the second of a kind is the new one.
void settleTwins(Heads &heads)
{
    for (const Column column : {Column::FromUnit, Column::FromPost, Column::FromTeam, Column::FromBody, Column::Grade}) {
        if (heads.columns.count(column) != 2 || heads.has(onToSide(column)))
            continue;
        heads.columns[heads.columns.lastIndexOf(column)] = onToSide(column);
        heads.isTwoSided = true;
    }
}

} // namespace

Heads findHeads(const Table &table, const TableGrid &grid, int fromRow)
{
    Heads heads;
    for (int row = fromRow; row < table.rows; ++row) {
        if (!isHeadRow(table, grid, row))
            continue;
        heads.firstRow = row;
        heads.rows = 1;
        while (heads.rows < 4 && row + heads.rows < table.rows && continuesHead(table, grid, row + heads.rows))
            ++heads.rows;
        break;
    }
    for (int column = 0; heads.rows > 0 && column < table.columns; ++column) {
        const QStringList path = pathAt(grid, heads.firstRow, heads.rows, column);
        heads.columns.append(columnOf(path));
        const Cell *lowest = grid.at(heads.firstRow + heads.rows - 1, column);
        heads.isDoubtful = heads.isDoubtful || (lowest && namesTwoColumns(lowest->text));
        for (const QString &word : path) {
            heads.isTwoSided = heads.isTwoSided || sideOf(word) != Side::None;
            heads.saysPresent = heads.saysPresent
                || (heads.columns.last() == Column::FromUnit && sideOf(word) == Side::From);
        }
    }
    settleTwins(heads);
    const bool isOrder = heads.has(Column::Name) || (heads.has(Column::EmpNo) && heads.has(Column::Phrase));
    if (heads.rows > 0 && !isOrder && heads.firstRow + heads.rows < table.rows)
        return findHeads(table, grid, heads.firstRow + heads.rows);
    if (!isOrder)
        heads = {};
    return heads;
}

bool repeatsHead(const TableGrid &grid, const Heads &heads, int row)
{
    int same = 0;
    int filled = 0;
    for (int column = 0; column < heads.columns.size(); ++column) {
        const Cell *cell = grid.at(row, column);
        const QString text = cell ? headText(*cell) : QString();
        if (text.isEmpty())
            continue;
        ++filled;
        for (int head = heads.firstRow; head < heads.firstRow + heads.rows; ++head) {
            const Cell *other = grid.at(head, column);
            if (other && headText(*other) == text) {
                ++same;
                break;
            }
        }
    }
    return filled > 0 && same == filled;
}

void inferColumns(const Table &table, const TableGrid &grid, const Words &words, Heads &heads)
{
    if (heads.columns.isEmpty())
        heads.columns = QList<Column>(table.columns, Column::Unknown);
    const int firstRow = heads.firstRow + heads.rows;
    for (int column = 0; column < heads.columns.size(); ++column) {
        if (heads.columns[column] != Column::Unknown)
            continue;
        int filled = 0, grades = 0, names = 0, units = 0, phrases = 0, dates = 0;
        for (int row = firstRow; row < std::min(table.rows, firstRow + 60); ++row) {
            const Cell *cell = grid.at(row, column);
            const QString text = cell ? normalizeForMatch(cell->text) : QString();
            if (text.isEmpty())
                continue;
            const QString last = normalizeForMatch(cell->text.simplified().section(u' ', -1)); // "행정국 총무과"
            ++filled;
            static const QRegularExpression bracket(u"\\(.*\\)"_s);
            static const QRegularExpression verb(u"(?:명함|보함|임함|해제함|면함|처함)"_s);
            // Rows that were not told apart stand in one cell: the first of them tells the column.
            const QString first = normalizeForMatch(cell->text.section(u'\n', 0, 0));
            grades += parseGrade(text) || parseGrade(first);
            names += words.names.contains(QString(text).remove(bracket))
                || words.names.contains(QString(first).remove(bracket));
            units += words.units.contains(QString(text).remove(bracket))
                || words.units.contains(QString(last).remove(bracket));
            phrases += verb.match(text).hasMatch();
            dates += parseKoreanDate(text).has_value();
        }
        const auto most = [filled](int count) { return filled > 0 && 5 * count >= 3 * filled; };
        Column found = Column::Unknown;
        if (most(phrases))
            found = Column::Phrase;
        else if (most(names))
            found = Column::Name;
        else if (most(grades))
            found = heads.has(Column::Grade) ? Column::ToGrade : Column::Grade;
        else if (most(units))
            found = heads.has(Column::FromUnit) ? Column::ToUnit : Column::FromUnit;
        else if (most(dates))
            found = Column::Date;
        if (found != Column::Unknown && !heads.has(found))
            heads.columns[column] = found;
    }
}

} // namespace naru::office
