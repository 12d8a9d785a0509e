#include "ui/pages/run_look.h"

#include "engine/dmn/hit_policy.h"
#include "run/particles.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

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
    const QString spoken = (*met ? say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "%1, fits")) : say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "%1, does not fit"))).arg(test);
    return *met ? Cell{test, u"done"_s, Tone::Success, {}, false, spoken} : Cell{test, u"close"_s, Tone::Muted, {}, false, spoken};
}

bool hasDescriptions(const dmn::DecisionTable &table)
{
    return std::any_of(table.rules.begin(), table.rules.end(), [](const dmn::Rule &rule) { return !rule.description.isEmpty(); });
}

QString inputName(const dmn::InputClause &input) { return input.label.isEmpty() ? input.expression.text : input.label; }

QStringList headsOf(const dmn::DecisionTable &table)
{
    QStringList heads{say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Rule"))};
    for (const dmn::InputClause &input : table.inputs)
        heads.append(inputName(input));
    for (const dmn::OutputClause &output : table.outputs)
        heads.append(u"→ "_s + (!output.label.isEmpty() ? output.label : !output.name.isEmpty() ? output.name : table.outputLabel));
    for (const QString &annotation : table.annotations)
        heads.append(annotation.isEmpty() ? say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Note")) : annotation);
    if (hasDescriptions(table))
        heads.append(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Meaning")));
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

CellRow ruleRow(const dmn::DecisionTable &table, int number, bool isFired, const QStringList &values)
{
    const dmn::Rule &rule = table.rules[size_t(number - 1)];
    const QString name = isFired ? say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "%1 fired")).arg(number) : QString::number(number);
    CellRow row{QString::number(number), {{name, isFired ? u"approve"_s : QString(), isFired ? Tone::Success : Tone::Muted, number}}};
    for (int i = 0; i < int(rule.inputEntries.size()); ++i)
        row.cells.append(testCell(rule.inputEntries[size_t(i)].text, values.value(i)));
    for (const dmn::Text &output : rule.outputEntries)
        row.cells.append({output.text});
    for (const QString &annotation : rule.annotations)
        row.cells.append({annotation});
    if (hasDescriptions(table)) {
        while (row.cells.size() < headsOf(table).size() - 1)
            row.cells.append(Cell()); // a rule may say less than there are columns
        row.cells.append({rule.description});
    }
    row.tip = rule.description;
    if (isFired)
        for (Cell &cell : row.cells) {
            cell.tone = Tone::Success;
            cell.isMarked = true;
        }
    return row;
}

// "Rule 2 did not fire: ‘questions’ is 3, but 0 is asked for."
QString whyOf(const dmn::DecisionTable &table, int number, bool isFired, const QStringList &values)
{
    const dmn::Rule &rule = table.rules[size_t(number - 1)];
    QStringList unmet;
    for (int i = 0; i < int(rule.inputEntries.size()) && i < int(table.inputs.size()); ++i)
        if (isMet(rule.inputEntries[size_t(i)].text, values.value(i)) == std::optional(false))
            unmet.append(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "‘%1’ is %2, but %3 is asked for"))
                             .arg(inputName(table.inputs[size_t(i)]), values.value(i), rule.inputEntries[size_t(i)].text));
    const QString meaning = rule.description.isEmpty() ? QString() : u" ("_s + rule.description + u')';
    if (isFired)
        return run::withParticles(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Rule %1 fired%2: every condition fits.")).arg(number).arg(meaning));
    if (unmet.isEmpty())
        return run::withParticles(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Rule %1 did not count%2: another came before it, or its conditions could not be asked.")).arg(number).arg(meaning));
    return run::withParticles(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Rule %1 did not fire%2: %3.")).arg(number).arg(meaning, unmet.join(u", "_s)));
}

// How many rules count, in words, with the word of the standard (DMN 1.5 §8.2.8).
QString policyWords(const dmn::DecisionTable &table)
{
    using dmn::HitPolicy;
    static const QMap<HitPolicy, const char *> words{
        {HitPolicy::Unique, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Exactly one rule may fit (UNIQUE).")},
        {HitPolicy::Any, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Several rules may fit if they say the same (ANY).")},
        {HitPolicy::Priority, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Of the rules that fit, the result of the highest priority counts (PRIORITY).")},
        {HitPolicy::First, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "From above, the first rule that fits counts (FIRST).")},
        {HitPolicy::RuleOrder, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "All rules that fit count, in the order of the table (RULE ORDER).")},
        {HitPolicy::OutputOrder, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "All rules that fit count, by priority (OUTPUT ORDER).")},
        {HitPolicy::Collect, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "All rules that fit count, in no order (COLLECT).")},
        {HitPolicy::Sum, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "The results of all rules that fit are added (COLLECT, SUM).")},
        {HitPolicy::Least, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "The least result of the rules that fit counts (COLLECT, MIN).")},
        {HitPolicy::Greatest, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "The greatest result of the rules that fit counts (COLLECT, MAX).")},
        {HitPolicy::Count, QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "The rules that fit are counted (COLLECT, COUNT).")}};
    const std::optional<HitPolicy> policy = dmn::hitPolicyOf(table);
    return policy ? say(words.value(*policy)) : QString();
}

