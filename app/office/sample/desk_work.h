// What hangs on the people of the sample city: accounts, roles, approval lines, deputies, tasks, directives, and
// documents under approval.
#pragma once

#include "office/sample/dice.h"
#include "office/sample/sample_office.h"

namespace naru::office::sample {

// REQUIRES: the people are employed.
void giveWork(SampleOffice &office, Size size, Dice &dice);

} // namespace naru::office::sample
