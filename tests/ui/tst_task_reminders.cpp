// Tasks that are due or late: in the bell and beside the task while they are open, and nowhere once they are done.
#include "robot_window.h"

#include "ui/notices.h"
#include "ui/pages/panel.h"
#include "ui/pages/task_form.h"
#include "ui/pages/task_panel.h"
#include "ui/pages/task_field.h"
#include "ui/pages/tasks_page.h"
#include "ui/task_watch.h"
#include "ui/top_bar.h"

#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTimeZone>

using namespace naru;
using namespace naru::ui;

namespace {

class SetClock final : public run::Clock {
public:
    QDateTime now() const override { return moment; }
    store::LeaseTime lease() const override { return m_system.lease(); }

    QDateTime moment;

private:
    run::SystemClock m_system;
};

// So many o'clock in Seoul of a day in July 2026.
QDateTime july(int day, int hour) { return QDateTime({2026, 7, day}, QTime(hour, 0), QTimeZone("Asia/Seoul")).toUTC(); }

} // namespace

class TestTaskReminders : public QObject {
    Q_OBJECT

    SetClock m_clock;
    std::unique_ptr<test::RobotWindow> m_sample;
    QString m_run;

    NoticeModel *notices() { return m_sample->window->notices(); }
    TasksPage *tasks() { return static_cast<TasksPage *>(m_sample->window->page(u"work"_s)); }
    QString notice(int role = Qt::DisplayRole) { return notices()->index(0).data(role).toString(); }
    void pass(const QDateTime &moment)
    {
        m_clock.moment = moment;
        QVERIFY(m_sample->desk->advance(m_run));
    }
    void openTask()
    {
        m_sample->window->openPage(u"work"_s);
        QVERIFY(QTest::qWaitFor([this] { return m_sample->settled() && !tasks()->panel()->item().key.isEmpty(); }, 60'000));
    }

private Q_SLOTS:
    // The review is due one working day after Wednesday, the 15th, at 18:00; the 17th (제헌절) and the weekend are none.
    // Monday, the 20th, is the day on which the window is open.
    void init()
    {
        if (!qEnvironmentVariableIsSet("NARU_SOURCE"))
            QSKIP("NARU_SOURCE is not set");
        m_sample = std::make_unique<test::RobotWindow>();
        QVERIFY(m_sample->session);
        m_sample->desk = std::make_unique<run::RobotDesk>(*m_sample->session, m_clock);
        m_clock.moment = july(15, 10);
        m_run = m_sample->beginOrder();
        QVERIFY2(m_run.startsWith(u"r-"), qPrintable(m_run));
    }
    void cleanup()
    {
        if (m_sample)
            m_sample->close();
        m_sample.reset();
    }

    void aTaskThatNobodyWasRemindedOfIsNotInTheBell()
    {
        m_sample->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        QCOMPARE(notices()->rowCount(), 0);
    }

    void aReminderIsInTheBellAndBesideTheTask()
    {
        pass(july(16, 10));

        m_sample->open();

        QTRY_COMPARE_WITH_TIMEOUT(notices()->rowCount(), 1, 60'000);
        QCOMPARE(notices()->unopened(), 1);
        QCOMPARE(notice(), u"발령 검토 – 근무일 1일 지남"_s);
        QVERIFY2(notice(NoticeModel::MomentRole).contains(u"인사 담당 · 7. 15.(수)부터 · 기한 2026. 7. 16. 18:00"_s), qPrintable(notice(NoticeModel::MomentRole)));
        openTask();
        QVERIFY2(tasks()->panel()->warning().contains(u"2026. 7. 16. 10:00"_s), qPrintable(tasks()->panel()->warning()));
        QVERIFY(tasks()->panel()->warning().contains(u"근무일 1일 지남"_s));
    }

    void aLateTaskIsNewsAgain()
    {
        pass(july(16, 10));
        m_sample->open();
        QTRY_COMPARE_WITH_TIMEOUT(notices()->rowCount(), 1, 60'000);
        notices()->markOpened(notices()->index(0));
        QCOMPARE(notices()->unopened(), 0);

        pass(july(20, 10));
        m_sample->window->watch()->look();

        QTRY_COMPARE_WITH_TIMEOUT(notices()->unopened(), 1, 60'000);
        QCOMPARE(notices()->rowCount(), 1);
        QVERIFY2(notice().startsWith(u"늦음: 발령 검토"_s), qPrintable(notice()));
        openTask();
        QVERIFY2(tasks()->panel()->warning().contains(u"부서장"_s), qPrintable(tasks()->panel()->warning()));
    }

    void theNoticeLeadsToTheTask()
    {
        pass(july(16, 10));
        m_sample->open();
        QTRY_COMPARE_WITH_TIMEOUT(notices()->rowCount(), 1, 60'000);
        QVERIFY(QTest::qWaitForWindowActive(m_sample->window.get()));

        m_sample->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        m_sample->press(Qt::Key_Return);

        QCOMPARE(m_sample->window->currentPage(), u"work"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tasks()->panel()->item().title, u"발령 검토"_s, 60'000);
    }

    void whatIsDoneLeavesTheBell()
    {
        pass(july(16, 10));
        m_sample->open();
        QTRY_COMPARE_WITH_TIMEOUT(notices()->rowCount(), 1, 60'000);
        openTask();
        TaskForm *form = tasks()->panel()->form();
        form->field(u"decision"_s)->findChildren<QRadioButton *>().value(2)->setChecked(true);
        static_cast<QPlainTextEdit *>(form->field(u"reason"_s)->editor())->setPlainText(u"시행 보류"_s);

        tasks()->complete();

        QTRY_COMPARE_WITH_TIMEOUT(notices()->rowCount(), 0, 60'000);
        QCOMPARE(notices()->unopened(), 0);
    }
};

QTEST_MAIN(TestTaskReminders)
#include "tst_task_reminders.moc"
