// What is printed: laid out on pages, written as PDF, and read back by the product's own PDF reader.
#include "sample_window.h"

#include "run/documents.h"
#include "ui/pages/journal_page.h"
#include "ui/pages/order_page.h"
#include "ui/pages/page_view.h"
#include "ui/pages/panel.h"
#include "ui/pages/people_page.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plan_view.h"
#include "ui/print_preview.h"

#include <QAccessible>
#include <QPrinter>
#include <QProcess>
#include <QStandardPaths>
#include <QTextDocument>
#include <QToolButton>

using namespace naru;
using namespace naru::ui;

namespace {

const PrintFrame frame{u"해람광역시"_s, u"2026. 7. 20.(월) 기준"_s, u"출력 김하나 (20110234) · 2026. 7. 20. 15:20 · 번호 0badcafe"_s};
const Progress onward = [](int, int) { return true; };

PrintedTable tableOf(int rows)
{
    PrintedTable table{u"사람"_s, {{u"이름"_s, 88}, {u"사번"_s, 88, true}, {u"부서"_s, 0}}, {}, u"아무도 없습니다."_s};
    for (int i = 1; i <= rows; ++i)
        table.rows.append({u"이름%1"_s.arg(i), QString::number(20000000 + i), u"총무과"_s});
    return table;
}

// What a reader of PDF sees, heads and feet too (our own leaves them out of a document's text).
QString seenIn(const QString &path)
{
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QString withoutSpaces(QString text)
{
    static const QRegularExpression space(u"\\s"_s);
    return text.remove(space);
}

Result<Document> written(const Printout &printout, const QString &path)
{
    const auto pages = PrintedPages::layOut(printout, frame, onward);
    if (!pages)
        return pages.error();
    if (const Status status = pages->writePdf(path, onward); !status)
        return status.error();
    return readDocument(path);
}

} // namespace

class TestPrinting : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::SampleWindow> m_sample;

