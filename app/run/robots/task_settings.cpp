#include "run/robots/task_settings.h"

namespace naru::run {

namespace {

QString settingOf(const bpmn::Element &element, QStringView name)
{
    for (const bpmn::Attribute &one : element.attributes)
        if (one.name.uri == settingsNamespace && one.name.local == name)
            return one.value;
    return {};
}

// A whole number from 1 on, or 0 and a problem.
int countOf(const bpmn::Element &element, QStringView name, QStringList &problems)
{
    const QString text = settingOf(element, name);
    if (text.isEmpty())
        return 0;
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    if (isNumber && count > 0)
        return count;
    problems.append(u"expected a number above 0 in "_s + name.toString() + u" but found '"_s + text + u'\'');
    return 0;
}

QList<int> daysOf(const bpmn::Element &element, QStringView name, QStringList &problems)
{
    QList<int> out;
    const QStringList texts = settingOf(element, name).split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        bool isNumber = false;
        out.append(text.toInt(&isNumber));
        if (!isNumber)
            problems.append(u"expected whole numbers of days in "_s + name.toString() + u" but found '"_s + text + u'\'');
    }
    return out;
}

// The expressions that name who may do the task (§10.3.4.1).
QStringList candidatesOf(const bpmn::Element &element)
{
    QStringList out;
    for (const bpmn::Element *owner : element.children(bpmn::Kind::PotentialOwner))
        for (const bpmn::Element *assignment : owner->children(bpmn::Kind::ResourceAssignmentExpression))
            for (const bpmn::Element *expression : assignment->children(bpmn::Kind::Expression))
                out.append(expression->trimmedText());
    return out;
}

} // namespace

TaskSettings settingsOf(const bpmn::Node &node)
{
    TaskSettings settings;
    if (!node.element)
        return settings;
    const bpmn::Element &element = *node.element;
    settings.operation = node.work.operation;
    settings.decision = settingOf(element, u"decision");
    settings.result = settingOf(element, u"result");
    if (settings.result.isEmpty())
        settings.result = settings.decision;
    settings.form = settingOf(element, u"form");
    settings.candidates = candidatesOf(element);
    settings.due = settingOf(element, u"due");
    if (!settings.due.isEmpty() && !bpmn::spanFromText(settings.due))
        settings.problems.append(u"expected a duration (ISO 8601) in due but found '"_s + settings.due + u'\'');
    settings.dueWorkingDays = countOf(element, u"dueWorkingDays", settings.problems);
    settings.remind = daysOf(element, u"remind", settings.problems);
    settings.escalateAfter = countOf(element, u"escalateAfter", settings.problems);
    settings.escalateTo = settingOf(element, u"escalateTo");
    if (settings.escalateTo.isEmpty())
        settings.escalateTo = u"head"_s;
    const bool isNeverDue = settings.due.isEmpty() && settings.dueWorkingDays == 0;
    if (isNeverDue && (!settings.remind.isEmpty() || settings.escalateAfter > 0))
        settings.problems.append(u"expected due or dueWorkingDays where remind or escalateAfter counts from it but found neither"_s);
    const int priority = countOf(element, u"priority", settings.problems);
    settings.priority = priority > 0 ? priority : settings.priority;
    return settings;
}

} // namespace naru::run
