// Takes an instance to another definition: the same state, seen as the new definition sees it. Refused where something that
// lives has no counterpart of its kind.
#include "engine/bpmn/execution_run.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

class Migration {
public:
    Migration(const Definition &from, const Migrate &wish)
        : m_from(from)
        , m_to(wish.definition)
        , m_elements(wish.elements)
    {
    }

    // The elements in which something lives, in the order of their birth, each once.
    const QList<Move> &moves() const { return m_moves; }

    Result<State> migrated(const State &state)
    {
        State moved = state;
        moved.definition = m_to.digest();
        state.scopes.each([&](Scope scope) {
            scope.body = body(scope.body);
            for (Tokens &tokens : scope.tokens)
                tokens.flow = flow(tokens.flow);
            std::sort(scope.tokens.begin(), scope.tokens.end(),
                      [](const Tokens &a, const Tokens &b) { return a.flow < b.flow; });
            for (int &index : scope.pending)
                index = node(index);
            moved.scopes.insert(scope.id, scope);
        });
        state.activities.each([&](Activity activity) {
            activity.node = node(activity.node);
            for (int &index : activity.consumed)
                index = flow(index);
            moved.activities.insert(activity.id, activity);
        });
        state.waits.each([&](Wait wait) {
            checkTrigger(wait);
            wait.node = node(wait.node);
            moved.waits.insert(wait.id, wait);
        });
        state.effects.each([&](Effect effect) {
            effect.node = node(effect.node);
            moved.effects.insert(effect.id, effect);
        });
        state.records.each([&](CompensationRecord record) {
            record.node = node(record.node);
            moved.records.insert(record.id, record);
        });
        checkPlaces(moved);
        QStringList missing;
        for (const Move &one : std::as_const(m_moves))
            if (one.to.isEmpty())
                missing.append(one.from);
        if (missing.isEmpty())
            return moved;
        return Error{Error::Kind::Invalid, u"expected a counterpart for what lives but there is none for: "_s
                                               + missing.join(u", "_s)};
    }

private:
    QString renamed(const QString &id) const { return m_elements.value(id, id); }

    void place(const QString &from, const QString &to)
    {
        const auto known = std::find_if(m_moves.begin(), m_moves.end(), [&from](const Move &one) { return one.from == from; });
        if (known == m_moves.end())
            m_moves.append({from, to});
        else if (to.isEmpty())
            known->to.clear();
    }

    int node(int index)
    {
        const Node &old = m_from.node(index);
        const int found = m_to.nodeOf(renamed(old.id));
        const bool fits = found >= 0 && m_to.node(found).kind == old.kind && m_to.node(found).loop.type == old.loop.type;
        place(old.id, fits ? m_to.node(found).id : QString());
        return qMax(found, 0);
    }
    int flow(int index)
    {
        const Flow &old = m_from.flow(index);
        const int found = m_to.flowOf(renamed(old.id));
        // A token waits in front of a node: that node must be the same.
        const bool fits = found >= 0 && m_to.node(m_to.flow(found).target).id == renamed(m_from.node(old.target).id);
        place(old.id, fits ? m_to.flow(found).id : QString());
        return qMax(found, 0);
    }
    int body(int index)
    {
        const Body &old = m_from.body(index);
        const int found = m_to.bodyOf(renamed(old.id));
        const bool fits = found >= 0 && m_to.body(found).kind == old.kind;
        place(old.id, fits ? m_to.body(found).id : QString());
        return qMax(found, 0);
    }
    void checkTrigger(const Wait &wait)
    {
        const int found = m_to.nodeOf(renamed(m_from.node(wait.node).id));
        const QList<Trigger> triggers = found < 0 ? QList<Trigger>() : m_to.node(found).triggers;
        if (wait.trigger >= triggers.size() || triggers[wait.trigger].type != wait.type
            || (wait.type != Trigger::Type::Timer && triggers[wait.trigger].name != wait.name))
            place(m_from.node(wait.node).id, {});
    }
    // What lives must stand where its scope is.
    void checkPlaces(const State &moved)
    {
        moved.activities.each([&](const Activity &activity) {
            const Scope *scope = moved.scopes.find(activity.scope);
            if (!scope || m_to.node(activity.node).body != scope->body)
                lose(m_to.node(activity.node).id);
        });
        moved.scopes.each([&](const Scope &scope) {
            for (const Tokens &tokens : scope.tokens)
                if (m_to.flow(tokens.flow).body != scope.body)
                    lose(m_to.flow(tokens.flow).id);
        });
    }
    void lose(const QString &to)
    {
        for (Move &one : m_moves)
            if (one.to == to)
                one.to.clear();
    }

    const Definition &m_from;
    const Definition &m_to;
    const QMap<QString, QString> &m_elements;
    QList<Move> m_moves;
};

} // namespace

QList<Move> movesOf(const Definition &from, const State &state, const Migrate &wish)
{
    Migration migration(from, wish);
    (void)bool(migration.migrated(state)); // what fails has no place to go to
    return migration.moves();
}

Status Execution::wish(const Migrate &command)
{
    if (!command.definition.isSound())
        return Error{Error::Kind::Invalid, u"expected a sound definition to migrate to but it has problems"_s};
    Result<State> migrated = Migration(m_definition, command).migrated(m_state);
    if (!migrated)
        return migrated.error();
    emitFact(InstanceMigrated{std::make_shared<const State>(*std::move(migrated))});
    m_isStopped = true; // what follows is for the new definition to decide
    return {};
}

} // namespace naru::bpmn
