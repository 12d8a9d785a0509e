// Which unit a text means on a day: by name, path, old name through the reorganisation, team, or seat ("총무과장").
#pragma once

#include "office/directory.h"

namespace naru::office {

struct ResolvedUnit {
    const Unit *unit = nullptr; // set only where exactly one unit is meant
    QString post; // that the text names: "총무과장" -> 과장
    QString problem; // "" | "unit.missing" | "unit.unknown" | "unit.ambiguous" | "unit.split" | "unit.abolished" | "team.unknown"
    QList<const Unit *> candidates; // where a problem is: what it may mean, nearest first
};

// The seat that a unit is called after: 정보화담당관 -> 담당관; empty for others.
QString ownSeat(const QString &unitName);

class UnitResolver {
public:
    explicit UnitResolver(const Directory &directory);

    // The unit valid on the day that the text means, with an optional team below it. `isPost`: the text names a seat.
    ResolvedUnit resolve(const QString &text, const QString &team, QDate day, bool isPost = false) const;

    // Spells a text that means no unit, as a scan's reader gives it, like the one unit that it must mean. Leaves it where
    // it means a unit already, or could mean several, and says so with false.
    bool putRight(QString &text, QString &team, QDate day) const;

    // Every unit, of any day, that the text can mean, with the heirs of the day; for comparing a stated unit.
    QList<const Unit *> meanings(const QString &text, const QString &team, QDate day) const;

private:
    struct Reading {
        QList<const Unit *> units; // of any day, that the last words name, within the words before them
        QString post;
        QString unknownTeam; // "총무과 인사팀장" where 총무과 has no such team
    };
    Reading read(const QString &text) const;
    bool readSeat(const QString &word, const QStringList &segments, Reading &reading) const;
    static void readUnknownTeam(const QString &word, Reading &reading);
    QList<const Unit *> named(const QStringList &segments) const;
    QList<const Unit *> within(const QList<const Unit *> &found, const QList<const Unit *> &above,
                               const QString &name) const;
    bool liesIn(const Unit &unit, const QList<const Unit *> &above) const;
    QList<const Unit *> onDay(const QList<const Unit *> &units, QDate day, bool &isOldName) const;
    bool takeTeam(const QString &team, QDate day, QList<const Unit *> &units, ResolvedUnit &result) const;
    void preferCentral(QList<const Unit *> &units) const;
    bool splitToNames(const QString &text, QStringList &segments) const;
    QList<const Unit *> nearNames(const QString &text, QDate day) const;

    const Directory &m_directory;
};

} // namespace naru::office
