// Beside the engines of others: the same FEEL expressions, decision table, process, and cron rule by feelin, dmn-eval-js,
// bpmn-engine, and croner (npm), each in its own process, by processor time. They are fetched into a temporary folder by
// npm; where npm or the network is absent, that is said and ours stand alone. Prints figures and ratios; nothing is
// asserted.
#include "engine/bpmn/execution.h"
#include "engine/dmn/decision_model.h"
#include "engine/feel/expression.h"
#include "engine/schedule/planner.h"
#include "support/bpmn_process.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>

using namespace naru;

namespace {

const QStringList packages{u"feelin@8.2.0"_s, u"@hbtgmbh/dmn-eval-js@1.5.0"_s, u"bpmn-engine@25.0.1"_s, u"croner@11.0.1"_s};

const QString variables = u"{x: 42, status: \"waiting\", name: \"Hana\", person: {name: \"Hana\", age: 33}, people: [{name: \"Hana\", age: 33}, "
                          u"{name: \"Minsu\", age: 28}, {name: \"Yuna\", age: 41}]}"_s;

const QStringList expressions{u"1 + 2 * x"_s,
                              u"if x > 10 then \"high\" else \"low\""_s,
                              u"person.age >= 18"_s,
                              u"x between 1 and 50"_s,
                              u"sum(for i in 1..100 return i * x)"_s,
                              u"people[age > 30].name"_s,
                              u"upper case(name)"_s};

double spent()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

// A second of processor time: the better of two rounds.
template <typename Each>
double rate(Each each)
{
    double best = 0;
    for (int round = 0; round < 2; ++round) {
        const double start = spent();
        qint64 count = 0;
        while (spent() - start < 0.2)
            for (int i = 0; i < 10; ++i, ++count)
                each();
        best = std::max(best, double(count) / (spent() - start));
    }
    return best;
}

QByteArray fileOf(const QString &name)
{
    QFile file(QStringLiteral(NARU_PEERS) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// ---- ours

double feelRate(const QString &text)
{
    feel::Scope scope;
    QList<feel::Value> values;
    const feel::Value context = *feel::fromText(variables);
    for (const feel::Context::Entry &one : context.context().entries()) {
        scope.variables.append({one.first, feel::typeOf(one.second)});
        values.append(one.second);
    }
    const Result<feel::Expression> expression = feel::Expression::parse(text, scope);
    if (!expression)
        return -1;
    return rate([&] {
        feel::Evaluation evaluation;
        (void)expression->evaluate(evaluation, values);
    });
}

double dmnRate()
{
    const Result<dmn::DecisionModel> model = dmn::DecisionModel::load({u"table.dmn"_s, fileOf(u"table.dmn"_s)});
    if (!model)
        return -1;
    int n = 0;
    return rate([&] {
        dmn::Request request;
        request.inputs.append(u"grade"_s, feel::Value(1 + n++ % 10));
        request.inputs.append(u"region"_s, feel::Value(n % 2 ? u"A"_s : u"B"_s));
        (void)model->evaluateDecision(u"travel"_s, request);
    });
}

// Decides and evolves, as a runner does; tasks without work pass by themselves.
double bpmnRate()
{
    const bpmn::Definition definition = test::compiled(fileOf(u"process.bpmn"_s));
    bpmn::StartInstance start;
    start.instance = u"i"_s;
    start.process = u"P"_s;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    return rate([&] {
        bpmn::State state;
        const Result<QList<bpmn::Event>> facts = bpmn::decide(definition, state, {now, start});
        for (const bpmn::Event &fact : facts ? *facts : QList<bpmn::Event>())
            bpmn::evolve(definition, state, fact);
    });
}

double cronRate()
{
    schedule::Schedule one;
    one.id = one.robot = u"bench"_s;
    one.rule = u"0 9 5 * *"_s;
    const Result<schedule::Timetable> timetable = schedule::Timetable::make(one, KoreanCalendar::national());
    if (!timetable)
        return -1;
    const QDateTime from({2026, 11, 22}, QTime(0, 0), Qt::UTC);
    QDateTime at = from;
    int n = 0;
    return rate([&] {
        const auto next = timetable->nextAfter(at);
        at = ++n % 200 == 0 || !next || !*next ? from : (*next)->scheduledAt;
    });
}

// ---- theirs

QMap<QString, QString> peers()
{
    const QString npm = QStandardPaths::findExecutable(u"npm"_s);
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    const QTemporaryDir folder;
    if (npm.isEmpty() || node.isEmpty()) {
        std::printf("The engines of others are not measured: expected npm and node, which are not installed.\n");
        return {};
    }
    QProcess process;
    process.start(npm, QStringList{u"install"_s, u"--silent"_s, u"--no-audit"_s, u"--no-fund"_s, u"--ignore-scripts"_s, u"--prefix"_s, folder.path()} + packages);
    if (!process.waitForFinished(300'000) || process.exitCode() != 0) {
        std::printf("The engines of others are not measured: expected npm to fetch them but %s\n", process.readAllStandardError().left(300).constData());
        return {};
    }
    const QJsonObject asked{{u"context"_s, variables}, {u"list"_s, QJsonArray::fromStringList(expressions)}};
    const QString script = QStringLiteral(NARU_PEERS) + u"/peers.mjs"_s;
    process.start(node, {script, QStringLiteral(NARU_PEERS), folder.path(), QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact))});
    process.waitForFinished(600'000);
    QMap<QString, QString> out;
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts))
        out.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1));
    return out;
}

void print(const QString &what, double ours, const QString &theirs)
{
    const double rate = theirs.section(u'\t', 0, 0).toDouble();
    if (rate > 0)
        std::printf("%-60s %12.0f %12.0f %9.1f x\n", qPrintable(what), ours, rate, ours / rate);
    else
        std::printf("%-60s %12.0f %12s %s\n", qPrintable(what), ours, "-", qPrintable(theirs.section(u'\t', 1)));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QMap<QString, QString> theirs = peers();
    QFile load(u"/proc/loadavg"_s);
    if (load.open(QIODevice::ReadOnly))
        std::printf("load of the machine: %s", load.readAll().constData());
    std::printf("%-60s %12s %12s %11s\n", "a second of processor time", "naru", "peer", "ratio");
    for (const QString &text : expressions)
        print(text, feelRate(text), theirs.value(u"feel:"_s + text));
    print(u"a table of 9 rules (dmn-eval-js)"_s, dmnRate(), theirs.value(u"dmn"_s));
    print(u"a process of 12 nodes (bpmn-engine)"_s, bpmnRate(), theirs.value(u"bpmn"_s));
    print(u"the next time of 0 9 5 * * (croner)"_s, cronRate(), theirs.value(u"cron"_s));
    return 0;
}
