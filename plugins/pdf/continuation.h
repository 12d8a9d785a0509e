// Tables that a page break has cut become one table again. Every cell keeps the page and the box where it stands.
#pragma once

#include "page_layout.h"

namespace naru::pdf {

qint64 cellsOf(const PageLayout &page);

// Joins the last table of a page with the first of the next where both have the same columns and no text is between
// them. Head rows that repeat are dropped.
void joinContinuedTables(QList<PageLayout> &pages);

} // namespace naru::pdf
