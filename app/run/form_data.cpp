#include "run/form_data.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace naru {

namespace {

Error wrong(const QString &place, const QString &what)
{
    return {Error::Kind::Invalid, u"expected "_s + what + u" at '"_s + place + u"' of the data but found something else"_s,
            u"form.data"_s};
}

// QJsonValue knows numbers as double only: in quotes they stay what they are. REQUIRES: well-formed JSON.
QByteArray withNumbersAsText(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() + 64);
    bool inString = false;
    bool inNumber = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            out += c;
            if (c == '\\')
                out += json[++i];
            inString = c != '"';
            continue;
        }
        const bool isPart = (c >= '0' && c <= '9') || c == '-' || (inNumber && (c == '+' || c == '.' || c == 'e' || c == 'E'));
        if (isPart != inNumber)
            out += '"';
        inNumber = isPart;
        inString = c == '"';
        out += c;
    }
    return out;
}

std::optional<QString> plainText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isNull())
        return QString();
    return {};
}

QStringList linesOf(const QString &text)
{
    QString plain = text;
    return plain.replace(u"\r\n"_s, u"\n"_s).split(u'\n');
}

Result<QStringList> paragraphsOf(const QJsonValue &value, const QString &place)
{
    if (const std::optional<QString> text = plainText(value))
        return linesOf(*text);
    if (!value.isArray())
        return wrong(place, u"a text, a number, or a list of texts"_s);
    QStringList paragraphs;
    for (const QJsonValue &one : value.toArray()) {
        const std::optional<QString> text = plainText(one);
        if (!text)
            return wrong(u"%1[%2]"_s.arg(place).arg(paragraphs.size()), u"a text"_s);
        paragraphs += linesOf(*text);
    }
    return paragraphs.isEmpty() ? QStringList{QString()} : paragraphs;
}

Result<FormFilling::Row> rowOf(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        return wrong(place, u"an object, as the other rows are,"_s);
    FormFilling::Row row;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Result<QStringList> paragraphs = paragraphsOf(it.value(), place + u'.' + it.key());
        if (!paragraphs)
            return paragraphs.error();
        row.append({it.key(), *paragraphs});
    }
    return row;
}

Result<FormFilling::Repetition> rowsOf(const QString &title, const QJsonArray &values)
{
    FormFilling::Repetition repetition{title, {}};
    for (const QJsonValue &one : values) {
        const Result<FormFilling::Row> row = rowOf(one, u"%1[%2]"_s.arg(title).arg(repetition.rows.size()));
        if (!row)
            return row.error();
        repetition.rows.append(*row);
    }
    return repetition;
}

Error malformed(const QByteArray &json, const QJsonParseError &error)
{
    const QByteArray before = json.left(error.offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    return {Error::Kind::Invalid,
            u"expected JSON but in line %1, column %2 there is: %3"_s.arg(line).arg(column).arg(error.errorString()),
            u"form.data"_s};
}

} // namespace

Result<FormFilling> formFillingFromJson(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument plain = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return malformed(json, error);
    if (!plain.isObject())
        return Error{Error::Kind::Invalid, u"expected an object {\"name\": \"value\"} but the data are a list"_s,
                     u"form.data"_s};
    const QJsonObject object = QJsonDocument::fromJson(withNumbersAsText(json)).object();
    FormFilling filling;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray list = it.value().toArray();
        // An empty list is a table without rows; a field is emptied by "".
        if (it.value().isArray() && (list.isEmpty() || list.first().isObject())) {
            const Result<FormFilling::Repetition> repetition = rowsOf(it.key(), list);
            if (!repetition)
                return repetition.error();
            filling.repetitions.append(*repetition);
            continue;
        }
        const Result<QStringList> paragraphs = paragraphsOf(it.value(), it.key());
        if (!paragraphs)
            return paragraphs.error();
        filling.entries.append({it.key(), *paragraphs});
    }
    return filling;
}

Status setEntry(FormFilling &filling, const QString &assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals < 1)
        return Error{Error::Kind::Usage, u"expected NAME=VALUE but found '"_s + assignment + u'\'', u"form.assignment"_s};
    const FormFilling::Entry entry{assignment.left(equals), linesOf(assignment.mid(equals + 1))};
    for (FormFilling::Entry &one : filling.entries)
        if (one.name == entry.name) {
            one = entry;
            return {};
        }
    filling.entries.append(entry);
    return {};
}

QString findForm(const QString &name, const QStringList &folders)
{
    if (QFileInfo::exists(name) || name.contains(u'/'))
        return name;
    for (const QString &folder : folders)
        for (const QString &ending : {QString(), u".hwpx"_s, u".xlsx"_s})
            if (const QString path = folder + u'/' + name + ending; QFileInfo(path).isFile())
                return path;
    return name;
}

} // namespace naru
