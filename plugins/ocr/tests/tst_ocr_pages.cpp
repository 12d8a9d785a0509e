// Scanned pages become lines and tables, however they lie, with places on the page as it was scanned.
#include "support/scanned_page.h"

#include "core/page_reader.h"
#include "run/formats.h"

#include <QGuiApplication>
#include <QMap>
#include <QTest>

using namespace naru;
using namespace naru::test;

Q_DECLARE_METATYPE(naru::test::Quality)

namespace {

const PageReader *reader()
{
    static const Formats formats;
    return formats.pageReader();
}

const Table *tableIn(const Document &document)
{
    for (const Block &block : document.body)
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block))
            return table->get();
    return nullptr;
}

const Cell *cellAt(const Table &table, int row, int column)
{
    for (const Cell &cell : table.cells)
        if (cell.row == row && cell.column == column)
            return &cell;
    return nullptr;
}

// A few lines of an order below its title; enough to be read, fast to be drawn.
DrawnText shortSheet()
{
    DrawnText text{blankSheet(150, 90),
                   {u"인사발령 알림"_s, u"○ 전보(2명)"_s, u"- 지방행정주사 김하나 → 세정과 징수팀"_s,
                    u"- 지방시설서기 박민수 → 도로과"_s, u"2026. 7. 29."_s}};
    QPainter painter(&text.sheet);
    painter.setFont(letters(u"NanumMyeongjo"_s, 12));
    for (qsizetype i = 0; i < text.lines.size(); ++i)
        painter.drawText(QPointF(dots(50), dots(50 + 24 * double(i))), text.lines[i]);
    return text;
}

QStringList linesOf(const Document &document)
{
    QStringList lines;
    for (const Block &block : document.body)
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            lines.append(paragraph->text);
    return lines;
}

} // namespace

class TestOcrPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsEveryCellOfATable_data();
    void readsEveryCellOfATable();
    void keepsTheGates();
    void doubtsAtLeastHalfOfWhatItMisreads();
    void readsAPageHoweverItLies_data();
    void readsAPageHoweverItLies();
    void placesLinesWhereTheScanShowsThem_data();
    void placesLinesWhereTheScanShowsThem();
    void readsLettersThatANarrowCellStacks();
    void readsNumbersToTheLastSign_data();
    void readsNumbersToTheLastSign();
    void readsAPeriodAndALoneFigure();
    void readsAHeadThatIsLightOnDark_data();
    void readsAHeadThatIsLightOnDark();
    void findsTheColumnsOfATableWithoutUprightLines_data();
    void findsTheColumnsOfATableWithoutUprightLines();
    void readsThroughASeal();
    void readsAShadedPage();
    void readsTransparentPaperAsWhite();
    void findsNothingOnAnEmptyPage_data();
    void findsNothingOnAnEmptyPage();
    void refusesWhatIsNoPage();

private:
    struct Tally {
        int cells = 0;
        int wrong = 0;
        qsizetype letters = 0;
        qsizetype wrongLetters = 0;
    };
    QMap<QString, Tally> m_byFont; // "300 dpi office NanumGothic"
    QMap<int, Tally> m_byDpi; // but poor pages, which are no gate
    int m_wrong = 0;
    int m_wrongDoubted = 0;
};

void TestOcrPages::initTestCase()
{
    QVERIFY2(reader(), "the plugin that reads pictures is not built");
}

void TestOcrPages::readsEveryCellOfATable_data()
{
    QTest::addColumn<int>("dpi");
    QTest::addColumn<Quality>("quality");
    QTest::addColumn<QString>("font");
    QTest::addColumn<unsigned>("seed");
    const QStringList fonts = scanFonts();
    QVERIFY(!fonts.isEmpty());
    const auto add = [](int dpi, const Quality &quality, const QString &font, unsigned seed) {
        QTest::addRow("%d dpi %s %s", dpi, quality.name, qPrintable(font)) << dpi << quality << font << seed;
    };
    if (!qEnvironmentVariableIsEmpty("NARU_SCANS")) {
        unsigned seed = unsigned(std::max(1, qEnvironmentVariableIntValue("NARU_SCANS"))) * 1000;
        for (const int dpi : {300, 200, 150})
            for (const Quality &quality : {cleanScan(), officeScan(), poorScan()})
                for (const QString &font : fonts)
                    add(dpi, quality, font, ++seed);
        return;
    }
    add(300, officeScan(), fonts.first(), 9300);
    add(200, officeScan(), fonts.value(1), 9200);
    add(150, officeScan(), fonts.first(), 9150);
    add(300, poorScan(), fonts.first(), 9301);
    add(150, poorScan(), fonts.value(1), 9151);
}