    // Prints the choice of the page that is shown, and reads it back.
    QString printed(int choice)
    {
        const QString path = m_folder.filePath(u"print-%1.pdf"_s.arg(choice));
        QFile::remove(path);
        PrintPreview preview(*m_sample->window, m_sample->window->page(m_sample->window->currentPage())->printChoices());
        preview.choose(choice);
        if (!QTest::qWaitFor([&] { return m_sample->settled() && preview.pageCount() > 0; }, 60'000))
            return {};
        preview.savePdf(path);
        if (!QTest::qWaitFor([&] { return m_sample->settled(); }, 60'000))
            return {};
        const auto document = readDocument(path);
        return document ? plainText(*document) : document.error().text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<test::SampleWindow>();
        QVERIFY(m_sample->session);
        m_sample->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
    }

    void cleanupTestCase() { m_sample.reset(); }

    void everyPageSaysWhatItIsWhoPrintedItAndWhichPageItIs()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("needs pdftotext");
        const QString path = m_folder.filePath(u"frame.pdf"_s);
        const auto document = written({u"사람 목록"_s, u"행정국 총무과"_s, {tableOf(200)}}, path);
        QVERIFY2(document, document ? "" : qPrintable(document.error().text));
        QVERIFY(document->pages.size() >= 4);

        const QString text = withoutSpaces(seenIn(path));

        const auto count = document->pages.size();
        for (const QString &part : {frame.office, frame.asOf, frame.printedBy, u"사람 목록"_s, u"행정국 총무과"_s})
            QCOMPARE(text.count(withoutSpaces(part)), count);
        for (int page = 1; page <= count; ++page)
            QVERIFY2(text.contains(u"%1/%2"_s.arg(page).arg(count)), qPrintable(text.left(400)));
    }

    void noRowIsLostAndTheHeadIsRepeated()
    {
        const auto document = written({u"사람 목록"_s, {}, {tableOf(200)}}, m_folder.filePath(u"rows.pdf"_s));
        QVERIFY(document);

        const QString text = withoutSpaces(plainText(*document));

        for (int i = 1; i <= 200; ++i)
            QCOMPARE(text.count(QString::number(20000000 + i)), 1);
        QCOMPARE(text.count(u"사번"_s), document->pages.size());
    }

    void longCellsAreWrappedWhole()
    {
        QString reason;
        for (int i = 0; i < 60; ++i)
            reason += u"사유%1 "_s.arg(i);
        PrintedTable table = tableOf(2);
        table.rows[0][2] = reason.trimmed();

        const auto document = written({u"목록"_s, {}, {table}}, m_folder.filePath(u"long.pdf"_s));

        QVERIFY(document);
        const QString text = withoutSpaces(plainText(*document));
        for (int i = 0; i < 60; ++i)
            QVERIFY2(text.contains(u"사유%1"_s.arg(i)), qPrintable(QString::number(i)));
    }

    void pageIsTurnedWhereTheColumnsNeedIt_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isWide");
        QTest::newRow("three columns") << 88 << false;
        QTest::newRow("wide columns") << 320 << true;
    }

    void pageIsTurnedWhereTheColumnsNeedIt()
    {
        QFETCH(const int, width);
        QFETCH(const bool, isWide);
        PrintedTable table = tableOf(3);
        table.columns[0].width = table.columns[1].width = width;

        const auto document = written({u"목록"_s, {}, {table}}, m_folder.filePath(u"turned.pdf"_s));

        QVERIFY(document);
        QCOMPARE(document->pages.first().size.width() > document->pages.first().size.height(), isWide);
    }

    void emptyListSaysSo()
    {
        const auto document = written({u"목록"_s, {}, {tableOf(0)}}, m_folder.filePath(u"empty.pdf"_s));

        QVERIFY(document);
        QVERIFY(withoutSpaces(plainText(*document)).contains(u"아무도없습니다."_s));
    }

    void headingsOfARichTextAreKept()
    {
        QTextDocument text;
        text.setHtml(u"<p><b>배치 2건</b></p><p>2026. 1. 1. ~&nbsp; <b>본직</b> 총무과</p>"_s);

        const PrintedText lines = printedText(text);

        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].isHeading);
        QCOMPARE(lines[1].text, u"2026. 1. 1. ~ 본직 총무과"_s);
        QVERIFY(!lines[1].isHeading);
    }

    void cancelledPrintLeavesNoFile()
    {
        const auto pages = PrintedPages::layOut({u"목록"_s, {}, {tableOf(200)}}, frame, onward);
        QVERIFY(pages);
        const QString path = m_folder.filePath(u"cancelled.pdf"_s);

        const Status status = pages->writePdf(path, [](int done, int) { return done < 2; });

        QVERIFY(!status);
        QCOMPARE(status.error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(path));
        QVERIFY(!PrintedPages::layOut({u"목록"_s, {}, {tableOf(200)}}, frame, [](int, int) { return false; }));
    }

    void printerGetsThePagesItAsksFor()
    {
        const auto pages = PrintedPages::layOut({u"목록"_s, {}, {tableOf(200)}}, frame, onward);
        QVERIFY(pages);
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_folder.filePath(u"range.pdf"_s));
        printer.setFromTo(2, 3);

        QVERIFY(pages->print(printer, onward));

