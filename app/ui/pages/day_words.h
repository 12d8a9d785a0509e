// Days and moments where there is little room: without the year, which stands in the detail or in the tip.
#pragma once

#include <QDateTime>

namespace naru::ui {

// "11. 24.(화)"
QString shortDayWords(QDate day);
// "11. 24. 09:00", in Seoul.
QString shortMomentWords(const QDateTime &moment);

} // namespace naru::ui
