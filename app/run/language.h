// The language of the program: Korean unless the person or the environment asks for English. The texts are part of the
// program; those of Qt itself come from the system.
#pragma once

#include <QString>

class QCoreApplication;

namespace naru::run {

// "ko" or "en": what was asked for, else what LC_ALL, LC_MESSAGES, or LANG begin with, else Korean.
QString languageOf(const QString &wanted);

// Installs the translators and the default locale (ko_KR, or en_US). May be called again to change the language; texts
// that are already on the screen stay as they are.
void speak(QCoreApplication &application, const QString &language);

// The word of the screen for the label of a field or of a record ("Name" -> "성명").
QString fieldLabel(const QString &label);
QString recordLabel(const QString &label);

} // namespace naru::run
