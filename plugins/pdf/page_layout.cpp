#include "page_layout.h"

#include "lattice.h"
#include "white_space.h"

#include <algorithm>

namespace naru::pdf {

namespace {

constexpr int fewestTexts = 2; // cells with text; a figure has fewer

struct Candidate {
    Grid grid;
    Table::Detection detection = Table::Detection::RuledLattice;
    QList<Glyph> glyphs;

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

QList<Candidate> ruledCandidates(const PageContent &page)
{
    QList<Candidate> result;
    Rulings lone;
    for (const Rulings &group : connected(page.rulings)) {
        if (std::optional<Grid> grid = gridOf(group))
            result.append(Candidate{*grid, Table::Detection::RuledLattice, {}});
        else if (group.vertical.isEmpty())
            lone.horizontal += group.horizontal;
    }
    for (const Rulings &group : openTables(lone.horizontal, page.glyphs))
        if (std::optional<Grid> grid = gridOf(group))
            result.append(Candidate{*grid, Table::Detection::RuledLattice, {}});
    return result;
}

// A table whose records have no rulings between them gets them.
void addMissingRows(Candidate &candidate)
{
    const QList<Ruling> lines = missingRowLines(candidate.grid, candidate.glyphs);
    if (!lines.isEmpty())
        candidate.grid = withRowLines(candidate.grid, lines);
}

QList<Glyph> withoutUnruledTables(QList<Glyph> glyphs, const PageContent &page, QList<Element> &elements)
{
    QList<Candidate> candidates;
    for (const Rulings &group : unruledTables(linesOf(glyphs)))
        if (std::optional<Grid> grid = gridOf(group))
            candidates.append(Candidate{*grid, Table::Detection::Stream, {}});
    distribute(glyphs, candidates);
    for (const Candidate &candidate : std::as_const(candidates))
        elements.append(tableOf(candidate.grid, candidate.glyphs, page, candidate.detection));
    return glyphs;
}

} // namespace

const Box &boxOf(const Element &element)
{
    if (const Line *line = std::get_if<Line>(&element))
        return line->box;
    return *std::get_if<PageTable>(&element)->table->place.box;
}

PageLayout layoutOf(const PageContent &page)
{
    PageLayout layout{page.number, page.size, {}};
    QList<Glyph> glyphs = page.glyphs;
    QList<Candidate> candidates = ruledCandidates(page);
    distribute(glyphs, candidates);
    for (Candidate &candidate : candidates) {
        addMissingRows(candidate);
        const PageTable table = tableOf(candidate.grid, candidate.glyphs, page, candidate.detection);
        if (textsIn(table) < fewestTexts)
            glyphs += candidate.glyphs;
        else
            layout.elements.append(table);
    }
    for (const Line &line : linesOf(withoutUnruledTables(glyphs, page, layout.elements)))
        layout.elements.append(line);
    std::stable_sort(layout.elements.begin(), layout.elements.end(),
                     [](const Element &a, const Element &b) { return boxOf(a).top < boxOf(b).top; });
    return layout;
}

} // namespace naru::pdf
