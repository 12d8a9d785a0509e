#include "office/order/consequences.h"

#include "core/korean_text.h"
#include "office/order/movers.h"

#include <algorithm>

namespace naru::office {

namespace {

// The work that hangs on a person, and to whom it goes (PORTAL §4.5, 행정업무규정 61조, 시행규칙 45조).
class Work {
public:
    Work(const Movers &movers, const Directory &directory, ChangeBuilder &builder, QList<QStringList> &effects)
        : m_movers(movers)
        , m_directory(directory)
        , m_builder(builder)
        , m_effects(effects)
    {
    }

    void handOver(const Mover &mover)
    {
        if (mover.isReorganised && !mover.leaves && !mover.isAway) {
            takeAlong(mover);
            return;
        }
        if (mover.isNew || !(mover.leaves || mover.isAway || mover.changesPlace()))
            return;
        m_builder.setContext(mover.line(), mover.day);
        m_tasks.clear();
        m_directives.clear();
        m_steps.clear();
        chooseReceiver(mover);
        giveTasks(mover);
        giveDirectives(mover);
        giveSteps(mover);
        changeApprovalLines(mover);
        endDeputies(mover);
        draftHandover(mover);
    }

private:
    void effect(const Mover &mover, const QString &text) { m_effects[mover.line() - 1].append(text); }

    // The successor that the order names, or else whoever leads the unit: the deputy by law.
    void chooseReceiver(const Mover &mover)
    {
        m_receiver = m_movers.successor(mover);
        m_isInterim = m_receiver.isEmpty();
        for (const Unit *unit : m_directory.ancestry(mover.unitBefore)) {
            if (!m_receiver.isEmpty())
                return;
            const QString head = m_movers.headAfter(unit->id, mover.day);
            if (head != mover.empNo)
                m_receiver = head;
        }
    }

    QString receiverName() const
    {
        return m_receiver.isEmpty() ? u"인수자 미정"_s : m_movers.nameOf(m_receiver) + (m_isInterim ? u"(대리 인수)"_s : QString());
    }

    bool isOfPlace(const Mover &mover, const QString &unit) const
    {
        if (mover.leaves || mover.isAway || unit.isEmpty())
            return true;
        return !m_directory.isWithin(unit, mover.unitAfter)
            || m_directory.isWithin(unit, mover.unitBefore);
    }

    void giveTasks(const Mover &mover)
    {
        for (const Task *one : m_directory.tasks(mover.empNo)) {
            const Task before = m_changedTasks.value(one->id, *one);
            if (before.owner != mover.empNo || before.state == u"완료"_s || before.state == u"종결"_s
                || !isOfPlace(mover, before.unit))
                continue;
            m_tasks.append(before);
            if (m_receiver.isEmpty())
                continue;
            Task after = before;
            after.owner = m_receiver;
            m_builder.update(before, after, u"과제 담당 인계(행정업무규정 61조)"_s);
            m_changedTasks.insert(after.id, after);
        }
        if (!m_tasks.isEmpty())
            effect(mover, u"과제 "_s + QString::number(m_tasks.size()) + u"건 → "_s + receiverName());
    }

    void giveDirectives(const Mover &mover)
    {
        for (const Directive *one : m_directory.directives(mover.empNo)) {
            const Directive before = m_changedDirectives.value(one->id, *one);
            if (before.owner != mover.empNo || before.state == u"종결"_s || before.state == u"취소"_s
                || !isOfPlace(mover, before.unit))
                continue;
            m_directives.append(before);
            if (m_receiver.isEmpty())
                continue;
            Directive after = before;
            after.owner = m_receiver;
            m_builder.update(before, after, u"지시사항 담당 인계(행정업무규정 61조)"_s);
            m_changedDirectives.insert(after.id, after);
        }
        if (!m_directives.isEmpty())
            effect(mover, u"지시사항 "_s + QString::number(m_directives.size()) + u"건 → "_s + receiverName());
    }

    // Whoever moves finishes what is under way in the old seat; whoever is gone or away cannot.
    void giveSteps(const Mover &mover)
    {
        int given = 0;
        for (const ApprovalStep *one : m_directory.approvalSteps(mover.empNo)) {
            if (one->state == u"완료"_s)
                continue;
            m_steps.append(*one);
            if (!(mover.leaves || mover.isAway) || m_receiver.isEmpty())
                continue;
            ApprovalStep after = *one;
            after.person = m_receiver;
            m_builder.update(*one, after, u"진행 중 결재 재지정"_s);
            ++given;
        }
        if (given > 0)
            effect(mover, u"진행 중 결재 "_s + QString::number(given) + u"건 → "_s + receiverName());
        else if (!m_steps.isEmpty())
            effect(mover, u"진행 중 결재 "_s + QString::number(m_steps.size()) + u"건은 옛 소속·직위로 마칩니다."_s);
    }

    void changeApprovalLines(const Mover &mover)
    {
        int changed = 0;
        for (const ApprovalLine *one : m_directory.approvalLinesWith(mover.empNo)) {
            const ApprovalLine before = m_changedLines.value(one->id, *one);
            if (before.owner == mover.empNo || !isOfPlace(mover, before.unit))
                continue;
            ApprovalLine after = before;
            after.steps.clear();
            for (const QString &step : before.steps) {
                if (step.section(u':', 1) != mover.empNo)
                    after.steps.append(step);
                else if (const QString next = step.section(u':', 0, 0) + u':' + m_receiver;
                         !m_receiver.isEmpty() && !before.steps.contains(next))
                    after.steps.append(next);
            }
            if (after.steps == before.steps)
                continue;
            m_builder.update(before, after, u"결재선 변경"_s);
            m_changedLines.insert(after.id, after);
            ++changed;
        }
        if (changed > 0)
            effect(mover, u"결재선 "_s + QString::number(changed) + u"개 → "_s + receiverName());
    }

