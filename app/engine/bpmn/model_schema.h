// What the XML schema of BPMN 2.0.2 says of each type: its attributes, what may stand in it and in which order, and
// what its references must name. Read by the writer (order), by check, and by derives().
#pragma once

#include "engine/bpmn/model_kind.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace naru::bpmn {

// How the value of an attribute, or the text of an element without children, is written.
enum class ValueType : quint8 { String, Boolean, Integer, Int, Double, AnyUri, Id, IdRef, QName, Choice, ChoiceOrUri };

struct ValueRule {
    ValueType type = ValueType::String;
    QStringList choices; // of Choice and ChoiceOrUri
    Kind target = Kind::Foreign; // what a reference must name; Foreign: nothing is said, or it lies outside the model
    bool refersToElement() const { return target != Kind::Foreign; }
};

struct AttributeRule {
    QString name;
    ValueRule value;
    bool isRequired = false;
};

struct Particle {
    static constexpr int unbounded = -1;

    Kind kind = Kind::Foreign;
    Kind type = Kind::Foreign; // Foreign: no element content but a text of `value`
    ValueRule value;
    int least = 1;
    int most = 1;
    int branch = 0; // 0: in each; others: only one branch of the type may be taken
};

struct TypeRule {
    Kind kind = Kind::Foreign;
    Kind base = Kind::Foreign; // Foreign: none
    bool isAbstract = false;
    bool isMixed = false; // text is content
    bool isOpen = false; // any element may stand in it
    bool takesForeignElements = false;
    bool takesForeignAttributes = false;
    bool standsForItself = true; // may be written where its base is expected
    QList<AttributeRule> attributes; // with those of its bases
    QList<Particle> particles; // the same, in order

    const AttributeRule *attribute(QStringView name) const;
    // The place of the children of this kind in the sequence, -1 if they have none.
    int placeOf(Kind child) const;
};

// The type that an element of this kind has where the standard refers to it globally; null for mere references
// (incoming, sourceRef …) and for Foreign.
const TypeRule *typeOf(Kind kind);
// The type with this name in the schema, "tUserTask" or "dc:Point"; null if there is none.
const TypeRule *typeNamed(QStringView namespaceUri, QStringView name);
// Which element this is, by name and namespace. Foreign if the standard has none.
Kind kindOf(QStringView namespaceUri, QStringView localName);
QStringView namespaceOf(Kind kind);

} // namespace naru::bpmn
