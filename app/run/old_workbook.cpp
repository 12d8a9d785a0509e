#include "run/old_workbook.h"

#include "run/confinement.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>
#include <unistd.h>

namespace naru {

namespace {

constexpr int tick = 50; // ms between two looks at the cancel button
constexpr int restart = 81; // exit codes of LibreOffice
constexpr int restartAfterCrash = 79;
constexpr int mostStarts = 3;
constexpr qint64 mostBytes = 256LL << 20; // of the XLSX

// Macros off, links never followed, nothing fetched.
constexpr QByteArrayView profile(
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)");

Error unsupported()
{
    return {Error::Kind::Invalid, u"expected an XLSX workbook but it is an old one (XLS): save it as XLSX"_s,
            u"xls.unsupported"_s};
}

Error cannotRun(const QString &why)
{
    return {Error::Kind::Failed, u"expected to convert an old workbook but "_s + why};
}

bool put(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes.data(), bytes.size()) == bytes.size();
}

QProcessEnvironment environment(const QString &folder)
{
    QProcessEnvironment all;
    all.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    all.insert(u"HOME"_s, folder);
    all.insert(u"TMPDIR"_s, folder);
    all.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    all.insert(u"SAL_USE_VCLPLUGIN"_s, u"svp"_s); // no display
    return all;
}

// The whole group: LibreOffice starts parts of its own.
void endGroup(QProcess &process)
{
    if (const qint64 leader = process.processId(); leader > 0)
        ::kill(-pid_t(leader), SIGKILL);
    process.kill();
    process.waitForFinished();
}

Status waitFor(QProcess &process, std::chrono::milliseconds patience, const std::stop_token &cancel)
{
    QElapsedTimer clock;
    clock.start();
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(tick)) {
        if (cancel.stop_requested()) {
            endGroup(process);
            return Error{Error::Kind::Cancelled, u"expected the workbook to be converted but it was cancelled"_s};
        }
        if (clock.elapsed() > patience.count()) {
            endGroup(process);
            return Error{Error::Kind::Invalid,
                         u"expected a workbook that is converted within %1 s but it took longer"_s.arg(
                             double(patience.count()) / 1000),
                         u"reader.timeout"_s};
        }
    }
    return {};
}

// The exit code.
Result<int> runCaged(const QString &program, const QStringList &arguments, const QString &folder,
                     std::chrono::milliseconds patience, const std::stop_token &cancel)
{
    const ConverterCage cage({});
    QProcess process;
    process.setProcessEnvironment(environment(folder));
    process.setWorkingDirectory(folder);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([&cage] {
        if (!cage.enter())
            _exit(1);
    });
    process.start(program, arguments);
    if (!process.waitForStarted())
        return cannotRun(process.errorString());
    if (const Status waited = waitFor(process, patience, cancel); !waited)
        return waited.error();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

QString converterProgram()
{
    const QString found = QStandardPaths::findExecutable(u"soffice"_s, {u"/usr/bin"_s, u"/usr/local/bin"_s});
    if (found.isEmpty())
        return {};
    // Not the script around it, which starts a helper that wants to talk to other instances.
    const QString program = QFileInfo(QFileInfo(found).canonicalFilePath()).path() + u"/soffice.bin"_s;
    return QFileInfo(program).isExecutable() ? program : found;
}

Result<QByteArray> convertOldWorkbook(const QByteArray &workbook, std::chrono::milliseconds patience,
                                      std::stop_token cancel)
{
    const QString program = converterProgram();
    if (program.isEmpty())
        return unsupported();
    const QTemporaryDir folder;
    const QString in = folder.filePath(u"in/book.xls"_s);
    if (!folder.isValid() || !put(in, workbook)
        || !put(folder.filePath(u"profile/user/registrymodifications.xcu"_s), profile))
        return cannotRun(u"there is no room for temporary files"_s);
    const QStringList arguments{u"-env:UserInstallation=file://"_s + folder.filePath(u"profile"_s),
                                u"--headless"_s,
                                u"--norestore"_s,
                                u"--nolockcheck"_s,
                                u"--nodefault"_s,
                                u"--infilter=MS Excel 97"_s,
                                u"--convert-to"_s,
                                u"xlsx:Calc MS Excel 2007 XML"_s,
                                u"--outdir"_s,
                                folder.filePath(u"out"_s),
                                in};
    bool wantsRestart = true; // a new profile makes it ask for one
    for (int i = 0; i < mostStarts && wantsRestart; ++i) {
        const Result<int> ended = runCaged(program, arguments, folder.path(), patience, cancel);
        if (!ended)
            return ended.error();
        wantsRestart = *ended == restartAfterCrash || *ended == restart;
    }
    QFile out(folder.filePath(u"out/book.xlsx"_s));
    if (QFileInfo(out).isSymLink() || !out.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Invalid, u"expected a sound workbook (XLS) but LibreOffice could not read it"_s,
                     u"xls.damaged"_s};
    return out.read(mostBytes);
}

} // namespace naru
