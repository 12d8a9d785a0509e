#include "office/sample/staff.h"

#include "office/sample/baptism.h"
#include "office/sample/recruits.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace naru::office::sample {

namespace {

class Staffing {
public:
    Staffing(SampleOffice &office, Size size, Dice &dice)
        : m_office(office)
        , m_structure(office.structure)
        , m_size(size)
        , m_dice(dice)
        , m_recruits(dice)
    {
    }

    void run()
    {
        fillSeats();
        reorganise();
        fillVacancies();
        moveByEarlierOrder();
        sendAway();
        retireSome();
        baptise(m_workers, m_structure, m_size == Size::City ? cityHomonyms() : smallHomonyms(), m_dice);
        m_workers[0].person.name = u"방인섭"_s;
        m_workers[0].person.hanja = u"方仁燮"_s;
        handOver();
    }

private:
    int target() const { return m_size == Size::City ? 6500 : 250; }

    // How many people a team has, beside its head, in tenths.
    int weight(const Unit &team) const { return team.nature == u"사업소"_s ? 15 : team.nature == u"직속"_s ? 12 : 10; }

    void fillSeats()
    {
        m_workers.append(m_recruits.chief(u"시장"_s, u"정무직"_s, u"정무직"_s));
        m_workers.append(m_recruits.chief(u"행정부시장"_s, u"지방관리관"_s, u"일반직"_s));
        m_workers.append(m_recruits.chief(u"정무부시장"_s, u"지방별정직 1급상당"_s, u"별정직"_s));
        int heads = 3;
        int weights = 0;
        for (const Unit &unit : m_structure.units) {
            heads += !unit.parent.isEmpty() && unit.validFrom == m_structure.founded;
            weights += unit.level == u"팀"_s && unit.validFrom == m_structure.founded ? weight(unit) : 0;
        }
        const int members = target() - heads;
        int passed = 0;
        for (const Unit &unit : m_structure.units) {
            if (unit.parent.isEmpty() || unit.validFrom != m_structure.founded)
                continue;
            const QString series = m_structure.series.value(unit.id);
            if (!isVacant(unit))
                m_workers.append(m_recruits.head(unit, series));
            else
                m_vacant.append(unit.id);
            if (unit.level != u"팀"_s)
                continue;
            const int before = members * passed / weights;
            passed += weight(unit);
            const int here = members * passed / weights - before;
            for (int i = 0; i < here; ++i)
                m_workers.append(m_recruits.member(unit, series));
        }
    }

    // A few divisions wait for a head, and somebody acts.
    bool isVacant(const Unit &unit)
    {
        return unit.level == u"과"_s && !unit.validTo.isValid() && m_dice.chance(m_size == Size::City ? 60 : 90);
    }

    // ---- the day of the reorganisation

    void reorganise()
    {
        QList<int> displaced;
        for (int i = 0; i < m_workers.size(); ++i) {
            Worker &worker = m_workers[i];
            if (m_structure.isAlive(worker.unit, m_structure.reorganised))
                continue;
            const QString heir = m_structure.heir.value(worker.unit);
            if (heir.isEmpty() || (worker.isHead && m_headed.contains(heir)))
                displaced.append(i);
            else
                succeed(worker, heir);
        }
        placeDisplaced(displaced);
    }

    void succeed(Worker &worker, const QString &heir)
    {
        if (worker.isHead) {
            m_headed.insert(heir);
            return worker.moveTo(heir, headTitle(*m_structure.unit(heir)), m_structure.reorganised);
        }
        const QString division = m_structure.divisionOf(heir);
        const bool hasTeam = !m_structure.reshaped.contains(division);
        worker.moveTo(hasTeam ? heir : division, worker.post, m_structure.reorganised);
    }

    // Those whose unit has no heir go where the new structure has room.
    void placeDisplaced(const QList<int> &displaced)
    {
        QStringList rooms;
        for (const QString &division : std::as_const(m_structure.reshaped))
            if (m_structure.unit(division)->predecessors.isEmpty())
                rooms.append(division);
        if (rooms.isEmpty())
            rooms.append(m_structure.reshaped);
        int next = 0;
        for (const int index : displaced) {
            Worker &worker = m_workers[index];
            const QString seat = worker.isHead ? newSeatFor(worker) : QString();
            if (!seat.isEmpty()) {
                m_headed.insert(seat);
                worker.moveTo(seat, headTitle(*m_structure.unit(seat)), m_structure.reorganised);
            } else {
                worker.isHead = false;
                worker.moveTo(rooms.at(next++ % rooms.size()), u"담당"_s, m_structure.reorganised);
            }
        }
    }

