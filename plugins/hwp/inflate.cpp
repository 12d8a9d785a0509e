#include "inflate.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace naru::hwp {

Result<QByteArray> inflated(QByteArrayView packed, qint64 most)
{
    constexpr int rawDeflate = -15;
    constexpr qsizetype firstGuess = 4; // unpacked : packed
    constexpr qsizetype leastRoom = 16 << 10;
    if (packed.size() > std::numeric_limits<uInt>::max())
        return Error{Error::Kind::Invalid, u"expected a packed stream of less than 4 GiB"_s, u"limit.bytes"_s};
    z_stream stream{};
    if (inflateInit2(&stream, rawDeflate) != Z_OK)
        return Error{Error::Kind::Failed, u"expected to unpack but there is no memory"_s};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    QByteArray content;
    int state = Z_OK;
    while (state == Z_OK && content.size() <= most) {
        const qsizetype done = content.size();
        const qsizetype room =
            std::min<qint64>(std::max(leastRoom, done ? done : packed.size() * firstGuess), most + 1 - done);
        content.resize(done + room);
        stream.next_out = reinterpret_cast<Bytef *>(content.data() + done);
        stream.avail_out = uInt(room);
        state = ::inflate(&stream, Z_NO_FLUSH);
        content.resize(done + room - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    if (content.size() > most)
        return Error{Error::Kind::Invalid, u"expected at most %1 unpacked bytes but there are more"_s.arg(most),
                     u"limit.bytes"_s};
    if (state == Z_BUF_ERROR)
        return Error{Error::Kind::Invalid, u"expected a whole packed stream but it ends too early"_s,
                     u"hwp.truncated"_s};
    if (state != Z_STREAM_END)
        return Error{Error::Kind::Invalid, u"expected a packed stream but it cannot be unpacked"_s, u"hwp.damaged"_s};
    return content;
}

} // namespace naru::hwp
