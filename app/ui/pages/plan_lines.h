// The lines of a plan as the window shows them: those of a personnel order from the plan's subject, those of any other
// plan from its changes, record by record.
#pragma once

#include "core/plan.h"
#include "ui/theme.h"

namespace naru::ui {

// In the order in which a person should see them.
enum class LineState { Question, Rejected, Ready, NoChange };

struct LineReason {
    QString code;
    QString text;
    QList<Candidate> candidates;
};

// What was read of a line on a scan, field by field, and what a person typed instead.
struct ReadField {
    QString field; // "name", as answers call it
    QString label;
    QString text;
    bool isTyped = false;
    Provenance place; // of its cell, or of the line
};

struct PlanLine {
    int number = 0;
    LineState state = LineState::Ready;
    bool isSkipped = false; // a person decided so
    QString name;
    QString empNo;
    QString kind; // 전보 승진 …
    QString what; // in a few words: the question, or the first consequence
    QDate effective;
    QString text; // as it stands in the document
    int source = -1;
    Provenance place;
    QList<LineReason> reasons;
    QStringList effects;
    double confidence = 1;
    QList<ReadField> reading; // of lines on a scan alone
};

QList<PlanLine> linesOf(const Plan &plan);
// The changes that follow from a line.
QList<Change> changesOf(const Plan &plan, const PlanLine &line);

struct StateManner {
    QString word;
    QString icon;
    Tone tone;
};
StateManner mannerOf(LineState state, bool isSkipped = false);

} // namespace naru::ui
