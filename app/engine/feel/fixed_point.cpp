#include "engine/feel/fixed_point.h"

#include <QByteArray>

namespace naru::feel {

namespace {

__extension__ using Wide = unsigned __int128;

// The coefficient and the exponent of the last digit of a finite number.
struct Parts {
    Wide coefficient = 0;
    int exponent = 0;
};

Parts partsOf(const Decimal &x)
{
    const QString text = x.abs().toScientificString();
    const qsizetype mark = text.indexOf(u'E');
    Parts parts;
    parts.exponent = mark < 0 ? 0 : QStringView(text).mid(mark + 1).toInt();
    bool isBehind = false;
    for (const QChar c : QStringView(text).left(mark < 0 ? text.size() : mark)) {
        if (c == u'.') {
            isBehind = true;
            continue;
        }
        parts.coefficient = parts.coefficient * 10 + static_cast<unsigned>(c.digitValue());
        parts.exponent -= isBehind ? 1 : 0;
    }
    return parts;
}

} // namespace

FixedPoint FixedPoint::from(const Decimal &x)
{
    const Parts parts = partsOf(x);
    FixedPoint out;
    for (int i = 0; i < 4; ++i)
        out.m_limbs[fraction + i] = static_cast<quint32>(parts.coefficient >> (32 * i));
    for (int i = 0; i < parts.exponent; ++i)
        out = out.times(10);
    // Beyond 160 digits nothing is left.
    for (int i = 0; i < std::min(-parts.exponent, 160); ++i)
        out = out.dividedBy(10);
    out.m_negative = x.isNegative() && !out.isZero();
    return out;
}

__extension__ FixedPoint FixedPoint::ratio(unsigned __int128 numerator, unsigned __int128 denominator)
{
    FixedPoint out;
    Wide rest = numerator;
    for (int bit = fraction * 32 - 1; bit >= 0; --bit) {
        rest <<= 1;
        if (rest >= denominator) {
            rest -= denominator;
            out.m_limbs[bit / 32] |= 1u << (bit % 32);
        }
    }
    return out;
}

bool FixedPoint::isZero() const
{
    for (const quint32 limb : m_limbs)
        if (limb)
            return false;
    return true;
}

qint64 FixedPoint::whole() const
{
    return static_cast<qint64>(m_limbs[fraction] | quint64(m_limbs[fraction + 1]) << 32);
}

Decimal FixedPoint::toDecimal(int exponent) const
{
    QByteArray digits = QByteArray::number(whole());
    FixedPoint rest = *this;
    rest.m_negative = false;
    // Leading zeros behind the point are no digits.
    int significant = digits == "0" ? 0 : static_cast<int>(digits.size());
    int places = 0;
    for (; significant < 70 && places < 115; ++places) {
        for (int i = fraction; i < count; ++i)
            rest.m_limbs[i] = 0;
        rest = rest.times(10);
        digits += static_cast<char>('0' + rest.m_limbs[fraction]);
        significant += significant || rest.m_limbs[fraction] ? 1 : 0;
    }
    const QString text =
        (m_negative ? u"-"_s : QString()) + QString::fromLatin1(digits) + u'E' + QString::number(exponent - places);
    return *Decimal::fromStringRounded(text);
}

FixedPoint FixedPoint::operator-() const
{
    FixedPoint out = *this;
    out.m_negative = !m_negative && !isZero();
    return out;
}

int FixedPoint::compareMagnitude(const FixedPoint &a, const FixedPoint &b)
{
    for (int i = count - 1; i >= 0; --i)
        if (a.m_limbs[i] != b.m_limbs[i])
            return a.m_limbs[i] < b.m_limbs[i] ? -1 : 1;
    return 0;
}

void FixedPoint::addMagnitude(const FixedPoint &other)
{
    quint64 carry = 0;
    for (int i = 0; i < count; ++i) {
        carry += quint64(m_limbs[i]) + other.m_limbs[i];
        m_limbs[i] = static_cast<quint32>(carry);
        carry >>= 32;
    }
}

void FixedPoint::subtractMagnitude(const FixedPoint &other)
{
    qint64 borrow = 0;
    for (int i = 0; i < count; ++i) {
        borrow += qint64(m_limbs[i]) - other.m_limbs[i];
        m_limbs[i] = static_cast<quint32>(borrow);
        borrow >>= 32;
    }
}

FixedPoint &FixedPoint::operator+=(const FixedPoint &other)
{
    if (m_negative == other.m_negative) {
        addMagnitude(other);
    } else if (compareMagnitude(*this, other) >= 0) {
        subtractMagnitude(other);
        m_negative = m_negative && !isZero();
    } else {
        FixedPoint result = other;
        result.subtractMagnitude(*this);
        *this = result;
    }
    return *this;
}

FixedPoint operator*(const FixedPoint &a, const FixedPoint &b)
{
    constexpr int count = FixedPoint::count;
    std::array<quint32, 2 * count> product{};
    for (int i = 0; i < count; ++i) {
        quint64 carry = 0;
        for (int j = 0; a.m_limbs[i] && j < count; ++j) {
            carry += quint64(a.m_limbs[i]) * b.m_limbs[j] + product[i + j];
            product[i + j] = static_cast<quint32>(carry);
            carry >>= 32;
        }
        if (a.m_limbs[i])
            product[i + count] = static_cast<quint32>(carry);
    }
    FixedPoint out;
    for (int i = 0; i < count; ++i)
        out.m_limbs[i] = product[i + FixedPoint::fraction];
    out.m_negative = a.m_negative != b.m_negative && !out.isZero();
    return out;
}

FixedPoint FixedPoint::times(quint32 factor) const
{
    FixedPoint out = *this;
    quint64 carry = 0;
    for (quint32 &limb : out.m_limbs) {
        carry += quint64(limb) * factor;
        limb = static_cast<quint32>(carry);
        carry >>= 32;
    }
    return out;
}

FixedPoint FixedPoint::dividedBy(quint32 divisor) const
{
    FixedPoint out = *this;
    quint64 rest = 0;
    for (int i = count - 1; i >= 0; --i) {
        rest = rest << 32 | m_limbs[i];
        out.m_limbs[i] = static_cast<quint32>(rest / divisor);
        rest %= divisor;
    }
    out.m_negative = m_negative && !out.isZero();
    return out;
}

// Bit by bit: seldom needed, and simple.
FixedPoint operator/(const FixedPoint &a, const FixedPoint &b)
{
    constexpr int bits = FixedPoint::count * 32;
    FixedPoint rest;
    FixedPoint quotient;
    FixedPoint divisor = b;
    divisor.m_negative = false;
    for (int bit = bits - 1; bit >= -FixedPoint::fraction * 32; --bit) {
        rest = rest.times(2);
        if (bit >= 0)
            rest.m_limbs[0] |= a.m_limbs[bit / 32] >> (bit % 32) & 1u;
        quotient = quotient.times(2);
        if (FixedPoint::compareMagnitude(rest, divisor) >= 0) {
            rest.subtractMagnitude(divisor);
            quotient.m_limbs[0] |= 1u;
        }
    }
    quotient.m_negative = a.m_negative != b.m_negative && !quotient.isZero();
    return quotient;
}

} // namespace naru::feel
