#include "workbook_writer.h"

#include "cell_value.h"
#include "sheet_layout.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <clocale>

#include <locale.h>

namespace naru {

namespace {

constexpr double lineHeight = 15; // points, for text of 10
constexpr double rowHeight = 18;
constexpr double titleHeight = 30;
constexpr double highestRow = 400; // Excel allows 409
constexpr int longestText = 32'767;
constexpr int longestTitle = 60;
constexpr int portraitWidth = 90; // characters that fit an upright A4 page in a readable size
constexpr auto bodyFont = "맑은 고딕";

// libxlsxwriter prints numbers with the decimal point of the locale; only this thread is set to "C" while it writes.
class PlainNumbers {
public:
    PlainNumbers()
        : m_plain(newlocale(LC_NUMERIC_MASK, "C", nullptr))
        , m_before(uselocale(m_plain))
    {
    }
    ~PlainNumbers()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(PlainNumbers)

private:
    locale_t m_plain;
    locale_t m_before;
};

struct Look {
    enum class Kind { Plain, Title, Header, Cell };
    Kind kind = Kind::Plain;
    bool centred = false;
    QString code; // of the number format

    friend bool operator==(const Look &, const Look &) = default;
    friend size_t qHash(const Look &look, size_t seed = 0)
    {
        return qHashMulti(seed, int(look.kind), look.centred, look.code);
    }
};

// What XML and C strings cannot hold is replaced, and what looks like an escape is escaped (22.9.2.19).
QByteArray xmlText(QString text)
{
    text.remove(QChar(0)).replace(QChar(0xfffe), QChar::ReplacementCharacter).replace(QChar(0xffff), QChar::ReplacementCharacter);
    static const QRegularExpression escape(u"_(x[0-9A-Fa-f]{4}_)"_s);
    return text.replace(escape, u"_x005F_\\1"_s).toUtf8();
}

int significantDigits(const QString &number)
{
    int digits = 0;
    for (const QChar c : number)
        digits += c.isDigit() && (digits || c != u'0');
    return digits;
}

// "#,##0.00" for a number that is shown with commas, as the format of the cell does not say so.
QString codeFor(const Cell &cell)
{
    if (!cell.value.numberFormat.isEmpty() || !cell.text.contains(u',') || QString(cell.text).remove(u',') != cell.value.text)
        return cell.value.numberFormat;
    const qsizetype point = cell.value.text.indexOf(u'.');
    return u"#,##0"_s + (point < 0 ? QString() : u'.' + QString(cell.value.text.size() - point - 1, u'0'));
}

class WorkbookWriter {
public:
    explicit WorkbookWriter(const QByteArray &file)
        : m_workbook(workbook_new(file.constData()))
    {
    }
    // Frees the workbook; a file half written goes with its folder.
    ~WorkbookWriter() { static_cast<void>(close()); }
    Q_DISABLE_COPY_MOVE(WorkbookWriter)

    Status write(const Document &document)
    {
        if (!m_workbook)
            return Error{Error::Kind::Failed, u"expected to begin a workbook but there is no memory"_s};
        lxw_doc_properties properties = {};
        QByteArray title = xmlText(document.title);
        properties.title = title.data();
        workbook_set_properties(m_workbook, &properties);
        for (const SheetPlan &plan : planSheets(document))
            if (const Status status = writeSheet(plan); !status)
                return status;
        return close();
    }

private:
    Status close()
    {
        if (!m_workbook)
            return {};
        const lxw_error error = workbook_close(std::exchange(m_workbook, nullptr));
        if (error == LXW_NO_ERROR)
            return {};
        return Error{Error::Kind::Failed, u"expected to write the workbook but "_s + QString::fromUtf8(lxw_strerror(error))};
    }

