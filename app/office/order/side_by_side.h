// Tables that were drawn into one, beside each other: "연번 | 직급 | 성명 | 발령부서 | 연번 | 직급 | 성명 | 발령부서".
#pragma once

#include "core/document.h"

namespace naru::office {

// The tables from left to right, each with the rows of all; empty where the table is one.
QList<Table> sideBySide(const Table &table);

} // namespace naru::office
