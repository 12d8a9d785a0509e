#include "ui/pages/evidence_source.h"

namespace naru::ui {

EvidenceSource::EvidenceSource(QString file, QString sha256)
    : m_file(std::move(file))
    , m_sha256(std::move(sha256))
{
}

Status EvidenceSource::open()
{
    if (m_open)
        return {};
    Result<OpenDocument> opened = OpenDocument::open(m_file);
    if (!opened)
        return opened.error();
    if (opened->sha256() != m_sha256)
        return Error{Error::Kind::Conflict, u"expected '"_s + m_file + u"' as it was when the plan was made but it has changed"_s,
                     u"evidence.changed"_s};
    m_open.emplace(std::move(*opened));
    return {};
}

Result<QImage> EvidenceSource::render(int page, double dpi)
{
    const std::lock_guard lock(m_mutex);
    if (const Status status = open(); !status)
        return status.error();
    return m_open->render(page, dpi);
}

Result<std::shared_ptr<const Document>> EvidenceSource::document()
{
    const std::lock_guard lock(m_mutex);
    if (m_document)
        return m_document;
    if (const Status status = open(); !status)
        return status.error();
    Result<Document> read = m_open->read();
    if (!read)
        return read.error();
    m_document = std::make_shared<const Document>(std::move(*read));
    return m_document;
}

} // namespace naru::ui
