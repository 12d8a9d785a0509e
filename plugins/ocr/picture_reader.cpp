#include "picture_reader.h"

#include "cell_lines.h"
#include "gutters.h"
#include "page_picture.h"
#include "pixel_rulings.h"
#include "running_text.h"
#include "symbols.h"
#include "workers.h"

#include "core/ruled_grid.h"

#include <algorithm>
#include <cmath>

namespace naru::ocr {

namespace {

constexpr int mostCells = 20'000; // of a page

Area areaOf(const Box &box, int inset)
{
    const int left = int(std::floor(box.left * pixelsPerPoint)) + inset;
    const int top = int(std::floor(box.top * pixelsPerPoint)) + inset;
    return {left, top, int(std::ceil(box.right * pixelsPerPoint)) - inset - left,
            int(std::ceil(box.bottom * pixelsPerPoint)) - inset - top};
}

bool overlap(const Box &a, const Box &b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// The grids of the page from top to bottom; one that lies in another is a figure in its cell.
std::vector<Grid> gridsOf(const Rulings &rulings)
{
    std::vector<Grid> grids;
    int cells = 0;
    for (const Rulings &group : connected(rulings))
        if (std::optional<Grid> grid = gridOf(group); grid && cells + grid->cells() <= mostCells) {
            cells += grid->cells();
            grids.push_back(*grid);
        }
    const auto area = [](const Grid &grid) {
        const Box box = grid.box();
        return (box.right - box.left) * (box.bottom - box.top);
    };
    std::stable_sort(grids.begin(), grids.end(), [&](const Grid &a, const Grid &b) { return area(a) > area(b); });
    std::vector<Grid> kept;
    for (const Grid &grid : grids)
        if (std::none_of(kept.begin(), kept.end(), [&](const Grid &one) { return overlap(one.box(), grid.box()); }))
            kept.push_back(grid);
    std::sort(kept.begin(), kept.end(), [](const Grid &a, const Grid &b) { return a.box().top < b.box().top; });
    return kept;
}

struct ScannedCell {
    Cell cell;
    std::vector<TextLine> lines;
    std::vector<std::vector<TextLine>> units; // of the lines: what is read at once
    std::vector<Reading> readings;
};

struct ScannedTable {
    Grid grid;
    std::vector<ScannedCell> cells;
};

ScannedTable tableOf(const Grid &grid, PIX *letters, int page)
{
    constexpr int inset = 3; // pixels: the ruling's own border
    ScannedTable table{grid, {}};
    for (int i = 0; i < grid.anchors.size(); ++i)
        if (grid.anchors[i] == i)
            table.cells.push_back({grid.cellAt(i, page), {}, {}, {}});
    std::vector<std::vector<TextLine>> lines;
    for (const ScannedCell &cell : table.cells)
        lines.push_back(linesInCell(letters, areaOf(*cell.cell.place.box, inset), 0));
    const int letterHeight = usualHeight(lines);
    for (ScannedCell &cell : table.cells) {
        cell.lines = linesInCell(letters, areaOf(*cell.cell.place.box, inset), letterHeight);
        cell.units = readingUnits(cell.lines, letterHeight);
        cell.readings.resize(cell.units.size());
    }
    return table;
}

void readCells(std::vector<ScannedTable> &tables, const PagePicture &page, const RuledPage &ruled, Workers &workers)
{
    std::vector<std::pair<ScannedCell *, size_t>> lines;
    for (ScannedTable &table : tables)
        for (ScannedCell &cell : table.cells)
            for (size_t i = 0; i < cell.readings.size(); ++i)
                lines.emplace_back(&cell, i);
    workers.each(lines.size(), [&](size_t index, Recogniser &recogniser) {
        const auto &[cell, line] = lines[index];
        cell->readings[line] = readTogether(page, ruled, cell->units[line], recogniser);
    });
}

std::vector<Symbol> symbolsIn(const Box &box, const std::vector<Symbol> &symbols)
{
    const Area cell = areaOf(box, 0);
    std::vector<Symbol> inside;
    std::copy_if(symbols.begin(), symbols.end(), std::back_inserter(inside), [&cell](const Symbol &one) {
        return one.area.left >= cell.left && one.area.right() <= cell.right() && one.area.top >= cell.top
            && one.area.bottom() <= cell.bottom();
    });
    return inside;
}

Provenance placeOf(const Box &box, int number, double confidence, const PagePicture &page)
{
    Provenance place;
    place.page = number;
    place.box = page.placed(box);
    place.method = Provenance::Method::Ocr;
    place.confidence = std::clamp(confidence, 0.0, 1.0);
    return place;
}

std::shared_ptr<Table> settled(const ScannedTable &scanned, int number, const PagePicture &page)
{
    auto table = std::make_shared<Table>();
    table->rows = scanned.grid.rows();
    table->columns = scanned.grid.columns();
    table->detection = Table::Detection::OcrLattice;
    double least = 1;
    for (const ScannedCell &one : scanned.cells) {
        Cell cell = one.cell;
        double confidence = 1;
        QStringList texts;
        for (const Reading &reading : one.readings)
            if (!reading.text.isEmpty()) {
                texts.append(reading.text);
                confidence = std::min(confidence, reading.confidence / 100);
            }
        if (texts.isEmpty() && !one.readings.empty())
            confidence = 0; // there is ink, and nobody knows what it says
        cell.text = texts.join(u'\n');
        cell.place = placeOf(*one.cell.place.box, number, confidence, page);
        least = std::min(least, confidence);
        table->cells.append(cell);
    }
    table->place = placeOf(scanned.grid.box(), number, least, page);
    return table;
}

} // namespace

Result<Document> readPicture(const QImage &picture, const PageReader::Request &request)
{
    Result<Workers> workers = Workers::create(request.threads);
    if (!workers)
        return workers.error();
    const Result<PagePicture> prepared = PagePicture::prepare(picture, request.dpi, workers->first());
    if (!prepared)
        return prepared.error();
    const PagePicture &page = *prepared;
    Document document;
    if (page.isBlank())
        return document;
    RuledPage ruled = rulingsOf(page.binary(), page.faint());
    ruled.rulings.vertical += guttersOf(ruled);
    const std::vector<Symbol> symbols = symbolsOf(ruled.letters.get(), ruled.letterHeight);
    erase(symbols, ruled.letters.get(), page.grey());
    std::vector<ScannedTable> tables;
    for (const Grid &grid : gridsOf(ruled.rulings))
        tables.push_back(tableOf(grid, ruled.letters.get(), request.page));
    readCells(tables, page, ruled, *workers);
    for (ScannedTable &table : tables)
        for (ScannedCell &cell : table.cells)
            for (Reading &line : cell.readings)
                insertSymbols(line, symbolsIn(*cell.cell.place.box, symbols));
    std::vector<Area> taken;
    for (const ScannedTable &table : tables)
        taken.push_back(areaOf(table.grid.box(), -3));
    std::vector<std::vector<Reading>> parts = textAround(taken, page, ruled, *workers);
    for (size_t i = 0; i < parts.size(); ++i) {
        for (Reading &line : parts[i]) {
            insertSymbols(line, symbols);
            const Box box{line.area.left / pixelsPerPoint, line.area.top / pixelsPerPoint,
                          line.area.right() / pixelsPerPoint, line.area.bottom() / pixelsPerPoint};
            document.body.append(
                Paragraph{line.text, {}, placeOf(box, request.page, line.confidence / 100, page)});
        }
        if (i < tables.size())
            document.body.append(settled(tables[i], request.page, page));
    }
    return document;
}

} // namespace naru::ocr
