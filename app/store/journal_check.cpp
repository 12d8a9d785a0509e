#include "store/journal_check.h"

#include "store/canonical_bytes.h"

#include <QJsonDocument>

namespace naru::store {

namespace {

JournalVerdict bad(qint64 entries, qint64 first, const QString &problem) { return {entries, first, problem}; }

QString entryName(qint64 sequence) { return u"entry "_s + QString::number(sequence); }

// One step along the chain.
struct Walk {
    Seal last;
    qint64 sealedEntries = -1; // where the outer seal stands, and the hash that the journal has there
    QByteArray hashThere;
};

// What is wrong with the next entry, or nothing.
QString problemAt(const Statement &row, const Walk &walk)
{
    const qint64 sequence = row.whole(0);
    if (sequence != walk.last.entries + 1)
        return entryName(walk.last.entries + 1) + u" is missing: the next one is "_s + QString::number(sequence);
    const EntryBytes entry{sequence,    row.view(1), row.view(2), row.view(3), row.view(4),
                           row.view(5), row.view(6), row.view(7), row.view(8), row.view(9)};
    if (hashOf(entry) != row.view(10))
        return entryName(sequence) + u": hash does not match its content"_s;
    if (!isAbout(entry.change, row.view(11)))
        return entryName(sequence) + u" is filed under '"_s + row.text(11) + u"' but is about another record"_s;
    if (entry.previous != walk.last.head)
        return entryName(sequence) + u" does not follow "_s + entryName(walk.last.entries);
    return {};
}

JournalVerdict verdictOfSeals(const Seal &found, const Seal &inner, const Result<Seal> &outer, const Walk &walk)
{
    const qint64 after = found.entries + 1;
    const auto missing = [&](const Seal &seal, const QString &which) {
        return bad(found.entries, after,
                   u"entries after "_s + QString::number(found.entries) + u" are missing ("_s + which + u" says "_s
                       + QString::number(seal.entries) + u')');
    };
    if (inner.entries > found.entries)
        return missing(inner, u"the seal"_s);
    if (inner != found)
        return bad(found.entries, inner.entries + 1,
                   u"entries after "_s + QString::number(inner.entries) + u" were added outside the office"_s);
    if (!outer)
        return bad(found.entries, after, u"the seal beside the office cannot be read: "_s + outer.error().text);
    if (outer->entries > found.entries)
        return missing(*outer, u"the seal beside the office"_s);
    if (outer->entries > 0 && walk.hashThere != outer->head)
        return bad(found.entries, outer->entries,
                   entryName(outer->entries) + u" is not the one that the seal beside the office names"_s);
    return {found.entries, 0, {}};
}

// ---- records

// What the journal says of one record: its fields after the last change, or nothing where it was removed.
struct Folded {
    QByteArray record; // "kind:id"
    Row row;
    bool exists = false;
    qint64 last = 0; // the last entry about it
};

// Gives the records of one kind one by one, folded, in order of their id.
class Fold {
public:
    static Result<Fold> of(Connection &connection, const QString &kind)
    {
        Result<Statement> entries = connection.prepare(
            "SELECT sequence, record, change FROM naru_journal INDEXED BY naru_journal_record"
            " WHERE record >= ? AND record < ? AND event = 'changed' ORDER BY record, sequence");
        if (!entries)
            return entries.error();
        entries->with(kind + u':', kind + u';'); // ';' follows ':'
        return Fold(std::move(*entries));
    }

    // The next record, or an empty one at the end.
    Result<Folded> next()
    {
        Folded folded;
        for (;;) {
            if (!m_waiting && !m_ended) {
                const Result<bool> stepped = m_entries.step();
                if (!stepped)
                    return stepped.error();
                m_ended = !*stepped;
                m_waiting = *stepped;
            }
            if (!m_waiting || (!folded.record.isEmpty() && m_entries.view(1) != folded.record))
                return folded;
            m_waiting = false;
            take(folded);
        }
    }

private:
    explicit Fold(Statement entries)
        : m_entries(std::move(entries))
    {
    }

    void take(Folded &folded)
    {
        const QJsonObject change = QJsonDocument::fromJson(m_entries.bytes(2)).object();
        folded.record = m_entries.bytes(1);
        folded.last = m_entries.whole(0);
        const QString verb = change.value(u"verb"_s).toString();
        folded.exists = verb != u"remove";
        if (verb != u"update")
            folded.row = {};
        const QJsonObject fields = folded.exists ? change.value(u"fields"_s).toObject() : QJsonObject();
        for (auto at = fields.constBegin(); at != fields.constEnd(); ++at)
            folded.row.insert(at.key(), at.value().toArray().at(1));
    }

    Statement m_entries;
    bool m_waiting = false; // a row has been read that belongs to the next record
    bool m_ended = false;
};

// The first field in which the two rows differ, or nothing. The id is in the name of the record.
QString differingField(const QList<Field> &fields, const Row &journal, const Row &table)
{
    for (const Field &field : fields)
        if (field.name != u"id" && !isSame(journal.value(field.name), table.value(field.name)))
            return field.name;
    return {};
}

// Compares the records that the journal knows with those that the table holds; both come in order of id.
class Comparison {
public:
    Comparison(const RecordTable &table, Fold fold, qint64 entries)
        : m_table(table)
        , m_fold(std::move(fold))
        , m_entries(entries)
    {
    }

