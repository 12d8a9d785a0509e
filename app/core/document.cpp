#include "core/document.h"

#include "core/hangul.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace naru {

namespace {

constexpr std::array methods{"native", "pdf-text", "ocr", "derived"};
constexpr std::array detections{"native", "ruled", "stream", "ocr"};
constexpr std::array valueKinds{"none", "text", "number", "flag", "day", "moment", "time", "fault"};
constexpr std::array fieldKinds{"click-here", "named-cell", "acroform", "defined-name", "checkbox"};

template <typename Words, typename Kind>
QString wordOf(const Words &words, Kind kind)
{
    return QString::fromLatin1(words.at(static_cast<size_t>(kind)));
}

template <typename Kind, typename Words>
Kind kindOf(const Words &words, const QString &word)
{
    for (size_t i = 0; i < words.size(); ++i)
        if (word == QLatin1StringView(words[i]))
            return static_cast<Kind>(i);
    return static_cast<Kind>(0);
}

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

// Points with two digits: more is noise of the producer.
double tidy(double points) { return std::round(points * 100) / 100; }

void writePlace(QJsonObject &json, const Provenance &place)
{
    json.insert(u"page"_s, place.page ? QJsonValue(place.page) : QJsonValue());
    json.insert(u"box"_s,
                place.box ? QJsonValue(QJsonArray{tidy(place.box->left), tidy(place.box->top), tidy(place.box->right),
                                                  tidy(place.box->bottom)})
                          : QJsonValue());
    json.insert(u"address"_s, textOrNull(place.address));
    json.insert(u"confidence"_s, place.confidence);
    if (place.method != Provenance::Method::Native)
        json.insert(u"method"_s, wordOf(methods, place.method));
}

Provenance readPlace(const QJsonObject &json)
{
    Provenance place;
    place.page = json.value(u"page"_s).toInt();
    const QJsonArray box = json.value(u"box"_s).toArray();
    if (box.size() == 4)
        place.box = Box{box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
    place.address = json.value(u"address"_s).toString();
    place.confidence = json.value(u"confidence"_s).toDouble(1);
    place.method = kindOf<Provenance::Method>(methods, json.value(u"method"_s).toString());
    return place;
}

QJsonArray toJson(const QList<Block> &blocks);
QList<Block> blocksFromJson(const QJsonArray &array);

QJsonObject toJson(const Cell &cell)
{
    QJsonObject json{{u"row"_s, cell.row},
                     {u"column"_s, cell.column},
                     {u"row_span"_s, cell.rowSpan},
                     {u"column_span"_s, cell.columnSpan},
                     {u"text"_s, cell.text},
                     {u"value"_s, QJsonValue()}};
    if (cell.value.kind != Value::Kind::None) {
        QJsonObject value{{u"kind"_s, wordOf(valueKinds, cell.value.kind)}, {u"text"_s, cell.value.text}};
        if (!cell.value.formula.isEmpty())
            value.insert(u"formula"_s, cell.value.formula);
        if (!cell.value.numberFormat.isEmpty())
            value.insert(u"number_format"_s, cell.value.numberFormat);
        json.insert(u"value"_s, value);
    }
    if (cell.header)
        json.insert(u"header"_s, true);
    if (!cell.fieldName.isEmpty())
        json.insert(u"field"_s, cell.fieldName);
    writePlace(json, cell.place);
    json.insert(u"blocks"_s, toJson(cell.blocks));
    return json;
}

Cell cellFromJson(const QJsonObject &json)
{
    Cell cell;
    cell.row = json.value(u"row"_s).toInt();
    cell.column = json.value(u"column"_s).toInt();
    cell.rowSpan = std::max(1, json.value(u"row_span"_s).toInt(1));
    cell.columnSpan = std::max(1, json.value(u"column_span"_s).toInt(1));
    cell.header = json.value(u"header"_s).toBool();
    cell.fieldName = json.value(u"field"_s).toString();
    cell.text = json.value(u"text"_s).toString();
    const QJsonObject value = json.value(u"value"_s).toObject();
    cell.value.kind = kindOf<Value::Kind>(valueKinds, value.value(u"kind"_s).toString());
    cell.value.text = value.value(u"text"_s).toString();
    cell.value.formula = value.value(u"formula"_s).toString();
    cell.value.numberFormat = value.value(u"number_format"_s).toString();
    cell.place = readPlace(json);
    cell.blocks = blocksFromJson(json.value(u"blocks"_s).toArray());
    return cell;
}

QJsonObject toJson(const Paragraph &paragraph)
{
    QJsonObject json{{u"type"_s, u"paragraph"_s}, {u"text"_s, paragraph.text}};
    if (!paragraph.style.isEmpty())
        json.insert(u"style"_s, paragraph.style);
    writePlace(json, paragraph.place);
    return json;
}

QJsonObject toJson(const Table &table)
{
    QJsonArray cells;
    for (const Cell &cell : table.cells)
        cells.append(toJson(cell));
    QJsonObject json{{u"type"_s, u"table"_s},
                     {u"rows"_s, table.rows},
                     {u"columns"_s, table.columns},
                     {u"detection"_s, wordOf(detections, table.detection)},
                     {u"cells"_s, cells}};
    if (!table.caption.isEmpty())
        json.insert(u"caption"_s, table.caption);
    writePlace(json, table.place);
    return json;
}

// Nesting is bounded by the readers' depth limits, and by QJsonDocument's own on the way back.
QJsonArray toJson(const QList<Block> &blocks)
{
    QJsonArray array;
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            array.append(toJson(*paragraph));
        else
            array.append(toJson(*std::get<std::shared_ptr<Table>>(block)));
    }
    return array;
}

QList<Block> blocksFromJson(const QJsonArray &array)
{
    QList<Block> blocks;
    for (const QJsonValue &one : array) {
        const QJsonObject json = one.toObject();
        if (json.value(u"type"_s).toString() == u"table"_s) {
            auto table = std::make_shared<Table>();
            table->rows = json.value(u"rows"_s).toInt();
            table->columns = json.value(u"columns"_s).toInt();
            table->caption = json.value(u"caption"_s).toString();
            table->detection = kindOf<Table::Detection>(detections, json.value(u"detection"_s).toString());
            table->place = readPlace(json);
            const QJsonArray cells = json.value(u"cells"_s).toArray();
            table->cells.reserve(cells.size());
            for (const QJsonValue &cell : cells)
                table->cells.append(cellFromJson(cell.toObject()));
            blocks.append(std::move(table));
        } else {
            blocks.append(Paragraph{json.value(u"text"_s).toString(), json.value(u"style"_s).toString(), readPlace(json)});
        }
    }
    return blocks;
}

void appendText(QString &out, const QList<Block> &blocks)
{
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            out += paragraph->text + u'\n';
            continue;
        }
        int row = -1;
        for (const Cell &cell : std::get<std::shared_ptr<Table>>(block)->cells) {
            if (row >= 0)
                out += cell.row == row ? u'\t' : u'\n';
            row = cell.row;
            out += QString(cell.text).replace(u'\n', u' ');
        }
        out += u'\n';
    }
}

} // namespace

