// A window on an office in which a robot has read an order and waits for a person.
#pragma once

#include "sample_window.h"

#include "run/robots/robot_desk.h"

namespace naru::test {

class RobotWindow : public SampleWindow {
public:
    RobotWindow()
    {
        const QString source = qEnvironmentVariable("NARU_SOURCE");
        qputenv("NARU_ROBOTS", (source + u"/robots"_s).toUtf8());
        qputenv("NARU_FORMS", (source + u"/forms"_s).toUtf8());
        desk = std::make_unique<run::RobotDesk>(*session);
    }

    // The id of a run that has come to its review; an error's text where it has not.
    QString beginOrder(const QString &pattern = u"*대비표_12명.pdf"_s)
    {
        const auto robot = desk->robot(u"personnel-order"_s);
        if (!robot)
            return robot.error().text;
        const auto inputs = run::RobotDesk::inputsOf(**robot, {{u"files"_s, sample(pattern)}, {u"folder"_s, file(u"done"_s)}});
        if (!inputs)
            return inputs.error().text;
        const auto id = desk->begin({u"personnel-order"_s, *inputs, {}});
        if (!id)
            return id.error().text;
        const Status advanced = desk->advance(*id);
        return advanced ? *id : advanced.error().text;
    }

    std::unique_ptr<run::RobotDesk> desk;
};

} // namespace naru::test
