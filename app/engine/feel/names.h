// Which names mean what while text is parsed: variables, loop variables, parameters, and the entries of filtered
// elements. One NameScope for a program and one for each function inside it.
#pragma once

#include "engine/feel/lexer.h"
#include "engine/feel/nodes.h"

namespace naru::feel {

class NameScope {
public:
    explicit NameScope(NameScope *outer = nullptr)
        : m_outer(outer)
    {
    }

    // A variable of the program's scope.
    void addGiven(const QString &name, const Type &type);
    // A new local, known by its name until the scope is unwound.
    int addLocal(const QString &name, const Type &type);
    int addHidden() { return m_locals++; } // a local without a name
    // The element of a filter: its entries are names, and `item` is the element itself.
    int addElement(const Type &type);
    void addSelf(const QString &name, const Type &type); // the function whose body this is

    // How far the names reach: unwind forgets what came after the mark.
    qsizetype mark() const { return m_bindings.size(); }
    void unwind(qsizetype mark) { m_bindings.remove(mark, m_bindings.size() - mark); }

    struct Match {
        QString name;
        int tokens = 0;
    };
    // The longest known name (of any scope, then of the built-in functions) that the tokens begin with.
    Match longest(const QList<Token> &tokens, int at) const;
    // What the name means here; null where it means nothing.
    NodePtr resolve(const QString &name, const Place &place);
    // The declared type of a variable; nothing where there is no such variable.
    std::optional<Type> typeOf(const QString &name) const;
    QList<Type> types() const; // of all variables
    // How often names were looked up in the element that the mark stands before, and in a variable.
    int uses(qsizetype binding) const { return m_bindings[binding].uses; }
    int usesOf(const QString &name) const;

    int locals() const { return m_locals; }
    Nodes takeCaptures() { return std::move(m_captures); }

private:
    struct Binding {
        enum class Kind { Given, Local, Element, Self } kind = Kind::Given;
        QString name;
        QStringList tokens;
        Type type;
        int index = 0;
        int uses = 0;
    };

    void add(Binding::Kind kind, const QString &name, const Type &type, int index);
    NodePtr captured(const QString &name, const Place &place);
    static void consider(Match &best, const QString &name, const QStringList &nameTokens, const QList<Token> &tokens,
                         int at);

    NameScope *m_outer;
    QList<Binding> m_bindings;
    int m_locals = 0;
    QStringList m_captureNames;
    Nodes m_captures;
};

} // namespace naru::feel
