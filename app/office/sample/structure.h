// The units of the sample city on both sides of the reorganisation, built from the table of the city.
#pragma once

#include "office/records.h"
#include "office/sample/city_table.h"

#include <QHash>

namespace naru::office::sample {

enum class Size { Small, City };

struct Structure {
    QDate founded; // every unit of the old structure is valid from here
    QDate reorganised; // the first day of the new structure
    QList<Unit> units; // a unit stands after its parent
    QHash<QString, int> at; // id -> index into `units`
    QHash<QString, QString> series; // division or team -> what most of its people are
    QHash<QString, QString> heir; // ended unit -> the unit that its people went to; absent where it was abolished
    QStringList reshaped; // divisions that were split, merged, or new: their people have no team yet

    const Unit *unit(const QString &id) const;
    // The 과 of a team, else the unit itself.
    QString divisionOf(const QString &id) const;
    // The 기관 or 실국 above, else the unit itself.
    QString bureauOf(const QString &id) const;
    bool isAlive(const QString &id, QDate day) const;
};

Structure buildStructure(Size size);

// What the head of the unit is called: 과장, 담당관, 국장, 소장, 팀장 …
QString headTitle(const Unit &unit);
// The head with its unit, as orders say it: "총무과장", "정보화담당관", "농업기술센터소장".
QString headName(const Unit &unit);

} // namespace naru::office::sample
