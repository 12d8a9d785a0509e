#include "table_markup.h"

#include "markup.h"

namespace naru::hwpx {

QString tableMarkup(const TableFrame &table)
{
    return u"<hp:tbl id=\"%1\" zOrder=\"%1\" numberingType=\"TABLE\" textWrap=\"TOP_AND_BOTTOM\" textFlow=\"BOTH_SIDES\""
           u" lock=\"0\" dropcapstyle=\"None\" pageBreak=\"CELL\" repeatHeader=\"1\" rowCnt=\"%2\" colCnt=\"%3\""
           u" cellSpacing=\"0\" borderFillIDRef=\"%4\" noAdjust=\"0\">"
           u"<hp:sz width=\"%5\" widthRelTo=\"ABSOLUTE\" height=\"%6\" heightRelTo=\"ABSOLUTE\" protect=\"0\"/>"
           u"<hp:pos treatAsChar=\"%7\" affectLSpacing=\"0\" flowWithText=\"1\" allowOverlap=\"0\""
           u" holdAnchorAndSO=\"0\" vertRelTo=\"PARA\" horzRelTo=\"COLUMN\" vertAlign=\"TOP\" horzAlign=\"LEFT\""
           u" vertOffset=\"0\" horzOffset=\"0\"/><hp:outMargin left=\"0\" right=\"0\" top=\"141\" bottom=\"141\"/>"_s
               .arg(table.id)
               .arg(table.rows)
               .arg(table.columns)
               .arg(table.border)
               .arg(table.width)
               .arg(table.height)
               .arg(table.isCharacter ? 1 : 0);
}

QString innerMargin()
{
    return u"<hp:inMargin left=\"%1\" right=\"%1\" top=\"%1\" bottom=\"%1\"/>"_s.arg(cellPadding);
}

QString subList()
{
    return u"<hp:subList id=\"\" textDirection=\"HORIZONTAL\" lineWrap=\"BREAK\" vertAlign=\"CENTER\""
           u" linkListIDRef=\"0\" linkListNextIDRef=\"0\" textWidth=\"0\" textHeight=\"0\" hasTextRef=\"0\""
           u" hasNumRef=\"0\">"_s;
}

// A table of a whole city has a hundred thousand cells: arg() would cost more than all the rest.
QString cellEnd(const CellFrame &cell)
{
    QString xml;
    const auto append = [&xml](QStringView markup, int value) {
        xml += markup;
        xml += QString::number(value);
    };
    append(u"</hp:subList><hp:cellAddr colAddr=\"", cell.column);
    append(u"\" rowAddr=\"", cell.row);
    append(u"\"/><hp:cellSpan colSpan=\"", cell.columnSpan);
    append(u"\" rowSpan=\"", cell.rowSpan);
    append(u"\"/><hp:cellSz width=\"", cell.width);
    append(u"\" height=\"", cell.height);
    for (const QStringView side : {u"\"/><hp:cellMargin left=\"", u"\" right=\"", u"\" top=\"", u"\" bottom=\""})
        append(side, cellPadding);
    return xml + u"\"/></hp:tc>"_s;
}

// Hancom's defaults for a new section, with our margins.
QString sectionProperties()
{
    QString borders;
    for (const QString &type : {u"BOTH"_s, u"EVEN"_s, u"ODD"_s})
        borders += u"<hp:pageBorderFill type=\""_s + type
            + u"\" borderFillIDRef=\"%1\" textBorder=\"PAPER\" headerInside=\"0\" footerInside=\"0\" "
              u"fillArea=\"PAPER\">"
              u"<hp:offset left=\"1417\" right=\"1417\" top=\"1417\" bottom=\"1417\"/></hp:pageBorderFill>"_s.arg(
                  noBorder);
    const auto notes = [](const QString &element, const QString &length, int between, const QString &place) {
        return u"<hp:%1><hp:autoNumFormat type=\"DIGIT\" userChar=\"\" prefixChar=\"\" suffixChar=\")\" "
               u"supscript=\"0\"/>"
               u"<hp:noteLine length=\"%2\" type=\"SOLID\" width=\"0.12 mm\" color=\"#000000\"/>"
               u"<hp:noteSpacing betweenNotes=\"%3\" belowLine=\"567\" aboveLine=\"850\"/>"
               u"<hp:numbering type=\"CONTINUOUS\" newNum=\"1\"/><hp:placement place=\"%4\" beneathText=\"0\"/></hp:%1>"_s
                   .arg(element, length, QString::number(between), place);
    };
    return u"<hp:secPr id=\"\" textDirection=\"HORIZONTAL\" spaceColumns=\"1134\" tabStop=\"8000\" tabStopVal=\"4000\""
           u" tabStopUnit=\"HWPUNIT\" outlineShapeIDRef=\"%1\" memoShapeIDRef=\"0\" textVerticalWidthHead=\"0\""
           u" masterPageCnt=\"0\"><hp:grid lineGrid=\"0\" charGrid=\"0\" wonggojiFormat=\"0\"/>"
           u"<hp:startNum pageStartsOn=\"BOTH\" page=\"0\" pic=\"0\" tbl=\"0\" equation=\"0\"/>"
           u"<hp:visibility hideFirstHeader=\"0\" hideFirstFooter=\"0\" hideFirstMasterPage=\"0\" border=\"SHOW_ALL\""
           u" fill=\"SHOW_ALL\" hideFirstPageNum=\"0\" hideFirstEmptyLine=\"0\" showLineNumber=\"0\"/>"
           u"<hp:lineNumberShape restartType=\"0\" countBy=\"0\" distance=\"0\" startNumber=\"0\"/>"
           u"<hp:pagePr landscape=\"WIDELY\" width=\"%2\" height=\"%3\" gutterType=\"LEFT_ONLY\">"
           u"<hp:margin header=\"2835\" footer=\"2835\" gutter=\"0\" left=\"%4\" right=\"%4\" top=\"4252\""
           u" bottom=\"4252\"/></hp:pagePr>"_s.arg(numbering)
               .arg(pageWidth)
               .arg(pageHeight)
               .arg(sideMargin)
        + notes(u"footNotePr"_s, u"-1"_s, 283, u"EACH_COLUMN"_s)
        + notes(u"endNotePr"_s, u"14692344"_s, 0, u"END_OF_DOCUMENT"_s) + borders
        + u"</hp:secPr>"
          u"<hp:ctrl><hp:colPr id=\"\" type=\"NEWSPAPER\" layout=\"LEFT\" colCount=\"1\" sameSz=\"1\" "
          u"sameGap=\"0\"/></hp:ctrl>"
          u"<hp:ctrl><hp:pageNum pos=\"BOTTOM_CENTER\" formatType=\"DIGIT\" sideChar=\"-\"/></hp:ctrl>"_s;
}

} // namespace naru::hwpx