    void endDeputies(const Mover &mover)
    {
        QList<const Deputy *> all = m_directory.deputies(mover.empNo);
        all += m_directory.deputising(mover.empNo);
        for (const Deputy *one : std::as_const(all)) {
            if (!isValidOn(*one, mover.day) || m_endedDeputies.contains(one->id))
                continue;
            Deputy after = *one;
            after.validTo = std::max(mover.day.addDays(-1), one->validFrom);
            m_builder.update(*one, after, u"대행 지정 해제"_s);
            m_endedDeputies.append(one->id);
            effect(mover, u"대행 지정 해제: "_s + m_movers.nameOf(one->person) + u" ← "_s + m_movers.nameOf(one->deputy));
        }
    }

    // 보직재발령: the people stay at their work, the organisation around them has another name.
    void takeAlong(const Mover &mover)
    {
        if (!mover.changesPlace())
            return;
        m_builder.setContext(mover.line(), mover.day);
        int taken = 0;
        for (const Task *one : m_directory.tasks(mover.empNo)) {
            const Task before = m_changedTasks.value(one->id, *one);
            if (before.owner != mover.empNo || before.unit != mover.unitBefore)
                continue;
            Task after = before;
            after.unit = mover.unitAfter;
            m_builder.update(before, after, u"조직 승계"_s);
            m_changedTasks.insert(after.id, after);
            ++taken;
        }
        for (const Directive *one : m_directory.directives(mover.empNo)) {
            const Directive before = m_changedDirectives.value(one->id, *one);
            if (before.owner != mover.empNo || before.unit != mover.unitBefore)
                continue;
            Directive after = before;
            after.unit = mover.unitAfter;
            m_builder.update(before, after, u"조직 승계"_s);
            m_changedDirectives.insert(after.id, after);
            ++taken;
        }
        if (taken > 0)
            effect(mover, u"과제·지시사항 "_s + QString::number(taken) + u"건을 가지고 감"_s);
    }

    void draftHandover(const Mover &mover)
    {
        const MatchedLine &line = *mover.lines.first();
        Handover draft;
        // By the line: two orders may move the same person on one day.
        draft.id = u"H-"_s + m_movers.orderLineId(line);
        draft.from = mover.empNo;
        draft.to = m_receiver;
        draft.unit = mover.unitBefore;
        draft.reason = u"발령("_s + line.kind + u')';
        draft.state = u"작성"_s;
        draft.duties = (m_directory.path(mover.unitBefore) + u' ' + mover.postBefore).trimmed() + u" 업무"_s;
        QStringList plans, issues, pending, documents;
        const QDate soon = mover.day.addMonths(3);
        for (const Task &one : m_tasks) {
            const QString due = one.due.isValid() ? u", 기한 "_s + koreanDate(one.due) : QString();
            plans.append(u"- "_s + one.title + u" ("_s + one.state + due + u')');
            if (one.state == u"보류"_s || one.state == u"변경"_s || (one.due.isValid() && one.due <= soon))
                issues.append(u"- "_s + one.title + u" ("_s + one.state + due + u')');
        }
        for (const Directive &one : m_directives)
            pending.append(u"- 지시: "_s + one.title
                           + (one.due.isValid() ? u" (기한 "_s + koreanDate(one.due) + u')' : QString()));
        for (const ApprovalStep &one : m_steps) {
            pending.append(u"- 결재 진행: "_s + one.title + u" ("_s + one.role + u')');
            documents.append(u"- "_s + one.title + u" ("_s + one.document + u')');
        }
        const auto text = [](const QStringList &list) { return list.isEmpty() ? u"해당 없음"_s : list.join(u'\n'); };
        draft.plans = text(plans);
        draft.issues = text(issues);
        draft.pending = text(pending);
        draft.documents = text(documents);
        draft.assets = u"인계자가 적습니다."_s;
        draft.remarks = m_receiver.isEmpty() ? u"인수자가 정해지지 않았습니다."_s
            : m_isInterim ? u"후임이 정해지지 않아 직무대리자에게 인계합니다(시행규칙 45조). 후임이 오면 즉시 다시 인계합니다."_s
                          : QString();
        m_builder.create(draft, u"업무 인계·인수서 초안(행정업무규정 61조, 시행규칙 45조)"_s);
        effect(mover, u"인계서 초안 1 → "_s + receiverName());
    }

    const Movers &m_movers;
    const Directory &m_directory;
    ChangeBuilder &m_builder;
    QList<QStringList> &m_effects;
    QString m_receiver;
    bool m_isInterim = false;
    QList<Task> m_tasks; // of the present mover
    QList<Directive> m_directives;
    QList<ApprovalStep> m_steps;
    QHash<QString, Task> m_changedTasks;
    QHash<QString, Directive> m_changedDirectives;
    QHash<QString, ApprovalLine> m_changedLines;
    QStringList m_endedDeputies;
};

} // namespace

Consequences consequencesOf(const QList<MatchedLine> &lines, const QList<OrderIdentity> &orders,
                            const Directory &directory)
{
    Consequences result;
    result.effects = QList<QStringList>(lines.size());
    ChangeBuilder builder;
    const Movers movers(lines, orders, directory, builder, result.effects);
    Work work(movers, directory, builder, result.effects);
    for (const Mover &mover : movers.all())
        work.handOver(mover);
    result.changes = builder.changes();
    return result;
}

} // namespace naru::office
