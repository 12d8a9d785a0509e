#include "page_layout.h"

#include "lattice.h"
#include "reading_order.h"
#include "unruled.h"

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr int fewestTexts = 2; // cells with text; a figure has fewer

struct Candidate {
    Grid grid;
    Table::Detection detection = Table::Detection::RuledLattice;
    bool isWhiteSpaced = false;
    QList<Glyph> glyphs = {};

    double area() const { return widthOf(grid.box()) * heightOf(grid.box()); }
};

// Every glyph to the smallest table that holds it; what no table holds stays in `glyphs`.
void distribute(QList<Glyph> &glyphs, QList<Candidate> &candidates)
{
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate &a, const Candidate &b) { return a.area() < b.area(); });
    QList<Glyph> outside;
    for (const Glyph &glyph : std::as_const(glyphs)) {
        const auto holder = std::find_if(candidates.begin(), candidates.end(), [&glyph](const Candidate &one) {
            return contains(one.grid.box(), centreX(glyph.box), centreY(glyph.box));
        });
        (holder == candidates.end() ? outside : holder->glyphs).append(glyph);
    }
    glyphs = outside;
}

int textsIn(const PageTable &table)
{
    return int(std::count_if(table.table->cells.cbegin(), table.table->cells.cend(),
                             [](const Cell &cell) { return !cell.text.isEmpty(); }));
}

bool overlapsAny(const Grid &grid, const QList<Candidate> &candidates)
{
    const Box box = grid.box();
    return std::any_of(candidates.cbegin(), candidates.cend(), [&box](const Candidate &one) {
        const Box other = one.grid.box();
        return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
    });
}

QList<Candidate> ruledCandidates(const PageContent &page, const QList<double> &before)
{
    QList<Candidate> result;
    Rulings lone;
    for (const Rulings &group : connected(page.rulings)) {
        if (std::optional<Grid> grid = gridOf(group))
            result.append(Candidate{*grid});
        else if (group.vertical.isEmpty())
            lone.horizontal += group.horizontal;
    }
    for (const Rulings &group : openTables(lone.horizontal, page.glyphs, before))
        if (std::optional<Grid> grid = gridOf(group))
            result.append(Candidate{*grid, Table::Detection::RuledLattice, true});
    // White lines between shaded cells rule a table where no dark ones do.
    for (const Rulings &group : connected(page.paleRulings))
        if (std::optional<Grid> grid = gridOf(group); grid && grid->rows() > 1 && !overlapsAny(*grid, result))
            result.append(Candidate{*grid});
    return result;
}

// A table whose records have no rulings between them gets them.
void addMissingRows(Candidate &candidate)
{
    const QList<Ruling> lines = missingRowLines(candidate.grid, candidate.glyphs);
    if (!lines.isEmpty())
        candidate.grid = withRowLines(candidate.grid, lines);
}

PageTable settled(const Candidate &candidate, const PageContent &page)
{
    PageTable table = tableOf(candidate.grid, candidate.glyphs, page, candidate.detection);
    table.isWhiteSpaced = candidate.isWhiteSpaced;
    return table;
}

QList<Glyph> withoutUnruledTables(QList<Glyph> glyphs, const PageContent &page, const QList<double> &before,
                                  QList<Element> &elements)
{
    QList<Candidate> candidates;
    for (const Rulings &group : unruledTables(linesOf(glyphs), before))
        if (std::optional<Grid> grid = gridOf(group))
            candidates.append(Candidate{*grid, Table::Detection::Stream, true});
    distribute(glyphs, candidates);
    for (const Candidate &candidate : std::as_const(candidates))
        elements.append(settled(candidate, page));
    return glyphs;
}

// Tables divide the text into parts; each part has its own columns.
QList<Element> inReadingOrder(const QList<Glyph> &text, QList<Element> tables)
{
    std::stable_sort(tables.begin(), tables.end(),
                     [](const Element &a, const Element &b) { return boxOf(a).top < boxOf(b).top; });
    QList<QList<Glyph>> parts(tables.size() + 1);
    for (const Glyph &glyph : text) {
        qsizetype part = 0;
        while (part < tables.size() && boxOf(tables[part]).top < centreY(glyph.box))
            ++part;
        parts[part].append(glyph);
    }
    QList<Element> elements;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        for (const Line &line : linesInReadingOrder(parts[i]))
            elements.append(line);
        if (i < tables.size())
            elements.append(tables[i]);
    }
    return elements;
}

// The last table of a page, if only a page number and the like stand below it.
const PageTable *lastTable(const PageLayout *page)
{
    constexpr int lastElements = 3;
    for (qsizetype i = 1; page && i <= std::min<qsizetype>(lastElements, page->elements.size()); ++i)
        if (const PageTable *table = std::get_if<PageTable>(&page->elements[page->elements.size() - i]))
            return table;
    return nullptr;
}

bool mayGoOn(const PageTable *before, const PageTable &table)
{
    const auto near = [](double a, double b) { return std::abs(a - b) < 3; };
    return before
        && std::equal(before->columnLines.cbegin(), before->columnLines.cend(), table.columnLines.cbegin(),
                      table.columnLines.cend(), near);
}

} // namespace

const Box &boxOf(const Element &element)
{
    if (const Line *line = std::get_if<Line>(&element))
        return line->box;
    return *std::get_if<PageTable>(&element)->table->place.box;
}

PageLayout layoutOf(const PageContent &page, const PageLayout *before)
{
    const PageTable *open = lastTable(before);
    const QList<double> columns =
        open && open->isWhiteSpaced ? open->columnLines.mid(1, open->columnLines.size() - 2) : QList<double>();
    PageLayout layout{page.number, page.size, page.turn, {}};
    QList<Glyph> glyphs = page.glyphs;
    QList<Candidate> candidates = ruledCandidates(page, columns);
    distribute(glyphs, candidates);
    for (Candidate &candidate : candidates) {
        addMissingRows(candidate);
        candidate.grid = withoutEmptyEdges(candidate.grid, candidate.glyphs);
        const PageTable table = settled(candidate, page);
        if (textsIn(table) < (mayGoOn(open, table) ? 1 : fewestTexts))
            glyphs += candidate.glyphs;
        else
            layout.elements.append(table);
    }
    const QList<Glyph> text = withoutUnruledTables(glyphs, page, columns, layout.elements);
    layout.elements = inReadingOrder(text, layout.elements);
    return layout;
}

} // namespace naru::pdf
