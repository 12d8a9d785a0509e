// New workers for seats: grade, series, and employment as the seat asks, with a year of birth and of entry that fit.
#pragma once

#include "office/sample/dice.h"
#include "office/sample/structure.h"
#include "office/sample/worker.h"

namespace naru::office::sample {

class Recruits {
public:
    explicit Recruits(Dice &dice)
        : m_dice(dice)
    {
    }

    Worker head(const Unit &unit, const QString &series);
    Worker member(const Unit &unit, const QString &series);
    // 시장 or 부시장.
    Worker chief(const QString &post, const QString &grade, const QString &employment);

private:
    void setGrade(Worker &worker, const QString &series, int rank);
    void setUncommonGrade(Worker &worker, int rank);
    void setLife(Worker &worker);
    void setFirstAssignment(Worker &worker);
    QString memberSeries(const QString &series);
    QString newNumber(int year);

    Dice &m_dice;
    QHash<int, int> m_serials; // year of entry -> the last number given
};

} // namespace naru::office::sample
