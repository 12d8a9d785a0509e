// Expressions and texts (BPMN 2.0.2 §8.4.6, §8.3.2, §8.4.1).
#include "engine/bpmn/check_inspection.h"
#include "engine/bpmn/check_values.h"

namespace naru::bpmn {

namespace {

// By its element, by its place, or by xsi:type.
bool isFormal(const Element &expression)
{
    static const QList<Kind> byPlace{Kind::FormalExpression, Kind::Transformation, Kind::DataPath, Kind::MessagePath};
    if (byPlace.contains(expression.kind) || expression.parent->kind == Kind::ComplexBehaviorDefinition)
        return true;
    for (const Attribute &one : expression.attributes)
        if (one.name.uri == instanceNamespace && one.name.local == u"type")
            return one.value.trimmed().section(u':', -1) == u"tFormalExpression";
    return false;
}

// What is executed must be computable: formal, and not empty.
void checkExpression(Inspection &inspection, const Element &expression)
{
    if (!Inspection::isExecutable(expression))
        return;
    if (!isFormal(expression))
        inspection.problem(expression, u"8.4.6 expression.formal",
                           u"expected a formal expression in an executable process but "_s + called(expression)
                               + u" is in natural language"_s);
    else if (expression.trimmedText().isEmpty() && expression.children().isEmpty())
        inspection.problem(expression, u"8.4.6 formalExpression.body",
                           u"expected a body of the formal "_s + called(expression) + u" but it is empty"_s);
}

// A type of the model itself is one of its item definitions; others are of the type language.
void checkResultType(Inspection &inspection, const Element &expression)
{
    const QString type = expression.attribute(u"evaluatesToTypeRef").trimmed();
    const qsizetype colon = type.indexOf(u':');
    const QString uri = colon > 0 ? expression.namespaceOf(QStringView(type).first(colon)) : QString();
    if (uri.isEmpty() || uri != inspection.model().targetNamespace())
        return;
    const Element *const found = inspection.target(expression, type).element;
    if (!found || found->kind != Kind::ItemDefinition)
        inspection.problem(expression, u"8.4.6 formalExpression.evaluatesToTypeRef",
                           u"expected an item definition as type of "_s + called(expression) + u" but there is no '"_s
                               + type + u'\'');
}

} // namespace

void checkExpressions(Inspection &inspection)
{
    const Model &model = inspection.model();
    for (const Element *expression : model.all(Kind::Expression))
        checkExpression(inspection, *expression);
    for (const Element *expression : model.all(Kind::Expression))
        checkResultType(inspection, *expression);
    for (const Element *extension : model.all(Kind::Extension))
        if (extension->flag(u"mustUnderstand", false))
            inspection.problem(*extension, u"8.3.3 extension.mustUnderstand",
                               u"expected extensions that may be passed over but '"_s
                                   + extension->attribute(u"definition") + u"' must be understood"_s);
    for (const Kind kind : {Kind::Documentation, Kind::TextAnnotation})
        for (const Element *text : model.all(kind))
            if (const QString format = text->attribute(u"textFormat"); !format.isNull() && !isMimeType(format))
                inspection.problem(*text,
                                   kind == Kind::Documentation ? u"8.3.2 documentation.textFormat"
                                                               : u"8.4.1 textAnnotation.textFormat",
                                   u"expected a MIME type as textFormat of "_s + called(*text) + u" but found '"_s
                                       + format + u'\'');
}

} // namespace naru::bpmn
