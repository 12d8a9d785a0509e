// What a careful reader must make of a line: the fields of the contract and whether the line leaves one meaning.
#pragma once

#include "office/sample/wording.h"

#include <QJsonObject>

namespace naru::office::sample {

// Which facts about the present the layout shows.
struct Shown {
    bool number = false;
    bool grade = true;
    bool shortGrade = false; // "6급"
    bool unit = true;
    bool team = false; // with the unit
    bool newcomersGradeAsNew = false; // the grade of a newcomer stands in the column of the new grade
};

struct Truth {
    QJsonObject line; // the contract's fields
    QString because; // why a person must decide; empty where nobody must
};

// `phrase` is what the line says, for what it states beside the columns.
Truth truthOf(const Move &move, const Roster &roster, const Shown &shown, const QString &phrase);

} // namespace naru::office::sample
