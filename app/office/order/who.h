// Whom a line speaks of: names as documents print them, and lines of running text that hold grade, unit, and name.
#pragma once

#include "office/order/columns.h"

#include <QString>
#include <QStringList>

namespace naru::office {

struct Who {
    QString name; // without white space
    QString hanja;
    QString empNo;
    QString grade;
    QString unit; // where the person is now, as written: "총무과 서무팀", "총무과장"
    QString post;
    bool isDoubtful = false; // "외 2명", a name of one syllable …
};

// One cell of names: "이 지 혜", "김하나(金하나)", "이민수(20110234)", "김하나\n이민수" (two people), "김하나, 이민수".
QList<Who> readNames(const QString &cell, const Words &words);

// "정보화담당관 지방행정주사 이민수", "지방행정주사 홍 길 동", "이민수(정보화담당관 지방행정주사)". Without a name where
// none can be told. `rest` gets what stands behind the name.
Who readWho(const QString &text, const Words &words, QString *rest = nullptr);

// Joins syllables that are spaced out to a word: "홍 길 동은" stays, "홍 길 동" -> "홍길동". At least two in a row.
QString unspaced(const QString &text);

// Whether the text, without white space, can be a Korean name: 2–5 syllables.
// One kind of blanks and signs: full-width figures, brackets, and dots, blanks of any width.
QString plainText(const QString &text);

bool canBeName(QStringView text);

} // namespace naru::office
