// The records of a HWP stream (HWP 5.0 §4): a tag, a level in the tree, and a body.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QtEndian>

#include <algorithm>

namespace naru::hwp {

enum Tag : quint16 {
    StyleTag = 26, // in DocInfo
    DistributionTag = 28, // at the start of ViewText/SectionN
    ParagraphTag = 66,
    TextTag = 67,
    ControlTag = 71,
    ListTag = 72, // begins a list of paragraphs, which follow on the same level
    ShapeTag = 76,
    TableTag = 77,
    ControlDataTag = 87,
    EquationTag = 88,
    TextArtTag = 90,
    FormTag = 91,
};

// "tbl " as the number that stands for it in the file.
constexpr quint32 controlId(const char (&name)[5])
{
    return quint32(quint8(name[0])) << 24 | quint32(quint8(name[1])) << 16 | quint32(quint8(name[2])) << 8
        | quint32(quint8(name[3]));
}

// The bytes of a record. What lies beyond their end is 0.
class Body {
public:
    Body() = default;
    explicit Body(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    qsizetype size() const { return m_bytes.size(); }
    QByteArrayView bytes() const { return m_bytes; }
    quint8 u8(qsizetype at) const { return at < m_bytes.size() ? quint8(m_bytes[at]) : quint8(0); }
    quint16 u16(qsizetype at) const
    {
        return at + 2 <= m_bytes.size() ? qFromLittleEndian<quint16>(m_bytes.data() + at) : quint16(0);
    }
    quint32 u32(qsizetype at) const
    {
        return at + 4 <= m_bytes.size() ? qFromLittleEndian<quint32>(m_bytes.data() + at) : 0;
    }
    // UTF-16, as many units as there are.
    QString text(qsizetype at, qsizetype units) const
    {
        units = at < m_bytes.size() ? std::min<qsizetype>(units, (m_bytes.size() - at) / 2) : 0;
        QString text(units, Qt::Uninitialized);
        if (units > 0)
            qFromLittleEndian<quint16>(m_bytes.data() + at, units, text.data());
        return text;
    }
    // A text behind its length.
    QString sizedText(qsizetype at) const { return text(at + 2, u16(at)); }

private:
    QByteArrayView m_bytes;
};

struct Record {
    quint16 tag = 0;
    quint16 level = 0;
    quint32 start = 0; // of the body in the stream
    quint32 size = 0;
    int end = 0; // the first record behind those that belong to this one
};

class Records {
public:
    // Invalid: "hwp.truncated", "limit.records", "limit.depth" for levels beyond it. Shares the bytes.
    static Result<Records> parse(const QByteArray &stream, int depth);

    int count() const { return int(m_records.size()); }
    const Record &at(int record) const { return m_records[record]; }
    Body body(int record) const
    {
        const Record &one = m_records[record];
        return Body(QByteArrayView(m_stream).sliced(one.start, one.size));
    }

private:
    QByteArray m_stream;
    QList<Record> m_records;
};

} // namespace naru::hwp
