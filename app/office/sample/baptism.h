// Gives the workers their names: every name once, but for the homonyms that a city has.
#pragma once

#include "office/sample/dice.h"
#include "office/sample/structure.h"
#include "office/sample/worker.h"

namespace naru::office::sample {

// How many pairs share a name. "Near" pairs sit in the same division, those of the same grade in the same unit.
struct HomonymCounts {
    int sameGradeNear = 0; // nothing but the number tells them apart
    int sameGrade = 0;
    int otherGradeNear = 0;
    int otherGrade = 0;
};

HomonymCounts cityHomonyms(); // 60 pairs, 12 of the same grade
HomonymCounts smallHomonyms(); // 4 pairs

void baptise(QList<Worker> &workers, const Structure &structure, const HomonymCounts &counts, Dice &dice);

} // namespace naru::office::sample
