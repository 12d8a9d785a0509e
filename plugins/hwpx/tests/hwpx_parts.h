// Hand-made HWPX packages and documents for the tests.
#pragma once

#include "core/document.h"
#include "core/zip_archive.h"

#include <functional>

namespace naru::parts {

inline const QString declaration = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"_s;
inline const QString spaces = u" xmlns:hp=\"p\" xmlns:hs=\"s\" xmlns:hh=\"h\" xmlns:opf=\"o\""_s;

using Parts = QList<std::pair<QString, QByteArray>>;

inline QByteArray zipOf(const Parts &parts)
{
    ZipWriter zip;
    for (const auto &[name, bytes] : parts)
        zip.add(name, bytes, name == u"mimetype"_s ? ZipWriter::Packing::Stored : ZipWriter::Packing::Deflated);
    const Result<QByteArray> bytes = zip.finish();
    return bytes ? *bytes : QByteArray();
}

inline QByteArray section(const QString &body)
{
    return (declaration + u"<hs:sec"_s + spaces + u'>' + body + u"</hs:sec>"_s).toUtf8();
}

// The package of a document with these sections, in this order.
Parts partsOf(const QStringList &sections)
{
    QString items;
    QString spine;
    Parts parts{{u"mimetype"_s, "application/hwp+zip"}, {u"Contents/header.xml"_s, "<head/>"}};
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const QString name = u"section%1"_s.arg(i);
        items += u"<opf:item id=\"%1\" href=\"Contents/%1.xml\"/>"_s.arg(name);
        spine += u"<opf:itemref idref=\"%1\"/>"_s.arg(name);
        parts.append({u"Contents/%1.xml"_s.arg(name), section(sections[i])});
    }
    parts.append({u"Contents/content.hpf"_s,
                  (declaration + u"<opf:package"_s + spaces + u"><opf:manifest>"_s + items
                   + u"</opf:manifest><opf:spine>"_s + spine + u"</opf:spine></opf:package>"_s)
                      .toUtf8()});
    return parts;
}

inline QByteArray hwpx(const QString &body)
{
    return zipOf(partsOf({body}));
}

inline QString p(const QString &inside)
{
    return u"<hp:p><hp:run>"_s + inside + u"</hp:run></hp:p>"_s;
}
inline QString t(const QString &text)
{
    return u"<hp:t>"_s + text + u"</hp:t>"_s;
}
inline QString tc(int row, int column, const QString &inside, int rowSpan = 1, int columnSpan = 1)
{
    return u"<hp:tc name=\"\" header=\"0\"><hp:subList>%1</hp:subList><hp:cellAddr colAddr=\"%3\" rowAddr=\"%2\"/>"
           u"<hp:cellSpan colSpan=\"%5\" rowSpan=\"%4\"/></hp:tc>"_s.arg(inside)
               .arg(row)
               .arg(column)
               .arg(rowSpan)
               .arg(columnSpan);
}
inline QString tbl(int rows, int columns, const QString &inside)
{
    return u"<hp:tbl rowCnt=\"%1\" colCnt=\"%2\">%3</hp:tbl>"_s.arg(rows).arg(columns).arg(inside);
}

inline Cell cellOf(int row, int column, const QString &text, int rowSpan = 1, int columnSpan = 1)
{
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.rowSpan = rowSpan;
    cell.columnSpan = columnSpan;
    cell.text = text;
    return cell;
}

inline const Table &tableAt(const Document &document, qsizetype at)
{
    return *std::get<std::shared_ptr<Table>>(document.body.at(at));
}
inline const Paragraph &paragraphAt(const Document &document, qsizetype at)
{
    return std::get<Paragraph>(document.body.at(at));
}

// A city's order: title, text, a table with a merged two-row head, a nested table, and what needs escaping.
inline Document orderDocument(int lines)
{
    auto table = std::make_shared<Table>();
    table->columns = 5;
    table->caption = u"인사발령 명부 <2026>"_s;
    table->cells = {cellOf(0, 0, u"연번"_s, 2),     cellOf(0, 1, u"소속"_s, 1, 2), cellOf(0, 3, u"성명"_s, 2),
                    cellOf(0, 4, u"발령사항"_s, 2), cellOf(1, 1, u"현"_s),         cellOf(1, 2, u"발령"_s)};
    for (Cell &cell : table->cells)
        cell.header = true;
    for (int i = 0; i < lines; ++i) {
        const int row = i + 2;
        table->cells.append({cellOf(row, 0, QString::number(i + 1)), cellOf(row, 1, u"정보화담당관"_s),
                             cellOf(row, 2, u"재정관리담당관"_s), cellOf(row, 3, u"이민수\n(李民秀)"_s),
                             cellOf(row, 4, u"전보\t<승진 & \"겸임\">"_s)});
    }
    table->rows = lines + 2;
    auto nested = std::make_shared<Table>();
    nested->rows = 1;
    nested->columns = 2;
    nested->cells = {cellOf(0, 0, u"가"_s), cellOf(0, 1, u"나"_s)};
    auto sign = std::make_shared<Table>();
    sign->rows = sign->columns = 1;
    sign->cells = {cellOf(0, 0, u"결재\n가\t나"_s)};
    sign->cells.first().fieldName = u"결재란"_s;
    sign->cells.first().blocks = {Paragraph{u"결재"_s, {}, {}}, nested};
    Document document;
    document.title = u"인사발령 통지"_s;
    document.body = {Paragraph{u"인사발령 통지"_s, u"title"_s, {}},
                     Paragraph{u"2026. 7. 29.자"_s, u"right"_s, {}},
                     Paragraph{u"1. 발령사항"_s, u"heading"_s, {}},
                     Paragraph{u"다음과 같이\n임용한다\t& <끝>"_s, u"body"_s, {}},
                     table,
                     Paragraph{},
                     sign,
                     Paragraph{u"○○시장"_s, u"center"_s, {}}};
    return document;
}

} // namespace naru::parts
