// Files that arrive in a folder: taken when they are whole, once per content, from a copy that nobody else can change.
#include "service_fixture.h"

#include <QtTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace naru::run {

namespace {

// A watched folder and a clock of milliseconds.
struct Watched {
    QTemporaryDir place;
    QString in = place.filePath(u"in"_s);
    FolderWatch watch{in, place.filePath(u"work"_s)};
    qint64 now = 0;

    Watched() { QDir().mkpath(in); }
    QStringList look()
    {
        now += 1000;
        const auto files = watch.look(now);
        QStringList names;
        if (!files)
            return {u"error"_s};
        for (const TakenFile &one : *files) {
            names.append(one.name);
            taken.append(one);
        }
        return names;
    }
    QList<TakenFile> taken;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_ServiceFolders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesAFileThatIsStill();
    void waitsWhileAFileGrows();
    void waitsWhileSomebodyWrites_data();
    void waitsWhileSomebodyWrites();
    void leavesWhatIsNotMeantForIt_data();
    void leavesWhatIsNotMeantForIt();
    void bearsAFileThatVanishes();
    void losesNothingThatIsPutInItsPlace();
    void refusesWhatIsTooLarge();
    void beginsOneRunPerContent();
    void takesFiveHundredFiles();
    void tellsOnceOfAFolderThatCannotBeRead();
    void triesAgainWhereTheRobotIsUnsound();
    void leavesAFolderAloneThatIsNoLongerWatched();
};

void tst_ServiceFolders::takesAFileThatIsStill()
{
    Watched folder;
    writeFile(folder.in + u"/발령.csv"_s, "a,b\n");

    const QStringList first = folder.look();
    const QStringList second = folder.look();

    QVERIFY(first.isEmpty());
    QCOMPARE(second, QStringList{u"발령.csv"_s});
    const TakenFile file = folder.taken.first();
    QCOMPARE(contentOf(file.path), "a,b\n");
    QVERIFY(file.path.startsWith(folder.place.filePath(u"work/"_s)));
    QCOMPARE(QFile::permissions(file.path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    folder.watch.putAside(file);
    QVERIFY(!QFile::exists(file.original));
    QCOMPARE(contentOf(folder.in + u'/' + FolderWatch::receivedFolder() + u"/발령.csv"_s), "a,b\n");
    QVERIFY(folder.look().isEmpty());
    QVERIFY(!folder.watch.isWaiting());
}

void tst_ServiceFolders::waitsWhileAFileGrows()
{
    Watched folder;
    for (int i = 1; i < 5; ++i) {
        writeFile(folder.in + u"/a.csv"_s, QByteArray(i, 'x'));
        QVERIFY(folder.look().isEmpty());
    }

    QCOMPARE(folder.look(), QStringList{u"a.csv"_s});
    QCOMPARE(contentOf(folder.taken.first().path), "xxxx");
}

void tst_ServiceFolders::waitsWhileSomebodyWrites_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("has it open") << u"open"_s;
    QTest::newRow("has locked it") << u"lock"_s;
}

void tst_ServiceFolders::waitsWhileSomebodyWrites()
{
    QFETCH(const QString, how);
    Watched folder;
    const QString path = folder.in + u"/a.csv"_s;
    writeFile(path, "half");
    const bool isLock = how == u"lock";
    const int writer = ::open(QFile::encodeName(path).constData(), isLock ? O_RDONLY : O_WRONLY | O_APPEND);
    if (isLock)
        QCOMPARE(::flock(writer, LOCK_EX), 0);
    for (int i = 0; i < 3; ++i)
        QVERIFY(folder.look().isEmpty());
    QVERIFY(folder.watch.isWaiting());

    ::close(writer);

    QCOMPARE(folder.look(), QStringList{u"a.csv"_s});
}

void tst_ServiceFolders::leavesWhatIsNotMeantForIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    for (const QString &name : {u".a.csv"_s, u"~$a.xlsx"_s, u"a.csv.part"_s, u"a.PDF.CRDOWNLOAD"_s, u"a.tmp"_s, u"a.csv~"_s, u".~lock.a.ods#"_s, u"a.filepart"_s})
        QTest::newRow(qUtf8Printable(name)) << name << u"file"_s;
    for (const QString &kind : {u"link"_s, u"pipe"_s, u"folder"_s, u"empty"_s})
        QTest::newRow(qUtf8Printable(kind)) << u"a.csv"_s << kind;
}

void tst_ServiceFolders::leavesWhatIsNotMeantForIt()
{
    QFETCH(const QString, name);
    QFETCH(const QString, kind);
    Watched folder;
    const QString path = folder.in + u'/' + name;
    if (kind == u"link")
        QVERIFY(QFile::link(u"/etc/hostname"_s, path));
    else if (kind == u"pipe")
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    else if (kind == u"folder")
        QVERIFY(QDir().mkpath(path));
    else
        writeFile(path, kind == u"empty" ? "" : "x");

    for (int i = 0; i < 3; ++i)
        QVERIFY(folder.look().isEmpty());
    QVERIFY(!folder.watch.isWaiting());
}

void tst_ServiceFolders::bearsAFileThatVanishes()
{
    Watched folder;
    writeFile(folder.in + u"/a.csv"_s, "a");
    writeFile(folder.in + u"/b.csv"_s, "b");
    folder.look();
    QFile::remove(folder.in + u"/a.csv"_s);

    QCOMPARE(folder.look(), QStringList{u"b.csv"_s});
    QFile::remove(folder.in + u"/b.csv"_s);
    folder.watch.putAside(folder.taken.first());

    QVERIFY(folder.look().isEmpty());
    QVERIFY(folder.watch.takeComplaints().isEmpty());
}

void tst_ServiceFolders::losesNothingThatIsPutInItsPlace()
{
    Watched folder;
    const QString path = folder.in + u"/a.csv"_s;
    writeFile(path, "first");
    folder.look();
    QCOMPARE(folder.look().size(), 1);
    QFile::remove(path);
    writeFile(path, "second"); // between the copy and the record of it

    folder.watch.putAside(folder.taken.first());

    QCOMPARE(contentOf(path), "second");
    folder.look();
    QCOMPARE(folder.look(), QStringList{u"a.csv"_s});
    QCOMPARE(contentOf(folder.taken.last().path), "second");
}

void tst_ServiceFolders::refusesWhatIsTooLarge()
{
    QTemporaryDir place;
    FolderWatch::Options options;
    options.largest = 3;
    FolderWatch watch(place.path(), place.filePath(u"work"_s), options);
    writeFile(place.filePath(u"a.csv"_s), "four");

    for (int i = 1; i < 5; ++i)
        QVERIFY(watch.look(i * 1000)->isEmpty());

    QCOMPARE(watch.takeComplaints().size(), 1);
    QVERIFY(QFile::exists(place.filePath(u"a.csv"_s)));
}

// ---- with the service

void tst_ServiceFolders::beginsOneRunPerContent()
{
    Night night;
    const QString in = night.folder.filePath(u"in"_s);
    QDir().mkpath(in);
    night.addTrigger(u"quick"_s, folderTrigger(), in);
    const auto look = [&] {
        for (int i = 0; i < 3; ++i) {
            night.clock.pass(2);
            night.service->pass();
        }
    };

    writeFile(in + u"/a.csv"_s, "same");
    look();
    writeFile(in + u"/b.csv"_s, "same");
    look();
    night.restart();
    writeFile(in + u"/a.csv"_s, "same");
    look();
    writeFile(in + u"/a.csv"_s, "other");
    look();

    const auto runs = night.runsOf(u"file:t-1:"_s);
    QCOMPARE(runs.size(), 2);
    for (const store::RunHead &one : runs)
        QCOMPARE(store::toString(one.state), u"completed"_s);
    QCOMPARE(runs.last().title, u"quick: a.csv"_s);
    QVERIFY(QDir(in).entryList(QDir::Files).isEmpty());
}

void tst_ServiceFolders::takesFiveHundredFiles()
{
    Night night;
    const QString in = night.folder.filePath(u"in"_s);
    QDir().mkpath(in);
    night.addTrigger(u"quick"_s, folderTrigger(), in);
    for (int i = 0; i < 500; ++i)
        writeFile(in + u"/%1.csv"_s.arg(i), QByteArray::number(i));

    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        night.clock.pass(2);
        night.service->pass();
    }

