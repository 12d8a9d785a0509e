#include "engine/dmn/table_logic.h"

#include <algorithm>
#include <numeric>

namespace naru::dmn {

namespace {

using feel::Boxed;
using feel::Evaluation;
using feel::HostCall;
using feel::Type;
using feel::Value;
using feel::Warning;

Error invalid(const QString &code, const QString &place, const QString &text)
{
    return {Error::Kind::Invalid, place + u": "_s + text, code};
}

Boxed part(Boxed::Kind kind, const Text &text, const QString &ifEmpty, const Type &type = {})
{
    Boxed box;
    box.kind = kind;
    box.text = text.text.trimmed().isEmpty() ? ifEmpty : text.text;
    box.type = type;
    box.source = text.place;
    return box;
}

Status requireFeel(const Text &text)
{
    if (isFeel(text.language))
        return {};
    return invalid(u"dmn.language"_s, text.place, u"expected FEEL but found '"_s + text.language + u'\'');
}

QString ruleNumbers(const QList<int> &rules)
{
    QStringList numbers;
    for (const int one : rules)
        numbers.append(QString::number(one + 1));
    return numbers.join(u", "_s);
}

} // namespace

Result<Boxed> TableLogic::box(const Expression &expression, const TypeTable &types, const QStringList &names,
                              Matching matching)
{
    const std::shared_ptr<TableLogic> logic(new TableLogic);
    Boxed box;
    box.kind = Boxed::Kind::Host;
    box.source = expression.place;
    logic->m_place = expression.place;
    logic->m_matching = matching;
    logic->m_rules = int(expression.table->rules.size());
    const std::optional<HitPolicy> policy = hitPolicyOf(*expression.table);
    if (!policy)
        return invalid(u"dmn.hit-policy"_s, expression.place,
                       u"expected a hit policy but found '"_s + expression.table->hitPolicy + u' '
                           + expression.table->aggregation + u'\'');
    logic->m_policy = *policy;
    if (const Status status = logic->readInputs(*expression.table, types, box); !status)
        return status.error();
    if (const Status status = logic->readOutputs(*expression.table, types, box); !status)
        return status.error();
    if (const Status status = logic->readRules(*expression.table, types, names, box); !status)
        return status.error();
    if (const Status status = logic->readAggregation(); !status)
        return status.error();
    // The type of a table with many hits may be said of one of them.
    const Type declared = types.type(expression.typeRef);
    const bool ofOne = isListed(*policy) && !declared.isAny() && declared.kind() != Type::Kind::List;
    box.type = ofOne ? Type::listOf(declared) : declared;
    box.host = logic;
    return box;
}

Status TableLogic::readInputs(const DecisionTable &table, const TypeTable &types, Boxed &box)
{
    for (const InputClause &clause : table.inputs) {
        if (const Status status = requireFeel(clause.expression); !status)
            return status;
        box.parts.append(part(Boxed::Kind::Literal, clause.expression, u"null"_s));
        m_inputs.push_back({clause.place, types.type(clause.expression.typeRef)});
    }
    for (size_t i = 0; i < table.inputs.size(); ++i) {
        const std::optional<Text> &values = table.inputs[i].values;
        if (!values || values->text.trimmed().isEmpty() || values->text.trimmed() == u"-")
            continue;
        if (const Status status = requireFeel(*values); !status)
            return status;
        m_inputs[i].values = int(box.parts.size());
        box.parts.append(part(Boxed::Kind::UnaryTests, *values, u"-"_s));
    }
    return {};
}

Status TableLogic::readOutputs(const DecisionTable &table, const TypeTable &types, Boxed &box)
{
    const bool isSingle = table.outputs.size() == 1;
    QList<Type::Member> members;
    for (const OutputClause &clause : table.outputs) {
        Output output{clause.place, clause.name, {}, false, -1};
        const QString own = clause.values ? clause.values->text.trimmed() : QString();
        const QString tests = own.isEmpty() ? types.allowedValues(clause.typeRef) : own;
        if (!tests.isEmpty()) {
            Result<ValueOrder> order = ValueOrder::parse(tests, {{}, {}, clause.place});
            if (!order)
                return invalid(order.error().code, clause.place, order.error().text);
            output.order = *std::move(order);
            output.isLimited = !own.isEmpty();
        }
        if (clause.defaultEntry && !clause.defaultEntry->text.trimmed().isEmpty()) {
            if (const Status status = requireFeel(*clause.defaultEntry); !status)
                return status;
            output.defaultEntry = int(box.parts.size());
            box.parts.append(part(Boxed::Kind::Literal, *clause.defaultEntry, u"null"_s, types.type(clause.typeRef)));
        }
        members.append({clause.name, types.type(clause.typeRef)});
        m_outputs.push_back(std::move(output));
    }
    if (m_outputs.empty())
        return invalid(u"dmn.cells"_s, m_place, u"expected an output clause but found none"_s);
    m_type = isSingle ? members.first().second : Type::contextOf(members);
    if (isListed(m_policy))
        m_type = Type::listOf(m_type);
    else if (m_policy == HitPolicy::Count)
        m_type = Type(Type::Kind::Number);
    return {};
}

Status TableLogic::readRules(const DecisionTable &table, const TypeTable &types, const QStringList &names, Boxed &box)
{
    std::vector<std::vector<std::optional<ConstantTest>>> cells(m_inputs.size());
    m_firstInputEntry = int(box.parts.size());
    for (const Rule &rule : table.rules) {
        if (rule.inputEntries.size() != m_inputs.size() || rule.outputEntries.size() != m_outputs.size())
            return invalid(u"dmn.cells"_s, rule.place,
                           u"expected %1 input and %2 output entries but found %3 and %4"_s.arg(m_inputs.size())
                               .arg(m_outputs.size())
                               .arg(rule.inputEntries.size())
                               .arg(rule.outputEntries.size()));
        for (size_t i = 0; i < m_inputs.size(); ++i) {
            const Text &entry = rule.inputEntries[i];
            if (const Status status = requireFeel(entry); !status)
                return status;
            box.parts.append(part(Boxed::Kind::UnaryTests, entry, u"-"_s));
            const bool isRead = m_matching == Matching::Compiled;
            cells[i].push_back(isRead ? constantTest(entry.text, names) : std::nullopt);
        }
    }
    m_firstOutputEntry = int(box.parts.size());
    for (const Rule &rule : table.rules)
        for (size_t i = 0; i < m_outputs.size(); ++i) {
            if (const Status status = requireFeel(rule.outputEntries[i]); !status)
                return status;
            box.parts.append(
                part(Boxed::Kind::Literal, rule.outputEntries[i], u"null"_s, types.type(table.outputs[i].typeRef)));
        }
    for (const auto &column : cells)
        m_columns.emplace_back(column);
    return {};
}

Status TableLogic::readAggregation()
{
    const QString name = m_policy == HitPolicy::Sum ? u"sum"_s
        : m_policy == HitPolicy::Least              ? u"min"_s
        : m_policy == HitPolicy::Greatest           ? u"max"_s
        : m_policy == HitPolicy::Count              ? u"count"_s
                                                    : QString();
    if (name.isEmpty())
        return {};
    Result<feel::Expression> expression =
        feel::Expression::parse(name + u"(outputs)"_s, {{{u"outputs"_s, {}}}, {}, m_place});
    if (!expression)
        return expression.error();
    m_aggregation = *std::move(expression);
    return {};
}

Type TableLogic::type() const
{
    return m_type;
}

Value TableLogic::evaluate(HostCall &call) const
{
    TableRun run;
    run.place = m_place;
    std::optional<QList<Value>> values = inputs(call);
    if (values && call.evaluation().step(m_rules)) {
        run.inputs = *std::move(values);
        run.matched = matches(call, run.inputs);
        run.result = decide(call, run);
    }
    if (auto *observer = dynamic_cast<TableObserver *>(call.evaluation().observer()))
        observer->tableDecided(run);
    return run.result;
}

// The values of the input expressions; nothing, and a warning, where one is not of its type or not allowed.
std::optional<QList<Value>> TableLogic::inputs(HostCall &call) const
{
    QList<Value> values;
    for (size_t i = 0; i < m_inputs.size(); ++i) {
        const Input &input = m_inputs[i];
        const Value value = call.part(int(i));
        const std::optional<Value> typed = feel::coerced(value, input.type);
        if (!typed) {
            fail(call,
                 u"expected input %1 to be of type %2 but it is %3"_s.arg(i + 1).arg(input.type.name(),
                                                                                     feel::toText(value)));
            return {};
        }
        if (input.values >= 0 && !call.test(input.values, *typed).isTrue()) {
            fail(call,
                 u"expected one of the allowed values as input %1 but it is %2"_s.arg(i + 1).arg(feel::toText(value)));
            return {};
        }
        values.append(*typed);
    }
    return values;
}

QList<int> TableLogic::matches(HostCall &call, const QList<Value> &inputs) const
{
    std::vector<std::optional<int>> places;
    for (size_t i = 0; i < m_columns.size(); ++i)
        places.push_back(m_columns[i].placeOf(inputs[qsizetype(i)]));
    QList<int> matched;
    for (int rule = 0; rule < m_rules; ++rule) {
        if (!matches(call, inputs, places, rule))
            continue;
        matched.append(rule);
        if (m_policy == HitPolicy::First)
            break;
    }
    return matched;
}

// Column by column, so that FEEL is asked exactly as if there were no constants.
bool TableLogic::matches(HostCall &call, const QList<Value> &inputs, const std::vector<std::optional<int>> &places,
                         int rule) const
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const ConstantColumn &column = m_columns[i];
        if (column.isAny(size_t(rule)))
            continue;
        const bool holds = places[i] && column.isRead(size_t(rule))
            ? column.holds(size_t(rule), *places[i])
            : call.test(inputPart(rule, i), inputs[qsizetype(i)]).isTrue();
        if (!holds)
            return false;
    }
    return true;
}

