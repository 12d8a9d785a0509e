// naru plan, apply, revert, report: a personnel order from the document to the applied moves.
#include "run/commands/command.h"
#include "run/commands/plan_output.h"

#include "run/particles.h"
#include "run/words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace naru::run {

namespace {

QJsonObject receiptJson(const store::Receipt &receipt)
{
    return {{u"plan"_s, receipt.plan},         {u"digest"_s, receipt.digest},
            {u"written"_s, receipt.written},   {u"booked"_s, receipt.booked},
            {u"repeated"_s, receipt.repeated}, {u"journal"_s, QJsonArray{receipt.firstEntry, receipt.lastEntry}}};
}

void printReceipt(const Context &context, const store::Receipt &receipt)
{
    if (context.json)
        context.printJson(receiptJson(receipt));
    else if (receipt.repeated)
        context.print(withParticles(told(QT_TRANSLATE_NOOP("Command", "Plan %1 had been applied already; nothing was done")).arg(receipt.plan)));
    else
        context.print(told(QT_TRANSLATE_NOOP("Command", "Plan %1: %2 changes written, %3 booked for their day"))
                          .arg(receipt.plan)
                          .arg(receipt.written)
                          .arg(receipt.booked));
}

bool isSettled(const Plan &plan)
{
    const QJsonObject summary = plan.subject.value(u"summary"_s).toObject();
    return summary.value(u"question"_s).toInt() == 0 && summary.value(u"rejected"_s).toInt() == 0;
}

Status planOrderFiles(Context &context, Session &session, const QStringList &files, const QString &received)
{
    QDate day;
    if (!received.isEmpty()) {
        day = QDate::fromString(received, Qt::ISODate);
        if (!day.isValid())
            return Error{Error::Kind::Usage, u"expected a day as 2026-07-29 for --received but got '"_s + received + u'\''};
    }
    Result<Plan> plan
        = session.planPersonnelOrder(files, day, context.progress(told(QT_TRANSLATE_NOOP("Command", "Reading"))));
    if (!plan)
        return plan.error();
    for (qsizetype i = 0; i < plan->sources.size(); ++i)
        plan->sources[i].file = files.value(i); // as the user gave it
    printPlan(context, *plan);
    for (const Source &source : std::as_const(plan->sources))
        for (const Diagnostic &one : source.diagnostics)
            context.tell(source.file + u": "_s + one.text);
    if (!isSettled(*plan))
        context.status = static_cast<int>(Exit::NeedsPerson);
    return {};
}

Result<Answers> readAnswers(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected answers in '"_s + path + u"' but "_s + file.errorString()};
    const QJsonDocument document = QJsonDocument::fromJson(file.read(64 << 20));
    if (!document.isArray())
        return Error{Error::Kind::Invalid,
                     u"expected '[{\"line\": 12, \"emp_no\": \"…\"}, …]' in '"_s + path + u"' but found something else"_s,
                     u"answers.shape"_s};
    for (const QJsonValue &one : document.array()) {
        const QJsonObject answer = one.toObject();
        const bool isAnswer = answer.value(u"emp_no"_s).isString() || answer.value(u"to_unit"_s).isString()
            || answer.value(u"skip"_s).isBool() || answer.value(u"read"_s).isObject();
        if (!answer.value(u"line"_s).isDouble() || !isAnswer)
            return Error{Error::Kind::Invalid,
                         u"expected each answer to have 'line' and one of 'emp_no', 'to_unit', 'skip', 'read' but found "_s
                             + QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)),
                         u"answers.shape"_s};
    }
    return document.array();
}

Status applyPlan(Context &context, Session &session, const QString &id, const QString &approver, const QString &answersFile)
{
    Result<Plan> plan = session.plan(id);
    if (!plan)
        return plan.error();
    if (!answersFile.isEmpty()) {
        const Result<Answers> answers = readAnswers(answersFile);
        if (!answers)
            return answers.error();
        plan = session.answer(id, *answers);
        if (!plan)
            return plan.error();
    }
    const Result<store::Receipt> receipt = session.applyPlan(
        id, plan->digest(), approver, context.progress(told(QT_TRANSLATE_NOOP("Command", "Applying"))));
    if (!receipt)
        return receipt.error();
    printReceipt(context, *receipt);
    return {};
}

