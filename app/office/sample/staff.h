// The people of the sample city: who sits where before the reorganisation, where it takes them, who is away, and which
// of them share a name.
#pragma once

#include "office/sample/dice.h"
#include "office/sample/sample_office.h"

namespace naru::office::sample {

// Fills posts, people, assignments, the earlier order, the mayor, and the administrator.
// REQUIRES: the structure is built.
void employ(SampleOffice &office, Size size, Dice &dice);

} // namespace naru::office::sample
