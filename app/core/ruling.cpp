#include "core/ruling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace naru {

namespace {

constexpr double sameLine = 1.2; // two pieces at this distance are one line
constexpr double gapInLine = 2.5; // between the borders of neighbouring cells
constexpr double gapInDots = 6; // between dashes
constexpr double dash = 8; // no longer than this
constexpr double shortest = 5; // what is shorter is a bullet or part of a letter
constexpr double touching = 3; // a corner that is not quite closed
constexpr double parallel = 4; // the two lines of a double line, the borders of spaced cells
constexpr double sameGridLine = 3.6;

QList<Ruling> joined(QList<Ruling> line)
{
    std::sort(line.begin(), line.end(), [](const Ruling &a, const Ruling &b) { return a.from < b.from; });
    QList<Ruling> result;
    double lastPiece = 0;
    for (const Ruling &piece : std::as_const(line)) {
        const bool dotted = !result.isEmpty() && piece.length() <= dash && lastPiece <= dash;
        const double gap = dotted ? gapInDots : gapInLine;
        if (result.isEmpty() || piece.from > result.last().to + gap) {
            result.append(piece);
            lastPiece = piece.length();
            continue;
        }
        Ruling &whole = result.last();
        const double weight = whole.length() + piece.length();
        if (weight > 0)
            whole.at = (whole.at * whole.length() + piece.at * piece.length()) / weight;
        whole.to = std::max(whole.to, piece.to);
        lastPiece = piece.length();
    }
    return result;
}

bool cross(const Ruling &horizontal, const Ruling &vertical)
{
    return vertical.at >= horizontal.from - touching && vertical.at <= horizontal.to + touching
        && horizontal.at >= vertical.from - touching && horizontal.at <= vertical.to + touching;
}

bool alongside(const Ruling &a, const Ruling &b)
{
    return std::abs(a.at - b.at) <= parallel && a.from <= b.to + parallel && b.from <= a.to + parallel;
}

class Groups {
public:
    explicit Groups(qsizetype count)
        : m_parent(size_t(count))
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }
    qsizetype find(qsizetype one)
    {
        while (m_parent[size_t(one)] != one)
            one = m_parent[size_t(one)] = m_parent[size_t(m_parent[size_t(one)])];
        return one;
    }
    void unite(qsizetype a, qsizetype b) { m_parent[size_t(find(a))] = find(b); }

private:
    std::vector<qsizetype> m_parent;
};

void uniteNeighbours(const QList<Ruling> &sorted, qsizetype offset, Groups &groups)
{
    for (qsizetype i = 0; i < sorted.size(); ++i)
        for (qsizetype k = i + 1; k < sorted.size() && sorted[k].at - sorted[i].at <= parallel; ++k)
            if (alongside(sorted[i], sorted[k]))
                groups.unite(offset + i, offset + k);
}

} // namespace

bool contains(const Box &outer, double x, double y)
{
    return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}

QList<Ruling> mergedCollinear(QList<Ruling> pieces)
{
    std::sort(pieces.begin(), pieces.end(), [](const Ruling &a, const Ruling &b) { return a.at < b.at; });
    QList<Ruling> result;
    QList<Ruling> line;
    for (const Ruling &piece : std::as_const(pieces)) {
        if (!line.isEmpty() && piece.at - line.first().at > sameLine) {
            result += joined(line);
            line.clear();
        }
        line.append(piece);
    }
    result += joined(line);
    result.removeIf([](const Ruling &one) { return one.length() < shortest; });
    return result;
}

QList<Rulings> connected(const Rulings &rulings)
{
    const auto byPlace = [](const Ruling &a, const Ruling &b) { return a.at < b.at; };
    QList<Ruling> horizontal = rulings.horizontal;
    QList<Ruling> vertical = rulings.vertical;
    std::sort(horizontal.begin(), horizontal.end(), byPlace);
    std::sort(vertical.begin(), vertical.end(), byPlace);
    Groups groups(horizontal.size() + vertical.size());
    uniteNeighbours(horizontal, 0, groups);
    uniteNeighbours(vertical, horizontal.size(), groups);
    for (qsizetype h = 0; h < horizontal.size(); ++h) {
        const Ruling first{horizontal[h].from - touching};
        auto v = std::lower_bound(vertical.cbegin(), vertical.cend(), first, byPlace);
        for (; v != vertical.cend() && v->at <= horizontal[h].to + touching; ++v)
            if (cross(horizontal[h], *v))
                groups.unite(h, horizontal.size() + (v - vertical.cbegin()));
    }
    QList<Rulings> result;
    QList<qsizetype> place(horizontal.size() + vertical.size(), -1);
    const auto groupOf = [&](qsizetype index) -> Rulings & {
        const qsizetype root = groups.find(index);
        if (place[root] < 0) {
            place[root] = result.size();
            result.append(Rulings());
        }
        return result[place[root]];
    };
    for (qsizetype i = 0; i < horizontal.size(); ++i)
        groupOf(i).horizontal.append(horizontal[i]);
    for (qsizetype i = 0; i < vertical.size(); ++i)
        groupOf(horizontal.size() + i).vertical.append(vertical[i]);
    return result;
}

QList<double> clustered(QList<double> positions)
{
    std::sort(positions.begin(), positions.end());
    QList<double> result;
    double sum = 0;
    int count = 0;
    double first = 0;
    for (const double position : std::as_const(positions)) {
        if (count > 0 && position - first > sameGridLine) {
            result.append(sum / count);
            sum = count = 0;
        }
        if (count == 0)
            first = position;
        sum += position;
        ++count;
    }
    if (count > 0)
        result.append(sum / count);
    return result;
}

double coverage(const QList<Ruling> &rulings, double at, double from, double to)
{
    QList<std::pair<double, double>> parts;
    for (const Ruling &one : rulings)
        if (std::abs(one.at - at) <= sameGridLine && one.to > from && one.from < to)
            parts.append({std::max(one.from, from), std::min(one.to, to)});
    std::sort(parts.begin(), parts.end());
    double covered = 0;
    double reached = from;
    for (const auto &[begin, end] : std::as_const(parts)) {
        covered += std::max(0.0, end - std::max(begin, reached));
        reached = std::max(reached, end);
    }
    return to > from ? covered / (to - from) : 0;
}

} // namespace naru
