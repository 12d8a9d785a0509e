#include "ui/pages/document_reading.h"

#include <condition_variable>
#include <thread>

namespace naru::ui {

namespace {

constexpr std::chrono::milliseconds pollTime{50};

// Tells the window how far the reading is, and the reading that the window has cancelled, until it is destroyed.
class Listener {
public:
    Listener(const Progress &progress, const Gauge &gauge, std::stop_source &stop)
        : m_thread([this, &progress, &gauge, &stop](const std::stop_token &end) {
            std::unique_lock lock(m_mutex);
            while (!end.stop_requested()) {
                if (progress && !progress(gauge.done, gauge.total))
                    stop.request_stop();
                m_wake.wait_for(lock, end, pollTime, [] { return false; });
            }
        })
    {
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // the last: it is joined before what it uses goes
};

} // namespace

DocumentReading::DocumentReading(QString path)
    : m_path(std::move(path))
    , m_gauge(std::make_shared<Gauge>())
{
}

Status DocumentReading::open(std::optional<OpenDocument> &document, const ReadOptions &options)
{
    if (document)
        return {};
    Result<OpenDocument> opened = OpenDocument::open(m_path, options);
    if (!opened)
        return opened.error();
    document.emplace(std::move(*opened));
    return {};
}

Result<DocumentRead> DocumentReading::read(const Progress &progress)
{
    const std::lock_guard lock(m_textMutex);
    ReadOptions options;
    options.progress = [gauge = m_gauge](int done, int of) {
        gauge->done = done;
        gauge->total = of;
    };
    if (const Status status = open(m_text, options); !status)
        return status.error();
    std::stop_source stop;
    Result<Document> read = [&] {
        const Listener listener(progress, *m_gauge, stop);
        return m_text->read(stop.get_token());
    }();
    if (read)
        return DocumentRead{std::make_shared<const Document>(std::move(*read)), true};
    if (read.error().kind != Error::Kind::Cancelled)
        return read.error();
    Document partly = m_text->readSoFar();
    if (partly.pages.isEmpty())
        return read.error();
    return DocumentRead{std::make_shared<const Document>(std::move(partly)), false};
}

Result<QList<Diagnostic>> DocumentReading::fill(const FormFilling &filling, const QString &path)
{
    const std::lock_guard lock(m_textMutex);
    if (const Status status = open(m_text, {}); !status)
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
    if (const Status status = open(m_pictures, {}); !status)
        return status.error();
    return m_pictures->render(page, dpi);
}

} // namespace naru::ui
