#include "office/sample/structure.h"

namespace naru::office::sample {

namespace {

const QDate founded(2024, 1, 1);
const QDate reorganised(2026, 7, 1);

QString natureOf(const QString &letter)
{
    if (letter == u"B"_s)
        return u"직속"_s;
    if (letter == u"C"_s)
        return u"사업소"_s;
    return letter == u"D"_s ? u"의회"_s : u"본청"_s;
}

class Builder {
public:
    explicit Builder(Size size)
        : m_size(size)
        , m_reforms(reforms())
    {
        m_structure.founded = founded;
        m_structure.reorganised = reorganised;
    }

    Structure build()
    {
        m_root = add({}, cityName(), u"A"_s, u"기관"_s, founded, u"행정"_s);
        const QList<UnitLine> lines = chosenLines();
        for (const UnitLine &line : lines) {
            if (line.name.isEmpty())
                m_alive.insert(line.bureau,
                               add(m_root, line.bureau, line.letter, line.letter == u"A"_s ? u"실국"_s : u"기관"_s,
                                   founded, u"행정"_s));
            else
                addDivision(line);
        }
        for (const Reform &reform : std::as_const(m_reforms))
            apply(reform);
        for (const Reform &reform : std::as_const(m_reforms))
            if (reform.kind == Reform::Kind::RenameBureau || reform.kind == Reform::Kind::EndBureau)
                endBureau(reform.from.constFirst());
        return m_structure;
    }

private:
    bool isSplit(const QString &division) const
    {
        for (const Reform &reform : m_reforms)
            if (reform.kind == Reform::Kind::Split && reform.from.contains(division))
                return true;
        return false;
    }

    QList<UnitLine> chosenLines() const
    {
        const QList<UnitLine> all = unitLines();
        if (m_size == Size::City)
            return all;
        QList<UnitLine> chosen;
        for (const UnitLine &line : all) {
            if (line.name.isEmpty()) {
                if (!chosen.isEmpty() && chosen.constLast().name.isEmpty())
                    chosen.removeLast(); // a bureau without a division
                chosen.append(line);
            } else if (line.isInSmall) {
                chosen.append(line);
                if (!isSplit(line.name))
                    chosen.last().teams = line.teams.mid(0, 2);
            }
        }
        return chosen;
    }

    // The next free code below the parent: two digits for each level.
    QString nextCode(const QString &parent, const QString &letter, const QString &level)
    {
        if (parent.isEmpty())
            return u"A000000"_s;
        const bool isTop = parent == m_root && level != u"과"_s;
        const int digits = isTop ? 0 : level == u"과"_s ? 2 : 4;
        const QString prefix = letter + parent.mid(1, digits);
        const int number = ++m_last[prefix];
        return prefix + QStringLiteral("%1").arg(number, 2, 10, QChar(u'0')) + QString(4 - digits, u'0');
    }

    QString add(const QString &parent, const QString &name, const QString &letter, const QString &level, QDate from,
                const QString &series)
    {
        const QString code = nextCode(parent, letter, level);
        m_structure.at.insert(code, static_cast<int>(m_structure.units.size()));
        m_structure.units.append({code, name, natureOf(letter), level, parent, from, {}, {}});
        m_structure.series.insert(code, series);
        return code;
    }

    void addDivision(const UnitLine &line)
    {
        const QString above = line.bureau.isEmpty() ? m_root : m_alive.value(line.bureau);
        const QString division = add(above, line.name, line.letter, u"과"_s, founded, line.series);
        if (line.letter == u"A"_s)
            m_alive.insert(line.name, division);
        for (const QString &team : line.teams)
            add(division, team, line.letter, u"팀"_s, founded, line.series);
    }

    Unit &unit(const QString &id) { return m_structure.units[m_structure.at.value(id)]; }

    QStringList livingChildren(const QString &parent) const
    {
        QStringList children;
        for (const Unit &one : m_structure.units)
            if (one.parent == parent && !one.validTo.isValid())
                children.append(one.id);
        return children;
    }

