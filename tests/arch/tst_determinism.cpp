// What the pure layers may not know (clocks, chance, files, settings, the locale, the order of a hash), and what nobody
// may.
#include "source_tree.h"

#include <QRegularExpression>
#include <QTest>

using namespace naru;

namespace {

// Code that must not be in the files whose path matches.
struct Rule {
    QString where; // regular expression over the path
    QString what; // regular expression over a line of code
    QString why;
};

const QString pure = u"^app/(office|engine)/"_s;
const QString money = u"^app/(office|engine)/|^app/core/(decimal|calendar|korean_text)"_s;
const QString everywhere = u"^(app|plugins)/"_s;
const QString window = u"^app/ui/"_s;

const QList<Rule> &rules()
{
    static const QList<Rule> table{
        {pure, u"\\bcurrent(Date|DateTime|DateTimeUtc|Time|MSecsSinceEpoch|SecsSinceEpoch)\\b"_s,
         u"time comes in with the command"_s},
        {pure, u"\\b(QElapsedTimer|QDeadlineTimer|QTimer|\\w*_clock|gettimeofday|clock_gettime)\\b"_s,
         u"time comes in with the command"_s},
        {pure, u"\\b(time|clock|localtime|gmtime)\\s*\\("_s, u"time comes in with the command"_s},
        {pure,
         u"\\b(QRandomGenerator|random_device|mt19937(_64)?|default_random_engine|QUuid)\\b|\\b(s?rand|random)\\s*\\("_s,
         u"chance and identity come in with the command"_s},
        {pure,
         u"\\b(QFile|QFileInfo|QDir|QDirIterator|QSaveFile|QTemporary\\w+|QProcess|QIODevice|QResource|fopen|[io]?fstream)\\b"_s,
         u"a pure layer reads no files"_s},
        {pure, u"\\b(QSettings|QStandardPaths|QSysInfo|q?getenv|qEnvironmentVariable\\w*|QCoreApplication|qApp)\\b"_s,
         u"settings come in as values"_s},
        {pure,
         u"\\b(QLocale|QCollator|localeAwareCompare|setlocale|toLocal8Bit|toLocalTime|systemTimeZone\\w*|LocalTime)\\b"_s,
         u"the locale of the machine decides nothing"_s},
        {pure, u"\\bstartOfDay\\s*\\(\\s*\\)"_s, u"without a zone this is the machine's"_s},
        {pure, u"\\b(QThread|QtConcurrent|async|thread|QSql\\w+|QNetwork\\w+)\\b"_s, u"a pure layer does not act"_s},
        {pure, u"\\bunordered_(multi)?(map|set)\\b"_s, u"its order differs from run to run"_s},
        // A confidence is a probability, and never an amount.
        {money, u"\\bfloat\\b|\\bdouble\\b(?!\\s+confidence\\b)|\\btoDouble\\b|\\bsto[df]\\b|\\blong double\\b"_s,
         u"no binary fraction on a path to money"_s},
        {everywhere, u"\\bQDom\\w*"_s, u"XML comes through SafeXml"_s},
        {everywhere, u"\\b(processEvents|QEventLoop)\\b"_s, u"waiting inside re-enters the whole application"_s},
        {window, u"(\\.|->)exec\\s*\\("_s, u"nothing in the window blocks"_s},
        {everywhere, u"\\bignoreSslErrors\\b"_s, u"a certificate that fails is a failure"_s},
        {everywhere, u"\\b(class|struct|namespace|using|enum(\\s+class)?)\\s+\\w*(Manager|Helpers?|Utils?|Impl)\\b"_s,
         u"a name says what a thing is"_s},
    };
    return table;
}

// The names that the code declares as hashes or sets, and never as anything with an order.
QStringList hashNames(const QString &code)
{
    static const QRegularExpression declared(
        u"\\bQ(?:Multi)?(?:Hash|Set)\\s*<[^;(){}]*>\\s*&?\\s*(\\w+)\\s*(?:[;={,)]|$)"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression ordered(
        u"(?<![<]|, )\\b(?:Q(?:List|Map|MultiMap)\\s*<[^;(){}]*>|QStringList)\\s*&?\\s*(\\w+)\\s*(?:[;={,)]|$)"_s,
        QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = declared.globalMatch(code); match.hasNext();)
        names.append(match.next().captured(1));
    for (auto match = ordered.globalMatch(code); match.hasNext();)
        names.removeAll(match.next().captured(1));
    names.removeDuplicates();
    return names;
}

// Walks through a hash: its order is another in the next run. Asking it is fine, and so is to edit each value in place.
// Where the order does not matter, a comment on the line or above it says "any order" and why.
QStringList hashWalks(const SourceFile &file, const QString &code, const QString &header)
{
    static const QRegularExpression path(pure);
    const QStringList names = hashNames(code) + hashNames(header);
    if (names.isEmpty() || !path.match(file.path).hasMatch())
        return {};
    const QString any = u"(?:\\w+(?:\\.|->))*(?:"_s + names.join(u'|') + u')';
    const QString wrapped = u"(?:std::as_const\\(|qAsConst\\()?"_s + any + u"\\)"_s;
    const QRegularExpression walk(u"\\bfor\\s*\\((?:const\\b[^;)]*|[^;)&]*):\\s*"_s + wrapped + u"|\\b(?:"_s
                                  + names.join(u'|')
                                  + u")\\s*(?:\\.|->)(?:c?begin|constBegin|keys|values|asKeyValueRange)\\("_s);
    QStringList found;
    const QStringList lines = code.split(u'\n');
    const QStringList texts = file.text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isExcused = texts[i].contains(u"any order"_s) || (i > 0 && texts[i - 1].contains(u"any order"_s));
        if (walk.match(lines[i]).hasMatch() && !isExcused)
            found.append(
                violation(file, i + 1,
                          u"expected no walk through a hash, its order differs, but found: "_s + lines[i].trimmed()));
    }
    return found;
}

QStringList violationsOf(const SourceFile &file, const QString &headerText = {})
{
    static const QRegularExpression badName(u"(manager|helpers?|utils?|impl)\\.(h|cpp)$"_s);
    QStringList found;
    if (badName.match(file.path).hasMatch())
        found.append(violation(file, 1, u"expected a name that says what the file is"_s));
    const QString code = codeOf(file.text);
    const QStringList lines = code.split(u'\n');
    for (const Rule &rule : rules()) {
        if (!QRegularExpression(rule.where).match(file.path).hasMatch())
            continue;
        const QRegularExpression what(rule.what);
        for (qsizetype i = 0; i < lines.size(); ++i)
            if (const auto match = what.match(lines[i]); match.hasMatch())
                found.append(violation(file, i + 1,
                                       u"expected none of '"_s + match.captured() + u"' ("_s + rule.why
                                           + u") but found: "_s + lines[i].trimmed()));
    }
    return found + hashWalks(file, code, codeOf(headerText));
}

} // namespace

