#include "store/grams.h"

#include "core/hangul.h"
#include "core/result.h"

#include <QRegularExpression>

namespace naru::store {

namespace {

bool isBetween(char16_t c, char16_t first, char16_t last) { return c >= first && c <= last; }

// The characters that make runs: letters already in Unicode 6.1, which SQLite's unicode61 knows.
bool isPaired(QChar folded)
{
    const char16_t c = folded.unicode();
    return isBetween(c, u'0', u'9') || isBetween(c, u'a', u'z') || isBetween(c, 0xAC00, 0xD7A3)
        || isBetween(c, 0x3131, 0x314E) || isBetween(c, 0x4E00, 0x9FCB) || isBetween(c, 0x3400, 0x4DB5);
}

bool isInitial(QChar c) { return isInitialConsonants(QStringView(&c, 1)); }

// Case by case, as Qt's case-insensitive comparison does; the length stays.
QString folded(const QString &text)
{
    QString out = text;
    for (QChar &c : out)
        c = c.toCaseFolded();
    return out;
}

void appendWord(QString &out, QStringView word)
{
    if (!out.isEmpty())
        out += u' ';
    out += word;
}

// The word for a character outside the runs: its number behind a letter that no run has.
void appendOther(QString &out, QChar c)
{
    if (!out.isEmpty())
        out += u' ';
    out += u'α' + QString::number(c.unicode(), 16);
}

// Cuts the text: `isPart` says what makes runs, `appendRest` is told of the rest. The last character of a run is a word
// too, so that a prefix finds it; not so at the end of a query, where the run of the text may go on.
template <typename IsPart, typename AppendRest>
QString cut(const QString &text, bool isQuery, const IsPart &isPart, const AppendRest &appendRest)
{
    QString out;
    out.reserve(text.size() * 3);
    const QStringView all(text);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!isPart(all[i])) {
            appendRest(out, all[i]);
            continue;
        }
        const bool hasNext = i + 1 < all.size() && isPart(all[i + 1]);
        const bool isSecond = i > 0 && isPart(all[i - 1]);
        if (hasNext || !isQuery || i + 1 < all.size() || !isSecond)
            appendWord(out, all.mid(i, hasNext ? 2 : 1));
    }
    return out;
}

QString wordGrams(const QString &text, bool isQuery)
{
    return cut(folded(text), isQuery, isPaired, [](QString &out, QChar c) {
        if (!c.isSpace())
            appendOther(out, c);
    });
}

QString initialGrams(const QString &text, bool isQuery)
{
    return cut(initialConsonants(text), isQuery, isInitial, [](QString &, QChar) {});
}

} // namespace

QString composed(const QString &text) { return text.normalized(QString::NormalizationForm_C); }

QStringList wordsOf(const QString &query)
{
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return composed(query).split(blanks, Qt::SkipEmptyParts);
}

qsizetype matchAt(const QString &text, const QString &word, qsizetype from)
{
    if (isInitialConsonants(word))
        return initialConsonants(text).indexOf(word, from);
    return text.indexOf(word, from, Qt::CaseInsensitive);
}

bool matches(const QString &text, const QString &word) { return matchAt(text, word) >= 0; }

QString gramsOf(const QString &text) { return wordGrams(text, false); }

QString initialGramsOf(const QString &text) { return initialGrams(text, false); }

Probe probeOf(const QString &word)
{
    const bool isInitials = isInitialConsonants(word);
    const QString grams = isInitials ? initialGrams(word, true) : wordGrams(word, true);
    // A last word of one character is a run of one, which may go on in the text.
    const bool isPrefix = grams.size() == 1 || (grams.size() > 1 && grams[grams.size() - 2] == u' ');
    return {grams, isPrefix, isInitials};
}

} // namespace naru::store
