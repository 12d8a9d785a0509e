// The item definitions of a model as FEEL types (DMN 1.5 §7.3.3), with those of the models that it imports.
#pragma once

#include "engine/dmn/model.h"
#include "engine/dmn/problem.h"
#include "engine/feel/type.h"

#include <QMap>

namespace naru::dmn {

class TypeTable {
public:
    struct Imported {
        QString name; // of the import; empty: its types are used by their own names
        const TypeTable *table;
    };

    // REQUIRES: the tables of the imported models are complete; they are not needed afterwards.
    TypeTable(const Model &model, const QList<Imported> &imported);

    // Any where the reference is empty or names nothing.
    feel::Type type(const QString &typeRef) const;
    bool knows(const QString &typeRef) const;
    // The tests of the allowed values of a type, as written; empty where it has none.
    QString allowedValues(const QString &typeRef) const;
    // By the names that expressions use.
    const QMap<QString, feel::Type> &types() const { return m_types; }
    const QList<Problem> &problems() const { return m_problems; }

private:
    struct Building;
    std::optional<QString> find(const QString &typeRef) const;
    feel::Type build(const ItemDefinition &item, Building &building);
    feel::Type base(const ItemDefinition &item, Building &building);
    feel::Type referred(const QString &typeRef, const QString &place, Building &building);
    feel::Type constrained(const feel::Type &type, const std::optional<Text> &tests);
    void report(const QString &place, const QString &rule, const QString &text);

    QMap<QString, feel::Type> m_types;
    QMap<QString, QString> m_allowed;
    QList<Problem> m_problems;
};

// Whether a text in this language is FEEL; an empty name is the default.
bool isFeel(const QString &language);

} // namespace naru::dmn
