#include "office/import_rows.h"

#include "core/korean_text.h"

#include <QMap>

namespace naru::office {

namespace {

constexpr int mostErrors = 20;

const Table *firstTable(const Document &document)
{
    for (const Block &block : document.body)
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block))
            return table->get();
    return nullptr;
}

} // namespace

Result<ImportRows> ImportRows::from(const Document &document, const QString &file, const QStringList &required,
                                    const QStringList &optional)
{
    const Table *table = firstTable(document);
    if (!table || table->cells.isEmpty())
        return Error{Error::Kind::Invalid, u"expected a table in '"_s + file + u"' but found none"_s, u"import.head"_s};
    ImportRows rows;
    rows.m_file = file;
    QMap<int, QString> heads;
    QMap<int, Line> lines;
    const int headRow = table->cells.first().row;
    for (const Cell &cell : table->cells) {
        const QString text = cell.text.trimmed();
        if (cell.row == headRow) {
            const QString name = text.toLower();
            if (required.contains(name) || optional.contains(name))
                heads.insert(cell.column, name);
            continue;
        }
        Line &line = lines[cell.row];
        line.number = cell.row + 1;
        if (heads.contains(cell.column) && !text.isEmpty())
            line.values.insert(heads.value(cell.column), text);
    }
    for (const QString &name : required)
        if (!heads.values().contains(name))
            return Error{Error::Kind::Invalid,
                         u"expected a column '"_s + name + u"' in the first row of '"_s + file + u"' but found only "_s
                             + heads.values().join(u", "_s),
                         u"import.head"_s};
    for (const Line &line : std::as_const(lines))
        if (!line.values.isEmpty())
            rows.m_rows.append(line);
    return rows;
}

QString ImportRows::text(qsizetype row, const QString &column) const { return m_rows[row].values.value(column); }

QString ImportRows::required(qsizetype row, const QString &column)
{
    const QString value = text(row, column);
    if (value.isEmpty())
        fail(row, column, u"a value"_s);
    return value;
}

QDate ImportRows::day(qsizetype row, const QString &column, bool isRequired)
{
    const QString value = isRequired ? required(row, column) : text(row, column);
    if (value.isEmpty())
        return {};
    const std::optional<QDate> day = parseKoreanDate(value);
    if (!day)
        fail(row, column, u"a date as 2026-07-29"_s);
    return day.value_or(QDate());
}

QString ImportRows::choice(qsizetype row, const QString &column, const QStringList &choices)
{
    const QString value = required(row, column);
    if (!value.isEmpty() && !choices.contains(value))
        fail(row, column, u"one of "_s + choices.join(u", "_s));
    return value;
}

void ImportRows::fail(qsizetype row, const QString &column, const QString &expected)
{
    ++m_failures;
    if (m_errors.size() < mostErrors)
        m_errors.append(m_file + u": row "_s + QString::number(m_rows[row].number) + u", column '"_s + column
                        + u"': expected "_s + expected + u" but found '"_s + text(row, column) + u'\'');
}

Error ImportRows::error() const
{
    QString text = m_errors.join(u'\n');
    if (m_failures > m_errors.size())
        text += u"\n… and "_s + QString::number(m_failures - m_errors.size()) + u" more"_s;
    return {Error::Kind::Invalid, text, u"import.rows"_s};
}

} // namespace naru::office
