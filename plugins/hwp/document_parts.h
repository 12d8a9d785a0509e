// The parts of a HWP document: which file this is, what its header says, its styles, title, and sections.
#pragma once

#include "core/document.h"
#include "core/format.h"

#include "compound_file.h"

#include <QHash>

namespace naru::hwp {

// HWP 3 and older, which is another format altogether.
bool isOldDocument(const QByteArray &bytes);
bool isCompoundDocument(const QByteArray &bytes);

struct DocumentParts {
    CompoundFile file;
    QString title;
    QStringList sections; // "BodyText/Section0" …, in order; of ViewText for a distribution document
    QHash<int, QString> styles; // number of a paragraph style -> its name; the default style has none
    QList<Diagnostic> diagnostics;
    bool isPacked = true;
    qint64 bytesLeft = 0; // that may still be unpacked

    // The records of a section.
    Result<QByteArray> read(const QString &section);
};

// Invalid: "hwp.version3", "hwp.encrypted", "hwp.drm", "hwp.certificate", "hwp.partMissing", and what CompoundFile
// says.
Result<DocumentParts> openParts(const QByteArray &bytes, const ReadLimits &limits);

} // namespace naru::hwp
