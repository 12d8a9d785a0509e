// Keeps the bell up to date with the tasks of who works here: those that were reminded of, and those that are late and were
// passed on. What is done leaves the bell.
#pragma once

#include "ui/shell.h"

#include <QTimer>

namespace naru::ui {

class TaskWatch : public QObject {
    Q_OBJECT
public:
    // REQUIRES: the works and the session outlive it, and so does the session all workers. The session may be null: nothing
    // is watched then.
    TaskWatch(Works &works, run::Session *session, QObject *parent = nullptr);

    void look(); // now, or once the look that is under way has ended

Q_SIGNALS:
    void seen(const QList<naru::ui::Notice> &notices);

private:
    void end();

    Works &m_works;
    run::Session *m_session;
    QTimer m_clock;
    bool m_isLooking = false;
    bool m_isOld = false; // something was written since the look began
};

} // namespace naru::ui
