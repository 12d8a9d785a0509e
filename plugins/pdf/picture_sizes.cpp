#include "picture_sizes.h"

#include <algorithm>

namespace naru::pdf {

namespace {

constexpr qsizetype reach = 600; // bytes between the entries of a dictionary

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

// The whole number that stands behind the key at this place; 0 where there is none, as in /Widths.
double numberBehind(const QByteArray &bytes, qsizetype at)
{
    constexpr qsizetype digits = 9;
    while (at < bytes.size() && isBlank(bytes[at]))
        ++at;
    double number = 0;
    for (const qsizetype end = std::min(bytes.size(), at + digits); at < end && bytes[at] >= '0' && bytes[at] <= '9'; ++at)
        number = 10 * number + (bytes[at] - '0');
    return number;
}

double heightNear(const QByteArray &bytes, qsizetype at)
{
    static const QByteArray key = "/Height";
    const qsizetype first = std::max<qsizetype>(0, at - reach);
    const QByteArray near = bytes.mid(first, 2 * reach);
    double highest = 0;
    for (qsizetype i = near.indexOf(key); i >= 0; i = near.indexOf(key, i + 1))
        highest = std::max(highest, numberBehind(near, i + key.size()));
    return highest;
}

} // namespace

double largestPicture(const QByteArray &bytes)
{
    static const QByteArray key = "/Width";
    constexpr double narrow = 4000; // what is narrower is no large picture, and is not looked at closer
    double largest = 0;
    for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
        const double width = numberBehind(bytes, at + key.size());
        if (width > narrow)
            largest = std::max(largest, width * heightNear(bytes, at));
    }
    return largest;
}

} // namespace naru::pdf
