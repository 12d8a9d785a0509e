// A map from numbers to values, in the order of the numbers, whose copies share all that they do not change: to copy a
// big one costs nothing, and to change the copy costs the few nodes on the way.
#pragma once

#include <QList>

#include <array>
#include <memory>
#include <utility>

namespace naru::bpmn {

// A trie of 16 slots a node. The lowest level holds values, the others nodes. Nodes and values are shared between copies
// and changed in place only where nobody else holds them.
template <typename T>
class SharedMap {
public:
    using Key = quint32;

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return m_size; }

    const T *find(Key key) const
    {
        if (!m_root || levelOf(key) > m_level)
            return nullptr;
        const void *at = m_root.get();
        for (int level = m_level; level >= 0 && at; --level)
            at = static_cast<const Node *>(at)->children[slotOf(key, level)].get();
        return static_cast<const T *>(at);
    }
    bool contains(Key key) const { return find(key); }

    // The value to be changed. REQUIRES: contains(key).
    T &edit(Key key)
    {
        Slot *at = &m_root;
        for (int level = m_level; level >= 0; --level)
            at = &own<Node>(*at).children[slotOf(key, level)];
        return own<T>(*at);
    }

    // In place of the value with this key, if there is one.
    void insert(Key key, T value)
    {
        grow(levelOf(key));
        Slot *at = &m_root;
        for (int level = m_level; level >= 0; --level) {
            Node &node = own<Node>(*at);
            at = &node.children[slotOf(key, level)];
            if (*at)
                continue;
            ++node.used;
            if (level > 0)
                *at = std::make_shared<Node>();
        }
        m_size += *at ? 0 : 1;
        *at = std::make_shared<T>(std::move(value));
    }

    void remove(Key key)
    {
        if (!contains(key))
            return;
        if (--m_size == 0) {
            m_root.reset();
            m_level = 0;
            return;
        }
        removeBelow(m_root, key, m_level);
    }

    // Calls visit(const T &) for each, smallest key first. REQUIRES: visit does not change this map.
    template <typename Visit>
    void each(const Visit &visit) const
    {
        if (m_root)
            eachBelow(m_root, m_level, visit);
    }

    friend bool operator==(const SharedMap &a, const SharedMap &b)
    {
        if (a.m_size != b.m_size || a.m_root == b.m_root)
            return a.m_size == b.m_size;
        bool same = true;
        a.eachWithKey(a.m_root, a.m_level, 0, [&](Key key, const T &value) {
            const T *other = same ? b.find(key) : nullptr;
            same = other && (other == &value || *other == value);
        });
        return same;
    }

private:
    using Slot = std::shared_ptr<void>; // shared between the copies of a map: that is what it is for
    struct Node {
        int used = 0;
        std::array<Slot, 16> children;
    };

    static int slotOf(Key key, int level) { return (key >> (4 * level)) & 15; }
    static int levelOf(Key key)
    {
        int level = 0;
        while (key >>= 4)
            ++level;
        return level;
    }

    // What the slot holds, ours alone.
    template <typename Held>
    static Held &own(Slot &slot)
    {
        if (slot.use_count() != 1)
            slot = std::make_shared<Held>(*static_cast<const Held *>(slot.get()));
        return *static_cast<Held *>(slot.get());
    }

    void grow(int level)
    {
        if (!m_root) {
            m_root = std::make_shared<Node>();
            m_level = level;
        }
        while (m_level < level) {
            auto above = std::make_shared<Node>();
            above->used = 1;
            above->children[0] = std::move(m_root);
            m_root = std::move(above);
            ++m_level;
        }
    }

    // Whether the node became empty.
    static bool removeBelow(Slot &slot, Key key, int level)
    {
        Node &node = own<Node>(slot);
        Slot &below = node.children[slotOf(key, level)];
        if (level == 0 || removeBelow(below, key, level - 1)) {
            below.reset();
            --node.used;
        }
        return node.used == 0;
    }

    template <typename Visit>
    static void eachBelow(const Slot &slot, int level, const Visit &visit)
    {
        eachWithKey(slot, level, 0, [&](Key, const T &value) { visit(value); });
    }

    template <typename Visit>
    static void eachWithKey(const Slot &slot, int level, Key prefix, const Visit &visit)
    {
        const Node *node = static_cast<const Node *>(slot.get());
        for (Key i = 0; node && i < 16; ++i) {
            const Slot &below = node->children[i];
            if (!below)
                continue;
            if (level == 0)
                visit(prefix << 4 | i, *static_cast<const T *>(below.get()));
            else
                eachWithKey(below, level - 1, prefix << 4 | i, visit);
        }
    }

    Slot m_root;
    int m_level = 0;
    qsizetype m_size = 0;
};

} // namespace naru::bpmn
