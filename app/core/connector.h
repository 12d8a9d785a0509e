// The plugin interface for what lies outside an office's records: the city's platforms, folders, mail. A connector knows
// how to say beforehand what it would do, how to do it, and whether it has been done.
#pragma once

#include "core/effect.h"
#include "core/result.h"

#include <QtPlugin>

namespace naru {

// One thing that a connector can do.
struct Operation {
    QString name; // "planPersonnelOrder"
    // Asked twice with the same key, it is done once or can be done again without harm: after a crash it is simply asked
    // again. Where this is false, and find() cannot answer, a person must say whether it was done.
    bool isRepeatable = false;
    bool onlyReads = false; // changes nothing, so a preview does it too
};

class Connector {
public:
    virtual ~Connector() = default;

    virtual QString id() const = 0; // "office"
    virtual QList<Operation> operations() const = 0;

    // What perform() would answer and change; nothing is changed. Invalid where the input makes no sense, Unavailable
    // where the answer cannot be had now.
    virtual Result<Outcome> plan(const Effect &effect) = 0;
    // Does it. Unavailable: try again later; anything else that fails is for a person to look at.
    virtual Result<Outcome> perform(const Effect &effect) = 0;
    // The outcome of the deed with this key if it has been done, nothing if it has certainly not been. NotFound: nobody
    // can tell.
    virtual Result<std::optional<Outcome>> find(const Effect &effect) = 0;
};

} // namespace naru

Q_DECLARE_INTERFACE(naru::Connector, "kr.naru.Connector/1")
