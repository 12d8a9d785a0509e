// The wishes that a run can be asked for. Time comes in with the wish.
#pragma once

#include "engine/bpmn/state.h"

#include <variant>

namespace naru::bpmn {

struct StartInstance {
    QString instance; // its name for ever
    QString process; // id
    QString element; // the start event (receive task, gateway's event) that was triggered; empty: none is
    QString zone = u"Asia/Seoul"_s;
    feel::Context variables;
    feel::Value payload; // of the message or signal
    QString name = {}; // of the message or signal, where the start has several
};

// The outcome of an effect.
struct CompleteEffect {
    QString key;
    feel::Context result; // outputs by name
};
struct ThrowError { // the world's answer is an error of the business, which the process may catch
    QString key;
    QString code;
    feel::Value payload;
};
struct Escalate { // the effect stays open
    QString key;
    QString code;
    feel::Value payload;
};
struct FailEffect { // it could not be done, or nobody knows whether it was: an incident
    QString key;
    QString text;
};

struct FireTimer {
    QString key;
};

// Delivered to one catcher: to `element` if it is named and waits, else to whoever waits longest.
struct DeliverMessage {
    QString name;
    QString correlation; // as Wait::correlation
    feel::Value payload;
    QString element;
};

struct DeliverSignal {
    QString name;
    feel::Value payload;
};

struct SetVariables {
    Id owner = 0; // scope or activity, 0: the root
    feel::Context variables;
};

// Ad hoc: begins an activity once more, or one that a person chose.
struct BeginActivity {
    Id scope = 0;
    QString element;
};

// Tries again what failed, or goes on as if it had been done.
struct ResolveIncident {
    enum class How { Retry, Skip };
    Id incident = 0;
    How how = How::Retry;
    feel::Context variables; // corrected before
};

struct CancelInstance {
    QString reason;
};

struct Migrate {
    Definition definition;
    QMap<QString, QString> elements; // old id → new id, where they differ
};

struct Command {
    QDateTime at; // UTC
    std::variant<StartInstance, CompleteEffect, ThrowError, Escalate, FailEffect, FireTimer, DeliverMessage,
                 DeliverSignal, SetVariables, BeginActivity, ResolveIncident, CancelInstance, Migrate>
        wish;
};

} // namespace naru::bpmn
