// Items and ends of official documents, as the law has them.
#include "core/official_text.h"

#include <QTest>

using namespace naru;

class TestOfficialText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksItemsByLevelAndNumber_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("fourteenth");
        QTest::addColumn<QString>("twentyFirst");
        QTest::newRow("1") << 0 << u"1."_s << u"14."_s << u"21."_s;
        QTest::newRow("2") << 1 << u"가."_s << u"하."_s << u"서."_s;
        QTest::newRow("3") << 2 << u"1)"_s << u"14)"_s << u"21)"_s;
        QTest::newRow("4") << 3 << u"가)"_s << u"하)"_s << u"서)"_s;
        QTest::newRow("5") << 4 << u"(1)"_s << u"(14)"_s << u"(21)"_s;
        QTest::newRow("6") << 5 << u"(가)"_s << u"(하)"_s << u"(서)"_s;
        QTest::newRow("7") << 6 << u"①"_s << u"⑭"_s << u"(21)"_s;
        QTest::newRow("8") << 7 << u"㉮"_s << u"㉻"_s << u"(서)"_s;
    }

    void marksItemsByLevelAndNumber()
    {
        QFETCH(const int, level);

        QTEST(itemMark(level, 1), "first");
        QTEST(itemMark(level, 14), "fourteenth");
        QTEST(itemMark(level, 21), "twentyFirst");
    }

    void knowsTheLevelOfALineByItsMark_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("level");
        QTest::newRow("1.") << u"12. 관련"_s << 0;
        QTest::newRow("가.") << u"거. 일시"_s << 1;
        QTest::newRow("1)") << u"3) 장소"_s << 2;
        QTest::newRow("가)") << u"나) 대상"_s << 3;
        QTest::newRow("(1)") << u"(10) 대상"_s << 4;
        QTest::newRow("(가)") << u"(가) 대상"_s << 5;
        QTest::newRow("①") << u"② 대상"_s << 6;
        QTest::newRow("㉮") << u"㉯ 대상"_s << 7;
        QTest::newRow("a date") << u"2026. 7. 29.자"_s << -1;
        QTest::newRow("a decimal") << u"1.5 배"_s << -1;
        QTest::newRow("a word") << u"나. 라는 말"_s << 1; // looks like one
        QTest::newRow("no blank") << u"1.관련"_s << -1;
        QTest::newRow("another syllable") << u"끝. 입니다"_s << -1;
        QTest::newRow("nothing") << QString() << -1;
    }

    void knowsTheLevelOfALineByItsMark()
    {
        QFETCH(const QString, line);

        QTEST(itemLevel(line), "level");
    }

    void goesOnBehindTheLastSyllable()
    {
        QCOMPARE(itemMark(1, 15), u"거."_s);
        QCOMPARE(itemMark(1, 28), u"허."_s);
        QCOMPARE(itemMark(1, 29), u"고."_s);
    }

    void numbersItemsAndLeavesALoneOneWithoutMark()
    {
        const QList<Block> blocks = numberedItems({{u"관련"_s}, {u"계획"_s, {{u"일시"_s}, {u"장소"_s, {{u"대회의실"_s}}}}}});

        QStringList lines;
        for (const Block &block : blocks)
            lines.append(std::get<Paragraph>(block).style + u' ' + std::get<Paragraph>(block).text);
        QCOMPARE(lines.join(u'/'), u"item1 1. 관련/item1 2. 계획/item2 가. 일시/item2 나. 장소/item3 대회의실"_s);
    }

    void saysTheEndTwoColumnsBehindTheLastText()
    {
        QList<Block> body{Paragraph{u"붙임  계획서 1부."_s, u"body"_s, {}}};

        closeWithEnd(body);
        closeWithEnd(body);

        QCOMPARE(std::get<Paragraph>(body.last()).text, u"붙임  계획서 1부.  끝."_s);
    }

    void saysTheEndBelowATable()
    {
        QList<Block> body{std::make_shared<Table>()};

        closeWithEnd(body);

        QCOMPARE(body.size(), 2);
        QCOMPARE(std::get<Paragraph>(body.last()).text, u"  끝."_s);
    }
};

QTEST_GUILESS_MAIN(TestOfficialText)
#include "tst_official_text.moc"
