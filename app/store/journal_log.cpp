#include "store/journal_log.h"

#include "store/canonical_bytes.h"

#include <QJsonDocument>

namespace naru::store {

namespace {

const QByteArray entryColumns = "sequence, at, actor, approver, plan, digest, event, change, note, previous, hash";

JournalEntry entryAt(const Statement &row)
{
    JournalEntry entry;
    entry.sequence = row.whole(0);
    entry.at = QDateTime::fromString(row.text(1), Qt::ISODateWithMs).toUTC();
    entry.actor = row.text(2);
    entry.approver = row.text(3);
    entry.plan = row.text(4);
    entry.digest = row.text(5);
    entry.event = row.text(6);
    const QJsonObject change = QJsonDocument::fromJson(row.bytes(7)).object();
    if (change.value(u"record"_s).toString() != u":")
        entry.change = changeFromJson(change);
    entry.note = row.text(8);
    entry.previous = QString::fromLatin1(row.bytes(9).toHex());
    entry.hash = QString::fromLatin1(row.bytes(10).toHex());
    return entry;
}

} // namespace

Result<Ledger> Ledger::open(Connection &connection)
{
    Result<Seal> seal = innerSeal(connection);
    if (!seal)
        return seal.error();
    return Ledger(connection, std::move(*seal));
}

void Ledger::setFrame(const JournalEntry &frame)
{
    m_at = toValue(frame.at).toString().toUtf8();
    m_actor = frame.actor.toUtf8();
    m_approver = frame.approver.toUtf8();
    m_plan = frame.plan.toUtf8();
    m_digest = frame.digest.toUtf8();
}

Status Ledger::append(const QString &event, const Change &change, const QString &note)
{
    static const QByteArray insertion =
        "INSERT INTO naru_journal (" + entryColumns + ", record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Result<Statement> statement = m_connection->prepare(insertion);
    if (!statement)
        return statement.error();
    const QByteArray body = bytesOf(change);
    const QByteArray eventBytes = event.toUtf8();
    const QByteArray noteBytes = note.toUtf8();
    const QByteArray hash = hashOf({m_seal.entries + 1, m_at, m_actor, m_approver, m_plan, m_digest, eventBytes, body,
                                    noteBytes, m_seal.head});
    statement->bind(0, m_seal.entries + 1)
        .bindText(1, m_at)
        .bindText(2, m_actor)
        .bindText(3, m_approver)
        .bindText(4, m_plan)
        .bindText(5, m_digest)
        .bindText(6, eventBytes)
        .bindText(7, body)
        .bindText(8, noteBytes)
        .bindBlob(9, m_seal.head)
        .bindBlob(10, hash)
        .bind(11, change.record.toString());
    const Status written = statement->run();
    if (!written)
        return written;
    m_seal = {m_seal.entries + 1, hash};
    return {};
}

Status Ledger::close()
{
    Result<Statement> statement = m_connection->prepare("UPDATE naru_seal SET entries = ?, head = ?");
    if (!statement)
        return statement.error();
    statement->bind(0, m_seal.entries).bindBlob(1, m_seal.head);
    return statement->run();
}

Result<Seal> innerSeal(Connection &connection)
{
    Result<Statement> statement = connection.prepare("SELECT entries, head FROM naru_seal");
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->step();
    if (!stepped)
        return stepped.error();
    if (!*stepped)
        return Error{Error::Kind::Invalid, u"expected the journal to be sealed but the seal is missing"_s, u"store.damaged"_s};
    return Seal{statement->whole(0), statement->bytes(1)};
}

Result<QList<JournalEntry>> readJournal(Connection &connection, const JournalFilter &filter)
{
    QByteArray sql = "SELECT " + entryColumns + " FROM naru_journal WHERE sequence > ?";
    if (!filter.record.isEmpty())
        sql += " AND record = ?";
    if (!filter.plan.isEmpty())
        sql += " AND plan = ?";
    sql += filter.latestFirst ? " ORDER BY sequence DESC LIMIT ?" : " ORDER BY sequence LIMIT ?";
    Result<Statement> rows = connection.prepare(sql);
    if (!rows)
        return rows.error();
    int index = 0;
    rows->bind(index++, filter.after);
    if (!filter.record.isEmpty())
        rows->bind(index++, filter.record);
    if (!filter.plan.isEmpty())
        rows->bind(index++, filter.plan);
    rows->bind(index, filter.limit > 0 ? filter.limit : -1);
    QList<JournalEntry> out;
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return out;
        out.append(entryAt(*rows));
    }
}

void renewSealFile(Connection &connection, const QString &office, const Seal &seal)
{
    const Result<Seal> outer = readSealFile(office);
    if (outer && outer->entries > 0) {
        Result<Statement> sealed = connection.prepare("SELECT hash FROM naru_journal WHERE sequence = ?");
        if (!sealed)
            return;
        const Result<bool> found = sealed->with(outer->entries).step();
        if (!found || !*found || sealed->bytes(0) != outer->head)
            return;
    }
    if (!outer && outer.error().kind == Error::Kind::Invalid)
        return;
    // A failure leaves the seal of an earlier commit, which verifies as well.
    (void)writeSealFile(office, seal);
}

} // namespace naru::store
