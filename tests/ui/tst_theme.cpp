#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QPainter>
#include <QTest>

using namespace naru;
using namespace naru::ui;

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextStandsOutFromItsGround_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        const QList<std::pair<ThemeName, double>> themes{
            {ThemeName::Light, 4.5}, {ThemeName::Dark, 4.5}, {ThemeName::HighContrast, 7.0}};
        for (const auto &[theme, least] : themes) {
            const QList<TextPair> pairs = textPairs(tokens(theme));
            for (const TextPair &pair : pairs)
                QTest::addRow("%s: %s", qPrintable(toString(theme)), qPrintable(pair.name)) << pair.text << pair.ground << least;
        }
    }

    void everyTextStandsOutFromItsGround()
    {
        QFETCH(const QColor, text);
        QFETCH(const QColor, ground);
        QFETCH(const double, least);

        const double ratio = contrast(text, ground);

        QVERIFY2(ratio >= least, qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(ratio, 0, 'f', 2)));
    }

    void frameOfFieldsAndTheFocusStandOut()
    {
        for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
            const Tokens &t = tokens(name);
            QVERIFY2(contrast(t.borderStrong, t.surface) >= 3, qPrintable(toString(name)));
            QVERIFY2(contrast(t.focus, t.surface) >= 3, qPrintable(toString(name)));
            QVERIFY2(contrast(t.disabled, t.surface) >= 3, qPrintable(toString(name)));
        }
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor(0x256ef4), Qt::white) * 100), 455);
    }

    void sheetHasNoOpenTokenAndGrowsWithTheText()
    {
        Theme theme;
        const QString normal = theme.styleSheet();
        theme.setLook({ThemeName::Dark, Density::Wide, 200});

        const QString large = theme.styleSheet();

        QVERIFY(!normal.isEmpty());
        QVERIFY(!normal.contains(u'@'));
        QVERIFY(normal.contains(u"font-size: 19px"_s));
        QVERIFY(large.contains(u"font-size: 38px"_s));
        QVERIFY(large.contains(u"min-height: 80px"_s)); // rows of 40 at 200 %
        QVERIFY(!large.contains(tokens(ThemeName::Light).accentSoft.name()));
    }

    void noColourIsWrittenOutsideTheTokens()
    {
        const QString source = qEnvironmentVariable("NARU_SOURCE");
        if (source.isEmpty())
            QSKIP("NARU_SOURCE is not set");
        static const QRegularExpression literal(u"#[0-9a-fA-F]{6}\\b|Qt::(red|blue|green|black|white|gray)\\b|0x[0-9a-fA-F]{6}\\b"_s);
        QStringList found;
        QDirIterator files(source + u"/app/ui"_s, {u"*.cpp"_s, u"*.h"_s, u"*.qss"_s, u"*.svg"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (!file.fileName().endsWith(u"/theme.cpp"_s) && QString::fromUtf8(file.readAll()).contains(literal))
                found.append(file.fileName());
        }

        QCOMPARE(found, QStringList());
    }

    void everyIconIsDrawnInItsTone()
    {
        Theme theme;
        QDirIterator icons(u":/ui/icons"_s);
        int count = 0;
        while (icons.hasNext()) {
            icons.next();
            ++count;
            const QImage image = theme.icon(icons.fileInfo().baseName(), Tone::Danger).pixmap(48, 48).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() > 200
                        && image.pixelColor(x, y).rgb() == theme.colour(Tone::Danger).rgb())
                        ++inked;
            QVERIFY2(inked > 20, qPrintable(icons.fileName()));
        }
        QVERIFY(count > 60);
    }

    void textSizeStaysWithinItsRange()
    {
        Theme theme;

        theme.setLook({ThemeName::Light, Density::Normal, 500});
        QCOMPARE(theme.look().scale, 200);

        theme.setLook({ThemeName::Light, Density::Dense, 10});
        QCOMPARE(theme.look().scale, 80);
        QCOMPARE(theme.rowHeight(), 22);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
