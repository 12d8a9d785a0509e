#include "ui/pages/import_plan.h"

#include "run/session.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace naru::ui {

namespace {

// What the import expected, in the words of the screen. The reason of the log is English.
QString expectedWords(const QString &expected)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::ImportFault", text); };
    static const QHash<QString, const char *> known{
        {u"a value"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "a value")},
        {u"a date as 2026-07-29"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "a date as 2026-07-29")},
        {u"a day not before valid_from"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "a day not before valid_from")},
        {u"the code of a unit"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "the code of a unit")},
        {u"a unit that does not belong to this one"_s,
         QT_TRANSLATE_NOOP("naru::ui::ImportFault", "a unit that does not belong to this one")},
        {u"codes of other units with ';' between them"_s,
         QT_TRANSLATE_NOOP("naru::ui::ImportFault", "codes of other units with ';' between them")},
        {u"a number without blanks, ':' and '/'"_s,
         QT_TRANSLATE_NOOP("naru::ui::ImportFault", "a number without blanks, ':' and '/'")},
        {u"each number once"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "each number once")},
        {u"each code once"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "each code once")},
        {u"the code of a unit of the office"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "the code of a unit of the office")},
        {u"an account that nobody else has"_s, QT_TRANSLATE_NOOP("naru::ui::ImportFault", "an account that nobody else has")},
    };
    if (const auto at = known.constFind(expected); at != known.constEnd())
        return say(*at);
    for (const char *beginning : {QT_TRANSLATE_NOOP("naru::ui::ImportFault", "one of %1"),
                                  QT_TRANSLATE_NOOP("naru::ui::ImportFault", "a day not before %1")}) {
        const QString start = QString::fromLatin1(beginning).chopped(2);
        if (expected.startsWith(start))
            return say(beginning).arg(expected.mid(start.size()));
    }
    return expected;
}

} // namespace

Result<ImportReading> planImport(run::Session &session, const QString &path, const Progress &progress)
{
    Result<run::Session::ImportPlan> planned = session.planImport(path, {}, progress);
    if (!planned)
        return planned.error();
    ImportReading reading{std::move(planned->plan), planned->rows, planned->changedRows};
    const Plan &plan = reading.plan;
    if (plan.changes.isEmpty())
        return reading;
    if (const auto known = session.store().planSummary(plan.id); known && known->state == store::PlanState::Draft)
        return reading; // the very same plan waits already
    if (const Status status = session.store().savePlan(plan); !status)
        return status.error();
    return reading;
}

QList<ImportFault> faultsOf(const Error &error)
{
    static const QRegularExpression shape(u"^(.*): row (\\d+), column '([^']*)': expected (.*) but found '(.*)'$"_s);
    QList<ImportFault> out;
    const QStringList lines = error.text.split(u'\n');
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = shape.match(line);
        if (match.hasMatch())
            out.append({match.captured(1), match.captured(2), match.captured(3), match.captured(5), expectedWords(match.captured(4))});
        else
            out.append({{}, {}, {}, {}, line});
    }
    return out;
}

} // namespace naru::ui
