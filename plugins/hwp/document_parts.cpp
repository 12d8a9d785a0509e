#include "document_parts.h"

#include "distribution.h"
#include "inflate.h"
#include "records.h"

#include <algorithm>
#include <array>

namespace naru::hwp {

namespace {

constexpr QByteArrayView signature("HWP Document File");
constexpr qsizetype signatureSize = 32; // padded with zeros

// Flags of the stream FileHeader (HWP 5.0 §3.2.1).
enum Flag : quint32 {
    Packed = 1U << 0,
    Password = 1U << 1,
    Distribution = 1U << 2,
    Rights = 1U << 4,
    Certificate = 1U << 8,
    CertificateRights = 1U << 10,
    Privacy = 1U << 13,
    TrackedChanges = 1U << 14,
};

struct Refusal {
    quint32 flags;
    QStringView text;
    QStringView code;
};
constexpr std::array refusals{
    Refusal{Password, u"it is encrypted with a password", u"hwp.encrypted"},
    Refusal{Rights | CertificateRights, u"digital rights (DRM) lock it", u"hwp.drm"},
    Refusal{Certificate, u"it is encrypted with a certificate", u"hwp.certificate"},
};

Error refused(const QString &what, const QString &code)
{
    return {Error::Kind::Invalid, u"expected a readable document but "_s + what, code};
}

Result<quint32> flagsOf(const CompoundFile &file)
{
    const Result<QByteArray> header = file.read(u"FileHeader"_s);
    if (!header)
        return header.error();
    const Body body(*header);
    if (body.size() < 40 || !header->startsWith(signature))
        return refused(u"its header is of another kind"_s, u"hwp.damaged"_s);
    for (const Refusal &one : refusals)
        if (body.u32(36) & one.flags)
            return refused(one.text.toString(), one.code.toString());
    if (body.u32(32) >> 24 != 5)
        return refused(u"it is of version %1"_s.arg(body.u32(32) >> 24), u"hwp.version"_s);
    return body.u32(36);
}

// The words of our own writer of HWPX for its styles; other documents keep the name that their author saw.
QString styleName(const QString &name, const QString &english)
{
    const QString word = english.toLower();
    for (const auto &[ours, korean] : {std::pair{u"title"_s, u"제목"_s},
                                       {u"heading"_s, u"소제목"_s},
                                       {u"body"_s, u"본문"_s},
                                       {u"right"_s, u"오른쪽"_s},
                                       {u"center"_s, u"가운데"_s}})
        if (word == ours && name == korean)
            return ours;
    return name;
}

Status readStyles(DocumentParts &parts, const QByteArray &stream, const ReadLimits &limits)
{
    const Result<Records> records = Records::parse(stream, limits.depth);
    if (!records)
        return records.error();
    int number = 0;
    for (int i = 0; i < records->count(); ++i) {
        if (records->at(i).tag != StyleTag)
            continue;
        const Body style = records->body(i);
        const QString name = style.sizedText(0);
        if (number > 0) // 0 is 바탕글, the default
            parts.styles.insert(number, styleName(name, style.sizedText(2 + 2 * name.size())));
        ++number;
    }
    return {};
}

// The title out of the property set (MS-OLEPS); empty where it is not there.
QString titleIn(const QByteArray &summary)
{
    constexpr quint32 titleId = 2;
    constexpr quint32 wideText = 0x1F;
    const Body set(summary);
    const qsizetype section = set.u32(44);
    const quint32 most = std::min<quint32>(set.u32(section + 4), 100);
    for (quint32 i = 0; i < most; ++i) {
        const qsizetype entry = section + 8 + qsizetype(i) * 8;
        const qsizetype value = section + qsizetype(set.u32(entry + 4));
        if (set.u32(entry) == titleId && set.u32(value) == wideText)
            return set.text(value + 8, qsizetype(set.u32(value + 4))).remove(QChar(0)).simplified();
    }
    return {};
}

// In the order of their numbers: Section10 stands behind Section9.
QStringList sectionsIn(const CompoundFile &file, const QString &folder)
{
    QStringList sections;
    for (int i = 0;; ++i) {
        const QString name = folder + u"/Section"_s + QString::number(i);
        if (!file.contains(name))
            return sections;
        sections.append(name);
    }
}

void noteFlags(DocumentParts &parts, quint32 flags)
{
    if (flags & TrackedChanges)
        parts.diagnostics.append({u"hwp.trackedChanges"_s,
                                  u"expected a final text but changes are tracked: what was deleted may be in it"_s,
                                  0});
    if (flags & Privacy)
        parts.diagnostics.append(
            {u"hwp.privacy"_s, u"expected the whole text but personal facts in it are covered (개인 정보 보안)"_s, 0});
}

} // namespace

bool isOldDocument(const QByteArray &bytes)
{
    return bytes.startsWith("HWP Document File V");
}

bool isCompoundDocument(const QByteArray &bytes)
{
    constexpr qsizetype miniSector = 64; // every stream begins at a multiple of it
    if (!bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return false;
    const QByteArray padded = signature.toByteArray() + QByteArray(signatureSize - signature.size(), '\0');
    for (qsizetype at = bytes.indexOf(padded); at >= 0; at = bytes.indexOf(padded, at + 1))
        if (at % miniSector == 0)
            return true;
    return false;
}

Result<QByteArray> DocumentParts::read(const QString &section)
{
    Result<QByteArray> stream = file.read(section);
    if (stream && section.startsWith(u"ViewText"_s))
        stream = unscrambled(*stream);
    if (stream && isPacked)
        stream = inflated(*stream, bytesLeft);
    if (stream)
        bytesLeft -= stream->size();
    return stream;
}

Result<DocumentParts> openParts(const QByteArray &bytes, const ReadLimits &limits)
{
    if (isOldDocument(bytes))
        return Error{Error::Kind::Invalid, u"expected HWP 5.0 or HWPX but it is of HWP 3 or older: save it as HWPX"_s,
                     u"hwp.version3"_s};
    if (bytes.size() > limits.bytes)
        return Error{Error::Kind::Invalid, u"expected at most %1 bytes but there are more"_s.arg(limits.bytes),
                     u"limit.bytes"_s};
    Result<CompoundFile> file = CompoundFile::open(bytes);
    if (!file)
        return file.error();
    const Result<quint32> flags = flagsOf(*file);
    if (!flags)
        return flags.error();
    DocumentParts parts{*std::move(file), {}, {}, {}, {}, bool(*flags & Packed), limits.bytes};
    const QString folder = *flags & Distribution ? u"ViewText"_s : u"BodyText"_s;
    parts.sections = sectionsIn(parts.file, folder);
    if (parts.sections.isEmpty())
        return parts.file.read(folder + u"/Section0"_s).error();
    const Result<QByteArray> styles = parts.read(u"DocInfo"_s);
    if (!styles)
        return styles.error();
    if (const Status read = readStyles(parts, *styles, limits); !read)
        return read.error();
    if (const Result<QByteArray> summary = parts.file.read(u"\005HwpSummaryInformation"_s); summary)
        parts.title = titleIn(*summary);
    noteFlags(parts, *flags);
    return parts;
}

} // namespace naru::hwp
