// The rows of an import by the names of their columns, and the errors that are found in them.
#pragma once

#include "core/document.h"

#include <QHash>

namespace naru::office {

class ImportRows {
public:
    // The head is the first row. Invalid ("import.head") where a required column is missing or a head is unknown twice.
    static Result<ImportRows> from(const Document &document, const QString &file, const QStringList &required,
                                   const QStringList &optional);

    qsizetype size() const { return m_rows.size(); }
    QString text(qsizetype row, const QString &column) const;
    // A required text; notes an error where it is empty.
    QString required(qsizetype row, const QString &column);
    // A date as YYYY-MM-DD or as Korean documents write it; invalid for an empty cell. Notes what cannot be read.
    QDate day(qsizetype row, const QString &column, bool isRequired = false);
    QString choice(qsizetype row, const QString &column, const QStringList &choices);

    // Row numbers are those of the sheet: the head is row 1.
    void fail(qsizetype row, const QString &column, const QString &expected);
    bool hasFailed() const { return m_failures > 0; }
    Error error() const;

private:
    struct Line {
        int number = 0;
        QHash<QString, QString> values;
    };
    QString m_file;
    QList<Line> m_rows;
    QStringList m_errors; // the first twenty
    int m_failures = 0;
};

} // namespace naru::office
