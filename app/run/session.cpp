#include "run/session.h"

#include "core/hangul.h"
#include "office/import.h"
#include "office/order/order_plan.h"
#include "office/order/order_report.h"
#include "run/closing_days.h"
#include "run/robots/migration.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTimeZone>

namespace naru::run {

namespace {

// The built-in administrator of an office in which nobody is named yet.
QString builtIn() { return u"admin"_s; }

QDate todayInSeoul() { return QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Asia/Seoul")).date(); }

template <typename T>
Status fill(const store::Store &store, QList<T> &list)
{
    Result<QList<T>> all = store.all<T>();
    if (!all)
        return all.error();
    list = *std::move(all);
    return {};
}

// What the bookings will make of the rows of one kind.
template <typename T>
void overlay(const QList<store::Booking> &bookings, QList<T> &list)
{
    QHash<QString, qsizetype> index;
    bool isIndexed = false;
    for (const store::Booking &booking : bookings) {
        const Change &change = booking.change;
        if (change.record.kind != T::kind())
            continue;
        if (!isIndexed) {
            for (qsizetype i = 0; i < list.size(); ++i)
                index.insert(list[i].id, i);
            isIndexed = true;
        }
        const auto at = index.constFind(change.record.id);
        if (change.verb == Verb::Remove) {
            if (at != index.constEnd()) {
                list.removeAt(at.value());
                index.clear();
                for (qsizetype i = 0; i < list.size(); ++i)
                    index.insert(list[i].id, i);
            }
            continue;
        }
        Row row = at == index.constEnd() ? Row{{u"id"_s, change.record.id}} : toRow(list[at.value()]);
        for (const FieldChange &field : change.fields)
            row.insert(field.field, field.after);
        if (at == index.constEnd()) {
            index.insert(change.record.id, list.size());
            list.append(fromRow<T>(row));
        } else {
            list[at.value()] = fromRow<T>(row);
        }
    }
}

template <typename T>
Status fillWithBookings(const store::Store &store, const QList<store::Booking> &bookings, QList<T> &list)
{
    if (const Status status = fill(store, list); !status)
        return status;
    overlay(bookings, list);
    return {};
}

bool hasColumn(const Document &document, const QString &name)
{
    for (const Block &block : document.body)
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block)) {
            for (const Cell &cell : (*table)->cells)
                if (cell.row == (*table)->cells.first().row && cell.text.trimmed().toLower() == name)
                    return true;
            return false; // the import reads the first table alone
        }
    return false;
}

} // namespace

QString Session::defaultLocation()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/naru/office.naru"_s;
}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(const Options &options)
{
    std::unique_ptr<Session> session(new Session);
    session->m_location = options.location.isEmpty() ? defaultLocation() : options.location;
    session->m_fixedDay = options.today;
    Result<std::unique_ptr<store::Store>> store = store::Store::open(session->m_location, office::tables());
    if (!store)
        return store.error();
    session->m_store = *std::move(store);
    const Result<QString> administrator = session->m_store->setting(u"administrator"_s);
    session->m_administrator = administrator && !administrator->isEmpty() ? *administrator : builtIn();
    session->m_actor = options.actor.isEmpty() ? session->m_administrator : options.actor;
    if (session->m_actor != session->m_administrator) {
        const Result<PersonDetail> person = session->person(session->m_actor, session->today());
        if (!person)
            return Error{Error::Kind::Denied,
                         u"expected a person of the office but '"_s + session->m_actor + u"' is none"_s, u"actor.unknown"_s};
        const bool isUsable = std::any_of(person->accounts.begin(), person->accounts.end(),
                                          [](const office::Account &one) { return one.state == u"사용"_s; });
        if (!isUsable)
            return Error{Error::Kind::Denied, u"expected a usable account of '"_s + session->m_actor + u"' but found none"_s,
                         u"actor.locked"_s};
    }
    return session;
}

// A service lives for weeks: the day is asked for anew each time.
QDate Session::today() const { return m_fixedDay.isValid() ? m_fixedDay : todayInSeoul(); }

// ---- the directory

Result<std::shared_ptr<const office::Directory>> Session::load()
{
    const Result<QList<store::Booking>> bookings = m_store->bookings();
    if (!bookings)
        return bookings.error();
    office::OfficeState state;
    const store::Store &store = *m_store;
    const auto take = [&](auto &list) { return fillWithBookings(store, *bookings, list); };
    for (const Status &status :
         {take(state.units), take(state.posts), take(state.persons), take(state.assignments), take(state.accounts),
          take(state.roles), take(state.deputies), take(state.approvalLines), take(state.tasks), take(state.directives),
          take(state.approvalSteps), take(state.orders), take(state.orderLines)})
        if (!status)
            return status.error();
    return std::make_shared<const office::Directory>(std::move(state));
}

