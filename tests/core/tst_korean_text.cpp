#include "core/korean_text.h"
#include "core/result.h"

#include <QTest>

#include <limits>

using namespace naru;

class tst_KoreanText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesDatesAndAmounts();
    void writesNumbersInKorean_data();
    void writesNumbersInKorean();
    void readsADateThatIsTheWholeText_data();
    void readsADateThatIsTheWholeText();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void findsTheDatesOfAText_data();
    void findsTheDatesOfAText();
    void findsThePeriodOfAText_data();
    void findsThePeriodOfAText();
    void survivesEveryPrefixOfADocument();
};

void tst_KoreanText::writesDatesAndAmounts()
{
    QCOMPARE(koreanDate(QDate(2026, 11, 22)), u"2026. 11. 22."_s);
    QCOMPARE(koreanDate(QDate(2026, 1, 2)), u"2026. 1. 2."_s);
    QCOMPARE(koreanDate(QDate()), QString());
    QCOMPARE(koreanDateWithWeekday(QDate(2026, 11, 22)), u"2026. 11. 22.(일)"_s);
    QCOMPARE(koreanDateWithWeekday(QDate(2026, 11, 23)), u"2026. 11. 23.(월)"_s);
    QCOMPARE(koreanMoney(113560), u"금113,560원(금일십일만삼천오백육십원)"_s);
    QCOMPARE(grouped(0), u"0"_s);
    QCOMPARE(grouped(999), u"999"_s);
    QCOMPARE(grouped(1000), u"1,000"_s);
    QCOMPARE(grouped(-123456), u"-123,456"_s);
    QCOMPARE(grouped(std::numeric_limits<qint64>::min()), u"-9,223,372,036,854,775,808"_s);
}

void tst_KoreanText::writesNumbersInKorean_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("words");
    QTest::newRow("zero") << qint64(0) << u"영"_s;
    QTest::newRow("one") << qint64(1) << u"일"_s;
    QTest::newRow("ten") << qint64(10) << u"일십"_s;
    QTest::newRow("ten thousand") << qint64(10000) << u"일만"_s;
    QTest::newRow("a hole of a whole group") << qint64(100'000'005) << u"일억오"_s;
    QTest::newRow("hundred million") << qint64(1'230'045'600'000) << u"일조이천삼백억사천오백육십만"_s;
    QTest::newRow("negative") << qint64(-2000) << u"마이너스이천"_s;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min()
                              << u"마이너스구백이십이경삼천삼백칠십이조삼백육십팔억오천사백칠십칠만오천팔백팔"_s;
}

void tst_KoreanText::writesNumbersInKorean()
{
    QFETCH(const qint64, number);
    QFETCH(const QString, words);

    QCOMPARE(koreanNumber(number), words);
}

void tst_KoreanText::readsADateThatIsTheWholeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    const QDate date(2026, 7, 29);
    const QStringList texts{
        u"2026. 7. 29."_s,
        u"2026. 7. 29"_s,
        u"2026.7.29."_s,
        u"2026. 07. 29."_s,
        u"2026. 7. 29.자"_s,
        u"2026. 7. 29. 자"_s,
        u"2026.7.29자"_s,
        u"2026. 7. 29.부"_s,
        u"2026. 7. 29.부터"_s,
        u"2026. 7. 29.까지"_s,
        u"'26. 7. 29."_s,
        u"‘26. 7. 29."_s,
        u"’26.7.29"_s,
        u"26.7.29."_s,
        u"26-07-29"_s,
        u"2026년 7월 29일"_s,
        u"2026년7월29일자"_s,
        u"2026년 07월 29일(수)"_s,
        u"2026-07-29"_s,
        u"2026-7-29"_s,
        u"2026–07–29"_s,
        u"2026/7/29"_s,
        u"2026/07/29"_s,
        u"20260729"_s,
        u"２０２６. ７. ２９."_s,
        u"２０２６．７．２９．"_s,
        u"  2026 . 7 . 29 . "_s,
        u"2026.\u00A07.\u00A029."_s,
        u"2026.\n7. 29."_s,
        u"2026. 7. 29.(수)"_s,
        u"2026. 7. 29.(수요일)"_s,
        u"2026-07-29 00:00:00"_s,
        u"2026-07-29T00:00:00.000"_s,
        u"2026. 7. 29. 09:30"_s,
        u"2026.\u200B7.29."_s,
    };
    for (const QString &text : texts)
        QTest::newRow(qUtf8Printable(text)) << text << date;
    QTest::newRow("leap day") << u"2028. 2. 29."_s << QDate(2028, 2, 29);
    QTest::newRow("last century") << u"'75. 3. 1."_s << QDate(1975, 3, 1);
}

void tst_KoreanText::readsADateThatIsTheWholeText()
{
    QFETCH(const QString, text);
    QFETCH(const QDate, date);

    const std::optional<QDate> read = parseKoreanDate(text);

    QVERIFY(read);
    QCOMPARE(*read, date);
}

