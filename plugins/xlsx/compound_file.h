// What an OLE2 compound file (MS-CFB) is about, as far as spreadsheets care: Excel encrypts an XLSX into one, and the old
// XLS is one. HWP 5 and old Word files are compound files too and are not claimed.
#pragma once

#include <QByteArray>

namespace naru {

enum class CompoundFile { None, EncryptedWorkbook, OldWorkbook };

CompoundFile compoundFileIn(const QByteArray &bytes);

} // namespace naru
