// The seven layouts of a personnel order as documents.
#pragma once

#include "office/sample/sample_orders.h"
#include "office/sample/truth.h"

namespace naru::office::sample {

struct Drawn {
    Document document;
    Document paged;
    QList<Truth> truths; // by line, in reading order
};

// REQUIRES: the roster was made of the office.
Drawn drawOrder(const Roster &roster, Layout layout, OrderSize size, const QString &number, QList<Move> moves,
                Dice &dice);

} // namespace naru::office::sample
