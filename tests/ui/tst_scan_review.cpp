// An order from a scan is looked at beside its picture, and what the machine misread is typed, which is kept as evidence.
#include "sample_window.h"

#include "office/order/order_plan.h"
#include "ui/about_sheet.h"
#include "ui/live_field.h"
#include "ui/pages/decision_panel.h"
#include "ui/pages/evidence_view.h"
#include "ui/pages/order_page.h"
#include "ui/pages/page_view.h"
#include "ui/pages/panel.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plan_view.h"
#include "ui/pages/reading_form.h"

#include <QAccessible>
#include <QCryptographicHash>
#include <QSignalSpy>

using namespace naru;
using namespace naru::ui;

namespace {

// A row of the table, with a box for each cell; the name was hard to read.
void addRow(Table &table, const QStringList &texts)
{
    for (int column = 0; column < texts.size(); ++column) {
        naru::Cell cell;
        cell.row = table.rows;
        cell.column = column;
        cell.text = texts[column];
        const double left = 40 + column * 90;
        const double top = 100 + table.rows * 24;
        const bool isName = table.rows > 0 && column == 2;
        cell.place = {1, naru::Box{left, top, left + 88, top + 20}, {}, isName ? 0.41 : 0.98, Provenance::Method::Ocr};
        table.cells.append(cell);
    }
    ++table.rows;
}

} // namespace

class TestScanReview : public QObject {
    Q_OBJECT

    std::unique_ptr<test::SampleWindow> m_sample;
    run::PersonRow m_person;
    QString m_target;
    PlanDesk *m_desk = nullptr;

