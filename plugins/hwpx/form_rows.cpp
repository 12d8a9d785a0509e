#include "form_rows.h"

#include <algorithm>

namespace naru::hwpx {

namespace {

QString composed(const QString &name) { return name.normalized(QString::NormalizationForm_C); }

Error refused(const QString &text) { return {Error::Kind::Invalid, text, u"fill.row"_s}; }

// Rows of a table that stand below one another, as elements of its section.
struct Block {
    int table = -1;
    QList<int> rows;
    int first = 0; // address of the first
    int count() const { return int(rows.size()); }
};

class RowWriter {
public:
    RowWriter(const XmlOutline &section, const FormFilling::Repetition &repetition, const XmlLimits &limits)
        : m_xml(section)
        , m_repetition(repetition)
        , m_limits(limits)
        , m_sites(fieldSites(section))
        , m_ids(section)
    {
    }

    bool find();
    Result<QByteArray> write(const Written &written);

private:
    bool isField(const FieldSite &site, const QString &name) const
    {
        return site.name == name || site.name == composed(m_repetition.title) + u'.' + name;
    }
    bool hasAll(int row) const;
    int number(int element, QByteArrayView child, QByteArrayView name) const;
    int rowOf(int row) const { return number(m_xml.child(row, "tc"), "cellAddr", "rowAddr"); }
    int spanOf(int cell) const { return std::max(1, number(cell, "cellSpan", "rowSpan")); }
    int heightOf(int row) const;
    void set(int element, QByteArrayView name, int value);

    Status shift(int delta, int height);
    Result<QByteArray> copy(qsizetype at, int delta, const Written &written);
    Result<QByteArray> fillCopy(const XmlOutline &pattern, const FormFilling::Row &row, const Written &written);
    QByteArray renumbered(const XmlOutline &row, qsizetype at, int delta);

