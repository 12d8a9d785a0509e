#include "office/records.h"

namespace naru::office {

namespace {

Field key(const QString &label) { return {u"id"_s, FieldKind::Text, label, true, {}, {}, Secrecy::Open, true}; }
Field plain(const QString &name, const QString &label, bool required = false)
{
    return {name, FieldKind::Text, label, required};
}
Field searched(const QString &name, const QString &label, bool required = false)
{
    return {name, FieldKind::Text, label, required, {}, {}, Secrecy::Open, true};
}
Field longText(const QString &name, const QString &label) { return {name, FieldKind::LongText, label}; }
Field day(const QString &name, const QString &label, bool required = false)
{
    return {name, FieldKind::Day, label, required};
}
Field choice(const QString &name, const QString &label, const QStringList &choices)
{
    return {name, FieldKind::Choice, label, true, {}, choices};
}
Field reference(const QString &name, const QString &label, const QString &kind, bool required = false)
{
    return {name, FieldKind::Reference, label, required, kind};
}

} // namespace

const QList<FieldOf<Unit>> &Unit::fields()
{
    static const QList<FieldOf<Unit>> fields{
        fieldOf<&Unit::id>(key(u"Code"_s)),
        fieldOf<&Unit::name>(searched(u"name"_s, u"Name"_s, true)),
        fieldOf<&Unit::nature>(choice(u"kind"_s, u"Institution"_s, {u"본청"_s, u"직속"_s, u"사업소"_s, u"의회"_s})),
        fieldOf<&Unit::level>(choice(u"level"_s, u"Level"_s, {u"기관"_s, u"실국"_s, u"과"_s, u"팀"_s})),
        fieldOf<&Unit::parent>(reference(u"parent"_s, u"Belongs to"_s, u"unit"_s)),
        fieldOf<&Unit::validFrom>(day(u"valid_from"_s, u"Valid from"_s, true)),
        fieldOf<&Unit::validTo>(day(u"valid_to"_s, u"Valid to"_s)),
        fieldOf<&Unit::predecessors>(
            {u"predecessors"_s, FieldKind::References, u"Predecessors"_s, false, u"unit"_s}),
    };
    return fields;
}

const QList<FieldOf<Post>> &Post::fields()
{
    static const QList<FieldOf<Post>> fields{
        fieldOf<&Post::id>(key(u"Number"_s)),
        fieldOf<&Post::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s, true)),
        fieldOf<&Post::title>(searched(u"title"_s, u"Post"_s, true)),
        fieldOf<&Post::validFrom>(day(u"valid_from"_s, u"Valid from"_s, true)),
        fieldOf<&Post::validTo>(day(u"valid_to"_s, u"Valid to"_s)),
    };
    return fields;
}

const QList<FieldOf<Person>> &Person::fields()
{
    static const QList<FieldOf<Person>> fields{
        fieldOf<&Person::id>(key(u"Employee number"_s)),
        fieldOf<&Person::name>({u"name"_s, FieldKind::Text, u"Name"_s, true, {}, {}, Secrecy::Personal, true}),
        fieldOf<&Person::hanja>({u"hanja"_s, FieldKind::Text, u"Hanja"_s, false, {}, {}, Secrecy::Personal, true}),
        fieldOf<&Person::employment>(plain(u"employment"_s, u"Employment"_s)),
        fieldOf<&Person::joined>(day(u"joined"_s, u"Joined"_s)),
    };
    return fields;
}

const QList<FieldOf<Assignment>> &Assignment::fields()
{
    static const QList<FieldOf<Assignment>> fields{
        fieldOf<&Assignment::id>({u"id"_s, FieldKind::Text, u"Number"_s, true}),
        fieldOf<&Assignment::person>(reference(u"person"_s, u"Person"_s, u"person"_s, true)),
        fieldOf<&Assignment::nature>(plain(u"kind"_s, u"Kind"_s, true)),
        fieldOf<&Assignment::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s)),
        fieldOf<&Assignment::post>(plain(u"post"_s, u"Post"_s)),
        fieldOf<&Assignment::grade>(plain(u"grade"_s, u"Grade"_s)),
        fieldOf<&Assignment::series>(plain(u"series"_s, u"Series"_s)),
        fieldOf<&Assignment::outside>(plain(u"outside"_s, u"Outside body"_s)),
        fieldOf<&Assignment::validFrom>(day(u"valid_from"_s, u"Valid from"_s, true)),
        fieldOf<&Assignment::validTo>(day(u"valid_to"_s, u"Valid to"_s)),
        fieldOf<&Assignment::expected>(day(u"expected"_s, u"Planned until"_s)),
        fieldOf<&Assignment::orderLine>(reference(u"order_line"_s, u"Order line"_s, u"order_line"_s)),
    };
    return fields;
}

