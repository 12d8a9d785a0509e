// What the pages and the commands ask of an office on a day.
#include "run/session.h"

#include <QFileInfo>

namespace naru::run {

namespace {

// What the strongest assignment of the day says: 휴직 before 파견 before 재직.
QString standingOf(const office::Directory &office, const QString &empNo, QDate day)
{
    static const QStringList strong{u"정직"_s, u"직위해제"_s, u"대기"_s, u"휴직"_s, u"공로연수"_s, u"파견"_s};
    QString found;
    for (const office::Assignment *one : office.assignmentsOn(empNo, day)) {
        const qsizetype rank = strong.indexOf(one->nature);
        if (rank >= 0 && (found.isEmpty() || rank < strong.indexOf(found)))
            found = one->nature;
    }
    if (!found.isEmpty())
        return found;
    if (office.mainPost(empNo, day))
        return u"재직"_s;
    const QList<const office::Assignment *> all = office.assignments(empNo);
    return !all.isEmpty() && all.first()->validFrom > day ? u"임용 예정"_s : u"퇴직"_s;
}

PersonRow rowOf(const office::Directory &office, const office::Person &person, QDate day)
{
    PersonRow row{person.id, person.name, person.hanja, {}, {}, {}, {}, {}, {}};
    if (const office::Assignment *post = office.mainPost(person.id, day)) {
        row.grade = post->grade;
        row.post = post->post;
    }
    if (const office::Unit *unit = office.unitOn(person.id, day)) {
        row.unit = unit->id;
        row.unitName = office.path(unit->id);
    }
    row.standing = standingOf(office, person.id, day);
    for (const office::Account *one : office.accounts(person.id))
        row.account = one->state;
    return row;
}

UnitRow unitRowOf(const office::Directory &office, const office::Unit &unit, QDate day)
{
    UnitRow row{unit, office.path(unit.id), {}, 0, 0};
    if (const office::Person *head = office.headOn(unit.id, day))
        row.head = head->name;
    row.members = static_cast<int>(office.membersOn(unit.id, day).size());
    return row;
}

// A field as it was on the day: the journal's later changes are taken back.
template <typename T>
Result<QList<T>> asOf(store::Store &store, const QList<T> &now, QDate day, QDate today)
{
    if (day >= today)
        return now;
    QList<T> then;
    for (const T &record : now) {
        store::JournalFilter filter;
        filter.record = refOf(record).toString();
        const Result<QList<JournalEntry>> entries = store.journal(filter);
        if (!entries)
            return entries.error();
        Row row = toRow(record);
        bool exists = true;
        for (auto entry = entries->crbegin(); entry != entries->crend(); ++entry) {
            if (entry->event != u"changed"_s || !entry->change.effective.isValid() || entry->change.effective <= day)
                continue;
            exists = entry->change.verb != Verb::Create;
            for (const FieldChange &field : entry->change.fields)
                row.insert(field.field, field.before);
        }
        if (exists)
            then.append(fromRow<T>(row));
    }
    return then;
}

template <typename T>
QList<T> copied(const QList<const T *> &pointers)
{
    QList<T> out;
    for (const T *one : pointers)
        out.append(*one);
    return out;
}

} // namespace

Result<QList<UnitRow>> Session::units(QDate day)
{
    const Result<std::shared_ptr<const office::Directory>> office = directory();
    if (!office)
        return office.error();
    QList<UnitRow> rows;
    QHash<QString, int> below;
    for (const office::Unit &unit : (*office)->state().units) {
        if (!office::isValidOn(unit, day))
            continue;
        rows.append(unitRowOf(**office, unit, day));
        for (const office::Unit *upper : (*office)->ancestry(unit.id))
            below[upper->id] += rows.last().members;
    }
    for (UnitRow &row : rows)
        row.membersBelow = below.value(row.unit.id);
    return rows;
}

Result<UnitRow> Session::unit(const QString &code, QDate day)
{
    const Result<std::shared_ptr<const office::Directory>> office = directory();
    if (!office)
        return office.error();
    const office::Unit *unit = (*office)->unit(code);
    if (!unit)
        return Error{Error::Kind::NotFound, u"expected a unit '"_s + code + u"' but the office has none"_s, u"unit.none"_s};
    UnitRow row = unitRowOf(**office, *unit, day);
    row.membersBelow = row.members;
    for (const office::Unit &one : (*office)->state().units)
        if (one.id != code && office::isValidOn(one, day) && (*office)->isWithin(one.id, code))
            row.membersBelow += static_cast<int>((*office)->membersOn(one.id, day).size());
    return row;
}

Result<QList<PersonRow>> Session::people(QDate day, const QString &unit)
{
    const Result<std::shared_ptr<const office::Directory>> office = directory();
    if (!office)
        return office.error();
    QList<PersonRow> rows;
    for (const office::Person &person : (*office)->state().persons) {
        if (!unit.isEmpty()) {
            const office::Unit *own = (*office)->unitOn(person.id, day);
            if (!own || !(*office)->isWithin(own->id, unit))
                continue;
        }
        rows.append(rowOf(**office, person, day));
    }
    return rows;
}

Result<PersonDetail> Session::person(const QString &empNo, QDate day)
{
    const Result<std::shared_ptr<const office::Directory>> found = directory();
    if (!found)
        return found.error();
    const office::Directory &office = **found;
    const office::Person *person = office.person(empNo);
    if (!person)
        return Error{Error::Kind::NotFound, u"expected a person '"_s + empNo + u"' but the office has none"_s, u"person.none"_s};
    PersonDetail detail;
    detail.row = rowOf(office, *person, day);
    detail.assignments = copied(office.assignments(empNo));
    QList<office::Account> accounts;
    const Result<QList<office::Account>> now
        = m_store->all<office::Account>({{u"person"_s, QJsonValue(empNo)}});
    if (!now)
        return now.error();
    // Bookings until the day count, later ones do not; for earlier days the journal is taken back.
    const Result<QList<store::Booking>> bookings = m_store->bookings();
    if (!bookings)
        return bookings.error();
    QList<office::Account> current = *now;
    for (const store::Booking &booking : *bookings) {
        if (booking.change.record.kind != office::Account::kind() || booking.change.effective > day)
            continue;
        for (const office::Account *one : office.accounts(empNo))
            if (one->id == booking.change.record.id) {
                Row row;
                for (const office::Account &known : std::as_const(current))
                    if (known.id == one->id)
                        row = toRow(known);
                current.removeIf([&](const office::Account &known) { return known.id == one->id; });
                row.insert(u"id"_s, one->id);
                for (const FieldChange &field : booking.change.fields)
                    row.insert(field.field, field.after);
                current.append(fromRow<office::Account>(row));
            }
    }
    const Result<QList<office::Account>> then = asOf(*m_store, current, day, today());
    if (!then)
        return then.error();
    detail.accounts = *then;
    detail.row.account = then->isEmpty() ? QString() : then->last().state;
    for (const office::RoleGrant *one : office.roles(empNo))
        if (office::isValidOn(*one, day))
            detail.roles.append(*one);
    for (const office::Deputy *one : office.deputies(empNo))
        if (office::isValidOn(*one, day))
            detail.deputies.append(*one);
    detail.tasks = copied(office.tasks(empNo));
    detail.directives = copied(office.directives(empNo));
    detail.approvalSteps = copied(office.approvalSteps(empNo));
    detail.orders = copied(office.orderLines(empNo));
    const Result<QList<office::Handover>> given = m_store->all<office::Handover>({{u"from_person"_s, QJsonValue(empNo)}});
    const Result<QList<office::Handover>> taken = m_store->all<office::Handover>({{u"to_person"_s, QJsonValue(empNo)}});
    if (!given || !taken)
        return given ? taken.error() : given.error();
    detail.handovers = *given + *taken;
    return detail;
}

// ---- export

Status Session::exportFile(const QString &kind, const QString &path, QDate day)
{
    if (const Status status = mayDo(u"import"_s); !status)
        return status;
    const Result<std::shared_ptr<const office::Directory>> found = directory();
    if (!found)
        return found.error();
    const office::Directory &office = **found;
    auto table = std::make_shared<Table>();
    const auto addRow = [&](const QStringList &texts) {
        for (int column = 0; column < texts.size(); ++column) {
            Cell cell;
            cell.row = table->rows;
            cell.column = column;
            cell.header = table->rows == 0;
            cell.text = texts[column];
            table->cells.append(cell);
        }
        ++table->rows;
        table->columns = std::max(table->columns, static_cast<int>(texts.size()));
    };
    const auto iso = [](QDate date) { return date.isValid() ? date.toString(Qt::ISODate) : QString(); };
    if (kind == u"units"_s) {
        addRow({u"code"_s, u"name"_s, u"kind"_s, u"level"_s, u"parent"_s, u"valid_from"_s, u"valid_to"_s, u"predecessors"_s});
        for (const office::Unit &one : office.state().units)
            if (!day.isValid() || office::isValidOn(one, day))
                addRow({one.id, one.name, one.nature, one.level, one.parent, iso(one.validFrom), iso(one.validTo),
                        one.predecessors.join(u';')});
    } else if (kind == u"people"_s) {
        const QDate on = day.isValid() ? day : today();
        addRow({u"emp_no"_s, u"name"_s, u"hanja"_s, u"grade"_s, u"series"_s, u"unit"_s, u"post"_s, u"account"_s, u"valid_from"_s});
        for (const office::Person &one : office.state().persons) {
            const office::Assignment *post = office.mainPost(one.id, on);
            if (!post)
                continue;
            const QList<const office::Account *> accounts = office.accounts(one.id);
            addRow({one.id, one.name, one.hanja, post->grade, post->series, post->unit, post->post,
                    accounts.isEmpty() ? QString() : accounts.first()->id, iso(post->validFrom)});
        }
    } else {
        const QString singular = kind == u"people"_s ? u"person"_s : kind.endsWith(u's') ? kind.chopped(1) : kind;
        const QList<RecordTable> tables = office::tables();
        const auto known = std::find_if(tables.begin(), tables.end(), [&](const RecordTable &one) {
            return one.kind == singular || one.kind == kind;
        });
        if (known == tables.end())
            return Error{Error::Kind::Usage, u"expected a kind of record such as units, people, tasks but got '"_s + kind + u'\'',
                         u"export.kind"_s};
        QStringList heads;
        for (const Field &field : known->fields)
            if (field.secrecy != Secrecy::Secret)
                heads.append(field.name);
        addRow(heads);
        const Result<QList<Row>> rows = m_store->rows(known->kind);
        if (!rows)
            return rows.error();
        for (const Row &row : *rows) {
            QStringList texts;
            for (const QString &head : std::as_const(heads)) {
                const QJsonValue value = row.value(head);
                if (value.isArray()) {
                    QStringList parts;
                    for (const QJsonValue &part : value.toArray())
                        parts.append(part.toString());
                    texts.append(parts.join(u';'));
                } else {
                    texts.append(value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString());
                }
            }
            addRow(texts);
        }
    }
    Document document;
    table->caption = kind;
    document.body.append(std::move(table));
    return writeDocument(document, path, m_formats);
}

} // namespace naru::run
