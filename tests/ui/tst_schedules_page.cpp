// When robots run, in the window: a schedule is made from plain fields, looked at ahead, changed, switched off, and removed.
#include "robot_window.h"

#include "ui/live_field.h"
#include "ui/message_bar.h"
#include "ui/pages/panel.h"
#include "ui/pages/run_ask.h"
#include "ui/pages/run_cells.h"
#include "ui/pages/schedule_editor.h"
#include "ui/pages/schedule_fields.h"
#include "ui/pages/schedules_page.h"
#include "ui/pages/task_field.h"
#include "ui/pages/task_form.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace naru;
using namespace naru::ui;

class TestSchedulesPage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::RobotWindow> m_sample;

    bool waited() { return QTest::qWaitFor([this] { return m_sample->settled(); }, 60'000); }
    SchedulesPage *page() { return static_cast<SchedulesPage *>(m_sample->window->page(u"schedules"_s)); }
    ScheduleEditor *editor() { return page()->editor(); }
    QLineEdit *line(const QString &name) { return static_cast<QLineEdit *>(editor()->form()->field(name)->editor()); }
    void choose(const QString &name, const QString &value)
    {
        auto *list = static_cast<QComboBox *>(editor()->form()->field(name)->editor());
        list->setCurrentIndex(list->findData(value));
    }
    QString cell(int row, int column) { return editor()->times()->model()->index(row, column).data().toString(); }
    void fillInputs()
    {
        static_cast<QPlainTextEdit *>(editor()->inputs()->field(u"files"_s)->editor())->setPlainText(u"/srv/order.pdf"_s);
        static_cast<QLineEdit *>(editor()->inputs()->field(u"folder"_s)->editor())->setText(u"/srv/done"_s);
    }
    QList<run::StoredSchedule> stored()
    {
        const auto list = run::Schedules(*m_sample->desk).list();
        return list ? *list : QList<run::StoredSchedule>();
    }
    QAction *action(const QString &text)
    {
        for (QAction *one : page()->actions())
            if (one->text() == text)
                return one;
        return nullptr;
    }

    void openPage()
    {
        m_sample->open();
        m_sample->window->openPage(u"schedules"_s);
        QVERIFY(waited());
    }
    void openNew()
    {
        openPage();
        m_sample->press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(waited());
        QVERIFY(page()->isEditing());
    }
    schedule::Schedule monthly(const QString &id)
    {
        schedule::Schedule one;
        one.id = id;
        one.robot = u"personnel-order"_s;
        one.inputs = {{u"files"_s, QJsonArray{u"/srv/order.pdf"_s}}, {u"folder"_s, u"/srv/done"_s}};
        one.kind = schedule::RuleKind::Rrule;
        one.rule = u"FREQ=MONTHLY;BYMONTHDAY=5"_s;
        one.start = schedule::wallSecond(QDate(2026, 1, 1), QTime(9, 0));
        one.holidays = schedule::HolidayPolicy::Next;
        return one;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("NARU_SOURCE"))
            QSKIP("NARU_SOURCE is not set");
        m_sample = std::make_unique<test::RobotWindow>();
        QVERIFY(m_sample->session);
    }
    void cleanup()
    {
        if (!m_sample)
            return;
        m_sample->close();
        run::Schedules schedules(*m_sample->desk);
        for (const run::StoredSchedule &one : stored())
            QVERIFY(schedules.remove(one.record.id));
    }
    void cleanupTestCase() { m_sample.reset(); }

    // ---- plain fields

    void plainFieldsSayTheRuleAndComeBackFromIt_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("repeat");
        QTest::addColumn<QString>("words");
        QTest::newRow("every day") << u"FREQ=DAILY"_s << u"daily"_s << u"매일 09:00"_s;
        QTest::newRow("every third day") << u"FREQ=DAILY;INTERVAL=3"_s << u"daily"_s << u"3일마다 09:00"_s;
        QTest::newRow("every other week") << u"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"_s << u"weekly"_s << u"2주마다 월·수 09:00"_s;
        QTest::newRow("the 5th") << u"FREQ=MONTHLY;BYMONTHDAY=5"_s << u"day of month"_s << u"매월 5일 09:00"_s;
        QTest::newRow("the second Tuesday") << u"FREQ=MONTHLY;BYDAY=2TU"_s << u"nth weekday"_s << u"매월 둘째 화요일 09:00"_s;
        QTest::newRow("the last Friday") << u"FREQ=MONTHLY;BYDAY=-1FR"_s << u"nth weekday"_s << u"매월 마지막 금요일 09:00"_s;
        QTest::newRow("the last day") << u"FREQ=MONTHLY;BYMONTHDAY=-1"_s << u"last day"_s << u"매월 마지막 날 09:00"_s;
        QTest::newRow("a rule of another order") << u"BYMONTHDAY=5;FREQ=MONTHLY;INTERVAL=1"_s << u"day of month"_s << u"매월 5일 09:00"_s;
        QTest::newRow("two days of the month") << u"FREQ=MONTHLY;BYMONTHDAY=5,20"_s << u"rrule"_s << u"FREQ=MONTHLY;BYMONTHDAY=5,20"_s;
        QTest::newRow("ten times") << u"FREQ=DAILY;COUNT=10"_s << u"rrule"_s << u"FREQ=DAILY;COUNT=10"_s;
        QTest::newRow("lunar") << u"RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15"_s << u"rrule"_s << u"RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15"_s;
        QTest::newRow("yearly") << u"FREQ=YEARLY;BYMONTH=3"_s << u"rrule"_s << u"FREQ=YEARLY;BYMONTH=3"_s;
        QTest::newRow("no rule") << u"EVERY=DAY"_s << u"rrule"_s << u"EVERY=DAY"_s;
    }

    void plainFieldsSayTheRuleAndComeBackFromIt()
    {
        run::speak(*qApp, u"ko"_s);
        QFETCH(const QString, rule);
        QFETCH(const QString, repeat);
        QFETCH(const QString, words);
        schedule::Schedule one = monthly(u"s-1"_s);
        one.rule = rule;

        const feel::Context fields = fieldsOf(one, u"이름"_s);
        const schedule::Schedule back = scheduleOf(fields, one);

        QCOMPARE(fields.value(u"repeat").string(), repeat);
        QCOMPARE(ruleWords(one), words);
        const auto sorted = [](const QString &text) {
            QStringList parts = text.split(u';');
            parts.removeAll(u"INTERVAL=1"_s);
            parts.sort();
            return parts;
        };
        QCOMPARE(sorted(back.rule), sorted(rule));
        QCOMPARE(back.start, one.start);
        QCOMPARE(back.holidays, one.holidays);
    }

    void whatTheFieldsDoNotSayIsKept()
    {
        schedule::Schedule one = monthly(u"s-1"_s);
        one.excludedDays = {schedule::dayNumber(QDate(2026, 8, 5))};
        one.end = schedule::wallSecond(QDate(2027, 8, 5), QTime(12, 0));
        one.zone = u"America/New_York"_s;
        one.misfire = schedule::MisfirePolicy::All;
        one.misfireLimit = 7;
        one.misfireThreshold = 90;
        one.overlap = schedule::OverlapPolicy::CancelOther;
        one.jitter = 30;

        QCOMPARE(schedule::toJson(scheduleOf(fieldsOf(one, {}), one)), schedule::toJson(one));
    }

    // ---- the page

    void scheduleIsMadeWithTheKeyboardAlone()
    {
        openNew();
        QVERIFY(line(u"title"_s)->hasFocus());
        m_sample->type(u"매월 발령"_s);
        QCOMPARE(editor()->form()->values().value(u"robot").string(), u"personnel-order"_s); // the only one
        auto *repeat = static_cast<QComboBox *>(editor()->form()->field(u"repeat"_s)->editor());
        repeat->setFocus();
        m_sample->press(Qt::Key_Down); // from every week to a day of the month
        QVERIFY(editor()->form()->shownFields().contains(u"monthDay"_s));
        line(u"monthDay"_s)->setFocus();
        line(u"monthDay"_s)->selectAll();
        m_sample->type(u"5"_s);
        fillInputs();

        m_sample->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(waited());

        QVERIFY(!page()->isEditing());
        const QList<run::StoredSchedule> all = stored();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().record.title, u"매월 발령"_s);
        QCOMPARE(all.first().schedule.rule, u"FREQ=MONTHLY;BYMONTHDAY=5"_s);
        QCOMPARE(schedule::clockOf(*all.first().schedule.start), QTime(9, 0));
        QCOMPARE(all.first().schedule.holidays, schedule::HolidayPolicy::Skip);
        QVERIFY(all.first().schedule.inputs.contains(u"received"_s)); // given as nothing
        QTRY_COMPARE(page()->table()->model()->rowCount(), 1);
        QCOMPARE(page()->table()->model()->index(0, SchedulesPage::RuleColumn).data().toString(), u"매월 5일 09:00"_s);
    }

    void nextTimesFollowTheFieldsAndNameTheHolidays_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("when"); // about Christmas, a Friday in 2026
        QTest::addColumn<QString>("note");
        QTest::newRow("as it is") << u"as-is"_s << u"2026. 12. 25.(금) 09:00"_s << u"쉬는 날에 실행: 기독탄신일"_s;
        QTest::newRow("skipped") << u"skip"_s << u"2026. 12. 25.(금) 09:00"_s << u"실행하지 않음: 기독탄신일"_s;
        QTest::newRow("before") << u"previous"_s << u"2026. 12. 24.(목) 09:00"_s << u"← 12. 25.(금) 기독탄신일"_s;
        QTest::newRow("after") << u"next"_s << u"2026. 12. 28.(월) 09:00"_s << u"← 12. 25.(금) 기독탄신일"_s;
    }

    void nextTimesFollowTheFieldsAndNameTheHolidays()
    {
        QFETCH(const QString, policy);
        QFETCH(const QString, when);
        QFETCH(const QString, note);
        schedule::Schedule christmas = monthly(u"s-1"_s);
        christmas.rule = u"FREQ=MONTHLY;BYMONTHDAY=25"_s;
        christmas.holidays = schedule::HolidayPolicy::AsIs;
        const run::Schedules schedules(*m_sample->desk);
        christmas.holidays = policy == u"skip" ? schedule::HolidayPolicy::Skip
            : policy == u"previous"            ? schedule::HolidayPolicy::Previous
            : policy == u"next"                ? schedule::HolidayPolicy::Next
                                               : schedule::HolidayPolicy::AsIs;

        const auto look = timesLook(schedules, christmas, QDateTime({2026, 11, 22}, QTime(0, 0), Qt::UTC), 12);

        QVERIFY(look);
        QCOMPARE(std::count_if(look->rows.begin(), look->rows.end(), [](const CellRow &row) { return row.cells.first().icon.isEmpty(); }), 12);
        const auto row = std::find_if(look->rows.begin(), look->rows.end(), [&when](const CellRow &one) { return one.cells[0].text == when; });
        QVERIFY(row != look->rows.end());
        QCOMPARE(row->cells[1].text, note);
    }

    void whatIsTypedIsLookedAtAtOnce()
    {
        openNew();
        QTRY_VERIFY(editor()->times()->model()->rowCount() >= 12);
        choose(u"repeat"_s, u"last day"_s);
        line(u"clock"_s)->setText(u"18:30"_s);

        QTRY_VERIFY2(cell(0, 0).endsWith(u"18:30"_s), qPrintable(cell(0, 0)));
        QVERIFY(editor()->times()->model()->rowCount() >= 12);
    }

    void whatIsWrongIsSaidInWordsAtItsField_data()
    {
        QTest::addColumn<QString>("repeat");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no rule of RFC 5545") << u"rrule"_s << u"rrule"_s << u"FREQ=SOMETIMES"_s;
        QTest::newRow("a part that is unknown") << u"rrule"_s << u"rrule"_s << u"FREQ=DAILY;BYNOON=1"_s;
        QTest::newRow("a rule that never comes") << u"rrule"_s << u"rrule"_s << u"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"_s;
        QTest::newRow("cron with four fields") << u"cron"_s << u"cron"_s << u"0 9 5 *"_s;
        QTest::newRow("cron with a 60th minute") << u"cron"_s << u"cron"_s << u"60 9 5 * *"_s;
        QTest::newRow("cron that never comes") << u"cron"_s << u"cron"_s << u"0 0 30 2 *"_s;
        QTest::newRow("a time that is none") << u"daily"_s << u"clock"_s << u"25:00"_s;
        QTest::newRow("the 32nd") << u"day of month"_s << u"monthDay"_s << u"32"_s;
        QTest::newRow("a step of nothing") << u"daily"_s << u"step"_s << u"0"_s;
        QTest::newRow("an end before the start") << u"daily"_s << u"until"_s << u"2020-01-01"_s;
        QTest::newRow("a day that is none") << u"daily"_s << u"from"_s << u"2026-02-30"_s;
        QTest::newRow("a zone that is none") << u"daily"_s << u"zone"_s << u"Asia/Seoulo"_s;
        QTest::newRow("too much jitter") << u"daily"_s << u"jitter"_s << u"99999"_s;
    }

    void whatIsWrongIsSaidInWordsAtItsField()
    {
        QFETCH(const QString, repeat);
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        openNew();
        choose(u"repeat"_s, repeat);
        line(field)->setText(text);

        QTRY_VERIFY(editor()->form()->messageOf(field).startsWith(u"✕ "));
        const QString message = editor()->form()->messageOf(field);
        QVERIFY2(!message.contains(u"expected"_s), qPrintable(message)); // that is for the log
        QVERIFY(editor()->form()->field(field)->editor()->accessibleDescription().contains(message));
        QCOMPARE(editor()->times()->model()->rowCount(), 0);

        fillInputs();
        editor()->save();
        QVERIFY(waited());
        QVERIFY(page()->isEditing());
        QCOMPARE(stored().size(), 0);
    }

    void robotThatLacksWhatItNeedsIsNotScheduled()
    {
        openNew();
        editor()->save();
        QVERIFY(waited());
        QVERIFY(page()->isEditing());
        QVERIFY(!editor()->inputs()->messageOf(u"files"_s).isEmpty());
        static_cast<QPlainTextEdit *>(editor()->inputs()->field(u"files"_s)->editor())->setPlainText(u"order.pdf"_s);
        static_cast<QLineEdit *>(editor()->inputs()->field(u"folder"_s)->editor())->setText(u"/srv/done"_s);

        editor()->save();
        QVERIFY(waited());

        QVERIFY2(editor()->inputs()->messageOf(u"files"_s).contains(u"/"_s), qPrintable(editor()->inputs()->messageOf(u"files"_s)));
        QCOMPARE(stored().size(), 0);
    }

    void scheduleIsChangedAndWhatWasNotTouchedStays()
    {
        QVERIFY(run::Schedules(*m_sample->desk).add(monthly(u"s-000000000001"_s), u"매월 5일"_s));
        openPage();
        m_sample->press(Qt::Key_F2);
        QVERIFY(waited());
        QVERIFY(page()->isEditing());
        QCOMPARE(line(u"title"_s)->text(), u"매월 5일"_s);
        QCOMPARE(static_cast<QLineEdit *>(editor()->inputs()->field(u"folder"_s)->editor())->text(), u"/srv/done"_s);
        line(u"monthDay"_s)->setText(u"20"_s);

        m_sample->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(waited());

        QCOMPARE(stored().size(), 1);
        QCOMPARE(stored().first().record.id, u"s-000000000001"_s);
        QCOMPARE(stored().first().schedule.rule, u"FREQ=MONTHLY;BYMONTHDAY=20"_s);
        QCOMPARE(stored().first().schedule.holidays, schedule::HolidayPolicy::Next);
        QCOMPARE(stored().first().schedule.inputs.value(u"files"_s).toArray().first().toString(), u"/srv/order.pdf"_s);
    }

    void escapeLeavesEverythingAsItWas()
    {
        QVERIFY(run::Schedules(*m_sample->desk).add(monthly(u"s-000000000001"_s), u"매월 5일"_s));
        openPage();
        m_sample->press(Qt::Key_F2);
        QVERIFY(waited());
        line(u"monthDay"_s)->setText(u"20"_s);

        m_sample->press(Qt::Key_Escape);

        QVERIFY(!page()->isEditing());
        QCOMPARE(stored().first().schedule.rule, u"FREQ=MONTHLY;BYMONTHDAY=5"_s);

        m_sample->press(Qt::Key_Z, Qt::ControlModifier); // it was a slip
        QVERIFY(page()->isEditing());
        QCOMPARE(line(u"monthDay"_s)->text(), u"20"_s);
    }

    void scheduleIsSwitchedOffAndOn()
    {
        QVERIFY(run::Schedules(*m_sample->desk).add(monthly(u"s-000000000001"_s), u"매월 5일"_s));
        openPage();
        page()->table()->selectRow(0);
        const auto state = [this] { return page()->table()->model()->index(0, SchedulesPage::StateColumn).data().toString(); };
        const QString on = state();

        action(u"켜거나 끄기"_s)->trigger();
        QVERIFY(waited());
        QVERIFY(!stored().first().record.isEnabled);
        QVERIFY(state() != on);
        QCOMPARE(page()->table()->model()->index(0, SchedulesPage::NextColumn).data().toString(), state()); // it has no next time

        action(u"켜거나 끄기"_s)->trigger();
        QVERIFY(waited());
        QVERIFY(stored().first().record.isEnabled);
        QCOMPARE(state(), on);
    }

    void removedScheduleCanBeBroughtBack()
    {
        QVERIFY(run::Schedules(*m_sample->desk).add(monthly(u"s-000000000001"_s), u"매월 5일"_s));
        openPage();
        page()->table()->setFocus();
        m_sample->press(Qt::Key_Delete);
        QVERIFY(waited());
        QCOMPARE(stored().size(), 0);
        QCOMPARE(page()->table()->model()->rowCount(), 0);

        m_sample->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waited());

        QCOMPARE(stored().size(), 1);
        QCOMPARE(stored().first().schedule.rule, u"FREQ=MONTHLY;BYMONTHDAY=5"_s);
        QCOMPARE(page()->table()->model()->rowCount(), 1);
    }

    // ---- the month

    void sixWeeksAreSeenWithoutScrolling_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::newRow("the least window that we promise") << QSize(1280, 800) << 100;
        QTest::newRow("a wide one") << QSize(1600, 1000) << 100;
        QTest::newRow("a wide one with large letters") << QSize(1600, 1000) << 150;
    }

    void sixWeeksAreSeenWithoutScrolling()
    {
        QFETCH(const QSize, size);
        QFETCH(const int, scale);
        openPage();
        Look look = m_sample->theme.look();
        look.scale = scale;
        m_sample->theme.setLook(look);
        m_sample->theme.apply(*qApp);
        m_sample->window->resize(size);
        QVERIFY(waited());

        QCOMPARE(page()->month()->model()->rowCount(), 6);
        QTRY_COMPARE(page()->month()->verticalScrollBar()->maximum(), 0);
        const QRect last = page()->month()->visualRect(page()->month()->model()->index(5, 6));
        QVERIFY(page()->month()->viewport()->rect().contains(last));
        look.scale = 100;
        m_sample->theme.setLook(look);
        m_sample->theme.apply(*qApp);
    }

    void monthNamesHolidaysAndShowsWhatRuns()
    {
        QVERIFY(run::Schedules(*m_sample->desk).add(monthly(u"s-000000000001"_s), u"매월 5일"_s));
        openPage();
        QCOMPARE(page()->chosenDay(), m_sample->day);
        const auto text = [this](QDate day, int role = Qt::DisplayRole) {
            const QDate first = QDate::fromString(page()->month()->model()->index(0, 0).data(CellModel::KeyRole).toString(), Qt::ISODate);
            const int place = int(first.daysTo(day));
            return page()->month()->model()->index(place / 7, place % 7).data(role).toString();
        };
        QCOMPARE(text({2026, 7, 17}), u"17 제헌절"_s);
        QCOMPARE(text({2026, 7, 20}), u"20 (오늘)"_s);

        const QDate next = QDateTime::currentDateTimeUtc().date().addMonths(2); // runs are shown that are still to come
        page()->turn((next.year() - 2026) * 12 + next.month() - 7);
        QVERIFY(waited());

        QString whole;
        for (int row = 0; row < 6; ++row)
            for (int column = 0; column < 7; ++column)
                whole += page()->month()->model()->index(row, column).data(Qt::AccessibleTextRole).toString() + u'\n';
        QVERIFY2(whole.contains(u"09:00 매월 5일"_s), qPrintable(whole));
    }

    void officeIsClosedOnADayWithTheKeyboardAndOpenedAgain()
    {
        openPage();
        QVERIFY(QTest::qWaitForWindowActive(m_sample->window.get()));
        page()->month()->setFocus();
        m_sample->press(Qt::Key_Right); // Tuesday, the 21st
        m_sample->press(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(!page()->ask()->isHidden());
        QCOMPARE(page()->ask()->field(0)->text(), u"2026-07-21"_s);
        m_sample->type(u"개원기념일"_s);
        m_sample->press(Qt::Key_Return);
        QVERIFY(waited());

        QVERIFY(!m_sample->session->calendar()->isWorkingDay({2026, 7, 21}));
        QCOMPARE(page()->closing()->model()->rowCount(), 1);
        QCOMPARE(page()->closing()->model()->index(0, 1).data().toString(), u"개원기념일"_s);
        QCOMPARE(page()->month()->currentIndex().data().toString(), u"21 개원기념일"_s);

        m_sample->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waited());
        QVERIFY(m_sample->session->calendar()->isWorkingDay({2026, 7, 21}));
        QCOMPARE(page()->closing()->model()->rowCount(), 0);

        page()->ask()->hide();
        QVERIFY(run::ClosingDays(*m_sample->session).add({u"07-21"_s, u"개원기념일"_s, {}}));
        page()->refresh();
        QVERIFY(waited());
        m_sample->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(waited());
        QCOMPARE(page()->closing()->model()->rowCount(), 0);
    }

    void missedTimeThatAsksIsDecidedHere()
    {
        run::Schedules schedules(*m_sample->desk);
        QVERIFY(schedules.add(monthly(u"s-000000000001"_s), u"매월 5일"_s));
        const QDateTime at({2026, 7, 6}, QTime(0, 0), Qt::UTC);
        const auto noted = m_sample->desk->runs().occur({{u"s-000000000001"_s, at, u"asked"_s, u"asked 1 2026-07-06T00:00:00Z"_s, {}}});
        QVERIFY2(noted, noted ? "" : qPrintable(noted.error().text));
        openPage();
        page()->table()->selectRow(0);
        QVERIFY(waited());
        QCOMPARE(page()->past()->model()->rowCount(), 1);
        QVERIFY(!action(u"놓친 것 실행"_s)->isVisible()); // nothing is chosen yet

        page()->past()->setFocus();
        page()->past()->selectRow(0);
        QVERIFY(action(u"놓친 것 실행"_s)->isVisible());
        action(u"놓친 것 넘어가기"_s)->trigger();
        QVERIFY(waited());

        QCOMPARE(schedules.past(u"s-000000000001"_s, 1)->first().outcome, u"missed"_s);
        QVERIFY(!action(u"놓친 것 실행"_s)->isVisible());
    }

    void everyFieldHasAName()
    {
        openNew();
        for (QWidget *widget : editor()->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s) || !widget->isVisible())
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestSchedulesPage)
#include "tst_schedules_page.moc"
