// What a page puts on paper, as values: tables and lines, without a font or a place, so that they are laid out and drawn
// away from the window.
#pragma once

#include "core/result.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <variant>

class QTextDocument;

namespace naru::ui {

struct PrintedColumn {
    QString head;
    int width = 0; // of the screen at 100 %; 0: takes what is left
    bool isNumber = false; // set to the right
};

struct PrintedTable {
    QString heading;
    QList<PrintedColumn> columns;
    QList<QStringList> rows;
    QString emptyWords; // where there are no rows
};

struct PrintedLine {
    QString text;
    bool isHeading = false;
};

using PrintedText = QList<PrintedLine>;

struct Printout {
    QString title;
    QString subtitle;
    QList<std::variant<PrintedTable, PrintedText>> parts;
};

// One of the things on a page that can be printed; it is gathered when it is chosen.
struct PrintChoice {
    QString name;
    std::function<Printout()> make;
};

// The lines of a rich text; those that begin bold are headings.
PrintedText printedText(const QTextDocument &document);

} // namespace naru::ui
