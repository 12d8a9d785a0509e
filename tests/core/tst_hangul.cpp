#include "core/hangul.h"
#include "core/result.h"

#include <QTest>

using namespace naru;

class tst_Hangul : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spellsTheSameNameTheSameWay_data();
    void spellsTheSameNameTheSameWay();
    void takesInitialConsonants_data();
    void takesInitialConsonants();
    void choosesTheParticleByTheLastSound_data();
    void choosesTheParticleByTheLastSound();
    void measuresDistanceInJamo_data();
    void measuresDistanceInJamo();
    void offersTheNearestWordsFirst();
    void masksRegistrationNumbers_data();
    void masksRegistrationNumbers();
    void tellsHangulFromHanja();
};

void tst_Hangul::spellsTheSameNameTheSameWay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("normal");
    QTest::newRow("blanks between letters") << u" 김 하\u3000나 "_s << u"김하나"_s;
    QTest::newRow("decomposed") << u"김하나"_s.normalized(QString::NormalizationForm_D) << u"김하나"_s;
    QTest::newRow("middle dots") << u"지시ㆍ공약‧회의・일정․일지·"_s << u"지시·공약·회의·일정·일지·"_s;
    QTest::newRow("full width") << u"（Ａ１）～"_s << u"(a1)~"_s;
    QTest::newRow("dashes") << u"1–2—3−4‐5"_s << u"1-2-3-4-5"_s;
    QTest::newRow("quotes") << u"‘가’ “나”"_s << u"'가'\"나\""_s;
    QTest::newRow("zero width and private use") << u"총\u200B무\uE000과\uFEFF"_s << u"총무과"_s;
    QTest::newRow("Hanja compatibility form") << u"\uF9E1"_s << u"\u674E"_s; // 李
    QTest::newRow("line ends") << u"총무\r\n과\t"_s << u"총무과"_s;
    QTest::newRow("empty") << QString() << QString();
}

void tst_Hangul::spellsTheSameNameTheSameWay()
{
    QFETCH(const QString, text);
    QFETCH(const QString, normal);

    QCOMPARE(normalizeForMatch(text), normal);
    QCOMPARE(normalizeForMatch(normal), normal);
}

void tst_Hangul::takesInitialConsonants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("initials");
    QTest::newRow("mixed") << u"민원과 2"_s << u"ㅁㅇㄱ 2"_s;
    QTest::newRow("first and last syllable") << u"가힣"_s << u"ㄱㅎ"_s;
    QTest::newRow("doubled") << u"까따빠싸짜"_s << u"ㄲㄸㅃㅆㅉ"_s;
    QTest::newRow("no Hangul") << u"abc 李"_s << u"abc 李"_s;
}

void tst_Hangul::takesInitialConsonants()
{
    QFETCH(const QString, text);
    QFETCH(const QString, initials);

    QCOMPARE(initialConsonants(text), initials);
    QCOMPARE(isInitialConsonants(u"ㅁㅇㄱ"), true);
    QCOMPARE(isInitialConsonants(u"ㅁㅇㄱ2"), false);
    QCOMPARE(isInitialConsonants(u"민"), false);
    QCOMPARE(isInitialConsonants(u"ㅏ"), false);
    QCOMPARE(isInitialConsonants(u""), false);
}

void tst_Hangul::choosesTheParticleByTheLastSound_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("towards");
    const QString closed = u"을"_s;
    const QString open = u"를"_s;
    QTest::newRow("consonant") << u"과장"_s << closed << u"으로"_s;
    QTest::newRow("vowel") << u"총무과"_s << open << u"로"_s;
    QTest::newRow("rieul") << u"서울"_s << closed << u"로"_s;
    QTest::newRow("three") << u"3"_s << closed << u"으로"_s;
    QTest::newRow("seven") << u"7"_s << closed << u"로"_s;
    QTest::newRow("ten") << u"10"_s << closed << u"으로"_s;
    QTest::newRow("five") << u"5"_s << open << u"로"_s;
    QTest::newRow("Latin consonant") << u"PM"_s << closed << u"으로"_s;
    QTest::newRow("Latin rieul") << u"URL"_s << closed << u"로"_s;
    QTest::newRow("Latin vowel") << u"IT"_s << open << u"로"_s;
    QTest::newRow("brackets are not read") << u"이민수(20110233)"_s << open << u"로"_s;
    QTest::newRow("brackets behind a consonant") << u"과장(4급)"_s << closed << u"으로"_s;
    QTest::newRow("quoted") << u"'과장'"_s << closed << u"으로"_s;
    QTest::newRow("nothing but brackets") << u"(과장)"_s << closed << u"으로"_s;
    QTest::newRow("nothing") << QString() << open << u"로"_s;
}