Value TableLogic::decide(HostCall &call, TableRun &run) const
{
    if (run.matched.isEmpty())
        return defaults(call);
    if (m_policy == HitPolicy::Unique && run.matched.size() > 1)
        return fail(call, u"expected one matching rule but rules %1 match"_s.arg(ruleNumbers(run.matched)));
    QList<Value> outputs;
    for (const int rule : run.matched) {
        const std::optional<Value> one = output(call, rule);
        if (!one)
            return {};
        outputs.append(*one);
    }
    run.hits = run.matched;
    if (m_policy == HitPolicy::Priority || m_policy == HitPolicy::OutputOrder) {
        QList<Value> sorted;
        run.hits.clear();
        for (const int at : ordered(call, run, outputs)) {
            sorted.append(outputs[at]);
            run.hits.append(run.matched[at]);
        }
        outputs = sorted;
    }
    if (isListed(m_policy))
        return call.evaluation().made(Value(outputs));
    return m_policy >= HitPolicy::Sum ? aggregated(call, outputs) : single(call, run, outputs);
}

Value TableLogic::single(HostCall &call, TableRun &run, const QList<Value> &outputs) const
{
    if (m_policy == HitPolicy::Any)
        for (const Value &one : outputs)
            if (!(one == outputs.first()))
                return fail(
                    call,
                    u"expected equal outputs but rules %1 match and give several"_s.arg(ruleNumbers(run.matched)));
    run.hits = {run.hits.first()};
    return outputs.first();
}

