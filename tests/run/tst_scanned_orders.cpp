// The sample orders as scans in a PDF, through the command line, against their truth: what is read wrong must be asked.
#include "support/program.h"
#include "support/scanned_page.h"

#include "run/formats.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtTest>

using namespace naru;
using namespace naru::test;

Q_DECLARE_METATYPE(naru::test::Quality)

namespace {

const QStringList fields{u"kind"_s,    u"name"_s,    u"emp_no"_s,    u"grade"_s, u"to_grade"_s, u"from_unit"_s,
                         u"to_unit"_s, u"to_post"_s, u"effective"_s, u"until"_s, u"outside"_s,  u"status"_s};

struct Score {
    int fields = 0;
    int right = 0;
    int wrongReady = 0;
};

Score compare(const QJsonArray &lines, const QJsonArray &truth)
{
    Score score;
    for (qsizetype i = 0; i < truth.size(); ++i) {
        const QJsonObject want = truth[i].toObject();
        const QJsonObject got = i < lines.size() ? lines[i].toObject() : QJsonObject();
        bool differs = want.value(u"status"_s) != u"ready"_s;
        for (const QString &field : fields) {
            const bool isRight = got.value(field) == want.value(field)
                || (got.value(field).isNull() && want.value(field).isUndefined());
            ++score.fields;
            score.right += isRight;
            differs = differs || (!isRight && field != u"status"_s && field != u"to_post"_s);
            if (!isRight)
                qInfo().noquote() << i + 1 << field << got.value(field) << "expected" << want.value(field);
        }
        score.wrongReady += got.value(u"status"_s) == u"ready"_s && differs;
    }
    return score;
}

// The pages of the PDF, scanned, as a PDF of pictures.
QByteArray scannedPdf(const Format &pdf, const QByteArray &order, double dpi, const Quality &quality)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageMargins(QMarginsF());
    writer.setResolution(300);
    std::unique_ptr<QPainter> painter;
    for (int number = 1; number < 20; ++number) {
        const Result<QImage> page = pdf.render(order, number, 300);
        if (!page)
            break;
        const QImage sheet = page->scaled(page->size() * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                 .convertToFormat(QImage::Format_RGB32);
        const QImage scan = scanned(sheet, dpi, quality, unsigned(number));
        writer.setPageSize(QPageSize(QSizeF(scan.size()) * 72 / dpi, QPageSize::Point));
        if (!painter)
            painter = std::make_unique<QPainter>(&writer);
        else
            writer.newPage();
        painter->drawImage(QRectF(0, 0, writer.width(), writer.height()), scan);
    }
    painter.reset();
    return buffer.data();
}

// A transfer of the sample orders as it is printed: its five cells, and what the truth says of it.
struct PrintedMove {
    QStringList cells; // number, unit, grade, name, phrase
    QJsonObject truth;
};

QList<PrintedMove> printedMoves(const QString &office, const QString &stem)
{
    const Ran ran = runNaru({u"--office"_s, office, u"plan"_s, u"personnel-order"_s, stem + u".pdf"_s, u"--received"_s,
                             u"2026-07-24"_s, u"--json"_s});
    QList<PrintedMove> moves;
    const QJsonArray lines = ran.json().value(u"lines"_s).toArray();
    for (const QJsonValue &one : lines) {
        const QStringList cells = one[u"text"_s].toString().split(u" | "_s);
        if (one[u"kind"_s] == u"전보"_s && one[u"status"_s] == u"ready"_s && cells.size() == 5)
            moves.append({cells, one.toObject()});
    }
    return moves;
}

QImage orderSheet(const QList<PrintedMove> &moves)
{
    QImage sheet = blankSheet(210, 120);
    QPainter painter(&sheet);
    painter.setFont(letters(scanFonts().value(0), 11));
    painter.setPen(QPen(Qt::black, dots(0.6)));
    painter.drawText(QPointF(dots(250), dots(50)), u"인사발령"_s);
    painter.drawText(QPointF(dots(50), dots(72)), u"제2026-77호"_s);
    painter.drawText(QPointF(dots(50), dots(90)), u"발령일자: 2026. 7. 29.자"_s);
    const QList<double> columns{40, 75, 190, 295, 350, 555};
    QList<QStringList> rows{{u"연번"_s, u"소속"_s, u"직급"_s, u"성명"_s, u"발령사항"_s}};
    for (const PrintedMove &move : moves)
        rows.append(move.cells);
    for (int row = 0; row < rows.size(); ++row)
        for (int column = 0; column < 5; ++column) {
            const QRectF cell(QPointF(dots(columns[column]), dots(110 + 26 * row)),
                              QPointF(dots(columns[column + 1]), dots(136 + 26 * row)));
            painter.drawRect(cell);
            painter.drawText(cell, Qt::AlignCenter, rows[row][column]);
        }
    return sheet;
}

} // namespace

