// A DMN model as written: what the elements of a file say, before anything is resolved, typed, or parsed as FEEL. Kept
// are the parts that decide (DMN 1.5 §6, §7, §8, §10); diagrams, authorities, and foreign extensions are passed over.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace naru::dmn {

// `place` says where something stands: the id of the element, or the way to it from the nearest element that has one
// ("_d1/decisionTable/rule[3]/inputEntry[1]").
struct InformationItem {
    QString place;
    QString name;
    QString typeRef;
};

// A text in FEEL, or in the language that it names.
struct Text {
    QString place;
    QString text;
    QString typeRef = {};
    QString language = {};
};

struct InputClause {
    QString place;
    QString label;
    Text expression;
    std::optional<Text> values; // allowed ones, as unary tests
};

struct OutputClause {
    QString place;
    QString name;
    QString label;
    QString typeRef;
    std::optional<Text> values;
    std::optional<Text> defaultEntry;
};

struct Rule {
    QString place;
    std::vector<Text> inputEntries;
    std::vector<Text> outputEntries;
    QStringList annotations;
    QString description; // for people
};

struct DecisionTable {
    QString hitPolicy; // as written; empty means UNIQUE
    QString aggregation;
    QString outputLabel;
    std::vector<InputClause> inputs;
    std::vector<OutputClause> outputs;
    QStringList annotations; // the heads of their columns
    std::vector<Rule> rules;
};

struct ContextEntry;

// A boxed expression. Which members are set follows from the kind.
struct Expression {
    enum class Kind {
        Absent,
        Literal, // text
        Context, // entries; the one without a name is the result
        Table, // table
        Function, // items: parameters; functionKind; children: the body
        Invocation, // children: the function; entries: the bindings
        List, // children
        Relation, // items: columns; children: rows, each a List
        Conditional, // children: if, then, else
        Filter, // children: in, match
        For, // name; children: in, return; inTypeRef
        Some, // name; children: in, satisfies; inTypeRef
        Every,
        Unknown // an element that no version of DMN has, its name in `name`
    };

    Kind kind = Kind::Absent;
    QString place;
    QString label;
    QString typeRef;
    QString name;
    QString inTypeRef;
    QString functionKind;
    Text text;
    std::vector<InformationItem> items;
    std::vector<ContextEntry> entries;
    std::vector<Expression> children;
    std::unique_ptr<DecisionTable> table;
};

struct ContextEntry {
    std::optional<InformationItem> variable;
    Expression value;
};

struct ItemDefinition {
    QString place;
    QString name;
    QString typeRef;
    bool isCollection = false;
    std::optional<Text> allowedValues;
    std::optional<Text> typeConstraint;
    std::vector<ItemDefinition> components;
    bool isFunction = false;
    std::vector<InformationItem> parameters;
    QString outputTypeRef;
};

struct Import {
    QString place;
    QString name; // empty: the names of the imported model are used as they are
    QString space;
    QString type;
};

struct Reference {
    QString place;
    QString href; // "#id" or "namespace#id"
};

struct InputData {
    QString place;
    QString id;
    QString name;
    std::optional<InformationItem> variable;
};

struct Decision {
    QString place;
    QString id;
    QString name;
    QString question;
    QString allowedAnswers;
    std::optional<InformationItem> variable;
    std::vector<Reference> requiredDecisions;
    std::vector<Reference> requiredInputs;
    std::vector<Reference> requiredKnowledge;
    Expression logic;
    QString description; // for people
    QStringList authorities; // references to what it rests on: "#law"
};

// What decisions rest on, such as a law (DMN 1.5 §6.3.11). The days are attributes of ours (urn:naru:dmn): since when and
// until when it was in force, as it was read when the rules were written.
struct KnowledgeSource {
    QString id;
    QString name;
    QString type;
    QString location;
    QString validFrom;
    QString validTo;
};

struct KnowledgeModel {
    QString place;
    QString id;
    QString name;
    std::optional<InformationItem> variable;
    std::vector<Reference> requiredKnowledge;
    Expression logic; // Function or Absent
};

struct DecisionService {
    QString place;
    QString id;
    QString name;
    std::optional<InformationItem> variable;
    std::vector<Reference> outputDecisions;
    std::vector<Reference> encapsulatedDecisions;
    std::vector<Reference> inputDecisions;
    std::vector<Reference> inputData;
};

struct Model {
    QString file; // as the caller calls it
    QString place;
    QString id;
    QString name;
    QString space; // its namespace
    QString language; // namespace of the version of DMN
    QString expressionLanguage;
    QByteArray sha256; // of the bytes, hex
    std::vector<Import> imports;
    std::vector<ItemDefinition> types;
    std::vector<InputData> inputs;
    std::vector<Decision> decisions;
    std::vector<KnowledgeModel> knowledge;
    std::vector<DecisionService> services;
    std::vector<KnowledgeSource> sources;
    QStringList ids; // of every element of the model, in order, with repetitions
    std::vector<Reference> authorities; // of all elements; they decide nothing
};

// Reads one file. Invalid if it is not XML that may be read, or not a DMN model of 1.1 to 1.6; whatever else is wrong
// in it stays in the model and is found by check().
Result<Model> readModel(const QByteArray &bytes, const QString &file = {});
// The namespace of a model, empty where the bytes are none: enough to find an import.
QString modelNamespace(const QByteArray &bytes);

} // namespace naru::dmn
