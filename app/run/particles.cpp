#include "run/particles.h"

#include "core/hangul.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace naru::run {

using namespace Qt::StringLiterals;

namespace {

struct Pair {
    QStringView both;
    QStringView afterConsonant;
    QStringView afterVowel;
};

constexpr std::array pairs{Pair{u"을(를)", u"을", u"를"}, Pair{u"은(는)", u"은", u"는"}, Pair{u"이(가)", u"이", u"가"},
                           Pair{u"과(와)", u"과", u"와"}, Pair{u"(으)로", u"으로", u"로"}, Pair{u"(이)라", u"이라", u"라"}};

// The word before the particle, without the quotes and brackets that close it.
QStringView wordBefore(QStringView text)
{
    while (!text.isEmpty() && !text.back().isLetterOrNumber())
        text.chop(1);
    return text;
}

} // namespace

QString withParticles(const QString &text)
{
    static const QRegularExpression both(u"을\\(를\\)|은\\(는\\)|이\\(가\\)|과\\(와\\)|\\(으\\)로|\\(이\\)라"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = both.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const auto pair = std::find_if(pairs.begin(), pairs.end(), [&match](const Pair &one) { return one.both == match.capturedView(); });
        const QStringView word = wordBefore(QStringView(text).left(match.capturedStart()));
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += particle(word, pair->afterConsonant.toString(), pair->afterVowel.toString());
        from = match.capturedEnd();
    }
    out += QStringView(text).mid(from);
    return out;
}

} // namespace naru::run
