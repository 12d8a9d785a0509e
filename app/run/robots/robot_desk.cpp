#include "run/robots/robot_desk.h"

#include "office/eligibility.h"
#include "run/robots/office_connector.h"
#include "run/robots/task_settings.h"
#include "run/robots/values.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace naru::run {

namespace {

QString idOf(const QString &cause)
{
    const QByteArray seed = cause.isEmpty() ? QUuid::createUuid().toRfc4122() : cause.toUtf8();
    return u"r-"_s + QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().left(12));
}

// What the run will wait for when it has begun: a message of its conversation that comes before is told to it.
QList<store::Subscription> firstSubscriptions(const std::shared_ptr<const Robot> &robot, const store::RunStart &start)
{
    store::RunHead head;
    head.id = start.id;
    LiveRun run(robot, head, {});
    run.take({0, u"start"_s, start.at, start.starter, start.wish}, start.at);
    return run.subscriptions();
}

Error usage(const QString &text) { return {Error::Kind::Usage, text, u"robot.input"_s}; }

// The value of one input, from what was typed.
Result<feel::Value> inputValue(const RobotInput &input, const QString &text)
{
    if (input.kind == u"files" || input.kind == u"text")
        return feel::Value(text);
    const QString feel = input.kind == u"day" && !text.startsWith(u"date(") ? u"date(\""_s + text + u"\")"_s : text;
    const Result<feel::Value> value = feel::fromText(feel);
    using Kind = feel::Value::Kind;
    const Kind wanted = input.kind == u"day" ? Kind::Date : input.kind == u"flag" ? Kind::Boolean : Kind::Number;
    if (!value || !value->is(wanted))
        return usage(u"expected a "_s + input.kind + u" in '"_s + input.name + u"' but found '"_s + text + u'\'');
    return value;
}

// The robot's, and what it was given to read: of ten runs of one robot each is to be told from the others.
QString titleOf(const Robot &robot, const feel::Context &inputs)
{
    QStringList files;
    for (const RobotInput &input : robot.inputs) {
        const feel::Value value = inputs.value(input.name);
        if (input.kind == u"files" && value.is(feel::Value::Kind::List))
            for (const feel::Value &one : value.list())
                if (one.is(feel::Value::Kind::String))
                    files.append(QFileInfo(one.string()).fileName());
    }
    const QString title = robot.title(u"ko"_s);
    if (files.isEmpty())
        return title;
    const QString others = files.size() > 1 ? u" 외 "_s + QString::number(files.size() - 1) + u"건"_s : QString();
    return title + u" · "_s + files.first() + others;
}

Runner::Options withCalendar(Runner::Options options, Session &session)
{
    if (!options.calendar)
        options.calendar = [&session] { return session.calendar(); };
    return options;
}

} // namespace

const Clock &RobotDesk::systemClock()
{
    static const SystemClock clock;
    return clock;
}

RobotDesk::RobotDesk(Session &session, const Clock &clock, const Runner::Options &options)
    : m_session(session)
    , m_clock(clock)
    , m_starts(*this)
    , m_performer(m_connectors, session.store().runs(), [this](const auto &what, const auto &wish) { return m_starts.of(what, wish); })
    , m_runner(session.store().runs(), m_performer, clock, withCalendar(options, session))
{
    m_connectors.add(std::make_unique<OfficeConnector>(session));
}

// ---- robots

Result<std::shared_ptr<const Robot>> RobotDesk::robot(const QString &id) const
{
    Result<Robot> found = findRobot(id, m_connectors.operations());
    if (!found)
        return found.error();
    if (!found->hasProcess())
        return Error{Error::Kind::Invalid, u"expected a robot with a process but '"_s + id + u"' has rules alone"_s, u"robot.noProcess"_s};
    return std::make_shared<const Robot>(*std::move(found));
}

Result<feel::Context> RobotDesk::inputsOf(const Robot &robot, const QList<std::pair<QString, QString>> &texts)
{
    feel::Context out;
    QMap<QString, QList<feel::Value>> files;
    for (const auto &[name, text] : texts) {
        const auto input = std::find_if(robot.inputs.begin(), robot.inputs.end(),
                                        [&name = name](const RobotInput &one) { return one.name == name; });
        if (input == robot.inputs.end())
            return usage(u"expected an input of the robot but found '"_s + name + u'\'');
        const Result<feel::Value> value = inputValue(*input, text);
        if (!value)
            return value.error();
        if (input->kind == u"files")
            files[name].append(feel::Value(QFileInfo(text).absoluteFilePath()));
        else
            out.put(name, *value);
    }
    for (auto at = files.constBegin(); at != files.constEnd(); ++at)
        out.put(at.key(), feel::Value(at.value()));
    for (const RobotInput &input : robot.inputs)
        if (!out.contains(input.name)) {
            if (input.required)
                return usage(u"expected '"_s + input.name + u"' ("_s + input.label + u") but it was not given"_s);
            out.put(input.name, feel::Value());
        }
    return out;
}

