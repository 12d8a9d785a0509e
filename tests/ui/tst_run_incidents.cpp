// A run that stops, as a person settles it in the window: look, pass over, correct with a reason, try again, check the
// record. The robot is two steps: a decision without a rule for small amounts, and a gateway without a way for them.
#include "payment_robot.h"
#include "robot_window.h"

#include "ui/diagram_node.h"
#include "ui/diagram_view.h"
#include "ui/live_field.h"
#include "ui/pages/decision_view.h"
#include "ui/pages/panel.h"
#include "ui/pages/run_ask.h"
#include "ui/pages/run_cells.h"
#include "ui/pages/run_panel.h"
#include "ui/pages/runs_page.h"

#include <QAccessible>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>

using namespace naru;
using namespace naru::ui;

class TestRunIncidents : public QObject {
    Q_OBJECT

    std::unique_ptr<test::RobotWindow> m_sample;
    QTemporaryDir m_robots;

    RunsPage *runs() { return static_cast<RunsPage *>(m_sample->window->page(u"runs"_s)); }
    RunPanel *panel() { return runs()->panel(); }
    bool waited() { return QTest::qWaitFor([this] { return m_sample->settled(); }, 30'000); }
    QAction *action(const QString &text)
    {
        for (QAction *one : runs()->actions())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    // A command by its name, as somebody does who has no mouse.
    void command(const QString &name)
    {
        m_sample->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        m_sample->type(name);
        QTest::qWait(200); // the pause of typing
        m_sample->press(Qt::Key_Return);
    }
    QString storyText()
    {
        QString out;
        const QAbstractItemModel *model = panel()->story()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            out += model->index(row, 1).data().toString() + u" | "_s + model->index(row, 2).data().toString() + u'\n';
        return out;
    }
    QString actorName()
    {
        const QString actor = m_sample->session->actor();
        const auto person = m_sample->session->person(actor, m_sample->day);
        return person ? person->row.name + u" ("_s + actor + u')' : actor;
    }
    store::RunState state() { return panel()->look().head.state; }
    NodeState nodeState(const QString &id) { return panel()->diagram()->node(id)->mark().state; }
    void openRun(int amount)
    {
        const auto robot = m_sample->desk->robot(u"payment"_s);
        QVERIFY2(robot, robot ? "" : qPrintable(robot.error().text));
        const auto id = m_sample->desk->begin({u"payment"_s, feel::Context{{u"amount"_s, feel::Value(amount)}}, {}});
        QVERIFY(id);
        QVERIFY(m_sample->desk->advance(*id));
        m_sample->open();
        m_sample->window->openPage(u"runs"_s, {u"run"_s, *id});
        QVERIFY(QTest::qWaitFor([this, id] { return m_sample->settled() && panel()->look().head.id == *id; }, 30'000));
    }
    void correctAmount(const QString &value, const QString &why)
    {
        command(u"값 바로잡기"_s);
        RunAsk *ask = runs()->ask();
        QVERIFY(!ask->isHidden());
        ask->field(0)->setText(u"amount"_s);
        ask->field(1)->setText(value);
        ask->field(2)->setFocus();
        if (!why.isEmpty())
            m_sample->type(why);
        m_sample->press(Qt::Key_Return);
        QVERIFY(waited());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("NARU_SOURCE"))
            QSKIP("NARU_SOURCE is not set");
        m_sample = std::make_unique<test::RobotWindow>();
        QVERIFY(m_sample->session);
        QVERIFY(QDir(m_robots.path()).mkpath(u"payment"_s));
        const QList<std::pair<QString, QByteArray>> files{{u"robot.json"_s, test::manifest}, {u"payment.bpmn"_s, test::process}, {u"size.dmn"_s, test::decision}};
        for (const auto &[name, bytes] : files) {
            QFile file(m_robots.filePath(u"payment/"_s + name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        qputenv("NARU_ROBOTS", m_robots.path().toUtf8());
    }
    void cleanup()
    {
        if (m_sample)
            m_sample->close();
    }
    void cleanupTestCase() { m_sample.reset(); }

    void problemIsToldInWordsAndOnTheDiagram()
    {
        openRun(1);

        QVERIFY(state() == store::RunState::Incident);
        QCOMPARE(nodeState(u"Size"_s), NodeState::Incident);
        QVERIFY(panel()->incidents()->isVisible()); // its list comes first
        QVERIFY2(panel()->hindrance().startsWith(u"단계를 하지 못했습니다"_s), qPrintable(panel()->hindrance()));
        QVERIFY2(panel()->hindrance().contains(u"expected a matching rule"_s), qPrintable(panel()->hindrance())); // the log's words stand behind ours
        QVERIFY2(!storyText().contains(u"expected"_s), qPrintable(storyText()));
    }

    void stepIsPassedOverAndWhatStopsNextIsSaid()
    {
        openRun(1);

        command(u"건너뛰기"_s);
        QVERIFY(waited());

        QTRY_COMPARE(nodeState(u"Which"_s), NodeState::Incident); // no way on for 1
        QVERIFY(state() == store::RunState::Incident);
        QVERIFY2(storyText().contains(u"건너뛰게 함 | "_s + actorName()), qPrintable(storyText()));

        command(u"건너뛰기"_s); // a gateway cannot be passed over
        QVERIFY(waited());
        QTRY_VERIFY2(storyText().contains(u"받아들이지 않음"_s), qPrintable(storyText()));
        QVERIFY(state() == store::RunState::Incident);
    }

    void valueIsCorrectedWithAReasonAndTheStepTriedAgain()
    {
        openRun(1);

        correctAmount(u"150"_s, {}); // without a reason nothing happens
        QVERIFY(!runs()->ask()->isHidden());
        m_sample->press(Qt::Key_Escape);
        QVERIFY(runs()->ask()->isHidden());

        correctAmount(u"150"_s, u"영수증을 다시 셈함"_s);
        const auto amount = [this] {
            for (const CellRow &row : panel()->look().variables)
                if (row.key == u"amount")
                    return row.cells[1].text;
            return QString();
        };
        QTRY_COMPARE(amount(), u"150"_s);
        QVERIFY2(storyText().contains(u"값 ‘amount’를 바로잡음: 영수증을 다시 셈함 | "_s + actorName()),
                 qPrintable(storyText()));

        command(u"다시 하기"_s);
        QVERIFY(waited());
        QTRY_VERIFY(state() == store::RunState::Completed);
        QCOMPARE(nodeState(u"Size"_s), NodeState::Done);
        for (const QString &text : {u"다시 하기"_s, u"건너뛰기"_s, u"값 바로잡기 …"_s})
            QVERIFY(!action(text)->isEnabled());
    }

    void tryingAgainWithoutACorrectionStopsAgainAndSaysSo()
    {
        openRun(1);

        action(u"다시 하기"_s)->trigger();
        QVERIFY(waited());

        QTRY_VERIFY(state() == store::RunState::Incident);
        QStringList said;
        for (const QLabel *label : m_sample->window->findChildren<QLabel *>())
            if (label->isVisible())
                said.append(label->text());
        QVERIFY2(said.join(u'\n').contains(u"다시 문제에 걸려"_s), qPrintable(said.join(u'\n')));
    }

    void valueThatCannotBeReadChangesNothing()
    {
        openRun(1);

        correctAmount(u"많이 많이"_s, u"시험"_s);

        QVERIFY(state() == store::RunState::Incident);
        QVERIFY2(!storyText().contains(u"시험 |"_s), qPrintable(storyText()));
    }

    void recordIsCheckedFromTheFirstFactOn()
    {
        openRun(200);

        action(u"기록 검사"_s)->trigger();
        QVERIFY(waited());

        const auto facts = m_sample->desk->runs().facts(panel()->look().head.id);
        QVERIFY(facts);
        QStringList said;
        for (const QLabel *label : m_sample->window->findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY2(said.join(u'\n').contains(u"사실 %1건"_s.arg(facts->size())), qPrintable(said.join(u'\n')));
    }

    void decisionSaysItsRulesItsLawAndWhyEachDidNotFire()
    {
        openRun(60);
        QVERIFY(state() == store::RunState::Completed);
        DecisionView *view = panel()->decisions();

        QVERIFY(view->about().contains(u"지급의 규모를 정한다."_s));
        QVERIFY2(view->about().contains(u"지방회계법 시행령 제38조, 2025. 1. 1.부터 2026. 12. 31.까지"_s), qPrintable(view->about()));
        QVERIFY2(view->about().contains(u"UNIQUE"_s), qPrintable(view->about()));
        QVERIFY2(view->why().contains(u"규칙 2"_s) && view->why().contains(u"오십부터는 보통이다"_s), qPrintable(view->why()));

        view->table()->setCurrentIndex(view->table()->model()->index(1, 0)); // the first rule
        QVERIFY2(view->why().contains(u"‘금액’"_s) && view->why().contains(u"60"_s) && view->why().contains(u">= 100"_s), qPrintable(view->why()));
        const QModelIndex test = view->table()->model()->index(1, 1);
        QVERIFY2(test.data(Qt::AccessibleTextRole).toString().contains(u"맞지 않음"_s), qPrintable(test.data(Qt::AccessibleTextRole).toString()));
        QCOMPARE(view->table()->model()->headerData(3, Qt::Horizontal).toString(), u"뜻"_s);
        QCOMPARE(view->table()->model()->index(2, 3).data().toString(), u"오십부터는 보통이다"_s);
    }

    void decisionIsReadWithTheKeyboardAlone()
    {
        openRun(60);
        DecisionView *view = panel()->decisions();
        view->table()->setCurrentIndex(view->table()->model()->index(0, 0));
        const QString first = view->why();
        QApplication::setActiveWindow(m_sample->window.get());

        QTest::keyClick(view->table(), Qt::Key_Down);

        QVERIFY(view->why() != first);
        for (QLabel *label : view->findChildren<QLabel *>()) {
            if (label->text().isEmpty() || !(label->textInteractionFlags() & Qt::TextSelectableByKeyboard))
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(label);
            QVERIFY(face && !face->text(QAccessible::Name).isEmpty());
        }
    }
};

QTEST_MAIN(TestRunIncidents)
#include "tst_run_incidents.moc"
