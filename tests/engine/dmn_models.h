// Small DMN models for tests: the envelope and the elements that most of them have.
#pragma once

#include "engine/dmn/check.h"
#include "engine/dmn/decision_model.h"
#include "engine/feel/expression.h"

#include <QTest>

namespace naru::test {

inline const QString dmn15 = u"https://www.omg.org/spec/DMN/20230324/MODEL/"_s;

inline QByteArray modelOf(const QString &body, const QString &space = u"urn:test"_s, const QString &language = dmn15)
{
    return (u"<definitions xmlns=\"%1\" id=\"m\" name=\"test\" namespace=\"%2\">"_s.arg(language, space) + body
            + u"</definitions>"_s)
        .toUtf8();
}

inline QString inputData(const QString &name, const QString &type = {})
{
    const QString typed = type.isEmpty() ? QString() : u" typeRef=\"%1\""_s.arg(type);
    return u"<inputData id=\"%1\" name=\"%1\"><variable name=\"%1\"%2/></inputData>"_s.arg(name, typed);
}

inline QString literal(const QString &feel)
{
    return u"<literalExpression><text><![CDATA[%1]]></text></literalExpression>"_s.arg(feel);
}

// What a decision needs: names of inputs, "d:" before those of decisions, "k:" before those of knowledge.
inline QString requirements(const QStringList &names)
{
    QString all;
    for (const QString &one : names) {
        const bool isPlain = !one.startsWith(u"d:"_s) && !one.startsWith(u"k:"_s);
        const QString href = (one.contains(u'#') ? u""_s : u"#"_s) + (isPlain ? one : one.mid(2));
        if (one.startsWith(u"k:"_s))
            all += u"<knowledgeRequirement><requiredKnowledge href=\"%1\"/></knowledgeRequirement>"_s.arg(href);
        else if (one.startsWith(u"d:"_s))
            all += u"<informationRequirement><requiredDecision href=\"%1\"/></informationRequirement>"_s.arg(href);
        else
            all += u"<informationRequirement><requiredInput href=\"%1\"/></informationRequirement>"_s.arg(href);
    }
    return all;
}

inline QString decision(const QString &name, const QString &logic, const QStringList &needs = {},
                        const QString &type = {})
{
    const QString typed = type.isEmpty() ? QString() : u" typeRef=\"%1\""_s.arg(type);
    return u"<decision id=\"%1\" name=\"%1\"><variable name=\"%1\"%2/>"_s.arg(name, typed) + requirements(needs) + logic
        + u"</decision>"_s;
}

inline QString knowledge(const QString &name, const QString &parameters, const QString &body,
                         const QStringList &needs = {}, const QString &type = {})
{
    const QString typed = type.isEmpty() ? QString() : u" typeRef=\"%1\""_s.arg(type);
    return u"<businessKnowledgeModel id=\"%1\" name=\"%1\"><variable name=\"%1\"%2/><encapsulatedLogic>"_s.arg(name,
                                                                                                               typed)
        + parameters + body + u"</encapsulatedLogic>"_s + requirements(needs) + u"</businessKnowledgeModel>"_s;
}

inline QString parameter(const QString &name, const QString &type = u"Any"_s)
{
    return u"<formalParameter name=\"%1\" typeRef=\"%2\"/>"_s.arg(name, type);
}

// Rules as "cell | cell | output", one a line.
inline QString table(const QString &attributes, const QStringList &inputs, const QStringList &outputs,
                     const QString &rules)
{
    QString all = u"<decisionTable id=\"table\" "_s + attributes + u">"_s;
    for (const QString &one : inputs)
        all += u"<input><inputExpression><text>%1</text></inputExpression></input>"_s.arg(one);
    for (const QString &one : outputs)
        all += one.startsWith(u'<') ? one : u"<output name=\"%1\"/>"_s.arg(one);
    const QStringList lines = rules.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(u" | "_s);
        all += u"<rule>"_s;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QString tag = i < inputs.size() ? u"inputEntry"_s : u"outputEntry"_s;
            all += u"<%1><text><![CDATA[%2]]></text></%1>"_s.arg(tag, cells[i].trimmed());
        }
        all += u"</rule>"_s;
    }
    return all + u"</decisionTable>"_s;
}

inline feel::Value feelValue(const QString &text)
{
    const Result<feel::Value> value = feel::fromText(text);
    return value ? *value : feel::Value(u"cannot be read: "_s + text);
}

// Inputs as FEEL: "{Age: 21}".
inline dmn::Request asking(const QString &inputs)
{
    dmn::Request request;
    const feel::Value value = feelValue(inputs.isEmpty() ? u"{}"_s : inputs);
    if (value.is(feel::Value::Kind::Context))
        request.inputs = value.context();
    return request;
}

inline dmn::DecisionModel loaded(const QByteArray &bytes, const QList<dmn::ModelSource> &beside = {})
{
    Result<dmn::DecisionModel> model = dmn::DecisionModel::load({u"test.dmn"_s, bytes}, beside);
    if (!model)
        qFatal("%s", qUtf8Printable(model.error().text));
    return *std::move(model);
}

// Empty where the values are equal; a failing comparison shows both as FEEL.
inline QString difference(const feel::Value &got, const feel::Value &expected)
{
    return got == expected ? QString() : u"expected "_s + feel::toText(expected) + u" but got "_s + feel::toText(got);
}
#define COMPARE_VALUES(got, expected) QCOMPARE(naru::test::difference(got, expected), QString())

inline QString said(const dmn::Outcome &outcome)
{
    QStringList texts;
    for (const dmn::Message &one : outcome.messages)
        texts.append(one.place + u": "_s + one.text);
    return texts.join(u'\n');
}

} // namespace naru::test
