// header.xml of a written document. Every …IDRef in the body points here, and every itemCnt counts its children.
#include "markup.h"

#include <QStringList>

namespace naru::hwpx {

namespace {

constexpr int gothic = 0; // fonts
constexpr int batang = 1;

struct Letter {
    int height; // 1/100 pt
    bool bold;
    int font;
    bool isPrompt = false;
};
constexpr std::array letters{
    Letter{1000, false, batang},          Letter{1600, true, batang},           Letter{1300, true, batang},
    Letter{1200, false, batang},          Letter{tableSizes[0], false, batang}, Letter{tableSizes[1], false, batang},
    Letter{tableSizes[2], false, batang}, Letter{tableSizes[0], true, gothic},  Letter{tableSizes[1], true, gothic},
    Letter{tableSizes[2], true, gothic},  Letter{1000, false, batang, true},    Letter{2000, true, batang},
    Letter{2000, true, batang},           Letter{1100, true, gothic},           Letter{1200, false, batang},
    Letter{1000, false, batang},
};

struct Alignment {
    QStringView horizontal;
    int before; // 1/100 pt
    int after;
    int lineSpacing; // percent
    int left = 0; // 1/100 pt
    int intent = 0; // negative: how much further in than the first line the others stand
};

// What a mark takes with the column behind it, in type of 12 pt: "1. " and "1) ", "가. ", "(1) ", "(가) ", "① ".
constexpr std::array markWidths{1500, 1800, 1500, 1800, 1900, 2400, 1800, 1800};
static_assert(markWidths.size() == itemLevels);

constexpr Alignment item(int level)
{
    const int mark = markWidths[size_t(level)];
    return {u"JUSTIFY", 0, 0, 160, level * 1200, -mark};
}
constexpr std::array alignments{
    Alignment{u"JUSTIFY", 0, 0, 160}, Alignment{u"CENTER", 0, 1000, 160}, Alignment{u"LEFT", 800, 400, 160},
    Alignment{u"JUSTIFY", 0, 0, 160}, Alignment{u"RIGHT", 0, 0, 160},     Alignment{u"CENTER", 0, 0, 160},
    Alignment{u"CENTER", 0, 0, 130},  Alignment{u"LEFT", 0, 0, 130},
    item(0), item(1), item(2), item(3), item(4), item(5), item(6), item(7),
    Alignment{u"CENTER", 1000, 1000, 160}, Alignment{u"RIGHT", 0, 0, 130},
};
static_assert(letters.size() == size_t(smallLetter) + 1);
static_assert(alignments.size() == size_t(rightCell) + 1);

QString perScript(const QString &element, int value)
{
    return u"<hh:%1 hangul=\"%2\" latin=\"%2\" hanja=\"%2\" japanese=\"%2\" other=\"%2\" symbol=\"%2\" user=\"%2\"/>"_s
        .arg(element)
        .arg(value);
}

QString list(const QString &element, const QStringList &items)
{
    return u"<hh:%1 itemCnt=\"%2\">"_s.arg(element).arg(items.size()) + items.join(QString()) + u"</hh:"_s + element
        + u'>';
}

QString fontFaces()
{
    const QString kind = u" type=\"TTF\" isEmbedded=\"0\"><hh:typeInfo familyType=\"FCAT_GOTHIC\" weight=\"6\""
                         u" proportion=\"4\" contrast=\"0\" strokeVariation=\"1\" armStyle=\"1\" letterform=\"1\""
                         u" midline=\"1\" xHeight=\"1\"/></hh:font>"_s;
    QStringList faces;
    for (const QString &script :
         {u"HANGUL"_s, u"LATIN"_s, u"HANJA"_s, u"JAPANESE"_s, u"OTHER"_s, u"SYMBOL"_s, u"USER"_s})
        faces.append(u"<hh:fontface lang=\""_s + script + u"\" fontCnt=\"2\"><hh:font id=\"0\" face=\"함초롬돋움\""_s
                     + kind + u"<hh:font id=\"1\" face=\"함초롬바탕\""_s + kind + u"</hh:fontface>"_s);
    return list(u"fontfaces"_s, faces);
}

QString borderFill(int id, const QString &line, const QString &fill, const QStringList &sides = {u"left"_s, u"right"_s, u"top"_s, u"bottom"_s})
{
    QString xml = u"<hh:borderFill id=\"%1\" threeD=\"0\" shadow=\"0\" centerLine=\"NONE\" breakCellSeparateLine=\"0\">"
                  u"<hh:slash type=\"NONE\" Crooked=\"0\" isCounter=\"0\"/>"
                  u"<hh:backSlash type=\"NONE\" Crooked=\"0\" isCounter=\"0\"/>"_s.arg(id);
    for (const QString &side : {u"left"_s, u"right"_s, u"top"_s, u"bottom"_s})
        xml += u"<hh:"_s + side + u"Border type=\""_s + (sides.contains(side) ? line : u"NONE"_s)
            + (sides.size() == 1 ? u"\" width=\"0.4 mm\" color=\"#000000\"/>"_s : u"\" width=\"0.12 mm\" color=\"#000000\"/>"_s);
    xml += u"<hh:diagonal type=\"SOLID\" width=\"0.1 mm\" color=\"#000000\"/>"_s;
    if (!fill.isEmpty())
        xml += u"<hc:fillBrush><hc:winBrush faceColor=\""_s + fill
            + u"\" hatchColor=\"#999999\" alpha=\"0\"/></hc:fillBrush>"_s;
    return xml + u"</hh:borderFill>"_s;
}

QString borderFills()
{
    return list(u"borderFills"_s,
                {borderFill(noBorder, u"NONE"_s, {}), borderFill(plainFill, u"NONE"_s, u"none"_s),
                 borderFill(solidBorder, u"SOLID"_s, {}), borderFill(headerBorder, u"SOLID"_s, u"#E5E5E5"_s),
                 borderFill(lineBelow, u"SOLID"_s, {}, {u"bottom"_s}), borderFill(lineAbove, u"SOLID"_s, {}, {u"top"_s})});
}

QString charProperties()
{
    QStringList items;
    for (const Letter &one : letters)
        items.append(u"<hh:charPr id=\"%1\" height=\"%2\" textColor=\"%4\" shadeColor=\"none\" useFontSpace=\"0\""
                     u" useKerning=\"0\" symMark=\"NONE\" borderFillIDRef=\"%3\">"_s.arg(items.size())
                         .arg(one.height)
                         .arg(plainFill)
                         .arg(one.isPrompt ? u"#FF0000"_s : u"#000000"_s)
                     + perScript(u"fontRef"_s, one.font) + perScript(u"ratio"_s, 100) + perScript(u"spacing"_s, 0)
                     + perScript(u"relSz"_s, 100) + perScript(u"offset"_s, 0)
                     + (one.isPrompt ? u"<hh:italic/>"_s : QString()) + (one.bold ? u"<hh:bold/>"_s : QString())
                     + u"<hh:underline type=\"NONE\" shape=\"SOLID\" color=\"#000000\"/>"
                       u"<hh:strikeout shape=\"NONE\" color=\"#000000\"/><hh:outline type=\"NONE\"/>"
                       u"<hh:shadow type=\"NONE\" color=\"#C0C0C0\" offsetX=\"10\" offsetY=\"10\"/></hh:charPr>"_s);
    return list(u"charProperties"_s, items);
}

// Margins stand twice: the old unit is half of what Hancom Office has written since 2016.
QString margins(const Alignment &one, int divisor)
{
    const auto margin = [&](const QString &element, int value) {
        return u"<hc:"_s + element + u" value=\""_s + QString::number(value / divisor) + u"\" unit=\"HWPUNIT\"/>"_s;
    };
    return u"<hh:margin>"_s + margin(u"intent"_s, one.intent * 2) + margin(u"left"_s, one.left * 2) + margin(u"right"_s, 0)
        + margin(u"prev"_s, one.before * 2) + margin(u"next"_s, one.after * 2)
        + u"</hh:margin><hh:lineSpacing type=\"PERCENT\" value=\"%1\" unit=\"HWPUNIT\"/>"_s.arg(one.lineSpacing);
}

QString paraProperties()
{
    QStringList items;
    for (const Alignment &one : alignments)
        items.append(
            u"<hh:paraPr id=\"%1\" tabPrIDRef=\"0\" condense=\"0\" fontLineHeight=\"0\" snapToGrid=\"1\""
            u" suppressLineNumbers=\"0\" checked=\"0\" textDir=\"LTR\"><hh:align horizontal=\"%2\" "
            u"vertical=\"BASELINE\"/>"
            u"<hh:heading type=\"NONE\" idRef=\"0\" level=\"0\"/><hh:breakSetting breakLatinWord=\"KEEP_WORD\""
            u" breakNonLatinWord=\"BREAK_WORD\" widowOrphan=\"0\" keepWithNext=\"0\" keepLines=\"0\""
            u" pageBreakBefore=\"0\" lineWrap=\"BREAK\"/><hh:autoSpacing eAsianEng=\"0\" eAsianNum=\"0\"/>"_s
                .arg(items.size())
                .arg(one.horizontal)
            + u"<hp:switch><hp:case hp:required-namespace=\"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar\">"_s
            + margins(one, 2) + u"</hp:case><hp:default>"_s + margins(one, 1) + u"</hp:default></hp:switch>"_s
            + u"<hh:border borderFillIDRef=\"%1\" offsetLeft=\"0\" offsetRight=\"0\" offsetTop=\"0\" offsetBottom=\"0\""
              u" connect=\"0\" ignoreMargin=\"0\"/></hh:paraPr>"_s.arg(plainFill));
    return list(u"paraProperties"_s, items);
}

// The outline that secPr refers to: 1. 가. 1) 가) (1) (가) ①, as official documents number their clauses.
QString numberings()
{
    constexpr std::array<std::pair<QStringView, QStringView>, 7> levels{{
        {u"DIGIT", u"^1."},
        {u"HANGUL_SYLLABLE", u"^2."},
        {u"DIGIT", u"^3)"},
        {u"HANGUL_SYLLABLE", u"^4)"},
        {u"DIGIT", u"(^5)"},
        {u"HANGUL_SYLLABLE", u"(^6)"},
        {u"CIRCLED_DIGIT", u"^7"},
    }};
    QString heads;
    for (size_t i = 0; i < levels.size(); ++i)
        heads += u"<hh:paraHead start=\"1\" level=\"%1\" align=\"LEFT\" useInstWidth=\"1\" autoIndent=\"1\""
                 u" widthAdjust=\"0\" textOffsetType=\"PERCENT\" textOffset=\"50\" numFormat=\"%2\""
                 u" charPrIDRef=\"4294967295\" checkable=\"0\">%3</hh:paraHead>"_s.arg(i + 1)
                     .arg(levels[i].first, levels[i].second);
    return list(u"numberings"_s,
                {u"<hh:numbering id=\"%1\" start=\"0\">"_s.arg(numbering) + heads + u"</hh:numbering>"_s});
}

QString styleList()
{
    QStringList items;
    for (const Style &one : styles) {
        const qsizetype id = items.size();
        items.append(
            u"<hh:style id=\"%1\" type=\"PARA\" name=\"%2\" engName=\"%3\" paraPrIDRef=\"%4\" charPrIDRef=\"%5\""
            u" nextStyleIDRef=\"%1\" langID=\"1042\" lockForm=\"0\"/>"_s.arg(
                QString::number(id), one.korean.toString(), one.english.toString(), QString::number(one.paragraph),
                QString::number(one.letter)));
    }
    return list(u"styles"_s, items);
}

} // namespace

QString escaped(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            out += text.sliced(i++, 2);
        else if (c.isSurrogate() || c.unicode() < 0x20 || c.unicode() >= 0xFFFE)
            continue;
        else if (c == u'&')
            out += u"&amp;"_s;
        else if (c == u'<')
            out += u"&lt;"_s;
        else if (c == u'>')
            out += u"&gt;"_s;
        else if (c == u'"')
            out += u"&quot;"_s;
        else
            out += c;
    }
    return out;
}

