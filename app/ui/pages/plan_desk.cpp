#include "ui/pages/plan_desk.h"

#include "ui/pages/approval_bar.h"
#include "ui/pages/plan_model.h"
#include "ui/pages/plan_view.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace naru::ui {

PlanDesk::PlanDesk(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_view(new PlanView(shell, this))
    , m_approval(new ApprovalBar(shell.theme(), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    column->addWidget(m_approval);
    m_approve = addPlanAction(tr("Approve and apply"), u"approve"_s, QKeySequence(u"Ctrl+Return"_s), [this] { askApproval(); });
    m_approve->setProperty("primary", true);
    m_next = addPlanAction(tr("Next question"), u"question"_s, QKeySequence(u"F8"_s), [this] { m_view->goToNextQuestion(); });
    m_report = addPlanAction(tr("Report"), u"report-out"_s, {}, {});
    auto *menu = new QMenu(this);
    for (const QString &ending : {u"pdf"_s, u"xlsx"_s, u"hwpx"_s}) {
        QAction *action = menu->addAction(tr("Report as %1 …").arg(ending.toUpper()));
        action->setProperty("iconName", u"report-out"_s);
        connect(action, &QAction::triggered, this, [this, ending] { chooseReport(ending); });
    }
    m_report->setMenu(menu);
    m_revert = addPlanAction(tr("Take back"), u"revert"_s, {}, [this] { planRevert(); });
    connect(m_view, &PlanView::answered, this, &PlanDesk::answer);
    connect(m_approval, &ApprovalBar::approved, this, &PlanDesk::apply);
    showState();
}

QAction *PlanDesk::addPlanAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act)
{
    auto *action = new QAction(m_shell.theme().icon(icon), text, this);
    action->setProperty("iconName", icon);
    action->setShortcut(keys);
    if (act)
        connect(action, &QAction::triggered, this, std::move(act));
    m_actions.append(action);
    return action;
}

Result<PlanDesk::Loaded> PlanDesk::load(run::Session &session, const QString &id)
{
    Result<Plan> plan = session.plan(id);
    if (!plan)
        return plan.error();
    const auto plans = session.plans();
    if (!plans)
        return plans.error();
    const auto directory = session.directory();
    if (!directory)
        return directory.error();
    for (const store::PlanSummary &one : *plans)
        if (one.id == id)
            return Loaded{std::move(*plan), one, *directory};
    return Error{Error::Kind::NotFound, u"expected the plan '"_s + id + u"' but it is not in the list"_s};
}

void PlanDesk::open(const QString &id)
{
    run::Session *session = m_shell.session();
    if (!session)
        return;
    m_shell.works().start(
        this, tr("Opening the plan"), [session, id](const Progress &) { return load(*session, id); },
        [this](const Loaded &loaded) { take(loaded); });
}

void PlanDesk::take(const Loaded &loaded)
{
    m_summary = loaded.summary;
    m_approval->withdraw();
    m_view->setDirectory(loaded.directory);
    m_view->setPlan(loaded.plan, m_summary.state == store::PlanState::Draft);
    showState();
    Q_EMIT shown();
}

void PlanDesk::showState()
{
    using store::PlanState;
    const PlanState state = m_summary.state;
    const bool isThere = !isEmpty();
    m_approve->setEnabled(isThere && state == PlanState::Draft);
    m_next->setEnabled(isThere && state == PlanState::Draft && m_view->questions() > 0);
    m_revert->setEnabled(isThere && (state == PlanState::Applied || state == PlanState::Booked || state == PlanState::PartlyBooked));
    m_report->setEnabled(isThere);
}

QString PlanDesk::subtitle() const
{
    return isEmpty() ? QString() : u"%1 · %2"_s.arg(m_summary.title, mannerOf(m_summary.state).word);
}

void PlanDesk::answer(const QJsonObject &answer)
{
    run::Session *session = m_shell.session();
    if (!session || m_summary.state != store::PlanState::Draft)
        return;
    m_shell.works().start(
        this, tr("Working the answer in"),
        [session, id = m_summary.id, answer](const Progress &) -> Result<Loaded> {
            const Result<Plan> plan = session->answer(id, {answer});
            if (!plan)
                return plan.error();
            return load(*session, id);
        },
        [this](const Loaded &loaded) {
            take(loaded);
            m_shell.saved();
            const int open = m_view->questions();
            m_shell.say(Tone::Success, open ? tr("Noted. %1 to decide.").arg(open) : tr("Noted. Nothing is left to decide."));
        });
}

void PlanDesk::askApproval()
{
    if (!m_approve->isEnabled())
        return;
    if (m_view->questions() > 0) {
        m_view->goToNextQuestion();
        m_shell.say(Tone::Warning, tr("%1 to decide before the plan can be applied.").arg(m_view->questions()));
        return;
    }
    int later = 0;
    for (const Change &change : m_view->plan().changes)
        later += change.effective > m_shell.today() ? 1 : 0;
    const int all = static_cast<int>(m_view->plan().changes.size());
    m_approval->ask(all - later, later, m_summary.digest, m_shell.session() ? m_shell.session()->actor() : QString());
}

void PlanDesk::apply(const QString &approver)
{
    run::Session *session = m_shell.session();
    if (!session)
        return;
    m_shell.works().start(
        this, tr("Applying the plan"),
        [session, id = m_summary.id, digest = m_summary.digest, approver](const Progress &progress) {
            return session->applyPlan(id, digest, approver, progress);
        },
        [this](const store::Receipt &receipt) { applied(receipt); });
}

void PlanDesk::applied(const store::Receipt &receipt)
{
    const QLocale locale;
    const QString text = receipt.booked ? tr("Applied: %1 changes now, %2 on their day.")
                                              .arg(locale.toString(receipt.written), locale.toString(receipt.booked))
                                        : tr("Applied: %1 changes.").arg(locale.toString(receipt.written));
    m_shell.offerUndo(text, [this, id = receipt.plan] { undo(id); });
    m_shell.notify({NoticeLevel::News, u"%1 – %2"_s.arg(m_summary.title, text), QDateTime::currentDateTimeUtc(), u"plans"_s,
                    {u"plan"_s, receipt.plan}});
    m_shell.saved();
    open(receipt.plan);
    Q_EMIT written();
}

// The click on the undo bar is the approval of the way back.
void PlanDesk::undo(const QString &plan)
{
    run::Session *session = m_shell.session();
    m_shell.works().start(
        this, tr("Taking the plan back"),
        [session, plan](const Progress &progress) -> Result<store::Receipt> {
            const Result<Plan> back = session->planRevert(plan);
            if (!back)
                return back.error();
            return session->applyPlan(back->id, back->digest(), session->actor(), progress);
        },
        [this, plan](const store::Receipt &receipt) {
            m_shell.say(Tone::Success, tr("Taken back: %1 changes.").arg(QLocale().toString(receipt.written)));
            m_shell.saved();
            open(plan);
            Q_EMIT written();
        });
}

void PlanDesk::planRevert()
{
    run::Session *session = m_shell.session();
    if (!session)
        return;
    m_shell.works().start(
        this, tr("Planning the way back"), [session, id = m_summary.id](const Progress &) { return session->planRevert(id); },
        [this](const Plan &plan) {
            m_shell.say(Tone::Information, tr("The way back is a plan too: look at it and approve it."));
            open(plan.id);
            Q_EMIT written();
        });
}

void PlanDesk::chooseReport(const QString &ending)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = m_summary.title;
    name.replace(u'/', u'-');
    auto *dialog = new QFileDialog(this, tr("Save the report"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(u"*."_s + ending);
    dialog->selectFile(name + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this, &PlanDesk::writeReport);
    dialog->open();
}

void PlanDesk::writeReport(const QString &path)
{
    run::Session *session = m_shell.session();
    if (!session)
        return;
    m_shell.works().start(
        this, tr("Writing the report"),
        [session, id = m_summary.id, path](const Progress &) { return session->writeReport(id, path); },
        [this, path] { m_shell.say(Tone::Success, tr("The report lies in %1").arg(path)); });
}

} // namespace naru::ui