// The indexes of the outputs, first those that stand first in the lists of output values (DMN 1.5 §8.2.10).
QList<int> TableLogic::ordered(HostCall &call, const TableRun &run, const QList<Value> &outputs) const
{
    std::vector<std::vector<int>> ranks;
    for (const Value &one : outputs) {
        std::vector<int> rank;
        for (const Output &output : m_outputs) {
            const Value value = m_outputs.size() == 1 ? one : one.context().value(output.name);
            rank.push_back(output.order.rank(call.evaluation(), value));
        }
        ranks.push_back(std::move(rank));
    }
    QList<int> indexes(run.matched.size());
    std::iota(indexes.begin(), indexes.end(), 0);
    std::stable_sort(indexes.begin(), indexes.end(),
                     [&ranks](int a, int b) { return ranks[size_t(a)] < ranks[size_t(b)]; });
    return indexes;
}

Value TableLogic::aggregated(HostCall &call, const QList<Value> &outputs) const
{
    return m_aggregation.evaluate(call.evaluation(), {Value(outputs)});
}

// What the rule gives; nothing, and a warning, where it gives what the output values do not allow.
std::optional<Value> TableLogic::output(HostCall &call, int rule) const
{
    QList<Value> values;
    for (size_t i = 0; i < m_outputs.size(); ++i) {
        const Value value = call.part(m_firstOutputEntry + rule * int(m_outputs.size()) + int(i));
        const ValueOrder &order = m_outputs[i].order;
        if (m_outputs[i].isLimited && order.rank(call.evaluation(), value) == order.size()) {
            fail(call,
                 u"expected one of the allowed output values from rule %1 but it gives %2"_s.arg(rule + 1).arg(
                     feel::toText(value)));
            return {};
        }
        values.append(value);
    }
    if (m_outputs.size() == 1)
        return values.first();
    feel::Context context;
    for (size_t i = 0; i < m_outputs.size(); ++i)
        context.put(m_outputs[i].name, values[qsizetype(i)]);
    return call.evaluation().made(Value(context));
}

Value TableLogic::defaults(HostCall &call) const
{
    const auto hasDefault = [](const Output &one) { return one.defaultEntry >= 0; };
    if (!std::any_of(m_outputs.begin(), m_outputs.end(), hasDefault))
        return fail(call, u"expected a matching rule, or a default output, but there is none"_s);
    if (m_outputs.size() == 1)
        return call.part(m_outputs.front().defaultEntry);
    feel::Context context;
    for (const Output &one : m_outputs)
        context.put(one.name, one.defaultEntry < 0 ? Value() : call.part(one.defaultEntry));
    return call.evaluation().made(Value(context));
}

Value TableLogic::fail(HostCall &call, const QString &text) const
{
    Evaluation::Place place;
    place.source = &m_place;
    call.evaluation().setPlace(place);
    return call.evaluation().warn(Warning::Kind::External, text);
}

} // namespace naru::dmn
