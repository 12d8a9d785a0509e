#include "office/order/unit_resolver.h"

#include "core/hangul.h"
#include "office/order/look.h"

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

// Whether the unit lies in one of those above, or in an heir that one of them had when the unit began.
bool UnitResolver::liesIn(const Unit &unit, const QList<const Unit *> &above) const
{
    for (const Unit *upper : m_directory.ancestry(unit.id)) {
        QList<const Unit *> open{upper};
        for (qsizetype i = 0; i < open.size(); ++i) {
            if (open[i] != &unit && above.contains(open[i]))
                return true;
            for (const QString &code : open[i]->predecessors)
                if (const Unit *before = m_directory.unit(code); before && !isValidOn(*before, unit.validFrom))
                    addOnce(open, before);
        }
    }
    return false;
}

// Those of the units found that lie in one of those above. Many units share a name ("서무팀"), so it may be shorter to
// look below than to look up.
QList<const Unit *> UnitResolver::within(const QList<const Unit *> &found, const QList<const Unit *> &above,
                                         const QString &name) const
{
    constexpr qsizetype few = 16;
    QList<const Unit *> inside;
    if (found.size() <= few) {
        for (const Unit *one : found)
            if (liesIn(*one, above))
                addOnce(inside, one);
        return inside;
    }
    const QString wanted = normalizeForMatch(name);
    QList<const Unit *> open = above;
    for (qsizetype i = 0; i < open.size(); ++i) {
        for (const Unit *next : m_directory.successors(open[i]->id) + m_directory.children(open[i]->id))
            addOnce(open, next);
        if (normalizeForMatch(open[i]->name) == wanted && liesIn(*open[i], above))
            inside.append(open[i]);
    }
    return inside;
}

