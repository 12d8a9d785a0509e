#include "compound_file.h"

#include <QString>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace naru {

namespace {

// Whether the directory has a stream or storage of that name: 128-byte entries, each with a UTF-16 name in a field of 64
// bytes and then its length with the closing zero (MS-CFB 2.6.1). Sectors are multiples of 128, so entries are aligned.
bool hasEntry(const QByteArray &bytes, const QString &name)
{
    constexpr qsizetype entrySize = 128;
    constexpr qsizetype nameField = 64;
    const QByteArray wanted(reinterpret_cast<const char *>(name.utf16()), (name.size() + 1) * 2);
    for (qsizetype at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 2))
        if (at % entrySize == 0 && at + entrySize <= bytes.size()
            && qFromLittleEndian<quint16>(bytes.constData() + at + nameField) == wanted.size())
            return true;
    return false;
}

} // namespace

CompoundFile compoundFileIn(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return CompoundFile::None;
    // A document of these may hold a sheet as an embedded object.
    for (const QString &other : {u"BodyText"_s, u"HwpSummaryInformation"_s, u"\x05HwpSummaryInformation"_s,
                                 u"WordDocument"_s, u"PowerPoint Document"_s})
        if (hasEntry(bytes, other))
            return CompoundFile::None;
    if (hasEntry(bytes, u"EncryptedPackage"_s))
        return CompoundFile::EncryptedWorkbook;
    return hasEntry(bytes, u"Workbook"_s) || hasEntry(bytes, u"Book"_s) ? CompoundFile::OldWorkbook : CompoundFile::None;
}

} // namespace naru
