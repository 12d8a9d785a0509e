#include "records.h"

namespace naru::hwp {

namespace {

constexpr int mostRecords = 8'000'000;
constexpr quint32 longSize = 0xFFF; // the size stands in a word of its own

} // namespace

Result<Records> Records::parse(const QByteArray &stream, int depth)
{
    Records records;
    records.m_stream = stream;
    QList<int> open; // the records that the next one may belong to
    for (qsizetype at = 0; at < stream.size();) {
        const Body rest(QByteArrayView(stream).sliced(at));
        const quint32 head = rest.u32(0);
        Record record{quint16(head & 0x3FF), quint16(head >> 10 & 0x3FF), 0, head >> 20, 0};
        qsizetype headSize = 4;
        if (record.size == longSize) {
            record.size = rest.u32(4);
            headSize = 8;
        }
        if (rest.size() < headSize || rest.size() - headSize < qsizetype(record.size))
            return Error{Error::Kind::Invalid, u"expected whole records but the last one is cut"_s, u"hwp.truncated"_s};
        if (record.level > depth)
            return Error{Error::Kind::Invalid, u"expected at most %1 levels but there are more"_s.arg(depth),
                         u"limit.depth"_s};
        if (records.m_records.size() >= mostRecords)
            return Error{Error::Kind::Invalid, u"expected at most %1 records but there are more"_s.arg(mostRecords),
                         u"limit.records"_s};
        while (!open.isEmpty() && records.m_records[open.last()].level >= record.level)
            records.m_records[open.takeLast()].end = records.count();
        record.start = quint32(at + headSize);
        open.append(records.count());
        records.m_records.append(record);
        at += headSize + qsizetype(record.size);
    }
    for (const int one : std::as_const(open))
        records.m_records[one].end = records.count();
    return records;
}

} // namespace naru::hwp