Result<std::shared_ptr<const office::Directory>> Session::directory()
{
    const std::scoped_lock lock(m_mutex);
    if (m_directory)
        return m_directory;
    Result<std::shared_ptr<const office::Directory>> loaded = load();
    if (loaded)
        m_directory = *loaded;
    return loaded;
}

Result<KoreanCalendar> Session::calendar()
{
    const std::scoped_lock lock(m_mutex);
    if (m_calendar)
        return *m_calendar;
    Result<QList<office::ClosingDay>> days = m_store->all<office::ClosingDay>();
    Result<KoreanCalendar> made = days ? calendarWith(*days) : days.error();
    if (made)
        m_calendar = *made;
    return made;
}

void Session::forget()
{
    const std::scoped_lock lock(m_mutex);
    m_directory.reset();
    m_calendar.reset();
}

// ---- rights

Status Session::mayDo(const QString &right, const QString &empNo)
{
    const QString who = empNo.isEmpty() ? m_actor : empNo;
    if (who == m_administrator)
        return {};
    const Result<std::shared_ptr<const office::Directory>> office = directory();
    if (!office)
        return office.error();
    for (const office::RoleGrant *one : (*office)->roles(who))
        if (office::isValidOn(*one, today()) && (one->role == u"관리자"_s || one->role == u"인사"_s))
            return {};
    return Error{Error::Kind::Denied, u"expected the right to "_s + right + u" but '"_s + who + u"' has none"_s,
                 u"right."_s + right};
}

// ---- plans

Result<Plan> Session::planPersonnelOrder(const QStringList &files, QDate received, const Progress &progress)
{
    const Result<Plan> plan = draftPersonnelOrder(files, received, progress);
    if (!plan)
        return plan;
    // The very same documents and office: what a person has answered since then stays.
    if (const Result<store::PlanSummary> known = m_store->planSummary(plan->id); known)
        return m_store->plan(plan->id);
    if (const Status status = m_store->savePlan(*plan); !status)
        return status.error();
    // What a person has read in these documents does not change with the office.
    const Result<Answers> typed = typedBefore(*plan);
    if (!typed)
        return typed.error();
    return typed->isEmpty() ? plan : replanned(*plan, *typed);
}

// What was typed about these very documents while another office or another day was planned for.
Result<Answers> Session::typedBefore(const Plan &plan)
{
    const auto hashes = [](const Plan &one) {
        QStringList out;
        for (const Source &source : one.sources)
            out.append(source.sha256);
        return out;
    };
    const Result<QList<store::PlanSummary>> plans = m_store->plans();
    if (!plans)
        return plans.error();
    for (const store::PlanSummary &summary : *plans) { // the newest first
        if (summary.robot != plan.robot || summary.title != plan.title || summary.id == plan.id)
            continue;
        const Result<Plan> other = m_store->plan(summary.id);
        if (!other)
            return other.error();
        Answers typed;
        for (const QJsonValue &one : other->subject.value(u"answers"_s).toArray())
            if (const QJsonObject read = one[u"read"_s].toObject(); !read.isEmpty())
                typed.append(QJsonObject{{u"line"_s, one[u"line"_s]}, {u"read"_s, read}, {u"by"_s, one[u"by"_s]}, {u"at"_s, one[u"at"_s]}});
        if (!typed.isEmpty() && hashes(*other) == hashes(plan) && other->evidence.size() == plan.evidence.size())
            return typed;
    }
    return Answers();
}

Result<Plan> Session::draftPersonnelOrder(const QStringList &files, QDate received, const Progress &progress)
{
    if (const Status status = mayDo(u"plan"_s); !status)
        return status.error();
    office::OrderRequest request;
    request.received = received.isValid() ? received : today();
    request.maker = m_actor;
    request.made = QDateTime::currentDateTimeUtc();
    for (const QString &file : files) {
        const int before = static_cast<int>(request.sources.size());
        const int all = static_cast<int>(files.size() + 1);
        Result<Document> document = readWholeDocument(file, [&](int done, int of) {
            return !progress || (of > 0 ? progress(done, of) : progress(before, all));
        });
        if (!document)
            return document.error();
        const bool isCurves = std::any_of(document->diagnostics.begin(), document->diagnostics.end(),
                                          [](const Diagnostic &one) { return one.code == u"curves"_s; });
        if (isCurves && plainText(*document).trimmed().isEmpty())
            return Error{Error::Kind::Invalid, u"expected text in '"_s + file + u"' but its pages hold only curves or pictures"_s,
                         u"pdf.curves"_s};
        // The whole path: the evidence view opens the document again, from wherever it is started.
        Source source{QFileInfo(file).absoluteFilePath(), document->sha256, document->format, static_cast<int>(document->pages.size()),
                      document->diagnostics};
        request.sources.append({source, *std::move(document)});
    }
    const Result<std::shared_ptr<const office::Directory>> office = directory();
    if (!office)
        return office.error();
    return office::planOrder(request, **office, progress);
}

