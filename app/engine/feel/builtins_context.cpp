// Context functions (DMN 1.5 table 81).
#include "engine/feel/builtins.h"

namespace naru::feel {

namespace {

using Arguments = QList<Value>;
using Kind = Value::Kind;

Value getValue(Evaluation &evaluation, const Arguments &given)
{
    const Value *found = given[0].context().find(given[1].string());
    if (found)
        return *found;
    return evaluation.warn(Warning::Kind::NoSuchEntry,
                           u"expected an entry '"_s + given[1].string() + u"' but the context has none"_s);
}

Value getEntries(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> entries;
    for (const Context::Entry &one : given[0].context().entries()) {
        if (!evaluation.step())
            return {};
        entries.append(evaluation.made(Value(Context{{u"key"_s, Value(one.first)}, {u"value"_s, one.second}})));
    }
    return evaluation.made(Value(entries));
}

Value contextOf(Evaluation &evaluation, const Arguments &given)
{
    Context context;
    for (const Value &one : given[0].list()) {
        const Value *key = one.is(Kind::Context) ? one.context().find(u"key") : nullptr;
        const Value *value = key ? one.context().find(u"value") : nullptr;
        if (!value || !key->is(Kind::String))
            return outOfDomain(evaluation, u"expected entries with a key and a value but found "_s + toText(one));
        if (context.contains(key->string()))
            return outOfDomain(evaluation, u"expected the key '"_s + key->string() + u"' once but found it again"_s);
        if (!evaluation.step(1 + context.size()))
            return {};
        context.append(key->string(), *value);
    }
    return evaluation.made(Value(context));
}

Value put(Evaluation &evaluation, const Value &into, const QString &key, const Value &value)
{
    Context context = into.context();
    context.put(key, value);
    return evaluation.made(Value(context));
}

Value contextPut(Evaluation &evaluation, const Arguments &given)
{
    return put(evaluation, given[0], given[1].string(), given[2]);
}

Value putAlong(Evaluation &evaluation, const Value &into, const QList<Value> &keys, qsizetype depth, const Value &value)
{
    if (!into.is(Kind::Context))
        return evaluation.warn(Warning::Kind::WrongType,
                               u"expected a context along the keys but found "_s + nameOf(into.kind()));
    if (depth >= keys.size() || !keys[depth].is(Kind::String))
        return outOfDomain(evaluation, u"expected a list of keys but found "_s + toText(Value(keys)));
    const QString &key = keys[depth].string();
    if (depth + 1 == keys.size())
        return put(evaluation, into, key, value);
    const Value inner = putAlong(evaluation, into.context().value(key), keys, depth + 1, value);
    return inner.isNull() ? inner : put(evaluation, into, key, inner);
}

Value contextPutAlong(Evaluation &evaluation, const Arguments &given)
{
    const qsizetype most = evaluation.limits().nesting;
    const QList<Value> &keys = given[1].list();
    if (keys.size() > most)
        return outOfDomain(evaluation,
                           u"expected at most "_s + QString::number(most) + u" keys but found "_s
                               + QString::number(keys.size()));
    return putAlong(evaluation, given[0], keys, 0, given[2]);
}

Value contextMerge(Evaluation &evaluation, const Arguments &given)
{
    Context merged;
    for (const Value &one : given[0].list()) {
        if (!one.is(Kind::Context))
            return evaluation.warn(Warning::Kind::WrongType,
                                   u"expected a list of contexts but found "_s + nameOf(one.kind()) + u" in it"_s);
        for (const Context::Entry &entry : one.context().entries()) {
            if (!evaluation.step(1 + merged.size() / 8))
                return {};
            merged.put(entry.first, entry.second);
        }
    }
    return evaluation.made(Value(merged));
}

} // namespace

std::vector<BuiltinRow> contextFunctions()
{
    return {
        {u"get value(m: context, key: string) -> any", getValue},
        {u"get entries(m: context) -> list<context>", getEntries},
        {u"context(entries: list) -> context", contextOf},
        {u"context put(context: context, key: string, value: any) -> context", contextPut},
        {u"context put(context: context, keys: list, value: any) -> context", contextPutAlong},
        {u"context merge(contexts: list) -> context", contextMerge},
    };
}

} // namespace naru::feel
