// Letters from pixels: Tesseract with its Korean model. One for each thread.
#pragma once

#include "pixels.h"

#include "core/result.h"

#include <memory>
#include <vector>

namespace tesseract {
class TessBaseAPI;
}

namespace naru::ocr {

// Where a word begins: in pixels, and in the text.
struct WordPlace {
    int left = 0;
    qsizetype at = 0;
};

// Where a letter stands: in pixels, and in the text.
struct LetterPlace {
    int left = 0;
    int right = 0;
    qsizetype at = 0;
};

// What one line says. The area is in pixels of the picture that was given.
struct Reading {
    QString text;
    double confidence = 0; // 0–100
    Area area;
    std::vector<WordPlace> words;
    std::vector<LetterPlace> letters; // of the text as it was recognised; empty once it was changed

    void move(int across, int down);
};

class Recogniser {
public:
    // Unavailable ("ocr.model") where the Korean model is not installed.
    static Result<std::unique_ptr<Recogniser>> create();
    ~Recogniser();

    // The picture of one line, of any depth, with a margin.
    Reading line(PIX *picture);
    // The picture of one letter.
    Reading letter(PIX *picture);
    // The picture of a block of text.
    std::vector<Reading> block(PIX *picture);

private:
    Recogniser();
    Reading whole(PIX *picture);
    std::unique_ptr<tesseract::TessBaseAPI> m_engine;
};

} // namespace naru::ocr