Result<Plan> Session::answer(const QString &id, const Answers &answers)
{
    if (const Status status = mayDo(u"plan"_s); !status)
        return status.error();
    const Result<Plan> earlier = m_store->plan(id);
    if (!earlier)
        return earlier.error();
    Answers signedBy;
    const QJsonArray known = earlier->subject.value(u"answers"_s).toArray();
    for (const QJsonValue &one : answers) {
        QJsonObject answer = one.toObject();
        if (answer.contains(u"read"_s)) {
            const bool isKnown = std::any_of(known.begin(), known.end(), [&](const QJsonValue &before) {
                return before[u"line"_s] == answer.value(u"line"_s) && before[u"read"_s] == answer.value(u"read"_s)
                    && before[u"by"_s] == m_actor;
            });
            if (isKnown)
                continue; // the same person has said the same already
            answer.insert(u"by"_s, m_actor);
            answer.insert(u"at"_s, toValue(QDateTime::currentDateTimeUtc()));
        }
        signedBy.append(answer);
    }
    return replanned(*earlier, signedBy);
}

Result<Plan> Session::replanned(const Plan &earlier, const Answers &answers)
{
    const Result<std::shared_ptr<const office::Directory>> office = directory();
    if (!office)
        return office.error();
    Result<Plan> plan = office::replanOrder(earlier, answers, **office);
    if (!plan)
        return plan;
    plan->maker = m_actor;
    plan->made = QDateTime::currentDateTimeUtc();
    if (plan->digest() == earlier.digest())
        return plan;
    if (const Status status = m_store->savePlan(*plan); !status)
        return status.error();
    return plan;
}

Result<Plan> Session::plan(const QString &id) { return m_store->plan(id); }

Result<QList<store::PlanSummary>> Session::plans() { return m_store->plans(); }

Result<store::Receipt> Session::applyPlan(const QString &id, const QString &digest, const QString &approver,
                                          const Progress &progress)
{
    const QString who = approver.isEmpty() ? m_actor : approver;
    if (const Status status = mayDo(u"approve"_s, who); !status)
        return status.error();
    Result<store::Receipt> receipt
        = m_store->apply(id, digest, m_actor, who, QDateTime::currentDateTimeUtc(), today(), progress);
    forget();
    return receipt;
}

Result<QList<store::Receipt>> Session::applyDue()
{
    if (const Status status = mayDo(u"approve"_s); !status)
        return status.error();
    Result<QList<store::Receipt>> receipts = m_store->applyDue(m_actor, QDateTime::currentDateTimeUtc(), today());
    forget();
    return receipts;
}

Result<store::Receipt> Session::carryOut(Plan plan, const Progress &progress)
{
    plan.maker = m_actor;
    plan.made = QDateTime::currentDateTimeUtc();
    plan.received = today();
    plan.id = u"p-"_s + plan.digest().mid(7, 12);
    if (const Status status = m_store->savePlan(plan); !status)
        return status.error();
    Result<store::Receipt> receipt = m_store->apply(plan.id, plan.digest(), m_actor, m_actor, plan.made, today(), progress);
    forget();
    return receipt;
}

Result<Plan> Session::planRevert(const QString &id)
{
    if (const Status status = mayDo(u"plan"_s); !status)
        return status.error();
    const Result<store::PlanSummary> summary = m_store->planSummary(id);
    if (!summary)
        return summary.error();
    const Result<Plan> applied = m_store->plan(id);
    const Result<QList<store::Booking>> bookings = m_store->bookings();
    if (!applied)
        return applied.error();
    if (!bookings)
        return bookings.error();
    const bool isDone = summary->state == store::PlanState::Applied || summary->state == store::PlanState::Booked
        || summary->state == store::PlanState::PartlyBooked;
    if (!isDone)
        return Error{Error::Kind::Conflict,
                     u"expected a plan that was applied but '"_s + id + u"' is "_s + store::toString(summary->state),
                     u"revert.nothing"_s};
    if (applied->robot == migrationRobot)
        return planMigrationBack(*this, *applied);
    // What still waits for its day is only cancelled; what has been written is turned round.
    store::JournalFilter filter;
    filter.plan = id;
    const Result<QList<JournalEntry>> entries = m_store->journal(filter);
    if (!entries)
        return entries.error();
    QList<Change> written;
    for (const JournalEntry &entry : *entries)
        if (entry.event == u"changed"_s)
            written.append(entry.change);
    Plan back;
    back.robot = u"revert"_s;
    back.title = u"되돌리기: "_s + applied->title;
    back.maker = m_actor;
    back.made = QDateTime::currentDateTimeUtc();
    back.received = today();
    back.sources = applied->sources;
    back.evidence = applied->evidence;
    back.changes = inverse(written);
    for (Change &change : back.changes) {
        change.effective = {};
        change.reason = u"되돌리기: "_s + change.reason;
    }
    back.reverts = id;
    back.id = u"p-"_s + back.digest().mid(7, 12);
    if (const Result<store::PlanSummary> known = m_store->planSummary(back.id); known)
        return back;
    if (const Status status = m_store->savePlan(back); !status)
        return status.error();
    return back;
}

