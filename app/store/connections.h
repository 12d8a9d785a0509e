// The connections of one store. Each call borrows one and gives it back, so any thread may call: as many are open as
// calls have run at the same time, and a thread that ends leaves nothing behind.
#pragma once

#include "store/sqlite.h"

#include <QMutex>

#include <vector>

namespace naru::store {

class Connections {
public:
    explicit Connections(const QString &path)
        : m_path(path)
    {
    }

    class Lease {
    public:
        Lease(Connections *owner, std::unique_ptr<Connection> connection)
            : m_owner(owner)
            , m_connection(std::move(connection))
        {
        }
        Lease(Lease &&other) noexcept = default;
        Lease &operator=(Lease &&other) = delete;
        ~Lease()
        {
            if (m_connection)
                m_owner->giveBack(std::move(m_connection));
        }
        Connection &operator*() const { return *m_connection; }

    private:
        Connections *m_owner;
        std::unique_ptr<Connection> m_connection;
    };

    Result<Lease> borrow()
    {
        {
            const QMutexLocker locker(&m_mutex);
            if (!m_idle.empty()) {
                std::unique_ptr<Connection> connection = std::move(m_idle.back());
                m_idle.pop_back();
                return Lease(this, std::move(connection));
            }
        }
        Result<std::unique_ptr<Connection>> opened = Connection::open(m_path, Connection::Mode::ReadWrite);
        if (!opened)
            return opened.error();
        return Lease(this, std::move(*opened));
    }

private:
    void giveBack(std::unique_ptr<Connection> connection)
    {
        constexpr std::size_t most = 8;
        // A transaction that could not even be rolled back ends when its connection is closed.
        if (!connection->isIdle())
            return;
        const QMutexLocker locker(&m_mutex);
        if (m_idle.size() < most)
            m_idle.push_back(std::move(connection));
    }

    QString m_path;
    QMutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

} // namespace naru::store
