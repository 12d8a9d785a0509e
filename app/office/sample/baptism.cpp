#include "office/sample/baptism.h"

#include "office/sample/names.h"

#include <QSet>

namespace naru::office::sample {

namespace {

class Baptism {
public:
    Baptism(QList<Worker> &workers, const Structure &structure, Dice &dice)
        : m_workers(workers)
        , m_structure(structure)
        , m_dice(dice)
        , m_paired(workers.size(), false)
    {
        for (int i = 0; i < m_workers.size(); ++i)
            m_byDivision[structure.divisionOf(workers.at(i).unit)].append(i);
    }

    void nameAll()
    {
        for (Worker &worker : m_workers) {
            GivenName name = makeName(m_dice, worker.birthYear, worker.isFemale);
            // A taken name keeps its surname while it can, or the common surnames would become rare.
            for (int tries = 1; m_taken.contains(name.full()) || isWellKnown(name.full()); ++tries)
                name = makeName(m_dice, worker.birthYear, worker.isFemale, tries < 60 ? name.surname : QString());
            m_taken.insert(name.full());
            worker.person.name = name.full();
            if (m_dice.chance(340))
                worker.person.hanja = name.hanja;
        }
    }

    void pair(int count, bool isSameGrade, bool isNear)
    {
        for (int tries = 0; tries < 200000 && count > 0; ++tries) {
            const int first = m_dice.below(static_cast<int>(m_workers.size()));
            const QList<int> near = m_byDivision.value(m_structure.divisionOf(m_workers.at(first).unit));
            const int second = isNear ? m_dice.pick(near) : m_dice.below(static_cast<int>(m_workers.size()));
            if (!fits(first, second, isSameGrade, isNear))
                continue;
            shareName(first, second);
            --count;
        }
    }

private:
    bool isFree(int index) const
    {
        const Worker &worker = m_workers.at(index);
        return !m_paired.at(index) && !worker.hasLeft && !worker.isAway && worker.rank >= 4
            && worker.assignments.size() <= 2 && (worker.person.employment == u"일반직"_s)
            && !worker.grade.endsWith(u"시보"_s) && worker.assignments.constLast().orderLine.isEmpty();
    }

    bool fits(int first, int second, bool isSameGrade, bool isNear) const
    {
        if (first == second || !isFree(first) || !isFree(second))
            return false;
        const Worker &a = m_workers.at(first);
        const Worker &b = m_workers.at(second);
        const bool isTogether =
            isSameGrade && isNear ? a.unit == b.unit : m_structure.divisionOf(a.unit) == m_structure.divisionOf(b.unit);
        return (a.grade == b.grade) == isSameGrade && isTogether == isNear && a.isFemale == b.isFemale
            && qAbs(a.birthYear - b.birthYear) <= 12;
    }

    void shareName(int first, int second)
    {
        const Worker &a = m_workers.at(first);
        Worker &b = m_workers[second];
        b.person.name = a.person.name;
        const int length = surnameLength(a.person.name);
        b.person.hanja = a.person.hanja.isEmpty()
            ? QString()
            : makeHanja(m_dice, a.person.name.left(length), a.person.name.mid(length));
        m_paired[first] = true;
        m_paired[second] = true;
    }

    QList<Worker> &m_workers;
    const Structure &m_structure;
    Dice &m_dice;
    QSet<QString> m_taken;
    QList<bool> m_paired;
    QHash<QString, QList<int>> m_byDivision;
};

} // namespace

HomonymCounts cityHomonyms()
{
    return {4, 8, 8, 40};
}
HomonymCounts smallHomonyms()
{
    return {1, 1, 1, 1};
}

void baptise(QList<Worker> &workers, const Structure &structure, const HomonymCounts &counts, Dice &dice)
{
    Baptism baptism(workers, structure, dice);
    baptism.nameAll();
    baptism.pair(counts.sameGradeNear, true, true);
    baptism.pair(counts.sameGrade, true, false);
    baptism.pair(counts.otherGradeNear, false, true);
    baptism.pair(counts.otherGrade, false, false);
}

} // namespace naru::office::sample
