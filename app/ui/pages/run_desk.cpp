#include "ui/pages/run_desk.h"

#include <QUuid>

namespace naru::ui {

std::shared_ptr<run::RobotDesk> makeDesk(run::Session &session)
{
    run::Runner::Options options;
    options.holder = u"desk-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return std::make_shared<run::RobotDesk>(session, run::RobotDesk::systemClock(), options);
}

Status goOn(run::RobotDesk &desk, const QString &run)
{
    if (!desk.session().mayDo(u"plan"_s) || !desk.session().mayDo(u"approve"_s))
        return {};
    const Status done = desk.advance(run);
    return !done && done.error().kind == Error::Kind::Conflict ? Status() : done; // another works on it already
}

Result<QString> personMeant(const office::Directory &directory, const QString &text)
{
    const QString wanted = text.trimmed();
    if (directory.person(wanted))
        return wanted;
    QStringList found;
    for (const office::Person &person : directory.state().persons)
        if (person.name == wanted)
            found.append(person.id);
    if (found.size() == 1)
        return found.first();
    return Error{Error::Kind::Invalid,
                 u"expected one person but '"_s + wanted + u"' means "_s
                     + (found.isEmpty() ? u"nobody"_s : found.join(u", "_s)),
                 u"task.delegate"_s};
}

} // namespace naru::ui
