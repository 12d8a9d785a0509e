#include "run/documents.h"

#include "run/document_stream.h"
#include "run/old_workbook.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace naru {

namespace {

Error cannotOpen(const QString &path)
{
    const QString text = u"expected a file at '"_s + path + u"' but "_s + QString::fromLocal8Bit(std::strerror(errno));
    if (errno == ENOENT || errno == ENOTDIR)
        return {Error::Kind::NotFound, text, u"file.missing"_s};
    if (errno == EACCES || errno == EPERM)
        return {Error::Kind::Denied, text, u"file.denied"_s};
    return {Error::Kind::Failed, text, u"file.open"_s};
}

Error invalid(const QString &path, const QString &what, const QString &code)
{
    return {Error::Kind::Invalid, u"expected a document at '"_s + path + u"' but "_s + what, code};
}

Result<QByteArray> readWhole(QFile &file, const QString &path, qint64 most)
{
    // Not by the size that was told: the file may grow meanwhile.
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Kind::Failed, u"expected to read '"_s + path + u"' but "_s + file.errorString(),
                     u"file.read"_s};
    if (bytes.isEmpty())
        return invalid(path, u"the file is empty"_s, u"file.empty"_s);
    if (bytes.size() > most)
        return invalid(path, u"it has more than %1 bytes"_s.arg(most), u"limit.bytes"_s);
    return bytes;
}

Result<QByteArray> readFile(const QString &path, qint64 most)
{
    // Without O_NONBLOCK a pipe that nobody writes to would hold us here for ever.
    const int descriptor = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return cannotOpen(path);
    QFile file;
    struct stat about { };
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)
        || fstat(descriptor, &about) != 0)
        return cannotOpen(path);
    if (!S_ISREG(about.st_mode))
        return invalid(path, S_ISDIR(about.st_mode) ? u"it is a folder"_s : u"it is a pipe or a device"_s,
                       u"file.special"_s);
    return readWhole(file, path, most);
}

// Says which document it is about: a robot reads several in a night.
Error named(Error error, const QString &name)
{
    if (!name.isEmpty() && error.kind == Error::Kind::Invalid)
        error.text = name + u": "_s + error.text;
    return error;
}

Error unexpected()
{
    return {Error::Kind::Failed, u"expected an answer of the reader but it is of another kind"_s, u"reader.damaged"_s};
}

// A scan of hundreds of pages takes longer to look through than a letter does; no file gets more than five minutes.
ReaderLimits patientFor(qint64 size, ReaderLimits limits)
{
    constexpr qint64 bytesOfSecond = 128 << 10; // black and white pages of 600 dpi
    constexpr qint64 most = 280;
    const qint64 more = std::min(most, size / bytesOfSecond);
    limits.cpuSeconds += int(more);
    limits.patience += std::chrono::seconds(3 * more);
    return limits;
}

// Looks twenty times a second, in a thread of its own, until it is destroyed.
class Watching {
public:
    explicit Watching(std::function<void()> look)
        : m_look(std::move(look))
        , m_thread([this](const std::stop_token &end) {
            std::unique_lock lock(m_mutex);
            while (!end.stop_requested()) {
                m_look();
                m_wake.wait_for(lock, end, std::chrono::milliseconds(50), [] { return false; });
            }
        })
    {
    }

private:
    std::function<void()> m_look;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // the last: it is joined before what it uses goes
};

} // namespace

Result<OpenDocument> OpenDocument::open(const QString &path, const ReadOptions &options)
{
    const Result<QByteArray> bytes = readFile(path, options.limits.bytes);
    if (!bytes)
        return bytes.error();
    return fromBytes(*bytes, path, options);
}

OpenDocument OpenDocument::fromBytes(const QByteArray &bytes, const QString &name, const ReadOptions &options)
{
    OpenDocument document;
    document.m_bytes = bytes;
    document.m_name = name;
    document.m_options = options;
    document.m_options.reader = patientFor(bytes.size(), options.reader);
    document.m_sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    return document;
}

qint64 OpenDocument::readerId() const
{
    return m_reader ? m_reader->processId() : 0;
}

Result<Answer> OpenDocument::ask(Frame kind, const QByteArray &body, std::stop_token cancel)
{
    if (!m_reader || !m_reader->isAlive()) {
        Result<std::unique_ptr<ReaderProcess>> started = ReaderProcess::start(m_options.reader);
        if (!started)
            return started.error();
        m_reader = std::move(*started);
        if (const Status handed = m_reader->hand(m_bytes, cancel); !handed)
            return handed.error();
    }
    Result<Answer> answer = m_reader->ask(kind, body, cancel);
    if (answer && answer->kind == Frame::Failure)
        return errorFromBytes(answer->body);
    return answer;
}

Result<Document> OpenDocument::read(std::stop_token cancel, const PageProgress &progress)
{
    Result<Document> document = parse(cancel);
    if (!document)
        return named(document.error(), m_name);
    if (const QList<Page> pictures = picturePages(*document); !pictures.isEmpty()) {
        m_pictures = *document;
        m_reader.reset(); // what it holds of the document is as much as another page needs
        const Status recognised =
            recognisePages(m_bytes, pictures, {m_options.page, m_options.cores, progress}, std::move(cancel), m_pages);
        if (!recognised)
            return recognised.error();
        *document = withPages(*std::move(document), m_pages);
    }
    maskRegistrationNumbers(*document);
    return document;
}

