#include "office/sample/recruits.h"

#include "office/sample/grades.h"

#include <algorithm>
#include <array>

namespace naru::office::sample {

namespace {

struct Career {
    int firstBirth;
    int lastBirth;
    int firstEntry;
    int lastEntry;
};

// By rank: when its holders were born and entered.
constexpr std::array<Career, 10> careers{{{1964, 1967, 1987, 1993},
                                          {1964, 1967, 1987, 1993},
                                          {1966, 1970, 1989, 1996},
                                          {1966, 1973, 1989, 2000},
                                          {1966, 1977, 1989, 2004},
                                          {1967, 1983, 1989, 2012},
                                          {1967, 1989, 1990, 2017},
                                          {1975, 1995, 2004, 2021},
                                          {1984, 2000, 2014, 2024},
                                          {1989, 2004, 2022, 2026}}};

int headRank(const Unit &unit)
{
    const bool isCentral = unit.nature == u"본청"_s || unit.nature == u"의회"_s || unit.id.startsWith(u"B05"_s);
    if (unit.level == u"팀"_s)
        return isCentral ? 5 : 6;
    if (unit.level == u"과"_s)
        return isCentral ? 4 : 5;
    const bool isGreat = unit.name.endsWith(u"실"_s) || unit.name == u"시민안전본부"_s || unit.nature == u"의회"_s;
    if (isGreat)
        return 2;
    return unit.level == u"실국"_s || unit.name == u"상수도사업본부"_s || unit.name == u"경제자유구역청"_s ? 3 : 4;
}

bool isResearch(const QString &series)
{
    return series.endsWith(u"연구"_s);
}

} // namespace

void Worker::moveTo(const QString &to, const QString &as, QDate from)
{
    for (Assignment &one : assignments)
        if (one.nature == u"본직"_s && !one.validTo.isValid())
            one.validTo = from.addDays(-1);
    unit = to;
    post = as;
    assign(u"본직"_s, to, as, from);
}

void Worker::assign(const QString &nature, const QString &where, const QString &as, QDate from, QDate expected,
                    const QString &outside)
{
    Assignment one;
    one.id = person.id + u'-' + QString::number(assignments.size() + 1);
    one.person = person.id;
    one.nature = nature;
    one.unit = where;
    one.post = as;
    if (nature == u"본직"_s) {
        one.grade = grade;
        one.series = series;
    }
    one.outside = outside;
    one.validFrom = from;
    one.expected = expected;
    assignments.append(one);
}

QString Recruits::newNumber(int year)
{
    int &serial = m_serials[year];
    serial += 1 + m_dice.below(3);
    return QStringLiteral("%1%2").arg(year).arg(serial, 4, 10, QChar(u'0'));
}

void Recruits::setLife(Worker &worker)
{
    const Career &career = careers.at(static_cast<std::size_t>(worker.rank));
    worker.birthYear = m_dice.between(career.firstBirth, career.lastBirth);
    const int first = std::max(career.firstEntry, worker.birthYear + 22);
    const int last = std::max(first, std::min(career.lastEntry, worker.birthYear + 33));
    const int year = std::min(2026, m_dice.between(first, last));
    static const QList<std::pair<int, int>> ordinary{{1, 2}, {4, 1}, {7, 1}, {10, 4}};
    static const QList<std::pair<int, int>> thisYear{{1, 29}, {3, 3}, {4, 20}};
    const auto [month, day] = m_dice.pick(year == 2026 ? thisYear : ordinary);
    worker.person.joined = QDate(year, month, day);
    worker.person.id = newNumber(year);
    worker.isFemale = m_dice.chance(worker.rank <= 4 ? 220 : worker.rank == 5 ? 380 : 520);
    if (year == 2026 && worker.rank == 9 && worker.person.employment == u"일반직"_s)
        worker.grade = probationGrade(worker.series, 9);
}

void Recruits::setFirstAssignment(Worker &worker)
{
    static const QList<QDate> rounds{{2024, 1, 1}, {2024, 7, 1}, {2025, 1, 1}, {2025, 7, 1}, {2026, 1, 5}};
    QDate from = m_dice.pick(rounds);
    if (from < worker.person.joined)
        from = worker.person.joined;
    worker.assign(u"본직"_s, worker.unit, worker.post, from);
}

void Recruits::setGrade(Worker &worker, const QString &series, int rank)
{
    worker.rank = rank;
    worker.series = series;
    worker.person.employment = u"일반직"_s;
    if (isResearch(series)) {
        worker.person.employment = u"연구직"_s;
        worker.grade = u"지방"_s + series + (rank <= 5 || worker.isHead ? u"관"_s : u"사"_s);
    } else if (series == u"농촌지도"_s) {
        worker.person.employment = u"지도직"_s;
        worker.grade = u"지방농촌지도"_s + (rank <= 5 || worker.isHead ? u"관"_s : u"사"_s);
    } else {
        worker.grade = gradeName(series, rank);
    }
}

void Recruits::setUncommonGrade(Worker &worker, int rank)
{
    const int kind = m_dice.below(100);
    static const QStringList classes{u"가군"_s, u"나군"_s, u"다군"_s};
    static const QStringList partTime{u"나급"_s, u"다급"_s, u"라급"_s, u"마급"_s};
    if (kind < 68) {
        worker.person.employment = u"임기제"_s;
        worker.grade = gradeName(worker.series, rank) + u"(일반임기제)"_s;
    } else if (kind < 82) {
        worker.person.employment = u"시간선택제"_s;
        worker.grade = u"시간선택제임기제 "_s + m_dice.pick(partTime);
    } else if (kind < 92) {
        worker.person.employment = u"시간선택제"_s;
        worker.grade = gradeName(worker.series, std::max(rank, 7)) + u"(시간선택제)"_s;
    } else {
        worker.person.employment = u"전문경력관"_s;
        worker.grade = u"전문경력관 "_s + m_dice.pick(classes);
    }
}

QString Recruits::memberSeries(const QString &series)
{
    static const QStringList others{u"행정"_s, u"행정"_s, u"행정"_s,     u"시설"_s,     u"공업"_s,     u"전산"_s,
                                    u"세무"_s, u"환경"_s, u"사회복지"_s, u"방송통신"_s, u"방재안전"_s, u"녹지"_s,
                                    u"보건"_s, u"운전"_s, u"시설관리"_s, u"사서"_s};
    const int usual = series == u"행정"_s ? 780 : isResearch(series) || series == u"농촌지도"_s ? 700 : 560;
    if (m_dice.chance(usual))
        return series;
    return series != u"행정"_s && m_dice.chance(600) ? u"행정"_s : m_dice.pick(others);
}

Worker Recruits::head(const Unit &unit, const QString &series)
{
    Worker worker;
    worker.isHead = true;
    worker.unit = unit.id;
    worker.post = headTitle(unit);
    const int rank = headRank(unit);
    const bool isClerk = rank <= 3 || m_dice.chance(300);
    setGrade(worker, isClerk ? u"행정"_s : series, rank);
    setLife(worker);
    setFirstAssignment(worker);
    return worker;
}

Worker Recruits::member(const Unit &unit, const QString &series)
{
    static const QStringList labour{u"시설관리"_s,   u"사무보조"_s, u"도로보수"_s,
                                    u"상수도검침"_s, u"조리"_s,     u"환경정비"_s};
    Worker worker;
    worker.unit = unit.id;
    worker.post = u"담당"_s;
    const bool isCentral = unit.nature == u"본청"_s || unit.nature == u"의회"_s;
    const int roll = m_dice.below(100);
    const int rank = roll < (isCentral ? 34 : 18) ? 6 : roll < 68 ? 7 : roll < 86 ? 8 : 9;
    setGrade(worker, memberSeries(series), rank == 6 && !isCentral && m_dice.chance(300) ? 7 : rank);
    if (m_dice.chance(isCentral ? 30 : 210)) {
        worker.person.employment = u"공무직"_s;
        worker.grade = u"공무직"_s;
        worker.series = m_dice.pick(labour);
    } else if (worker.person.employment == u"일반직"_s && m_dice.chance(75)) {
        setUncommonGrade(worker, rank);
    }
    if (unit.name == u"비서팀"_s && worker.person.employment == u"일반직"_s && m_dice.chance(500)) {
        worker.person.employment = u"별정직"_s;
        worker.grade = QStringLiteral("지방별정직 %1급상당").arg(rank);
    }
    setLife(worker);
    setFirstAssignment(worker);
    return worker;
}

Worker Recruits::chief(const QString &post, const QString &grade, const QString &employment)
{
    Worker worker;
    worker.isHead = true;
    worker.unit = u"A000000"_s;
    worker.post = post;
    worker.rank = 1;
    worker.grade = grade;
    worker.series = u"행정"_s;
    worker.person.employment = employment;
    setLife(worker);
    if (employment != u"일반직"_s) { // elected or brought along by the mayor
        worker.person.joined = QDate(2022, 7, 1);
        worker.person.id = newNumber(2022);
    }
    setFirstAssignment(worker);
    return worker;
}

} // namespace naru::office::sample
