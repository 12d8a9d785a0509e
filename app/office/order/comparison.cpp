// The lines of one plan against one another: the same order twice, and two that contradict.
#include "core/hangul.h"
#include "office/order/matching.h"

#include <QMap>

namespace naru::office {

void Matcher::compare(QList<MatchedLine> &lines) const
{
    askTogether(lines);
    QMap<QString, QList<int>> byPerson; // a map: its order does not change from run to run
    for (int i = 0; i < lines.size(); ++i)
        if (lines[i].status == LineStatus::Ready || lines[i].status == LineStatus::NoChange)
            byPerson[lines[i].empNo.isEmpty() ? u'?' + lines[i].name : lines[i].empNo].append(i);
    for (const QList<int> &own : std::as_const(byPerson))
        for (qsizetype b = 1; b < own.size(); ++b)
            for (qsizetype a = 0; a < b; ++a) {
                MatchedLine &first = lines[own[a]];
                MatchedLine &second = lines[own[b]];
                if (first.effective != second.effective)
                    continue;
                const bool isSameOrder = first.kind == second.kind && first.toUnit == second.toUnit
                    && first.toPost == second.toPost && first.toGrade == second.toGrade
                    && first.outside == second.outside && first.until == second.until
                    && (!first.empNo.isEmpty() || first.grade == second.grade);
                if (isSameOrder) {
                    second.status = LineStatus::NoChange;
                    second.reasons = {{u"order.repeated"_s,
                                       u"같은 발령이 "_s + QString::number(first.number) + u"번 줄에 있습니다."_s,
                                       {}}};
                    continue;
                }
                const auto sets = [](const MatchedLine &line) {
                    const KindTraits *traits = traitsOf(line.kind);
                    return traits && traits->moves && traits->ends.isEmpty() && line.kind != u"정정"_s
                        && !line.toUnit.isEmpty() && line.status == LineStatus::Ready;
                };
                if (!sets(first) || !sets(second) || first.toUnit == second.toUnit)
                    continue;
                for (MatchedLine *one : {&first, &second})
                    one->reasons.append(
                        {u"line.contradicts"_s,
                         u"같은 날 같은 사람의 두 발령("_s + QString::number(first.number) + u"번, "_s
                            + QString::number(second.number) + u"번 줄)이 서로 어긋납니다."_s,
                        {candidate(*m_directory.unit(first.toUnit)), candidate(*m_directory.unit(second.toUnit))}});
                first.status = LineStatus::Question;
                second.status = LineStatus::Question;
            }
}

} // namespace naru::office
