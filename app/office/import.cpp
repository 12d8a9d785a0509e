#include "office/import.h"

#include "office/import_rows.h"
#include "office/order/change_builder.h"

#include <QSet>

namespace naru::office {

namespace {

bool hasCycle(const QString &code, const QHash<QString, Unit> &units)
{
    QSet<QString> seen;
    for (QString at = code; !at.isEmpty(); at = units.value(at).parent) {
        if (seen.contains(at))
            return true;
        seen.insert(at);
    }
    return false;
}

Unit readUnit(ImportRows &rows, qsizetype row)
{
    Unit unit;
    unit.id = rows.required(row, u"code"_s);
    unit.name = rows.required(row, u"name"_s);
    unit.nature = rows.choice(row, u"kind"_s, {u"본청"_s, u"직속"_s, u"사업소"_s, u"의회"_s});
    unit.level = rows.choice(row, u"level"_s, {u"기관"_s, u"실국"_s, u"과"_s, u"팀"_s});
    unit.parent = rows.text(row, u"parent"_s);
    unit.validFrom = rows.day(row, u"valid_from"_s, true);
    unit.validTo = rows.day(row, u"valid_to"_s);
    if (unit.validTo.isValid() && unit.validFrom.isValid() && unit.validTo < unit.validFrom)
        rows.fail(row, u"valid_to"_s, u"a day not before valid_from"_s);
    for (const QString &code : rows.text(row, u"predecessors"_s).split(u';', Qt::SkipEmptyParts))
        unit.predecessors.append(code.trimmed());
    return unit;
}

// References are checked when all rows are known: a predecessor or a parent may stand later in the file.
void checkUnits(ImportRows &rows, const QList<Unit> &units, const QHash<QString, Unit> &all)
{
    for (qsizetype row = 0; row < units.size(); ++row) {
        const Unit &unit = units[row];
        if (!unit.parent.isEmpty() && !all.contains(unit.parent))
            rows.fail(row, u"parent"_s, u"the code of a unit"_s);
        else if (hasCycle(unit.id, all))
            rows.fail(row, u"parent"_s, u"a unit that does not belong to this one"_s);
        for (const QString &code : unit.predecessors)
            if (!all.contains(code) || code == unit.id)
                rows.fail(row, u"predecessors"_s, u"codes of other units with ';' between them"_s);
    }
}

struct PersonRow {
    Person person;
    Assignment post;
    Account account;
};

PersonRow readPerson(ImportRows &rows, qsizetype row)
{
    PersonRow read;
    read.person.id = rows.required(row, u"emp_no"_s);
    if (read.person.id.contains(u' ') || read.person.id.contains(u':') || read.person.id.contains(u'/'))
        rows.fail(row, u"emp_no"_s, u"a number without blanks, ':' and '/'"_s);
    read.person.name = rows.required(row, u"name"_s);
    read.person.hanja = rows.text(row, u"hanja"_s);
    read.post.person = read.person.id;
    read.post.nature = u"본직"_s;
    read.post.grade = rows.required(row, u"grade"_s);
    read.post.series = rows.text(row, u"series"_s);
    read.post.unit = rows.required(row, u"unit"_s);
    read.post.post = rows.text(row, u"post"_s);
    read.post.validFrom = rows.day(row, u"valid_from"_s, true);
    read.account = {rows.text(row, u"account"_s), read.person.id, u"사용"_s, {}};
    return read;
}

class PeopleImport {
public:
    PeopleImport(ImportRows &rows, const Directory &directory)
        : m_rows(rows)
        , m_directory(directory)
    {
        for (const Account &one : directory.state().accounts)
            m_accounts.insert(one.id, one.person);
    }

    ImportChanges run()
    {
        ImportChanges result;
        result.rows = static_cast<int>(m_rows.size());
        for (qsizetype row = 0; row < m_rows.size(); ++row) {
            const qsizetype before = m_builder.changes().size();
            take(row, readPerson(m_rows, row));
            result.changedRows += m_builder.changes().size() > before;
        }
        result.changes = m_builder.changes();
        return result;
    }

private:
    void take(qsizetype row, const PersonRow &read)
    {
        if (m_seen.contains(read.person.id))
            m_rows.fail(row, u"emp_no"_s, u"each number once"_s);
        m_seen.insert(read.person.id);
        if (!read.post.unit.isEmpty() && !m_directory.unit(read.post.unit))
            m_rows.fail(row, u"unit"_s, u"the code of a unit of the office"_s);
        checkAccount(row, read.account);
        if (m_rows.hasFailed())
            return;
        takePerson(read.person, read.post.validFrom);
        takePost(row, read.post);
        takeAccount(read.account);
    }

