// What a robot did and why: its diagram as it stands, its story, the rules that fired, and what a person does about a stop.
#include "robot_window.h"

#include "ui/diagram_node.h"
#include "ui/diagram_view.h"
#include "ui/live_field.h"
#include "ui/pages/decision_view.h"
#include "ui/pages/panel.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plans_page.h"
#include "ui/pages/run_ask.h"
#include "ui/pages/run_panel.h"
#include "ui/pages/runs_page.h"

#include <QAbstractItemModelTester>
#include <QAction>

using namespace naru;
using namespace naru::ui;

class TestRunPages : public QObject {
    Q_OBJECT

    std::unique_ptr<test::RobotWindow> m_sample;
    QString m_run; // waits for its review
    QString m_other;

    RunsPage *runs() { return static_cast<RunsPage *>(m_sample->window->page(u"runs"_s)); }
    bool shows(const QString &run)
    {
        return QTest::qWaitFor([this, run] { return m_sample->settled() && runs()->panel()->look().head.id == run; }, 60'000);
    }
    QString storyText()
    {
        QString out;
        for (int row = 0; row < runs()->panel()->story()->model()->rowCount(); ++row)
            out += runs()->panel()->story()->model()->index(row, 1).data().toString() + u'\n';
        return out;
    }

    void openPage(const QString &run)
    {
        m_sample->open();
        m_sample->window->openPage(u"runs"_s, {u"run"_s, run});
        QVERIFY(shows(run));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("NARU_SOURCE"))
            QSKIP("NARU_SOURCE is not set");
        m_sample = std::make_unique<test::RobotWindow>();
        QVERIFY(m_sample->session);
        m_run = m_sample->beginOrder();
        QVERIFY2(m_run.startsWith(u"r-"), qPrintable(m_run));
        m_other = m_sample->beginOrder();
        QVERIFY2(m_other.startsWith(u"r-"), qPrintable(m_other));
    }
    void cleanup()
    {
        if (m_sample)
            m_sample->close();
    }
    void cleanupTestCase() { m_sample.reset(); }

    void runsAreListedWithTheirState()
    {
        openPage(m_run);
        QAbstractItemModelTester tester(runs()->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(runs()->table()->model()->rowCount(), 2);
        for (int row = 0; row < 2; ++row) {
            QCOMPARE(runs()->table()->model()->index(row, RunsPage::StateColumn).data().toString(), u"진행 중"_s);
            QVERIFY(!runs()->table()->model()->index(row, RunsPage::StateColumn).data(Qt::DecorationRole).isNull());
            QCOMPARE(runs()->table()->model()->index(row, RunsPage::WakeColumn).data().toString(), u"사람을 기다림"_s);
        }
    }

    void diagramShowsWhereTheRunStands()
    {
        openPage(m_run);
        const auto state = [this](const QString &id) { return runs()->panel()->diagram()->node(id)->mark().state; };

        QCOMPARE(state(u"Plan"_s), NodeState::Done);
        QCOMPARE(state(u"Decide"_s), NodeState::Done);
        QCOMPARE(state(u"Review"_s), NodeState::Waiting);
        QCOMPARE(state(u"Apply"_s), NodeState::Idle);
        QVERIFY(runs()->panel()->diagram()->node(u"Review"_s)->accessibleName().contains(u"기다"_s));
    }

    void storyIsToldInWords()
    {
        openPage(m_run);
        const QString story = storyText();

        for (const QString &part : {u"발령 읽고 계획 세우기"_s, u"누가 승인하나"_s, u"발령 검토"_s, u"인사"_s, u"승인"_s})
            QVERIFY2(story.contains(part), qPrintable(story));
        QVERIFY2(!story.contains(u"NodePassed"_s), qPrintable(story));
    }

    void rulesThatFiredAreMarkedAndTheirValuesStandBeside()
    {
        openPage(m_run);
        const QList<DecisionLook> decisions = runs()->panel()->look().decisions;
        QCOMPARE(decisions.size(), 1);
        const DecisionLook &look = decisions.first();

        QCOMPARE(look.fired, QList<int>{3});
        QCOMPARE(look.heads.value(1), u"확인할 것"_s);
        QCOMPARE(look.rows.size(), 4); // the values, then three rules
        QVERIFY(look.rows[0].cells[1].text.toInt() > 0);
        QVERIFY(look.rows[3].cells[0].isMarked);
        QVERIFY(!look.rows[1].cells[0].isMarked);
        QCOMPARE(look.rows[2].cells[1].icon, u"close"_s); // why rule 2 did not fire: there was something to look at
        QCOMPARE(look.rows[2].cells[3].text, u"0"_s);
        QCOMPARE(runs()->panel()->decisions()->table()->model()->rowCount(), 4);
    }

    void evidenceLeadsToThePlan()
    {
        openPage(m_run);
        ListTable *evidence = runs()->panel()->evidence();
        QVERIFY(evidence->model()->rowCount() >= 2); // the plan and the document
        const QString plan = evidence->model()->index(0, 1).data().toString();

        Q_EMIT evidence->activated(evidence->model()->index(0, 0));
        QVERIFY(QTest::qWaitFor([this] { return m_sample->settled(); }, 60'000));

        QCOMPARE(m_sample->window->currentPage(), u"plans"_s);
        QTRY_COMPARE(static_cast<PlansPage *>(m_sample->window->page(u"plans"_s))->desk()->summary().id, plan);
    }

    void valueIsCorrected()
    {
        openPage(m_run);

        runs()->correct(u"folder"_s, u"\"/tmp/elsewhere\""_s, u"폴더를 옮김"_s);

        const auto value = [this] {
            for (const CellRow &row : runs()->panel()->look().variables)
                if (row.key == u"folder")
                    return row.cells[1].text;
            return QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(value(), u"/tmp/elsewhere"_s, 60'000);
    }

    void runIsCancelledWithAReason()
    {
        openPage(m_other);
        for (QAction *action : runs()->actions())
            if (action->text() == u"실행 취소 …"_s)
                action->trigger();
        QVERIFY(!runs()->ask()->isHidden());
        runs()->ask()->accept(); // without a reason nothing happens
        QVERIFY(!runs()->ask()->isHidden());

        runs()->ask()->field(0)->setText(u"다시 접수함"_s);
        runs()->ask()->accept();

        QTRY_VERIFY_WITH_TIMEOUT(runs()->panel()->look().head.state == store::RunState::Cancelled, 60'000);
        QVERIFY(storyText().contains(u"다시 접수함"_s));
        for (QAction *action : runs()->actions())
            if (action->text() == u"실행 취소 …"_s)
                QVERIFY(!action->isEnabled());
    }

    void whatOthersDidIsSeenWithoutAKey()
    {
        openPage(m_run);
        QVERIFY(m_sample->desk->cancel(m_run, u"그만"_s));
        QVERIFY(m_sample->desk->advance(m_run));

        QTRY_VERIFY_WITH_TIMEOUT(runs()->panel()->look().head.state == store::RunState::Cancelled, 20'000);
    }
};

QTEST_MAIN(TestRunPages)
#include "tst_run_pages.moc"
