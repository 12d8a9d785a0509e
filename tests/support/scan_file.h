// Files as scanners make them, from pages that are JPEG already: a PDF with one picture on each page.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSize>

#include <cmath>

namespace naru::test {

struct ScannedSheet {
    QByteArray jpeg;
    QSize pixels;
    double dpi = 300;
};

// Each page shows the sheet that `order` names; a sheet that stands on many pages is in the file once for each.
inline QByteArray scannedPdf(const QList<ScannedSheet> &sheets, const QList<int> &order)
{
    QByteArray file = "%PDF-1.4\n";
    QList<qsizetype> places;
    const auto add = [&](const QByteArray &object) {
        places.append(file.size());
        file += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    const auto stream = [](const QByteArray &dictionary, const QByteArray &bytes) {
        return "<<" + dictionary + "/Length " + QByteArray::number(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
    };
    QByteArray kids;
    for (qsizetype page = 0; page < order.size(); ++page)
        kids += QByteArray::number(3 + 3 * page) + " 0 R ";
    add("<</Type/Catalog/Pages 2 0 R>>");
    add("<</Type/Pages/Count " + QByteArray::number(order.size()) + "/Kids[" + kids + "]>>");
    for (qsizetype page = 0; page < order.size(); ++page) {
        const ScannedSheet &sheet = sheets[order[page]];
        const QByteArray width = QByteArray::number(sheet.pixels.width() * 72 / sheet.dpi);
        const QByteArray height = QByteArray::number(sheet.pixels.height() * 72 / sheet.dpi);
        const QByteArray contents = QByteArray::number(4 + 3 * page) + " 0 R";
        const QByteArray picture = QByteArray::number(5 + 3 * page) + " 0 R";
        add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + width + ' ' + height + "]/Contents " + contents
            + "/Resources<</XObject<</P " + picture + ">>>>>>");
        add(stream({}, "q " + width + " 0 0 " + height + " 0 0 cm /P Do Q"));
        add(stream("/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Width "
                       + QByteArray::number(sheet.pixels.width()) + "/Height " + QByteArray::number(sheet.pixels.height()),
                   sheet.jpeg));
    }
    const qsizetype table = file.size();
    file += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        file += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    file += "trailer\n<</Root 1 0 R/Size " + QByteArray::number(places.size() + 1) + ">>\nstartxref\n"
        + QByteArray::number(table) + "\n%%EOF\n";
    return file;
}

// One sheet of black and white pixels on a page of that many points, as large drawings are scanned.
inline QByteArray pdfOfBits(const QImage &bits, QSizeF points)
{
    QByteArray rows;
    for (int y = 0; y < bits.height(); ++y)
        rows.append(reinterpret_cast<const char *>(bits.constScanLine(y)), (bits.width() + 7) / 8);
    const QByteArray packed = qCompress(rows, 1).mid(4);
    const QByteArray width = QByteArray::number(points.width());
    const QByteArray height = QByteArray::number(points.height());
    const QByteArray draw = "q " + width + " 0 0 " + height + " 0 0 cm /P Do Q";
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
           "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + width + ' ' + height
        + "]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>\nendobj\n4 0 obj\n<</Length " + QByteArray::number(draw.size())
        + ">>\nstream\n" + draw + "\nendstream\nendobj\n5 0 obj\n<</Type/XObject/Subtype/Image/ColorSpace/DeviceGray"
          "/BitsPerComponent 1/Filter/FlateDecode/Width " + QByteArray::number(bits.width()) + "/Height "
        + QByteArray::number(bits.height()) + "/Length " + QByteArray::number(packed.size()) + ">>\nstream\n" + packed
        + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n";
}

} // namespace naru::test
