// The runs that a message or a signal begins: of every installed robot whose process starts at it (BPMN 2.0.2 §10.5.2), and of
// every robot that a trigger of the office ties to it.
#pragma once

#include "run/robots/robot.h"

#include <mutex>

namespace naru::run {

class RobotDesk;

class MessageStarts {
public:
    // REQUIRES: it outlives the object.
    explicit MessageStarts(RobotDesk &desk)
        : m_desk(desk)
    {
    }

    // Ready to be begun: a robot once per message. What cannot begin is left out where the robot is unsound (its check says
    // so), and an error otherwise. From any thread.
    Result<QList<store::RunStart>> of(const store::Subscription &what, const store::Wish &wish);

    // "message:<robot or trigger>:<key>"
    static QString causeOf(const QString &who, const QString &key) { return u"message:"_s + who + u':' + key; }

private:
    struct Start {
        QString robot;
        QString kind; // as Subscription::kind
        QString name;
        QString element;
    };
    QList<Start> startsOf(const store::Subscription &what);

    RobotDesk &m_desk;
    std::mutex m_mutex; // of what follows
    QByteArray m_seen; // the files of the robots when they were read
    QList<Start> m_starts;
};

} // namespace naru::run
