// The way in and out of documents with the real reader process: nothing that a file holds, and nothing that happens to
// the reader, costs more than an error.
#include "run/confinement.h"
#include "run/document_stream.h"
#include "run/documents.h"

#include "core/zip_archive.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <ctime>
#include <thread>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define NARU_SHADOWED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NARU_SHADOWED 1
#endif
#endif

using namespace naru;
using namespace std::chrono_literals;

namespace {

#ifdef NARU_SHADOWED
constexpr bool isShadowed = true;
#else
constexpr bool isShadowed = false;
#endif

Document sampleDocument()
{
    Table table;
    table.rows = 2;
    table.columns = 2;
    table.caption = u"인사발령"_s;
    for (int i = 0; i < 4; ++i) {
        Cell cell;
        cell.row = i / 2;
        cell.column = i % 2;
        cell.header = i < 2;
        cell.text = QStringList{u"성명"_s, u"발령사항"_s, u"이민수"_s, u"재정관리담당관 근무를 명함"_s}[i];
        cell.value = {Value::Kind::Text, cell.text, u"A1"_s, u"@"_s};
        cell.place = {3, Box{1, 2, 3.5, 4}, u"Sheet1!A%1"_s.arg(i), 0.5, Provenance::Method::Ocr};
        table.cells.append(cell);
    }
    const auto nested = std::make_shared<Table>(table);
    table.cells.last().blocks = {Paragraph{u"안쪽"_s, u"body"_s, {}}, nested};
    Document document;
    document.format = u"hwpx"_s;
    document.title = u"인사발령 통지"_s;
    document.pages = {{1, QSizeF(595.28, 841.89), 300}};
    document.body = {Paragraph{u"인사발령 통지"_s, u"title"_s, {}}, std::make_shared<Table>(table)};
    document.fields = {{FormField::Kind::Checkbox, u"동의"_s, u"예"_s, u"1"_s, true, {}}};
    document.diagnostics = {{u"curves"_s, u"expected text but found curves"_s, 2}};
    return document;
}

QByteArray toJsonText(const Document &document)
{
    return QJsonDocument(toJson(document)).toJson();
}

// What `deed` answers in a child that is locked in: 0 for done, an errno for refused.
template <typename Deed> int confined(Deed deed)
{
    const pid_t child = fork();
    if (child == 0) {
        const bool isLocked = bool(confine({}));
        errno = 0;
        _exit(!isLocked ? 200 : deed() ? 0 : errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int openFiles()
{
    return int(QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
}

} // namespace

class tst_Documents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatItWrote();
    void readsThroughTheReaderOnly();
    void refusesFilesThatAreNone_data();
    void refusesFilesThatAreNone();
    void refusesAFileThatMayNotBeRead();
    void doesNotWaitAtAPipe();
    void refusesAFileBeyondTheLimit();
    void saysWhatForeignBytesAre_data();
    void saysWhatForeignBytesAre();
    void letsTheContentDecideAndNotesTheEnding();
    void passesOnTheErrorsOfTheFormat();
    void refusesAZipBomb();
    void saysThatPagesAreMissingFromWhatFlows();
    void survivesTheDeathOfTheReader_data();
    void survivesTheDeathOfTheReader();
    void killsAReaderThatHangs();
    void killsAReaderThatEatsMemory();
    void killsAReaderThatComputesForEver();
    void cancelsAtOnce();
    void leavesNothingBehind();
    void failsWhereTheReaderIsMissing();
    void locksTheReaderIn_data();
    void locksTheReaderIn();
    void carriesADocumentWithoutLoss();
    void refusesDamagedAnswers();
    void writesByTheEnding_data();
    void writesByTheEnding();
    void refusesEndingsThatNothingWrites();
    void leavesTheOldFileWhereTheDiskIsFull();
    void findsNoFormatsInAnEmptyFolder();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    QTemporaryDir m_folder;
};

// One format alone, so that no other plugin claims the bytes of these tests.
void tst_Documents::initTestCase()
{
    const QString plugin = Formats::folders().first() + u"/hwpx.so"_s;
    QVERIFY2(QFile::exists(plugin), qPrintable(plugin));
    QVERIFY(QDir(m_folder.path()).mkdir(u"plugins"_s));
    QVERIFY(QFile::link(QFileInfo(plugin).absoluteFilePath(), path(u"plugins/hwpx.so"_s)));
    qputenv("NARU_PLUGINS", path(u"plugins"_s).toLocal8Bit());
    const Status written = writeDocument(sampleDocument(), path(u"order.hwpx"_s));
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().text));
}

void tst_Documents::readsWhatItWrote()
{
    const Result<Document> read = readDocument(path(u"order.hwpx"_s));

    QVERIFY2(bool(read), read ? "" : qPrintable(read.error().text));
    QCOMPARE(read->format, u"hwpx"_s);
    QFile file(path(u"order.hwpx"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(read->sha256,
             QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()));
    QVERIFY(read->diagnostics.isEmpty());
    QCOMPARE(std::get<Paragraph>(read->body.first()).text, u"인사발령 통지"_s);
}

void tst_Documents::readsThroughTheReaderOnly()
{
    Result<OpenDocument> open = OpenDocument::open(path(u"order.hwpx"_s));
    QVERIFY(open);
    QCOMPARE(open->readerId(), 0);

    QVERIFY(open->read());

    const qint64 first = open->readerId();
    QVERIFY(first > 0 && first != getpid());
    QVERIFY(open->read());
    QCOMPARE(open->readerId(), first); // kept for the next question
}

void tst_Documents::refusesFilesThatAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << path(u"none.hwpx"_s) << int(Error::Kind::NotFound) << u"file.missing"_s;
    QTest::newRow("in a file") << path(u"order.hwpx/x"_s) << int(Error::Kind::NotFound) << u"file.missing"_s;
    QTest::newRow("folder") << m_folder.path() << int(Error::Kind::Invalid) << u"file.special"_s;
    QTest::newRow("device") << u"/dev/zero"_s << int(Error::Kind::Invalid) << u"file.special"_s;
    QTest::newRow("empty") << path(u"empty.hwpx"_s) << int(Error::Kind::Invalid) << u"file.empty"_s;
}

void tst_Documents::refusesFilesThatAreNone()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    QFETCH(const QString, code);
    put(u"empty.hwpx"_s, {});

