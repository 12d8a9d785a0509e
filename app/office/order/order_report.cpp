#include "office/order/order_report.h"

#include "core/korean_text.h"

#include <QJsonArray>
#include <QTimeZone>

namespace naru::office {

namespace {

void paragraph(Document &document, const QString &style, const QString &text)
{
    document.body.append(Paragraph{text, style, {}});
}

void table(Document &document, const QStringList &heads, const QList<QStringList> &rows)
{
    auto made = std::make_shared<Table>();
    made->rows = static_cast<int>(rows.size()) + 1;
    made->columns = static_cast<int>(heads.size());
    for (int column = 0; column < made->columns; ++column) {
        Cell cell;
        cell.column = column;
        cell.header = true;
        cell.text = heads[column];
        made->cells.append(cell);
    }
    for (int row = 0; row < rows.size(); ++row)
        for (int column = 0; column < made->columns; ++column) {
            Cell cell;
            cell.row = row + 1;
            cell.column = column;
            cell.text = rows[row].value(column);
            made->cells.append(cell);
        }
    document.body.append(std::move(made));
}

QString statusWord(const QString &status)
{
    static const QHash<QString, QString> words{
        {u"ready"_s, u"시행"_s}, {u"question"_s, u"확인할 것"_s}, {u"no_change"_s, u"그대로"_s}, {u"rejected"_s, u"제외"_s}};
    return words.value(status, status);
}

QString placeWord(const Plan &plan, const QJsonObject &line)
{
    const Source source = plan.sources.value(line.value(u"source"_s).toInt());
    const int page = line.value(u"page"_s).toInt();
    const QString at = page ? QString::number(page) + u"쪽"_s : line.value(u"address"_s).toString();
    return plan.sources.size() > 1 ? source.file.section(u'/', -1) + u' ' + at : at;
}

QString reasonsOf(const QJsonObject &line)
{
    QStringList texts;
    for (const QJsonValue &one : line.value(u"reasons"_s).toArray())
        texts.append(one.toObject().value(u"text"_s).toString());
    return texts.join(u' ');
}

QString moment(const QDateTime &utc)
{
    const QDateTime local = utc.toTimeZone(QTimeZone("Asia/Seoul"));
    return koreanDateWithWeekday(local.date()) + u' ' + local.toString(u"HH:mm"_s);
}

void writeHead(Document &document, const Plan &plan, const ReportFacts &facts)
{
    paragraph(document, u"title"_s, u"인사발령 처리 결과 보고"_s);
    QStringList files;
    for (const Source &one : plan.sources)
        files.append(one.file.section(u'/', -1) + u" (SHA-256 "_s + one.sha256.left(16) + u"…)"_s);
    const QJsonObject summary = plan.subject.value(u"summary"_s).toObject();
    const auto count = [&](const QString &key) { return QString::number(summary.value(key).toInt()); };
    table(document, {u"구분"_s, u"내용"_s},
          {{u"발령 문서"_s, files.join(u'\n')},
           {u"계획"_s, plan.id + u" — "_s + facts.state},
           {u"승인 대상(요약값)"_s, facts.digest},
           {u"승인"_s, facts.approver.isEmpty() ? u"아직 없음"_s : facts.approver},
           {u"시행 시각"_s, facts.applied.isValid() ? moment(facts.applied) : u"아직 없음"_s},
           {u"줄"_s, u"시행 "_s + count(u"ready"_s) + u" · 그대로 "_s + count(u"no_change"_s) + u" · 확인할 것 "_s
                + count(u"question"_s) + u" · 제외 "_s + count(u"rejected"_s)},
           {u"변경"_s, u"모두 "_s + grouped(plan.changes.size()) + u"건 (반영 "_s + grouped(facts.written) + u", 예약 "_s
                + grouped(facts.booked) + u')'}});
}

QString fieldWord(const QString &field)
{
    static const QHash<QString, QString> words{
        {u"name"_s, u"성명"_s},      {u"emp_no"_s, u"사번"_s},     {u"unit"_s, u"현 소속"_s},   {u"grade"_s, u"직급"_s},
        {u"kind"_s, u"종류"_s},      {u"phrase"_s, u"발령사항"_s}, {u"to_unit"_s, u"발령 소속"_s}, {u"to_grade"_s, u"발령 직급"_s},
        {u"outside"_s, u"기관"_s},   {u"date"_s, u"발령일"_s},     {u"until"_s, u"기한"_s}};
    return words.value(field, field);
}

// What a person read otherwise than the machine, or confirmed: who and when, and where it stands.
void writeCorrections(Document &document, const Plan &plan)
{
    QList<QStringList> rows;
    for (const QJsonValue &one : plan.subject.value(u"corrections"_s).toArray()) {
        const QJsonObject typed = one.toObject();
        QDateTime at;
        fromValue(typed.value(u"at"_s), at);
        const Provenance place = provenanceFromJson(typed);
        rows.append({QString::number(typed.value(u"line"_s).toInt()), fieldWord(typed.value(u"field"_s).toString()),
                     typed.value(u"read"_s).toString(), typed.value(u"typed"_s).toString(),
                     QString::number(static_cast<int>(place.confidence * 100)) + u'%',
                     typed.value(u"by"_s).toString() + (at.isValid() ? u'\n' + moment(at) : QString()), placeWord(plan, typed)});
    }
    if (rows.isEmpty())
        return;
    paragraph(document, u"heading"_s, u"3. 사람이 읽어 고친 것"_s);
    table(document, {u"줄"_s, u"항목"_s, u"읽은 것"_s, u"고친 것"_s, u"신뢰도"_s, u"누가·언제"_s, u"근거"_s}, rows);
}

} // namespace

Document reportOf(const Plan &plan, const ReportFacts &facts)
{
    Document document;
    document.format = u"report"_s;
    document.title = u"인사발령 처리 결과 보고"_s;
    writeHead(document, plan, facts);
    QList<QStringList> done, open;
    for (const QJsonValue &one : plan.subject.value(u"lines"_s).toArray()) {
        const QJsonObject line = one.toObject();
        const QString number = QString::number(line.value(u"line"_s).toInt());
        const QString status = line.value(u"status"_s).toString();
        const QString who = line.value(u"name"_s).toString() + u'\n' + line.value(u"emp_no"_s).toString();
        if (status == u"ready"_s || status == u"no_change"_s) {
            QStringList effects;
            for (const QJsonValue &effect : line.value(u"effects"_s).toArray())
                effects.append(effect.toString());
            const QDate day = QDate::fromString(line.value(u"effective"_s).toString(), Qt::ISODate);
            done.append({number, who, line.value(u"kind"_s).toString(), koreanDate(day),
                         status == u"ready"_s ? effects.join(u'\n') : reasonsOf(line), placeWord(plan, line)});
        } else {
            open.append({number, who, statusWord(status), reasonsOf(line), line.value(u"text"_s).toString(),
                         placeWord(plan, line)});
        }
    }
    paragraph(document, u"heading"_s, u"1. 바뀐 것"_s);
    if (done.isEmpty())
        paragraph(document, u"body"_s, u"바뀐 것이 없습니다."_s);
    else
        table(document, {u"줄"_s, u"성명·사번"_s, u"종류"_s, u"발령일"_s, u"바뀐 것"_s, u"근거"_s}, done);
    paragraph(document, u"heading"_s, u"2. 남겨 둔 것"_s);
    if (open.isEmpty())
        paragraph(document, u"body"_s, u"남겨 둔 것이 없습니다."_s);
    else
        table(document, {u"줄"_s, u"성명·사번"_s, u"상태"_s, u"까닭"_s, u"원문"_s, u"근거"_s}, open);
    writeCorrections(document, plan);
    paragraph(document, u"right"_s, u"작성: "_s + koreanDateWithWeekday(facts.today) + u" 나루"_s);
    return document;
}

} // namespace naru::office
