// SIGKILL at any moment of applying and booking: nothing that was acknowledged is lost, nothing is half.
#include "child.h"
#include "office_fixture.h"

#include <QRandomGenerator>

namespace naru::store {

namespace {

constexpr int kills = 200;
constexpr int killsOfAnOffice = 20;
const QDate tomorrow = today.addDays(1);

// Three people now, one more tomorrow, and the total that all plans share.
Plan batch(const QString &name, qint64 total)
{
    Change later = hire(name + u"-d"_s, u"내일"_s);
    later.effective = tomorrow;
    const Change count = change(Verb::Update, u"order:total"_s, {{u"count"_s, total, total + 1}});
    return planOf(u"p-"_s + name, {hire(name + u"-a"_s, u"가"_s), count, hire(name + u"-b"_s, u"나"_s), hire(name + u"-c"_s, u"다"_s), later});
}

qint64 totalOf(const Store &store)
{
    const auto row = store.row({u"order"_s, u"total"_s});
    return row ? row->value(u"count"_s).toInteger() : -1;
}

// Applies plans and due bookings until it is killed, and tells what was acknowledged.
int work(const QStringList &arguments)
{
    const auto store = Store::open(arguments.value(0), fixtureTables());
    if (!store)
        return 1;
    tell(u"ready"_s);
    for (int i = 0;; ++i) {
        const Plan plan = batch(arguments.value(1) + u'.' + QString::number(i), totalOf(**store));
        if (!(*store)->savePlan(plan))
            return 2;
        if (!(*store)->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today))
            return 3;
        tell(u"applied "_s + plan.id);
        if (i % 3 == 2) {
            const auto due = (*store)->applyDue(u"night"_s, noon, tomorrow);
            if (!due)
                return 4;
            for (const Receipt &one : *due)
                tell(u"due "_s + one.plan);
        }
    }
}

} // namespace

class tst_Kill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsHalfAfterAKill();

private:
    static void verify(const Office &office, const QStringList &told)
    {
        QSet<QString> booked;
        const auto bookings = office.store->bookings();
        for (const Booking &one : *bookings)
            booked.insert(one.change.record.id);
        int applied = 0;
        const auto plans = office.store->plans();
        for (const PlanSummary &plan : *plans) {
            if (plan.id == u"p-start")
                continue;
            const QString name = plan.id.mid(2);
            const bool isApplied = plan.state != PlanState::Draft;
            applied += isApplied ? 1 : 0;
            for (const auto &end : {u"-a"_s, u"-b"_s, u"-c"_s})
                QCOMPARE(bool(office.store->row({u"person"_s, name + end})), isApplied);
            const bool hasCome = bool(office.store->row({u"person"_s, name + u"-d"_s}));
            QCOMPARE(hasCome, plan.state == PlanState::Applied);
            QCOMPARE(booked.contains(name + u"-d"_s), plan.state == PlanState::PartlyBooked);
        }
        QCOMPARE(totalOf(*office.store), qint64(applied));
        for (const QString &line : told) {
            if (line.startsWith(u"applied "))
                QVERIFY2(office.state(line.mid(8)) != u"draft", qPrintable(line));
            if (line.startsWith(u"due "))
                QCOMPARE(office.state(line.mid(4)), toString(PlanState::Applied));
        }
        QCOMPARE(office.verdict(), QString());
        const Status sound = office.store->check();
        QVERIFY2(sound, why(sound));
    }
};

void tst_Kill::nothingIsHalfAfterAKill()
{
    QRandomGenerator random(20261122);
    int acknowledged = 0;
    std::unique_ptr<Office> office;
    for (int kill = 0; kill < kills; ++kill) {
        if (kill % killsOfAnOffice == 0) {
            office = std::make_unique<Office>();
            QVERIFY(office->apply(planOf(u"p-start"_s, {change(Verb::Create, u"order:total"_s, {{u"count"_s, {}, qint64(0)}})})));
        }
        office->store.reset();
        const auto child = startChild({office->path, QString::number(kill)});
        QVERIFY(child->waitForReadyRead(20'000));
        QTest::qSleep(random.bounded(50)); // the moment of the kill is what is tested
        child->kill();
        QVERIFY(child->waitForFinished());
        QCOMPARE(child->exitStatus(), QProcess::CrashExit);
        const QStringList told = toldBy(*child);
        acknowledged += int(told.size()) - 1;

        QVERIFY(office->reopen());
        verify(*office, told);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"kill %1"_s.arg(kill)));
    }
    qInfo() << kills << "kills," << acknowledged << "acknowledged, 0 lost, 0 half states";
    QVERIFY(acknowledged > kills);
}

} // namespace naru::store

int main(int argc, char **argv) { return naru::store::runTestOrChild<naru::store::tst_Kill>(argc, argv, naru::store::work); }
#include "tst_kill.moc"