    qInfo("500 files in %lld ms", static_cast<long long>(timer.elapsed()));
    const auto runs = night.runsOf(u"file:t-1:"_s);
    QCOMPARE(runs.size(), 500);
    QVERIFY(std::all_of(runs.begin(), runs.end(), [](const store::RunHead &one) { return one.state == store::RunState::Completed; }));
    QVERIFY(QDir(in).entryList(QDir::Files).isEmpty());
}

void tst_ServiceFolders::tellsOnceOfAFolderThatCannotBeRead()
{
    Night night;
    const QString in = night.folder.filePath(u"in"_s);
    QDir().mkpath(in);
    night.addTrigger(u"quick"_s, folderTrigger(), in);
    QVERIFY(QDir().rename(in, in + u"-away"_s));
    for (int i = 0; i < 3; ++i)
        night.service->pass();
    QVERIFY(QDir().rename(in + u"-away"_s, in));
    writeFile(in + u"/a.csv"_s, "a");
    for (int i = 0; i < 3; ++i) {
        night.clock.pass(2);
        night.service->pass();
    }

    QCOMPARE(night.told.filter(u"folder.unreadable t-1"_s).size(), 1);
    QCOMPARE(night.told.filter(u"folder.readable t-1"_s).size(), 1);
    QCOMPARE(night.runsOf(u"file:t-1:"_s).size(), 1);
}