Status applyDue(Context &context, Session &session)
{
    const Result<QList<store::Receipt>> receipts = session.applyDue();
    if (!receipts)
        return receipts.error();
    QJsonArray all;
    for (const store::Receipt &one : *receipts) {
        if (context.json)
            all.append(receiptJson(one));
        else
            printReceipt(context, one);
    }
    if (context.json)
        context.printJson(all);
    else if (receipts->isEmpty())
        context.print(told(QT_TRANSLATE_NOOP("Command", "No booking is due")));
    return {};
}

Status listPlans(Context &context, Session &session)
{
    const Result<QList<store::PlanSummary>> plans = session.plans();
    if (!plans)
        return plans.error();
    QJsonArray all;
    for (const store::PlanSummary &one : *plans) {
        all.append(QJsonObject{{u"plan"_s, one.id},
                               {u"digest"_s, one.digest},
                               {u"revision"_s, one.revision},
                               {u"robot"_s, one.robot},
                               {u"title"_s, one.title},
                               {u"maker"_s, one.maker},
                               {u"made"_s, toValue(one.made)},
                               {u"state"_s, store::toString(one.state)},
                               {u"approver"_s, toValue(one.approver)},
                               {u"applied"_s, toValue(one.applied)},
                               {u"changes"_s, one.changes},
                               {u"questions"_s, one.questions}});
        context.print(u"%1  %2  %3  %4"_s.arg(one.id, store::toString(one.state), momentText(one.made), one.title));
    }
    if (context.json)
        context.printJson(all);
    return {};
}

// The answers that leave every open line as it is: a start for the file that `apply --answers` reads.
void printSkips(const Context &context, const Plan &plan)
{
    QJsonArray answers;
    int last = 0;
    for (const Question &one : plan.questions)
        if (std::exchange(last, one.line) != one.line)
            answers.append(QJsonObject{{u"line"_s, one.line}, {u"skip"_s, true}});
    context.printJson(answers);
}

Status showPlan(Context &context, Session &session, const QString &id, bool openLines)
{
    const Result<Plan> plan = session.plan(id);
    if (!plan)
        return plan.error();
    if (openLines) {
        printSkips(context, *plan);
        return {};
    }
    printPlan(context, *plan);
    return {};
}

Status listBookings(Context &context, Session &session)
{
    const Result<QList<store::Booking>> bookings = session.store().bookings();
    if (!bookings)
        return bookings.error();
    QJsonArray all;
    for (const store::Booking &one : *bookings) {
        QJsonObject json = toJson(one.change);
        json.insert(u"plan"_s, one.plan);
        all.append(json);
        context.print(one.change.effective.toString(Qt::ISODate) + u"  "_s + one.plan + u"  "_s
                      + one.change.record.toString() + u"  "_s + one.change.reason);
    }
    if (context.json)
        context.printJson(all);
    return {};
}

} // namespace

