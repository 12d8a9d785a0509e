// The container of a HWP document: a compound file (MS-CFB), which is a small file system of sectors. Chains that run
// in circles or out of the file are refused; nothing that is told is believed before it is there.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace naru::hwp {

class CompoundFile {
public:
    // Shares the bytes. Invalid: "hwp.damaged", "hwp.truncated", "limit.entries".
    static Result<CompoundFile> open(const QByteArray &bytes);

    QStringList names() const { return m_streams.keys(); } // "BodyText/Section0", sorted
    bool contains(const QString &name) const { return m_streams.contains(name); }
    // The whole stream. Invalid as for open(), "hwp.partMissing" where there is none of the name.
    Result<QByteArray> read(const QString &name) const;

private:
    struct Stream {
        quint32 start = 0;
        qint64 size = 0;
    };
    CompoundFile() = default;

    Status readTables();
    Status readDirectory();
    Status walk(const QByteArray &directory);
    qint64 sectors() const;
    // Adds the ids of a sector to the table.
    Status addIds(quint32 sector, QList<quint32> &table) const;
    // The content of a chain of sectors; `size` < 0: to its end.
    Result<QByteArray> chain(quint32 start, qint64 size) const;
    Result<QByteArray> miniChain(quint32 start, qint64 size) const;
    quint32 word(qint64 at) const;

    QByteArray m_bytes;
    int m_shift = 9; // of the size of a sector
    QList<quint32> m_next; // sector -> the next one of its chain (the FAT)
    QList<quint32> m_miniNext;
    QByteArray m_mini; // the stream that holds the small streams
    QMap<QString, Stream> m_streams;
};

} // namespace naru::hwp
