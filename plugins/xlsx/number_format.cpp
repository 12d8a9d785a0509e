#include "number_format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace naru {

namespace {

constexpr QChar elapsedMark(1);

// The first section of a code without quoted, escaped, and bracketed text; "[h]" leaves a mark.
QString bare(QStringView code)
{
    QString letters;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i].toLower();
        if (c == u';')
            break;
        if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'"') {
            const qsizetype stop = code.indexOf(u'"', i + 1);
            i = stop < 0 ? code.size() : stop;
        } else if (c == u'[') {
            const qsizetype stop = code.indexOf(u']', i + 1);
            const QStringView inside = code.sliced(i + 1, (stop < 0 ? code.size() : stop) - i - 1);
            if (!inside.isEmpty() && QStringView(u"hHmMsS").contains(inside[0])
                && std::all_of(inside.begin(), inside.end(), [&](QChar one) { return one.toLower() == inside[0].toLower(); }))
                letters += elapsedMark;
            i = stop < 0 ? code.size() : stop;
        } else {
            letters += c;
        }
    }
    return letters.replace(u"am/pm"_s, u"p"_s).replace(u"a/p"_s, u"p"_s).replace(u"general"_s, u"0"_s);
}

} // namespace

NumberFormat numberFormat(const QString &code)
{
    NumberFormat format;
    if (code.compare(u"General"_s, Qt::CaseInsensitive) == 0)
        return format;
    format.code = code;
    const QString letters = bare(code);
    format.elapsed = letters.contains(elapsedMark);
    const bool time = letters.contains(u'h') || letters.contains(u's') || format.elapsed;
    const bool day = letters.contains(u'y') || letters.contains(u'd') || letters.contains(u"aaa"_s)
                     || (letters.contains(u'm') && !time);
    if (day)
        format.shown = time ? NumberFormat::Shown::Moment : NumberFormat::Shown::Day;
    else if (time)
        format.shown = NumberFormat::Shown::TimeOfDay;
    else if (code.size() > 1 && code.count(u'0') == code.size())
        format.digits = int(std::min<qsizetype>(code.size(), 30));
    return format;
}

QString builtInFormat(int id)
{
    switch (id) {
    case 1: return u"0"_s;
    case 2: return u"0.00"_s;
    case 3: return u"#,##0"_s;
    case 4: return u"#,##0.00"_s;
    case 9: return u"0%"_s;
    case 10: return u"0.00%"_s;
    case 11: return u"0.00E+00"_s;
    case 12: return u"# ?/?"_s;
    case 13: return u"# ?" "?/?" "?"_s;
    case 14: return u"yyyy-mm-dd"_s;
    case 15: return u"d-mmm-yy"_s;
    case 16: return u"d-mmm"_s;
    case 17: return u"mmm-yy"_s;
    case 18: return u"h:mm AM/PM"_s;
    case 19: return u"h:mm:ss AM/PM"_s;
    case 20: return u"h:mm"_s;
    case 21: return u"h:mm:ss"_s;
    case 22: return u"yyyy-mm-dd h:mm"_s;
    case 27: case 36: case 50: case 57: return u"yyyy\"年\" mm\"月\" dd\"日\""_s;
    case 28: case 29: case 51: case 54: case 58: return u"mm-dd"_s;
    case 30: return u"mm-dd-yy"_s;
    case 31: return u"yyyy\"년\" mm\"월\" dd\"일\""_s;
    case 32: return u"h\"시\" mm\"분\""_s;
    case 33: return u"h\"시\" mm\"분\" ss\"초\""_s;
    case 34: case 35: case 52: case 53: case 55: case 56: return u"yyyy-mm-dd"_s;
    case 37: case 38: return u"#,##0;-#,##0"_s;
    case 39: case 40: return u"#,##0.00;-#,##0.00"_s;
    case 45: return u"mm:ss"_s;
    case 46: return u"[h]:mm:ss"_s;
    case 47: return u"mm:ss.0"_s;
    case 48: return u"##0.0E+0"_s;
    case 49: return u"@"_s;
    default: return {};
    }
}

} // namespace naru
