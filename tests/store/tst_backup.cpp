#include "office_fixture.h"
#include "store/seal.h"

#include <atomic>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace naru::store {

class tst_Backup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void backsUpWhileOthersWrite();
    void restoresOverAnOlderState();
    void othersSeeTheRestoredOffice();
    void restoresWhereThereIsNothing();
    void restoresOverADamagedOffice();
    void restoresFromAReadOnlyFolder();
    void refusesABackupThatIsNotSound_data();
    void refusesABackupThatIsNotSound();
    void neverOverwritesABackup();
    void aKilledRestoreLeavesAllOrNothing();

private:
    static QString copyOf(Office &office)
    {
        const QString path = office.folder.filePath(u"backup.naru"_s);
        const Status made = office.store->backup(path);
        return made ? path : u"backup failed: "_s + made.error().text;
    }
    static QList<Change> many(int from, int count)
    {
        QList<Change> out;
        for (int i = from; i < from + count; ++i)
            out.append(hire(QString::number(i), u"사람"_s));
        return out;
    }
    static qsizetype personsOf(const QString &path)
    {
        const auto store = Store::open(path, fixtureTables());
        if (!store || !(*store)->check() || !(*store)->verifyJournal()->problem.isEmpty())
            return -1;
        return (*store)->rows(u"person"_s)->size();
    }
};

void tst_Backup::backsUpWhileOthersWrite()
{
    Office office;
    std::atomic<bool> isOver = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        while (!isOver) {
            const int i = written;
            if (office.apply(planOf(u"p-%1"_s.arg(i), many(i * 10, 10))))
                ++written;
        }
    });
    while (written == 0) // the writer is at work before the first copy
        std::this_thread::yield();
    QStringList copies;
    QList<qsizetype> least;
    for (int i = 0; i < 10; ++i) {
        least.append(written * 10);
        copies.append(office.folder.filePath(u"backup-%1"_s.arg(i)));
        const Status made = office.store->backup(copies.last());
        QVERIFY2(made, why(made));
    }
    isOver = true;
    writer.join();

    for (int i = 0; i < copies.size(); ++i) {
        const qsizetype persons = personsOf(copies[i]);
        QVERIFY2(persons >= least[i] && persons % 10 == 0, qPrintable(QString::number(persons)));
        QCOMPARE(QFileInfo(copies[i]).permissions() & 0x0077, QFile::Permissions());
    }
}

void tst_Backup::restoresOverAnOlderState()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, many(0, 5))));
    const QString copy = copyOf(office);
    QVERIFY(office.apply(planOf(u"p-2"_s, many(10, 5))));
    office.store.reset();

    const Status restored = restore(copy, office.path);

    QVERIFY2(restored, why(restored));
    QCOMPARE(personsOf(office.path), 5);
    QVERIFY(office.reopen());
    QVERIFY(office.apply(planOf(u"p-3"_s, many(20, 5))));
    QCOMPARE(office.verdict(), QString());
    QCOMPARE(readSealFile(office.path)->entries, 12);
}

void tst_Backup::othersSeeTheRestoredOffice()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, many(0, 5))));
    const QString copy = copyOf(office);
    QVERIFY(office.apply(planOf(u"p-2"_s, many(10, 500))));
    QCOMPARE(office.store->rows(u"person"_s)->size(), 505);

    const Status restored = restore(copy, office.path);

    QVERIFY2(restored, why(restored));
    QCOMPARE(office.store->rows(u"person"_s)->size(), 5);
    QVERIFY(office.apply(planOf(u"p-3"_s, many(20, 5))));
    QCOMPARE(office.store->search(u"사람"_s, 0)->size(), 10);
    QCOMPARE(office.verdict(), QString());
}

void tst_Backup::restoresWhereThereIsNothing()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, many(0, 5))));
    const QString copy = copyOf(office);

    QVERIFY(restore(copy, office.folder.filePath(u"new.naru"_s)));

    QCOMPARE(personsOf(office.folder.filePath(u"new.naru"_s)), 5);
}

