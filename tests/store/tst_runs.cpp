// What the store promises of runs: each begins once, one holder at a time, facts in order, word delivered once.
#include "child.h"
#include "office_fixture.h"

namespace naru::store {

namespace {

constexpr qint64 minute = 60'000;

QDateTime at(int seconds) { return noon.addSecs(seconds); }
LeaseTime clockAt(qint64 milliseconds, const QString &era = u"boot-1"_s) { return {era, milliseconds}; }

RunStart startOf(const QString &id, const QString &cause = {})
{
    return {id, u"order"_s, u"digest"_s, u"인사발령 "_s + id, cause, u"schedule:s-1"_s, noon, R"({"file":"a.pdf"})"};
}

RunStep stepOf(const Lease &lease, qint64 after, const QList<QByteArray> &facts)
{
    RunStep step;
    step.lease = lease;
    step.after = after;
    step.at = noon;
    step.facts = facts;
    return step;
}

// A run that has begun and is held.
Lease held(Runs &runs, const QString &id, qint64 milliseconds = 0)
{
    (void)runs.start({startOf(id)});
    const auto lease = runs.claimRun(id, u"a"_s, clockAt(milliseconds), minute);
    return lease ? *lease : Lease();
}

bool allOk(const Result<QList<Status>> &done)
{
    return done && std::all_of(done->cbegin(), done->cend(), [](const Status &one) { return bool(one); });
}

constexpr int occurrencesToRace = 2000;

// Records the same times as the others, and tells which it was the first to record.
int race(const QStringList &arguments)
{
    const auto store = Store::open(arguments.value(0), fixtureTables());
    if (!store)
        return 1;
    tell(u"ready"_s);
    for (int i = 0; i < occurrencesToRace; ++i) {
        const QString run = u"r-"_s + QString::number(i) + u'-' + arguments.value(1);
        const Occurrence one{u"s-1"_s, noon.addSecs(i), u"run"_s, {}, {}, startOf(run)};
        const auto first = (*store)->runs().occur({one});
        if (!first)
            return 2;
        if (first->value(0))
            tell(u"ran "_s + QString::number(i));
    }
    return 0;
}

} // namespace

class tst_Runs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beginsOncePerCause();
    void givesARunToOneHolder();
    void takesOnlyWhatIsDue();
    void anEraEndsAllLeases();
    void refusesTheFormerHolder();
    void refusesFactsOutOfOrder();
    void writesTheOthersWhereOneIsRefused();
    void goesOnFromTheSnapshot();
    void tellsAWishOnce();
    void aWishThatComesMeanwhileWakesTheRun();
    void refusesWordToARunThatHasEnded();
    void deliversAMessageToOneAndASignalToAll();
    void keepsAMessageUntilSomebodyWaits();
    void listsTheWorkOfAPerson();
    void recordsAnOccurrenceOnce();
    void findsFactsThatWereChanged_data();
    void findsFactsThatWereChanged();
    void refusesToForgetFacts();
    void keepsWhatRunsArePinnedTo();
    void fourProcessesRecordEachTimeOnce();
};

void tst_Runs::beginsOncePerCause()
{
    Office office;
    Runs &runs = office.store->runs();

    const auto begun = runs.start({startOf(u"r-1"_s, u"file:x"_s), startOf(u"r-2"_s, u"file:x"_s), startOf(u"r-3"_s), startOf(u"r-4"_s)});

    QVERIFY2(begun, why(begun));
    QCOMPARE(*begun, (QList<bool>{true, false, true, true}));
    QVERIFY(failsAs(runs.run(u"r-2"_s), Error::Kind::NotFound));
    const auto head = runs.run(u"r-1"_s);
    QCOMPARE(head->title, u"인사발령 r-1"_s);
    QCOMPARE(head->cause, u"file:x"_s);
    QCOMPARE(head->started, noon);
    QVERIFY(head->state == RunState::Running);
    QCOMPARE(runs.load(u"r-1"_s)->wishes.value(0).body, R"({"file":"a.pdf"})");
    QCOMPARE(office.events(), (QStringList{u"run.started"_s, u"run.started"_s, u"run.started"_s}));
    QCOMPARE(runs.runs({{}, {}, u"file:"_s})->size(), 1);
}

