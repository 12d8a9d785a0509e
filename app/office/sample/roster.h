// Who sits where in the sample office on the day before an order: what those who draw up orders look into.
#pragma once

#include "office/sample/sample_office.h"

#include <QSet>

namespace naru::office::sample {

struct Seat {
    Person person;
    QString unit;
    const Unit *place = nullptr; // the unit itself
    QString division;
    QString post;
    QString grade;
    QString series;
    QString employment;
    bool isHead = false;
    bool isUnique = true; // nobody else bears the name
    bool isReserved = false; // moved by the earlier order, or one of the mayor's
    Assignment side; // the other assignment that is open: 휴직, 파견, 겸임, 직무대리 …; no id where there is none
    QString before; // the unit before the reorganisation or the earlier order, where it differs
    QString earlierLine; // the line of the earlier order that moved the person
};

struct Roster {
    const SampleOffice *office = nullptr; // must outlive the roster
    QList<Seat> seats;
    QHash<QString, QList<int>> byName;
    QSet<QString> names; // everyone's, those who left too

    explicit Roster(const SampleOffice &from);
    const Structure &structure() const { return office->structure; }
};

} // namespace naru::office::sample
