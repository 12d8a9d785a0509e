// The way in and out for every document. What comes in is parsed by a reader process with limits, never by the program
// itself; what goes out is whole or not there.
#pragma once

#include "run/formats.h"
#include "run/page_recognition.h"
#include "run/reader_process.h"

#include <stop_token>

namespace naru {

struct ReadOptions {
    ReadLimits limits;
    ReaderLimits reader;
    // For each page that is a picture: reading one takes seconds, and much longer where other work goes on.
    ReaderLimits page{1LL << 30, 60, std::chrono::minutes(5), 64LL << 20};
    int cores = 0; // that may read such pages side by side; 0: all of the machine
};

// What a watcher of a reading is asked some twenty times a second, from another thread: how many of the pages that are
// pictures are read, and how many there are (0 before that is known). False stops the reading.
using ReadWatch = std::function<bool(int done, int of)>;

struct ReadSoFar {
    Document document;
    bool isWhole = true; // false: stopped; pages that are missing are named in the diagnostics ("unread.rest")
};

// A document of which the bytes are held, and a reader process that is started when something is asked and kept for the
// next question. Usable from any thread, by one at a time.
class OpenDocument {
public:
    // Reads the file once. NotFound ("file.missing"), Denied ("file.denied"), or Invalid: "file.special" (a folder, a
    // pipe, a device), "file.empty", "limit.bytes".
    static Result<OpenDocument> open(const QString &path, const ReadOptions &options = {});
    // The same for bytes that are already here; the name is for texts and for the note on a wrong ending.
    static OpenDocument fromBytes(const QByteArray &bytes, const QString &name, const ReadOptions &options = {});

    // Parses it, in whatever format its content has, and reads its pages that are pictures; registration numbers come
    // masked. Errors of the format come back as they are ("hwpx.encrypted"); Invalid too: "format.unknown" (says what it
    // is), "reader.crashed", "reader.limit", "reader.timeout". Cancelled at once when the stop is requested. After any of
    // them the next call starts afresh, but for pictures that have been read: it goes on with the others.
    Result<Document> read(std::stop_token cancel = {}, const PageProgress &progress = {});
    // What a cancelled read() has got: pages without their text are named in the diagnostics ("unread.rest"). Without
    // pages where it had not come that far.
    Document readSoFar() const;
    // The same while somebody watches, who may stop it: what has been read by then is the answer, and the next call goes
    // on from there. Cancelled only where nothing at all had been read.
    Result<ReadSoFar> readWatched(const ReadWatch &watch);
    // The picture of a page (1-based).
    Result<QImage> render(int page, double dpi, std::stop_token cancel = {});

    // The fields of a form, in reading order; registration numbers come masked. Errors as of read().
    Result<QList<FormField>> fields(std::stop_token cancel = {});
    // The form with the values in it. Errors as of FormTemplate::fill() and read(); Invalid ("format.noForm") where the
    // format has no forms.
    Result<FilledForm> fill(const FormFilling &filling, std::stop_token cancel = {});

    const QString &sha256() const { return m_sha256; } // bare hex
    qint64 readerId() const; // the process, 0 while there is none

private:
    OpenDocument() = default;
    Result<Answer> ask(Frame kind, const QByteArray &body, std::stop_token cancel);
    Result<Answer> askToRead(const std::stop_token &cancel);
    // Takes the XLSX that LibreOffice makes of an old workbook in the place of the bytes.
    Status convert(const std::stop_token &cancel);
    Result<Document> parse(std::stop_token cancel);

    QByteArray m_bytes;
    QString m_name;
    QString m_sha256;
    ReadOptions m_options;
    bool m_isConverted = false; // the bytes are what LibreOffice made of an old workbook
    std::unique_ptr<ReaderProcess> m_reader;
    Document m_pictures; // the document before its pictures are read
    RecognisedPages m_pages;
};

// OpenDocument::open and read in one.
Result<Document> readDocument(const QString &path, const ReadOptions &options = {}, std::stop_token cancel = {});
// All of it or nothing, while somebody watches: Cancelled where that one stops it.
Result<Document> readWholeDocument(const QString &path, const ReadWatch &watch);

// Writes the document in the format of the path's ending: .txt and .json always, others by the plugins. Replaces an
// older file in one step or leaves it as it was. Usage ("format.unwritable") where nothing writes this ending.
Status writeDocument(const Document &document, const QString &path, const Formats &formats = Formats());
// Replaces the file by these bytes in one step, or leaves it as it was. Failed ("file.write") where the disk is full.
Status writeFile(const QString &path, const QByteArray &bytes);

} // namespace naru
