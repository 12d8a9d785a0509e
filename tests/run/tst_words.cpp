// What people read when something fails: a sentence for every case, and particles that fit the word before them.
#include "run/causes.h"
#include "run/language.h"
#include "run/particles.h"
#include "run/words.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace naru;

namespace {

// The codes of failures that the sources of a layer give: the last word of an Error, or a problem of a schedule.
QStringList codesIn(const QString &folder)
{
    static const QRegularExpression lastWord(u"u\"([a-z][A-Za-z]*(?:\\.[A-Za-z-]+)+)\"_s\\s*[})]"_s);
    static const QRegularExpression problem(u"\"[A-Za-z]*\"_s, u\"((?:cron|rule|schedule)\\.[a-z-]+)\"_s"_s);
    // What is told of a service, compared, or named is no failure; Java is what DMN calls its functions by.
    static const QRegularExpression other(u"tell\\(|tellJournal\\(|==|Setting|java\\.|naru\\.|contains\\("_s);
    QStringList codes;
    QDirIterator files(folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.contains(other))
                continue;
            for (const QRegularExpression &one : {lastWord, problem})
                for (auto match = one.globalMatch(line); match.hasNext();)
                    codes.append(match.next().captured(1));
        }
    }
    codes.removeDuplicates();
    codes.sort();
    return codes;
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { run::speak(*QCoreApplication::instance(), u"ko"_s); }

    void everyFailureThatAPersonCanMeetHasItsSentence_data()
    {
        QTest::addColumn<QString>("layer");
        for (const QString &layer : {u"core"_s, u"store"_s, u"engine"_s, u"run"_s})
            QTest::newRow(qPrintable(layer)) << layer;
    }

    void everyFailureThatAPersonCanMeetHasItsSentence()
    {
        const QString source = qEnvironmentVariable("NARU_SOURCE");
        if (source.isEmpty())
            QSKIP("NARU_SOURCE is not set");
        QFETCH(const QString, layer);

        const QStringList codes = codesIn(source + u"/app/"_s + layer);

        QVERIFY2(codes.size() >= 5, qPrintable(codes.join(u' ')));
        QStringList without;
        for (const QString &code : codes)
            if (run::cause(code).isEmpty())
                without.append(code);
        QVERIFY2(without.isEmpty(), qPrintable(u"without a sentence of their own (app/run/causes.cpp):\n"_s + without.join(u'\n')));
    }

    void sentenceIsKoreanAndSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString &code : {u"schedule.none"_s, u"trigger.folder"_s, u"rule.frequency"_s, u"run.unknownOutcome"_s, u"task.held"_s, u"store.full"_s})
            QTest::newRow(qPrintable(code)) << code;
    }

    void sentenceIsKoreanAndSaysWhatToDo()
    {
        QFETCH(const QString, code);

        const QString text = run::sentence({Error::Kind::Invalid, u"expected a thing but found another"_s, code});

        QVERIFY2(!text.contains(u"expected"_s), qPrintable(text)); // the log's words, not a person's
        QVERIFY2(text.contains(u"다"_s) && text.endsWith(u'.'), qPrintable(text));
    }

    void placeOfAMistakeIsToldWhereAPersonMustCorrectIt()
    {
        const QString text = run::sentence({Error::Kind::Invalid, u"expected ) in line 3 but found ]"_s, u"feel.syntax"_s});

        QVERIFY(text.startsWith(run::cause(u"feel.syntax"_s)));
        QVERIFY(text.contains(u"line 3"_s));
    }

    void unknownCodeStillSaysWhatToDo()
    {
        const QString text = run::sentence({Error::Kind::Conflict, u"expected peace but found war"_s, u"no.such"_s});

        QVERIFY(text.contains(u"계획을 다시"_s));
        QVERIFY(text.contains(u"found war"_s));
    }

    void particlesFitTheWordBefore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("settled");
        QTest::newRow("behind a consonant") << u"‘대장’을(를) 열었습니다."_s << u"‘대장’을 열었습니다."_s;
        QTest::newRow("behind a vowel") << u"‘민원 처리’을(를) 켰습니다."_s << u"‘민원 처리’를 켰습니다."_s;
        QTest::newRow("behind a digit") << u"문제 2을(를) 다시 하게 함"_s << u"문제 2를 다시 하게 함"_s;
        QTest::newRow("behind three") << u"문제 3을(를) 다시 하게 함"_s << u"문제 3을 다시 하게 함"_s;
        QTest::newRow("who") << u"김하나이(가) 맡음"_s << u"김하나가 맡음"_s;
        QTest::newRow("who, behind a consonant") << u"이민준이(가) 맡음"_s << u"이민준이 맡음"_s;
        QTest::newRow("towards, behind rieul") << u"서울(으)로"_s << u"서울로"_s;
        QTest::newRow("towards") << u"총무과장(으)로"_s << u"총무과장으로"_s;
        QTest::newRow("called") << u"‘끝’(이)라는 명령"_s << u"‘끝’이라는 명령"_s;
        QTest::newRow("two of them") << u"명단을(를) 표(으)로"_s << u"명단을 표로"_s;
        QTest::newRow("topic behind a bracket") << u"계획 (초안)은(는) 이미"_s << u"계획 (초안)은 이미"_s;
        QTest::newRow("nothing to choose") << u"2026. 7. 29.(수)에 시작"_s << u"2026. 7. 29.(수)에 시작"_s;
        QTest::newRow("nothing before it") << u"을(를)"_s << u"를"_s;
    }

    void particlesFitTheWordBefore()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, settled);

        QCOMPARE(run::withParticles(text), settled);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
