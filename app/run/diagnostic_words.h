// What a reader noticed about a document, in words for people: what happened, and what a person can do about it.
#pragma once

#include "core/document.h"

namespace naru::run {

struct DiagnosticWords {
    QString what;
    QString todo;
};

DiagnosticWords wordsOf(const Diagnostic &diagnostic);

} // namespace naru::run