// ---- reports

Result<Document> Session::report(const QString &id)
{
    const Result<Plan> plan = m_store->plan(id);
    if (!plan)
        return plan.error();
    const Result<store::PlanSummary> summary = m_store->planSummary(id);
    if (!summary)
        return summary.error();
    store::JournalFilter filter;
    filter.plan = id;
    const Result<QList<JournalEntry>> entries = m_store->journal(filter);
    if (!entries)
        return entries.error();
    office::ReportFacts facts;
    static const QHash<store::PlanState, QString> words{
        {store::PlanState::Draft, u"초안"_s},          {store::PlanState::Approved, u"승인됨"_s},
        {store::PlanState::Applied, u"시행됨"_s},      {store::PlanState::Booked, u"예약됨"_s},
        {store::PlanState::PartlyBooked, u"일부 예약됨"_s}, {store::PlanState::Reverted, u"되돌림"_s},
        {store::PlanState::Superseded, u"대체됨"_s},   {store::PlanState::Cancelled, u"취소됨"_s}};
    facts.state = words.value(summary->state);
    facts.digest = summary->digest;
    facts.applied = summary->applied;
    facts.today = today();
    if (!summary->approver.isEmpty()) {
        const Result<PersonDetail> person = this->person(summary->approver, today());
        facts.approver = person ? person->row.name + u" ("_s + summary->approver + u')' : summary->approver;
    }
    for (const JournalEntry &entry : *entries) {
        facts.written += entry.event == u"changed"_s;
        facts.booked += entry.event == u"booked"_s;
    }
    return office::reportOf(*plan, facts);
}

Status Session::writeReport(const QString &plan, const QString &path)
{
    const Result<Document> document = report(plan);
    return document ? writeDocument(*document, path, m_formats) : document.error();
}

// ---- import

Result<Session::ImportPlan> Session::planImport(const QString &path, std::optional<Import> what, const Progress &progress)
{
    if (const Status status = mayDo(u"import"_s); !status)
        return status.error();
    Result<Document> document = readWholeDocument(path, progress);
    if (!document)
        return document.error();
    const Result<std::shared_ptr<const office::Directory>> office = directory();
    if (!office)
        return office.error();
    const QString file = QFileInfo(path).fileName();
    const Import kind = what.value_or(hasColumn(*document, u"emp_no"_s) ? Import::People : Import::Units);
    const Result<office::ImportChanges> changes = kind == Import::Units
        ? office::importUnits(*document, file, **office)
        : office::importPeople(*document, file, **office);
    if (!changes)
        return changes.error();
    Plan plan;
    plan.robot = u"import"_s;
    plan.title = u"가져오기: "_s + file;
    plan.maker = m_actor;
    plan.made = QDateTime::currentDateTimeUtc();
    plan.received = today();
    // The whole path: the evidence view opens the document again, from wherever it is started.
    plan.sources = {{QFileInfo(path).absoluteFilePath(), document->sha256, document->format,
                     static_cast<int>(document->pages.size()), document->diagnostics}};
    plan.changes = changes->changes;
    plan.id = u"p-"_s + plan.digest().mid(7, 12);
    return ImportPlan{std::move(plan), changes->rows, changes->changedRows};
}

Result<Session::Imported> Session::importFile(Import what, const QString &path, const Progress &progress)
{
    Result<ImportPlan> planned = planImport(path, what, progress);
    if (!planned)
        return planned.error();
    Imported imported{planned->rows, planned->changedRows, {}};
    if (planned->plan.changes.isEmpty())
        return imported;
    const Result<store::Receipt> receipt = carryOut(std::move(planned->plan), progress);
    if (!receipt)
        return receipt.error();
    imported.receipt = *receipt;
    return imported;
}

// ---- journal

Result<QList<JournalEntry>> Session::journal(const store::JournalFilter &filter) { return m_store->journal(filter); }

Result<store::JournalVerdict> Session::verifyJournal() { return m_store->verifyJournal(); }

Result<QList<store::SearchHit>> Session::search(const QString &text, int limit) { return m_store->search(text, limit); }

} // namespace naru::run
