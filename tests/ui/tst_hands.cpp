// What hands do in the window: a whole order with the keyboard alone, files that are dropped, the dialogs, the calendar,
// and Hangul that is still being composed when a key acts.
#include "sample_window.h"

#include "run/documents.h"
#include "ui/as_of_button.h"
#include "ui/live_field.h"
#include "ui/message_bar.h"
#include "ui/pages/approval_bar.h"
#include "ui/pages/decision_panel.h"
#include "ui/pages/order_page.h"
#include "ui/pages/panel.h"
#include "ui/pages/people_page.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plan_view.h"
#include "ui/pages/welcome_page.h"
#include "ui/top_bar.h"

#include <QAccessible>
#include <QAction>
#include <QCalendarWidget>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrl>

using namespace naru;
using namespace naru::ui;

namespace {

void compose(QWidget *field, const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(field, &event);
}

} // namespace

class TestHands : public QObject {
    Q_OBJECT

    std::unique_ptr<test::SampleWindow> m_sample;

    bool waited() { return QTest::qWaitFor([this] { return m_sample->settled(); }, 60'000); }
    AsOfButton *asOf() const { return m_sample->window->top()->asOf(); }
    QCalendarWidget *calendar() const { return asOf()->findChild<QCalendarWidget *>(); }

    // A command by its name, as somebody does who knows no shortcut.
    void command(const QString &name)
    {
        m_sample->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        m_sample->type(name);
        QTest::qWait(200); // the pause of typing
        m_sample->press(Qt::Key_Return);
    }

    // Takes the first candidate of every question, and skips where there is none or where the choice settled nothing. The
    // answer says where a key had no effect; empty: all is decided.
    QString decideAll(const PlanView &view)
    {
        while (view.questions() > 0) {
            const int before = view.questions();
            m_sample->press(Qt::Key_F8);
            const int number = view.currentLine()->number;
            if (!view.decision()->choices().isEmpty()) {
                m_sample->press(Qt::Key_Return); // into the choices
                m_sample->press(Qt::Key_Return);
                if (!waited())
                    return u"no answer on line %1"_s.arg(number);
            }
            if (view.questions() < before)
                continue;
            m_sample->press(Qt::Key_F8);
            m_sample->press(Qt::Key_S);
            if (!waited() || view.questions() >= before)
                return u"line %1 is still open: %2"_s.arg(view.currentLine()->number).arg(view.currentLine()->what);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<test::SampleWindow>();
        QVERIFY(m_sample->session);
    }
    void init()
    {
        m_sample->open();
        QVERIFY(QTest::qWaitForWindowActive(m_sample->window.get()));
        QVERIFY(waited());
    }
    void cleanup() { m_sample->close(); }
    void cleanupTestCase() { m_sample.reset(); }

    void wholeOrderIsWorkedInWithTheKeyboardAlone()
    {
        command(u"이동: 인사발령"_s);
        QVERIFY(waited());
        QCOMPARE(m_sample->window->currentPage(), u"personnel-order"_s);
        auto *orders = static_cast<OrderPage *>(m_sample->window->page(u"personnel-order"_s));

        m_sample->press(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_sample->answerFileDialog(m_sample->sample(u"*대비표_12명.pdf"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && orders->showsPlan(), 60'000);
        QVERIFY(orders->desk()->view()->questions() > 0);
        QCOMPARE(decideAll(*orders->desk()->view()), QString());

        m_sample->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(orders->desk()->approval()->isVisible());
        m_sample->press(Qt::Key_Return);
        QVERIFY(waited());
        const QString applied = orders->desk()->summary().id;
        const store::PlanState state = orders->desk()->summary().state;
        QVERIFY(state == store::PlanState::Applied || state == store::PlanState::Booked || state == store::PlanState::PartlyBooked);

        orders->desk()->view()->table()->setFocus();
        command(u"되돌리기 계획"_s);
        QVERIFY(waited());
        QVERIFY(orders->desk()->summary().id != applied);
        m_sample->press(Qt::Key_Return, Qt::ControlModifier);
        m_sample->press(Qt::Key_Return);
        QVERIFY(waited());

        const auto plans = m_sample->session->plans();
        QVERIFY(plans);
        for (const store::PlanSummary &plan : *plans)
            if (plan.id == applied)
                QVERIFY(plan.state == store::PlanState::Reverted);
    }

    void documentIsDroppedOnTheOrders()
    {
        auto *orders = m_sample->page<OrderPage>(u"personnel-order"_s);
        QVERIFY(waited());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_sample->sample(u"*총괄표_12명.xlsx"_s))});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(orders, &enter);
        QVERIFY(enter.isAccepted());

        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(orders, &drop);

        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && orders->showsPlan(), 60'000);
        QVERIFY(orders->desk()->view()->plan().sources.first().file.endsWith(u"12명.xlsx"_s));
    }

    void whatIsNoFileOfThisComputerIsNotTaken()
    {
        auto *orders = m_sample->page<OrderPage>(u"personnel-order"_s);
        QVERIFY(waited());
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/order.pdf"_s)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();

        QApplication::sendEvent(orders, &enter);

        QVERIFY(!enter.isAccepted());
    }

    void reportIsWrittenFromThePage_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"pdf", "xlsx", "hwpx"})
            QTest::addRow("%s", ending) << QString::fromLatin1(ending);
    }

