#include "office/sample/moves.h"

#include "office/sample/grades.h"
#include "office/sample/moves_pool.h"

#include <algorithm>

namespace naru::office::sample {

namespace {

struct Mix {
    const char16_t *kind;
    int small;
    int medium;
    int large;
};

// In the order in which the lines stand.
constexpr Mix mixes[] = {
    {u"승진", 2, 15, 192},      {u"직무대리", 1, 2, 22}, {u"전보", 4, 32, 411},   {u"보직재발령", 1, 40, 628},
    {u"전직", 0, 1, 10},        {u"강임", 0, 1, 2},      {u"시보해제", 0, 2, 30}, {u"신규임용", 1, 4, 42},
    {u"전입", 0, 1, 14},        {u"전출", 0, 1, 18},     {u"겸임", 0, 1, 8},      {u"겸임해제", 0, 1, 6},
    {u"직무대리해제", 0, 1, 6}, {u"파견", 1, 2, 16},     {u"파견복귀", 0, 1, 14}, {u"파견연장", 0, 0, 2},
    {u"휴직", 1, 4, 38},        {u"복직", 1, 4, 34},     {u"휴직연장", 0, 1, 3},  {u"직위해제", 0, 1, 2},
    {u"대기", 0, 0, 2},         {u"정직", 0, 1, 2},      {u"공로연수", 0, 0, 2},  {u"퇴직", 0, 2, 22},
    {u"정정", 0, 1, 3},         {u"취소", 0, 1, 2},
};

// Those who leave first, so that their seats are free for the others.
constexpr const char16_t *sequence[] = {u"정정",     u"취소",     u"퇴직",         u"공로연수", u"전출",       u"파견",
                                        u"휴직",     u"승진",     u"직무대리",     u"파견복귀", u"파견연장",   u"복직",
                                        u"휴직연장", u"겸임해제", u"직무대리해제", u"겸임",     u"시보해제",   u"전직",
                                        u"강임",     u"직위해제", u"대기",         u"정직",     u"보직재발령", u"전보",
                                        u"신규임용", u"전입"};

int wanted(const Mix &mix, OrderSize size)
{
    return size == OrderSize::Small ? mix.small : size == OrderSize::Medium ? mix.medium : mix.large;
}

} // namespace

int lineCount(OrderSize size)
{
    int sum = 0;
    for (const Mix &mix : mixes)
        sum += wanted(mix, size);
    return sum;
}

QDate orderDay()
{
    return {2026, 7, 29};
}

QList<Move> planMoves(const Roster &roster, OrderSize size, Dice &dice)
{
    MovesPool pool(roster, size, dice);
    QHash<QString, QList<Move>> byKind;
    int missing = 0; // kinds for which the office has too few people are made up by moves
    for (const char16_t *kind : sequence) {
        const QString name = QString::fromUtf16(kind);
        for (const Mix &mix : mixes) {
            if (name != QStringView(mix.kind))
                continue;
            const int count = wanted(mix, size) + (name == u"전보"_s ? missing : 0);
            byKind[name] = pool.take(name, count);
            missing += count - static_cast<int>(byKind.value(name).size());
            missing = name == u"전보"_s ? 0 : missing;
        }
    }
    QList<Move> moves;
    for (const Mix &mix : mixes)
        moves.append(byKind.value(QString::fromUtf16(mix.kind)));
    pool.slip(moves);
    return moves;
}

} // namespace naru::office::sample