    const Result<Document> read = readDocument(name);

    QVERIFY(!read);
    QCOMPARE(int(read.error().kind), kind);
    QCOMPARE(read.error().code, code);
    QVERIFY(read.error().text.contains(name));
}

void tst_Documents::refusesAFileThatMayNotBeRead()
{
    put(u"secret.hwpx"_s, "x");
    QVERIFY(QFile::setPermissions(path(u"secret.hwpx"_s), {}));
    const bool isRoot = geteuid() == 0;
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther);
    QVERIFY(!isRoot || seteuid(65534) == 0); // root may read everything

    const Result<Document> read = readDocument(path(u"secret.hwpx"_s));

    QVERIFY(!isRoot || seteuid(0) == 0);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Denied);
    QCOMPARE(read.error().code, u"file.denied"_s);
}

void tst_Documents::doesNotWaitAtAPipe()
{
    QCOMPARE(mkfifo(path(u"pipe.hwpx"_s).toLocal8Bit().constData(), 0600), 0);

    const Result<Document> read = readDocument(path(u"pipe.hwpx"_s));

    QVERIFY(!read);
    QCOMPARE(read.error().code, u"file.special"_s);
}

void tst_Documents::refusesAFileBeyondTheLimit()
{
    ReadOptions options;
    options.limits.bytes = 10;

    const Result<Document> read = readDocument(path(u"order.hwpx"_s), options);

    QVERIFY(!read);
    QCOMPARE(read.error().code, u"limit.bytes"_s);
}

