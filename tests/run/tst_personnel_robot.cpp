// The robot of personnel orders on the sample office, unattended: what is certain it does, what is not it asks, and what a
// person has answered stays answered.
#include "robot_fixture.h"

#include "run/robots/robot_desk.h"

#include <stdexcept>

namespace naru::run {

namespace {

const QDate receivedOn(2026, 7, 20);
const QDate effectiveOn(2026, 7, 29);

} // namespace

class tst_PersonnelRobot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void isSound();
    void doesWhatIsCertain();
    void previewsTheSameAsItDoes();
    void asksWhatIsNotCertain();
    void neverAppliesAScanByItself();
    void asksWhereADocumentCannotBeRead();
    void beginsOncePerDocument();
    void letsOnlyThoseWhoMayDoTheTask();
    void doesTheSameAfterKills();

private:
    Result<std::unique_ptr<Session>> open(const QString &actor = {}) { return Session::open({m_office, actor, receivedOn}); }
    // A copy of a sample order in the folder of this test.
    QString orderOf(const QString &pattern);
    static feel::Context inputs(const QString &file, const QString &folder)
    {
        return {{u"files"_s, feel::Value(QList<feel::Value>{feel::Value(file)})},
                {u"received"_s, *feel::fromText(u"date(\"2026-07-20\")"_s)},
                {u"folder"_s, feel::Value(folder)}};
    }
    // Who is of the personnel office.
    QString officer(Session &session);

    QTemporaryDir m_sample;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_office;
};

void tst_PersonnelRobot::initTestCase()
{
    qputenv("NARU_ROBOTS", qgetenv("NARU_SOURCE") + "/robots");
    qputenv("NARU_FORMS", qgetenv("NARU_SOURCE") + "/forms");
    Session::SampleOptions options;
    options.isSample = true;
    options.size = u"small"_s;
    const auto made = Session::create(m_sample.filePath(u"o.naru"_s), options);
    QVERIFY2(made, made ? "" : qPrintable(made.error().text));
}

void tst_PersonnelRobot::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_office = m_folder->filePath(u"o.naru"_s);
    for (const QString &ending : {QString(), u".seal"_s})
        QVERIFY(QFile::copy(m_sample.filePath(u"o.naru"_s + ending), m_office + ending));
}

QString tst_PersonnelRobot::orderOf(const QString &pattern)
{
    const QDir samples(m_sample.filePath(u"o.samples"_s));
    const QStringList found = samples.entryList({pattern});
    if (found.isEmpty())
        return {};
    const QString to = m_folder->filePath(u"order."_s + QFileInfo(found.first()).suffix());
    return QFile::copy(samples.filePath(found.first()), to) ? to : QString();
}

QString tst_PersonnelRobot::officer(Session &session)
{
    const auto directory = session.directory();
    for (const office::RoleGrant &one : (*directory)->state().roles)
        if (one.role == u"인사" && office::isValidOn(one, receivedOn) && one.person != session.actor())
            return one.person;
    return {};
}

void tst_PersonnelRobot::isSound()
{
    const auto session = open();
    QVERIFY2(session, session ? "" : qPrintable(session.error().text));
    RobotDesk desk(**session);
    const QList<LoadedRobot> robots = desk.robots();
    QVERIFY(!robots.isEmpty());
    for (const LoadedRobot &one : robots)
        QVERIFY2(one.problems.isEmpty(), one.problems.isEmpty() ? "" : qPrintable(one.robot.id + u": "_s + one.problems.first().text));
}

void tst_PersonnelRobot::doesWhatIsCertain()
{
    const auto session = open();
    RobotDesk desk(**session);
    const QString order = orderOf(u"*명단_12명.xlsx"_s);
    QVERIFY(!order.isEmpty());

    const auto run = desk.begin({u"personnel-order"_s, inputs(order, m_folder->filePath(u"done"_s)), {}});
    QVERIFY2(run, run ? "" : qPrintable(run.error().text));
    QVERIFY(desk.advance(*run));

    const auto head = desk.runs().run(*run);
    QCOMPARE(store::toString(head->state), u"completed"_s);
    QVERIFY(!QFile::exists(order)); // filed
    QCOMPARE(QDir(m_folder->filePath(u"done"_s)).entryList(QDir::Files).size(), 2); // the order and the report
    QVERIFY((*session)->store().bookings()->size() > 0); // for the 29th
    QVERIFY(desk.verify(*run));
    const Status verified = [&]() -> Status {
        const auto verdict = (*session)->verifyJournal();
        return verdict && verdict->firstBad == 0 ? Status() : Status(Error{Error::Kind::Failed, verdict->problem});
    }();
    QVERIFY(verified);
}

