// The files that arrive in a folder: each is taken when nobody writes it any more, as a private copy under its hash, so
// that what is read is what was seen, whatever becomes of the folder meanwhile (RELIABILITY S27).
#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

namespace naru::run {

// A file in the private folder. The original still lies where it was found.
struct TakenFile {
    QString name; // "발령.pdf"
    QString path; // of the copy
    QString original;
    QString sha256; // bare hex of the copy
};

class FolderWatch {
public:
    struct Options {
        qint64 settle = 1000; // milliseconds for which a file must stay as it is
        qint64 largest = 1LL << 30; // bytes
        int most = 50; // files taken in one look
    };
    // Copies go below `work`, which is made with mode 0700.
    FolderWatch(QString folder, QString work)
        : FolderWatch(std::move(folder), std::move(work), Options())
    {
    }
    FolderWatch(QString folder, QString work, const Options &options);

    // Looks once. `now` is a clock that never steps, in milliseconds. Taken are files that have stayed the same since a look
    // `settle` ago or earlier, that nobody has open for writing or has locked, and that are no parts of a transfer, hidden,
    // links, or empty. Unavailable where the folder cannot be read.
    Result<QList<TakenFile>> look(qint64 now);
    // The case of the file is on record: moved into the folder of what was received; where that cannot be, it stays and is
    // not taken again as long as it is the same.
    void putAside(const TakenFile &file);
    // It could not be handled: to be taken again, but not before a minute is over.
    void putOff(const TakenFile &file, qint64 now);

    // Whether there are files that may be taken at a later look, and when that look is worth while.
    bool isWaiting() const;
    const QString &folder() const { return m_folder; }
    // What was found and will not be taken, each told once: "발령.pdf: expected at most …".
    QStringList takeComplaints();

    static QString receivedFolder() { return u"받은 문서"_s; }
    // "order.pdf.part", "~$order.xlsx", ".order.pdf.swp": not there yet, or not meant for anybody.
    static bool isPartial(const QString &name);

private:
    struct Look {
        qint64 size = 0;
        qint64 modified = 0; // nanoseconds
        quint64 inode = 0;
        friend bool operator==(const Look &, const Look &) = default;
    };
    struct Candidate {
        Look look;
        qint64 since = 0; // the first look that saw it so
        qint64 notBefore = 0;
        bool isDone = false;
    };

    Result<QHash<QString, Look>> list() const;
    Result<TakenFile> take(const QString &name, const Look &seen) const;
    void complain(const QString &name, const QString &text);
    static Look lookAt(const void *status);

    QString m_folder;
    QString m_work;
    Options m_options;
    QHash<QString, Candidate> m_candidates; // by name; walked through in order of names
    QSet<QString> m_complained;
    QStringList m_complaints;
    bool m_hasMore = false;
};

} // namespace naru::run
