// Look left only: core | office, engine, store | run | ui. Reads every #include of the program and of its plugins.
#include "source_tree.h"

#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace naru;

namespace {

// What a layer may include of our own, and which modules of Qt. Programs (app/*.cpp) stand to the right of all.
struct Layer {
    QSet<QString> layers;
    QSet<QString> modules;
};

const QMap<QString, Layer> &layers()
{
    static const QMap<QString, Layer> table{
        {u"core"_s, {{u"core"_s}, {u"QtCore"_s}}},
        {u"office"_s, {{u"core"_s, u"office"_s}, {u"QtCore"_s}}},
        {u"engine"_s, {{u"core"_s, u"engine"_s}, {u"QtCore"_s}}},
        {u"store"_s, {{u"core"_s, u"store"_s}, {u"QtCore"_s, u"QtSql"_s}}},
        {u"run"_s,
         {{u"core"_s, u"office"_s, u"engine"_s, u"store"_s, u"run"_s},
          {u"QtCore"_s, u"QtGui"_s, u"QtConcurrent"_s, u"QtNetwork"_s, u"QtDBus"_s}}},
        {u"ui"_s,
         {{u"core"_s, u"office"_s, u"engine"_s, u"run"_s, u"ui"_s},
          {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtConcurrent"_s, u"QtPrintSupport"_s, u"QtDBus"_s}}},
        {u"plugins"_s, {{u"core"_s}, {u"QtCore"_s, u"QtGui"_s, u"QtNetwork"_s}}},
        {u""_s,
         {{u"core"_s, u"office"_s, u"engine"_s, u"store"_s, u"run"_s, u"ui"_s},
          {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtConcurrent"_s, u"QtDBus"_s}}},
    };
    return table;
}

// A foreign library has one door: the files whose path starts so.
const QMap<QString, QStringList> &doors()
{
    static const QMap<QString, QStringList> table{
        {u"bid_conf.h"_s, {u"app/core/decimal_bid.h"_s}},
        {u"bid_functions.h"_s, {u"app/core/decimal_bid.h"_s}},
        {u"zip.h"_s, {u"app/core/zip_"_s}},
        {u"QXmlStreamReader"_s, {u"app/core/safe_xml"_s, u"app/core/xml_scanner"_s}},
        {u"sqlite3.h"_s, {u"app/store/"_s}},
        {u"openssl/evp.h"_s, {u"plugins/hwp/aes"_s, u"app/"_s}},
        {u"zlib.h"_s, {u"plugins/hwp/inflate"_s}},
        // The page picture of the plugin interface is the one thing in core that is not QtCore's.
        {u"QImage"_s,
         {u"app/core/format.h"_s, u"app/core/page_reader.h"_s, u"app/run/"_s, u"app/ui/"_s, u"app/desk.cpp"_s, u"plugins/"_s, u"app/reader.cpp"_s}},
    };
    return table;
}

// The module of Qt that brings the header; empty for what is not Qt's.
QString moduleOf(const QString &header)
{
    static const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (header.contains(u'/'))
        return header.startsWith(u"Qt"_s) ? header.section(u'/', 0, 0) : QString();
    for (const QString &module : {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSql"_s, u"QtSvg"_s, u"QtConcurrent"_s,
                                  u"QtPrintSupport"_s, u"QtNetwork"_s, u"QtDBus"_s, u"QtTest"_s, u"QtXml"_s})
        if (QFile::exists(folder + u'/' + module + u'/' + header))
            return module;
    return {};
}

// What is wrong with an #include <…>, or nothing.
QString faultOfForeign(const SourceFile &file, const QString &header)
{
    const auto door = doors().constFind(header);
    if (door != doors().constEnd()) {
        for (const QString &path : *door)
            if (file.path.startsWith(path))
                return {};
        return u"expected <"_s + header + u"> in "_s + door->join(u", "_s) + u" only"_s;
    }
    const QString module = moduleOf(header);
    const bool pure = QSet<QString>{u"core"_s, u"office"_s, u"engine"_s}.contains(file.layer());
    if (module.isEmpty() && header.contains(u'.') && pure)
        return u"expected QtCore and the standard library in a pure layer but found <"_s + header + u'>';
    if (!module.isEmpty() && !layers().value(file.layer()).modules.contains(module))
        return u"expected no "_s + module + u" here but found <"_s + header + u'>';
    return {};
}

// What is wrong with an #include "…", or nothing.
QString faultOfOwn(const SourceFile &file, const QString &header)
{
    if (header.contains(u".."_s))
        return u"expected a path from app/ but found \""_s + header + u'"';
    const QString layer = header.section(u'/', 0, 0);
    if (!header.contains(u'/')) // a neighbour in a plugin's own folder, or moc's output
        return file.layer() == u"plugins"_s || header.endsWith(u".moc"_s)
            ? QString()
            : u"expected a path from app/ but found \""_s + header + u'"';
    if (layers().value(file.layer()).layers.contains(layer))
        return {};
    const QString here = file.layer().isEmpty() ? u"a program"_s : file.layer();
    return u"expected "_s + here + u" to look left only but it includes \""_s + header + u'"';
}

QStringList violationsOf(const SourceFile &file)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    QStringList found;
    if (!layers().contains(file.layer()))
        return {violation(file, 1, u"expected a known layer but found '"_s + file.layer() + u'\'')};
    const QStringList lines = file.text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = include.match(lines[i]);
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(2);
        const QString fault = match.captured(1) == u"<"_s ? faultOfForeign(file, header) : faultOfOwn(file, header);
        if (!fault.isEmpty())
            found.append(violation(file, i + 1, fault));
    }
    return found;
}

} // namespace

class tst_Includes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileLooksLeftOnly();
    void aForbiddenIncludeIsFound_data();
    void aForbiddenIncludeIsFound();
    void anAllowedIncludeIsNot_data();
    void anAllowedIncludeIsNot();
};

void tst_Includes::everyFileLooksLeftOnly()
{
    const QList<SourceFile> files = sourcesOf({u"app"_s, u"plugins"_s});
    QVERIFY2(files.size() > 20, "expected NARU_SOURCE to name the source tree");

    QStringList found;
    for (const SourceFile &file : files)
        if (!file.isTest())
            found += violationsOf(file);

    for (const QString &one : found)
        qWarning("%s", qUtf8Printable(one));
    QCOMPARE(found.size(), 0);
}

void tst_Includes::aForbiddenIncludeIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const QString &path, const QString &line) {
        QTest::newRow(qUtf8Printable(path + u' ' + line)) << path << line;
    };
    row(u"app/core/a.h"_s, u"#include \"office/records.h\""_s);
    row(u"app/core/a.h"_s, u"#include <QPixmap>"_s);
    row(u"app/core/a.h"_s, u"#include <QImage>"_s);
    row(u"app/core/a.h"_s, u"#include <QtGui/QPixmap>"_s);
    row(u"app/core/a.cpp"_s, u"  #  include <bid_functions.h>"_s);
    row(u"app/core/a.cpp"_s, u"#include <unistd.h>"_s);
    row(u"app/core/a.cpp"_s, u"#include \"neighbour.h\""_s);
    row(u"app/office/a.cpp"_s, u"#include \"store/store.h\""_s);
    row(u"app/office/a.cpp"_s, u"#include \"engine/feel/parser.h\""_s);
    row(u"app/office/a.cpp"_s, u"#include <QSqlQuery>"_s);
    row(u"app/office/a.cpp"_s, u"#include <zip.h>"_s);
    row(u"app/engine/a.cpp"_s, u"#include \"office/records.h\""_s);
    row(u"app/store/a.cpp"_s, u"#include \"office/records.h\""_s);
    row(u"app/store/a.cpp"_s, u"#include \"run/formats.h\""_s);
    row(u"app/store/a.cpp"_s, u"#include <QWidget>"_s);
    row(u"app/run/a.cpp"_s, u"#include \"ui/shell.h\""_s);
    row(u"app/run/a.cpp"_s, u"#include <QLabel>"_s);
    row(u"app/run/a.cpp"_s, u"#include <sqlite3.h>"_s);
    row(u"app/ui/a.cpp"_s, u"#include \"store/store.h\""_s);
    row(u"app/ui/a.cpp"_s, u"#include <QSqlTableModel>"_s);
    row(u"app/ui/a.cpp"_s, u"#include <QXmlStreamReader>"_s);
    row(u"app/ui/a.cpp"_s, u"#include \"../core/plan.h\""_s);
    row(u"plugins/pdf/a.cpp"_s, u"#include \"office/records.h\""_s);
    row(u"plugins/pdf/a.cpp"_s, u"#include \"run/formats.h\""_s);
    row(u"plugins/pdf/a.cpp"_s, u"#include \"hwpx/markup.h\""_s);
    row(u"plugins/pdf/a.cpp"_s, u"#include <QWidget>"_s);
    row(u"plugins/pdf/a.cpp"_s, u"#include <QDomDocument>"_s);
    row(u"app/helpers/a.cpp"_s, u"#include \"core/plan.h\""_s);
}

void tst_Includes::aForbiddenIncludeIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);

    const QStringList found = violationsOf({path, u"// a file\n"_s + line + u'\n'});

    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().startsWith(path + u':'));
    QVERIFY(found.first().contains(u":2: expected "_s) || found.first().contains(u"known layer"_s));
}

