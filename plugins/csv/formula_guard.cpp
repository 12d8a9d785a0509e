#include "formula_guard.h"

#include <QStringView>

namespace naru {

namespace {

// "-12.50" computes to itself.
bool isPlainNumber(QStringView text)
{
    if (text.startsWith(u'-'))
        text = text.sliced(1);
    int points = 0;
    for (const QChar c : text) {
        if (c == u'.')
            ++points;
        else if (c < u'0' || c > u'9')
            return false;
    }
    return !text.isEmpty() && points <= 1 && text.front() != u'.' && text.back() != u'.';
}

bool beginsFormula(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(text.front()) && !isPlainNumber(text);
}

} // namespace

QString guarded(const QString &text) { return beginsFormula(text) ? u'\'' + text : text; }

QString unguarded(const QString &text) { return text.startsWith(u'\'') && beginsFormula(text) ? text.sliced(1) : text; }

} // namespace naru
