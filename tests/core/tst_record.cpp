#include "core/record.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace naru;

namespace {

struct Sample {
    QString id;
    QString name;
    qint64 won = 0;
    Decimal rate;
    QDate from;
    QDateTime seen;
    bool open = false;
    QStringList roles;

    static QString kind() { return u"sample"_s; }
    static QString label() { return u"Sample"_s; }
    static const QList<FieldOf<Sample>> &fields()
    {
        static const QList<FieldOf<Sample>> table{
            fieldOf<&Sample::id>({u"id"_s, FieldKind::Text, u"Id"_s, true}),
            fieldOf<&Sample::name>({u"name"_s, FieldKind::Text, u"Name"_s, true, {}, {}, Secrecy::Personal, true}),
            fieldOf<&Sample::won>({u"won"_s, FieldKind::Won, u"Amount"_s}),
            fieldOf<&Sample::rate>({u"rate"_s, FieldKind::Exact, u"Rate"_s}),
            fieldOf<&Sample::from>({u"from"_s, FieldKind::Day, u"From"_s}),
            fieldOf<&Sample::seen>({u"seen"_s, FieldKind::Moment, u"Seen"_s}),
            fieldOf<&Sample::open>({u"open"_s, FieldKind::Flag, u"Open"_s}),
            fieldOf<&Sample::roles>({u"roles"_s, FieldKind::Texts, u"Roles"_s}),
        };
        return table;
    }
};

Sample full()
{
    Sample sample;
    sample.id = u"20110234"_s;
    sample.name = u"이민수"_s;
    sample.won = 113560;
    sample.rate = *Decimal::fromString(u"12.50");
    sample.from = QDate(2026, 7, 29);
    sample.seen = QDateTime(QDate(2026, 7, 29), QTime(9, 30, 0, 125), Qt::UTC);
    sample.open = true;
    sample.roles = {u"서무"_s, u"결재"_s};
    return sample;
}

} // namespace

class tst_Record : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsRow();
    void leavesOutWhatIsEmpty();
    void keepsWholeNumbersExactly_data();
    void keepsWholeNumbersExactly();
    void takesADamagedAmountForNoNumber_data();
    void takesADamagedAmountForNoNumber();
    void writesMomentsInUtc();
    void describesItsFields();
    void namesARecordForEver_data();
    void namesARecordForEver();
};

void tst_Record::comesBackFromItsRow()
{
    const Row row = toRow(full());

    const Sample back = fromRow<Sample>(QJsonDocument::fromJson(QJsonDocument(row).toJson()).object());

    QCOMPARE(toRow(back), row);
    QCOMPARE(back.id, full().id);
    QCOMPARE(back.name, full().name);
    QCOMPARE(back.won, full().won);
    QCOMPARE(back.rate.toString(), u"12.50"_s);
    QCOMPARE(back.from, full().from);
    QCOMPARE(back.seen, full().seen);
    QCOMPARE(back.open, true);
    QCOMPARE(back.roles, full().roles);
}

void tst_Record::leavesOutWhatIsEmpty()
{
    Sample empty;
    empty.id = u"1"_s;

    const Row row = toRow(empty);

    QCOMPARE(row.keys(), (QStringList{u"id"_s, u"open"_s, u"rate"_s, u"won"_s}));
    QCOMPARE(toRow(fromRow<Sample>(row)), row);
    QVERIFY(!fromRow<Sample>(row).from.isValid() && !fromRow<Sample>(row).seen.isValid());
    // A field that is null says so; one that is absent leaves the default alone.
    QCOMPARE(fromRow<Sample>({{u"name"_s, QJsonValue()}}).name, QString());
    QCOMPARE(fromRow<Sample>({}).won, 0);
}

void tst_Record::keepsWholeNumbersExactly_data()
{
    QTest::addColumn<qint64>("number");
    QTest::newRow("zero") << qint64(0);
    QTest::newRow("beyond double") << (qint64(1) << 53) + 1;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max();
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min();
}

void tst_Record::keepsWholeNumbersExactly()
{
    QFETCH(const qint64, number);
    Sample sample;
    sample.won = number;

    const QByteArray json = QJsonDocument(toRow(sample)).toJson();

    QCOMPARE(fromRow<Sample>(QJsonDocument::fromJson(json).object()).won, number);
}

void tst_Record::takesADamagedAmountForNoNumber_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("rate");
    QTest::newRow("text") << QJsonValue(u"12.50"_s) << u"12.50"_s;
    QTest::newRow("null") << QJsonValue() << u"0"_s;
    QTest::newRow("words") << QJsonValue(u"twelve"_s) << u"NaN"_s;
    QTest::newRow("separators") << QJsonValue(u"1,000"_s) << u"NaN"_s;
    QTest::newRow("a double") << QJsonValue(12.5) << u"NaN"_s;
    QTest::newRow("too many digits") << QJsonValue(QString(35, u'9')) << u"NaN"_s;
}

void tst_Record::takesADamagedAmountForNoNumber()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, rate);

    QCOMPARE(fromRow<Sample>({{u"rate"_s, value}}).rate.toString(), rate);
}

void tst_Record::writesMomentsInUtc()
{
    Sample sample;
    sample.seen = QDateTime(QDate(2026, 7, 29), QTime(0, 0), Qt::OffsetFromUTC, 9 * 3600);

    const Row row = toRow(sample);

    QCOMPARE(row.value(u"seen"_s).toString(), u"2026-07-28T15:00:00.000Z"_s);
    QCOMPARE(fromRow<Sample>(row).seen, sample.seen);
    QCOMPARE(fromRow<Sample>(row).seen.timeSpec(), Qt::UTC);
}

void tst_Record::describesItsFields()
{
    const RecordTable table = tableOf<Sample>();

    QCOMPARE(table.kind, u"sample"_s);
    QCOMPARE(table.fields.size(), 8);
    QVERIFY(table.field(u"name"_s) && !table.field(u"nothing"_s));
    QVERIFY(table.field(u"name"_s)->required && table.field(u"name"_s)->searched);
    QCOMPARE(table.field(u"name"_s)->secrecy, Secrecy::Personal);
    QCOMPARE(table.field(u"rate"_s)->kind, FieldKind::Exact);
    QCOMPARE(refOf(full()), (RecordRef{u"sample"_s, u"20110234"_s}));
}

void tst_Record::namesARecordForEver_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << u"person:1"_s << u"person"_s << u"1"_s;
    QTest::newRow("colon in the id") << u"unit:a:b"_s << u"unit"_s << u"a:b"_s;
    QTest::newRow("no colon") << u"person"_s << QString() << QString();
    QTest::newRow("empty") << QString() << QString() << QString();
}

void tst_Record::namesARecordForEver()
{
    QFETCH(const QString, text);
    QFETCH(const QString, kind);
    QFETCH(const QString, id);

    const RecordRef ref = RecordRef::fromString(text);

    QCOMPARE(ref, (RecordRef{kind, id}));
    if (!kind.isEmpty())
        QCOMPARE(ref.toString(), text);
}

QTEST_APPLESS_MAIN(tst_Record)
#include "tst_record.moc"