void tst_Runs::givesARunToOneHolder()
{
    Office office;
    Runs &runs = office.store->runs();
    QVERIFY(runs.start({startOf(u"r-1"_s)}));

    const auto first = runs.claim(u"a"_s, at(1), clockAt(0), minute, 10);
    const auto second = runs.claim(u"b"_s, at(1), clockAt(minute - 1), minute, 10);
    const auto direct = runs.claimRun(u"r-1"_s, u"b"_s, clockAt(minute - 1), minute);
    const auto late = runs.claim(u"b"_s, at(1), clockAt(minute), minute, 10);

    QCOMPARE(first->size(), 1);
    QCOMPARE(second->size(), 0);
    QVERIFY(failsAs(direct, Error::Kind::Conflict));
    QCOMPARE(late->size(), 1);
    QCOMPARE(late->first().fence, first->first().fence + 1);
    QVERIFY(!*runs.holds(first->first(), clockAt(minute)));
    QVERIFY(*runs.holds(late->first(), clockAt(minute)));
    QVERIFY(!*runs.holds(late->first(), clockAt(2 * minute))); // over
    QVERIFY(runs.renew(*late, clockAt(3 * minute)));
    QVERIFY(*runs.holds(late->first(), clockAt(2 * minute)));
}

void tst_Runs::takesOnlyWhatIsDue()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    RunStep step = stepOf(lease, 0, {"{}"});
    step.taken = {runs.load(u"r-1"_s)->wishes.value(0).number};
    step.wake = at(100);
    step.release = true;
    QVERIFY(allOk(runs.commit({step})));

    QCOMPARE(*runs.nextWake(), at(100));
    QCOMPARE(runs.claim(u"a"_s, at(99), clockAt(1), minute, 10)->size(), 0);
    QCOMPARE(runs.claim(u"a"_s, at(100), clockAt(1), minute, 10)->size(), 1);
}

void tst_Runs::anEraEndsAllLeases()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s, 1'000'000);

    QVERIFY(!*runs.holds(lease, clockAt(0, u"boot-2"_s)));
    QCOMPARE(runs.claim(u"b"_s, at(1), clockAt(0, u"boot-2"_s), minute, 10)->size(), 1);
}

void tst_Runs::refusesTheFormerHolder()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease former = held(runs, u"r-1"_s);
    const auto latter = runs.claimRun(u"r-1"_s, u"b"_s, clockAt(minute), minute);
    QVERIFY(latter);

    const auto refused = runs.commit({stepOf(former, 0, {"1"})});
    const auto written = runs.commit({stepOf(*latter, 0, {"2"})});

    QVERIFY(failsAs(refused->first(), Error::Kind::Conflict));
    QCOMPARE(refused->first().error().code, u"run.fence"_s);
    QVERIFY(allOk(written));
    QCOMPARE(runs.facts(u"r-1"_s)->size(), 1);
    QCOMPARE(runs.facts(u"r-1"_s)->first().body, "2");
}

void tst_Runs::refusesFactsOutOfOrder()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    QVERIFY(allOk(runs.commit({stepOf(lease, 0, {"1", "2"})})));

    const auto again = runs.commit({stepOf(lease, 0, {"1", "2"})});

    QCOMPARE(again->first().error().code, u"run.sequence"_s);
    QCOMPARE(runs.facts(u"r-1"_s)->size(), 2);
    QVERIFY(runs.verify(u"r-1"_s));
}