    Status meet(const Row &row)
    {
        const QByteArray record = (m_table.kind + u':' + row.value(u"id"_s).toString()).toUtf8();
        for (;;) {
            if (m_isFresh) {
                Result<Folded> next = m_fold.next();
                if (!next)
                    return next.error();
                m_folded = std::move(*next);
                m_isFresh = false;
            }
            if (m_folded.record.isEmpty() || m_folded.record > record)
                return found(record, m_entries + 1, u"stands in the office but not in the journal"_s);
            m_isFresh = true;
            if (m_folded.record == record)
                break;
            if (m_folded.exists)
                return found(m_folded.record, m_folded.last, u"stands in the journal but is missing in the office"_s);
        }
        if (!m_folded.exists)
            return found(record, m_folded.last, u"was removed but stands in the office"_s);
        const QString field = differingField(m_table.fields, m_folded.row, row);
        if (!field.isEmpty())
            return found(record, m_folded.last, u"differs from the journal in '"_s + field + u'\'');
        return {};
    }

    // What the journal still knows after the last row.
    Status finish()
    {
        while (m_verdict.firstBad == 0) {
            Result<Folded> next = m_isFresh ? m_fold.next() : Result<Folded>(m_folded);
            if (!next)
                return next.error();
            m_isFresh = true;
            if (next->record.isEmpty())
                return {};
            if (next->exists)
                return found(next->record, next->last, u"stands in the journal but is missing in the office"_s);
        }
        return {};
    }

    const JournalVerdict &verdict() const { return m_verdict; }

private:
    // Ends the walk with a finding: the verdict tells it, the status only stops.
    Status found(const QByteArray &record, qint64 entry, const QString &what)
    {
        m_verdict = bad(m_entries, entry, u"record "_s + QString::fromUtf8(record) + u' ' + what);
        return Error{Error::Kind::Invalid, m_verdict.problem};
    }

    const RecordTable &m_table;
    Fold m_fold;
    qint64 m_entries;
    Folded m_folded;
    bool m_isFresh = true; // the next record of the fold has yet to be read
    JournalVerdict m_verdict;
};

Result<JournalVerdict> compareTable(Connection &connection, const RecordTables &tables, const RecordTable &table,
                                    qint64 entries)
{
    Result<Fold> fold = Fold::of(connection, table.kind);
    if (!fold)
        return fold.error();
    Comparison comparison(table, std::move(*fold), entries);
    Status compared = tables.each(connection, table, [&comparison](const Row &row) { return comparison.meet(row); });
    if (compared)
        compared = comparison.finish();
    if (!compared && comparison.verdict().firstBad == 0)
        return compared.error();
    return comparison.verdict();
}

// Changes that the journal says wait, and how often: booked, and neither written nor cancelled since. `unbooked` stands in
// the entries of the plan that took the booking back and names the other in its note.
const QByteArray told = "WITH told AS (SELECT CASE event WHEN 'unbooked' THEN note ELSE plan END AS plan, change,"
                        " max(sequence) AS last, sum(CASE event WHEN 'booked' THEN 1 ELSE -1 END) AS n FROM naru_journal"
                        " WHERE event IN ('booked', 'unbooked') OR (event = 'changed' AND note = 'booked')"
                        " GROUP BY 1, 2 HAVING n <> 0),"
                        " held AS (SELECT plan, change, count(*) AS n FROM naru_booking GROUP BY 1, 2) ";

} // namespace

Result<JournalVerdict> verifyChain(Connection &connection, const Result<Seal> &outer)
{
    const Result<Seal> inner = innerSeal(connection);
    if (!inner)
        return inner.error();
    Result<Statement> rows = connection.prepare("SELECT sequence, at, actor, approver, plan, digest, event, change, note,"
                                                " previous, hash, record FROM naru_journal ORDER BY sequence");
    if (!rows)
        return rows.error();
    Walk walk;
    walk.sealedEntries = outer ? outer->entries : -1;
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return verdictOfSeals(walk.last, *inner, outer, walk);
        const QString problem = problemAt(*rows, walk);
        if (!problem.isEmpty())
            return bad(inner->entries, walk.last.entries + 1, problem);
        walk.last = {walk.last.entries + 1, rows->bytes(10)};
        if (walk.last.entries == walk.sealedEntries)
            walk.hashThere = walk.last.head;
    }
}

Result<JournalVerdict> verifyRecords(Connection &connection, const RecordTables &tables)
{
    const Result<Seal> seal = innerSeal(connection);
    if (!seal)
        return seal.error();
    QList<RecordTable> all = tables.tables();
    for (const RecordTable &table : std::as_const(all)) {
        const Result<JournalVerdict> verdict = compareTable(connection, tables, table, seal->entries);
        if (!verdict || verdict->firstBad != 0)
            return verdict;
    }
    return JournalVerdict{seal->entries, 0, {}};
}

Result<JournalVerdict> verifyBookings(Connection &connection)
{
    const Result<Seal> seal = innerSeal(connection);
    if (!seal)
        return seal.error();
    Result<Statement> odd = connection.prepare(
        told
        + "SELECT told.last, told.plan, 'is booked in the journal but does not wait in the office' FROM told"
          " LEFT JOIN held USING (plan, change) WHERE held.n IS NOT told.n UNION ALL "
          "SELECT 0, held.plan, 'waits in the office but is not booked in the journal' FROM held"
          " LEFT JOIN told USING (plan, change) WHERE told.n IS NULL LIMIT 1");
    if (!odd)
        return odd.error();
    const Result<bool> found = odd->step();
    if (!found)
        return found.error();
    if (!*found)
        return JournalVerdict{seal->entries, 0, {}};
    const qint64 entry = odd->whole(0) > 0 ? odd->whole(0) : seal->entries + 1;
    return bad(seal->entries, entry, u"a change of plan "_s + odd->text(1) + u' ' + odd->text(2));
}

} // namespace naru::store
