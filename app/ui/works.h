// Work off the window thread: what takes longer than a blink runs here, with progress, a way to cancel, and an answer
// that comes back to the window thread, or to nobody where the page has closed meanwhile.
#pragma once

#include "core/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace naru::ui {

// How far a work is; the worker writes it, the window reads it.
struct Gauge {
    std::atomic<int> done = 0;
    std::atomic<int> total = 0;
    std::atomic<bool> cancelled = false;
};

// What a job calls now and then. False: stop, answer Cancelled, leave nothing behind.
using Progress = std::function<bool(int done, int total)>;

struct Work {
    int number = 0;
    QString title;
    bool quiet = false; // too small to be shown: a search, a picture of a page
    std::shared_ptr<Gauge> gauge; // shared: the worker may outlive the page that asked
};

class Works : public QObject {
    Q_OBJECT
public:
    explicit Works(QObject *parent = nullptr);
    ~Works() override;

    // Runs `job(const Progress &)`, which returns Result<T> or Status, and hands the value to `done` on the window thread,
    // unless `context` is gone. A failure goes to `failed`, or, where there is none, to the message area of the window.
    // What the job captures must be safe to use from another thread.
    template <typename Job, typename Done>
    int start(QObject *context, const QString &title, Job job, Done done,
              std::function<void(const Error &)> failed = {}, bool quiet = false)
    {
        using Answer = std::invoke_result_t<Job, const Progress &>;
        const Work work = begin(title, quiet);
        auto *watcher = new QFutureWatcher<Answer>(context); // its child: a late answer finds nobody
        connect(watcher, &QObject::destroyed, this, [this, number = work.number] { end(number); });
        connect(watcher, &QFutureWatcherBase::finished, context, [this, watcher, work, done, failed] {
            const Answer answer = watcher->result();
            watcher->deleteLater();
            end(work.number);
            if (!answer)
                fail(work, answer.error(), failed);
            else if constexpr (std::is_same_v<Answer, Status>)
                done();
            else
                done(*answer);
        });
        watcher->setFuture(QtConcurrent::run([job, gauge = work.gauge] { return job(progressOf(gauge)); }));
        return work.number;
    }

    // The works that are under way and worth showing, oldest first.
    QList<Work> shown() const;
    bool isIdle() const { return m_works.isEmpty(); }
    void cancel(int number);
    void cancelAll();

Q_SIGNALS:
    void changed(); // one began or ended
    void failed(const QString &title, const naru::Error &error);

private:
    Work begin(const QString &title, bool quiet);
    void end(int number);
    void fail(const Work &work, const Error &error, const std::function<void(const Error &)> &failed);
    static Progress progressOf(const std::shared_ptr<Gauge> &gauge);

    QList<Work> m_works;
    int m_last = 0;
};

} // namespace naru::ui
