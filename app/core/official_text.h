// How official documents number their items and say that they end (행정업무의 운영 및 혁신에 관한 규정 시행규칙 2조, 4조 5항).
#pragma once

#include "core/document.h"

namespace naru {

constexpr int mostItemLevels = 8;

// The mark of an item: 1. 가. 1) 가) (1) (가) ① ㉮ by its level (0 is the outermost) and its number from 1. After 하 come
// 거 너 더; the circled ones end at ⑳ and ㉻, beyond which they are written as "(21)" and "(거)".
QString itemMark(int level, int number);

// The level of the item that a line begins with a mark and a blank, -1 where it begins none: "가. 일시" is of level 1.
int itemLevel(QStringView line);

struct Item {
    QString text;
    QList<Item> items = {};
};

// A paragraph for each item, with its mark and the style "item1" to "item8" of its level. An item alone has no mark; what
// is deeper than eight levels stands at the eighth.
QList<Block> numberedItems(const QList<Item> &items, int level = 0);

// Says "끝." two columns behind the last text, or below it where a table is the last.
void closeWithEnd(QList<Block> &body);

} // namespace naru
