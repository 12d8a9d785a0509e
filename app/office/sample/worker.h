// One person of the sample city while it is being made.
#pragma once

#include "office/records.h"

namespace naru::office::sample {

struct Worker {
    Person person;
    bool isFemale = false;
    int birthYear = 1980;
    int rank = 9;
    QString grade;
    QString series;
    QString unit; // where the person sits now
    QString post;
    bool isHead = false;
    bool isAway = false; // 휴직, 파견, 직위해제 …
    bool hasLeft = false;
    QList<Assignment> assignments;

    // Ends the present 본직 and begins one in the other unit.
    void moveTo(const QString &to, const QString &as, QDate from);
    void assign(const QString &nature, const QString &where, const QString &as, QDate from, QDate expected = {},
                const QString &outside = {});
};

} // namespace naru::office::sample
