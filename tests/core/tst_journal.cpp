#include "core/journal.h"

#include <QTest>

#include <functional>

using namespace naru;

namespace {

JournalEntry full()
{
    JournalEntry entry;
    entry.sequence = 7;
    entry.at = QDateTime(QDate(2026, 7, 29), QTime(0, 0, 0, 1), Qt::UTC);
    entry.actor = u"kim"_s;
    entry.approver = u"lee"_s;
    entry.plan = u"p-1"_s;
    entry.digest = u"sha256:00"_s;
    entry.event = u"changed"_s;
    entry.change = {1,        {u"person"_s, u"1"_s}, Verb::Update, {{u"name"_s, u"가"_s, u"나"_s}}, QDate(2026, 7, 29),
                    u"까닭"_s};
    entry.note = u"적요"_s;
    entry.previous = QString(64, u'0');
    return entry;
}

using Touch = std::function<void(JournalEntry &)>;

} // namespace

class tst_Journal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashesWhatIsWritten_data();
    void hashesWhatIsWritten();
    void doesNotHashTheHash();
    void hashesTheSameBytesForEver();
};

void tst_Journal::hashesWhatIsWritten_data()
{
    QTest::addColumn<Touch>("touch");
    const QList<std::pair<const char *, Touch>> rows{
        {"sequence", [](JournalEntry &entry) { entry.sequence = 8; }},
        {"moment", [](JournalEntry &entry) { entry.at = entry.at.addMSecs(1); }},
        {"actor", [](JournalEntry &entry) { entry.actor += u'x'; }},
        {"approver", [](JournalEntry &entry) { entry.approver.clear(); }},
        {"plan", [](JournalEntry &entry) { entry.plan += u'x'; }},
        {"digest", [](JournalEntry &entry) { entry.digest += u'0'; }},
        {"event", [](JournalEntry &entry) { entry.event = u"booked"_s; }},
        {"record", [](JournalEntry &entry) { entry.change.record.id = u"2"_s; }},
        {"before", [](JournalEntry &entry) { entry.change.fields[0].before = QJsonValue(); }},
        {"after", [](JournalEntry &entry) { entry.change.fields[0].after = u"다"_s; }},
        {"effective day", [](JournalEntry &entry) { entry.change.effective = {}; }},
        {"reason", [](JournalEntry &entry) { entry.change.reason.clear(); }},
        {"note", [](JournalEntry &entry) { entry.note.clear(); }},
        {"the entry before", [](JournalEntry &entry) { entry.previous[63] = u'1'; }},
    };
    for (const auto &row : rows)
        QTest::newRow(row.first) << row.second;
}

void tst_Journal::hashesWhatIsWritten()
{
    QFETCH(const Touch, touch);
    JournalEntry other = full();

    touch(other);

    QVERIFY(hashOf(other) != hashOf(full()));
}

void tst_Journal::doesNotHashTheHash()
{
    JournalEntry entry = full();

    entry.hash = hashOf(entry);

    QCOMPARE(hashOf(entry), hashOf(full()));
    QCOMPARE(entry.hash.size(), 64);
}

// Entries of old years have to verify with the program of today: this hash never changes.
void tst_Journal::hashesTheSameBytesForEver()
{
    QCOMPARE(
        canonical(full()),
        QByteArray(R"({"actor":"kim","approver":"lee","at":"2026-07-29T00:00:00.001Z","change":{"effective":)"
                   R"("2026-07-29","fields":{"name":["가","나"]},"line":1,"reason":"까닭","record":"person:1",)"
                   R"("verb":"update"},"digest":"sha256:00","event":"changed","note":"적요","plan":"p-1","previous":)"
                   R"("0000000000000000000000000000000000000000000000000000000000000000","sequence":7})"));
    QCOMPARE(hashOf(full()), u"9cb38b6432c948ec4b1ae0b8b2a6efec7ff6e0e48be8c64244a88208d85f0af7"_s);
}

QTEST_APPLESS_MAIN(tst_Journal)
#include "tst_journal.moc"
