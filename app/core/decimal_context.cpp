#include "core/decimal_context.h"

#include "core/decimal_bid.h"

namespace naru {

namespace {

constexpr int largestExponent = 6111; // of the last digit
constexpr unsigned noMode = bid::HalfEven;

bool isNaN(const Decimal &a)
{
    return a.isNaN();
}

// 10^34: the first whole number that 34 digits cannot write with exponent 0.
const Decimal &beyondDigits()
{
    static const Decimal value = *Decimal::fromString(u"1E+34");
    return value;
}

} // namespace

DecimalContext::DecimalContext(Decimal::Rounding rounding)
    : m_rounding(rounding)
{
}

template <typename Operation> Decimal DecimalContext::rounded(Operation operation)
{
    return bid::from(bid::rounded(m_rounding, m_conditions, operation));
}

// The NaN that an operation on a NaN gives: quiet, with the payload of the first one; signaling ones go before.
Decimal DecimalContext::nan(const Decimal &a, const Decimal &b)
{
    const bool second = !isNaN(a) || (!bid128_isSignaling(bid::of(a)) && bid128_isSignaling(bid::of(b)));
    const BID_UINT128 source = bid::of(second ? b : a);
    return bid::from(bid128_add(source, source, noMode, &m_conditions));
}

Decimal DecimalContext::invalid()
{
    m_conditions |= Invalid;
    return Decimal::notANumber();
}

Decimal DecimalContext::add(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    return rounded([&](unsigned mode, unsigned *raised) { return bid128_add(bid::of(a), bid::of(b), mode, raised); });
}

Decimal DecimalContext::subtract(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    return rounded([&](unsigned mode, unsigned *raised) { return bid128_sub(bid::of(a), bid::of(b), mode, raised); });
}

Decimal DecimalContext::multiply(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    return rounded([&](unsigned mode, unsigned *raised) { return bid128_mul(bid::of(a), bid::of(b), mode, raised); });
}

Decimal DecimalContext::divide(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    return rounded([&](unsigned mode, unsigned *raised) { return bid128_div(bid::of(a), bid::of(b), mode, raised); });
}

Decimal DecimalContext::fma(const Decimal &a, const Decimal &b, const Decimal &c)
{
    if (isNaN(a) || isNaN(b) || isNaN(c)) {
        const bool signaling = bid128_isSignaling(bid::of(a)) || bid128_isSignaling(bid::of(b));
        return isNaN(a) || isNaN(b) ? (signaling || !bid128_isSignaling(bid::of(c)) ? nan(a, b) : nan(c, c))
                                    : nan(c, c);
    }
    return rounded(
        [&](unsigned mode, unsigned *raised) { return bid128_fma(bid::of(a), bid::of(b), bid::of(c), mode, raised); });
}

Decimal DecimalContext::squareRoot(const Decimal &a)
{
    return rounded([&](unsigned mode, unsigned *raised) { return bid128_sqrt(bid::of(a), mode, raised); });
}

// Whether the whole part of a ÷ b, rounded by the mode, has at most 34 digits.
bool DecimalContext::dividesWhole(const Decimal &a, const Decimal &b, unsigned mode)
{
    unsigned ignored = 0;
    const BID_UINT128 quotient = bid128_div(bid::of(copyAbs(a)), bid::of(copyAbs(b)), mode, &ignored);
    return bid::from(quotient) < beyondDigits();
}

Decimal DecimalContext::divideInteger(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    unsigned raised = 0;
    const BID_UINT128 quotient = bid128_div(bid::of(a), bid::of(b), bid::Down, &raised);
    m_conditions |= raised & (Invalid | DivisionByZero);
    if (bid128_isNaN(quotient) || (bid128_isInf(quotient) && (a.isInfinite() || b.isZero())))
        return bid::from(quotient);
    if (!(copyAbs(bid::from(quotient)) < beyondDigits()))
        return invalid();
    // Rounding towards zero keeps all digits before the point, and the exponent of a whole part is 0.
    unsigned ignored = 0;
    return bid::from(bid128_quantize(quotient, bid::of(Decimal(1)), bid::Down, &ignored));
}

Decimal DecimalContext::remainder(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    const bool finite = !a.isInfinite() && !b.isInfinite() && !b.isZero();
    if (finite && !dividesWhole(a, b, bid::Down))
        return invalid();
    return bid::from(bid128_fmod(bid::of(a), bid::of(b), &m_conditions));
}

Decimal DecimalContext::remainderNear(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    const bool finite = !a.isInfinite() && !b.isInfinite() && !b.isZero();
    if (finite && !dividesWhole(a, b, bid::HalfEven))
        return invalid();
    return bid::from(bid128_rem(bid::of(a), bid::of(b), &m_conditions));
}

Decimal DecimalContext::quantize(const Decimal &a, const Decimal &pattern)
{
    if (isNaN(a) || isNaN(pattern))
        return nan(a, pattern);
    const auto quantized = [&](unsigned mode, unsigned *raised) {
        return bid128_quantize(bid::of(a), bid::of(pattern), mode, raised);
    };
    if (m_rounding != Decimal::Rounding::HalfDown)
        return rounded(quantized);
    unsigned ignored = 0;
    const Decimal down = bid::from(quantized(bid::Down, &m_conditions));
    const Decimal away = bid::from(quantized(bid::HalfAway, &ignored));
    // Both differences are exact: they have no digit that a has not. A tie goes down, and so does all below it.
    return copyAbs(a - down) <= copyAbs(away - a) ? down : away;
}

Decimal DecimalContext::toIntegral(const Decimal &a)
{
    if (isNaN(a))
        return nan(a, a);
    const bid::Parts parts = bid::partsOf(a);
    return parts.infinite || parts.exponent >= 0 ? a : quantize(a, Decimal(1));
}

Decimal DecimalContext::reduce(const Decimal &a)
{
    if (isNaN(a))
        return nan(a, a);
    const bid::Parts parts = bid::partsOf(a);
    if (parts.infinite)
        return a;
    QByteArray digits = parts.digits;
    qint64 exponent = parts.exponent;
    while (digits.endsWith('0') && digits.size() > 1 && exponent < largestExponent) {
        digits.chop(1);
        ++exponent;
    }
    return bid::from(bid::assembled(parts.negative, digits, digits == "0" ? 0 : exponent, noMode, m_conditions));
}

Decimal DecimalContext::plus(const Decimal &a)
{
    if (isNaN(a))
        return nan(a, a);
    return a.isZero() ? copyAbs(a) : a;
}

Decimal DecimalContext::minus(const Decimal &a)
{
    if (isNaN(a))
        return nan(a, a);
    return a.isZero() ? copyAbs(a) : copyNegate(a);
}

Decimal DecimalContext::abs(const Decimal &a)
{
    return isNaN(a) ? nan(a, a) : copyAbs(a);
}

Decimal DecimalContext::compare(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    return a == b ? 0 : a < b ? -1 : 1;
}

Decimal DecimalContext::compareSignal(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        m_conditions |= Invalid;
    return compare(a, b);
}

namespace {

// -1, 0, or 1 by value, then by the total order.
int order(const Decimal &a, const Decimal &b)
{
    return a == b ? DecimalContext::compareTotal(a, b) : a < b ? -1 : 1;
}

int magnitudeOrder(const Decimal &a, const Decimal &b)
{
    const Decimal x = DecimalContext::copyAbs(a);
    const Decimal y = DecimalContext::copyAbs(b);
    return x == y ? order(a, b) : x < y ? -1 : 1;
}

bool quietLoses(const Decimal &a, const Decimal &b)
{
    return isNaN(a) && !isNaN(b) && !bid128_isSignaling(bid::of(a));
}

} // namespace

Decimal DecimalContext::max(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return quietLoses(a, b) ? b : quietLoses(b, a) ? a : nan(a, b);
    return order(a, b) < 0 ? b : a;
}

Decimal DecimalContext::min(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return quietLoses(a, b) ? b : quietLoses(b, a) ? a : nan(a, b);
    return order(a, b) > 0 ? b : a;
}

Decimal DecimalContext::maxMagnitude(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return max(a, b);
    return magnitudeOrder(a, b) < 0 ? b : a;
}

Decimal DecimalContext::minMagnitude(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return min(a, b);
    return magnitudeOrder(a, b) > 0 ? b : a;
}

Decimal DecimalContext::nextPlus(const Decimal &a)
{
    return isNaN(a) ? nan(a, a) : bid::from(bid128_nextup(bid::of(a), &m_conditions));
}

Decimal DecimalContext::nextMinus(const Decimal &a)
{
    return isNaN(a) ? nan(a, a) : bid::from(bid128_nextdown(bid::of(a), &m_conditions));
}

Decimal DecimalContext::nextToward(const Decimal &a, const Decimal &b)
{
    if (isNaN(a) || isNaN(b))
        return nan(a, b);
    return bid::from(bid128_nextafter(bid::of(a), bid::of(b), &m_conditions));
}

Decimal DecimalContext::logB(const Decimal &a)
{
    if (isNaN(a))
        return nan(a, a);
    if (a.isInfinite())
        return copyAbs(a);
    const bid::Parts parts = bid::partsOf(a);
    if (parts.digits != "0")
        return Decimal(parts.exponent + parts.digits.size() - 1);
    m_conditions |= DivisionByZero;
    return Decimal::fromBits({0, 0xF800000000000000ULL});
}

Decimal DecimalContext::scaleB(const Decimal &a, const Decimal &exponent)
{
    if (isNaN(a) || isNaN(exponent))
        return nan(a, exponent);
    constexpr qint64 most = 2 * (6144 + 34);
    const Result<qint64> by = exponent.toWhole();
    if (!by || bid::partsOf(exponent).exponent != 0 || *by > most || *by < -most)
        return invalid();
    return rounded([&](unsigned mode, unsigned *raised) {
        return bid128_scalbn(bid::of(a), static_cast<int>(*by), mode, raised);
    });
}

Decimal DecimalContext::copyAbs(const Decimal &a)
{
    return Decimal::fromBits({a.bits()[0], a.bits()[1] & ~(1ULL << 63)});
}

Decimal DecimalContext::copyNegate(const Decimal &a)
{
    return Decimal::fromBits({a.bits()[0], a.bits()[1] ^ (1ULL << 63)});
}

Decimal DecimalContext::copySign(const Decimal &a, const Decimal &sign)
{
    return a.isNegative() == sign.isNegative() ? a : copyNegate(a);
}

bool DecimalContext::sameQuantum(const Decimal &a, const Decimal &b)
{
    return bid128_sameQuantum(bid::of(a), bid::of(b));
}

int DecimalContext::compareTotal(const Decimal &a, const Decimal &b)
{
    const bool upTo = bid128_totalOrder(bid::of(a), bid::of(b));
    const bool from = bid128_totalOrder(bid::of(b), bid::of(a));
    return upTo && from ? 0 : upTo ? -1 : 1;
}

int DecimalContext::compareTotalMagnitude(const Decimal &a, const Decimal &b)
{
    return compareTotal(copyAbs(a), copyAbs(b));
}

} // namespace naru
