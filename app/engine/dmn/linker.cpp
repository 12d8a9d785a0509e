#include "engine/dmn/linker.h"

#include <QCryptographicHash>

namespace naru::dmn {

namespace {

using feel::Type;

Type resultOf(const Type &type)
{
    return type.kind() == Type::Kind::Function ? type.result() : type;
}

const ModelSource *sourceOf(const QString &space, const QList<ModelSource> &beside)
{
    for (const ModelSource &one : beside)
        if (modelNamespace(one.bytes) == space)
            return &one;
    return nullptr;
}

bool isModelImport(const Import &import)
{
    return import.type.isEmpty() || import.type.contains(u"/DMN/") || import.type.contains(u"dmn.xsd");
}

} // namespace

Result<std::shared_ptr<const Program>> link(const ModelSource &source, const QList<ModelSource> &beside,
                                            TableLogic::Matching matching)
{
    return Linker(matching).link(source, beside);
}

Result<std::shared_ptr<const Program>> Linker::link(const ModelSource &source, const QList<ModelSource> &beside)
{
    QStringList open;
    if (const Result<int> main = addUnit(source, beside, open); !main)
        return main.error();
    for (int unit = 0; unit < int(m_program->units.size()); ++unit)
        addNodes(unit);
    for (int node = 0; node < int(m_program->nodes.size()); ++node)
        resolve(node);
    for (int node = 0; node < int(m_program->nodes.size()); ++node)
        if (m_program->nodes[size_t(node)].kind == Node::Kind::Service)
            addInputs(node);
    orderAndBuild();
    setDigest();
    return std::shared_ptr<const Program>(m_program);
}

// Imported models first, so that their types are known. REQUIRES: recursion is bounded by the number of files.
Result<int> Linker::addUnit(const ModelSource &source, const QList<ModelSource> &beside, QStringList &open)
{
    Result<Model> model = readModel(source.bytes, source.file);
    if (!model)
        return Error{model.error().kind, source.file + u": "_s + model.error().text, model.error().code};
    if (open.contains(model->space))
        return Error{Error::Kind::Invalid,
                     source.file + u": expected imports without a cycle but '"_s + model->space + u"' imports itself"_s,
                     u"dmn.import-cycle"_s};
    open.append(model->space);
    QList<std::pair<QString, int>> imports;
    QList<Problem> problems;
    for (const Import &import : model->imports) {
        if (!isModelImport(import)) {
            problems.append({import.place, u"dmn.import"_s,
                             u"expected a DMN model to import but '"_s + import.type + u"' is passed over"_s, true});
            continue;
        }
        int unit = m_unitOf.value(import.space, -1);
        if (unit < 0 || open.contains(import.space)) {
            const ModelSource *imported = import.space == model->space ? &source : sourceOf(import.space, beside);
            if (!imported) {
                problems.append(
                    {import.place, u"dmn.import"_s,
                     u"expected a model of the namespace '"_s + import.space + u"' beside this one but found none"_s});
                continue;
            }
            const Result<int> added = addUnit(*imported, beside, open);
            if (!added)
                return added;
            unit = *added;
        }
        imports.append({import.name, unit});
    }
    open.removeLast();
    QList<TypeTable::Imported> tables;
    for (const auto &[name, unit] : imports)
        tables.append({name, &m_program->units[size_t(unit)].types});
    TypeTable types(*model, tables);
    const int unit = int(m_program->units.size());
    m_unitOf.insert(model->space, unit);
    if (open.isEmpty())
        m_program->problems = problems + types.problems();
    m_program->units.push_back({*std::move(model), std::move(types), imports});
    return unit;
}

void Linker::addNodes(int unit)
{
    const Model &model = m_program->units[size_t(unit)].model;
    for (const InputData &one : model.inputs)
        addNode(unit, Node::Kind::Input, one.place, one.id, one.name, one.variable, {});
    for (const KnowledgeModel &one : model.knowledge)
        addNode(unit, Node::Kind::Knowledge, one.place, one.id, one.name, one.variable,
                {&one.logic, {&one.requiredKnowledge, nullptr, nullptr}, nullptr});
    for (const Decision &one : model.decisions)
        addNode(unit, Node::Kind::Decision, one.place, one.id, one.name, one.variable,
                {&one.logic, {&one.requiredDecisions, &one.requiredInputs, &one.requiredKnowledge}, nullptr});
    for (const DecisionService &one : model.services)
        addNode(unit, Node::Kind::Service, one.place, one.id, one.name, one.variable,
                {nullptr, {nullptr, nullptr, nullptr}, &one});
}

void Linker::addNode(int unit, Node::Kind kind, const QString &place, const QString &id, const QString &name,
                     const std::optional<InformationItem> &variable, const Logic &logic)
{
    Node node;
    node.kind = kind;
    node.unit = unit;
    node.id = id;
    node.place = place;
    node.name = name.isEmpty() && variable ? variable->name : name;
    node.variable = variable && !variable->name.isEmpty() ? variable->name : node.name;
    node.typeRef = variable ? variable->typeRef : QString();
    node.type = types(node).type(node.typeRef);
    if (!types(node).knows(node.typeRef))
        report(unit, {place, u"dmn.type"_s, u"expected the name of a type but found '"_s + node.typeRef + u'\''});
    if (node.isFunction())
        node.type = resultOf(node.type);
    node.shown = node.type;
    const QString reference = m_program->units[size_t(unit)].model.space + u'#' + id;
    if (!id.isEmpty() && !m_program->byReference.contains(reference))
        m_program->byReference.insert(reference, int(m_program->nodes.size()));
    m_program->nodes.push_back(std::move(node));
    m_logic.push_back(logic);
}

void Linker::setDigest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Unit &unit : m_program->units)
        hash.addData(unit.model.space.toUtf8() + '\n' + unit.model.sha256 + '\n');
    m_program->digest = QString::fromLatin1(hash.result().toHex());
}

void Linker::report(int unit, const Problem &problem)
{
    if (unit == m_program->mainUnit())
        m_program->problems.append(problem);
}

} // namespace naru::dmn
