// The regular expressions of XPath (XQuery 1.0 and XPath 2.0 Functions and Operators §7.6) on PCRE: translated, checked
// as strictly as XPath is, with a limit on backtracking.
#pragma once

#include "core/result.h"

#include <QRegularExpression>

namespace naru::feel {

// The pattern for PCRE. Invalid for what XPath refuses: unknown flags and escapes, back-references to no group, ….
Result<QRegularExpression> xpathPattern(const QString &pattern, const QString &flags);

// Whether the pattern is found anywhere. Unavailable where the backtracking limit is passed.
Result<bool> isFound(const QRegularExpression &pattern, const QString &text);
// Every occurrence replaced; `$1` and so on, `\$` and `\\` in the replacement. Invalid for another `\` or `$`, and for
// a pattern that matches the empty text.
Result<QString> replaced(const QRegularExpression &pattern, const QString &text, const QString &replacement);
// What lies between the occurrences. Invalid for a pattern that matches the empty text.
Result<QStringList> splitAt(const QRegularExpression &pattern, const QString &text);

} // namespace naru::feel
