// What is on a page, in reading order: lines of text and tables.
#pragma once

#include "page_table.h"
#include "text_lines.h"

#include <variant>

namespace naru::pdf {

using Element = std::variant<Line, PageTable>;

struct PageLayout {
    int number = 1;
    QSizeF size;
    Turn turn = Turn::None;
    QList<Element> elements;
};

// `before` is the layout of the page before, whose last table may go on here; null for the first page.
PageLayout layoutOf(const PageContent &page, const PageLayout *before);

const Box &boxOf(const Element &element);

} // namespace naru::pdf
