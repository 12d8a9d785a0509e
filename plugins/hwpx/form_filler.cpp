#include "form_filler.h"

#include "form_rows.h"
#include "package_reader.h"
#include "table_layout.h"

#include "core/hangul.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace naru::hwpx {

namespace {

constexpr qsizetype previewLength = 1000;
constexpr qsizetype mostNamesTold = 40;
constexpr int usualLetter = 1000; // 10 pt
constexpr double lineSpacing = 1.3; // the least that a form has
const QString previewText = u"Preview/PrvText.txt"_s;

QString composed(const QString &name) { return name.normalized(QString::NormalizationForm_C); }

struct Section {
    QString part;
    XmlOutline outline; // of the section as it is by now
    bool isChanged = false;

    Status take(const QByteArray &xml, const XmlLimits &limits)
    {
        Result<XmlOutline> fresh = XmlOutline::of(xml, limits);
        if (!fresh) // what we made
            return Error{Error::Kind::Failed, u"expected a sound form but filling broke it: "_s + fresh.error().text,
                         u"fill.broken"_s};
        outline = *std::move(fresh);
        isChanged = true;
        return {};
    }
};

class FormFiller {
public:
    FormFiller(const Package &package, const ReadLimits &limits)
        : m_package(package)
    {
        m_limits.depth = std::min(m_limits.depth, limits.depth);
        m_limits.bytes = limits.bytes;
        m_limits.elements = std::max(m_limits.elements, limits.cells * 16);
    }

    Status open();
    Status fill(const FormFilling &filling);
    Result<FilledForm> finish(const QByteArray &archive);

private:
    Error unknown(const QString &name) const;
    Status proveNames(const FormFilling &filling) const;
    Status fillEntries(const QList<FormFilling::Entry> &entries);
    Status repeat(const FormFilling::Repetition &repetition);
    void note(const QString &name, const QStringList &paragraphs, const FieldRoom &room);
    QString preview() const;
    Status dropPicture(QList<ZipPatch> &patches);