Result<Preview> RobotDesk::preview(const QString &id, const feel::Context &inputs, const QMap<QString, feel::Context> &answers)
{
    if (const Status allowed = m_session.mayDo(u"plan"_s); !allowed)
        return allowed.error();
    const Result<std::shared_ptr<const Robot>> found = robot(id);
    if (!found)
        return found.error();
    // Connectors of its own: what a preview makes up must not be taken for real.
    Connectors connectors;
    connectors.add(std::make_unique<OfficeConnector>(m_session));
    return run::preview(*found, inputs, connectors, m_clock, answers);
}

// ---- runs

Result<store::RunStart> RobotDesk::startOf(const Begin &begin)
{
    if (const Status allowed = m_session.mayDo(u"plan"_s); !allowed)
        return allowed.error();
    const Result<std::shared_ptr<const Robot>> found = robot(begin.robot);
    if (!found)
        return found.error();
    if (const Status kept = pin(runs(), **found); !kept)
        return kept.error();
    QJsonObject wish{{u"wish"_s, u"start"_s}, {u"variables"_s, toJson(begin.inputs)}};
    if (!begin.event.element.isEmpty()) {
        wish.insert(u"element"_s, begin.event.element);
        wish.insert(u"name"_s, begin.event.name);
        wish.insert(u"payload"_s, toJson(begin.event.payload));
    }
    store::RunStart start{idOf(begin.cause),
                          begin.robot,
                          (*found)->digest,
                          begin.title.isEmpty() ? titleOf(**found, begin.inputs) : begin.title,
                          begin.cause,
                          begin.starter.isEmpty() ? m_session.actor() : begin.starter,
                          m_clock.now(),
                          QJsonDocument(wish).toJson(QJsonDocument::Compact)};
    if (!begin.event.element.isEmpty())
        start.subscriptions = firstSubscriptions(*found, start);
    return start;
}

Result<QString> RobotDesk::begin(const Begin &begin)
{
    const Result<store::RunStart> start = startOf(begin);
    if (!start)
        return start.error();
    const Result<QList<bool>> begun = runs().start({*start});
    return begun ? Result<QString>(start->id) : begun.error();
}

Result<QString> RobotDesk::beginApproved(const Begin &begin, const QString &digest)
{
    const Result<Preview> seen = preview(begin.robot, begin.inputs);
    if (!seen)
        return seen.error();
    if (seen->digest() != digest)
        return Error{Error::Kind::Conflict, u"expected the preview "_s + digest + u" but it would now be "_s + seen->digest(), u"run.notApproved"_s};
    const Result<QString> id = this->begin(begin);
    if (!id)
        return id;
    Approved port(m_performer, seen->effects);
    Runner approved(runs(), port, m_clock, withCalendar({}, m_session));
    const Status done = approved.advance(*id);
    return done ? id : Result<QString>(done.error());
}

Result<RobotDesk::Whole> RobotDesk::whole(const QString &id)
{
    const Result<store::RunImage> image = runs().load(id);
    if (!image)
        return image.error();
    const Result<std::shared_ptr<const Robot>> pinned = m_runner.robot(image->head.package);
    if (!pinned)
        return pinned.error();
    const Result<RunData> data = fold((*pinned)->definition, image->snapshot, image->snapshotAt, image->facts);
    return data ? Result<Whole>(Whole{image->head, *pinned, *data}) : data.error();
}

Status RobotDesk::verify(const QString &id)
{
    if (const Status chained = runs().verify(id); !chained)
        return chained;
    const Result<Whole> kept = whole(id);
    const Result<QList<store::Fact>> facts = runs().facts(id);
    if (!kept || !facts)
        return !kept ? kept.error() : facts.error();
    const Result<RunData> anew = foldWhole([this](const QString &digest) { return m_runner.robot(digest); }, kept->head.package, *facts);
    if (!anew)
        return anew.error();
    if (toBytes(kept->robot->definition, *anew) != toBytes(kept->robot->definition, kept->data))
        return Error{Error::Kind::Invalid, u"expected the facts of run '"_s + id + u"' to give the state that is kept but they give another"_s, u"run.damaged"_s};
    return {};
}

// ---- word to a run

QString RobotDesk::freshKey(const QString &kind) const { return kind + u':' + QUuid::createUuid().toString(QUuid::WithoutBraces); }

Status RobotDesk::tell(const QString &run, const QString &key, const QJsonObject &body)
{
    return runs().wish(run, {0, key, m_clock.now(), m_session.actor(), QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

Status RobotDesk::cancel(const QString &run, const QString &why)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed;
    return tell(run, u"cancel"_s, {{u"wish"_s, u"cancel"_s}, {u"text"_s, why}});
}

Status RobotDesk::retry(const QString &run, qint64 incident, const feel::Context &corrected)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed;
    return tell(run, u"incident:"_s + QString::number(incident),
                {{u"wish"_s, u"retry"_s}, {u"incident"_s, incident}, {u"variables"_s, toJson(corrected)}});
}

Status RobotDesk::skip(const QString &run, qint64 incident, const feel::Context &results)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed;
    return tell(run, u"incident:"_s + QString::number(incident),
                {{u"wish"_s, u"skip"_s}, {u"incident"_s, incident}, {u"variables"_s, toJson(results)}});
}

