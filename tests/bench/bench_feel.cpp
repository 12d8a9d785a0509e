// How many FEEL expressions a second one thread evaluates, parsed once; and how long parsing takes. Prints one line for
// each expression, with feelin (npm), which parses each time, beside it where
// node finds it; ends with 1 where a simple one is below its bound.
#include "engine/feel/expression.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>

using namespace naru;
using namespace naru::feel;

namespace {

constexpr double bound = 1e6; // simple evaluations a second

struct Case {
    const char *text;
    bool isSimple;
};

const Case cases[] = {
    {"1 + 2 * x", true},
    {"x > 10 and x < 100", true},
    {"if x > 10 then \"high\" else \"low\"", true},
    {"person.age >= 18", true},
    {"x between 1 and 50", true},
    {"status in (\"open\", \"waiting\")", true},
    {"name = \"Hana\"", true},
    {"x * 1.035 + 2500.50 / 12", true},
    {"decimal(x / 7, 2)", false},
    {"sum(for i in 1..100 return i * x)", false},
    {"people[age > 30].name", false},
    {"date(\"2026-01-05\") + duration(\"P1M\") > date(\"2026-02-01\")", false},
    {"substring before(name, \"n\") + upper case(name)", false},
    {"(function(a, b) a * b + x)(3, 4)", false},
    {"(1 + x / 1200) ** 360", false},
};

const char *const variables =
    "{x: 42, status: \"waiting\", name: \"Hana\", person: {name: \"Hana\", age: 33}, "
    "people: [{name: \"Hana\", age: 33}, {name: \"Minsu\", age: 28}, {name: \"Yuna\", age: 41}]}";

// Processor time of this process in seconds: what else runs on the machine is not measured.
double spent()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

// Evaluations a second: the best of some rounds.
double rate(const Expression &expression, const QList<Value> &values)
{
    double best = 0;
    for (int round = 0; round < 5; ++round) {
        const double start = spent();
        qint64 count = 0;
        Evaluation evaluation;
        while (spent() - start < 0.05)
            for (int i = 0; i < 200; ++i, ++count) {
                if (count % 100'000 == 0)
                    evaluation = Evaluation();
                expression.evaluate(evaluation, values);
            }
        best = std::max(best, double(count) / (spent() - start));
    }
    return best;
}

double parseMicroseconds(const QString &text, const Scope &scope)
{
    const double start = spent();
    int count = 0;
    for (; spent() - start < 0.02; ++count)
        if (!Expression::parse(text, scope))
            return -1;
    return (spent() - start) * 1e6 / count;
}

// What feelin does with the same text and context, as evaluations a second; empty where it is not installed.
QString peerRate(const QString &text)
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return {};
    const QString script = u"const f=require('feelin');const t=process.argv[1];const "
                           u"c=f.evaluate?(f.evaluate(process.argv[2]).value??f.evaluate(process.argv[2])):{};"
                           "const u=()=>{const x=process.cpuUsage();return x.user+x.system};let n=0;const "
                           "s=u();while(u()-s<300000){for(let i=0;i<20;i++,n++)f.evaluate(t,c);}"
                           "console.log(Math.round(n/0.3));"_s;
    QProcess node;
    node.start(u"node"_s, {u"-e"_s, script, text, QString::fromUtf8(variables)});
    if (!node.waitForFinished(20'000) || node.exitCode() != 0)
        return {};
    return QString::fromUtf8(node.readAllStandardOutput()).trimmed();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Value context = *fromText(QString::fromUtf8(variables));
    Scope scope;
    QList<Value> values;
    for (const Context::Entry &one : context.context().entries()) {
        scope.variables.append({one.first, typeOf(one.second)});
        values.append(one.second);
    }
    bool isFast = true;
    bool hasPeer = false;
    std::printf("%-66s %12s %9s %12s\n", "expression", "evals/s", "parse us", "feelin/s");
    for (const Case &one : cases) {
        const QString text = QString::fromUtf8(one.text);
        const Result<Expression> expression = Expression::parse(text, scope);
        if (!expression) {
            std::printf("%-66s %s\n", one.text, qPrintable(expression.error().text));
            return 1;
        }
        const double each = rate(*expression, values);
        const QString peer = peerRate(text);
        hasPeer = hasPeer || !peer.isEmpty();
        isFast = isFast && (!one.isSimple || each >= bound);
        std::printf("%-66s %12.0f %9.1f %12s\n", one.text, each, parseMicroseconds(text, scope), qPrintable(peer));
    }
    if (!hasPeer)
        std::printf("feelin is not here: expected node with the package feelin in NODE_PATH\n");
    return isFast ? 0 : 1;
}
