// The cage of the reader process: what a hostile document could do once it owns the parser.
#pragma once

#include "core/result.h"

#include <memory>

namespace naru {

struct Confinement {
    qint64 memory = 1LL << 30; // of address space
    int openFiles = 64;
};

// Locks the calling process in for good: no more memory than that, no writing of files, no core dump, no new
// privileges, no other programs, no network, no look into it from outside. Reading files stays possible: plugins and
// fonts need it.
Status confine(const Confinement &limits);

// What a foreign program that converts a document may do: as above, but it may write files of that size and run its own
// parts. No network, no sockets to anyone but itself, no look into other processes.
struct ConverterLimits {
    qint64 memory = 4LL << 30; // of address space
    qint64 fileSize = 512LL << 20;
    int cpuSeconds = 60;
};

// The cage of a converter, prepared before the fork, since only system calls may be made between fork and exec.
class ConverterCage {
public:
    explicit ConverterCage(const ConverterLimits &limits);
    ~ConverterCage();
    ConverterCage(const ConverterCage &) = delete;
    ConverterCage &operator=(const ConverterCage &) = delete;

    // Locks the calling process in, at the head of a group of its own that ends with its parent. False where it cannot.
    bool enter() const;

private:
    struct Filter;
    ConverterLimits m_limits;
    std::unique_ptr<Filter> m_filter;
};

// Lets the process use this much processor time from now on; more kills it (SIGXCPU).
void grantProcessorTime(int seconds);

} // namespace naru
