#include "xlsx_format.h"

#include "workbook_reader.h"
#include "workbook_writer.h"
#include "xlsx_template.h"

namespace naru {

QString XlsxFormat::id() const { return u"xlsx"_s; }

QStringList XlsxFormat::extensions() const { return {u"xlsx"_s}; }

bool XlsxFormat::recognises(const QByteArray &bytes) const { return isWorkbook(bytes); }

Result<Document> XlsxFormat::read(const QByteArray &bytes, const ReadLimits &limits) const
{
    return readWorkbook(bytes, limits);
}

Result<int> XlsxFormat::readCells(const QByteArray &bytes, const ReadLimits &limits,
                                  const std::function<bool(const QString &sheet, const StreamCell &cell)> &visit) const
{
    return visitCells(bytes, limits, visit);
}

Result<QByteArray> XlsxFormat::write(const Document &document) const { return writeWorkbook(document); }

Result<QList<FormField>> XlsxFormat::fields(const QByteArray &bytes, const ReadLimits &limits) const
{
    return workbookFields(bytes, limits);
}

Result<FilledForm> XlsxFormat::fill(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits) const
{
    return filledWorkbook(bytes, filling, limits);
}

} // namespace naru
