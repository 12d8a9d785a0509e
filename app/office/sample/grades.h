// Grades (직급) and series (직렬) as local officials bear them.
#pragma once

#include "core/result.h"

#include <QString>

namespace naru::office::sample {

// 1 (지방관리관) … 9 (지방행정서기보) of the general service in that series: gradeName(u"시설", 6) is 지방시설주사.
QString gradeName(const QString &series, int rank);
// 지방행정서기보시보: the grade before the probation ends.
QString probationGrade(const QString &series, int rank);
// The number behind a grade of the general service, 0 where there is none (연구사, 공무직, 임기제 …).
int rankOf(const QString &grade);
// "6급" for 지방행정주사, the grade itself where it has no rank.
QString shortGrade(const QString &grade);

} // namespace naru::office::sample
