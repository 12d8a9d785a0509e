#include "engine/feel/unicode_blocks.h"

namespace naru::feel {

namespace {

struct Block {
    QStringView name;
    char32_t first;
    char32_t last;
};

const Block blocks[] = {
    {u"BasicLatin", 0x0, 0x7F},
    {u"Latin-1Supplement", 0x80, 0xFF},
    {u"LatinExtended-A", 0x100, 0x17F},
    {u"LatinExtended-B", 0x180, 0x24F},
    {u"IPAExtensions", 0x250, 0x2AF},
    {u"SpacingModifierLetters", 0x2B0, 0x2FF},
    {u"CombiningDiacriticalMarks", 0x300, 0x36F},
    {u"Greek", 0x370, 0x3FF},
    {u"GreekandCoptic", 0x370, 0x3FF},
    {u"Cyrillic", 0x400, 0x4FF},
    {u"Armenian", 0x530, 0x58F},
    {u"Hebrew", 0x590, 0x5FF},
    {u"Arabic", 0x600, 0x6FF},
    {u"Syriac", 0x700, 0x74F},
    {u"Thaana", 0x780, 0x7BF},
    {u"Devanagari", 0x900, 0x97F},
    {u"Bengali", 0x980, 0x9FF},
    {u"Gurmukhi", 0xA00, 0xA7F},
    {u"Gujarati", 0xA80, 0xAFF},
    {u"Oriya", 0xB00, 0xB7F},
    {u"Tamil", 0xB80, 0xBFF},
    {u"Telugu", 0xC00, 0xC7F},
    {u"Kannada", 0xC80, 0xCFF},
    {u"Malayalam", 0xD00, 0xD7F},
    {u"Sinhala", 0xD80, 0xDFF},
    {u"Thai", 0xE00, 0xE7F},
    {u"Lao", 0xE80, 0xEFF},
    {u"Tibetan", 0xF00, 0xFFF},
    {u"Myanmar", 0x1000, 0x109F},
    {u"Georgian", 0x10A0, 0x10FF},
    {u"HangulJamo", 0x1100, 0x11FF},
    {u"Ethiopic", 0x1200, 0x137F},
    {u"Cherokee", 0x13A0, 0x13FF},
    {u"UnifiedCanadianAboriginalSyllabics", 0x1400, 0x167F},
    {u"Ogham", 0x1680, 0x169F},
    {u"Runic", 0x16A0, 0x16FF},
    {u"Khmer", 0x1780, 0x17FF},
    {u"Mongolian", 0x1800, 0x18AF},
    {u"LatinExtendedAdditional", 0x1E00, 0x1EFF},
    {u"GreekExtended", 0x1F00, 0x1FFF},
    {u"GeneralPunctuation", 0x2000, 0x206F},
    {u"SuperscriptsandSubscripts", 0x2070, 0x209F},
    {u"CurrencySymbols", 0x20A0, 0x20CF},
    {u"CombiningMarksforSymbols", 0x20D0, 0x20FF},
    {u"LetterlikeSymbols", 0x2100, 0x214F},
    {u"NumberForms", 0x2150, 0x218F},
    {u"Arrows", 0x2190, 0x21FF},
    {u"MathematicalOperators", 0x2200, 0x22FF},
    {u"MiscellaneousTechnical", 0x2300, 0x23FF},
    {u"ControlPictures", 0x2400, 0x243F},
    {u"OpticalCharacterRecognition", 0x2440, 0x245F},
    {u"EnclosedAlphanumerics", 0x2460, 0x24FF},
    {u"BoxDrawing", 0x2500, 0x257F},
    {u"BlockElements", 0x2580, 0x259F},
    {u"GeometricShapes", 0x25A0, 0x25FF},
    {u"MiscellaneousSymbols", 0x2600, 0x26FF},
    {u"Dingbats", 0x2700, 0x27BF},
    {u"BraillePatterns", 0x2800, 0x28FF},
    {u"CJKRadicalsSupplement", 0x2E80, 0x2EFF},
    {u"KangxiRadicals", 0x2F00, 0x2FDF},
    {u"IdeographicDescriptionCharacters", 0x2FF0, 0x2FFF},
    {u"CJKSymbolsandPunctuation", 0x3000, 0x303F},
    {u"Hiragana", 0x3040, 0x309F},
    {u"Katakana", 0x30A0, 0x30FF},
    {u"Bopomofo", 0x3100, 0x312F},
    {u"HangulCompatibilityJamo", 0x3130, 0x318F},
    {u"Kanbun", 0x3190, 0x319F},
    {u"BopomofoExtended", 0x31A0, 0x31BF},
    {u"EnclosedCJKLettersandMonths", 0x3200, 0x32FF},
    {u"CJKCompatibility", 0x3300, 0x33FF},
    {u"CJKUnifiedIdeographsExtensionA", 0x3400, 0x4DBF},
    {u"CJKUnifiedIdeographs", 0x4E00, 0x9FFF},
    {u"YiSyllables", 0xA000, 0xA48F},
    {u"YiRadicals", 0xA490, 0xA4CF},
    {u"HangulSyllables", 0xAC00, 0xD7A3},
    {u"PrivateUse", 0xE000, 0xF8FF},
    {u"CJKCompatibilityIdeographs", 0xF900, 0xFAFF},
    {u"AlphabeticPresentationForms", 0xFB00, 0xFB4F},
    {u"ArabicPresentationForms-A", 0xFB50, 0xFDFF},
    {u"CombiningHalfMarks", 0xFE20, 0xFE2F},
    {u"CJKCompatibilityForms", 0xFE30, 0xFE4F},
    {u"SmallFormVariants", 0xFE50, 0xFE6F},
    {u"ArabicPresentationForms-B", 0xFE70, 0xFEFF},
    {u"HalfwidthandFullwidthForms", 0xFF00, 0xFFEF},
    {u"Specials", 0xFFF0, 0xFFFF},
    {u"Gothic", 0x10330, 0x1034F},
    {u"MathematicalAlphanumericSymbols", 0x1D400, 0x1D7FF},
    {u"CJKUnifiedIdeographsExtensionB", 0x20000, 0x2A6DF},
};

} // namespace

std::optional<UnicodeBlock> unicodeBlock(QStringView name)
{
    for (const Block &one : blocks)
        if (one.name == name)
            return UnicodeBlock{one.first, one.last};
    return {};
}

} // namespace naru::feel
