// IEEE 754 decimal128 (34 digits, half-even) on Intel's libbid. The only number, beside whole won, on a path to money.
// Never mix it with GCC's own decimal types in one program: both bring symbols of the same names.
#pragma once

#include "core/result.h"

#include <QString>

#include <array>
#include <cstdint>

namespace naru {

class Decimal {
public:
    enum class Rounding { HalfEven, Down, Up, HalfAwayFromZero, HalfDown, Floor, Ceiling };

    Decimal(); // 0
    Decimal(qint64 value);
    static Decimal notANumber();

    // Exact: Invalid for malformed text and for what 34 significant digits cannot hold. Accepts "-12.50", "1E+3", and
    // what toString writes for NaN and the infinities; no blanks, no separators.
    static Result<Decimal> fromString(QStringView text);
    // As fromString, but rounds half-even to 34 digits instead of refusing.
    static Result<Decimal> fromStringRounded(QStringView text);
    // Plain notation where the exponent is ≤ 0 and ≥ -40, else as toScientificString. Keeps the quantum: 1.10 stays
    // "1.10". "NaN", "Infinity", "-Infinity".
    QString toString() const;
    // IBM's to-scientific-string: an exponent as soon as there is one above 0, or more than five zeros behind the
    // point.
    QString toScientificString() const;

    friend Decimal operator+(const Decimal &a, const Decimal &b);
    friend Decimal operator-(const Decimal &a, const Decimal &b);
    friend Decimal operator*(const Decimal &a, const Decimal &b);
    friend Decimal operator/(const Decimal &a, const Decimal &b); // NaN or Infinity by zero, as the standard says
    Decimal operator-() const; // never -0
    // By value: 1.0 == 1.00. NaN equals nothing, and is neither less nor greater.
    friend bool operator==(const Decimal &a, const Decimal &b);
    friend bool operator<(const Decimal &a, const Decimal &b);
    friend bool operator<=(const Decimal &a, const Decimal &b);
    friend bool operator>(const Decimal &a, const Decimal &b) { return b < a; }
    friend bool operator>=(const Decimal &a, const Decimal &b) { return b <= a; }

    // The value with exactly `places` digits after the point (negative: before it). NaN where 34 digits do not suffice.
    Decimal rounded(int places, Rounding rounding) const;
    Decimal quantized(const Decimal &pattern, Rounding rounding) const;
    Decimal abs() const;
    Decimal sqrt() const;
    Decimal remainder(const Decimal &divisor) const; // truncating, the sign of the dividend
    Decimal normalized() const; // trailing zeros removed
    bool isNaN() const;
    bool isInfinite() const;
    bool isZero() const;
    bool isNegative() const; // the sign: true for -0 too
    // The whole number, or Invalid if it is not one or does not fit.
    Result<qint64> toWhole() const;

    // The words of the BID encoding, the low one first, for the tests and for hashing.
    const std::array<std::uint64_t, 2> &bits() const { return m_bits; }
    static Decimal fromBits(const std::array<std::uint64_t, 2> &bits);

private:
    std::array<std::uint64_t, 2> m_bits;
};

} // namespace naru
