// 계획: every plan with its state, whoever made it; and the bookings whose day has come.
#pragma once

#include "ui/pages/plan_list.h"

namespace naru::ui {

class PlansPage : public PlanListPage {
    Q_OBJECT
public:
    explicit PlansPage(Shell &shell);

private:
    void applyDue();
};

} // namespace naru::ui