void tst_Runs::writesTheOthersWhereOneIsRefused()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease one = held(runs, u"r-1"_s);
    const Lease two = held(runs, u"r-2"_s);
    RunStep bad = stepOf({u"r-2"_s, two.fence + 1}, 0, {"1"});
    bad.work = {{u"w"_s, u"r-2"_s, {}, {}, u"검토"_s, {}, u"open"_s, {}, {u"person:1"_s}, noon}};

    const auto done = runs.commit({stepOf(one, 0, {"1"}), bad, stepOf({u"r-9"_s, 1}, 0, {"1"})});

    QVERIFY2(done, why(done));
    QVERIFY(done->value(0));
    QVERIFY(failsAs(done->value(1), Error::Kind::Conflict));
    QVERIFY(failsAs(done->value(2), Error::Kind::NotFound));
    QCOMPARE(runs.facts(u"r-1"_s)->size(), 1);
    QCOMPARE(runs.work({})->size(), 0);
}

void tst_Runs::goesOnFromTheSnapshot()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    RunStep step = stepOf(lease, 0, {"1", "2"});
    step.snapshot = "state of 2";
    QVERIFY(allOk(runs.commit({step})));
    QVERIFY(allOk(runs.commit({stepOf(lease, 2, {"3"})})));

    const auto image = runs.load(u"r-1"_s);

    QVERIFY2(image, why(image));
    QCOMPARE(image->snapshot, "state of 2");
    QCOMPARE(image->snapshotAt, 2);
    QCOMPARE(image->facts.size(), 1);
    QCOMPARE(image->facts.first().sequence, 3);
    QCOMPARE(image->head.facts, 3);
}

void tst_Runs::tellsAWishOnce()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    const Wish wish{0, u"task:1"_s, at(5), u"20110234"_s, "{}"};
    for (int i = 0; i < 5; ++i)
        QVERIFY(runs.wish(u"r-1"_s, wish));
    const auto image = runs.load(u"r-1"_s);
    QCOMPARE(image->wishes.size(), 2); // with the start
    QCOMPARE(image->wishes.value(1).actor, u"20110234"_s);
    RunStep step = stepOf(lease, 0, {"1"});
    step.taken = {image->wishes.value(0).number, image->wishes.value(1).number};
    QVERIFY(allOk(runs.commit({step})));

    QVERIFY(runs.wish(u"r-1"_s, wish));

    QCOMPARE(runs.load(u"r-1"_s)->wishes.size(), 0);
    QVERIFY(!runs.nextWake()->isValid());
    QVERIFY(failsAs(runs.wish(u"r-9"_s, wish), Error::Kind::NotFound));
}

void tst_Runs::aWishThatComesMeanwhileWakesTheRun()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    const qint64 first = runs.load(u"r-1"_s)->wishes.value(0).number;
    QVERIFY(runs.wish(u"r-1"_s, {0, u"late"_s, at(5), {}, "{}"})); // after the holder looked

    RunStep step = stepOf(lease, 0, {"1"});
    step.taken = {first};
    step.release = true; // and it believes that it waits for ever
    QVERIFY(allOk(runs.commit({step})));

    QCOMPARE(runs.claim(u"a"_s, at(5), clockAt(1), minute, 1)->size(), 1);
}

void tst_Runs::refusesWordToARunThatHasEnded()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    RunStep step = stepOf(lease, 0, {"1"});
    step.state = RunState::Completed;
    step.subscriptions = QList<Subscription>{{u"k"_s, u"message"_s, u"m"_s, {}}};
    QVERIFY(allOk(runs.commit({step})));

    QVERIFY(failsAs(runs.wish(u"r-1"_s, {0, u"x"_s, noon, {}, "{}"}), Error::Kind::Conflict));
    QCOMPARE(runs.subscriptions(u"r-1"_s)->size(), 0);
    QCOMPARE(runs.run(u"r-1"_s)->ended, noon);
    QVERIFY(!runs.nextWake()->isValid());
    QCOMPARE(office.events().last(), u"run.ended"_s);
    QVERIFY(runs.verify(u"r-1"_s));
    QCOMPARE(office.verdict(), QString());
}