    Status writeSheet(const SheetPlan &plan)
    {
        m_name = plan.name;
        m_sheet = workbook_add_worksheet(m_workbook, plan.name.toUtf8().constData());
        if (!m_sheet)
            return Error{Error::Kind::Failed, u"expected to add sheet '"_s + plan.name + u"' but could not"_s};
        const Table none;
        const Table &table = plan.table ? *plan.table : none;
        const int top = int(plan.above.size());
        const SheetLayout layout = layOut(table);
        const qsizetype rows = layout.lines.size();
        if (top + rows + plan.below.size() > mostRows || layout.widths.size() > mostColumns)
            return Error{Error::Kind::Invalid, u"expected a table that fits a sheet but '"_s + plan.name + u"' is larger"_s,
                         u"xlsx.tooLarge"_s};
        setUpPage(layout, top);
        for (int row = 0; row < top; ++row)
            if (const Status status = writeParagraph(row, plan.above[row], int(layout.widths.size())); !status)
                return status;
        for (int row = 0; row < rows; ++row)
            if (layout.lines[row] > 1)
                worksheet_set_row(m_sheet, lxw_row_t(top + row), std::min(highestRow, lineHeight * layout.lines[row] + 3), nullptr);
        for (const Cell &cell : table.cells)
            if (const Status status = writeCell(cell, top); !status)
                return status;
        for (int row = 0; row < plan.below.size(); ++row)
            if (const Status status = writeText(top + int(rows) + row, 0, plan.below[row], {}); !status)
                return status;
        return {};
    }

    void setUpPage(const SheetLayout &layout, int top)
    {
        constexpr uint8_t a4 = 9;
        constexpr double side = 0.5; // inches
        int width = 0;
        for (int column = 0; column < layout.widths.size(); ++column) {
            worksheet_set_column(m_sheet, lxw_col_t(column), lxw_col_t(column), layout.widths[column], nullptr);
            width += layout.widths[column];
        }
        worksheet_set_default_row(m_sheet, rowHeight, LXW_FALSE);
        worksheet_set_paper(m_sheet, a4);
        if (width > portraitWidth)
            worksheet_set_landscape(m_sheet);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_margins(m_sheet, side, side, 0.7, 0.7);
        worksheet_center_horizontally(m_sheet);
        worksheet_set_footer(m_sheet, "&C&P / &N");
        if (!layout.headerRows)
            return;
        worksheet_freeze_panes(m_sheet, lxw_row_t(top + layout.headerRows), 0);
        worksheet_repeat_rows(m_sheet, lxw_row_t(top), lxw_row_t(top + layout.headerRows - 1));
    }

    // The first line above a table is its title, unless it is as long as a sentence.
    Status writeParagraph(int row, const QString &text, int columns)
    {
        if (row > 0 || text.size() > longestTitle || columns < 2)
            return writeText(row, 0, text, {});
        const Look title{Look::Kind::Title, true, {}};
        worksheet_merge_range(m_sheet, 0, 0, 0, lxw_col_t(columns - 1), "", format(title));
        worksheet_set_row(m_sheet, 0, titleHeight, nullptr);
        return writeText(row, 0, text, title);
    }

    Status writeCell(const Cell &cell, int top)
    {
        const int row = top + cell.row;
        const auto line = lxw_row_t(row);
        const auto column = lxw_col_t(cell.column);
        Look look{cell.header ? Look::Kind::Header : Look::Kind::Cell, cell.header, {}};
        const bool typed = cell.value.kind == Value::Kind::Number && significantDigits(cell.value.text) <= 15;
        if (typed)
            look.code = codeFor(cell);
        const std::optional<lxw_datetime> moment = momentOf(cell.value, look);
        if (cell.rowSpan > 1 || cell.columnSpan > 1)
            worksheet_merge_range(m_sheet, line, column, lxw_row_t(row + cell.rowSpan - 1),
                                  lxw_col_t(cell.column + cell.columnSpan - 1), "", format(look));
        bool good = false;
        const double number = typed ? cell.value.text.toDouble(&good) : 0;
        if (good)
            return written(worksheet_write_number(m_sheet, line, column, number, format(look)), row, cell.column);
        if (moment) {
            lxw_datetime copy = *moment;
            return written(worksheet_write_datetime(m_sheet, line, column, &copy, format(look)), row, cell.column);
        }
        if (cell.value.kind == Value::Kind::Flag)
            return written(worksheet_write_boolean(m_sheet, line, column, cell.value.text == u"true"_s, format(look)), row,
                           cell.column);
        look.code.clear();
        return writeText(row, cell.column, textOf(cell), look);
    }

