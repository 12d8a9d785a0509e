// The pages on a real office: the sample city in its small size.
#include "run/language.h"
#include "run/session.h"
#include "ui/live_field.h"
#include "ui/main_window.h"
#include "ui/message_bar.h"
#include "ui/pages/approval_bar.h"
#include "ui/pages/decision_panel.h"
#include "ui/pages/document_grid.h"
#include "ui/pages/evidence_view.h"
#include "ui/pages/journal_page.h"
#include "ui/pages/order_page.h"
#include "ui/pages/page_view.h"
#include "ui/pages/panel.h"
#include "ui/pages/people_page.h"
#include "ui/pages/person_card.h"
#include "ui/pages/person_model.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plan_view.h"
#include "ui/pages/plans_page.h"
#include "ui/pages/text_filter.h"
#include "ui/pages/unit_model.h"
#include "ui/pages/unit_tree.h"
#include "ui/status_line.h"
#include "ui/top_bar.h"
#include "ui/works.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace naru;
using namespace naru::ui;

class TestPages : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    run::Session::Created m_created;
    std::unique_ptr<run::Session> m_session;
    Theme m_theme;
    std::unique_ptr<MainWindow> m_window;

    bool settled() const { return m_window->works().isIdle(); }

    template <typename T>
    T *page(const QString &id) const
    {
        return static_cast<T *>(m_window->page(id));
    }

    QString sample(const QString &pattern) const
    {
        const QStringList files = QDir(m_created.documents).entryList({pattern}, QDir::Files, QDir::Name);
        return files.isEmpty() ? QString() : m_created.documents + u'/' + files.first();
    }

    void skipEveryQuestion(OrderPage &orders)
    {
        while (orders.desk()->view()->questions() > 0) {
            const int before = orders.desk()->view()->questions();
            orders.desk()->view()->goToNextQuestion();
            orders.desk()->view()->decision()->skip();
            QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
            QVERIFY(orders.desk()->view()->questions() < before);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        run::speak(*qApp, u"ko"_s);
        run::Session::SampleOptions options;
        options.isSample = true;
        options.size = u"small"_s;
        const auto created = run::Session::create(m_folder.filePath(u"office.naru"_s), options);
        QVERIFY2(created, created ? "" : qPrintable(created.error().text));
        m_created = *created;
        auto opened = run::Session::open({m_created.location, {}, QDate(2026, 7, 20)});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        m_session = std::move(*opened);
    }

    void init()
    {
        m_theme.apply(*qApp);
        WindowStart start;
        start.session = m_session.get();
        start.today = start.asOf = QDate(2026, 7, 20);
        m_window = std::make_unique<MainWindow>(m_theme, start);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
    }

    void cleanup()
    {
        m_window.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void everyControlOfEveryPageHasANameAndARole()
    {
        QStringList nameless;
        for (const PageKind &kind : pageKinds()) {
            if (!kind.make)
                continue;
            m_window->openPage(kind.id);
            QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
            const QList<QWidget *> widgets = m_window->page(kind.id)->findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s))
                    continue;
                const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                if (!face || face->role() == QAccessible::NoRole || face->text(QAccessible::Name).isEmpty())
                    nameless.append(kind.id + u": "_s + QString::fromLatin1(widget->metaObject()->className()));
            }
        }
        QCOMPARE(nameless.join(u" · "_s), QString());
    }

    void everyPageFitsTheWindowAtTwiceTheTextSize()
    {
        m_theme.setLook({ThemeName::Light, Density::Normal, 200});
        m_theme.apply(*qApp);
        m_window->resize(1280, 800);
        const QString file = sample(u"*명단_12명.pdf"_s);
        m_window->openPage(u"personnel-order"_s);
        page<OrderPage>(u"personnel-order"_s)->read({file}); // the fullest of all views
        QTRY_VERIFY_WITH_TIMEOUT(settled() && page<OrderPage>(u"personnel-order"_s)->showsPlan(), 60'000);
        QStringList tooWide;
        for (const PageKind &kind : pageKinds()) {
            if (!kind.make)
                continue;
            m_window->openPage(kind.id);
            QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
            QApplication::processEvents();
            if (m_window->width() > 1280 || m_window->height() > 800)
                tooWide.append(u"%1 %2×%3"_s.arg(kind.id).arg(m_window->width()).arg(m_window->height()));
        }
        m_theme.setLook({});

        QCOMPARE(tooWide.join(u" · "_s), QString());
    }

    void organisationIsATreeOfTheDay()
    {
        m_window->openPage(u"people"_s);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        auto *people = page<PeoplePage>(u"people"_s);
        QAbstractItemModelTester tree(people->tree()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester list(people->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);

        QVERIFY(people->tree()->model()->rowCount() > 0);
        QVERIFY(people->table()->model()->rowCount() > 100);
        QVERIFY(!people->card()->plainText().isEmpty());
    }

    void personIsFoundByInitialConsonantsAndShown()
    {
        const auto all = m_session->people(QDate(2026, 7, 20));
        QVERIFY(all && !all->isEmpty());
        const run::PersonRow wanted = all->at(all->size() / 2);
        m_window->openPage(u"people"_s, {u"person"_s, wanted.empNo});
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        auto *people = page<PeoplePage>(u"people"_s);

        QTRY_VERIFY(people->card()->plainText().contains(wanted.empNo));

        people->search()->setText(wanted.name);
        const auto shown = [people] {
            QSet<QString> names;
            for (int row = 0; row < people->table()->model()->rowCount(); ++row)
                names.insert(people->table()->model()->index(row, PersonModel::NameColumn).data().toString());
            return names;
        };
        QTRY_COMPARE(shown(), QSet<QString>{wanted.name});
    }

    void namesAreSortedInKoreanOrder()
    {
        Theme theme;
        PersonModel model(theme);
        TextFilter filter(PersonModel::SortRole, PersonModel::SearchRole);
        filter.setSourceModel(&model);
        QList<run::PersonRow> people;
        for (const QString &name : {u"하나"_s, u"가람"_s, u"꽃님"_s, u"나래"_s})
            people.append({{}, name, {}, {}, {}, {}, {}, {}, {}});
        model.setPeople(people);

        filter.sort(PersonModel::NameColumn);

        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(filter.index(row, PersonModel::NameColumn).data().toString());
        QCOMPARE(names, (QStringList{u"가람"_s, u"꽃님"_s, u"나래"_s, u"하나"_s}));
    }

    void orderIsReadDecidedAppliedAndTakenBack()
    {
        const QString file = sample(u"*명단_12명.pdf"_s);
        QVERIFY(!file.isEmpty());
        m_window->openPage(u"personnel-order"_s);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        auto *orders = page<OrderPage>(u"personnel-order"_s);

        orders->read({file});
        QTRY_VERIFY_WITH_TIMEOUT(settled() && orders->showsPlan(), 60'000);
        QVERIFY(orders->desk()->view()->table()->model()->rowCount() >= 12);
        QVERIFY(orders->desk()->view()->evidence()->pageView()->accessibleDescription().contains(u'|'));

        skipEveryQuestion(*orders);
        QTest::keyClick(orders->desk()->view()->table(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(orders->desk()->approval()->isVisible());
        orders->desk()->apply(m_session->actor());
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        const store::PlanState state = orders->desk()->summary().state;
        QVERIFY(state == store::PlanState::Booked || state == store::PlanState::PartlyBooked);
        QVERIFY(m_window->undoBar()->offers());

        m_window->undoBar()->act();
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        QVERIFY(orders->desk()->summary().state == store::PlanState::Reverted);
    }

    void flowingDocumentIsShownAsItsTable()
    {
        const QString file = sample(u"*명단_12명.xlsx"_s);
        QVERIFY(!file.isEmpty());
        m_window->openPage(u"personnel-order"_s);
        auto *orders = page<OrderPage>(u"personnel-order"_s);

        orders->read({file});
        QTRY_VERIFY_WITH_TIMEOUT(settled() && orders->showsPlan(), 60'000);

        const PlanLine *line = orders->desk()->view()->currentLine();
        QVERIFY(line);
        QTRY_VERIFY(orders->desk()->view()->evidence()->grid()->isVisible());
        DocumentGrid *grid = orders->desk()->view()->evidence()->grid();
        QString marked;
        for (int column = 0; column < grid->model()->columnCount(); ++column)
            marked += grid->model()->index(grid->markedRow(), column).data().toString();
        QVERIFY2(marked.remove(u' ').contains(line->name), qPrintable(marked));
    }

    void fileWithoutOrdersIsExplained()
    {
        const QString path = m_folder.filePath(u"note.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("제목,내용\n안내,점심은 12시입니다\n");
        file.close();
        m_window->openPage(u"personnel-order"_s);

        page<OrderPage>(u"personnel-order"_s)->read({path});
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);

        const QList<MessageBar *> bars = m_window->findChildren<MessageBar *>();
        QVERIFY2(bars.first()->accessibleName().contains(u"발령 사항을 찾지 못했습니다"_s), qPrintable(bars.first()->accessibleName()));
    }

    void plansAndJournalTellWhatWasDone()
    {
        m_window->openPage(u"plans"_s);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        auto *plans = page<PlansPage>(u"plans"_s);
        QAbstractItemModelTester tester(plans->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(plans->table()->model()->rowCount() >= 1);

        m_window->openPage(u"journal"_s);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        auto *journal = page<JournalPage>(u"journal"_s);
        QAbstractItemModelTester entries(journal->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(journal->table()->model()->rowCount() > 0);
        journal->verify();
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        QVERIFY2(m_window->status()->message().contains(u"빠짐없이"_s), qPrintable(m_window->status()->message()));
    }

    void tabReachesEveryControlOfAPage_data()
    {
        QTest::addColumn<QString>("id");
        for (const PageKind &kind : pageKinds())
            if (kind.make)
                QTest::addRow("%s", qPrintable(kind.id)) << kind.id;
    }

    void tabReachesEveryControlOfAPage()
    {
        QFETCH(const QString, id);
        m_window->openPage(id);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        QSet<QWidget *> wanted;
        const QList<QWidget *> widgets = m_window->page(id)->findChildren<QWidget *>();
        for (QWidget *widget : widgets)
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus)
                wanted.insert(widget);

        m_window->top()->search()->field()->setFocus();
        QSet<QWidget *> reached;
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
            if (reached.contains(m_window->focusWidget()))
                break;
            reached.insert(m_window->focusWidget());
        }

        QCOMPARE((wanted - reached).size(), 0);
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
