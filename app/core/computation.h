// The plugin interface for what a city computes: a pure function with its law and its periods of validity. The clock is an
// argument; nothing is read from anywhere.
#pragma once

#include "core/result.h"

#include <QDate>
#include <QJsonObject>
#include <QtPlugin>

namespace naru {

class Computation {
public:
    virtual ~Computation() = default;

    virtual QString id() const = 0; // "late-payment"
    // Where it is written: "지방세징수법 30조", for the evidence.
    virtual QString source() const = 0;

    // The result as of a day, by the rates and rules that hold on it. Whole won are whole numbers, other exact values
    // {"$feel": "12.50"}; never a binary fraction. Invalid names what is missing or wrong, and where no rule holds.
    virtual Result<QJsonObject> compute(const QJsonObject &input, QDate day) const = 0;
};

} // namespace naru

Q_DECLARE_INTERFACE(naru::Computation, "kr.naru.Computation/1")
