// Decision tables per second: rules tested, whole decisions, with cells compiled and left to FEEL.
#include "engine/dmn/decision_model.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace naru;

namespace {

QByteArray modelWith(int rules)
{
    QString table;
    for (int i = 0; i < rules; ++i)
        table += u"<rule><inputEntry><text>[%1..%2)</text></inputEntry><inputEntry><text>\"k%3\"</text></inputEntry>"
                 "<outputEntry><text>%1</text></outputEntry></rule>"_s.arg(i)
                     .arg(i + 1)
                     .arg(i % 10);
    return (u"<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"urn:bench\" "
            u"name=\"bench\">"
            "<inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"number\"/></inputData>"
            "<inputData id=\"b\" name=\"b\"><variable name=\"b\" typeRef=\"string\"/></inputData>"
            "<decision id=\"D\" name=\"D\"><variable name=\"D\"/>"
            "<informationRequirement><requiredInput href=\"#a\"/></informationRequirement>"
            "<informationRequirement><requiredInput href=\"#b\"/></informationRequirement>"
            "<decisionTable><input><inputExpression><text>a</text></inputExpression></input>"
            "<input><inputExpression><text>b</text></inputExpression></input><output/>"_s
            + table + u"</decisionTable></decision></definitions>"_s)
        .toUtf8();
}

void measure(int rules, dmn::TableLogic::Matching matching, const char *name)
{
    QElapsedTimer clock;
    clock.start();
    const Result<dmn::DecisionModel> model = dmn::DecisionModel::load({u"bench.dmn"_s, modelWith(rules)}, {}, matching);
    const qint64 loading = clock.elapsed();
    if (!model || !model->problems().isEmpty())
        qFatal("expected a sound model");
    qint64 decisions = 0;
    qint64 hits = 0;
    clock.restart();
    while (clock.elapsed() < 2000)
        for (int n = 0; n < 100; ++n, ++decisions) {
            const int at = int(decisions * 7919 % rules);
            dmn::Request request;
            request.inputs.append(u"a"_s, feel::Value(at));
            request.inputs.append(u"b"_s, feel::Value(u"k%1"_s.arg(at % 10)));
            hits += model->evaluateDecision(u"D"_s, request).value.isNull() ? 0 : 1;
        }
    const qint64 spent = clock.nsecsElapsed();
    if (hits != decisions)
        qFatal("expected every decision to hit");
    std::printf("%6d rules, 2 inputs, %-12s %8.3f M rules/s, %10.0f decisions/s, loaded in %lld ms\n", rules, name,
                double(decisions) * rules * 1000 / double(spent), double(decisions) * 1e9 / double(spent),
                static_cast<long long>(loading));
}

} // namespace

int main()
{
    for (const int rules : {10, 1000, 20000}) {
        measure(rules, dmn::TableLogic::Matching::Compiled, "compiled");
        measure(rules, dmn::TableLogic::Matching::Interpreted, "interpreted");
    }
    return 0;
}
