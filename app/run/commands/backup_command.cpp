// naru office backups: when the service backs the office up, and what copies there are.
#include "run/commands/command.h"
#include "run/commands/office_parts.h"

#include "run/robots/clock.h"
#include "run/service/backups.h"

#include <QFileInfo>
#include <QJsonArray>

namespace naru::run {

namespace {

struct Values {
    std::string at, folder;
    int keep = 0;
};

Status listCopies(Context &context, const Backups &backups, const store::Store &store)
{
    const Result<Backups::Settings> settings = backups.settings();
    const Result<QList<Backups::Copy>> copies = backups.copies();
    if (!settings || !copies)
        return !settings ? settings.error() : copies.error();
    const Result<QString> last = store.setting(Backups::resultSetting());
    const QString at = settings->isOn ? settings->at.toString(u"HH:mm"_s) : u"off"_s;
    QJsonArray list;
    for (const Backups::Copy &one : *copies) {
        list.append(QJsonObject{{u"file"_s, one.file}, {u"day"_s, one.day.toString(Qt::ISODate)}, {u"bytes"_s, one.bytes}});
        context.print(one.day.toString(Qt::ISODate) + u"  "_s + QString::number(one.bytes) + u"  "_s + one.file);
    }
    if (context.json)
        context.printJson(QJsonObject{{u"at"_s, at}, {u"keep"_s, settings->keep}, {u"folder"_s, settings->folder},
                                      {u"last"_s, last ? *last : QString()}, {u"copies"_s, list}});
    context.tell(told(QT_TRANSLATE_NOOP("Command", "Every day at %1, %2 copies are kept in %3. Last: %4"))
                     .arg(at, QString::number(settings->keep), settings->folder, last && !last->isEmpty() ? *last : u"-"_s));
    return {};
}

Status backups(Context &context, Session &session, const Values &values)
{
    const SystemClock clock;
    Backups backups(session, clock);
    Result<Backups::Settings> settings = backups.settings();
    if (!settings)
        return settings.error();
    if (!values.at.empty()) {
        settings->isOn = values.at != "off";
        if (settings->isOn)
            settings->at = QTime::fromString(text(values.at), u"HH:mm"_s);
    }
    if (values.keep != 0)
        settings->keep = values.keep;
    if (!values.folder.empty())
        settings->folder = QFileInfo(text(values.folder)).absoluteFilePath();
    const bool isSet = !values.at.empty() || values.keep != 0 || !values.folder.empty();
    const Status done = isSet ? backups.set(*settings) : Status();
    return done ? listCopies(context, backups, session.store()) : done;
}

} // namespace

void addBackupsCommand(CLI::App &office, Context &context)
{
    const auto values = std::make_shared<Values>(); // shared: the callback outlives this function
    CLI::App *command = office.add_subcommand("backups", said(QT_TRANSLATE_NOOP("Command", "When the service backs the office up each day, and the copies that there are")));
    command->add_option("--at", values->at, said(QT_TRANSLATE_NOOP("Command", "The time of the day, as 02:30, or off")));
    command->add_option("--keep", values->keep, said(QT_TRANSLATE_NOOP("Command", "How many copies are kept")))->check(CLI::Range(1, 10'000));
    command->add_option("--folder", values->folder, said(QT_TRANSLATE_NOOP("Command", "Where they lie (default: beside the office)")));
    command->callback([&context, values] { withSession(context, [&](Session &session) { return backups(context, session, *values); }); });
}

} // namespace naru::run
