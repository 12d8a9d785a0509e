#include "recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>

namespace naru::ocr {

namespace {

constexpr int workingDpi = 300;

// The columns of a line of ink. The model sets spaces between any two letters of Hangul, and its boxes are rough: only
// the ink tells where a space is.
class InkColumns {
public:
    InkColumns(PIX *picture, const Area &line)
        : m_left(line.left)
        , m_height(line.height)
    {
        constexpr int dark = 190; // blurred strokes too, or the gaps between letters grow
        const Pixels part = cut(picture, line);
        const Pixels ink(part && pixGetDepth(part.get()) == 8 ? pixThresholdToBinary(part.get(), dark)
                                                               : part ? pixClone(part.get()) : nullptr);
        NUMA *columns = ink ? pixCountPixelsByColumn(ink.get()) : nullptr;
        for (int i = 0; i < numaGetCount(columns); ++i) {
            int count = 0;
            numaGetIValue(columns, i, &count);
            m_isInk.push_back(count > 0);
        }
        numaDestroy(&columns);
        m_space = usualGap() + 0.15 * m_height;
    }

    // Whether there is a space between two words that the model parts: more white than between most strokes.
    bool hasSpace(const Area &before, const Area &after) const
    {
        constexpr double reach = 0.5; // into the letters on both sides
        const int from = std::max(0, before.right() - m_left - int(reach * m_height));
        const int to = std::min(int(m_isInk.size()), after.left - m_left + int(reach * m_height));
        int longest = 0;
        int run = 0;
        for (int x = from; x < to; ++x) {
            run = m_isInk[size_t(x)] ? 0 : run + 1;
            longest = std::max(longest, run);
        }
        return longest >= m_space;
    }

private:
    // The median of the white between strokes, which more often than not is the white between letters.
    double usualGap() const
    {
        std::vector<int> gaps;
        int run = 0;
        bool begun = false;
        for (const bool ink : m_isInk) {
            if (ink && begun && run > 1)
                gaps.push_back(run);
            begun = begun || ink;
            run = ink ? 0 : run + 1;
        }
        if (gaps.empty())
            return 0.12 * m_height;
        const auto middle = gaps.begin() + std::ptrdiff_t(gaps.size() / 2);
        std::nth_element(gaps.begin(), middle, gaps.end());
        return std::min<double>(*middle, 0.2 * m_height);
    }

    int m_left;
    int m_height;
    double m_space = 0; // pixels of white that are one
    std::vector<bool> m_isInk;
};

// Words of one line as they come.
class LineBuilder {
    static constexpr double ofSigns = 0.01;

public:
    LineBuilder(PIX *picture, const Area &area)
        : m_line{{}, 0, area, {}, {}}
        , m_ink(picture, area)
    {
    }

    void add(const QString &word, double confidence, const Area &area)
    {
        if (!m_line.text.isEmpty() && m_ink.hasSpace(m_last, area))
            m_line.text += u' ';
        m_line.words.push_back({area.left, m_line.text.size()});
        m_line.text += word;
        // Signs say little, and the model is never sure of them: they count only where there is nothing else.
        const auto letters = std::count_if(word.cbegin(), word.cend(), [](QChar one) { return one.isLetterOrNumber(); });
        const double weight = letters > 0 ? double(letters) : ofSigns;
        m_weighted += confidence * weight;
        m_weight += weight;
        m_last = area;
    }

    // The letters of the word that was added last, as far as they have places of their own.
    void addLetter(const QString &letter, const Area &area)
    {
        const qsizetype at = m_line.letters.empty() ? 0 : m_line.letters.back().at + 1;
        const qsizetype found = m_line.text.indexOf(letter, std::max(at, m_line.words.back().at));
        if (letter.size() == 1 && found >= 0)
            m_line.letters.push_back({area.left, area.right(), found});
    }

