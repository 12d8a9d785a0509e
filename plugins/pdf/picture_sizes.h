// How large the pictures of a PDF are, before any of them is unpacked.
#pragma once

#include <QByteArray>

namespace naru::pdf {

// The pixels of the largest picture that the file announces, 0 where there is none. A glance at the dictionaries of its
// streams, which always stand in the open (ISO 32000-1 §7.3.8), not a proof: a hostile file may lie.
double largestPicture(const QByteArray &bytes);

} // namespace naru::pdf
