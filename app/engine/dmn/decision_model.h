// A decision model in execution: read, linked with the models that it imports, typed, and parsed once; then evaluated
// as often as needed. Immutable: any number of threads may evaluate the same model.
#pragma once

#include "engine/dmn/model.h"
#include "engine/dmn/problem.h"
#include "engine/dmn/table_logic.h"
#include "engine/feel/evaluation.h"

namespace naru::dmn {

struct Program;

struct ModelSource {
    QString file; // as the caller calls it
    QByteArray bytes;
};

struct Request {
    // Values of input data and of decisions, by name; the value of a decision replaces its logic. Those of an imported
    // model by their own name, by "import.name", or in a context with the name of the import. Unknown ones are passed
    // over, missing ones are null.
    feel::Context inputs = {};
    std::optional<feel::DateTime> now = {};
    feel::Limits limits = {};
};

// What the author or the clerk should know about a result.
struct Message {
    feel::Warning::Kind kind = feel::Warning::Kind::WrongType;
    QString text; // "expected … but …"
    QString place; // id of the element, or the way to it
    int line = 0; // in the text of that element, from 1; 0 where there is none
    int column = 0;
    bool isOfInput = false; // a given value did not fit its type, and was taken as null
};

struct Outcome {
    feel::Value value;
    QList<Message> messages;
    QList<TableRun> tables; // every decision table that was evaluated, in order
};

class DecisionModel {
public:
    // `beside` are the models that may be imported, found by their namespace. Invalid where the model, or one that it
    // imports, is not DMN at all, and where imports form a cycle. Everything else that is wrong in it is one of
    // problems(), and hinders only what depends on it.
    static Result<DecisionModel> load(const ModelSource &source, const QList<ModelSource> &beside = {},
                                      TableLogic::Matching matching = TableLogic::Matching::Compiled);

    const Model &model() const;
    QString digest() const; // SHA-256, of the model and all that it imports
    const QList<Problem> &problems() const;
    QStringList decisions() const; // names, in the order of the model
    QStringList services() const;
    // What a decision asks for in the end: the input data below it, by the names that Request takes.
    QList<feel::Parameter> inputsOf(const QString &decision) const;

    // By name, else by id; a decision of an imported model as "import.name". A name that nothing has gives null and a
    // message.
    Outcome evaluateDecision(const QString &name, const Request &request = {}) const;
    Outcome evaluateService(const QString &name, const Request &request = {}) const;

private:
    explicit DecisionModel(std::shared_ptr<const Program> program);
    Outcome evaluate(int node, bool asService, const Request &request) const;

    std::shared_ptr<const Program> m_program; // shared with the functions that evaluations give away
};

} // namespace naru::dmn
