#include "gutters.h"

#include "page_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

// A line that a cell of several rows keeps from one of the ends.
bool isPartOf(const Ruling &line, const Ruling &whole)
{
    constexpr double least = 0.25; // of the whole
    const bool isInside = line.from >= whole.from - sameEnd && line.to <= whole.to + sameEnd;
    const bool hasAnEnd = std::abs(line.from - whole.from) <= sameEnd || std::abs(line.to - whole.to) <= sameEnd;
    return isInside && hasAnEnd && line.length() >= least * whole.length();
}

// Lines one below the other with the same ends, and the shorter ones between them. The first and the last are whole.
QList<QList<Ruling>> ladders(QList<Ruling> lines)
{
    std::sort(lines.begin(), lines.end(), [](const Ruling &a, const Ruling &b) { return a.at < b.at; });
    QList<QList<Ruling>> groups;
    for (const Ruling &line : std::as_const(lines)) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&line](const QList<Ruling> &one) {
            return (haveSameEnds(one.first(), line) || isPartOf(line, one.first())) && line.at - one.last().at <= highestRow;
        });
        if (group == groups.end())
            groups.append({line});
        else
            group->append(line);
    }
    for (QList<Ruling> &group : groups)
        while (!haveSameEnds(group.first(), group.last()))
            group.removeLast();
    groups.removeIf([](const QList<Ruling> &one) {
        return std::count_if(one.cbegin(), one.cend(),
                             [&one](const Ruling &line) { return haveSameEnds(one.first(), line); }) < fewestLines;
    });
    return groups;
}

bool isCrossed(const QList<Ruling> &ladder, const QList<Ruling> &vertical)
{
    return std::any_of(vertical.cbegin(), vertical.cend(), [&ladder](const Ruling &one) {
        return one.at > ladder.first().from - sameEnd && one.at < ladder.first().to + sameEnd
            && one.from < ladder.last().at && one.to > ladder.first().at;
    });
}

int pixelsOf(double points)
{
    return int(std::lround(points * pixelsPerPoint));
}

// Where columns of the picture have ink.
std::vector<bool> inkedColumns(PIX *letters, const Area &area)
{
    const Pixels part = cut(letters, area);
    NUMA *columns = part ? pixCountPixelsByColumn(part.get()) : nullptr;
    std::vector<bool> result;
    for (int x = 0; x < numaGetCount(columns); ++x) {
        int ink = 0;
        numaGetIValue(columns, x, &ink);
        result.push_back(ink > 0);
    }
    numaDestroy(&columns);
    return result;
}

// The white that runs from the top of a ladder to its bottom.
class Gutters {
public:
    Gutters(const QList<Ruling> &ladder, const RuledPage &page)
        : m_left(pixelsOf(ladder.first().from))
        , m_letter(page.letterHeight)
    {
        const int width = pixelsOf(ladder.first().length());
        const auto area = [&](const Ruling &above, const Ruling &below) {
            return Area{m_left, pixelsOf(above.at), width, pixelsOf(below.at) - pixelsOf(above.at)};
        };
        for (qsizetype i = 0; i + 1 < ladder.size(); ++i)
            if (const std::vector<bool> row = inkedColumns(page.letters.get(), area(ladder[i], ladder[i + 1])); !row.empty())
                m_rows.push_back(row);
        find(inkedColumns(page.letters.get(), area(ladder.first(), ladder.last())));
        dropBlanks();
    }

    // The middles, in points.
    QList<double> middles() const
    {
        QList<double> result;
        for (const int middle : m_middles)
            result.append((m_left + middle) / pixelsPerPoint);
        return result;
    }

private:
    void find(const std::vector<bool> &columns)
    {
        int since = -1; // the last ink; none yet
        for (int x = 0; x < int(columns.size()); ++x) {
            if (!columns[size_t(x)])
                continue;
            if (since >= 0 && x - since > narrowest * m_letter)
                m_middles.push_back((since + x) / 2);
            since = x;
        }
    }

    // Blanks that stand one below the other, behind the year of days, part columns of which one has no head.
    void dropBlanks()
    {
        constexpr double widestBlank = 1.5; // letters
        for (size_t i = 1; i <= m_middles.size() && !m_rows.empty(); ++i) {
            const std::vector<bool> &head = m_rows.front();
            const auto from = head.begin() + m_middles[i - 1];
            const auto to = i < m_middles.size() ? head.begin() + m_middles[i] : head.end();
            if (std::find(from, to, true) != to)
                continue;
            const bool isLater = i < m_middles.size() && usualWhite(m_middles[i]) < usualWhite(m_middles[i - 1]);
            const size_t blank = isLater ? i : i - 1;
            if (usualWhite(m_middles[blank]) > widestBlank * m_letter)
                continue;
            m_middles.erase(m_middles.begin() + std::ptrdiff_t(blank));
            i = 0;
        }
    }

    // How wide the white is around this place in most rows.
    int usualWhite(int middle) const
    {
        std::vector<int> widths;
        for (const std::vector<bool> &row : m_rows) {
            int from = middle;
            int to = middle;
            while (from > 0 && !row[size_t(from - 1)])
                --from;
            while (to < int(row.size()) && !row[size_t(to)])
                ++to;
            widths.push_back(to - from);
        }
        const auto usual = widths.begin() + std::ptrdiff_t(widths.size() / 2);
        std::nth_element(widths.begin(), usual, widths.end());
        return *usual;
    }

    int m_left;
    int m_letter;
    std::vector<std::vector<bool>> m_rows; // of columns: which have ink
    std::vector<int> m_middles;
};

} // namespace

QList<Ruling> guttersOf(const RuledPage &page)
{
    QList<Ruling> gutters;
    for (const QList<Ruling> &ladder : ladders(page.rulings.horizontal)) {
        if (isCrossed(ladder, page.rulings.vertical))
            continue;
        const QList<double> middles = Gutters(ladder, page).middles();
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
