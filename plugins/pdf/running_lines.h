// Page numbers and running titles: lines that stand at the same place on page after page.
#pragma once

#include "page_layout.h"

namespace naru::pdf {

// Takes them out of the pages, so that they neither break a table that goes on nor repeat in the text. One of a
// running title stays: it may say what the document is, and of which day.
void dropRunningLines(QList<PageLayout> &pages);

} // namespace naru::pdf
