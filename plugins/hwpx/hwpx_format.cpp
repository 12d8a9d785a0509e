#include "hwpx_format.h"

#include "body_reader.h"
#include "form_filler.h"
#include "package_reader.h"
#include "package_writer.h"

namespace naru::hwpx {

namespace {

constexpr qsizetype directoryTail = 1 << 20; // the directory of the zip stands at its end

} // namespace

bool HwpxFormat::recognises(const QByteArray &bytes) const
{
    if (!bytes.startsWith("PK\x03\x04"))
        return false;
    const QByteArrayView all(bytes);
    const bool saysSo =
        all.size() > 57 && all.sliced(30, 8) == "mimetype" && all.sliced(38, 19) == "application/hwp+zip";
    // Some tools pack the mimetype, or leave it out; the names of the parts remain.
    return saysSo || all.last(std::min(all.size(), directoryTail)).contains("Contents/content.hpf");
}

Result<Document> HwpxFormat::read(const QByteArray &bytes, const ReadLimits &limits) const
{
    const Result<Package> package = openPackage(bytes, limits);
    if (!package)
        return package.error();
    Document document;
    document.format = id();
    document.title = package->title;
    document.diagnostics = package->diagnostics;
    BodyReader reader(document, package->styles, limits);
    for (const QString &part : package->sections) {
        const Result<QByteArray> xml = package->zip.read(part);
        if (!xml)
            return xml.error();
        if (Status read = reader.readSection(part, *xml); !read)
            return read.error();
    }
    return document;
}

Result<QByteArray> HwpxFormat::write(const Document &document) const
{
    return writePackage(document);
}

Result<QList<FormField>> HwpxFormat::fields(const QByteArray &bytes, const ReadLimits &limits) const
{
    const Result<Document> document = read(bytes, limits);
    if (!document)
        return document.error();
    return document->fields;
}

Result<FilledForm> HwpxFormat::fill(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits) const
{
    return fillForm(bytes, filling, limits);
}

} // namespace naru::hwpx