    void end(const QString &id) { unit(id).validTo = reorganised.addDays(-1); }

    void endWithTeams(const QString &division)
    {
        const QStringList teams = livingChildren(division);
        for (const QString &team : teams)
            end(team);
        end(division);
        m_alive.remove(unit(division).name);
    }

    // The living bureau of that name; one that the reorganisation makes is made when it is first needed.
    QString bureau(const QString &name)
    {
        const QString living = m_alive.value(name);
        if (!living.isEmpty())
            return living;
        QStringList before;
        for (const Reform &reform : std::as_const(m_reforms)) {
            if (reform.to != name
                || (reform.kind != Reform::Kind::NewBureau && reform.kind != Reform::Kind::RenameBureau))
                continue;
            for (const QString &from : reform.from)
                if (m_alive.contains(from))
                    before.append(m_alive.value(from));
            if (before.isEmpty() && !reform.from.isEmpty())
                return {};
            const QString made = add(m_root, name, u"A"_s, u"실국"_s, reorganised, u"행정"_s);
            unit(made).predecessors = before;
            m_alive.insert(name, made);
            return made;
        }
        return {};
    }

    void succeed(const QString &before, const QString &after)
    {
        unit(after).predecessors.append(before);
        if (!m_structure.heir.contains(before))
            m_structure.heir.insert(before, after);
    }

    // Makes the division anew under the bureau, with those of its teams that are named (none named: all).
    QString remake(const QStringList &from, const QString &to, const QString &above, const QStringList &only)
    {
        const QString made = add(above, to, u"A"_s, u"과"_s, reorganised, m_structure.series.value(from.constFirst()));
        for (const QString &before : from) {
            succeed(before, made);
            const QStringList teams = livingChildren(before);
            for (const QString &team : teams) {
                if (!only.isEmpty() && !only.contains(unit(team).name))
                    continue;
                succeed(team, add(made, unit(team).name, u"A"_s, u"팀"_s, reorganised, m_structure.series.value(team)));
            }
        }
        return made;
    }

    void apply(const Reform &reform)
    {
        using Kind = Reform::Kind;
        QStringList from;
        for (const QString &name : reform.from)
            if (m_old.contains(name) || m_alive.contains(name))
                from.append(m_old.value(name, m_alive.value(name)));
        if (from.size() < reform.from.size() || reform.kind == Kind::NewBureau || reform.kind == Kind::EndBureau)
            return;
        if (reform.kind == Kind::RenameBureau)
            return renameBureau(from.constFirst(), reform.to);
        if (reform.kind == Kind::EndDivision)
            return endWithTeams(from.constFirst());
        if (reform.kind == Kind::NewDivision && m_size == Size::Small && reform.to != u"공약관리과"_s)
            return;
        const QString above = bureau(reform.bureau);
        if (above.isEmpty())
            return;
        replace(reform, from, above);
    }

    void replace(const Reform &reform, const QStringList &from, const QString &above)
    {
        using Kind = Reform::Kind;
        QString made;
        if (reform.kind == Kind::NewDivision) {
            made = add(above, reform.to, u"A"_s, u"과"_s, reorganised, u"행정"_s);
            for (const QString &team : reform.teams)
                add(made, team, u"A"_s, u"팀"_s, reorganised, u"행정"_s);
        } else {
            made = remake(from, reform.to, above, reform.teams);
        }
        if (reform.kind != Kind::MoveDivision)
            m_structure.reshaped.append(made);
        for (const QString &before : from) {
            m_old.insert(unit(before).name, before); // the other half of a split still needs it
            if (reform.kind != Kind::Split || isLastHalf(reform))
                endWithTeams(before);
        }
        m_alive.insert(reform.to, made);
    }