void tst_PersonnelRobot::previewsTheSameAsItDoes()
{
    const auto session = open();
    RobotDesk desk(**session);
    const feel::Context given = inputs(orderOf(u"*명단_12명.xlsx"_s), m_folder->filePath(u"done"_s));

    const auto seen = desk.preview(u"personnel-order"_s, given);

    QVERIFY2(seen, seen ? "" : qPrintable(seen.error().text));
    QVERIFY(seen->end == Preview::End::Done);
    QCOMPARE(seen->effects.size(), 4);
    QVERIFY(!QDir(m_folder->filePath(u"done"_s)).exists());
    QCOMPARE((*session)->plans()->size(), 1); // the sample's own: a preview keeps nothing
    const auto run = desk.beginApproved({u"personnel-order"_s, given, {}}, seen->digest()); // and nothing but that is done
    QVERIFY2(run, run ? "" : qPrintable(run.error().text));
    QCOMPARE(store::toString(desk.runs().run(*run)->state), u"completed"_s);
    const auto other = desk.beginApproved({u"personnel-order"_s, given, {}}, u"sha256:0"_s);
    QVERIFY(!other);
    QVERIFY(other.error().kind == Error::Kind::Conflict);
}

void tst_PersonnelRobot::asksWhatIsNotCertain()
{
    const auto session = open();
    RobotDesk desk(**session);
    const auto run = desk.begin({u"personnel-order"_s, inputs(orderOf(u"*내보내기_120명.xlsx"_s), m_folder->filePath(u"done"_s)), {}});
    QVERIFY(desk.advance(*run));
    const auto items = desk.work();
    QCOMPARE(items->size(), 1);
    QCOMPARE(items->first().element, u"Review"_s);
    QCOMPARE((*session)->store().bookings()->size(), 0);

    // To approve what is still open leads back to the review.
    QVERIFY(desk.complete(items->first().key, {{u"decision"_s, feel::Value(u"approve"_s)}}));
    QVERIFY(desk.advance(*run));
    QCOMPARE((*session)->store().bookings()->size(), 0);
    const auto again = desk.work();
    QCOMPARE(again->size(), 1);
    QVERIFY(again->first().key != items->first().key);

    const QString id = RobotDesk::inputOf(again->first()).value(u"plan"_s).string();
    Answers answers;
    const auto plan = (*session)->plan(id);
    for (const Question &one : plan->questions)
        answers.append(QJsonObject{{u"line"_s, one.line}, {u"skip"_s, true}});
    QVERIFY((*session)->answer(id, answers));
    QVERIFY(desk.complete(again->first().key, {{u"decision"_s, feel::Value(u"approve"_s)}}));
    QVERIFY(desk.advance(*run));

    QCOMPARE(store::toString(desk.runs().run(*run)->state), u"completed"_s);
    QVERIFY((*session)->store().bookings()->size() > 0);
    QCOMPARE((*session)->store().planSummary(id)->approver, (*session)->actor());
}

// What was read from a picture a person looks at, however sure the reading is.
void tst_PersonnelRobot::neverAppliesAScanByItself()
{
    const auto session = open();
    RobotDesk desk(**session);
    const auto robot = desk.robot(u"personnel-order"_s);
    QVERIFY(robot);
    const dmn::DecisionModel *model = (*robot)->decisionModel(u"approval"_s);
    QVERIFY(model);
    const auto approval = [&](bool isScanned) {
        const feel::Context given = *contextFromJson({{u"questionCount"_s, 0}, {u"rejectedCount"_s, 0}, {u"changeCount"_s, 67}, {u"kinds"_s, QJsonArray{u"전보"_s}},
                                                      {u"lowestConfidence"_s, QJsonObject{{u"$feel"_s, u"0.99"_s}}}, {u"scanned"_s, isScanned}});
        return feel::toText(model->evaluateDecision(u"approval"_s, {given, {}, {}}).value);
    };
    QCOMPARE(approval(false), u"\"automatic\""_s);
    QCOMPARE(approval(true), u"\"person\""_s);
}

void tst_PersonnelRobot::asksWhereADocumentCannotBeRead()
{
    const auto session = open();
    RobotDesk desk(**session);
    const QString file = m_folder->filePath(u"note.csv"_s);
    QFile note(file);
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.write("a,b\n1,2\n");
    note.close();

    const auto run = desk.begin({u"personnel-order"_s, inputs(file, m_folder->filePath(u"done"_s)), {}});
    QVERIFY(desk.advance(*run));

    QCOMPARE(desk.work()->size(), 1);
    QCOMPARE(desk.work()->first().element, u"Clarify"_s);
    QVERIFY(desk.complete(desk.work()->first().key, {{u"decision"_s, feel::Value(u"reject"_s)}}));
    QVERIFY(desk.advance(*run));
    QCOMPARE(store::toString(desk.runs().run(*run)->state), u"completed"_s);
    QVERIFY(QFile::exists(m_folder->filePath(u"done/note.csv"_s)));
}

void tst_PersonnelRobot::beginsOncePerDocument()
{
    const auto session = open();
    RobotDesk desk(**session);
    const RobotDesk::Begin begin{u"personnel-order"_s, inputs(orderOf(u"*명단_12명.xlsx"_s), m_folder->filePath(u"done"_s)), {}, u"file:inbox:abc"_s};

    const auto first = desk.begin(begin);
    const auto second = desk.begin(begin);

    QCOMPARE(*first, *second);
    QCOMPARE(desk.runs().runs()->size(), 1);
}