const QList<FieldOf<Account>> &Account::fields()
{
    static const QList<FieldOf<Account>> fields{
        fieldOf<&Account::id>(key(u"Account"_s)),
        fieldOf<&Account::person>(reference(u"person"_s, u"Person"_s, u"person"_s, true)),
        fieldOf<&Account::state>(choice(u"state"_s, u"State"_s, {u"사용"_s, u"정지"_s, u"회수"_s})),
        fieldOf<&Account::reason>(plain(u"reason"_s, u"Reason"_s)),
    };
    return fields;
}

const QList<FieldOf<RoleGrant>> &RoleGrant::fields()
{
    static const QList<FieldOf<RoleGrant>> fields{
        fieldOf<&RoleGrant::id>({u"id"_s, FieldKind::Text, u"Number"_s, true}),
        fieldOf<&RoleGrant::person>(reference(u"person"_s, u"Person"_s, u"person"_s, true)),
        fieldOf<&RoleGrant::role>(plain(u"role"_s, u"Role"_s, true)),
        fieldOf<&RoleGrant::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s)),
        fieldOf<&RoleGrant::validFrom>(day(u"valid_from"_s, u"Valid from"_s, true)),
        fieldOf<&RoleGrant::validTo>(day(u"valid_to"_s, u"Valid to"_s)),
    };
    return fields;
}

const QList<FieldOf<ApprovalLine>> &ApprovalLine::fields()
{
    static const QList<FieldOf<ApprovalLine>> fields{
        fieldOf<&ApprovalLine::id>({u"id"_s, FieldKind::Text, u"Number"_s, true}),
        fieldOf<&ApprovalLine::owner>(reference(u"owner"_s, u"Owner"_s, u"person"_s, true)),
        fieldOf<&ApprovalLine::name>(plain(u"name"_s, u"Name"_s, true)),
        fieldOf<&ApprovalLine::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s)),
        fieldOf<&ApprovalLine::steps>({u"steps"_s, FieldKind::Texts, u"Steps"_s}),
    };
    return fields;
}

const QList<FieldOf<Deputy>> &Deputy::fields()
{
    static const QList<FieldOf<Deputy>> fields{
        fieldOf<&Deputy::id>({u"id"_s, FieldKind::Text, u"Number"_s, true}),
        fieldOf<&Deputy::person>(reference(u"person"_s, u"Person"_s, u"person"_s, true)),
        fieldOf<&Deputy::deputy>(reference(u"deputy"_s, u"Deputy"_s, u"person"_s, true)),
        fieldOf<&Deputy::validFrom>(day(u"valid_from"_s, u"Valid from"_s, true)),
        fieldOf<&Deputy::validTo>(day(u"valid_to"_s, u"Valid to"_s)),
    };
    return fields;
}

const QList<FieldOf<Task>> &Task::fields()
{
    static const QList<FieldOf<Task>> fields{
        fieldOf<&Task::id>(key(u"Number"_s)),
        fieldOf<&Task::title>(searched(u"title"_s, u"Title"_s, true)),
        fieldOf<&Task::nature>(choice(
            u"kind"_s, u"Kind"_s, {u"공약"_s, u"주요업무"_s, u"지시사항"_s, u"현안"_s, u"단위과제"_s})),
        fieldOf<&Task::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s, true)),
        fieldOf<&Task::owner>(reference(u"owner"_s, u"Person in charge"_s, u"person"_s)),
        fieldOf<&Task::state>(choice(u"state"_s, u"State"_s,
                                     {u"발의"_s, u"계획"_s, u"추진"_s, u"변경"_s, u"보류"_s, u"완료"_s, u"종결"_s})),
        fieldOf<&Task::due>(day(u"due"_s, u"Due"_s)),
    };
    return fields;
}