void tst_Runs::deliversAMessageToOneAndASignalToAll()
{
    Office office;
    Runs &runs = office.store->runs();
    for (const QString &id : {u"r-1"_s, u"r-2"_s, u"r-3"_s}) {
        RunStep step = stepOf(held(runs, id), 0, {"1"});
        step.at = noon.addSecs(id == u"r-2" ? -60 : 0); // has waited longest
        step.subscriptions = QList<Subscription>{{u"m"_s, u"message"_s, u"답변"_s, id == u"r-3" ? u"77"_s : QString()},
                                                 {u"s"_s, u"signal"_s, u"비상"_s, {}}};
        QVERIFY(allOk(runs.commit({step})));
    }
    const Subscription message{{}, u"message"_s, u"답변"_s, u"5"_s};

    QCOMPARE(*runs.deliver(message, {0, u"m-1"_s, noon, {}, "{}"}), QStringList{u"r-2"_s});
    QCOMPARE(*runs.deliver(message, {0, u"m-1"_s, noon, {}, "{}"}), QStringList()); // said again
    QCOMPARE(*runs.deliver(message, {0, u"m-2"_s, noon, {}, "{}"}), QStringList{u"r-1"_s});
    QCOMPARE(*runs.deliver(message, {0, u"m-3"_s, noon, {}, "{}"}), QStringList()); // r-3 waits for another
    QCOMPARE(*runs.deliver({{}, u"message"_s, u"답변"_s, u"77"_s}, {0, u"m-4"_s, noon, {}, "{}"}), QStringList{u"r-3"_s});
    QCOMPARE(runs.deliver({{}, u"signal"_s, u"비상"_s, {}}, {0, u"s-1"_s, noon, {}, "{}"})->size(), 3);
    QCOMPARE(runs.load(u"r-2"_s)->wishes.size(), 3); // start, message, signal
    QCOMPARE(*runs.deliver({{}, u"signal"_s, u"비상"_s, {}}, {0, u"s-2"_s, noon, u"r-1"_s, "{}"}), (QStringList{u"r-2"_s, u"r-3"_s})); // not to its sender
}

void tst_Runs::keepsAMessageUntilSomebodyWaits()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    QCOMPARE(*runs.deliver({{}, u"message"_s, u"답변"_s, u"77"_s}, {0, u"m-1"_s, noon, {}, "early"}), QStringList());

    RunStep step = stepOf(lease, 0, {"1"});
    step.subscriptions = QList<Subscription>{{u"a"_s, u"message"_s, u"답변"_s, u"78"_s}, {u"b"_s, u"message"_s, u"답변"_s, u"77"_s}};
    QVERIFY(allOk(runs.commit({step})));

    QCOMPARE(runs.load(u"r-1"_s)->wishes.value(1).body, "early");
    QCOMPARE(runs.subscriptions(u"r-1"_s)->size(), 1);
    QVERIFY(allOk(runs.commit({[&] {
        RunStep next = stepOf(lease, 1, {"2"});
        next.subscriptions = QList<Subscription>{{u"c"_s, u"message"_s, u"답변"_s, u"77"_s}};
        return next;
    }()})));
    QCOMPARE(runs.load(u"r-1"_s)->wishes.size(), 2); // it was kept for one
    RunStep other = stepOf(held(runs, u"r-2"_s), 0, {"1"});
    other.subscriptions = QList<Subscription>{{u"a"_s, u"message"_s, u"답변"_s, {}}};
    QVERIFY(allOk(runs.commit({other})));
    QCOMPARE(runs.load(u"r-2"_s)->wishes.size(), 1); // and for no other
}

