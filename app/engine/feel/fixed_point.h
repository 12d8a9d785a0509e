// Signed numbers with 128 binary digits before the point and 384 behind it: 115 decimal places for the series of
// precise.cpp. Overflow before the point is the caller's to avoid.
#pragma once

#include "core/decimal.h"

#include <array>

namespace naru::feel {

class FixedPoint {
public:
    FixedPoint() = default;
    explicit FixedPoint(quint32 whole) { m_limbs[fraction] = whole; }
    // Truncated. REQUIRES: |x| < 10^38, and x is finite.
    static FixedPoint from(const Decimal &x);
    // numerator ÷ denominator, truncated. REQUIRES: both < 2^126, denominator > 0, numerator < denominator.
    __extension__ static FixedPoint ratio(unsigned __int128 numerator, unsigned __int128 denominator);

    bool isZero() const;
    bool isNegative() const { return m_negative; }
    qint64 whole() const; // of the magnitude, truncated
    // The sign, digits of the magnitude rounded half-even to 34 of them, times ten to that exponent.
    Decimal toDecimal(int exponent) const;

    FixedPoint operator-() const;
    FixedPoint &operator+=(const FixedPoint &other);
    FixedPoint &operator-=(const FixedPoint &other) { return *this += -other; }
    friend FixedPoint operator+(FixedPoint a, const FixedPoint &b) { return a += b; }
    friend FixedPoint operator-(FixedPoint a, const FixedPoint &b) { return a -= b; }
    friend FixedPoint operator*(const FixedPoint &a, const FixedPoint &b);
    FixedPoint times(quint32 factor) const;
    FixedPoint dividedBy(quint32 divisor) const;
    friend FixedPoint operator/(const FixedPoint &a, const FixedPoint &b); // REQUIRES: b ≠ 0

private:
    static constexpr int fraction = 12; // limbs of 32 bits behind the point
    static constexpr int count = 16;
    static int compareMagnitude(const FixedPoint &a, const FixedPoint &b);
    void addMagnitude(const FixedPoint &other);
    void subtractMagnitude(const FixedPoint &other); // REQUIRES: not greater

    std::array<quint32, count> m_limbs{}; // the lowest first
    bool m_negative = false;
};

} // namespace naru::feel