class tst_Determinism : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSourcesKeepTheRules();
    void aForbiddenLineIsFound_data();
    void aForbiddenLineIsFound();
    void anAllowedLineIsNot_data();
    void anAllowedLineIsNot();
};

void tst_Determinism::theSourcesKeepTheRules()
{
    const QList<SourceFile> files = sourcesOf({u"app"_s, u"plugins"_s});
    QVERIFY2(files.size() > 20, "expected NARU_SOURCE to name the source tree");
    QHash<QString, QString> texts;
    for (const SourceFile &file : files)
        texts.insert(file.path, file.text);

    QStringList found;
    for (const SourceFile &file : files) {
        if (file.isTest())
            continue;
        const bool isSource = file.path.endsWith(u".cpp"_s);
        found += violationsOf(file, isSource ? texts.value(file.path.chopped(3) + u'h') : QString());
    }

    for (const QString &one : found)
        qWarning("%s", qUtf8Printable(one));
    QCOMPARE(found.size(), 0);
}

void tst_Determinism::aForbiddenLineIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const QString &path, const QString &line) {
        QTest::newRow(qUtf8Printable(path + u' ' + line)) << path << line;
    };
    const QString office = u"app/office/a.cpp"_s;
    const QString engine = u"app/engine/feel/a.cpp"_s;
    row(office, u"const QDate today = QDate::currentDate();"_s);
    row(office, u"const auto now = QDateTime::currentDateTimeUtc();"_s);
    row(engine, u"std::chrono::steady_clock::now();"_s);
    row(engine, u"const auto seconds = std::time(nullptr);"_s);
    row(engine, u"QRandomGenerator::global()->generate();"_s);
    row(engine, u"int x = rand();"_s);
    row(office, u"const QString id = QUuid::createUuid().toString();"_s);
    row(office, u"QFile file(path);"_s);
    row(office, u"QSettings settings;"_s);
    row(office, u"qEnvironmentVariable(name);"_s);
    row(office, u"QLocale().toString(number);"_s);
    row(office, u"names.localeAwareCompare(other);"_s);
    row(office, u"day.startOfDay();"_s);
    row(office, u"std::unordered_map<int, int> m;"_s);
    row(office, u"double won = 0;"_s);
    row(engine, u"float rate;"_s);
    row(engine, u"const auto x = text.toDouble();"_s);
    row(u"app/core/decimal.cpp"_s, u"double x = 0;"_s);
    row(office, u"QHash<QString, int> counts; for (const int n : counts) use(n);"_s);
    row(office, u"QSet<QString> seen; const auto all = seen.values();"_s);
    row(office, u"QHash<QString, QList<int>> m_all; for (auto at = m_all.constBegin(); at != end; ++at) use(at);"_s);
    row(office, u"const QHash<QString, int> table; for (const auto &x : std::as_const(table)) use(x);"_s);
    row(u"app/core/a.cpp"_s, u"QDomDocument document;"_s);
    row(u"app/ui/a.cpp"_s, u"QApplication::processEvents();"_s);
    row(u"app/run/a.cpp"_s, u"QEventLoop loop;"_s);
    row(u"app/ui/a.cpp"_s, u"dialog.exec();"_s);
    row(u"app/run/a.cpp"_s, u"reply->ignoreSslErrors();"_s);
    row(u"plugins/pdf/a.h"_s, u"class PageManager {"_s);
    row(u"app/run/a.h"_s, u"struct StringUtils;"_s);
    row(u"app/run/a.h"_s, u"struct Impl;"_s);
    row(u"app/run/string_utils.h"_s, u"int x;"_s);
}

