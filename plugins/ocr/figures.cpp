#include "figures.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace naru::ocr {

namespace {

bool isFigure(QChar one) { return one >= u'0' && one <= u'9'; }
bool isSign(QChar one) { return one == u'.' || one == u',' || one == u':' || one == u';' || one == u'\'' || one == u' '; }

// Figures with what parts them: from the first figure to the last, and the signs behind it.
struct Run {
    size_t first = 0; // of the letters
    size_t last = 0;
};

// The ink of a run, in pixels of its own picture.
struct Ink {
    std::vector<Area> figures;
    std::vector<Area> small;
    int height = 0; // of most figures
    int foot = 0; // where they stand
};

int middleOf(std::vector<int> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<Ink> inkOf(PIX *letters, const Area &area)
{
    constexpr double lowest = 0.5; // of the tallest: lower is a sign
    constexpr int speck = 2;
    const Pixels part = cut(letters, area);
    if (!part)
        return {};
    const Boxes boxes = piecesOf(part.get());
    int tallest = 0;
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i)
        tallest = std::max(tallest, areaOf(boxes.get(), i).height);
    Ink ink;
    std::vector<int> heights;
    std::vector<int> feet;
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i) {
        const Area piece = areaOf(boxes.get(), i);
        if (piece.height < lowest * tallest) {
            if (piece.width > speck && piece.height > speck)
                ink.small.push_back(piece);
            continue;
        }
        ink.figures.push_back(piece);
        heights.push_back(piece.height);
        feet.push_back(piece.bottom());
    }
    if (ink.figures.empty())
        return {};
    ink.height = middleOf(heights);
    ink.foot = middleOf(feet);
    const auto byPlace = [](const Area &a, const Area &b) { return a.left < b.left; };
    std::sort(ink.small.begin(), ink.small.end(), byPlace);
    return ink;
}

// What the small ink of one place is: one piece on the line or below it, or two above one another.
std::optional<QChar> signOf(const std::vector<Area> &pieces, const Ink &ink)
{
    constexpr double lowSign = 0.45; // of a figure's height: higher up is no point and no comma
    constexpr double tail = 0.07; // below the line
    constexpr double noTail = 0.1;
    constexpr double commaHeight = 0.26;
    const auto isDot = [&](const Area &one) { return one.height <= 0.32 * ink.height && one.width <= 0.4 * ink.height; };
    if (pieces.size() == 2 && std::all_of(pieces.begin(), pieces.end(), isDot)) {
        const auto [upper, lower] = std::minmax(pieces[0], pieces[1], [](const Area &a, const Area &b) { return a.top < b.top; });
        const bool isAbove = lower.top - upper.bottom() >= 0.12 * ink.height && upper.bottom() < ink.foot - 0.3 * ink.height;
        const bool isBelow = std::abs(lower.bottom() - ink.foot) <= 0.25 * ink.height;
        return isAbove && isBelow ? std::optional<QChar>(u':') : std::nullopt;
    }
    if (pieces.size() != 1 || pieces[0].top < ink.foot - lowSign * ink.height || pieces[0].width > 0.45 * ink.height)
        return {};
    const double below = double(pieces[0].bottom() - ink.foot) / ink.height;
    const bool isHigh = pieces[0].height >= commaHeight * ink.height;
    if (isHigh && below >= tail)
        return u',';
    return !isHigh && below <= noTail ? std::optional<QChar>(u'.') : std::nullopt;
}

// The pieces whose middle lies in the columns.
std::vector<Area> between(const std::vector<Area> &pieces, int from, int to)
{
    std::vector<Area> inside;
    for (const Area &piece : pieces)
        if (const int middle = piece.left + piece.width / 2; middle >= from && middle < to)
            inside.push_back(piece);
    return inside;
}

class Numbers {
public:
    Numbers(const Reading &line, PIX *letters)
        : m_line(line)
        , m_letters(letters)
    {
    }

    QString text() const
    {
        QString result = m_line.text;
        const std::vector<Run> runs = allRuns();
        for (auto run = runs.rbegin(); run != runs.rend(); ++run)
            putRight(*run, result);
        return result;
    }

private:
    QChar letter(size_t index) const { return m_line.text[m_line.letters[index].at]; }

    std::vector<Run> allRuns() const
    {
        std::vector<Run> runs;
        for (size_t i = 0; i < m_line.letters.size(); ++i) {
            if (!isFigure(letter(i)))
                continue;
            const bool goesOn = !runs.empty() && [&] {
                for (qsizetype at = m_line.letters[runs.back().last].at + 1; at < m_line.letters[i].at; ++at)
                    if (!isSign(m_line.text[at]))
                        return false;
                return true;
            }();
            if (goesOn)
                runs.back().last = i;
            else
                runs.push_back({i, i});
        }
        return runs;
    }

