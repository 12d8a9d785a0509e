#include "office/sample/layouts.h"

#include "office/sample/grades.h"
#include "office/sample/sheet.h"

#include <algorithm>

namespace naru::office::sample {

namespace {

class Draughtsman {
public:
    Draughtsman(const Roster &roster, OrderSize size, const QString &number, const QList<Move> &moves, Dice &dice)
        : m_roster(roster)
        , m_size(size)
        , m_number(number)
        , m_moves(moves)
        , m_dice(dice)
        , m_words(roster, dice)
    {
    }

    Drawn draw(Layout layout)
    {
        switch (layout) {
        case Layout::Notice:
            notice();
            break;
        case Layout::List:
            list();
            break;
        case Layout::Comparison:
            comparison();
            break;
        case Layout::Phrases:
            phrases();
            break;
        case Layout::TwoHeads:
            twoHeads();
            break;
        case Layout::Export:
            exported();
            break;
        case Layout::Bulletin:
            bulletin();
            break;
        }
        if (layout != Layout::TwoHeads)
            m_drawn.paged = m_drawn.document;
        return m_drawn;
    }

private:
    void say(const QString &text, const QString &style = u"body"_s)
    {
        m_drawn.document.body.append(Paragraph{text, style, {}});
    }
    void put(const Sheet &sheet) { m_drawn.document.body.append(sheet.table()); }

    void know(const Move &move, const Shown &shown, const QString &phrase = {})
    {
        m_drawn.truths.append(truthOf(move, m_roster, shown, phrase));
    }

    QString issuer() const { return m_roster.office->title + u"장"_s; }

    void open(const QString &title)
    {
        m_drawn.document.title = title;
        say(title, u"title"_s);
    }

    void openNotice(const QString &title, const QString &introduction)
    {
        open(title);
        say(m_number);
        say(u"발령일자: "_s + koreanDay(orderDay()) + u"자"_s);
        if (!introduction.isEmpty())
            say(introduction);
    }

    void sign()
    {
        QString spaced;
        for (const QChar c : m_roster.office->mayor)
            spaced += (spaced.isEmpty() ? QString() : u" "_s) + c;
        say(QString());
        say(QStringLiteral("%1년 %2월 %3일").arg(orderDay().year()).arg(orderDay().month()).arg(orderDay().day()),
            u"center"_s);
        say(issuer() + u"  "_s + spaced + u"  (직인)"_s, u"center"_s);
    }

    // In most layouts the names of a document are all written one way, with Hanja here and there.
    NameStyle style(NameStyle usual, int hanja) { return m_dice.chance(hanja) ? NameStyle::WithHanja : usual; }

    // ---- 1: free text

    void notice()
    {
        openNotice(u"인사발령 통지서("_s + m_number + u')', {});
        m_drawn.document.body.removeAt(1); // the number stands in the title
        for (const Move &move : m_moves) {
            const QString phrase = m_words.sentence(move);
            say(QString());
            say(u"소속: "_s + m_words.present(move, false, true) + u"   직급: "_s + move.grade + u"   성명: "_s
                + m_words.name(move, style(NameStyle::Spaced, 150)));
            say(u"발령사항: "_s + phrase + (phrase.endsWith(u')') ? QString() : u"."_s));
            know(move, {}, phrase);
        }
        sign();
    }

    // ---- 2: one row a person

    void list()
    {
        openNotice(u"인사발령 통지"_s, u"지방공무원 임용령에 따라 다음과 같이 발령합니다."_s);
        const NameStyle usual = m_size == OrderSize::Medium ? NameStyle::Spaced : NameStyle::Plain;
        Sheet sheet(5);
        sheet.addHead({u"연번"_s, u"소속"_s, u"직급"_s, u"성명"_s, u"발령사항"_s});
        int number = 0;
        for (const Move &move : m_moves) {
            const QString phrase = m_words.sentence(move);
            sheet.add({numberCell(++number), cell(m_words.present(move, false, true)), cell(move.grade),
                       cell(m_words.name(move, style(usual, 100))), cell(phrase)});
            know(move, {}, phrase);
        }
        sheet.close();
        put(sheet);
        sign();
    }