void tst_Runs::listsTheWorkOfAPerson()
{
    Office office;
    Runs &runs = office.store->runs();
    const Lease lease = held(runs, u"r-1"_s);
    WorkItem review{u"w-1"_s, u"r-1"_s, u"order"_s, u"Review"_s, u"발령 검토"_s, u"review"_s, u"open"_s, {}, {u"role:인사담당"_s, u"person:7"_s}, noon, at(600)};
    review.body = R"({"plan":"p-1"})";
    WorkItem sign{u"w-2"_s, u"r-1"_s, u"order"_s, u"Sign"_s, u"결재"_s, u"sign"_s, u"open"_s, {}, {u"person:7"_s}, noon, at(60)};
    RunStep step = stepOf(lease, 0, {"1"});
    step.work = {review, sign};
    QVERIFY(allOk(runs.commit({step})));
    const auto keys = [&](const WorkFilter &filter) {
        QStringList out;
        const auto items = runs.work(filter);
        for (const WorkItem &one : *items)
            out.append(one.key);
        return out;
    };

    QCOMPARE(keys({{u"person:7"_s}}), (QStringList{u"w-2"_s, u"w-1"_s})); // what is due first stands first
    QCOMPARE(keys({{u"role:인사담당"_s, u"unit:A"_s}}), QStringList{u"w-1"_s});
    QCOMPARE(keys({{u"role:다른"_s}}), QStringList());
    QCOMPARE(runs.run(u"r-1"_s)->openWork, 2);
    const WorkItem found = runs.work({{}, {}, {}, u"w-1"_s})->value(0);
    QCOMPARE(found.body, review.body);
    QCOMPARE(found.due, review.due);
    QCOMPARE(found.candidates, review.candidates);

    review.state = u"done"_s;
    review.ended = noon;
    sign.state = u"claimed"_s;
    sign.holder = u"9"_s;
    sign.candidates = {u"person:9"_s};
    step = stepOf(lease, 1, {"2"});
    step.work = {review, sign};
    QVERIFY(allOk(runs.commit({step})));

    QCOMPARE(keys({{u"person:7"_s}}), QStringList());
    QCOMPARE(keys({{}, u"9"_s}), QStringList{u"w-2"_s});
    QCOMPARE(keys({{}, {}, u"r-1"_s, {}, true}).size(), 2);
}

void tst_Runs::recordsAnOccurrenceOnce()
{
    Office office;
    Runs &runs = office.store->runs();
    QVERIFY(!runs.lastOccurrence(u"s-1"_s)->isValid());

    QCOMPARE(*runs.occur({{u"s-1"_s, at(60), u"run"_s, {}, {}, startOf(u"r-1"_s)}, {u"s-1"_s, at(0), u"missed"_s, u"the service was stopped"_s, {}}}),
             (QList<bool>{true, true}));
    QCOMPARE(*runs.occur({{u"s-1"_s, at(60), u"run"_s, {}, {}, startOf(u"r-2"_s)}}), QList<bool>{false});

    QVERIFY(failsAs(runs.run(u"r-2"_s), Error::Kind::NotFound));
    QCOMPARE(*runs.lastOccurrence(u"s-1"_s), at(60));
    const auto all = runs.occurrences(u"s-1"_s, 0);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->first().run, u"r-1"_s);
    QCOMPARE(all->last().reason, u"the service was stopped"_s);
    QVERIFY(runs.setOutcome(u"s-1"_s, at(0), u"run"_s, u"asked"_s));
    QCOMPARE(runs.occurrences(u"s-1"_s, 0)->last().outcome, u"run"_s);
}

