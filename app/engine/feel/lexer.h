// FEEL text cut into tokens (DMN 1.5 §10.3.1.2 to .4). Names are put together by the parser, who knows the scope.
#pragma once

#include "core/result.h"

#include <QList>
#include <QStringList>

namespace naru::feel {

struct Token {
    enum class Kind : quint8 { End, Number, String, Word, Symbol };
    Kind kind = Kind::End;
    int start = 0; // in the text
    int end = 0;
    QString text; // of a string its content, else as written

    bool is(QStringView symbol) const { return kind == Kind::Symbol && text == symbol; }
    bool isWord(QStringView word) const { return kind == Kind::Word && text == word; }
};

// The tokens, an End behind them. Invalid for what is no token: "line:column: expected … but …".
Result<QList<Token>> tokensOf(QStringView text);

// The token texts of a name: "Monthly Fee" → Monthly, Fee; "a-b" → a, -, b. Empty where it cannot be written as a name.
QStringList nameTokens(const QString &name);
// One word that is no keyword: needs no quotes as a key.
bool isPlainName(QStringView text);
bool isKeyword(QStringView word);

struct LineColumn {
    int line = 1;
    int column = 1;
};

// Where the lines of a text begin: finds the place of any offset without walking the text again.
class LineStarts {
public:
    explicit LineStarts(QStringView text);
    LineColumn at(int offset) const;

private:
    QList<int> m_starts; // offsets, rising; the first is 0
    int m_end;
};

Error syntaxError(QStringView text, int offset, const QString &message);

} // namespace naru::feel