    // ---- 3: present and new place

    void comparison()
    {
        openNotice(u"인사발령 대비표"_s, {});
        Shown shown;
        shown.team = true;
        shown.shortGrade = m_size == OrderSize::Small;
        Sheet sheet(6);
        sheet.addHead({u"직급"_s, u"성명"_s, u"현 소속(직위)"_s, u"발령 소속(직위)"_s, u"발령일"_s, u"비고"_s});
        for (const Move &move : m_moves) {
            const QString day = koreanDay(move.effective).remove(u' ');
            sheet.add({cell(shown.shortGrade ? shortGrade(move.grade) : move.grade),
                       cell(m_words.name(move, NameStyle::Spaced)), cell(m_words.presentWithPost(move, true)),
                       cell(m_words.targetWithPost(move)), cell(day), cell(m_words.remark(move))});
            know(move, shown);
        }
        put(sheet);
        say(u"- 이하 여백 -"_s, u"center"_s);
        sign();
    }

    // ---- 4: sentences alone

    void phrases()
    {
        openNotice(u"인사발령"_s, u"다음과 같이 인사발령합니다."_s);
        if (m_size == OrderSize::Small) {
            phraseTable(m_moves, true);
        } else {
            const QList<QList<Move>> all = sections();
            for (const QList<Move> &section : all) {
                say(u"□ "_s + heading(section.constFirst().kind) + QStringLiteral("(%1명)").arg(section.size()));
                phraseTable(section, &section == &all.constLast());
            }
        }
        sign();
    }

    QList<QList<Move>> sections() const
    {
        QList<QList<Move>> out;
        for (const Move &move : m_moves) {
            if (out.isEmpty() || out.constLast().constFirst().kind != move.kind)
                out.append(QList<Move>());
            out.last().append(move);
        }
        return out;
    }

    static QString heading(const QString &kind)
    {
        static const QHash<QString, QString> headings{{u"보직재발령"_s, u"조직개편에 따른 보직 재발령"_s},
                                                      {u"파견복귀"_s, u"파견 복귀"_s},
                                                      {u"파견연장"_s, u"파견 연장"_s},
                                                      {u"휴직연장"_s, u"휴직 연장"_s},
                                                      {u"시보해제"_s, u"시보 해제"_s},
                                                      {u"겸임해제"_s, u"겸임 해제"_s},
                                                      {u"직무대리해제"_s, u"직무대리 해제"_s}};
        return headings.value(kind, kind);
    }

    // Two who go to the same place may share a row, and equal sentences below one another share a cell.
    void phraseTable(const QList<Move> &moves, bool isLast)
    {
        Sheet sheet(4);
        sheet.addHead({u"연번"_s, u"직급"_s, u"성명"_s, u"발령사항"_s});
        Shown shown;
        shown.unit = false;
        QStringList texts;
        for (const Move &move : moves)
            texts.append(move.isSharing ? texts.constLast() : m_words.sentence(move));
        int number = 0;
        for (qsizetype i = 0; i < moves.size(); ++i) {
            const Move &move = moves.at(i);
            know(move, shown, texts.at(i));
            QString grades = move.grade;
            QString names = m_words.name(move, style(NameStyle::Plain, 120));
            if (i + 1 < moves.size() && moves.at(i + 1).isSharing) {
                ++i;
                know(moves.at(i), shown, texts.at(i));
                grades += u'\n' + moves.at(i).grade;
                names += u'\n' + m_words.name(moves.at(i), NameStyle::Plain);
            }
            sheet.add({numberCell(++number), cell(grades), cell(names), cell(texts.at(i))});
        }
        sheet.mergeEqual(3);
        if (isLast)
            sheet.close();
        put(sheet);
    }

    // ---- 5: two merged head rows

