// Makes HWP 5.0 documents for the tests, record by record: what Hancom Office writes, and what nobody would.
#pragma once

#include "core/document.h"

#include <QtEndian>

#include <utility>

namespace naru::made {

inline QByteArray u16(quint32 value)
{
    return QByteArray{}.append(char(value)).append(char(value >> 8));
}
inline QByteArray u32(quint32 value)
{
    return u16(value) + u16(value >> 16);
}
inline QByteArray wide(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += u16(c.unicode());
    return bytes;
}
inline QByteArray sized(const QString &text)
{
    return u16(quint32(text.size())) + wide(text);
}

inline QByteArray record(int tag, int level, const QByteArray &body)
{
    const auto size = quint32(body.size());
    const quint32 head = quint32(tag) | quint32(level) << 10;
    return (size < 0xFFF ? u32(head | size << 20) : u32(head | 0xFFFU << 20) + u32(size)) + body;
}

inline quint32 controlId(const char *name)
{
    return qFromBigEndian<quint32>(name);
}
// What stands in the text for a control: "tbl ", "%clk" …
inline QString mark(ushort code, const char *name)
{
    const quint32 id = controlId(name);
    return QString(QChar(code)) + QChar(ushort(id)) + QChar(ushort(id >> 16)) + QString(4, QChar(0)) + QChar(code);
}
inline QByteArray control(int level, const char *name, const QByteArray &rest = {})
{
    return record(71, level, u32(controlId(name)) + rest);
}

// A paragraph with its controls, which stand one level deeper.
inline QByteArray p(int level, const QString &text, const QByteArray &controls = {}, int style = 0)
{
    const QByteArray head =
        u32(quint32(text.size() + 1)) + u32(0) + u16(0) + QByteArray(1, char(style)) + QByteArray(11, '\0');
    return record(66, level, head) + record(67, level + 1, wide(text + u'\r')) + controls;
}

// The list of paragraphs of a cell, its text at the level of the list.
inline QByteArray cell(int level, int row, int column, const QByteArray &paragraphs, int rowSpan = 1,
                       int columnSpan = 1, const QString &name = {}, bool header = false)
{
    QByteArray list = u16(1) + u16(0) + u32(header ? 1U << 18 : 0) + u16(quint32(column)) + u16(quint32(row))
        + u16(quint32(columnSpan)) + u16(quint32(rowSpan)) + QByteArray(16, '\0') + u16(1) + u32(0);
    if (!name.isEmpty())
        list += '\xff' + u16(0x021B) + u16(1) + u16(0) + u16(0x4000) + u16(1) + sized(name);
    return record(72, level, list) + paragraphs;
}

// A table's control; the cells stand one level deeper.
inline QByteArray tbl(int level, int rows, int columns, const QByteArray &cells, const QByteArray &caption = {})
{
    return control(level, "tbl ", QByteArray(40, '\0')) + caption
        + record(77, level + 1, u32(0) + u16(quint32(rows)) + u16(quint32(columns)) + QByteArray(12, '\0')) + cells;
}

// A paragraph that holds this table and nothing else, on the level of a section.
inline QByteArray tableParagraph(int level, int rows, int columns, const QByteArray &cells)
{
    return p(level, mark(11, "tbl "), tbl(level + 1, rows, columns, cells));
}

// A table of plain texts.
inline QByteArray tableOf(const QList<QStringList> &rows)
{
    QByteArray cells;
    for (int row = 0; row < rows.size(); ++row)
        for (int column = 0; column < rows[row].size(); ++column)
            cells += cell(2, row, column, p(2, rows[row][column]));
    return tableParagraph(0, int(rows.size()), int(rows.first().size()), cells);
}

using Streams = QList<std::pair<QString, QByteArray>>; // "FileHeader", "BodyText/Section0"

class CompoundWriter {
public:
    // A compound file of sectors of 512 bytes; small streams lie in the mini stream.
    static QByteArray write(const Streams &streams)
    {
        CompoundWriter writer;
        for (const auto &[name, bytes] : streams)
            writer.add(name, bytes);
        return writer.finish();
    }

private:
    struct Entry {
        QString name;
        char type = 2;
        QByteArray bytes;
        quint32 next = none; // the right sibling
        quint32 child = none;
        quint32 start = last;
    };
    static constexpr quint32 none = 0xFFFF'FFFF;
    static constexpr quint32 last = 0xFFFF'FFFE;
    static constexpr qsizetype sector = 512;

    void add(const QString &path, const QByteArray &bytes)
    {
        qsizetype parent = 0;
        if (path.contains(u'/'))
            parent = folder(path.section(u'/', 0, 0));
        m_entries.append({path.section(u'/', -1), 2, bytes, m_entries[parent].child});
        m_entries[parent].child = quint32(m_entries.size() - 1);
    }

    qsizetype folder(const QString &name)
    {
        for (qsizetype i = 1; i < m_entries.size(); ++i)
            if (m_entries[i].type == 1 && m_entries[i].name == name)
                return i;
        m_entries.append({name, 1, {}, m_entries[0].child});
        m_entries[0].child = quint32(m_entries.size() - 1);
        return m_entries.size() - 1;
    }

