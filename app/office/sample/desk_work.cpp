#include "office/sample/desk_work.h"

#include "core/hangul.h"

namespace naru::office::sample {

namespace {

struct Desk {
    int person = 0; // index into people
    QString unit;
    QString post;
    bool isHead = false;
    bool isAway = false;
};

class Work {
public:
    Work(SampleOffice &office, Size size, Dice &dice)
        : m_office(office)
        , m_size(size)
        , m_dice(dice)
    {
        for (int i = 0; i < m_office.people.size(); ++i)
            m_index.insert(m_office.people.at(i).id, i);
    }

    void run()
    {
        findDesks();
        openAccounts();
        grantRoles();
        drawApprovalLines();
        nameDeputies();
        giveTasks();
        giveDirectives();
        startApprovals();
    }

private:
    void findDesks()
    {
        m_away.fill({}, m_office.people.size());
        m_gone.fill(true, m_office.people.size());
        for (const Assignment &one : std::as_const(m_office.assignments)) {
            if (one.validTo.isValid())
                continue;
            const int person = m_index.value(one.person);
            if (one.nature == u"본직"_s) {
                const bool isHead = one.post != u"담당"_s;
                m_gone[person] = false;
                m_desks.append({person, one.unit, one.post, isHead, false});
                if (isHead)
                    m_heads.insert(one.unit, one.person);
            } else if (one.unit.isEmpty()) {
                m_away[person] = one.nature;
            } else if (one.nature == u"직무대리"_s) {
                m_heads.insert(one.unit, one.person);
            }
        }
        for (Desk &desk : m_desks)
            desk.isAway = !m_away.at(desk.person).isEmpty();
        for (int i = 0; i < m_desks.size(); ++i)
            if (!m_desks.at(i).isHead && !m_desks.at(i).isAway)
                m_members.append(i);
    }

    const QString &number(const Desk &desk) const { return m_office.people.at(desk.person).id; }

    // "khn110234": the first sounds of the name, the year of entry, and the serial.
    static QString login(const Person &person)
    {
        static const QHash<QChar, QString> letters{{u'ㄱ', u"k"_s}, {u'ㄲ', u"k"_s}, {u'ㄴ', u"n"_s}, {u'ㄷ', u"d"_s},
                                                   {u'ㄹ', u"r"_s}, {u'ㅁ', u"m"_s}, {u'ㅂ', u"b"_s}, {u'ㅅ', u"s"_s},
                                                   {u'ㅇ', u"y"_s}, {u'ㅈ', u"j"_s}, {u'ㅊ', u"c"_s}, {u'ㅋ', u"q"_s},
                                                   {u'ㅌ', u"t"_s}, {u'ㅍ', u"p"_s}, {u'ㅎ', u"h"_s}};
        QString out;
        const QString initials = initialConsonants(person.name);
        for (const QChar initial : initials)
            out += letters.value(initial);
        return out + person.id.mid(2);
    }

    void openAccounts()
    {
        for (int i = 0; i < m_office.people.size(); ++i) {
            Account account{login(m_office.people.at(i)), m_office.people.at(i).id, u"사용"_s, {}};
            if (m_gone.at(i)) {
                account.state = u"회수"_s;
                account.reason = u"퇴직"_s;
            } else if (!m_away.at(i).isEmpty() && m_away.at(i) != u"대기"_s) {
                account.state = u"정지"_s;
                account.reason = m_away.at(i);
            }
            m_office.accounts.append(account);
        }
    }

    QString roleOf(const Desk &desk) const
    {
        const QString level = m_office.structure.unit(desk.unit)->level;
        if (!desk.isHead)
            return u"담당"_s;
        if (level == u"팀"_s)
            return u"팀장"_s;
        if (level == u"과"_s)
            return u"과장"_s;
        if (desk.unit == u"A000000"_s)
            return desk.post == u"시장"_s ? u"기관장"_s : u"부시장"_s;
        return level == u"실국"_s ? u"국장"_s : u"기관장"_s;
    }

    void grant(const QString &person, const QString &role, const QString &unit, QDate from)
    {
        m_office.roles.append({person + u':' + role + u':' + unit, person, role, unit, from, {}});
    }