    void checkAccount(qsizetype row, const Account &account)
    {
        if (account.id.isEmpty())
            return;
        const QString owner = m_accounts.value(account.id);
        if (!owner.isEmpty() && owner != account.person)
            m_rows.fail(row, u"account"_s, u"an account that nobody else has"_s);
        m_accounts.insert(account.id, account.person);
    }

    void takePerson(Person person, QDate joined)
    {
        const Person *known = m_directory.person(person.id);
        if (!known) {
            person.joined = joined;
            m_builder.create(person, u"직원 가져오기"_s);
            return;
        }
        person.joined = known->joined;
        person.employment = known->employment;
        m_builder.update(*known, person, u"직원 가져오기"_s);
    }

    void takePost(qsizetype row, Assignment post)
    {
        const QList<const Assignment *> held = m_directory.assignments(post.person);
        const Assignment *last = nullptr;
        int highest = 0;
        for (const Assignment *one : held) {
            highest = std::max(highest, one->id.section(u'-', -1).toInt());
            if (one->nature != u"본직"_s)
                continue;
            last = one;
            if (one->validFrom == post.validFrom) {
                Assignment corrected = *one;
                corrected.unit = post.unit;
                corrected.post = post.post;
                corrected.grade = post.grade;
                corrected.series = post.series;
                m_builder.update(*one, corrected, u"직원 가져오기: 배치 고침"_s);
                return;
            }
        }
        if (last && last->validFrom > post.validFrom) {
            m_rows.fail(row, u"valid_from"_s, u"a day not before "_s + last->validFrom.toString(Qt::ISODate)
                            + u", from which the office has a later post"_s);
            return;
        }
        if (last && !last->validTo.isValid()) {
            Assignment closed = *last;
            closed.validTo = post.validFrom.addDays(-1);
            m_builder.update(*last, closed, u"직원 가져오기: 새 배치"_s);
        }
        post.id = post.person + u'-' + QString::number(highest + 1);
        m_builder.create(post, u"직원 가져오기"_s);
        const RoleGrant role{post.person + u':' + (post.post.isEmpty() ? u"담당"_s : post.post) + u':' + post.unit + u':'
                                 + post.validFrom.toString(u"yyyyMMdd"_s),
                             post.person, post.post.isEmpty() ? u"담당"_s : post.post, post.unit, post.validFrom, {}};
        m_builder.create(role, u"직원 가져오기: 권한"_s);
    }

    void takeAccount(const Account &account)
    {
        if (account.id.isEmpty())
            return;
        for (const Account *one : m_directory.accounts(account.person))
            if (one->id == account.id)
                return;
        m_builder.create(account, u"직원 가져오기: 계정"_s);
    }

    ImportRows &m_rows;
    const Directory &m_directory;
    ChangeBuilder m_builder;
    QSet<QString> m_seen;
    QHash<QString, QString> m_accounts; // login -> emp_no
};

} // namespace

Result<ImportChanges> importUnits(const Document &document, const QString &file, const Directory &directory)
{
    Result<ImportRows> rows
        = ImportRows::from(document, file, {u"code"_s, u"name"_s, u"kind"_s, u"level"_s, u"valid_from"_s},
                           {u"parent"_s, u"valid_to"_s, u"predecessors"_s});
    if (!rows)
        return rows.error();
    QList<Unit> units;
    QHash<QString, Unit> all;
    for (const Unit &one : directory.state().units)
        all.insert(one.id, one);
    QSet<QString> seen;
    for (qsizetype row = 0; row < rows->size(); ++row) {
        units.append(readUnit(*rows, row));
        if (seen.contains(units.last().id))
            rows->fail(row, u"code"_s, u"each code once"_s);
        seen.insert(units.last().id);
        all.insert(units.last().id, units.last());
    }
    checkUnits(*rows, units, all);
    if (rows->hasFailed())
        return rows->error();
    ImportChanges result;
    result.rows = static_cast<int>(rows->size());
    ChangeBuilder builder;
    for (const Unit &unit : std::as_const(units)) {
        const qsizetype before = builder.changes().size();
        if (const Unit *known = directory.unit(unit.id))
            builder.update(*known, unit, u"부서 가져오기"_s);
        else
            builder.create(unit, u"부서 가져오기"_s);
        result.changedRows += builder.changes().size() > before;
    }
    result.changes = builder.changes();
    return result;
}

Result<ImportChanges> importPeople(const Document &document, const QString &file, const Directory &directory)
{
    Result<ImportRows> rows = ImportRows::from(
        document, file, {u"emp_no"_s, u"name"_s, u"grade"_s, u"unit"_s, u"valid_from"_s},
        {u"hanja"_s, u"series"_s, u"post"_s, u"account"_s});
    if (!rows)
        return rows.error();
    const ImportChanges changes = PeopleImport(*rows, directory).run();
    if (rows->hasFailed())
        return rows->error();
    return changes;
}

} // namespace naru::office
