#include "office/sample/names.h"
#include "office/sample/sample_office.h"
#include "office/sample/sample_orders.h"

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

const SampleOffice &sized(Size size)
{
    return size == Size::City ? city() : small();
}

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

const QList<SampleOrder> &cityOrders()
{
    static const QList<SampleOrder> orders = makeOrders(city(), 7);
    return orders;
}

QList<QJsonObject> linesOf(const SampleOrder &order)
{
    QList<QJsonObject> lines;
    for (const QJsonValue one : order.truth.value(u"lines"_s).toArray())
        lines.append(one.toObject());
    return lines;
}

int count(const SampleOrder &order, const QString &field, const QString &value)
{
    int found = 0;
    for (const QJsonObject &line : linesOf(order))
        found += line.value(field).toString() == value;
    return found;
}

int because(const SampleOrder &order, const QString &reason)
{
    int found = 0;
    for (const QJsonValue one : order.truth.value(u"questions"_s).toArray())
        found += one.toObject().value(u"because"_s).toString() == reason;
    return found;
}

// The text as a reader sees it, without the blanks that names are spaced with.
QString squeezed(const Document &document)
{
    return plainText(document).remove(u' ');
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

    void namesAreAsCommonAsTheyAre()
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
        QVERIFY2(kim * 100 > size * 18 && kim * 100 < size * 24, qPrintable(QString::number(kim)));
        QVERIFY(longSurname > 10);
        QVERIFY(shortGiven > 20);
        QVERIFY(hanja * 100 > size * 28 && hanja * 100 < size * 38);
    }

    void someAreAwayActOrServeTwice()
    {
        QHash<QString, int> natures;
        for (const Assignment &one : city().assignments)
            ++natures[one.nature];

        for (const QString &nature :
             {u"휴직"_s, u"파견"_s, u"직무대리"_s, u"겸임"_s, u"직위해제"_s, u"정직"_s, u"대기"_s})
            QVERIFY2(natures.value(nature) > 0, qPrintable(nature));
        QVERIFY(!city().administrator.isEmpty());
        QVERIFY(!small().administrator.isEmpty());
    }

    void ordersAreTheSameForTheSameSeed()
    {
        const auto bytes = [](const QList<SampleOrder> &orders) {
            QByteArray all;
            for (const SampleOrder &one : orders)
                all += QJsonDocument(toJson(one.document)).toJson() + QJsonDocument(one.truth).toJson();
            return all;
        };

        const QByteArray first = bytes(makeOrders(small(), 7));

        QCOMPARE(bytes(makeOrders(small(), 7)), first);
        QVERIFY(bytes(makeOrders(small(), 8)) != first);
    }

    void sevenLayoutsComeInThreeSizes()
    {
        QMap<int, int> sizes;
        QSet<QString> stems;
        for (const SampleOrder &order : cityOrders()) {
            const qsizetype lines = linesOf(order).size();
            QCOMPARE(lines, lineCount(order.size));
            ++sizes[static_cast<int>(lines)];
            stems.insert(order.stem);
        }

        QCOMPARE(sizes, (QMap<int, int>{{12, 7}, {120, 7}, {1531, 7}}));
        QCOMPARE(stems.size(), 21);
        QCOMPARE(makeOrders(small(), 7).size(), 14);
    }

    void largeOrderHasTheMixAndTheSlipsThatItShould()
    {
        for (const SampleOrder &order : cityOrders()) {
            if (order.size != OrderSize::Large)
                continue;
            QCOMPARE(count(order, u"kind"_s, u"승진"_s), 192);
            QCOMPARE(count(order, u"kind"_s, u"전보"_s), 411);
            QCOMPARE(count(order, u"kind"_s, u"신규임용"_s), 42);
            QCOMPARE(count(order, u"kind"_s, u"보직재발령"_s), 628);
            QCOMPARE(count(order, u"kind"_s, u"정정"_s), 3);
            QCOMPARE(count(order, u"kind"_s, u"취소"_s), 2);
            QCOMPARE(because(order, u"unit.unknown"_s), 3);
            QCOMPARE(because(order, u"unit.split"_s), 2);
            QCOMPARE(because(order, u"unit.abolished"_s), 1);
            QCOMPARE(because(order, u"unit.ambiguous"_s), 2);
            QCOMPARE(because(order, u"day.past"_s), 2);
            QCOMPARE(because(order, u"order.unknown"_s), 1);
            QVERIFY(order.layout == Layout::Export || because(order, u"person.homonym"_s) > 0);
            int future = 0;
            QHash<QString, int> lines;
            for (const QJsonObject &line : linesOf(order)) {
                future += line.value(u"effective"_s).toString() > u"2026-07-29"_s;
                ++lines[line.value(u"emp_no"_s).toString()];
            }
            lines.remove(QString());
            QCOMPARE(future, 20);
            QCOMPARE(lines.values().count(2), 5);
            QCOMPARE(lines.values().count(1) + 5, lines.size());
        }
    }

    void everyTruthLineHasAllFieldsAndWhatItSaysResolves()
    {
        static const QStringList fields{u"effective"_s, u"emp_no"_s,  u"from_unit"_s, u"grade"_s,  u"kind"_s,
                                        u"line"_s,      u"name"_s,    u"outside"_s,   u"status"_s, u"to_grade"_s,
                                        u"to_post"_s,   u"to_unit"_s, u"until"_s};
        static const QStringList kinds{
            u"신규임용"_s, u"승진"_s, u"전보"_s,     u"전직"_s,     u"전출"_s,         u"전입"_s,       u"겸임"_s,
            u"겸임해제"_s, u"파견"_s, u"파견복귀"_s, u"직무대리"_s, u"직무대리해제"_s, u"휴직"_s,       u"복직"_s,
            u"직위해제"_s, u"대기"_s, u"강임"_s,     u"정직"_s,     u"퇴직"_s,         u"보직재발령"_s, u"시보해제"_s,
            u"취소"_s,     u"정정"_s, u"휴직연장"_s, u"파견연장"_s, u"공로연수"_s};
        const QHash<QString, Assignment> at = seats(city());
        for (const SampleOrder &order : cityOrders()) {
            int number = 0;
            for (const QJsonObject &line : linesOf(order)) {
                const QString where = order.stem + u' ' + QString::number(++number);
                QCOMPARE(line.keys(), fields);
                QCOMPARE(line.value(u"line"_s).toInt(), number);
                QVERIFY2(kinds.contains(line.value(u"kind"_s).toString()), qPrintable(where));
                const QString person = line.value(u"emp_no"_s).toString();
                QVERIFY2(person.isEmpty() || at.contains(person), qPrintable(where));
                QVERIFY2(person.isEmpty() || line.value(u"from_unit"_s).toString() == at.value(person).unit,
                         qPrintable(where));
                const QString unit = line.value(u"to_unit"_s).toString();
                QVERIFY2(unit.isEmpty() || city().structure.isAlive(unit, orderDay()), qPrintable(where));
                const bool isReady = line.value(u"status"_s).toString() == u"ready"_s;
                const QString kind = line.value(u"kind"_s).toString();
                const bool isNew = kind == u"신규임용"_s || kind == u"전입"_s;
                QVERIFY2(!isReady || isNew != !person.isEmpty(), qPrintable(where));
                QVERIFY2(!isReady || kind != u"전보"_s || !unit.isEmpty(), qPrintable(where));
                QVERIFY2(QDate::fromString(line.value(u"effective"_s).toString(), Qt::ISODate).isValid(),
                         qPrintable(where));
            }
        }
    }

    void everyNameAndUnitOfTheTruthStandsInTheDocument()
    {
        for (const SampleOrder &order : cityOrders()) {
            const QString text = squeezed(order.document);
            for (const QJsonObject &line : linesOf(order)) {
                const QString name = line.value(u"name"_s).toString();
                QVERIFY2(text.contains(name), qPrintable(order.stem + name));
                const QString grade = line.value(u"to_grade"_s).toString();
                QVERIFY2(text.contains(QString(grade).remove(u' ')), qPrintable(order.stem + grade));
                const QString outside = line.value(u"outside"_s).toString();
                QVERIFY2(outside.isEmpty() || text.contains(outside), qPrintable(order.stem + outside));
            }
            QVERIFY(text.contains(QString(order.number).remove(u' ')));
        }
    }

    void tablesAreTiledByTheirCells()
    {
        for (const SampleOrder &order : cityOrders())
            for (const Document *document : {&order.document, &order.paged})
                for (const Block &block : document->body)
                    if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block))
                        QVERIFY2(TableGrid(**table).tiles(), qPrintable(order.stem));
    }

    void noHeadSeatIsGivenTwice()
    {
        for (const SampleOrder &order : cityOrders()) {
            QSet<QString> given;
            for (const QJsonObject &line : linesOf(order)) {
                static const QStringList taking{u"승진"_s, u"전보"_s, u"직무대리"_s, u"보직재발령"_s};
                if (!taking.contains(line.value(u"kind"_s).toString()) || line.value(u"to_post"_s).isNull())
                    continue;
                const QString seat = line.value(u"to_unit"_s).toString();
                QVERIFY2(!given.contains(seat), qPrintable(order.stem + seat));
                given.insert(seat);
            }
        }
    }

    void undecidableLinesAreQuestionsWithoutAGuess()
    {
        int withNumber = 0;
        for (const SampleOrder &order : cityOrders()) {
            const QList<QJsonObject> lines = linesOf(order);
            for (const QJsonValue one : order.truth.value(u"questions"_s).toArray()) {
                const QJsonObject line = lines.at(one.toObject().value(u"line"_s).toInt() - 1);
                const QString reason = one.toObject().value(u"because"_s).toString();
                QCOMPARE(line.value(u"status"_s).toString(), u"question"_s);
                QVERIFY(reason != u"person.homonym"_s || line.value(u"emp_no"_s).isNull());
                QVERIFY(!reason.startsWith(u"unit."_s) || line.value(u"to_unit"_s).isNull());
                withNumber += !line.value(u"emp_no"_s).isNull();
            }
        }
        QVERIFY(withNumber > 0);
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
