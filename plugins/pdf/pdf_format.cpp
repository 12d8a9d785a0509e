#include "pdf_format.h"

#include "pdf_reader.h"
#include "pdf_writer.h"

namespace naru::pdf {

QString PdfFormat::id() const
{
    return u"pdf"_s;
}

QStringList PdfFormat::extensions() const
{
    return {u"pdf"_s};
}

// ISO 32000-1 annex H.3.4.1: the header stands within the first 1,024 bytes.
bool PdfFormat::recognises(const QByteArray &bytes) const
{
    return bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-");
}

Result<Document> PdfFormat::read(const QByteArray &bytes, const ReadLimits &limits) const
{
    return readPdf(bytes, limits);
}

Result<QImage> PdfFormat::render(const QByteArray &bytes, int page, double dpi) const
{
    return renderPdf(bytes, page, dpi);
}

Result<QByteArray> PdfFormat::write(const Document &document) const
{
    return writePdf(document);
}

} // namespace naru::pdf
