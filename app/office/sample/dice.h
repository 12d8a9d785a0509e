// The chance of the sample city: a small generator (SplitMix64) that gives the same numbers on every machine for a
// seed.
#pragma once

#include <QList>

#include <utility>

namespace naru::office::sample {

class Dice {
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    // 0 … bound-1. REQUIRES: bound > 0.
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    // Both ends included.
    int between(int first, int last) { return first + below(last - first + 1); }
    bool chance(int permille) { return below(1000) < permille; }

    // REQUIRES: the list is not empty.
    template <typename T> const T &pick(const QList<T> &list) { return list.at(below(static_cast<int>(list.size()))); }

    template <typename T> void shuffle(QList<T> &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            std::swap(list[i], list[below(static_cast<int>(i) + 1)]);
    }

private:
    quint64 m_state;
};

} // namespace naru::office::sample