    void addTwoHeads(Sheet &sheet)
    {
        sheet.add({cell(u"연번"_s, 2), cell(u"구분"_s, 2), cell(u"성명"_s, 2), cell(u"현      직"_s, 1, 3),
                   cell(u"발      령"_s, 1, 3), cell(u"비고"_s, 2)},
                  true);
        sheet.addHead({u"소속"_s, u"직위"_s, u"직급"_s, u"소속"_s, u"직위"_s, u"직급"_s});
    }

    void twoHeads()
    {
        openNotice(u"인사발령 총괄표"_s, {});
        Sheet flowing(10);
        Sheet paged(10);
        addTwoHeads(flowing);
        addTwoHeads(paged);
        int number = 0;
        for (const Move &move : m_moves) {
            if (number > 0 && number % 25 == 0)
                addTwoHeads(flowing);
            const QList<Cell> row = twoHeadsRow(++number, move);
            flowing.add(row);
            paged.add(row);
        }
        flowing.close();
        paged.close();
        m_drawn.paged = m_drawn.document;
        const qsizetype above = m_drawn.document.body.size();
        put(flowing);
        sign();
        m_drawn.paged = m_drawn.document;
        m_drawn.paged.body[above] = paged.table();
    }

    QList<Cell> twoHeadsRow(int number, const Move &move)
    {
        Shown shown;
        shown.team = true;
        shown.newcomersGradeAsNew = true;
        know(move, shown);
        const bool isNew = move.seat < 0;
        const bool isOutward = move.kind == u"파견"_s || move.kind == u"전출"_s || move.kind == u"파견연장"_s;
        Move plain = move;
        plain.isToHead = false;
        QString target = isOutward ? m_words.targetWithPost(move) : m_words.target(plain);
        return {numberCell(number),
                cell(move.kind == u"보직재발령"_s ? move.kind : heading(move.kind)),
                cell(m_words.name(
                    move, m_words.person(move).name.size() == 2 ? NameStyle::Spaced : style(NameStyle::Plain, 100))),
                cell(isNew ? (move.kind == u"전입"_s ? move.outside : QString()) : m_words.present(move, true, false)),
                cell(m_words.presentPost(move)),
                cell(isNew ? QString() : move.grade),
                cell(target),
                cell(m_words.targetPost(move)),
                cell(isNew ? move.grade : move.toGrade),
                cell(note(move))};
    }

    // What the columns do not say: another day, a period, what kind of leave.
    QString note(const Move &move) const
    {
        const QString &kind = move.kind;
        if (move.quoted.isValid())
            return koreanDay(move.quoted) + u"자 전보 발령 "_s + kind;
        if (kind == u"퇴직"_s)
            return move.leave == u"면직"_s ? u"의원면직"_s : move.leave;
        if (!move.period.isEmpty())
            return move.period;
        if (move.until.isValid())
            return (move.leave.isEmpty() ? QString() : move.leave + u", "_s) + koreanPeriod(move.effective, move.until);
        return move.effective == orderDay() ? QString() : koreanDay(move.effective) + u"자"_s;
    }

    // ---- 6: out of a personnel system

    void exported()
    {
        open(u"인사발령 내역("_s + koreanDay(orderDay()) + u"자)"_s);
        say(m_number + u"  발령권자: "_s + issuer());
        std::stable_sort(m_moves.begin(), m_moves.end(),
                         [this](const Move &a, const Move &b) { return origin(a) < origin(b); });
        Shown shown;
        shown.number = m_size != OrderSize::Medium;
        shown.team = true;
        shown.newcomersGradeAsNew = true;
        QStringList head{u"성명"_s,     u"현직위"_s,   u"현기관"_s,   u"현직급"_s,   u"현부서"_s,   u"임용일자"_s,
                         u"발령구분"_s, u"발령기관"_s, u"발령부서"_s, u"발령직위"_s, u"발령직급"_s, u"비고"_s};
        if (shown.number)
            head.insert(1, u"사번"_s);
        Sheet sheet(static_cast<int>(head.size()));
        sheet.addHead(head);
        for (const Move &move : std::as_const(m_moves)) {
            know(move, shown);
            sheet.add(exportedRow(move, shown.number));
        }
        sheet.mergeEqual(shown.number ? 3 : 2);
        put(sheet);
    }