Document OpenDocument::readSoFar() const
{
    Document document = withPages(m_pictures, m_pages);
    maskRegistrationNumbers(document);
    return document;
}

Result<ReadSoFar> OpenDocument::readWatched(const ReadWatch &watch)
{
    std::stop_source stop;
    std::atomic<int> done = int(m_pages.size());
    std::atomic<int> of = 0;
    const PageProgress count = [&done, &of](int read, int all) {
        done = read;
        of = all;
    };
    if (watch && !watch(done, 0))
        stop.request_stop();
    Result<Document> whole = [&] {
        const Watching watching([&] {
            if (watch && !watch(done, of))
                stop.request_stop();
        });
        return read(stop.get_token(), count);
    }();
    if (whole)
        return ReadSoFar{*std::move(whole), true};
    if (whole.error().kind != Error::Kind::Cancelled || m_pictures.pages.isEmpty())
        return whole.error();
    return ReadSoFar{readSoFar(), false};
}

Result<Document> OpenDocument::parse(std::stop_token cancel)
{
    Result<Answer> answer = askToRead(cancel);
    if (!answer && answer.error().code == u"xls.unsupported"_s && !m_isConverted) {
        if (const Status converted = convert(cancel); !converted)
            return converted.error();
        answer = askToRead(cancel);
    }
    if (!answer)
        return answer.error();
    if (answer->kind != Frame::Document)
        return unexpected();
    Result<Document> document = documentFromBytes(answer->body);
    if (document)
        document->sha256 = m_sha256; // ours, not the reader's word
    if (document && m_isConverted)
        document->diagnostics.append(
            {u"xls.converted"_s, u"expected an XLSX workbook but it is an old one (XLS), which LibreOffice converted"_s, 0});
    return document;
}

Result<Answer> OpenDocument::askToRead(const std::stop_token &cancel)
{
    // The ending of an old workbook is no wrong one: it was converted.
    const ReadRequest request{m_options.limits, m_options.reader.cpuSeconds, m_isConverted ? QString() : m_name};
    return ask(Frame::Read, toBytes(request), cancel);
}

Status OpenDocument::convert(const std::stop_token &cancel)
{
    const Result<QByteArray> workbook = convertOldWorkbook(m_bytes, m_options.reader.patience, cancel);
    if (!workbook)
        return workbook.error();
    m_bytes = *workbook;
    m_isConverted = true;
    m_reader.reset();
    return {};
}

Result<QList<FormField>> OpenDocument::fields(std::stop_token cancel)
{
    const ReadRequest request{m_options.limits, m_options.reader.cpuSeconds, m_name};
    const Result<Answer> answer = ask(Frame::Fields, toBytes(request), std::move(cancel));
    if (!answer)
        return answer.error();
    if (answer->kind != Frame::Document)
        return unexpected();
    Result<Document> document = documentFromBytes(answer->body);
    if (!document)
        return document.error();
    maskRegistrationNumbers(*document);
    return document->fields;
}

Result<FilledForm> OpenDocument::fill(const FormFilling &filling, std::stop_token cancel)
{
    const FillRequest request{m_options.limits, m_options.reader.cpuSeconds, filling};
    const Result<Answer> answer = ask(Frame::Fill, toBytes(request), std::move(cancel));
    if (!answer)
        return answer.error();
    return answer->kind == Frame::Form ? filledFormFromBytes(answer->body) : unexpected();
}

Result<QImage> OpenDocument::render(int page, double dpi, std::stop_token cancel)
{
    const RenderRequest request{m_options.reader.cpuSeconds, page, dpi};
    const Result<Answer> answer = ask(Frame::Render, toBytes(request), std::move(cancel));
    if (!answer)
        return answer.error();
    return answer->kind == Frame::Picture ? pictureFromBytes(answer->body) : unexpected();
}

Result<Document> readDocument(const QString &path, const ReadOptions &options, std::stop_token cancel)
{
    Result<OpenDocument> open = OpenDocument::open(path, options);
    if (!open)
        return open.error();
    return open->read(std::move(cancel));
}

Result<Document> readWholeDocument(const QString &path, const ReadWatch &watch)
{
    Result<OpenDocument> open = OpenDocument::open(path);
    if (!open)
        return open.error();
    Result<ReadSoFar> read = open->readWatched(watch);
    if (!read)
        return read.error();
    if (!read->isWhole)
        return Error{Error::Kind::Cancelled, u"expected to read '"_s + path + u"' but it was cancelled"_s};
    return std::move(read->document);
}

Status writeDocument(const Document &document, const QString &path, const Formats &formats)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"txt"_s)
        return writeFile(path, plainText(document).toUtf8());
    if (ending == u"json"_s)
        return writeFile(path, QJsonDocument(toJson(document)).toJson());
    const Format *format = formats.byExtension(ending);
    if (!format)
        return Error{Error::Kind::Usage, u"expected an ending that can be written but found '"_s + path + u'\'',
                     u"format.unwritable"_s};
    const Result<QByteArray> bytes = format->write(document);
    return bytes ? writeFile(path, *bytes) : Status(bytes.error());
}

Status writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        const bool isDenied = file.error() == QFileDevice::PermissionsError;
        return Error{isDenied ? Error::Kind::Denied : Error::Kind::Failed,
                     u"expected to write '"_s + path + u"' but "_s + file.errorString(), u"file.write"_s};
    }
    return {};
}

} // namespace naru
