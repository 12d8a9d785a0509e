// Number formats of a workbook (ECMA-376 part 1, 18.8.30–31): whether a number is shown as a day, a time, or a number.
#pragma once

#include <QString>
#include <QStringView>

namespace naru {

struct NumberFormat {
    enum class Shown { Number, Day, TimeOfDay, Moment };
    Shown shown = Shown::Number;
    bool elapsed = false; // "[h]:mm" shows more than a day as more than 24 hours
    int digits = 0; // of a format of zeros alone: "0000" shows 12 as 0012
    QString code; // empty for "General"
};

// What a format code shows, by its first section.
NumberFormat numberFormat(const QString &code);
// The code of a built-in format as Korean Excel shows it, empty if there is none.
QString builtInFormat(int id);

} // namespace naru
