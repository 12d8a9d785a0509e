// Boxed expressions (DMN 1.5 §7.3, §10.2.2) as trees of the same nodes as text.
#pragma once

#include "engine/feel/names.h"

namespace naru::feel {

class BoxedBuilder {
public:
    // The names and types are borrowed for the builder's life.
    BoxedBuilder(NameScope &names, const QMap<QString, Type> &types, const std::shared_ptr<const Origin> &origin)
        : m_names(&names)
        , m_types(types)
        , m_origin(origin)
    {
    }

    Result<NodePtr> build(const Boxed &boxed);

private:
    Result<NodePtr> unchecked(const Boxed &boxed);
    Result<NodePtr> literal(const Boxed &boxed);
    Result<NodePtr> context(const Boxed &boxed);
    Result<NodePtr> invocation(const Boxed &boxed);
    Result<NodePtr> function(const Boxed &boxed, const QString &name);
    Result<NodePtr> relation(const Boxed &boxed);
    Result<NodePtr> filter(const Boxed &boxed);
    Result<NodePtr> loop(const Boxed &boxed);
    Result<NodePtr> host(const Boxed &boxed);
    Result<Nodes> parts(const Boxed &boxed, qsizetype expected = -1);
    Result<Iterator> iterator(const Boxed &boxed);
    Place place() const { return {0, 0, &m_origin->source}; }
    Error failed(const QString &text) const;

    NameScope *m_names;
    const QMap<QString, Type> &m_types;
    std::shared_ptr<const Origin> m_origin; // shared with the nodes that are made
    int m_level = 0;
};

} // namespace naru::feel
