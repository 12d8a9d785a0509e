// One document of a plan, opened in a worker when it is first asked for, and only believed while its bytes are those that
// the plan was made from.
#pragma once

#include "run/documents.h"

#include <mutex>
#include <optional>

namespace naru::ui {

class EvidenceSource {
public:
    EvidenceSource(QString file, QString sha256);

    // Both may be called from any thread. Conflict ("evidence.changed") where the file holds other bytes now.
    Result<QImage> render(int page, double dpi);
    Result<std::shared_ptr<const Document>> document(); // shared: read once, shown often

private:
    Status open();

    QString m_file;
    QString m_sha256;
    std::mutex m_mutex;
    std::optional<OpenDocument> m_open;
    std::shared_ptr<const Document> m_document;
};

} // namespace naru::ui