const QList<FieldOf<Directive>> &Directive::fields()
{
    static const QList<FieldOf<Directive>> fields{
        fieldOf<&Directive::id>(key(u"Number"_s)),
        fieldOf<&Directive::title>(searched(u"title"_s, u"Title"_s, true)),
        fieldOf<&Directive::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s, true)),
        fieldOf<&Directive::owner>(reference(u"owner"_s, u"Person in charge"_s, u"person"_s)),
        fieldOf<&Directive::state>(choice(
            u"state"_s, u"State"_s,
            {u"접수"_s, u"공람"_s, u"계획"_s, u"추진중"_s, u"종결요청"_s, u"종결"_s, u"장기관리"_s, u"취소"_s})),
        fieldOf<&Directive::due>(day(u"due"_s, u"Due"_s)),
        fieldOf<&Directive::task>(reference(u"task"_s, u"Task"_s, u"task"_s)),
    };
    return fields;
}

const QList<FieldOf<ApprovalStep>> &ApprovalStep::fields()
{
    static const QList<FieldOf<ApprovalStep>> fields{
        fieldOf<&ApprovalStep::id>({u"id"_s, FieldKind::Text, u"Number"_s, true}),
        fieldOf<&ApprovalStep::document>(searched(u"document"_s, u"Document"_s, true)),
        fieldOf<&ApprovalStep::title>(searched(u"title"_s, u"Title"_s, true)),
        fieldOf<&ApprovalStep::person>(reference(u"person"_s, u"Person"_s, u"person"_s, true)),
        fieldOf<&ApprovalStep::role>(
            choice(u"role"_s, u"Role"_s, {u"기안"_s, u"검토"_s, u"협조"_s, u"결재"_s})),
        fieldOf<&ApprovalStep::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s)),
        fieldOf<&ApprovalStep::post>(plain(u"post"_s, u"Post"_s)),
        fieldOf<&ApprovalStep::state>(choice(u"state"_s, u"State"_s, {u"대기"_s, u"진행"_s, u"완료"_s})),
    };
    return fields;
}

const QList<FieldOf<Handover>> &Handover::fields()
{
    static const QList<FieldOf<Handover>> fields{
        fieldOf<&Handover::id>(key(u"Number"_s)),
        fieldOf<&Handover::from>(reference(u"from_person"_s, u"Hands over"_s, u"person"_s, true)),
        fieldOf<&Handover::to>(reference(u"to_person"_s, u"Takes over"_s, u"person"_s)),
        fieldOf<&Handover::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s)),
        fieldOf<&Handover::reason>(plain(u"reason"_s, u"Reason"_s)),
        fieldOf<&Handover::orderLine>(reference(u"order_line"_s, u"Order line"_s, u"order_line"_s)),
        fieldOf<&Handover::state>(
            choice(u"state"_s, u"State"_s,
                   {u"작성"_s, u"검토"_s, u"보완"_s, u"인수"_s, u"입회"_s, u"완결"_s, u"대리인계"_s})),
        fieldOf<&Handover::duties>(longText(u"duties"_s, u"Duties"_s)),
        fieldOf<&Handover::plans>(longText(u"plans"_s, u"Main plans and progress"_s)),
        fieldOf<&Handover::issues>(longText(u"issues"_s, u"Current issues and problems"_s)),
        fieldOf<&Handover::pending>(longText(u"pending"_s, u"Main pending matters"_s)),
        fieldOf<&Handover::documents>(longText(u"documents"_s, u"Related documents"_s)),
        fieldOf<&Handover::assets>(longText(u"assets"_s, u"Main goods and budget"_s)),
        fieldOf<&Handover::remarks>(longText(u"remarks"_s, u"Other remarks"_s)),
    };
    return fields;
}

const QList<FieldOf<Order>> &Order::fields()
{
    static const QList<FieldOf<Order>> fields{
        fieldOf<&Order::id>(key(u"Number"_s)),
        fieldOf<&Order::number>(searched(u"number"_s, u"Order number"_s)),
        fieldOf<&Order::title>(searched(u"title"_s, u"Title"_s)),
        fieldOf<&Order::date>(day(u"date"_s, u"Order date"_s)),
        fieldOf<&Order::sha256>(plain(u"sha256"_s, u"SHA-256"_s, true)),
        fieldOf<&Order::file>(plain(u"file"_s, u"File"_s)),
    };
    return fields;
}

