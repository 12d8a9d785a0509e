// The program's own sources as text, for the tests that read them.
#pragma once

#include "core/result.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QList>
#include <QString>

namespace naru {

struct SourceFile {
    QString path; // from the top of the tree: "app/core/plan.h"
    QString text;

    // "core" for app/core/plan.h, "plugins" for plugins/pdf/pdf_format.cpp, "" for app/desk.cpp.
    QString layer() const
    {
        const QStringList parts = path.split(u'/');
        if (parts.first() == u"plugins"_s)
            return parts.first();
        return parts.size() > 2 ? parts.at(1) : QString();
    }
    bool isTest() const { return path.contains(u"/tests/"_s) || path.startsWith(u"tests/"_s); }
};

// A line that must not be, as "app/core/plan.h:12: why".
inline QString violation(const SourceFile &file, qsizetype line, const QString &why)
{
    return file.path + u':' + QString::number(line) + u": "_s + why;
}

// Every C++ source of the folders, sorted by path.
inline QList<SourceFile> sourcesOf(const QStringList &folders)
{
    const QDir root(qEnvironmentVariable("NARU_SOURCE"));
    QStringList paths;
    for (const QString &folder : folders)
        for (QDirIterator at(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
             at.hasNext();)
            paths.append(root.relativeFilePath(at.next()));
    paths.sort();
    QList<SourceFile> files;
    for (const QString &path : paths) {
        QFile file(root.filePath(path));
        if (file.open(QIODevice::ReadOnly))
            files.append({path, QString::fromUtf8(file.readAll())});
    }
    return files;
}

// The text with comments and the insides of literals blanked, line for line: what is left is code.
inline QString codeOf(const QString &text)
{
    QString code = text;
    const auto blank = [&](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < std::min(to, code.size()); ++i)
            if (code[i] != u'\n')
                code[i] = u' ';
        return to;
    };
    const auto endOf = [&](const QString &mark, qsizetype from) {
        const qsizetype at = text.indexOf(mark, from);
        return at < 0 ? text.size() : at + mark.size();
    };
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = QStringView(text).mid(at);
        if (rest.startsWith(u"//")) {
            at = blank(at, endOf(u"\n"_s, at));
        } else if (rest.startsWith(u"/*")) {
            at = blank(at, endOf(u"*/"_s, at));
        } else if (rest.startsWith(u"R\"")) {
            const qsizetype bracket = text.indexOf(u'(', at);
            const QString end = u')' + text.mid(at + 2, bracket - at - 2) + u'"';
            at = blank(at, endOf(end, at));
        } else if (rest.startsWith(u'"') || (rest.startsWith(u'\'') && (at == 0 || !text[at - 1].isDigit()))) {
            qsizetype end = at + 1; // a digit before ' is a separator: 16'000'000
            while (end < text.size() && text[end] != text[at] && text[end] != u'\n')
                end += text[end] == u'\\' ? 2 : 1;
            at = blank(at, end + 1);
        } else {
            ++at;
        }
    }
    return code;
}

} // namespace naru
