// Invented Korean names: surnames as common as they are, given names of syllables that the birth cohort liked, and
// Hanja that fit the syllables. Names of well-known office holders are left out.
#pragma once

#include "office/sample/dice.h"

#include <QString>
#include <QStringList>

namespace naru::office::sample {

struct GivenName {
    QString surname;
    QString given;
    QString hanja; // of the whole name

    QString full() const { return surname + given; }
};

// With a surname, or one as chance has it.
GivenName makeName(Dice &dice, int birthYear, bool isFemale, const QString &surname = {});
// Other Hanja for the same name, where there are any.
QString makeHanja(Dice &dice, const QString &surname, const QString &given);
// Whether the name belongs to somebody that every reader knows.
bool isWellKnown(const QString &name);
// How long the surname is: two for 남궁, 황보 … when the name has more than two syllables.
int surnameLength(const QString &name);

} // namespace naru::office::sample
