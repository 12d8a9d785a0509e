#include "run/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// In the global namespace: the macro declares a function of it.
static void loadTranslations() { Q_INIT_RESOURCE(translations); }

namespace naru::run {

using namespace Qt::StringLiterals;

namespace {

void install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(u"naru.language"_s);
    if (translator->load(name, folder))
        application.installTranslator(translator);
    else
        delete translator; // Qt's own words stay English where the package of its translations is not installed
}

} // namespace

QString languageOf(const QString &wanted)
{
    if (wanted == u"ko"_s || wanted == u"en"_s)
        return wanted;
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (value.startsWith(u"en"_s))
            return u"en"_s;
        if (!value.isEmpty())
            return u"ko"_s;
    }
    return u"ko"_s;
}

void speak(QCoreApplication &application, const QString &language)
{
    loadTranslations();
    const QList<QTranslator *> before = application.findChildren<QTranslator *>(u"naru.language"_s);
    qDeleteAll(before); // a translator that goes uninstalls itself
    QLocale::setDefault(QLocale(language == u"en"_s ? u"en_US"_s : u"ko_KR"_s));
    if (language == u"ko"_s)
        install(application, u"qtbase_ko"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, u"naru_"_s + language, u":/translations"_s);
    install(application, u"words_"_s + language, u":/translations"_s);
}

QString fieldLabel(const QString &label) { return QCoreApplication::translate("Field", label.toUtf8().constData()); }

QString recordLabel(const QString &label) { return QCoreApplication::translate("Record", label.toUtf8().constData()); }

} // namespace naru::run
