// How the cells of a written spreadsheet look: one automatic style for each look that occurs.
#pragma once

#include "core/document.h"

#include <QMap>

class QXmlStreamWriter;

namespace naru::opendocument {

// How a number is shown.
struct NumberLook {
    enum class Kind { General, Grouped, Padded, Percentage, Currency, Day, Moment, TimeOfDay };
    Kind kind = Kind::General;
    int digits = 0; // after the point, of Padded: in all
    QString currency;

    friend bool operator<(const NumberLook &a, const NumberLook &b)
    {
        return std::tie(a.kind, a.digits, a.currency) < std::tie(b.kind, b.digits, b.currency);
    }
};

// What the value and the shown text of a cell ask for.
NumberLook numberLook(const Cell &cell);

class OdsStyles {
public:
    enum class Box { Plain, Title, Header, Cell };

    // The name of the style of such a cell.
    QString cellStyle(Box box, const NumberLook &look = {});
    QString columnStyle(int width); // in half-width characters
    void write(QXmlStreamWriter &xml) const;

private:
    void writeNumber(QXmlStreamWriter &xml, const NumberLook &look, const QString &name) const;
    void writeCell(QXmlStreamWriter &xml, Box box, const QString &name, const QString &number) const;

    QMap<std::pair<int, NumberLook>, QString> m_cells;
    QMap<int, QString> m_columns;
};

} // namespace naru::opendocument
