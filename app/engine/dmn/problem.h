// What is wrong, or doubtful, in a model: said at once and in full, before anything is evaluated.
#pragma once

#include <QList>
#include <QString>

namespace naru::dmn {

struct Problem {
    QString element; // its id, or the way to it
    QString rule; // "dmn.reference", "feel.syntax", … the same for ever
    QString text; // "expected … but …"
    bool isWarning = false; // the model can be used all the same
};

} // namespace naru::dmn
