#include "run/bpmn_trace.h"

#include "engine/bpmn/execution.h"

#include <QTimeZone>

#include <algorithm>
#include <deque>

namespace naru::run {

namespace {

using namespace bpmn;
using feel::Value;

constexpr qint64 epoch = 1'767'225'600'000; // 2026-01-01T00:00:00Z
constexpr qint64 tenSeconds = 10'000;
const QString data = u"String data"_s;

// All instances of a case, what they asked for, and the messages between them.
class World {
public:
    World(const Definition &definition, const TraceCase &one)
        : m_definition(definition)
        , m_case(one)
    {
    }

    QStringList run(const QString &process)
    {
        if (m_case.isParallel)
            begin(u"ParallelProcess"_s);
        begin(process);
        while (m_passed < 100'000 && step())
            ++m_passed;
        return m_trace;
    }

private:
    struct Instance {
        State state;
    };
    struct Deed { // an effect, done at a time
        qint64 at = 0;
        qint64 asked = 0;
        size_t instance = 0;
        Id effect = 0;
    };
    struct Letter { // a message that nobody has taken yet
        QString name;
        QString element;
        Value payload;
    };
    struct DelayedStart {
        qint64 at = 0;
        Start start;
        qint64 left = 0; // further times
        qint64 period = 0;
    };

    qint64 end() const { return epoch + m_case.delay; }
    feel::Context variables() const
    {
        feel::Context all{{u"integerVariable"_s, Value(m_case.integer)}};
        if (!m_case.input.isNull())
            all.put(u"test"_s, Value(m_case.input));
        return all;
    }

    // On request, or for processes that only an event starts: as soon as it happens.
    void begin(const QString &process)
    {
        const int body = m_definition.bodyOf(process);
        bool isOnRequest = false;
        for (const Start &start : m_definition.starts())
            isOnRequest |= start.body == body && start.event.type == Trigger::Type::None;
        if (isOnRequest) {
            start(process, {}, {});
            return;
        }
        for (const Start &one : m_definition.starts()) {
            if (one.body != body)
                continue;
            if (one.event.type == Trigger::Type::Conditional && isTrue(one.event.expression))
                trigger(one, {});
            if (one.event.type == Trigger::Type::Timer)
                delay(one);
        }
    }

    bool isTrue(const ExpressionPointer &expression) const
    {
        QList<Value> values;
        for (const QString &name : expression->names())
            values.append(variables().value(name));
        const Result<Value> value = expression->evaluate(values, {});
        return value && value->isTrue();
    }

    void delay(const Start &one)
    {
        const Result<TimerPlan> plan = timerPlan(one.event.timer, Value(one.event.text), epoch, u"UTC"_s);
        const std::optional<qint64> due = plan ? plan->occurrence(plan->first) : std::nullopt;
        if (due)
            m_delayed.append({*due, one, plan->times < 0 ? 1'000'000 : plan->times - 1, plan->period.milliseconds});
    }

    // A start event that waits for all of its triggers starts when the last has come.
    void trigger(const Start &start, const Value &payload)
    {
        const Node &node = m_definition.node(start.node);
        if (node.isParallelMultiple) {
            QList<int> &seen = m_triggers[start.node];
            if (!seen.contains(start.trigger))
                seen.append(start.trigger);
            if (seen.size() < node.triggers.size())
                return;
            seen.clear();
        }
        this->start(m_definition.body(start.body).id, node.id, payload);
    }

    void start(const QString &process, const QString &element, const Value &payload)
    {
        StartInstance command;
        command.instance = u"i"_s + QString::number(m_instances.size() + 1);
        command.process = process;
        command.element = element;
        command.zone = u"UTC"_s;
        command.variables = variables();
        command.payload = payload;
        m_instances.push_back({});
        if (!perform(m_instances.size() - 1, {moment(), command}))
            m_trace.append(u"ERROR_runtime"_s);
    }

    QDateTime moment() const { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); }

    bool perform(size_t instance, const Command &command)
    {
        Result<Decision> decision = decideOn(m_definition, m_instances[instance].state, command);
        if (!decision)
            return false;
        m_instances[instance].state = std::move(decision->state);
        for (const Event &fact : decision->facts)
            note(instance, fact);
        return true;
    }

