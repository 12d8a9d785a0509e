// The WAL-reset bug of SQLite 3.7.0 to 3.51.2: two processes write and checkpoint through a file system that widens the
// window of the race. Our rules must hold; with NARU_WAL_TEETH=1 two more processes break them with PASSIVE checkpoints, to
// show that the test can fail.
#include "child.h"
#include "office_fixture.h"
#include "test_vfs.h"

#include <QDeadlineTimer>

namespace naru::store {

namespace {

// Applies plans, each with some pages of text, until the time is up or the count is reached. Tells each that is written.
int writePlans(const QStringList &arguments)
{
    TestVfs::install();
    TestVfs::dawdle(3000);
    const QString name = arguments.value(1);
    const int most = arguments.value(2).toInt();
    const QDeadlineTimer end(arguments.value(3).toInt());
    const auto store = Store::open(arguments.value(0), fixtureTables());
    if (!store)
        return 1;
    for (int i = 0; i < most && !end.hasExpired(); ++i) {
        const QString id = name + u'-' + QString::number(i);
        const Change one = change(Verb::Create, u"order:"_s + id, {{u"title"_s, {}, id}, {u"text"_s, {}, QString(20'000, u'가')}});
        const Plan plan = planOf(u"p-"_s + id, {one});
        const Status saved = (*store)->savePlan(plan);
        if (!saved) {
            tell(u"error "_s + saved.error().text);
            return 2;
        }
        const auto applied = (*store)->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today);
        if (!applied) {
            tell(u"error "_s + applied.error().text);
            return 3;
        }
        tell(id);
    }
    return 0;
}

int checkpointPassively(const QStringList &arguments)
{
    TestVfs::install();
    TestVfs::dawdle(3000);
    const QDeadlineTimer end(arguments.value(3).toInt());
    const auto opened = Connection::open(arguments.value(0), Connection::Mode::ReadWrite);
    while (opened && !end.hasExpired())
        sqlite3_wal_checkpoint_v2((*opened)->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return 0;
}

int work(const QStringList &arguments)
{
    return arguments.value(1).startsWith(u"passive") ? checkpointPassively(arguments) : writePlans(arguments);
}

// Runs the children to their end and gives back what they told.
QStringList runAll(const QString &office, const QStringList &names, int most, int milliseconds)
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (const QString &name : names)
        children.push_back(startChild({office, name, QString::number(most), QString::number(milliseconds)}));
    QStringList told;
    for (const auto &child : children) {
        child->waitForFinished(300'000);
        told += toldBy(*child);
        if (child->exitStatus() != QProcess::NormalExit || child->exitCode() != 0)
            told.append(u"error: exit "_s + QString::number(child->exitCode()));
    }
    return told;
}

} // namespace

class tst_Wal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoProcessesLoseNothing();
    void theRulesWithstandTheWidenedWindow();
    void passiveCheckpointsCorrupt();

private:
    static void verify(Office &office, const QStringList &told)
    {
        for (const QString &line : told)
            QVERIFY2(!line.startsWith(u"error"), qPrintable(line));
        QVERIFY(office.reopen());
        const Status sound = office.store->check();
        QVERIFY2(sound, why(sound));
        QCOMPARE(office.verdict(), QString());
        QCOMPARE(office.store->rows(u"order"_s)->size(), told.size());
        for (const QString &id : told)
            QVERIFY2(office.store->row({u"order"_s, id}), qPrintable(id));
    }
};

void tst_Wal::twoProcessesLoseNothing()
{
    constexpr int each = 150;
    Office office;

    const QStringList told = runAll(office.path, {u"a"_s, u"b"_s}, each, 120'000);

    QCOMPARE(told.size(), 2 * each);
    verify(office, told);
}

void tst_Wal::theRulesWithstandTheWidenedWindow()
{
    Office office;

    const QStringList told = runAll(office.path, {u"a"_s, u"b"_s}, 1'000'000, 10'000);

    qInfo() << told.size() << "plans by two processes, all there; SQLite" << sqlite3_libversion();
    QVERIFY(told.size() > 20);
    verify(office, told);
    QVERIFY(QFileInfo(office.path + u"-wal"_s).size() < 8 << 20);
}

void tst_Wal::passiveCheckpointsCorrupt()
{
    if (!qEnvironmentVariableIsSet("NARU_WAL_TEETH"))
        QSKIP("runs only with NARU_WAL_TEETH=1: shows that PASSIVE checkpoints corrupt, on SQLite before 3.51.3");
    bool isCorrupt = false;
    for (int round = 0; round < 4 && !isCorrupt; ++round) {
        Office office;
        const QStringList told = runAll(office.path, {u"a"_s, u"b"_s, u"passive-1"_s, u"passive-2"_s}, 1'000'000, 40'000);
        const bool hasError = std::any_of(told.begin(), told.end(), [](const QString &line) { return line.startsWith(u"error"); });
        isCorrupt = hasError || !office.reopen() || !office.store->check() || !office.verdict().isEmpty()
            || office.store->rows(u"order"_s)->size() != told.size();
        qInfo() << "round" << round << told.size() << "plans," << (isCorrupt ? "corrupt" : "sound") << told.filter(u"error"_s);
    }
    qInfo() << "SQLite" << sqlite3_libversion() << (isCorrupt ? "was corrupted" : "was not corrupted in four rounds");
}

} // namespace naru::store

int main(int argc, char **argv) { return naru::store::runTestOrChild<naru::store::tst_Wal>(argc, argv, naru::store::work); }
#include "tst_wal.moc"
