// The operations of IBM's General Decimal Arithmetic and IEEE 754 by name, with a chosen rounding, and with the
// conditions that they raise. Decimal's operators are these, half-even, with the conditions forgotten.
#pragma once

#include "core/decimal.h"

namespace naru {

class DecimalContext {
public:
    // The bits are those of libbid.
    enum Condition : unsigned {
        Invalid = 0x01,
        DivisionByZero = 0x04,
        Overflow = 0x08,
        Underflow = 0x10,
        Inexact = 0x20
    };

    explicit DecimalContext(Decimal::Rounding rounding = Decimal::Rounding::HalfEven);
    // Whether libbid can round arithmetic this way: all but HalfDown, which only quantize and toIntegral offer.
    static bool roundsArithmetic(Decimal::Rounding rounding) { return rounding != Decimal::Rounding::HalfDown; }

    // Sticky: what any operation raised since the context was made.
    unsigned conditions() const { return m_conditions; }
    bool raised(Condition condition) const { return m_conditions & condition; }

    // Rounds to 34 digits; Invalid for malformed text. REQUIRES, as do the next five: roundsArithmetic(rounding).
    Result<Decimal> parse(QStringView text);
    Decimal add(const Decimal &a, const Decimal &b);
    Decimal subtract(const Decimal &a, const Decimal &b);
    Decimal multiply(const Decimal &a, const Decimal &b);
    Decimal divide(const Decimal &a, const Decimal &b);
    Decimal fma(const Decimal &a, const Decimal &b, const Decimal &c); // a × b + c, rounded once
    Decimal squareRoot(const Decimal &a);
    // The whole part of a ÷ b; Invalid where it has more than 34 digits. The remainders likewise.
    Decimal divideInteger(const Decimal &a, const Decimal &b);
    Decimal remainder(const Decimal &a, const Decimal &b);
    Decimal remainderNear(const Decimal &a, const Decimal &b);
    Decimal quantize(const Decimal &a, const Decimal &pattern);
    Decimal toIntegral(const Decimal &a); // raises Inexact
    Decimal reduce(const Decimal &a);

    Decimal plus(const Decimal &a);
    Decimal minus(const Decimal &a);
    Decimal abs(const Decimal &a);
    // -1, 0, 1, or NaN.
    Decimal compare(const Decimal &a, const Decimal &b);
    Decimal compareSignal(const Decimal &a, const Decimal &b); // any NaN is Invalid
    // A NaN loses against a number; of equal values the total order decides.
    Decimal max(const Decimal &a, const Decimal &b);
    Decimal maxMagnitude(const Decimal &a, const Decimal &b);
    Decimal min(const Decimal &a, const Decimal &b);
    Decimal minMagnitude(const Decimal &a, const Decimal &b);
    Decimal nextPlus(const Decimal &a);
    Decimal nextMinus(const Decimal &a);
    Decimal nextToward(const Decimal &a, const Decimal &b);
    Decimal logB(const Decimal &a); // the exponent of the first digit
    Decimal scaleB(const Decimal &a, const Decimal &exponent);

    // Quiet: no condition, whatever the operands.
    static Decimal copyAbs(const Decimal &a);
    static Decimal copyNegate(const Decimal &a);
    static Decimal copySign(const Decimal &a, const Decimal &sign);
    static bool sameQuantum(const Decimal &a, const Decimal &b);
    // -1, 0, or 1: orders every encoding, 1.00 before 1.0, NaN last.
    static int compareTotal(const Decimal &a, const Decimal &b);
    static int compareTotalMagnitude(const Decimal &a, const Decimal &b);

private:
    template <typename Operation> Decimal rounded(Operation operation);
    Decimal nan(const Decimal &a, const Decimal &b);
    Decimal invalid();
    bool dividesWhole(const Decimal &a, const Decimal &b, unsigned mode);

    Decimal::Rounding m_rounding;
    unsigned m_conditions = 0;
};

} // namespace naru