    const XmlOutline &m_xml;
    const FormFilling::Repetition &m_repetition;
    XmlLimits m_limits;
    QList<FieldSite> m_sites;
    FreshIds m_ids;
    QStringList m_names; // of all rows of the data
    Block m_block;
    QList<XmlSplice> m_splices;
};

bool RowWriter::hasAll(int row) const
{
    const int end = m_xml.at(row).after;
    const auto from = std::lower_bound(m_sites.cbegin(), m_sites.cend(), row,
                                       [](const FieldSite &site, int element) { return site.begin < element; });
    const auto to = std::find_if(from, m_sites.cend(), [&](const FieldSite &site) { return site.begin >= end; });
    QList<FieldSite> own; // not those of tables in its cells
    std::copy_if(from, to, std::back_inserter(own), [&](const FieldSite &site) { return m_xml.around(site.begin, "tr") == row; });
    const auto first = own.cbegin();
    const auto last = own.cend();
    if (m_names.isEmpty()) // no data: the row of the title
        return std::any_of(first, last, [&](const FieldSite &site) {
            return site.name == composed(m_repetition.title) || site.name.startsWith(composed(m_repetition.title) + u'.');
        });
    return std::all_of(m_names.cbegin(), m_names.cend(), [&](const QString &name) {
        return std::any_of(first, last, [&](const FieldSite &site) { return isField(site, name); });
    });
}

bool RowWriter::find()
{
    for (const FormFilling::Row &row : m_repetition.rows)
        for (const FormFilling::Entry &entry : row)
            if (!m_names.contains(composed(entry.name)))
                m_names.append(composed(entry.name));
    int row = 0;
    while (row < m_xml.size() && !(m_xml.is(row, "tr") && hasAll(row)))
        ++row;
    if (row == m_xml.size())
        return false;
    m_block = {m_xml.at(row).parent, {row}, rowOf(row)};
    const auto spans = [&](int one) {
        const QList<int> cells = m_xml.children(one, "tc");
        return std::any_of(cells.cbegin(), cells.cend(), [&](int cell) { return spanOf(cell) > 1; });
    };
    for (int next = m_xml.at(row).after; !spans(row) && next < m_xml.at(m_block.table).after; next = m_xml.at(next).after) {
        if (!m_xml.is(next, "tr") || !hasAll(next) || spans(next))
            break;
        m_block.rows.append(next);
    }
    return true;
}

int RowWriter::number(int element, QByteArrayView child, QByteArrayView name) const
{
    const int found = element < 0 ? -1 : m_xml.child(element, child);
    return found < 0 ? 0 : m_xml.attribute(found, name).toInt();
}

int RowWriter::heightOf(int row) const
{
    int height = 0;
    for (const int cell : m_xml.children(row, "tc"))
        if (spanOf(cell) == 1)
            height = std::max(height, number(cell, "cellSz", "height"));
    return height;
}

void RowWriter::set(int element, QByteArrayView name, int value)
{
    const XmlSpan span = element < 0 ? XmlSpan() : m_xml.valueOf(element, name);
    if (span.begin > 0)
        m_splices.append({span.begin, span.end, QByteArray::number(value)});
}

// Moves what stands below the block, and stretches what reaches over it.
Status RowWriter::shift(int delta, int height)
{
    const int last = m_block.first + m_block.count() - 1;
    for (const int row : m_xml.children(m_block.table, "tr")) {
        if (m_block.rows.contains(row))
            continue;
        for (const int cell : m_xml.children(row, "tc")) {
            const int address = m_xml.child(cell, "cellAddr");
            const int at = number(cell, "cellAddr", "rowAddr");
            const int end = at + spanOf(cell) - 1;
            if (at > last) {
                set(address, "rowAddr", at + delta);
            } else if (at < m_block.first && end >= last) {
                set(m_xml.child(cell, "cellSpan"), "rowSpan", spanOf(cell) + delta);
                set(m_xml.child(cell, "cellSz"), "height", number(cell, "cellSz", "height") + delta * height);
            } else if (at < m_block.first && end >= m_block.first) {
                return refused(u"expected cells that reach over all rows of '"_s + m_repetition.title
                               + u"' but one ends among them"_s);
            }
        }
    }
    for (const int zone : m_xml.inside(m_block.table, "cellzone"))
        for (const QByteArrayView name : {QByteArrayView("startRowAddr"), QByteArrayView("endRowAddr")})
            if (const int at = m_xml.attribute(zone, name).toInt(); at > last || (at == last && name == "endRowAddr"))
                set(zone, name, at + delta);
    set(m_block.table, "rowCnt", m_xml.attribute(m_block.table, "rowCnt").toInt() + delta);
    set(m_xml.child(m_block.table, "sz"), "height", number(m_block.table, "sz", "height") + delta * height);
    if (const int paragraph = m_xml.around(m_block.table, "p"); paragraph >= 0)
        for (const int lines : m_xml.children(paragraph, "linesegarray")) // as high as the table was
            m_splices.append({m_xml.at(lines).begin, m_xml.at(lines).end, {}});
    return {};
}

Result<QByteArray> RowWriter::fillCopy(const XmlOutline &pattern, const FormFilling::Row &row, const Written &written)
{
    FieldFiller filler(pattern, m_ids);
    for (const FieldSite &site : fieldSites(pattern)) {
        const auto entry = std::find_if(row.cbegin(), row.cend(), [&](const FormFilling::Entry &one) {
            return isField(site, composed(one.name));
        });
        const bool isOurs = entry != row.cend() || site.name.startsWith(composed(m_repetition.title) + u'.')
            || m_names.contains(site.name);
        if (!isOurs)
            continue;
        const QStringList value = entry == row.cend() ? QStringList{QString()} : entry->paragraphs;
        if (const Status filled = filler.fill(site, value); !filled)
            return filled.error();
        written(site.name, value, filler.room());
    }
    return spliced(pattern.xml(), filler.splices());
}

// A copy of the row with its address. What reaches over rows stands in the first copy alone, stretched.
QByteArray RowWriter::renumbered(const XmlOutline &row, qsizetype at, int delta)
{
    QList<XmlSplice> changes;
    const auto change = [&](int element, QByteArrayView name, const QByteArray &value) {
        if (const XmlSpan span = element < 0 ? XmlSpan() : row.valueOf(element, name); span.begin > 0)
            changes.append({span.begin, span.end, value});
    };
    QHash<QString, QByteArray> fresh; // by the old id
    QList<std::pair<qsizetype, qsizetype>> dropped;
    for (const int cell : row.children(0, "tc")) {
        const int span = row.child(cell, "cellSpan");
        const int rows = span < 0 ? 1 : std::max(1, row.attribute(span, "rowSpan").toInt());
        if (rows > 1 && at > 0) {
            changes.append({row.at(cell).begin, row.at(cell).end, {}});
            dropped.append({cell, row.at(cell).after});
            continue;
        }
        change(row.child(cell, "cellAddr"), "rowAddr", QByteArray::number(m_block.first + at));
        if (rows > 1)
            change(span, "rowSpan", QByteArray::number(rows + delta));
    }
    for (int i = 0; at > 0 && i < row.size(); ++i) {
        if (std::any_of(dropped.cbegin(), dropped.cend(), [&](const auto &one) { return i >= one.first && i < one.second; }))
            continue;
        if (const QString id = row.attribute(i, "id"); !FreshIds::isShared(id))
            change(i, "id", fresh[id] = m_ids.next());
        if (!FreshIds::isShared(row.attribute(i, "instid")))
            change(i, "instid", m_ids.next());
        if (const QString id = row.attribute(i, "beginIDRef"); fresh.contains(id))
            change(i, "beginIDRef", fresh.value(id));
    }
    const Result<QByteArray> bytes = spliced(row.xml(), changes);
    return bytes ? *bytes : QByteArray();
}

Result<QByteArray> RowWriter::copy(qsizetype at, int delta, const Written &written)
{
    const int pattern = m_block.rows.at(std::min(at, m_block.rows.size() - 1));
    const Result<XmlOutline> outline = XmlOutline::of(m_xml.bytes(pattern).toByteArray(), m_limits);
    if (!outline)
        return outline.error();
    const FormFilling::Row row = at < m_repetition.rows.size() ? m_repetition.rows.at(at) : FormFilling::Row();
    const Result<QByteArray> filled = fillCopy(*outline, row, written);
    if (!filled)
        return filled.error();
    const Result<XmlOutline> again = XmlOutline::of(*filled, m_limits);
    if (!again)
        return again.error();
    // The first copies are the form's own rows, with ids of their own.
    const bool isOriginal = at < m_block.rows.size();
    return isOriginal && m_block.count() > 1 ? *filled : renumbered(*again, at, delta);
}

Result<QByteArray> RowWriter::write(const Written &written)
{
    const int rowCount = m_xml.attribute(m_block.table, "rowCnt").toInt();
    const bool isAll = m_block.count() >= rowCount;
    const int count = std::max(int(m_repetition.rows.size()), isAll ? 1 : 0);
    const int delta = count - m_block.count();
    const QList<int> cells = m_xml.children(m_block.rows.first(), "tc");
    if (count == 0 && std::any_of(cells.cbegin(), cells.cend(), [&](int cell) { return spanOf(cell) > 1; }))
        return refused(u"expected rows for '"_s + m_repetition.title
                       + u"' but there are none, and its row holds cells that reach over others"_s);
    if (const Status shifted = shift(delta, heightOf(m_block.rows.last())); !shifted)
        return shifted.error();
    QByteArray rows;
    for (int i = 0; i < count; ++i) {
        const Result<QByteArray> row = copy(i, delta, written);
        if (!row)
            return row.error();
        rows += *row;
    }
    m_splices.append({m_xml.at(m_block.rows.first()).begin, m_xml.at(m_block.rows.last()).end, rows});
    return spliced(m_xml.xml(), m_splices);
}

} // namespace

Result<std::optional<QByteArray>> withRows(const XmlOutline &section, const FormFilling::Repetition &repetition,
                                           const XmlLimits &limits, const Written &written)
{
    RowWriter writer(section, repetition, limits);
    if (!writer.find())
        return std::optional<QByteArray>();
    const Result<QByteArray> bytes = writer.write(written);
    if (!bytes)
        return bytes.error();
    return std::optional<QByteArray>(*bytes);
}

} // namespace naru::hwpx
