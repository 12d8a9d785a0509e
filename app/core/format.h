// The plugin interface for document formats: a folder in plugins/ with a manifest brings one. Formats are found by their
// content, never by their extension, and read untrusted bytes only inside the limited reader process.
#pragma once

#include "core/document.h"

#include <QByteArray>
#include <QImage>
#include <QtPlugin>

#include <functional>

namespace naru {

// What a reader may use up. A document beyond a limit is an Invalid error with code "limit.…", never a crash.
struct ReadLimits {
    qint64 bytes = 256LL << 20; // of the file
    int pages = 5000;
    qint64 cells = 2'000'000; // of tables in a Document
    int depth = 256; // of XML elements
};

// One cell of a spreadsheet while it streams by; row and column are 0-based.
struct StreamCell {
    int row = 0;
    int column = 0;
    QString text; // as Cell::text
    Value value;
};

class Format {
public:
    virtual ~Format() = default;

    // "xlsx": what Document::format and the contract's `sources[].format` say.
    virtual QString id() const = 0;
    // File name endings that are written, without a dot. The first is the usual one.
    virtual QStringList extensions() const = 0;

    // Whether these bytes are of this format. Looks at magic numbers and names of entries, never parses.
    virtual bool recognises(const QByteArray &bytes) const = 0;

    // Reads a whole document. Invalid with a code where the bytes are damaged, encrypted, or beyond a limit; content that
    // is odd but readable gives diagnostics. Thread-safe.
    virtual Result<Document> read(const QByteArray &bytes, const ReadLimits &limits) const = 0;

    // Streams the cells of a spreadsheet by sheet and row, or says Invalid ("format.noRows") where there are no sheets.
    // The visitor returns false to stop.
    virtual Result<int> readCells(const QByteArray &bytes, const ReadLimits &limits,
                                  const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit) const
    {
        Q_UNUSED(bytes) Q_UNUSED(limits) Q_UNUSED(visit)
        return Error{Error::Kind::Invalid, u"expected a spreadsheet but "_s + id() + u" has no rows"_s, u"format.noRows"_s};
    }

    // The picture of a page (1-based) for the evidence view. Invalid ("format.noPages") for formats that flow.
    virtual Result<QImage> render(const QByteArray &bytes, int page, double dpi) const
    {
        Q_UNUSED(bytes) Q_UNUSED(page) Q_UNUSED(dpi)
        return Error{Error::Kind::Invalid, u"expected pages but "_s + id() + u" flows"_s, u"format.noPages"_s};
    }

    // Writes the document. Invalid ("format.readOnly") where the format is only read.
    virtual Result<QByteArray> write(const Document &document) const
    {
        Q_UNUSED(document)
        return Error{Error::Kind::Invalid, u"expected a format that can be written but "_s + id() + u" is read only"_s,
                     u"format.readOnly"_s};
    }
};

} // namespace naru

Q_DECLARE_INTERFACE(naru::Format, "kr.naru.Format/1")
