#include "office/order/unit_resolver.h"

#include "core/hangul.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace naru::office {

namespace {

// The word for who leads a unit, by the last word of its name (지방자치단체의 행정기구와 정원기준 등에 관한 규정).
struct SeatWord {
    const char16_t *unitEnd;
    const char16_t *post;
    const char16_t *cut; // what the seat adds to the name of the unit
};
constexpr std::array<SeatWord, 15> seatWords{{
    {u"센터", u"소장", u"소장"},
    {u"센터", u"센터장", u"장"},
    {u"본부", u"본부장", u"장"},
    {u"과", u"과장", u"장"},
    {u"팀", u"팀장", u"장"},
    {u"국", u"국장", u"장"},
    {u"실", u"실장", u"장"},
    {u"소", u"소장", u"장"},
    {u"원", u"원장", u"장"},
    {u"관", u"관장", u"장"},
    {u"단", u"단장", u"장"},
    {u"처", u"처장", u"장"},
    {u"부", u"부장", u"장"},
    {u"청", u"청장", u"장"},
    {u"", u"장", u"장"},
}};

bool isCityWord(const QString &word)
{
    static const QRegularExpression city(u"(?:특별시|광역시|특별자치시|시|시청|군|군청|구청|도청|본청)$"_s);
    return city.match(word).hasMatch();
}

bool isPostToken(const QString &word)
{
    static const QRegularExpression post(u"^(?:과장|팀장|국장|실장|본부장|소장|원장|관장|단장|처장|센터장|부장|계장|담당|주무관|서무주임|담당자)$"_s);
    return post.match(word).hasMatch();
}

void addOnce(QList<const Unit *> &list, const Unit *unit)
{
    if (unit && !list.contains(unit))
        list.append(unit);
}

} // namespace

QString ownSeat(const QString &unitName)
{
    for (const QString &post : {u"담당관"_s, u"기획관"_s, u"감사관"_s, u"대변인"_s, u"정책관"_s, u"협력관"_s})
        if (unitName.endsWith(post))
            return post;
    return {};
}

UnitResolver::UnitResolver(const Directory &directory)
    : m_directory(directory)
{
}

// Units that the last segment names and that lie below units that the segments before name (of any day).
QList<const Unit *> UnitResolver::named(const QStringList &segments) const
{
    QList<const Unit *> found = m_directory.unitsNamed(segments.last());
    for (qsizetype i = segments.size() - 2; i >= 0; --i) {
        const QList<const Unit *> above = m_directory.unitsNamed(segments[i]);
        if (above.isEmpty())
            continue;
        QList<const Unit *> within;
        for (const Unit *one : std::as_const(found))
            for (const Unit *upper : above) {
                QList<const Unit *> uppers{upper};
                for (const Unit *heir : m_directory.heirs(*upper, one->validFrom))
                    addOnce(uppers, heir);
                if (std::any_of(uppers.begin(), uppers.end(),
                                [&](const Unit *u) { return u != one && m_directory.isWithin(one->id, u->id); }))
                    addOnce(within, one);
            }
        found = within;
    }
    return found;
}

// "행정국총무과" -> {행정국, 총무과}, where both are names of units.
bool UnitResolver::splitToNames(const QString &text, QStringList &segments) const
{
    if (!m_directory.unitsNamed(text).isEmpty()) {
        segments.append(text);
        return true;
    }
    for (qsizetype at = 2; at + 2 <= text.size(); ++at) {
        if (m_directory.unitsNamed(text.left(at)).isEmpty())
            continue;
        QStringList rest;
        if (splitToNames(text.mid(at), rest)) {
            segments.append(text.left(at));
            segments += rest;
            return true;
        }
    }
    return false;
}

UnitResolver::Reading UnitResolver::read(const QString &text) const
{
    Reading reading;
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 1 && words.last() == u"장"_s) { // a narrow cell broke "인사팀장"
        words.removeLast();
        words.last() += u'장';
    }
    if (words.size() > 1 && isPostToken(words.last()))
        reading.post = words.takeLast();
    QStringList segments;
    for (qsizetype i = 0; i < words.size();) {
        bool found = false;
        for (qsizetype end = words.size(); end > i && !found; --end)
            if (splitToNames(words.mid(i, end - i).join(QString()), segments)) {
                i = end;
                found = true;
            }
        if (found)
            continue;
        const bool isLast = i + 1 == words.size();
        const QString word = words.mid(i).join(QString());
        if (!isLast && segments.isEmpty() && isCityWord(words[i])) {
            ++i;
            continue;
        }
        for (const SeatWord &seat : seatWords) {
            const QString cut = QString::fromUtf16(seat.cut);
            if (!word.endsWith(cut) || word.size() < cut.size() + 2)
                continue;
            const QString unit = word.chopped(cut.size());
            if (!unit.endsWith(QString::fromUtf16(seat.unitEnd)))
                continue;
            QStringList below;
            if (splitToNames(unit, below)) {
                QStringList all = segments + below;
                if (!named(all).isEmpty()) {
                    reading.post = QString::fromUtf16(seat.post);
                    reading.units = named(all);
                    return reading;
                }
            }
        }
        // A team that the directory does not keep: the unit above it is certain, the team is not.
        static const QRegularExpression team(u"^(.+팀)(장)?$"_s);
        const QRegularExpressionMatch match = team.match(word);
        if (!segments.isEmpty() && match.hasMatch()) {
            reading.unknownTeam = match.captured(1);
            if (!match.captured(2).isEmpty())
                reading.post = u"팀장"_s;
            reading.units = named(segments);
        }
        return reading;
    }
    if (!segments.isEmpty())
        reading.units = named(segments);
    return reading;
}

