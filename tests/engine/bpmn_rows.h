// Rows of the tests of the execution: a process, its variables, the steps that are taken, and the log that they give.
#pragma once

#include "support/bpmn_steps.h"

#include <QTest>

namespace naru::test {

inline void addColumns()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("log");
    QTest::addColumn<QString>("more"); // other root elements
}

inline void addRow(const char *name, const QString &content, const QString &variables, const QString &steps,
                   const QString &log, const QString &more = {})
{
    QTest::newRow(name) << content << variables << steps << log << more;
}

inline void playRow()
{
    QFETCH(const QString, content);
    QFETCH(const QString, variables);
    QFETCH(const QString, steps);
    QFETCH(const QString, log);
    QFETCH(const QString, more);
    Run run(compiled(model(content, more)));
    for (const bpmn::Problem &problem : run.definition.problems())
        qWarning("%s: %s", qUtf8Printable(problem.element), qUtf8Printable(problem.text));
    QVERIFY(run.definition.isSound());

    const QStringList got = played(run, variables, steps);

    QCOMPARE(got.join(u' '), log);
    QCOMPARE(run.faults, QStringList());
    QVERIFY(run.replayed() == run.state);
}

} // namespace naru::test
