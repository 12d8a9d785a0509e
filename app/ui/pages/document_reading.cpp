#include "ui/pages/document_reading.h"

namespace naru::ui {

DocumentReading::DocumentReading(QString path)
    : m_path(std::move(path))
{
}

Status DocumentReading::open(std::optional<OpenDocument> &document)
{
    if (document)
        return {};
    Result<OpenDocument> opened = OpenDocument::open(m_path);
    if (!opened)
        return opened.error();
    document.emplace(std::move(*opened));
    return {};
}

Result<DocumentRead> DocumentReading::read(const Progress &progress)
{
    const std::lock_guard lock(m_textMutex);
    if (const Status status = open(m_text); !status)
        return status.error();
    Result<ReadSoFar> read = m_text->readWatched(progress);
    if (!read)
        return read.error();
    return DocumentRead{std::make_shared<const Document>(std::move(read->document)), read->isWhole};
}

Result<QList<Diagnostic>> DocumentReading::fill(const FormFilling &filling, const QString &path)
{
    const std::lock_guard lock(m_textMutex);
    if (const Status status = open(m_text); !status)
        return status.error();
    const Result<FilledForm> filled = m_text->fill(filling);
    if (!filled)
        return filled.error();
    if (const Status status = writeFile(path, filled->bytes); !status)
        return status.error();
    return filled->diagnostics;
}

Result<QImage> DocumentReading::render(int page, double dpi)
{
    const std::lock_guard lock(m_pictureMutex);
    if (const Status status = open(m_pictures); !status)
        return status.error();
    return m_pictures->render(page, dpi);
}

} // namespace naru::ui