QList<const Unit *> UnitResolver::nearNames(const QString &text, QDate day) const
{
    QStringList names;
    for (const Unit &one : m_directory.state().units)
        if (isValidOn(one, day) && !names.contains(one.name))
            names.append(one.name);
    const QString last = text.section(u' ', -1);
    QStringList near = nearest(text, names, 5);
    for (const QString &name : nearest(last, names, 5) + nearest(last.endsWith(u'장') ? last.chopped(1) : last, names, 5))
        if (!near.contains(name))
            near.append(name);
    QList<const Unit *> found;
    for (const QString &name : std::as_const(near))
        for (const Unit *one : m_directory.unitsNamed(name))
            if (isValidOn(*one, day))
                addOnce(found, one);
    return found.mid(0, 5);
}

ResolvedUnit UnitResolver::resolve(const QString &text, const QString &team, QDate day, bool isPost) const
{
    ResolvedUnit result;
    if (text.isEmpty() && team.isEmpty()) {
        result.problem = u"unit.missing"_s;
        return result;
    }
    Reading reading = read(text.isEmpty() ? team : text);
    result.post = reading.post;
    QString below = text.isEmpty() ? QString() : team.isEmpty() ? reading.unknownTeam : team;
    if (reading.units.isEmpty()) {
        result.problem = u"unit.unknown"_s;
        result.candidates = nearNames(text.isEmpty() ? team : text, day);
        return result;
    }
    QList<const Unit *> valid;
    for (const Unit *one : std::as_const(reading.units))
        if (isValidOn(*one, day))
            addOnce(valid, one);
    const bool isOldName = valid.isEmpty();
    if (isOldName)
        for (const Unit *one : std::as_const(reading.units))
            for (const Unit *heir : m_directory.heirs(*one, day))
                addOnce(valid, heir);
    if (valid.isEmpty()) {
        result.problem = u"unit.abolished"_s;
        result.candidates = nearNames(text, day);
        return result;
    }
    if (!below.isEmpty()) {
        QList<const Unit *> teams;
        bool hasTeams = false;
        for (const Unit *one : std::as_const(valid))
            for (const Unit &child : m_directory.state().units)
                if (child.level == u"팀"_s && isValidOn(child, day) && child.parent == one->id) {
                    hasTeams = true;
                    if (normalizeForMatch(child.name) == normalizeForMatch(below))
                        addOnce(teams, &child);
                }
        if (!teams.isEmpty()) {
            valid = teams;
        } else if (hasTeams || valid.size() > 1) {
            result.problem = u"team.unknown"_s;
            for (const Unit *one : std::as_const(valid))
                for (const Unit *child : m_directory.children(one->id, day))
                    addOnce(result.candidates, child);
            return result;
        }
    }
    if (valid.size() > 1 && !isOldName) {
        QList<const Unit *> central;
        for (const Unit *one : std::as_const(valid))
            if (one->nature == u"본청"_s && !m_directory.institution(one->id))
                addOnce(central, one);
        if (central.size() == 1)
            valid = central;
    }
    if (valid.size() > 1) {
        result.problem = isOldName ? u"unit.split"_s : u"unit.ambiguous"_s;
        result.candidates = valid;
        return result;
    }
    result.unit = valid.first();
    if (isPost && result.post.isEmpty())
        result.post = ownSeat(result.unit->name);
    return result;
}

QList<const Unit *> UnitResolver::meanings(const QString &text, const QString &team, QDate day) const
{
    QList<const Unit *> found;
    const Reading reading = read(text.isEmpty() ? team : text);
    for (const Unit *one : reading.units) {
        addOnce(found, one);
        for (const Unit *heir : m_directory.heirs(*one, day))
            addOnce(found, heir);
    }
    return found;
}

} // namespace naru::office
