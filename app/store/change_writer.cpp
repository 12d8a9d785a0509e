#include "store/change_writer.h"

#include "store/run_passage.h"

namespace naru::store {

namespace {

Error conflict(const QString &text) { return {Error::Kind::Conflict, text, u"plan.conflict"_s}; }

// Whether all the fields are as the change expects them.
Status beforesHold(const Change &change, const RecordTable &table, const Row &old)
{
    for (const FieldChange &one : change.fields) {
        const QJsonValue found = old.value(one.field);
        if (!isSame(one.before, found)) {
            const Field &field = *table.field(one.field);
            return conflict(u"expected "_s + change.record.toString() + u" to have "_s + quoted(field, one.before) + u" in '"_s
                            + one.field + u"' but found "_s + quoted(field, found));
        }
    }
    return {};
}

// Whether the change names every field of the record that has a value.
Status isWhole(const Change &change, const RecordTable &table, const Row &old)
{
    for (auto at = old.constBegin(); at != old.constEnd(); ++at) {
        const bool isNamed = at.key() == u"id"
            || std::any_of(change.fields.begin(), change.fields.end(), [&at](const FieldChange &one) { return one.field == at.key(); });
        if (!isNamed)
            return conflict(u"expected "_s + change.record.toString() + u" to have nothing in '"_s + at.key() + u"' but found "_s
                            + quoted(*table.field(at.key()), at.value()));
    }
    return {};
}

} // namespace

Status ChangeWriter::write(const Change &change, const QString &note)
{
    if (change.record.kind == runRecord) {
        const Status moved = moveRun(m_connection, change, m_at);
        return moved ? m_ledger.append(u"changed"_s, change, note) : moved;
    }
    const Status fits = m_tables.fits(change);
    if (!fits)
        return fits;
    const Result<std::optional<Row>> old = m_tables.row(m_connection, change.record);
    if (!old)
        return old.error();
    const Status done = change.verb == Verb::Create ? create(change, *old)
        : change.verb == Verb::Update               ? update(change, *old)
                                                    : remove(change, *old);
    touch(change);
    return done ? m_ledger.append(u"changed"_s, change, note) : done;
}

Status ChangeWriter::create(const Change &change, const std::optional<Row> &old)
{
    if (old)
        return conflict(u"expected no "_s + change.record.toString() + u" but there is one"_s);
    return m_tables.insert(m_connection, change.record, change.fields);
}

Status ChangeWriter::update(const Change &change, const std::optional<Row> &old)
{
    if (!old)
        return conflict(u"expected "_s + change.record.toString() + u" but there is none"_s);
    const Status holds = beforesHold(change, **m_tables.table(change.record.kind), *old);
    return holds ? m_tables.update(m_connection, change.record, change.fields) : holds;
}

Status ChangeWriter::remove(const Change &change, const std::optional<Row> &old)
{
    if (!old)
        return conflict(u"expected "_s + change.record.toString() + u" but there is none"_s);
    const RecordTable &table = **m_tables.table(change.record.kind);
    Status holds = beforesHold(change, table, *old);
    if (holds)
        holds = isWhole(change, table, *old);
    return holds ? m_tables.remove(m_connection, change.record) : holds;
}

void ChangeWriter::touch(const Change &change)
{
    const bool isSearched =
        change.verb != Verb::Update || m_index.isTouched(**m_tables.table(change.record.kind), change.fields);
    const QString name = change.record.toString();
    if (!isSearched || m_touchedNames.contains(name))
        return;
    m_touchedNames.insert(name);
    m_touched.append(change.record);
}

} // namespace naru::store
