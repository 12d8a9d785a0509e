// Any document is opened by the window, looked at beside its pages, searched, copied from, and saved in other formats.
#include "sample_window.h"

#include "run/diagnostic_words.h"
#include "ui/message_bar.h"
#include "ui/live_field.h"
#include "ui/pages/document_content.h"
#include "ui/pages/document_page.h"
#include "ui/pages/field_panel.h"
#include "ui/pages/grid_view.h"
#include "ui/pages/page_pane.h"
#include "ui/pages/page_strip.h"
#include "ui/pages/panel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDropEvent>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QMimeData>
#include <QPdfWriter>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QUrl>

using namespace naru;
using namespace naru::ui;

namespace {

naru::Cell cell(int row, int column, const QString &text, int rowSpan = 1, int columnSpan = 1)
{
    naru::Cell out;
    out.row = row;
    out.column = column;
    out.rowSpan = rowSpan;
    out.columnSpan = columnSpan;
    out.text = text;
    return out;
}

std::shared_ptr<Table> table(const QList<naru::Cell> &cells, int rows, int columns)
{
    auto out = std::make_shared<Table>();
    out->cells = cells;
    out->rows = rows;
    out->columns = columns;
    return out;
}

// A notice with two tables, as an office writes them.
Document notice()
{
    Document document;
    document.title = u"주민 안내"_s;
    document.body.append(Paragraph{u"민원실 운영 시간을 다음과 같이 알려 드립니다."_s, {}, {}});
    document.body.append(table({cell(0, 0, u"구분"_s), cell(0, 1, u"운영 시간"_s, 1, 2), cell(1, 0, u"평일"_s), cell(1, 1, u"09:00"_s),
                                cell(1, 2, u"18:00"_s), cell(2, 0, u"토요일"_s), cell(2, 1, u"휴무"_s), cell(2, 2, u"당직"_s)},
                               3, 3));
    document.body.append(Paragraph{u"문의: 행정지원과 (☎ 02-000-0000)"_s, {}, {}});
    document.body.append(table({cell(0, 0, u"연번"_s), cell(0, 1, u"부서"_s), cell(1, 0, u"1"_s), cell(1, 1, u"행정지원과"_s)}, 2, 2));
    return document;
}

// The same without text around its tables, as files with separators are.
Document lists()
{
    Document document = notice();
    document.body.erase(std::remove_if(document.body.begin(), document.body.end(),
                                       [](const Block &block) { return std::holds_alternative<Paragraph>(block); }),
                        document.body.end());
    document.body.removeLast();
    return document;
}

// A page as a scanner makes it, with as many lines as a reader needs to be busy for a while.
QImage scannedSheet(int number)
{
    QImage sheet(1240, 1754, QImage::Format_RGB32); // A4 at 150 dpi
    sheet.setDotsPerMeterX(5906);
    sheet.setDotsPerMeterY(5906);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    QFont font(u"NanumGothic"_s);
    font.setPixelSize(28);
    painter.setFont(font);
    for (int line = 0; line < 12; ++line)
        painter.drawText(120, 160 + line * 64, u"제%1쪽 %2번째 줄: 행정지원과 민원실 운영 안내"_s.arg(number).arg(line + 1));
    return sheet;
}

} // namespace

