// A city office of a few units and people, small enough to be read, for the tests of personnel orders. The order is
// received on 2026-07-20; the reorganisation was on 2026-07-01.
#pragma once

#include "office/order/order_plan.h"

namespace naru::office::tiny {

inline const QDate received(2026, 7, 20);
inline const QDate effective(2026, 7, 29);

inline void addUnit(OfficeState &state, const QString &code, const QString &name, const QString &level,
                    const QString &parent, const QString &nature = u"본청"_s, QDate from = QDate(2015, 1, 1), QDate to = {},
                    const QStringList &predecessors = {})
{
    state.units.append({code, name, nature, level, parent, from, to, predecessors});
}

inline void addPerson(OfficeState &state, const QString &empNo, const QString &name, const QString &grade,
                      const QString &unit, const QString &post = u"담당"_s)
{
    state.persons.append({empNo, name, {}, {}, QDate(2020, 1, 1)});
    Assignment main;
    main.id = empNo + u"-1"_s;
    main.person = empNo;
    main.nature = u"본직"_s;
    main.unit = unit;
    main.post = post;
    main.grade = grade;
    main.validFrom = QDate(2024, 1, 1);
    state.assignments.append(main);
    state.accounts.append({u"u"_s + empNo, empNo, u"사용"_s, {}});
}

inline void addSecond(OfficeState &state, const QString &empNo, const QString &nature, const QString &unit,
                      const QString &post = {}, const QString &outside = {})
{
    Assignment second;
    second.id = empNo + u"-2"_s;
    second.person = empNo;
    second.nature = nature;
    second.unit = unit;
    second.post = post;
    second.outside = outside;
    second.validFrom = QDate(2025, 1, 1);
    state.assignments.append(second);
}

inline void addUnits(OfficeState &state)
{
    const QDate eve(2026, 6, 30);
    const QDate day(2026, 7, 1);
    addUnit(state, u"A1"_s, u"행정국"_s, u"실국"_s, {});
    addUnit(state, u"A11"_s, u"총무과"_s, u"과"_s, u"A1"_s);
    addUnit(state, u"A111"_s, u"인사팀"_s, u"팀"_s, u"A11"_s);
    addUnit(state, u"A112"_s, u"서무팀"_s, u"팀"_s, u"A11"_s);
    addUnit(state, u"A12"_s, u"시민봉사과"_s, u"과"_s, u"A1"_s);
    addUnit(state, u"A121"_s, u"서무팀"_s, u"팀"_s, u"A12"_s);
    addUnit(state, u"A13"_s, u"정보화담당관"_s, u"과"_s, {});
    addUnit(state, u"A2"_s, u"교통국"_s, u"실국"_s, {}, u"본청"_s, QDate(2015, 1, 1), eve);
    addUnit(state, u"A21"_s, u"대중교통과"_s, u"과"_s, u"A2"_s, u"본청"_s, QDate(2015, 1, 1), eve);
    addUnit(state, u"A22"_s, u"도로철도과"_s, u"과"_s, u"A2"_s, u"본청"_s, QDate(2015, 1, 1), eve);
    addUnit(state, u"A31"_s, u"문화예술과"_s, u"과"_s, u"A1"_s, u"본청"_s, QDate(2015, 1, 1), eve);
    addUnit(state, u"A32"_s, u"관광과"_s, u"과"_s, u"A1"_s, u"본청"_s, QDate(2015, 1, 1), eve);
    addUnit(state, u"A4"_s, u"혁신추진단"_s, u"과"_s, {}, u"본청"_s, QDate(2015, 1, 1), eve);
    addUnit(state, u"B2"_s, u"교통정책국"_s, u"실국"_s, {}, u"본청"_s, day, {}, {u"A2"_s});
    addUnit(state, u"B21"_s, u"대중교통정책과"_s, u"과"_s, u"B2"_s, u"본청"_s, day, {}, {u"A21"_s});
    addUnit(state, u"B22"_s, u"도로과"_s, u"과"_s, u"B2"_s, u"본청"_s, day, {}, {u"A22"_s});
    addUnit(state, u"B221"_s, u"도로팀"_s, u"팀"_s, u"B22"_s, u"본청"_s, day);
    addUnit(state, u"B23"_s, u"철도과"_s, u"과"_s, u"B2"_s, u"본청"_s, day, {}, {u"A22"_s});
    addUnit(state, u"B231"_s, u"철도팀"_s, u"팀"_s, u"B23"_s, u"본청"_s, day);
    addUnit(state, u"B31"_s, u"문화관광과"_s, u"과"_s, u"A1"_s, u"본청"_s, day, {}, {u"A31"_s, u"A32"_s});
    addUnit(state, u"F1"_s, u"미래전략담당관"_s, u"과"_s, {}, u"본청"_s, QDate(2026, 8, 1));
    addUnit(state, u"S1"_s, u"상수도사업본부"_s, u"기관"_s, {}, u"사업소"_s);
    addUnit(state, u"S11"_s, u"총무과"_s, u"과"_s, u"S1"_s, u"사업소"_s);
    addUnit(state, u"S12"_s, u"시설과"_s, u"과"_s, u"S1"_s, u"사업소"_s);
    addUnit(state, u"T1"_s, u"건설본부"_s, u"기관"_s, {}, u"사업소"_s);
    addUnit(state, u"T11"_s, u"시설과"_s, u"과"_s, u"T1"_s, u"사업소"_s);
}

inline OfficeState office()
{
    OfficeState state;
    addUnits(state);
    addPerson(state, u"1001"_s, u"이민수"_s, u"지방행정주사"_s, u"A13"_s);
    addPerson(state, u"1002"_s, u"김하나"_s, u"지방행정주사보"_s, u"A11"_s);
    addPerson(state, u"1003"_s, u"김하나"_s, u"지방행정주사보"_s, u"A12"_s); // the same grade, elsewhere
    addPerson(state, u"1004"_s, u"박서준"_s, u"지방행정서기"_s, u"A12"_s);
    addPerson(state, u"1005"_s, u"박서준"_s, u"지방행정서기보"_s, u"A12"_s); // the same unit, another grade
    addPerson(state, u"1006"_s, u"최윤"_s, u"지방행정서기관"_s, u"A11"_s, u"과장"_s);
    addPerson(state, u"1007"_s, u"정가온"_s, u"지방세무서기"_s, u"A21"_s); // whose unit was renamed
    addPerson(state, u"1008"_s, u"한지우"_s, u"지방행정서기보시보"_s, u"A12"_s);
    addPerson(state, u"1009"_s, u"오세린"_s, u"지방행정주사"_s, u"A112"_s, u"팀장"_s);
    addPerson(state, u"1010"_s, u"윤도현"_s, u"지방공업주사보(일반임기제)"_s, u"S12"_s);
    return state;
}

// One table, its first row the head; a cell after another with '|' between.
inline Document table(const QStringList &rows)
{
    auto table = std::make_shared<Table>();
    for (const QString &row : rows) {
        const QStringList texts = row.split(u'|');
        for (qsizetype column = 0; column < texts.size(); ++column) {
            Cell cell;
            cell.row = table->rows;
            cell.column = static_cast<int>(column);
            cell.text = texts[column].trimmed().replace(u'/', u'\n');
            cell.place.address = u"Sheet1!"_s + QChar(u'A' + static_cast<char16_t>(column)) + QString::number(cell.row + 1);
            table->cells.append(cell);
        }
        table->columns = std::max(table->columns, static_cast<int>(texts.size()));
        ++table->rows;
    }
    Document document;
    document.format = u"xlsx"_s;
    document.body.append(table);
    return document;
}

inline Document text(const QStringList &lines)
{
    Document document;
    document.format = u"hwpx"_s;
    for (const QString &line : lines)
        document.body.append(Paragraph{line, {}, {}});
    return document;
}

// The same as a scan's reader would give it.
inline Document scanned(Document document, Confidence confidence)
{
    document.format = u"scan"_s;
    for (Block &block : document.body) {
        if (auto *paragraph = std::get_if<Paragraph>(&block)) {
            paragraph->place.method = Provenance::Method::Ocr;
            paragraph->place.confidence = confidence;
            continue;
        }
        Table &table = *std::get<std::shared_ptr<Table>>(block);
        table.detection = Table::Detection::OcrLattice;
        for (Cell &cell : table.cells) {
            cell.place.method = Provenance::Method::Ocr;
            cell.place.confidence = confidence;
        }
    }
    return document;
}

inline Result<Plan> plan(const QList<Document> &documents, const OfficeState &state, const QJsonArray &answers = {},
                         QDate on = received)
{
    const Directory directory(state);
    OrderRequest request;
    for (const Document &one : documents) {
        const QString name = QString::number(request.sources.size());
        request.sources.append({Source{u"order"_s + name, QString(63, u'0') + name, one.format, 1, {}}, one});
    }
    request.received = on;
    request.maker = u"1001"_s;
    request.answers = answers;
    return planOrder(request, directory);
}

// "ready 전보 1001 A11": what the contract says of each line, '-' for null.
inline QStringList outcomes(const Plan &plan)
{
    QStringList out;
    for (const QJsonValue &one : plan.subject.value(u"lines"_s).toArray()) {
        QStringList words;
        for (const QString &field : {u"status"_s, u"kind"_s, u"emp_no"_s, u"to_unit"_s}) {
            const QString text = one[field].toString();
            words.append(text.isEmpty() ? u"-"_s : text);
        }
        out.append(words.join(u' '));
    }
    return out;
}

// "update assignment:1001-1 2026-07-29 valid_to=2026-07-28", one for each field of each change.
inline QStringList changes(const Plan &plan)
{
    QStringList out;
    for (const Change &change : plan.changes)
        for (const FieldChange &field : change.fields)
            out.append(toString(change.verb) + u' ' + change.record.toString() + u' '
                       + change.effective.toString(Qt::ISODate) + u' ' + field.field + u'=' + field.after.toString());
    return out;
}

inline QStringList reasonCodes(const Plan &plan, int line)
{
    QStringList codes;
    for (const QJsonValue &one : plan.subject.value(u"lines"_s).toArray().at(line - 1)[u"reasons"_s].toArray())
        codes.append(one[u"code"_s].toString());
    return codes;
}

} // namespace naru::office::tiny
