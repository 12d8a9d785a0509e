// The records of a city office. Each is a plain struct with one field table; units, posts, assignments, role grants, and
// deputies are valid from–to (valid_to is the last valid day; an invalid date means open).
#pragma once

#include "core/record.h"

namespace naru::office {

// 부서. A renamed unit is a new record whose predecessor has a validTo. Names need not be unique.
struct Unit {
    QString id; // code: "A010300"
    QString name;
    QString nature; // 본청 직속 사업소 의회  (column "kind")
    QString level; // 기관 실국 과 팀
    QString parent; // id of a unit
    QDate validFrom;
    QDate validTo;
    QStringList predecessors; // ids of units
    static QString kind() { return u"unit"_s; }
    static QString label() { return u"Unit"_s; }
    static const QList<FieldOf<Unit>> &fields();
};

// 직위: a seat that one person can be put on, where the office keeps them (heads of units).
struct Post {
    QString id; // "A010300-과장"
    QString unit;
    QString title;
    QDate validFrom;
    QDate validTo;
    static QString kind() { return u"post"_s; }
    static QString label() { return u"Post"_s; }
    static const QList<FieldOf<Post>> &fields();
};

struct Person {
    QString id; // 사번
    QString name;
    QString hanja;
    QString employment; // 일반직 연구직 지도직 임기제 시간선택제 전문경력관 별정직 공무직
    QDate joined;
    static QString kind() { return u"person"_s; }
    static QString label() { return u"Person"_s; }
    static const QList<FieldOf<Person>> &fields();
};

// 발령에 따른 배치: what a person is, where, and for how long.
struct Assignment {
    QString id; // "20110234-3"
    QString person;
    QString nature; // 본직 겸임 직무대리 파견 휴직 직위해제 대기 정직 … (column "kind")
    QString unit; // empty where it is outside or needs none (휴직)
    QString post; // free text: 과장, 팀장, 담당
    QString grade; // of 본직: 지방행정주사
    QString series; // of 본직: 행정
    QString outside; // the other body of a 파견
    QDate validFrom;
    QDate validTo;
    QDate expected; // the planned last day (기간), which does not end it by itself
    QString orderLine; // id of the OrderLine that made it
    static QString kind() { return u"assignment"_s; }
    static QString label() { return u"Assignment"_s; }
    static const QList<FieldOf<Assignment>> &fields();
};

struct Account {
    QString id; // login
    QString person;
    QString state; // 사용 정지 회수
    QString reason; // why it is not in use
    static QString kind() { return u"account"_s; }
    static QString label() { return u"Account"_s; }
    static const QList<FieldOf<Account>> &fields();
};

// 권한: 담당 팀장 과장 국장 기관장 인사 관리자 …
struct RoleGrant {
    QString id; // "20110234:팀장:A010301"
    QString person;
    QString role;
    QString unit; // for which unit; empty: the whole office
    QDate validFrom;
    QDate validTo;
    static QString kind() { return u"role"_s; }
    static QString label() { return u"Role"_s; }
    static const QList<FieldOf<RoleGrant>> &fields();
};

// 자주 쓰는 결재선: steps are "role:emp_no", e.g. "검토:20110234", "결재:20050011".
struct ApprovalLine {
    QString id;
    QString owner;
    QString name;
    QString unit;
    QStringList steps;
    static QString kind() { return u"approval_line"_s; }
    static QString label() { return u"Approval line"_s; }
    static const QList<FieldOf<ApprovalLine>> &fields();
};

// 대행: who acts while the person is away.
struct Deputy {
    QString id;
    QString person;
    QString deputy;
    QDate validFrom;
    QDate validTo;
    static QString kind() { return u"deputy"_s; }
    static QString label() { return u"Deputy"_s; }
    static const QList<FieldOf<Deputy>> &fields();
};

// 과제
struct Task {
    QString id;
    QString title;
    QString nature; // 공약 주요업무 지시사항 현안 단위과제 (column "kind")
    QString unit;
    QString owner; // emp_no
    QString state; // 발의 계획 추진 변경 보류 완료 종결
    QDate due;
    static QString kind() { return u"task"_s; }
    static QString label() { return u"Task"_s; }
    static const QList<FieldOf<Task>> &fields();
};

// 지시사항
struct Directive {
    QString id;
    QString title;
    QString unit;
    QString owner;
    QString state; // 접수 공람 계획 추진중 종결요청 종결 장기관리 취소
    QDate due;
    QString task;
    static QString kind() { return u"directive"_s; }
    static QString label() { return u"Directive"_s; }
    static const QList<FieldOf<Directive>> &fields();
};

// 결재가 진행 중인 문서의 한 단계. unit and post are those of the day when the step was made.
struct ApprovalStep {
    QString id; // "D-000123/2"
    QString document; // "D-000123"
    QString title;
    QString person;
    QString role; // 기안 검토 협조 결재
    QString unit;
    QString post;
    QString state; // 대기 진행 완료
    static QString kind() { return u"approval_step"_s; }
    static QString label() { return u"Approval step"_s; }
    static const QList<FieldOf<ApprovalStep>> &fields();
};

// 업무 인계·인수 (행정업무규정 61조, 시행규칙 45조·별지 12호)
struct Handover {
    QString id;
    QString from; // emp_no
    QString to; // emp_no, or empty where the successor is not known
    QString unit;
    QString reason; // 발령 개편 분장
    QString orderLine;
    QString state; // 작성 검토 보완 인수 입회 완결 대리인계
    QString duties; // 1. 담당 업무
    QString plans; // 2. 주요 업무계획 및 진행사항
    QString issues; // 3. 현안사항 및 문제점
    QString pending; // 4. 주요 미결사항
    QString documents; // 5. 관련 문서 현황
    QString assets; // 6. 주요 물품 및 예산 등
    QString remarks; // 7. 그 밖의 참고사항
    static QString kind() { return u"handover"_s; }
    static QString label() { return u"Hand-over"_s; }
    static const QList<FieldOf<Handover>> &fields();
};

// 인사발령 한 건(문서)
struct Order {
    QString id; // "o-" + the first 12 digits of the document's SHA-256
    QString number; // 제2026-15호
    QString title;
    QDate date; // 발령일자
    QString sha256;
    QString file;
    static QString kind() { return u"order"_s; }
    static QString label() { return u"Personnel order"_s; }
    static const QList<FieldOf<Order>> &fields();
};

// 발령 사항 한 줄, as it was applied
struct OrderLine {
    QString id; // order id + "/" + line number
    QString order;
    QString person;
    QString nature; // 전보 승진 … (column "kind")
    QString text;
    QString unit; // the unit it leads to, or which ends
    QString post;
    QString grade;
    QString outside;
    QDate effective;
    QDate until;
    QString place; // "order.pdf 3쪽", "Sheet1!A5:E5"
    QString state; // 시행 취소 정정
    static QString kind() { return u"order_line"_s; }
    static QString label() { return u"Order line"_s; }
    static const QList<FieldOf<OrderLine>> &fields();
};

// 로봇 예약: when a robot runs. The record is found and switched by its fields; the rule itself is the JSON form of a
// schedule, which the office keeps as it is.
struct Schedule {
    QString id; // "s-" + 12 digits
    QString title;
    QString robot;
    bool isEnabled = true; // column "enabled"
    QDateTime since; // nothing before this moment was missed: when it was made, changed, or switched on
    QString definition; // JSON
    static QString kind() { return u"schedule"_s; }
    static QString label() { return u"Schedule"_s; }
    static const QList<FieldOf<Schedule>> &fields();
};

// 로봇 시작 조건: what else makes a robot run.
struct Trigger {
    QString id; // "t-" + 12 digits
    QString title;
    QString robot;
    QString nature; // 폴더 메시지 시행일 (column "kind")
    QString place; // the folder, or the name of the message
    QString inputs; // JSON, for the robot
    bool isEnabled = true; // column "enabled"
    QDateTime since; // when it was made, changed, or switched on
    static QString kind() { return u"trigger"_s; }
    static QString label() { return u"Trigger"_s; }
    static const QList<FieldOf<Trigger>> &fields();
};

// 기관 휴무일: a day on which the office is closed and no public holiday is (개원기념일). No working day.
struct ClosingDay {
    QString id; // the day: "2026-12-31", or "07-01" for every year
    QString name;
    QString ground; // what says so: a rule of the office, a document
    static QString kind() { return u"closing_day"_s; }
    static QString label() { return u"Closing day"_s; }
    static const QList<FieldOf<ClosingDay>> &fields();
};

// The field tables of all records, in the order in which references resolve.
QList<RecordTable> tables();

} // namespace naru::office