QString namespaces()
{
    return u" xmlns:ha=\"http://www.hancom.co.kr/hwpml/2011/app\" "
           u"xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\""
           u" xmlns:hp10=\"http://www.hancom.co.kr/hwpml/2016/paragraph\""
           u" xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" "
           u"xmlns:hc=\"http://www.hancom.co.kr/hwpml/2011/core\""
           u" xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\" "
           u"xmlns:hhs=\"http://www.hancom.co.kr/hwpml/2011/history\""
           u" xmlns:hm=\"http://www.hancom.co.kr/hwpml/2011/master-page\" "
           u"xmlns:hpf=\"http://www.hancom.co.kr/schema/2011/hpf\""
           u" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:opf=\"http://www.idpf.org/2007/opf/\""
           u" xmlns:ooxmlchart=\"http://www.hancom.co.kr/hwpml/2016/ooxmlchart\""
           u" xmlns:hwpunitchar=\"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar\""
           u" xmlns:epub=\"http://www.idpf.org/2007/ops\" xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""_s;
}

QByteArray headerXml()
{
    const QString tabs = list(u"tabProperties"_s, {u"<hh:tabPr id=\"0\" autoTabLeft=\"0\" autoTabRight=\"0\"/>"_s});
    const QString xml = u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?><hh:head"_s + namespaces()
        + u" version=\"1.5\" secCnt=\"1\"><hh:beginNum page=\"1\" footnote=\"1\" endnote=\"1\" pic=\"1\" tbl=\"1\""
          u" equation=\"1\"/><hh:refList>"_s
        + fontFaces() + borderFills() + charProperties() + tabs + numberings() + paraProperties() + styleList()
        + u"</hh:refList><hh:compatibleDocument targetProgram=\"HWP201X\"><hh:layoutCompatibility/>"
          u"</hh:compatibleDocument><hh:docOption><hh:linkinfo path=\"\" pageInherit=\"0\" footnoteInherit=\"0\"/>"
          u"</hh:docOption><hh:trackchageConfig flags=\"56\"/></hh:head>"_s;
    return xml.toUtf8();
}

} // namespace naru::hwpx
