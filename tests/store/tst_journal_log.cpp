#include "office_fixture.h"
#include "store/canonical_bytes.h"
#include "store/seal.h"

#include <QJsonDocument>
#include <QRandomGenerator>

namespace naru::store {

class tst_JournalLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesTheBytesThatCoreWrites();
    void refusesToForget_data();
    void refusesToForget();
    void namesTheFirstBadEntry_data();
    void namesTheFirstBadEntry();
    void namesAnEntryWithAFreshHash();
    void findsAChainThatWasWrittenAnew();
    void acceptsASealThatLags();
    void missesItsSeal();
    void keepsTheSealThatContradicts();
    void findsRecordsChangedOutside_data();
    void findsRecordsChangedOutside();
    void readsByRecordPlanAndPlace();

private:
    // Entries: 1 approved, 2 and 3 changed, 4 approved, 5 and 6 changed.
    static void fill(Office &office)
    {
        QVERIFY(office.apply(planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s), hire(u"2"_s, u"이두리"_s)})));
        QVERIFY(office.apply(planOf(u"p-2"_s, {move(u"1"_s, u"A1"_s, u"B"_s), hire(u"3"_s, u"박"_s)})));
        QCOMPARE(office.verdict(), QString());
    }
    // Writes the entries from `first` on anew, so that each follows the one before.
    static void rechain(const Office &office, qint64 first)
    {
        QList<JournalEntry> entries = *office.store->journal();
        QByteArray sql;
        for (JournalEntry &one : entries) {
            if (one.sequence < first)
                continue;
            one.previous = one.sequence > 1 ? entries[one.sequence - 2].hash : QString(64, u'0');
            one.hash = hashOf(one);
            sql += "UPDATE naru_journal SET previous = x'" + one.previous.toLatin1() + "', hash = x'" + one.hash.toLatin1()
                + "' WHERE sequence = " + QByteArray::number(one.sequence) + ';';
        }
        QVERIFY(tamper(office.path, sql));
    }
};

