#include "run/page_recognition.h"

#include "run/document_stream.h"

#include <QThread>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <thread>

namespace naru {

namespace {

constexpr double bestDpi = 300; // finer pictures say no more
constexpr double mostPixels = 36e6;
constexpr int mostReaders = 8;

double readingDpi(const Page &page)
{
    const double fitting = 72 * std::sqrt(mostPixels / std::max(1.0, page.size.width() * page.size.height()));
    return std::min({page.dpi > 1.3 * bestDpi ? bestDpi : page.dpi, fitting});
}

Document unread(int page, const Error &why)
{
    Document document;
    document.diagnostics.append({why.code == u"ocr.missing"_s ? u"curves"_s : u"unread"_s, why.text, page});
    return document;
}

// The readers of one document: each takes the next page until none is left.
class Recognition {
public:
    Recognition(const QByteArray &bytes, QList<Page> pages, const Recognising &how, std::stop_token cancel,
                RecognisedPages &done, int of)
        : m_bytes(bytes)
        , m_pages(std::move(pages))
        , m_how(how)
        , m_cancel(std::move(cancel))
        , m_done(done)
        , m_of(of)
    {
    }

    Status run()
    {
        const int all = std::max(1, QThread::idealThreadCount());
        const int cores = std::min(m_how.cores > 0 ? m_how.cores : all, mostReaders);
        const int readers = int(std::min<qsizetype>(cores, m_pages.size()));
        m_threads = std::max(1, cores / readers);
        std::vector<std::thread> others;
        for (int i = 1; i < readers; ++i)
            others.emplace_back([this] { work(); });
        work();
        for (std::thread &other : others)
            other.join();
        return m_failure;
    }

private:
    void work()
    {
        std::unique_ptr<ReaderProcess> reader;
        for (std::optional<Page> page = next(); page; page = next()) {
            Result<Document> read = readPage(*page, reader);
            if (!read && read.error().kind == Error::Kind::Cancelled)
                return fail(read.error());
            // Without a reader no page can be read: that is the machine's fault, not the page's.
            if (!read && read.error().kind == Error::Kind::Failed && !reader)
                return fail(read.error());
            keep(page->number, read ? *std::move(read) : unread(page->number, read.error()));
        }
    }

    std::optional<Page> next()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure || m_next >= m_pages.size())
            return {};
        return m_pages[m_next++];
    }

    Result<Document> readPage(const Page &page, std::unique_ptr<ReaderProcess> &reader)
    {
        if (!reader || !reader->isAlive()) {
            reader.reset();
            Result<std::unique_ptr<ReaderProcess>> started = ReaderProcess::start(m_how.limits);
            if (!started)
                return started.error();
            reader = std::move(*started);
            if (const Status handed = reader->hand(m_bytes, m_cancel); !handed)
                return handed.error();
        }
        const PageRequest request{m_how.limits.cpuSeconds, page.number, readingDpi(page), m_threads};
        const Result<Answer> answer = reader->ask(Frame::ReadPage, toBytes(request), m_cancel);
        if (!answer)
            return answer.error();
        if (answer->kind == Frame::Failure)
            return errorFromBytes(answer->body);
        Result<Document> document = documentFromBytes(answer->body);
        if (document && readingDpi(page) < 0.9 * std::min(page.dpi, bestDpi))
            document->diagnostics.append(
                {u"limit.coarse"_s, u"the page is so large that it was read at %1 dpi"_s.arg(qRound(readingDpi(page)))});
        return document;
    }

    void keep(int page, Document document)
    {
        const std::scoped_lock lock(m_mutex);
        m_done.insert_or_assign(page, std::move(document));
        if (m_how.progress)
            m_how.progress(int(m_done.size()), m_of);
    }

    void fail(const Error &why)
    {
        const std::scoped_lock lock(m_mutex);
        m_failure = why;
    }

    const QByteArray &m_bytes;
    const QList<Page> m_pages;
    const Recognising &m_how;
    const std::stop_token m_cancel;
    RecognisedPages &m_done;
    const int m_of;
    int m_threads = 1; // of each reader
    std::mutex m_mutex;
    qsizetype m_next = 0;
    Status m_failure;
};

int pageOf(const Block &block)
{
    const Paragraph *paragraph = std::get_if<Paragraph>(&block);
    return paragraph ? paragraph->place.page : std::get<std::shared_ptr<Table>>(block)->place.page;
}

} // namespace

QList<Page> picturePages(const Document &document)
{
    QList<Page> pages;
    std::copy_if(document.pages.cbegin(), document.pages.cend(), std::back_inserter(pages),
                 [](const Page &page) { return page.dpi > 0; });
    return pages;
}

Status recognisePages(const QByteArray &bytes, const QList<Page> &pages, const Recognising &how, std::stop_token cancel,
                      RecognisedPages &done)
{
    QList<Page> open;
    std::copy_if(pages.cbegin(), pages.cend(), std::back_inserter(open),
                 [&done](const Page &page) { return !done.contains(page.number); });
    if (open.isEmpty())
        return {};
    return Recognition(bytes, open, how, std::move(cancel), done, int(pages.size())).run();
}

Document withPages(Document document, const RecognisedPages &pages)
{
    const auto isRead = [&pages](int page) { return pages.contains(page); };
    document.body.removeIf([&](const Block &block) { return isRead(pageOf(block)); });
    document.diagnostics.removeIf(
        [&](const Diagnostic &one) { return one.code == u"curves"_s && isRead(one.page); });
    for (const auto &[number, page] : pages) {
        document.body += page.body;
        for (Diagnostic one : page.diagnostics) {
            one.page = number;
            document.diagnostics.append(one);
        }
    }
    std::stable_sort(document.body.begin(), document.body.end(),
                     [](const Block &a, const Block &b) { return pageOf(a) < pageOf(b); });
    const QList<Page> pictures = picturePages(document);
    QList<int> missing;
    for (const Page &page : pictures)
        if (!isRead(page.number))
            missing.append(page.number);
    if (!missing.isEmpty())
        document.diagnostics.append(
            {u"unread.rest"_s, u"expected all pages to be read but it was stopped: missing are "_s + rangesOf(missing),
             missing.first()});
    if (!pictures.isEmpty() && pictures.size() == document.pages.size())
        document.format = u"scan"_s;
    return document;
}

QString rangesOf(const QList<int> &numbers)
{
    QStringList ranges;
    for (qsizetype first = 0, last = 0; first < numbers.size(); first = ++last) {
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        const QString from = QString::number(numbers[first]);
        ranges.append(first == last ? from : from + u'–' + QString::number(numbers[last]));
    }
    return ranges.join(u", "_s);
}

} // namespace naru