void TestOcrPages::readsEveryCellOfATable()
{
    QFETCH(const int, dpi);
    QFETCH(const Quality, quality);
    QFETCH(const QString, font);
    QFETCH(const unsigned, seed);
    const DrawnTable drawn = tableSheet(font, seed, 10, 14);
    const QImage scan = scanned(drawn.sheet, dpi, quality, seed);

    const Result<Document> document = reader()->readPicture(scan, {3, double(dpi), 1});

    QVERIFY(document);
    const Table *table = tableIn(*document);
    QVERIFY(table);
    QCOMPARE(table->rows, drawn.texts.size());
    QCOMPARE(table->columns, 7);
    QVERIFY(TableGrid(*table).tiles());
    Tally tally;
    for (const Cell &cell : table->cells) {
        QCOMPARE(cell.place.page, 3);
        const QString want = solid(drawn.texts[cell.row][cell.column]);
        const bool isRight = solid(cell.text) == want;
        ++tally.cells;
        tally.wrong += isRight ? 0 : 1;
        tally.letters += want.size();
        tally.wrongLetters += editDistance(want, solid(cell.text));
        m_wrongDoubted += !isRight && cell.place.confidence < 0.9 ? 1 : 0;
        if (!isRight)
            qInfo().noquote() << want << "read as" << cell.text << cell.place.confidence;
    }
    m_wrong += tally.wrong;
    m_byFont.insert(QString::fromUtf8(QTest::currentDataTag()), tally);
    if (qstrcmp(quality.name, "poor") != 0) {
        m_byDpi[dpi].cells += tally.cells;
        m_byDpi[dpi].wrong += tally.wrong;
    }
    QCOMPARE(cellAt(*table, 8, 6)->rowSpan, 4);
}

void TestOcrPages::keepsTheGates()
{
    const QMap<int, int> perMille{{300, 995}, {200, 990}, {150, 970}};
    for (auto at = m_byFont.cbegin(); at != m_byFont.cend(); ++at)
        qInfo().noquote() << at.key() << "cells" << at->cells - at->wrong << "of" << at->cells << "CER"
                          << QString::number(100.0 * double(at->wrongLetters) / double(at->letters), 'f', 2) + u" %"_s;

    QCOMPARE(m_byDpi.size(), 3);
    for (auto at = m_byDpi.cbegin(); at != m_byDpi.cend(); ++at) {
        qInfo() << at.key() << "dpi:" << at->cells - at->wrong << "of" << at->cells << "cells";
        // One cell of a few pages says little about a share of thousands.
        QVERIFY2(1000 * (at->cells - at->wrong + 1) >= perMille[at.key()] * at->cells, qPrintable(QString::number(at.key())));
    }
}

void TestOcrPages::doubtsAtLeastHalfOfWhatItMisreads()
{
    qInfo() << "wrong cells:" << m_wrong << "of them below 90:" << m_wrongDoubted;
    QVERIFY(2 * m_wrongDoubted >= m_wrong - 1);
}

void TestOcrPages::readsAPageHoweverItLies_data()
{
    QTest::addColumn<int>("turns");
    QTest::addColumn<double>("skew");
    QTest::newRow("upright") << 0 << 0.0;
    QTest::newRow("askew") << 0 << 2.0;
    QTest::newRow("on its right side") << 1 << 0.5;
    QTest::newRow("upside down") << 2 << -1.0;
    QTest::newRow("on its left side") << 3 << 0.0;
}

void TestOcrPages::readsAPageHoweverItLies()
{
    QFETCH(const int, turns);
    QFETCH(const double, skew);
    const DrawnText drawn = shortSheet();
    Quality quality = officeScan();
    quality.turns = turns;
    quality.skew = skew;

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, 300, quality, 5), {1, 300, 1});

    QVERIFY(document);
    const QString read = solid(linesOf(*document).join(QString()));
    QVERIFY2(editDistance(read, solid(drawn.lines.join(QString()))) <= 1, qPrintable(read)); // a letter may look like another
}