void tst_Backup::restoresOverADamagedOffice()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, many(0, 5))));
    const QString copy = copyOf(office);
    office.store.reset();
    QFile file(office.path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(3 * 4096, '?'));
    file.close();
    QVERIFY(!office.reopen());

    const Status restored = restore(copy, office.path);

    QVERIFY2(restored, why(restored));
    QCOMPARE(personsOf(office.path), 5);
    QVERIFY(QFileInfo::exists(office.path + u".damaged"_s));
}

void tst_Backup::restoresFromAReadOnlyFolder()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, many(0, 5))));
    const QString copy = copyOf(office);
    const QString folder = office.folder.filePath(u"medium"_s);
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::rename(copy, folder + u"/b"_s) && QFile::rename(sealFileOf(copy), sealFileOf(folder + u"/b"_s)));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));

    const Status restored = restore(folder + u"/b"_s, office.path);

    QVERIFY2(restored, why(restored));
    QCOMPARE(QDir(folder).entryList(QDir::Files), (QStringList{u"b"_s, u"b.seal"_s}));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void tst_Backup::refusesABackupThatIsNotSound_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"entry", "tail", "page", "text", "other", "cut"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void tst_Backup::refusesABackupThatIsNotSound()
{
    QFETCH(const QString, damage);
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, many(0, 500))));
    const QString copy = copyOf(office);
    QFile file(copy);
    if (damage == u"entry") {
        QVERIFY(tamper(copy, "UPDATE naru_journal SET actor = 'x' WHERE sequence = 3"));
    } else if (damage == u"tail") {
        QVERIFY(tamper(copy, "DELETE FROM naru_journal WHERE sequence > 400; UPDATE naru_seal SET entries = 400,"
                             " head = (SELECT hash FROM naru_journal WHERE sequence = 400)"));
    } else if (damage == u"other") {
        QVERIFY(tamper(copy, "PRAGMA application_id = 7"));
    } else {
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (damage == u"cut")
            QVERIFY(file.resize(file.size() / 2));
        else
            QVERIFY(file.seek(damage == u"text" ? 0 : file.size() / 2) && file.write(QByteArray(8192, 'x')) > 0);
        file.close();
    }

    const Status restored = restore(copy, office.path);

    QVERIFY(!restored);
    QVERIFY2(restored.error().kind == Error::Kind::Invalid, why(restored));
    QCOMPARE(office.store->rows(u"person"_s)->size(), 500);
    QCOMPARE(office.verdict(), QString());
    QVERIFY(!QFileInfo::exists(office.path + u".new"_s));
    QVERIFY(failsAs(restore(u"/nothing/here"_s, office.path), Error::Kind::NotFound));
}

void tst_Backup::neverOverwritesABackup()
{
    Office office;
    const QString copy = copyOf(office);

    QVERIFY(failsAs(office.store->backup(copy), Error::Kind::Conflict));
}

void tst_Backup::aKilledRestoreLeavesAllOrNothing()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, many(0, 300))));
    const QString copy = copyOf(office);
    int restored = 0;
    for (int round = 0; round < 40; ++round) {
        QVERIFY(office.reopen());
        QVERIFY(office.apply(planOf(u"p-r%1"_s.arg(round), many(1000 + round * 300, 300))));
        const qsizetype before = office.store->rows(u"person"_s)->size();
        office.store.reset();

        const pid_t child = fork();
        if (child == 0) {
            (void)bool(restore(copy, office.path));
            _exit(0);
        }
        QTest::qSleep(round); // the moment of the kill is what is tested
        ::kill(child, SIGKILL);
        QCOMPARE(waitpid(child, nullptr, 0), child);

        const qsizetype after = personsOf(office.path);
        QVERIFY2(after == 300 || after == before, qPrintable(u"%1 persons after round %2"_s.arg(after).arg(round)));
        restored += after == 300 ? 1 : 0;
    }
    qInfo() << "40 kills," << restored << "restored, the others as before";
}

} // namespace naru::store

QTEST_GUILESS_MAIN(naru::store::tst_Backup)
#include "tst_backup.moc"
