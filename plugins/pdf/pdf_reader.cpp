#include "pdf_reader.h"

#include "continuation.h"
#include "page_layout.h"
#include "picture_sizes.h"
#include "running_lines.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QHash>

#include <poppler-qt6.h>

#include <algorithm>
#include <mutex>

namespace naru::pdf {

namespace {

// Poppler reads from the device: given the bytes, it would hold a copy of them, which for 300 scanned pages is as much
// as all the rest.
struct OpenPdf {
    std::unique_ptr<QBuffer> file;
    std::unique_ptr<Poppler::Document> pages;
};

constexpr double mostPixels = 40e6; // of a rendered page
constexpr double mostUnpacked = 80e6; // pixels of a picture that poppler's painter holds, with four bytes each

Error invalid(const QString &text, const QString &code)
{
    return Error{Error::Kind::Invalid, text, code};
}

Result<OpenPdf> open(const QByteArray &bytes)
{
    static std::once_flag once;
    std::call_once(once, [] { Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {}); });
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return Error{Error::Kind::Failed, u"expected a QGuiApplication, which loads fonts, but there is none"_s};
    OpenPdf pdf{std::make_unique<QBuffer>(), {}};
    pdf.file->setData(bytes);
    pdf.file->open(QIODevice::ReadOnly);
    pdf.pages = Poppler::Document::load(pdf.file.get());
    if (!pdf.pages)
        return invalid(u"expected a PDF but its structure is damaged"_s, u"pdf.damaged"_s);
    if (pdf.pages->isLocked())
        return invalid(u"expected a readable PDF but it is encrypted with a password"_s, u"pdf.encrypted"_s);
    if (pdf.pages->numPages() < 1)
        return invalid(u"expected pages but found none"_s, u"pdf.damaged"_s);
    return pdf;
}

void diagnose(const PageContent &page, QList<Diagnostic> &diagnostics)
{
    if (needsOcr(page))
        diagnostics.append({u"curves"_s, u"the page shows ink but no text: it needs OCR"_s, page.number});
    if (5 * page.unreadable > page.glyphs.size())
        diagnostics.append(
            {u"fonts"_s,
             u"%1 of %2 characters have no Unicode meaning: the fonts lack their tables"_s.arg(page.unreadable)
                 .arg(page.glyphs.size()),
             page.number});
    if (page.isUndrawn && !needsOcr(page))
        diagnostics.append({u"limit.rulings"_s, u"the pictures of the document are too large to look for tables"_s, page.number});
    if (page.tooManyLines)
        diagnostics.append({u"limit"_s, u"the page has too many lines to look for tables"_s, page.number});
}

// At which resolution the pixels of a scan come out as they are.
double scanDpi(const PageContent &page)
{
    constexpr double ofCurves = 300;
    constexpr double coarsest = 100;
    constexpr double finest = 600;
    return page.pictureShare > 0.3 ? std::clamp(page.pictureDpi, coarsest, finest) : ofCurves;
}

Provenance placeOf(int page, const Box &box)
{
    Provenance place;
    place.page = page;
    place.box = box;
    place.method = Provenance::Method::PdfText;
    return place;
}

void appendTo(QList<Block> &body, const QList<PageLayout> &pages)
{
    for (const PageLayout &page : pages)
        for (const Element &element : page.elements) {
            if (const Line *line = std::get_if<Line>(&element))
                body.append(Paragraph{textOf(*line), {}, placeOf(page.number, line->box)});
            else
                body.append(std::get_if<PageTable>(&element)->table);
        }
}

// Boxes are of the page as it is shown, also where its text stands sideways.
void turnBack(QList<Block> &body, const QHash<int, PageLayout> &turned)
{
    const auto turn = [&turned](Provenance &place) {
        if (const auto page = turned.constFind(place.page); page != turned.cend() && place.box)
            place.box = turnedBack(*place.box, page->size, page->turn);
    };
    for (Block &block : body) {
        if (Paragraph *paragraph = std::get_if<Paragraph>(&block)) {
            turn(paragraph->place);
            continue;
        }
        Table &table = **std::get_if<std::shared_ptr<Table>>(&block);
        turn(table.place);
        for (Cell &cell : table.cells)
            turn(cell.place);
    }
}

bool endsProperly(const QByteArray &bytes)
{
    return bytes.last(std::min<qsizetype>(bytes.size(), 2048)).contains("%%EOF");
}

} // namespace