QString sourceWords(const dmn::KnowledgeSource &source)
{
    const auto day = [](const QString &text) { return shortDayText(QDate::fromString(text, Qt::ISODate)); };
    QStringList validity;
    if (!source.validFrom.isEmpty())
        validity.append(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "from %1")).arg(day(source.validFrom)));
    if (!source.validTo.isEmpty())
        validity.append(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "until %1")).arg(day(source.validTo)));
    return validity.isEmpty() ? source.name : source.name + u", "_s + validity.join(u' ');
}

QStringList aboutOf(const dmn::Model &model, const dmn::DecisionTable &table, const QString &place)
{
    QStringList about;
    for (const dmn::Decision &decision : model.decisions) {
        if (!tableAt(decision.logic, place))
            continue;
        about.append(decision.description.isEmpty() ? decision.question : decision.description);
        QStringList laws;
        for (const dmn::KnowledgeSource &source : model.sources)
            if (decision.authorities.contains(u'#' + source.id))
                laws.append(sourceWords(source));
        if (!laws.isEmpty())
            about.append(say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "Rests on: %1")).arg(laws.join(u"; "_s)));
    }
    about.append(policyWords(table));
    about.removeAll(QString());
    return about;
}

} // namespace

QList<DecisionLook> decisionLooks(const run::Robot &robot, const run::DecisionMade &made)
{
    QList<DecisionLook> out;
    const int node = robot.definition.nodeOf(made.key.section(u'/', -2, -2));
    const run::Robot &owner = node < 0 ? robot : robot.ownerOf(robot.definition.node(node));
    const dmn::DecisionModel *model = owner.decisionModel(made.decision);
    for (const QJsonValue &one : made.tables) {
        const dmn::DecisionTable *table = model ? tableAt(model->model(), one[u"table"_s].toString()) : nullptr;
        if (!table)
            continue; // of an imported model
        QStringList values;
        for (const QJsonValue &value : one[u"inputs"_s].toArray())
            values.append(value.toString());
        DecisionLook look{made.decision, headsOf(*table), {valuesRow(*table, values, one[u"result"_s].toString())}, {},
                          aboutOf(model->model(), *table, one[u"table"_s].toString()), {say(QT_TRANSLATE_NOOP("naru::ui::DecisionLook", "These values were asked about, and this was decided."))}};
        for (const QJsonValue &rule : one[u"rules"_s].toArray())
            look.fired.append(rule.toInt());
        for (int number = 1; number <= int(table->rules.size()); ++number) {
            look.rows.append(ruleRow(*table, number, look.fired.contains(number), values));
            look.why.append(whyOf(*table, number, look.fired.contains(number), values));
        }
        out.append(look);
    }
    return out;
}

} // namespace naru::ui
