#include "ui/pages/document_outline.h"

#include "core/hangul.h"
#include "ui/pages/grid_model.h"

#include <QCoreApplication>
#include <QLocale>

namespace naru::ui {

namespace {

void mark(DocumentOutline &outline, const Provenance &place, PageMark::Kind kind, int row = -1, int column = -1)
{
    if (place.page > 0 && place.box)
        outline.marks[place.page].append(
            {{*place.box, kind, kind != PageMark::Kind::Table && isDoubtful(place)}, static_cast<int>(outline.parts.size()) - 1, row, column});
}

void addBlocks(DocumentOutline &outline, const QList<Block> &blocks, int depth);

void addTable(DocumentOutline &outline, const std::shared_ptr<Table> &table, int depth)
{
    DocumentPart part{table, {}, depth, ++outline.tables, table->place, 0};
    for (const naru::Cell &cell : table->cells)
        part.doubtful += isDoubtful(cell.place);
    outline.doubtful += part.doubtful;
    outline.cells += table->cells.size();
    outline.parts.append(part);
    mark(outline, table->place, PageMark::Kind::Table);
    for (const naru::Cell &cell : table->cells)
        mark(outline, cell.place, PageMark::Kind::Cell, cell.row, cell.column);
    // The words of a cell stand in its text; only a table within needs a place of its own.
    for (const naru::Cell &cell : table->cells)
        for (const Block &block : cell.blocks)
            if (std::holds_alternative<std::shared_ptr<Table>>(block))
                addBlocks(outline, {block}, depth + 1);
}

void addBlocks(DocumentOutline &outline, const QList<Block> &blocks, int depth)
{
    for (const Block &block : blocks) {
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block)) {
            addTable(outline, *table, depth);
            continue;
        }
        const Paragraph &paragraph = std::get<Paragraph>(block);
        if (paragraph.text.trimmed().isEmpty())
            continue;
        outline.parts.append({nullptr, paragraph.text, depth, 0, paragraph.place, isDoubtful(paragraph.place)});
        outline.doubtful += outline.parts.last().doubtful;
        mark(outline, paragraph.place, PageMark::Kind::Text);
    }
}

class Needle {
public:
    explicit Needle(const QString &text)
        : m_isInitials(isInitialConsonants(text))
        , m_text(normalizeForMatch(text))
    {
    }

    bool isEmpty() const { return m_text.isEmpty(); }
    bool isIn(const QString &text) const
    {
        const QString plain = normalizeForMatch(text);
        return (m_isInitials ? initialConsonants(plain) : plain).contains(m_text, Qt::CaseInsensitive);
    }

private:
    bool m_isInitials;
    QString m_text;
};

} // namespace

DocumentOutline outlineOf(const Document &document)
{
    DocumentOutline outline;
    addBlocks(outline, document.body, 0);
    return outline;
}

Result<QList<Finding>> findIn(const DocumentOutline &outline, const QString &text, int most, const Progress &progress)
{
    const Needle needle(text);
    QList<Finding> found;
    if (needle.isEmpty())
        return found;
    const int all = static_cast<int>(outline.parts.size());
    for (int part = 0; part < all && found.size() < most; ++part) {
        const DocumentPart &one = outline.parts[part];
        if (!one.table) {
            if (needle.isIn(one.text))
                found.append(Finding{part, -1, -1});
            continue;
        }
        for (qsizetype i = 0; i < one.table->cells.size() && found.size() < most; ++i) {
            if (i % 1024 == 0 && progress && !progress(part, all))
                return Error{Error::Kind::Cancelled, u"expected to look through the document but it was cancelled"_s};
            const naru::Cell &cell = one.table->cells[i];
            if (needle.isIn(cell.text))
                found.append({part, cell.row, cell.column});
        }
    }
    return found;
}

QString titleOf(const DocumentPart &part)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::DocumentPart", text); };
    const QLocale locale;
    const QString size = say(QT_TRANSLATE_NOOP("naru::ui::DocumentPart", "Table %1 · %2 rows × %3 columns"))
                             .arg(locale.toString(part.tableNumber), locale.toString(part.table->rows), locale.toString(part.table->columns));
    return part.table->caption.isEmpty() ? size : size + u" · "_s + part.table->caption;
}

Document tablesOf(const DocumentOutline &outline, const QList<int> &parts)
{
    Document document;
    for (const int part : parts)
        if (const auto &table = outline.parts[part].table)
            document.body.append(table);
    return document;
}

} // namespace naru::ui