Status RobotDesk::correct(const QString &run, const feel::Context &variables, const QString &why)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed;
    return tell(run, freshKey(u"correct"_s), {{u"wish"_s, u"correct"_s}, {u"variables"_s, toJson(variables)}, {u"text"_s, why}});
}

// ---- people's tasks

Result<QList<store::WorkItem>> RobotDesk::work()
{
    if (m_session.isAdministrator())
        return allWork();
    const Result<std::shared_ptr<const office::Directory>> office = m_session.directory();
    if (!office)
        return office.error();
    QStringList candidates = office::eligibilities(**office, m_session.actor(), m_session.today());
    candidates.append(u"person:"_s + m_session.actor());
    Result<QList<store::WorkItem>> items = runs().work({candidates, m_session.actor()});
    if (items)
        items->removeIf([&](const store::WorkItem &one) { return !one.holder.isEmpty() && one.holder != m_session.actor(); });
    return items;
}

Result<QList<store::WorkItem>> RobotDesk::allWork(bool ended)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed.error();
    store::WorkFilter filter;
    filter.ended = ended;
    return runs().work(filter);
}

Result<store::WorkItem> RobotDesk::workItem(const QString &key)
{
    store::WorkFilter filter;
    filter.key = key;
    filter.ended = true;
    const Result<QList<store::WorkItem>> found = runs().work(filter);
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{Error::Kind::NotFound, u"expected a task '"_s + key + u"' but there is none"_s, u"task.none"_s};
    return found->first();
}

Result<store::WorkItem> RobotDesk::mine(const QString &key)
{
    const Result<store::WorkItem> item = workItem(key);
    if (!item)
        return item;
    if (item->ended.isValid())
        return Error{Error::Kind::Conflict, u"expected an open task but '"_s + item->title + u"' is "_s + item->state, u"task.notOpen"_s};
    const Result<QList<store::WorkItem>> own = work();
    if (!own)
        return own.error();
    if (!item->holder.isEmpty() && item->holder != m_session.actor())
        return Error{Error::Kind::Conflict, u"expected a free task but '"_s + item->holder + u"' has claimed it"_s, u"task.held"_s};
    const bool isOwn = std::any_of(own->begin(), own->end(), [&key](const store::WorkItem &one) { return one.key == key; });
    if (!isOwn)
        return Error{Error::Kind::Denied, u"expected a task of '"_s + m_session.actor() + u"' but it is for "_s + item->candidates.join(u", "_s), u"task.notYours"_s};
    return item;
}

Result<Form> RobotDesk::formOf(const store::WorkItem &item)
{
    const Result<Whole> run = whole(item.run);
    if (!run)
        return run.error();
    const int node = run->robot->definition.nodeOf(item.element);
    return node < 0 ? Form() : run->robot->ownerOf(run->robot->definition.node(node)).forms.value(item.form);
}

feel::Context RobotDesk::inputOf(const store::WorkItem &item)
{
    const Result<feel::Context> input = contextFromJson(QJsonDocument::fromJson(item.body).object().value(u"input"_s).toObject());
    return input ? *input : feel::Context();
}

Status RobotDesk::claim(const QString &key)
{
    const Result<store::WorkItem> item = mine(key);
    return item ? tell(item->run, freshKey(u"claim"_s), {{u"wish"_s, u"claim"_s}, {u"key"_s, key}}) : item.error();
}

Status RobotDesk::release(const QString &key)
{
    const Result<store::WorkItem> item = mine(key);
    return item ? tell(item->run, freshKey(u"release"_s), {{u"wish"_s, u"release"_s}, {u"key"_s, key}}) : item.error();
}

Status RobotDesk::delegate(const QString &key, const QString &empNo)
{
    const Result<store::WorkItem> item = mine(key);
    if (!item)
        return item.error();
    const Result<std::shared_ptr<const office::Directory>> office = m_session.directory();
    if (!office)
        return office.error();
    if (office::eligibilities(**office, empNo, m_session.today()).isEmpty())
        return Error{Error::Kind::Invalid, u"expected somebody of the office today but '"_s + empNo + u"' is not"_s, u"task.delegate"_s};
    return tell(item->run, freshKey(u"delegate"_s), {{u"wish"_s, u"delegate"_s}, {u"key"_s, key}, {u"to"_s, u"person:"_s + empNo}});
}

Status RobotDesk::complete(const QString &key, const feel::Context &values)
{
    const Result<store::WorkItem> item = mine(key);
    if (!item)
        return item.error();
    const Result<Form> form = formOf(*item);
    if (!form)
        return form.error();
    const QList<FormProblem> problems = form->fields.isEmpty() ? QList<FormProblem>() : checkValues(*form, inputOf(*item), values);
    if (!problems.isEmpty())
        return Error{Error::Kind::Invalid, problems.first().field + u": "_s + problems.first().text, u"form.invalid"_s};
    // Once per task, however often the button is pressed.
    return tell(item->run, u"complete:"_s + key, {{u"wish"_s, u"complete"_s}, {u"key"_s, key}, {u"values"_s, toJson(values)}});
}

} // namespace naru::run
