// What the program and its reader process say to one another: frames over one socket, a request and its answer in turn.
#pragma once

#include "core/form_template.h"

#include <QByteArray>

namespace naru {

// A frame is its kind, the size of its body (8 bytes, little-endian), and the body.
enum class Frame : quint8 {
    Bytes = 'B', // the document; no answer
    Read = 'R', // ReadRequest -> Document or Failure
    Render = 'P', // RenderRequest -> Picture or Failure
    ReadPage = 'O', // PageRequest -> Document (of this page, from its picture) or Failure
    Fields = 'L', // ReadRequest -> Document (of its fields alone) or Failure
    Fill = 'F', // FillRequest -> Form or Failure
    Document = 'D', // toBytes(Document)
    Form = 'W', // toBytes(FilledForm)
    Picture = 'I',
    Failure = 'E',
};

constexpr qsizetype frameHeader = 9;

QByteArray headerOf(Frame kind, qint64 size);
qint64 bodySize(const char *header);

struct ReadRequest {
    ReadLimits limits;
    int cpuSeconds = 20;
    QString name; // of the file, for the texts
};

struct RenderRequest {
    int cpuSeconds = 20;
    int page = 1;
    double dpi = 96;
};

struct PageRequest {
    int cpuSeconds = 60;
    int page = 1;
    double dpi = 300;
    int threads = 1;
};

struct FillRequest {
    ReadLimits limits;
    int cpuSeconds = 20;
    FormFilling filling;
};

QByteArray toBytes(const ReadRequest &request); // of Fields too
QByteArray toBytes(const FillRequest &request);
QByteArray toBytes(const FilledForm &form);
QByteArray toBytes(const RenderRequest &request);
QByteArray toBytes(const PageRequest &request);
QByteArray toBytes(const Error &error);
QByteArray toBytes(const QImage &picture); // as 32-bit RGB
// Each is Invalid ("reader.damaged") where the bytes are not what they should be.
Result<ReadRequest> readRequestFromBytes(const QByteArray &bytes);
Result<RenderRequest> renderRequestFromBytes(const QByteArray &bytes);
Result<PageRequest> pageRequestFromBytes(const QByteArray &bytes);
Result<FillRequest> fillRequestFromBytes(const QByteArray &bytes);
Result<FilledForm> filledFormFromBytes(const QByteArray &bytes);
Result<QImage> pictureFromBytes(const QByteArray &bytes);
Error errorFromBytes(const QByteArray &bytes);

} // namespace naru
