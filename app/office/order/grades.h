// Grades (직급) as orders and directories write them: 지방행정주사, 지방행정서기보시보, 행정6급, 6급, 지방행정주사(일반임기제) …
// Sources: 지방공무원 임용령 별표 1 (grades by series), 지방공무원법 4조 (classes 1–9).
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace naru::office {

struct Grade {
    QString text; // as written, without white space
    QString series; // 행정, 사회복지, …; empty where only the class is said ("6급")
    int rank = 0; // 1–9; 0 where the scheme has no classes (공무직, 전문경력관)
    QString scheme; // 일반직 연구직 지도직 전문경력관 임기제 공무직 소방직
    QString remark; // what stands in brackets: 일반임기제
    bool onProbation = false; // 시보
    bool isClassOnly = false; // "6급", "행정6급"
};

// The grade that the whole text says, or nothing. White space inside is ignored ("지 방 행 정 주 사").
std::optional<Grade> parseGrade(QStringView text);

// Whether a stated grade can be that of somebody with the grade in the directory: equal, or the stated one is the class
// alone, or it leaves out 지방 or what stands in brackets.
bool isCompatible(const Grade &stated, const Grade &held);

// Whether both are the very same grade, whatever the spelling.
bool isSame(const Grade &a, const Grade &b);

} // namespace naru::office
