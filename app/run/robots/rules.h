// Deciding by the rules of a robot: what they are given beside their inputs, and when.
#pragma once

#include "run/robots/robot.h"

#include <QDateTime>

namespace naru::run {

// The moment in Seoul.
feel::DateTime feelTime(const QDateTime &moment);

// A rule that has "공휴일" among its inputs is given the dates of all public holidays that the calendar knows, Sundays
// without a name left out. REQUIRES: the model has the decision.
dmn::Outcome decideBy(const dmn::DecisionModel &model, const QString &decision, const feel::Context &inputs, const QDateTime &now);

} // namespace naru::run
