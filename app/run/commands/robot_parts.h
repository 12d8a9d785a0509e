// The commands below `robot` that have files of their own.
#pragma once

#include "run/commands/context.h"

namespace naru::run {

void addMigrateCommand(CLI::App &robot, Context &context);
void addGoldenCommand(CLI::App &robot, Context &context);

} // namespace naru::run