    int origin(const Move &move) const
    {
        return move.seat < 0 ? -1 : static_cast<int>(m_roster.seats.at(move.seat).unit.at(0).unicode());
    }

    QList<Cell> exportedRow(const Move &move, bool withNumber)
    {
        const Seat *seat = m_words.seat(move);
        const QString here = seat ? m_words.institution(seat->unit) : move.outside;
        const bool isOutward = move.kind == u"파견"_s || move.kind == u"전출"_s || move.kind == u"파견연장"_s;
        const bool isPlain = move.slip == UnitSlip::None || move.slip == UnitSlip::Misspelt;
        QString there = isPlain ? m_words.institution(move.toUnit) : QString();
        QString division = target(move, there);
        if (isOutward) {
            there = m_words.targetWithPost(move);
            division.clear();
        }
        QList<Cell> row{cell(m_words.name(move, NameStyle::Plain)),
                        cell(m_words.presentPost(move)),
                        cell(here),
                        cell(seat ? move.grade : QString()),
                        cell(seat ? within(m_words.present(move, true, false), here) : QString()),
                        dayCell(move.effective),
                        cell(move.kind),
                        cell(there),
                        cell(division),
                        cell(m_words.targetPost(move)),
                        cell(seat ? move.toGrade : move.grade),
                        cell(exportedNote(move))};
        if (withNumber) {
            Cell number = cell(seat ? seat->person.id : QString());
            number.value = {Value::Kind::Text, number.text, {}, {}};
            row.insert(1, number);
        }
        return row;
    }

    QString target(const Move &move, const QString &institution) const
    {
        Move plain = move;
        plain.isToHead = false;
        return within(m_words.target(plain), institution);
    }

    // The unit without its institution, which has a column of its own.
    static QString within(const QString &unit, const QString &institution)
    {
        return unit.startsWith(institution + u' ') ? unit.mid(institution.size() + 1) : unit;
    }

    QString exportedNote(const Move &move) const
    {
        return !move.until.isValid() && !move.quoted.isValid() && move.kind != u"퇴직"_s ? QString() : note(move);
    }

    // ---- 7: a bulletin

    void bulletin()
    {
        open(koreanDay(orderDay()) + u"자 인사발령 알림"_s);
        say(issuer() + u"은 "_s + koreanDay(orderDay()) + u"자로 다음과 같이 인사발령("_s + m_number
            + u")하였음을 알려 드립니다."_s);
        Shown shown;
        shown.unit = false;
        const QList<QList<Move>> all = sections();
        for (const QList<Move> &section : all) {
            say(QString());
            say(u"○ "_s + heading(section.constFirst().kind) + QStringLiteral("(%1명)").arg(section.size()));
            for (qsizetype i = 0; i < section.size(); ++i) {
                const Move &move = section.at(i);
                know(move, shown);
                QString who = who7(move);
                if (i + 1 < section.size() && section.at(i + 1).isSharing) {
                    know(section.at(++i), shown);
                    who += u", "_s + who7(section.at(i));
                }
                say(u" - "_s + who + u" → "_s + m_words.shortForm(move));
            }
        }
        say(QString());
        say(u"끝."_s);
        sign();
    }

    QString who7(const Move &move)
    {
        const QString from = move.kind == u"전입"_s ? move.outside + u' ' : QString();
        return from + move.grade + u' ' + m_words.name(move, style(NameStyle::Plain, 80));
    }

    const Roster &m_roster;
    OrderSize m_size;
    QString m_number;
    QList<Move> m_moves;
    Dice &m_dice;
    Wording m_words;
    Drawn m_drawn;
};

} // namespace

Drawn drawOrder(const Roster &roster, Layout layout, OrderSize size, const QString &number, QList<Move> moves,
                Dice &dice)
{
    return Draughtsman(roster, size, number, moves, dice).draw(layout);
}

} // namespace naru::office::sample
