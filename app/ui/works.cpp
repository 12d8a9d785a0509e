#include "ui/works.h"

#include <algorithm>

namespace naru::ui {

Works::Works(QObject *parent)
    : QObject(parent)
{
}

Works::~Works() { cancelAll(); }

QList<Work> Works::shown() const
{
    QList<Work> out;
    for (const Work &work : m_works)
        if (!work.quiet)
            out.append(work);
    return out;
}

void Works::cancel(int number)
{
    for (const Work &work : std::as_const(m_works))
        if (work.number == number)
            work.gauge->cancelled = true;
}

void Works::cancelAll()
{
    for (const Work &work : std::as_const(m_works))
        work.gauge->cancelled = true;
}

Work Works::begin(const QString &title, bool quiet)
{
    const Work work{++m_last, title, quiet, std::make_shared<Gauge>()};
    m_works.append(work);
    Q_EMIT changed();
    return work;
}

void Works::end(int number)
{
    const auto at = std::find_if(m_works.begin(), m_works.end(), [number](const Work &w) { return w.number == number; });
    if (at == m_works.end())
        return;
    at->gauge->cancelled = true; // where the page has gone, nobody waits for the rest
    m_works.erase(at);
    Q_EMIT changed();
}

void Works::fail(const Work &work, const Error &error, const std::function<void(const Error &)> &handler)
{
    if (handler)
        handler(error);
    else
        Q_EMIT failed(work.title, error);
}

Progress Works::progressOf(const std::shared_ptr<Gauge> &gauge)
{
    return [gauge](int done, int total) {
        gauge->done = done;
        gauge->total = total;
        return !gauge->cancelled;
    };
}

} // namespace naru::ui
