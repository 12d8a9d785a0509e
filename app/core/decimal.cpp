#include "core/decimal.h"

#include "core/decimal_bid.h"
#include "core/decimal_context.h"

#include <algorithm>

namespace naru {

namespace {

// A number or a special value as text spells it.
struct Spelling {
    bool negative = false;
    QByteArray special; // "inf", "nan", "snan"; empty for a number
    QByteArray digits; // of the coefficient or the payload, without leading zeros; empty for zero
    qint64 exponent = 0; // of the last digit
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Reads digits with at most one point; false where there is no digit.
bool readCoefficient(QStringView &rest, Spelling &spelling)
{
    bool any = false;
    bool point = false;
    qsizetype at = 0;
    for (; at < rest.size(); ++at) {
        const QChar c = rest[at];
        if (c == u'.' && !point) {
            point = true;
        } else if (isDigit(c)) {
            any = true;
            if (c != u'0' || !spelling.digits.isEmpty())
                spelling.digits += c.toLatin1();
            spelling.exponent -= point ? 1 : 0;
        } else {
            break;
        }
    }
    rest = rest.mid(at);
    return any;
}

// Reads "E+3" to the end of the text. Exponents too large for any arithmetic saturate.
bool readExponent(QStringView rest, Spelling &spelling)
{
    if (rest.isEmpty())
        return true;
    if (rest[0].toLower() != u'e')
        return false;
    rest = rest.mid(1);
    const bool negative = rest.startsWith(u'-');
    if (negative || rest.startsWith(u'+'))
        rest = rest.mid(1);
    if (rest.isEmpty() || !std::all_of(rest.begin(), rest.end(), isDigit))
        return false;
    qint64 exponent = 0;
    for (const QChar c : rest)
        exponent = std::min<qint64>(exponent * 10 + c.digitValue(), 1'000'000'000'000);
    spelling.exponent += negative ? -exponent : exponent;
    return true;
}

bool readSpecial(QStringView rest, Spelling &spelling)
{
    const QString word = rest.toString().toLower();
    if (word == u"inf"_s || word == u"infinity"_s) {
        spelling.special = "inf";
        return true;
    }
    const qsizetype letters = word.startsWith(u"snan"_s) ? 4 : 3;
    if (!word.mid(letters - 3).startsWith(u"nan"_s))
        return false;
    const QString payload = word.mid(letters);
    if (!std::all_of(payload.begin(), payload.end(), isDigit))
        return false;
    spelling.special = letters == 4 ? "snan" : "nan";
    spelling.digits = payload.toLatin1();
    while (spelling.digits.startsWith('0'))
        spelling.digits.remove(0, 1);
    return spelling.digits.size() <= 33; // a payload has one digit less
}

std::optional<Spelling> spellingOf(QStringView text)
{
    Spelling spelling;
    spelling.negative = text.startsWith(u'-');
    if (spelling.negative || text.startsWith(u'+'))
        text = text.mid(1);
    if (readSpecial(text, spelling))
        return spelling;
    spelling = {spelling.negative, {}, {}, 0};
    if (!readCoefficient(text, spelling) || !readExponent(text, spelling))
        return {};
    return spelling;
}

Decimal special(const Spelling &spelling)
{
    const std::uint64_t sign = spelling.negative ? 1ULL << 63 : 0;
    if (spelling.special == "inf")
        return Decimal::fromBits({0, 0x7800000000000000ULL | sign});
    unsigned none = 0;
    const BID_UINT128 payload = bid::assembled(false, spelling.digits, 0, bid::HalfEven, none);
    // The low 110 bits hold the payload; the exponent of a whole coefficient is left out.
    const std::uint64_t high = payload.w[1] & 0x00003FFFFFFFFFFFULL;
    const std::uint64_t kind = spelling.special == "snan" ? 0x7E00000000000000ULL : 0x7C00000000000000ULL;
    return Decimal::fromBits({payload.w[0], high | kind | sign});
}

Error malformed(QStringView text)
{
    return {Error::Kind::Invalid, u"expected a decimal number but found '"_s + text.left(80).toString() + u'\'',
            u"decimal.malformed"_s};
}

} // namespace

Decimal::Decimal()
    : m_bits{0, 0x3040000000000000ULL}
{
}

Decimal::Decimal(qint64 value)
{
    const BID_UINT128 number = bid128_from_int64(value);
    m_bits = {number.w[0], number.w[1]};
}

Decimal Decimal::notANumber()
{
    return fromBits({0, 0x7C00000000000000ULL});
}

Decimal Decimal::fromBits(const std::array<std::uint64_t, 2> &bits)
{
    Decimal value;
    value.m_bits = bits;
    return value;
}

Result<Decimal> DecimalContext::parse(QStringView text)
{
    const std::optional<Spelling> spelling = spellingOf(text);
    if (!spelling)
        return malformed(text);
    if (!spelling->special.isEmpty())
        return special(*spelling);
    return bid::from(bid::rounded(m_rounding, m_conditions, [&](unsigned mode, unsigned *conditions) {
        return bid::assembled(spelling->negative, spelling->digits, spelling->exponent, mode, *conditions);
    }));
}

Result<Decimal> Decimal::fromString(QStringView text)
{
    DecimalContext context;
    const Result<Decimal> value = context.parse(text);
    if (value && context.conditions())
        return Error{Error::Kind::Invalid,
                     u"expected a decimal number of at most 34 digits but found '"_s + text.left(80).toString() + u'\'',
                     u"decimal.digits"_s};
    return value;
}

Result<Decimal> Decimal::fromStringRounded(QStringView text)
{
    return DecimalContext().parse(text);
}

QString Decimal::toString() const
{
    const bid::Parts parts = bid::partsOf(*this);
    if (parts.infinite || parts.quietNaN || parts.signalingNaN || parts.exponent > 0 || parts.exponent < -40)
        return toScientificString();
    QByteArray out = parts.digits;
    if (parts.exponent < 0) {
        out = out.rightJustified(1 - parts.exponent, '0');
        out.insert(out.size() + parts.exponent, '.');
    }
    return QString::fromLatin1((parts.negative ? "-" : "") + out);
}

QString Decimal::toScientificString() const
{
    const bid::Parts parts = bid::partsOf(*this);
    QByteArray out = parts.negative ? "-" : "";
    if (parts.infinite)
        return QString::fromLatin1(out + "Infinity");
    if (parts.quietNaN || parts.signalingNaN)
        return QString::fromLatin1(out + (parts.signalingNaN ? "sNaN" : "NaN")
                                   + (parts.digits == "0" ? QByteArray() : parts.digits));
    const qsizetype adjusted = parts.exponent + parts.digits.size() - 1;
    if (parts.exponent <= 0 && adjusted >= -6) {
        QByteArray digits = parts.digits.rightJustified(1 - parts.exponent, '0');
        if (parts.exponent < 0)
            digits.insert(digits.size() + parts.exponent, '.');
        return QString::fromLatin1(out + digits);
    }
    out += parts.digits.left(1);
    if (parts.digits.size() > 1)
        out += '.' + parts.digits.mid(1);
    return QString::fromLatin1(out + 'E' + (adjusted < 0 ? "" : "+") + QByteArray::number(adjusted));
}

Decimal operator+(const Decimal &a, const Decimal &b)
{
    return DecimalContext().add(a, b);
}

Decimal operator-(const Decimal &a, const Decimal &b)
{
    return DecimalContext().subtract(a, b);
}

Decimal operator*(const Decimal &a, const Decimal &b)
{
    return DecimalContext().multiply(a, b);
}

Decimal operator/(const Decimal &a, const Decimal &b)
{
    return DecimalContext().divide(a, b);
}

Decimal Decimal::operator-() const
{
    return DecimalContext().minus(*this);
}

bool operator==(const Decimal &a, const Decimal &b)
{
    unsigned conditions = 0;
    return bid128_quiet_equal(bid::of(a), bid::of(b), &conditions);
}

bool operator<(const Decimal &a, const Decimal &b)
{
    unsigned conditions = 0;
    return bid128_quiet_less(bid::of(a), bid::of(b), &conditions);
}

bool operator<=(const Decimal &a, const Decimal &b)
{
    unsigned conditions = 0;
    return bid128_quiet_less_equal(bid::of(a), bid::of(b), &conditions);
}

Decimal Decimal::rounded(int places, Rounding rounding) const
{
    unsigned conditions = 0;
    const BID_UINT128 pattern = bid::assembled(false, "1", -qint64(places), bid::HalfEven, conditions);
    return conditions ? notANumber() : quantized(bid::from(pattern), rounding);
}

Decimal Decimal::quantized(const Decimal &pattern, Rounding rounding) const
{
    return DecimalContext(rounding).quantize(*this, pattern);
}

Decimal Decimal::abs() const
{
    return DecimalContext().abs(*this);
}

Decimal Decimal::sqrt() const
{
    return DecimalContext().squareRoot(*this);
}

Decimal Decimal::remainder(const Decimal &divisor) const
{
    return DecimalContext().remainder(*this, divisor);
}

Decimal Decimal::normalized() const
{
    return DecimalContext().reduce(*this);
}

bool Decimal::isNaN() const
{
    return bid128_isNaN(bid::of(*this));
}

bool Decimal::isInfinite() const
{
    return bid128_isInf(bid::of(*this));
}

bool Decimal::isZero() const
{
    return bid128_isZero(bid::of(*this));
}

bool Decimal::isNegative() const
{
    return bid128_isSigned(bid::of(*this));
}

Result<qint64> Decimal::toWhole() const
{
    unsigned conditions = 0;
    const qint64 value = bid128_to_int64_xint(bid::of(*this), &conditions);
    if (conditions)
        return Error{Error::Kind::Invalid, u"expected a whole number of 64 bits but found "_s + toString(),
                     u"decimal.notWhole"_s};
    return value;
}

} // namespace naru
