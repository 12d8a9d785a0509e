// The work inside the reader process: answers requests about one document until the program hangs up.
#pragma once

#include "run/formats.h"

namespace naru {

// Serves the program at the other end of the socket; returns when it hangs up.
void serveReader(int socket, const Formats &formats);

} // namespace naru
