// A plan as the command line shows it.
#pragma once

#include "run/commands/context.h"

namespace naru::run {

// The contract's JSON with --json, else what a person must look at; every line with --verbose.
void printPlan(const Context &context, const Plan &plan);

} // namespace naru::run