class TestScannedOrders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!Formats().pageReader())
            QSKIP("the plugin that reads pictures is not built");
        QVERIFY(m_folder.isValid());
        m_office = m_folder.filePath(u"office.naru"_s);
        const Ran made = runNaru({u"office"_s, u"create"_s, m_office, u"--sample"_s, u"--size"_s, u"small"_s,
                                  u"--seed"_s, qEnvironmentVariable("NARU_SCANS", u"1"_s)});
        QVERIFY2(made.status == 0, qPrintable(made.messages));
    }

    void asksWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<Quality>("quality");
        const bool isLong = !qEnvironmentVariableIsEmpty("NARU_SCANS");
        const QStringList layouts{u"발령사항"_s, u"대비표"_s, u"명단"_s, u"총괄표"_s, u"통지서"_s, u"내보내기"_s, u"게시문"_s};
        for (const int dpi : {300, 200, 150})
            for (const Quality &quality : {cleanScan(), officeScan(), poorScan()})
                for (const QString &layout : layouts) {
                    const bool isOffice = qstrcmp(quality.name, "office") == 0;
                    const bool isCoarse = layout == u"명단" || layout == u"내보내기";
                    const bool isShort = isOffice && dpi == (isCoarse ? 200 : 300);
                    if (isLong || isShort)
                        QTest::addRow("%s, %d dpi, %s", qPrintable(layout), dpi, quality.name) << layout << dpi << quality;
                }
    }

    void asksWhatItCannotRead()
    {
        QFETCH(const QString, layout);
        QFETCH(const int, dpi);
        QFETCH(const Quality, quality);
        const QDir folder(m_folder.filePath(u"office.samples"_s));
        const bool isLong = !qEnvironmentVariableIsEmpty("NARU_SCANS");
        const QString size = isLong ? u"_120명.pdf"_s : u"_12명.pdf"_s;
        const QString stem = folder.entryList({u"*_"_s + layout + size}).value(0).chopped(4);
        QFile order(folder.filePath(stem + u".pdf"_s));
        QFile truth(folder.filePath(stem + u".truth.json"_s));
        QVERIFY(order.open(QIODevice::ReadOnly) && truth.open(QIODevice::ReadOnly));
        const QJsonObject want = QJsonDocument::fromJson(truth.readAll()).object();
        QFile scan(m_folder.filePath(u"scan.pdf"_s));
        QVERIFY(scan.open(QIODevice::WriteOnly));
        const Formats formats;
        scan.write(scannedPdf(*formats.byId(u"pdf"_s), order.readAll(), dpi, quality));
        scan.close();

        const Ran ran = runNaru({u"--office"_s, m_office, u"plan"_s, u"personnel-order"_s, scan.fileName(),
                                 u"--received"_s, want.value(u"received"_s).toString(), u"--json"_s});

        QVERIFY2(ran.status == 0 || ran.status == 4, qPrintable(ran.messages));
        QCOMPARE(ran.json().value(u"sources"_s).toArray().first().toObject().value(u"format"_s).toString(), u"scan"_s);
        const QJsonArray lines = ran.json().value(u"lines"_s).toArray();
        const Score score = compare(lines, want.value(u"lines"_s).toArray());
        // Coarse and poor pages are read as well as they can be: they are no gate but for what is wrong and not asked.
        const bool isGate = dpi >= 200 && qstrcmp(quality.name, "poor") != 0;
        m_total.fields += isGate ? score.fields : 0;
        m_total.right += isGate ? score.right : 0;
        qInfo().noquote() << layout << dpi << "dpi" << quality.name << score.right << "of" << score.fields << "fields";
        QCOMPARE(score.wrongReady, 0);
        if (isGate)
            QCOMPARE(lines.size(), want.value(u"lines"_s).toArray().size());
    }

    void appliesWhatAPersonTypedOverAMisprint()
    {
        const QDir folder(m_folder.filePath(u"office.samples"_s));
        const QString stem = folder.entryList({u"*_명단_12명.pdf"_s}).value(0).chopped(4);
        QList<PrintedMove> moves = printedMoves(m_office, folder.filePath(stem));
        QVERIFY(moves.size() >= 2);
        moves.resize(2);
        const QString name = moves[0].truth.value(u"name"_s).toString();
        const QString misprint = name.chopped(1) + (name.back() == u'숙' ? u'속' : u'숙');
        moves[0].cells[3] = misprint;
        QFile scan(m_folder.filePath(u"misprint.png"_s));
        QVERIFY(scan.open(QIODevice::WriteOnly));
        scan.write(packed(scanned(orderSheet(moves), 300, officeScan(), 3)));
        scan.close();
        const QStringList office{u"--office"_s, m_office};
        const Ran planned = runNaru(office + QStringList{u"plan"_s, u"personnel-order"_s, scan.fileName(), u"--received"_s,
                                                         u"2026-07-24"_s, u"--json"_s});
        QCOMPARE(planned.status, 4);
        const QString plan = planned.json().value(u"plan"_s).toString();
        const QJsonArray lines = planned.json().value(u"lines"_s).toArray();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0][u"status"_s].toString(), u"question"_s);
        QCOMPARE(lines[1][u"status"_s].toString(), u"ready"_s);
        QFile answers(m_folder.filePath(u"answers.json"_s));
        QVERIFY(answers.open(QIODevice::WriteOnly));
        answers.write(u"[{\"line\": 1, \"read\": {\"name\": \"%1\"}}]"_s.arg(name).toUtf8());
        answers.close();

        const Ran applied = runNaru(office + QStringList{u"apply"_s, plan, u"--answers"_s, answers.fileName(), u"--json"_s});

        QVERIFY2(applied.status == 0, qPrintable(applied.messages));
        const Ran kept = runNaru(office + QStringList{u"plan"_s, u"show"_s, plan, u"--json"_s});
        const QJsonArray corrections = kept.json().value(u"corrections"_s).toArray();
        QCOMPARE(corrections.size(), 1);
        QCOMPARE(corrections[0][u"typed"_s].toString(), name);
        QCOMPARE(corrections[0][u"read"_s].toString(), misprint);
        const QJsonArray order = kept.json().value(u"lines"_s).toArray();
        for (int i = 0; i < 2; ++i)
            for (const QString &field : {u"emp_no"_s, u"to_unit"_s, u"from_unit"_s, u"effective"_s})
                QCOMPARE(order[i][field], moves[i].truth.value(field));
        const Ran journal = runNaru(office + QStringList{u"journal"_s, u"--plan"_s, plan, u"--json"_s});
        QVERIFY(journal.out.contains(moves[0].truth.value(u"emp_no"_s).toString()));
    }

    void readsNearlyEveryField()
    {
        qInfo() << "fields right:" << m_total.right << "of" << m_total.fields;
        QVERIFY(m_total.right * 100 >= m_total.fields * 97);
    }

private:
    QTemporaryDir m_folder;
    QString m_office;
    Score m_total;
};

int main(int argc, char **argv)
{
    qputenv("OMP_THREAD_LIMIT", "1"); // before the engine is loaded
    if (!qEnvironmentVariableIsEmpty("NARU_SCANS"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // 120 people are many pages
    QGuiApplication application(argc, argv);
    TestScannedOrders test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scanned_orders.moc"
