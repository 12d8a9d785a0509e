// What robots wait for a person for: forms that follow their rules, and tasks that are taken, handed on, and done.
#include "robot_window.h"

#include "ui/live_field.h"
#include "ui/pages/panel.h"
#include "ui/pages/plans_page.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/run_cells.h"
#include "ui/pages/task_field.h"
#include "ui/pages/task_form.h"
#include "ui/pages/task_panel.h"
#include "ui/pages/tasks_page.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace naru;
using namespace naru::ui;

namespace {

// Readable JSON: ' stands for ", and ` for a " inside of a text.
QByteArray spelled(QByteArray text) { return text.replace('\'', '"').replace('`', "\\\""); }

const QByteArray allKinds = spelled(
    "{'form': 'all', 'title': {'ko': '모두'}, 'fields': [ "
    "{'name': 'shown', 'kind': 'text', 'label': '보이는 것', 'readOnly': true}, "
    "{'name': 'name', 'kind': 'text', 'label': '이름', 'required': true, 'width': 'half'}, "
    "{'name': 'count', 'kind': 'whole', 'label': '수', 'width': 'half'}, "
    "{'name': 'money', 'kind': 'won', 'label': '금액'}, "
    "{'name': 'ratio', 'kind': 'number', 'label': '비율'}, "
    "{'name': 'day', 'kind': 'day', 'label': '날'}, "
    "{'name': 'urgent', 'kind': 'flag', 'label': '급함'}, "
    "{'name': 'tags', 'kind': 'texts', 'label': '꼬리표'}, "
    "{'name': 'way', 'kind': 'choice', 'label': '길', 'options': [{'value': 'a', 'label': '가'}, {'value': 'b', 'label': '나'}]}, "
    "{'name': 'why', 'kind': 'long text', 'label': '까닭', 'visible': 'way = `b`', 'required': true, "
    "'check': 'string length(why) >= 2', 'message': '두 글자 이상 적어 주십시오.'}]} ");

run::Form formOf(const QByteArray &json)
{
    const run::ReadForm read = run::readForm(json);
    return read.problems.isEmpty() ? read.form : run::Form();
}

QLineEdit *line(const TaskForm &form, const QString &name) { return static_cast<QLineEdit *>(form.field(name)->editor()); }

QRadioButton *choice(const TaskForm &form, const QString &name, int number)
{
    return form.field(name)->findChildren<QRadioButton *>().value(number);
}

} // namespace

