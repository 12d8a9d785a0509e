#include "ui/printout.h"

#include <QTextBlock>
#include <QTextDocument>

namespace naru::ui {

PrintedText printedText(const QTextDocument &document)
{
    PrintedText out;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text().replace(QChar::Nbsp, u' ').simplified();
        if (text.isEmpty())
            continue;
        const QTextBlock::iterator first = block.begin();
        const bool isBold = !first.atEnd() && first.fragment().charFormat().fontWeight() >= QFont::Bold;
        out.append({text, isBold});
    }
    return out;
}

} // namespace naru::ui
