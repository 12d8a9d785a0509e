#include "running_lines.h"

#include "core/hangul.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr int farthest = 4; // lines from the edge of the page that may be running
constexpr double margin = 0.12; // of the height of the page, where two equal lines suffice
constexpr double samePlace = 4;

// The line without its numbers, "- 1 -" and "- 2 -" being the same.
QString patternOf(const Line &line)
{
    QString text = normalizeForMatch(textOf(line));
    for (QChar &c : text)
        if (c.isDigit())
            c = u'#';
    while (text.contains(u"##"_s))
        text.replace(u"##"_s, u"#"_s);
    return text;
}

bool isPageNumber(const QString &pattern)
{
    static const QRegularExpression number(
        u"^[-–—()\\[\\]<>/.|~]*(?:page|p|쪽|페이지|제|면|of|#|[-–—()\\[\\]<>/.|~])*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return number.match(pattern).hasMatch();
}

struct Place {
    qsizetype page;
    qsizetype element;
    bool fromTop;
    double distance; // from the edge
    bool inMargin;
};

using Places = QHash<QString, QList<Place>>;

// The lines before the first table, and after the last, near the edge.
Places placesOf(const QList<PageLayout> &pages)
{
    Places places;
    for (qsizetype p = 0; p < pages.size(); ++p) {
        const QList<Element> &elements = pages[p].elements;
        for (const bool fromTop : {true, false})
            for (qsizetype i = 0; i < std::min<qsizetype>(farthest, elements.size()); ++i) {
                const qsizetype index = fromTop ? i : elements.size() - 1 - i;
                const Line *line = std::get_if<Line>(&elements[index]);
                if (!line)
                    break;
                const double distance = fromTop ? line->box.top : pages[p].size.height() - line->box.bottom;
                places[patternOf(*line) + (fromTop ? u'\n' : u'\f')].append(
                    {p, index, fromTop, distance, distance < margin * pages[p].size.height()});
            }
    }
    return places;
}

// The longest series of the same line at the same distance from the edge.
QList<Place> atOnePlace(const QList<Place> &places)
{
    QList<Place> best;
    for (const Place &one : places) {
        QList<Place> near;
        std::copy_if(places.cbegin(), places.cend(), std::back_inserter(near),
                     [&one](const Place &other) { return std::abs(other.distance - one.distance) <= samePlace; });
        if (near.size() > best.size())
            best = near;
        if (best.size() == places.size())
            break;
    }
    return best;
}

// "- 7 -" at the foot of a page is a page number, even of the only page.
bool isFootNumber(const QString &key, const Place &place)
{
    return !place.fromTop && place.inMargin && key == u"-#-\f"_s;
}

QList<qint64> numbersIn(const QString &text)
{
    static const QRegularExpression digits(u"[0-9]+"_s);
    QList<qint64> numbers;
    for (auto match = digits.globalMatch(text); match.hasNext();)
        numbers.append(match.next().captured().toLongLong());
    return numbers;
}

// Whether the lines are the same, or count the pages: "1/31", "2/31". Others, however alike, are content.
bool runsOn(const QString &line, const QString &next)
{
    const QList<qint64> before = numbersIn(line);
    const QList<qint64> after = numbersIn(next);
    if (before == after)
        return line == next;
    bool counts = before.size() == after.size();
    for (qsizetype i = 0; counts && i < before.size(); ++i)
        counts = after[i] == before[i] || after[i] == before[i] + 1;
    return counts;
}

// A line that comes and goes is a subhead, not a running title: only pages in a row count.
QList<QList<Place>> consecutive(const QList<Place> &places, const QList<PageLayout> &pages)
{
    const auto textAt = [&pages](const Place &place) {
        return textOf(*std::get_if<Line>(&pages[place.page].elements[place.element]));
    };
    QList<QList<Place>> runs;
    for (const Place &place : places) {
        if (runs.isEmpty() || place.page != runs.last().last().page + 1
            || !runsOn(textAt(runs.last().last()), textAt(place)))
            runs.append(QList<Place>());
        runs.last().append(place);
    }
    return runs;
}

} // namespace

void dropRunningLines(QList<PageLayout> &pages)
{
    QList<QSet<qsizetype>> dropped(pages.size());
    const Places places = placesOf(pages);
    for (auto all = places.cbegin(); all != places.cend(); ++all) {
        for (const Place &place : *all)
            if (isFootNumber(all.key(), place))
                dropped[place.page].insert(place.element);
        for (const QList<Place> &series : consecutive(atOnePlace(*all), pages)) {
            const bool inMargin =
                std::all_of(series.cbegin(), series.cend(), [](const Place &one) { return one.inMargin; });
            if (series.size() < 2 || (series.size() == 2 && !(inMargin && pages.size() <= 3)))
                continue;
            // Of a title the first stays, of a footer the last: neither stands between the parts of a table.
            const Place kept = series.first().fromTop ? series.first() : series.last();
            const Line &line = *std::get_if<Line>(&pages[kept.page].elements[kept.element]);
            for (const Place &place : series)
                if (place.page != kept.page || isPageNumber(patternOf(line)))
                    dropped[place.page].insert(place.element);
        }
    }
    for (qsizetype p = 0; p < pages.size(); ++p) {
        QList<Element> kept;
        for (qsizetype i = 0; i < pages[p].elements.size(); ++i)
            if (!dropped[p].contains(i))
                kept.append(pages[p].elements[i]);
        pages[p].elements = kept;
    }
}

} // namespace naru::pdf
