// From the fields of a row, a form, or a line of text to order lines: one place for what a layout cannot change.
#pragma once

#include "office/order/reader.h"

#include <QMap>

namespace naru::office {

// What a layout gives: the texts by the column (or label) that they stand under.
using Fields = QMap<Column, QString>;

// What holds around the fields: the heading above, the date of the section or of the document.
struct Surroundings {
    QString kind; // of the heading
    QDate date; // of the section, or of the last labelled date; invalid where none was said so far
    bool isTwoSided = false; // the table tells the present unit from the new one
    bool isDoubtful = false; // the columns of the table could not be told with certainty
};

// "총무과(서무팀)", "총무과(팀장)", "행정국 총무과", "총무과 / 서무팀장" taken apart.
struct PlaceText {
    QString unit;
    QString team;
    QString post;
};
PlaceText readPlaceText(const QString &text);

// The lines of one record; several when the record names several people, or orders several things.
QList<ReadLine> linesOf(const Fields &fields, const Surroundings &around, const Provenance &place, const QString &text,
                        const Words &words);

} // namespace naru::office
