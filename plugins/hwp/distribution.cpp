#include "distribution.h"

#include "aes.h"
#include "records.h"

namespace naru::hwp {

namespace {

constexpr qsizetype headSize = 4;
constexpr qsizetype keySize = 256; // the record that hides the key

// rand() of Microsoft's C library, whose order of numbers is part of the format.
class Scramble {
public:
    explicit Scramble(quint32 seed)
        : m_state(seed)
    {
    }
    quint32 next()
    {
        m_state = m_state * 214013 + 2531011;
        return m_state >> 16 & 0x7FFF;
    }

private:
    quint32 m_state;
};

// The key out of the record: runs of 1–16 bytes were combined with one number each, and where it begins is in the seed.
QByteArray keyIn(QByteArrayView record)
{
    QByteArray bytes = record.toByteArray();
    const quint32 seed = Body(record).u32(0);
    Scramble scramble(seed);
    quint32 mask = 0;
    quint32 left = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i, --left) {
        if (left == 0) {
            mask = scramble.next() & 0xFF;
            left = (scramble.next() & 0xF) + 1;
        }
        if (i >= 4)
            bytes[i] = char(quint8(bytes[i]) ^ mask);
    }
    return bytes.sliced(4 + (seed & 0xF), 16);
}

} // namespace

Result<QByteArray> unscrambled(const QByteArray &stream)
{
    const quint32 head = Body(stream).u32(0);
    if ((head & 0x3FF) != DistributionTag || (head >> 20) != keySize || stream.size() < headSize + keySize)
        return Error{Error::Kind::Invalid, u"expected a distribution document but the key of its text is missing"_s,
                     u"hwp.damaged"_s};
    const QByteArrayView all(stream);
    return aesDecrypted(all.sliced(headSize + keySize), keyIn(all.sliced(headSize, keySize)));
}

} // namespace naru::hwp
