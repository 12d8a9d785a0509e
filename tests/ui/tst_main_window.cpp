#include "run/language.h"
#include "ui/as_of_button.h"
#include "ui/command_palette.h"
#include "ui/look_menu.h"
#include "ui/main_window.h"
#include "ui/message_bar.h"
#include "ui/navigation.h"
#include "ui/notices.h"
#include "ui/status_line.h"
#include "ui/top_bar.h"
#include "ui/works.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <QVBoxLayout>

using namespace naru;
using namespace naru::ui;

namespace {

constexpr int allPages = 1000; // as many as there are

// A page with a field, a button, and two actions.
class FormPage : public Page {
public:
    explicit FormPage(Shell &shell)
        : Page(shell)
    {
        auto *column = new QVBoxLayout(this);
        auto *field = new QLineEdit(this);
        field->setAccessibleName(u"제목"_s);
        column->addWidget(field);
        column->addWidget(new QPushButton(u"저장"_s, this));
        column->addStretch(1);
        auto *approve = new QAction(u"승인 요청"_s, this);
        approve->setProperty("primary", true);
        addAction(approve);
        addAction(new QAction(u"되돌리기 계획"_s, this));
    }

    QString subtitle() const override { return u"2026. 7. 29.자"_s; }
    QList<ShortcutHint> hints() const override { return {{u"Enter"_s, u"고르기"_s}}; }
    bool canLeave() override { return mayLeave; }
    void refresh() override { ++refreshed; }
    void open(const RecordRef &record) override { opened = record.toString(); }

    bool mayLeave = true;
    int refreshed = 0;
    QString opened;
};

// The twenty functions of the portal, all of them there, or only the first few.
QList<PageKind> kinds(int existing)
{
    QList<PageKind> out = pageKinds();
    for (int i = 0; i < out.size(); ++i)
        out[i].make = i < existing ? std::function<Page *(Shell &)>([](Shell &shell) -> Page * { return new FormPage(shell); }) : nullptr;
    return out;
}

class Desk {
public:
    explicit Desk(int scale = 100, int existing = allPages, SearchSource search = {})
    {
        theme.setLook({ThemeName::Light, Density::Normal, scale});
        theme.apply(*qApp);
        WindowStart start;
        start.user = u"정보화담당관 · 김하나"_s;
        start.today = start.asOf = QDate(2026, 11, 22);
        start.pages = kinds(existing);
        start.search = std::move(search);
        window = std::make_unique<MainWindow>(theme, start);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    FormPage *page(const QString &id) const { return static_cast<FormPage *>(window->page(id)); }

    Theme theme;
    std::unique_ptr<MainWindow> window;
};

void compose(QWidget *field, const QString &committed, const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(committed);
    QApplication::sendEvent(field, &event);
}

QStringList rowsOf(const QAbstractItemView *view)
{
    QStringList out;
    for (int row = 0; row < view->model()->rowCount(); ++row)
        out.append(view->model()->index(row, 0).data().toString());
    return out;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { run::speak(*qApp, u"ko"_s); }

    void everyControlHasANameAndARole()
    {
        Desk desk;
        desk.window->offerUndo(u"적용했습니다."_s, [] {});
        desk.window->complain({Error::Kind::Denied, {}}, u"적용"_s);
        const QList<QWidget *> widgets = desk.window->findChildren<QWidget *>();
        QStringList nameless;

        for (QWidget *widget : widgets) {
            const bool waits = qobject_cast<MessageBar *>(widget->parentWidget()) && widget->isHidden();
            if (waits || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (!face || face->role() == QAccessible::NoRole || face->text(QAccessible::Name).isEmpty())
                nameless.append(QString::fromLatin1(widget->metaObject()->className()));
        }

        QCOMPARE(nameless.join(u" · "_s), QString());
    }

    void tabReachesEveryControlAndComesBack()
    {
        Desk desk;
        QSet<QWidget *> wanted;
        const QList<QWidget *> widgets = desk.window->findChildren<QWidget *>();
        for (QWidget *widget : widgets)
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus)
                wanted.insert(widget);
        QVERIFY(wanted.size() >= 8);
        desk.window->top()->search()->field()->setFocus();
        QWidget *first = desk.window->focusWidget();
        QSet<QWidget *> reached;

        for (int i = 0; i <= wanted.size(); ++i) {
            reached.insert(desk.window->focusWidget());
            QTest::keyClick(desk.window->focusWidget(), Qt::Key_Tab);
            if (desk.window->focusWidget() == first)
                break;
        }

        QCOMPARE(reached, wanted);
        QCOMPARE(desk.window->focusWidget(), first);
    }

    void focusIsSeen()
    {
        Desk desk;
        const QList<QWidget *> widgets{desk.window->top()->bell(), desk.window->top()->asOf(),
                                       desk.window->top()->search()->field(), desk.window->menu()};
        for (QWidget *widget : widgets) {
            desk.window->setFocus();
            const QImage before = widget->grab().toImage();
            widget->setFocus(Qt::TabFocusReason);
            QVERIFY2(widget->grab().toImage() != before, widget->metaObject()->className());
        }
    }

    void nothingIsClippedAtAnyTextSize_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("80 %") << 80;
        QTest::newRow("100 %") << 100;
        QTest::newRow("150 %") << 150;
        QTest::newRow("200 %") << 200;
    }

