#include "store/grams.h"

#include "core/hangul.h"
#include "core/result.h"

#include <QRegularExpression>

namespace naru::store {

namespace {

bool isBetween(char16_t c, char16_t first, char16_t last) { return c >= first && c <= last; }

// The characters that are indexed: letters already in Unicode 6.1, which SQLite's unicode61 knows. All others part the
// runs, and matches() looks at them.
bool isIndexed(QChar folded)
{
    const char16_t c = folded.unicode();
    return isBetween(c, u'0', u'9') || isBetween(c, u'a', u'z') || isBetween(c, 0xAC00, 0xD7A3)
        || isBetween(c, 0x3131, 0x314E) || isBetween(c, 0x4E00, 0x9FCB) || isBetween(c, 0x3400, 0x4DB5);
}

bool isInitial(QChar c) { return isInitialConsonants(QStringView(&c, 1)); }

// Calls `sink` with each run of characters of which `isPart` is true.
template <typename IsPart, typename Sink>
void eachRun(const QString &text, const IsPart &isPart, const Sink &sink)
{
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool part = i < text.size() && isPart(text[i]);
        if (part && start < 0)
            start = i;
        if (!part && start >= 0) {
            sink(QStringView(text).mid(start, i - start));
            start = -1;
        }
    }
}

// Case by case, as Qt's case-insensitive comparison does; the length stays.
QString folded(const QString &text)
{
    QString out = text;
    for (QChar &c : out)
        c = c.toCaseFolded();
    return out;
}

void appendPairs(QString &out, QStringView run, bool withTail)
{
    for (qsizetype i = 0; i + 1 < run.size() || (withTail && i < run.size()); ++i) {
        if (!out.isEmpty())
            out += u' ';
        out += run.mid(i, 2);
    }
}

template <typename IsPart>
QString pairsOf(const QString &text, const IsPart &isPart)
{
    QString out;
    out.reserve(text.size() * 3);
    eachRun(text, isPart, [&out](QStringView run) { appendPairs(out, run, true); });
    return out;
}

template <typename IsPart>
QList<Probe> probes(const QString &word, const IsPart &isPart, bool isInitials)
{
    QList<Probe> out;
    eachRun(word, isPart, [&](QStringView run) {
        Probe probe{{}, run.size() == 1, isInitials};
        if (probe.isPrefix)
            probe.grams = run.toString();
        else
            appendPairs(probe.grams, run, false);
        out.append(probe);
    });
    return out;
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

QString gramsOf(const QString &text) { return pairsOf(folded(text), isIndexed); }

QString initialGramsOf(const QString &text) { return pairsOf(initialConsonants(text), isInitial); }

QList<Probe> probesOf(const QString &word)
{
    return isInitialConsonants(word) ? probes(word, isInitial, true) : probes(folded(word), isIndexed, false);
}

} // namespace naru::store
