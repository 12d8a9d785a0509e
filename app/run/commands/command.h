// A small frame around CLI11: texts are QString, translated, and a command is a function that gets the opened session.
#pragma once

#include "run/commands/context.h"

#include <QCoreApplication>
#include <QStringList>

#include <string>
#include <vector>

namespace naru::run {

inline std::string said(const char *text) { return QCoreApplication::translate("Command", text).toStdString(); }
inline QString told(const char *text) { return QCoreApplication::translate("Command", text); }

inline QString text(const std::string &value) { return QString::fromStdString(value); }
inline QStringList texts(const std::vector<std::string> &values)
{
    QStringList out;
    for (const std::string &one : values)
        out.append(text(one));
    return out;
}

// Runs the function on the opened office; a failure is told and becomes the exit status.
template <typename Function>
void withSession(Context &context, const Function &run)
{
    Result<std::unique_ptr<Session>> session = context.open();
    const Status status = session ? run(**session) : Status(session.error());
    if (!status)
        context.fail(status.error());
}

} // namespace naru::run
