// What a scan's reader misread and closed lists put right: grades, kinds, posts, the words of phrases and of heads, days.
// Units and people are put right against the directory (matching). Evidence keeps what was read.
#pragma once

#include "office/order/columns.h"

#include <QMap>

namespace naru::office {

// Grades of the law's series (지방공무원 임용령 별표 1), sorted.
QStringList knownGrades();

class Proofreader {
public:
    // REQUIRES: the words outlive the proofreader.
    explicit Proofreader(const Words &words);

    // What stands in a cell of this column.
    QString cell(const QString &read, Column column) const;
    // A line of running text, with its labels.
    QString line(const QString &read) const;
    // The rows of heads in the table, where some of their words are known.
    Table heads(const Table &read) const;

    // Whether what stands in the cell is something that the column can hold.
    bool isUnderstood(const QString &text, Column column) const;

private:
    QString grade(const QString &read) const;
    QString grades(const QString &read) const;
    QString words(const QString &read) const;
    QString word(const QString &read) const;
    QString withWholeGrades(QString text) const;
    QString withArrow(const QString &text) const;

    const Words &m_words;
};

// "2026.,8.3" -> "2026. 8. 3.", "2026. 7. 29.~.2027. 1: 28," -> "2026. 7. 29. ~ 2027. 1. 28."
QString withPlainDates(QString text);

} // namespace naru::office
