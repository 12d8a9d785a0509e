#include "core/spreadsheet.h"

#include <QSet>

#include <algorithm>

namespace naru {

namespace {

constexpr qsizetype longestName = 31;

QString sheetName(const QString &caption, QSet<QString> &taken)
{
    QString name;
    for (const QChar c : caption.simplified())
        name += QStringView(u"[]:*?/\\").contains(c) || !c.isPrint() ? u' ' : c;
    name = name.simplified().left(longestName);
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    while (name.endsWith(u'\'') || (!name.isEmpty() && name.back().isHighSurrogate()))
        name.chop(1);
    const QString wish = name.isEmpty() ? u"Sheet"_s : name;
    name = name.isEmpty() ? u"Sheet1"_s : name;
    for (int number = 2; taken.contains(name.toCaseFolded()); ++number) {
        const QString suffix = u' ' + QString::number(number);
        name = wish == u"Sheet"_s ? wish + QString::number(number) : wish.left(longestName - suffix.size()) + suffix;
    }
    taken.insert(name.toCaseFolded());
    return name;
}

} // namespace

QString cellName(int row, int column)
{
    QString letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar(u'A' + rest % 26));
    return letters + QString::number(row + 1);
}

QString cellAddress(const QString &sheet, int row, int column)
{
    const bool simple =
        std::all_of(sheet.begin(), sheet.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
    const QString name = simple ? sheet : u'\'' + QString(sheet).replace(u'\'', u"''"_s) + u'\'';
    return name + u'!' + cellName(row, column);
}

int displayWidth(QStringView text)
{
    int width = 0;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf)
            || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
            || (code >= 0xff00 && code <= 0xff60) || (code >= 0x2460 && code <= 0x24ff)
            || (code >= 0x3200 && code <= 0x33ff);
        width += wide ? 2 : 1;
    }
    return width;
}

QString textOf(const Cell &cell)
{
    if (!cell.text.isEmpty() || cell.blocks.isEmpty())
        return cell.text;
    Document inside;
    inside.body = cell.blocks;
    QString text = plainText(inside);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QList<SheetPlan> planSheets(const Document &document)
{
    QList<SheetPlan> sheets;
    QSet<QString> taken;
    QStringList waiting;
    for (const Block &block : document.body) {
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block)) {
            sheets.append({sheetName((*table)->caption, taken), std::exchange(waiting, {}), *table, {}});
        } else {
            waiting.append(std::get<Paragraph>(block).text);
        }
    }
    if (sheets.isEmpty())
        sheets.append({sheetName(document.title, taken), waiting, nullptr, {}});
    else
        sheets.last().below = waiting;
    return sheets;
}

} // namespace naru