    QString writePicture() const
    {
        QImage paper(1240, 1754, QImage::Format_RGB32);
        paper.setDotsPerMeterX(5906);
        paper.setDotsPerMeterY(5906);
        paper.fill(Qt::white);
        paper.save(m_sample->file(u"scan.png"_s));
        return m_sample->file(u"scan.png"_s);
    }
    // The plan of an order that a reader of scans has read, with a name that nobody has.
    QString planScan() const
    {
        QFile picture(writePicture());
        if (!picture.open(QIODevice::ReadOnly))
            return {};
        const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(picture.readAll(), QCryptographicHash::Sha256).toHex());
        auto table = std::make_shared<Table>();
        table->columns = 5;
        table->detection = Table::Detection::OcrLattice;
        addRow(*table, {u"소속"_s, u"직급"_s, u"성명"_s, u"발령사항"_s, u"발령일"_s});
        addRow(*table, {m_person.unitName.section(u' ', -1), m_person.grade, u"뷁뷁뷁"_s, m_target + u" 근무를 명함"_s, u"2026. 7. 29."_s});
        Document document;
        document.format = u"scan"_s;
        document.sha256 = sha256;
        document.pages.append({1, QSizeF(595, 842), 150});
        document.body.append(table);
        const auto directory = m_sample->session->directory();
        office::OrderRequest request;
        request.sources = {{{picture.fileName(), sha256, u"scan"_s, 1, {}}, document}};
        request.received = m_sample->day;
        request.made = QDateTime::currentDateTimeUtc();
        request.maker = m_sample->session->actor();
        const auto plan = office::planOrder(request, **directory);
        return plan && m_sample->session->store().savePlan(*plan) ? plan->id : QString();
    }
    Plan plan() const { return m_desk->view()->plan(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<test::SampleWindow>();
        QVERIFY(m_sample->session);
        const auto people = m_sample->session->people(m_sample->day);
        QVERIFY(people);
        QHash<QString, int> named;
        for (const run::PersonRow &one : *people)
            ++named[one.name];
        for (const run::PersonRow &one : *people)
            if (named.value(one.name) == 1 && one.standing == u"재직"_s && one.unitName.endsWith(u'과') && one.post == u"담당"_s)
                m_person = one;
        QVERIFY(!m_person.name.isEmpty());
        const auto units = m_sample->session->units(m_sample->day);
        QVERIFY(units);
        QHash<QString, int> called;
        for (const run::UnitRow &one : *units)
            ++called[one.unit.name];
        for (const run::UnitRow &one : *units)
            if (called.value(one.unit.name) == 1 && one.unit.name.endsWith(u'과') && one.unit.id != m_person.unit)
                m_target = one.unit.name;
    }
    void init()
    {
        m_sample->open();
        auto *orders = m_sample->page<OrderPage>(u"personnel-order"_s);
        m_desk = orders->desk();
        orders->open({u"plan"_s, planScan()});
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && orders->showsPlan(), 60'000);
    }
    void cleanup() { m_sample->close(); }
    void cleanupTestCase() { m_sample.reset(); }

    void scanIsShownWithItsCellsAndDoubts()
    {
        const PageView *page = m_desk->view()->evidence()->pageView();

        QTRY_COMPARE_WITH_TIMEOUT(page->marks().size(), 5, 30'000);

        int doubtful = 0;
        for (const PageMark &mark : page->marks())
            doubtful += mark.isDoubtful;
        QCOMPARE(doubtful, 1);
    }

    void correctionIsTypedWithKeysAlone()
    {
        const QString before = m_desk->summary().digest;
        QCOMPARE(m_desk->view()->questions(), 1);
        m_desk->view()->table()->setFocus(Qt::TabFocusReason);

        m_sample->press(Qt::Key_E);
        ReadingForm *form = m_desk->view()->decision()->reading();
        QVERIFY(form->isVisible());
        QVERIFY(form->field(u"name"_s)->hasFocus()); // what is least sure comes first
        QCOMPARE(m_desk->view()->evidence()->pageView()->accessibleDescription(), u"성명: 뷁뷁뷁"_s);
        m_sample->type(m_person.name);
        QCOMPARE(form->field(u"name"_s)->text(), m_person.name);
        m_sample->press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        QVERIFY2(m_desk->view()->questions() == 0, qPrintable(m_desk->view()->currentLine()->what));
        QVERIFY(m_desk->summary().digest != before);
        QCOMPARE(plan().subject.value(u"lines"_s)[0][u"emp_no"_s].toString(), m_person.empNo);
        bool isKept = false;
        for (const QJsonValue &one : plan().subject.value(u"corrections"_s).toArray())
            if (one[u"field"_s].toString() == u"name"_s) {
                isKept = true;
                QCOMPARE(one[u"read"_s].toString(), u"뷁뷁뷁"_s);
                QCOMPARE(one[u"typed"_s].toString(), m_person.name);
                QCOMPARE(one[u"by"_s].toString(), m_sample->session->actor());
                QCOMPARE(one[u"page"_s].toInt(), 1);
            }
        QVERIFY(isKept);
        const auto report = m_sample->session->report(plan().id);
        QVERIFY(report && plainText(*report).contains(u"뷁뷁뷁\t"_s + m_person.name));
    }

    void everyFieldSaysItsNameAndHowSureItIs()
    {
        ReadingForm *form = m_desk->view()->decision()->reading();
        m_desk->view()->decision()->correct();

        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(form->field(u"name"_s));

        QCOMPARE(face->text(QAccessible::Name), u"성명, 신뢰도 41 %"_s);
    }

    void escapeLeavesEverythingAsItWas()
    {
        m_desk->view()->table()->setFocus(Qt::TabFocusReason);
        m_sample->press(Qt::Key_E);
        m_sample->type(u"아무개"_s);

        m_sample->press(Qt::Key_Escape);

        QVERIFY(!m_desk->view()->decision()->reading()->isVisible());
        QVERIFY(!plan().subject.contains(u"corrections"_s));
    }

    void typedReadingSurvivesPlanningForAnotherDay()
    {
        const QString file = m_sample->sample(u"*12명.xlsx"_s);
        const auto first = m_sample->session->planPersonnelOrder({file}, m_sample->day);
        QVERIFY(first);
        const QString name = first->subject.value(u"lines"_s)[0][u"name"_s].toString();
        const auto typed = m_sample->session->answer(first->id, {QJsonObject{{u"line"_s, 1}, {u"read"_s, QJsonObject{{u"name"_s, name}}}}});
        QVERIFY(typed);

        const auto again = m_sample->session->planPersonnelOrder({file}, m_sample->day.addDays(1));

        QVERIFY(again);
        QVERIFY(again->id != first->id);
        QCOMPARE(again->subject.value(u"corrections"_s), typed->subject.value(u"corrections"_s));
        const auto repeated = m_sample->session->answer(first->id, {QJsonObject{{u"line"_s, 1}, {u"read"_s, QJsonObject{{u"name"_s, name}}}}});
        QVERIFY(repeated && repeated->digest() == typed->digest()); // said once is enough
    }

    void aboutNamesLicenceAndHancom()
    {
        QVERIFY(AboutSheet::text().contains(u"GPL-3.0-or-later"_s));
        QVERIFY(AboutSheet::text().contains(u"공개 문서를 참고하여 개발하였습니다."_s));
        bool isThere = false;
        for (const QAction *action : m_sample->window->allActions())
            isThere = isThere || action->text() == u"나루 정보"_s;
        QVERIFY(isThere);
    }
};

QTEST_MAIN(TestScanReview)
#include "tst_scan_review.moc"
