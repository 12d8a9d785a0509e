#include "office/sample/grades.h"

#include <array>

namespace naru::office::sample {

namespace {

constexpr std::array<const char16_t *, 10> stems{u"",       u"",     u"",       u"",     u"",
                                                 u"사무관", u"주사", u"주사보", u"서기", u"서기보"};

} // namespace

QString gradeName(const QString &series, int rank)
{
    if (rank <= 1)
        return u"지방관리관"_s;
    if (rank == 2)
        return u"지방이사관"_s;
    if (rank == 3)
        return u"지방부이사관"_s;
    if (rank == 4) {
        const bool isClerical =
            series == u"행정"_s || series == u"세무"_s || series == u"사회복지"_s || series == u"사서"_s;
        return isClerical ? u"지방서기관"_s : u"지방과학기술서기관"_s;
    }
    return u"지방"_s + series + QString::fromUtf16(stems.at(static_cast<std::size_t>(rank)));
}

QString probationGrade(const QString &series, int rank)
{
    return gradeName(series, rank) + u"시보"_s;
}

int rankOf(const QString &grade)
{
    if (!grade.startsWith(u"지방"_s) || grade.contains(u'(') || grade.endsWith(u"시보"_s))
        return 0;
    if (grade == u"지방관리관"_s)
        return 1;
    if (grade == u"지방이사관"_s)
        return 2;
    if (grade == u"지방부이사관"_s)
        return 3;
    if (grade.endsWith(u"서기관"_s))
        return 4;
    for (int rank = 9; rank >= 5; --rank)
        if (grade.endsWith(QString::fromUtf16(stems.at(static_cast<std::size_t>(rank)))))
            return rank;
    return 0;
}

QString shortGrade(const QString &grade)
{
    const int rank = rankOf(grade);
    return rank == 0 ? grade : QString::number(rank) + u"급"_s;
}

} // namespace naru::office::sample
