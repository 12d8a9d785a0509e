// Units and people come in by the window: seen as a plan, applied, taken back; or all their errors are listed.
#include "sample_window.h"

#include "ui/main_window.h"
#include "ui/message_bar.h"
#include "ui/pages/fault_model.h"
#include "ui/pages/import_page.h"
#include "ui/pages/panel.h"
#include "ui/pages/people_page.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plan_view.h"
#include "ui/status_line.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

using namespace naru;
using namespace naru::ui;

class TestImportPage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::SampleWindow> m_sample;

    QString write(const QString &name, const QString &text) const
    {
        QFile file(m_sample->file(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
        return file.fileName();
    }
    QString cellAt(const ListTable *table, int row, int column) const
    {
        return table->model()->index(row, column).data().toString();
    }
    QString unitOfToday() const
    {
        const auto units = m_sample->session->units(m_sample->day);
        return units ? units->last().unit.id : QString();
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
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
    }
    void cleanup() { m_sample->close(); }
    void cleanupTestCase() { m_sample.reset(); }

    void peopleAreSeenAsAPlanAppliedAndTakenBack()
    {
        const QString unit = unitOfToday();
        const QString file = write(u"people.csv"_s, u"emp_no,name,grade,unit,post,valid_from\n"_s
                                                    u"29990001,나루터,지방행정서기,"_s + unit + u",담당,2026-07-01\n"_s);
        auto *page = m_sample->page<ImportPage>(u"import"_s);

        page->read(file);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && page->showsPlan(), 60'000);
        QVERIFY(!m_sample->session->person(u"29990001"_s, m_sample->day));
        QVERIFY(page->desk()->view()->table()->model()->rowCount() >= 2); // the person and the assignment
        QVERIFY(page->desk()->summary().state == store::PlanState::Draft);

        page->desk()->apply(m_sample->session->actor());
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
        const auto person = m_sample->session->person(u"29990001"_s, m_sample->day);
        QVERIFY(person);
        QCOMPARE(person->row.name, u"나루터"_s);

        m_sample->window->undoBar()->act();
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
        QVERIFY(!m_sample->session->person(u"29990001"_s, m_sample->day));
    }

    void errorsAreListedWithTheirPlaceAndCanBeCopied()
    {
        const QString unit = unitOfToday();
        const QString file = write(u"faulty.csv"_s, u"emp_no,name,grade,unit,valid_from\n"_s
                                                    u"29990002,가,지방행정서기,"_s + unit + u",2026-07-01\n"_s
                                                    u"29990003,,지방행정서기,"_s + unit + u",2026-07-01\n"_s
                                                    u"29990004,다,지방행정서기,없는부서,2026-13-01\n"_s);
        auto *page = m_sample->page<ImportPage>(u"import"_s);
        QAbstractItemModelTester tester(page->faults()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);

        page->read(file);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        QVERIFY(!page->showsPlan());
        QVERIFY(page->faults()->isVisible());
        QCOMPARE(page->faults()->model()->rowCount(), 3);
        QStringList found;
        for (int row = 0; row < 3; ++row)
            found.append(QStringList{cellAt(page->faults(), row, FaultModel::FileColumn), cellAt(page->faults(), row, FaultModel::RowColumn),
                                     cellAt(page->faults(), row, FaultModel::ColumnColumn), cellAt(page->faults(), row, FaultModel::ValueColumn),
                                     cellAt(page->faults(), row, FaultModel::ExpectedColumn)}.join(u'|'));
        for (const QString &wanted : {u"faulty.csv|3|name|(빈칸)|값"_s, u"faulty.csv|4|unit|없는부서|기관에 있는 부서의 코드"_s,
                                      u"faulty.csv|4|valid_from|2026-13-01|2026-07-29와 같은 날짜"_s})
            QVERIFY2(found.contains(wanted), qPrintable(found.join(u'\n')));
        page->copyFaults();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"faulty.csv\t4\tunit\t없는부서\t기관에 있는 부서의 코드"_s));
        QVERIFY(!m_sample->session->person(u"29990002"_s, m_sample->day)); // all or nothing
    }

    void whatWasExportedComesBackAsNothingNew_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("ending");
        QTest::newRow("units as CSV") << u"units"_s << u"csv"_s;
        QTest::newRow("units as XLSX") << u"units"_s << u"xlsx"_s;
        QTest::newRow("people as CSV") << u"people"_s << u"csv"_s;
        QTest::newRow("people as XLSX") << u"people"_s << u"xlsx"_s;
    }

    void whatWasExportedComesBackAsNothingNew()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, ending);
        const QString path = m_sample->file(kind + u'.' + ending);
        QVERIFY(m_sample->session->exportFile(kind, path, m_sample->day));
        auto *page = m_sample->page<ImportPage>(u"import"_s);

        page->read(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        QVERIFY(!page->showsPlan());
        QVERIFY2(m_sample->window->status()->message().contains(u"바뀌는 것이 없습니다"_s), qPrintable(m_sample->window->status()->message()));
    }

    void tableIsDroppedOnThePage()
    {
        const QString file = write(u"units.csv"_s, u"code,name,kind,level,parent,valid_from\nZ990000,나루과,본청,과,,2026-08-01\n"_s);
        auto *page = m_sample->page<ImportPage>(u"import"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});

        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &drop);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && page->showsPlan(), 60'000);

        QCOMPARE(page->desk()->view()->table()->model()->rowCount(), 1);
        QVERIFY(page->desk()->subtitle().contains(u"units.csv"_s));
    }

    void fileThatIsNoTableIsExplained()
    {
        const QString file = write(u"note.csv"_s, u"제목,내용\n안내,점심은 12시입니다\n"_s);
        auto *page = m_sample->page<ImportPage>(u"import"_s);

        page->read(file);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        const QList<MessageBar *> bars = m_sample->window->findChildren<MessageBar *>();
        QVERIFY2(bars.first()->accessibleName().startsWith(u"note.csv: "_s), qPrintable(bars.first()->accessibleName()));
        QVERIFY(!page->faults()->isVisible());
    }

    void pageOfPeopleLeadsHere()
    {
        auto *people = m_sample->page<PeoplePage>(u"people"_s);
        const QList<QAction *> actions = people->actions();
        for (QAction *action : actions)
            if (action->text().startsWith(u"가져오기"_s))
                action->trigger();

        QCOMPARE(m_sample->window->currentPage(), u"import"_s);
    }
};

QTEST_MAIN(TestImportPage)
#include "tst_import_page.moc"