void tst_KoreanText::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{
        QString(),
        u" "_s,
        u"2026. 2. 29."_s,
        u"2026. 13. 1."_s,
        u"2026. 7."_s,
        u"2026"_s,
        u"발령일 2026. 7. 29."_s,
        u"2026. 7. 29. 전보"_s,
        u"2026.7-29"_s,
        u"2026년 7월 29"_s,
        u"20261329"_s,
        u"202607290"_s,
        u"2026072"_s,
        u"2026. 7. 290."_s,
        u"1826. 7. 29."_s,
        u"2026. 7. 29.(월)"_s,
        u"'2026. 7. 29."_s,
        u"2026. 0. 1."_s,
        u"126. 7. 29."_s,
        u"2026-07-29호"_s,
        u"2026. 7. 29. 2026. 7. 30."_s,
        u"."_s,
        u"'"_s,
        u"2026.7.29.~"_s,
        u"2026-07-29 25:00"_s,
    };
    for (const QString &text : texts)
        QTest::newRow(qUtf8Printable(u"<"_s + text + u">"_s)) << text;
}

void tst_KoreanText::refusesWhatIsNoDate()
{
    QFETCH(const QString, text);

    QVERIFY(!parseKoreanDate(text));
}

void tst_KoreanText::findsTheDatesOfAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<FoundDate>>("dates");
    const QDate july(2026, 7, 29);
    QTest::newRow("none") << u"총무과 근무를 명함"_s << QList<FoundDate>{};
    QTest::newRow("in a sentence") << u"2026. 7. 29.자 발령"_s << QList<FoundDate>{{0, 12, july}};
    QTest::newRow("behind a word") << u"발령일자: 2026. 7. 29.자"_s << QList<FoundDate>{{6, 12, july}};
    QTest::newRow("two") << u"(2026.1.1.~2026.12.31.)"_s
                         << QList<FoundDate>{{1, 9, QDate(2026, 1, 1)}, {11, 11, QDate(2026, 12, 31)}};
    QTest::newRow("with its weekday") << u"2026. 7. 29.(수) 10시"_s << QList<FoundDate>{{0, 15, july}};
    QTest::newRow("with a wrong weekday") << u"2026. 7. 29.(목)"_s << QList<FoundDate>{{0, 15, july, true}};
    QTest::newRow("apostrophe") << u"발령('26.7.29.)"_s << QList<FoundDate>{{3, 9, july}};
    QTest::newRow("full width keeps offsets") << u"가 ２０２６．７．２９． 나"_s << QList<FoundDate>{{2, 10, july}};
    QTest::newRow("staff number") << u"20110225 김하나"_s << QList<FoundDate>{};
    QTest::newRow("number of a notice") << u"인사발령 통지서(제2026-15호)"_s << QList<FoundDate>{};
    QTest::newRow("number that looks like a date") << u"제2026-7-29호"_s << QList<FoundDate>{};
    QTest::newRow("number of a document") << u"총무과-2026-7-29호"_s << QList<FoundDate>{};
    QTest::newRow("list numbers") << u"1. 2. 3. 가. 나."_s << QList<FoundDate>{};
    QTest::newRow("a day that does not exist") << u"2026. 2. 30."_s << QList<FoundDate>{};
}

void tst_KoreanText::findsTheDatesOfAText()
{
    QFETCH(const QString, text);
    QFETCH(const QList<FoundDate>, dates);

    QCOMPARE(findKoreanDates(text), dates);
}

