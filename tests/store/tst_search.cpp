#include "office_fixture.h"
#include "store/grams.h"

#include <QRandomGenerator>

namespace naru::store {

class tst_Search : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatAScanFinds_data();
    void findsWhatAScanFinds();
    void equalsAScanForAnyQuery();
    void followsTheRecords();
    void forgetsTheOldGrams();
    void showsTheBestFirst();
    void marksTheMatches_data();
    void marksTheMatches();
    void putsTheLatestTextOnly();
};

void tst_Search::findsWhatAScanFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    const QString text = u"도로 점용허가 민원 처리결과(2026-15호)\nNaru-AI 행정지원과 ※긴급 café 漢字 ㅋㅋ α"_s;
    const auto row = [&](const char *name, const QString &query, bool found) { QTest::newRow(name) << text << query << found; };
    row("one syllable", u"민"_s, true);
    row("one syllable at the end of a word", u"원"_s, true);
    row("one syllable within", u"용"_s, true);
    row("one syllable that is not there", u"낙"_s, false);
    row("two syllables", u"민원"_s, true);
    row("two syllables within a word", u"용허"_s, true);
    row("two syllables over a blank", u"로점"_s, false);
    row("four syllables", u"점용허가"_s, true);
    row("parts of two words as one", u"민원처리"_s, false);
    row("two words", u"민원 도로"_s, true);
    row("two words, one missing", u"민원 하천"_s, false);
    row("parts of words", u"행정 허가 원"_s, true);
    row("initial consonants", u"ㅁㅇ"_s, true);
    row("initial consonants within a word", u"ㅇㅎㄱ"_s, true);
    row("initial consonants over a blank", u"ㄹㅈ"_s, false);
    row("one initial consonant", u"ㅎ"_s, true);
    row("initial consonants that are not there", u"ㅃㅉ"_s, false);
    row("letters as they stand", u"ㅋㅋ"_s, true);
    row("consonants and words", u"ㅊㄹ 도로"_s, true);
    row("latin in another case", u"nARU"_s, true);
    row("latin within a word", u"ar"_s, true);
    row("one letter", u"i"_s, true);
    row("the letter before other characters", u"α"_s, true);
    row("mixed", u"aru-ai"_s, true);
    row("number and syllable", u"15호"_s, true);
    row("number within", u"026"_s, true);
    row("over a dash", u"2026-15"_s, true);
    row("over another dash", u"2026/15"_s, false);
    row("with a bracket", u"결과(2"_s, true);
    row("ends in a bracket", u"호)"_s, true);
    row("a sign alone", u"※"_s, true);
    row("a sign and a word", u"※긴급"_s, true);
    row("a sign that is not there", u"★"_s, false);
    row("accents", u"CAFÉ"_s, true);
    row("accents matter", u"cafe"_s, false);
    row("hanja", u"漢"_s, true);
    row("decomposed query", u"민원"_s.normalized(QString::NormalizationForm_D), true);
    row("words of the query language", u"AND OR NOT \"민원\""_s, false);
    row("a quote", u"\""_s, false);
    row("a star", u"민*"_s, false);
    row("a column", u"title:민원"_s, false);
    row("blanks alone", u"  "_s, false);
    row("nothing", QString(), false);
    row("other kinds of blank", u"\u3000민원\t도로\n"_s, true);
    QTest::newRow("decomposed text") << u"민원"_s.normalized(QString::NormalizationForm_D) << u"민원"_s << true;
    QTest::newRow("beyond the basic plane") << u"웃음\U0001F600표"_s << u"\U0001F600"_s << true;
    QTest::newRow("half of another character") << u"웃음\U0001F600표"_s << u"\U0001F601"_s << false;
}

void tst_Search::findsWhatAScanFinds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, query);
    QFETCH(const bool, found);
    Office office;
    QVERIFY(office.store->indexText({u"document"_s, u"1"_s}, u"제목"_s, text));
    QVERIFY(office.apply(planOf(u"p-1"_s, {change(Verb::Create, u"order:1"_s, {{u"title"_s, {}, text}})})));

    const auto hits = office.store->search(query, 10);

    QVERIFY2(hits, why(hits));
    QCOMPARE(hits->size(), found ? 2 : 0);
}

void tst_Search::equalsAScanForAnyQuery()
{
    QRandomGenerator random(20261122);
    const QString letters = u"민원도로보수예산가나ㅁㅇㄱabAB12-.()※ \n  漢"_s;
    const auto text = [&](int longest) {
        QString out;
        for (int i = random.bounded(longest) + 1; i > 0; --i)
            out += letters[random.bounded(int(letters.size()))];
        return out;
    };
    Office office;
    QList<IndexedText> texts;
    for (int i = 0; i < 400; ++i)
        texts.append({{u"document"_s, QString::number(i)}, text(8), text(60)});
    QVERIFY(office.store->indexTexts(texts));
    int found = 0;
    for (int i = 0; i < 3000; ++i) {
        const QString query = text(i % 3 ? 4 : 8);
        QStringList expected;
        const QStringList words = wordsOf(query);
        for (const IndexedText &one : std::as_const(texts)) {
            const bool isHit = !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) {
                return matches(one.title, word) || matches(one.text, word);
            });
            if (isHit)
                expected.append(one.record.id);
        }

        const auto hits = office.store->search(query, 0);

        QVERIFY2(hits, why(hits));
        QStringList ids;
        for (const SearchHit &one : *hits)
            ids.append(one.record.id);
        ids.sort();
        expected.sort();
        QVERIFY2(ids == expected, qPrintable(u"query '%1'"_s.arg(query)));
        found += int(ids.size());
    }
    QVERIFY(found > 10'000);
}

