// What robots do in the office itself: plan personnel orders, apply plans, write reports, and put documents where they
// belong. Everything is keyed by its content, so that asking twice is asking once.
#pragma once

#include "core/connector.h"
#include "run/session.h"

#include <map>

namespace naru::run {

class OfficeConnector final : public Connector {
public:
    // REQUIRES: the session outlives the connector.
    explicit OfficeConnector(Session &session)
        : m_session(session)
    {
    }

    // "office.planPersonnelOrder" …: what every office offers.
    static QStringList operationNames();
    QString id() const override { return u"office"_s; }
    QList<Operation> operations() const override;
    Result<Outcome> plan(const Effect &effect) override;
    Result<Outcome> perform(const Effect &effect) override;
    Result<std::optional<Outcome>> find(const Effect &effect) override;

private:
    // {"files": [path …], "received": day} → {"plan", "digest", "title", "summary": {ready, question, no_change, rejected},
    // "lines", "changeCount", "kinds": [..], "lowestConfidence": {"$feel"}, "firstDay", "lastDay"}
    Result<Outcome> planOrder(const QJsonObject &input, bool keeps);
    // {"plan"} → the same for the latest revision: what a person has answered
    Result<Outcome> currentPlan(const QJsonObject &input);
    // {"plan", "digest", "approver"} → {"written", "booked", "state"}
    Result<Outcome> applyPlan(const QJsonObject &input, bool writes);
    // {"plan", "folder"} → {"file"}
    Result<Outcome> writeReport(const QJsonObject &input, bool writes);
    // {"files": […], "folder"} → {"files": […]}: moved into the folder, made if it is not there
    Result<Outcome> fileDocuments(const QJsonObject &input, bool writes);
    Result<Plan> planOf(const QString &id);

    Session &m_session;
    std::map<QString, Plan> m_previewed; // plans that a preview made and nobody kept
};

} // namespace naru::run
