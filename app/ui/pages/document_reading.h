// A document that is opened to be looked at: read in a worker, page by page where it is a scan, while another worker draws
// its pages. What was read before somebody cancelled is kept, and reading goes on from there when it is asked again.
#pragma once

#include "run/documents.h"
#include "ui/works.h"

#include <memory>
#include <mutex>
#include <optional>

namespace naru::ui {

struct DocumentRead {
    std::shared_ptr<const Document> document; // shared with the workers that look into it
    bool isWhole = true; // false: cancelled, some pages are not read
};

class DocumentReading {
public:
    explicit DocumentReading(QString path);

    const QString &path() const { return m_path; }
    // `progress` counts the pages that are pictures. Cancelled only where nothing at all had been read by then.
    Result<DocumentRead> read(const Progress &progress);
    // Writes the form with the values in it; the document itself stays as it is. The diagnostics of the filling.
    Result<QList<Diagnostic>> fill(const FormFilling &filling, const QString &path);
    // The picture of a page (1-based), also while read() is under way.
    Result<QImage> render(int page, double dpi);

private:
    Status open(std::optional<OpenDocument> &document);

    QString m_path;
    std::mutex m_textMutex;
    std::mutex m_pictureMutex;
    std::optional<OpenDocument> m_text;
    std::optional<OpenDocument> m_pictures; // a reader of its own: pages are drawn while scans are read
};

} // namespace naru::ui
