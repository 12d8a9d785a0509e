// A run before it runs: the same steps with the planner for its port, in memory, up to its end or to the first person. The
// live run then does what the preview says.
#pragma once

#include "run/robots/clock.h"
#include "run/robots/live_run.h"
#include "run/robots/port.h"

namespace naru::run {

struct Preview {
    QList<PlannedEffect> effects; // in order
    enum class End { Done, Person, Waits, Incident };
    End end = End::Done;
    QString text; // the task that waits for a person, the incident

    // "sha256:…" over the effects: what is approved.
    QString digest() const;
};

// `answers` are what a person would fill in, by element of the task; a task without one ends the preview.
Result<Preview> preview(std::shared_ptr<const Robot> robot, const feel::Context &variables, const Connectors &connectors,
                        const Clock &clock, const QMap<QString, feel::Context> &answers = {});

} // namespace naru::run
