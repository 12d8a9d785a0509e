// A test that starts itself again as another process: `tst_x --child …` runs the child's work instead of the tests.
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QtTest>

#include <cstdio>
#include <cstring>

namespace naru::store {

// One line, at once: what has been told before a kill has been told.
inline void tell(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

inline std::unique_ptr<QProcess> startChild(const QStringList &arguments)
{
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(QProcess::SeparateChannels);
    child->start(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--child")} + arguments);
    return child;
}

// The lines that the child has told, the last one only if it is whole.
inline QStringList toldBy(QProcess &child)
{
    QStringList lines = QString::fromUtf8(child.readAllStandardOutput()).split(u'\n');
    lines.removeLast();
    return lines;
}

template <typename Test, typename Child>
int runTestOrChild(int argc, char **argv, const Child &child)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], "--child") == 0)
        return child(application.arguments().mid(2));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace naru::store
