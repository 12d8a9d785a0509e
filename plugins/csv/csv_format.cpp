#include "csv_format.h"

#include "csv_reader.h"
#include "csv_writer.h"

namespace naru {

QString CsvFormat::id() const { return u"csv"_s; }

QStringList CsvFormat::extensions() const { return {u"csv"_s}; }

bool CsvFormat::recognises(const QByteArray &bytes) const { return looksDelimited(bytes); }

Result<Document> CsvFormat::read(const QByteArray &bytes, const ReadLimits &limits) const { return readCsv(bytes, limits); }

Result<int> CsvFormat::readCells(const QByteArray &bytes, const ReadLimits &limits,
                                 const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit) const
{
    return visitCsv(bytes, limits, visit);
}

Result<QByteArray> CsvFormat::write(const Document &document) const { return writeCsv(document); }

} // namespace naru