void tst_PersonnelRobot::letsOnlyThoseWhoMayDoTheTask()
{
    const auto session = open();
    RobotDesk desk(**session);
    const auto run = desk.begin({u"personnel-order"_s, inputs(orderOf(u"*내보내기_120명.xlsx"_s), m_folder->filePath(u"done"_s)), {}});
    QVERIFY(desk.advance(*run));
    const QString key = desk.work()->first().key;
    const QString officerId = officer(**session);
    QVERIFY(!officerId.isEmpty());
    QString outsider;
    const auto people = (*session)->people(receivedOn);
    for (const PersonRow &one : *people)
        if (outsider.isEmpty() && one.account == u"사용" && !(*session)->mayDo(u"approve"_s, one.empNo))
            outsider = one.empNo;

    const auto asOutsider = open(outsider);
    QVERIFY2(asOutsider, asOutsider ? "" : qPrintable(asOutsider.error().text));
    RobotDesk theirs(**asOutsider);
    QCOMPARE(theirs.work()->size(), 0);
    const Status denied = theirs.complete(key, {{u"decision"_s, feel::Value(u"approve"_s)}});
    QVERIFY(!denied);
    QVERIFY(denied.error().kind == Error::Kind::Denied);
    QVERIFY(theirs.cancel(*run, {}).error().kind == Error::Kind::Denied);

    const auto asOfficer = open(officerId);
    QVERIFY2(asOfficer, asOfficer ? "" : qPrintable(asOfficer.error().text));
    RobotDesk own(**asOfficer);
    QCOMPARE(own.work()->size(), 1);
    QVERIFY(own.claim(key));
    QVERIFY(own.advance(*run));
    QCOMPARE(own.work()->first().holder, officerId);
    const Status held = desk.complete(key, {{u"decision"_s, feel::Value(u"approve"_s)}});
    QVERIFY(!held);
    QVERIFY(held.error().kind == Error::Kind::Conflict);
}

// The run is stopped after each of its facts once, by a port that breaks there; what it leaves in the office is the same.
void tst_PersonnelRobot::doesTheSameAfterKills()
{
    const QString order = orderOf(u"*명단_12명.xlsx"_s);
    QVERIFY(QFile::copy(order, m_folder->filePath(u"kept.xlsx"_s)));
    QStringList bookings;
    for (int stopAt = 0; stopAt < 5; ++stopAt) { // 0: undisturbed
        init();
        QVERIFY(QFile::copy(m_sample.filePath(u"o.samples/"_s + QDir(m_sample.filePath(u"o.samples"_s)).entryList({u"*명단_12명.xlsx"_s}).first()), m_folder->filePath(u"order.xlsx"_s)));
        const feel::Context given = inputs(m_folder->filePath(u"order.xlsx"_s), m_folder->filePath(u"done"_s));
        QString run;
        {
            const auto session = open();
            SetClock clock;
            RobotDesk desk(**session, clock);
            run = *desk.begin({u"personnel-order"_s, given, {}});
            if (stopAt > 0) {
                // Gone without a word after so many deeds: the lease runs out, the last outcome was never written.
                struct Breaking final : Port {
                    Port &inner;
                    int left;
                    Breaking(Port &port, int deeds)
                        : inner(port)
                        , left(deeds)
                    {
                    }
                    Result<Outcome> perform(const Effect &effect) override
                    {
                        Result<Outcome> done = inner.perform(effect);
                        if (--left == 0)
                            throw std::runtime_error("killed");
                        return done;
                    }
                    Result<std::optional<Outcome>> find(const Effect &effect) override { return inner.find(effect); }
                    bool isRepeatable(const QString &operation) const override { return inner.isRepeatable(operation); }
                    Status send(const store::Subscription &what, const store::Wish &wish) override { return inner.send(what, wish); }
                };
                Performer performer(desk.connectors(), desk.runs());
                Breaking port(performer, stopAt);
                Runner runner(desk.runs(), port, clock, {});
                try {
                    (void)bool(runner.advance(run));
                } catch (const std::runtime_error &) {
                }
                clock.pass(3600);
            }
            QVERIFY(desk.advance(run));
            QCOMPARE(store::toString(desk.runs().run(run)->state), u"completed"_s);
            QStringList waiting;
            const auto list = (*session)->store().bookings();
            for (const store::Booking &one : *list)
                waiting.append(QString::fromUtf8(QJsonDocument(toJson(one.change)).toJson(QJsonDocument::Compact)));
            if (stopAt == 0)
                bookings = waiting;
            QCOMPARE(waiting, bookings);
            QVERIFY(desk.verify(run));
            QVERIFY(QFile::exists(m_folder->filePath(u"done/order.xlsx"_s)));
        }
    }
}

} // namespace naru::run

QTEST_MAIN(naru::run::tst_PersonnelRobot)
#include "tst_personnel_robot.moc"