    void nothingIsClippedAtAnyTextSize()
    {
        QFETCH(const int, scale);
        Desk desk(scale);
        desk.window->resize(1280, 800);
        QApplication::processEvents();

        QStringList clipped;
        const QList<QWidget *> widgets = desk.window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *button = qobject_cast<const QToolButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool inField = qobject_cast<const QLineEdit *>(widget->parentWidget()); // placed by Qt
            if (!widget->isVisible() || inField || (!button && !label))
                continue;
            const bool gives = label && label->minimumWidth() == 1; // hints and subtitles may give way
            if (widget->height() < widget->minimumSizeHint().height()
                || (!gives && widget->width() < widget->sizeHint().width()))
                clipped.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                               + (label ? label->text() : button->text()));
            QVERIFY(widget->mapTo(desk.window.get(), QPoint(0, 0)).x() >= 0);
            QVERIFY(widget->mapTo(desk.window.get(), QPoint(widget->width(), 0)).x() <= desk.window->width());
        }

        QCOMPARE(clipped.join(u" · "_s), QString());
        QCOMPARE(desk.window->width(), 1280);
    }

    void menuCarriesTwentyFunctionsInTheirGroups()
    {
        Desk desk;
        QAbstractItemModelTester tester(desk.window->menu()->pages(), QAbstractItemModelTester::FailureReportingMode::QtTest);

        const QStringList rows = rowsOf(desk.window->menu());

        QCOMPARE(rows.first(), u"홈"_s);
        for (const QString &word : {u"온라인보고"_s, u"지시·공약"_s, u"회의"_s, u"인계인수"_s, u"조직도·사용자"_s, u"인사발령"_s})
            QVERIFY2(rows.contains(word), qPrintable(word));
        QVERIFY(rows.indexOf(u"성과·인사"_s) < rows.indexOf(u"인사발령"_s));
        QVERIFY(!rows.join(u' ').contains(u"준비 중"_s));
    }

    void functionsWithoutAPageWaitBehindOneRow()
    {
        Desk desk(100, 3);
        Navigation *menu = desk.window->menu();
        QAbstractItemModelTester tester(menu->pages(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QStringList closed = rowsOf(menu);
        QCOMPARE(closed.last(), u"준비 중 (%1)"_s.arg(pageKinds().size() - 3));

        menu->setCurrentIndex(menu->model()->index(menu->model()->rowCount() - 1, 0));
        QTest::keyClick(menu, Qt::Key_Return);

        QCOMPARE(menu->model()->rowCount(), closed.size() + pageKinds().size() - 3);
        const QModelIndex coming = menu->model()->index(menu->model()->rowCount() - 1, 0);
        QVERIFY(!(coming.flags() & Qt::ItemIsEnabled));
        QCOMPARE(coming.data(Qt::AccessibleTextRole).toString(), u"기록: 준비 중"_s);
    }

    void keysOpenPagesAndWalkBack()
    {
        Desk desk;
        QTest::keyClick(desk.window.get(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(desk.window->currentPage(), u"reports"_s);
        QCOMPARE(desk.window->menu()->currentIndex().data().toString(), u"온라인보고"_s);

        QTest::keyClick(desk.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(desk.window->currentPage(), u"home"_s);

        QTest::keyClick(desk.window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(desk.window->currentPage(), u"reports"_s);
    }

    void pageWithUnsavedWorkIsNotLeft()
    {
        Desk desk;
        desk.page(u"home"_s)->mayLeave = false;

        desk.window->openPage(u"tasks"_s);

        QCOMPARE(desk.window->currentPage(), u"home"_s);
        QCOMPARE(desk.window->menu()->currentIndex().data().toString(), u"홈"_s);
        QVERIFY(!desk.window->close());
        desk.page(u"home"_s)->mayLeave = true;
    }

    void paletteFindsByInitialConsonants_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("initial consonants") << u"ㅌㅎㄱㅅ"_s << u"통합검색"_s;
        QTest::newRow("whole word") << u"단축키"_s << u"단축키"_s;
        QTest::newRow("a syllable that is still open") << u"어두"_s << u"테마: 어둡게"_s;
        QTest::newRow("scattered") << u"글200"_s << u"글자 크기 200%"_s;
        QTest::newRow("an action of the page") << u"ㅅㅇㅇㅊ"_s << u"승인 요청"_s;
        QTest::newRow("a page") << u"이동인사발"_s << u"이동: 인사발령"_s;
    }

    void paletteFindsByInitialConsonants()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, found);
        Desk desk;
        QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        CommandPalette *palette = desk.window->commandPalette();
        QVERIFY(palette->isVisible());

        compose(palette->field(), typed, {});

        QTRY_COMPARE(palette->results()->currentIndex().data().toString(), found);
        QAbstractItemModelTester tester(palette->results()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void paletteActsAndGivesTheFocusBack()
    {
        Desk desk;
        desk.window->menu()->setFocus();
        QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        compose(desk.window->commandPalette()->field(), u"이동: 회의"_s, {});
        QTRY_COMPARE(rowsOf(desk.window->commandPalette()->results()), QStringList{u"이동: 회의"_s});

        QTest::keyClick(desk.window->commandPalette()->field(), Qt::Key_Return);

        QVERIFY(!desk.window->commandPalette()->isVisible());
        QCOMPARE(desk.window->currentPage(), u"meetings"_s);
        QCOMPARE(desk.window->focusWidget(), desk.window->menu());
    }

    void searchHearsTheSyllableThatIsBeingTyped()
    {
        Desk desk;
        SearchBox *search = desk.window->top()->search();
        QTest::keyClick(desk.window.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(desk.window->focusWidget(), search->field());

        compose(search->field(), {}, u"회"_s);

        QVERIFY(search->field()->text().isEmpty()); // nothing is committed yet
        QTRY_VERIFY(search->isOpen());
        QCOMPARE(search->results()->currentIndex().data().toString(), u"회의"_s);
    }

    void searchAsksTheOfficeAndShowsThreeOfAGroup()
    {
        const auto source = [](const QString &query, int) -> Result<QList<SearchFound>> {
            QList<SearchFound> found;
            for (int i = 1; i <= 5; ++i)
                found.append({u"person"_s, u"%1 %2"_s.arg(query).arg(i), u"총무과"_s, u"person:%1"_s.arg(i)});
            return found;
        };
        Desk desk(100, allPages, source);
        SearchBox *search = desk.window->top()->search();
        compose(search->field(), u"김하나"_s, {});
        QTRY_VERIFY(search->isOpen());
        QCOMPARE(rowsOf(search->results()),
                 (QStringList{u"사람"_s, u"김하나 1"_s, u"김하나 2"_s, u"김하나 3"_s, u"더 보기 …"_s}));

        for (int i = 0; i < 3; ++i)
            QTest::keyClick(search->field(), Qt::Key_Down);
        QSignalSpy chosen(search, &SearchBox::recordChosen);
        QTest::keyClick(search->field(), Qt::Key_Return); // 더 보기
        QTRY_COMPARE(rowsOf(search->results()).size(), 6);
        QTest::keyClick(search->field(), Qt::Key_Down);
        QTest::keyClick(search->field(), Qt::Key_Return);

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"person:2"_s);
    }

    void failedWorkSaysWhatHappenedAndWhatToDo()
    {
        Desk desk;
        desk.window->works().start(
            desk.window.get(), u"발령문 읽기"_s,
            [](const Progress &) -> Result<int> {
                return Error{Error::Kind::Invalid, u"expected letters but found curves"_s, u"curves"_s};
            },
            [](int) {});

        QTRY_VERIFY(desk.window->works().isIdle());
        const QList<MessageBar *> bars = desk.window->findChildren<MessageBar *>();
        QTRY_COMPARE(bars.first()->accessibleName(),
                     u"발령문 읽기: 글자가 그림(곡선)으로 된 PDF입니다. 문자 인식(OCR)이 필요합니다."_s);
    }

    void workIsCancelledAndItsAnswerStillArrives()
    {
        Desk desk;
        QSemaphore begun;
        bool failed = false;
        const int number = desk.window->works().start(
            desk.window.get(), u"읽기"_s,
            [&begun](const Progress &progress) -> Status {
                begun.release();
                while (progress(1, 2))
                    QThread::yieldCurrentThread();
                return Error{Error::Kind::Cancelled, u"expected to finish but was cancelled"_s};
            },
            [] {}, [&failed](const Error &error) { failed = error.kind == Error::Kind::Cancelled; });
        begun.acquire();

        desk.window->works().cancel(number);

        QTRY_VERIFY(desk.window->works().isIdle());
        QVERIFY(failed);
    }

    void lateAnswerFindsNobodyWhereThePageHasGone()
    {
        Desk desk;
        QSemaphore gate;
        bool answered = false;
        auto *page = new QObject;
        desk.window->works().start(
            page, u"읽기"_s,
            [&gate](const Progress &) -> Result<int> {
                gate.acquire();
                return 1;
            },
            [&answered](int) { answered = true; });
        delete page;
        gate.release();

        QVERIFY(desk.window->works().isIdle());
        QThreadPool::globalInstance()->waitForDone();
        QApplication::processEvents();
        QVERIFY(!answered);
    }

    void undoIsOfferedAndTakenByTheKey()
    {
        Desk desk;
        bool undone = false;
        desk.window->offerUndo(u"1,519건을 적용했습니다."_s, [&undone] { undone = true; });
        QVERIFY(desk.window->undoBar()->offers());

        desk.window->menu()->setFocus();
        QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier);

        QVERIFY(undone);
        QVERIFY(!desk.window->undoBar()->offers());
    }

    void bellCountsWhatWaitsAndNewsButNotTheLog()
    {
        Desk desk;
        const QDateTime at(QDate(2026, 11, 22), QTime(6, 20), Qt::UTC);
        desk.window->notify({NoticeLevel::NeedsMe, u"확인할 것 9건"_s, at, u"tasks"_s, {u"plan"_s, u"p-1"_s}});
        desk.window->notify({NoticeLevel::News, u"발령이 시행되었습니다"_s, at, {}});
        desk.window->notify({NoticeLevel::Log, u"백업을 마쳤습니다"_s, at, {}});
        QCOMPARE(desk.window->top()->bell()->accessibleName(), u"알림 2건"_s);

        QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *panel = desk.window->findChild<NoticePanel *>();
        QVERIFY(panel->isVisible());
        QAbstractItemModelTester tester(panel->list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::keyClick(panel->list(), Qt::Key_End);
        QTest::keyClick(panel->list(), Qt::Key_Return);

        QCOMPARE(desk.window->currentPage(), u"tasks"_s);
        QCOMPARE(desk.page(u"tasks"_s)->opened, u"plan:p-1"_s);
        QCOMPARE(desk.window->top()->bell()->accessibleName(), u"알림 1건"_s);
    }

    void anotherDayIsMarkedAndAskedFor()
    {
        Desk desk;
        FormPage *page = desk.page(u"home"_s);
        const int before = page->refreshed;

        desk.window->top()->asOf()->setDay(QDate(2026, 7, 29));
        Q_EMIT desk.window->top()->asOf()->dayChosen(QDate(2026, 7, 29));

        QCOMPARE(page->refreshed, before + 1);
        QCOMPARE(desk.window->asOf(), QDate(2026, 7, 29));
        QCOMPARE(desk.window->top()->asOf()->text(), u"2026. 7. 29.(수) 기준"_s);
    }

    void themeAndTextSizeChangeAtOnce()
    {
        Desk desk;
        connect(&desk.theme, &Theme::changed, desk.window.get(), [&desk] { desk.theme.apply(*qApp); });
        const QImage light = desk.window->grab().toImage();

        desk.theme.setLook({ThemeName::Dark, Density::Normal, 100});
        QVERIFY(desk.window->grab().toImage() != light);

        QTest::keyClick(desk.window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(desk.theme.look().scale, 90);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
