// Recursive descent over the grammar of DMN 1.5 §10.3.1.2. Names are resolved while parsing: the tree has no names left
// but the entries of contexts.
#pragma once

#include "engine/feel/names.h"

namespace naru::feel {

class Parser {
public:
    // The names, types, and origin are borrowed for the parser's life.
    Parser(QStringView text, NameScope &names, const QMap<QString, Type> &types,
           const std::shared_ptr<const Origin> &origin);

    Result<NodePtr> expression(); // the whole text
    // The whole text as unary tests on the local that `?` names.
    Result<NodePtr> unaryTests(int input);
    // What a boxed loop walks through: an expression, or `a..b`. Its local is the caller's.
    Result<Iterator> iterationContext();
    // A type as written behind `instance of`.
    Result<Type> typeExpression();

private:
    using Names = QStringList;
    static constexpr int mostLevels = 250;
    static constexpr int mostHeight = 2000;

    // parser.cpp: operators, from the lowest to the highest.
    NodePtr any();
    NodePtr disjunction();
    NodePtr conjunction();
    NodePtr comparison();
    NodePtr additive();
    NodePtr multiplicative();
    NodePtr exponentiation();
    NodePtr unary();
    NodePtr postfix();
    NodePtr inTests(NodePtr value, const Place &place);
    NodePtr between(NodePtr value, const Place &place);
    NodePtr instanceOf(NodePtr value, const Place &place);
    NodePtr path(NodePtr value);
    NodePtr filter(NodePtr value);
    NodePtr call(NodePtr function);
    bool positiveTests(std::vector<UnaryTest> &tests, QStringView closing);
    bool positiveTest(std::vector<UnaryTest> &tests);
    bool bracketedTests(std::vector<UnaryTest> &tests);
    bool boundTest(std::vector<UnaryTest> &tests, NodePtr begun);

    // parser_primary.cpp: what stands alone.
    NodePtr primary();
    NodePtr numberLiteral();
    NodePtr atLiteral();
    NodePtr parenthesized();
    NodePtr bracketed();
    NodePtr intervalEnd(NodePtr start, bool startIncluded, const Place &place);
    NodePtr comparisonRange();
    NodePtr contextLiteral();
    NodePtr functionLiteral(const QString &name);
    NodePtr ifExpression();
    NodePtr forExpression();
    NodePtr quantified();
    bool iterators(std::vector<Iterator> &out);
    NodePtr nameOrCall();
    NodePtr builtinCall(const NamedBuiltin &builtin, const Place &place);
    bool arguments(Nodes &values, Names &names);
    bool parameters(QList<Parameter> &out);
    std::optional<Type> type(QString &written);
    std::optional<Type> typeOfLevel(QString &written);
    std::optional<Type> typeParameters(const QString &generic);

    // Tokens.
    const Token &token(int ahead = 0) const { return m_tokens[std::min<qsizetype>(m_at + ahead, m_tokens.size() - 1)]; }
    bool skip(QStringView symbol);
    bool skipWord(QStringView word);
    bool expect(QStringView symbol);
    bool separated(QStringView closing);
    bool expectWord(QStringView word);
    Place here() const;
    std::nullptr_t fail(const QString &expected);
    std::nullptr_t failAt(int offset, const QString &message);
    std::nullptr_t failTooDeep();
    QString nameUntil(const QStringList &stops); // a declared name; empty with an error where there is none
    QString sliced(int first, int last) const; // the text of the tokens, blanks simplified
    int memberTokens(const Type &type, QString &name); // how many tokens the name behind a point takes
    void knowKeys(const Type &type, int depth);
    void knowMembers(const Type &type, int depth);
    bool endsInterval() const;
    NodePtr checkedHeight(NodePtr node);

    QStringView m_text;
    LineStarts m_lines;
    NameScope *m_names;
    const QMap<QString, Type> &m_types;
    std::shared_ptr<const Origin> m_origin; // shared with the nodes that are made
    QList<Token> m_tokens;
    int m_at = 0;
    int m_level = 0;
    int m_depth = 0; // of open brackets
    int m_intervalDepth = -1; // where a bracket may close an interval
    NodePtr m_begun; // what the next primary() is, where it has been read already
    std::optional<Error> m_error;
    QList<QStringList> m_keys; // names of entries with more than one token, wherever they were seen
    bool m_knowsScope = false;
};

} // namespace naru::feel
