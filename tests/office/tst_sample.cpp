#include "office/sample/sample_office.h"
#include "office/sample/names.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace naru;
using namespace naru::office;
using namespace naru::office::sample;

Q_DECLARE_METATYPE(naru::office::sample::Size)

namespace {

QByteArray bytesOf(const SampleOffice &office)
{
    QJsonArray array;
    const QList<Change> changes = asChanges(office);
    for (const Change &change : changes)
        array.append(toJson(change));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

const SampleOffice &city()
{
    static const SampleOffice office = makeOffice(7, Size::City);
    return office;
}

const SampleOffice &small()
{
    static const SampleOffice office = makeOffice(7, Size::Small);
    return office;
}

const SampleOffice &sized(Size size) { return size == Size::City ? city() : small(); }

// emp_no -> the 본직 that is open.
QHash<QString, Assignment> seats(const SampleOffice &office)
{
    QHash<QString, Assignment> found;
    for (const Assignment &one : office.assignments)
        if (one.nature == u"본직"_s && !one.validTo.isValid())
            found.insert(one.person, one);
    return found;
}

struct Pairs {
    int all = 0;
    int sameGrade = 0;
    int sameGradeNear = 0;
    int otherGradeNear = 0;
    int larger = 0;
};

Pairs homonyms(const SampleOffice &office)
{
    const QHash<QString, Assignment> at = seats(office);
    QHash<QString, QStringList> byName;
    for (const Person &one : office.people)
        byName[one.name].append(one.id);
    Pairs pairs;
    for (const Person &one : office.people) {
        const QStringList same = byName.take(one.name);
        pairs.larger += same.size() > 2;
        if (same.size() != 2)
            continue;
        const Assignment a = at.value(same.at(0));
        const Assignment b = at.value(same.at(1));
        const bool isNear = office.structure.divisionOf(a.unit) == office.structure.divisionOf(b.unit);
        ++pairs.all;
        pairs.sameGrade += a.grade == b.grade;
        pairs.sameGradeNear += a.grade == b.grade && isNear;
        pairs.otherGradeNear += a.grade != b.grade && isNear;
    }
    return pairs;
}

} // namespace

class TestSample : public QObject {
    Q_OBJECT

private:
    static void sizeRows()
    {
        QTest::addColumn<Size>("size");
        QTest::newRow("small") << Size::Small;
        QTest::newRow("city") << Size::City;
    }

private Q_SLOTS:
    void sameSeedGivesTheSameBytes_data() { sizeRows(); }
    void sameSeedGivesTheSameBytes()
    {
        QFETCH(Size, size);

        const QByteArray first = bytesOf(sized(size));

        QCOMPARE(bytesOf(makeOffice(7, size)), first);
        QVERIFY(bytesOf(makeOffice(8, size)) != first);
    }

    void cityHasAboutSixAndAHalfThousandPeople()
    {
        QElapsedTimer timer;
        timer.start();
        const SampleOffice office = makeOffice(3, Size::City);
        qInfo("city made in %lld ms", timer.elapsed());

        const int working = static_cast<int>(seats(office).size());
        QVERIFY2(working >= 6400 && working <= 6600, qPrintable(QString::number(working)));
        QVERIFY(seats(small()).size() >= 230 && seats(small()).size() <= 260);
        for (const QString &table : {u"units"_s}) {
            qInfo() << table << office.units.size() << "posts" << office.posts.size() << "assignments"
                    << office.assignments.size() << "roles" << office.roles.size() << "lines"
                    << office.approvalLines.size() << "tasks" << office.tasks.size() << "steps"
                    << office.approvalSteps.size() << "deputies" << office.deputies.size();
        }
    }

    void homonymsAreThoseThatWereAskedFor()
    {
        const Pairs inCity = homonyms(city());
        QCOMPARE(inCity.all, 60);
        QCOMPARE(inCity.sameGrade, 12);
        QCOMPARE(inCity.sameGradeNear, 4);
        QCOMPARE(inCity.otherGradeNear, 8);
        QCOMPARE(inCity.larger, 0);
        QCOMPARE(homonyms(small()).all, 4);
        QCOMPARE(homonyms(small()).sameGrade, 2);
    }

    void everyReferenceResolves_data() { sizeRows(); }
    void everyReferenceResolves()
    {
        QFETCH(Size, size);
        QHash<QString, QList<Field>> fields;
        for (const RecordTable &table : tables())
            fields.insert(table.kind, table.fields);
        QSet<QString> seen;

        const QList<Change> changes = asChanges(sized(size));

        for (const Change &change : changes) {
            QHash<QString, QJsonValue> values;
            for (const FieldChange &one : change.fields)
                values.insert(one.field, one.after);
            for (const Field &field : fields.value(change.record.kind)) {
                const QJsonValue value = values.value(field.name);
                const QString where = change.record.toString() + u' ' + field.name;
                QVERIFY2(!field.required || !value.isNull(), qPrintable(where));
                QVERIFY2(value.isNull() || field.choices.isEmpty() || field.choices.contains(value.toString()),
                         qPrintable(where + u' ' + value.toString()));
                QStringList targets;
                if (field.kind == FieldKind::Reference && value.isString())
                    targets.append(value.toString());
                for (const QJsonValue one : field.kind == FieldKind::References ? value.toArray() : QJsonArray())
                    targets.append(one.toString());
                for (const QString &target : std::as_const(targets))
                    QVERIFY2(seen.contains(field.refers + u':' + target), qPrintable(where + u" -> "_s + target));
            }
            QVERIFY2(!seen.contains(change.record.toString()), qPrintable(change.record.toString()));
            seen.insert(change.record.toString());
        }
        for (const ApprovalLine &line : sized(size).approvalLines)
            for (const QString &step : line.steps)
                QVERIFY2(seen.contains(u"person:"_s + step.section(u':', 1)), qPrintable(line.id));
    }

