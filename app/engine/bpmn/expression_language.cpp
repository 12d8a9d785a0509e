#include "engine/bpmn/expression_language.h"

#include "engine/feel/expression.h"

namespace naru::bpmn {

namespace {

// A condition or mapping is small: what needs more has gone astray.
const feel::Limits &limits()
{
    static const feel::Limits table = [] {
        feel::Limits small;
        small.steps = 5'000'000;
        small.memory = 64LL << 20;
        return small;
    }();
    return table;
}

class FeelExpression : public Expression {
public:
    FeelExpression(feel::Expression expression)
        : m_expression(std::move(expression))
        , m_names(m_expression.names())
    {
    }

    const QStringList &names() const override { return m_names; }

    Result<feel::Value> evaluate(const QList<feel::Value> &values, const feel::DateTime &now) const override
    {
        feel::Evaluation evaluation(now, limits());
        feel::Value value = m_expression.evaluate(evaluation, values);
        if (value.isNull() && !evaluation.warnings().isEmpty())
            return Error{Error::Kind::Invalid, evaluation.warnings().first().text, u"feel.warning"_s};
        return value;
    }

private:
    feel::Expression m_expression;
    QStringList m_names;
};

bool isNameStart(QChar c) { return c.isLetter() || c == u'_'; }
bool isNamePart(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

// Variables that the model does not declare (what tasks gave back, what the run was started with) are found by their
// looks: plain names outside of strings that are neither called nor a member of something.
QStringList namesIn(QStringView text)
{
    static const QStringList reserved{
        u"if"_s,   u"then"_s,      u"else"_s, u"for"_s,     u"in"_s,  u"return"_s,   u"some"_s, u"every"_s,
        u"and"_s,  u"or"_s,        u"not"_s,  u"between"_s, u"of"_s,  u"instance"_s, u"true"_s, u"false"_s,
        u"null"_s, u"satisfies"_s, u"item"_s, u"external"_s, u"function"_s, u"partial"_s};
    QStringList names;
    bool inString = false;
    for (qsizetype i = 0; i < text.size();) {
        if (inString || text[i] == u'"') {
            if (inString && text[i] == u'\\')
                ++i;
            else if (text[i] == u'"')
                inString = !inString;
            ++i;
            continue;
        }
        if (!isNameStart(text[i])) {
            i += text[i].isDigit() ? 2 : 1; // 1e3: no name follows a digit
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && isNamePart(text[i]))
            ++i;
        qsizetype behind = i;
        while (behind < text.size() && text[behind].isSpace())
            ++behind;
        const QString name = text.mid(start, i - start).toString();
        const bool isMember = start > 0 && text[start - 1] == u'.' && !(start > 1 && text[start - 2] == u'.');
        const bool isCalled = behind < text.size() && text[behind] == u'(';
        if (!isMember && !isCalled && !reserved.contains(name) && !names.contains(name))
            names.append(name);
    }
    return names;
}

Result<ExpressionPointer> compileFeel(QStringView text, const QStringList &declared)
{
    // "=…" is how some editors mark FEEL.
    QStringView plain = text.trimmed();
    if (plain.startsWith(u'='))
        plain = plain.mid(1).trimmed();
    feel::Scope scope;
    QStringList names = declared + namesIn(plain);
    names.removeDuplicates();
    for (const QString &name : names)
        scope.variables.append({name});
    Result<feel::Expression> all = feel::Expression::parse(plain, scope);
    if (!all)
        return all.error();
    // Parsed again with the names that it uses, so that an evaluation is given those only.
    scope.variables.removeIf([&](const feel::Parameter &one) { return !all->names().contains(one.name); });
    Result<feel::Expression> used = feel::Expression::parse(plain, scope);
    if (!used)
        return used.error();
    return ExpressionPointer(std::make_shared<FeelExpression>(*std::move(used)));
}

} // namespace

ExpressionLanguage feelLanguage() { return compileFeel; }

bool isFeel(QStringView uri)
{
    return uri.compare(u"feel", Qt::CaseInsensitive) == 0 || uri.endsWith(u"/FEEL/") || uri.endsWith(u"/FEEL");
}

} // namespace naru::bpmn
