// The fictional city as text: its institutions, bureaus, divisions, and teams before the reorganisation, and what the
// reorganisation does to them. The structure is that of a Korean metropolitan city; the names are this city's own.
#pragma once

#include "core/result.h"

#include <QList>
#include <QStringList>

namespace naru::office::sample {

// One unit with the teams below it.
struct UnitLine {
    QString letter; // A 본청, B 직속, C 사업소, D 의회
    QString bureau; // name of the 실국 or 기관 above; empty for one that stands directly under the city
    QString name; // name of the 과; empty: the line is the 실국 or 기관 itself
    QString series; // what most of its people are: "시설"
    QStringList teams;
    bool isInSmall = false;
};

struct Reform {
    enum class Kind { RenameBureau, NewBureau, EndBureau, MoveDivision, Split, Merge, NewDivision, EndDivision };
    Kind kind = Kind::EndDivision;
    QStringList from; // names of what ends
    QString to; // name of what follows; of a new bureau
    QString bureau; // where the division that follows stands
    QStringList teams; // its teams: of a split or new division
};

QString cityName();
QList<UnitLine> unitLines();
QList<Reform> reforms();

} // namespace naru::office::sample