        const auto document = readDocument(printer.outputFileName());
        QVERIFY(document);
        QCOMPARE(document->pages.size(), 2);
        const QString text = withoutSpaces(plainText(*document));
        QVERIFY(text.contains(u"20000090"_s));
        QVERIFY(!text.contains(u"20000001"_s));
    }

    void listAndCardOfAPersonArePrinted()
    {
        auto *people = m_sample->page<PeoplePage>(u"people"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
        people->table()->setCurrentIndex(people->table()->model()->index(3, 0));
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
        const QString name = people->table()->model()->index(3, 0).data().toString();

        QVERIFY2(printed(0).contains(name), qPrintable(printed(0).left(500)));
        const QString card = withoutSpaces(printed(1));

        QVERIFY2(card.contains(name) && card.contains(u"계정과권한"_s), qPrintable(card));
        QVERIFY2(card.contains(u"출력"_s) && card.contains(u"해람"_s), qPrintable(card));
    }

    void linesQuestionsAndTheLineOfAPlanArePrinted()
    {
        auto *orders = m_sample->page<OrderPage>(u"personnel-order"_s);
        orders->read({m_sample->sample(u"*대비표_12명.pdf"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && orders->showsPlan(), 60'000);
        QVERIFY(orders->desk()->view()->questions() > 0);
        const PlanLine line = *orders->desk()->view()->currentLine();

        const QString lines = withoutSpaces(printed(0));
        QVERIFY2(lines.contains(line.name), qPrintable(lines));
        const QString questions = withoutSpaces(printed(1));
        QVERIFY2(questions.contains(withoutSpaces(line.reasons.first().text)), qPrintable(questions));
        const QString one = withoutSpaces(printed(2));
        QVERIFY2(one.contains(line.name), qPrintable(one));
        orders->backToList();
    }

    void everyPageWithAListIsPrinted_data()
    {
        QTest::addColumn<QString>("id");
        for (const PageKind &kind : pageKinds())
            if (kind.make)
                QTest::addRow("%s", qPrintable(kind.id)) << kind.id;
    }

    void everyPageWithAListIsPrinted()
    {
        QFETCH(const QString, id);
        m_sample->window->openPage(id);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
        QVERIFY(!m_sample->window->page(id)->printChoices().isEmpty());

        for (int i = 0; i < m_sample->window->page(id)->printChoices().size(); ++i)
            QVERIFY2(printed(i).contains(u"출력"_s), qPrintable(id));
    }

    void keyOpensThePreviewAndItDoesNotBlock()
    {
        m_sample->page<JournalPage>(u"journal"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        QTest::keyClick(m_sample->window.get(), Qt::Key_P, Qt::ControlModifier);

        auto *preview = m_sample->window->findChild<PrintPreview *>();
        QVERIFY(preview);
        QVERIFY(!preview->isModal());
        QTRY_VERIFY_WITH_TIMEOUT(preview->pageCount() > 1 && m_sample->settled(), 60'000);
        const QImage first = preview->pageView()->viewport()->grab().toImage();
        preview->turn(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
        QVERIFY(preview->pageView()->viewport()->grab().toImage() != first);
        QStringList nameless;
        const QList<QWidget *> widgets = preview->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_"_s)
                && (!face || face->text(QAccessible::Name).isEmpty()))
                nameless.append(QString::fromLatin1(widget->metaObject()->className()));
        }
        QCOMPARE(nameless.join(u' '), QString());
        QTest::keyClick(preview, Qt::Key_Escape);
        QTRY_VERIFY(!m_sample->window->findChild<PrintPreview *>());
    }

    void whoHasNoRightGetsNoPages()
    {
        const auto all = m_sample->session->people(m_sample->day);
        QVERIFY(all);
        QString nobody;
        for (const run::PersonRow &one : *all)
            if (nobody.isEmpty() && !one.account.isEmpty() && !m_sample->session->mayDo(u"print"_s, one.empNo))
                nobody = one.empNo;
        QVERIFY(!nobody.isEmpty());
        const auto session = run::Session::open({m_sample->session->location(), nobody, m_sample->day});
        QVERIFY2(session, session ? "" : qPrintable(session.error().text));
        WindowStart start;
        start.session = session->get();
        start.today = start.asOf = m_sample->day;
        MainWindow window(m_sample->theme, start);
        QTRY_VERIFY_WITH_TIMEOUT(window.works().isIdle(), 60'000);

        PrintPreview preview(window, window.page(u"home"_s)->printChoices());
        QTRY_VERIFY_WITH_TIMEOUT(window.works().isIdle(), 60'000);

        QCOMPARE(preview.pageCount(), 0);
        QVERIFY2(preview.pageView()->accessibleDescription().contains(u"권한"_s), qPrintable(preview.pageView()->accessibleDescription()));
    }
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