    void grantRoles()
    {
        QHash<QString, QDate> since; // person -> beginning of the present 본직
        for (const Assignment &one : std::as_const(m_office.assignments)) {
            if (one.nature == u"본직"_s && !one.validTo.isValid())
                since.insert(one.person, one.validFrom);
            if (one.nature == u"직무대리"_s && !one.validTo.isValid())
                grant(one.person, one.unit.endsWith(u"0000"_s) ? u"국장"_s : u"과장"_s, one.unit, one.validFrom);
        }
        for (const Desk &desk : std::as_const(m_desks)) {
            const QString &person = number(desk);
            if (desk.isAway)
                continue;
            grant(person, roleOf(desk), desk.unit, since.value(person));
            if (!desk.isHead && m_office.structure.unit(desk.unit)->name.startsWith(u"인사1팀"_s))
                grant(person, u"인사"_s, {}, since.value(person));
            if (person == m_office.administrator)
                grant(person, u"관리자"_s, {}, since.value(person));
        }
    }

    // Those who stand above the desk: head of the team, the division, the bureau; those that have nobody are left out.
    QStringList chain(const Desk &desk) const
    {
        const Structure &structure = m_office.structure;
        const QString division = structure.divisionOf(desk.unit);
        QStringList out;
        for (const QString &unit : {desk.unit, division, structure.bureauOf(desk.unit)}) {
            const QString head = m_heads.value(unit);
            if (!head.isEmpty() && head != number(desk) && !out.contains(head))
                out.append(head);
        }
        return out;
    }

    static QStringList steps(const QStringList &heads)
    {
        QStringList out;
        for (qsizetype i = 0; i < heads.size(); ++i)
            out.append((i + 1 < heads.size() ? u"검토:"_s : u"결재:"_s) + heads.at(i));
        return out;
    }

    void addApprovalLine(const Desk &desk, const QString &name, const QStringList &heads)
    {
        const QString id = QStringLiteral("L-%1").arg(m_office.approvalLines.size() + 1, 5, 10, QChar(u'0'));
        m_office.approvalLines.append({id, number(desk), name, m_office.structure.divisionOf(desk.unit), steps(heads)});
    }

    void drawApprovalLines()
    {
        for (const int index : std::as_const(m_members)) {
            const Desk &desk = m_desks.at(index);
            const QStringList heads = chain(desk);
            if (heads.size() >= 2 && m_dice.chance(600))
                addApprovalLine(desk, u"과장 전결"_s, heads.mid(0, 2));
            if (heads.size() >= 3 && m_dice.chance(150))
                addApprovalLine(desk, u"국장 결재"_s, heads);
        }
    }

    void nameDeputies()
    {
        QHash<QString, QString> colleague; // unit -> somebody who is there
        for (const int index : std::as_const(m_members))
            colleague.insert(m_desks.at(index).unit, number(m_desks.at(index)));
        for (const Desk &desk : std::as_const(m_desks)) {
            const QString other = colleague.value(desk.unit);
            const bool needsOne = desk.isAway || (desk.isHead && m_dice.chance(80));
            if (!needsOne || other.isEmpty() || other == number(desk))
                continue;
            const QString id = QStringLiteral("대행-%1").arg(m_office.deputies.size() + 1, 4, 10, QChar(u'0'));
            m_office.deputies.append({id, number(desk), other, QDate(2026, 7, 1), QDate(2026, 12, 31)});
        }
    }

    // What a team works on: its name without 팀.
    QString topic(const QString &unit) const
    {
        QString name = m_office.structure.unit(unit)->name;
        if (name.endsWith(u'팀') || name.endsWith(u'과'))
            name.chop(1);
        while (!name.isEmpty() && name.back().isDigit())
            name.chop(1);
        return name;
    }

    const Desk &anyMember() { return m_desks.at(m_dice.pick(m_members)); }

    void giveTasks()
    {
        static const QStringList titles{u"종합계획 수립"_s,   u"운영 개선"_s,      u"실태조사"_s,
                                        u"지원사업 추진"_s,   u"조례 개정"_s,      u"업무 효율화"_s,
                                        u"시스템 고도화"_s,   u"위탁사업 관리"_s,  u"협의체 운영"_s,
                                        u"중장기 발전방안"_s, u"예산 집행 점검"_s, u"안내서 발간"_s};
        static const QStringList natures{u"주요업무"_s, u"주요업무"_s, u"단위과제"_s, u"단위과제"_s,
                                         u"단위과제"_s, u"현안"_s,     u"공약"_s,     u"지시사항"_s};
        static const QStringList states{u"추진"_s, u"추진"_s, u"추진"_s, u"추진"_s,
                                        u"계획"_s, u"변경"_s, u"보류"_s, u"완료"_s};
        const int count = m_size == Size::City ? 3200 : 140;
        for (int i = 0; i < count; ++i) {
            const Desk &desk = anyMember();
            Task task;
            task.id = QStringLiteral("T-2026-%1").arg(i + 1, 4, 10, QChar(u'0'));
            task.title =
                (m_dice.chance(350) ? u"2026년 "_s : QString()) + topic(desk.unit) + u' ' + m_dice.pick(titles);
            task.nature = m_dice.pick(natures);
            task.unit = m_office.structure.divisionOf(desk.unit);
            task.owner = number(desk);
            task.state = m_dice.pick(states);
            task.due = QDate(2026, 7, 31).addDays(m_dice.below(520));
            m_office.tasks.append(task);
        }
    }

