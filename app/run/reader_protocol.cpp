#include "run/reader_protocol.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <cstring>

namespace naru {

// For QDataStream, which finds them by their types.
static QDataStream &operator<<(QDataStream &stream, const FormFilling::Entry &entry) { return stream << entry.name << entry.paragraphs; }
static QDataStream &operator>>(QDataStream &stream, FormFilling::Entry &entry) { return stream >> entry.name >> entry.paragraphs; }
static QDataStream &operator<<(QDataStream &stream, const FormFilling::Repetition &one) { return stream << one.title << one.rows; }
static QDataStream &operator>>(QDataStream &stream, FormFilling::Repetition &one) { return stream >> one.title >> one.rows; }
static QDataStream &operator<<(QDataStream &stream, const Diagnostic &one) { return stream << one.code << one.text << one.page; }
static QDataStream &operator>>(QDataStream &stream, Diagnostic &one) { return stream >> one.code >> one.text >> one.page; }

namespace {

constexpr int largestSide = 30'000; // pixels

const Error damaged{Error::Kind::Invalid, u"expected an answer of the reader but its bytes are damaged"_s,
                    u"reader.damaged"_s};

template <typename... T> QByteArray pack(const T &...values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    (stream << ... << values);
    return bytes;
}

template <typename... T> bool unpack(const QByteArray &bytes, T &...values)
{
    QDataStream stream(bytes);
    (stream >> ... >> values);
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

} // namespace

QByteArray headerOf(Frame kind, qint64 size)
{
    QByteArray header(frameHeader, Qt::Uninitialized);
    header[0] = char(kind);
    qToLittleEndian(size, header.data() + 1);
    return header;
}

qint64 bodySize(const char *header)
{
    return qFromLittleEndian<qint64>(header + 1);
}

QByteArray toBytes(const ReadRequest &request)
{
    const ReadLimits &limits = request.limits;
    return pack(limits.bytes, limits.pages, limits.cells, limits.depth, request.cpuSeconds, request.name);
}

Result<ReadRequest> readRequestFromBytes(const QByteArray &bytes)
{
    ReadRequest request;
    ReadLimits &limits = request.limits;
    if (!unpack(bytes, limits.bytes, limits.pages, limits.cells, limits.depth, request.cpuSeconds, request.name))
        return damaged;
    return request;
}

QByteArray toBytes(const FillRequest &request)
{
    const ReadLimits &limits = request.limits;
    return pack(limits.bytes, limits.pages, limits.cells, limits.depth, request.cpuSeconds, request.filling.entries,
                request.filling.repetitions);
}

Result<FillRequest> fillRequestFromBytes(const QByteArray &bytes)
{
    FillRequest request;
    ReadLimits &limits = request.limits;
    if (!unpack(bytes, limits.bytes, limits.pages, limits.cells, limits.depth, request.cpuSeconds,
                request.filling.entries, request.filling.repetitions))
        return damaged;
    return request;
}

QByteArray toBytes(const FilledForm &form)
{
    return pack(form.bytes, form.changedParts, form.untouchedParts, form.diagnostics);
}

Result<FilledForm> filledFormFromBytes(const QByteArray &bytes)
{
    FilledForm form;
    if (!unpack(bytes, form.bytes, form.changedParts, form.untouchedParts, form.diagnostics))
        return damaged;
    return form;
}

QByteArray toBytes(const RenderRequest &request)
{
    return pack(request.cpuSeconds, request.page, request.dpi);
}

Result<RenderRequest> renderRequestFromBytes(const QByteArray &bytes)
{
    RenderRequest request;
    if (!unpack(bytes, request.cpuSeconds, request.page, request.dpi))
        return damaged;
    return request;
}

QByteArray toBytes(const PageRequest &request)
{
    return pack(request.cpuSeconds, request.page, request.dpi, request.threads);
}

Result<PageRequest> pageRequestFromBytes(const QByteArray &bytes)
{
    PageRequest request;
    if (!unpack(bytes, request.cpuSeconds, request.page, request.dpi, request.threads))
        return damaged;
    return request;
}

QByteArray toBytes(const Error &error)
{
    return pack(qint32(error.kind), error.text, error.code);
}

Error errorFromBytes(const QByteArray &bytes)
{
    qint32 kind = 0;
    Error error;
    if (!unpack(bytes, kind, error.text, error.code) || kind < 0 || kind > qint32(Error::Kind::Cancelled))
        return damaged;
    error.kind = static_cast<Error::Kind>(kind);
    return error;
}

QByteArray toBytes(const QImage &picture)
{
    const QImage plain = picture.convertToFormat(QImage::Format_RGB32);
    QByteArray bytes = pack(qint32(plain.width()), qint32(plain.height()));
    bytes.append(reinterpret_cast<const char *>(plain.constBits()), plain.sizeInBytes());
    return bytes;
}

Result<QImage> pictureFromBytes(const QByteArray &bytes)
{
    qint32 width = 0;
    qint32 height = 0;
    constexpr qsizetype head = 2 * sizeof(qint32);
    if (bytes.size() < head || !unpack(bytes.first(head), width, height) || width < 1 || height < 1
        || width > largestSide || height > largestSide || bytes.size() != head + qsizetype(width) * height * 4)
        return damaged;
    QImage picture(width, height, QImage::Format_RGB32);
    if (picture.isNull())
        return Error{Error::Kind::Failed, u"expected memory for a picture but there is none"_s};
    std::memcpy(picture.bits(), bytes.constData() + head, size_t(picture.sizeInBytes()));
    return picture;
}

} // namespace naru
