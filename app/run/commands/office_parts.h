// The commands below "naru office" that have files of their own.
#pragma once

#include "run/commands/context.h"

namespace naru::run {

void addBackupsCommand(CLI::App &office, Context &context);

} // namespace naru::run
