#include "run/reader_service.h"

#include "run/confinement.h"
#include "run/document_stream.h"
#include "run/foreign_content.h"
#include "run/reader_protocol.h"

#include <QFileInfo>

#include <array>
#include <cerrno>
#include <new>
#include <unistd.h>

namespace naru {

namespace {

bool receive(int socket, char *into, qint64 size)
{
    for (qint64 received = 0; received < size;) {
        const ssize_t step = read(socket, into + received, size_t(size - received));
        if (step == 0 || (step < 0 && errno != EINTR))
            return false;
        received += std::max<ssize_t>(step, 0);
    }
    return true;
}

bool send(int socket, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t step = write(socket, bytes.constData() + sent, size_t(bytes.size() - sent));
        if (step < 0 && errno != EINTR)
            return false;
        sent += std::max<ssize_t>(step, 0);
    }
    return true;
}

struct Reply {
    Frame kind = Frame::Failure;
    QByteArray body;

    Reply(const Error &error)
        : body(toBytes(error))
    {
    }
    Reply(Frame frame, const QByteArray &bytes)
        : kind(frame)
        , body(bytes)
    {
    }
};

Error unknown(const QByteArray &bytes)
{
    return {Error::Kind::Invalid, u"expected a document of a known format but this is "_s + describeForeign(bytes),
            u"format.unknown"_s};
}

// A wrong ending is no error: the content decides. But a person should know.
void noteExtension(Document &document, const Format &format, const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    const QStringList usual = format.extensions();
    if (!suffix.isEmpty() && !usual.isEmpty() && !usual.contains(suffix))
        document.diagnostics.append(
            {u"extension"_s, u"expected the ending '.%1' but the file is named '.%2'"_s.arg(usual.first(), suffix), 0});
}

Reply answerRead(const QByteArray &document, const QByteArray &body, const Formats &formats)
{
    const Result<ReadRequest> request = readRequestFromBytes(body);
    if (!request)
        return request.error();
    grantProcessorTime(request->cpuSeconds);
    const Format *format = formats.recognise(document);
    if (!format)
        return unknown(document);
    Result<Document> read = format->read(document, request->limits);
    if (!read)
        return read.error();
    noteExtension(*read, *format, request->name);
    return {Frame::Document, toBytes(*read)};
}

// A format without forms (HWP) may show its fields all the same.
Reply answerFields(const QByteArray &document, const QByteArray &body, const Formats &formats)
{
    const Result<ReadRequest> request = readRequestFromBytes(body);
    if (!request)
        return request.error();
    grantProcessorTime(request->cpuSeconds);
    const Format *format = formats.recognise(document);
    if (!format)
        return unknown(document);
    Document fields;
    fields.format = format->id();
    const FormTemplate *form = formats.formTemplate(document);
    if (!form) {
        const Result<Document> read = format->read(document, request->limits);
        if (!read)
            return read.error();
        fields.fields = read->fields;
        return {Frame::Document, toBytes(fields)};
    }
    const Result<QList<FormField>> found = form->fields(document, request->limits);
    if (!found)
        return found.error();
    fields.fields = *found;
    return {Frame::Document, toBytes(fields)};
}

Reply answerFill(const QByteArray &document, const QByteArray &body, const Formats &formats)
{
    const Result<FillRequest> request = fillRequestFromBytes(body);
    if (!request)
        return request.error();
    grantProcessorTime(request->cpuSeconds);
    const Format *format = formats.recognise(document);
    if (!format)
        return unknown(document);
    const FormTemplate *form = formats.formTemplate(document);
    if (!form)
        return Error{Error::Kind::Invalid, u"expected a form that can be filled (HWPX, XLSX) but this is "_s + format->id(),
                     u"format.noForm"_s};
    const Result<FilledForm> filled = form->fill(document, request->filling, request->limits);
    if (!filled)
        return filled.error();
    return {Frame::Form, toBytes(*filled)};
}

Reply answerRender(const QByteArray &document, const QByteArray &body, const Formats &formats)
{
    const Result<RenderRequest> request = renderRequestFromBytes(body);
    if (!request)
        return request.error();
    grantProcessorTime(request->cpuSeconds);
    const Format *format = formats.recognise(document);
    if (!format)
        return unknown(document);
    const Result<QImage> picture = format->render(document, request->page, request->dpi);
    if (!picture)
        return picture.error();
    return {Frame::Picture, toBytes(*picture)};
}

Reply answerReadPage(const QByteArray &document, const QByteArray &body, const Formats &formats)
{
    const Result<PageRequest> request = pageRequestFromBytes(body);
    if (!request)
        return request.error();
    grantProcessorTime(request->cpuSeconds);
    const Format *format = formats.recognise(document);
    if (!format)
        return unknown(document);
    const PageReader *reader = formats.pageReader();
    if (!reader)
        return Error{Error::Kind::Unavailable, u"expected a plugin that reads pictures but there is none"_s,
                     u"ocr.missing"_s};
    const Result<QImage> picture = format->render(document, request->page, request->dpi);
    if (!picture)
        return picture.error();
    const Result<Document> read = reader->readPicture(*picture, {request->page, request->dpi, request->threads});
    if (!read)
        return read.error();
    return {Frame::Document, toBytes(*read)};
}

// Foreign exceptions stop here: the plugins' libraries may throw.
Reply answer(Frame kind, const QByteArray &document, const QByteArray &body, const Formats &formats)
{
    try {
        if (kind == Frame::Read)
            return answerRead(document, body, formats);
        if (kind == Frame::Render)
            return answerRender(document, body, formats);
        if (kind == Frame::Fields)
            return answerFields(document, body, formats);
        if (kind == Frame::Fill)
            return answerFill(document, body, formats);
        if (kind == Frame::ReadPage)
            return answerReadPage(document, body, formats);
        return Error{Error::Kind::Failed, u"expected a request but found a frame of another kind"_s,
                     u"reader.damaged"_s};
    } catch (const std::bad_alloc &) {
        return Error{Error::Kind::Invalid, u"expected a document that fits into memory but it does not"_s,
                     u"reader.limit"_s};
    } catch (...) {
        return Error{Error::Kind::Invalid, u"expected a sound document but its reader gave up"_s, u"reader.crashed"_s};
    }
}

} // namespace

void serveReader(int socket, const Formats &formats)
{
    QByteArray document;
    std::array<char, frameHeader> header{};
    while (receive(socket, header.data(), frameHeader)) {
        QByteArray body(bodySize(header.data()), Qt::Uninitialized);
        if (!receive(socket, body.data(), body.size()))
            return;
        const Frame kind = static_cast<Frame>(header[0]);
        if (kind == Frame::Bytes) {
            document = std::move(body);
            continue;
        }
        const Reply reply = answer(kind, document, body, formats);
        if (!send(socket, headerOf(reply.kind, reply.body.size())) || !send(socket, reply.body))
            return;
    }
}

} // namespace naru