void tst_Documents::saysWhatForeignBytesAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray compound = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(504, '\0');
    const auto wide = [](const QString &text) {
        return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    };
    QTest::newRow("HWP 5") << compound + "HWP Document File" << u"HWP 5.0"_s;
    QTest::newRow("HWPML") << QByteArray("<?xml version=\"1.0\"?><HWPML Version=\"2.8\">") << u"HWPML"_s;
    QTest::newRow("XLS") << compound + wide(u"Workbook"_s) << u"XLS"_s;
    QTest::newRow("DOC") << compound + wide(u"WordDocument"_s) << u"DOC"_s;
    QTest::newRow("encrypted Office") << compound + wide(u"EncryptedPackage"_s) << u"encrypted"_s;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n....") << u"OCR"_s;
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0....") << u"OCR"_s;
    QTest::newRow("TIFF") << QByteArray("II*\0....", 8) << u"OCR"_s;
    QTest::newRow("PDF without its plugin") << QByteArray("%PDF-1.7\n") << u"plugin"_s;
    QTest::newRow("web page") << QByteArray("<html><table></table></html>") << u"HTML"_s;
    QTest::newRow("archive") << QByteArray("7z\xbc\xaf\x27\x1c....") << u"7z"_s;
    QTest::newRow("noise") << QByteArray("\1\2\0\3\xff", 5) << u"unknown kind"_s;
    QTest::newRow("a byte") << QByteArray("M") << u"text"_s;
}

void tst_Documents::saysWhatForeignBytesAre()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);

    const Result<Document> read = OpenDocument::fromBytes(bytes, u"order.hwpx"_s).read();

    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QCOMPARE(read.error().code, u"format.unknown"_s);
    QVERIFY2(read.error().text.contains(words), qPrintable(read.error().text));
}

void tst_Documents::letsTheContentDecideAndNotesTheEnding()
{
    QVERIFY(QFile::copy(path(u"order.hwpx"_s), path(u"order.xlsx"_s)));
    QVERIFY(QFile::copy(path(u"order.hwpx"_s), path(u"order"_s)));

    const Result<Document> lying = readDocument(path(u"order.xlsx"_s));
    const Result<Document> silent = readDocument(path(u"order"_s));

    QVERIFY(lying && silent);
    QCOMPARE(lying->format, u"hwpx"_s);
    QCOMPARE(lying->diagnostics.size(), 1);
    QCOMPARE(lying->diagnostics.first().code, u"extension"_s);
    QVERIFY(silent->diagnostics.isEmpty());
}

