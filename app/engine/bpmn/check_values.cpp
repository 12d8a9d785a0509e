#include "engine/bpmn/check_values.h"

#include "core/result.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::bpmn {

namespace {

QRegularExpression whole(const QString &pattern) { return QRegularExpression(QRegularExpression::anchoredPattern(pattern)); }

// RFC 2396 with the letters that XML Schema escapes by itself: every '%' begins an escape, and one '#' at most.
bool isUri(const QString &value)
{
    static const QRegularExpression escape = whole(u"%[0-9A-Fa-f]{2}"_s);
    for (qsizetype at = value.indexOf(u'%'); at >= 0; at = value.indexOf(u'%', at + 1))
        if (!escape.match(value.sliced(at, std::min<qsizetype>(3, value.size() - at))).hasMatch())
            return false;
    return value.count(u'#') <= 1;
}

bool isInt(const QString &value)
{
    bool good = false;
    value.toInt(&good);
    return good;
}

} // namespace

bool isNcName(QStringView name)
{
    if (name.isEmpty() || !(name[0].isLetter() || name[0] == u'_' || name[0].isHighSurrogate()))
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u'\u00b7' || c.isMark()
            || c.isSurrogate();
    });
}

bool isMimeType(QStringView text)
{
    static const QRegularExpression type = whole(u"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+*-]+(\\s*;.*)?"_s);
    return type.match(text.trimmed().toString()).hasMatch();
}

QString valueComplaint(const ValueRule &rule, const QString &value)
{
    static const QRegularExpression boolean = whole(u"true|false|1|0"_s);
    static const QRegularExpression integer = whole(u"[+-]?[0-9]+"_s);
    static const QRegularExpression number
        = whole(u"[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?|-?INF|NaN"_s);
    const QString bare = value.trimmed();
    switch (rule.type) {
    case ValueType::String:
        return {};
    case ValueType::Boolean:
        return boolean.match(bare).hasMatch() ? QString() : u"true or false"_s;
    case ValueType::Integer:
        return integer.match(bare).hasMatch() ? QString() : u"an integer"_s;
    case ValueType::Int:
        return isInt(bare) ? QString() : u"an integer of 32 bits"_s;
    case ValueType::Double:
        return number.match(bare).hasMatch() ? QString()
                                                                                                   : u"a number"_s;
    case ValueType::AnyUri:
        return isUri(bare) ? QString() : u"a URI"_s;
    case ValueType::Id:
    case ValueType::IdRef:
        return isNcName(bare) ? QString() : u"a name without colon"_s;
    case ValueType::QName: {
        const qsizetype colon = bare.indexOf(u':');
        const bool good = colon < 0
            ? isNcName(bare)
            : isNcName(QStringView(bare).first(colon)) && isNcName(QStringView(bare).sliced(colon + 1));
        return good ? QString() : u"a qualified name"_s;
    }
    case ValueType::Choice:
        return rule.choices.contains(value) ? QString() : u"one of "_s + rule.choices.join(u", "_s);
    case ValueType::ChoiceOrUri:
        return rule.choices.contains(bare) || (isUri(bare) && !bare.startsWith(u"##"))
            ? QString()
            : u"a URI or one of "_s + rule.choices.join(u", "_s);
    }
    return {};
}

} // namespace naru::bpmn
