// The three ports (DESIGN §2): the only place where a run meets the world. The planner says what would change, the performer
// does it, the approved port does only what an approved preview holds. Which one a run has, the run does not know.
#pragma once

#include "core/connector.h"
#include "run/robots/messages.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace naru::run {

// The connectors of an office, by id. Each call may come from any thread; connectors that cannot bear that are called by
// one at a time.
class Connectors {
public:
    void add(std::unique_ptr<Connector> connector);
    // "office.planPersonnelOrder", in order.
    QStringList operations() const;
    // Empty where nobody offers the operation.
    struct Offer {
        Connector *connector = nullptr;
        Operation operation;
        std::mutex *turn = nullptr;
    };
    Offer offer(const QString &operation) const;

private:
    struct Entry {
        std::unique_ptr<Connector> connector;
        std::unique_ptr<std::mutex> turn;
    };
    std::map<QString, Entry> m_connectors;
};

class Port {
public:
    virtual ~Port() = default;

    virtual Result<Outcome> perform(const Effect &effect) = 0;
    // As Connector::find.
    virtual Result<std::optional<Outcome>> find(const Effect &effect) = 0;
    // As Operation::isRepeatable.
    virtual bool isRepeatable(const QString &operation) const = 0;
    // Tells other runs. The key is the effect's.
    virtual Status send(const store::Subscription &what, const store::Wish &wish) = 0;
};

class Performer final : public Port {
public:
    // REQUIRES: both outlive the port. Without `starts` messages begin nothing.
    Performer(const Connectors &connectors, store::Runs &runs, Messages::Starts starts = {})
        : m_connectors(connectors)
        , m_messages(runs, std::move(starts))
    {
    }
    Result<Outcome> perform(const Effect &effect) override;
    Result<std::optional<Outcome>> find(const Effect &effect) override;
    bool isRepeatable(const QString &operation) const override;
    Status send(const store::Subscription &what, const store::Wish &wish) override;
    Messages &messages() { return m_messages; }

private:
    const Connectors &m_connectors;
    Messages m_messages;
};

// One effect of a preview, and what it would do.
struct PlannedEffect {
    QString operation; // "message:답변" for a message, "signal:…" for a signal
    QJsonObject input;
    Outcome outcome;
};
QJsonObject toJson(const PlannedEffect &effect);

class Planner final : public Port {
public:
    explicit Planner(const Connectors &connectors)
        : m_connectors(connectors)
    {
    }
    Result<Outcome> perform(const Effect &effect) override;
    Result<std::optional<Outcome>> find(const Effect &) override { return std::optional<Outcome>(); }
    bool isRepeatable(const QString &) const override { return true; }
    Status send(const store::Subscription &what, const store::Wish &wish) override;

    const QList<PlannedEffect> &planned() const { return m_planned; }

private:
    const Connectors &m_connectors;
    QList<PlannedEffect> m_planned;
};

// Does what the preview says, in its order, and refuses everything else (Conflict, "run.notApproved"): before the deed
// where the effect is another, and after it where the outcome is.
class Approved final : public Port {
public:
    Approved(Port &performer, QList<PlannedEffect> approved)
        : m_performer(performer)
        , m_approved(std::move(approved))
    {
    }
    Result<Outcome> perform(const Effect &effect) override;
    Result<std::optional<Outcome>> find(const Effect &effect) override { return m_performer.find(effect); }
    bool isRepeatable(const QString &operation) const override { return m_performer.isRepeatable(operation); }
    Status send(const store::Subscription &what, const store::Wish &wish) override;

private:
    Result<PlannedEffect> next(const QString &operation, const QJsonObject &input);

    Port &m_performer;
    std::mutex m_mutex;
    QList<PlannedEffect> m_approved;
};

} // namespace naru::run
