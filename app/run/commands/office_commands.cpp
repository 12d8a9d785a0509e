// naru office, import, export, show, journal: the office and its records.
#include "run/commands/command.h"
#include "run/commands/office_parts.h"

#include "run/words.h"

#include <QJsonArray>

namespace naru::run {

namespace {

Status createOffice(Context &context, const QString &path, const Session::SampleOptions &options)
{
    const Result<Session::Created> created = Session::create(path.isEmpty() ? context.office : path, options);
    if (!created)
        return created.error();
    if (context.json)
        context.printJson(QJsonObject{{u"office"_s, created->location},
                                      {u"documents"_s, toValue(created->documents)},
                                      {u"changes"_s, created->changes}});
    context.print(told(QT_TRANSLATE_NOOP("Command", "Office made: %1")).arg(created->location));
    if (!created->documents.isEmpty())
        context.print(told(QT_TRANSLATE_NOOP("Command", "Sample documents: %1")).arg(created->documents));
    return {};
}

Status importFile(Context &context, Session &session, Session::Import what, const QString &file)
{
    const Result<Session::Imported> imported
        = session.importFile(what, file, context.progress(told(QT_TRANSLATE_NOOP("Command", "Importing"))));
    if (!imported)
        return imported.error();
    if (context.json)
        context.printJson(QJsonObject{{u"rows"_s, imported->rows},
                                      {u"changed"_s, imported->changed},
                                      {u"plan"_s, toValue(imported->receipt.plan)}});
    context.print(told(QT_TRANSLATE_NOOP("Command", "%1 rows read, %2 changed something")).arg(imported->rows).arg(imported->changed));
    return {};
}

QJsonObject assignmentJson(const office::Assignment &one)
{
    return {{u"id"_s, one.id},
            {u"kind"_s, one.nature},
            {u"unit"_s, toValue(one.unit)},
            {u"post"_s, toValue(one.post)},
            {u"grade"_s, toValue(one.grade)},
            {u"outside"_s, toValue(one.outside)},
            {u"valid_from"_s, toValue(one.validFrom)},
            {u"valid_to"_s, toValue(one.validTo)},
            {u"until"_s, toValue(one.expected)}};
}

QJsonObject personJson(const PersonDetail &person, QDate day)
{
    QJsonArray assignments, history, accounts, roles, tasks, handovers;
    for (const office::Assignment &one : person.assignments) {
        history.append(assignmentJson(one));
        if (office::isValidOn(one, day))
            assignments.append(assignmentJson(one));
    }
    for (const office::Account &one : person.accounts)
        accounts.append(QJsonObject{{u"account"_s, one.id}, {u"state"_s, one.state}, {u"reason"_s, toValue(one.reason)}});
    for (const office::RoleGrant &one : person.roles)
        roles.append(QJsonObject{{u"role"_s, one.role}, {u"unit"_s, toValue(one.unit)}, {u"valid_from"_s, toValue(one.validFrom)}});
    for (const office::Task &one : person.tasks)
        tasks.append(QJsonObject{{u"id"_s, one.id}, {u"title"_s, one.title}, {u"unit"_s, one.unit}});
    for (const office::Handover &one : person.handovers)
        handovers.append(QJsonObject{{u"id"_s, one.id}, {u"from"_s, one.from}, {u"to"_s, toValue(one.to)}, {u"state"_s, one.state}});
    return {{u"emp_no"_s, person.row.empNo},
            {u"name"_s, person.row.name},
            {u"hanja"_s, toValue(person.row.hanja)},
            {u"as_of"_s, toValue(day)},
            {u"unit"_s, toValue(person.row.unit)},
            {u"unit_name"_s, toValue(person.row.unitName)},
            {u"post"_s, toValue(person.row.post)},
            {u"grade"_s, toValue(person.row.grade)},
            {u"standing"_s, person.row.standing},
            {u"account"_s, person.accounts.isEmpty() ? QJsonValue() : QJsonValue(person.accounts.last().id)},
            {u"account_state"_s, toValue(person.row.account)},
            {u"accounts"_s, accounts},
            {u"assignments"_s, assignments},
            {u"history"_s, history},
            {u"roles"_s, roles},
            {u"tasks"_s, tasks},
            {u"handovers"_s, handovers}};
}

Status showPerson(Context &context, Session &session, const QString &empNo)
{
    const Result<QDate> day = context.day(session);
    if (!day)
        return day.error();
    const Result<PersonDetail> person = session.person(empNo, *day);
    if (!person)
        return person.error();
    if (context.json) {
        context.printJson(personJson(*person, *day));
        return {};
    }
    const PersonRow &row = person->row;
    context.print(u"%1 %2 (%3)  %4"_s.arg(row.name, row.hanja, row.empNo, dayText(*day)));
    context.print(u"%1 %2 %3, %4"_s.arg(row.unitName, row.post, row.grade, row.standing));
    for (const office::Assignment &one : person->assignments)
        context.print(u"  %1 ~ %2  %3 %4 %5 %6"_s.arg(one.validFrom.toString(Qt::ISODate), one.validTo.toString(Qt::ISODate),
                                                     one.nature, one.unit + one.outside, one.post, one.grade));
    for (const office::Account &one : person->accounts)
        context.print(u"  %1: %2 %3"_s.arg(one.id, one.state, one.reason));
    for (const office::RoleGrant &one : person->roles)
        context.print(u"  %1 %2"_s.arg(one.role, one.unit));
    return {};
}

Status showUnit(Context &context, Session &session, const QString &code)
{
    const Result<QDate> day = context.day(session);
    if (!day)
        return day.error();
    const Result<UnitRow> unit = session.unit(code, *day);
    if (!unit)
        return unit.error();
    QJsonObject json = toRow(unit->unit);
    json.remove(u"id"_s);
    json.insert(u"code"_s, unit->unit.id);
    json.insert(u"path"_s, unit->path);
    json.insert(u"head"_s, toValue(unit->head));
    json.insert(u"members"_s, unit->members);
    json.insert(u"members_below"_s, unit->membersBelow);
    json.insert(u"valid"_s, office::isValidOn(unit->unit, *day));
    for (const QString &name : {u"parent"_s, u"valid_to"_s, u"predecessors"_s})
        if (!json.contains(name))
            json.insert(name, QJsonValue());
    if (context.json)
        context.printJson(json);
    context.print(u"%1 (%2) %3 %4"_s.arg(unit->path, code, unit->unit.nature, unit->unit.level));
    context.print(u"  %1 ~ %2  %3  %4/%5"_s.arg(unit->unit.validFrom.toString(Qt::ISODate), unit->unit.validTo.toString(Qt::ISODate),
                                                unit->head)
                      .arg(unit->members)
                      .arg(unit->membersBelow));
    return {};
}

Status listJournal(Context &context, Session &session, const QString &record, const QString &plan, int limit)
{
    store::JournalFilter filter;
    filter.record = record;
    filter.plan = plan;
    filter.limit = limit;
    const Result<QList<JournalEntry>> entries = session.journal(filter);
    if (!entries)
        return entries.error();
    QJsonArray all;
    for (const JournalEntry &one : *entries) {
        if (context.json)
            all.append(QJsonObject{{u"sequence"_s, one.sequence},
                                   {u"at"_s, toValue(one.at)},
                                   {u"actor"_s, one.actor},
                                   {u"approver"_s, toValue(one.approver)},
                                   {u"plan"_s, toValue(one.plan)},
                                   {u"event"_s, one.event},
                                   {u"change"_s, toJson(one.change)},
                                   {u"note"_s, toValue(one.note)},
                                   {u"hash"_s, one.hash}});
        else
            context.print(u"%1  %2  %3  %4  %5  %6"_s.arg(one.sequence)
                              .arg(momentText(one.at), one.actor, one.event, one.change.record.toString(), one.change.reason + one.note));
    }
    if (context.json)
        context.printJson(all);
    return {};
}

Status verifyJournal(Context &context, Session &session)
{
    const Result<store::JournalVerdict> verdict = session.verifyJournal();
    if (!verdict)
        return verdict.error();
    const bool isSound = verdict->firstBad == 0 && verdict->problem.isEmpty();
    if (context.json)
        context.printJson(QJsonObject{{u"ok"_s, isSound},
                                      {u"entries"_s, verdict->entries},
                                      {u"first_bad"_s, verdict->firstBad ? QJsonValue(verdict->firstBad) : QJsonValue()},
                                      {u"problem"_s, toValue(verdict->problem)}});
    if (isSound) {
        context.print(told(QT_TRANSLATE_NOOP("Command", "The journal is sound: %1 entries")).arg(verdict->entries));
        return {};
    }
    return Error{Error::Kind::Failed, verdict->problem, u"journal.bad"_s};
}

void addShow(CLI::App &app, Context &context)
{
    auto id = std::make_shared<std::string>(); // shared: the callbacks outlive this function
    CLI::App *show = app.add_subcommand("show", said(QT_TRANSLATE_NOOP("Command", "A record as of a day")));
    show->require_subcommand(1);
    CLI::App *person = show->add_subcommand("person", said(QT_TRANSLATE_NOOP("Command", "Post, grade, assignments, account, roles")));
    person->add_option("EMPNO", *id, said(QT_TRANSLATE_NOOP("Command", "The employee number")))->required();
    person->callback([&context, id] {
        withSession(context, [&](Session &session) { return showPerson(context, session, text(*id)); });
    });
    CLI::App *unit = show->add_subcommand("unit", said(QT_TRANSLATE_NOOP("Command", "Name, place, validity, head, and size")));
    unit->add_option("CODE", *id, said(QT_TRANSLATE_NOOP("Command", "The code of the unit")))->required();
    unit->callback([&context, id] {
        withSession(context, [&](Session &session) { return showUnit(context, session, text(*id)); });
    });
}

void addJournal(CLI::App &app, Context &context)
{
    struct Values {
        std::string record, plan;
        int limit = 0;
    };
    auto values = std::make_shared<Values>(); // shared: the callbacks outlive this function
    CLI::App *journal = app.add_subcommand("journal", said(QT_TRANSLATE_NOOP("Command", "The history of the office")));
    journal->add_option("--record", values->record, said(QT_TRANSLATE_NOOP("Command", "Only of this record: person:20110234")));
    journal->add_option("--plan", values->plan, said(QT_TRANSLATE_NOOP("Command", "Only of this plan")));
    journal->add_option("--limit", values->limit, said(QT_TRANSLATE_NOOP("Command", "At most so many")));
    CLI::App *verify = journal->add_subcommand("verify", said(QT_TRANSLATE_NOOP("Command", "Check the hash chain and name the first bad entry")));
    verify->callback([&context] { withSession(context, [&](Session &session) { return verifyJournal(context, session); }); });
    journal->callback([&context, values, verify] {
        if (!verify->parsed())
            withSession(context, [&](Session &session) {
                return listJournal(context, session, text(values->record), text(values->plan), values->limit);
            });
    });
}

} // namespace

void addOfficeCommands(CLI::App &app, Context &context)
{
    struct Values {
        std::string path, file, kind, size = "city";
        quint64 seed = 1;
        bool sample = false;
    };
    auto values = std::make_shared<Values>(); // shared: the callbacks outlive this function
    CLI::App *office = app.add_subcommand("office", said(QT_TRANSLATE_NOOP("Command", "Offices: made, backed up, restored")));
    office->require_subcommand(1);
    CLI::App *create = office->add_subcommand("create", said(QT_TRANSLATE_NOOP("Command", "Make an empty office, or the sample city")));
    create->add_option("PATH", values->path, said(QT_TRANSLATE_NOOP("Command", "Where the office will lie")));
    create->add_flag("--sample", values->sample, said(QT_TRANSLATE_NOOP("Command", "A fictional city with sample documents beside it")));
    create->add_option("--seed", values->seed, said(QT_TRANSLATE_NOOP("Command", "The same seed makes the same city")));
    create->add_option("--size", values->size, said(QT_TRANSLATE_NOOP("Command", "small or city (about 6,500 people)")))->check(CLI::IsMember({"small", "city"}));
    create->callback([&context, values] {
        const Session::SampleOptions options{values->sample, values->seed, text(values->size),
                                             context.progress(told(QT_TRANSLATE_NOOP("Command", "Writing documents")))};
        if (const Status status = createOffice(context, text(values->path), options); !status)
            context.fail(status.error());
    });
    CLI::App *backup = office->add_subcommand("backup", said(QT_TRANSLATE_NOOP("Command", "A consistent copy while others work")));
    backup->add_option("FILE", values->file, said(QT_TRANSLATE_NOOP("Command", "The copy; must not exist")))->required();
    backup->callback([&context, values] {
        withSession(context, [&](Session &session) { return session.store().backup(text(values->file)); });
    });
    CLI::App *restore = office->add_subcommand("restore", said(QT_TRANSLATE_NOOP("Command", "Replace the office by a backup, all or nothing")));
    restore->add_option("FILE", values->file, said(QT_TRANSLATE_NOOP("Command", "The backup")))->required();
    restore->callback([&context, values] {
        const QString location = context.office.isEmpty() ? Session::defaultLocation() : context.office;
        if (const Status status = store::restore(text(values->file), location); !status)
            context.fail(status.error());
    });
    addBackupsCommand(*office, context);
    CLI::App *check = office->add_subcommand("check", said(QT_TRANSLATE_NOOP("Command", "Check the database of the office")));
    check->callback([&context] { withSession(context, [](Session &session) { return session.store().check(); }); });

    CLI::App *import = app.add_subcommand("import", said(QT_TRANSLATE_NOOP("Command", "Import units or people from CSV or XLSX, all or nothing")));
    import->require_subcommand(1);
    CLI::App *units = import->add_subcommand("units", "code,name,kind,level,parent,valid_from,valid_to,predecessors");
    CLI::App *people = import->add_subcommand("people", "emp_no,name,hanja,grade,series,unit,post,account,valid_from");
    for (CLI::App *one : {units, people}) {
        one->add_option("FILE", values->file, said(QT_TRANSLATE_NOOP("Command", "The file: .csv (UTF-8, CP949) or .xlsx")))->required();
        const Session::Import what = one == units ? Session::Import::Units : Session::Import::People;
        one->callback([&context, values, what] {
            withSession(context, [&](Session &session) { return importFile(context, session, what, text(values->file)); });
        });
    }
    CLI::App *exporting = app.add_subcommand("export", said(QT_TRANSLATE_NOOP("Command", "Export records as of a day")));
    exporting->add_option("KIND", values->kind, said(QT_TRANSLATE_NOOP("Command", "units, people, tasks, directives, assignments, accounts …")))->required();
    exporting->add_option("FILE", values->file, said(QT_TRANSLATE_NOOP("Command", "The file: .csv or .xlsx")))->required();
    exporting->callback([&context, values] {
        withSession(context, [&](Session &session) -> Status {
            if (context.asOf.isEmpty())
                return session.exportFile(text(values->kind), text(values->file), {});
            const Result<QDate> day = context.day(session);
            return day ? session.exportFile(text(values->kind), text(values->file), *day) : Status(day.error());
        });
    });
    addShow(app, context);
    addJournal(app, context);
}

} // namespace naru::run