    void note(size_t instance, const Event &fact)
    {
        if (const auto *asked = std::get_if<EffectAsked>(&fact)) {
            const QString script = m_definition.node(asked->node).work.script;
            const bool takesTime = asked->kind == Work::Type::Script
                && (script == u"WAIT_TEN_SECONDS"_s || script.startsWith(u"CREATE_TIMESTAMP_LOG"_s));
            const Deed deed{m_now + (takesTime ? tenSeconds : 0), m_now, instance, asked->id};
            const auto later = [](qint64 at, const Deed &other) { return at < other.at; };
            m_deeds.insert(std::upper_bound(m_deeds.begin(), m_deeds.end(), deed.at, later), deed);
        } else if (std::holds_alternative<IncidentRaised>(fact)) {
            m_trace.append(u"ERROR_runtime"_s);
        } else if (const auto *ended = std::get_if<InstanceEnded>(&fact)) {
            if (ended->outcome == State::Outcome::Failed)
                m_trace.append(u"ERROR_thrownErrorEvent"_s);
        }
    }

    // The next thing that happens, up to the end of the case: letters that somebody waits for by now, then deeds and
    // timers as they are due, deeds first.
    bool step()
    {
        for (size_t i = 0; i < m_letters.size(); ++i)
            if (deliver(m_letters[i], false)) {
                m_letters.erase(m_letters.begin() + std::ptrdiff_t(i));
                return true;
            }
        size_t instance = 0;
        const std::optional<Wait> timer = nextTimer(instance);
        const qint64 due = timer ? qMax(timer->due, m_now) : end() + 1;
        const qint64 start = nextStart();
        const qint64 deed = m_deeds.empty() ? end() + 1 : m_deeds.front().at;
        if (std::min({due, start, deed}) > end())
            return false;
        m_now = std::min({due, start, deed});
        if (deed == m_now)
            doNext();
        else if (start == m_now)
            startDelayed();
        else
            perform(instance, {moment(), FireTimer{waitKey(m_definition, m_instances[instance].state, *timer)}});
        return true;
    }

    std::optional<Wait> nextTimer(size_t &instance) const
    {
        std::optional<Wait> first;
        for (size_t i = 0; i < m_instances.size(); ++i)
            for (const Wait &wait : openTimers(m_instances[i].state))
                if (!first || wait.due < first->due) {
                    first = wait;
                    instance = i;
                }
        return first;
    }

    qint64 nextStart() const
    {
        qint64 first = end() + 1;
        for (const DelayedStart &one : m_delayed)
            first = qMin(first, one.at);
        return first;
    }

    void startDelayed()
    {
        for (int i = 0; i < m_delayed.size(); ++i) {
            if (m_delayed[i].at != m_now)
                continue;
            const Start start = m_delayed[i].start;
            if (m_delayed[i].left-- > 0 && m_delayed[i].period > 0)
                m_delayed[i].at += m_delayed[i].period;
            else
                m_delayed.removeAt(i);
            trigger(start, {});
            return;
        }
    }

    void doNext()
    {
        const Deed deed = m_deeds.front();
        m_deeds.pop_front();
        const State &state = m_instances[deed.instance].state;
        const Effect *open = state.effects.find(deed.effect);
        if (!open)
            return; // withdrawn
        const Effect effect = *open;
        const QString key = effectKey(m_definition, state, effect);
        feel::Context result;
        if (effect.kind == Work::Type::Script) {
            const QString script = m_definition.node(effect.node).work.script;
            if (script == u"THROW_ERROR"_s) {
                perform(deed.instance, {moment(), ThrowError{key, u"ERR_CODE"_s, {}}});
                return;
            }
            result = play(script, state, effect, deed);
        } else if (effect.kind == Work::Type::Send) {
            const Letter letter{effect.name, targetOf(effect.node), effect.input};
            if (!deliver(letter, true))
                m_letters.push_back(letter);
        } else if (effect.kind == Work::Type::Signal) {
            broadcast(deed.instance, effect);
        }
        perform(deed.instance, {moment(), CompleteEffect{key, result}});
    }