const QList<FieldOf<OrderLine>> &OrderLine::fields()
{
    static const QList<FieldOf<OrderLine>> fields{
        fieldOf<&OrderLine::id>({u"id"_s, FieldKind::Text, u"Number"_s, true}),
        fieldOf<&OrderLine::order>(reference(u"order_id"_s, u"Personnel order"_s, u"order"_s, true)),
        fieldOf<&OrderLine::person>(reference(u"person"_s, u"Person"_s, u"person"_s, true)),
        fieldOf<&OrderLine::nature>(plain(u"kind"_s, u"Kind"_s, true)),
        fieldOf<&OrderLine::text>(longText(u"text"_s, u"Text"_s)),
        fieldOf<&OrderLine::unit>(reference(u"unit"_s, u"Unit"_s, u"unit"_s)),
        fieldOf<&OrderLine::post>(plain(u"post"_s, u"Post"_s)),
        fieldOf<&OrderLine::grade>(plain(u"grade"_s, u"Grade"_s)),
        fieldOf<&OrderLine::outside>(plain(u"outside"_s, u"Outside body"_s)),
        fieldOf<&OrderLine::effective>(day(u"effective"_s, u"Effective"_s, true)),
        fieldOf<&OrderLine::until>(day(u"until"_s, u"Until"_s)),
        fieldOf<&OrderLine::place>(plain(u"place"_s, u"Place in the document"_s)),
        fieldOf<&OrderLine::state>(choice(u"state"_s, u"State"_s, {u"시행"_s, u"취소"_s, u"정정"_s})),
    };
    return fields;
}

const QList<FieldOf<Schedule>> &Schedule::fields()
{
    static const QList<FieldOf<Schedule>> fields{
        fieldOf<&Schedule::id>(key(u"Number"_s)),
        fieldOf<&Schedule::title>(searched(u"title"_s, u"Title"_s, true)),
        fieldOf<&Schedule::robot>(searched(u"robot"_s, u"Robot"_s, true)),
        fieldOf<&Schedule::isEnabled>({u"enabled"_s, FieldKind::Flag, u"Switched on"_s, true}),
        fieldOf<&Schedule::since>({u"since"_s, FieldKind::Moment, u"Counted from"_s, true}),
        fieldOf<&Schedule::definition>({u"definition"_s, FieldKind::LongText, u"Rule"_s, true}),
    };
    return fields;
}

const QList<FieldOf<Trigger>> &Trigger::fields()
{
    static const QList<FieldOf<Trigger>> fields{
        fieldOf<&Trigger::id>(key(u"Number"_s)),
        fieldOf<&Trigger::title>(searched(u"title"_s, u"Title"_s, true)),
        fieldOf<&Trigger::robot>(searched(u"robot"_s, u"Robot"_s, true)),
        fieldOf<&Trigger::nature>(choice(u"kind"_s, u"Kind"_s, {u"폴더"_s, u"메시지"_s, u"시행일"_s})),
        fieldOf<&Trigger::place>(plain(u"place"_s, u"Folder or message"_s)),
        fieldOf<&Trigger::inputs>(longText(u"inputs"_s, u"Inputs"_s)),
        fieldOf<&Trigger::isEnabled>({u"enabled"_s, FieldKind::Flag, u"Switched on"_s, true}),
        fieldOf<&Trigger::since>({u"since"_s, FieldKind::Moment, u"Counted from"_s, true}),
    };
    return fields;
}

const QList<FieldOf<ClosingDay>> &ClosingDay::fields()
{
    static const QList<FieldOf<ClosingDay>> fields{
        fieldOf<&ClosingDay::id>(key(u"Day"_s)),
        fieldOf<&ClosingDay::name>(searched(u"name"_s, u"Name"_s, true)),
        fieldOf<&ClosingDay::ground>(plain(u"ground"_s, u"Ground"_s)),
    };
    return fields;
}

QList<RecordTable> tables()
{
    return {tableOf<Unit>(),      tableOf<Post>(),      tableOf<Person>(),       tableOf<Order>(),
            tableOf<OrderLine>(), tableOf<Assignment>(), tableOf<Account>(),     tableOf<RoleGrant>(),
            tableOf<Deputy>(),    tableOf<ApprovalLine>(), tableOf<Task>(),      tableOf<Directive>(),
            tableOf<ApprovalStep>(), tableOf<Handover>(), tableOf<Schedule>(),  tableOf<Trigger>(),
            tableOf<ClosingDay>()};
}

} // namespace naru::office
