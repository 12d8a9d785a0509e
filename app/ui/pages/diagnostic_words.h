// What a reader noticed about a document, in the words of the screen: what happened, and what a person can do about it.
#pragma once

#include "core/document.h"

namespace naru::ui {

struct DiagnosticWords {
    QString what;
    QString todo;
};

DiagnosticWords wordsOf(const Diagnostic &diagnostic);

} // namespace naru::ui