void tst_KoreanText::findsThePeriodOfAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<int>("months");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("said");
    const QDate none;
    const QDate july(2026, 7, 1);
    QTest::newRow("both dates") << u"육아휴직을 명함(2026.1.1.~2026.12.31.)"_s << QDate(2026, 1, 1)
                                << QDate(2026, 12, 31) << 0 << 0 << u"2026.1.1.~2026.12.31."_s;
    QTest::newRow("year carried") << u"2026. 7. 1. ~ 12. 31."_s << july << QDate(2026, 12, 31) << 0 << 0
                                  << u"2026. 7. 1. ~ 12. 31."_s;
    QTest::newRow("month carried") << u"2026. 7. 1. ~ 15."_s << july << QDate(2026, 7, 15) << 0 << 0
                                   << u"2026. 7. 1. ~ 15."_s;
    QTest::newRow("with weekdays") << u"2026. 7. 1.(수) ~ 7. 31.(금)까지 파견"_s << july << QDate(2026, 7, 31) << 0 << 0
                                   << u"2026. 7. 1.(수) ~ 7. 31.(금)까지"_s;
    QTest::newRow("in words") << u"2026년 7월 1일부터 2027년 6월 30일까지"_s << july << QDate(2027, 6, 30) << 0 << 0
                              << u"2026년 7월 1일부터 2027년 6월 30일까지"_s;
    QTest::newRow("in words, year carried") << u"2026년 7월 1일부터 12월 31일까지"_s << july << QDate(2026, 12, 31) << 0
                                            << 0 << u"2026년 7월 1일부터 12월 31일까지"_s;
    QTest::newRow("wave of East Asia") << u"'26. 7. 1. ～ '27. 6. 30."_s << july << QDate(2027, 6, 30) << 0 << 0
                                       << u"'26. 7. 1. ～ '27. 6. 30."_s;
    QTest::newRow("hyphens") << u"2026-07-01 - 2026-12-31"_s << july << QDate(2026, 12, 31) << 0 << 0
                             << u"2026-07-01 - 2026-12-31"_s;
    QTest::newRow("months") << u"대기를 명함(3개월)"_s << none << none << 3 << 0 << u"3개월"_s;
    QTest::newRow("years and months") << u"기간: 1년 6개월"_s << none << none << 18 << 0 << u"1년 6개월"_s;
    QTest::newRow("years") << u"2년간 파견"_s << none << none << 24 << 0 << u"2년간"_s;
    QTest::newRow("days") << u"90일간"_s << none << none << 0 << 90 << u"90일간"_s;
    QTest::newRow("from a day for months")
        << u"2026. 7. 1.부터 3개월"_s << july << QDate(2026, 9, 30) << 3 << 0 << u"2026. 7. 1.부터 3개월"_s;
    QTest::newRow("from the 31st for a month") << u"2026. 1. 31.부터 1개월"_s << QDate(2026, 1, 31)
                                               << QDate(2026, 2, 28) << 1 << 0 << u"2026. 1. 31.부터 1개월"_s;
    QTest::newRow("open end") << u"(2026. 7. 1. ~ )"_s << july << none << 0 << 0 << u"2026. 7. 1. ~"_s;
    QTest::newRow("open beginning") << u"파견(~ 2026. 12. 31.)"_s << none << QDate(2026, 12, 31) << 0 << 0
                                    << u"~ 2026. 12. 31."_s;
    QTest::newRow("until") << u"2026. 12. 31.까지"_s << none << QDate(2026, 12, 31) << 0 << 0 << u"2026. 12. 31.까지"_s;
    QTest::newRow("behind a date of its own") << u"2026. 7. 29.자 휴직(2026. 8. 1.~2027. 7. 31.)"_s << QDate(2026, 8, 1)
                                              << QDate(2027, 7, 31) << 0 << 0 << u"2026. 8. 1.~2027. 7. 31."_s;
    QTest::newRow("single date") << u"2026. 7. 29.자 전보"_s << none << none << 0 << 0 << QString();
    QTest::newRow("turned round") << u"2026. 7. 1. ~ 2026. 6. 30."_s << none << none << 0 << 0 << QString();
    QTest::newRow("turned round by the carried year")
        << u"2026. 7. 1. ~ 6. 30."_s << none << none << 0 << 0 << QString();
    QTest::newRow("an end that does not exist") << u"2026. 7. 1. ~ 13. 31."_s << none << none << 0 << 0 << QString();
    QTest::newRow("a list goes on") << u"2026. 7. 1. - 3. 전보"_s << none << none << 0 << 0 << QString();
    QTest::newRow("until a day of the month")
        << u"2026. 7. 1.부터 15일까지"_s << july << QDate(2026, 7, 15) << 0 << 0 << u"2026. 7. 1.부터 15일까지"_s;
    QTest::newRow("fiscal year") << u"2026년도 예산"_s << none << none << 0 << 0 << QString();
    QTest::newRow("third year") << u"3년차 공무원"_s << none << none << 0 << 0 << QString();
}

void tst_KoreanText::findsThePeriodOfAText()
{
    QFETCH(const QString, text);
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    QFETCH(const int, months);
    QFETCH(const int, days);
    QFETCH(const QString, said);

    const std::optional<Period> period = findPeriod(text);

    QCOMPARE(period.has_value(), !said.isEmpty());
    if (!period)
        return;
    QCOMPARE(text.mid(period->offset, period->length), said);
    QCOMPARE(period->from, from);
    QCOMPARE(period->to, to);
    QCOMPARE(period->months, months);
    QCOMPARE(period->days, days);
}

void tst_KoreanText::survivesEveryPrefixOfADocument()
{
    const QString text =
        u"'26. 7. 1.(수)부터 ~ 1년 6개월(2026년 7월 1일~12월 31일) 제2026-7-29호 20260729 ２０２６／７／２９ 90일간 ~ '26"_s;
    int dates = 0;
    for (qsizetype length = 0; length <= text.size(); ++length)
        for (qsizetype first = 0; first <= length; ++first) {
            const QStringView part = QStringView(text).mid(first, length - first);
            dates += static_cast<int>(findKoreanDates(part).size()) + (parseKoreanDate(part) ? 1 : 0)
                + (findPeriod(part) ? 1 : 0);
        }
    QVERIFY(dates > 0);
}

QTEST_APPLESS_MAIN(tst_KoreanText)
#include "tst_korean_text.moc"