    void giveDirectives()
    {
        static const QStringList titles{u"현장 점검 후 보고"_s,      u"시민 불편 최소화 방안 마련"_s,
                                        u"타 시·도 우수사례 검토"_s, u"추진상황 수시 보고"_s,
                                        u"관계기관 협의 철저"_s,     u"언론 지적사항 개선"_s};
        static const QStringList states{u"추진중"_s, u"추진중"_s,   u"추진중"_s,  u"계획"_s,
                                        u"접수"_s,   u"종결요청"_s, u"장기관리"_s};
        const int count = m_size == Size::City ? 420 : 24;
        for (int i = 0; i < count; ++i) {
            const Desk &desk = anyMember();
            Directive directive;
            directive.id = QStringLiteral("지시-2026-%1").arg(i + 1, 3, 10, QChar(u'0'));
            directive.title = topic(desk.unit) + u" 관련 "_s + m_dice.pick(titles);
            directive.unit = m_office.structure.divisionOf(desk.unit);
            directive.owner = number(desk);
            directive.state = m_dice.pick(states);
            directive.due = QDate(2026, 7, 24).addDays(m_dice.below(120));
            if (m_dice.chance(200))
                directive.task = m_dice.pick(m_office.tasks).id;
            m_office.directives.append(directive);
        }
    }

    void addStep(const QString &document, int step, const QString &title, const Desk &desk, const QString &role,
                 const QString &state)
    {
        m_office.approvalSteps.append({document + u'/' + QString::number(step), document, title, number(desk), role,
                                       desk.unit, desk.post, state});
    }

    void startApprovals()
    {
        static const QStringList titles{u"추진계획(안)"_s,  u"결과 보고"_s,     u"예산 변경 품의"_s, u"협조 요청"_s,
                                        u"자문회의 개최"_s, u"관내출장 신청"_s, u"계약 체결 방침"_s, u"자료 제출"_s};
        QHash<QString, int> deskOf;
        for (int i = 0; i < m_desks.size(); ++i)
            deskOf.insert(number(m_desks.at(i)), i);
        const int count = m_size == Size::City ? 640 : 30;
        for (int i = 0; i < count; ++i) {
            const Desk &desk = anyMember();
            const QString document = QStringLiteral("D-%1").arg(i + 1, 6, 10, QChar(u'0'));
            const QString title = topic(desk.unit) + u' ' + m_dice.pick(titles);
            addStep(document, 1, title, desk, u"기안"_s, u"완료"_s);
            const QStringList heads = chain(desk).mid(0, 2);
            const bool isReviewed = m_dice.chance(400);
            for (qsizetype k = 0; k < heads.size(); ++k) {
                const bool isLast = k + 1 == heads.size();
                const QString state = isLast ? (isReviewed || heads.size() == 1 ? u"진행"_s : u"대기"_s)
                                             : (isReviewed ? u"완료"_s : u"진행"_s);
                addStep(document, static_cast<int>(k) + 2, title, m_desks.at(deskOf.value(heads.at(k))),
                        isLast ? u"결재"_s : u"검토"_s, state);
            }
        }
    }

    SampleOffice &m_office;
    Size m_size;
    Dice &m_dice;
    QHash<QString, int> m_index;
    QList<Desk> m_desks; // everyone's present seat
    QList<int> m_members; // desks of those who are there and head nothing
    QStringList m_away; // by person: why
    QList<bool> m_gone; // by person
    QHash<QString, QString> m_heads; // unit -> emp_no
};

} // namespace

void giveWork(SampleOffice &office, Size size, Dice &dice)
{
    Work(office, size, dice).run();
}

} // namespace naru::office::sample
