#include "csv_writer.h"

#include "formula_guard.h"

#include <algorithm>
#include <utility>

namespace naru {

namespace {

QByteArray field(const QString &text)
{
    const QString safe = guarded(text);
    const bool plain = std::none_of(safe.begin(), safe.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r' || c == u'\t' || c == u';';
    });
    if (plain && safe.trimmed() == safe && safe == text)
        return safe.toUtf8();
    return u'"' + QString(safe).replace(u'"', u"\"\""_s).toUtf8() + '"';
}

QString textOf(const Cell &cell)
{
    if (!cell.text.isEmpty() || cell.blocks.isEmpty())
        return cell.text;
    Document inside;
    inside.body = cell.blocks;
    return plainText(inside).trimmed();
}

void writeTable(const Table &table, QByteArray &bytes)
{
    int row = 0;
    int column = 0;
    const auto goTo = [&](int toRow, int toColumn) {
        for (; row < toRow; ++row, column = 0)
            bytes += QByteArray(std::max(0, table.columns - 1 - column), ',') + "\r\n";
        for (; column < toColumn; ++column)
            bytes += ',';
    };
    for (const Cell &cell : table.cells) {
        goTo(cell.row, cell.column);
        bytes += field(textOf(cell));
    }
    goTo(table.rows, 0);
}

} // namespace

QByteArray writeCsv(const Document &document)
{
    QByteArray bytes("\xef\xbb\xbf");
    bool afterTable = false;
    for (const Block &block : document.body) {
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block)) {
            if (std::exchange(afterTable, true))
                bytes += "\r\n";
            writeTable(**table, bytes);
        } else {
            bytes += field(std::get<Paragraph>(block).text) + "\r\n";
        }
    }
    return bytes;
}

} // namespace naru