void tst_Search::followsTheRecords()
{
    Office office;
    const auto count = [&](const QString &query) { return office.store->search(query, 0)->size(); };
    QVERIFY(office.apply(planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s), hire(u"2"_s, u"이하나"_s)})));
    QCOMPARE(count(u"하나"_s), 2);

    QVERIFY(office.apply(planOf(u"p-2"_s, {change(Verb::Update, u"person:1"_s, {{u"name"_s, u"김하나"_s, u"김두리"_s}, {u"hanja"_s, {}, u"金"_s}})})));
    QCOMPARE(count(u"하나"_s), 1);
    QCOMPARE(count(u"두리 金"_s), 1);
    QVERIFY(office.apply(planOf(u"p-3"_s, {move(u"1"_s, u"A1"_s, u"B"_s)})));
    QCOMPARE(count(u"두리"_s), 1);
    QVERIFY(office.apply(planOf(u"p-4"_s, {change(Verb::Remove, u"person:2"_s, {{u"name"_s, u"이하나"_s, {}}, {u"unit"_s, u"A1"_s, {}}})})));
    QCOMPARE(count(u"하나"_s), 0);
    QCOMPARE(count(u"이"_s), 0); // nor by the beginning of a title
    QCOMPARE(count(u"A1"_s), 0); // the unit is not a searched field
    QVERIFY(office.store->check());
}

// Grams that nothing needs any more would be looked up again and again, and fill the disk.
void tst_Search::forgetsTheOldGrams()
{
    Office office;
    QVERIFY(office.store->indexText({u"document"_s, u"1"_s}, u"제목"_s, u"옛 글"_s));
    QVERIFY(office.store->indexText({u"document"_s, u"1"_s}, u"제목"_s, u"새 글"_s));
    const auto opened = Connection::open(office.path, Connection::Mode::ReadWrite);

    QCOMPARE(*(*opened)->number("SELECT count(*) FROM naru_search WHERE naru_search MATCH '옛'"), 0);
    QCOMPARE(*(*opened)->number("SELECT count(*) FROM naru_search WHERE naru_search MATCH '새'"), 1);
}

void tst_Search::showsTheBestFirst()
{
    Office office;
    QVERIFY(office.store->indexTexts({{{u"document"_s, u"whole"_s}, u"민원"_s, u"하나"_s},
                                      {{u"document"_s, u"begins"_s}, u"민원 처리"_s, u"하나"_s},
                                      {{u"document"_s, u"within"_s}, u"도로 민원"_s, u"하나"_s},
                                      {{u"document"_s, u"older"_s}, u"도로"_s, u"민원 하나"_s},
                                      {{u"document"_s, u"newer"_s}, u"도로"_s, u"민원 둘"_s}}));
    QStringList order;
    const auto hits = office.store->search(u"민원"_s, 0);
    for (const SearchHit &one : *hits)
        order.append(one.record.id);

    QCOMPARE(order, (QStringList{u"whole"_s, u"begins"_s, u"within"_s, u"newer"_s, u"older"_s}));
    QCOMPARE(office.store->search(u"민원"_s, 2)->size(), 2);
}

void tst_Search::marksTheMatches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("snippet");
    QTest::newRow("one") << u"도로 민원 처리"_s << u"민원"_s << u"도로 [민원] 처리"_s;
    QTest::newRow("two words") << u"도로 민원 처리"_s << u"처 도로"_s << u"[도로] 민원 [처]리"_s;
    QTest::newRow("again and again") << u"민원 민원"_s << u"민"_s << u"[민]원 [민]원"_s;
    QTest::newRow("initial consonants") << u"도로 민원 처리"_s << u"ㅁㅇ"_s << u"도로 [민원] 처리"_s;
    QTest::newRow("another case") << u"Naru AI"_s << u"naru"_s << u"[Naru] AI"_s;
    QTest::newRow("lines") << u"가\n민원"_s << u"민원"_s << u"가 [민원]"_s;
    QTest::newRow("far from the start") << QString(100, u'가') + u"민원"_s << u"민원"_s << QString(40, u'가') + u"[민원]"_s;
    QTest::newRow("overlapping") << u"가나다"_s << u"가나 나다"_s << u"[가나다]"_s;
}

void tst_Search::marksTheMatches()
{
    QFETCH(const QString, text);
    QFETCH(const QString, query);
    QFETCH(const QString, snippet);
    Office office;
    QVERIFY(office.store->indexText({u"document"_s, u"1"_s}, u"제목"_s, text));

    QString found = office.store->search(query, 1)->value(0).snippet;

    QCOMPARE(found.replace(QChar(2), u'[').replace(QChar(3), u']'), snippet);
}

void tst_Search::putsTheLatestTextOnly()
{
    Office office;
    QVERIFY(office.store->indexText({u"document"_s, u"1"_s}, u"제목"_s, u"옛 글"_s));
    QVERIFY(office.store->indexText({u"document"_s, u"1"_s}, u"제목"_s, u"새 글"_s));

    QCOMPARE(office.store->search(u"옛"_s, 0)->size(), 0);
    QCOMPARE(office.store->search(u"새 제목"_s, 0)->size(), 1);
    QCOMPARE(office.store->search(u"새"_s, 0)->value(0).title, u"제목"_s);
}

} // namespace naru::store

QTEST_GUILESS_MAIN(naru::store::tst_Search)
#include "tst_search.moc"
