// A printout on its pages: broken into lines and rows, with the head and the foot that say what it is, who printed it, and
// when. Made, drawn, and written by any thread.
#pragma once

#include "ui/printout.h"
#include "ui/works.h"

#include <QFont>
#include <QImage>
#include <QPageLayout>

class QPagedPaintDevice;
class QPainter;
class QPrinter;

namespace naru::ui {

// What stands on every page around the printout.
struct PrintFrame {
    QString office;
    QString asOf; // the day of the question, in words
    QString printedBy; // who and when, and the number of this printout
};

class PrintedPages {
public:
    // Cancelled where `progress` says so.
    static Result<PrintedPages> layOut(const Printout &printout, const PrintFrame &frame, const Progress &progress);

    int count() const { return static_cast<int>(m_pages.size()); }
    QPageLayout pageLayout() const; // A4, upright unless the columns need the width
    // `page` from 0. The painter is left as it was.
    void paint(QPainter &painter, int page, double dpi) const;
    QImage picture(int page, double dpi) const;

    // Replaces the file in one step, or leaves it as it was.
    Status writePdf(const QString &path, const Progress &progress) const;
    // Everything, or the pages that the printer asks for.
    Status print(QPrinter &printer, const Progress &progress) const;

private:
    // A row of a table, a heading, or a line: its cells, each broken into lines.
    struct Strip {
        enum class Sort { Heading, Line, Head, Row };
        Sort sort = Sort::Line;
        int part = 0; // whose columns
        double height = 0;
        QList<QStringList> cells;
    };
    struct Placed {
        double top = 0;
        qsizetype strip = 0;
    };
    struct Columns {
        QList<double> left;
        QList<double> width;
        QList<bool> isNumber;
    };

    PrintedPages(const Printout &printout, const PrintFrame &frame);
    bool breakLines(const Printout &printout, const Progress &progress);
    bool breakTable(const PrintedTable &table, const Progress &progress);
    void add(Strip::Sort sort, const QStringList &cells, const QList<double> &widths);
    void place();
    Status paintAll(QPagedPaintDevice &device, double dpi, int first, int last, const Progress &progress) const;
    void paintFrame(QPainter &painter, int page) const;
    void paintStrip(QPainter &painter, const Strip &strip, double top) const;
    QFont fontOf(Strip::Sort sort) const;

    PrintFrame m_frame;
    QString m_title;
    QString m_subtitle;
    QString m_family;
    bool m_isWide = false;
    QList<Columns> m_columns; // one for each part
    QList<Strip> m_strips;
    QList<QList<Placed>> m_pages;
};

} // namespace naru::ui
