// Where the conformance models lie, and the bytes of a small model.
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

namespace naru::test {

// The folder of the shared samples, empty if there is none.
inline QString sharedFolder()
{
    for (const QString &folder :
         {qEnvironmentVariable("NARU_SHARED"), qEnvironmentVariable("NARU_SOURCE") + QStringLiteral("/../shared")})
        if (!folder.isEmpty() && QFileInfo::exists(folder + QStringLiteral("/conformance")))
            return QDir::cleanPath(folder);
    return {};
}

// Every .bpmn below conformance/<folder>, in the order of the names.
inline QStringList bpmnFiles(const QString &folder)
{
    QStringList files;
    if (sharedFolder().isEmpty())
        return files;
    QDirIterator at(sharedFolder() + QStringLiteral("/conformance/") + folder, {QStringLiteral("*.bpmn")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (at.hasNext())
        files.append(at.next());
    files.sort();
    return files;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The content of a process within definitions that declare the usual prefixes.
inline QByteArray bpmnDocument(const QByteArray &rootElements, const QByteArray &moreAttributes = {})
{
    return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
           " xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\""
           " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:tns=\"urn:test\" xmlns:f=\"urn:foreign\""
           " targetNamespace=\"urn:test\" id=\"defs\""
        + (moreAttributes.isEmpty() ? QByteArray() : ' ' + moreAttributes) + '>' + rootElements + "</definitions>";
}

} // namespace naru::test
