#include "ui/page.h"

#include "ui/pages/document_page.h"
#include "ui/pages/home_page.h"
#include "ui/pages/import_page.h"
#include "ui/pages/journal_page.h"
#include "ui/pages/order_page.h"
#include "ui/pages/people_page.h"
#include "ui/pages/plans_page.h"
#include "ui/pages/runs_page.h"
#include "ui/pages/schedules_page.h"
#include "ui/pages/tasks_page.h"

#include <QCoreApplication>

namespace naru::ui {

namespace {

constexpr const char *work = QT_TRANSLATE_NOOP("naru::ui::Pages", "Ways of working");
constexpr const char *policy = QT_TRANSLATE_NOOP("naru::ui::Pages", "Policy");
constexpr const char *talk = QT_TRANSLATE_NOOP("naru::ui::Pages", "Exchange");
constexpr const char *people = QT_TRANSLATE_NOOP("naru::ui::Pages", "Results and people");
constexpr const char *care = QT_TRANSLATE_NOOP("naru::ui::Pages", "Administration");

template <typename T>
Page *make(Shell &shell)
{
    return new T(shell);
}

} // namespace

// A new page edits its line here and nothing else.
const QList<PageKind> &pageKinds()
{
    static const QList<PageKind> kinds{
        {u"home"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Home"), u"home"_s, nullptr, make<HomePage>},
        {u"tasks"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Tasks"), u"task"_s, work},
        {u"reports"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Online reports"), u"report"_s, work},
        {u"remarks"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Mayor's words"), u"remark"_s, work},
        {u"calendar"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Calendar and diary"), u"calendar"_s, work},
        {u"meetings"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Meetings"), u"meeting"_s, work},
        {u"handovers"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Hand-overs"), u"handover"_s, work},
        {u"documents"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Documents"), u"document"_s, work, make<DocumentPage>},
        {u"weekly"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Weekly and monthly reports"), u"weekly"_s, policy},
        {u"evaluation"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Tasks and evaluation"), u"evaluate"_s, policy},
        {u"indicators"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Citizens' indicators"), u"indicator"_s, policy},
        {u"directives"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Directives and pledges"), u"directive"_s, policy},
        {u"library"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Policy library"), u"library"_s, policy},
        {u"talk"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "TALK"), u"talk"_s, talk},
        {u"debates"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Open debate"), u"debate"_s, talk},
        {u"dashboard"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "City dashboard"), u"dashboard"_s, talk},
        {u"department"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Department dashboard"), u"department"_s, talk},
        {u"disclosure"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Disclosure"), u"disclosure"_s, talk},
        {u"open-rate"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Rate of open documents"), u"open-rate"_s, talk},
        {u"performance"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Department performance"), u"performance"_s, people},
        {u"people"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Organisation and people"), u"people"_s, people, make<PeoplePage>},
        {u"personnel-order"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Personnel orders"), u"order"_s, people, make<OrderPage>},
        {u"wishes"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Wished posts"), u"wish"_s, people},
        {u"work"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "To do"), u"task"_s, care, make<TasksPage>},
        {u"runs"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Robot runs"), u"run"_s, care, make<RunsPage>},
        {u"schedules"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Scheduled runs"), u"clock"_s, care, make<SchedulesPage>},
        {u"robots"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Robots"), u"robot"_s, care},
        {u"plans"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Plans"), u"plan"_s, care, make<PlansPage>},
        {u"import"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Import"), u"drop"_s, care, make<ImportPage>},
        {u"journal"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Journal"), u"journal"_s, care, make<JournalPage>},
    };
    return kinds;
}

QString pageText(const char *source) { return QCoreApplication::translate("naru::ui::Pages", source); }

} // namespace naru::ui
