// Speed of the store: applying a large order, search in 100,000 documents, verifying the journal. Prints figures.
#include "office/records.h"
#include "store/store.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace naru;
using namespace naru::store;

namespace {

// The same pseudo-random numbers on every machine.
class Numbers {
public:
    int below(int limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((m_state >> 33) % static_cast<quint64>(limit));
    }

private:
    quint64 m_state = 20261122;
};

const QStringList words{u"민원"_s,   u"도로"_s,   u"보수"_s,     u"예산"_s,   u"어린이집"_s, u"행정지원과"_s, u"점용"_s,   u"허가"_s,
                        u"계획"_s,   u"추진"_s,   u"결과"_s,     u"보고"_s,   u"회의"_s,     u"재난"_s,       u"안전"_s,   u"관리"_s,
                        u"상수도"_s, u"하수도"_s, u"공원"_s,     u"녹지"_s,   u"환경"_s,     u"청소"_s,       u"복지"_s,   u"지원"_s,
                        u"사업"_s,   u"신청"_s,   u"접수"_s,     u"처리"_s,   u"검토"_s,     u"의견"_s,       u"협조"_s,   u"요청"_s,
                        u"2026년"_s, u"제15호"_s, u"전통시장"_s, u"주차장"_s, u"체육관"_s,   u"도서관"_s,     u"보건소"_s, u"AI행정"_s};

bool failed = false;

template <typename T>
bool isGood(const T &result, const char *what)
{
    if (!result) {
        std::printf("%s failed: %s\n", what, qPrintable(result.error().text));
        failed = true;
    }
    return bool(result);
}

Change created(const RecordRef &record, const Row &row)
{
    Change change;
    change.record = record;
    change.verb = Verb::Create;
    for (auto at = row.constBegin(); at != row.constEnd(); ++at)
        if (at.key() != u"id")
            change.fields.append({at.key(), {}, at.value()});
    change.reason = u"전보: 소속 변경(지방공무원법 5조)"_s;
    change.line = 1;
    return change;
}

Plan planOf(const QString &id, const QList<Change> &changes)
{
    Plan plan;
    plan.id = id;
    plan.robot = u"bench"_s;
    plan.changes = changes;
    return plan;
}

double applied(Store &store, const Plan &plan, QElapsedTimer &timer)
{
    if (!isGood(store.savePlan(plan), "save"))
        return 0;
    const QString digest = plan.digest();
    timer.start();
    const std::clock_t used = std::clock();
    (void)isGood(store.apply(plan.id, digest, u"1"_s, u"2"_s, QDateTime::currentDateTimeUtc(), QDate::currentDate()), "apply");
    std::printf("(%.0f ms of processor) ", double(std::clock() - used) * 1e3 / CLOCKS_PER_SEC);
    return double(timer.nsecsElapsed()) / 1e6;
}

// The staff of a city, then an order that moves 3,000 people with all that hangs on each of them: 15,000 changes.
void benchApply(Store &store)
{
    QList<Change> staff;
    for (int i = 0; i < 6500; ++i) {
        const QString id = QString::number(20'000'000 + i);
        staff.append(created({u"person"_s, id}, {{u"name"_s, u"김하나"_s}, {u"employment"_s, u"일반직"_s}, {u"joined"_s, u"2011-02-03"_s}}));
        staff.append(created({u"assignment"_s, id + u"-1"_s},
                             {{u"person"_s, id}, {u"kind"_s, u"본직"_s}, {u"unit"_s, u"A%1"_s.arg(i % 200)}, {u"grade"_s, u"지방행정주사"_s},
                              {u"valid_from"_s, u"2020-01-01"_s}}));
    }
    QElapsedTimer timer;
    std::printf("apply %lld creations: %.0f ms\n", qlonglong(staff.size()), applied(store, planOf(u"p-staff"_s, staff), timer));

    QList<Change> moves;
    for (int i = 0; i < 3000; ++i) {
        const QString id = QString::number(20'000'000 + i);
        Change end = created({u"assignment"_s, id + u"-1"_s}, {{u"valid_to"_s, u"2026-11-21"_s}});
        end.verb = Verb::Update;
        moves.append(end);
        moves.append(created({u"assignment"_s, id + u"-2"_s},
                             {{u"person"_s, id}, {u"kind"_s, u"본직"_s}, {u"unit"_s, u"A%1"_s.arg((i + 7) % 200)},
                              {u"grade"_s, u"지방행정주사"_s}, {u"valid_from"_s, u"2026-11-22"_s}, {u"order_line"_s, u"o-1/%1"_s.arg(i)}}));
        moves.append(created({u"order_line"_s, u"o-1/%1"_s.arg(i)},
                             {{u"order_id"_s, u"o-1"_s}, {u"person"_s, id}, {u"kind"_s, u"전보"_s}, {u"text"_s, u"○○과 근무를 명함"_s},
                              {u"effective"_s, u"2026-11-22"_s}, {u"place"_s, u"order.pdf 3쪽"_s}}));
        moves.append(created({u"role"_s, id + u":담당"_s}, {{u"person"_s, id}, {u"role"_s, u"담당"_s}, {u"valid_from"_s, u"2026-11-22"_s}}));
        moves.append(created({u"handover"_s, u"h-"_s + id},
                             {{u"from_person"_s, id}, {u"reason"_s, u"발령"_s}, {u"state"_s, u"작성"_s}, {u"duties"_s, u"담당 업무\n1. 도로 점용 허가"_s}}));
    }
    const Plan plan = planOf(u"p-moves"_s, moves);
    std::printf("apply %lld changes: %.0f ms (goal 1000)\n", qlonglong(moves.size()), applied(store, plan, timer));
}

void benchSearch(Store &store)
{
    constexpr int documents = 100'000;
    Numbers numbers;
    QElapsedTimer timer;
    timer.start();
    QList<IndexedText> texts;
    for (int i = 0; i < documents; ++i) {
        QStringList text;
        for (int w = 0; w < 70; ++w)
            text.append(words[numbers.below(static_cast<int>(words.size()))]);
        if (i % 10'000 == 77)
            text.append(u"나루터개축"_s);
        texts.append({{u"document"_s, QString::number(i)}, text.mid(0, 5).join(u' '), text.join(u' ')});
        if (texts.size() == 10'000) {
            if (!isGood(store.indexTexts(texts), "index"))
                return;
            texts.clear();
        }
    }
    std::printf("index %d documents: %.1f s\n", documents, double(timer.elapsed()) / 1000);
    for (const QString &query : {u"원"_s, u"루"_s, u"민원"_s, u"어린이집"_s, u"행정지원과"_s, u"터개"_s, u"나루터개축"_s, u"민원 도로 예산"_s, u"민원도로"_s,
                                 u"AI"_s, u"제15호"_s, u"ㅁ"_s, u"ㅁㅇ"_s, u"ㅇㄹㅇㅈ"_s, u"ㄴㄹㅌㄱㅊ"_s, u"없는말"_s, u"없는말인데도"_s, u"2026년-제"_s, u"※"_s}) {
        double best = 1e9;
        double worst = 0;
        qsizetype hits = 0;
        for (int i = 0; i < 5; ++i) {
            timer.start();
            const auto found = store.search(query, 50);
            const double taken = double(timer.nsecsElapsed()) / 1e6;
            best = std::min(best, taken);
            worst = std::max(worst, taken);
            hits = isGood(found, "search") ? found->size() : 0;
        }
        std::printf("search %-14s %3lld hits, %.1f to %.1f ms (goal 50)\n", qPrintable(query), qlonglong(hits), best, worst);
    }
}

void benchJournal(Store &store)
{
    for (int round = 0; round < 6; ++round) {
        QList<Change> changes;
        for (int i = 0; i < 15'000; ++i)
            changes.append(created({u"task"_s, u"t-%1-%2"_s.arg(round).arg(i)},
                                   {{u"title"_s, u"과제 %1"_s.arg(i)}, {u"unit"_s, u"A1"_s}, {u"state"_s, u"추진"_s}}));
        QElapsedTimer timer;
        (void)applied(store, planOf(u"p-round-%1"_s.arg(round), changes), timer);
    }
    QElapsedTimer timer;
    timer.start();
    const auto verdict = store.verifyJournal();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (isGood(verdict, "verify"))
        std::printf("verify %lld entries and the records: %.2f s, so 1,000,000: %.1f s (goal 10) %s\n", qlonglong(verdict->entries),
                    seconds, seconds / double(verdict->entries) * 1e6, qPrintable(verdict->problem));
    timer.start();
    (void)isGood(store.check(), "check");
    std::printf("integrity check: %.2f s\n", double(timer.nsecsElapsed()) / 1e9);
    timer.start();
    QTemporaryDir folder;
    (void)isGood(store.backup(folder.filePath(u"backup"_s)), "backup");
    std::printf("backup: %.2f s\n", double(timer.nsecsElapsed()) / 1e9);
}

} // namespace

// With an argument, only the part of that name: apply, journal, search.
int main(int count, char *arguments[])
{
    const QByteArray part = count > 1 ? arguments[1] : "";
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.naru"_s);
    Result<std::unique_ptr<Store>> store = Store::create(path, office::tables());
    if (!isGood(store, "create"))
        return 1;
    if (part.isEmpty() || part == "apply")
        benchApply(**store);
    if (part.isEmpty() || part == "journal")
        benchJournal(**store);
    if (part.isEmpty() || part == "search")
        benchSearch(**store);
    store->reset();
    QElapsedTimer timer;
    timer.start();
    (void)isGood(Store::open(path, office::tables()), "open");
    std::printf("open: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    return failed ? 1 : 0;
}
