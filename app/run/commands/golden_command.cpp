// naru robot golden: rows with their inputs through the rules of the robots, exactly.
#include "run/commands/command.h"
#include "run/commands/robot_parts.h"

#include "run/robots/office_connector.h"
#include "run/robots/rules.h"
#include "run/robots/values.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace naru::run {

namespace {

constexpr qint64 largestFile = 64 << 20;
constexpr qsizetype digitsOfDouble = 15; // that a binary number keeps as they were written

bool isOfNumber(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E'; }

// JSON in which every number that a binary one cannot hold is exact: {"$feel": "33.5"}.
QByteArray withExactNumbers(const QByteArray &json)
{
    QByteArray out;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        const bool isNumber = !isText && (c == '-' || (c >= '0' && c <= '9'));
        if (!isNumber) {
            if (c == '"')
                isText = !isText;
            out.append(c);
            if (isText && c == '\\' && i + 1 < json.size())
                out.append(json[++i]);
            continue;
        }
        qsizetype end = i;
        while (end < json.size() && isOfNumber(json[end]))
            ++end;
        const QByteArray number = json.mid(i, end - i);
        const bool isWhole = number.size() <= digitsOfDouble && !number.contains('.') && !number.contains('e') && !number.contains('E');
        out.append(isWhole ? number : "{\"$feel\":\"" + number + "\"}");
        i = end - 1;
    }
    return out;
}

Result<QJsonArray> rowsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected rows in '"_s + path + u"' but "_s + file.errorString()};
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(withExactNumbers(file.read(largestFile)), &fault);
    if (!document.isArray())
        return Error{Error::Kind::Invalid,
                     u"expected a list of rows in '"_s + path + u"' but found "_s
                         + (fault.error == QJsonParseError::NoError ? u"something else"_s : fault.errorString()),
                     u"golden.rows"_s};
    return document.array();
}

// The sound robot that has the rule, null where none has.
const dmn::DecisionModel *modelWith(const QList<LoadedRobot> &robots, const QString &rule)
{
    for (const LoadedRobot &one : robots)
        if (one.problems.isEmpty())
            if (const dmn::DecisionModel *model = one.robot.decisionModel(rule))
                return model;
    return nullptr;
}

QJsonObject refused(const QStringList &errors) { return {{u"got"_s, QJsonValue()}, {u"errors"_s, QJsonArray::fromStringList(errors)}}; }

QJsonObject answerTo(const QList<LoadedRobot> &robots, const QJsonValue &row)
{
    const QString rule = row[u"robot"_s].toString();
    if (rule.isEmpty() || !row[u"input"_s].isObject())
        return refused({u"expected a row with robot, case, and input but found something else"_s});
    const dmn::DecisionModel *model = modelWith(robots, rule);
    if (!model)
        return refused({u"expected a robot with the rule '"_s + rule + u"' but none has it"_s});
    const Result<feel::Context> inputs = contextFromJson(row[u"input"_s].toObject());
    if (!inputs)
        return refused({inputs.error().text});
    const dmn::Outcome outcome = decideBy(*model, rule, *inputs, QDateTime::currentDateTimeUtc());
    QStringList errors;
    for (const dmn::Message &one : outcome.messages)
        errors.append(one.place + u": "_s + one.text);
    if (outcome.value.isNull() && errors.isEmpty())
        errors.append(u"expected '"_s + rule + u"' to decide but no rule matches"_s);
    // An amount that is missing must not pass for one.
    if (outcome.value.is(feel::Value::Kind::Context))
        for (const auto &[name, value] : outcome.value.context().entries())
            if (value.isNull())
                errors.append(u"expected a value for '"_s + name + u"' but the rules give none"_s);
    if (!errors.isEmpty())
        return refused(errors);
    return {{u"got"_s, toJson(outcome.value)}};
}

// One flushed line for each row, in order; what is wrong with one stops no other.
void answerRows(Context &context, const QString &path)
{
    const Result<QJsonArray> rows = rowsIn(path);
    if (!rows) {
        context.fail(rows.error());
        return;
    }
    const QList<LoadedRobot> robots = installedRobots(OfficeConnector::operationNames());
    for (const QJsonValue &row : *rows) {
        if (isInterrupted())
            return;
        QJsonObject answer = answerTo(robots, row);
        answer.insert(u"robot"_s, row[u"robot"_s]);
        answer.insert(u"case"_s, row[u"case"_s]);
        context.printJson(answer);
        if (answer.contains(u"errors"_s))
            context.status = static_cast<int>(Exit::BadInput);
    }
}

} // namespace

void addGoldenCommand(CLI::App &robot, Context &context)
{
    const auto path = std::make_shared<std::string>(); // shared: the callback runs after this function
    CLI::App *golden = robot.add_subcommand(
        "golden", said(QT_TRANSLATE_NOOP("Command", "Rows with inputs through the rules of the robots: one line of JSON for each")));
    golden->add_option("FILE", *path, said(QT_TRANSLATE_NOOP("Command", "The rows: [{\"robot\": …, \"case\": …, \"input\": {…}}]")))->required();
    golden->callback([&context, path] { answerRows(context, text(*path)); });
}

} // namespace naru::run