    void noUnitOutlivesItsParentAndNoAssignmentItsUnit_data() { sizeRows(); }
    void noUnitOutlivesItsParentAndNoAssignmentItsUnit()
    {
        QFETCH(Size, size);
        const SampleOffice &office = sized(size);
        const auto lastDay = [](QDate day) { return day.isValid() ? day : QDate(9999, 12, 31); };

        for (const Unit &unit : office.units) {
            if (unit.parent.isEmpty())
                continue;
            const Unit *parent = office.structure.unit(unit.parent);
            QVERIFY2(unit.validFrom >= parent->validFrom && lastDay(unit.validTo) <= lastDay(parent->validTo),
                     qPrintable(unit.id + unit.name));
        }
        QHash<QString, QDate> lastMain;
        for (const Assignment &one : office.assignments) {
            QVERIFY2(lastDay(one.validTo) >= one.validFrom, qPrintable(one.id));
            QVERIFY2(one.validFrom <= office.today, qPrintable(one.id));
            if (one.nature == u"본직"_s) {
                QVERIFY2(one.validFrom > lastMain.value(one.person, QDate(1900, 1, 1)), qPrintable(one.id));
                lastMain.insert(one.person, lastDay(one.validTo));
            }
            if (one.unit.isEmpty())
                continue;
            const Unit *unit = office.structure.unit(one.unit);
            QVERIFY2(one.validFrom >= unit->validFrom && lastDay(one.validTo) <= lastDay(unit->validTo),
                     qPrintable(one.id + u' ' + unit->name));
        }
    }

    void reorganisationRenamesSplitsMergesAbolishesAndFounds()
    {
        int renamed = 0;
        int split = 0;
        int merged = 0;
        int founded = 0;
        QHash<QString, int> heirs;
        const Structure &structure = city().structure;

        for (const Unit &unit : structure.units) {
            for (const QString &before : unit.predecessors)
                ++heirs[before];
            if (unit.validFrom != structure.reorganised || unit.level != u"과"_s)
                continue;
            founded += unit.predecessors.isEmpty();
            merged += unit.predecessors.size() > 1;
            renamed += unit.predecessors.size() == 1;
        }
        int abolished = 0;
        for (const Unit &unit : structure.units) {
            split += heirs.value(unit.id) > 1 && unit.level == u"과"_s;
            abolished += unit.validTo.isValid() && unit.level == u"과"_s && heirs.value(unit.id) == 0;
        }

        QCOMPARE(founded, 3);
        QCOMPARE(merged, 3);
        QCOMPARE(split, 5);
        QCOMPARE(abolished, 3);
        QVERIFY(renamed > 20);
    }

    void unitNamesAreSharedAsInstitutionsShareThem()
    {
        QHash<QString, QStringList> natures;
        for (const Unit &unit : city().units)
            if (unit.level == u"과"_s && !unit.validTo.isValid())
                natures[unit.name].append(unit.nature);

        QVERIFY(natures.value(u"총무과"_s).contains(u"본청"_s) && natures.value(u"총무과"_s).size() > 3);
        for (const QString &name : {u"운영과"_s, u"시설과"_s})
            QVERIFY(!natures.value(name).contains(u"본청"_s) && natures.value(name).size() > 3);
    }

    void everyoneHasOneAccountAndNobodyIsWellKnown()
    {
        QSet<QString> people;
        QSet<QString> logins;
        for (const Person &one : city().people) {
            QVERIFY(one.id.size() == 8 && !people.contains(one.id));
            QVERIFY2(!isWellKnown(one.name), qPrintable(one.name));
            people.insert(one.id);
        }
        QSet<QString> owners;
        for (const Account &one : city().accounts) {
            QVERIFY(!logins.contains(one.id) && !owners.contains(one.person));
            logins.insert(one.id);
            owners.insert(one.person);
        }
        QCOMPARE(owners, people);
    }

    void noSurnameIsMissingAndSomeAreLong()
    {
        int kim = 0;
        int longSurname = 0;
        int shortGiven = 0;
        int hanja = 0;
        for (const Person &one : city().people) {
            kim += one.name.startsWith(u'김');
            longSurname += surnameLength(one.name) == 2;
            shortGiven += one.name.size() == 2;
            hanja += !one.hanja.isEmpty();
            QVERIFY2(one.hanja.isEmpty() || one.hanja.size() == one.name.size(), qPrintable(one.name + one.hanja));
        }
        const auto size = city().people.size();
        QVERIFY2(kim * 100 > size * 14 && kim * 100 < size * 25, qPrintable(QString::number(kim)));
        QVERIFY(longSurname > 10);
        QVERIFY(shortGiven > 20);
        QVERIFY(hanja * 100 > size * 28 && hanja * 100 < size * 38);
    }

    void someAreAwayActOrServeTwice()
    {
        QHash<QString, int> natures;
        for (const Assignment &one : city().assignments)
            ++natures[one.nature];
        qInfo() << natures;

        for (const QString &nature : {u"휴직"_s, u"파견"_s, u"직무대리"_s, u"겸임"_s, u"직위해제"_s, u"정직"_s, u"대기"_s})
            QVERIFY2(natures.value(nature) > 0, qPrintable(nature));
        QVERIFY(!city().administrator.isEmpty());
        QVERIFY(!small().administrator.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