void tst_Documents::passesOnTheErrorsOfTheFormat()
{
    QFile file(path(u"order.hwpx"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray half = file.read(file.size() / 2);

    const Result<Document> read = OpenDocument::fromBytes(half, u"half.hwpx"_s).read();

    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QCOMPARE(read.error().code, u"zip.damaged"_s);
}

void tst_Documents::refusesAZipBomb()
{
    ZipWriter zip;
    zip.add(u"mimetype"_s, "application/hwp+zip", ZipWriter::Packing::Stored);
    zip.add(u"META-INF/manifest.xml"_s, QByteArray(50 << 20, ' '));
    const Result<QByteArray> bomb = zip.finish();
    QVERIFY(bomb);

    const Result<Document> read = OpenDocument::fromBytes(*bomb, u"bomb.hwpx"_s).read();

    QVERIFY(!read);
    QCOMPARE(read.error().code, u"zip.limit"_s);
}

void tst_Documents::saysThatPagesAreMissingFromWhatFlows()
{
    Result<OpenDocument> open = OpenDocument::open(path(u"order.hwpx"_s));
    QVERIFY(open);

    const Result<QImage> picture = open->render(1, 96);

    QVERIFY(!picture);
    QCOMPARE(picture.error().code, u"format.noPages"_s);
}

void tst_Documents::survivesTheDeathOfTheReader_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("code");
    QTest::newRow("killed") << SIGKILL << u"reader.crashed"_s;
    QTest::newRow("crashed") << SIGSEGV << u"reader.crashed"_s;
    QTest::newRow("aborted") << SIGABRT << u"reader.crashed"_s;
    QTest::newRow("out of time") << SIGXCPU << u"reader.limit"_s;
}

void tst_Documents::survivesTheDeathOfTheReader()
{
    QFETCH(const int, signal);
    QFETCH(const QString, code);
    Result<OpenDocument> open = OpenDocument::open(path(u"order.hwpx"_s));
    QVERIFY(open && open->read());

    QCOMPARE(kill(pid_t(open->readerId()), signal), 0);
    const Result<Document> after = open->read();

    QVERIFY(!after);
    QCOMPARE(after.error().kind, Error::Kind::Invalid);
    QCOMPARE(after.error().code, code);
    QCOMPARE(open->readerId(), 0);
    QVERIFY(open->read()); // with a fresh one
}

void tst_Documents::killsAReaderThatHangs()
{
    ReadOptions options;
    options.reader.patience = 300ms;
    Result<OpenDocument> open = OpenDocument::open(path(u"order.hwpx"_s), options);
    QVERIFY(open && open->read());
    const pid_t reader = pid_t(open->readerId());
    QCOMPARE(kill(reader, SIGSTOP), 0);

    const Result<Document> read = open->read();

    QVERIFY(!read);
    QCOMPARE(read.error().code, u"reader.timeout"_s);
    QCOMPARE(kill(reader, 0), -1); // and it is gone
}

void tst_Documents::killsAReaderThatEatsMemory()
{
    if (isShadowed)
        QSKIP("the sanitizer maps more memory than any limit");
    ReadOptions options;
    options.reader.memory = 300 << 20;

    const Result<Document> read = OpenDocument::fromBytes(QByteArray(400 << 20, 'x'), u"big"_s, options).read();

    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QCOMPARE(read.error().code, u"reader.limit"_s);
    QVERIFY2(read.error().text.contains(u"memory"_s), qPrintable(read.error().text));
}

void tst_Documents::killsAReaderThatComputesForEver()
{
    const int ended = confined([] {
        grantProcessorTime(0); // to the next whole second
        while (std::clock() >= 0) { }
        return true;
    });

    QCOMPARE(ended, -SIGXCPU);
}

void tst_Documents::cancelsAtOnce()
{
    Result<OpenDocument> open = OpenDocument::open(path(u"order.hwpx"_s));
    QVERIFY(open && open->read());
    QCOMPARE(kill(pid_t(open->readerId()), SIGSTOP), 0); // it would never answer
    std::stop_source button;
    QElapsedTimer sincePress;
    std::thread person([&] {
        sincePress.start();
        button.request_stop();
    });

    const Result<Document> read = open->read(button.get_token());

    person.join();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Cancelled);
    QVERIFY2(sincePress.elapsed() < 500, qPrintable(QString::number(sincePress.elapsed())));
    QVERIFY(open->read());
}

void tst_Documents::leavesNothingBehind()
{
    QVERIFY(readDocument(path(u"order.hwpx"_s)));
    const int before = openFiles();

    for (int i = 0; i < 10; ++i)
        QVERIFY(readDocument(path(u"order.hwpx"_s)));

    QCOMPARE(openFiles(), before);
    QCOMPARE(waitpid(-1, nullptr, WNOHANG), -1); // no child, dead or alive
}

void tst_Documents::failsWhereTheReaderIsMissing()
{
    const QByteArray folder = qgetenv("NARU_BIN");
    qputenv("NARU_BIN", m_folder.path().toLocal8Bit());

    const Result<Document> read = readDocument(path(u"order.hwpx"_s));

    qputenv("NARU_BIN", folder);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Failed);
    QCOMPARE(read.error().code, u"reader.missing"_s);
}

void tst_Documents::locksTheReaderIn_data()
{
    QTest::addColumn<QString>("deed");
    for (const char *deed : {"write a new file", "empty a file", "change a file", "remove a file", "rename a file",
                             "open a socket", "run a program", "signal another process", "take 2 GiB"})
        QTest::newRow(deed) << QString::fromLatin1(deed);
}

