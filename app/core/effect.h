// Effect and outcome: what a run asks of the world, and what the world answers. An effect is a fact before it is a deed, and
// its key is its own for ever, so that no deed is done twice.
#pragma once

#include "core/plan.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace naru {

struct Effect {
    QString key; // "run/element/number"
    QString operation; // "office.planPersonnelOrder": connector, operation
    QJsonObject input; // whole numbers as numbers; other exact values as {"$feel": "12.50"}
};

struct Outcome {
    QJsonObject result; // likewise
    QList<Change> changes; // of records, where there are any: what it changes, or would
    QStringList touched; // in words: files, mails, rows of a platform
    QString error; // a code of the business that the process may catch ("plan.questions"); empty: done
};

// Two outcomes that a reviewer could not tell apart.
inline bool isSame(const Outcome &a, const Outcome &b)
{
    const auto changes = [](const Outcome &one) {
        QJsonArray out;
        for (const Change &change : one.changes)
            out.append(toJson(change));
        return out;
    };
    return a.result == b.result && a.touched == b.touched && a.error == b.error && changes(a) == changes(b);
}

} // namespace naru