class TestTaskPage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::RobotWindow> m_sample;
    QString m_run;

    bool waited() { return QTest::qWaitFor([this] { return m_sample->settled(); }, 60'000); }
    TasksPage *tasks() { return static_cast<TasksPage *>(m_sample->window->page(u"work"_s)); }
    bool isShown() { return QTest::qWaitFor([this] { return m_sample->settled() && !tasks()->panel()->item().key.isEmpty(); }, 60'000); }

    void openPage()
    {
        m_sample->open();
        m_sample->window->openPage(u"work"_s);
        QVERIFY(isShown());
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
    }
    void cleanup()
    {
        if (m_sample)
            m_sample->close();
    }
    void cleanupTestCase() { m_sample.reset(); }

    // ---- the form

    void everyKindHasItsEditorAndItsValue()
    {
        Theme theme;
        TaskForm form(theme);
        form.setForm(formOf(allKinds), feel::Context{{u"shown"_s, feel::Value(u"그대로"_s)}});
        line(form, u"name"_s)->setText(u"김하나"_s);
        line(form, u"count"_s)->setText(u"1,531"_s);
        line(form, u"money"_s)->setText(u"12,000원"_s);
        line(form, u"ratio"_s)->setText(u"0.95"_s);
        line(form, u"day"_s)->setText(u"2026. 7. 29."_s);
        static_cast<QCheckBox *>(form.field(u"urgent"_s)->editor())->setChecked(true);
        static_cast<QPlainTextEdit *>(form.field(u"tags"_s)->editor())->setPlainText(u"하나\n둘"_s);
        choice(form, u"way"_s, 0)->setChecked(true);

        const feel::Context values = form.values();

        QVERIFY(form.check());
        QCOMPARE(feel::toText(values.value(u"name"_s)), u"\"김하나\""_s);
        QCOMPARE(feel::toText(values.value(u"count"_s)), u"1531"_s);
        QCOMPARE(feel::toText(values.value(u"money"_s)), u"12000"_s);
        QCOMPARE(feel::toText(values.value(u"ratio"_s)), u"0.95"_s);
        QCOMPARE(feel::toText(values.value(u"day"_s)), u"date(\"2026-07-29\")"_s);
        QCOMPARE(feel::toText(values.value(u"urgent"_s)), u"true"_s);
        QCOMPARE(feel::toText(values.value(u"tags"_s)), u"[\"하나\", \"둘\"]"_s);
        QCOMPARE(feel::toText(values.value(u"way"_s)), u"\"a\""_s);
        QVERIFY(!values.contains(u"shown"));
        QCOMPARE(static_cast<QLabel *>(form.field(u"shown"_s)->editor())->text(), u"그대로"_s);
    }

    void fieldsComeAndGoWithTheRules()
    {
        Theme theme;
        TaskForm form(theme);
        form.setForm(formOf(allKinds), {});
        QVERIFY(!form.shownFields().contains(u"why"_s));

        choice(form, u"way"_s, 1)->setChecked(true);
        QVERIFY(form.shownFields().contains(u"why"_s));

        choice(form, u"way"_s, 0)->setChecked(true);
        QVERIFY(!form.shownFields().contains(u"why"_s));
    }

    void whatIsWrongIsSaidBesideItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing where something is needed") << u"name"_s << QString() << u"필요"_s;
        QTest::newRow("no number") << u"count"_s << u"많이"_s << u"수가 아닙니다"_s;
        QTest::newRow("no whole number") << u"count"_s << u"1.5"_s << u"정수"_s;
        QTest::newRow("no day") << u"day"_s << u"2026-02-30"_s << u"날짜가 아닙니다"_s;
        QTest::newRow("the rule of the form") << u"why"_s << u"응"_s << u"두 글자"_s;
    }

    void whatIsWrongIsSaidBesideItsField()
    {
        run::speak(*qApp, u"ko"_s);
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const QString, message);
        Theme theme;
        TaskForm form(theme);
        form.setForm(formOf(allKinds), {});
        line(form, u"name"_s)->setText(u"김하나"_s);
        choice(form, u"way"_s, 1)->setChecked(true);
        static_cast<QPlainTextEdit *>(form.field(u"why"_s)->editor())->setPlainText(field == u"why" ? text : u"까닭이 있음"_s);
        if (field != u"why")
            line(form, field)->setText(text);

        const bool isGood = form.check();

        QVERIFY(!isGood);
        QVERIFY2(form.messageOf(field).contains(message), qPrintable(form.messageOf(field)));
        QVERIFY(form.field(field)->editor()->accessibleDescription().contains(message));
        for (const QString &other : {u"name"_s, u"count"_s, u"day"_s, u"why"_s})
            QCOMPARE(form.messageOf(other).isEmpty(), other != field);
    }

    void syllableThatIsBeingComposedCounts()
    {
        Theme theme;
        TaskForm form(theme);
        form.setForm(formOf(allKinds), {});
        line(form, u"name"_s)->setText(u"김하"_s);
        choice(form, u"way"_s, 1)->setChecked(true);
        QInputMethodEvent syllable(u"나"_s, {});
        QApplication::sendEvent(line(form, u"name"_s), &syllable);
        auto *why = static_cast<QPlainTextEdit *>(form.field(u"why"_s)->editor());
        why->setPlainText(u"까"_s);
        why->moveCursor(QTextCursor::End);
        QInputMethodEvent second(u"닭"_s, {});
        QApplication::sendEvent(why, &second);

        QVERIFY(form.check());

        QCOMPARE(form.values().value(u"name"_s).string(), u"김하나"_s);
        QCOMPARE(form.values().value(u"why"_s).string(), u"까닭"_s);
    }

    // ---- the page

    void tasksAreListedWithTheirDay()
    {
        openPage();
        QAbstractItemModelTester tester(tasks()->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(tasks()->table()->model()->rowCount(), 1);
        const auto cell = [this](int column) { return tasks()->table()->model()->index(0, column).data().toString(); };
        QCOMPARE(cell(TaskTitleColumn), u"발령 검토"_s);
        QVERIFY2(cell(TaskRunColumn).startsWith(u"인사발령 부서이동 · 인사발령_"_s), qPrintable(cell(TaskRunColumn)));
        QCOMPARE(cell(TaskStateColumn), u"접수 대기"_s);
        QVERIFY2(cell(DueColumn).contains(u"일 남음"_s), qPrintable(cell(DueColumn)));
    }

    void planOfTheReviewIsOneClickAway()
    {
        openPage();
        QVERIFY(!tasks()->panel()->planLink()->isHidden());
        const QString plan = tasks()->panel()->form()->field(u"plan"_s)->editor()->accessibleDescription();

        tasks()->panel()->planLink()->click();
        QVERIFY(waited());

        QCOMPARE(m_sample->window->currentPage(), u"plans"_s);
        auto *plans = static_cast<PlansPage *>(m_sample->window->page(u"plans"_s));
        QTRY_COMPARE(plans->desk()->summary().id, plan);
    }

    void taskIsTakenAndGivenBack()
    {
        openPage();
        tasks()->claim();
        QTRY_COMPARE_WITH_TIMEOUT(tasks()->panel()->item().holder, m_sample->session->actor(), 60'000);

        QVERIFY(waited());
        tasks()->release();
        QTRY_VERIFY_WITH_TIMEOUT(tasks()->panel()->item().holder.isEmpty(), 60'000);
    }

    void taskIsHandedOnToSomebodyOfTheOffice()
    {
        openPage();
        const auto people = m_sample->session->people(m_sample->session->today());
        QVERIFY(people);
        const auto somebody = std::find_if(people->begin(), people->end(), [](const auto &one) { return one.standing == u"재직"; });
        QVERIFY(somebody != people->end());

        tasks()->handOn(somebody->empNo);

        QTRY_COMPARE_WITH_TIMEOUT(tasks()->panel()->item().candidates, QStringList{u"person:"_s + somebody->empNo}, 60'000);
    }

    void formThatLacksSomethingIsNotSent()
    {
        openPage();
        QVERIFY(tasks()->table()->model()->rowCount() == 1);

        tasks()->complete();
        QVERIFY(waited());

        QVERIFY(!tasks()->panel()->form()->messageOf(u"decision"_s).isEmpty());
        const auto item = m_sample->desk->workItem(tasks()->panel()->item().key);
        QVERIFY(item && !item->ended.isValid());
    }

    void whatIsTypedSurvivesARefresh()
    {
        openPage();
        choice(*tasks()->panel()->form(), u"decision"_s, 2)->setChecked(true);
        static_cast<QPlainTextEdit *>(tasks()->panel()->form()->field(u"reason"_s)->editor())->setPlainText(u"다시 올림"_s);

        tasks()->refresh();
        QVERIFY(waited());
        QTRY_VERIFY(m_sample->settled());

        QCOMPARE(feel::toString(tasks()->panel()->form()->values().value(u"reason"_s)), u"다시 올림"_s);
    }

    void everythingIsDoneWithTheKeyboardAlone()
    {
        openPage();
        QVERIFY(QTest::qWaitForWindowActive(m_sample->window.get()));
        tasks()->table()->setFocus();
        const auto holder = [this] { return tasks()->panel()->item().holder; };

        m_sample->press(Qt::Key_F3); // take it
        QTRY_COMPARE_WITH_TIMEOUT(holder(), m_sample->session->actor(), 60'000);
        QVERIFY(waited());
        m_sample->press(Qt::Key_Z, Qt::ControlModifier); // it was a mistake
        QTRY_VERIFY_WITH_TIMEOUT(holder().isEmpty(), 60'000);
        QVERIFY(waited());
        m_sample->press(Qt::Key_F3);
        QTRY_VERIFY_WITH_TIMEOUT(!holder().isEmpty(), 60'000);
        QVERIFY(waited());
        m_sample->press(Qt::Key_F3, Qt::ShiftModifier); // give it back
        QTRY_VERIFY_WITH_TIMEOUT(holder().isEmpty(), 60'000);
        QVERIFY(waited());

        m_sample->press(Qt::Key_F4); // hand it on, and think better of it
        QVERIFY(tasks()->panel()->person()->hasFocus());
        m_sample->press(Qt::Key_Escape);
        QVERIFY(tasks()->table()->hasFocus());
        m_sample->press(Qt::Key_Return); // into the form, and back
        QVERIFY(tasks()->panel()->form()->isAncestorOf(m_sample->window->focusWidget()));
        m_sample->press(Qt::Key_Escape);
        QVERIFY(tasks()->table()->hasFocus());
    }

    void tipsOfTheButtonsNameTheirKeys()
    {
        openPage();
        for (const QString &keys : {u"Ctrl+Return"_s, u"F3"_s, u"Shift+F3"_s, u"F4"_s}) {
            bool isFound = false;
            for (const QToolButton *one : m_sample->window->findChildren<QToolButton *>())
                isFound = isFound || (one->defaultAction() && one->defaultAction()->shortcut() == QKeySequence(keys)
                                      && one->toolTip().contains(QKeySequence(keys).toString(QKeySequence::NativeText)));
            QVERIFY2(isFound, qPrintable(keys));
        }
    }

    void taskIsDoneWithTheKeyboardAndTheRobotGoesOn()
    {
        openPage();
        QVERIFY(QTest::qWaitForWindowActive(m_sample->window.get()));
        const QString key = tasks()->panel()->item().key;
        tasks()->table()->setFocus();
        m_sample->press(Qt::Key_Return); // into the form
        choice(*tasks()->panel()->form(), u"decision"_s, 2)->setFocus();
        m_sample->press(Qt::Key_Space);
        auto *why = tasks()->panel()->form()->field(u"reason"_s)->editor();
        why->setFocus();
        m_sample->type(u"시행 보류"_s);

        m_sample->press(Qt::Key_Return, Qt::ControlModifier);

        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && tasks()->table()->model()->rowCount() == 0, 60'000);
        const auto item = m_sample->desk->workItem(key);
        QVERIFY(item);
        QCOMPARE(item->state, u"done"_s);
        const auto head = m_sample->desk->runs().run(m_run);
        QVERIFY(head && hasEnded(head->state));
    }
};

QTEST_MAIN(TestTaskPage)
#include "tst_task_page.moc"
