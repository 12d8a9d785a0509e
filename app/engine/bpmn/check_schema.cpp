// The rules of the XML schema: which elements and attributes there are, in which order, how often, and how values are
// written.
#include "engine/bpmn/check_inspection.h"
#include "engine/bpmn/check_values.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

bool isStandard(const QString &uri)
{
    return uri == modelNamespace || uri == diagramNamespace || uri == diNamespace || uri == dcNamespace;
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

class SchemaCheck {
public:
    explicit SchemaCheck(Inspection &inspection)
        : m_inspection(inspection)
    {
    }

    void check(const Element &element)
    {
        if (element.kind == Kind::Foreign)
            return; // judged where it stands
        const Particle *const particle = particleOf(element);
        if (element.parent && !particle)
            return; // reported as a child that is not expected
        if (particle && particle->type == Kind::Foreign) {
            checkReference(element, particle->value);
            return;
        }
        if (const TypeRule *type = actualType(element, particle))
            checkType(element, *type);
    }

private:
    // The place that the type of its parent has for it.
    static const Particle *particleOf(const Element &element)
    {
        const TypeRule *const around = element.parent ? typeOf(element.parent->kind) : nullptr;
        const int place = around ? around->placeOf(element.kind) : -1;
        return place < 0 ? nullptr : &around->particles[place];
    }

    // The declared type, or one that derives from it and is named by xsi:type.
    const TypeRule *actualType(const Element &element, const Particle *particle)
    {
        const TypeRule *type = typeOf(particle && particle->kind == element.kind ? particle->type : element.kind);
        for (const Attribute &one : element.attributes) {
            if (one.name.uri != instanceNamespace || one.name.local != u"type")
                continue;
            const QString name = one.value.trimmed();
            const qsizetype colon = name.indexOf(u':');
            const QString uri = element.namespaceOf(QStringView(name).first(std::max<qsizetype>(colon, 0)));
            const TypeRule *const named = typeNamed(uri, QStringView(name).sliced(colon + 1));
            if (named && type && derives(named->kind, type->kind))
                type = named;
            else
                m_inspection.problem(element, u"8.3 schema.type",
                                     u"expected a type that "_s + called(element) + u" may have but its xsi:type is '"_s
                                         + name + u'\'');
        }
        if (type && type->isAbstract)
            m_inspection.problem(element, u"8.3 schema.abstract",
                                 u"expected a concrete element but found the abstract "_s + called(element));
        return type;
    }

    void checkReference(const Element &element, const ValueRule &rule)
    {
        for (const Attribute &one : element.attributes)
            if (one.name.uri != instanceNamespace)
                m_inspection.problem(element, u"8.3 schema.attribute",
                                     u"expected no attribute at "_s + called(element) + u" but found '"_s
                                         + one.name.qualified() + u'\'');
        if (!element.children().isEmpty())
            m_inspection.problem(element, u"8.3 schema.child",
                                 u"expected only text in "_s + called(element) + u" but found an element"_s);
        checkValue(element, nameOf(element.kind), rule, element.text());
    }

    void checkType(const Element &element, const TypeRule &type)
    {
        checkAttributes(element, type);
        checkChildren(element, type);
        const bool hasText = std::any_of(element.content.begin(), element.content.end(), [](const Content &piece) {
            return (piece.type == Content::Type::Text || piece.type == Content::Type::CharacterData)
                && !isBlank(piece.text);
        });
        if (hasText && !type.isMixed)
            m_inspection.problem(element, u"8.3 schema.text",
                                 u"expected no text in "_s + called(element) + u" but found some"_s);
    }

    void checkAttributes(const Element &element, const TypeRule &type)
    {
        for (const Attribute &one : element.attributes) {
            const AttributeRule *const rule = one.name.uri.isEmpty() ? type.attribute(one.name.local) : nullptr;
            if (rule)
                checkValue(element, one.name.local, rule->value, one.value);
            else if (!isTaken(one, type))
                m_inspection.problem(element, u"8.3 schema.attribute",
                                     u"expected an attribute of "_s + called(element) + u" but found '"_s
                                         + one.name.qualified() + u'\'');
        }
        for (const AttributeRule &rule : type.attributes)
            if (rule.isRequired && element.attribute(rule.name).isNull())
                m_inspection.problem(element, u"8.3 schema.required",
                                     u"expected the attribute '"_s + rule.name + u"' at "_s + called(element)
                                         + u" but it has none"_s);
    }

    static bool isTaken(const Attribute &attribute, const TypeRule &type)
    {
        static const QStringList known{u"type"_s, u"nil"_s, u"schemaLocation"_s, u"noNamespaceSchemaLocation"_s};
        if (attribute.name.uri == instanceNamespace)
            return known.contains(attribute.name.local);
        // "##other": neither without namespace nor of the schema's own.
        const QString own = namespaceOf(type.kind).toString();
        return type.takesForeignAttributes && !attribute.name.uri.isEmpty() && attribute.name.uri != own;
    }

    void checkValue(const Element &element, QStringView name, const ValueRule &rule, const QString &value)
    {
        QString complaint = valueComplaint(rule, value);
        if (complaint.isEmpty() && rule.type == ValueType::QName && value.contains(u':')
            && element.namespaceOf(QStringView(value).trimmed().first(value.trimmed().indexOf(u':'))).isNull())
            complaint = u"a declared prefix"_s;
        if (!complaint.isEmpty())
            m_inspection.problem(element, u"8.3 schema.value",
                                 u"expected "_s + complaint + u" for '"_s + name.toString() + u"' of "_s
                                     + called(element) + u" but found '"_s + value.left(80) + u'\'');
    }

    void checkChildren(const Element &element, const TypeRule &type)
    {
        QList<int> counts(type.particles.size(), 0);
        int at = 0;
        int branch = 0;
        int foreign = 0;
        for (const Element *child : element.children()) {
            if (type.isOpen || type.takesForeignElements) {
                checkForeign(element, *child, type, ++foreign);
                continue;
            }
            const int place = child->kind == Kind::Foreign ? -1 : type.placeOf(child->kind);
            if (place < 0) {
                unexpected(element, *child);
                continue;
            }
            const Particle &particle = type.particles[place];
            if (place < at || (particle.branch && branch && particle.branch != branch))
                m_inspection.problem(*child, u"8.3 schema.order",
                                     u"expected another order of the children of "_s + called(element)
                                         + u" but found "_s + called(*child) + u" here"_s);
            at = std::max(at, place);
            branch = particle.branch ? particle.branch : branch;
            ++counts[place];
        }
        for (int i = 0; i < counts.size(); ++i)
            checkCount(element, type.particles[i], counts[i], branch);
    }

    void checkCount(const Element &element, const Particle &particle, int count, int branch)
    {
        const bool isOpenToChoice = particle.branch && particle.branch != branch;
        if (count < particle.least && !isOpenToChoice)
            m_inspection.problem(element, u"8.3 schema.missing",
                                 u"expected "_s + QString::number(particle.least) + u' '
                                     + nameOf(particle.kind).toString() + u" in "_s + called(element) + u" but found "_s
                                     + QString::number(count));
        if (particle.most != Particle::unbounded && count > particle.most)
            m_inspection.problem(element, u"8.3 schema.surplus",
                                 u"expected "_s + QString::number(particle.most) + u' '
                                     + nameOf(particle.kind).toString() + u" at most in "_s + called(element)
                                     + u" but found "_s + QString::number(count));
    }

    void unexpected(const Element &element, const Element &child)
    {
        const bool isUnknown = child.kind == Kind::Foreign;
        m_inspection.problem(
            child, isStandard(child.name.uri) && isUnknown ? u"8.3 schema.unknown" : u"8.3 schema.child",
            u"expected a child that "_s + called(element) + u" may have but found "_s + child.name.qualified());
    }

    // What stands where the schema takes anything: once in a text, and only what is of another namespace in an
    // extension.
    void checkForeign(const Element &element, const Element &child, const TypeRule &type, int number)
    {
        if (type.isOpen && number > 1)
            m_inspection.problem(child, u"8.3 schema.surplus",
                                 u"expected one element at most in "_s + called(element) + u" but found another"_s);
        if (type.takesForeignElements && (child.name.uri.isEmpty() || child.name.uri == namespaceOf(type.kind)))
            m_inspection.problem(child, u"8.3.3 extension.namespace",
                                 u"expected an element of a foreign namespace in "_s + called(element)
                                     + u" but found "_s + child.name.qualified());
    }

    Inspection &m_inspection;
};

} // namespace

void checkSchema(Inspection &inspection)
{
    SchemaCheck schema(inspection);
    for (const Element *one : inspection.model().elements())
        schema.check(*one);
}

} // namespace naru::bpmn