Box Box::united(const Box &other) const
{
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
}

TableGrid::TableGrid(const Table &table)
    : m_table(table)
{
    constexpr qint64 mostPositions = 16'000'000;
    const qint64 positions = qint64(std::max(0, table.rows)) * std::max(0, table.columns);
    if (positions > mostPositions)
        return;
    m_anchors.resize(positions, nullptr);
    index();
}

void TableGrid::index()
{
    const int columns = m_table.columns;
    qint64 steps = 0;
    m_tiles = true;
    for (const Cell &cell : m_table.cells) {
        const qint64 bottom = std::min<qint64>(qint64(cell.row) + cell.rowSpan, m_table.rows);
        const qint64 right = std::min<qint64>(qint64(cell.column) + cell.columnSpan, columns);
        m_tiles = m_tiles && cell.row >= 0 && cell.column >= 0 && cell.rowSpan > 0 && cell.columnSpan > 0
            && bottom == qint64(cell.row) + cell.rowSpan && right == qint64(cell.column) + cell.columnSpan;
        for (qint64 row = std::max(0, cell.row); row < bottom; ++row)
            for (qint64 column = std::max(0, cell.column); column < right; ++column, ++steps) {
                const Cell *&anchor = m_anchors[row * columns + column];
                m_tiles = m_tiles && !anchor;
                anchor = anchor ? anchor : &cell;
            }
        // Cells that lie on one another by the thousand are not worth the time.
        if (steps > 2 * m_anchors.size())
            break;
    }
    m_tiles = m_tiles && steps == m_anchors.size();
}

const Cell *TableGrid::at(int row, int column) const
{
    if (row < 0 || column < 0 || row >= m_table.rows || column >= m_table.columns)
        return nullptr;
    if (!m_anchors.isEmpty())
        return m_anchors[qsizetype(row) * m_table.columns + column];
    const auto covers = [&](const Cell &cell) {
        return cell.row <= row && qint64(row) - cell.row < cell.rowSpan && cell.column <= column
            && qint64(column) - cell.column < cell.columnSpan;
    };
    const auto found = std::find_if(m_table.cells.begin(), m_table.cells.end(), covers);
    return found == m_table.cells.end() ? nullptr : &*found;
}

