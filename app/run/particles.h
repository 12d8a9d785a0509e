// The particles of a Korean sentence that a value was put into.
#pragma once

#include <QString>

namespace naru::run {

// Chooses between the two forms by the sound before them: "‘대장’을(를)" -> "‘대장’을". What stands for both, as 을(를),
// 은(는), 이(가), 과(와), (으)로, (이)라, becomes one; brackets that are no particle stay.
QString withParticles(const QString &text);

} // namespace naru::run
