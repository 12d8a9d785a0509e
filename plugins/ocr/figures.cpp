#include "figures.h"

#include "figure_texts.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

namespace naru::ocr {

namespace {

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
        dropDoubled(m_line.letters[run.first].at, *ink, result);
    }

    // How many figures stand between the signs of the ink; nothing where they touch.
    static std::vector<int> groupsOf(const Ink &ink)
    {
        constexpr double widest = 0.85; // of the height
        std::vector<Area> figures = ink.figures;
        std::sort(figures.begin(), figures.end(), [](const Area &a, const Area &b) { return a.left < b.left; });
        std::vector<int> groups{0};
        int before = 0;
        for (const Area &figure : figures) {
            if (figure.width > widest * ink.height || (before > 0 && figure.left < before))
                return {};
            const std::vector<Area> pieces = between(ink.small, before, figure.left);
            if (before > 0 && std::any_of(pieces.begin(), pieces.end(), [&ink](const Area &one) { return signOf({one}, ink); }))
                groups.push_back(0);
            ++groups.back();
            before = figure.right();
        }
        return groups;
    }

    // The model reads a figure before a sign twice: one of the two goes where the ink has one less.
    static void dropDoubled(qsizetype first, const Ink &ink, QString &result)
    {
        std::vector<std::pair<qsizetype, int>> written; // where a group begins, and how many figures it has
        for (qsizetype at = first; at < result.size() && (isFigure(result[at]) || isSign(result[at])); ++at) {
            if (!isFigure(result[at]))
                continue;
            if (at == first || !isFigure(result[at - 1]))
                written.emplace_back(at, 0);
            ++written.back().second;
        }
        const std::vector<int> groups = groupsOf(ink);
        if (groups.size() != written.size())
            return;
        for (size_t i = groups.size(); i-- > 0;) {
            const auto [at, count] = written[i];
            if (count == 2 && groups[i] == 1 && result[at] == result[at + 1])
                result.remove(at, 1);
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
        const bool isLost = !isLast && isPlain && (*sign != u',' || endsThousands(end, result));
        if (!sign || (!hasMark && !isLost)) // dust, or a stroke of what stands behind
            return;
        const bool hasSpace = written.endsWith(u' ') && !isLast && *sign == u'.';
        result.replace(figure.at + 1, end - figure.at - 1,
                       QString(*sign) + (hasSpace ? u" "_s : isLast && written.endsWith(u' ') ? u" "_s : QString()));
    }

    // Whether three figures stand here, and no fourth: where an amount has a comma.
    static bool endsThousands(qsizetype at, const QString &text)
    {
        qsizetype end = at;
        while (end < text.size() && isFigure(text[end]))
            ++end;
        return end - at == 3;
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

// A wave is higher than its stroke; a dash is not.
bool isWave(PIX *piece, int figureHeight)
{
    constexpr double bent = 1.6;
    const int width = pixGetWidth(piece);
    const int height = pixGetHeight(piece);
    int ink = 0;
    pixCountPixels(piece, &ink, nullptr);
    return width >= 0.4 * figureHeight && height <= 0.4 * figureHeight && double(height) * width >= bent * ink;
}

// The mark between two days, which the model hardly knows: a wave where the ink is one.
void putWaveRight(Reading &line, PIX *letters)
{
    static const QRegularExpression period(u"[0-9]\\.? *([^0-9 .~]{1,2}|~[^0-9 .~]) *(?=[0-9]{4} *\\.)"_s);
    const QRegularExpressionMatch match = period.match(line.text);
    const auto placeAt = [&line](qsizetype at) {
        return std::find_if(line.letters.begin(), line.letters.end(), [at](const LetterPlace &one) { return one.at == at; });
    };
    if (!match.hasMatch())
        return;
    const auto before = placeAt(match.capturedStart(0));
    const auto after = placeAt(match.capturedEnd(0));
    if (before == line.letters.end() || after == line.letters.end())
        return;
    const Area between{before->right, line.area.top, after->left - before->right, line.area.height};
    const Pixels part = cut(letters, between);
    const Boxes boxes = part ? piecesOf(part.get()) : nullptr;
    for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i)
        if (isWave(cut(part.get(), areaOf(boxes.get(), i)).get(), line.area.height * 3 / 4)) {
            // The places of the letters behind it are those that they had.
            const qsizetype shift = match.capturedLength(1) - 1;
            line.text.replace(match.capturedStart(1), match.capturedLength(1), u'~');
            std::erase_if(line.letters, [&match](const LetterPlace &one) {
                return one.at > match.capturedStart(1) && one.at < match.capturedEnd(1);
            });
            for (LetterPlace &letter : line.letters)
                letter.at -= letter.at >= match.capturedEnd(1) ? shift : 0;
            for (WordPlace &word : line.words)
                word.at -= word.at >= match.capturedEnd(1) ? shift : 0;
            return;
        }
}

// The model takes a six or a nine that stands alone for a zero, and is sure of it: where is the hole?
QString loneFigure(PIX *letters, const Area &area)
{
    constexpr double wholeHole = 0.58; // of the height
    const Pixels part = cut(letters, area);
    const Boxes boxes = part ? piecesOf(part.get()) : nullptr;
    Area figure;
    for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i)
        if (const Area piece = areaOf(boxes.get(), i); piece.height > figure.height)
            figure = piece;
    const Pixels alone = cut(part.get(), figure);
    if (!alone)
        return u"0"_s;
    const Pixels framed(pixAddBorder(alone.get(), 1, 0));
    const Pixels holes(pixHolesByFilling(framed.get(), 4));
    BOX *box = nullptr;
    Area hole;
    if (pixClipToForeground(holes.get(), nullptr, &box) == 0 && box)
        boxGetGeometry(box, &hole.left, &hole.top, &hole.width, &hole.height);
    boxDestroy(&box);
    if (hole.isEmpty() || hole.height >= wholeHole * figure.height)
        return u"0"_s;
    const double middle = (hole.top - 1 + hole.height / 2.0) / figure.height;
    return middle > 0.58 ? u"6"_s : middle < 0.42 ? u"9"_s : u"0"_s;
}

void change(Reading &line, const QString &text)
{
    line.text = text;
    line.letters.clear();
    for (WordPlace &word : line.words)
        word.at = std::min(word.at, line.text.size());
}

} // namespace

void putSignsRight(Reading &line, PIX *letters)
{
    if (std::none_of(line.text.cbegin(), line.text.cend(), isFigure))
        return;
    if (line.text == u"0"_s)
        line.text = loneFigure(letters, line.area);
    putWaveRight(line, letters);
    const QString signs = line.letters.empty() ? line.text : Numbers(line, letters).text();
    if (const QString right = withPlainFigures(signs); right != line.text)
        change(line, right);
}

} // namespace naru::ocr
