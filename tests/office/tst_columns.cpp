#include "office/order/columns.h"

#include "office/tiny_office.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

Q_DECLARE_METATYPE(naru::office::Column)

namespace {

Heads headsOf(const QStringList &rows)
{
    const Document document = tiny::table(rows);
    const Table &table = *std::get<std::shared_ptr<Table>>(document.body.first());
    const TableGrid grid(table);
    return findHeads(table, grid, 0);
}

} // namespace

class ColumnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheHeadWords_data();
    void knowsTheHeadWords();
    void readsWholeHeads_data();
    void readsWholeHeads();
    void takesNoSectionForAHead();
    void takesNoNameForAHead_data();
    void takesNoNameForAHead();
    void doubtsAHeadThatNamesTwoColumns();
    void findsNoHeadWithoutANameColumn();
};

void ColumnsTest::knowsTheHeadWords_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<Column>("column");

    const auto add = [](const QStringList &path, Column column) {
        QTest::newRow(qUtf8Printable(path.join(u'>'))) << path << column;
    };
    add({u"연번"_s}, Column::Ignored);
    add({u"No."_s}, Column::Ignored);
    add({u"주민등록번호"_s}, Column::Ignored);
    add({u"발령권자"_s}, Column::Ignored);
    add({u"공무원번호"_s}, Column::EmpNo);
    add({u"사 번"_s}, Column::EmpNo);
    add({u"성  명"_s}, Column::Name);
    add({u"성명(한자)"_s}, Column::Name);
    add({u"대상자"_s}, Column::Name);
    add({u"현 소속"_s}, Column::FromUnit);
    add({u"현 근무부서"_s}, Column::FromUnit);
    add({u"종전 소속"_s}, Column::FromUnit);
    add({u"재발령 보직"_s}, Column::ToPost);
    add({u"당초 휴직기간"_s}, Column::Ignored);
    add({u"姓名"_s}, Column::Name);
    add({u"변경 전"_s, u"소속"_s}, Column::FromUnit);
    add({u"현 직"_s, u"직급"_s}, Column::Grade);
    add({u"변경 소속"_s}, Column::ToUnit);
    add({u"변경"_s, u"부서"_s}, Column::ToUnit);
    add({u"변경 후"_s, u"직위"_s}, Column::ToPost);
    add({u"발 령"_s, u"소속"_s}, Column::ToUnit);
    add({u"발령부서"_s}, Column::ToUnit);
    add({u"발령 소속(직위)"_s}, Column::ToUnit);
    add({u"발령직급"_s}, Column::ToGrade);
    add({u"변경 직급"_s}, Column::ToGrade);
    add({u"후(소속)"_s}, Column::ToUnit);
    add({u"전(소속)"_s}, Column::FromUnit);
    add({u"현재 부서"_s}, Column::FromUnit);
    add({u"신소속"_s}, Column::ToUnit);
    add({u"전보 부서"_s}, Column::ToUnit);
    add({u"승진 직급"_s}, Column::ToGrade);
    add({u"임용 예정 부서"_s}, Column::ToUnit);
    add({u"이동 후"_s, u"부서"_s}, Column::ToUnit);
    add({u"이동 전"_s, u"부서"_s}, Column::FromUnit);
    add({u"발령사항"_s}, Column::Phrase);
    add({u"발 령 내 용"_s}, Column::Phrase);
    add({u"변동사항"_s}, Column::Phrase);
    add({u"발령구분"_s}, Column::Kind);
    add({u"발령일자"_s}, Column::Date);
    add({u"임용일자"_s}, Column::Date);
    add({u"파견기간"_s}, Column::Period);
    add({u"비고"_s}, Column::Remark);
}

void ColumnsTest::knowsTheHeadWords()
{
    QFETCH(const QStringList, path);

    QTEST(columnOf(path), "column");
}

void ColumnsTest::readsWholeHeads_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QList<Column>>("columns");

    QTest::newRow("two rows whose groups were merged cells")
        << QStringList{u"연번|성명|현 직||발 령||발령일"_s, u"||소속|직급|소속|직급|"_s, u"1|이민수|총무과|6급|인사과|5급|2026.7.29."_s}
        << QList<Column>{Column::Ignored, Column::Name,   Column::FromUnit, Column::Grade,
                         Column::ToUnit,  Column::ToGrade, Column::Date};
    QTest::newRow("twins without a side")
        << QStringList{u"소속|직급|성명|소속|직급"_s, u"총무과|6급|이민수|인사과|5급"_s}
        << QList<Column>{Column::FromUnit, Column::Grade, Column::Name, Column::ToUnit, Column::ToGrade};
    QTest::newRow("export of a body")
        << QStringList{u"성명|직위|기관|직급|부서|임용일자"_s, u"이민수|과장|시|4급|총무과|20260729"_s}
        << QList<Column>{Column::Name,  Column::FromPost, Column::FromBody, Column::Grade, Column::FromUnit, Column::Date};
    QTest::newRow("a dot inside a word")
        << QStringList{u"성명|임용 전||임용 후|"_s, u"|실·국|부서|실·국|부서"_s, u"이민수|행정국|총무과|행정국|시민봉사과"_s}
        << QList<Column>{Column::Name, Column::FromBody, Column::FromUnit, Column::ToBody, Column::ToUnit};
    QTest::newRow("title above") << QStringList{u"2026. 7. 29.자 인사발령"_s, u"직급|성명|발령사항"_s, u"6급|이민수|총무과"_s}
                                 << QList<Column>{Column::Grade, Column::Name, Column::Phrase};
}

void ColumnsTest::readsWholeHeads()
{
    QFETCH(const QStringList, rows);

    QTEST(headsOf(rows).columns, "columns");
}

void ColumnsTest::takesNoSectionForAHead()
{
    const Heads heads = headsOf({u"연번|종전 소속|성명|변경 소속"_s, u"보직재발령"_s, u"1|총무과|이민수|인사과"_s});

    QCOMPARE(heads.rows, 1);
}

void ColumnsTest::takesNoNameForAHead_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"신옥혜", "전보람", "변경희", "이동수", "현나진", "임우순", "후인범", "김순", "발영", "임용현"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void ColumnsTest::takesNoNameForAHead()
{
    QFETCH(const QString, name);

    QCOMPARE(columnOf({name}), Column::Unknown);
    QCOMPARE(headsOf({u"성명|"_s + name + u"|발령일|2026. 7. 29."_s, u"발령내용|총무과 근무를 명함"_s}).rows, 0);
}

void ColumnsTest::doubtsAHeadThatNamesTwoColumns()
{
    QVERIFY(headsOf({u"구분 소속|성명|발령사항"_s, u"전보 총무과|이민수|인사과 근무를 명함"_s}).isDoubtful);
    QVERIFY(!headsOf({u"현 소속|성 명|발령 사항"_s, u"총무과|이민수|인사과 근무를 명함"_s}).isDoubtful);
}

void ColumnsTest::findsNoHeadWithoutANameColumn()
{
    QCOMPARE(headsOf({u"구분|내용"_s, u"회의|주간 회의"_s}).rows, 0);
}

QTEST_APPLESS_MAIN(ColumnsTest)
#include "tst_columns.moc"
