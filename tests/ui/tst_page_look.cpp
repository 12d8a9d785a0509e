// Every page as it is drawn, in every theme, with work on it: what is written stands out from its ground, measured in the
// pixels.
#include "robot_window.h"

#include "run/closing_days.h"
#include "run/service/schedules.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QImage>
#include <QLabel>

#include <map>

using namespace naru;
using namespace naru::ui;

namespace {

struct Written {
    QString what;
    QRect place; // in the window
};

// The ground is what most of the place is; the writing is what stands out most from it.
double contrastIn(const QImage &image)
{
    std::map<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    QRgb ground = 0;
    int most = 0;
    for (const auto &[colour, count] : counts)
        if (count > most) {
            most = count;
            ground = colour;
        }
    double best = 1;
    constexpr int least = 4; // pixels: a stroke, not a corner of a frame
    for (const auto &[colour, count] : counts)
        if (count >= least)
            best = std::max(best, contrast(QColor(colour), QColor(ground)));
    return best;
}

QRect inWindow(const QWidget &widget, const QRect &rect, const QWidget &window)
{
    return QRect(widget.mapTo(&window, rect.topLeft()), rect.size()).intersected(window.rect());
}

QList<Written> writtenOn(QWidget &window)
{
    QList<Written> out;
    for (const QLabel *one : window.findChildren<QLabel *>())
        if (one->isVisible() && one->isEnabled() && !one->text().isEmpty())
            out.append({one->text(), inWindow(*one, one->rect(), window)});
    for (const QAbstractButton *one : window.findChildren<QAbstractButton *>())
        if (one->isVisible() && one->isEnabled() && !one->text().isEmpty())
            out.append({one->text(), inWindow(*one, one->rect(), window)});
    for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
        if (!view->isVisible() || !view->model() || view->inherits("QHeaderView"))
            continue;
        const int rows = std::min(view->model()->rowCount(view->rootIndex()), 12);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < view->model()->columnCount(view->rootIndex()); ++column) {
                const QModelIndex index = view->model()->index(row, column, view->rootIndex());
                const QRect whole = view->visualRect(index);
                const QRect seen = whole.intersected(view->viewport()->rect());
                if (seen == whole && !index.data().toString().isEmpty() && index.flags() & Qt::ItemIsEnabled)
                    out.append({index.data().toString(), inWindow(*view->viewport(), seen, window)});
            }
    }
    out.removeIf([](const Written &one) { return one.place.width() < 24 || one.place.height() < 16; }); // too small for a word
    return out;
}

} // namespace

class TestPageLook : public QObject {
    Q_OBJECT

    std::unique_ptr<test::RobotWindow> m_sample;

    bool settled() { return QTest::qWaitFor([this] { return m_sample->settled(); }, 60'000); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("NARU_SOURCE"))
            QSKIP("NARU_SOURCE is not set");
        m_sample = std::make_unique<test::RobotWindow>();
        QVERIFY(m_sample->session);
        const QString run = m_sample->beginOrder();
        QVERIFY2(run.startsWith(u"r-"), qPrintable(run));
        schedule::Schedule monthly;
        monthly.robot = u"personnel-order"_s;
        monthly.inputs = {{u"files"_s, QJsonArray{u"/srv/order.pdf"_s}}, {u"folder"_s, u"/srv/done"_s}};
        monthly.kind = schedule::RuleKind::Rrule;
        monthly.rule = u"FREQ=MONTHLY;BYMONTHDAY=5"_s;
        monthly.start = schedule::wallSecond(QDate(2026, 1, 1), QTime(9, 0));
        QVERIFY(run::Schedules(*m_sample->desk).add(monthly, u"매월 5일"_s));
        QVERIFY(run::ClosingDays(*m_sample->session).add({u"07-21"_s, u"개원기념일"_s, {}}));
    }
    void cleanup()
    {
        if (m_sample)
            m_sample->close();
    }
    void cleanupTestCase() { m_sample.reset(); }

    void everythingWrittenStandsOut_data()
    {
        QTest::addColumn<ThemeName>("theme");
        QTest::addColumn<double>("least"); // WCAG 2.2, 1.4.3 and 1.4.6
        QTest::newRow("light") << ThemeName::Light << 4.5;
        QTest::newRow("dark") << ThemeName::Dark << 4.5;
        QTest::newRow("high contrast") << ThemeName::HighContrast << 7.0;
    }

    // At twice the size a stroke is thick enough to have its own colour.
    void everythingWrittenStandsOut()
    {
        QFETCH(const ThemeName, theme);
        QFETCH(const double, least);
        m_sample->theme.setLook({theme, Density::Normal, 200});
        m_sample->theme.apply(*qApp);
        m_sample->open();
        m_sample->window->resize(1600, 1000);
        int measured = 0;
        for (const PageKind &kind : pageKinds()) {
            if (!kind.make)
                continue;
            m_sample->window->openPage(kind.id);
            QVERIFY(settled());
            const QImage picture = m_sample->window->grab().toImage();
            for (const Written &one : writtenOn(*m_sample->window)) {
                const double ratio = contrastIn(picture.copy(one.place));
                QVERIFY2(ratio >= least, qPrintable(u"%1: '%2' %3"_s.arg(kind.id, one.what).arg(ratio)));
                ++measured;
            }
        }
        QVERIFY2(measured > 300, qPrintable(QString::number(measured)));
    }
};

QTEST_MAIN(TestPageLook)
#include "tst_page_look.moc"
