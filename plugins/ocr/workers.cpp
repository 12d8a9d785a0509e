#include "workers.h"

#include <atomic>
#include <thread>

namespace naru::ocr {

Result<Workers> Workers::create(int threads)
{
    Workers workers;
    for (int i = 0; i < std::max(1, threads); ++i) {
        Result<std::unique_ptr<Recogniser>> recogniser = Recogniser::create();
        if (recogniser)
            workers.m_recognisers.push_back(std::move(*recogniser));
        else if (i == 0)
            return recogniser.error();
    }
    return workers;
}

void Workers::each(size_t count, const std::function<void(size_t index, Recogniser &)> &work)
{
    std::atomic<size_t> next = 0;
    const auto loop = [&](Recogniser &recogniser) {
        for (size_t index = next++; index < count; index = next++)
            work(index, recogniser);
    };
    std::vector<std::thread> others;
    for (size_t i = 1; i < std::min(m_recognisers.size(), count); ++i)
        others.emplace_back(loop, std::ref(*m_recognisers[i]));
    loop(first());
    for (std::thread &other : others)
        other.join();
}

} // namespace naru::ocr
