// Whether a model keeps the rules of BPMN 2.0.2: those of its XML schema, of its references, and those that the text of
// the standard states. Everything that is wrong is told at once.
#pragma once

#include "engine/bpmn/model.h"
#include "engine/bpmn/problem.h"

#include <QList>
#include <QString>

namespace naru::bpmn {

// What an import of the model has led to. One that is no BPMN, or that was not fetched, has neither a model nor an
// error.
struct Imported {
    QString location;
    QString namespaceUri;
    const Model *model = nullptr; // borrowed
    bool isMissing = false; // there is no such file
    QString error; // why the file that is there could not be read
};

struct Findings {
    QList<Problem> problems; // what the standard forbids
    QList<Problem> warnings; // what it allows and somebody should look at
    bool isSound() const { return problems.isEmpty(); }
};

// REQUIRES: not model.isEmpty(). `imports` stand in the order of the model's import elements.
Findings check(const Model &model, const QList<Imported> &imports = {});

// One for each import element of the model, with its location and namespace.
QList<Imported> importsOf(const Model &model);

} // namespace naru::bpmn
