#include "ui/pages/day_words.h"

#include "core/korean_text.h"

#include <QLocale>
#include <QTimeZone>

namespace naru::ui {

using namespace Qt::StringLiterals;

QString shortDayWords(QDate day)
{
    const bool isKorean = QLocale().language() == QLocale::Korean;
    return isKorean ? u"%1. %2.(%3)"_s.arg(day.month()).arg(day.day()).arg(koreanWeekday(day)) : QLocale().toString(day, u"d MMM (ddd)"_s);
}

QString shortMomentWords(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime here = moment.toTimeZone(QTimeZone("Asia/Seoul"));
    const bool isKorean = QLocale().language() == QLocale::Korean;
    const QString day = isKorean ? u"%1. %2."_s.arg(here.date().month()).arg(here.date().day()) : QLocale().toString(here.date(), u"d MMM"_s);
    return day + u' ' + here.time().toString(u"HH:mm"_s);
}

} // namespace naru::ui