void TestOcrPages::placesLinesWhereTheScanShowsThem_data()
{
    QTest::addColumn<int>("turns");
    QTest::addColumn<QPointF>("place"); // of the first line's middle, points
    const QSizeF sheet(150 / 25.4 * 72, 90 / 25.4 * 72);
    const QPointF upright(85, 46);
    QTest::newRow("upright") << 0 << upright;
    QTest::newRow("on its right side") << 1 << QPointF(sheet.height() - upright.y(), upright.x());
    QTest::newRow("upside down") << 2 << QPointF(sheet.width() - upright.x(), sheet.height() - upright.y());
    QTest::newRow("on its left side") << 3 << QPointF(upright.y(), sheet.width() - upright.x());
}

void TestOcrPages::placesLinesWhereTheScanShowsThem()
{
    QFETCH(const int, turns);
    QFETCH(const QPointF, place);
    Quality quality;
    quality.turns = turns;
    quality.skew = 1.5;

    const Result<Document> document =
        reader()->readPicture(scanned(shortSheet().sheet, 200, quality, 6), {1, 200, 1});

    QVERIFY(document);
    const auto *first = std::get_if<Paragraph>(&document->body.first());
    QVERIFY(first && first->place.box);
    const Box &box = *first->place.box;
    QVERIFY2(std::abs((box.left + box.right) / 2 - place.x()) < 8, qPrintable(QString::number(box.left)));
    QVERIFY2(std::abs((box.top + box.bottom) / 2 - place.y()) < 8, qPrintable(QString::number(box.top)));
}

void TestOcrPages::readsLettersThatANarrowCellStacks()
{
    DrawnText drawn{blankSheet(120, 60), {}};
    const QList<QStringList> texts{{u"성\n명"_s, u"발령일"_s, u"발령 부서"_s},
                                   {u"김\n보\n영"_s, u"2026-07-2\n9"_s, u"기획예산과\n예산총괄\n팀"_s}};
    const QList<double> columns{40, 58, 118, 200};
    const QList<double> rows{30, 66, 112};
    QPainter painter(&drawn.sheet);
    painter.setFont(letters(scanFonts().value(0), 10));
    painter.setPen(QPen(Qt::black, dots(0.5)));
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 3; ++column) {
            const QRectF cell(QPointF(dots(columns[column]), dots(rows[row])),
                              QPointF(dots(columns[column + 1]), dots(rows[row + 1])));
            painter.drawRect(cell);
            painter.drawText(cell, Qt::AlignCenter, texts[row][column]);
        }
    painter.end();

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, 300, officeScan(), 11), {1, 300, 1});

    QVERIFY(document);
    const Table *table = tableIn(*document);
    QVERIFY(table);
    QCOMPARE(cellAt(*table, 1, 0)->text, u"김보영"_s);
    QCOMPARE(solid(cellAt(*table, 1, 1)->text), u"2026-07-29"_s);
    QCOMPARE(solid(cellAt(*table, 1, 2)->text), u"기획예산과예산총괄팀"_s);
}

void TestOcrPages::readsNumbersToTheLastSign_data()
{
    QTest::addColumn<QString>("font");
    QTest::addColumn<int>("dpi");
    QTest::newRow("serifs, 300 dpi") << scanFonts().value(0) << 300;
    QTest::newRow("serifs, 150 dpi") << scanFonts().value(0) << 150;
    QTest::newRow("no serifs, 200 dpi") << scanFonts().value(1) << 200;
}

void TestOcrPages::readsNumbersToTheLastSign()
{
    QFETCH(const QString, font);
    QFETCH(const int, dpi);
    const QList<QStringList> texts{{u"57,941,000"_s, u"1,229개"_s, u"2026. 7. 29."_s, u"18:15"_s, u"440-9249"_s},
                                   {u"4,754,300"_s, u"7,004명"_s, u"2019. 11. 3."_s, u"15:15"_s, u"440-7617"_s},
                                   {u"890,900"_s, u"2,699건"_s, u"2025. 1. 16."_s, u"09:30"_s, u"12.6%"_s},
                                   {u"2,655,400"_s, u"1,811명"_s, u"2020. 10. 21."_s, u"11:00"_s, u"81.7%"_s}};
    DrawnText drawn{blankSheet(150, 60), {}};
    QPainter painter(&drawn.sheet);
    painter.setFont(letters(font, 10));
    painter.setPen(QPen(Qt::black, dots(0.5)));
    for (int row = 0; row < texts.size(); ++row)
        for (int column = 0; column < texts[row].size(); ++column) {
            const QRectF cell(dots(30 + 72 * column), dots(30 + 24 * row), dots(72), dots(24));
            painter.drawRect(cell);
            painter.drawText(cell, Qt::AlignCenter, texts[row][column]);
        }
    painter.end();

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, dpi, officeScan(), 21), {1, double(dpi), 1});

    QVERIFY(document);
    const Table *table = tableIn(*document);
    QVERIFY(table);
    for (int row = 0; row < texts.size(); ++row)
        for (int column = 0; column < texts[row].size(); ++column)
            QCOMPARE(solid(cellAt(*table, row, column)->text), solid(texts[row][column]));
}

