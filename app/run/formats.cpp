#include "run/formats.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>

#include <algorithm>

namespace naru {

namespace {

// Manifest: {"id": "xlsx", "priority": 10, "extensions": ["xlsx"], "starts": ["504b0304"]}, the starts in hex.
std::optional<FormatManifest> manifestOf(const QString &file)
{
    const QJsonObject plugin = QPluginLoader(file).metaData();
    if (plugin.value(u"IID"_s).toString() != QLatin1StringView(qobject_interface_iid<Format *>()))
        return {};
    const QJsonObject json = plugin.value(u"MetaData"_s).toObject();
    FormatManifest manifest{json.value(u"id"_s).toString(), file, json.value(u"priority"_s).toInt(), {}, {},
                            json.value(u"readsPictures"_s).toBool(), json.value(u"fillsForms"_s).toBool()};
    for (const QJsonValue &one : json.value(u"extensions"_s).toArray())
        manifest.extensions.append(one.toString().toLower());
    for (const QJsonValue &one : json.value(u"starts"_s).toArray())
        manifest.starts.append(QByteArray::fromHex(one.toString().toLatin1()));
    if (manifest.id.isEmpty())
        return {};
    return manifest;
}

bool mayBe(const FormatManifest &manifest, const QByteArray &bytes)
{
    return manifest.starts.isEmpty()
        || std::any_of(manifest.starts.cbegin(), manifest.starts.cend(),
                       [&](const QByteArray &start) { return bytes.startsWith(start); });
}

} // namespace

QStringList Formats::folders()
{
    const QString set = qEnvironmentVariable("NARU_PLUGINS");
    if (!set.isEmpty())
        return set.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QString here = QCoreApplication::applicationDirPath();
    return {here + u"/../plugins/naru"_s, here + u"/../lib/naru/plugins"_s};
}

Formats::Formats(const QStringList &folders)
{
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.so"_s}, QDir::Files | QDir::Readable, QDir::Name);
        for (const QFileInfo &file : files) {
            const std::optional<FormatManifest> manifest = manifestOf(file.absoluteFilePath());
            const bool isKnown = manifest
                && std::any_of(m_manifests.cbegin(), m_manifests.cend(),
                               [&](const FormatManifest &one) { return one.id == manifest->id; });
            if (manifest && !isKnown) // the first folder wins
                m_manifests.append(*manifest);
        }
    }
    std::sort(m_manifests.begin(), m_manifests.end(), [](const FormatManifest &a, const FormatManifest &b) {
        return a.priority != b.priority ? a.priority > b.priority : a.id < b.id;
    });
}

const FormatManifest *Formats::manifestFor(const QByteArray &bytes) const
{
    for (const FormatManifest &manifest : m_manifests) {
        const Format *format = mayBe(manifest, bytes) ? load(manifest) : nullptr;
        if (format && format->recognises(bytes))
            return &manifest;
    }
    return nullptr;
}

const Format *Formats::recognise(const QByteArray &bytes) const
{
    const FormatManifest *manifest = manifestFor(bytes);
    return manifest ? load(*manifest) : nullptr;
}

const FormTemplate *Formats::formTemplate(const QByteArray &bytes) const
{
    const FormatManifest *manifest = manifestFor(bytes);
    return manifest && manifest->fillsForms ? qobject_cast<FormTemplate *>(instance(*manifest)) : nullptr;
}

const Format *Formats::byId(const QString &id) const
{
    for (const FormatManifest &manifest : m_manifests)
        if (manifest.id == id)
            return load(manifest);
    return nullptr;
}

const Format *Formats::byExtension(const QString &extension) const
{
    const QString wanted = extension.toLower();
    for (const FormatManifest &manifest : m_manifests)
        if (manifest.extensions.contains(wanted))
            return load(manifest);
    return nullptr;
}

const PageReader *Formats::pageReader() const
{
    for (const FormatManifest &manifest : m_manifests)
        if (manifest.readsPictures)
            if (const PageReader *reader = qobject_cast<PageReader *>(instance(manifest)))
                return reader;
    return nullptr;
}

const Format *Formats::load(const FormatManifest &manifest) const
{
    return qobject_cast<Format *>(instance(manifest));
}

QObject *Formats::instance(const FormatManifest &manifest) const
{
    const std::scoped_lock lock(m_mutex);
    const auto known = m_loaded.constFind(manifest.file);
    if (known != m_loaded.constEnd())
        return known.value();
    QObject *plugin = QPluginLoader(manifest.file).instance();
    m_loaded.insert(manifest.file, plugin);
    return plugin;
}

} // namespace naru
