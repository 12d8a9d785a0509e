// The cases of the DMN Technology Compatibility Kit: models in folders, each with files of cases (testCases.xsd).
// Numbers compare with the tolerance of the kit's runners, 0.00000001; an error compares with null.
#pragma once

#include "core/safe_xml.h"
#include "engine/dmn/decision_model.h"

#include <QDir>
#include <QFile>

#include <optional>

namespace naru::test {

struct TckExpectation {
    QString name;
    bool isError = false;
    std::optional<feel::Value> value; // nothing: any
};

struct TckCase {
    QString id;
    bool isService = false;
    QString invocable;
    feel::Context inputs;
    QList<TckExpectation> expectations;
};

struct TckFile {
    QString model;
    QList<TckCase> cases;
};

class TckReader {
public:
    explicit TckReader(const QByteArray &bytes)
        : m_xml(bytes)
    {
    }

    TckFile read()
    {
        TckFile file;
        while (m_xml.next()) {
            if (m_xml.isStart(u"modelName"))
                file.model = text().trimmed();
            else if (m_xml.isStart(u"testCase"))
                file.cases.append(readCase());
        }
        return file;
    }

private:
    template <typename Take> void children(const Take &take)
    {
        const int depth = m_xml.depth();
        while (m_xml.next()) {
            if (m_xml.token() == QXmlStreamReader::EndElement && m_xml.depth() == depth)
                return;
            if (m_xml.token() == QXmlStreamReader::StartElement && !take())
                m_xml.skip();
        }
    }

    QString text()
    {
        QString all;
        const int depth = m_xml.depth();
        while (m_xml.next() && !(m_xml.token() == QXmlStreamReader::EndElement && m_xml.depth() == depth))
            if (m_xml.token() == QXmlStreamReader::Characters)
                all += m_xml.text();
        return all;
    }

    TckCase readCase()
    {
        TckCase one;
        one.id = m_xml.attribute(u"id");
        one.isService = m_xml.attribute(u"type") == u"decisionService";
        one.invocable = m_xml.attribute(u"invocableName");
        children([&] {
            if (m_xml.isStart(u"inputNode")) {
                const QString name = m_xml.attribute(u"name");
                one.inputs.put(name, readValue().value_or(feel::Value()));
            } else if (m_xml.isStart(u"resultNode")) {
                one.expectations.append(readExpectation());
            } else {
                return false;
            }
            return true;
        });
        return one;
    }

    TckExpectation readExpectation()
    {
        TckExpectation expectation{m_xml.attribute(u"name"), m_xml.attribute(u"errorResult") == u"true", {}};
        children([&] {
            if (!m_xml.isStart(u"expected"))
                return false;
            expectation.value = readValue();
            return true;
        });
        return expectation;
    }

    // The value inside the element that is open; nothing where it holds none.
    std::optional<feel::Value> readValue()
    {
        std::optional<feel::Value> value;
        if (isNil())
            value = feel::Value();
        children([&] {
            if (m_xml.isStart(u"value")) {
                value = readPlain();
            } else if (m_xml.isStart(u"list")) {
                value = readList();
            } else if (m_xml.isStart(u"component")) {
                const QString name = m_xml.attribute(u"name");
                feel::Context context =
                    value && value->is(feel::Value::Kind::Context) ? value->context() : feel::Context();
                context.put(name, readValue().value_or(feel::Value()));
                value = feel::Value(context);
            } else {
                return false;
            }
            return true;
        });
        return value;
    }

    feel::Value readList()
    {
        if (isNil()) {
            m_xml.skip();
            return {};
        }
        QList<feel::Value> items;
        children([&] {
            if (!m_xml.isStart(u"item"))
                return false;
            items.append(readValue().value_or(feel::Value()));
            return true;
        });
        return feel::Value(items);
    }

    bool isNil() const { return m_xml.attribute(u"nil") == u"true"; }

