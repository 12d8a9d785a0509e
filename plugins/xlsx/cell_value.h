// From what stands in the file to what a person sees and a robot computes with: exact decimal text, days and times.
#pragma once

#include "core/document.h"
#include "core/spreadsheet.h"

#include "number_format.h"

#include <QByteArrayView>

#include <optional>

namespace naru {

// A number as exact decimal text without an exponent: 9.9999999999999995E-8, which is how Excel stores 0.0000001, is that
// again; what has up to 15 digits, or more than a double can hold, stays as it is. Empty if it is no number.
QString numberText(QByteArrayView raw);

// A serial number as the format shows it. Nothing if that day does not exist: below 0, beyond 9999, and the 29th of
// February 1900, which only Excel knows; nor for a day and more of elapsed time.
std::optional<Value> valueOfSerial(QByteArrayView raw, const NumberFormat &format, bool from1904);

// "2026-11-22", "2026-11-22T09:30:00", "09:30:00Z" of a cell of type "d", as its format shows it.
std::optional<Value> valueOfIso(const QString &text, NumberFormat::Shown shown);

// Decodes "_x000D_" (22.9.2.19).
QString unescaped(QString text);

// "A5" as 0-based numbers; nothing beyond XFD1048576.
struct CellPlace {
    int row = 0;
    int column = 0;
};
std::optional<CellPlace> cellPlace(QByteArrayView name);
} // namespace naru
