// What an XML file says, as a list of lines that two files can be compared by: names, attributes in any order,
// namespace declarations, texts, comments, instructions. Knows nothing of the program's own readers.
#pragma once

#include <QByteArray>
#include <QSet>
#include <QStringList>
#include <QXmlStreamReader>

namespace naru::test {

// Blanks in an element of one of the `laidOut` namespaces say nothing, unless they are the text of a documentation, a
// script, or the like; every other text does.
inline QStringList xmlFacts(const QByteArray &bytes, const QSet<QString> &laidOut = {})
{
    static const QSet<QString> texts{QStringLiteral("documentation"), QStringLiteral("script"), QStringLiteral("text")};
    QStringList facts;
    QList<bool> isLaidOut; // of the open elements
    QString text;
    QXmlStreamReader xml(bytes);
    const auto endText = [&] {
        if (!isLaidOut.isEmpty() && !text.isEmpty() && !(isLaidOut.last() && text.trimmed().isEmpty()))
            facts.append(QStringLiteral("text ") + text);
        text.clear();
    };
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: {
            endText();
            QStringList more;
            for (const QXmlStreamAttribute &one : xml.attributes())
                more.append(QStringLiteral("%1 {%2}=%3").arg(one.qualifiedName(), one.namespaceUri(), one.value()));
            for (const QXmlStreamNamespaceDeclaration &one : xml.namespaceDeclarations())
                more.append(QStringLiteral("xmlns:%1=%2").arg(one.prefix(), one.namespaceUri()));
            more.sort();
            facts.append(QStringLiteral("start %1 {%2} ").arg(xml.qualifiedName(), xml.namespaceUri())
                         + more.join(QStringLiteral(" | ")));
            isLaidOut.append(laidOut.contains(xml.namespaceUri().toString()) && !texts.contains(xml.name().toString()));
            break;
        }
        case QXmlStreamReader::EndElement:
            endText();
            isLaidOut.removeLast();
            facts.append(QStringLiteral("end"));
            break;
        case QXmlStreamReader::Characters:
            text += xml.text();
            break;
        case QXmlStreamReader::Comment:
            endText();
            facts.append(QStringLiteral("comment ") + xml.text().toString());
            break;
        case QXmlStreamReader::ProcessingInstruction:
            endText();
            facts.append(QStringLiteral("instruction %1 %2")
                             .arg(xml.processingInstructionTarget(), xml.processingInstructionData()));
            break;
        default:
            break;
        }
    }
    if (xml.hasError())
        facts.append(QStringLiteral("error ") + xml.errorString());
    return facts;
}

// The first difference in words, empty if there is none.
inline QString firstDifference(const QStringList &expected, const QStringList &got)
{
    for (qsizetype i = 0; i < std::max(expected.size(), got.size()); ++i)
        if (i >= expected.size() || i >= got.size() || expected[i] != got[i])
            return QStringLiteral("expected '%1' but got '%2'").arg(expected.value(i), got.value(i));
    return {};
}

} // namespace naru::test