void tst_Runs::findsFactsThatWereChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("word");
    QTest::newRow("as they were") << QByteArray("SELECT 1") << QString();
    QTest::newRow("body") << QByteArray("UPDATE naru_run_fact SET body = '9' WHERE sequence = 2") << u"fact 2 "_s;
    QTest::newRow("moment") << QByteArray("UPDATE naru_run_fact SET at = at + 1 WHERE sequence = 3") << u"fact 3 "_s;
    QTest::newRow("hash") << QByteArray("UPDATE naru_run_fact SET hash = zeroblob(32) WHERE sequence = 1") << u"fact 1 "_s;
    QTest::newRow("deleted") << QByteArray("DELETE FROM naru_run_fact WHERE sequence = 2") << u"fact 2 "_s;
    QTest::newRow("cut") << QByteArray("DELETE FROM naru_run_fact WHERE sequence = 3") << u"fact 3 "_s;
    QTest::newRow("cut with its head") << QByteArray("DELETE FROM naru_run_fact WHERE sequence = 3; UPDATE naru_run SET facts = 2,"
                                                     " hash = (SELECT hash FROM naru_run_fact WHERE sequence = 2)") << u"the journal"_s;
    QTest::newRow("another end") << QByteArray("UPDATE naru_run SET state = 'cancelled'") << u"the journal"_s;
}

void tst_Runs::findsFactsThatWereChanged()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QString, word);
    Office office;
    Runs &runs = office.store->runs();
    RunStep step = stepOf(held(runs, u"r-1"_s), 0, {"1", "2", "3"});
    step.state = RunState::Completed;
    QVERIFY(allOk(runs.commit({step})));
    QVERIFY(tamper(office.path, "DROP TRIGGER naru_run_fact_update; DROP TRIGGER naru_run_fact_delete;" + sql));

    const Status sound = runs.verify(u"r-1"_s);

    QCOMPARE(bool(sound), word.isEmpty());
    QVERIFY2(sound || sound.error().text.contains(word), why(sound));
}

void tst_Runs::refusesToForgetFacts()
{
    Office office;
    QVERIFY(allOk(office.store->runs().commit({stepOf(held(office.store->runs(), u"r-1"_s), 0, {"1"})})));
    const auto opened = Connection::open(office.path, Connection::Mode::ReadWrite);

    for (const char *sql : {"UPDATE naru_run_fact SET body = '2'", "DELETE FROM naru_run_fact"}) {
        const Status done = (*opened)->run(sql);
        QVERIFY(!done);
        QVERIFY2(done.error().text.contains(u"append-only"), why(done));
    }
}

void tst_Runs::keepsWhatRunsArePinnedTo()
{
    Office office;
    Runs &runs = office.store->runs();
    const QByteArray body = "<definitions/>";
    const QString digest = QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());

    QVERIFY(runs.keep({body, body, "other"}));

    QCOMPARE(*runs.kept(digest), body);
    QVERIFY(failsAs(runs.kept(u"x"_s), Error::Kind::NotFound));
    QVERIFY(tamper(office.path, "UPDATE naru_kept SET body = 'else'"));
    QVERIFY(failsAs(runs.kept(digest), Error::Kind::Invalid));
}

void tst_Runs::fourProcessesRecordEachTimeOnce()
{
    Office office;
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < 4; ++i)
        children.push_back(startChild({office.path, QString::number(i)}));
    QMap<QString, int> ran;
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished(120'000));
        QCOMPARE(child->exitCode(), 0);
        for (const QString &line : toldBy(*child))
            if (line.startsWith(u"ran "))
                ++ran[line];
    }

    int twice = 0;
    for (const int count : std::as_const(ran))
        twice += count > 1 ? 1 : 0;
    const auto runs = office.store->runs().runs();
    qInfo() << occurrencesToRace << "times, 4 processes:" << twice << "twice," << occurrencesToRace - ran.size() << "missing,"
            << runs->size() << "runs";
    QCOMPARE(twice, 0);
    QCOMPARE(ran.size(), occurrencesToRace);
    QCOMPARE(runs->size(), occurrencesToRace);
}

} // namespace naru::store

int main(int argc, char **argv) { return naru::store::runTestOrChild<naru::store::tst_Runs>(argc, argv, naru::store::race); }
#include "tst_runs.moc"
