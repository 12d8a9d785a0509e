// How long a personnel order takes to plan once its document is read: 1,531 lines against a city, and orders and offices
// that grow together up to 100,000 people, with the slope of time over size (n log n has about 1.1).
#include "office/order/order_plan.h"

#include <QElapsedTimer>

#include <cmath>
#include <cstdio>

using namespace naru;
using namespace naru::office;

namespace {

constexpr int membersOfTeam = 10;
constexpr int teamsOfUnit = 3;

QString syllables(int number)
{
    static const QString first = u"김이박최정강조윤장임"_s;
    static const QString rest = u"가나다라마바사아자차카타파하거너더러머버서어저처커"_s;
    return QString(first[number % 10]) + rest[number / 10 % 25] + rest[number / 250 % 25] + rest[number / 6250 % 25];
}

OfficeState officeOf(int people)
{
    OfficeState state;
    const int units = people / (membersOfTeam * teamsOfUnit) + 1;
    for (int i = 0; i < units; ++i) {
        const QString code = u"U"_s + QString::number(i);
        state.units.append({code, syllables(i) + u"과"_s, u"본청"_s, u"과"_s, {}, QDate(2015, 1, 1), {}, {}});
        for (int team = 0; team < teamsOfUnit; ++team)
            state.units.append({code + u'-' + QString::number(team), syllables(team * 7) + u"팀"_s, u"본청"_s, u"팀"_s, code,
                                QDate(2015, 1, 1), {}, {}});
    }
    for (int i = 0; i < people; ++i) {
        const QString number = QString::number(20'100'000 + i);
        state.persons.append({number, syllables(i * 13), {}, {}, QDate(2020, 1, 1)});
        Assignment main;
        main.id = number + u"-1"_s;
        main.person = number;
        main.nature = u"본직"_s;
        main.unit = u"U"_s + QString::number(i / (membersOfTeam * teamsOfUnit)) + u'-'
            + QString::number(i / membersOfTeam % teamsOfUnit);
        main.post = u"담당"_s;
        main.grade = u"지방행정주사"_s;
        main.validFrom = QDate(2024, 1, 1);
        state.assignments.append(main);
        state.accounts.append({u'u' + number, number, u"사용"_s, {}});
    }
    return state;
}

Document orderOf(const OfficeState &state, int lines)
{
    auto table = std::make_shared<Table>();
    const QList<QString> heads{u"연번"_s, u"소속"_s, u"직급"_s, u"성명"_s, u"발령사항"_s, u"발령일"_s};
    const auto add = [&](const QStringList &texts) {
        for (int column = 0; column < texts.size(); ++column) {
            Cell cell;
            cell.row = table->rows;
            cell.column = column;
            cell.text = texts[column];
            table->cells.append(cell);
        }
        ++table->rows;
    };
    table->columns = 6;
    add(heads);
    const qsizetype step = state.persons.size() / lines;
    const qsizetype units = state.units.size() / (teamsOfUnit + 1);
    for (int i = 0; i < lines; ++i) {
        const qsizetype who = i * step;
        const Unit &unit = state.units[who / (membersOfTeam * teamsOfUnit) * (teamsOfUnit + 1)];
        const Unit &target = state.units[(i * 31 + 5) % units * (teamsOfUnit + 1)];
        const QString team = state.units[(i * 31 + 5) % units * (teamsOfUnit + 1) + 1 + i % teamsOfUnit].name;
        add({QString::number(i + 1), unit.name, u"지방행정주사"_s, state.persons[who].name,
             target.name + u' ' + team + u" 근무를 명함"_s, u"2026. 7. 29."_s});
    }
    Document document;
    document.format = u"xlsx"_s;
    document.body.append(table);
    return document;
}

// Milliseconds of one plan, directory and all.
double timeOf(int people, int lines)
{
    const OfficeState state = officeOf(people);
    OrderRequest request;
    request.sources.append({Source{u"order.xlsx"_s, QString(64, u'0'), u"xlsx"_s, 1, {}}, orderOf(state, lines)});
    request.received = QDate(2026, 7, 20);
    QElapsedTimer timer;
    timer.start();
    const Directory directory(state);
    const double indexed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const Result<Plan> plan = planOrder(request, directory);
    const double all = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const QJsonObject summary = plan ? plan->subject.value(u"summary"_s).toObject() : QJsonObject();
    std::printf("%7d people %6d lines: %8.1f ms (directory %.1f ms), %d ready, %d questions, %lld changes\n", people, lines,
                all, indexed, summary.value(u"ready"_s).toInt(), summary.value(u"question"_s).toInt(),
                plan ? static_cast<long long>(plan->changes.size()) : -1LL);
    return all;
}

} // namespace

int main()
{
    timeOf(6'500, 1'531);
    timeOf(100'000, 1'531);
    const double small = timeOf(12'500, 3'125);
    const double middle = timeOf(25'000, 6'250);
    timeOf(50'000, 12'500);
    const double large = timeOf(100'000, 25'000);
    std::printf("slope from 12,500 to 100,000 people: %.2f (25,000: %.1f ms)\n", std::log(large / small) / std::log(8.0), middle);
    return 0;
}