    QString newSeatFor(const Worker &worker) const
    {
        const Unit *before = m_structure.unit(worker.unit);
        for (const Unit &unit : m_structure.units)
            if (unit.validFrom == m_structure.reorganised && unit.level == before->level && !m_headed.contains(unit.id))
                return unit.id;
        return {};
    }

    // Somebody of the rank below acts for a seat that has nobody.
    void fillVacancies()
    {
        for (const Unit &unit : m_structure.units)
            if (unit.validFrom == m_structure.reorganised && unit.level != u"팀"_s && !m_headed.contains(unit.id))
                m_vacant.append(unit.id);
        for (const QString &vacant : std::as_const(m_vacant)) {
            const QString title = headTitle(*m_structure.unit(vacant));
            for (Worker &worker : m_workers) {
                if (!worker.isHead || m_structure.unit(worker.unit)->parent != vacant || worker.isAway)
                    continue;
                const QDate from = std::max(worker.assignments.constLast().validFrom, QDate(2026, 2, 2));
                worker.assign(u"직무대리"_s, vacant, title, std::max(from, m_structure.unit(vacant)->validFrom));
                worker.isAway = true; // not to be chosen for anything else
                break;
            }
        }
    }

    // ---- an order of three weeks ago, still remembered line by line

    void moveByEarlierOrder()
    {
        const QDate day = m_structure.reorganised.addDays(5);
        Order order;
        order.number = u"제2026-13호"_s;
        order.title = m_office.title + u" 인사발령"_s;
        order.date = day;
        order.file = u"인사발령_2026-07-06.xlsx"_s;
        order.sha256 = QString::fromLatin1(
            QCryptographicHash::hash((order.title + order.number).toUtf8(), QCryptographicHash::Sha256).toHex());
        order.id = u"o-"_s + order.sha256.left(12);
        m_office.orders.append(order);
        QStringList divisions;
        for (const Unit &unit : m_structure.units)
            if (unit.level == u"과"_s && unit.nature == u"본청"_s && !unit.validTo.isValid()
                && unit.validFrom == m_structure.founded && unit.parent != u"A000000"_s)
                divisions.append(unit.id);
        const int count = m_size == Size::City ? 30 : 8;
        for (int tries = 0; tries < 5000 && m_office.orderLines.size() < count; ++tries)
            moveOne(m_workers[m_dice.below(static_cast<int>(m_workers.size()))], order, m_dice.pick(divisions));
    }

    void moveOne(Worker &worker, const Order &order, const QString &to)
    {
        const Unit *from = m_structure.unit(worker.unit);
        if (worker.isHead || worker.isAway || worker.assignments.size() != 1 || from->nature != u"본청"_s
            || from->level != u"팀"_s || m_structure.divisionOf(worker.unit) == to
            || worker.person.employment != u"일반직"_s)
            return;
        const int number = static_cast<int>(m_office.orderLines.size()) + 1;
        OrderLine line;
        line.id = order.id + u'/' + QString::number(number);
        line.order = order.id;
        line.person = worker.person.id;
        line.nature = u"전보"_s;
        line.text = m_structure.unit(to)->name + u" 근무를 명함"_s;
        line.unit = to;
        line.grade = worker.grade;
        line.effective = order.date;
        line.place = QStringLiteral("Sheet1!A%1:E%1").arg(number + 4);
        line.state = u"시행"_s;
        m_office.orderLines.append(line);
        worker.moveTo(to, u"담당"_s, order.date);
        worker.assignments.last().orderLine = line.id;
    }

    // ---- those who are not at their desks

    Worker *anyMember(bool isCareer)
    {
        for (int tries = 0; tries < 1000; ++tries) {
            Worker &worker = m_workers[m_dice.below(static_cast<int>(m_workers.size()))];
            const bool fits = !isCareer || worker.person.employment == u"일반직"_s;
            if (!worker.isHead && !worker.isAway && worker.assignments.size() == 1 && fits
                && worker.person.joined < QDate(2024, 1, 1))
                return &worker;
        }
        return nullptr;
    }