void tst_JournalLog::writesTheBytesThatCoreWrites()
{
    QRandomGenerator random(1);
    const QStringList texts{QString(),        u"a"_s,           u"민원 \"인용\" \\ 끝"_s, u"\n\r\t\b\f\x01\x1f\x7f"_s,
                            u"\U0001F600 漢"_s, u"a\0b"_s,       u"/</script>"_s,          QString(QChar(0xD800)) + u'x'};
    const auto text = [&] { return texts[random.bounded(int(texts.size()))]; };
    const auto sound = [&] { return texts[random.bounded(int(texts.size()) - 1)]; };
    const auto value = [&]() -> QJsonValue {
        const QJsonValue values[] = {{}, text(), random.bounded(100), qint64(9'007'199'254'740'993), 1.5, true, QJsonArray{text(), text()}};
        return values[random.bounded(7)];
    };
    for (int i = 0; i < 2000; ++i) {
        JournalEntry entry;
        entry.sequence = random.bounded(1'000'000) + 1;
        entry.at = i % 10 ? noon.addMSecs(random.bounded(1'000'000)) : QDateTime();
        entry.actor = sound();
        entry.approver = sound();
        entry.plan = sound();
        entry.digest = sound();
        entry.event = u"changed"_s;
        entry.note = sound();
        entry.previous = QString::fromLatin1(QByteArray(32, char(random.bounded(256))).toHex());
        entry.change = change(Verb(random.bounded(3)), text() + u':' + text(), {{u"b"_s, value(), value()}, {u"a"_s, value(), value()}, {text() + u"_c"_s, value(), value()}});
        entry.change.line = random.bounded(3);
        entry.change.effective = i % 2 ? today : QDate();

        const QByteArray body = bytesOf(entry.change);
        const QByteArray at = toValue(entry.at).toString().toUtf8();
        const QByteArray actor = entry.actor.toUtf8(), approver = entry.approver.toUtf8(), plan = entry.plan.toUtf8(),
                         digest = entry.digest.toUtf8(), event = entry.event.toUtf8(), note = entry.note.toUtf8(),
                         previous = QByteArray::fromHex(entry.previous.toLatin1());

        QCOMPARE(body, QJsonDocument(toJson(entry.change)).toJson(QJsonDocument::Compact));
        QCOMPARE(canonicalBytes({entry.sequence, at, actor, approver, plan, digest, event, body, note, previous}), canonical(entry));
    }
}

void tst_JournalLog::refusesToForget_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("update") << QByteArray("UPDATE naru_journal SET note = 'x' WHERE sequence = 2");
    QTest::newRow("delete") << QByteArray("DELETE FROM naru_journal WHERE sequence = 6");
    QTest::newRow("delete all") << QByteArray("DELETE FROM naru_journal");
    QTest::newRow("insert or replace") << QByteArray("INSERT OR REPLACE INTO naru_journal SELECT * FROM naru_journal WHERE sequence = 2");
    QTest::newRow("replace by update") << QByteArray("UPDATE OR REPLACE naru_journal SET sequence = 3 WHERE sequence = 2");
    QTest::newRow("upsert") << QByteArray("INSERT INTO naru_journal SELECT * FROM naru_journal WHERE sequence = 2"
                                          " ON CONFLICT DO UPDATE SET note = 'x'");
    QTest::newRow("a gap") << QByteArray("INSERT INTO naru_journal SELECT 9, at, actor, approver, plan, digest, event, record,"
                                         " change, note, previous, hash FROM naru_journal WHERE sequence = 2");
}

void tst_JournalLog::refusesToForget()
{
    QFETCH(const QByteArray, sql);
    Office office;
    fill(office);
    const auto opened = Connection::open(office.path, Connection::Mode::ReadWrite);

    const Status done = (*opened)->run(sql);

    QVERIFY(!done);
    QVERIFY2(done.error().text.contains(u"append-only"), why(done));
    QCOMPARE(office.verdict(), QString());
}

void tst_JournalLog::namesTheFirstBadEntry_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("bad");
    QTest::addColumn<QString>("word");
    for (const char *column : {"at", "actor", "approver", "plan", "digest", "event", "change", "note"})
        QTest::newRow(QByteArray("flipped ") + column) << "UPDATE naru_journal SET " + QByteArray(column) + " = " + column + " || ' ' WHERE sequence = 3"
                                                       << qint64(3) << u"hash"_s;
    for (const char *column : {"previous", "hash"})
        QTest::newRow(QByteArray("flipped ") + column) << "UPDATE naru_journal SET " + QByteArray(column) + " = zeroblob(32) WHERE sequence = 3"
                                                       << qint64(3) << u"hash"_s;
    QTest::newRow("flipped record") << QByteArray("UPDATE naru_journal SET record = 'person:9' WHERE sequence = 3") << qint64(3) << u"filed"_s;
    QTest::newRow("flipped first") << QByteArray("UPDATE naru_journal SET actor = 'x' WHERE sequence = 1") << qint64(1) << u"hash"_s;
    QTest::newRow("flipped last") << QByteArray("UPDATE naru_journal SET actor = 'x' WHERE sequence = 6") << qint64(6) << u"hash"_s;
    QTest::newRow("deleted") << QByteArray("DELETE FROM naru_journal WHERE sequence = 3") << qint64(3) << u"missing"_s;
    QTest::newRow("deleted first") << QByteArray("DELETE FROM naru_journal WHERE sequence = 1") << qint64(1) << u"missing"_s;
    QTest::newRow("deleted and closed up") << QByteArray("DELETE FROM naru_journal WHERE sequence = 3;"
                                                         "UPDATE naru_journal SET sequence = sequence - 1 WHERE sequence > 3") << qint64(3) << u"hash"_s;
    QTest::newRow("swapped") << QByteArray("UPDATE naru_journal SET sequence = -3 WHERE sequence = 3;"
                                           "UPDATE naru_journal SET sequence = 3 WHERE sequence = 5;"
                                           "UPDATE naru_journal SET sequence = 5 WHERE sequence = -3") << qint64(3) << u"hash"_s;
    QTest::newRow("duplicated at the end") << QByteArray("INSERT INTO naru_journal SELECT 7, at, actor, approver, plan, digest, event,"
                                                         " record, change, note, previous, hash FROM naru_journal WHERE sequence = 6") << qint64(7) << u"hash"_s;
    QTest::newRow("duplicated within") << QByteArray("UPDATE naru_journal SET sequence = -sequence - 1 WHERE sequence > 3;"
                                                     "UPDATE naru_journal SET sequence = -sequence WHERE sequence < 0;"
                                                     "INSERT INTO naru_journal SELECT 4, at, actor, approver, plan, digest, event, record,"
                                                     " change, note, previous, hash FROM naru_journal WHERE sequence = 3") << qint64(4) << u"hash"_s;
    QTest::newRow("cut tail") << QByteArray("DELETE FROM naru_journal WHERE sequence > 4") << qint64(5) << u"entries after 4 are missing (the seal says 6)"_s;
    QTest::newRow("cut tail with its seal") << QByteArray("DELETE FROM naru_journal WHERE sequence > 4; UPDATE naru_seal SET entries = 4,"
                                                          " head = (SELECT hash FROM naru_journal WHERE sequence = 4)")
                                            << qint64(5) << u"entries after 4 are missing (the seal beside the office says 6)"_s;
    QTest::newRow("cut to nothing") << QByteArray("DELETE FROM naru_journal; UPDATE naru_seal SET entries = 0, head = zeroblob(32)")
                                    << qint64(1) << u"beside the office says 6"_s;
    QTest::newRow("seal without entries") << QByteArray("UPDATE naru_seal SET entries = 9") << qint64(7) << u"missing"_s;
    QTest::newRow("seal too low") << QByteArray("UPDATE naru_seal SET entries = 5") << qint64(6) << u"added outside"_s;
    QTest::newRow("seal with another head") << QByteArray("UPDATE naru_seal SET head = zeroblob(32)") << qint64(7) << u"added outside"_s;
}

