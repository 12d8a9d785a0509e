// Days, moments, and failures in the words of the screen (행정업무규정 영 제7조: "2026. 11. 22.").
#pragma once

#include "core/result.h"

#include <QDate>
#include <QDateTime>

namespace naru::run {

QString dayText(QDate day); // 2026. 11. 22.(일)
QString shortDayText(QDate day); // 2026. 11. 22.
QString momentText(const QDateTime &moment); // 2026. 11. 22. 15:20, in Asia/Seoul

// What happened, why, and what to do, in the language of the program.
QString sentence(const Error &error);

} // namespace naru::run
