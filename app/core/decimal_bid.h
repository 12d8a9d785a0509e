// The only door to libbid, by value, with rounding and conditions as arguments (libbidgcc000): thread-safe.
#pragma once

#include "core/decimal.h"

#include <QByteArray>

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>

namespace naru::bid {

enum Mode : unsigned { HalfEven, Floor, Ceiling, Down, HalfAway };

inline BID_UINT128 of(const Decimal &value)
{
    return {{value.bits()[0], value.bits()[1]}};
}
inline Decimal from(const BID_UINT128 &value)
{
    return Decimal::fromBits({value.w[0], value.w[1]});
}

// What an encoding holds. A coefficient beyond 34 digits is not canonical and counts as 0.
struct Parts {
    bool negative = false;
    bool infinite = false;
    bool quietNaN = false;
    bool signalingNaN = false;
    int exponent = 0; // of a finite number
    QByteArray digits; // the coefficient, or the payload of a NaN; "0" for none
};
Parts partsOf(const Decimal &value);

// An encoding from checked text: sign, digits, and the exponent of the last digit. Rounded.
BID_UINT128 assembled(bool negative, const QByteArray &digits, qint64 exponent, unsigned mode, unsigned &conditions);

// What the operation gives in a rounding. libbid has no mode for Up: that is away from zero where Down is inexact.
template <typename Operation> BID_UINT128 rounded(Decimal::Rounding rounding, unsigned &conditions, Operation operation)
{
    switch (rounding) {
    case Decimal::Rounding::Down:
        return operation(Down, &conditions);
    case Decimal::Rounding::Floor:
        return operation(Floor, &conditions);
    case Decimal::Rounding::Ceiling:
        return operation(Ceiling, &conditions);
    case Decimal::Rounding::HalfAwayFromZero:
        return operation(HalfAway, &conditions);
    case Decimal::Rounding::Up: {
        unsigned raised = 0;
        const BID_UINT128 down = operation(Down, &raised);
        if (raised & 0x20)
            return operation(bid128_isSigned(down) ? Floor : Ceiling, &conditions);
        conditions |= raised;
        return down;
    }
    case Decimal::Rounding::HalfDown:
    case Decimal::Rounding::HalfEven:
        break;
    }
    return operation(HalfEven, &conditions);
}

} // namespace naru::bid