void tst_Hangul::choosesTheParticleByTheLastSound()
{
    QFETCH(const QString, word);
    QFETCH(const QString, object);
    QFETCH(const QString, towards);

    QCOMPARE(particle(word, u"을"_s, u"를"_s), object);
    QCOMPARE(particle(word, u"으로"_s, u"로"_s), towards);
}

void tst_Hangul::measuresDistanceInJamo_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("distance");
    QTest::newRow("same") << u"총무과"_s << u"총무과"_s << 0;
    QTest::newRow("only blanks differ") << u"총무과"_s << u"총 무 과"_s << 0;
    QTest::newRow("a wrong vowel") << u"총무과"_s << u"충무과"_s << 1;
    QTest::newRow("a lost final") << u"총무과"_s << u"초무과"_s << 1;
    QTest::newRow("a syllable more") << u"총무과"_s << u"총무담과"_s << 3;
    QTest::newRow("to nothing") << u"과"_s << QString() << 2;
}

void tst_Hangul::measuresDistanceInJamo()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const int, distance);

    QCOMPARE(jamoDistance(a, b), distance);
    QCOMPARE(jamoDistance(b, a), distance);
}

void tst_Hangul::offersTheNearestWordsFirst()
{
    const QStringList units{u"재정관리담당관"_s, u"총무과"_s, u"충무과"_s, u"회계과"_s, u"총무과"_s, u"정보화담당관"_s};

    QCOMPARE(nearest(u"총무가"_s, units, 5), (QStringList{u"총무과"_s, u"충무과"_s}));
    QCOMPARE(nearest(u"총무가"_s, units, 1), QStringList{u"총무과"_s});
    QCOMPARE(nearest(u"재정관리담당과"_s, units, 5), QStringList{u"재정관리담당관"_s});
    QCOMPARE(nearest(u"해양항공국"_s, units, 5), QStringList());
}

void tst_Hangul::masksRegistrationNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    QTest::newRow("with a dash") << u"주민번호 900101-1234567 끝"_s << u"주민번호 900101-1****** 끝"_s;
    QTest::newRow("without") << u"9001011234567"_s << u"9001011******"_s;
    QTest::newRow("with blanks") << u"900101 - 2234567"_s << u"900101 - 2******"_s;
    QTest::newRow("full width") << u"９００１０１－１２３４５６７"_s << u"９００１０１－１******"_s;
    QTest::newRow("foreigner") << u"900101-5234567"_s << u"900101-5******"_s;
    QTest::newRow("two") << u"900101-1234567,910202-2345678"_s << u"900101-1******,910202-2******"_s;
    QTest::newRow("no such month") << u"901301-1234567"_s << u"901301-1234567"_s;
    QTest::newRow("longer number") << u"1900101-1234567"_s << u"1900101-1234567"_s;
    QTest::newRow("staff number") << u"20110234"_s << u"20110234"_s;
    QTest::newRow("telephone") << u"032-440-1234"_s << u"032-440-1234"_s;
    QTest::newRow("masked already") << u"900101-1******"_s << u"900101-1******"_s;
}

void tst_Hangul::masksRegistrationNumbers()
{
    QFETCH(const QString, text);
    QFETCH(const QString, masked);

    QCOMPARE(maskRegistrationNumbers(text), masked);
}

void tst_Hangul::tellsHangulFromHanja()
{
    QVERIFY(isHangulSyllable(u'가') && isHangulSyllable(u'힣'));
    QVERIFY(!isHangulSyllable(u'ㄱ') && !isHangulSyllable(u'李'));
    QVERIFY(isHanja(u'李') && isHanja(QChar(0xF9E1)));
    QVERIFY(!isHanja(u'가') && !isHanja(u'a'));
}

QTEST_APPLESS_MAIN(tst_Hangul)
#include "tst_hangul.moc"
