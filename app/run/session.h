// One opened office and who works in it: what the window and the command line ask and order. Every call may take long and
// is made from a worker thread; calls from several threads at once are fine. Nothing here shows or prints anything.
#pragma once

#include "core/calendar.h"
#include "core/plan.h"
#include "office/directory.h"
#include "run/documents.h"
#include "store/store.h"

#include <functional>
#include <memory>
#include <mutex>

namespace naru::run {

// Told done and total now and then; returns false to cancel.
using Progress = std::function<bool(int done, int total)>;

// A person on one day, for lists.
struct PersonRow {
    QString empNo;
    QString name;
    QString hanja;
    QString grade;
    QString unit; // code
    QString unitName; // "행정국 총무과"
    QString post;
    QString standing; // "재직", "휴직", "파견", "정직" …, "퇴직"
    QString account; // 사용 정지 회수, empty for none
};

// A person as of a day, whole.
struct PersonDetail {
    PersonRow row;
    QList<office::Assignment> assignments; // all, oldest first
    QList<office::Account> accounts; // as of the day
    QList<office::RoleGrant> roles; // valid on the day
    QList<office::Deputy> deputies;
    QList<office::Task> tasks;
    QList<office::Directive> directives;
    QList<office::ApprovalStep> approvalSteps;
    QList<office::OrderLine> orders;
    QList<office::Handover> handovers;
};

struct UnitRow {
    office::Unit unit;
    QString path;
    QString head; // name of who leads it, empty where vacant
    int members = 0; // main posts in the unit itself
    int membersBelow = 0; // and in all units below
};

// What the caller of applyPlan decided on lines: [{"line": 12, "emp_no": "…"}, {"line": 40, "to_unit": "…"}, {"line": 51, "skip": true},
// {"line": 60, "read": {"name": "…"}}]; what was read is kept with who typed it, and when.
using Answers = QJsonArray;

class Session {
public:
    struct Options {
        QString location; // empty: defaultLocation()
        QString actor; // emp_no; empty: the office's administrator (embedded offices alone)
        QDate today; // invalid: the day in Asia/Seoul
    };

    // The user's embedded office under the XDG data directory.
    static QString defaultLocation();

    // NotFound, Invalid, Unavailable as Store::open; Denied where the actor has no usable account.
    static Result<std::unique_ptr<Session>> open(const Options &options);
    // Makes an office: empty, or the sample city (size "small" | "city") with its sample documents in `documentsFolder`.
    // Conflict where something lies at the location.
    struct SampleOptions {
        bool isSample = false;
        quint64 seed = 1;
        QString size = u"city"_s;
        Progress progress;
    };
    struct Created {
        QString location;
        QString documents; // folder of the sample orders, empty without
        int changes = 0;
    };
    static Result<Created> create(const QString &location, const SampleOptions &options);

    ~Session();
    const QString &location() const { return m_location; }
    const QString &actor() const { return m_actor; } // emp_no, or the built-in administrator's name
    // Whether the actor is the one whom the office names as its administrator, and so stands in for everybody.
    bool isAdministrator() const { return m_actor == m_administrator; }
    QDate today() const; // Asia/Seoul, as of each call; the day of the options where it was given
    const Formats &formats() const { return m_formats; }
    store::Store &store() { return *m_store; }

    // ---- questions, as of any day; a day after today shows what is booked until then
    Result<QList<UnitRow>> units(QDate day);
    Result<QList<PersonRow>> people(QDate day, const QString &unit = {}); // of the unit and below; empty: all, also the gone
    Result<PersonDetail> person(const QString &empNo, QDate day);
    Result<UnitRow> unit(const QString &code, QDate day);
    Result<QList<store::SearchHit>> search(const QString &text, int limit);

    // ---- plans
    // Reads the orders and saves the plan; writes nothing else. Invalid where a file holds no order line ("order.none").
    Result<Plan> planPersonnelOrder(const QStringList &files, QDate received, const Progress &progress = {});
    // The same plan, of which nothing is kept: what a preview of a robot shows.
    Result<Plan> draftPersonnelOrder(const QStringList &files, QDate received, const Progress &progress = {});
    // Resolves the plan's lines anew with the answers (those of earlier revisions included): a new revision and digest.
    Result<Plan> answer(const QString &plan, const Answers &answers);
    Result<Plan> plan(const QString &id);
    Result<QList<store::PlanSummary>> plans();
    // Applies exactly this digest on the approver's word (empty: the actor). See Store::apply. Denied without the right.
    Result<store::Receipt> applyPlan(const QString &id, const QString &digest, const QString &approver,
                                     const Progress &progress = {});
    // The way back as a plan of its own, saved, not applied. Conflict where there is nothing to take back.
    Result<Plan> planRevert(const QString &id);
    // Writes the bookings whose day has come.
    Result<QList<store::Receipt>> applyDue();
    // A plan that the actor makes and approves in one breath, such as a click: saved and applied.
    Result<store::Receipt> carryOut(Plan plan, const Progress &progress = {});
    // The report for the file, by extension .pdf | .xlsx | .hwpx.
    Status writeReport(const QString &plan, const QString &path);
    // The report as a document, for the preview and for print.
    Result<Document> report(const QString &plan);

    // ---- import and export: plans too, approved by the call. Invalid names file, row, column, value, and what was expected.
    enum class Import { Units, People };
    struct Imported {
        int rows = 0;
        int changed = 0; // rows that changed something
        store::Receipt receipt;
    };
    // The plan of an import, of which nothing is kept. Denied without the right.
    struct ImportPlan {
        Plan plan; // without changes where everything is so already
        int rows = 0;
        int changedRows = 0;
    };
    // Empty `what`: units or people, by the names of the columns.
    Result<ImportPlan> planImport(const QString &path, std::optional<Import> what = {}, const Progress &progress = {});
    Result<Imported> importFile(Import what, const QString &path, const Progress &progress = {});
    // kind: units people tasks directives assignments accounts …
    Status exportFile(const QString &kind, const QString &path, QDate day);

    // ---- journal
    Result<QList<JournalEntry>> journal(const store::JournalFilter &filter);
    Result<store::JournalVerdict> verifyJournal();

    // The office with the bookings laid over it; shared until the next write.
    Result<std::shared_ptr<const office::Directory>> directory();
    // The Korean calendar with the office's own closing days; kept until the next write. Invalid ("calendar.entry") where
    // one of them is no day of it.
    Result<KoreanCalendar> calendar();
    // Others have written: the next question reads the office anew.
    void forget();

    // Whether the actor may do it: "plan", "approve", "import", "journal", "people".
    Status mayDo(const QString &right, const QString &empNo = {});

private:
    Session() = default;
    Result<std::shared_ptr<const office::Directory>> load();
    Result<Answers> typedBefore(const Plan &plan);
    Result<Plan> replanned(const Plan &earlier, const Answers &answers);

    QString m_location;
    QString m_actor;
    QString m_administrator;
    QDate m_fixedDay; // invalid: the clock's
    Formats m_formats;
    std::unique_ptr<store::Store> m_store;
    std::mutex m_mutex;
    std::shared_ptr<const office::Directory> m_directory;
    std::optional<KoreanCalendar> m_calendar;
};

} // namespace naru::run
