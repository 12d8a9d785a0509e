// The words that the window shares with the command line.
#pragma once

#include "run/words.h"

namespace naru::ui {

using run::dayText;
using run::momentText;
using run::sentence;
using run::shortDayText;

} // namespace naru::ui
