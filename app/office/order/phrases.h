// Kinds of personnel orders (발령의 종류) and the phrases (발령 문구) that say them, as a table: 지방공무원법 5·6장,
// 지방공무원 임용령. A phrase is what stands in the column 발령사항, or behind the arrow of a bulletin.
#pragma once

#include "core/result.h"

#include <QDate>
#include <QList>
#include <QString>

namespace naru::office {

// What one act of a phrase says. Texts are as written; units are resolved later, against the directory of the day.
struct Act {
    QString kind; // 전보 승진 …; empty where the phrase alone does not tell (근무를 명함, …에 임함)
    QString target; // the unit or post it leads to: "총무과 인사팀", "재정관리담당관", "총무과장"
    bool isBare = false; // no verb: "→ 기획담당관"
    bool isPost = false; // the target names a seat (…에 보함, …직무대리)
    QString grade; // the grade that is given: …에 임함
    QString outside; // the other body: 파견 전출 전입
    QDate from; // of a period
    QDate until;
    int months = 0; // of a period that is only said in months
    int days = 0; // or in days
    QDate day; // "2026. 8. 1.자"
    QString detail; // 육아, 질병 (휴직); 의원면직, 정년퇴직 (퇴직)
    QString wrong; // 정정: what was written in error
    bool isUnderstood = true; // false: words are left over that nobody read
};

// All acts of a phrase in their order; "…에 임함. …에 보함" is one act with grade and target. Empty for blank text.
QList<Act> readPhrase(const QString &text);

// The kind that a heading, a column 발령구분, or a remark says: "□ 승진(5명)" -> 승진, "5급 이하 전보" -> 전보,
// "파견 복귀" -> 파견복귀. Empty where none or several are said.
QString kindOfHeading(const QString &text);

// All kinds that are known, the general ones first.
const QStringList &orderKinds();

// What a kind does to a person (PORTAL §4.1): which assignments it opens, ends, or suspends.
struct KindTraits {
    QString kind;
    bool moves = false; // sets the main post (본직) when a target is given
    bool needsTarget = false; // makes no sense without a unit
    bool opensPerson = false; // 신규임용 전입
    bool leaves = false; // 퇴직 전출: the person is gone, the account is withdrawn
    bool suspends = false; // 휴직 정직 직위해제 대기 파견 …: the account is suspended, or limited
    bool opensSecond = false; // 겸임 직무대리 파견: a second assignment beside the main one
    QString ends = {}; // the kind of assignment that it ends: 겸임해제 -> 겸임
    bool changesGrade = false;
};
const KindTraits *traitsOf(const QString &kind);

// "26.12.11~27.12.10": in a period nothing else can be meant than years of this century.
QString withFullYears(QString text);

} // namespace naru::office
