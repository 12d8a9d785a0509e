#include "office/sample/names.h"

#include "core/result.h"

#include <QHash>
#include <QSet>

#include <array>

namespace naru::office::sample {

namespace {

struct Surname {
    const char16_t *name;
    const char16_t *hanja;
    int weight; // per ten thousand
};

constexpr Surname surnames[] = {
    {u"김", u"金", 2110},   {u"이", u"李", 1440},  {u"박", u"朴", 830},   {u"최", u"崔", 465},   {u"정", u"鄭", 435},
    {u"강", u"姜", 235},    {u"조", u"趙", 212},   {u"윤", u"尹", 206},   {u"장", u"張", 200},   {u"임", u"林", 166},
    {u"한", u"韓", 155},    {u"오", u"吳", 154},   {u"서", u"徐", 151},   {u"신", u"申", 149},   {u"권", u"權", 142},
    {u"황", u"黃", 140},    {u"안", u"安", 138},   {u"송", u"宋", 137},   {u"전", u"全", 113},   {u"홍", u"洪", 113},
    {u"유", u"柳", 100},    {u"고", u"高", 95},    {u"문", u"文", 93},    {u"양", u"梁", 93},    {u"손", u"孫", 92},
    {u"배", u"裵", 81},     {u"백", u"白", 77},    {u"허", u"許", 65},    {u"남", u"南", 56},    {u"심", u"沈", 55},
    {u"노", u"盧", 52},     {u"하", u"河", 47},    {u"곽", u"郭", 41},    {u"성", u"成", 40},    {u"차", u"車", 39},
    {u"주", u"朱", 39},     {u"우", u"禹", 39},    {u"구", u"具", 39},    {u"나", u"羅", 34},    {u"민", u"閔", 34},
    {u"진", u"陳", 34},     {u"지", u"池", 32},    {u"엄", u"嚴", 29},    {u"채", u"蔡", 27},    {u"원", u"元", 26},
    {u"천", u"千", 25},     {u"방", u"方", 19},    {u"공", u"孔", 18},    {u"현", u"玄", 18},    {u"함", u"咸", 16},
    {u"변", u"卞", 16},     {u"염", u"廉", 14},    {u"여", u"呂", 13},    {u"추", u"秋", 12},    {u"도", u"都", 11},
    {u"소", u"蘇", 10},     {u"석", u"石", 10},    {u"선", u"宣", 8},     {u"설", u"薛", 8},     {u"마", u"馬", 8},
    {u"길", u"吉", 8},      {u"연", u"延", 7},     {u"위", u"魏", 6},     {u"표", u"表", 6},     {u"명", u"明", 6},
    {u"기", u"奇", 6},      {u"반", u"潘", 5},     {u"왕", u"王", 5},     {u"금", u"琴", 5},     {u"옥", u"玉", 5},
    {u"육", u"陸", 5},      {u"인", u"印", 4},     {u"맹", u"孟", 4},     {u"제", u"諸", 4},     {u"모", u"牟", 4},
    {u"남궁", u"南宮", 12}, {u"황보", u"皇甫", 8}, {u"선우", u"鮮于", 6}, {u"제갈", u"諸葛", 6}, {u"사공", u"司空", 5},
    {u"독고", u"獨孤", 3},  {u"서문", u"西門", 3},
};

struct Cohort {
    int before; // born before this year
    const char16_t *manFirst;
    const char16_t *manSecond;
    const char16_t *womanFirst;
    const char16_t *womanSecond;
};

constexpr Cohort cohorts[] = {
    {1975, u"영성정재상종동병승용기인경광창태진현석희", u"수호철식훈석진환규태섭우근일민현준용범원",
     u"미은경영정순명혜선현희숙인지옥", u"숙희경자영옥정선미란순주애화연임"},
    {1985, u"지정성상재현동진승준영태민종경병기세창용", u"훈호현우욱민석준영환철혁진원수일용규태섭",
     u"지은미현수정선혜영유윤보소희경진주민", u"영정희은경연선진미주현숙아란화나혜"},
    {1995, u"지준민현성승동재상태정진영도건우시형종대", u"훈현호우혁민준석영환원욱수빈진규섭찬기",
     u"지수은민혜유예소현다보아서하윤슬나가정주", u"은영현연정진희민혜아윤라경나빈원슬미림"},
    {9999, u"민준현지승도재건우동태시서성주정진윤영찬", u"수준우혁현민호빈재훈원성서영규찬후진기석",
     u"서지수민예유채은하다소가윤나현시주혜연도", u"연민빈현은원영진윤아림희서정경나린주수"},
};

constexpr char16_t single[] = u"준민솔훈진현결별건혁철웅완산율";

// Syllable and the Hanja that name givers like for it.
constexpr const char16_t *hanjaOf[] = {
    u"영英榮永", u"성成聖星", u"정正貞廷", u"재在宰載", u"상相尙祥", u"종鍾宗",   u"동東棟", u"병炳秉",   u"승承勝昇",
    u"용龍勇容", u"기基起奇", u"인仁寅",   u"경京慶敬", u"광光廣",   u"창昌昶",   u"태泰太", u"진鎭眞珍", u"현賢鉉炫",
    u"석錫碩",   u"희熙喜姬", u"수秀洙守", u"호浩虎鎬", u"철哲喆",   u"식植埴",   u"훈勳薰", u"환煥桓",   u"규圭奎",
    u"섭燮涉",   u"우宇雨佑", u"근根槿",   u"일一日",   u"민民珉敏", u"준俊準峻", u"권權",   u"범範凡",   u"미美",
    u"은恩銀殷", u"순順淳",   u"명明命",   u"혜惠慧",   u"선善宣",   u"숙淑",     u"지智志", u"옥玉",     u"자子慈",
    u"란蘭",     u"주珠柱周", u"애愛",     u"화和花",   u"연姸蓮延", u"임任",     u"세世",   u"욱旭郁",   u"혁赫爀",
    u"원元源",   u"유裕柔",   u"윤允潤",   u"보寶甫",   u"소昭素",   u"아雅娥",   u"나娜",   u"도道度",   u"건建健",
    u"시時詩",   u"형亨炯",   u"대大",     u"빈彬斌",   u"찬燦贊",   u"예藝禮",   u"서瑞序", u"하夏河",   u"채彩采",
    u"후厚",     u"라羅",     u"림琳",     u"린潾",     u"결",       u"가佳",     u"다多",   u"완完",     u"웅雄",
    u"산山",     u"율律",     u"솔率",     u"별",
};

const QHash<QChar, QString> &hanjaTable()
{
    static const QHash<QChar, QString> table = [] {
        QHash<QChar, QString> made;
        for (const char16_t *entry : hanjaOf) {
            const QString text = QString::fromUtf16(entry);
            made.insert(text.at(0), text.mid(1));
        }
        return made;
    }();
    return table;
}

const Surname &anySurname(Dice &dice)
{
    static const int total = [] {
        int sum = 0;
        for (const Surname &one : surnames)
            sum += one.weight;
        return sum;
    }();
    int left = dice.below(total);
    for (const Surname &one : surnames) {
        left -= one.weight;
        if (left < 0)
            return one;
    }
    return surnames[0];
}

QChar anySyllable(Dice &dice, const char16_t *syllables)
{
    const QStringView text(syllables);
    return text.at(dice.below(static_cast<int>(text.size())));
}

const Cohort &cohortOf(int birthYear)
{
    for (const Cohort &one : cohorts)
        if (birthYear < one.before)
            return one;
    return cohorts[0];
}

} // namespace

QString makeHanja(Dice &dice, const QString &surname, const QString &given)
{
    QString hanja;
    for (const Surname &one : surnames)
        if (QStringView(one.name) == surname)
            hanja = QString::fromUtf16(one.hanja);
    for (const QChar syllable : given) {
        const QString choices = hanjaTable().value(syllable);
        if (choices.isEmpty())
            return {}; // a name of Korean words has none
        hanja += choices.at(dice.below(static_cast<int>(choices.size())));
    }
    return hanja;
}

GivenName makeName(Dice &dice, int birthYear, bool isFemale, const QString &surname)
{
    const Cohort &cohort = cohortOf(birthYear);
    GivenName name;
    name.surname = surname.isEmpty() ? QString::fromUtf16(anySurname(dice).name) : surname;
    if (dice.chance(12)) {
        name.given = anySyllable(dice, single);
    } else {
        const QChar first = anySyllable(dice, isFemale ? cohort.womanFirst : cohort.manFirst);
        QChar second = first;
        while (second == first)
            second = anySyllable(dice, isFemale ? cohort.womanSecond : cohort.manSecond);
        name.given = QString(first) + second;
    }
    name.hanja = makeHanja(dice, name.surname, name.given);
    return name;
}

bool isWellKnown(const QString &name)
{
    static const QSet<QString> known{
        u"오세훈"_s, u"박형준"_s, u"홍준표"_s, u"유정복"_s, u"강기정"_s, u"이장우"_s, u"김두겸"_s, u"최민호"_s,
        u"김동연"_s, u"김진태"_s, u"김영환"_s, u"김태흠"_s, u"김관영"_s, u"김영록"_s, u"이철우"_s, u"박완수"_s,
        u"오영훈"_s, u"박남춘"_s, u"송영길"_s, u"안상수"_s, u"김영삼"_s, u"김대중"_s, u"노무현"_s, u"이명박"_s,
        u"박근혜"_s, u"문재인"_s, u"윤석열"_s, u"이재명"_s, u"한덕수"_s, u"김민석"_s, u"한동훈"_s, u"정원오"_s,
        u"박찬대"_s, u"정청래"_s, u"조국"_s,   u"안철수"_s, u"이낙연"_s, u"정세균"_s, u"박원순"_s, u"권영진"_s,
        u"이용섭"_s, u"허태정"_s, u"송철호"_s, u"이춘희"_s, u"이재용"_s, u"정의선"_s, u"손흥민"_s, u"이강인"_s,
        u"김민재"_s, u"김연아"_s, u"전두환"_s, u"노태우"_s, u"박정희"_s, u"이승만"_s, u"최규하"_s, u"윤보선"_s,
        u"이시종"_s, u"이준석"_s, u"김경수"_s, u"최태원"_s, u"양승조"_s, u"송하진"_s, u"추미애"_s, u"김상욱"_s};
    return known.contains(name);
}

int surnameLength(const QString &name)
{
    if (name.size() > 2)
        for (const Surname &one : surnames)
            if (QStringView(one.name).size() == 2 && name.startsWith(one.name))
                return 2;
    return 1;
}

} // namespace naru::office::sample
