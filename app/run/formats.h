// The document formats that are installed: plugins, found by their manifests, loaded when their content turns up.
#pragma once

#include "core/form_template.h"
#include "core/page_reader.h"

#include <QHash>

#include <mutex>

namespace naru {

// What a plugin's manifest says of its format, read without loading the plugin.
struct FormatManifest {
    QString id; // "xlsx"
    QString file; // the library
    int priority = 0; // where two formats claim the same bytes, the higher one is the more specific
    QStringList extensions; // that are written, without a dot
    QList<QByteArray> starts; // the bytes that a file of this format begins with, one of them; none: any
    bool readsPictures = false; // it is a PageReader too
    bool fillsForms = false; // it is a FormTemplate too
};

// Thread-safe. Plugins stay loaded until the program ends, so a Format outlives the Formats that gave it.
class Formats {
public:
    // Where plugins lie: $NARU_PLUGINS if set, else beside the program's folder, else where it is installed.
    static QStringList folders();

    explicit Formats(const QStringList &folders = Formats::folders());

    // By priority, then id.
    const QList<FormatManifest> &manifests() const { return m_manifests; }

    // The format of these bytes, or null. Never looks at a name.
    const Format *recognise(const QByteArray &bytes) const;
    const Format *byId(const QString &id) const;
    // The format that writes files of this ending, or null.
    const Format *byExtension(const QString &extension) const;

    // What fills forms of these bytes' format, or null where the format has no forms.
    const FormTemplate *formTemplate(const QByteArray &bytes) const;

    // What reads pictures of pages, or null.
    const PageReader *pageReader() const;

private:
    const FormatManifest *manifestFor(const QByteArray &bytes) const;
    QObject *instance(const FormatManifest &manifest) const;
    const Format *load(const FormatManifest &manifest) const;

    QList<FormatManifest> m_manifests;
    mutable std::mutex m_mutex;
    mutable QHash<QString, QObject *> m_loaded; // by file; null where loading failed
};

} // namespace naru