    // Days before March 1900 stay text: Excel counts a day there that never was.
    static std::optional<lxw_datetime> momentOf(const Value &value, Look &look)
    {
        lxw_datetime moment = {};
        QTime time;
        if (value.kind == Value::Kind::Day || value.kind == Value::Kind::Moment) {
            const QDate day = QDate::fromString(value.text.left(10), Qt::ISODate);
            if (!day.isValid() || day < QDate(1900, 3, 1) || day.year() > 9999)
                return {};
            moment.year = day.year();
            moment.month = day.month();
            moment.day = day.day();
        }
        if (value.kind == Value::Kind::Moment || value.kind == Value::Kind::TimeOfDay) {
            time = QTime::fromString(value.text.right(8), u"HH:mm:ss"_s);
            if (!time.isValid())
                return {};
            moment.hour = time.hour();
            moment.min = time.minute();
            moment.sec = time.second();
        } else if (value.kind != Value::Kind::Day) {
            return {};
        }
        look.centred = true;
        look.code = numberFormat(value.numberFormat).shown != NumberFormat::Shown::Number ? value.numberFormat
                    : value.kind == Value::Kind::Day                                      ? u"yyyy-mm-dd"_s
                    : value.kind == Value::Kind::Moment                                   ? u"yyyy-mm-dd hh:mm:ss"_s
                                                                                          : u"hh:mm:ss"_s;
        return moment;
    }

    Status writeText(int row, int column, const QString &text, const Look &look)
    {
        const QByteArray bytes = xmlText(text);
        if (text.isEmpty())
            return written(worksheet_write_blank(m_sheet, lxw_row_t(row), lxw_col_t(column), format(look)), row, column);
        return written(worksheet_write_string(m_sheet, lxw_row_t(row), lxw_col_t(column), bytes.constData(), format(look)), row,
                       column);
    }

    Status written(lxw_error error, int row, int column) const
    {
        if (error == LXW_NO_ERROR)
            return {};
        const QString place = cellAddress(m_name, row, column);
        if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
            return Error{Error::Kind::Invalid,
                         u"expected at most "_s + QString::number(longestText) + u" characters but "_s + place + u" has more"_s,
                         u"xlsx.tooLong"_s};
        return Error{Error::Kind::Failed, u"expected to write "_s + place + u" but "_s + QString::fromUtf8(lxw_strerror(error))};
    }

    lxw_format *format(const Look &look)
    {
        lxw_format *&made = m_formats[look];
        if (made)
            return made;
        made = workbook_add_format(m_workbook);
        format_set_font_name(made, bodyFont);
        format_set_font_size(made, look.kind == Look::Kind::Title ? 16 : 10);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        if (look.centred)
            format_set_align(made, LXW_ALIGN_CENTER);
        if (look.kind == Look::Kind::Title || look.kind == Look::Kind::Header)
            format_set_bold(made);
        if (look.kind == Look::Kind::Header)
            format_set_bg_color(made, 0xE8ECF2);
        if (look.kind == Look::Kind::Header || look.kind == Look::Kind::Cell) {
            format_set_border(made, LXW_BORDER_THIN);
            format_set_text_wrap(made);
        }
        if (!look.code.isEmpty())
            format_set_num_format(made, look.code.toUtf8().constData());
        return made;
    }

    lxw_workbook *m_workbook; // owns the sheets and formats
    lxw_worksheet *m_sheet = nullptr;
    QString m_name;
    QHash<Look, lxw_format *> m_formats;
};

} // namespace

Result<QByteArray> writeWorkbook(const Document &document)
{
    const PlainNumbers plain;
    const QTemporaryDir folder; // this libxlsxwriter cannot write into memory
    if (!folder.isValid())
        return Error{Error::Kind::Failed, u"expected a folder for temporary files but "_s + folder.errorString()};
    QFile file(folder.filePath(u"workbook.xlsx"_s));
    WorkbookWriter writer(QFile::encodeName(file.fileName()));
    if (const Status status = writer.write(document); !status)
        return status.error();
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Failed, u"expected the written workbook but "_s + file.errorString()};
    return file.readAll();
}

} // namespace naru