    const Package &m_package;
    XmlLimits m_limits;
    QList<Section> m_sections;
    QStringList m_names; // of all fields, each once, in the order of reading
    QHash<QString, int> m_letters; // height of each charPr
    QStringList m_long;
    QList<Diagnostic> m_diagnostics;
};

Status FormFiller::open()
{
    const Result<QByteArray> header =
        m_package.header.isEmpty() ? Result<QByteArray>(QByteArray()) : m_package.zip.read(m_package.header);
    if (!header)
        return header.error();
    if (header->isEmpty())
        return Error{Error::Kind::Invalid, u"expected a form that Hancom Office opens but it has no part 'header.xml'"_s,
                     u"hwpx.headerMissing"_s};
    m_letters = letterHeights(*header);
    QSet<QString> known;
    for (const QString &part : m_package.sections) {
        const Result<QByteArray> xml = m_package.zip.read(part);
        if (!xml)
            return xml.error();
        Result<XmlOutline> outline = XmlOutline::of(*xml, m_limits);
        if (!outline)
            return outline.error();
        for (const FieldSite &site : fieldSites(*outline))
            if (!known.contains(site.name)) {
                known.insert(site.name);
                m_names.append(site.name);
            }
        m_sections.append({part, *std::move(outline), false});
    }
    return {};
}

Error FormFiller::unknown(const QString &name) const
{
    QStringList told = nearest(name, m_names, 3);
    for (const QString &one : m_names)
        if (told.size() < mostNamesTold && !told.contains(one))
            told.append(one);
    const QString rest = m_names.size() > told.size() ? u" …"_s : QString();
    return {Error::Kind::Invalid,
            u"expected a field of the form but it has no '"_s + name.left(100) + u"'; it has "_s
                + (told.isEmpty() ? u"none"_s : u'\'' + told.join(u"', '"_s) + u'\'' + rest),
            u"fill.name"_s};
}

Status FormFiller::proveNames(const FormFilling &filling) const
{
    for (const FormFilling::Entry &entry : filling.entries)
        if (!m_names.contains(composed(entry.name)))
            return unknown(entry.name);
    for (const FormFilling::Repetition &repetition : filling.repetitions)
        for (const FormFilling::Row &row : repetition.rows)
            for (const FormFilling::Entry &entry : row)
                if (!m_names.contains(composed(entry.name))
                    && !m_names.contains(composed(repetition.title) + u'.' + composed(entry.name)))
                    return unknown(entry.name);
    return {};
}

Status FormFiller::fill(const FormFilling &filling)
{
    if (Status known = proveNames(filling); !known)
        return known;
    if (Status filled = fillEntries(filling.entries); !filled)
        return filled;
    for (const FormFilling::Repetition &one : filling.repetitions)
        if (Status repeated = repeat(one); !repeated)
            return repeated;
    return {};
}

Status FormFiller::fillEntries(const QList<FormFilling::Entry> &entries)
{
    QHash<QString, QStringList> values;
    for (const FormFilling::Entry &entry : entries)
        values.insert(composed(entry.name), entry.paragraphs);
    for (Section &section : m_sections) {
        FreshIds ids(section.outline);
        FieldFiller filler(section.outline, ids);
        for (const FieldSite &site : fieldSites(section.outline)) {
            const auto value = values.constFind(site.name);
            if (value == values.cend())
                continue;
            if (Status filled = filler.fill(site, *value); !filled)
                return filled;
            note(site.name, *value, filler.room());
        }
        if (filler.splices().isEmpty())
            continue;
        const Result<QByteArray> xml = spliced(section.outline.xml(), filler.splices());
        if (!xml)
            return Error{Error::Kind::Invalid, u"expected fields beside one another but one of them stands inside another"_s,
                         u"fill.field"_s};
        if (Status taken = section.take(*xml, m_limits); !taken)
            return taken;
    }
    return {};
}

Status FormFiller::repeat(const FormFilling::Repetition &repetition)
{
    const Written written = [this](const QString &name, const QStringList &paragraphs, const FieldRoom &room) {
        note(name, paragraphs, room);
    };
    for (Section &section : m_sections) {
        const Result<std::optional<QByteArray>> xml = withRows(section.outline, repetition, m_limits, written);
        if (!xml)
            return xml.error();
        if (!*xml)
            continue;
        return section.take(**xml, m_limits);
    }
    return Error{Error::Kind::Invalid,
                 u"expected the fields of '"_s + repetition.title + u"' in one row of a table but they do not stand so"_s,
                 u"fill.row"_s};
}

// A value that needs more lines than its cell has room for: Hancom Office lets the row grow, which moves what follows.
void FormFiller::note(const QString &name, const QStringList &paragraphs, const FieldRoom &room)
{
    if (room.width <= 0 || m_long.contains(name))
        return;
    const int height = std::max(1, m_letters.value(room.letter, usualLetter));
    int lines = 0;
    for (const QString &paragraph : paragraphs)
        for (const QStringView line : QStringView(paragraph).split(u'\n'))
            lines += std::max(1, int(std::ceil(widthOf(line) * height / room.width)));
    const int fitting = 1 + std::max(0, int((room.height - height) / (height * lineSpacing)));
    if (lines <= fitting)
        return;
    m_long.append(name);
    m_diagnostics.append({u"fill.long"_s,
                          u"expected a value that fits its cell but that of '%1' takes %2 lines where %3 fit"_s.arg(name)
                              .arg(lines)
                              .arg(fitting),
                          0});
}

// The first words of the filled form: the old preview would show, and leak, what stood there before.
QString FormFiller::preview() const
{
    QString text;
    for (const Section &section : m_sections) {
        const XmlOutline &outline = section.outline;
        int paragraph = -1;
        for (int i = 0; i < outline.size() && text.size() < previewLength; ++i) {
            if (!outline.is(i, "t"))
                continue;
            const int own = outline.around(i, "p");
            if (paragraph >= 0 && own != paragraph)
                text += u'\n';
            paragraph = own;
            text += outline.textOf(i);
        }
        text += u'\n';
    }
    return text.left(previewLength);
}

Status FormFiller::dropPicture(QList<ZipPatch> &patches)
{
    const QString picture = u"Preview/PrvImage.png"_s;
    if (!m_package.zip.contains(picture))
        return {};
    patches.append({picture, {}});
    m_diagnostics.append({u"fill.stale"_s, u"expected no picture of the empty form in the filled one, so it was taken out"_s, 0});
    for (const QString &part : {u"META-INF/container.xml"_s, m_package.root}) {
        if (!m_package.zip.contains(part))
            continue;
        const Result<QByteArray> bytes = m_package.zip.read(part);
        if (!bytes)
            return bytes.error();
        const Result<XmlOutline> outline = XmlOutline::of(*bytes, m_limits);
        if (!outline)
            return outline.error();
        QList<XmlSplice> changes;
        for (int i = 0; i < outline->size(); ++i)
            for (const QByteArrayView name : {QByteArrayView("full-path"), QByteArrayView("href")})
                if (outline->attribute(i, name).endsWith(u"PrvImage.png"_s))
                    changes.append({outline->at(i).begin, outline->at(i).end, {}});
        if (!changes.isEmpty())
            patches.append({part, *spliced(*bytes, changes)});
    }
    return {};
}

Result<FilledForm> FormFiller::finish(const QByteArray &archive)
{
    FilledForm form;
    QList<ZipPatch> patches;
    for (const Section &section : m_sections)
        if (section.isChanged)
            patches.append({section.part, section.outline.xml()});
    if (!patches.isEmpty()) {
        if (m_package.zip.contains(previewText))
            patches.append({previewText, preview().toUtf8()});
        if (const Status dropped = dropPicture(patches); !dropped)
            return dropped.error();
    }
    const Result<QByteArray> bytes = patchedZip(archive, patches);
    if (!bytes)
        return bytes.error();
    form.bytes = *bytes;
    for (const ZipPatch &patch : patches)
        form.changedParts.append(patch.name);
    for (const QString &name : m_package.zip.names())
        if (!form.changedParts.contains(name))
            form.untouchedParts.append(name);
    form.diagnostics = m_diagnostics;
    return form;
}

} // namespace

Result<FilledForm> fillForm(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits)
{
    const Result<Package> package = openPackage(bytes, limits);
    if (!package)
        return package.error();
    FormFiller filler(*package, limits);
    if (const Status opened = filler.open(); !opened)
        return opened.error();
    if (const Status filled = filler.fill(filling); !filled)
        return filled.error();
    return filler.finish(bytes);
}

} // namespace naru::hwpx
