// The power goes at any sync, and the disk keeps what it likes of what was not synced: every deed is done or not done.
#include "office_fixture.h"
#include "test_vfs.h"

#include <sys/wait.h>

namespace naru::store {

namespace {

constexpr int seeds = 3;
const QDate tomorrow = today.addDays(1);

Plan moves(const QString &id, const QString &from, const QString &to, QDate day = {})
{
    return planOf(id, {move(u"1"_s, from, to, day), move(u"2"_s, from, to, day), hire(id + u"-new"_s, u"새사람"_s)});
}

// Takes p-later back: its booking, and what it has written.
Plan back()
{
    return planOf(u"p-back"_s, {change(Verb::Remove, u"person:later"_s, {{u"name"_s, u"다"_s, {}}, {u"unit"_s, u"A1"_s, {}}})}, u"p-later"_s);
}

Lease heldRun(Runs &runs, const QString &id)
{
    (void)runs.start({{id, u"order"_s, u"digest"_s, u"인사발령"_s, {}, u"a"_s, noon, "{}"}});
    const Result<Lease> lease = runs.claimRun(id, u"a"_s, {u"boot"_s, 0}, 60'000);
    return lease ? *lease : Lease();
}

// Two people in A1, plans that wait for approval, one that is booked, and a run that somebody holds.
void prepare(Office &office)
{
    QVERIFY(office.apply(planOf(u"p-start"_s, {hire(u"1"_s, u"가"_s), hire(u"2"_s, u"나"_s)})));
    QVERIFY(office.store->savePlan(moves(u"p-now"_s, u"A1"_s, u"A2"_s)));
    QVERIFY(office.apply(planOf(u"p-later"_s, {hire(u"later"_s, u"다"_s), change(Verb::Update, u"person:1"_s, {{u"hanja"_s, {}, u"甲"_s}}, tomorrow)})));
    QVERIFY(office.store->savePlan(back()));
    QCOMPARE(heldRun(office.store->runs(), u"r-1"_s).fence, 1);
}

// What the deed changes, as text: its state before, or its state after, and nothing between.
QString stateOf(const Office &office)
{
    const Result<QList<Booking>> bookings = office.store->bookings();
    const Result<QList<Fact>> facts = office.store->runs().facts(u"r-1"_s);
    const Result<QList<WorkItem>> work = office.store->runs().work({.run = u"r-1"_s});
    const Result<QList<PlanSummary>> plans = office.store->plans();
    QStringList out{office.field(u"person:1"_s, u"unit"_s), office.field(u"person:2"_s, u"unit"_s), office.field(u"person:1"_s, u"hanja"_s),
                    office.field(u"person:p-now-new"_s, u"name"_s), office.state(u"p-now"_s), office.state(u"p-later"_s),
                    office.state(u"p-saved"_s), QString::number(bookings ? bookings->size() : -1),
                    QString::number(facts ? facts->size() : -1), QString::number(work ? work->size() : -1),
                    QString::number(plans ? plans->size() : -1), office.store->setting(u"title"_s) ? u"titled"_s : u"untitled"_s,
                    bool(office.store->runs().run(u"r-2"_s)) ? u"begun"_s : u"not begun"_s,
                    office.events().join(u' ')};
    return out.join(u'|');
}

QString toldFile(const QString &path) { return path + u".told"_s; }

using Deed = bool (*)(Store &store);

bool apply(Store &store)
{
    return bool(store.apply(u"p-now"_s, moves(u"p-now"_s, u"A1"_s, u"A2"_s).digest(), u"a"_s, u"b"_s, noon, today));
}
bool applyDue(Store &store) { return bool(store.applyDue(u"night"_s, noon, tomorrow)); }
bool save(Store &store) { return bool(store.savePlan(moves(u"p-saved"_s, u"A1"_s, u"A3"_s))); }
bool set(Store &store) { return bool(store.setSetting(u"title"_s, u"나루시"_s, u"a"_s, noon)); }
bool start(Store &store)
{
    return bool(store.runs().start({{u"r-2"_s, u"order"_s, u"digest"_s, u"둘째"_s, u"file:x"_s, u"a"_s, noon, "{}"}}));
}
bool commit(Store &store)
{
    RunStep step;
    step.lease = {u"r-1"_s, 1};
    step.at = noon;
    step.facts = {R"({"fact":"one"})", R"({"fact":"two"})"};
    step.work = {{.key = u"k-1"_s, .run = u"r-1"_s, .robot = u"order"_s, .element = u"review"_s, .title = u"검토"_s, .form = u"f"_s,
                  .state = u"open"_s, .holder = {}, .candidates = {u"role:인사담당"_s}, .made = noon}};
    const Result<QList<Status>> done = store.runs().commit({step});
    return done && done->first();
}
bool cancelBooking(Store &store) { return bool(store.apply(u"p-back"_s, back().digest(), u"a"_s, u"b"_s, noon, today)); }

} // namespace

class tst_PowerCut : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { TestVfs::install(); }
    void everyDeedIsDoneOrNotDone_data();
    void everyDeedIsDoneOrNotDone();

private:
    // Does the deed in a process of its own, whose power goes at the sync. True where the deed came to its end.
    static bool survives(const QString &path, Deed deed, int sync, quint32 seed)
    {
        const pid_t child = fork();
        if (child == 0) {
            TestVfs::cutPowerAt(sync, seed);
            auto store = Store::open(path, fixtureTables());
            const bool isDone = store && deed(**store);
            if (isDone) {
                // Told to the world before the office is closed: from here on no power cut may take it back.
                QFile(toldFile(path)).open(QIODevice::WriteOnly);
                store->reset();
            }
            _exit(isDone ? 0 : 2);
        }
        int status = 0;
        waitpid(child, &status, 0);
        if (!WIFSIGNALED(status) && WEXITSTATUS(status) != 0)
            QTest::qFail("the deed failed without a power cut", __FILE__, __LINE__);
        return !WIFSIGNALED(status);
    }
};

void tst_PowerCut::everyDeedIsDoneOrNotDone_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::newRow("apply a plan") << Deed(apply);
    QTest::newRow("write the bookings of a day") << Deed(applyDue);
    QTest::newRow("save a plan") << Deed(save);
    QTest::newRow("change a setting") << Deed(set);
    QTest::newRow("begin a run") << Deed(start);
    QTest::newRow("commit a step with work for a person") << Deed(commit);
    QTest::newRow("take a booking back") << Deed(cancelBooking);
}