void tst_Determinism::aForbiddenLineIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);

    const QStringList found = violationsOf({path, u"// a file\n"_s + line + u'\n'});

    QVERIFY(!found.isEmpty());
    QVERIFY(found.first().startsWith(path + u':'));
}

void tst_Determinism::anAllowedLineIsNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const QString &path, const QString &line) {
        QTest::newRow(qUtf8Printable(path + u' ' + line)) << path << line;
    };
    const QString office = u"app/office/a.cpp"_s;
    row(office, u"// QDate::currentDate() is not asked here"_s);
    row(office, u"const QString text = u\"QFile \\\" double\"_s;"_s);
    row(office, u"/* rand() */ int x = 16'000'000; // double"_s);
    row(office, u"const char *raw = R\"x(QSettings \" double)x\";"_s);
    row(office, u"double confidence = 1;"_s);
    row(office, u"QHash<QString, int> counts; if (counts.contains(key)) ++counts[key];"_s);
    row(office, u"QHash<QString, QStringList> heirs; for (const QString &one : heirs.value(key)) use(one);"_s);
    row(office, u"QHash<QString, QList<int>> all; for (QList<int> &one : all) std::sort(one.begin(), one.end());"_s);
    row(office, u"QSet<QString> seen; for (const auto &one : seen) count(one); // any order: only counted"_s);
    row(office, u"const QDate end = start.addDays(3); runtime(end);"_s);
    row(u"app/run/a.cpp"_s, u"QFile file(path); const auto now = QDateTime::currentDateTimeUtc();"_s);
    row(u"app/run/a.cpp"_s, u"QNetworkAccessManager network;"_s);
    row(u"app/store/a.cpp"_s, u"query.exec();"_s);
    row(u"app/core/document.h"_s, u"double left = 0;"_s);
}

void tst_Determinism::anAllowedLineIsNot()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);

    const QStringList found = violationsOf({path, line});

    QVERIFY2(found.isEmpty(), qUtf8Printable(found.join(u'\n')));
}

QTEST_APPLESS_MAIN(tst_Determinism)
#include "tst_determinism.moc"