    // Up to the letter behind the run that is no sign.
    int rightEnd(const Run &run) const
    {
        for (size_t i = run.last + 1; i < m_line.letters.size(); ++i)
            if (!isSign(letter(i)))
                return m_line.letters[i].left;
        return m_line.area.right();
    }

    void putRight(const Run &run, QString &result) const
    {
        constexpr int margin = 6;
        const int left = m_line.letters[run.first].left - 2;
        const Area area{left, std::max(0, m_line.area.top - margin), rightEnd(run) - left, m_line.area.height + 2 * margin};
        const std::optional<Ink> ink = inkOf(m_letters, area);
        if (!ink)
            return;
        for (size_t i = run.last + 1; i-- > run.first;) {
            const LetterPlace &here = m_line.letters[i];
            const bool isLast = i == run.last;
            if (!isFigure(letter(i)))
                continue;
            if (letter(i) == u'1' && i > run.first && !isLast && isColon(here, left, *ink))
                result[here.at] = u':';
            else
                putBehind(here, (isLast ? rightEnd(run) : nextFigure(i).left) - left, isLast, left, *ink, result);
        }
    }

    const LetterPlace &nextFigure(size_t index) const
    {
        size_t next = index + 1;
        while (!isFigure(letter(next)))
            ++next;
        return m_line.letters[next];
    }

    // The sign behind a figure: what the ink shows in its place.
    void putBehind(const LetterPlace &figure, int next, bool isLast, int left, const Ink &ink, QString &result) const
    {
        // The boxes of letters are rough at the right; a zero may have a dot inside.
        const int middle = (figure.left + figure.right) / 2 - left + ink.height / 5;
        qsizetype end = figure.at + 1;
        while (end < result.size() && isSign(result[end]))
            ++end;
        const QString written = m_line.text.mid(figure.at + 1, end - figure.at - 1);
        const int nearest = isLast ? std::min(next, middle + ink.height) : next; // what follows farther off is no sign
        const std::vector<Area> pieces = between(ink.small, middle, nearest);
        const std::optional<QChar> sign = signOf(pieces, ink);
        const auto isMark = [](QChar one) { return one != u' '; };
        const bool hasMark = std::any_of(written.begin(), written.end(), isMark);
        const bool isPlain = sign && std::min(pieces[0].width, pieces[0].height) >= 0.13 * ink.height;
        if (!sign || (!hasMark && (isLast || !isPlain || *sign == u','))) // dust, or a stroke of what stands behind
            return;
        const bool hasSpace = written.endsWith(u' ') && !isLast && *sign == u'.';
        result.replace(figure.at + 1, end - figure.at - 1,
                       QString(*sign) + (hasSpace ? u" "_s : isLast && written.endsWith(u' ') ? u" "_s : QString()));
    }

    // A colon is taken for a one: its place holds two dots and no stroke.
    static bool isColon(const LetterPlace &one, int left, const Ink &ink)
    {
        const int from = one.left - 2 - left;
        const int to = one.right + 2 - left;
        return between(ink.figures, from, to).empty()
            && signOf(between(ink.small, from, to), ink) == std::optional<QChar>(u':');
    }

    const Reading &m_line;
    PIX *m_letters;
};

// Behind a figure these syllables are no unit of anything: they are what the model makes of the percent sign.
QString withPercent(QString text)
{
    static const QString lookAlikes = u"웅응옹용"_s;
    if (text.size() >= 2 && lookAlikes.contains(text.back()) && isFigure(text[text.size() - 2]))
        text[text.size() - 1] = u'%';
    return text;
}

// Strokes that stand between figures, in whatever way they were read.
QString withPlainDashes(QString text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        const auto isStroke = [](QChar one) { return one == u'-' || one == u'ㅡ' || one == u'–' || one == u'—'; };
        qsizetype end = i;
        while (end < text.size() && isStroke(text[end]))
            ++end;
        if (end > i && end < text.size() && isFigure(text[i - 1]) && isFigure(text[end]))
            text.replace(i, end - i, u'-');
    }
    return text;
}

} // namespace

void putSignsRight(Reading &line, PIX *letters)
{
    if (std::none_of(line.text.cbegin(), line.text.cend(), isFigure))
        return;
    const QString right = withPercent(withPlainDashes(line.letters.empty() ? line.text : Numbers(line, letters).text()));
    if (right == line.text)
        return;
    line.text = right;
    line.letters.clear();
    for (WordPlace &word : line.words)
        word.at = std::min(word.at, line.text.size());
}

} // namespace naru::ocr
