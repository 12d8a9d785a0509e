// check() refuses what BPMN 2.0.2 forbids and accepts what it allows.
#include "engine/bpmn/check.h"
#include "support/bpmn_samples.h"

#include <QTest>

using namespace naru;
using namespace naru::bpmn;

namespace {

Findings findingsOf(const QByteArray &bytes)
{
    const Result<Model> model = readModel(bytes);
    if (!model)
        return {{{u""_s, u"read"_s, model.error().text, 0}}, {}};
    return check(*model);
}

QString linesOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &one : problems)
        lines.append(one.element + u": "_s + one.rule + u": "_s + one.text);
    return lines.join(u'\n');
}

} // namespace

class tst_bpmn_check : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatTheStandardForbids();
    void acceptsWhatTheStandardAllows();
};

void tst_bpmn_check::refusesWhatTheStandardForbids()
{
    const QStringList files = test::bpmnFiles(u"bpmn-execution/illegal"_s);
    if (files.isEmpty())
        QSKIP("no shared conformance models here");
    QStringList accepted;
    for (const QString &file : files) {
        const Findings found = findingsOf(test::bytesOf(file));
        if (found.isSound())
            accepted.append(file.section(u'/', -1));
        if (qEnvironmentVariableIsSet("SHOW"))
            qInfo("%s\n%s", qPrintable(file.section(u'/', -1)), qPrintable(linesOf(found.problems)));
    }
    qInfo("refused %lld/%lld", static_cast<long long>(files.size() - accepted.size()), static_cast<long long>(files.size()));
    QCOMPARE(accepted, QStringList());
}

void tst_bpmn_check::acceptsWhatTheStandardAllows()
{
    const QStringList files = test::bpmnFiles(u"bpmn-execution/execute"_s) + test::bpmnFiles(u"bpmn-miwg"_s);
    if (files.isEmpty())
        QSKIP("no shared conformance models here");
    int accepted = 0;
    for (const QString &file : files) {
        const Findings found = findingsOf(test::bytesOf(file));
        accepted += found.isSound();
        if (!found.isSound())
            qInfo("%s\n%s", qPrintable(file.section(u'/', -1)), qPrintable(linesOf(found.problems)));
    }
    qInfo("accepted %d/%lld", accepted, static_cast<long long>(files.size()));
}

QTEST_APPLESS_MAIN(tst_bpmn_check)
#include "tst_bpmn_check.moc"
