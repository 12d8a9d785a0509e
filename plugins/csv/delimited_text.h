// Records of delimited text (RFC 4180, and what programs make of it).
#pragma once

#include <QStringList>
#include <QStringView>

namespace naru {

// Goes through the records one by one. Quotes are doubled inside quotes; line ends inside them become "\n"; a record is
// never shorter than one field.
class DelimitedText {
public:
    // REQUIRES: the text outlives the object.
    DelimitedText(QStringView text, QChar separator);

    // Reads the next record; false at the end or where a quote is never closed.
    bool next(QStringList &fields);
    // 1-based, of the record that was read, as the rows of a spreadsheet are counted.
    int row() const { return m_row; }
    // The text ended inside quotes.
    bool isUnclosed() const { return m_unclosed; }

private:
    bool readField(QString &field);
    bool readQuoted(QString &field);

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_row = 0;
    bool m_unclosed = false;
};

struct Separation {
    QChar separator = u',';
    int columns = 1; // of most records
    double agreement = 0; // the share of the records that have as many
    int records = 0; // looked at
};

// The separator that divides most records alike: comma, tab, or semicolon, or what "sep=;" in the first line says.
Separation sniffSeparator(QStringView text);
// Whether the text starts with a line "sep=;", which is for the program and no record.
bool hasSeparatorLine(QStringView text);

} // namespace naru
