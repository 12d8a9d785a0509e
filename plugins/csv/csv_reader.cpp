#include "csv_reader.h"

#include "delimited_text.h"
#include "formula_guard.h"
#include "plain_text.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace naru {

namespace {

constexpr double leastAgreement = 0.6;
constexpr qsizetype sampleSize = 64 << 10;

// Goes through the records of the bytes; what to do with one says whether to go on.
using TakeRecord = std::function<bool(int row, const QStringList &fields)>;

Status eachRecord(const QByteArray &bytes, const ReadLimits &limits, const TakeRecord &take)
{
    if (bytes.size() > limits.bytes)
        return Error{Error::Kind::Invalid,
                     u"expected at most "_s + QString::number(limits.bytes) + u" bytes but the file has "_s
                         + QString::number(bytes.size()),
                     u"limit.bytes"_s};
    const Result<QString> text = decodeText(bytes);
    if (!text)
        return text.error();
    DelimitedText records(*text, sniffSeparator(*text).separator);
    qint64 cells = 0;
    QStringList fields;
    while (records.next(fields)) {
        cells += fields.size();
        if (cells > limits.cells)
            return Error{Error::Kind::Invalid,
                         u"expected at most "_s + QString::number(limits.cells) + u" cells but row "_s
                             + QString::number(records.row()) + u" has more"_s,
                         u"limit.cells"_s};
        if (records.row() == 1 && hasSeparatorLine(*text))
            fields = {QString()};
        for (QString &field : fields)
            field = unguarded(field);
        if (!take(records.row(), fields))
            return {};
    }
    if (records.isUnclosed())
        return Error{Error::Kind::Invalid,
                     u"expected the quotes of row "_s + QString::number(records.row()) + u" to be closed but the text ends"_s,
                     u"csv.quote"_s};
    return {};
}

Cell cellOf(int row, int column, const QString &text)
{
    Cell cell;
    cell.row = row - 1;
    cell.column = column;
    cell.text = text;
    cell.place.address = u"row "_s + QString::number(row);
    if (!text.isEmpty()) {
        cell.value.kind = Value::Kind::Text;
        cell.value.text = text;
    }
    return cell;
}

bool isMarkup(QByteArrayView bytes)
{
    constexpr std::array<QByteArrayView, 6> magics{"%PDF", "PK\x03\x04", "\xd0\xcf\x11\xe0", "{\\rtf", "\x89PNG", "GIF8"};
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
    if (first == bytes.end() || *first == '<')
        return true;
    return std::any_of(magics.begin(), magics.end(), [&](QByteArrayView magic) { return bytes.startsWith(magic); });
}

} // namespace

Result<Document> readCsv(const QByteArray &bytes, const ReadLimits &limits)
{
    auto table = std::make_shared<Table>();
    QList<qsizetype> ends; // where each row ends in the table's cells
    int ragged = 0; // the first row that is not as long as the first
    const Status status = eachRecord(bytes, limits, [&](int row, const QStringList &fields) {
        const int count = int(fields.size());
        const bool blank = count == 1 && fields[0].isEmpty();
        if (!blank && table->columns && count != table->columns && !ragged)
            ragged = row;
        table->columns = std::max(table->columns, count);
        for (int column = 0; column < count; ++column)
            table->cells.append(cellOf(row, column, fields[column]));
        ends.append(table->cells.size());
        return true;
    });
    if (!status)
        return status.error();
    table->rows = int(ends.size());
    if (qint64(table->rows) * table->columns > limits.cells)
        return Error{Error::Kind::Invalid, u"expected at most "_s + QString::number(limits.cells) + u" cells but there are more"_s,
                     u"limit.cells"_s};

    // Short rows are filled up, so that every place of the grid is a cell.
    QList<Cell> cells;
    cells.reserve(qsizetype(table->rows) * table->columns);
    for (int row = 0; row < table->rows; ++row) {
        const qsizetype begin = row ? ends[row - 1] : 0;
        for (int column = 0; column < table->columns; ++column)
            cells.append(begin + column < ends[row] ? table->cells[begin + column] : cellOf(row + 1, column, {}));
    }
    table->cells = std::move(cells);

    Document document;
    document.format = u"csv"_s;
    document.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    if (ragged)
        document.diagnostics.append(
            {u"csv.ragged"_s, u"expected rows of one length but row "_s + QString::number(ragged) + u" differs"_s, 0});
    document.body.append(table);
    return document;
}

Result<int> visitCsv(const QByteArray &bytes, const ReadLimits &limits, const VisitCell &visit)
{
    int cells = 0;
    const Status status = eachRecord(bytes, limits, [&](int row, const QStringList &fields) {
        for (int column = 0; column < fields.size(); ++column) {
            const QString &text = fields[column];
            if (text.isEmpty())
                continue;
            ++cells;
            if (!visit({}, StreamCell{row - 1, column, text, {Value::Kind::Text, text, {}, {}}}))
                return false;
        }
        return true;
    });
    if (!status)
        return status.error();
    return cells;
}

bool looksDelimited(const QByteArray &bytes)
{
    if (isMarkup(bytes))
        return false;
    QByteArray sample = bytes.first(std::min(bytes.size(), sampleSize));
    if (sample.size() < bytes.size()) { // end with a line, not within a character; in UTF-16 a line end has two bytes
        const qsizetype stop = sample.lastIndexOf('\n') + 1;
        sample.truncate(sample.startsWith("\xff\xfe") ? stop + stop % 2 : sample.startsWith("\xfe\xff") ? stop - stop % 2 : stop);
    }
    const Result<QString> text = decodeText(sample);
    if (!text)
        return false;
    const bool binary = std::any_of(text->begin(), text->end(), [](QChar c) {
        return c < u' ' && c != u'\t' && c != u'\n' && c != u'\r' && c != u'\f';
    });
    const Separation separation = sniffSeparator(*text);
    return !binary && separation.columns > 1 && separation.agreement >= leastAgreement;
}

} // namespace naru