QJsonObject toJson(const Provenance &place)
{
    QJsonObject json;
    writePlace(json, place);
    return json;
}

Provenance provenanceFromJson(const QJsonObject &json) { return readPlace(json); }

QJsonObject toJson(const Diagnostic &diagnostic)
{
    return {{u"code"_s, diagnostic.code},
            {u"text"_s, diagnostic.text},
            {u"page"_s, diagnostic.page ? QJsonValue(diagnostic.page) : QJsonValue()}};
}

Diagnostic diagnosticFromJson(const QJsonObject &json)
{
    return {json.value(u"code"_s).toString(), json.value(u"text"_s).toString(), json.value(u"page"_s).toInt()};
}

QJsonObject toJson(const Document &document)
{
    QJsonArray pages;
    for (const Page &page : document.pages)
        pages.append(QJsonObject{{u"number"_s, page.number},
                                 {u"width"_s, tidy(page.size.width())},
                                 {u"height"_s, tidy(page.size.height())},
                                 {u"dpi"_s, page.dpi > 0 ? QJsonValue(page.dpi) : QJsonValue()}});
    QJsonArray fields;
    for (const FormField &field : document.fields) {
        QJsonObject json{{u"kind"_s, wordOf(fieldKinds, field.kind)},
                         {u"name"_s, field.name},
                         {u"prompt"_s, textOrNull(field.prompt)},
                         {u"value"_s, textOrNull(field.value)},
                         {u"filled"_s, field.filled}};
        writePlace(json, field.place);
        fields.append(json);
    }
    QJsonArray diagnostics;
    for (const Diagnostic &one : document.diagnostics)
        diagnostics.append(toJson(one));
    return {{u"format"_s, document.format}, {u"sha256"_s, document.sha256}, {u"title"_s, textOrNull(document.title)},
            {u"pages"_s, pages},            {u"body"_s, toJson(document.body)}, {u"fields"_s, fields},
            {u"diagnostics"_s, diagnostics}};
}

Result<Document> documentFromJson(const QJsonObject &json)
{
    if (!json.value(u"format"_s).isString() || !json.value(u"body"_s).isArray())
        return Error{Error::Kind::Invalid, u"expected a document with 'format' and 'body' but found neither"_s};
    Document document;
    document.format = json.value(u"format"_s).toString();
    document.sha256 = json.value(u"sha256"_s).toString();
    document.title = json.value(u"title"_s).toString();
    for (const QJsonValue &one : json.value(u"pages"_s).toArray()) {
        const QJsonObject page = one.toObject();
        document.pages.append({page.value(u"number"_s).toInt(),
                               QSizeF(page.value(u"width"_s).toDouble(), page.value(u"height"_s).toDouble()),
                               page.value(u"dpi"_s).toDouble()});
    }
    document.body = blocksFromJson(json.value(u"body"_s).toArray());
    for (const QJsonValue &one : json.value(u"fields"_s).toArray()) {
        const QJsonObject field = one.toObject();
        document.fields.append({kindOf<FormField::Kind>(fieldKinds, field.value(u"kind"_s).toString()),
                                field.value(u"name"_s).toString(), field.value(u"prompt"_s).toString(),
                                field.value(u"value"_s).toString(), field.value(u"filled"_s).toBool(),
                                readPlace(field)});
    }
    for (const QJsonValue &one : json.value(u"diagnostics"_s).toArray())
        document.diagnostics.append(diagnosticFromJson(one.toObject()));
    return document;
}

void maskRegistrationNumbers(Document &document)
{
    QList<QList<Block> *> open{&document.body}; // iterative: nesting comes from outside
    while (!open.isEmpty()) {
        for (Block &block : *open.takeLast()) {
            if (auto *paragraph = std::get_if<Paragraph>(&block)) {
                paragraph->text = maskRegistrationNumbers(paragraph->text);
                continue;
            }
            for (Cell &cell : std::get<std::shared_ptr<Table>>(block)->cells) {
                cell.text = maskRegistrationNumbers(cell.text);
                cell.value.text = maskRegistrationNumbers(cell.value.text);
                open.append(&cell.blocks);
            }
        }
    }
    for (FormField &field : document.fields)
        field.value = maskRegistrationNumbers(field.value);
    document.title = maskRegistrationNumbers(document.title);
}

QString plainText(const Document &document)
{
    QString out;
    appendText(out, document.body);
    return out;
}

} // namespace naru