void tst_Includes::anAllowedIncludeIsNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const QString &path, const QString &line) {
        QTest::newRow(qUtf8Printable(path + u' ' + line)) << path << line;
    };
    row(u"app/core/format.h"_s, u"#include <QImage>"_s);
    row(u"app/core/decimal_bid.h"_s, u"#include <bid_functions.h>"_s);
    row(u"app/core/a.cpp"_s, u"#include <algorithm>"_s);
    row(u"app/core/a.cpp"_s, u"// #include \"ui/shell.h\""_s);
    row(u"app/office/order/a.cpp"_s, u"#include \"core/plan.h\""_s);
    row(u"app/office/order/a.cpp"_s, u"#include \"office/order/columns.h\""_s);
    row(u"app/store/a.cpp"_s, u"#include <sqlite3.h>"_s);
    row(u"app/store/a.cpp"_s, u"#include <sys/file.h>"_s);
    row(u"app/run/a.cpp"_s, u"#include \"store/store.h\""_s);
    row(u"app/ui/a.cpp"_s, u"#include \"run/formats.h\""_s);
    row(u"app/ui/a.cpp"_s, u"#include \"a.moc\""_s);
    row(u"app/desk.cpp"_s, u"#include \"ui/shell.h\""_s);
    row(u"plugins/pdf/a.cpp"_s, u"#include \"page_layout.h\""_s);
    row(u"plugins/pdf/a.cpp"_s, u"#include <poppler-qt6.h>"_s);
}

void tst_Includes::anAllowedIncludeIsNot()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);

    const QStringList found = violationsOf({path, line});

    QVERIFY2(found.isEmpty(), qUtf8Printable(found.join(u'\n')));
}

QTEST_APPLESS_MAIN(tst_Includes)
#include "tst_includes.moc"