void TestOcrPages::readsAPeriodAndALoneFigure()
{
    const QList<QStringList> texts{{u"6"_s, u"2021. 2. 10. ~ 2026. 3. 1."_s}, {u"9"_s, u"2026. 1. 5. ~ 2019. 11. 9."_s},
                                   {u"0"_s, u"2025. 7. 27. ~ 2026. 1. 24."_s}, {u"8"_s, u"2022. 1. 17. - 2021. 9. 20."_s}};
    DrawnText drawn{blankSheet(120, 60), {}};
    QPainter painter(&drawn.sheet);
    painter.setFont(letters(scanFonts().value(0), 10));
    painter.setPen(QPen(Qt::black, dots(0.5)));
    for (int row = 0; row < texts.size(); ++row)
        for (int column = 0; column < 2; ++column) {
            const QRectF cell(dots(column == 0 ? 30 : 70), dots(30 + 24 * row), dots(column == 0 ? 40 : 200), dots(24));
            painter.drawRect(cell);
            painter.drawText(cell, Qt::AlignCenter, texts[row][column]);
        }
    painter.end();

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, 200, officeScan(), 31), {1, 200, 1});

    QVERIFY(document);
    const Table *table = tableIn(*document);
    QVERIFY(table);
    for (int row = 0; row < texts.size(); ++row)
        for (int column = 0; column < 2; ++column)
            QCOMPARE(solid(cellAt(*table, row, column)->text), solid(texts[row][column]));
}

void TestOcrPages::readsAHeadThatIsLightOnDark_data()
{
    QTest::addColumn<QColor>("fill");
    QTest::addColumn<QColor>("lines");
    QTest::addColumn<int>("dpi");
    QTest::newRow("grey, black lines") << QColor(70, 70, 70) << QColor(Qt::black) << 200;
    QTest::newRow("navy, white lines") << QColor(0, 51, 102) << QColor(Qt::white) << 300;
    QTest::newRow("blue, white lines") << QColor(68, 114, 196) << QColor(Qt::white) << 300;
}

void TestOcrPages::readsAHeadThatIsLightOnDark()
{
    QFETCH(const QColor, fill);
    QFETCH(const QColor, lines);
    QFETCH(const int, dpi);
    const QList<QStringList> texts{{u"연번"_s, u"소속"_s, u"성명"_s}, {u"12"_s, u"회계과"_s, u"김민서"_s},
                                   {u"13"_s, u"도로과"_s, u"이수현"_s}};
    DrawnText drawn{blankSheet(140, 60), {}};
    QPainter painter(&drawn.sheet);
    painter.setFont(letters(scanFonts().value(1), 11));
    for (int row = 0; row < texts.size(); ++row)
        for (int column = 0; column < 3; ++column) {
            const QRectF cell(dots(30 + 100 * column), dots(30 + 24 * row), dots(100), dots(24));
            painter.setPen(QPen(row == 0 ? lines : QColor(Qt::black), dots(0.75)));
            painter.setBrush(row == 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
            painter.drawRect(cell);
            painter.setPen(row == 0 ? Qt::white : Qt::black);
            painter.drawText(cell, Qt::AlignCenter, texts[row][column]);
        }
    painter.end();

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, dpi, officeScan(), 41), {1, double(dpi), 1});

    QVERIFY(document);
    const Table *table = tableIn(*document);
    QVERIFY(table);
    QCOMPARE(table->rows, 3);
    QCOMPARE(table->columns, 3);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            QCOMPARE(solid(cellAt(*table, row, column)->text), solid(texts[row][column]));
}

void TestOcrPages::findsTheColumnsOfATableWithoutUprightLines_data()
{
    QTest::addColumn<bool>("isMerged"); // three cells of the last column are one
    QTest::newRow("every line is whole") << false;
    QTest::newRow("a cell of three rows breaks two lines") << true;
}