Result<Document> readPdf(const QByteArray &bytes, const ReadLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return invalid(u"expected at most %1 bytes but the file has %2"_s.arg(limits.bytes).arg(bytes.size()),
                       u"limit.bytes"_s);
    Result<OpenPdf> opened = open(bytes);
    if (!opened)
        return opened.error();
    Poppler::Document &pdf = *opened->pages;
    if (pdf.numPages() > limits.pages)
        return invalid(u"expected at most %1 pages but there are %2"_s.arg(limits.pages).arg(pdf.numPages()),
                       u"limit.pages"_s);
    pdf.setRenderBackend(Poppler::Document::QPainterBackend);

    Document document;
    document.format = u"pdf"_s;
    document.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    document.title = pdf.title();
    if (!endsProperly(bytes))
        document.diagnostics.append(
            {u"truncated"_s, u"the file does not end as a PDF does: something may be missing"_s});
    const double largest = largestPicture(bytes);
    QList<PageLayout> layouts;
    qint64 cells = 0;
    for (int index = 0; index < pdf.numPages(); ++index) {
        const std::unique_ptr<Poppler::Page> page = pdf.page(index);
        if (!page) {
            document.diagnostics.append({u"truncated"_s, u"the page cannot be read"_s, index + 1});
            continue;
        }
        const PageContent content =
            largest > mostUnpacked ? readWordsOf(*page, index + 1, largest) : readPage(*page, index + 1);
        document.pages.append(Page{index + 1, page->pageSizeF(), needsOcr(content) ? scanDpi(content) : 0});
        diagnose(content, document.diagnostics);
        layouts.append(layoutOf(content, layouts.isEmpty() ? nullptr : &layouts.last()));
        cells += cellsOf(layouts.last());
        if (cells > limits.cells)
            return invalid(u"expected at most %1 cells but page %2 exceeds them"_s.arg(limits.cells).arg(index + 1),
                           u"limit.cells"_s);
    }
    dropRunningLines(layouts);
    joinContinuedTables(layouts);
    appendTo(document.body, layouts);
    QHash<int, PageLayout> turned;
    for (const PageLayout &layout : std::as_const(layouts))
        if (layout.turn != Turn::None)
            turned.insert(layout.number, layout);
    if (!turned.isEmpty())
        turnBack(document.body, turned);
    return document;
}

Result<QImage> renderPdf(const QByteArray &bytes, int page, double dpi)
{
    Result<OpenPdf> opened = open(bytes);
    if (!opened)
        return opened.error();
    Poppler::Document &pdf = *opened->pages;
    const std::unique_ptr<Poppler::Page> one = page >= 1 ? pdf.page(page - 1) : nullptr;
    if (!one)
        return invalid(u"expected a page from 1 to %1 but got %2"_s.arg(pdf.numPages()).arg(page), u"pdf.page"_s);
    const QSizeF pixels = one->pageSizeF() * dpi / 72;
    if (!(dpi > 0) || pixels.width() * pixels.height() > mostPixels)
        return invalid(u"expected a resolution that fits into memory but got %1 dpi"_s.arg(dpi), u"limit.pixels"_s);
    pdf.setRenderHint(Poppler::Document::Antialiasing);
    pdf.setRenderHint(Poppler::Document::TextAntialiasing);
    const QImage image = one->renderToImage(dpi, dpi);
    if (image.isNull())
        return Error{Error::Kind::Failed, u"expected a picture of page %1 but it cannot be drawn"_s.arg(page)};
    return image;
}

} // namespace naru::pdf
