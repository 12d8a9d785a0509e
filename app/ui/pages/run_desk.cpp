#include "ui/pages/run_desk.h"

#include <QJsonDocument>
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

qsizetype factCount(run::RobotDesk &desk, const QString &run)
{
    const Result<QList<store::Fact>> facts = desk.runs().facts(run);
    return facts ? facts->size() : 0;
}

Status answerOf(run::RobotDesk &desk, const QString &run, qsizetype before)
{
    const Result<run::RobotDesk::Whole> whole = desk.whole(run);
    const Result<QList<store::Fact>> facts = desk.runs().facts(run);
    if (!whole || !facts)
        return !whole ? whole.error() : facts.error();
    for (const store::Fact &one : facts->mid(before)) {
        const Result<run::RunFact> fact = run::runFactFromJson(whole->robot->definition, QJsonDocument::fromJson(one.body).object());
        if (!fact)
            return fact.error();
        if (const auto *refused = std::get_if<run::WishRefused>(&*fact))
            return Error{Error::Kind::Conflict, refused->text, u"run.refused"_s};
    }
    if (whole->head.state == store::RunState::Incident)
        return Error{Error::Kind::NeedsPerson, u"expected the run to go on but it has stopped"_s, u"run.stopped"_s};
    return {};
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
