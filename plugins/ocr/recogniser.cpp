#include "recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

namespace naru::ocr {

namespace {

constexpr int workingDpi = 300;

std::vector<Reading> linesOf(tesseract::TessBaseAPI &engine)
{
    std::vector<Reading> lines;
    const std::unique_ptr<tesseract::ResultIterator> words(engine.GetIterator());
    if (!words)
        return lines;
    double weighted = 0;
    qsizetype letters = 0;
    do {
        if (words->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) {
            int left = 0, top = 0, right = 0, bottom = 0;
            words->BoundingBox(tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom);
            lines.push_back({{}, 0, {left, top, right - left, bottom - top}});
            weighted = 0;
            letters = 0;
        }
        const std::unique_ptr<char[]> text(words->GetUTF8Text(tesseract::RIL_WORD));
        if (!text || lines.empty())
            continue;
        const QString word = QString::fromUtf8(text.get()).trimmed();
        Reading &line = lines.back();
        line.text += (line.text.isEmpty() ? QString() : u" "_s) + word;
        weighted += double(words->Confidence(tesseract::RIL_WORD)) * double(word.size());
        letters += word.size();
        line.confidence = letters > 0 ? weighted / double(letters) : 0;
    } while (words->Next(tesseract::RIL_WORD));
    return lines;
}

} // namespace

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
    m_engine->SetImage(picture);
    m_engine->SetSourceResolution(workingDpi);
    Reading whole;
    if (m_engine->Recognize(nullptr) != 0)
        return whole;
    double weighted = 0;
    for (const Reading &part : linesOf(*m_engine)) {
        whole.text += (whole.text.isEmpty() ? QString() : u" "_s) + part.text;
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
    std::vector<Reading> lines = linesOf(*m_engine);
    m_engine->Clear();
    return lines;
}

} // namespace naru::ocr
