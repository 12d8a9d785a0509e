#include "ui/pages/document_grid.h"

#include <QHeaderView>

namespace naru::ui {

namespace {

// "Sheet1!A5:E5" begins at "Sheet1!A5".
QString firstOf(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    return colon > address.lastIndexOf(u'!') ? address.left(colon) : address;
}

std::optional<FoundPlace> inTable(const std::shared_ptr<const Table> &table, const QString &address)
{
    for (const naru::Cell &cell : table->cells) {
        if (cell.place.address == address)
            return FoundPlace{table, cell.row};
        for (const Block &block : cell.blocks)
            if (const auto *nested = std::get_if<std::shared_ptr<Table>>(&block))
                if (const auto found = inTable(*nested, address))
                    return found;
    }
    return std::nullopt;
}

QString textOf(const Block &block)
{
    if (const auto *paragraph = std::get_if<Paragraph>(&block))
        return paragraph->text;
    return u"▦"_s; // a table between the paragraphs
}

} // namespace

FoundPlace findPlace(const Document &document, const QString &address, const QString &text)
{
    const QString wanted = firstOf(address);
    std::shared_ptr<const Table> first;
    for (qsizetype i = 0; i < document.body.size(); ++i) {
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&document.body[i])) {
            if (!first)
                first = *table;
            if (const auto found = inTable(*table, wanted))
                return *found;
        } else if (const auto &paragraph = std::get<Paragraph>(document.body[i]);
                   (!wanted.isEmpty() && paragraph.place.address == wanted) || (!text.isEmpty() && paragraph.text == text)) {
            return {nullptr, static_cast<int>(i)};
        }
    }
    return {first, -1};
}

DocumentGrid::DocumentGrid(const Theme &theme, QWidget *parent)
    : GridView(theme, tr("Table of the document"), parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
}

void DocumentGrid::showPlace(const std::shared_ptr<const Document> &document, const QString &address, const QString &text)
{
    const FoundPlace place = findPlace(*document, address, text);
    if (place.table) {
        if (place.table != table())
            showTable(place.table);
    } else {
        QStringList paragraphs;
        for (const Block &block : document->body)
            paragraphs.append(textOf(block));
        showTable(nullptr);
        grid()->setParagraphs(paragraphs);
        horizontalHeader()->setStretchLastSection(true);
    }
    if (place.row < 0) {
        clearSelection();
        return;
    }
    choose(place.row, 0);
}

} // namespace naru::ui