void tst_ServiceFolders::triesAgainWhereTheRobotIsUnsound()
{
    Night night;
    const QString in = night.folder.filePath(u"in"_s);
    QDir().mkpath(in);
    night.addTrigger(u"quick"_s, folderTrigger(), in);
    QFile::rename(night.robots + u"/quick/m.bpmn"_s, night.robots + u"/quick/away"_s);
    writeFile(in + u"/a.csv"_s, "a");
    for (int i = 0; i < 5; ++i) {
        night.clock.pass(2);
        night.service->pass();
    }
    QCOMPARE(night.told.filter(u"file.waits t-1"_s).size(), 1);
    QVERIFY(QFile::exists(in + u"/a.csv"_s));

    QFile::rename(night.robots + u"/quick/away"_s, night.robots + u"/quick/m.bpmn"_s);
    night.clock.pass(61);
    night.service->pass();

    QCOMPARE(night.runsOf(u"file:t-1:"_s).size(), 1);
    QVERIFY(!QFile::exists(in + u"/a.csv"_s));
}

void tst_ServiceFolders::leavesAFolderAloneThatIsNoLongerWatched()
{
    Night night;
    const QString in = night.folder.filePath(u"in"_s);
    QDir().mkpath(in);
    night.addTrigger(u"quick"_s, folderTrigger(), in);
    QVERIFY(night.triggers().switchOn(u"t-1"_s, false));
    writeFile(in + u"/a.csv"_s, "a");
    for (int i = 0; i < 3; ++i) {
        night.clock.pass(2);
        night.service->pass();
    }

    QVERIFY(QFile::exists(in + u"/a.csv"_s));
    QVERIFY(night.runsOf(u"file:"_s).isEmpty());
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_ServiceFolders)
#include "tst_service_folders.moc"
