#include "cell_look.h"

#include "core/safe_xml.h"

namespace naru {

QList<CellLook> readCellLooks(const ZipReader &zip, const QString &stylesPart)
{
    const Result<QByteArray> bytes = stylesPart.isEmpty() ? Result<QByteArray>(QByteArray()) : zip.read(stylesPart);
    if (!bytes)
        return {};
    const auto isTrue = [](const QString &flag) { return flag == u"1"_s || flag == u"true"_s; };
    QList<double> sizes;
    QList<CellLook> looks;
    bool inFonts = false;
    bool inCells = false;
    SafeXml xml(*bytes);
    while (xml.next()) {
        if (xml.isStart(u"fonts") || xml.isEnd(u"fonts")) {
            inFonts = xml.isStart(u"fonts");
        } else if (xml.isStart(u"cellXfs") || xml.isEnd(u"cellXfs")) {
            inCells = xml.isStart(u"cellXfs");
        } else if (inFonts && xml.isStart(u"font")) {
            sizes.append(0);
        } else if (inFonts && xml.isStart(u"sz") && !sizes.isEmpty()) {
            sizes.last() = xml.attribute(u"val").toDouble();
        } else if (inCells && xml.isStart(u"xf")) {
            const double size = sizes.value(xml.attribute(u"fontId").toInt());
            const double usual = sizes.value(0);
            looks.append({false, false, size > 0 && usual > 0 ? size / usual : 1});
        } else if (inCells && xml.isStart(u"alignment") && !looks.isEmpty()) {
            looks.last().wraps = isTrue(xml.attribute(u"wrapText"));
            looks.last().shrinks = isTrue(xml.attribute(u"shrinkToFit"));
        }
    }
    return looks;
}

} // namespace naru
