#include "run/causes.h"
#include "run/particles.h"
#include "ui/pages/run_look.h"
#include "ui/pages/task_list.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace naru::ui {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

QString say(const char *text) { return QCoreApplication::translate("naru::ui::RunStory", text); }

QString deedWords(const QString &deed)
{
    if (deed == u"complete")
        return say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Did the task ‘%1’"));
    if (deed == u"retry")
        return say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Let problem %1 be tried again"));
    if (deed == u"skip")
        return say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Let problem %1 be passed over"));
    if (deed == u"cancel")
        return say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Cancelled the run%1"));
    return say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Corrected the value ‘%1’"));
}

} // namespace

QString RunStory::nameOf(int node) const
{
    if (node < 0)
        return {};
    const bpmn::Node &one = m_definition.node(node);
    return one.name.isEmpty() ? one.id : one.name;
}

// "instance/element/number"
QString RunStory::nameOfKey(const QString &key) const
{
    const int node = m_definition.nodeOf(key.section(u'/', -2, -2));
    return node < 0 ? key : nameOf(node);
}

void RunStory::tell(const QDateTime &at, const QString &icon, Tone tone, const QString &text, const QString &who)
{
    m_rows.append({QString::number(m_rows.size()), {{momentText(at), {}, Tone::Text, at}, {run::withParticles(text), icon, tone}, {actorWords(who, m_office)}}});
}

void RunStory::pass(int node, const QList<int> &from, const QList<int> &to)
{
    if (node >= 0)
        ++m_marks.nodes[m_definition.node(node).id].passes;
    for (const QList<int> &flows : {from, to})
        for (const int flow : flows)
            if (flow >= 0)
                m_marks.flows[m_definition.flow(flow).id] = 1;
}

void RunStory::take(const run::RunFact &fact, const QDateTime &at)
{
    std::visit(
        Overloaded{
            [&](const bpmn::Event &event) { takeEvent(event, at); },
            [&](const run::TaskMade &one) {
                QStringList who;
                for (const QString &candidate : one.candidates)
                    who.append(candidateWords(candidate, m_office));
                tell(at, u"task"_s, Tone::Warning, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "‘%1’ waits for %2")).arg(nameOfKey(one.key), who.join(u", "_s)));
            },
            [&](const run::TaskClaimed &one) {
                tell(at, u"person"_s, Tone::Text, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Took the task ‘%1’")).arg(nameOfKey(one.key)), one.by);
            },
            [&](const run::TaskReleased &one) {
                tell(at, u"undo"_s, Tone::Text, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Gave the task ‘%1’ back")).arg(nameOfKey(one.key)), one.by);
            },
            [&](const run::TaskDelegated &one) {
                tell(at, u"handover"_s, Tone::Text,
                     say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Handed the task ‘%1’ on to %2")).arg(nameOfKey(one.key), candidateWords(one.to, m_office)), one.by);
            },
            [&](const run::TaskReminded &one) {
                tell(at, u"clock"_s, Tone::Warning, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Reminder: ‘%1’")).arg(nameOfKey(one.key)));
            },
            [&](const run::TaskEscalated &one) {
                QStringList who;
                for (const QString &candidate : one.to)
                    who.append(candidateWords(candidate, m_office));
                tell(at, u"warning"_s, Tone::Warning,
                     say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "‘%1’ was not done in time and goes to %2 too")).arg(nameOfKey(one.key), who.join(u", "_s)));
            },
            [&](const run::EffectBegun &one) {
                tell(at, u"apply"_s, Tone::Text, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Begins ‘%1’")).arg(nameOfKey(one.key)));
            },
            [&](const run::EffectPostponed &one) {
                tell(at, u"clock"_s, Tone::Warning,
                     say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "‘%1’ could not be done now, again at %2: %3"))
                         .arg(nameOfKey(one.key), momentText(one.until), one.text));
            },
            [&](const run::OutcomeKnown &one) {
                tell(at, u"done"_s, Tone::Success,
                     say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Did ‘%1’: %2 changes")).arg(nameOfKey(one.key)).arg(one.changes));
            },
            [&](const run::DecisionMade &one) {
                m_decisions.append(one);
                tell(at, u"table"_s, Tone::Text, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Decided ‘%1’ by the rules")).arg(nameOfKey(one.key)));
            },
            [&](const run::WishRefused &) {
                tell(at, u"rejected"_s, Tone::Warning, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Refused: %1")).arg(run::cause(u"run.refused"_s)));
            },
            [&](const run::PersonActed &one) {
                const QString about = one.deed == u"complete" ? nameOfKey(one.about) : one.about;
                const QString why = one.text.isEmpty() ? QString() : u": "_s + one.text;
                tell(at, u"person"_s, Tone::Text, deedWords(one.deed).arg(about).trimmed() + why, one.by);
            },
            [&](const run::RunMigrated &) {
                tell(at, u"apply"_s, Tone::Accent, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Goes on with another version of the robot")));
            },
        },
        fact);
}

void RunStory::takeEvent(const bpmn::Event &event, const QDateTime &at)
{
    std::visit(
        Overloaded{
            [&](const bpmn::InstanceStarted &) { tell(at, u"robot"_s, Tone::Accent, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Began"))); },
            [&](const bpmn::VariableSet &one) { m_variables.insert(one.name, {one.value, at}); },
            [&](const bpmn::NodePassed &one) {
                pass(one.node, one.from, one.to);
                const bool isChoice = one.to.size() == 1 && m_definition.node(one.node).outgoing.size() > 1;
                if (!isChoice)
                    return;
                const bpmn::Flow &flow = m_definition.flow(one.to.first());
                const bpmn::Element *drawn = m_definition.model().find(flow.id);
                const QString way = drawn && !drawn->label().isEmpty() ? drawn->label() : flow.id;
                tell(at, u"chevron-right"_s, Tone::Text, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "At ‘%1’: %2")).arg(nameOf(one.node), way));
            },
            [&](const bpmn::NodeEntered &one) {
                m_nodes.insert(one.id, one.node);
                for (const int flow : one.from)
                    if (flow >= 0)
                        m_marks.flows[m_definition.flow(flow).id] = 1;
            },
            [&](const bpmn::NodeLeft &one) { pass(m_nodes.value(one.id, -1), one.from, one.to); },
            [&](const bpmn::NodeCancelled &one) {
                tell(at, u"close"_s, Tone::Muted, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Stopped ‘%1’")).arg(nameOfActivity(one.id)));
            },
            [&](const bpmn::IncidentRaised &one) {
                tell(at, u"warning"_s, Tone::Danger,
                     say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Problem %1 at ‘%2’: %3")).arg(one.id).arg(nameOfActivity(one.activity), incidentWords(one.kind)));
            },
            [&](const bpmn::IncidentClosed &one) {
                tell(at, u"done"_s, Tone::Success, say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Problem %1 is settled")).arg(one.id));
            },
            [&](const bpmn::InstanceEnded &one) {
                const bool isGood = one.outcome == bpmn::State::Outcome::Completed || one.outcome == bpmn::State::Outcome::Terminated;
                tell(at, isGood ? u"done"_s : u"close"_s, isGood ? Tone::Success : Tone::Danger,
                     isGood ? say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Ended as meant"))
                            : say(QT_TRANSLATE_NOOP("naru::ui::RunStory", "Ended early")));
            },
            [](const auto &) {}, // what moves inside the engine needs no telling
        },
        event);
}

} // namespace naru::ui
