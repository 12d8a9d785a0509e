// The cage of the reader process: what a hostile document could do once it owns the parser.
#pragma once

#include "core/result.h"

namespace naru {

struct Confinement {
    qint64 memory = 1LL << 30; // of address space
    int openFiles = 64;
};

// Locks the calling process in for good: no more memory than that, no writing of files, no core dump, no new
// privileges, no other programs, no network, no look into it from outside. Reading files stays possible: plugins and
// fonts need it.
Status confine(const Confinement &limits);

// Lets the process use this much processor time from now on; more kills it (SIGXCPU).
void grantProcessorTime(int seconds);

} // namespace naru
