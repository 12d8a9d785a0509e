// The transcendental functions on Decimal, rounded half-even to 34 digits from more than 60 right ones: libbid's own
// are off by some units of the last digit. NaN where there is no real result or it is beyond the exponents.
#pragma once

#include "core/decimal.h"

namespace naru::feel {

Decimal exponential(const Decimal &x);
Decimal logarithm(const Decimal &x); // natural
// 0 ** 0 is 1. A negative base has whole exponents only; exponents to ±999,999,999. Exact where 34 digits hold the
// result.
Decimal power(const Decimal &base, const Decimal &exponent);
Decimal sine(const Decimal &x);
Decimal cosine(const Decimal &x);
Decimal arcTangent(const Decimal &x);
Decimal pi();

// Without trailing zeros behind the point, and without a positive exponent as far as 34 digits allow.
Decimal tidied(const Decimal &x);

} // namespace naru::feel
