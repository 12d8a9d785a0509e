#include "store/canonical_bytes.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace naru::store {

namespace {

void appendEscape(QByteArray &out, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    static constexpr std::pair<char, char> named[] = {{'"', '"'},  {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'},
                                                      {'\n', 'n'}, {'\r', 'r'},  {'\t', 't'}};
    out += '\\';
    for (const auto &one : named) {
        if (one.first == c) {
            out += one.second;
            return;
        }
    }
    out += "u00";
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
}

// As QJsonDocument writes a string; the bytes are valid UTF-8.
void appendText(QByteArray &out, QByteArrayView utf8)
{
    out += '"';
    qsizetype start = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(utf8.sliced(start, i - start));
        appendEscape(out, c);
        start = i + 1;
    }
    out.append(utf8.sliced(start));
    out += '"';
}

void appendValue(QByteArray &out, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined()) {
        out += "null";
    } else if (value.isString() && value.toString().isValidUtf16()) {
        appendText(out, value.toString().toUtf8());
    } else {
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        out.append(QByteArrayView(list).sliced(1, list.size() - 2));
    }
}

void appendHex(QByteArray &out, QByteArrayView bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (const char c : bytes) {
        out += digits[static_cast<unsigned char>(c) >> 4];
        out += digits[static_cast<unsigned char>(c) & 15];
    }
}

} // namespace

QByteArray canonicalBytes(const EntryBytes &entry)
{
    QByteArray out;
    out.reserve(512 + entry.change.size());
    const auto add = [&out](QByteArrayView key, QByteArrayView value) {
        out.append(key);
        appendText(out, value);
    };
    add("{\"actor\":", entry.actor);
    add(",\"approver\":", entry.approver);
    if (entry.at.isEmpty())
        out += ",\"at\":null";
    else
        add(",\"at\":", entry.at);
    out += ",\"change\":";
    out.append(entry.change);
    add(",\"digest\":", entry.digest);
    add(",\"event\":", entry.event);
    add(",\"note\":", entry.note);
    add(",\"plan\":", entry.plan);
    out += ",\"previous\":\"";
    appendHex(out, entry.previous);
    out += "\",\"sequence\":";
    out += QByteArray::number(entry.sequence);
    out += '}';
    return out;
}

QByteArray hashOf(const EntryBytes &entry)
{
    return QCryptographicHash::hash(canonicalBytes(entry), QCryptographicHash::Sha256);
}

QByteArray bytesOf(const Change &change)
{
    QList<const FieldChange *> fields;
    for (const FieldChange &one : change.fields)
        fields.append(&one);
    std::sort(fields.begin(), fields.end(), [](const FieldChange *a, const FieldChange *b) { return a->field < b->field; });

    QByteArray out;
    out.reserve(480);
    out += "{\"effective\":";
    appendValue(out, toValue(change.effective));
    out += ",\"fields\":{";
    for (const FieldChange *one : std::as_const(fields)) {
        if (one != fields.first())
            out += ',';
        appendValue(out, one->field);
        out += ":[";
        appendValue(out, one->before);
        out += ',';
        appendValue(out, one->after);
        out += ']';
    }
    out += "},\"line\":";
    out += change.line ? QByteArray::number(change.line) : QByteArray("null");
    out += ",\"reason\":";
    appendValue(out, toValue(change.reason));
    out += ",\"record\":";
    appendValue(out, change.record.toString());
    out += ",\"verb\":";
    appendValue(out, toString(change.verb));
    out += '}';
    return out;
}

bool isAbout(QByteArrayView change, QByteArrayView record)
{
    // The keys are sorted and "verb" is the last one; its value has no quotes, so its last place is the right one.
    QByteArray named = ",\"record\":";
    appendText(named, record);
    const qsizetype end = change.lastIndexOf(QByteArrayView(",\"verb\":\""));
    return end >= 0 && change.first(end).endsWith(named);
}

} // namespace naru::store