void tst_JournalLog::namesTheFirstBadEntry()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const qint64, bad);
    QFETCH(const QString, word);
    Office office;
    fill(office);

    const Status tampered = tamper(office.path, sql);

    QVERIFY2(tampered, why(tampered));
    const auto verdict = office.store->verifyJournal();
    QVERIFY2(verdict, why(verdict));
    QCOMPARE(verdict->firstBad, bad);
    QVERIFY2(verdict->problem.contains(word), qPrintable(verdict->problem));
}

void tst_JournalLog::namesAnEntryWithAFreshHash()
{
    Office office;
    fill(office);
    JournalEntry entry = office.store->journal()->value(2);
    entry.actor = u"somebody else"_s;

    QVERIFY(tamper(office.path, "UPDATE naru_journal SET actor = 'somebody else', hash = x'" + hashOf(entry).toLatin1() + "' WHERE sequence = 3"));

    QCOMPARE(office.store->verifyJournal()->firstBad, 4);
    QCOMPARE(office.verdict(), u"entry 4 does not follow entry 3"_s);
}

void tst_JournalLog::findsAChainThatWasWrittenAnew()
{
    Office office;
    fill(office);
    QVERIFY(tamper(office.path, "UPDATE naru_journal SET approver = 'nobody' WHERE sequence = 2"));
    rechain(office, 2);
    QCOMPARE(office.store->verifyJournal()->firstBad, 7); // the inner seal
    QVERIFY(tamper(office.path, "UPDATE naru_seal SET head = (SELECT hash FROM naru_journal WHERE sequence = 6)"));

    QCOMPARE(office.store->verifyJournal()->firstBad, 6);
    QVERIFY(office.verdict().contains(u"beside the office"));
}

void tst_JournalLog::acceptsASealThatLags()
{
    Office office;
    fill(office);
    const Seal early = *readSealFile(office.path);
    QCOMPARE(early.entries, 6);
    QVERIFY(office.apply(planOf(u"p-3"_s, {hire(u"4"_s, u"최"_s)})));

    QVERIFY(writeSealFile(office.path, early)); // as after a crash between the commit and the seal

    QCOMPARE(office.verdict(), QString());
    QVERIFY(office.apply(planOf(u"p-4"_s, {hire(u"5"_s, u"정"_s)})));
    QCOMPARE(readSealFile(office.path)->entries, 10);
}

void tst_JournalLog::missesItsSeal()
{
    Office office;
    fill(office);
    QVERIFY(QFile::remove(sealFileOf(office.path)));

    QCOMPARE(office.store->verifyJournal()->firstBad, 7);
    QVERIFY(office.verdict().contains(u"cannot be read"));
}