class TestDocumentPage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::SampleWindow> m_sample;
    DocumentPage *m_page = nullptr;

    QString write(const QString &name, const Document &document) const
    {
        const QString path = m_sample->file(name);
        const Status status = writeDocument(document, path);
        return status ? path : status.error().text;
    }
    QString writeBytes(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_sample->file(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    QString writeScan(const QString &name, int pages) const
    {
        QPdfWriter writer(m_sample->file(name));
        writer.setPageMargins(QMarginsF());
        QPainter painter(&writer);
        for (int page = 1; page <= pages; ++page) {
            if (page > 1)
                writer.newPage();
            painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), scannedSheet(page));
        }
        painter.end();
        return m_sample->file(name);
    }
    void read(const QString &path)
    {
        m_page->read(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 120'000);
    }
    int partWith(const QString &text) const
    {
        const QAbstractItemModel *model = m_page->content()->parts()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString().contains(text))
                return row;
        return -1;
    }
    QString message() const { return m_sample->window->findChildren<MessageBar *>().first()->accessibleName(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<test::SampleWindow>();
        QVERIFY(m_sample->session);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_sample->file(u"settings"_s));
    }
    void init()
    {
        m_sample->open();
        m_page = m_sample->page<DocumentPage>(u"documents"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);
    }
    void cleanup() { m_sample->close(); }
    void cleanupTestCase() { m_sample.reset(); }

    void opensWhatTheProductWrites_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<bool>("hasPages");
        QTest::newRow("PDF has pages") << u"pdf"_s << true;
        QTest::newRow("HWPX flows") << u"hwpx"_s << false;
        QTest::newRow("XLSX flows") << u"xlsx"_s << false;
        QTest::newRow("ODS flows") << u"ods"_s << false;
        QTest::newRow("CSV flows") << u"csv"_s << false;
    }

    void opensWhatTheProductWrites()
    {
        QFETCH(const QString, ending);
        QFETCH(const bool, hasPages);

        read(write(u"notice."_s + ending, ending == u"csv"_s ? lists() : notice()));

        QVERIFY2(m_page->showsDocument() && m_page->document(), qPrintable(message()));
        QAbstractItemModelTester parts(m_page->content()->parts()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester cells(m_page->content()->grid()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_page->pages()->isVisible(), hasPages);
        QVERIFY(m_page->content()->grid()->table());
        QVERIFY(m_page->subtitle().startsWith(u"notice."_s + ending));
        if (hasPages) {
            QCOMPARE(m_page->pages()->page(), 1);
            QVERIFY(!m_page->pages()->view()->marks().isEmpty());
        }
    }

    void mergedCellsAreMerged()
    {
        read(write(u"merged.hwpx"_s, notice()));

        const GridView *grid = m_page->content()->grid();
        QCOMPARE(grid->columnSpan(0, 1), 2);
        QCOMPARE(grid->model()->index(2, 2).data().toString(), u"당직"_s);
    }

    void cellAndItsBoxFindEachOther()
    {
        read(write(u"boxes.pdf"_s, notice()));
        GridView *grid = m_page->content()->grid();
        PageView *view = m_page->pages()->view();
        QCOMPARE(grid->table()->rows, 3);

        grid->setCurrentIndex(grid->model()->index(1, 0));
        QCOMPARE(view->accessibleDescription(), u"평일"_s);
        QVERIFY(m_page->content()->placeText().startsWith(u"1쪽"_s));

        int mark = -1;
        for (const naru::Cell &one : grid->table()->cells)
            if (one.text == u"당직"_s)
                for (int i = 0; i < view->marks().size(); ++i)
                    if (view->marks()[i].kind == PageMark::Kind::Cell && view->marks()[i].box == *one.place.box)
                        mark = i;
        QVERIFY(mark >= 0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->placeOf(view->marks()[mark].box).center().toPoint());
        QCOMPARE(grid->currentIndex().data().toString(), u"당직"_s);
        QCOMPARE(view->accessibleDescription(), u"당직"_s);
    }

    void flowingDocumentSaysTheAddress()
    {
        read(write(u"address.xlsx"_s, notice()));
        GridView *grid = m_page->content()->grid();

        grid->setCurrentIndex(grid->model()->index(1, 1));

        QVERIFY2(m_page->content()->placeText().contains(u'!'), qPrintable(m_page->content()->placeText()));
    }

    void selectionIsCopiedAsTextAndAsTable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("separated");
        QTest::newRow("plain") << u"가"_s << u"구분\t가\n평일\t09:00"_s;
        QTest::newRow("a tab, a quote, and a line end") << u"가\t\"나\"\n다"_s << u"구분\t\"가\t\"\"나\"\"\n다\"\n평일\t09:00"_s;
    }

    void selectionIsCopiedAsTextAndAsTable()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, separated);
        GridView grid(m_sample->theme, u"표"_s);
        grid.showTable(table({cell(0, 0, u"구분"_s), cell(0, 1, text, 1, 2), cell(1, 0, u"평일"_s), cell(1, 1, u"09:00"_s)}, 2, 3));

        grid.setCurrentIndex(grid.model()->index(0, 0));
        grid.selectionModel()->select({grid.model()->index(0, 0), grid.model()->index(1, 1)}, QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(&grid, Qt::Key_C, Qt::ControlModifier);

        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), separated);
        QVERIFY(copied->html().contains(u"<td colspan=\"2\">"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s)));
        QVERIFY(copied->html().contains(u"<tr><td>평일</td><td>09:00</td>"_s));
    }

    void findsWordsAndInitialConsonants_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("a word in text and table") << u"행정지원과"_s << QStringList{u"문의: 행정지원과 (☎ 02-000-0000)"_s, u"행정지원과"_s};
        QTest::newRow("initial consonants") << u"ㅎㅈㅈㅇㄱ"_s << QStringList{u"문의: 행정지원과 (☎ 02-000-0000)"_s, u"행정지원과"_s};
        QTest::newRow("over a space") << u"운영시간을"_s << QStringList{u"민원실 운영 시간을 다음과 같이 알려 드립니다."_s};
        QTest::newRow("nothing") << u"없는말"_s << QStringList();
    }

    void findsWordsAndInitialConsonants()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, found);
        read(write(u"find.hwpx"_s, notice()));
        QSignalSpy told(m_page->content(), &DocumentContent::placeChosen);

        m_sample->press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_page->content()->search()->hasFocus());
        m_sample->type(typed);
        QTRY_COMPARE(m_page->content()->findingText(), found.isEmpty() ? u"찾지 못함"_s : u"1 / %1"_s.arg(found.size()));
        QTRY_VERIFY(m_sample->settled());
        for (int i = 1; i < found.size(); ++i)
            m_sample->press(Qt::Key_F3);

        QStringList shown;
        for (const QVariantList &one : std::as_const(told))
            shown.append(one.at(1).toString());
        QCOMPARE(shown, found);
    }

    void tablesAreExported_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<bool>("isAll");
        QTest::addColumn<QStringList>("texts");
        for (const QString &ending : {u"xlsx"_s, u"ods"_s, u"csv"_s}) {
            QTest::addRow("one as %s", qPrintable(ending)) << ending << false << QStringList{u"토요일"_s};
            QTest::addRow("all as %s", qPrintable(ending)) << ending << true << QStringList{u"토요일"_s, u"행정지원과"_s};
        }
    }

    void tablesAreExported()
    {
        QFETCH(const QString, ending);
        QFETCH(const bool, isAll);
        QFETCH(const QStringList, texts);
        read(write(u"export.hwpx"_s, notice()));
        const QString path = m_sample->file(u"tables."_s + ending);

        m_page->exportTables(isAll, path);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        const Result<Document> back = readDocument(path);
        QVERIFY(back);
        const QString plain = plainText(*back);
        for (const QString &text : texts)
            QVERIFY2(plain.contains(text), qPrintable(plain));
        QVERIFY(!plain.contains(u"민원실"_s)); // the paragraphs stay
        QCOMPARE(plain.contains(u"연번"_s), isAll);
        QFile::remove(path);
    }

    void documentIsSavedInOtherFormats_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"txt", "json", "pdf", "hwpx", "xlsx", "ods", "csv"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }

    void documentIsSavedInOtherFormats()
    {
        QFETCH(const QString, ending);
        read(write(u"save.hwpx"_s, notice()));
        const QString path = m_sample->file(u"saved."_s + ending);

        m_sample->press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_sample->answerFileDialog(path));
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && QFile::exists(path), 60'000);

        if (ending == u"txt"_s || ending == u"json"_s || ending == u"csv"_s) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(QString::fromUtf8(file.readAll()).contains(u"토요일"_s));
        } else {
            const Result<Document> back = readDocument(path);
            QVERIFY(back && plainText(*back).contains(u"토요일"_s));
        }
        QFile::remove(path);
    }

    void documentItselfIsNotWrittenOver()
    {
        const QString path = write(u"own.hwpx"_s, notice());
        read(path);
        const QByteArray before = [&path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();

        m_page->exportTables(true, path);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    void cancelledScanKeepsItsPagesAndGoesOn()
    {
        const QString path = writeScan(u"scan.pdf"_s, 4);
        m_page->read(path);
        QTRY_VERIFY_WITH_TIMEOUT(!m_sample->window->works().shown().isEmpty()
                                     && m_sample->window->works().shown().first().gauge->done >= 1,
                                 120'000);

        m_sample->window->works().cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 20'000);

        QVERIFY(m_page->document());
        QVERIFY(!m_page->isWhole());
        QCOMPARE(m_page->document()->pages.size(), 4);
        QVERIFY(partWith(u"운영"_s) >= 0);
        const auto unread = std::count_if(m_page->document()->diagnostics.begin(), m_page->document()->diagnostics.end(),
                                          [](const Diagnostic &one) { return one.code == u"unread.rest"_s; });
        QCOMPARE(unread, 1); // one, which names the pages
        QVERIFY(m_page->content()->notes()->model()->rowCount() >= 1);

        m_page->goOn();
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 120'000);
        QVERIFY(m_page->isWhole());
        for (const Diagnostic &one : m_page->document()->diagnostics)
            QVERIFY2(!one.code.startsWith(u"unread"_s), qPrintable(one.text));
    }

    void anotherDocumentTakesThePlaceOfOneThatIsBeingRead()
    {
        m_page->read(writeScan(u"slow.pdf"_s, 3));

        read(write(u"quick.csv"_s, lists()));

        QVERIFY(m_page->subtitle().startsWith(u"quick.csv"_s));
        QCOMPARE(m_page->document()->format, u"csv"_s);
        QVERIFY(!m_page->pages()->isVisible());
    }

    void whatCannotBeReadIsExplained_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("no such file") << QByteArray() << u"파일이 그 자리에 없습니다"_s;
        QTest::newRow("garbage") << QByteArray("\x00\x01\x02garbage", 10) << u"알 수 없는 형식"_s;
        QTest::newRow("a cut PDF") << QByteArray("%PDF-1.7\n1 0 obj <<") << u"손상"_s;
        QTest::newRow("a cut archive") << QByteArray("PK\x03\x04 mimetypeapplication/hwp+zip") << u"파일"_s;
    }

    void whatCannotBeReadIsExplained()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        const QString path = bytes.isEmpty() ? m_sample->file(u"nowhere.pdf"_s) : writeBytes(u"odd.bin"_s, bytes);

        read(path);

        QVERIFY(!m_page->showsDocument());
        QVERIFY2(message().contains(words), qPrintable(message()));
    }

    void tableThatClaimsABillionCellsIsShown()
    {
        GridView grid(m_sample->theme, u"표"_s);
        auto hostile = table({cell(0, 0, u"가"_s), cell(2'000'000'000, 2'000'000'000, u"나"_s, 2'000'000'000, 7)}, 2'147'483'647, 2'147'483'647);

        grid.showTable(hostile);

        QCOMPARE(grid.model()->index(0, 0).data().toString(), u"가"_s);
        QVERIFY(grid.model()->rowCount() <= 1'048'576);
        QCOMPARE(printedTable(*hostile, {}).rows.size(), 1);
    }

    void doubtIsMarkedWithoutColour()
    {
        Document document;
        Paragraph sure{u"확실"_s, {}, {1, naru::Box{50, 50, 200, 70}, {}, 0.97, Provenance::Method::Ocr}};
        Paragraph doubtful{u"불확실"_s, {}, {1, naru::Box{50, 150, 200, 170}, {}, 0.62, Provenance::Method::Ocr}};
        document.body = {sure, doubtful};
        const DocumentOutline outline = outlineOf(document);
        PageView view(m_sample->theme);
        view.resize(600, 400);
        QImage paper(595, 842, QImage::Format_RGB32);
        paper.fill(Qt::white);
        view.setPage(paper, 72);

        QList<PageMark> marks;
        for (const PlacedMark &placed : outline.marks.value(1))
            marks.append(placed.mark);
        view.setMarks(marks);
        const QImage grey = view.viewport()->grab().toImage().convertToFormat(QImage::Format_Grayscale8);

        QCOMPARE(outline.doubtful, 1);
        const auto ink = [&](const naru::Box &box) {
            int dark = 0;
            const QRect place = view.placeOf(box).toRect();
            for (int y = place.top() + 3; y < place.bottom() - 3; ++y)
                for (int x = place.left() + 3; x < place.right() - 3; ++x)
                    dark += qGray(grey.pixel(x, y)) < 250;
            return dark;
        };
        QCOMPARE(ink(*sure.place.box), 0);
        QVERIFY(ink(*doubtful.place.box) > 100); // the hatching and the sign
    }

    void everyNoteIsSaidInWords_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"unread", "unread.rest", "limit.coarse", "limit.rulings", "curves", "limit", "truncated", "table.tiling", "extension", "csv.ragged", "hwp.trackedChanges",
                                 "hwpx.headerMissing", "hwp.privacy", "xlsx.hiddenSheet", "ods.hiddenRows", "xlsx.uncached",
                                 "xls.converted", "nobody.knows"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }

    void everyNoteIsSaidInWords()
    {
        QFETCH(const QString, code);

        const run::DiagnosticWords words = run::wordsOf(Diagnostic{code, u"expected … but …"_s, 0});

        static const QRegularExpression hangul(u"[가-힣]"_s);
        QVERIFY(words.what.contains(hangul) && words.todo.contains(hangul));
    }

    void fieldsAreListed()
    {
        FieldPanel panel(*m_sample->window);
        QSignalSpy chosen(&panel, &FieldPanel::fieldChosen);
        panel.setFields({{FormField::Kind::ClickHere, u"제목"_s, u"제목을 넣으세요"_s, {}, false, {}},
                         {FormField::Kind::NamedCell, u"담당자"_s, {}, u"김하나"_s, true, {}}},
                        true);

        panel.table()->setCurrentIndex(panel.table()->model()->index(1, 0));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(panel.editor()->toPlainText(), u"김하나"_s);
        panel.editor()->setPlainText(u"이민수\n박서준"_s);

        QCOMPARE(panel.typed(), (QMap<QString, QString>{{u"담당자"_s, u"이민수\n박서준"_s}}));
        QCOMPARE(panel.table()->model()->index(1, 3).data().toString(), u"고침"_s);
        panel.editor()->setPlainText(u"김하나"_s);
        QVERIFY(panel.typed().isEmpty());
    }

    void formIsFilledAndSavedBesideItself()
    {
        const QDir forms(qEnvironmentVariable("NARU_SOURCE") + u"/forms"_s);
        const QStringList files = forms.entryList({u"*.hwpx"_s}, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        read(forms.filePath(files.first()));
        FieldPanel *fields = m_page->content()->fields();
        QVERIFY(fields->table()->model()->rowCount() > 0);
        const QString name = fields->table()->model()->index(0, 0).data().toString();
        m_page->content()->setCurrentIndex(1);
        fields->table()->setCurrentIndex(fields->table()->model()->index(0, 0));
        const QString out = m_sample->file(u"filled.hwpx"_s);

        fields->editor()->setPlainText(u"민원 & <안내>"_s);
        m_sample->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(m_sample->answerFileDialog(out));
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && QFile::exists(out), 60'000);

        const Result<Document> back = readDocument(out);
        QVERIFY(back);
        bool isFilled = false;
        for (const FormField &field : back->fields)
            isFilled = isFilled || (field.name == name && field.value == u"민원 & <안내>"_s);
        QVERIFY(isFilled);
    }

    void keysAloneOpenLookAndClose()
    {
        const QString path = write(u"keys.pdf"_s, notice());

        m_sample->press(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_sample->answerFileDialog(path));
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && m_page->document(), 60'000);
        m_page->content()->parts()->setFocus(Qt::TabFocusReason);
        m_sample->press(Qt::Key_Down);
        QVERIFY(!m_page->content()->placeText().isEmpty());
        m_sample->press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m_page->showsDocument());
        QVERIFY(m_page->recent()->hasFocus());
        QVERIFY(m_page->recent()->currentIndex().data().toString() == u"keys.pdf"_s);
        m_sample->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled() && m_page->showsDocument(), 60'000);
    }

    void fileIsDroppedOnThePage()
    {
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(write(u"dropped.xlsx"_s, notice()))});

        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page, &drop);
        QTRY_VERIFY_WITH_TIMEOUT(m_sample->settled(), 60'000);

        QVERIFY(m_page->subtitle().startsWith(u"dropped.xlsx"_s));
    }

    void everyControlHasANameAndNothingGrowsTheWindow_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("scale");
        QTest::newRow("a small screen") << 1024 << 720 << 100;
        QTest::newRow("twice the text size") << 1280 << 800 << 200;
    }

    void everyControlHasANameAndNothingGrowsTheWindow()
    {
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const int, scale);
        for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
            m_sample->theme.setLook({theme, Density::Normal, scale});
            m_sample->theme.apply(*qApp);
            m_sample->window->resize(width, height);
            read(write(u"fits.pdf"_s, notice()));
            QApplication::processEvents();
            QVERIFY2(m_sample->window->width() <= width && m_sample->window->height() <= height,
                     qPrintable(u"%1×%2"_s.arg(m_sample->window->width()).arg(m_sample->window->height())));
            const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s))
                    continue;
                const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            }
        }
        m_sample->theme.setLook({});
        m_sample->theme.apply(*qApp);
    }

    void contentIsPrinted()
    {
        read(write(u"print.hwpx"_s, notice()));

        const QList<PrintChoice> choices = m_page->printChoices();

        QVERIFY(!choices.isEmpty());
        const Printout printout = choices.first().make();
        QCOMPARE(printout.parts.size(), 4);
        QCOMPARE(std::get<PrintedTable>(printout.parts[1]).columns.size(), 3);
    }
};

QTEST_MAIN(TestDocumentPage)
#include "tst_document_page.moc"
