#include "office/directory.h"
#include "run/language.h"
#include "ui/live_field.h"
#include "ui/main_window.h"
#include "ui/pages/changes_panel.h"
#include "ui/pages/decision_panel.h"
#include "ui/pages/document_grid.h"
#include "ui/pages/page_view.h"
#include "ui/pages/panel.h"
#include "ui/pages/plan_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace naru;
using namespace naru::ui;

namespace {

// A page that holds nothing but the view.
class ViewPage : public ui::Page {
public:
    explicit ViewPage(Shell &shell)
        : ui::Page(shell)
        , view(new PlanView(shell, this))
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(view);
    }
    PlanView *view;
};

QJsonObject subject()
{
    return QJsonDocument::fromJson(R"json({"lines": [
        {"line": 1, "source": -1, "text": "1 | 이민수", "kind": "전보", "name": "이민수", "emp_no": "20110234",
         "effective": "2026-07-29", "status": "ready", "reasons": [], "confidence": 0.9,
         "effects": ["소속 정보화담당관 → 재정관리담당관", "과제 3건 → 인계"]},
        {"line": 2, "source": -1, "text": "2 | 김하나", "kind": "전보", "name": "김하나", "emp_no": null,
         "effective": "2026-07-29", "status": "question", "confidence": 0.5, "effects": [],
         "reasons": [{"code": "person.homonym", "text": "동명이인 2명입니다.",
                      "candidates": [{"emp_no": "20050011", "text": "총무과 지방행정주사 김하나 (20050011)"},
                                     {"emp_no": "20190342", "text": "시민봉사과 지방행정주사 김하나 (20190342)"}]}]},
        {"line": 3, "source": -1, "text": "3 | 박보검", "kind": "보직재발령", "name": "박보검", "emp_no": "20010001",
         "effective": "2026-07-29", "status": "no_change", "reasons": [], "confidence": 1, "effects": []},
        {"line": 4, "source": -1, "text": "4 | 최유진", "kind": "전보", "name": "최유진", "emp_no": "20010002",
         "effective": "2026-07-29", "status": "rejected", "confidence": 1, "effects": [],
         "reasons": [{"code": "skipped", "text": "사람이 이 줄을 건너뛰기로 했습니다.", "candidates": []}]}]})json")
        .object();
}

Plan orderPlan()
{
    Plan plan;
    plan.id = u"p-1"_s;
    plan.robot = u"personnel-order"_s;
    plan.subject = subject();
    plan.changes = {{1, {u"assignment"_s, u"20110234-2"_s}, Verb::Create,
                     {{u"unit"_s, QJsonValue(), u"A020100"_s}, {u"valid_from"_s, QJsonValue(), u"2026-07-29"_s}},
                     QDate(2026, 7, 29), u"전보: 소속 변경"_s},
                    {1, {u"task"_s, u"T-1"_s}, Verb::Update, {{u"owner"_s, u"20110234"_s, u"20050011"_s}},
                     QDate(2026, 7, 29), u"인계"_s}};
    return plan;
}

std::shared_ptr<const office::Directory> directory()
{
    office::OfficeState state;
    state.units = {{u"A020100"_s, u"재정관리담당관"_s, u"본청"_s, u"과"_s, {}, QDate(2020, 1, 1), {}, {}}};
    state.persons = {{u"20050011"_s, u"김하나"_s, {}, {}, {}}, {u"20110234"_s, u"이민수"_s, {}, {}, {}}};
    return std::make_shared<const office::Directory>(std::move(state));
}

class Desk {
public:
    Desk()
    {
        theme.apply(*qApp);
        WindowStart start;
        start.today = start.asOf = QDate(2026, 7, 20);
        start.pages = {{u"plans"_s, "Plans", u"plan"_s, nullptr, [this](Shell &shell) -> ui::Page * {
                            auto *page = new ViewPage(shell);
                            view = page->view;
                            return page;
                        }}};
        window = std::make_unique<MainWindow>(theme, start);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        view->setDirectory(directory());
        view->setPlan(orderPlan(), true);
    }

    QString nameAt(int row) const
    {
        return view->table()->model()->index(row, LineModel::NameColumn).data().toString();
    }
    QToolButton *chip(const QString &word) const
    {
        const QList<QToolButton *> chips = view->findChildren<QToolButton *>();
        for (QToolButton *one : chips)
            if (one->text().startsWith(word))
                return one;
        return nullptr;
    }