    void sendAway()
    {
        static const QStringList bodies{
            u"행정안전부"_s,     u"국무조정실"_s, u"보건복지부"_s,     u"국토교통부"_s,     u"환경부"_s,
            u"감사원"_s,         u"인사혁신처"_s, u"국민권익위원회"_s, u"지방시대위원회"_s, u"한국지방행정연구원"_s,
            u"시도지사협의회"_s, u"해람연구원"_s, u"해람관광공사"_s,   u"해람도시공사"_s};
        const bool isCity = m_size == Size::City;
        const int onLeave = isCity ? 142 : 7;
        const int lent = isCity ? 58 : 3;
        const int double_ = isCity ? 12 : 2;
        for (int i = 0; i < onLeave; ++i)
            leave(u"휴직"_s, QDate(2025, 8, 1).addMonths(m_dice.below(11)), 12, {});
        for (int i = 0; i < lent; ++i)
            leave(u"파견"_s, QDate(2025, 2, 1).addMonths(m_dice.below(16)), 24, m_dice.pick(bodies));
        leave(u"직위해제"_s, QDate(2026, 5, 18), 0, {});
        if (isCity) {
            leave(u"직위해제"_s, QDate(2026, 6, 8), 0, {});
            leave(u"대기"_s, QDate(2026, 6, 1), 3, {});
            leave(u"정직"_s, QDate(2026, 6, 15), 2, {});
        }
        for (int i = 0; i < double_; ++i)
            giveSecondDuty();
    }

    void leave(const QString &nature, QDate from, int months, const QString &outside)
    {
        Worker *worker = anyMember(true);
        if (!worker)
            return;
        const QDate start = std::max(from, worker->assignments.constLast().validFrom);
        worker->assign(nature, {}, {}, start, months ? start.addMonths(months).addDays(-1) : QDate(), outside);
        worker->isAway = true;
    }

    void giveSecondDuty()
    {
        Worker *worker = anyMember(true);
        if (!worker)
            return;
        QStringList divisions;
        for (const Unit &unit : m_structure.units)
            if (unit.level == u"과"_s && unit.nature == u"본청"_s && !unit.validTo.isValid()
                && unit.validFrom == m_structure.founded && unit.id != m_structure.divisionOf(worker->unit))
                divisions.append(unit.id);
        worker->assign(u"겸임"_s, m_dice.pick(divisions), {}, QDate(2026, 2, 2));
        worker->isAway = true;
    }

    // Some have left for good; their numbers and names stay.
    void retireSome()
    {
        const int count = m_size == Size::City ? 40 : 3;
        const QList<QDate> days{{2024, 12, 31}, {2025, 6, 30}, {2025, 12, 31}, {2026, 6, 30}};
        for (int i = 0; i < count; ++i) {
            const Worker *like = anyMember(true);
            if (!like)
                return;
            const QString division = m_structure.divisionOf(like->unit);
            if (m_structure.unit(division)->validFrom != m_structure.founded)
                continue;
            Worker gone = m_recruits.member(*m_structure.unit(division), m_structure.series.value(division));
            gone.hasLeft = true;
            const QDate last = m_dice.pick(days);
            gone.assignments[0].validFrom = std::min(gone.assignments.at(0).validFrom, QDate(2024, 1, 1));
            gone.assignments[0].validTo = last;
            gone.person.joined = std::min(gone.person.joined, QDate(2024, 1, 1));
            m_workers.append(gone);
        }
    }

    void handOver()
    {
        m_office.mayor = m_workers.at(0).person.name;
        for (const Worker &worker : std::as_const(m_workers))
            if (m_office.administrator.isEmpty() && !worker.isHead && !worker.hasLeft && !worker.isAway
                && m_structure.unit(worker.unit)->name == u"행정정보팀"_s)
                m_office.administrator = worker.person.id;
        std::stable_sort(m_workers.begin(), m_workers.end(),
                         [](const Worker &a, const Worker &b) { return a.person.id < b.person.id; });
        for (const Worker &worker : std::as_const(m_workers)) {
            m_office.people.append(worker.person);
            m_office.assignments.append(worker.assignments);
        }
        for (const Unit &unit : m_structure.units) {
            if (unit.parent.isEmpty()) {
                for (const QString &title : {u"시장"_s, u"행정부시장"_s, u"정무부시장"_s})
                    m_office.posts.append({unit.id + u'-' + title, unit.id, title, unit.validFrom, unit.validTo});
            } else {
                const QString title = headTitle(unit);
                m_office.posts.append({unit.id + u'-' + title, unit.id, title, unit.validFrom, unit.validTo});
            }
        }
    }

    SampleOffice &m_office;
    const Structure &m_structure;
    Size m_size;
    Dice &m_dice;
    Recruits m_recruits;
    QList<Worker> m_workers;
    QSet<QString> m_headed; // units of the new structure that have a head
    QStringList m_vacant;
};

} // namespace

void employ(SampleOffice &office, Size size, Dice &dice)
{
    Staffing(office, size, dice).run();
}

} // namespace naru::office::sample
