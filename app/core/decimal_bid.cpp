#include "core/decimal_bid.h"

#include <QByteArray>

#include <algorithm>

namespace naru::bid {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr int smallestExponent = -6176; // of the last digit
constexpr int largestExponent = 6111;
constexpr std::uint64_t coefficientBits = 0x0001FFFFFFFFFFFFULL;

QByteArray digitsOf(Wide number)
{
    QByteArray digits;
    for (; number; number /= 10)
        digits.prepend(static_cast<char>('0' + static_cast<int>(number % 10)));
    return digits.isEmpty() ? QByteArray("0") : digits;
}

} // namespace

Parts partsOf(const Decimal &value)
{
    const std::uint64_t high = value.bits()[1];
    const std::uint64_t low = value.bits()[0];
    Parts parts;
    parts.negative = high >> 63;
    parts.infinite = (high & 0x7C00000000000000ULL) == 0x7800000000000000ULL;
    parts.signalingNaN = (high & 0x7E00000000000000ULL) == 0x7E00000000000000ULL;
    parts.quietNaN = !parts.signalingNaN && (high & 0x7C00000000000000ULL) == 0x7C00000000000000ULL;
    const bool isNaN = parts.quietNaN || parts.signalingNaN;
    Wide most = 1;
    for (int i = 0; i < (isNaN ? 33 : 34); ++i)
        most *= 10;
    // The second form of the encoding holds coefficients beyond 34 digits only.
    const bool secondForm = !isNaN && (high & 0x6000000000000000ULL) == 0x6000000000000000ULL;
    const Wide number = Wide(high & (isNaN ? 0x00003FFFFFFFFFFFULL : coefficientBits)) << 64 | low;
    parts.digits = digitsOf(secondForm || number >= most ? 0 : number);
    parts.exponent = static_cast<int>((high >> (secondForm ? 47 : 49)) & 0x3FFF) + smallestExponent;
    return parts;
}

BID_UINT128 assembled(bool negative, const QByteArray &digits, qint64 exponent, unsigned mode, unsigned &conditions)
{
    QByteArray coefficient = digits.isEmpty() ? QByteArray("0") : digits;
    // Beyond any effect but that something is there: a sticky digit keeps libbid's buffers and its rounding right.
    constexpr qsizetype enough = 80;
    if (coefficient.size() > enough) {
        const QByteArray rest = coefficient.mid(enough);
        exponent += rest.size() - 1;
        coefficient.truncate(enough);
        coefficient += std::any_of(rest.begin(), rest.end(), [](char c) { return c != '0'; }) ? '1' : '0';
    }
    // A zero beyond the exponents is clamped, not rounded: libbid would raise Underflow.
    const bool zero = coefficient == "0";
    const qint64 bounded = zero ? std::clamp<qint64>(exponent, smallestExponent, largestExponent)
                                : std::clamp<qint64>(exponent, -20000, 20000);
    QByteArray text = (negative ? "-" : "+") + coefficient + 'E' + QByteArray::number(bounded);
    return bid128_from_string(text.data(), mode, &conditions);
}

} // namespace naru::bid