    feel::Value readPlain()
    {
        const QString type = m_xml.attribute(u"type").section(u':', -1);
        const bool isNull = isNil();
        const QString all = text();
        if (isNull)
            return {};
        if (type == u"boolean")
            return feel::Value(all.trimmed() == u"true" || all.trimmed() == u"1");
        if (const auto date = type == u"date" ? feel::dateFromText(all.trimmed()) : std::nullopt)
            return feel::Value(*date);
        if (const auto time = type == u"time" ? feel::timeFromText(all.trimmed()) : std::nullopt)
            return feel::Value(*time);
        if (const auto dateTime = type == u"dateTime" ? feel::dateTimeFromText(all.trimmed()) : std::nullopt)
            return feel::Value(*dateTime);
        if (const auto days = type == u"duration" ? feel::daysDurationFromText(all.trimmed()) : std::nullopt)
            return feel::Value(*days);
        if (const auto months = type == u"duration" ? feel::monthsDurationFromText(all.trimmed()) : std::nullopt)
            return feel::Value(*months);
        const bool isNumber =
            QStringList{u"decimal"_s, u"double"_s, u"float"_s, u"integer"_s, u"int"_s, u"long"_s}.contains(type);
        const Result<Decimal> number = Decimal::fromStringRounded(all.trimmed());
        return isNumber && number ? feel::Value(*number) : feel::Value(all);
    }

    SafeXml m_xml;
};

inline bool areAlike(const feel::Value &a, const feel::Value &b)
{
    using Kind = feel::Value::Kind;
    if (a.kind() != b.kind())
        return false;
    if (a.is(Kind::Number))
        return (a.number() - b.number()).abs() < *Decimal::fromString(u"0.00000001");
    if (a.is(Kind::List)) {
        if (a.list().size() != b.list().size())
            return false;
        for (qsizetype i = 0; i < a.list().size(); ++i)
            if (!areAlike(a.list()[i], b.list()[i]))
                return false;
        return true;
    }
    if (a.is(Kind::Context)) {
        if (a.context().size() != b.context().size())
            return false;
        for (const auto &[key, value] : a.context().entries()) {
            const feel::Value *other = b.context().find(key);
            if (!other || !areAlike(value, *other))
                return false;
        }
        return true;
    }
    return a == b;
}

struct TckScore {
    int cases = 0;
    int passed = 0;
    QStringList failures;
};

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString failureOf(const dmn::DecisionModel &model, const TckCase &one)
{
    dmn::Request request;
    request.inputs = one.inputs;
    request.now = feel::DateTime{{2026, 11, 22}, {0, {feel::Zone::Kind::Offset, 0, {}}}};
    for (const TckExpectation &expectation : one.expectations) {
        const bool isService = one.isService && !one.invocable.isEmpty();
        const dmn::Outcome outcome = isService ? model.evaluateService(one.invocable, request)
                                               : model.evaluateDecision(expectation.name, request);
        feel::Value got = outcome.value;
        if (isService && one.expectations.size() > 1 && got.is(feel::Value::Kind::Context))
            got = got.context().value(expectation.name);
        const feel::Value expected = expectation.isError ? feel::Value() : expectation.value.value_or(got);
        if (areAlike(expected, got))
            continue;
        QString messages;
        for (const dmn::Message &message : outcome.messages)
            messages += u" ["_s + message.place + u": "_s + message.text + u']';
        return expectation.name + u": expected "_s + feel::toText(expected) + u" but got "_s + feel::toText(got)
            + messages;
    }
    return {};
}

// Runs every case of a folder.
inline TckScore scoreOf(const QString &folder, dmn::TableLogic::Matching matching)
{
    TckScore score;
    const QDir dir(folder);
    const QStringList files = dir.entryList({u"*.xml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const TckFile file = TckReader(bytesOf(dir.filePath(name))).read();
        QList<dmn::ModelSource> beside;
        const QStringList models = dir.entryList({u"*.dmn"_s}, QDir::Files, QDir::Name);
        for (const QString &other : models)
            if (other != file.model)
                beside.append({other, bytesOf(dir.filePath(other))});
        const Result<dmn::DecisionModel> model =
            dmn::DecisionModel::load({file.model, bytesOf(dir.filePath(file.model))}, beside, matching);
        for (const TckCase &one : file.cases) {
            ++score.cases;
            const QString failure = model ? failureOf(*model, one) : model.error().text;
            if (failure.isEmpty())
                ++score.passed;
            else
                score.failures.append(name + u' ' + one.id + u' ' + failure);
        }
    }
    return score;
}

} // namespace naru::test
