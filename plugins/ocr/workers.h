// Recognisers side by side: each thread has its own, for a Recogniser serves one at a time.
#pragma once

#include "recogniser.h"

#include <functional>

namespace naru::ocr {

class Workers {
public:
    // Unavailable where the first recogniser is; where only the others fail, there are fewer.
    static Result<Workers> create(int threads);

    Recogniser &first() { return *m_recognisers.front(); }
    // Calls work(0) … work(count − 1), each once, in any order and at the same time.
    void each(size_t count, const std::function<void(size_t index, Recogniser &)> &work);

private:
    Workers() = default;
    std::vector<std::unique_ptr<Recogniser>> m_recognisers;
};

} // namespace naru::ocr