    Reading built() const
    {
        Reading line = m_line;
        line.confidence = m_weight > 0 ? m_weighted / m_weight : 0;
        return line;
    }

private:
    Reading m_line;
    InkColumns m_ink;
    Area m_last;
    double m_weighted = 0;
    double m_weight = 0;
};

Area boxOf(const tesseract::ResultIterator &words, tesseract::PageIteratorLevel level)
{
    int left = 0, top = 0, right = 0, bottom = 0;
    words.BoundingBox(level, &left, &top, &right, &bottom);
    return {left, top, right - left, bottom - top};
}

QString textOf(const tesseract::ResultIterator &words, tesseract::PageIteratorLevel level)
{
    const std::unique_ptr<char[]> text(words.GetUTF8Text(level));
    return text ? QString::fromUtf8(text.get()).trimmed() : QString();
}

std::vector<Reading> linesOf(tesseract::TessBaseAPI &engine, PIX *picture)
{
    std::vector<LineBuilder> lines;
    const std::unique_ptr<tesseract::ResultIterator> words(engine.GetIterator());
    if (!words)
        return {};
    do {
        if (words->IsAtBeginningOf(tesseract::RIL_TEXTLINE))
            lines.emplace_back(picture, boxOf(*words, tesseract::RIL_TEXTLINE));
        const QString word = textOf(*words, tesseract::RIL_WORD);
        if (word.isEmpty() || lines.empty())
            continue;
        if (words->IsAtBeginningOf(tesseract::RIL_WORD))
            lines.back().add(word, double(words->Confidence(tesseract::RIL_WORD)), boxOf(*words, tesseract::RIL_WORD));
        lines.back().addLetter(textOf(*words, tesseract::RIL_SYMBOL), boxOf(*words, tesseract::RIL_SYMBOL));
    } while (words->Next(tesseract::RIL_SYMBOL));
    std::vector<Reading> readings;
    for (const LineBuilder &line : lines)
        readings.push_back(line.built());
    return readings;
}

} // namespace

void Reading::move(int across, int down)
{
    area.left += across;
    area.top += down;
    for (WordPlace &word : words)
        word.left += across;
    for (LetterPlace &letter : letters) {
        letter.left += across;
        letter.right += across;
    }
}

Recogniser::Recogniser()
    : m_engine(std::make_unique<tesseract::TessBaseAPI>())
{
}

Recogniser::~Recogniser()
{
    m_engine->End();
}

Result<std::unique_ptr<Recogniser>> Recogniser::create()
{
    setMsgSeverity(L_SEVERITY_NONE);
    std::unique_ptr<Recogniser> recogniser(new Recogniser);
    if (recogniser->m_engine->Init(nullptr, "kor", tesseract::OEM_LSTM_ONLY) != 0)
        return Error{Error::Kind::Unavailable, u"expected Tesseract's Korean model but it is not installed"_s,
                     u"ocr.model"_s};
    recogniser->m_engine->SetVariable("tessedit_do_invert", "0");
    return recogniser;
}

Reading Recogniser::line(PIX *picture)
{
    m_engine->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    return whole(picture);
}

Reading Recogniser::letter(PIX *picture)
{
    m_engine->SetPageSegMode(tesseract::PSM_SINGLE_CHAR);
    return whole(picture);
}

// All that stands in the picture, as one line.
Reading Recogniser::whole(PIX *picture)
{
    m_engine->SetImage(picture);
    m_engine->SetSourceResolution(workingDpi);
    Reading whole;
    if (m_engine->Recognize(nullptr) != 0)
        return whole;
    double weighted = 0;
    for (const Reading &part : linesOf(*m_engine, picture)) {
        if (!whole.text.isEmpty())
            whole.text += u' ';
        for (const WordPlace &word : part.words)
            whole.words.push_back({word.left, word.at + whole.text.size()});
        for (const LetterPlace &letter : part.letters)
            whole.letters.push_back({letter.left, letter.right, letter.at + whole.text.size()});
        whole.text += part.text;
        weighted += part.confidence * double(part.text.size());
    }
    whole.confidence = whole.text.isEmpty() ? 0 : std::min(100.0, weighted / double(whole.text.size()));
    m_engine->Clear();
    return whole;
}

std::vector<Reading> Recogniser::block(PIX *picture)
{
    m_engine->SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    m_engine->SetImage(picture);
    m_engine->SetSourceResolution(workingDpi);
    if (m_engine->Recognize(nullptr) != 0)
        return {};
    std::vector<Reading> lines = linesOf(*m_engine, picture);
    m_engine->Clear();
    return lines;
}

} // namespace naru::ocr