void TestOcrPages::findsTheColumnsOfATableWithoutUprightLines()
{
    QFETCH(const bool, isMerged);
    const QList<QStringList> texts{{u"연번"_s, u"소속"_s, u"성명"_s, u"일자"_s},
                                   {u"1"_s, u"회계과"_s, u"김민서"_s, u"2026. 7. 29."_s},
                                   {u"2"_s, u"도로과"_s, u"이수현"_s, u"2026. 8. 3."_s},
                                   {u"3"_s, u"감사관"_s, u"박지우"_s, u"2026. 9. 1."_s},
                                   {u"4"_s, u"총무과"_s, u"최은영"_s, u"2026. 9. 2."_s}};
    const auto isCovered = [isMerged](int row, int column) { return isMerged && column == 3 && (row == 2 || row == 3); };
    DrawnText drawn{blankSheet(150, 90), {}};
    QPainter painter(&drawn.sheet);
    painter.setFont(letters(scanFonts().value(0), 11));
    painter.setPen(QPen(Qt::black, dots(0.6)));
    for (int row = 0; row <= texts.size(); ++row)
        painter.drawLine(QPointF(dots(30), dots(30 + 36 * row)),
                         QPointF(dots(isCovered(row, 3) ? 300 : 390), dots(30 + 36 * row)));
    for (int row = 0; row < texts.size(); ++row)
        for (int column = 0; column < 4; ++column)
            if (!isCovered(row, column))
                painter.drawText(QRectF(dots(30 + 90 * column), dots(30 + 36 * row), dots(90), dots(36)),
                                 Qt::AlignCenter, texts[row][column]);
    painter.end();

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, 200, officeScan(), 12), {1, 200, 1});

    QVERIFY(document);
    const Table *table = tableIn(*document);
    QVERIFY(table);
    QCOMPARE(table->rows, 5);
    QCOMPARE(table->columns, 4);
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 4; ++column)
            if (!isCovered(row, column))
                QCOMPARE(solid(cellAt(*table, row, column)->text), solid(texts[row][column]));
}

void TestOcrPages::readsThroughASeal()
{
    DrawnText drawn = shortSheet();
    stamp(drawn.sheet, QPointF(dots(120), dots(98)));

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, 300, officeScan(), 7), {1, 300, 1});

    QVERIFY(document);
    QCOMPARE(solid(linesOf(*document).join(QString())), solid(drawn.lines.join(QString())));
}

void TestOcrPages::readsAShadedPage()
{
    Quality photo = officeScan();
    photo.light = 0.6;
    const DrawnText drawn = shortSheet();

    const Result<Document> document = reader()->readPicture(scanned(drawn.sheet, 300, photo, 8), {1, 300, 1});

    QVERIFY(document);
    QCOMPARE(solid(linesOf(*document).join(QString())), solid(drawn.lines.join(QString())));
}

void TestOcrPages::readsTransparentPaperAsWhite()
{
    const DrawnText drawn = shortSheet();
    QImage glass = scanned(drawn.sheet, 300, cleanScan(), 9).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < glass.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(glass.scanLine(y));
        for (int x = 0; x < glass.width(); ++x)
            line[x] = qRgba(0, 0, 0, 255 - qGray(line[x]));
    }

    const Result<Document> document = reader()->readPicture(glass, {1, 300, 1});

    QVERIFY(document);
    QCOMPARE(solid(linesOf(*document).join(QString())), solid(drawn.lines.join(QString())));
}

void TestOcrPages::findsNothingOnAnEmptyPage_data()
{
    QTest::addColumn<QImage>("page");
    QTest::newRow("white") << scanned(blankSheet(), 150, cleanScan(), 1);
    QTest::newRow("grey, with dust") << scanned(blankSheet(), 150, poorScan(), 2);
    QImage black(800, 1100, QImage::Format_RGB32);
    black.fill(Qt::black);
    QTest::newRow("black") << black;
}

void TestOcrPages::findsNothingOnAnEmptyPage()
{
    QFETCH(const QImage, page);

    const Result<Document> document = reader()->readPicture(page, {1, 150, 1});

    QVERIFY(document);
    QCOMPARE(linesOf(*document).join(QString()), QString());
    QVERIFY(!tableIn(*document));
}

void TestOcrPages::refusesWhatIsNoPage()
{
    const Result<Document> document = reader()->readPicture(QImage(3, 3, QImage::Format_RGB32), {1, 300, 1});

    QVERIFY(!document);
    QCOMPARE(document.error().code, u"limit.pixels"_s);
}

int main(int argc, char **argv)
{
    qputenv("OMP_THREAD_LIMIT", "1"); // before the engine is loaded
    QGuiApplication application(argc, argv);
    TestOcrPages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ocr_pages.moc"
