// What looks alike in print lies near, and only what is clearly one word is taken for it.
#include "core/result.h"
#include "office/order/look.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

class LookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsWhatLooksAlikeNearer_data();
    void putsWhatLooksAlikeNearer();
    void takesOnlyTheOneWordThatIsMeant_data();
    void takesOnlyTheOneWordThatIsMeant();
};

void LookTest::putsWhatLooksAlikeNearer_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("near");
    QTest::addColumn<QString>("far");
    QTest::newRow("initial") << u"마이쓰과"_s << u"마이스과"_s << u"마이크과"_s;
    QTest::newRow("medial") << u"김민해"_s << u"김민혜"_s << u"김민호"_s;
    QTest::newRow("final") << u"6금"_s << u"6급"_s << u"7급"_s;
    QTest::newRow("sign") << u"2026:1"_s << u"2026.1"_s << u"2026a1"_s;
    QTest::newRow("blank") << u"총 무과"_s << u"총무과"_s << u"총부과"_s;
}

void LookTest::putsWhatLooksAlikeNearer()
{
    QFETCH(const QString, read);
    QFETCH(const QString, near);
    QFETCH(const QString, far);

    QVERIFY(lookDistance(read, near) < lookDistance(read, far));
    QCOMPARE(lookDistance(read, read), 0);
    QCOMPARE(lookDistance(near, read), lookDistance(read, near));
}

void LookTest::takesOnlyTheOneWordThatIsMeant_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("meant"); // empty: none
    const QStringList grades{u"지방행정주사"_s, u"지방행정주사보"_s, u"지방행정서기"_s};
    QTest::newRow("one jamo") << u"지방행성주사"_s << grades << u"지방행정주사"_s;
    QTest::newRow("exact") << u"지방행정주사보"_s << grades << u"지방행정주사보"_s;
    QTest::newRow("between two") << u"도로과"_s << QStringList{u"토로과"_s, u"도루과"_s} << QString();
    QTest::newRow("too far") << u"감사관"_s << grades << QString();
    QTest::newRow("the same word twice") << u"김민해"_s << QStringList{u"김민혜"_s, u"김민혜"_s} << u"김민혜"_s;
    QTest::newRow("nothing") << QString() << grades << QString();
}

void LookTest::takesOnlyTheOneWordThatIsMeant()
{
    QFETCH(const QString, read);
    QFETCH(const QStringList, words);
    QFETCH(const QString, meant);

    QCOMPARE(meantWord(read, words).value_or(QString()), meant);
}

QTEST_APPLESS_MAIN(LookTest)
#include "tst_look.moc"
