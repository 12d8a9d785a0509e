// Spreadsheets compute a field that begins like a formula, whoever wrote it (OWASP, CSV injection). An apostrophe before it
// keeps it text; reading takes exactly that apostrophe away again.
#pragma once

#include <QString>

namespace naru {

QString guarded(const QString &text);
QString unguarded(const QString &text);

} // namespace naru