    feel::Context play(const QString &script, const State &state, const Effect &effect, const Deed &deed)
    {
        if (script == u"CREATE_LOG_FILE"_s || script == u"WAIT_TEN_SECONDS"_s)
            return {};
        if (script == u"CREATE_MARKER_FILE"_s) {
            m_trace.append(u"MARKER_exists"_s);
            return {};
        }
        if (script.startsWith(u"INCREMENT_INTEGER_VARIABLE"_s)) {
            const Value *counted = findVariable(state, effect.activity, u"integerVariable"_s);
            if (script.endsWith(u"_AND_LOG"_s))
                m_trace.append(u"INCREMENT_correct"_s);
            const Decimal before = counted && counted->is(Value::Kind::Number) ? counted->number() : Decimal();
            return {{u"integerVariable"_s, Value(before + Decimal(1))}};
        }
        if (script == u"SET_STRING_DATA"_s)
            return written(effect);
        if (script == u"LOG_DATA"_s)
            logData(state, effect);
        else if (script.startsWith(u"CREATE_TIMESTAMP_LOG"_s))
            logInterval(deed);
        else
            m_trace.append(script);
        return {};
    }

    feel::Context written(const Effect &effect) const
    {
        feel::Context result;
        for (const DataItem &item : m_definition.node(effect.node).data.outputs)
            result.put(item.variable, Value(data));
        if (result.size() == 0)
            result.put(u"data"_s, Value(data));
        return result;
    }

    void logData(const State &state, const Effect &effect)
    {
        const feel::Context seen = effect.input.is(Value::Kind::Context) && effect.input.context().size() > 0
            ? effect.input.context()
            : visibleVariables(state, effect.activity);
        for (const feel::Context::Entry &entry : seen.entries())
            if (entry.second == Value(data)) {
                m_trace.append(u"DATA_correct"_s);
                return;
            }
    }

    void logInterval(const Deed &deed)
    {
        for (const auto &[from, to] : m_intervals)
            if (from < deed.at && deed.asked < to && !m_trace.contains(u"EXECUTION_parallel"_s))
                m_trace.append(u"EXECUTION_parallel"_s);
        m_intervals.append({deed.asked, deed.at});
    }

    // Where a message flow leads that begins at the node: to a node, or to a whole process.
    QString targetOf(int node) const
    {
        for (const Element *flow : m_definition.model().all(Kind::MessageFlow)) {
            if (m_definition.model().referred(*flow, u"sourceRef") != m_definition.node(node).element)
                continue;
            const Element *target = m_definition.model().referred(*flow, u"targetRef");
            return target && target->is(Kind::FlowNode) ? target->id() : QString();
        }
        return {};
    }

    // To whoever waits, the longest first; else, for a fresh letter, to a process that it starts.
    bool deliver(const Letter &letter, bool mayStart)
    {
        for (size_t i = 0; i < m_instances.size(); ++i) {
            DeliverMessage message;
            message.name = letter.name;
            message.payload = letter.payload;
            message.element = letter.element;
            if (m_instances[i].state.isRunning() && perform(i, {moment(), message}))
                return true;
        }
        for (const Start &start : m_definition.starts())
            if (mayStart && start.event.type == Trigger::Type::Message && start.event.name == letter.name
                && (letter.element.isEmpty() || m_definition.node(start.node).id == letter.element)) {
                trigger(start, letter.payload);
                return true;
            }
        return false;
    }

    void broadcast(size_t source, const Effect &effect)
    {
        const size_t count = m_instances.size();
        for (size_t i = 0; i < count; ++i)
            if (i != source && m_instances[i].state.isRunning())
                perform(i, {moment(), DeliverSignal{effect.name, effect.input}});
        for (const Start &start : m_definition.starts())
            if (start.event.type == Trigger::Type::Signal && start.event.name == effect.name)
                trigger(start, effect.input);
    }

    const Definition &m_definition;
    const TraceCase &m_case;
    qint64 m_now = epoch;
    int m_passed = 0;
    std::vector<Instance> m_instances;
    std::deque<Deed> m_deeds; // by time
    std::deque<Letter> m_letters;
    QList<DelayedStart> m_delayed;
    QMap<int, QList<int>> m_triggers;
    QList<std::pair<qint64, qint64>> m_intervals;
    QStringList m_trace;
};

} // namespace

QStringList trace(const Definition &definition, const QString &process, const TraceCase &one)
{
    return World(definition, one).run(process);
}

} // namespace naru::run