    quint32 put(QByteArray bytes)
    {
        if (bytes.isEmpty())
            return last;
        bytes.append((sector - bytes.size() % sector) % sector, '\0');
        const auto first = quint32(m_fat.size());
        for (qsizetype i = 1; i <= bytes.size() / sector; ++i)
            m_fat.append(i == bytes.size() / sector ? last : quint32(m_fat.size() + 1));
        m_content += bytes;
        return first;
    }

    QByteArray finish()
    {
        QByteArray mini;
        QByteArray miniFat;
        for (Entry &one : m_entries) {
            if (one.type != 2)
                continue;
            if (one.bytes.size() >= 4096) {
                one.start = put(one.bytes);
                continue;
            }
            one.start = one.bytes.isEmpty() ? last : quint32(mini.size() / 64);
            for (qsizetype at = 0; at < one.bytes.size(); at += 64)
                miniFat += u32(at + 64 >= one.bytes.size() ? last : quint32(miniFat.size() / 4 + 1));
            mini += one.bytes;
            mini.append((64 - mini.size() % 64) % 64, '\0');
        }
        m_entries[0].start = put(mini);
        m_entries[0].bytes = mini;
        miniFat.append((sector - miniFat.size() % sector) % sector, '\xff');
        const quint32 miniStart = put(miniFat);
        const quint32 directory = put(directoryBytes());
        return header(directory, miniStart, quint32(miniFat.size() / sector));
    }

    QByteArray directoryBytes() const
    {
        QByteArray bytes;
        for (const Entry &one : m_entries) {
            QByteArray name = wide(one.name);
            name.append(64 - name.size(), '\0');
            bytes += name + u16(quint32(one.name.size() + 1) * 2) + one.type + '\1' + u32(none) + u32(one.next)
                + u32(one.child) + QByteArray(36, '\0') + u32(one.start) + u32(quint32(one.bytes.size())) + u32(0);
        }
        return bytes;
    }

    // The header, the content, and the FAT behind it, which the header names alone: up to 7 MB.
    QByteArray header(quint32 directory, quint32 miniStart, quint32 miniSectors)
    {
        constexpr qsizetype ids = sector / 4;
        const qsizetype tables = (m_fat.size() + ids - 2) / (ids - 1);
        QByteArray bytes = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(16, '\0') + u16(0x3E) + u16(3)
            + u16(0xFFFE) + u16(9) + u16(6) + QByteArray(6, '\0') + u32(0) + u32(quint32(tables)) + u32(directory)
            + u32(0) + u32(4096) + u32(miniStart) + u32(miniSectors) + u32(last) + u32(0);
        const auto first = quint32(m_fat.size());
        for (qsizetype i = 0; i < 109; ++i)
            bytes += u32(i < tables ? first + quint32(i) : none);
        QByteArray fat;
        for (const quint32 id : std::as_const(m_fat))
            fat += u32(id);
        for (qsizetype i = 0; i < tables; ++i)
            fat += u32(0xFFFF'FFFD);
        fat.append((sector - fat.size() % sector) % sector, '\xff');
        return bytes + m_content + fat;
    }

    QList<Entry> m_entries{{u"Root Entry"_s, 5, {}}};
    QList<quint32> m_fat;
    QByteArray m_content;
};

// Raw deflate, as the streams of a packed document are.
inline QByteArray deflated(const QByteArray &bytes)
{
    const QByteArray zlib = qCompress(bytes); // its size, a header of 2 bytes, the data, a sum of 4
    return zlib.sliced(6, zlib.size() - 10);
}

inline QByteArray fileHeader(quint32 flags, quint32 version = 0x05010001)
{
    return QByteArray("HWP Document File").leftJustified(32, '\0') + u32(version) + u32(flags) + QByteArray(216, '\0');
}

inline QByteArray style(const QString &name, const QString &english)
{
    return record(26, 0, sized(name) + sized(english) + QByteArray(12, '\0'));
}

// The streams of a document with these sections, each the records of its paragraphs.
inline Streams streamsOf(const QList<QByteArray> &sections, quint32 flags = 1)
{
    const auto stream = [flags](const QByteArray &bytes) { return flags & 1 ? deflated(bytes) : bytes; };
    const QByteArray styles =
        style(u"바탕글"_s, u"Normal"_s) + style(u"제목"_s, u"Title"_s) + style(u"개요 1"_s, u"Outline 1"_s);
    Streams streams{{u"FileHeader"_s, fileHeader(flags)}, {u"DocInfo"_s, stream(styles)}};
    for (qsizetype i = 0; i < sections.size(); ++i)
        streams.append({u"BodyText/Section%1"_s.arg(i), stream(sections[i])});
    return streams;
}

inline QByteArray hwp(const QByteArray &section, quint32 flags = 1)
{
    return CompoundWriter::write(streamsOf({section}, flags));
}

// The paragraphs and tables of a document, its cells as plain text.
inline QByteArray hwpOf(const Document &document)
{
    QByteArray section;
    for (const Block &block : document.body) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            section += p(0, paragraph->text);
            continue;
        }
        const Table &table = *std::get<std::shared_ptr<Table>>(block);
        QByteArray cells;
        for (const Cell &one : table.cells) {
            QByteArray paragraphs;
            for (const QString &line : one.text.split(u'\n'))
                paragraphs += p(2, line);
            cells += cell(2, one.row, one.column, paragraphs, one.rowSpan, one.columnSpan, one.fieldName, one.header);
        }
        section += tableParagraph(0, table.rows, table.columns, cells);
    }
    return hwp(section);
}

} // namespace naru::made
