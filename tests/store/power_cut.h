// A disk that loses its power: what was written since the last sync of a file may be there, may be missing, or may be
// garbage, each piece by itself (the crash VFS of SQLite's own tests does the same).
#pragma once

#include <sqlite3.h>

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

#include <csignal>
#include <unistd.h>

namespace naru::store {

class PowerCut {
public:
    // The power goes at the `at`-th sync (from 1).
    PowerCut(int at, quint32 seed)
        : m_at(at)
        , m_random(seed)
    {
    }

    // Told before each of them happens.
    void writing(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
    {
        note({file, at, QByteArray(static_cast<const char *>(bytes), count), {}, 0});
    }
    void truncating(sqlite3_file *file, sqlite3_int64 size) { note({file, size, {}, {}, 0}); }
    void syncing(sqlite3_file *file)
    {
        if (++m_syncs == m_at)
            cut();
        forget(file);
    }
    void forget(sqlite3_file *file)
    {
        m_pending.removeIf([file](const Piece &one) { return one.file == file; });
    }

private:
    struct Piece {
        sqlite3_file *file;
        sqlite3_int64 at;
        QByteArray bytes; // empty: the file is cut off here
        QByteArray before; // what it replaces
        sqlite3_int64 size; // of the file before
    };

    void note(Piece piece)
    {
        piece.file->pMethods->xFileSize(piece.file, &piece.size);
        const sqlite3_int64 end = piece.bytes.isEmpty() ? piece.size : std::min(piece.size, piece.at + piece.bytes.size());
        if (end > piece.at) {
            piece.before.resize(end - piece.at);
            piece.file->pMethods->xRead(piece.file, piece.before.data(), int(piece.before.size()), piece.at);
        }
        m_pending.append(piece);
    }

    static void put(const Piece &piece, const QByteArray &bytes)
    {
        if (!bytes.isEmpty())
            piece.file->pMethods->xWrite(piece.file, bytes.constData(), int(bytes.size()), piece.at);
    }

    [[noreturn]] void cut()
    {
        for (auto piece = m_pending.crbegin(); piece != m_pending.crend(); ++piece) {
            put(*piece, piece->before);
            piece->file->pMethods->xTruncate(piece->file, piece->size);
        }
        for (const Piece &piece : std::as_const(m_pending)) {
            const int fate = m_random.bounded(3); // there, missing, garbage
            if (fate == 0 && piece.bytes.isEmpty())
                piece.file->pMethods->xTruncate(piece.file, piece.at);
            else if (fate == 0)
                put(piece, piece.bytes);
            else if (fate == 2)
                put(piece, garbage(piece.bytes.size()));
        }
        ::kill(::getpid(), SIGKILL);
        ::_exit(1);
    }

    QByteArray garbage(qsizetype size)
    {
        QByteArray out(size, Qt::Uninitialized);
        for (char &one : out)
            one = static_cast<char>(m_random.bounded(256));
        return out;
    }

    int m_at;
    int m_syncs = 0;
    QRandomGenerator m_random;
    QList<Piece> m_pending; // not synced, in order
};

} // namespace naru::store
