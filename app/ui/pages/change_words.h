// A change in words: the record, the field, and what becomes of what, with names instead of codes.
#pragma once

#include "core/plan.h"

namespace naru::office {
class Directory;
}

namespace naru::ui {

struct FieldWords {
    QString label; // 소속
    QString before; // empty: nothing was there
    QString after;
};

struct ChangeWords {
    QString title; // "배치 20110234-3 새로 만듦"
    QList<FieldWords> fields;
};

// The word of the screen for a kind of record: "assignment" -> 배치.
QString kindLabel(const QString &kind);
QString fieldLabelOf(const QString &kind, const QString &field);
// A value as it is read: a day, the name of a unit or a person with its code, a text. `directory` may be null.
QString valueWords(const QString &kind, const QString &field, const QJsonValue &value, const office::Directory *directory);
ChangeWords wordsOf(const Change &change, const office::Directory *directory);

} // namespace naru::ui
