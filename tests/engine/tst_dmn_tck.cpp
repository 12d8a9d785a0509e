// The DMN Technology Compatibility Kit, as far as it lies beside the sources: every case of every folder.
#include "dmn_tck.h"

#include <QTest>

using namespace naru;
using namespace naru::test;

class tst_DmnTck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCaseGivesWhatTheKitExpects_data();
    void everyCaseGivesWhatTheKitExpects();
    void compiledAndInterpretedCellsAgree_data() { everyCaseGivesWhatTheKitExpects_data(); }
    void compiledAndInterpretedCellsAgree();
    void theWholePartOfTheKitHasBeenRun();

private:
    QDir m_kit;
    int m_cases = 0;
    int m_passed = 0;
    int m_folders = 0;
    int m_foldersPassed = 0;
};

void tst_DmnTck::initTestCase()
{
    const QString shared = qEnvironmentVariable("NARU_SHARED", qEnvironmentVariable("NARU_SOURCE") + u"/../shared"_s);
    m_kit = QDir(shared + u"/conformance/dmn-tck"_s);
    if (!m_kit.exists())
        QSKIP("the compatibility kit is not here: set NARU_SHARED to the folder with conformance/dmn-tck");
}

void tst_DmnTck::everyCaseGivesWhatTheKitExpects_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &level : {u"compliance-level-2"_s, u"compliance-level-3"_s}) {
        const QStringList folders =
            QDir(m_kit.filePath(level)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &one : folders)
            QTest::newRow(qUtf8Printable(level.right(1) + u'/' + one)) << level + u'/' + one;
    }
}

void tst_DmnTck::everyCaseGivesWhatTheKitExpects()
{
    QFETCH(const QString, folder);

    const TckScore score = scoreOf(m_kit.filePath(folder), dmn::TableLogic::Matching::Compiled);

    m_cases += score.cases;
    m_passed += score.passed;
    ++m_folders;
    m_foldersPassed += score.failures.isEmpty() ? 1 : 0;
    for (const QString &one : score.failures)
        qWarning("%s", qUtf8Printable(one));
    QCOMPARE(score.passed, score.cases);
}

void tst_DmnTck::compiledAndInterpretedCellsAgree()
{
    QFETCH(const QString, folder);

    const TckScore score = scoreOf(m_kit.filePath(folder), dmn::TableLogic::Matching::Interpreted);

    QCOMPARE(score.failures, scoreOf(m_kit.filePath(folder), dmn::TableLogic::Matching::Compiled).failures);
}

void tst_DmnTck::theWholePartOfTheKitHasBeenRun()
{
    qInfo("%d of %d cases, %d of %d folders", m_passed, m_cases, m_foldersPassed, m_folders);
    QCOMPARE(m_cases, 1968);
    QCOMPARE(m_passed, 1968);
    QCOMPARE(m_folders, 85);
    QCOMPARE(m_foldersPassed, 85);
}

QTEST_APPLESS_MAIN(tst_DmnTck)
#include "tst_dmn_tck.moc"
