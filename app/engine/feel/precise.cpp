#include "engine/feel/precise.h"

#include "core/decimal_context.h"
#include "engine/feel/fixed_point.h"

#include <algorithm>

namespace naru::feel {

namespace {

__extension__ using Wide = unsigned __int128;

// z + z³/3 + z⁵/5 + …, with alternating signs for the arc tangent. REQUIRES: |z| < 0.6.
FixedPoint oddSeries(const FixedPoint &z, bool alternating)
{
    const FixedPoint square = z * z;
    FixedPoint term = z;
    FixedPoint sum = z;
    for (quint32 n = 3; !term.isZero(); n += 2) {
        term = alternating ? -(term * square) : term * square;
        sum += term.dividedBy(n);
    }
    return sum;
}

const FixedPoint &naturalOf10()
{
    // ln 10 = 3 ln 2 + ln 1.25, and ln x = 2 artanh((x − 1)/(x + 1)).
    static const FixedPoint value =
        oddSeries(FixedPoint::ratio(1, 3), false).times(6) + oddSeries(FixedPoint::ratio(1, 9), false).times(2);
    return value;
}

const FixedPoint &circle()
{
    // Machin: π = 16 arctan(1/5) − 4 arctan(1/239).
    static const FixedPoint value =
        oddSeries(FixedPoint::ratio(1, 5), true).times(16) - oddSeries(FixedPoint::ratio(1, 239), true).times(4);
    return value;
}

struct Coefficient {
    Wide digits = 0;
    Wide unit = 1; // 10^k so that digits/unit lies in [0.316, 3.16)
    int exponent = 0; // x = digits/unit × 10^exponent
};

Coefficient coefficientOf(const Decimal &x)
{
    const QString text = x.toScientificString();
    const qsizetype mark = text.indexOf(u'E');
    QString digits = mark < 0 ? text : text.left(mark);
    const qsizetype point = digits.indexOf(u'.');
    Coefficient out;
    out.exponent = (mark < 0 ? 0 : QStringView(text).mid(mark + 1).toInt())
        - (point < 0 ? 0 : static_cast<int>(digits.size() - point - 1));
    for (const QChar c : digits.remove(u'.'))
        out.digits = out.digits * 10 + static_cast<unsigned>(c.digitValue());
    while (out.digits / out.unit >= 10 || out.digits * 10 / out.unit >= 32) {
        out.unit *= 10;
        ++out.exponent;
    }
    return out;
}

// REQUIRES: x > 0, finite.
FixedPoint naturalLogarithm(const Decimal &x)
{
    const Coefficient c = coefficientOf(x);
    const bool below = c.digits < c.unit;
    const Wide distance = below ? c.unit - c.digits : c.digits - c.unit;
    const FixedPoint series = oddSeries(FixedPoint::ratio(distance, c.digits + c.unit), false).times(2);
    const FixedPoint tens = naturalOf10().times(static_cast<quint32>(std::abs(c.exponent)));
    return (below ? -series : series) + (c.exponent < 0 ? -tens : tens);
}

// e^x. REQUIRES: |x| < 20,000.
Decimal raised(const FixedPoint &x)
{
    // x = k ln 10 + r, so that e^x = e^r × 10^k.
    const qint64 k = (x / naturalOf10()).whole();
    const FixedPoint tens = naturalOf10().times(static_cast<quint32>(k));
    const FixedPoint rest = x - (x.isNegative() ? -tens : tens);
    const FixedPoint small = rest.dividedBy(256);
    FixedPoint term(1);
    FixedPoint sum(1);
    for (quint32 n = 1; !term.isZero(); ++n) {
        term = (term * small).dividedBy(n);
        sum += term;
    }
    for (int i = 0; i < 8; ++i)
        sum = sum * sum;
    return sum.toDecimal(static_cast<int>(x.isNegative() ? -k : k));
}

bool isWhole(const Decimal &x)
{
    return x == x.rounded(0, Decimal::Rounding::Down);
}

// By squaring, as long as every step is exact.
std::optional<Decimal> exactPower(const Decimal &base, qint64 exponent)
{
    DecimalContext context;
    Decimal result(1);
    Decimal square = base;
    for (qint64 rest = exponent; rest > 0; rest >>= 1) {
        if (rest & 1)
            result = context.multiply(result, square);
        if (rest > 1)
            square = context.multiply(square, square);
        if (context.conditions())
            return {};
    }
    return result;
}

Decimal beyond()
{
    return Decimal::notANumber();
}

} // namespace

Decimal tidied(const Decimal &x)
{
    const Decimal shortest = x.normalized();
    const Decimal whole = shortest.rounded(0, Decimal::Rounding::HalfEven);
    return !whole.isNaN() && whole == shortest ? whole : shortest;
}

Decimal exponential(const Decimal &x)
{
    if (x.isNaN() || x > Decimal(14'150))
        return beyond();
    if (x < Decimal(-14'300))
        return Decimal(0);
    return tidied(raised(FixedPoint::from(x)));
}

Decimal logarithm(const Decimal &x)
{
    if (x.isNaN() || x.isInfinite() || x.isZero() || x.isNegative())
        return beyond();
    return tidied(naturalLogarithm(x).toDecimal(0));
}

Decimal power(const Decimal &base, const Decimal &exponent)
{
    static const Decimal most(999'999'999);
    if (base.isNaN() || exponent.isNaN() || exponent.abs() > most)
        return beyond();
    if (exponent.isZero())
        return Decimal(1);
    if (base.isZero())
        return exponent.isNegative() ? beyond() : Decimal(0);
    const bool whole = isWhole(exponent);
    if (base.isNegative() && !whole)
        return beyond();
    const qint64 count = whole ? *exponent.rounded(0, Decimal::Rounding::Down).toWhole() : 0;
    if (count > 0)
        if (const std::optional<Decimal> exact = exactPower(base, count))
            return *exact;
    const FixedPoint product = naturalLogarithm(base.abs()) * FixedPoint::from(exponent);
    if (product.whole() > 14'300)
        return product.isNegative() ? Decimal(0) : beyond();
    const Decimal magnitude = tidied(raised(product));
    return base.isNegative() && count % 2 != 0 ? -magnitude : magnitude;
}

Decimal pi()
{
    return circle().toDecimal(0);
}

Decimal cosine(const Decimal &x)
{
    return sine(pi() * *Decimal::fromString(u"0.5") - x.abs());
}

Decimal sine(const Decimal &x)
{
    static const Decimal most = *Decimal::fromString(u"1E+30");
    if (x.isNaN() || x.abs() > most)
        return beyond();
    const FixedPoint angle = FixedPoint::from(x.abs());
    const FixedPoint turns = angle / circle().times(2);
    FixedPoint rest = angle;
    rest -= FixedPoint::from(turns.toDecimal(0).rounded(0, Decimal::Rounding::Down)) * circle().times(2);
    const FixedPoint square = rest * rest;
    FixedPoint term = rest;
    FixedPoint sum = rest;
    for (quint32 n = 2; !term.isZero(); n += 2) {
        term = -(term * square).dividedBy(n * (n + 1));
        sum += term;
    }
    const Decimal result = sum.toDecimal(0);
    return tidied(x.isNegative() ? -result : result);
}

Decimal arcTangent(const Decimal &x)
{
    // Halved until the series is short: arctan x = 2 arctan(x / (1 + √(1 + x²))).
    Decimal small = x;
    int doublings = 0;
    for (; small.abs() > *Decimal::fromString(u"0.25"); ++doublings)
        small = small / (Decimal(1) + (Decimal(1) + small * small).sqrt());
    Decimal result = oddSeries(FixedPoint::from(small), true).toDecimal(0);
    for (; doublings > 0; --doublings)
        result = result + result;
    return tidied(result);
}

} // namespace naru::feel
