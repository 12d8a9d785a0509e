// Turns typed records into changes, and keeps what earlier changes of the same plan have made of them.
#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <QHash>

namespace naru::office {

class ChangeBuilder {
public:
    // Where the next changes come from.
    void setContext(int line, QDate effective)
    {
        m_line = line;
        m_effective = effective;
    }

    template <typename T>
    void create(const T &record, const QString &reason)
    {
        Change change{m_line, refOf(record), Verb::Create, {}, m_effective, reason};
        for (const FieldOf<T> &one : T::fields()) {
            const QJsonValue after = one.read(record);
            if (!after.isNull())
                change.fields.append({one.field.name, QJsonValue(), after});
        }
        m_changes.append(change);
    }

    // Nothing where the records are equal.
    template <typename T>
    void update(const T &before, const T &after, const QString &reason)
    {
        Change change{m_line, refOf(before), Verb::Update, {}, m_effective, reason};
        for (const FieldOf<T> &one : T::fields())
            if (one.read(before) != one.read(after))
                change.fields.append({one.field.name, one.read(before), one.read(after)});
        if (!change.fields.isEmpty())
            m_changes.append(change);
    }

    template <typename T>
    void remove(const T &record, const QString &reason)
    {
        Change change{m_line, refOf(record), Verb::Remove, {}, m_effective, reason};
        for (const FieldOf<T> &one : T::fields()) {
            const QJsonValue before = one.read(record);
            if (!before.isNull())
                change.fields.append({one.field.name, before, QJsonValue()});
        }
        m_changes.append(change);
    }

    const QList<Change> &changes() const { return m_changes; }

private:
    QList<Change> m_changes;
    int m_line = 0;
    QDate m_effective;
};

} // namespace naru::office
