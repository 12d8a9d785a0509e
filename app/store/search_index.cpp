#include "store/search_index.h"

#include "store/grams.h"

#include <QSet>

#include <algorithm>

namespace naru::store {

namespace {

enum class Origin { Record = 0, Text = 1 };

struct Item {
    qint64 id = 0;
    QString title;
    QString text;
};

// How titles are compared as a whole.
QString keyOf(const QString &title) { return title.simplified().toCaseFolded(); }

Result<std::optional<Item>> itemOf(Connection &connection, const RecordRef &record, Origin origin)
{
    Result<Statement> statement =
        connection.prepare("SELECT id, title, text FROM naru_search_item WHERE record = ? AND origin = ?");
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->with(record.toString(), static_cast<int>(origin)).step();
    if (!stepped)
        return stepped.error();
    if (!*stepped)
        return std::optional<Item>();
    return std::optional(Item{statement->whole(0), statement->text(1), statement->text(2)});
}

// The index keeps no text: what was put in is told again to take it out.
Status changeGrams(Connection &connection, const Item &item, bool add)
{
    Result<Statement> statement = connection.prepare(
        add ? "INSERT INTO naru_search(rowid, title, text, title_initials, text_initials) VALUES (?, ?, ?, ?, ?)"
            : "INSERT INTO naru_search(naru_search, rowid, title, text, title_initials, text_initials)"
              " VALUES ('delete', ?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    return statement
        ->with(item.id, gramsOf(item.title), gramsOf(item.text), initialGramsOf(item.title), initialGramsOf(item.text))
        .run();
}

Status removeItem(Connection &connection, qint64 id)
{
    Result<Statement> statement = connection.prepare("DELETE FROM naru_search_item WHERE id = ?");
    if (!statement)
        return statement.error();
    return statement->with(id).run();
}

Status writeItem(Connection &connection, const RecordRef &record, Origin origin, Item &item)
{
    Result<Statement> statement = connection.prepare(
        "INSERT INTO naru_search_item(record, origin, title, text, key) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (record, origin) DO UPDATE SET title = excluded.title, text = excluded.text, key = excluded.key");
    if (!statement)
        return statement.error();
    const Status written =
        statement->with(record.toString(), static_cast<int>(origin), item.title, item.text, keyOf(item.title)).run();
    if (written && item.id == 0)
        item.id = connection.lastRow();
    return written;
}

// Replaces what is indexed of many records: first the texts, then the grams all at once.
class Batch {
public:
    explicit Batch(Connection &connection)
        : m_connection(connection)
    {
    }

    // Takes the record out where `item` is null.
    Status put(const RecordRef &record, Origin origin, const Item *item)
    {
        constexpr qsizetype most = 1000;
        const QString name = record.toString();
        if (m_names.contains(name) || m_names.size() >= most) {
            const Status finished = finish();
            if (!finished)
                return finished;
        }
        m_names.insert(name);
        const Result<std::optional<Item>> old = itemOf(m_connection, record, origin);
        if (!old)
            return old.error();
        if (old->has_value())
            m_old.append(**old);
        if (!item)
            return old->has_value() ? removeItem(m_connection, (*old)->id) : Status();
        Item fresh{old->has_value() ? (*old)->id : 0, composed(item->title), composed(item->text)};
        const Status written = writeItem(m_connection, record, origin, fresh);
        m_fresh.append(fresh);
        return written;
    }

    Status finish()
    {
        Status done;
        for (const Item &one : std::as_const(m_old))
            if (done)
                done = changeGrams(m_connection, one, false);
        for (const Item &one : std::as_const(m_fresh))
            if (done)
                done = changeGrams(m_connection, one, true);
        m_names.clear();
        m_old.clear();
        m_fresh.clear();
        return done;
    }

private:
    Connection &m_connection;
    QSet<QString> m_names;
    QList<Item> m_old;
    QList<Item> m_fresh;
};

// The field that names a record: its name or title, else the first that is searched.
const Field *titleField(const RecordTable &table)
{
    const Field *first = nullptr;
    for (const Field &field : table.fields) {
        if (!field.searched)
            continue;
        if (field.name == u"name" || field.name == u"title")
            return &field;
        if (!first)
            first = &field;
    }
    return first;
}

QString shown(const QJsonValue &value)
{
    if (!value.isArray())
        return value.isString() ? value.toString() : value.isNull() ? QString() : QString::number(value.toInteger());
    QStringList texts;
    fromValue(value, texts);
    return texts.join(u'\n');
}

Item itemOfRow(const RecordTable &table, const Field &title, const Row &row)
{
    Item item{0, shown(row.value(title.name)), {}};
    QStringList texts;
    for (const Field &field : table.fields)
        if (field.searched && field.name != title.name && row.contains(field.name))
            texts.append(shown(row.value(field.name)));
    item.text = texts.join(u'\n');
    return item;
}

// ---- asking

// A query in the words of FTS5.
struct Question {
    QStringList words;
    QString inTitle;
    QString anywhere;
};

Question questionOf(const QString &query)
{
    Question question{wordsOf(query), {}, {}};
    QStringList inTitle;
    QStringList anywhere;
    for (const QString &word : std::as_const(question.words)) {
        const Probe probe = probeOf(word);
        const QString phrase = u'"' + probe.grams + (probe.isPrefix ? u"\" *"_s : u"\""_s);
        inTitle.append((probe.isInitials ? u"title_initials : "_s : u"title : "_s) + phrase);
        anywhere.append((probe.isInitials ? u"{title_initials text_initials} : "_s : u"{title text} : "_s) + phrase);
    }
    question.inTitle = inTitle.join(u" AND "_s);
    question.anywhere = anywhere.join(u" AND "_s);
    return question;
}

// The text around the first match, every match marked.
QString snippetOf(const QString &text, const QStringList &words)
{
    constexpr qsizetype around = 40;
    qsizetype first = text.size();
    for (const QString &word : words) {
        const qsizetype at = matchAt(text, word);
        first = at >= 0 ? std::min(first, at) : first;
    }
    if (first == text.size())
        return text.left(2 * around);
    const qsizetype start = std::max<qsizetype>(0, first - around);
    const QString part = text.mid(start, 3 * around);
    QList<bool> marked(part.size(), false);
    for (const QString &word : words)
        for (qsizetype at = matchAt(part, word); at >= 0; at = matchAt(part, word, at + word.size()))
            std::fill_n(marked.begin() + at, std::min(word.size(), part.size() - at), true);
    QString out;
    for (qsizetype i = 0; i <= part.size(); ++i) {
        const bool was = i > 0 && marked[i - 1];
        const bool is = i < part.size() && marked[i];
        if (was != is)
            out += is ? QChar(2) : QChar(3);
        if (i < part.size())
            out += part[i] == u'\n' ? u' ' : part[i];
    }
    return out;
}

// Collects hits, each record once, until there are enough.
class Hits {
public:
    Hits(const QStringList &words, int limit)
        : m_words(words)
        , m_limit(limit)
    {
    }

    bool isFull() const { return m_limit > 0 && m_hits.size() >= m_limit; }
    const QList<SearchHit> &found() const { return m_hits; }

    // Takes the rows (id, record, title, text) that match indeed.
    Status take(Statement &rows)
    {
        while (!isFull()) {
            const Result<bool> stepped = rows.step();
            if (!stepped)
                return stepped.error();
            if (!*stepped)
                return {};
            consider(rows);
        }
        return {};
    }

private:
    void consider(const Statement &row)
    {
        const QString record = row.text(1);
        if (m_seen.contains(record))
            return;
        const QString title = row.text(2);
        const QString text = row.text(3);
        for (const QString &word : m_words)
            if (!matches(title, word) && !matches(text, word))
                return;
        m_seen.insert(record);
        const bool isInText = std::any_of(m_words.begin(), m_words.end(), [&](const QString &word) { return matches(text, word); });
        m_hits.append({RecordRef::fromString(record), title, snippetOf(isInText ? text : title, m_words)});
    }

    QStringList m_words;
    int m_limit;
    QSet<QString> m_seen;
    QList<SearchHit> m_hits;
};

Status ask(Connection &connection, const QByteArray &from, const QList<QString> &values, Hits &hits)
{
    if (hits.isFull())
        return {};
    Result<Statement> rows = connection.prepare("SELECT item.id, item.record, item.title, item.text FROM " + from);
    if (!rows)
        return rows.error();
    for (int i = 0; i < values.size(); ++i)
        rows->bind(i, values[i]);
    return hits.take(*rows);
}

} // namespace

Status SearchIndex::putRecords(Connection &connection, const QList<RecordRef> &records) const
{
    Batch batch(connection);
    for (const RecordRef &record : records) {
        const Result<const RecordTable *> table = m_tables->table(record.kind);
        if (!table)
            return table.error();
        const Field *title = titleField(**table);
        if (!title)
            continue;
        const Result<std::optional<Row>> row = m_tables->row(connection, record);
        if (!row)
            return row.error();
        const Item item = itemOfRow(**table, *title, row->value_or(Row()));
        const Status put = batch.put(record, Origin::Record, row->has_value() ? &item : nullptr);
        if (!put)
            return put;
    }
    return batch.finish();
}

Status SearchIndex::putTexts(Connection &connection, const QList<IndexedText> &texts) const
{
    Batch batch(connection);
    for (const IndexedText &one : texts) {
        const Item item{0, one.title, one.text};
        const Status put = batch.put(one.record, Origin::Text, &item);
        if (!put)
            return put;
    }
    return batch.finish();
}

bool SearchIndex::isTouched(const RecordTable &table, const QList<FieldChange> &fields) const
{
    return std::any_of(fields.begin(), fields.end(), [&table](const FieldChange &one) {
        const Field *field = table.field(one.field);
        return field && field->searched;
    });
}

Status SearchIndex::rebuild(Connection &connection) const
{
    Result<Statement> old = connection.prepare("SELECT id, title, text FROM naru_search_item WHERE origin = 0");
    if (!old)
        return old.error();
    for (;;) {
        const Result<bool> stepped = old->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            break;
        const Status taken = changeGrams(connection, {old->whole(0), old->text(1), old->text(2)}, false);
        if (!taken)
            return taken;
    }
    const Status removed = connection.run("DELETE FROM naru_search_item WHERE origin = 0");
    if (!removed)
        return removed;
    for (const RecordTable &table : m_tables->tables()) {
        QList<RecordRef> records;
        const Status listed = m_tables->each(connection, table, [&](const Row &row) {
            records.append({table.kind, row.value(u"id"_s).toString()});
            return Status();
        });
        const Status indexed = listed ? putRecords(connection, records) : listed;
        if (!indexed)
            return indexed;
    }
    return {};
}

Result<QList<SearchHit>> SearchIndex::search(Connection &connection, const QString &query, int limit) const
{
    const Question question = questionOf(query);
    if (question.words.isEmpty())
        return QList<SearchHit>();
    Hits hits(question.words, limit);
    const QString key = keyOf(composed(query));
    // Titles that begin with the query, the shortest first; then titles that have it; then all, the newest first. Each
    // row is looked at only until there are enough, so that frequent words cost no more than rare ones.
    Status asked = ask(connection, "naru_search_item item WHERE key >= ? AND key < ? ORDER BY key, id DESC", {key, key + QChar(0xFFFF)}, hits);
    const QByteArray indexed = "naru_search CROSS JOIN naru_search_item item ON item.id = naru_search.rowid"
                               " WHERE naru_search MATCH ? ORDER BY naru_search.rowid DESC";
    if (asked)
        asked = ask(connection, indexed, {question.inTitle}, hits);
    if (asked)
        asked = ask(connection, indexed, {question.anywhere}, hits);
    if (!asked)
        return asked.error();
    return hits.found();
}

} // namespace naru::store
