#include "office/import.h"

#include "office/tiny_office.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

namespace {

const QString unitHead = u"code|name|kind|level|parent|valid_from|valid_to|predecessors"_s;
const QString peopleHead = u"emp_no|name|hanja|grade|series|unit|post|account|valid_from"_s;

} // namespace

class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsUnitsWhosePredecessorsStandLater();
    void readsPeopleWithTheirPostAndAccount();
    void changesNothingTheSecondTime();
    void namesTheRowOfAnError_data();
    void namesTheRowOfAnError();
    void namesTheRowOfALongTable();
    void importsNothingWhereOneRowIsWrong();
    void needsItsColumns();
};

void ImportTest::readsUnitsWhosePredecessorsStandLater()
{
    const Document document = tiny::table({unitHead, u"B1|새과|본청|과||2026-07-01||A1"_s, u"A1|옛과|본청|과||2015-01-01|2026-06-30|"_s});

    const Result<ImportChanges> read = importUnits(document, u"units.csv"_s, Directory(OfficeState()));

    QVERIFY(read);
    QCOMPARE(read->rows, 2);
    QCOMPARE(read->changedRows, 2);
}

void ImportTest::readsPeopleWithTheirPostAndAccount()
{
    const Document document = tiny::table({peopleHead, u"2001|강새봄|姜새봄|지방행정서기|행정|A11|담당|saebom|2026-01-01"_s,
                                           u"2002|강새결||지방행정서기|행정|A11|담당||2026-01-01"_s});

    const Result<ImportChanges> read = importPeople(document, u"people.csv"_s, Directory(tiny::office()));

    QVERIFY(read);
    QStringList records;
    for (const Change &change : read->changes)
        records.append(change.record.kind);
    QCOMPARE(records.count(u"person"_s), 2);
    QCOMPARE(records.count(u"assignment"_s), 2);
    QCOMPARE(records.count(u"account"_s), 1);
}

void ImportTest::changesNothingTheSecondTime()
{
    const Document units = tiny::table({unitHead, u"A1|행정국|본청|실국||2015-01-01||"_s});
    const Document people = tiny::table({peopleHead, u"1001|이민수||지방행정주사||A13|담당|u1001|2024-01-01"_s});
    const OfficeState state = tiny::office();
    const Directory directory(state);

    const Result<ImportChanges> readUnits = importUnits(units, u"units.csv"_s, directory);
    const Result<ImportChanges> readPeople = importPeople(people, u"people.csv"_s, directory);

    QVERIFY(readUnits && readPeople);
    QCOMPARE(readUnits->changes.size(), 0);
    QCOMPARE(readPeople->changes.size(), 0);
    QCOMPARE(readPeople->changedRows, 0);
}

void ImportTest::namesTheRowOfAnError_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");

    QTest::newRow("unknown unit") << u"2001|강새봄||지방행정서기||X9|담당||2026-01-01"_s << u"unit"_s << u"X9"_s;
    QTest::newRow("no name") << u"2001|||지방행정서기||A11|담당||2026-01-01"_s << u"name"_s << QString();
    QTest::newRow("day that does not exist") << u"2001|강새봄||지방행정서기||A11|담당||2026-02-30"_s << u"valid_from"_s << u"2026-02-30"_s;
    QTest::newRow("account of somebody else") << u"2001|강새봄||지방행정서기||A11|담당|u1001|2026-01-01"_s << u"account"_s << u"u1001"_s;
}

void ImportTest::namesTheRowOfAnError()
{
    QFETCH(const QString, row);
    QFETCH(const QString, column);
    QFETCH(const QString, value);

    const Result<ImportChanges> read = importPeople(tiny::table({peopleHead, row}), u"people.csv"_s, Directory(tiny::office()));

    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    for (const QString &part : {u"people.csv"_s, u"row 2"_s, u'\'' + column + u'\'', value})
        QVERIFY2(read.error().text.contains(part), qUtf8Printable(read.error().text));
}

void ImportTest::namesTheRowOfALongTable()
{
    QStringList rows{peopleHead};
    for (int i = 2; i <= 5000; ++i)
        rows.append(QString::number(30'000 + i) + u"|강새봄||지방행정서기||"_s + (i == 4812 ? u"X9"_s : u"A11"_s)
                    + u"|담당||2026-01-01"_s);

    const Result<ImportChanges> read = importPeople(tiny::table(rows), u"people.csv"_s, Directory(tiny::office()));

    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"row 4812, column 'unit'"_s), qUtf8Printable(read.error().text));
}

void ImportTest::importsNothingWhereOneRowIsWrong()
{
    const Document document = tiny::table({unitHead, u"C1|기획과|본청|과||2015-01-01||"_s, u"C2|예산과|우주|과||2015-01-01||"_s});

    const Result<ImportChanges> read = importUnits(document, u"units.csv"_s, Directory(OfficeState()));

    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"row 3, column 'kind'"_s), qUtf8Printable(read.error().text));
}

void ImportTest::needsItsColumns()
{
    const Result<ImportChanges> read = importPeople(tiny::table({u"name|unit"_s, u"강새봄|A11"_s}), u"people.csv"_s, Directory(tiny::office()));

    QVERIFY(!read);
    QVERIFY(read.error().text.contains(u"emp_no"_s));
}

QTEST_APPLESS_MAIN(ImportTest)
#include "tst_import.moc"
