#include "office/order/movers.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "office/order/grades.h"

#include <algorithm>

namespace naru::office {

namespace {

QString key(const QString &a, QDate day) { return a + u'|' + day.toString(Qt::ISODate); }

QString shown(const QString &text) { return text.isEmpty() ? u"(없음)"_s : text; }

QString placeOf(const ReadLine &line, const QString &file)
{
    if (line.place.page > 0)
        return file + u' ' + QString::number(line.place.page) + u"쪽"_s;
    return line.place.address.isEmpty() ? file : file + u' ' + line.place.address;
}

// The series of a grade for the record, where its text shows one.
QString seriesOf(const QString &grade, const QString &before)
{
    const std::optional<Grade> parsed = parseGrade(grade);
    return parsed && parsed->scheme == u"일반직"_s && !parsed->series.isEmpty() ? parsed->series : before;
}

QString reasonOf(const MatchedLine &line)
{
    static const QHash<QString, QString> law{
        {u"전보"_s, u"지방공무원법 5조 6호"_s},    {u"승진"_s, u"지방공무원법 38조"_s},   {u"전직"_s, u"지방공무원법 5조 5호"_s},
        {u"강임"_s, u"지방공무원법 65조의4"_s},    {u"휴직"_s, u"지방공무원법 63조"_s},   {u"복직"_s, u"지방공무원법 65조"_s},
        {u"직위해제"_s, u"지방공무원법 65조의3"_s}, {u"대기"_s, u"지방공무원법 65조의3"_s}, {u"파견"_s, u"지방공무원법 30조의4"_s},
        {u"파견복귀"_s, u"지방공무원법 30조의4"_s}, {u"신규임용"_s, u"지방공무원법 27조"_s}, {u"퇴직"_s, u"지방공무원법 61조·62조"_s},
        {u"시보해제"_s, u"지방공무원법 28조"_s},   {u"직무대리"_s, u"직무대리규정"_s},    {u"정직"_s, u"지방공무원법 70조"_s},
    };
    const QString source = law.value(line.kind);
    return source.isEmpty() ? line.kind : line.kind + u'(' + source + u')';
}

} // namespace

Movers::Movers(const QList<MatchedLine> &lines, const QList<OrderIdentity> &orders, const Directory &directory,
               ChangeBuilder &builder, QList<QStringList> &effects)
    : m_orders(orders)
    , m_directory(directory)
    , m_builder(builder)
    , m_effects(effects)
{
    group(lines);
    writeOrders(lines);
    moveAll();
}

void Movers::group(const QList<MatchedLine> &lines)
{
    for (const MatchedLine &line : lines) {
        if (line.status != LineStatus::Ready)
            continue;
        QString empNo = line.empNo;
        const bool isNew = !line.person;
        if (empNo.isEmpty())
            empNo = u'N' + line.effective.toString(u"yyMMdd"_s) + u'-' + m_orders[line.source].id.mid(2, 6) + u'-'
                + QString::number(line.number);
        const QString index = key(empNo, line.effective);
        if (!m_index.contains(index)) {
            m_index.insert(index, static_cast<int>(m_movers.size()));
            Mover mover;
            mover.empNo = empNo;
            mover.name = line.name;
            mover.day = line.effective;
            mover.isNew = isNew;
            m_movers.append(mover);
        }
        m_movers[m_index.value(index)].lines.append(&line);
    }
    std::stable_sort(m_movers.begin(), m_movers.end(), [](const Mover &a, const Mover &b) { return a.day < b.day; });
    for (int i = 0; i < m_movers.size(); ++i)
        m_index.insert(key(m_movers[i].empNo, m_movers[i].day), i);
}

void Movers::writeOrders(const QList<MatchedLine> &lines)
{
    for (int source = 0; source < m_orders.size(); ++source) {
        const OrderIdentity &order = m_orders[source];
        const auto first = std::find_if(lines.begin(), lines.end(), [source](const MatchedLine &line) {
            return line.source == source && line.status == LineStatus::Ready;
        });
        const bool isKnown = std::any_of(m_directory.state().orders.begin(), m_directory.state().orders.end(),
                                         [&](const Order &one) { return one.id == order.id; });
        if (first == lines.end() || isKnown)
            continue;
        m_builder.setContext(first->number, {});
        m_builder.create(Order{order.id, order.number, order.title, order.date, order.sha256, order.file},
                         u"발령 문서 등록"_s);
    }
}

QString Movers::orderLineId(const MatchedLine &line) const
{
    return m_orders[line.source].id + u'/' + QString::number(line.number);
}

void Movers::writeLine(const MatchedLine &line, const Mover &mover)
{
    OrderLine record;
    record.id = orderLineId(line);
    record.order = m_orders[line.source].id;
    record.person = mover.empNo;
    record.nature = line.kind;
    record.text = line.read.text;
    record.unit = line.toUnit;
    record.post = line.toPost;
    record.grade = line.toGrade;
    record.outside = line.outside;
    record.effective = line.effective;
    record.until = line.until;
    record.place = placeOf(line.read, m_orders[line.source].file);
    record.state = u"시행"_s;
    m_builder.create(record, u"발령 사항 기록(인사기록 규칙 19조)"_s);
}

void Movers::effect(const MatchedLine &line, const QString &text)
{
    QStringList &list = m_effects[line.number - 1];
    if (!list.contains(text))
        list.append(text);
}

QString Movers::nameOf(const QString &empNo) const
{
    const Person *person = m_directory.person(empNo);
    if (person)
        return person->name;
    for (const Mover &one : m_movers)
        if (one.empNo == empNo)
            return one.name;
    return empNo;
}

const Mover *Movers::of(const QString &empNo, QDate day) const
{
    const auto at = m_index.constFind(key(empNo, day));
    return at == m_index.constEnd() ? nullptr : &m_movers[at.value()];
}

QList<Assignment> &Movers::assignmentsOf(const QString &empNo)
{
    auto at = m_assignments.find(empNo);
    if (at == m_assignments.end()) {
        QList<Assignment> own;
        for (const Assignment *one : m_directory.assignments(empNo))
            own.append(*one);
        at = m_assignments.insert(empNo, own);
    }
    return at.value();
}

Assignment *Movers::mainOf(const QString &empNo, QDate day)
{
    Assignment *found = nullptr;
    for (Assignment &one : assignmentsOf(empNo))
        if (one.nature == u"본직"_s && isValidOn(one, day))
            found = &one;
    return found;
}

QString Movers::nextId(const QString &empNo)
{
    int last = 0;
    for (const Assignment &one : assignmentsOf(empNo))
        last = std::max(last, one.id.section(u'-', -1).toInt());
    return empNo + u'-' + QString::number(last + 1);
}

void Movers::store(const Assignment &before, const Assignment &after, const QString &reason)
{
    m_builder.update(before, after, reason);
    for (Assignment &one : assignmentsOf(after.person))
        if (one.id == after.id)
            one = after;
}

void Movers::add(const Assignment &assignment, const QString &reason)
{
    m_builder.create(assignment, reason);
    assignmentsOf(assignment.person).append(assignment);
}

void Movers::moveAll()
{
    for (Mover &mover : m_movers) {
        if (const Assignment *before = mainOf(mover.empNo, mover.day.addDays(-1))) {
            mover.unitBefore = before->unit;
            mover.postBefore = before->post;
        }
        move(mover);
        const Assignment *after = mover.leaves ? nullptr : mainOf(mover.empNo, mover.day);
        mover.unitAfter = after ? after->unit : QString();
        mover.postAfter = after ? after->post : QString();
        if (after && mover.unitAfter != mover.unitBefore)
            m_arrivals[key(mover.unitAfter, mover.day)].append(mover.empNo);
        m_builder.setContext(mover.line(), mover.day);
        settleAccount(mover);
        settleRoles(mover);
    }
}

// Somebody new: the record, the account (신규임용: 계정 생성).
void Movers::open(Mover &mover)
{
    const MatchedLine &line = *mover.lines.first();
    m_builder.create(Person{mover.empNo, mover.name, line.read.who.hanja, {}, mover.day}, reasonOf(line));
    const Account account{mover.empNo.toLower(), mover.empNo, u"사용"_s, {}};
    m_builder.create(account, u"계정 생성"_s);
    m_accounts.insert(account.id, account);
    effect(line, u"새 사람: 인사 기록과 계정을 만듭니다."_s);
}

void Movers::move(Mover &mover)
{
    for (const MatchedLine *one : std::as_const(mover.lines)) {
        const MatchedLine &line = *one;
        m_builder.setContext(line.number, mover.day);
        if (mover.isNew && one == mover.lines.first())
            open(mover);
        writeLine(line, mover);
        const KindTraits &traits = *traitsOf(line.kind);
        mover.isReorganised = mover.isReorganised || line.kind == u"보직재발령"_s;
        if (line.kind == u"취소"_s) {
            cancel(mover, line);
            continue;
        }
        if (line.kind == u"정정"_s && line.amends) {
            amend(mover, line);
            continue;
        }
        if (line.kind.endsWith(u"연장")) {
            prolong(line);
            continue;
        }
        if (traits.leaves) {
            leave(mover, line);
            continue;
        }
        if (!traits.ends.isEmpty())
            end(mover, line);
        if (traits.opensSecond || (traits.suspends && !traits.moves))
            addSecond(mover, line);
        if (traits.moves || traits.changesGrade) {
            const Assignment *now = mainOf(mover.empNo, mover.day);
            Assignment wanted = now ? *now : Assignment{};
            wanted.person = mover.empNo;
            wanted.nature = u"본직"_s;
            if (!line.toUnit.isEmpty() && line.toUnit != wanted.unit) {
                wanted.unit = line.toUnit;
                if (isHeadPost(wanted.post))
                    wanted.post.clear();
            }
            if (!line.toPost.isEmpty())
                wanted.post = line.toPost;
            const QString grade = line.toGrade.isEmpty() && !now ? line.grade : line.toGrade;
            if (!grade.isEmpty()) {
                wanted.grade = grade;
                wanted.series = seriesOf(grade, wanted.series);
            }
            setMain(mover, wanted, line);
        }
    }
}

// The main post from this day on: a new record, or the one that began this very day with other fields.
void Movers::setMain(Mover &mover, const Assignment &wanted, const MatchedLine &line)
{
    const Assignment *now = mainOf(mover.empNo, mover.day);
    const QString reason = reasonOf(line);
    if (now && now->unit == wanted.unit && now->post == wanted.post && now->grade == wanted.grade)
        return;
    const Assignment before = now ? *now : Assignment{};
    if (before.unit != wanted.unit)
        effect(line, u"소속 "_s + shown(m_directory.path(before.unit)) + u" → "_s + m_directory.path(wanted.unit));
    if (before.post != wanted.post && !wanted.post.isEmpty())
        effect(line, u"직위 "_s + shown(before.post) + u" → "_s + wanted.post);
    if (before.grade != wanted.grade && !wanted.grade.isEmpty())
        effect(line, u"직급 "_s + shown(before.grade) + u" → "_s + wanted.grade);
    if (now && now->validFrom == mover.day) {
        Assignment after = wanted;
        after.id = before.id;
        after.validFrom = before.validFrom;
        after.validTo = before.validTo;
        after.orderLine = before.orderLine;
        // What this plan has just created is changed on top of itself: the same day, one record.
        store(before, after, reason);
        return;
    }
    if (now) {
        Assignment closed = before;
        closed.validTo = mover.day.addDays(-1);
        store(before, closed, reason);
    }
    Assignment next = wanted;
    next.id = nextId(mover.empNo);
    next.validFrom = mover.day;
    next.validTo = before.validTo;
    next.expected = {};
    next.orderLine = orderLineId(line);
    add(next, reason);
}

void Movers::amend(Mover &mover, const MatchedLine &line)
{
    OrderLine amended = *line.amends;
    amended.state = u"정정"_s;
    m_builder.update(*line.amends, amended, u"정정 발령"_s);
    for (const Assignment &one : QList<Assignment>(assignmentsOf(mover.empNo)))
        if (one.orderLine == line.amends->id && one.nature == u"본직"_s) {
            Assignment after = one;
            after.unit = line.toUnit;
            if (!line.toPost.isEmpty())
                after.post = line.toPost;
            store(one, after, u"정정 발령"_s);
            effect(line, u"소속(정정) "_s + m_directory.path(one.unit) + u" → "_s + m_directory.path(after.unit));
        }
}

// 역적용: what the cancelled line opened is removed, what it closed is open again.
void Movers::cancel(Mover &mover, const MatchedLine &line)
{
    OrderLine cancelled = *line.amends;
    cancelled.state = u"취소"_s;
    m_builder.update(*line.amends, cancelled, u"발령 취소"_s);
    const QDate eve = line.amends->effective.addDays(-1);
    for (const Assignment &one : QList<Assignment>(assignmentsOf(mover.empNo))) {
        if (one.orderLine == line.amends->id) {
            m_builder.remove(one, u"발령 취소"_s);
            assignmentsOf(mover.empNo).removeIf([&](const Assignment &other) { return other.id == one.id; });
        } else if (one.validTo == eve) {
            Assignment reopened = one;
            reopened.validTo = {};
            store(one, reopened, u"발령 취소"_s);
            effect(line, u"되돌아갈 자리: "_s + m_directory.path(one.unit));
        }
    }
    if (line.amends->nature == u"퇴직"_s || line.amends->nature == u"휴직"_s || line.amends->nature == u"전출"_s)
        mover.isBack = true;
    effect(line, u"넘어간 업무는 저절로 돌아오지 않습니다. 인계서를 확인하세요."_s);
}

void Movers::addSecond(Mover &mover, const MatchedLine &line)
{
    const KindTraits &traits = *traitsOf(line.kind);
    mover.isAway = mover.isAway || traits.suspends;
    Assignment second;
    second.id = nextId(mover.empNo);
    second.person = mover.empNo;
    second.nature = line.kind;
    second.unit = line.toUnit;
    second.post = line.toPost;
    second.outside = line.outside;
    second.validFrom = mover.day;
    second.expected = line.until;
    second.orderLine = orderLineId(line);
    add(second, reasonOf(line));
    const QString where = line.outside.isEmpty() ? m_directory.path(line.toUnit) : line.outside;
    const QString until = line.until.isValid() ? u" (~ "_s + koreanDate(line.until) + u')' : QString();
    effect(line, (line.kind + u' ' + where + u' ' + line.toPost).simplified() + until
               + (traits.opensSecond ? u": 본직은 그대로입니다."_s : QString()));
}

void Movers::end(Mover &mover, const MatchedLine &line)
{
    const KindTraits &traits = *traitsOf(line.kind);
    mover.isBack = mover.isBack || traits.moves;
    for (const Assignment &one : QList<Assignment>(assignmentsOf(mover.empNo))) {
        const bool isMeant = line.ended ? one.id == line.ended->id
                                        : one.nature == traits.ends && isValidOn(one, mover.day.addDays(-1));
        if (!isMeant)
            continue;
        Assignment closed = one;
        closed.validTo = mover.day.addDays(-1);
        store(one, closed, reasonOf(line));
        effect(line, traits.ends + u' ' + (one.outside.isEmpty() ? m_directory.path(one.unit) : one.outside)
                   + u" 끝남"_s);
    }
}

void Movers::leave(Mover &mover, const MatchedLine &line)
{
    mover.leaves = true;
    for (const Assignment &one : QList<Assignment>(assignmentsOf(mover.empNo))) {
        if (!isValidOn(one, mover.day))
            continue;
        Assignment closed = one;
        closed.validTo = mover.day.addDays(-1);
        store(one, closed, reasonOf(line));
    }
    effect(line, line.kind + u": 모든 배치가 끝납니다."_s);
}

// 파견연장 휴직연장 임기연장: the planned end moves.
void Movers::prolong(const MatchedLine &line)
{
    const QString nature = line.kind.chopped(2) == u"임기"_s ? u"본직"_s : line.kind.chopped(2);
    for (const Assignment &one : QList<Assignment>(assignmentsOf(line.empNo)))
        if (one.nature == nature && isValidOn(one, line.effective)) {
            Assignment longer = one;
            longer.expected = line.until;
            store(one, longer, reasonOf(line));
            effect(line, nature + u" 기간 → "_s + koreanDate(line.until));
        }
}

void Movers::settleAccount(const Mover &mover)
{
    QString state;
    QString reason;
    for (const MatchedLine *line : mover.lines) {
        const KindTraits &traits = *traitsOf(line->kind);
        if (traits.leaves) {
            state = u"회수"_s;
            reason = line->kind;
        } else if (traits.suspends && line->kind != u"파견"_s && line->kind != u"공로연수"_s) {
            state = u"정지"_s;
            reason = line->kind;
        } else if (mover.isBack) {
            state = u"사용"_s;
            reason.clear();
        }
    }
    if (state.isEmpty())
        return;
    for (const Account *account : m_directory.accounts(mover.empNo)) {
        const Account before = m_accounts.value(account->id, *account);
        if (before.state == state)
            continue;
        Account after = before;
        after.state = state;
        after.reason = reason;
        m_builder.update(before, after, u"계정 "_s + state + u"(개인정보의 안전성 확보조치 기준 5조)"_s);
        m_accounts.insert(after.id, after);
        effect(*mover.lines.first(), u"계정 "_s + before.state + u" → "_s + state);
    }
}

void Movers::settleRoles(const Mover &mover)
{
    if (!m_roles.contains(mover.empNo)) {
        QList<RoleGrant> own;
        for (const RoleGrant *one : m_directory.roles(mover.empNo))
            own.append(*one);
        m_roles.insert(mover.empNo, own);
    }
    const bool moved = mover.changesPlace() || mover.postBefore != mover.postAfter;
    const bool loses = mover.leaves || mover.isAway || (moved && !mover.unitBefore.isEmpty());
    int ended = 0;
    for (RoleGrant &one : m_roles[mover.empNo]) {
        if (!loses || !isValidOn(one, mover.day) || one.validFrom == mover.day)
            continue;
        const bool isOfPlace = mover.leaves || mover.isAway || one.unit == mover.unitBefore;
        if (!isOfPlace)
            continue;
        RoleGrant closed = one;
        closed.validTo = mover.day.addDays(-1);
        m_builder.update(one, closed, u"권한 회수(개인정보의 안전성 확보조치 기준 5조)"_s);
        one = closed;
        ++ended;
    }
    if (ended > 0)
        effect(*mover.lines.first(), u"권한 "_s + QString::number(ended) + u"개 회수"_s);
    if (!mover.leaves && !mover.isAway && !mover.unitAfter.isEmpty() && (moved || mover.isBack))
        grant(mover, mover.postAfter.isEmpty() ? u"담당"_s : mover.postAfter, mover.unitAfter);
    for (const MatchedLine *line : mover.lines)
        if ((line->kind == u"겸임"_s || line->kind == u"직무대리"_s) && !line->toUnit.isEmpty())
            grant(mover, line->toPost.isEmpty() ? line->kind : line->toPost, line->toUnit);
}

void Movers::grant(const Mover &mover, const QString &role, const QString &unit)
{
    const QList<RoleGrant> &own = m_roles[mover.empNo];
    const bool isHeld = std::any_of(own.begin(), own.end(), [&](const RoleGrant &one) {
        return one.role == role && one.unit == unit && isValidOn(one, mover.day);
    });
    if (isHeld)
        return;
    RoleGrant next;
    next.id = mover.empNo + u':' + role + u':' + unit + u':' + mover.day.toString(u"yyyyMMdd"_s);
    next.person = mover.empNo;
    next.role = role;
    next.unit = unit;
    next.validFrom = mover.day;
    m_builder.create(next, u"권한 부여(개인정보의 안전성 확보조치 기준 5조)"_s);
    m_roles[mover.empNo].append(next);
    effect(*mover.lines.first(), u"권한 "_s + m_directory.unitName(unit) + u' ' + role);
}

QString Movers::headAfter(const QString &unit, QDate day) const
{
    for (const QString &empNo : m_arrivals.value(key(unit, day))) {
        const Mover *one = of(empNo, day);
        if (one && isHeadPost(one->postAfter) && !one->isAway)
            return empNo;
    }
    const Person *head = m_directory.headOn(unit, day);
    if (!head)
        return {};
    const Mover *moved = of(head->id, day);
    return moved && (moved->leaves || moved->isAway || moved->unitAfter != unit) ? QString() : head->id;
}

QString Movers::successor(const Mover &mover) const
{
    QStringList found;
    for (const QString &empNo : m_arrivals.value(key(mover.unitBefore, mover.day))) {
        const Mover *one = of(empNo, mover.day);
        if (one && empNo != mover.empNo && !one->isAway && one->postAfter == mover.postBefore)
            found.append(empNo);
    }
    return found.size() == 1 ? found.first() : QString();
}

} // namespace naru::office
