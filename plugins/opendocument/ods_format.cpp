#include "ods_format.h"

#include "ods_writer.h"
#include "package.h"
#include "sheet_table.h"

namespace naru::opendocument {

namespace {

Diagnostic leftOut(const QString &sheet)
{
    return {u"ods.hiddenSheet"_s, u"expected visible sheets but '"_s + sheet + u"' is hidden; it was left out"_s, 0};
}

// Hands the cells on, and nothing is kept.
class Streaming : public SheetVisitor {
public:
    explicit Streaming(const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit)
        : m_visit(visit)
    {
    }
    bool beginSheet(const QString &name, bool hidden) override
    {
        m_sheet = name;
        return !hidden;
    }
    bool cell(const SheetCell &one) override
    {
        return one.cell.value.kind == Value::Kind::None || m_visit(m_sheet, one.cell);
    }
    bool endSheet(const SheetNotes &) override { return true; }

private:
    const std::function<bool(const QString &sheet, const StreamCell &cell)> &m_visit;
    QString m_sheet;
};

// Makes a table of each sheet.
class Building : public SheetVisitor {
public:
    Building(Document &document, qint64 mostCells)
        : m_document(document)
        , m_left(mostCells)
    {
    }
    bool beginSheet(const QString &name, bool hidden) override
    {
        m_sheet = name;
        m_cells.clear();
        if (hidden)
            m_document.diagnostics.append(leftOut(name));
        return !hidden;
    }
    bool cell(const SheetCell &one) override
    {
        m_cells.append(one);
        return true;
    }
    bool endSheet(const SheetNotes &notes) override
    {
        Result<SheetTable> made = tableOf(m_sheet, m_cells, notes, m_left);
        if (!made) {
            m_status = made.error();
            return false;
        }
        m_left -= made->table.cells.size();
        m_document.diagnostics += made->diagnostics;
        m_document.body.append(std::make_shared<Table>(std::move(made->table)));
        return true;
    }
    const Status &status() const { return m_status; }

private:
    Document &m_document;
    qint64 m_left;
    QString m_sheet;
    QList<SheetCell> m_cells;
    Status m_status;
};

} // namespace

bool OdsFormat::recognises(const QByteArray &bytes) const
{
    return isOfKind(bytes, spreadsheetType);
}

Result<Document> OdsFormat::read(const QByteArray &bytes, const ReadLimits &limits) const
{
    const Result<Package> package = openPackage(bytes, limits);
    if (!package)
        return package.error();
    Document document;
    document.format = id();
    document.title = package->title;
    Building building(document, limits.cells);
    SheetReader reader(building, limits);
    if (const Status read = reader.read(package->zip); !read)
        return read.error();
    if (!building.status())
        return building.status().error();
    return document;
}

Result<int> OdsFormat::readCells(const QByteArray &bytes, const ReadLimits &limits,
                                 const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit) const
{
    const Result<Package> package = openPackage(bytes, limits);
    if (!package)
        return package.error();
    Streaming streaming(visit);
    SheetReader reader(streaming, limits);
    if (const Status read = reader.read(package->zip); !read)
        return read.error();
    return int(reader.cells());
}

Result<QByteArray> OdsFormat::write(const Document &document) const
{
    return writeSpreadsheet(document);
}

} // namespace naru::opendocument
