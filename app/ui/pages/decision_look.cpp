#include "ui/pages/run_look.h"

#include <QCoreApplication>

namespace naru::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("naru::ui::DecisionLook", text); }

const dmn::DecisionTable *tableAt(const dmn::Expression &expression, const QString &place)
{
    if (expression.table && expression.place == place)
        return expression.table.get();
    for (const dmn::Expression &child : expression.children)
        if (const dmn::DecisionTable *found = tableAt(child, place))
            return found;
    for (const dmn::ContextEntry &entry : expression.entries)
        if (const dmn::DecisionTable *found = tableAt(entry.value, place))
            return found;
    return nullptr;
}

const dmn::DecisionTable *tableAt(const dmn::Model &model, const QString &place)
{
    for (const dmn::Decision &decision : model.decisions)
        if (const dmn::DecisionTable *found = tableAt(decision.logic, place))
            return found;
    for (const dmn::KnowledgeModel &knowledge : model.knowledge)
        if (const dmn::DecisionTable *found = tableAt(knowledge.logic, place))
            return found;
    return nullptr;
}

// Whether the value satisfies a test that needs nothing else to be known.
std::optional<bool> isMet(const QString &test, const QString &value)
{
    const Result<feel::Expression> parsed = feel::Expression::parseUnaryTests(test);
    const Result<feel::Value> input = feel::fromText(value);
    if (!parsed || !input)
        return std::nullopt;
    feel::Evaluation evaluation;
    const feel::Value met = parsed->test(evaluation, *input);
    return met.is(feel::Value::Kind::Boolean) ? std::optional(met.isTrue()) : std::nullopt;
}

Cell testCell(const QString &test, const QString &value)
{
    const std::optional<bool> met = isMet(test, value);
    if (!met)
        return {test};
    return *met ? Cell{test, u"done"_s, Tone::Success} : Cell{test, u"close"_s, Tone::Muted};
}

QStringList headsOf(const dmn::DecisionTable &table)
{
    QStringList heads{say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Rule"))};
    for (const dmn::InputClause &input : table.inputs)
        heads.append(input.label.isEmpty() ? input.expression.text : input.label);
    for (const dmn::OutputClause &output : table.outputs)
        heads.append(u"→ "_s + (!output.label.isEmpty() ? output.label : !output.name.isEmpty() ? output.name : table.outputLabel));
    for (const QString &annotation : table.annotations)
        heads.append(annotation.isEmpty() ? say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Note")) : annotation);
    return heads;
}

CellRow valuesRow(const dmn::DecisionTable &table, const QStringList &values, const QString &result)
{
    CellRow row{u"values"_s, {{say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "This time")), u"info"_s, Tone::Information, {}, true}}};
    for (int i = 0; i < int(table.inputs.size()); ++i)
        row.cells.append({values.value(i), {}, Tone::Information, {}, true});
    row.cells.append({result, {}, Tone::Information, {}, true});
    return row;
}

CellRow ruleRow(const dmn::Rule &rule, int number, bool isFired, const QStringList &values)
{
    const QString name = isFired ? say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "%1 fired")).arg(number) : QString::number(number);
    CellRow row{QString::number(number), {{name, isFired ? u"approve"_s : QString(), isFired ? Tone::Success : Tone::Muted, number}}};
    for (int i = 0; i < int(rule.inputEntries.size()); ++i)
        row.cells.append(testCell(rule.inputEntries[size_t(i)].text, values.value(i)));
    for (const dmn::Text &output : rule.outputEntries)
        row.cells.append({output.text});
    for (const QString &annotation : rule.annotations)
        row.cells.append({annotation});
    if (isFired)
        for (Cell &cell : row.cells) {
            cell.tone = Tone::Success;
            cell.isMarked = true;
        }
    return row;
}

} // namespace

QList<DecisionLook> decisionLooks(const run::Robot &robot, const run::DecisionMade &made)
{
    QList<DecisionLook> out;
    const dmn::DecisionModel *model = robot.decisionModel(made.decision);
    for (const QJsonValue &one : made.tables) {
        const dmn::DecisionTable *table = model ? tableAt(model->model(), one[u"table"_s].toString()) : nullptr;
        if (!table)
            continue; // of an imported model
        QStringList values;
        for (const QJsonValue &value : one[u"inputs"_s].toArray())
            values.append(value.toString());
        DecisionLook look{made.decision, headsOf(*table), {valuesRow(*table, values, one[u"result"_s].toString())}, {}};
        for (const QJsonValue &rule : one[u"rules"_s].toArray())
            look.fired.append(rule.toInt());
        for (int number = 1; number <= int(table->rules.size()); ++number)
            look.rows.append(ruleRow(table->rules[size_t(number - 1)], number, look.fired.contains(number), values));
        out.append(look);
    }
    return out;
}

} // namespace naru::ui
