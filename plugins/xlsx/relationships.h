// The relationships of a package's parts (ECMA-376 part 2, 6.5): which entry of the archive a part means by an id.
#pragma once

#include "core/zip_archive.h"

#include <QMap>

namespace naru {

struct Relationship {
    QString type;
    QString target; // the entry in the archive; empty if there is none
};
using Relationships = QMap<QString, Relationship>; // by id

// The entry of this name whatever its case, empty if there is none.
QString entryFor(const ZipReader &zip, const QString &part);
// The entry that holds the relationships of the part, empty if it has none. The package itself is the part "".
QString relationshipsEntry(const ZipReader &zip, const QString &part);
// The entry that a target means, seen from the part that names it: "/xl/a.xml", "worksheets/b.xml", "../c.xml".
QString resolvedTarget(const ZipReader &zip, const QString &from, const QString &target);
Result<Relationships> relationshipsOf(const ZipReader &zip, const QString &part);
// By the end of the type, which is the same in transitional and strict packages; empty if there is none.
QString targetOf(const Relationships &relationships, QStringView type);

} // namespace naru
