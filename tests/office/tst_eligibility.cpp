// Whose tasks somebody may do: their own, those of their units and roles, of those whom they deputise for, and late ones of
// the people whom they lead.
#include "office/eligibility.h"
#include "tiny_office.h"

#include <QTest>

namespace naru::office {

class tst_Eligibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void somebodyMayDo_data();
    void somebodyMayDo();
};

void tst_Eligibility::somebodyMayDo_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("candidate");
    QTest::addColumn<bool>("may");
    const QDate day = tiny::received;
    QTest::newRow("their own") << u"1002"_s << day << u"person:1002"_s << true;
    QTest::newRow("nobody else's") << u"1002"_s << day << u"person:1003"_s << false;
    QTest::newRow("those of the unit above") << u"1002"_s << day << u"unit:A1"_s << true;
    QTest::newRow("those of the role") << u"1002"_s << day << u"role:인사"_s << true;
    QTest::newRow("a late one of a member, for the head") << u"1006"_s << day << u"head:person:1002"_s << true;
    QTest::newRow("a late one of a role, for its holder's head") << u"1006"_s << day << u"head:role:인사"_s << true;
    QTest::newRow("a late one of the unit, for the head") << u"1006"_s << day << u"head:unit:A11"_s << true;
    QTest::newRow("a late one of the head of a team below") << u"1006"_s << day << u"head:person:1009"_s << true;
    QTest::newRow("a late one of their own, for the head") << u"1006"_s << day << u"head:person:1006"_s << false;
    QTest::newRow("a late one of another unit") << u"1006"_s << day << u"head:person:1003"_s << false;
    QTest::newRow("a late one, for a colleague") << u"1002"_s << day << u"head:person:1002"_s << false;
    QTest::newRow("a late one of the head, for the deputy") << u"1009"_s << day << u"deputy:person:1006"_s << true;
    QTest::newRow("a late one of a member, for the head's deputy") << u"1009"_s << day << u"head:person:1002"_s << true;
    QTest::newRow("after the deputy's last day") << u"1009"_s << day.addDays(30) << u"deputy:person:1006"_s << false;
}

void tst_Eligibility::somebodyMayDo()
{
    QFETCH(const QString, who);
    QFETCH(const QDate, day);
    QFETCH(const QString, candidate);
    QFETCH(const bool, may);
    OfficeState state = tiny::office();
    state.roles.append({u"1002:인사"_s, u"1002"_s, u"인사"_s, {}, QDate(2026, 1, 1), {}});
    state.deputies.append({u"d"_s, u"1006"_s, u"1009"_s, QDate(2026, 7, 1), QDate(2026, 7, 31)});

    const QStringList all = eligibilities(Directory(state), who, day);

    QVERIFY2(all.contains(candidate) == may, qPrintable(all.join(u' ')));
}

} // namespace naru::office

QTEST_GUILESS_MAIN(naru::office::tst_Eligibility)
#include "tst_eligibility.moc"
