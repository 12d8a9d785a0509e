// Old Excel workbooks (XLS, BIFF) by way of LibreOffice, where it is installed: it makes an XLSX of them, which is then
// read like any other, by the reader process.
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <chrono>
#include <stop_token>

namespace naru {

// The program that converts, or an empty text where there is none. Only from the folders of the system.
QString converterProgram();

// LibreOffice runs in a cage (no network, limits of time, memory, and files), with a profile of its own that is thrown
// away, and with macros off. Invalid: "xls.unsupported" where there is no LibreOffice, "xls.damaged" where it makes
// nothing of the workbook, "reader.timeout"; Cancelled.
Result<QByteArray> convertOldWorkbook(const QByteArray &workbook, std::chrono::milliseconds patience,
                                      std::stop_token cancel);

} // namespace naru