    void reportIsWrittenFromThePage()
    {
        QFETCH(const QString, ending);
        auto *orders = m_sample->page<OrderPage>(u"personnel-order"_s);
        orders->read({m_sample->sample(u"*총괄표_12명.xlsx"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && orders->showsPlan(), 60'000);
        const QString path = m_sample->file(u"report."_s + ending);

        command(u"보고서 "_s + ending.toUpper());
        QVERIFY2(m_sample->answerFileDialog(path), "no dialog");
        QVERIFY(waited());

        const auto report = readDocument(path);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QVERIFY(plainText(*report).contains(orders->desk()->view()->currentLine()->name));
    }

    void peopleAreExportedByTheDialog()
    {
        m_sample->page<PeoplePage>(u"people"_s);
        QVERIFY(waited());
        const QString path = m_sample->file(u"exported.xlsx"_s);

        command(u"내보내기: 사람XLSX"_s);
        QVERIFY2(m_sample->answerFileDialog(path), "no dialog");
        QVERIFY(waited());

        const auto table = readDocument(path);
        QVERIFY2(table, table ? "" : qPrintable(table.error().text));
        QVERIFY(plainText(*table).startsWith(u"emp_no"_s));
    }

    void emptyOfficeIsMadeFromTheWelcome()
    {
        QString opened;
        WindowStart start;
        start.today = start.asOf = m_sample->day;
        const QString location = m_sample->file(u"empty.naru"_s);
        start.pages = {{u"welcome"_s, "Welcome", u"naru"_s, nullptr, [&](Shell &shell) -> ui::Page * {
                            return new WelcomePage(shell, u"아직 기관이 없습니다."_s, location, [&](const QString &office) { opened = office; });
                        }}};
        MainWindow window(m_sample->theme, start);
        window.show();
        const QList<QPushButton *> buttons = window.page(u"welcome"_s)->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 3);

        QTest::keyClick(buttons[1], Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(window.works().isIdle(), 60'000);

        QCOMPARE(opened, location);
        QVERIFY(run::Session::open({location, {}, m_sample->day}));
        QTest::keyClick(buttons[2], Qt::Key_Space);
        auto *dialog = window.findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
    }

    void calendarChoosesAnotherDayByTheKeyboard()
    {
        m_sample->press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(calendar()->isVisible());
        QCOMPARE(calendar()->selectedDate(), m_sample->day);
        QWidget *view = calendar()->findChild<QWidget *>(u"qt_calendar_calendarview"_s);

        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);

        QVERIFY(!calendar()->isVisible());
        QCOMPARE(m_sample->window->asOf(), m_sample->day.addDays(8));
        QVERIFY(waited());
        QCOMPARE(asOf()->text(), u"2026. 7. 28.(화) 기준"_s);
        m_sample->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_sample->window->asOf(), m_sample->day);
        QVERIFY(waited());
    }

    void calendarGoesBackToTodayByItsButtonAndClosesByEscape()
    {
        asOf()->setDay(QDate(2027, 1, 1));
        asOf()->openCalendar();
        auto *today = calendar()->parentWidget()->findChild<QPushButton *>();
        QVERIFY(today);
        today->click();
        QCOMPARE(m_sample->window->asOf(), m_sample->day);
        QVERIFY(waited());

        asOf()->openCalendar();
        QTest::keyClick(calendar()->parentWidget(), Qt::Key_Escape);

        QVERIFY(!calendar()->isVisible());
        QCOMPARE(m_sample->window->asOf(), m_sample->day);
    }

    void everyControlOfTheCalendarHasAName()
    {
        asOf()->openCalendar();
        QStringList nameless;
        const QList<QWidget *> widgets = calendar()->parentWidget()->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && (!face || face->text(QAccessible::Name).isEmpty()))
                nameless.append(widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className()));
        }
        calendar()->parentWidget()->hide();

        QCOMPARE(nameless.join(u" · "_s), QString());
    }

    void openSyllableIsKept_data()
    {
        QTest::addColumn<QString>("by");
        QTest::newRow("Enter") << u"enter"_s;
        QTest::newRow("a shortcut") << u"shortcut"_s;
        QTest::newRow("another field") << u"focus"_s;
    }

    void openSyllableIsKept()
    {
        QFETCH(const QString, by);
        auto *people = m_sample->page<PeoplePage>(u"people"_s);
        QVERIFY(waited());
        LiveField *field = people->search();
        field->setFocus();
        field->setText(u"김하"_s);
        compose(field, u"나"_s);
        QCOMPARE(field->text(), u"김하"_s);

        if (by == u"enter"_s)
            m_sample->press(Qt::Key_Return);
        else if (by == u"shortcut"_s)
            m_sample->press(Qt::Key_K, Qt::ControlModifier);
        else
            people->table()->setFocus(Qt::TabFocusReason);

        QCOMPARE(field->text(), u"김하나"_s);
        QCOMPARE(field->liveText(), u"김하나"_s);
    }

    void openSyllableDoesNotMoveToAnotherField()
    {
        auto *people = m_sample->page<PeoplePage>(u"people"_s);
        QVERIFY(waited());
        people->search()->setFocus();
        compose(people->search(), u"박"_s);

        LiveField *other = m_sample->window->top()->search()->field();
        other->setFocus();

        QCOMPARE(people->search()->text(), u"박"_s);
        QVERIFY(other->text().isEmpty());
    }

    void listFollowsEverySyllableThatIsBeingTyped()
    {
        auto *people = m_sample->page<PeoplePage>(u"people"_s);
        QVERIFY(waited());
        const int all = people->table()->model()->rowCount();
        QSignalSpy committed(people->search(), &QLineEdit::textChanged);
        int before = all;

        for (const QString &preedit : {u"ㅂ"_s, u"바"_s, u"박"_s}) {
            compose(people->search(), preedit);
            QTRY_VERIFY(people->table()->model()->rowCount() < all);
            QVERIFY(people->table()->model()->rowCount() <= before || preedit == u"바"_s);
            before = people->table()->model()->rowCount();
        }

        QCOMPARE(committed.size(), 0);
    }
};

QTEST_MAIN(TestHands)
#include "tst_hands.moc"