void tst_JournalLog::keepsTheSealThatContradicts()
{
    Office office;
    fill(office);
    QVERIFY(tamper(office.path, "DELETE FROM naru_journal WHERE sequence > 4; UPDATE naru_seal SET entries = 4,"
                                " head = (SELECT hash FROM naru_journal WHERE sequence = 4); DELETE FROM person WHERE id = '3';"
                                " UPDATE person SET unit = 'A1' WHERE id = '1'"));

    for (int i = 0; i < 3; ++i)
        QVERIFY(office.apply(planOf(u"p-%1"_s.arg(i + 10), {hire(u"1%1"_s.arg(i), u"최"_s)})));

    QCOMPARE(readSealFile(office.path)->entries, 6);
    QVERIFY(office.verdict().contains(u"beside the office"));
}

void tst_JournalLog::findsRecordsChangedOutside_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("bad");
    QTest::addColumn<QString>("problem");
    QTest::newRow("changed") << QByteArray("UPDATE person SET unit = 'Z' WHERE id = '1'") << qint64(5) << u"record person:1 differs from the journal in 'unit'"_s;
    QTest::newRow("field added") << QByteArray("UPDATE person SET hanja = '金' WHERE id = '2'") << qint64(3) << u"record person:2 differs from the journal in 'hanja'"_s;
    QTest::newRow("field emptied") << QByteArray("UPDATE person SET name = NULL WHERE id = '2'") << qint64(3) << u"record person:2 differs from the journal in 'name'"_s;
    QTest::newRow("deleted") << QByteArray("DELETE FROM person WHERE id = '2'") << qint64(3) << u"record person:2 stands in the journal but is missing in the office"_s;
    QTest::newRow("deleted last") << QByteArray("DELETE FROM person WHERE id = '3'") << qint64(6) << u"record person:3 stands in the journal but is missing in the office"_s;
    QTest::newRow("deleted all") << QByteArray("DELETE FROM person") << qint64(5) << u"record person:1 stands in the journal but is missing in the office"_s;
    QTest::newRow("added first") << QByteArray("INSERT INTO person(id) VALUES ('0')") << qint64(7) << u"record person:0 stands in the office but not in the journal"_s;
    QTest::newRow("added between") << QByteArray("INSERT INTO person(id) VALUES ('11')") << qint64(7) << u"record person:11 stands in the office but not in the journal"_s;
    QTest::newRow("added last") << QByteArray("INSERT INTO person(id) VALUES ('9')") << qint64(7) << u"record person:9 stands in the office but not in the journal"_s;
    QTest::newRow("added to an empty kind") << QByteArray("INSERT INTO \"order\"(id) VALUES ('1')") << qint64(7) << u"record order:1 stands in the office but not in the journal"_s;
    QTest::newRow("renamed") << QByteArray("UPDATE person SET id = '22' WHERE id = '2'") << qint64(3) << u"record person:2 stands in the journal but is missing in the office"_s;
    QTest::newRow("a setting") << QByteArray("INSERT INTO setting VALUES ('administrator', 'me')") << qint64(7) << u"record setting:administrator stands in the office but not in the journal"_s;
}

void tst_JournalLog::findsRecordsChangedOutside()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const qint64, bad);
    QFETCH(const QString, problem);
    Office office;
    fill(office);

    QVERIFY(tamper(office.path, sql));

    const auto verdict = office.store->verifyJournal();
    QCOMPARE(verdict->problem, problem);
    QCOMPARE(verdict->firstBad, bad);
}

void tst_JournalLog::readsByRecordPlanAndPlace()
{
    Office office;
    fill(office);
    const auto sequences = [&](const JournalFilter &filter) {
        QList<qint64> out;
        const auto entries = office.store->journal(filter);
        for (const JournalEntry &one : *entries)
            out.append(one.sequence);
        return out;
    };

    QCOMPARE(sequences({}), (QList<qint64>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(sequences({u"person:1"_s}), (QList<qint64>{2, 5}));
    QCOMPARE(sequences({{}, u"p-2"_s}), (QList<qint64>{4, 5, 6}));
    QCOMPARE(sequences({{}, {}, 4}), (QList<qint64>{5, 6}));
    QCOMPARE(sequences({{}, {}, 0, 2}), (QList<qint64>{1, 2}));
    QCOMPARE(sequences({{}, {}, 0, 2, true}), (QList<qint64>{6, 5}));
}

} // namespace naru::store

QTEST_GUILESS_MAIN(naru::store::tst_JournalLog)
#include "tst_journal_log.moc"
