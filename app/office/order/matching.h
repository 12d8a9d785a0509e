// Matching (PORTAL §4.3, 4.4): whom and which unit each order line means, against the directory of its day. A line is ready
// when the facts that it shows and the directory leave exactly one meaning; else it is a question, never a guess.
#pragma once

#include "core/plan.h"
#include "office/order/reader.h"
#include "office/order/unit_resolver.h"

#include <QJsonArray>

namespace naru::office {

enum class LineStatus { Ready, Question, NoChange, Rejected };
QString toString(LineStatus status);

struct Reason {
    QString code;
    QString text; // Korean
    QList<Candidate> candidates;
};

struct MatchedLine {
    int number = 0; // 1-based over all sources
    int source = 0;
    ReadLine read;
    QString kind;
    const Person *person = nullptr; // null for somebody new
    QString empNo; // empty where nobody is certain
    QString name;
    QString grade; // as stated
    QString toGrade;
    QString fromUnit; // code
    QString toUnit; // code
    QString toPost;
    QString outside;
    QDate effective;
    QDate until;
    const OrderLine *amends = nullptr; // 정정 취소: the line that it changes
    const Assignment *ended = nullptr; // 해제 복귀 복직: the assignment that it ends
    LineStatus status = LineStatus::Question;
    QList<Reason> reasons;
    Confidence confidence = 1;
};

// Makes the line a question with this reason.
void ask(MatchedLine &line, const QString &code, const QString &text, const QList<Candidate> &candidates = {});

// What a person has decided about a line.
struct Answer {
    QString empNo;
    QString toUnit;
    bool skip = false;
};

// Matches the lines of all sources in order. `received`: the day the order arrived.
class Matcher {
public:
    Matcher(const Directory &directory, QDate received);

    MatchedLine match(const ReadLine &line, int number, int source, const Answer &answer) const;
    // What only several lines together show: repetitions, contradictions.
    void compare(QList<MatchedLine> &lines) const;

private:
    void matchPerson(MatchedLine &line, const Answer &answer) const;
    void matchNewPerson(MatchedLine &line) const;
    bool takeNumber(MatchedLine &line, QList<const Person *> &here, const QList<const Person *> &gone) const;
    void matchGone(MatchedLine &line, const QList<const Person *> &gone) const;
    void askUnknown(MatchedLine &line) const;
    void askContradiction(MatchedLine &line, const QList<Candidate> &candidates, bool usesUnit) const;
    QList<const Person *> told(const MatchedLine &line, const QList<const Person *> &fitting) const;
    QList<Candidate> candidates(const QList<const Person *> &people, QDate day) const;
    void narrow(MatchedLine &line, QList<const Person *> candidates) const;
    bool holdsGrade(const MatchedLine &line, const Person &person) const;
    bool sitsIn(const MatchedLine &line, const Person &person) const;
    void settleKind(MatchedLine &line) const;
    void settleGrade(MatchedLine &line) const;
    void matchUnit(MatchedLine &line, const Answer &answer) const;
    void takeAnswer(MatchedLine &line, const QString &code) const;
    void takeUnit(MatchedLine &line, const ResolvedUnit &found) const;
    void askUnit(MatchedLine &line, const ResolvedUnit &found, const QString &text, const QString &team) const;
    void matchEnding(MatchedLine &line) const;
    void takeReturn(MatchedLine &line) const;
    void keepThere(MatchedLine &line, const KindTraits &traits, QList<const Assignment *> &open) const;
    void matchAmendment(MatchedLine &line) const;
    void checkDates(MatchedLine &line) const;
    void checkMeaning(MatchedLine &line) const;
    void checkNoChange(MatchedLine &line) const;
    void checkReading(MatchedLine &line, const Answer &answer) const;
    // What was read from a scan: matching_scans.cpp.
    static bool isScanned(const ReadLine &read);
    ReadLine asMeant(ReadLine read) const;
    QString meantBody(const QString &read) const;
    void takeMeantPerson(MatchedLine &line) const;
    const Person *meantPerson(const MatchedLine &line) const;
    bool saysUnit(const MatchedLine &line) const;
    void checkScan(MatchedLine &line, const Answer &answer) const;
    void checkTarget(MatchedLine &line) const;
    static void askTogether(QList<MatchedLine> &lines);
    bool isUnitConfirmed(const MatchedLine &line) const;
    QList<const Person *> lookAlikes(const MatchedLine &line) const;
    bool isRepeated(const MatchedLine &line) const;
    bool isAlreadySo(const MatchedLine &line) const;
    QDate eve(const MatchedLine &line) const;
    QDate dayOf(const MatchedLine &line) const;
    QList<Candidate> candidates(const QList<const Unit *> &units) const;
    Candidate candidate(const Person &person, QDate day) const;
    Candidate candidate(const Unit &unit) const;

    const Directory &m_directory;
    UnitResolver m_units;
    QDate m_received;
};

} // namespace naru::office
