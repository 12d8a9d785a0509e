#include "open_workbook.h"

#include "compound_file.h"

namespace naru {

Result<OpenWorkbook> openWorkbook(const QByteArray &bytes, const ReadLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return Error{Error::Kind::Invalid,
                     u"expected at most "_s + QString::number(limits.bytes) + u" bytes but the file has "_s
                         + QString::number(bytes.size()),
                     u"limit.bytes"_s};
    switch (compoundFileIn(bytes)) {
    case CompoundFile::EncryptedWorkbook:
        return Error{Error::Kind::Invalid, u"expected a readable workbook but it is encrypted with a password"_s,
                     u"xlsx.encrypted"_s};
    case CompoundFile::OldWorkbook:
        return Error{Error::Kind::Invalid, u"expected an XLSX workbook but it is an old one (XLS): save it as XLSX"_s,
                     u"xls.unsupported"_s};
    case CompoundFile::None: break;
    }
    Result<ZipReader> zip = ZipReader::open(bytes);
    if (!zip)
        return zip.error();
    Result<Workbook> workbook = readWorkbookPart(*zip);
    if (!workbook)
        return workbook.error();
    Result<SharedStrings> strings = workbook->stringsPart.isEmpty() ? Result<SharedStrings>(SharedStrings())
                                                                    : SharedStrings::read(*zip, workbook->stringsPart);
    if (!strings)
        return strings.error();
    return OpenWorkbook{*std::move(zip), *std::move(workbook), *std::move(strings)};
}

} // namespace naru