void tst_PowerCut::everyDeedIsDoneOrNotDone()
{
    QFETCH(const Deed, deed);
    Office start;
    prepare(start);
    const QString before = stateOf(start);
    start.store.reset();
    QString after;
    {
        Office done;
        prepare(done);
        QVERIFY(deed(*done.store));
        after = stateOf(done);
    }
    QVERIFY(after != before);

    int cuts = 0;
    int told = 0;
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        bool isOver = false;
        for (int sync = 1; !isOver; ++sync) {
            Office office;
            prepare(office);
            office.store.reset();
            isOver = survives(office.path, deed, sync, seed * 1000 + quint32(sync));
            cuts += isOver ? 0 : 1;
            const QByteArray where = QByteArray("seed ") + QByteArray::number(seed) + ", sync " + QByteArray::number(sync);
            const Status opened = office.reopen();
            QVERIFY2(opened, (where + ": " + why(opened)).constData());
            const QString now = stateOf(office);
            told += !isOver && QFile::exists(toldFile(office.path)) ? 1 : 0;
            QVERIFY2(now == before || now == after, (where + ": " + now.toUtf8() + "\nbefore " + before.toUtf8() + "\nafter " + after.toUtf8()).constData());
            QVERIFY2(!QFile::exists(toldFile(office.path)) || now == after, (where + ": it was told, and is lost").constData());
            QCOMPARE(office.verdict(), QString());
            const Status sound = office.store->check();
            QVERIFY2(sound, (where + ": " + why(sound)).constData());
        }
    }
    qInfo() << cuts << "power cuts," << told << "of them when it had been told; 0 lost, 0 half states";
    QVERIFY(cuts > told && told > 0);
}

} // namespace naru::store

QTEST_GUILESS_MAIN(naru::store::tst_PowerCut)
#include "tst_power_cut.moc"