void addOrderCommands(CLI::App &app, Context &context)
{
    struct Values {
        std::vector<std::string> files;
        std::string received, plan, approver, answers, out;
        bool due = false;
        bool openLines = false;
    };
    auto values = std::make_shared<Values>(); // shared: the callbacks outlive this function

    CLI::App *plan = app.add_subcommand("plan", said(QT_TRANSLATE_NOOP("Command", "Plans: made, listed, shown")));
    plan->require_subcommand(1);
    CLI::App *order = plan->add_subcommand(
        "personnel-order", said(QT_TRANSLATE_NOOP("Command", "Read personnel orders and plan all that follows; writes nothing else")));
    order->add_option("FILE", values->files, said(QT_TRANSLATE_NOOP("Command", "The orders: PDF, HWPX, XLSX, CSV")))->required();
    order->add_option("--received", values->received,
                      said(QT_TRANSLATE_NOOP("Command", "The day on which the order arrived (default: today); earlier effective days are questions")));
    order->callback([&context, values] {
        withSession(context, [&](Session &session) {
            return planOrderFiles(context, session, texts(values->files), text(values->received));
        });
    });
    CLI::App *list = plan->add_subcommand("list", said(QT_TRANSLATE_NOOP("Command", "All plans, the newest first")));
    list->callback([&context] { withSession(context, [&](Session &session) { return listPlans(context, session); }); });
    CLI::App *show = plan->add_subcommand("show", said(QT_TRANSLATE_NOOP("Command", "One plan, whole")));
    show->add_option("PLAN", values->plan, said(QT_TRANSLATE_NOOP("Command", "The plan, p-…")))->required();
    show->add_flag("--open-lines", values->openLines,
                   said(QT_TRANSLATE_NOOP("Command", "Print answers that skip every open line, to be edited for apply --answers")));
    show->callback([&context, values] {
        withSession(context, [&](Session &session) { return showPlan(context, session, text(values->plan), values->openLines); });
    });

    CLI::App *apply = app.add_subcommand(
        "apply", said(QT_TRANSLATE_NOOP("Command", "Apply exactly the approved plan, whole or not at all; future days are booked")));
    CLI::Option *planOption = apply->add_option("PLAN", values->plan, said(QT_TRANSLATE_NOOP("Command", "The plan, p-…")));
    apply->add_option("--approve-as", values->approver, said(QT_TRANSLATE_NOOP("Command", "Employee number of who approves (default: the actor)")));
    apply->add_option("--answers", values->answers,
                      said(QT_TRANSLATE_NOOP("Command", "Answers to the questions: [{\"line\": 12, \"emp_no\": \"…\"}, {\"line\": 40, \"to_unit\": \"…\"}, {\"line\": 51, \"skip\": true}, {\"line\": 60, \"read\": {\"name\": \"…\"}}]. What is read in a scan is typed by field: name emp_no unit grade kind phrase to_unit to_grade outside date until")));
    apply->add_flag("--due", values->due, said(QT_TRANSLATE_NOOP("Command", "Write the bookings whose day has come")))->excludes(planOption);
    apply->callback([&context, values] {
        if (!values->due && values->plan.empty()) {
            context.fail({Error::Kind::Usage, u"expected a plan or --due but got neither"_s});
            return;
        }
        withSession(context, [&](Session &session) {
            return values->due ? applyDue(context, session)
                               : applyPlan(context, session, text(values->plan), text(values->approver), text(values->answers));
        });
    });
    CLI::App *bookings = app.add_subcommand("bookings", said(QT_TRANSLATE_NOOP("Command", "Changes that wait for their day")));
    bookings->callback([&context] { withSession(context, [&](Session &session) { return listBookings(context, session); }); });
    CLI::App *revert = app.add_subcommand(
        "revert", said(QT_TRANSLATE_NOOP("Command", "Plan the way back of an applied plan; apply that plan to go it")));
    revert->add_option("PLAN", values->plan, said(QT_TRANSLATE_NOOP("Command", "The plan, p-…")))->required();
    revert->callback([&context, values] {
        withSession(context, [&](Session &session) -> Status {
            const Result<Plan> back = session.planRevert(text(values->plan));
            if (!back)
                return back.error();
            printPlan(context, *back);
            return {};
        });
    });
    CLI::App *report = app.add_subcommand("report", said(QT_TRANSLATE_NOOP("Command", "Write the report of a plan for the file")));
    report->add_option("PLAN", values->plan, said(QT_TRANSLATE_NOOP("Command", "The plan, p-…")))->required();
    report->add_option("--out", values->out, said(QT_TRANSLATE_NOOP("Command", "The file: .pdf, .xlsx, or .hwpx")))->required();
    report->callback([&context, values] {
        withSession(context, [&](Session &session) { return session.writeReport(text(values->plan), text(values->out)); });
    });
}

} // namespace naru::run