    Theme theme;
    PlanView *view = nullptr;
    std::unique_ptr<MainWindow> window;
};

Cell cell(int row, int column, const QString &text, const QString &address)
{
    Cell out;
    out.row = row;
    out.column = column;
    out.text = text;
    out.place.address = address;
    return out;
}

Document sheet()
{
    auto table = std::make_shared<Table>();
    table->rows = 3;
    table->columns = 2;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 2; ++column)
            table->cells.append(cell(row, column, u"%1-%2"_s.arg(row).arg(column),
                                     u"Sheet1!%1%2"_s.arg(QChar(column ? u'B' : u'A')).arg(row + 1)));
    Paragraph title;
    title.text = u"인사발령 통지서"_s;
    title.place.address = u"Contents/section0.xml!p[0]"_s;
    Document document;
    document.body = {title, table};
    return document;
}

} // namespace

class TestPlanView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { run::speak(*qApp, u"ko"_s); }

    void questionsComeFirst()
    {
        Desk desk;
        QAbstractItemModelTester tester(desk.view->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);

        QCOMPARE(desk.nameAt(0), u"김하나"_s);
        QCOMPARE(desk.nameAt(1), u"최유진"_s);
        QCOMPARE(desk.nameAt(2), u"이민수"_s);
        QCOMPARE(desk.nameAt(3), u"박보검"_s);
        QCOMPARE(desk.view->currentLine()->number, 2);
    }

    void stateIsAnIconAndAWord()
    {
        Desk desk;
        QStringList words;
        for (int row = 0; row < 4; ++row) {
            const QModelIndex index = desk.view->table()->model()->index(row, LineModel::StateColumn);
            words.append(index.data().toString());
            QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
        }

        QCOMPARE(words, (QStringList{u"확인할 것"_s, u"건너뜀"_s, u"준비됨"_s, u"그대로"_s}));
    }

    void chipsCountAndFilter()
    {
        Desk desk;
        QVERIFY(desk.chip(u"확인할 것 1"_s));
        QVERIFY(desk.chip(u"모두 4"_s));

        desk.chip(u"준비됨"_s)->click();

        QCOMPARE(desk.view->table()->model()->rowCount(), 1);
        QCOMPARE(desk.nameAt(0), u"이민수"_s);
    }

    void lettersFilterTheLines()
    {
        Desk desk;
        auto *search = desk.view->findChild<LiveField *>(QString(), Qt::FindDirectChildrenOnly);
        QInputMethodEvent event(u"ㅂㄱ"_s, {}); // still being composed
        QApplication::sendEvent(search, &event);

        QTRY_COMPARE(desk.view->table()->model()->rowCount(), 1);
        QCOMPARE(desk.nameAt(0), u"박보검"_s);
    }

    void nothingIsChosenBeforehand()
    {
        Desk desk;

        QCOMPARE(desk.view->decision()->choices().size(), 2);
        QVERIFY(!desk.view->decision()->hasChoice());
        QSignalSpy answered(desk.view, &PlanView::answered);
        desk.view->decision()->decide();
        QCOMPARE(answered.size(), 0);
    }

    void keysChooseACandidate()
    {
        Desk desk;
        QSignalSpy answered(desk.view, &PlanView::answered);
        desk.view->table()->setFocus();

        QTest::keyClick(desk.view->table(), Qt::Key_Return);
        QWidget *first = desk.window->focusWidget();
        QCOMPARE(first, desk.view->decision()->choices().first());
        QTest::keyClick(first, Qt::Key_Down);
        QTest::keyClick(desk.window->focusWidget(), Qt::Key_Return);

        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().toJsonObject(),
                 (QJsonObject{{u"line"_s, 2}, {u"emp_no"_s, u"20190342"_s}}));
    }

    void keySkipsALine()
    {
        Desk desk;
        QSignalSpy answered(desk.view, &PlanView::answered);
        desk.view->table()->setFocus();

        QTest::keyClick(desk.view->table(), Qt::Key_S);

        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().toJsonObject(), (QJsonObject{{u"line"_s, 2}, {u"skip"_s, true}}));
    }

    void appliedPlanTakesNoAnswers()
    {
        Desk desk;
        QSignalSpy answered(desk.view, &PlanView::answered);

        desk.view->setPlan(orderPlan(), false);
        QTest::keyClick(desk.view->table(), Qt::Key_S);

        QCOMPARE(answered.size(), 0);
        QVERIFY(!desk.view->decision()->choices().first()->isEnabled());
    }

    void consequencesStandInWords()
    {
        Desk desk;

        QTest::keyClick(desk.view->table(), Qt::Key_Down);
        QTest::keyClick(desk.view->table(), Qt::Key_Down);

        QCOMPARE(desk.view->currentLine()->name, u"이민수"_s);
        const QString words = desk.view->changes()->plainText();
        for (const QString &part : {u"이민수 (20110234)"_s, u"소속 정보화담당관 → 재정관리담당관"_s, u"과제 3건 → 인계"_s,
                                    u"2026. 7. 29.(수) 시행"_s, u"배치 20110234-2 새로 만듦"_s,
                                    u"재정관리담당관 (A020100)"_s, u"담당자"_s, u"이민수 (20110234) → 김하나 (20050011)"_s})
            QVERIFY2(words.contains(part), qPrintable(part + u"\n"_s + words));
    }

    void settledLineGivesWayToTheNextQuestion()
    {
        Desk desk;
        Plan revised = orderPlan();
        QJsonArray lines = revised.subject.value(u"lines"_s).toArray();
        QJsonObject second = lines[1].toObject();
        second.insert(u"status"_s, u"ready"_s);
        QJsonObject third = lines[2].toObject();
        third.insert(u"status"_s, u"question"_s);
        lines[1] = second;
        lines[2] = third;
        revised.subject.insert(u"lines"_s, lines);

        desk.view->setPlan(revised, true);

        QCOMPARE(desk.view->currentLine()->number, 3);
    }

    void planWithoutLinesIsShownByItsRecords()
    {
        Desk desk;
        Plan plan = orderPlan();
        plan.id = u"p-2"_s;
        plan.subject = {};

        desk.view->setPlan(plan, true);

        QCOMPARE(desk.view->table()->model()->rowCount(), 2);
        QCOMPARE(desk.nameAt(0), u"20110234-2"_s);
        QVERIFY(!desk.view->decision()->isVisible());
        QVERIFY(desk.view->changes()->plainText().contains(u"재정관리담당관"_s));
    }

    void placeOfALineIsFoundInAFlowingDocument_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("inTable");
        QTest::newRow("a range of a sheet") << u"Sheet1!A2:B2"_s << 1 << true;
        QTest::newRow("one cell") << u"Sheet1!B3"_s << 2 << true;
        QTest::newRow("a paragraph") << u"Contents/section0.xml!p[0]"_s << 0 << false;
        QTest::newRow("nowhere") << u"Sheet9!A1"_s << -1 << true;
    }

    void placeOfALineIsFoundInAFlowingDocument()
    {
        QFETCH(const QString, address);
        QFETCH(const int, row);
        QFETCH(const bool, inTable);
        const Document document = sheet();

        const FoundPlace place = findPlace(document, address, {});

        QCOMPARE(place.row, row);
        QCOMPARE(place.table != nullptr, inTable);
    }

    void gridMarksTheRow()
    {
        Theme theme;
        DocumentGrid grid(theme);
        const auto document = std::make_shared<const Document>(sheet());

        grid.showPlace(document, u"Sheet1!A2:B2"_s, {});

        QAbstractItemModelTester tester(grid.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(grid.markedRow(), 1);
        QCOMPARE(grid.model()->index(1, 1).data().toString(), u"1-1"_s);
        QCOMPARE(grid.model()->headerData(1, Qt::Horizontal).toString(), u"B"_s);
    }

    void pageShowsTheBoxAndZooms()
    {
        Theme theme;
        PageView page(theme);
        page.resize(400, 300);
        page.show();
        QImage paper(595, 842, QImage::Format_RGB32);
        paper.fill(QColor(255, 255, 255));
        page.setPage(paper, 72);
        const QImage before = page.viewport()->grab().toImage();

        page.setBox(naru::Box{60, 600, 500, 620}, u"1 | 이민수"_s);

        QVERIFY(page.verticalScrollBar()->value() > 0); // the line has come into sight
        QVERIFY(page.viewport()->grab().toImage() != before);
        QCOMPARE(page.accessibleDescription(), u"1 | 이민수"_s);
        const int fitted = page.zoomPercent();
        QTest::keyClick(&page, Qt::Key_Plus);
        QVERIFY(page.zoomPercent() > fitted);
        QTest::keyClick(&page, Qt::Key_0);
        QCOMPARE(page.zoomPercent(), fitted);
    }
};

QTEST_MAIN(TestPlanView)
#include "tst_plan_view.moc"
