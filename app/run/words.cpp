#include "run/words.h"

#include "core/korean_text.h"
#include "run/causes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace naru::run {

namespace {

// What to do, by the kind of failure. The English reason of the log stands behind it, for whoever is asked for help.
QString advice(Error::Kind kind)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::Failure", text); };
    switch (kind) {
    case Error::Kind::Failed:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "The computer could not do it. Nothing was changed. Try again; "
                                                          "if it fails again, tell the administrator the reason below."));
    case Error::Kind::Usage:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "This request makes no sense here. Nothing was changed."));
    case Error::Kind::Invalid:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "The content is not what it should be. Nothing was changed. "
                                                          "Check the file or the value and try again."));
    case Error::Kind::NotFound:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "It is not there any more, or on this day. Choose another day, or refresh."));
    case Error::Kind::NeedsPerson:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "A person must decide first. Nothing was applied. Answer the open questions."));
    case Error::Kind::Denied:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "You have no right to do this. Ask the person in charge or the administrator."));
    case Error::Kind::Conflict:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "The records have changed meanwhile, so nothing was applied. "
                                                          "Make the plan again and look at what differs."));
    case Error::Kind::Unavailable:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "It is in use by someone else or cannot be reached. Try again in a moment."));
    case Error::Kind::Cancelled:
        return say(QT_TRANSLATE_NOOP("naru::ui::Failure", "Cancelled. Nothing was changed."));
    }
    return {};
}

} // namespace

QString dayText(QDate day)
{
    if (QLocale().language() == QLocale::Korean)
        return koreanDateWithWeekday(day);
    return day.isValid() ? QLocale().toString(day, u"d MMM yyyy (ddd)"_s) : QString();
}

QString shortDayText(QDate day)
{
    if (QLocale().language() == QLocale::Korean)
        return koreanDate(day);
    return day.isValid() ? QLocale().toString(day, u"d MMM yyyy"_s) : QString();
}

QString momentText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime here = moment.toTimeZone(QTimeZone("Asia/Seoul"));
    return shortDayText(here.date()) + u' ' + here.time().toString(u"HH:mm"_s);
}

QString sentence(const Error &error)
{
    const QString what = cause(error.code);
    if (error.kind == Error::Kind::Cancelled && what.isEmpty())
        return advice(error.kind);
    if (error.text.isEmpty() || (!what.isEmpty() && !needsReason(error.code)))
        return what.isEmpty() ? advice(error.kind) : what;
    return QCoreApplication::translate("naru::ui::Failure", "%1 (Reason: %2)").arg(what.isEmpty() ? advice(error.kind) : what, error.text);
}

} // namespace naru::run