    bool isLastHalf(const Reform &reform) const
    {
        const Reform *last = &reform;
        for (const Reform &one : m_reforms)
            if (one.kind == Reform::Kind::Split && one.from == reform.from)
                last = &one;
        return last->to == reform.to;
    }

    bool isNamed(const QString &division) const
    {
        for (const Reform &reform : m_reforms)
            if (reform.from.contains(division))
                return true;
        return false;
    }

    // The divisions of which no other reform speaks go along.
    void renameBureau(const QString &before, const QString &name)
    {
        const QString after = bureau(name);
        m_structure.heir.insert(before, after);
        const QStringList divisions = livingChildren(before);
        for (const QString &division : divisions) {
            const QString same = unit(division).name;
            if (isNamed(same))
                continue;
            const QString made = remake({division}, same, after, {});
            endWithTeams(division);
            m_alive.insert(same, made);
        }
    }

    void endBureau(const QString &name)
    {
        const QString before = m_alive.value(name);
        if (before.isEmpty())
            return;
        const QStringList divisions = livingChildren(before);
        for (const QString &division : divisions)
            endWithTeams(division);
        end(before);
    }

    Size m_size;
    QList<Reform> m_reforms;
    Structure m_structure;
    QString m_root;
    QHash<QString, QString> m_alive; // name of a bureau, or of a division of the 본청 -> code
    QHash<QString, QString> m_old; // name of a division that has ended -> code
    QHash<QString, int> m_last; // prefix of codes -> the last number given
};

} // namespace

const Unit *Structure::unit(const QString &id) const
{
    const auto found = at.constFind(id);
    return found == at.constEnd() ? nullptr : &units.at(found.value());
}

QString Structure::divisionOf(const QString &id) const
{
    const Unit *one = unit(id);
    return one && one->level == u"팀"_s ? one->parent : id;
}

QString Structure::bureauOf(const QString &id) const
{
    const Unit *one = unit(divisionOf(id));
    return one && one->level == u"과"_s ? one->parent : id;
}

bool Structure::isAlive(const QString &id, QDate day) const
{
    const Unit *one = unit(id);
    return one && one->validFrom <= day && (!one->validTo.isValid() || one->validTo >= day);
}

Structure buildStructure(Size size)
{
    return Builder(size).build();
}

QString headTitle(const Unit &unit)
{
    static const QList<std::pair<QString, QString>> titles{
        {u"팀"_s, u"팀장"_s},       {u"전문위원실"_s, u"수석전문위원"_s},
        {u"담당관"_s, u"담당관"_s}, {u"감사관"_s, u"감사관"_s},
        {u"대변인"_s, u"대변인"_s}, {u"과"_s, u"과장"_s},
        {u"본부"_s, u"본부장"_s},   {u"국"_s, u"국장"_s},
        {u"실"_s, u"실장"_s},       {u"단"_s, u"단장"_s},
        {u"청"_s, u"청장"_s},       {u"처"_s, u"처장"_s},
        {u"센터"_s, u"소장"_s},     {u"부"_s, u"부장"_s},
        {u"연구원"_s, u"원장"_s},   {u"개발원"_s, u"원장"_s},
        {u"동물원"_s, u"원장"_s},   {u"승화원"_s, u"원장"_s},
        {u"소"_s, u"소장"_s},       {u"관"_s, u"관장"_s},
        {u"시"_s, u"시장"_s},
    };
    for (const auto &[ending, title] : titles)
        if (unit.name.endsWith(ending))
            return title;
    return u"과장"_s;
}

QString headName(const Unit &unit)
{
    const QString title = headTitle(unit);
    if (unit.name.endsWith(title))
        return unit.name; // 담당관, 감사관
    if (unit.name.endsWith(u"전문위원실"_s))
        return unit.name + u' ' + title;
    if (unit.name.endsWith(u"본부"_s))
        return unit.name + u"장"_s;
    return unit.name.endsWith(title.left(1)) ? unit.name + title.mid(1) : unit.name + title;
}

} // namespace naru::office::sample
