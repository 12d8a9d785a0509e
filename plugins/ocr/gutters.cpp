#include "gutters.h"

#include "page_picture.h"

#include <algorithm>
#include <cmath>

namespace naru::ocr {

namespace {

constexpr qsizetype fewestLines = 4; // two lines under a title, or above a footnote, are no table
constexpr double sameEnd = 6; // points
constexpr double highestRow = 90; // points
constexpr double narrowest = 0.6; // of a letter: wider than a blank

bool haveSameEnds(const Ruling &a, const Ruling &b)
{
    return std::abs(a.from - b.from) <= sameEnd && std::abs(a.to - b.to) <= sameEnd;
}

// Lines one below the other with the same ends.
QList<QList<Ruling>> ladders(QList<Ruling> lines)
{
    std::sort(lines.begin(), lines.end(), [](const Ruling &a, const Ruling &b) { return a.at < b.at; });
    QList<QList<Ruling>> groups;
    for (const Ruling &line : std::as_const(lines)) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&line](const QList<Ruling> &one) {
            return haveSameEnds(one.last(), line) && line.at - one.last().at <= highestRow;
        });
        if (group == groups.end())
            groups.append({line});
        else
            group->append(line);
    }
    groups.removeIf([](const QList<Ruling> &one) { return one.size() < fewestLines; });
    return groups;
}

bool isCrossed(const QList<Ruling> &ladder, const QList<Ruling> &vertical)
{
    return std::any_of(vertical.cbegin(), vertical.cend(), [&ladder](const Ruling &one) {
        return one.at > ladder.first().from - sameEnd && one.at < ladder.first().to + sameEnd
            && one.from < ladder.last().at && one.to > ladder.first().at;
    });
}

// The middles of the white that runs from the top to the bottom, in points.
QList<double> whiteBetween(const QList<Ruling> &ladder, const RuledPage &page)
{
    const auto pixels = [](double points) { return int(std::lround(points * pixelsPerPoint)); };
    const Area area{pixels(ladder.first().from), pixels(ladder.first().at), pixels(ladder.first().to - ladder.first().from),
                    pixels(ladder.last().at - ladder.first().at)};
    const Pixels part = cut(page.letters.get(), area);
    NUMA *columns = part ? pixCountPixelsByColumn(part.get()) : nullptr;
    QList<double> middles;
    int since = -1; // the last ink; none yet
    for (int x = 0; x < numaGetCount(columns); ++x) {
        int ink = 0;
        numaGetIValue(columns, x, &ink);
        if (ink == 0)
            continue;
        if (since >= 0 && x - since > narrowest * page.letterHeight)
            middles.append((area.left + (since + x) / 2.0) / pixelsPerPoint);
        since = x;
    }
    numaDestroy(&columns);
    return middles;
}

} // namespace

QList<Ruling> guttersOf(const RuledPage &page)
{
    QList<Ruling> gutters;
    for (const QList<Ruling> &ladder : ladders(page.rulings.horizontal)) {
        if (isCrossed(ladder, page.rulings.vertical))
            continue;
        const QList<double> middles = whiteBetween(ladder, page);
        if (middles.isEmpty())
            continue;
        const double top = ladder.first().at;
        const double bottom = ladder.last().at;
        gutters.append({ladder.first().from, top, bottom});
        for (const double middle : middles)
            gutters.append({middle, top, bottom});
        gutters.append({ladder.first().to, top, bottom});
    }
    return gutters;
}

} // namespace naru::ocr
