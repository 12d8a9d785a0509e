// The order reader: from a Document, whatever its layout, to the lines of a personnel order. It resolves nothing: units
// and people stay texts, as written; matching.h does that against the directory of the day.
#pragma once

#include "core/document.h"
#include "office/order/columns.h"
#include "office/order/phrases.h"
#include "office/order/who.h"

namespace naru::office {

// A cell of a scan from which a line was read, as it was read.
struct ReadCell {
    Column column = Column::Unknown;
    QString text;
    Provenance place;
};

// One order line as it stands in the document.
struct ReadLine {
    Provenance place;
    QString text; // the cells joined with " | ", or the line of text; registration numbers masked
    QString kind; // empty where neither phrase, column, nor heading says it
    Who who;
    QString series; // of the present grade, where it has a column of its own
    Act act; // what the line orders; act.kind may differ from kind when a heading says more
    QString team; // of the present unit
    QString toTeam;
    QString toPost; // from a column
    QDate effective; // invalid: the document does not say
    QDate until;
    QString remark;
    // The least confidence of what no directory can confirm (days, periods, outside bodies); below 0 where nobody said.
    Confidence unconfirmed = -1;
    Confidence named = 1; // of the cell or the line that says the name
    bool unitMayBeTarget = false; // a table with one unit column and no phrase: kind decides whether it is the new one
    QStringList doubts; // codes: "name", "phrase", "date", "grade"
    QList<ReadCell> cells; // of a row of a scan
};

struct ReadOrder {
    QString number; // 제2026-15호
    QString title;
    QDate date; // 발령일자
    QList<ReadLine> lines;
};

// Reads all order lines in reading order. An order without lines is no error here.
ReadOrder readOrder(const Document &document, const Words &words);

} // namespace naru::office
