#include "run/bpmn_trace.h"

#include <QRegularExpression>

namespace naru::run {

namespace {

using feel::Value;

// `!name.contains("text")`, `name < 3`, `name`, `true`, `3`: small enough to be read by its looks.
class SuiteExpression : public bpmn::Expression {
public:
    QString operation; // "contains", "<", …; empty: the value itself
    bool isNegated = false;
    QStringList variables;
    Value right; // or the constant

    const QStringList &names() const override { return variables; }

    Result<Value> evaluate(const QList<Value> &values, const feel::DateTime &) const override
    {
        if (variables.isEmpty())
            return right;
        const Value &left = values.first();
        if (operation.isEmpty())
            return left;
        if (operation == u"contains"_s) {
            const bool contains = left.is(Value::Kind::String) && left.string().contains(right.string());
            return Value(contains != isNegated);
        }
        const std::optional<int> order = feel::order(left, right);
        if (!order)
            return Error{Error::Kind::Invalid, u"expected two numbers to compare but got "_s + feel::toText(left)};
        return Value((operation.contains(u'<') && *order < 0) || (operation.contains(u'>') && *order > 0)
                     || (operation.contains(u'=') && !operation.contains(u'!') && *order == 0)
                     || (operation == u"!="_s && *order != 0));
    }
};

Result<bpmn::ExpressionPointer> compileSuite(QStringView source, const QStringList &)
{
    static const QRegularExpression contains(u"^(!?)\\s*(\\w+)\\.contains\\(\\s*\"([^\"]*)\"\\s*\\)$"_s);
    static const QRegularExpression compared(u"^(\\w+)\\s*(<=|>=|==|!=|<|>)\\s*(-?\\d+)$"_s);
    static const QRegularExpression number(u"^-?\\d+$"_s);
    static const QRegularExpression name(u"^[A-Za-z_]\\w*$"_s);
    QString text = source.trimmed().toString();
    if (text.startsWith(u"${"_s) && text.endsWith(u'}'))
        text = text.mid(2, text.size() - 3).trimmed();
    if (text.endsWith(u")>"_s)) // one model of the suite
        text.chop(1);
    auto expression = std::make_shared<SuiteExpression>();
    if (const auto match = contains.match(text); match.hasMatch()) {
        expression->operation = u"contains"_s;
        expression->isNegated = !match.captured(1).isEmpty();
        expression->variables = {match.captured(2)};
        expression->right = Value(match.captured(3));
    } else if (const auto comparison = compared.match(text); comparison.hasMatch()) {
        expression->operation = comparison.captured(2);
        expression->variables = {comparison.captured(1)};
        expression->right = Value(comparison.captured(3).toLongLong());
    } else if (number.match(text).hasMatch()) {
        expression->right = Value(text.toLongLong());
    } else if (text == u"true"_s || text == u"false"_s) {
        expression->right = Value(text == u"true"_s);
    } else if (name.match(text).hasMatch()) {
        expression->variables = {text};
    } else {
        return Error{Error::Kind::Invalid, u"expected an expression of the suite but it is '"_s + text + u'\''};
    }
    return bpmn::ExpressionPointer(std::move(expression));
}

} // namespace

bpmn::ExpressionLanguage suiteLanguage() { return compileSuite; }

} // namespace naru::run