// Units that the last segment names and that lie below units that the segments before name (of any day).
QList<const Unit *> UnitResolver::named(const QStringList &segments) const
{
    QList<const Unit *> found = m_directory.unitsNamed(segments.last());
    for (qsizetype i = segments.size() - 2; i >= 0; --i)
        if (const QList<const Unit *> above = m_directory.unitsNamed(segments[i]); !above.isEmpty())
            found = within(found, above, segments.last());
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

// "총무과장": the seat, within the units of the segments before.
bool UnitResolver::readSeat(const QString &word, const QStringList &segments, Reading &reading) const
{
    for (const SeatWord &seat : seatWords) {
        const QString cut = QString::fromUtf16(seat.cut);
        if (!word.endsWith(cut) || word.size() < cut.size() + 2)
            continue;
        const QString unit = word.chopped(cut.size());
        QStringList below;
        if (!unit.endsWith(QString::fromUtf16(seat.unitEnd)) || !splitToNames(unit, below))
            continue;
        const QList<const Unit *> units = named(segments + below);
        if (units.isEmpty())
            continue;
        reading.post = QString::fromUtf16(seat.post);
        reading.units = units;
        return true;
    }
    return false;
}

// A team that the directory does not keep: the unit above it is certain, the team is not. Other words mean no unit.
void UnitResolver::readUnknownTeam(const QString &word, Reading &reading)
{
    static const QRegularExpression team(u"^(.+팀)(장)?$"_s);
    const QRegularExpressionMatch match = team.match(word);
    if (!match.hasMatch()) {
        reading.units.clear();
        return;
    }
    reading.unknownTeam = match.captured(1);
    if (!match.captured(2).isEmpty())
        reading.post = u"팀장"_s;
}

UnitResolver::Reading UnitResolver::read(const QString &text) const
{
    Reading reading;
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 1 && words.last() == u"장"_s) { // a narrow cell broke "인사팀장"
        words.removeLast();
        words.last() += u'장';
    }
    if (words.size() > 1 && isPostToken(words.last()) && m_directory.unitsNamed(words[words.size() - 2]).isEmpty()) {
        const QString end = words.takeLast(); // "자치행정 과장"
        words.last() += end;
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
        if (!readSeat(word, segments, reading) && !segments.isEmpty()) {
            reading.units = named(segments);
            readUnknownTeam(word, reading);
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

// The units themselves where one is valid on the day, else their heirs.
QList<const Unit *> UnitResolver::onDay(const QList<const Unit *> &units, QDate day, bool &isOldName) const
{
    QList<const Unit *> valid;
    for (const Unit *one : units)
        if (isValidOn(*one, day))
            addOnce(valid, one);
    isOldName = valid.isEmpty();
    if (isOldName)
        for (const Unit *one : units)
            for (const Unit *heir : m_directory.heirs(*one, day))
                addOnce(valid, heir);
    return valid;
}

// Narrows the units to their teams of that name. False, with the problem, where the team could be none of theirs.
bool UnitResolver::takeTeam(const QString &team, QDate day, QList<const Unit *> &units, ResolvedUnit &result) const
{
    const QList<const Unit *> known = m_directory.unitsNamed(team);
    QList<const Unit *> inside;
    bool hasTeams = false;
    bool isItself = false;
    for (const Unit *one : std::as_const(units)) {
        isItself = isItself || known.contains(one);
        for (const Unit *child : m_directory.children(one->id, day)) {
            hasTeams = hasTeams || child->level == u"팀"_s;
            if (known.contains(child))
                addOnce(inside, child);
        }
    }
    if (!inside.isEmpty()) {
        units = inside;
        return true;
    }
    if (units.size() == 1 && (isItself || (!hasTeams && known.isEmpty())))
        return true; // the directory keeps no teams there
    result.problem = u"team.unknown"_s;
    for (const Unit *one : std::as_const(units))
        for (const Unit *child : m_directory.children(one->id, day))
            addOnce(result.candidates, child);
    return false;
}

// A name that 본청 has, too, means 본청.
void UnitResolver::preferCentral(QList<const Unit *> &units) const
{
    QList<const Unit *> central;
    for (const Unit *one : std::as_const(units))
        if (one->nature == u"본청"_s && !m_directory.institution(one->id))
            addOnce(central, one);
    if (central.size() == 1)
        units = central;
}

ResolvedUnit UnitResolver::resolve(const QString &text, const QString &team, QDate day, bool isPost) const
{
    ResolvedUnit result;
    const QString whole = text.isEmpty() ? team : text;
    if (whole.isEmpty()) {
        result.problem = u"unit.missing"_s;
        return result;
    }
    const Reading reading = read(whole);
    result.post = reading.post;
    bool isOldName = false;
    QList<const Unit *> valid = onDay(reading.units, day, isOldName);
    if (valid.isEmpty()) {
        result.problem = reading.units.isEmpty() ? u"unit.unknown"_s : u"unit.abolished"_s;
        result.candidates = nearNames(whole, day);
        return result;
    }
    const QString below = text.isEmpty() ? QString() : team.isEmpty() ? reading.unknownTeam : team;
    if (!below.isEmpty() && !takeTeam(below, day, valid, result))
        return result;
    if (valid.size() > 1 && !isOldName)
        preferCentral(valid);
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

bool UnitResolver::putRight(QString &text, QString &team, QDate day) const
{
    const ResolvedUnit now = resolve(text, team, day);
    if (now.problem != u"unit.unknown"_s && now.problem != u"team.unknown"_s)
        return false;
    const QString whole = text.isEmpty() || team.isEmpty() ? text + team : text + u' ' + team;
    QStringList names;
    const auto add = [&names](const QString &name) {
        names.append(name);
        names.append(name + u'장');
    };
    for (const Unit &one : m_directory.state().units) {
        if (!isValidOn(one, day) && !isValidOn(one, day.addDays(-1)))
            continue;
        const QList<const Unit *> above = m_directory.ancestry(one.id);
        QString path;
        for (qsizetype i = 0; i < above.size() && i < 3; ++i) {
            path = path.isEmpty() ? above[i]->name : above[i]->name + u' ' + path;
            add(path);
        }
        for (qsizetype i = 2; i < above.size(); ++i)
            add(above[i]->name + u' ' + one.name); // orders leave out what lies between
        if (above.size() > 2)
            add(above.last()->name + u' ' + above[1]->name + u' ' + one.name);
    }
    names.removeDuplicates();
    const std::optional<QString> meant = meantWord(whole, names);
    if (!meant)
        return false;
    text = *meant;
    team.clear();
    return true;
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
