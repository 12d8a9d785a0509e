#include "run/words.h"

#include "core/korean_text.h"

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

// What happened, for the failures that people meet most.
QString cause(const QString &code)
{
    static const QHash<QString, const char *> causes{
        {u"encrypted"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The file is locked with a password. Save it without one.")},
        {u"curves"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The letters of this PDF are drawings. It must be read by OCR.")},
        {u"unread"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "A page could not be recognised. Look at it yourself.")},
        {u"ocr.model"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The Korean model for scans is not installed (tesseract-ocr-kor).")},
        {u"truncated"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The file ends too early. Get it again from the sender.")},
        {u"format.unknown"_s, QT_TRANSLATE_NOOP("naru::ui::Failure", "The format of this file is not known.")},
        {u"order.none"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "No order line was found in this document. Is it a personnel order?")},
        {u"file.missing"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The file is not there any more. It may have been moved or renamed.")},
        {u"file.denied"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "You may not read or write this file. Ask its owner.")},
        {u"file.empty"_s, QT_TRANSLATE_NOOP("naru::ui::Failure", "The file is empty. Get it again from the sender.")},
        {u"file.special"_s, QT_TRANSLATE_NOOP("naru::ui::Failure", "This is no file. Choose a document.")},
        {u"evidence.changed"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The file has changed since the plan was made, so it is not shown as evidence.")},
        {u"reader.crashed"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The file broke its reader, which was stopped. It is damaged, or made to do harm.")},
        {u"reader.limit"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The file wanted more than may be used, and its reading was stopped. It is damaged, or made to do harm.")},
        {u"reader.timeout"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "Reading the file took too long and was stopped. It is damaged, or far too large.")},
        {u"xls.unsupported"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "This is the old Excel format (.xls), which is read where LibreOffice is installed. Save it as .xlsx and open it again.")},
        {u"hwp.version3"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "This HWP document is of an old kind (HWP 3 or older). Open it in Hancom Office and save it as HWPX.")},
        {u"hwp.version"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "This HWP document is of a version that is not known. Save it as HWPX.")},
        {u"hwp.drm"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The document is locked by digital rights (DRM). Ask the sender for one without.")},
        {u"hwp.certificate"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The document is encrypted with a certificate. Ask the sender for one without.")},
        {u"store.full"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The disk is full. Nothing was written. Make room and try again.")},
        {u"store.newer"_s, QT_TRANSLATE_NOOP("naru::ui::Failure", "A newer Naru made this office. Use that version.")},
        {u"store.noFile"_s, QT_TRANSLATE_NOOP("naru::ui::Failure", "There is no office here yet.")},
        {u"store.noOffice"_s, QT_TRANSLATE_NOOP("naru::ui::Failure", "This file is not an office.")},
        {u"store.network"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The office lies on a network drive, where it could be damaged. Keep it on this computer, or use a server.")},
        {u"plan.digest"_s,
         QT_TRANSLATE_NOOP("naru::ui::Failure", "The plan has another revision by now, so it was not applied. Look at it again and approve it.")},
    };
    const auto at = causes.constFind(code);
    if (at != causes.constEnd())
        return QCoreApplication::translate("naru::ui::Failure", *at);
    for (const QString &ending : {u"encrypted"_s, u"curves"_s, u"truncated"_s})
        if (code.endsWith(u'.' + ending))
            return cause(ending);
    if (code.endsWith(u".damaged"_s) && !code.startsWith(u"store."_s))
        return QCoreApplication::translate("naru::ui::Failure", "The file is damaged. Get it again from the sender.");
    if (code.endsWith(u".partMissing"_s))
        return QCoreApplication::translate("naru::ui::Failure", "The file lacks a part that it needs. Get it again from the sender.");
    if (code.startsWith(u"limit."_s))
        return QCoreApplication::translate("naru::ui::Failure", "The file is larger than may be read.");
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
    if (error.kind == Error::Kind::Cancelled)
        return advice(error.kind);
    if (!what.isEmpty())
        return what;
    if (error.text.isEmpty())
        return advice(error.kind);
    return QCoreApplication::translate("naru::ui::Failure", "%1 (Reason: %2)").arg(advice(error.kind), error.text);
}

} // namespace naru::run
