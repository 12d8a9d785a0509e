#include "package_writer.h"

#include "body_writer.h"
#include "markup.h"

#include "core/zip_archive.h"

#include <algorithm>

namespace naru::hwpx {

namespace {

constexpr qsizetype previewLength = 1000;

const QString declaration = u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>"_s;

// Hancom's spellings (tagetApplication) are the real names.
QByteArray versionXml()
{
    return (declaration
            + u"<hv:HCFVersion xmlns:hv=\"http://www.hancom.co.kr/hwpml/2011/version\" "
              u"tagetApplication=\"WORDPROCESSOR\""
              u" major=\"5\" minor=\"1\" micro=\"1\" buildNumber=\"0\" os=\"1\" xmlVersion=\"1.5\" application=\"Naru\""
              u" appVersion=\"0, 1, 0, 0\"/>"_s)
        .toUtf8();
}

QByteArray contentHpf(const QString &title)
{
    return (declaration + u"<opf:package"_s + namespaces()
            + u" version=\"\" unique-identifier=\"\" id=\"\"><opf:metadata><opf:title>"_s + escaped(title)
            + u"</opf:title><opf:language>ko</opf:language><opf:meta name=\"creator\" content=\"text\"/>"
              u"<opf:meta name=\"CreatedDate\" content=\"text\"/><opf:meta name=\"ModifiedDate\" content=\"text\"/>"
              u"</opf:metadata><opf:manifest>"
              u"<opf:item id=\"header\" href=\"Contents/header.xml\" media-type=\"application/xml\"/>"
              u"<opf:item id=\"section0\" href=\"Contents/section0.xml\" media-type=\"application/xml\"/>"
              u"<opf:item id=\"settings\" href=\"settings.xml\" media-type=\"application/xml\"/></opf:manifest>"
              u"<opf:spine><opf:itemref idref=\"header\" linear=\"yes\"/>"
              u"<opf:itemref idref=\"section0\" linear=\"yes\"/></opf:spine></opf:package>"_s)
        .toUtf8();
}

QByteArray containerXml()
{
    return (declaration
            + u"<ocf:container xmlns:ocf=\"urn:oasis:names:tc:opendocument:xmlns:container\""
              u" xmlns:hpf=\"http://www.hancom.co.kr/schema/2011/hpf\"><ocf:rootfiles>"
              u"<ocf:rootfile full-path=\"Contents/content.hpf\" media-type=\"application/hwpml-package+xml\"/>"
              u"<ocf:rootfile full-path=\"Preview/PrvText.txt\" media-type=\"text/plain\"/>"
              u"<ocf:rootfile full-path=\"META-INF/container.rdf\" media-type=\"application/rdf+xml\"/>"
              u"</ocf:rootfiles></ocf:container>"_s)
        .toUtf8();
}

QByteArray containerRdf()
{
    const QString meta = u"http://www.hancom.co.kr/hwpml/2016/meta/pkg#"_s;
    const auto part = [&](const QString &name, const QString &type) {
        return u"<rdf:Description rdf:about=\"\"><ns0:hasPart xmlns:ns0=\"%1\" rdf:resource=\"%2\"/></rdf:Description>"
               u"<rdf:Description rdf:about=\"%2\"><rdf:type rdf:resource=\"%1%3\"/></rdf:Description>"_s.arg(
                   meta, name, type);
    };
    return (declaration + u"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"_s
            + part(u"Contents/header.xml"_s, u"HeaderFile"_s) + part(u"Contents/section0.xml"_s, u"SectionFile"_s)
            + u"<rdf:Description rdf:about=\"\"><rdf:type rdf:resource=\"%1Document\"/></rdf:Description></rdf:RDF>"_s
                  .arg(meta))
        .toUtf8();
}

QByteArray settingsXml()
{
    return (declaration
            + u"<ha:HWPApplicationSetting xmlns:ha=\"http://www.hancom.co.kr/hwpml/2011/app\""
              u" xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\">"
              u"<ha:CaretPosition listIDRef=\"0\" paraIDRef=\"0\" pos=\"0\"/></ha:HWPApplicationSetting>"_s)
        .toUtf8();
}

QByteArray manifestXml()
{
    return (declaration + u"<odf:manifest xmlns:odf=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"_s)
        .toUtf8();
}

QString titleOf(const Document &document)
{
    if (!document.title.isEmpty())
        return document.title;
    for (const Block &block : document.body)
        if (const auto *paragraph = std::get_if<Paragraph>(&block); paragraph && paragraph->style == u"title")
            return paragraph->text.simplified();
    return {};
}

} // namespace

Result<QByteArray> writePackage(const Document &document)
{
    const Result<QByteArray> body = BodyWriter().section(document);
    if (!body)
        return body.error();
    return packageOf(*body, titleOf(document), plainText(document).left(previewLength));
}

Result<QByteArray> packageOf(const QByteArray &section, const QString &title, const QString &preview)
{
    using Packing = ZipWriter::Packing;
    ZipWriter zip;
    zip.add(u"mimetype"_s, "application/hwp+zip", Packing::Stored); // first, so that it stands at byte 38
    zip.add(u"version.xml"_s, versionXml(), Packing::Stored);
    zip.add(u"Contents/header.xml"_s, headerXml());
    zip.add(u"Contents/section0.xml"_s, section);
    zip.add(u"Preview/PrvText.txt"_s, preview.toUtf8());
    zip.add(u"settings.xml"_s, settingsXml());
    zip.add(u"META-INF/container.rdf"_s, containerRdf());
    zip.add(u"Contents/content.hpf"_s, contentHpf(title));
    zip.add(u"META-INF/container.xml"_s, containerXml());
    zip.add(u"META-INF/manifest.xml"_s, manifestXml());
    return zip.finish();
}

} // namespace naru::hwpx