void tst_Documents::locksTheReaderIn()
{
    QFETCH(const QString, deed);
    if (isShadowed && deed.startsWith(u"take"_s))
        QSKIP("the sanitizer maps more memory than any limit");
    put(u"victim"_s, "content");
    const QByteArray victim = path(u"victim"_s).toLocal8Bit();
    const QByteArray fresh = path(u"fresh"_s).toLocal8Bit();

    const int outcome = confined([&] {
        if (deed == u"write a new file"_s)
            return open(fresh.constData(), O_WRONLY | O_CREAT, 0600) >= 0;
        if (deed == u"empty a file"_s)
            return truncate(victim.constData(), 0) == 0 || open(victim.constData(), O_RDONLY | O_TRUNC) >= 0;
        if (deed == u"change a file"_s)
            return open(victim.constData(), O_RDWR) >= 0;
        if (deed == u"remove a file"_s)
            return unlink(victim.constData()) == 0;
        if (deed == u"rename a file"_s)
            return rename(victim.constData(), fresh.constData()) == 0;
        if (deed == u"open a socket"_s)
            return socket(AF_INET, SOCK_STREAM, 0) >= 0;
        if (deed == u"run a program"_s)
            return execl("/bin/true", "true", nullptr) == 0;
        if (deed == u"signal another process"_s)
            return kill(getppid(), 0) == 0;
        return std::malloc(size_t(2) << 30) != nullptr;
    });

    QVERIFY2(outcome != 0 && outcome != 200, qPrintable(QString::number(outcome)));
    QFile file(path(u"victim"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("content"));
}

void tst_Documents::carriesADocumentWithoutLoss()
{
    const Document document = sampleDocument();

    const Result<Document> carried = documentFromBytes(toBytes(document));

    QVERIFY(carried);
    QCOMPARE(toJsonText(*carried), toJsonText(document));
}

void tst_Documents::refusesDamagedAnswers()
{
    const QByteArray whole = toBytes(sampleDocument());

    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!documentFromBytes(whole.first(size)));
    QVERIFY(!documentFromBytes(whole + 'x'));
    for (qsizetype at = 0; at < whole.size(); ++at) { // must end, whatever it answers
        QByteArray changed = whole;
        changed[at] = char(0xff);
        const Result<Document> read = documentFromBytes(changed);
        Q_UNUSED(read)
    }
}

void tst_Documents::writesByTheEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("text") << u"a.txt"_s << QByteArray("인사발령 통지\n성명\t발령사항\n");
    QTest::newRow("JSON") << u"a.json"_s << QByteArray("{\n");
    QTest::newRow("HWPX") << u"a.HWPX"_s << QByteArray("PK\x03\x04");
}

void tst_Documents::writesByTheEnding()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, start);

    const Status written = writeDocument(sampleDocument(), path(name));

    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().text));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(start.size()), start);
}

void tst_Documents::refusesEndingsThatNothingWrites()
{
    for (const QString &name : {u"a.doc"_s, u"a"_s, u"txt"_s}) {
        const Status written = writeDocument(sampleDocument(), path(name));

        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Usage);
        QCOMPARE(written.error().code, u"format.unwritable"_s);
        QVERIFY(!QFile::exists(path(name)));
    }
    const Status nowhere = writeDocument(sampleDocument(), path(u"no/folder.txt"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, u"file.write"_s);
}

void tst_Documents::leavesTheOldFileWhereTheDiskIsFull()
{
    put(u"report.txt"_s, "old");
    Document big;
    big.body.append(Paragraph{QString(300'000, u'가'), {}, {}});
    const auto filesBefore = QDir(m_folder.path()).entryList(QDir::Files);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit full{100'000, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);

    const Status written = writeDocument(big, path(u"report.txt"_s));

    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"file.write"_s);
    QFile file(path(u"report.txt"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), filesBefore); // no half-written one beside it
}

void tst_Documents::findsNoFormatsInAnEmptyFolder()
{
    QVERIFY(Formats({u"/nowhere"_s}).manifests().isEmpty());
    QVERIFY(!Formats({u"/nowhere"_s}).recognise("PK\x03\x04"));

    const Formats formats({path(u"plugins"_s)});

    QCOMPARE(formats.manifests().size(), 1);
    QCOMPARE(formats.manifests().first().extensions, QStringList{u"hwpx"_s});
    QVERIFY(formats.byId(u"hwpx"_s));
    QVERIFY(!formats.byId(u"hwp"_s));
    QCOMPARE(formats.byExtension(u"HWPX"_s), formats.byId(u"hwpx"_s));
}

QTEST_GUILESS_MAIN(tst_Documents)
#include "tst_documents.moc"
