// Documents whose pages are pictures: their pages are read one by one, side by side in several reader processes, so that
// a page that cannot be read costs that page and no other.
#pragma once

#include "run/reader_process.h"

#include <functional>
#include <map>

namespace naru {

// Called with how many pages are read and how many there are, from any thread but never twice at the same time.
using PageProgress = std::function<void(int done, int of)>;

// What has been read of the pages so far; a page that cannot be read says why in its diagnostics.
using RecognisedPages = std::map<int, Document>;

// The pages that hold ink without words.
QList<Page> picturePages(const Document &document);

// How pages are read.
struct Recognising {
    ReaderLimits limits; // of each page
    int cores = 0; // of the machine that may be used; 0: all
    PageProgress progress;
};

// Reads the pages that are not yet in `done` and adds them. Cancelled when the stop is requested: what is done stays.
Status recognisePages(const QByteArray &bytes, const QList<Page> &pages, const Recognising &how, std::stop_token cancel,
                      RecognisedPages &done);

// The document with what its pictures say in their places. Pages not yet read are named in one diagnostic ("unread.rest").
Document withPages(Document document, const RecognisedPages &pages);

// Numbers in rising order as people write them: "1–3, 7".
QString rangesOf(const QList<int> &numbers);

} // namespace naru
