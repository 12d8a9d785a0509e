#include "run/service/backups.h"

#include "run/service/pass_lock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>

namespace naru::run {

namespace {

constexpr qint64 secondsBetweenTries = 3600;
const QString atSetting = u"backup.at"_s; // "02:30", or "off"
const QString keepSetting = u"backup.keep"_s;
const QString folderSetting = u"backup.folder"_s;

Error invalid(const QString &text) { return {Error::Kind::Invalid, text, u"backup.setting"_s}; }

void removeCopy(const QString &file)
{
    QFile::remove(file);
    QFile::remove(file + u".seal"_s);
}

} // namespace

Backups::Backups(Session &session, const Clock &clock, TellEvent tell)
    : m_session(session)
    , m_clock(clock)
    , m_tell(std::move(tell))
{
}

QString Backups::baseName() const { return QFileInfo(m_session.location()).completeBaseName(); }

Result<Backups::Settings> Backups::settings() const
{
    const store::Store &store = m_session.store();
    Settings out;
    const QFileInfo office(m_session.location());
    out.folder = office.absolutePath() + u'/' + office.completeBaseName() + u".backups"_s;
    for (const QString &name : {atSetting, keepSetting, folderSetting}) {
        const Result<QString> value = store.setting(name);
        if (!value && value.error().kind == Error::Kind::NotFound)
            continue;
        if (!value)
            return value.error();
        if (value->isEmpty())
            continue;
        if (name == keepSetting)
            out.keep = value->toInt();
        else if (name == folderSetting)
            out.folder = *value;
        else if (*value == u"off")
            out.isOn = false;
        else
            out.at = QTime::fromString(*value, u"HH:mm"_s);
    }
    return out;
}

Status Backups::set(const Settings &settings)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed;
    if (settings.keep < 1)
        return invalid(u"expected to keep one copy at least but found "_s + QString::number(settings.keep));
    if (!settings.at.isValid())
        return invalid(u"expected a time as 02:30 but found none"_s);
    const Result<Settings> old = this->settings();
    if (!old)
        return old.error();
    if (settings.folder != old->folder && !QFileInfo(settings.folder).isDir())
        return invalid(u"expected a folder but '"_s + settings.folder + u"' is none"_s);
    store::Store &store = m_session.store();
    const QDateTime now = m_clock.now();
    const QString &actor = m_session.actor();
    Status done = store.setSetting(atSetting, settings.isOn ? settings.at.toString(u"HH:mm"_s) : u"off"_s, actor, now);
    if (done)
        done = store.setSetting(keepSetting, QString::number(settings.keep), actor, now);
    if (done && settings.folder != old->folder)
        done = store.setSetting(folderSetting, QFileInfo(settings.folder).absoluteFilePath(), actor, now);
    return done;
}

QList<Backups::Copy> Backups::copiesIn(const QString &folder) const
{
    QList<Copy> out;
    const QString before = baseName() + u'-';
    for (const QFileInfo &file : QDir(folder).entryInfoList({before + u"*.naru"_s}, QDir::Files)) {
        const QDate day = QDate::fromString(file.completeBaseName().mid(before.size()), Qt::ISODate);
        if (day.isValid())
            out.append({file.absoluteFilePath(), day, file.size()});
    }
    std::sort(out.begin(), out.end(), [](const Copy &a, const Copy &b) { return a.day > b.day; });
    return out;
}

Result<QList<Backups::Copy>> Backups::copies() const
{
    const Result<Settings> known = settings();
    return known ? Result<QList<Copy>>(copiesIn(known->folder)) : known.error();
}

// A copy that has never been restored is a hope.
Status Backups::tryCopy(const QString &file, const QString &folder) const
{
    const QTemporaryDir trial(folder + u"/trial-XXXXXX"_s);
    if (!trial.isValid())
        return Error{Error::Kind::Unavailable, u"expected a place for a trial in '"_s + folder + u"' but "_s + trial.errorString(), u"backup.trial"_s};
    return store::restore(file, trial.filePath(u"office"_s));
}

Status Backups::makeCopy(const Settings &settings, QDate day)
{
    if (!QDir().mkpath(settings.folder))
        return Error{Error::Kind::Unavailable, u"expected a folder at '"_s + settings.folder + u"' but it cannot be made"_s, u"backup.folder"_s};
    QFile::setPermissions(settings.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString file = settings.folder + u'/' + baseName() + u'-' + day.toString(Qt::ISODate) + u".naru"_s;
    // Whoever was killed behind the copy left it whole, and untried.
    const Status copied = QFileInfo::exists(file) ? Status() : m_session.store().backup(file);
    const Status sound = copied ? tryCopy(file, settings.folder) : copied;
    if (copied && !sound && sound.error().kind == Error::Kind::Invalid)
        removeCopy(file); // must not be taken for a backup
    if (sound)
        forgetOld(settings);
    return sound;
}

void Backups::forgetOld(const Settings &settings) const
{
    const QList<Copy> all = copiesIn(settings.folder);
    for (qsizetype i = settings.keep; i < all.size(); ++i)
        removeCopy(all[i].file);
}

bool Backups::care()
{
    const QDateTime now = m_clock.now();
    const QDateTime seoul = now.toTimeZone(QTimeZone("Asia/Seoul"));
    const QString day = seoul.date().toString(Qt::ISODate);
    const Result<Settings> known = settings();
    store::Store &store = m_session.store();
    const Result<QString> last = store.setting(resultSetting());
    if (!known || !known->isOn || seoul.time() < known->at || (last && last->startsWith(day + u" ok"_s)) || (m_nextTry.isValid() && now < m_nextTry))
        return false;
    const std::optional<PassLock> lock = PassLock::take(m_session.location(), u"backup"_s);
    if (!lock)
        return false; // another service makes it
    const Status made = makeCopy(*known, seoul.date());
    m_nextTry = made ? QDateTime() : now.addSecs(secondsBetweenTries);
    const QString result = day + u' ' + (made ? u"ok "_s + baseName() + u'-' + day + u".naru"_s : made.error().text);
    const Status kept = store.setSetting(resultSetting(), result, m_session.actor(), now);
    if (m_tell && !kept)
        m_tell({u"service.waits"_s, {}, kept.error().text, true});
    if (m_tell)
        m_tell({made ? u"backup.made"_s : u"backup.failed"_s, known->folder, result, !made});
    return true;
}

} // namespace naru::run
