// Hand-made OpenDocument packages for the tests.
#pragma once

#include "core/zip_archive.h"

namespace naru::packages {

inline const QByteArray spaces =
    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
    " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
    " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:calcext='urn:calcext'";

inline QByteArray packed(const QByteArray &type, const QByteArray &content,
                         const QList<std::pair<QString, QByteArray>> &others = {},
                         ZipWriter::Packing packing = ZipWriter::Packing::Stored)
{
    ZipWriter zip;
    zip.add(u"mimetype"_s, type, packing);
    zip.add(u"content.xml"_s, content);
    for (const auto &[name, bytes] : others)
        zip.add(name, bytes);
    const Result<QByteArray> bytes = zip.finish();
    return bytes ? *bytes : QByteArray();
}

inline QByteArray content(const QByteArray &kind, const QByteArray &body, const QByteArray &styles = {})
{
    return "<?xml version='1.0' encoding='UTF-8'?><office:document-content" + spaces + "><office:automatic-styles>"
        + styles + "</office:automatic-styles><office:body><office:" + kind + '>' + body + "</office:" + kind
        + "></office:body></office:document-content>";
}

inline QByteArray ods(const QByteArray &tables, const QByteArray &styles = {})
{
    return packed("application/vnd.oasis.opendocument.spreadsheet", content("spreadsheet", tables, styles));
}
inline QByteArray sheet(const QByteArray &rows, const QByteArray &attributes = "table:name='Sheet1'")
{
    return "<table:table " + attributes + '>' + rows + "</table:table>";
}
inline QByteArray row(const QByteArray &cells, const QByteArray &attributes = {})
{
    return "<table:table-row " + attributes + '>' + cells + "</table:table-row>";
}
inline QByteArray cell(const QByteArray &text, const QByteArray &attributes = "office:value-type='string'")
{
    return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}

inline QByteArray odt(const QByteArray &body, const QByteArray &styles = {},
                      const QList<std::pair<QString, QByteArray>> &others = {})
{
    return packed("application/vnd.oasis.opendocument.text", content("text", body, styles), others);
}

} // namespace naru::packages
